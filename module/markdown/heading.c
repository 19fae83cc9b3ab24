/* heading.c: headings, and the ids by which links reach them. */
#include "core/unicode.h"
#include "markdown/walk.h"

/* The id of a heading that has no letter and no digit. */
#define NAMELESS MB_TEXT("section")

static const char *const names[] = {"", "h1", "h2", "h3", "h4", "h5", "h6"};

void mb_md_reserve_ids(mb_md_walk *walk)
{
    const mb_list *swaps = &walk->page->swaps;
    for (uint32_t i = 0; i < swaps->count; i++) {
        const mb_md_swap *swap = swaps->items[i];
        if (swap->attributes.id.size)
            mb_md_ids_reserve(&walk->ids, swap->attributes.id);
    }
}

void mb_md_write_id(mb_md_walk *walk, mb_slice id)
{
    mb_md_write(walk, " id=\"");
    mb_html_escape(walk->out, id);
    mb_md_write(walk, "\"");
}

/* Takes {#id .class} off the end of the heading's text. */
static const mb_md_swap *take_attributes(mb_md_walk *walk, cmark_node *heading)
{
    cmark_node *last = cmark_node_last_child(heading);
    if (!last || cmark_node_get_type(last) != CMARK_NODE_TEXT)
        return NULL;
    mb_slice text = mb_slice_of(cmark_node_get_literal(last));
    for (mb_md_mark mark = {0}; mb_md_next_mark(walk->page, text, mark.to, &mark);)
        if (mark.to == text.size && mark.swap && mark.swap->kind == MB_MD_ATTRIBUTES) {
            mb_slice title = mb_slice_trim_end(mb_slice_first(text, mark.from));
            cmark_node_set_literal(last, mb_arena_copy(walk->page->arena, title).data);
            return mark.swap;
        }
    return NULL;
}

static void add_without_fragments(mb_buffer *out, const mb_md_page *page, mb_slice text)
{
    size_t done = 0;
    for (mb_md_mark mark; mb_md_next_mark(page, text, done, &mark); done = mark.to)
        mb_buffer_add(out, (mb_slice){text.data + done, mark.from - done});
    mb_buffer_add(out, mb_slice_from(text, done));
}

static void add_text(mb_buffer *out, const mb_md_page *page, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
        add_without_fragments(out, page, mb_slice_of(cmark_node_get_literal(node)));
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        mb_buffer_char(out, ' ');
        break;
    default:
        break;
    }
}

static mb_slice made_id(mb_md_walk *walk, cmark_node *heading)
{
    mb_buffer *text = &walk->page->heading;
    mb_buffer_clear(text);
    cmark_iter *iterator = cmark_iter_new(heading);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE)
        if (cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER)
            add_text(text, walk->page, cmark_iter_get_node(iterator));
    cmark_iter_free(iterator);
    mb_slice slug = mb_slug(walk->page->arena, mb_buffer_slice(text));
    return mb_md_ids_take_made(&walk->ids, slug.size ? slug : NAMELESS);
}

void mb_md_enter_heading(mb_md_walk *walk, cmark_node *node)
{
    const mb_md_swap *swap = take_attributes(walk, node);
    walk->section++;
    mb_md_open_block(walk, names[cmark_node_get_heading_level(node)], node);
    if (swap && swap->attributes.id.size)
        mb_md_write_id(walk, mb_md_ids_take_given(&walk->ids, swap->attributes.id));
    else if (walk->page->options->additions)
        mb_md_write_id(walk, made_id(walk, node));
    if (swap)
        mb_md_attributes_write(walk->out, &swap->attributes);
    mb_md_write(walk, ">");
}

void mb_md_leave_heading(mb_md_walk *walk, cmark_node *node)
{
    mb_md_write(walk, "</");
    mb_md_write(walk, names[cmark_node_get_heading_level(node)]);
    mb_md_write(walk, ">\n");
}
