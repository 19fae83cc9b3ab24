/* report_head.h: the box at the head of a committee report: who meets, when, about what. */
#ifndef MB_READER_REPORT_HEAD_H
#define MB_READER_REPORT_HEAD_H

#include "reader/reading.h"

/* Whether the line holds a label of a head, or a sign that stands in one. */
bool mb_is_head_line(const mb_reader *reader, uint32_t line);

/* Whether labels of a head follow within a few lines: a label that stands at a report's foot as well is in the head. */
bool mb_stands_in_head(const mb_reader *reader, uint32_t line);

/* Whether a head begins on the line whose labels have no colons: "Meeting" alone, and others of the kind below. */
bool mb_begins_bare_head(const mb_reader *reader, uint32_t line);

/* Behind the last line of the report's head that holds a label; `lines.first` where it has no head. */
uint32_t mb_find_head_end(const mb_reader *reader, mb_line_range lines);

/* Reads the head in `lines` into the report's header and title, whether labels and values stand side by side, or all
 * labels before their values. */
void mb_read_report_head(mb_reader *reader, mb_line_range lines, mb_report *report);

#endif
