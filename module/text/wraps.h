/* wraps.h: whether a line goes on with the one before it. */
#ifndef MB_TEXT_WRAPS_H
#define MB_TEXT_WRAPS_H

#include "text/text.h"

/* Whether the text in line `next` belongs to the paragraph or item that line `last` ended; nothing but blank lines and
 * furniture stands between. */
bool mb_goes_on(const mb_text *text, uint32_t last, uint32_t next);

/* Whether line `last` was filled to the page's edge: the first word of line `next` would not have fitted on it. */
bool mb_is_full(const mb_text *text, uint32_t last, uint32_t next);

/* Whether line `last` is nearly as wide as its column: in bold type it would fill it. */
bool mb_is_nearly_full(const mb_text *text, uint32_t last);

/* Adds a line of a paragraph to the pieces of its text: to the last one, where a space in the stead of the line's end joins
 * the two. Most of a pack is wrapped paragraphs: copies of them would take half as much memory as all else that is read. */
void mb_add_piece(mb_arena *scratch, const mb_text *text, mb_strings *pieces, mb_slice line);

/* The width of the widest line of text about `line`. */
unsigned mb_page_width(const mb_text *text, uint32_t line);

#endif
