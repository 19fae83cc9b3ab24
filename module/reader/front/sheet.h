/* sheet.h: reads what stands before an agenda: who meets when and where, the members, the notes. */
#ifndef MB_READER_FRONT_SHEET_H
#define MB_READER_FRONT_SHEET_H

#include "reader/reading.h"

/* Reads the front sheet in `lines` into `meeting`: fields and notes; all else, and the lines that fields were drawn from,
 * become its front matter. */
void mb_read_front_sheet(mb_reader *reader, mb_line_range lines, mb_meeting *meeting);

/* Reads what all of the meeting's front matter tells, which councils print before "Agenda", below it, or behind the
 * items: fields that are still unknown, members, the clerk, the broadcast, the date of issue. */
void mb_read_front_matter(mb_reader *reader, mb_meeting *meeting);

#endif
