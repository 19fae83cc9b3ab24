/* markdown.c: Markdown through cmark's parser and our walk. */
#include "markdown/markdown.h"

#include "markdown/walk.h"

static int refuse_size(const char *file, mb_error *error)
{
    mb_fail_at(error, MB_ELIMIT, (mb_where){file, 0, 0}, "the page has more than %zu MiB of Markdown",
               MB_MARKDOWN_CEILING >> 20);
    mb_advise(error, "spread it over several pages");
    return MB_ELIMIT;
}

int mb_markdown_to_html(mb_slice markdown, const mb_markdown_options *options, const char *file, mb_buffer *out,
                        mb_error *error)
{
    if (markdown.size > MB_MARKDOWN_CEILING)
        return refuse_size(file, error);

    size_t before = out->size;
    cmark_node *root = cmark_parse_document(markdown.data ? markdown.data : "", markdown.size, CMARK_OPT_DEFAULT);
    int code = mb_walk(root, options, file, out, error);
    cmark_node_free(root);

    if (!code && out->failed)
        code = mb_fail_exhausted(error, out->failed, "writing the page's HTML");
    if (code)
        out->size = before;
    return code;
}
