/* text.h: the words of a minute item, one after another, whether they stand in paragraphs, lists or tables. */
#ifndef MB_READER_MINUTES_TEXT_H
#define MB_READER_MINUTES_TEXT_H

#include "reader/reading.h"

typedef struct mb_minute_text {
    mb_slice text; /* of a table's row: its cells, "For: Ann Lee, Bob Hay (2)" */
    mb_place place;
    uint32_t block; /* the index of the block that holds it */
} mb_minute_text;

/* Adds every paragraph, list item and table row of the item, in order, to a list of mb_minute_text in scratch. */
void mb_collect_minute_texts(mb_reader *reader, const mb_minute_item *item, mb_list *texts);

#endif
