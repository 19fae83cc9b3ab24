/* motions.h: what was moved, by whom, and who seconded it. */
#ifndef MB_READER_MINUTES_MOTIONS_H
#define MB_READER_MINUTES_MOTIONS_H

#include "reader/people/roster.h"

/* Draws the motions from the item's blocks, whose contributions have been read. A vote behind them is their outcome. */
void mb_read_motions(mb_reader *reader, const mb_roster *roster, mb_minute_item *item);

/* Whether the sentence only tells who moved and seconded something: "It was moved by Councillor Lee …". */
bool mb_names_mover(const mb_reader *reader, mb_slice sentence);

#endif
