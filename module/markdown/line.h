/* line.h: a page's lines, and what stands in front of their text. */
#ifndef MB_MARKDOWN_LINE_H
#define MB_MARKDOWN_LINE_H

#include <stdint.h>

#include "core/slice.h"

/*     line.whole   "> - Title | *b*"
 *     line.inner       "Title | *b*"   quotes 1, lists 1 */
typedef struct mb_md_line {
    uint32_t number;
    mb_slice whole;         /* without its end */
    mb_slice inner;         /* without the marks of the blocks that it is in, and without white space around it */
    uint32_t quotes, lists; /* how many > and how many list's markers stand before inner */
} mb_md_line;

/* Moves `line`, zeroed at first, on to the line of `text` at `at`, and `at` behind it; false at the end. A line ends, as
 * cmark's do, at LF, CR or both. */
bool mb_md_line_next(mb_slice text, size_t *at, mb_md_line *line);

/* Whether a new block would begin with `text`, the inner of a line, though it isn't in a list. */
bool mb_md_begins_block(mb_slice text);

static inline bool mb_md_is_blank(char c)
{
    return c == ' ' || c == '\t';
}
/* `s` without the blanks in front of it, behind it, or both; a no-break space isn't one. */
mb_slice mb_md_skip_blanks(mb_slice s);
mb_slice mb_md_trim_end(mb_slice s);
mb_slice mb_md_trim(mb_slice s);

/* How often `c` stands at the start of `s`. */
size_t mb_md_count_first(mb_slice s, char c);

#endif
