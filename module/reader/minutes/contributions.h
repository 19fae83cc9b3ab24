/* contributions.h: who said what under an item. */
#ifndef MB_READER_MINUTES_CONTRIBUTIONS_H
#define MB_READER_MINUTES_CONTRIBUTIONS_H

#include "reader/people/roster.h"

/* Draws the contributions from `item->blocks`, splitting paragraphs in which a second person begins to speak.
 *
 * A contribution goes on until somebody else begins, the body decides, or a paragraph opens in nobody's words ("It was
 * suggested …", "Members …"); what follows a presentation belongs to it also then. Who is printed with a job joins the
 * roster. `person` stays empty: see mb_resolve_people. */
void mb_read_contributions(mb_reader *reader, mb_roster *roster, mb_minute_item *item);

/* Whether the contribution stands under a heading, word for word. */
bool mb_is_verbatim(const mb_roster *roster, const mb_contribution *contribution);

#endif
