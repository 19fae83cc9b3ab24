/* lines.h: which lines of an attendance list begin an entry, and which go on with the one before. */
#ifndef MB_READER_ATTENDANCE_LINES_H
#define MB_READER_ATTENDANCE_LINES_H

#include "reader/reading.h"

/* Reads the lines into blocks, one for each entry: with a label, with a person behind a list that is complete, or because
 * the line before it was ended by its writer and not by the page's edge. Columns become tables. */
void mb_read_entries(mb_reader *reader, mb_line_range lines, mb_list *blocks);

#endif
