/* front_sheet.h: reads what stands before an agenda: who meets when and where, the members, the notes. */
#ifndef MB_READER_FRONT_SHEET_H
#define MB_READER_FRONT_SHEET_H

#include "reader/reading.h"

/* Reads the front sheet in `lines` into `meeting`: labelled fields, members, notes; all else, and the lines that
 * fields were drawn from, become its front matter. */
void mb_read_front_sheet(mb_reader *reader, mb_line_range lines, mb_meeting *meeting);

#endif
