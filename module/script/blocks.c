/* blocks.c: the model's blocks as Markdown: paragraphs, lists, tables. */
#include "markdown/markdown.h"
#include "script/pieces.h"
#include "script/values.h"

static void write_text(mb_buffer *out, mb_slice text)
{
    mb_markdown_escape(out, text, MB_MARKDOWN_TEXT);
}

/* Emphasis can't begin or end with white space, so the white space goes outside. */
static void write_styled(mb_buffer *out, mb_slice text, const char *mark)
{
    mb_slice inner = mb_slice_trim(text);
    if (inner.size == 0 || !*mark) {
        write_text(out, text);
        return;
    }
    write_text(out, mb_slice_between(text.data, inner.data));
    mb_buffer_text(out, mark);
    write_text(out, inner);
    mb_buffer_text(out, mark);
    write_text(out, mb_slice_between(mb_slice_end(inner), mb_slice_end(text)));
}

static void write_run(mb_buffer *out, const mb_run *run)
{
    static const char *const marks[] = {
        [mb_run_style_nothing] = "", [mb_run_style_strong] = "**", [mb_run_style_emphasis] = "*"};
    /* A path of the council's site leads nowhere on this one. */
    bool has_scheme = run->href.size > 0 && memchr(run->href.data, ':', run->href.size);
    bool links = has_scheme && mb_link_is_allowed(run->href);
    if (links)
        mb_buffer_char(out, '[');
    write_styled(out, run->text, marks[run->style]);
    if (links) {
        mb_buffer_text(out, "](");
        mb_markdown_escape(out, run->href, MB_MARKDOWN_TARGET);
        mb_buffer_char(out, ')');
    }
}

static void write_runs_or_text(mb_buffer *out, const mb_list *runs, mb_slice text)
{
    if (runs->count == 0)
        write_text(out, text);
    for (uint32_t i = 0; i < runs->count; i++)
        write_run(out, runs->items[i]);
}

/* A block needs an empty line before it. */
static void set_apart(mb_buffer *out)
{
    mb_slice written = mb_buffer_slice(out);
    if (written.size == 0 || mb_slice_ends(written, MB_TEXT("\n\n")))
        return;
    mb_buffer_text(out, mb_slice_ends(written, MB_TEXT("\n")) ? "\n" : "\n\n");
}

static void write_paragraph(mb_buffer *out, const mb_block *block)
{
    mb_slice label = block->type == mb_block_type_note ? block->mark : block->number;
    if (label.size > 0) {
        write_text(out, label);
        mb_buffer_char(out, ' ');
    }
    write_runs_or_text(out, &block->runs, block->text);
    mb_buffer_char(out, '\n');
}

static void indent(mb_buffer *out, int depth)
{
    for (; depth > 0; depth--)
        mb_buffer_text(out, "  ");
}

/* Markdown has bullets and 1., but neither (a) nor iv: a printed marker is text, and the class `marked` takes the
 * bullet away. */
static void write_items(mb_buffer *out, const mb_list *items, int depth)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_list_item *item = items->items[i];
        indent(out, depth);
        mb_buffer_text(out, "- ");
        if (item->marker.size > 0) {
            write_text(out, item->marker);
            mb_buffer_char(out, ' ');
        }
        write_runs_or_text(out, &item->runs, item->text);
        mb_buffer_char(out, '\n');
        write_items(out, &item->items, depth + 1);
    }
}

static bool has_markers(const mb_list *items)
{
    const mb_list_item *first = items->count ? items->items[0] : NULL;
    return first && first->marker.size > 0;
}

static void write_list(mb_buffer *out, const mb_block *block)
{
    bool marked = has_markers(&block->items);
    if (marked)
        mb_buffer_text(out, "::: {.marked}\n");
    write_items(out, &block->items, 0);
    if (marked)
        mb_buffer_text(out, ":::\n");
}

static void write_row(mb_buffer *out, const mb_strings *cells, uint32_t columns)
{
    for (uint32_t i = 0; i < columns; i++) {
        mb_buffer_text(out, "| ");
        if (i < cells->count)
            write_text(out, cells->items[i]);
        mb_buffer_char(out, ' ');
    }
    mb_buffer_text(out, "|\n");
}

static uint32_t columns_of(const mb_block *block)
{
    uint32_t columns = block->header.count;
    for (uint32_t i = 0; i < block->rows.count; i++) {
        const mb_strings *row = block->rows.items[i];
        if (row->count > columns)
            columns = row->count;
    }
    return columns;
}

static void write_pipe_table(mb_buffer *out, const mb_block *block, uint32_t columns)
{
    write_row(out, &block->header, columns);
    for (uint32_t i = 0; i < columns; i++)
        mb_buffer_text(out, "| --- ");
    mb_buffer_text(out, "|\n");
    for (uint32_t i = 0; i < block->rows.count; i++)
        write_row(out, block->rows.items[i], columns);
}

static void write_html_row(mb_buffer *html, const mb_strings *cells, uint32_t columns, const char *opening,
                           const char *closing)
{
    mb_buffer_text(html, "<tr>");
    for (uint32_t i = 0; i < columns; i++) {
        mb_buffer_text(html, opening);
        if (i < cells->count)
            mb_html_escape(html, cells->items[i]);
        mb_buffer_text(html, closing);
    }
    mb_buffer_text(html, "</tr>\n");
}

/* As `data_table` writes them. */
static void write_html_table(mb_buffer *html, const mb_block *block, uint32_t columns)
{
    mb_buffer_text(html, "<div aria-label=\"");
    mb_html_escape(html, block->caption.size > 0 ? block->caption : MB_TEXT("Table"));
    mb_buffer_text(html, "\" class=\"table\" role=\"group\" tabindex=\"0\"><table>\n");
    if (block->caption.size > 0) {
        mb_buffer_text(html, "<caption>");
        mb_html_escape(html, block->caption);
        mb_buffer_text(html, "</caption>\n");
    }
    if (block->header.count > 0) {
        mb_buffer_text(html, "<thead>");
        write_html_row(html, &block->header, columns, "<th scope=\"col\">", "</th>");
        mb_buffer_text(html, "</thead>\n");
    }
    mb_buffer_text(html, "<tbody>\n");
    for (uint32_t i = 0; i < block->rows.count; i++)
        write_html_row(html, block->rows.items[i], columns, "<td>", "</td>");
    mb_buffer_text(html, "</tbody></table></div>");
}

/* Markdown's tables have no caption, and always a head. */
static void write_table(lua_State *L, mb_buffer *out, const mb_block *block)
{
    uint32_t columns = columns_of(block);
    if (columns == 0)
        return;
    if (block->caption.size == 0 && block->header.count > 0) {
        write_pipe_table(out, block, columns);
        return;
    }
    mb_buffer *html = &mb_rendering_of(L)->html;
    mb_buffer_clear(html);
    write_html_table(html, block, columns);
    mb_check_buffer(L, html);
    mb_write_fragment(L, mb_buffer_slice(html), out);
    mb_buffer_char(out, '\n');
}

static void write_in_container(mb_buffer *out, const mb_block *block, const char *class)
{
    mb_buffer_printf(out, "::: {.%s}\n", class);
    write_paragraph(out, block);
    mb_buffer_text(out, ":::\n");
}

void mb_write_block(lua_State *L, mb_buffer *out, const mb_block *block)
{
    set_apart(out);
    switch (block->type) {
    case mb_block_type_list:
        write_list(out, block);
        break;
    case mb_block_type_table:
        write_table(L, out, block);
        break;
    case mb_block_type_caption:
        write_in_container(out, block, "caption");
        break;
    case mb_block_type_note:
        write_in_container(out, block, "footnote");
        break;
    case mb_block_type_nothing:
    case mb_block_type_paragraph:
    case mb_block_type_repeat:
        write_paragraph(out, block);
        break;
    }
    mb_buffer_char(out, '\n');
}
