/* markdown.c: the C door to our Markdown. */
#include "markdown/markdown.h"

#include "doors/copy.h"

/* Markup may take so many times its Markdown's most. */
#define HTML_CEILING (16 * MB_MARKDOWN_CEILING)

int mb_markdown(const char *markdown, size_t size, char **out, size_t *html_size, mb_error *error)
{
    const mb_markdown_options options = {.additions = true};
    mb_buffer html = mb_buffer_make(HTML_CEILING);
    int code = mb_markdown_to_html((mb_slice){markdown, size}, &options, NULL, &html, error);
    if (code) {
        mb_buffer_free(&html);
        return code;
    }
    return mb_give_copy(&html, "making HTML", out, html_size, error);
}
