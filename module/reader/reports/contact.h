/* contact.h: the box at the foot of a committee report: whom to ask, and the background papers. */
#ifndef MB_READER_REPORTS_CONTACT_H
#define MB_READER_REPORTS_CONTACT_H

#include "reader/reading.h"

/* Whether the box at a report's foot begins on the line, or the notice under it stands there. */
bool mb_is_foot_start(const mb_reader *reader, uint32_t line);

/* Whether the line is in the box, or the notice under it. */
bool mb_is_foot_line(const mb_reader *reader, uint32_t line);

/* The box and the notice under it; empty, at `lines.end`, where there is none. */
mb_line_range mb_find_report_foot(const mb_reader *reader, mb_line_range lines);

/* Reads the box into the report's contact and background papers. */
void mb_read_report_foot(mb_reader *reader, mb_line_range foot, mb_report *report);

/* Reads the last slide's card, "Ann Lee ann@x.uk Head of Roads | 01234 567890", into the report's contact. */
void mb_read_contact_card(mb_reader *reader, mb_line_range lines, mb_report *report);

/* Takes "Ann Lee, Head of Roads 01234 567890 ann@x.uk" apart: name, role, telephone number, address. */
void mb_read_contact(mb_reader *reader, mb_slice text, mb_contact *contact);

#endif
