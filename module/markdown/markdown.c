/* markdown.c: the way of a page: scan, parse, walk; and once more where cmark saw it otherwise. */
#include "markdown/markdown.h"

#include "core/unicode.h"
#include "markdown/memory.h"
#include "markdown/walk.h"

static int refuse_size(const char *file, mb_error *error)
{
    mb_fail_at(error, MB_ELIMIT, (mb_where){file, 0, 0}, "the page has more than %zu MiB of Markdown",
               MB_MARKDOWN_CEILING >> 20);
    mb_advise(error, "spread it over several pages");
    return MB_ELIMIT;
}

static void shorten(mb_buffer *buffer, size_t size)
{
    buffer->size = size;
    if (buffer->data)
        buffer->data[size] = '\0';
}

static void convert_once(mb_md_page *page, mb_buffer *out)
{
    mb_md_scan(page);
    if (page->code)
        return;
    mb_md_parse(page);
    mb_md_walk_page(page, out);
}

/* cmark looks for it at the start of what it is given, where the cells are. */
static mb_slice without_byte_order_mark(mb_slice markdown)
{
    return mb_slice_from(markdown, mb_slice_starts(markdown, MB_TEXT("\xEF\xBB\xBF")) ? 3 : 0);
}

/* `markdown` with U+FFFD for each byte that isn't UTF-8, as it is where there is none. */
static mb_slice as_utf8(mb_arena *arena, mb_slice markdown)
{
    size_t bad = mb_utf8_invalid(markdown), size = 0;
    if (bad == SIZE_MAX)
        return markdown;
    char *repaired = mb_arena_alloc(arena, 3 * markdown.size);
    for (; bad != SIZE_MAX; bad = mb_utf8_invalid(markdown)) {
        memcpy(repaired + size, markdown.data, bad);
        memcpy(repaired + size + bad, "\xEF\xBF\xBD", 3);
        size += bad + 3;
        markdown = mb_slice_from(markdown, bad + 1);
    }
    memcpy(repaired + size, markdown.data, markdown.size);
    return (mb_slice){repaired, size + markdown.size};
}

static void convert(mb_md_page *page, mb_buffer *out)
{
    size_t before = out->size;
    page->markdown = as_utf8(page->arena, without_byte_order_mark(page->markdown));
    page->markdown = mb_md_without_forgeries(page, page->markdown);
    convert_once(page, out);
    if (!page->code && page->try_again) {
        shorten(out, before);
        mb_md_start_again(page);
        convert_once(page, out);
    }
}

/* Exhaustion of the arena, in our code or in cmark's, comes back here. */
static int convert_guarded(mb_md_page *page, mb_buffer *out)
{
    if (mb_arena_guard(page->arena))
        return mb_fail_exhausted(page->error, mb_arena_failure(page->arena), "converting the page's Markdown");
    convert(page, out);
    return page->code;
}

static int convert_in(mb_arena *workspace, mb_md_page *page, mb_buffer *out)
{
    size_t before = out->size;
    page->arena = workspace;
    page->cell_source = page->restored = page->heading = mb_buffer_make(MB_MARKDOWN_MEMORY);
    mb_arena *lender = mb_md_lend(workspace);
    int code = convert_guarded(page, out);
    mb_md_lend(lender);

    const int failures[] = {out->failed, page->cell_source.failed, page->restored.failed, page->heading.failed};
    for (size_t i = 0; !code && i < sizeof failures / sizeof *failures; i++)
        if (failures[i])
            code = mb_fail_exhausted(page->error, failures[i], "writing the page's HTML");
    if (code)
        shorten(out, before);
    mb_buffer_free(&page->cell_source);
    mb_buffer_free(&page->restored);
    mb_buffer_free(&page->heading);
    return code;
}

int mb_markdown_to_html(mb_slice markdown, const mb_markdown_options *options, const char *file, mb_buffer *out,
                        mb_error *error)
{
    if (markdown.size > MB_MARKDOWN_CEILING)
        return refuse_size(file, error);

    mb_md_page page = {.options = options, .file = file, .error = error};
    page.markdown = markdown.data ? markdown : MB_TEXT("");
    if (options->workspace) {
        mb_arena_reset(options->workspace);
        return convert_in(options->workspace, &page, out);
    }
    mb_arena *workspace;
    if (mb_arena_new(MB_MARKDOWN_MEMORY, &workspace))
        return mb_fail_exhausted(error, MB_ENOMEM, "converting the page's Markdown");
    int code = convert_in(workspace, &page, out);
    mb_arena_free(workspace);
    return code;
}
