/* parse.c: what cmark is given, and what comes back. */
#include <stdio.h>

#include "markdown/memory.h"
#include "markdown/page.h"

static void feed(cmark_parser *parser, mb_slice text)
{
    cmark_parser_feed(parser, text.data, text.size);
}

/* The mark of a swap, in a comment of its own or, for attributes, behind a space. */
static void feed_mark(cmark_parser *parser, const mb_md_swap *swap, uint32_t number)
{
    bool is_line = swap->kind != MB_MD_ATTRIBUTES;
    char mark[64];
    int size = snprintf(mark, sizeof mark, "%s" MB_MD_SWAP "%u" MB_MD_SWAP_END "%s", is_line ? "<!--" : " ", number,
                        is_line ? "-->" : "");
    feed(parser, (mb_slice){mark, (size_t)size});
}

static void feed_page(cmark_parser *parser, const mb_md_page *page)
{
    const char *done = page->markdown.data;
    for (uint32_t i = 0; i < page->swaps.count; i++) {
        const mb_md_swap *swap = page->swaps.items[i];
        feed(parser, mb_slice_between(done, swap->raw.data));
        feed_mark(parser, swap, i);
        done = mb_slice_end(swap->raw);
    }
    feed(parser, mb_slice_between(done, mb_slice_end(page->markdown)));
}

static void take_cells(mb_md_page *page)
{
    page->cells = mb_new_array(page->arena, cmark_node *, page->cell_count);
    for (uint32_t i = 0; i < page->cell_count; i++) {
        page->cells[i] = cmark_node_first_child(page->root);
        cmark_node_unlink(page->cells[i]);
    }
}

void mb_md_parse(mb_md_page *page)
{
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, mb_md_memory());
    feed(parser, mb_buffer_slice(&page->cell_source));
    feed_page(parser, page);
    page->root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    if (page->abbreviated)
        cmark_consolidate_text_nodes(page->root);
    take_cells(page);
}
