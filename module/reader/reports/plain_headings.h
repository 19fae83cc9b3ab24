/* plain_headings.h: section headings without a number, known by how they stand on the page. */
#ifndef MB_READER_REPORTS_PLAIN_HEADINGS_H
#define MB_READER_REPORTS_PLAIN_HEADINGS_H

#include "reader/reports/section_headings.h"

/* Adds the headings without a number that stand between the `known` ones (of mb_section_heading), and these, in the order
 * of the lines, to `headings`. New ones have level 0. */
void mb_find_plain_headings(mb_reader *reader, mb_line_range lines, const mb_list *known, mb_list *headings);

#endif
