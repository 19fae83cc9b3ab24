/* kind.h: what sort of paper a report is. */
#ifndef MB_READER_REPORTS_KIND_H
#define MB_READER_REPORTS_KIND_H

#include "reader/reading.h"

/* The line of a work plan's first sentence, which stands below its head; `lines.end` where the paper is none. */
uint32_t mb_find_plan_sign(const mb_reader *reader, mb_line_range lines);

/* By its head, by the words of its title, or by what slides end with; `other` where nothing tells. */
mb_report_kind mb_kind_of_report(const mb_reader *reader, mb_line_range lines, const mb_report *report);

#endif
