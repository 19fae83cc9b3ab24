/* lost_headings.h: the heading of an item between two others whose number was lost, or printed wrong. */
#ifndef MB_READER_MINUTES_LOST_HEADINGS_H
#define MB_READER_MINUTES_LOST_HEADINGS_H

#include "reader/reports/headings.h"

/* Looks for the heading of the item between `before` and `after`, whose numbers are two apart. A number that was printed
 * elsewhere tells which of several lines it is. False where no line, or more than one, could be it. */
bool mb_find_lost_heading(mb_reader *reader, const mb_heading *before, const mb_heading *after, mb_heading *found);

/* The number between two that are two apart, as it would be printed; NOTHING where they are not. */
mb_slice mb_number_between(mb_reader *reader, const mb_item_number *before, const mb_item_number *after);

#endif
