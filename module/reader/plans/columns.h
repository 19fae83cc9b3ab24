/* columns.h: a work plan whose columns extraction printed one after the other. */
#ifndef MB_READER_PLANS_COLUMNS_H
#define MB_READER_PLANS_COLUMNS_H

#include "reader/reading.h"

/* Adds an entry for each row of the plan in `lines`, the first of which begins the heads of the columns. `above` are
 * the lines of the paper before them, in which the body may be named. */
void mb_read_plan_columns(mb_reader *reader, mb_line_range above, mb_line_range lines);

#endif
