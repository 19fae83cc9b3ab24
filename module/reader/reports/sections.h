/* sections.h: the text of a paper, section by section. */
#ifndef MB_READER_REPORTS_SECTIONS_H
#define MB_READER_REPORTS_SECTIONS_H

#include "reader/reports/section_headings.h"

/* Reads what stands under each of the headings into a section of its own, up to `end`. */
void mb_read_sections(mb_reader *reader, const mb_list *headings, const mb_list *running, uint32_t end,
                      mb_report *report);

/* Adds a section without a heading that holds all of `lines`. */
void mb_read_whole_section(mb_reader *reader, mb_line_range lines, mb_report *report);

#endif
