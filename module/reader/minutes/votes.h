/* votes.h: what was put to the vote, and how it ended. */
#ifndef MB_READER_MINUTES_VOTES_H
#define MB_READER_MINUTES_VOTES_H

#include "reader/people/roster.h"

/* Whether the sentence tells of a vote: a motion that was carried or lost, or counts of those who voted. Fills `vote`. */
bool mb_find_vote(const mb_roster *roster, mb_slice sentence, mb_vote *vote);

/* Draws the votes from the item's blocks. Counts in a sentence of their own complete the vote before them. */
void mb_read_votes(mb_reader *reader, const mb_roster *roster, mb_minute_item *item);

#endif
