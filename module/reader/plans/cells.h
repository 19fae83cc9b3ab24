/* cells.h: a work plan of which reading order printed each cell as a block of its own, row by row. */
#ifndef MB_READER_PLANS_CELLS_H
#define MB_READER_PLANS_CELLS_H

#include "reader/reading.h"

/* Adds an entry for each row of the plan in `lines`, the first of which begins the heads of the columns, and puts a table
 * in place of the blocks that were read from them. False, and nothing changed, where a block is no single cell.
 * `above` are the lines of the paper before them, in which the body may be named. */
bool mb_read_plan_cells(mb_reader *reader, mb_line_range above, mb_line_range lines);

#endif
