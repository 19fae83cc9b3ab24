/* markdown.h: Markdown becomes HTML: CommonMark by cmark's parser, our additions to it, and our own walk over its tree.
 *
 *     ::: {.decision #d3}              a container, to the next ::: of its kind
 *     ## Title {#id .class lang="cy"}  a heading's id and classes; without an id one is made of the text
 *     | a | b |                        a table; under its head |---|:-:|--:|, which says how columns are aligned
 *     *[BCSSP]: what it means          explains the term wherever the page uses it
 *     text[^1] and [^1]: a note        a footnote, which goes on where it is indented by four
 *
 * Raw HTML doesn't pass: it shows as text (a comment alone is dropped). What a layout makes with `html` is handed over
 * beside the Markdown, as fragments, and the Markdown holds a mark where each belongs; data can't forge such a mark,
 * since mb_markdown_escape takes its characters out. */
#ifndef MB_MARKDOWN_MARKDOWN_H
#define MB_MARKDOWN_MARKDOWN_H

#include "core/arena.h"
#include "core/buffer.h"
#include "markdown/escape.h"

/* A page has at most this much Markdown: a hundred times the longest set of minutes. */
#define MB_MARKDOWN_CEILING ((size_t)16 << 20)

/* What making a page may take: a workspace's ceiling. cmark takes about 6 bytes for one of ordinary text, and up to 300
 * for one of text that is made to be costly, so that such a page is refused from 3 MB on. */
#define MB_MARKDOWN_MEMORY ((size_t)1 << 30)

/* Blocks and inlines stand in one another at most this deep; a browser flattens what lies beyond 512. */
#define MB_MARKDOWN_DEPTH 200

typedef struct mb_markdown_options {
    bool additions;            /* our additions; without them it is CommonMark and nothing else */
    bool positions;            /* blocks carry the lines that they came from: data-source="12-14" */
    bool raw_html;             /* for the tests of CommonMark: raw HTML and any link pass */
    const mb_slice *fragments; /* trusted HTML, for the marks of mb_markdown_fragment */
    size_t fragment_count;
    mb_arena *workspace; /* reset and used, so that page after page is made in the same memory; NULL: one is made */
} mb_markdown_options;

/* Converts `markdown` and adds the HTML to `out`; `file` names the Markdown in messages. On failure `out` is as it was.
 * MB_ELIMIT (too long, too deep, too many columns, or `out` full, with the line where there is one), MB_ENOMEM, or 0.
 */
int mb_markdown_to_html(mb_slice markdown, const mb_markdown_options *options, const char *file, mb_buffer *out,
                        mb_error *error);

/* Which cmark parses. */
const char *mb_markdown_parser_version(void);

/* Writes the mark of fragment `index` (from 0) into Markdown. A paragraph that holds nothing else is replaced by it;
 * inside code and attributes it shows as text. */
void mb_markdown_fragment(mb_buffer *markdown, size_t index);

#endif
