/* blocks.c: quotes, lists, paragraphs, code, and HTML that isn't let through. */
#include "markdown/walk.h"

void mb_md_enter_quote(mb_md_walk *walk, cmark_node *node)
{
    mb_md_open_block(walk, "blockquote", node);
    mb_md_write(walk, ">\n");
}
void mb_md_leave_quote(mb_md_walk *walk, cmark_node *node)
{
    (void)node;
    mb_md_close_block(walk, "blockquote");
}

static bool is_ordered(cmark_node *list)
{
    return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
}
void mb_md_enter_list(mb_md_walk *walk, cmark_node *node)
{
    mb_md_open_block(walk, is_ordered(node) ? "ol" : "ul", node);
    if (is_ordered(node) && cmark_node_get_list_start(node) != 1)
        mb_buffer_printf(walk->out, " start=\"%d\"", cmark_node_get_list_start(node));
    mb_md_write(walk, ">\n");
}
void mb_md_leave_list(mb_md_walk *walk, cmark_node *node)
{
    mb_md_close_block(walk, is_ordered(node) ? "ol" : "ul");
}

void mb_md_enter_item(mb_md_walk *walk, cmark_node *node)
{
    mb_md_open_block(walk, "li", node);
    mb_md_write(walk, ">");
}
void mb_md_leave_item(mb_md_walk *walk, cmark_node *node)
{
    (void)node;
    mb_md_write(walk, "</li>\n");
}

static bool is_in_tight_list(cmark_node *paragraph)
{
    cmark_node *list = cmark_node_parent(cmark_node_parent(paragraph));
    return cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list);
}

static bool is_blank(mb_slice text)
{
    return mb_slice_trim(text).size == 0;
}

static bool holds_only_fragments(const mb_md_page *page, mb_slice text)
{
    size_t done = 0;
    for (mb_md_mark mark; mb_md_next_mark(page, text, done, &mark); done = mark.to)
        if (!mark.fragment || !is_blank((mb_slice){text.data + done, mark.from - done}))
            return false;
    return is_blank(mb_slice_from(text, done));
}

/* A paragraph that holds fragments and nothing else stands for them: they may be blocks, which <p> can't hold. */
static bool is_of_fragments(const mb_md_page *page, cmark_node *paragraph)
{
    if (page->options->fragment_count == 0)
        return false;
    for (cmark_node *child = cmark_node_first_child(paragraph); child; child = cmark_node_next(child)) {
        cmark_node_type type = cmark_node_get_type(child);
        bool is_text =
            type == CMARK_NODE_TEXT && holds_only_fragments(page, mb_slice_of(cmark_node_get_literal(child)));
        if (!is_text && type != CMARK_NODE_SOFTBREAK)
            return false;
    }
    return true;
}

void mb_md_enter_paragraph(mb_md_walk *walk, cmark_node *node)
{
    if (is_in_tight_list(node))
        return;
    if (is_of_fragments(walk->page, node)) {
        mb_md_on_new_line(walk);
        return;
    }
    mb_md_open_block(walk, "p", node);
    mb_md_write(walk, ">");
}
void mb_md_leave_paragraph(mb_md_walk *walk, cmark_node *node)
{
    if (is_in_tight_list(node))
        return;
    mb_md_write(walk, is_of_fragments(walk->page, node) ? "\n" : "</p>\n");
}

/* The first word of a code block's info string names its language. */
void mb_md_enter_code_block(mb_md_walk *walk, cmark_node *node)
{
    mb_slice info = mb_md_restore(walk->page, mb_slice_of(cmark_node_get_fence_info(node)));
    size_t language = 0;
    while (language < info.size && !memchr(" \t\r\n\v\f", info.data[language], 6))
        language++;
    mb_md_open_block(walk, "pre", node);
    mb_md_write(walk, "><code");
    if (language > 0) {
        mb_md_write(walk, " class=\"language-");
        mb_html_escape(walk->out, mb_slice_first(info, language));
        mb_md_write(walk, "\"");
    }
    mb_md_write(walk, ">");
    mb_html_escape(walk->out, mb_md_restore(walk->page, mb_slice_of(cmark_node_get_literal(node))));
    mb_md_write(walk, "</code></pre>\n");
}

void mb_md_enter_html_block(mb_md_walk *walk, cmark_node *node)
{
    mb_slice html = mb_slice_of(cmark_node_get_literal(node));
    while (mb_slice_ends(html, MB_TEXT("\n")))
        html.size--;
    mb_md_mark mark;
    bool is_mark = mb_md_next_mark(walk->page, html, 0, &mark) && mark.from == 0 && mark.to == html.size;
    if (is_mark && mark.swap) {
        mb_md_enter_swap(walk, node, mark.swap);
        return;
    }
    if (walk->page->options->raw_html) {
        mb_md_on_new_line(walk);
        mb_buffer_add(walk->out, mb_md_restore(walk->page, html));
        mb_md_on_new_line(walk);
    } else if (!mb_md_is_comment(mb_md_restore(walk->page, html))) {
        mb_md_write_as_paragraph(walk, html, node);
    }
}

void mb_md_enter_thematic_break(mb_md_walk *walk, cmark_node *node)
{
    mb_md_open_block(walk, "hr", node);
    mb_md_write(walk, " />\n");
}
