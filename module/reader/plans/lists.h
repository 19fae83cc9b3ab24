/* lists.h: work plans that are lists, one below the date of each meeting.
 *
 *     14 June 2025
 *     - Car parks: a review (Ann Lee)     ─► date, title, author
 *     - Harbour dues
 *     To be arranged
 *     - Climate strategy                  ─► no date */
#ifndef MB_READER_PLANS_LISTS_H
#define MB_READER_PLANS_LISTS_H

#include "reader/reading.h"

/* Reads the lists in `lines` into the pack's forward plan, where a title of a work plan stands above them. */
void mb_read_plan_lists(mb_reader *reader, mb_line_range lines);

#endif
