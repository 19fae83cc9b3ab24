/* page.c: a page's way: layout, Markdown, HTML, shell. */
#include "markdown/markdown.h"
#include "publish/publish.h"

int mb_page_markdown(const mb_publication *publication, const mb_page *page, mb_buffer *out, mb_error *error)
{
    mb_rendering *rendering;
    int code = mb_rendering_new(&publication->setup, page, &rendering, error);
    if (code)
        return code;
    code = mb_render_layout(rendering, out, error);
    mb_rendering_free(rendering);
    return code;
}

static int convert(const mb_rendering *rendering, const char *route, const mb_buffer *markdown, mb_buffer *content,
                   mb_error *error)
{
    mb_markdown_options options = {.additions = true};
    options.fragments = mb_render_fragments(rendering, &options.fragment_count);
    int code = mb_markdown_to_html(mb_buffer_slice(markdown), &options, NULL, content, error);
    if (code)
        mb_name_route(error, route);
    return code;
}

static int make_html(mb_rendering *rendering, const mb_page *page, mb_buffer *out, mb_error *error)
{
    mb_buffer markdown = mb_buffer_make(MB_PAGE_CEILING), content = mb_buffer_make(MB_PAGE_CEILING);
    int code = mb_render_layout(rendering, &markdown, error);
    if (!code)
        code = convert(rendering, page->route, &markdown, &content, error);
    if (!code)
        code = mb_render_shell(rendering, content.data ? mb_buffer_slice(&content) : MB_TEXT(""), out, error);
    mb_buffer_free(&markdown);
    mb_buffer_free(&content);
    return code;
}

int mb_page_html(const mb_publication *publication, const mb_page *page, mb_buffer *out, mb_error *error)
{
    mb_rendering *rendering;
    int code = mb_rendering_new(&publication->setup, page, &rendering, error);
    if (code)
        return code;
    code = make_html(rendering, page, out, error);
    mb_rendering_free(rendering);
    return code;
}

int mb_page_files(const mb_publication *publication, const mb_page *page, mb_buffer *out, mb_error *error)
{
    mb_rendering *rendering;
    int code = mb_rendering_new(&publication->setup, page, &rendering, error);
    if (code)
        return code;
    mb_buffer html = mb_buffer_make(MB_PAGE_CEILING);
    code = make_html(rendering, page, &html, error);
    if (!code)
        mb_rendering_files(rendering, out);
    mb_buffer_free(&html);
    mb_rendering_free(rendering);
    return code;
}
