/* clerk.h: finds the clerk, whose name and address stand behind an agenda. */
#ifndef MB_READER_FRONT_CLERK_H
#define MB_READER_FRONT_CLERK_H

#include "reader/reading.h"

/* The line that names the clerk, or the end of `lines`. */
uint32_t mb_find_clerk(const mb_reader *reader, mb_line_range lines);

/* Whether the line is an office and nothing else: "General Counsel". */
bool mb_is_office_line(const mb_reader *reader, uint32_t line);

/* Reads the clerk into `meeting->contact`, and the lines into its front matter. */
void mb_read_clerk(mb_reader *reader, mb_line_range lines, mb_meeting *meeting);

/* Fills `contact` with the e-mail address and the telephone number in `text`, where it has none yet. */
void mb_read_address(mb_slice text, mb_contact *contact);

#endif
