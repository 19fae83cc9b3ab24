/* item.h: takes the heading of an agenda item apart: time, title, page range, "to follow". */
#ifndef MB_READER_AGENDA_ITEM_H
#define MB_READER_AGENDA_ITEM_H

#include "reader/reading.h"

/* Reads "10.20AM MINUTES: 7TH OCTOBER 2025 (Pages 7 - 16)", without its number, into the item's fields. */
void mb_read_agenda_title(mb_reader *reader, mb_slice heading, size_t aside, mb_agenda_item *item);

/* The heading behind the time, or the range of times, that it may begin with. */
mb_slice mb_behind_time(mb_slice heading);

#endif
