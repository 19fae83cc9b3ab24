/* unnumbered_headings.h: the items of minutes that number nothing. */
#ifndef MB_READER_MINUTES_UNNUMBERED_HEADINGS_H
#define MB_READER_MINUTES_UNNUMBERED_HEADINGS_H

#include "reader/reports/headings.h"

/* Adds the headings of the items within `lines` to `headings`: lines of one look (in capitals, bold, with a colon behind
 * them, alone between gaps), of which some are the usual ones: apologies, minutes, finance. Returns how many are usual. */
uint32_t mb_find_unnumbered_headings(mb_reader *reader, mb_line_range lines, mb_list *headings);

/* Whether a title is one that most meetings have. */
bool mb_is_usual_title(const mb_reader *reader, mb_slice title);

#endif
