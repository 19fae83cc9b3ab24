/* values.h: figures as the cells of tables print them: "85%", "£1,200", "-5.5", "N/A". */
#ifndef MB_TEXT_VALUES_H
#define MB_TEXT_VALUES_H

#include "core/arena.h"

/* How many cells the end of the line holds, `most` at most, and where they begin; a "£" before a figure is in its cell.
 * A year or a telephone number is none. */
uint32_t mb_trailing_values(mb_slice line, uint32_t most, size_t *at);

/* Whether nothing but cells stands on the line. A "£" or a dash alone may be an empty cell. */
bool mb_is_value_line(mb_slice line);

/* "2024", "2024/25", "2024-2025": a head's cell, or a word of the text. */
bool mb_is_year(mb_slice word);

/* Adds the cells of a line of values. A "£" at the line's end is a cell; the next line's figure is added to it. */
void mb_add_values(mb_arena *arena, mb_slice values, mb_strings *cells);

#endif
