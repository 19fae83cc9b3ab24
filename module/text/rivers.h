/* rivers.h: the blanks that run down between the columns of a table.
 *
 *     Route             ░░░ Villages ░░░ Cost per
 *                       ░░░          ░░░ passenger
 *     61 Wexcombe to    ░░░        7 ░░░    £2.95
 *     Chalk Norton      ░░░          ░░░
 *
 * A first line has them as wide as its gaps; each line below leaves of them what it doesn't cover. */
#ifndef MB_TEXT_RIVERS_H
#define MB_TEXT_RIVERS_H

#include "text/layout.h"

typedef struct mb_river {
    uint32_t from, to;
} mb_river;

/* From the left to the right; those to the left and to the right of all text are rivers, too. */
typedef struct mb_rivers {
    uint32_t count;
    mb_river items[MB_TABLE_COLUMNS + 1];
} mb_rivers;

/* Whether the river has columns on both sides. */
bool mb_is_inner(const mb_river *river);

/* Begins with the gaps of a line; false where it has too many. */
bool mb_begin_rivers(mb_rivers *rivers, const mb_layout_line *line);

/* Narrows the rivers by a line that keeps to them; false, and nothing changed, where it crosses one. */
bool mb_narrow_rivers(mb_rivers *rivers, mb_layout_line *line);

/* Now and then extraction moves a cell over the river beside it, or leaves but one space of it: puts the pieces of such
 * a line where they belong, if most of its gaps are rivers. */
bool mb_put_into_columns(mb_arena *scratch, const mb_rivers *rivers, mb_layout_line *line);

/* A column of figures that end right before the next one's words, with one space between, is a column all the same:
 * finds the river there, and cuts the lines `first` to `last` at it. */
void mb_part_figures(mb_arena *scratch, mb_rivers *rivers, mb_layout_line *lines, uint32_t first, uint32_t last);

/* Finds the rivers that the head of the table, the line `first`, alone crosses, where one of its spaces stands near:
 * "No. Action" above numbers and actions. */
void mb_part_head(mb_arena *scratch, mb_rivers *rivers, mb_layout_line *lines, uint32_t first, uint32_t last);

#endif
