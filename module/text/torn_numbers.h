/* torn_numbers.h: numbers that extraction printed between bullets and the texts of the bullets.
 *
 *     •              Bullets and numbers stand in the margin, and are printed before what stands beside them: behind
 *     •              the bullets' texts stands what the number numbers. It is told there, "5. Leaving the building".
 *
 *     5.
 *
 *     no flash
 *     no whistling
 *
 *     Leaving the building                                                                                          */
#ifndef MB_TEXT_TORN_NUMBERS_H
#define MB_TEXT_TORN_NUMBERS_H

#include "text/layout.h"

/* A number, and the line of what it numbers. */
typedef struct mb_torn_number {
    uint32_t number, text;
    bool hangs; /* the text is told behind a gap: the number alone wouldn't show that an item begins */
} mb_torn_number;

/* Finds such numbers (of mb_torn_number). */
void mb_find_torn_numbers(mb_arena *scratch, const mb_text *text, mb_list *numbers);

/* Gives the lines of both their pieces. */
void mb_lay_out_torn_numbers(mb_arena *scratch, const mb_text *text, const mb_list *numbers, mb_layout_line *lines);

#endif
