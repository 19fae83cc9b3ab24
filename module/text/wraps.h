/* wraps.h: whether a line goes on with the one before it. */
#ifndef MB_TEXT_WRAPS_H
#define MB_TEXT_WRAPS_H

#include "text/text.h"

/* Whether the text in line `next` belongs to the paragraph or item that line `last` ended; nothing but blank lines and
 * furniture stands between. */
bool mb_goes_on(const mb_text *text, uint32_t last, uint32_t next);

/* Whether line `last` was filled to the page's edge: the first word of line `next` would not have fitted on it. */
bool mb_is_full(const mb_text *text, uint32_t last, uint32_t next);

/* The same beyond doubt: a column of few lines may be a little wider than the widest of them. */
bool mb_is_surely_full(const mb_text *text, uint32_t last, uint32_t next);

#endif
