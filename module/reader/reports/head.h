/* head.h: the box at the head of a committee report: who meets, when, about what. */
#ifndef MB_READER_REPORTS_HEAD_H
#define MB_READER_REPORTS_HEAD_H

#include "reader/reading.h"

/* Reads the head in `lines` into the report's header and title, whether labels and values stand side by side, or all
 * labels before their values. */
void mb_read_report_head(mb_reader *reader, mb_line_range lines, mb_report *report);

#endif
