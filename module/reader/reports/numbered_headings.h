/* numbered_headings.h: section headings that have a number: "3 THE REPORT", "3.2 What people value". */
#ifndef MB_READER_REPORTS_NUMBERED_HEADINGS_H
#define MB_READER_REPORTS_NUMBERED_HEADINGS_H

#include "reader/reports/section_headings.h"

/* Adds the headings whose numbers count up from the first section on, then those that count up within one of these, and
 * those whose number has parts; in the order of the lines. */
void mb_find_section_numbers(mb_reader *reader, mb_line_range lines, mb_list *headings);

#endif
