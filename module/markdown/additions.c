/* additions.c: blocks that CommonMark doesn't have. */
#include "markdown/walk.h"

static void open_container(mb_md_walk *walk, cmark_node *node, mb_md_swap *swap)
{
    mb_md_go_deeper(walk, node);
    if (walk->page->code)
        return;
    walk->containers[walk->container_count++] = cmark_node_parent(node);
    mb_md_open_block(walk, "div", node);
    if (swap->attributes.id.size)
        mb_md_write_id(walk, mb_md_ids_take_given(&walk->ids, swap->attributes.id));
    mb_md_attributes_write(walk->out, &swap->attributes);
    mb_md_write(walk, ">\n");
}

static bool is_open_in(const mb_md_walk *walk, cmark_node *parent)
{
    return walk->container_count > 0 && walk->containers[walk->container_count - 1] == parent;
}

static void close_container(mb_md_walk *walk)
{
    mb_md_close_block(walk, "div");
    walk->container_count--;
    mb_md_go_back(walk);
}

/* Colons that close nothing show as what they are. */
static void end_container(mb_md_walk *walk, cmark_node *node, mb_md_swap *swap)
{
    if (is_open_in(walk, cmark_node_parent(node)))
        close_container(walk);
    else
        mb_md_write_as_paragraph(walk, swap->raw, node);
}

void mb_md_close_containers(mb_md_walk *walk, cmark_node *parent)
{
    while (is_open_in(walk, parent))
        close_container(walk);
}

static void pass_abbreviation(mb_md_walk *walk, cmark_node *node, mb_md_swap *swap)
{
    (void)walk, (void)node, (void)swap;
}

void mb_md_misread(mb_md_walk *walk, const mb_md_swap *swap)
{
    mb_md_page *page = walk->page;
    if (!swap->table || page->is_second_try)
        return;
    if (!page->unswapped)
        page->unswapped = mb_arena_alloc(page->arena, page->line_count / 8 + 1);
    page->unswapped[swap->line / 8] |= (unsigned char)(1 << swap->line % 8);
    page->try_again = true;
}

/* The rows that belong to a table were written with its head. */
static void pass_row(mb_md_walk *walk, cmark_node *node, mb_md_swap *swap)
{
    if (swap->written)
        return;
    mb_md_misread(walk, swap);
    mb_md_write_as_paragraph(walk, swap->raw, node);
}

static void (*const swap_steps[])(mb_md_walk *walk, cmark_node *node, mb_md_swap *swap) = {
    [MB_MD_CONTAINER] = open_container, [MB_MD_CONTAINER_END] = end_container, [MB_MD_ABBREVIATION] = pass_abbreviation,
    [MB_MD_TABLE] = mb_md_write_table,  [MB_MD_DELIMITERS] = pass_row,         [MB_MD_ROW] = pass_row,
};

void mb_md_enter_swap(mb_md_walk *walk, cmark_node *node, mb_md_swap *swap)
{
    swap_steps[swap->kind](walk, node, swap);
}
