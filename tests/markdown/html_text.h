/* html_text.h: what a browser would show of a piece of HTML, for tests. */
#ifndef MB_TESTS_HTML_TEXT_H
#define MB_TESTS_HTML_TEXT_H

#include <stdlib.h>

#include "core/buffer.h"

/* Adds the text of `html` to `out`: tags taken out, character references read. */
static inline void html_text(mb_buffer *out, mb_slice html)
{
    static const struct {
        const char *name, *text;
    } entities[] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#x27;", "'"}, {"&#13;", "\r"},
    };
    for (size_t at = 0; at < html.size;) {
        mb_slice rest = mb_slice_from(html, at);
        if (rest.data[0] == '<') {
            at = mb_slice_find(html, MB_TEXT(">"), at) + 1;
            continue;
        }
        size_t i = 0;
        while (i < sizeof entities / sizeof *entities && !mb_slice_starts(rest, mb_slice_of(entities[i].name)))
            i++;
        bool is_entity = i < sizeof entities / sizeof *entities;
        mb_buffer_add(out, is_entity ? mb_slice_of(entities[i].text) : mb_slice_first(rest, 1));
        at += is_entity ? strlen(entities[i].name) : 1;
    }
}

#endif
