/* numbered.h: some clerks number the paragraphs of an item, so that they look like a list. */
#ifndef MB_READER_MINUTES_NUMBERED_H
#define MB_READER_MINUTES_NUMBERED_H

#include "reader/people/roster.h"

/* Makes paragraphs of the numbered items in which somebody begins to speak or the body decides, and of those whose
 * numbers go on from them; what is nested under them stands behind them as a list. */
void mb_number_paragraphs(mb_reader *reader, const mb_roster *roster, mb_minute_item *item);

#endif
