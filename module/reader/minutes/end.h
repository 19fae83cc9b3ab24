/* end.h: where minutes end: the line that says when the meeting did, and the lines for the signature. */
#ifndef MB_READER_MINUTES_END_H
#define MB_READER_MINUTES_END_H

#include "reader/reading.h"

/* The first line of `lines` that says when the meeting ended, or lines.end. */
uint32_t mb_find_meeting_end(const mb_reader *reader, mb_line_range lines);

/* The line behind that one and behind what belongs to it: signatures, dates, the date of the next meeting. */
uint32_t mb_behind_signatures(const mb_reader *reader, uint32_t ended);

/* When the meeting ended that ends on `lines.first`: 20:10, or NOTHING. */
mb_slice mb_end_time(const mb_reader *reader, mb_line_range lines);

#endif
