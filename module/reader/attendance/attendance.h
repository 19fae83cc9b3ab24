/* attendance.h: who was present, from the head of minutes. */
#ifndef MB_READER_ATTENDANCE_ATTENDANCE_H
#define MB_READER_ATTENDANCE_ATTENDANCE_H

#include "reader/reading.h"

/* Whether the list of those present begins on that line: with a label, or under a heading; also as an item with a number. */
bool mb_begins_attendance(const mb_reader *reader, uint32_t line);

/* Reads the lists in `lines`, which begin with "Present:", into `minutes`, and the lines into `blocks`. */
void mb_read_attendance(mb_reader *reader, mb_line_range lines, mb_list *blocks, mb_minutes *minutes);

#endif
