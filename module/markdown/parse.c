/* parse.c: what cmark is given, and what comes back. */
#include "markdown/memory.h"
#include "markdown/page.h"

static void feed(cmark_parser *parser, mb_slice text)
{
    cmark_parser_feed(parser, text.data, text.size);
}

static void feed_page(cmark_parser *parser, const mb_md_page *page)
{
    const char *done = page->markdown.data;
    for (uint32_t i = 0; i < page->swaps.count; i++) {
        const mb_md_swap *swap = page->swaps.items[i];
        if (swap->is_in_cell)
            continue;
        feed(parser, mb_slice_between(done, swap->raw.data));
        char mark[MB_MD_LONGEST_MARK];
        feed(parser, (mb_slice){mark, mb_md_make_mark(mark, swap->kind, i)});
        done = mb_slice_end(swap->raw);
    }
    feed(parser, mb_slice_between(done, mb_slice_end(page->markdown)));
}

static bool holds_blocks(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
        return true;
    default:
        return false;
    }
}

cmark_node *mb_md_next_block(cmark_node *node)
{
    cmark_node *child = holds_blocks(node) ? cmark_node_first_child(node) : NULL;
    if (child)
        return child;
    while (node && !cmark_node_next(node))
        node = cmark_node_parent(node);
    return node ? cmark_node_next(node) : NULL;
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

const char *mb_markdown_parser_version(void)
{
    return cmark_version_string();
}
