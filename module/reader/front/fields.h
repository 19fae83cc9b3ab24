/* fields.h: who meets when and where, when the agenda was issued, where the meeting can be watched. */
#ifndef MB_READER_FRONT_FIELDS_H
#define MB_READER_FRONT_FIELDS_H

#include "reader/front/entries.h"

/* Whether a line begins a field of a front sheet, or a list of members: a paragraph of its own. */
bool mb_begins_front_line(const mb_reader *reader, uint32_t line);

/* Reads the fields that have labels, then those that a running title or a summons tells; what the meeting, or the pack,
 * has already stays. */
void mb_read_front_fields(mb_reader *reader, mb_entries *entries, mb_meeting *meeting);

/* The address of the broadcast, from the front matter or the notes; and the date of issue where it stands alone, before
 * the meeting's. */
void mb_read_webcast(mb_reader *reader, const mb_entries *entries, mb_meeting *meeting);
void mb_read_bare_issue_date(mb_reader *reader, const mb_entries *entries, const mb_meeting *meeting);

#endif
