/* escape.h: text from a pack is data; here it is written so that it shows as itself, wherever it is put. */
#ifndef MB_MARKDOWN_ESCAPE_H
#define MB_MARKDOWN_ESCAPE_H

#include "core/buffer.h"

/* Where in Markdown a value lands. */
typedef enum mb_markdown_place {
    /* Running text, the start of a line, a heading, a table's cell, a link's text: all alike, since a value that
     * turns out empty makes the next one the start of its line. Line breaks and the white space at either end are
     * kept and begin nothing. */
    MB_MARKDOWN_TEXT,
    /* Between the parentheses of [text](target). */
    MB_MARKDOWN_TARGET,
    /* Inside {#id .class}, and between the quotes of [text](target "title"). */
    MB_MARKDOWN_ATTRIBUTE
} mb_markdown_place;

/* Writes `text` so that in this place it means nothing to Markdown and our additions to it. What isn't meant for
 * documents at all (a NUL, the noncharacters U+FDD0 to U+FDEF, which mark HTML made by a layout) becomes U+FFFD. */
void mb_markdown_escape(mb_buffer *out, mb_slice text, mb_markdown_place place);

/* Writes `text` for HTML and XML, between tags and inside quoted attributes. Control characters that neither allows
 * become U+FFFD. */
void mb_html_escape(mb_buffer *out, mb_slice text);

/* Writes an address as the value of href or src: what an address can't hold is percent-encoded. */
void mb_url_escape(mb_buffer *out, mb_slice url);

/* Whether a link may lead to `url`: http, https, mailto, tel, or an address without a scheme. An address with control
 * characters or with white space in front is refused, since browsers take those out before they look at the scheme. */
bool mb_link_is_allowed(mb_slice url);

#endif
