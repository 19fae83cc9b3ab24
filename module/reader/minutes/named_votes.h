/* named_votes.h: a recorded vote: who voted how, by name. */
#ifndef MB_READER_MINUTES_NAMED_VOTES_H
#define MB_READER_MINUTES_NAMED_VOTES_H

#include "reader/people/roster.h"

/* Whether the text begins with the label of a side: "For (2):", "Against -". */
bool mb_begins_with_side(const mb_dialect *dialect, mb_slice text);

/* Reads the sides that the text names ("For (2): Councillors Lee and Hay; Against: Councillor Cole") into
 * `vote->named`, and their counts where they are printed. False where it names none. */
bool mb_read_named_sides(const mb_roster *roster, mb_slice text, mb_place place, mb_vote *vote);

/* Sets the counts that are not printed, from the names. */
void mb_count_named_votes(mb_vote *vote);

#endif
