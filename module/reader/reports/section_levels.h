/* section_levels.h: how deep each heading of a paper is. */
#ifndef MB_READER_REPORTS_SECTION_LEVELS_H
#define MB_READER_REPORTS_SECTION_LEVELS_H

#include "reader/reports/section_headings.h"

/* Gives a level to the headings that have none (of mb_section_heading, in order). `contents` are the titles that the
 * paper's contents page lists (of mb_slice). */
void mb_level_sections(mb_reader *reader, const mb_list *headings, const mb_list *contents);

#endif
