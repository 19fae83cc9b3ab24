/* attendance_lines.h: which lines of an attendance list begin an entry, and which go on with the one before. */
#ifndef MB_READER_ATTENDANCE_LINES_H
#define MB_READER_ATTENDANCE_LINES_H

#include "reader/reading.h"

/* Whether the line begins an entry of its own: with a label, with a person behind a list that is complete, or because
 * the line before it was ended by its writer and not by the page's edge. */
bool mb_begins_entry(const mb_reader *reader, uint32_t line);

#endif
