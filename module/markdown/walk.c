/* walk.c: the table of steps and the loop over it; nothing recurses, so no page is too deep for the stack. */
#include "markdown/walk.h"
#include "markdown/note.h"

/* What is written where a node begins and where it ends; a leaf only begins. */
static const struct {
    mb_md_step *enter, *leave;
    bool is_leaf;
} steps[] = {
    [CMARK_NODE_DOCUMENT] = {NULL, NULL, false},
    [CMARK_NODE_BLOCK_QUOTE] = {mb_md_enter_quote, mb_md_leave_quote, false},
    [CMARK_NODE_LIST] = {mb_md_enter_list, mb_md_leave_list, false},
    [CMARK_NODE_ITEM] = {mb_md_enter_item, mb_md_leave_item, false},
    [CMARK_NODE_CODE_BLOCK] = {mb_md_enter_code_block, NULL, true},
    [CMARK_NODE_HTML_BLOCK] = {mb_md_enter_html_block, NULL, true},
    [CMARK_NODE_PARAGRAPH] = {mb_md_enter_paragraph, mb_md_leave_paragraph, false},
    [CMARK_NODE_HEADING] = {mb_md_enter_heading, mb_md_leave_heading, false},
    [CMARK_NODE_THEMATIC_BREAK] = {mb_md_enter_thematic_break, NULL, true},
    [CMARK_NODE_TEXT] = {mb_md_enter_text, NULL, true},
    [CMARK_NODE_SOFTBREAK] = {mb_md_enter_soft_break, NULL, true},
    [CMARK_NODE_LINEBREAK] = {mb_md_enter_line_break, NULL, true},
    [CMARK_NODE_CODE] = {mb_md_enter_code, NULL, true},
    [CMARK_NODE_HTML_INLINE] = {mb_md_enter_html_inline, NULL, true},
    [CMARK_NODE_EMPH] = {mb_md_enter_emphasis, mb_md_leave_emphasis, false},
    [CMARK_NODE_STRONG] = {mb_md_enter_strong, mb_md_leave_strong, false},
    [CMARK_NODE_LINK] = {mb_md_enter_link, mb_md_leave_link, false},
    [CMARK_NODE_IMAGE] = {mb_md_enter_image, mb_md_leave_image, false},
};

void mb_md_on_new_line(mb_md_walk *walk)
{
    if (walk->out->size > 0 && walk->out->data[walk->out->size - 1] != '\n')
        mb_buffer_char(walk->out, '\n');
}

/* The cells stand ahead of the page, each on a line. */
uint32_t mb_md_first_line(const mb_md_walk *walk, cmark_node *node)
{
    return (uint32_t)cmark_node_get_start_line(node) - walk->page->cell_count;
}
/* cmark says of HTML of one line that it ends on the line before. */
uint32_t mb_md_last_line(const mb_md_walk *walk, cmark_node *node)
{
    uint32_t first = mb_md_first_line(walk, node);
    uint32_t last = (uint32_t)cmark_node_get_end_line(node) - walk->page->cell_count;
    return last < first ? first : last;
}

void mb_md_open_block(mb_md_walk *walk, const char *name, cmark_node *node)
{
    mb_md_on_new_line(walk);
    mb_buffer_char(walk->out, '<');
    mb_md_write(walk, name);
    if (walk->page->options->positions)
        mb_buffer_printf(walk->out, " data-source=\"%u-%u\"", mb_md_first_line(walk, node),
                         mb_md_last_line(walk, node));
}

void mb_md_close_block(mb_md_walk *walk, const char *name)
{
    mb_md_on_new_line(walk);
    mb_md_write(walk, "</");
    mb_md_write(walk, name);
    mb_md_write(walk, ">\n");
}

void mb_md_write_as_paragraph(mb_md_walk *walk, mb_slice text, cmark_node *node)
{
    mb_md_open_block(walk, "p", node);
    mb_md_write(walk, ">");
    mb_html_escape(walk->out, mb_md_restore(walk->page, text));
    mb_md_write(walk, "</p>\n");
}

void mb_md_go_deeper(mb_md_walk *walk, cmark_node *node)
{
    if (walk->depth == MB_MARKDOWN_DEPTH)
        mb_md_refuse_depth(walk->page, mb_md_first_line(walk, node));
    else
        walk->depth++;
}

void mb_md_go_back(mb_md_walk *walk)
{
    walk->depth--;
}

static void enter(mb_md_walk *walk, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (!steps[type].is_leaf)
        mb_md_go_deeper(walk, node);
    if (walk->image)
        mb_md_write_in_alt(walk, node);
    else if (!walk->page->code)
        steps[type].enter(walk, node);
}

static void leave(mb_md_walk *walk, cmark_node *node)
{
    if (walk->image && walk->image != node) {
        mb_md_go_back(walk);
        return;
    }
    if (walk->container_count > 0)
        mb_md_close_containers(walk, node);
    steps[cmark_node_get_type(node)].leave(walk, node);
    mb_md_go_back(walk);
}

void mb_md_walk_children(mb_md_walk *walk, cmark_node *root)
{
    cmark_iter *iterator = cmark_iter_new(root);
    for (cmark_event_type event; !walk->page->code && (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (node == root)
            continue;
        if (event == CMARK_EVENT_ENTER)
            enter(walk, node);
        else
            leave(walk, node);
    }
    cmark_iter_free(iterator);
}

static void take_abbreviations(mb_md_walk *walk)
{
    walk->abbreviations = mb_md_abbreviations_of(walk->page);
    if (walk->abbreviations)
        walk->explained_in = mb_new_array(walk->page->arena, uint32_t, walk->abbreviations->count);
}

void mb_md_walk_page(mb_md_page *page, mb_buffer *out)
{
    mb_md_walk walk = {.page = page, .out = out, .ids = {.arena = page->arena}, .section = 1};
    if (page->abbreviated)
        take_abbreviations(&walk);
    mb_md_reserve_ids(&walk);
    mb_md_notes_take(page);
    mb_md_walk_children(&walk, page->root);
    if (!page->code)
        mb_md_close_containers(&walk, page->root);
    if (!page->code)
        mb_md_notes_write(&walk);
}
