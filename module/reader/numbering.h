/* numbering.h: item numbers, and which of the numbers in a text are those of its items.
 *
 * Numbers are everywhere: page numbers, lists, sums. The items' are those that count up one by one. */
#ifndef MB_READER_NUMBERING_H
#define MB_READER_NUMBERING_H

#include "core/arena.h"

/* The number of an item: `43`, `22/18`, `19.09.01`, `PLA12/25`. */
typedef struct mb_item_number {
    uint32_t parts[3];
    uint32_t count;   /* of parts; 0 where there is no number */
    mb_slice prefix;  /* letters before the first part, which all items of a count share */
    char separator;   /* between parts */
    mb_slice printed; /* without a full stop behind it */
    size_t end;       /* behind the number and its full stop, in the text that it was read from */
} mb_item_number;

/* The number that the text begins with; white space or the text's end must follow. */
mb_item_number mb_item_number_of(mb_slice text);

/* Keeps the longest run of numbers that count up one by one, in order, with others between them. `chosen` gets the
 * indexes, in order. Takes time in proportion to `count`. */
uint32_t mb_longest_count(mb_arena *scratch, const mb_item_number *numbers, uint32_t count, uint32_t *chosen);

/* The same where single numbers may be lost or misprinted: a count goes on over one that is missing. */
uint32_t mb_longest_count_with_gaps(mb_arena *scratch, const mb_item_number *numbers, uint32_t count, uint32_t *chosen);

#endif
