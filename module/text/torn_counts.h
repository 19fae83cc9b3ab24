/* torn_counts.h: plain numbers that count up, which extraction printed in a column before what they count.
 *
 *     1              A number without a stop is no marker by itself; a column of them that count up, above as many
 *     2              texts, numbers those: "1 Tea and cakes".
 *     3
 *
 *     Tea and cakes
 *     Books, lent by
 *     the library
 *     Plants                                                                                                        */
#ifndef MB_TEXT_TORN_COUNTS_H
#define MB_TEXT_TORN_COUNTS_H

#include "text/torn_numbers.h"

/* Adds such numbers, each with the line of its text (of mb_torn_number). */
void mb_find_torn_counts(mb_arena *scratch, const mb_text *text, mb_list *numbers);

#endif
