/* follow.h: what follows elsewhere in a pack from a value that was corrected. */
#ifndef MB_READER_FOLLOW_H
#define MB_READER_FOLLOW_H

#include "reader/people/roster.h"
#include "reader/reading.h"

/* Takes the corrected values to where they stand again: a name to all that was drawn with it, an item's number and pages
 * to its papers. `corrected` is of mb_corrected. */
void mb_follow_corrections(mb_reader *reader, const mb_list *corrected);

/* The text with corrected names in the place of those that the paper prints. */
mb_slice mb_with_corrected_names(const mb_reader *reader, const mb_list *corrected, mb_slice printed);

/* Gives the names that were drawn from an item in full where the roster, corrected, has one that fits. */
void mb_complete_names(const mb_roster *roster, mb_minute_item *item);

#endif
