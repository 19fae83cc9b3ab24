/* head.h: the head of a work plan: council, body, title; and whom to ask about it. */
#ifndef MB_READER_PLANS_HEAD_H
#define MB_READER_PLANS_HEAD_H

#include "reader/reading.h"

/* The line of the title that names a work plan, among the first lines of the paper; `lines.end` where there is none. */
uint32_t mb_find_plan_title(const mb_reader *reader, mb_line_range lines);

/* Reads the lines up to the title's own into the report's title and, where one names it, the body that meets. */
void mb_read_plan_head(mb_reader *reader, mb_line_range lines, uint32_t title, mb_report *report);

/* Reads whom to ask out of a paragraph of the report that says so. */
void mb_read_plan_contact(mb_reader *reader, mb_report *report);

#endif
