/* decisions.h: what was decided, drawn verbatim from the text of an item. */
#ifndef MB_READER_MINUTES_DECISIONS_H
#define MB_READER_MINUTES_DECISIONS_H

#include "reader/people/roster.h"

/* Adds the decisions in `item->blocks` to `item->decisions`.
 *
 * A sentence decides when a body does ("The Panel agreed to …", "The Panel RESOLVED …"), when it holds a verb of
 * decision in capitals, when it says that a motion was carried or lost, and when it begins as decisions do ("It was
 * agreed that …"). The decision runs to the end of its paragraph or list item, or to the next one; of a vote it is the
 * sentence. Numbered parts that follow a lead-in ("RESOLVED:") are a decision each. */
void mb_read_decisions(mb_reader *reader, const mb_roster *roster, mb_minute_item *item);

/* Whether a sentence decides. */
bool mb_text_decides(const mb_roster *roster, mb_slice sentence);

#endif
