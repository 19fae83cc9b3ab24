/* minutes.h: reads the record of a meeting: head, attendance, items, end. */
#ifndef MB_READER_MINUTES_H
#define MB_READER_MINUTES_H

#include "reader/reading.h"

/* Reads the minutes in `lines` into `meeting`, with `meeting->minutes` made. */
void mb_read_minutes(mb_reader *reader, mb_line_range lines, mb_meeting *meeting);

#endif
