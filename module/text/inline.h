/* inline.h: the words of a paragraph out of its lines: wraps joined, white space folded, emphasis made runs. */
#ifndef MB_TEXT_INLINE_H
#define MB_TEXT_INLINE_H

#include "core/arena.h"
#include "model/model.h"

/* Lines that follow one another within a paragraph. */
typedef struct mb_pieces {
    mb_slice *items;
    uint32_t count;
} mb_pieces;

/* The plain text of the pieces, and its runs where Markdown's emphasis or <u> marks any. A hyphen at a line's end
 * stays, and joins; any other line end is a space. Text of one piece that needs no change is a slice of it. */
void mb_read_inline(mb_arena *arena, mb_pieces pieces, mb_slice *text, mb_list *runs);

/* The same for one piece whose style doesn't matter: a heading, a table's cell. */
mb_slice mb_plain_text(mb_arena *arena, mb_slice piece);

/* Whether the text ends as a sentence or a lead-in does: with a full stop, a question or exclamation mark, a colon or
 * a semicolon, also inside quotation marks or brackets. */
bool mb_is_finished(mb_slice text);

/* Whether the text stops where no sentence or item can: behind a comma, a small word that leads on ("of", "the"), or
 * within brackets. */
bool mb_breaks_off(mb_slice text);

/* Whether the text begins with a small letter, as what goes on from above does. */
bool mb_starts_small(mb_slice text);

/* Whether every letter is a capital, and there is one. */
bool mb_is_capitals(mb_slice text);

#endif
