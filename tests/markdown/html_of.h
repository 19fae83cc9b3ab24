/* html_of.h: what a piece of Markdown becomes, for tests. */
#ifndef MB_TESTS_HTML_OF_H
#define MB_TESTS_HTML_OF_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markdown/markdown.h"

static inline void html_with(const mb_markdown_options *options, const char *markdown, const char *html)
{
    mb_buffer out = mb_buffer_make((size_t)1 << 20);
    mb_error error = {0};
    if (mb_markdown_to_html(mb_slice_of(markdown), options, "test.md", &out, &error))
        fail_msg("%s", error.message);
    assert_string_equal(out.data ? out.data : "", html);
    mb_buffer_free(&out);
}

/* `markdown` with our additions is `html`. */
static inline void html_is(const char *markdown, const char *html)
{
    html_with(&(mb_markdown_options){.additions = true}, markdown, html);
}

#endif
