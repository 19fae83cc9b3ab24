/* section_headings.h: the headings of a paper, with their levels.
 *
 *     3 THE REPORT                       level 1, by its number
 *     3.2 What people value              level 2, by its number
 *     OTHER OPTIONS CONSIDERED           level 1, though it lost its number: a standard heading
 *     Stage 2 complaints                 level 2: under numbered headings
 */
#ifndef MB_READER_REPORTS_SECTION_HEADINGS_H
#define MB_READER_REPORTS_SECTION_HEADINGS_H

#include "reader/reports/headings.h"

typedef struct mb_section_heading {
    mb_heading heading; /* first, so that a list of these can be read as one of mb_heading */
    uint32_t level;
} mb_section_heading;

/* Which standard heading of a committee report a title is; nothing for any other. */
mb_section_kind mb_kind_of_section(const mb_reader *reader, mb_slice title);

/* Adds the section headings within `lines`, in order, to `headings` (of mb_section_heading). `contents` are the titles
 * that the paper's contents page lists (of mb_slice). Where it numbers its paragraphs through, `running` gets them (of
 * mb_running_paragraph). */
void mb_find_section_headings(mb_reader *reader, mb_line_range lines, const mb_list *contents, mb_list *running,
                              mb_list *headings);

#endif
