/* decisions.h: what was decided, drawn verbatim from the text of an item. */
#ifndef MB_READER_DECISIONS_H
#define MB_READER_DECISIONS_H

#include "reader/reading.h"

/* Adds the decisions in `item->blocks` to `item->decisions`.
 *
 * A sentence decides when a body does ("The Panel agreed to …", "The Panel RESOLVED …"), or when it holds a verb of
 * decision in capitals. The decision runs from that sentence to the end of its paragraph or list item. */
void mb_read_decisions(mb_reader *reader, mb_minute_item *item);

/* Whether a sentence decides. */
bool mb_text_decides(const mb_reader *reader, mb_slice sentence);

#endif
