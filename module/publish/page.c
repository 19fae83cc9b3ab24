/* page.c: a page's way: layout, Markdown, HTML, shell. */
#include "markdown/markdown.h"
#include "publish/publish.h"
#include "publish/workbench.h"
#include "script/languages.h"

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

int mb_page_traced(const mb_publication *publication, const mb_page *page, mb_trace *trace, mb_buffer *markdown,
                   mb_error *error)
{
    mb_rendering *rendering;
    mb_buffer html = mb_buffer_make(MB_PAGE_CEILING);
    int code = mb_rendering_new(&publication->setup, page, &rendering, error);
    if (code)
        return code;
    mb_rendering_trace(rendering, trace);
    code = mb_render_layout(rendering, markdown, error);
    if (!code && page->language == MB_MARKDOWN)
        code = mb_render_shell(rendering, MB_TEXT(""), &html, error);
    mb_rendering_free(rendering);
    mb_buffer_free(&html);
    return code;
}

void mb_page_seek(const mb_publication *publication, const mb_page *page, mb_seek *seek)
{
    mb_rendering *rendering;
    if (mb_rendering_new(&publication->setup, page, &rendering, NULL))
        return;
    mb_buffer markdown = mb_buffer_make(MB_PAGE_CEILING), html = mb_buffer_make(MB_PAGE_CEILING);
    mb_rendering_seek(rendering, seek);
    if (!mb_render_layout(rendering, &markdown, NULL) && !*seek->file)
        mb_render_shell(rendering, MB_TEXT(""), &html, NULL);
    mb_rendering_free(rendering);
    mb_buffer_free(&markdown);
    mb_buffer_free(&html);
}

static int convert(const mb_rendering *rendering, const char *route, mb_workbench *bench, mb_error *error)
{
    mb_markdown_options options = {.additions = true, .workspace = bench->arena};
    options.fragments = mb_render_fragments(rendering, &options.fragment_count);
    int code = mb_markdown_to_html(mb_buffer_slice(&bench->markdown), &options, NULL, &bench->content, error);
    if (code)
        mb_name_route(error, route);
    return code;
}

static int make_feed(mb_rendering *rendering, const mb_page *page, mb_buffer *out, mb_error *error)
{
    mb_buffer written = mb_buffer_make(MB_FEED_CEILING);
    int code = mb_render_layout(rendering, &written, error);
    if (!code) {
        mb_finish_file(page->language, mb_buffer_slice(&written), out);
        code = out->failed ? mb_fail_exhausted(error, out->failed, "writing a feed") : 0;
    }
    mb_buffer_free(&written);
    return code;
}

/* What becomes of a page's content. */
typedef int finish(mb_rendering *rendering, mb_slice content, mb_buffer *out, mb_error *error);

static int leave_bare(mb_rendering *rendering, mb_slice content, mb_buffer *out, mb_error *error)
{
    (void)rendering;
    mb_buffer_add(out, content);
    return out->failed ? mb_fail_exhausted(error, out->failed, "making the page") : 0;
}

static int make_html(mb_rendering *rendering, const mb_page *page, finish *end, mb_workbench *bench, mb_buffer *out,
                     mb_error *error)
{
    if (page->language != MB_MARKDOWN)
        return make_feed(rendering, page, out, error);
    int code = mb_render_layout(rendering, &bench->markdown, error);
    if (!code)
        code = convert(rendering, page->route, bench, error);
    return code ? code : end(rendering, mb_buffer_slice(&bench->content), out, error);
}

/* The page's HTML, and the list of its files, which is known only then. */
static int make_page(const mb_publication *publication, const mb_page *page, finish *end, mb_buffer *html,
                     mb_buffer *files, mb_error *error)
{
    mb_workbench *bench;
    mb_rendering *rendering;
    int code = mb_workbench_take(publication->idle, &bench, error);
    if (code)
        return code;
    code = mb_rendering_new(&publication->setup, page, &rendering, error);
    if (!code) {
        code = make_html(rendering, page, end, bench, html, error);
        if (!code && files)
            mb_rendering_files(rendering, files);
        mb_rendering_free(rendering);
    }
    mb_workbench_leave(publication->idle, bench);
    return code;
}

int mb_page_html(const mb_publication *publication, const mb_page *page, mb_buffer *out, mb_error *error)
{
    return make_page(publication, page, mb_render_shell, out, NULL, error);
}

int mb_page_content(const mb_publication *publication, const mb_page *page, mb_buffer *out, mb_error *error)
{
    return make_page(publication, page, leave_bare, out, NULL, error);
}

int mb_page_files(const mb_publication *publication, const mb_page *page, mb_buffer *out, mb_error *error)
{
    mb_buffer html = mb_buffer_make(MB_PAGE_CEILING);
    int code = make_page(publication, page, mb_render_shell, &html, out, error);
    mb_buffer_free(&html);
    return code;
}
