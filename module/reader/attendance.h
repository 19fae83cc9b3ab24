/* attendance.h: who was present, from the head of minutes. */
#ifndef MB_READER_ATTENDANCE_H
#define MB_READER_ATTENDANCE_H

#include "reader/reading.h"

/* Reads the lists in `lines`, which begin with "Present:", into `minutes`, and the lines into its front matter. */
void mb_read_attendance(mb_reader *reader, mb_line_range lines, mb_minutes *minutes);

#endif
