/* walk.c: one step for each kind of node, in a table; no recursion, so that no page can be too deep for the stack. */
#include "markdown/walk.h"

typedef struct walk {
    const mb_markdown_options *options;
    mb_buffer *out;
    cmark_node *image; /* whose text is being written as its alt, or NULL */
    size_t depth;
} walk;

static void text(walk *w, const char *markup)
{
    mb_buffer_text(w->out, markup);
}

static void on_new_line(walk *w)
{
    if (w->out->size > 0 && w->out->data[w->out->size - 1] != '\n')
        mb_buffer_char(w->out, '\n');
}

/* Opens a block's tag on a line of its own; the caller adds attributes and the `>`. */
static void open_block(walk *w, const char *name, cmark_node *node)
{
    on_new_line(w);
    mb_buffer_char(w->out, '<');
    text(w, name);
    if (w->options->positions)
        mb_buffer_printf(w->out, " data-source=\"%d-%d\"", cmark_node_get_start_line(node),
                         cmark_node_get_end_line(node));
}

static void close_block(walk *w, const char *name)
{
    on_new_line(w);
    mb_buffer_printf(w->out, "</%s>\n", name);
}

static void enter_quote(walk *w, cmark_node *node)
{
    open_block(w, "blockquote", node);
    text(w, ">\n");
}
static void leave_quote(walk *w, cmark_node *node)
{
    (void)node;
    close_block(w, "blockquote");
}

static bool is_ordered(cmark_node *list)
{
    return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
}
static void enter_list(walk *w, cmark_node *node)
{
    open_block(w, is_ordered(node) ? "ol" : "ul", node);
    if (is_ordered(node) && cmark_node_get_list_start(node) != 1)
        mb_buffer_printf(w->out, " start=\"%d\"", cmark_node_get_list_start(node));
    text(w, ">\n");
}
static void leave_list(walk *w, cmark_node *node)
{
    close_block(w, is_ordered(node) ? "ol" : "ul");
}

static void enter_item(walk *w, cmark_node *node)
{
    open_block(w, "li", node);
    text(w, ">");
}
static void leave_item(walk *w, cmark_node *node)
{
    (void)node;
    text(w, "</li>\n");
}

static void enter_heading(walk *w, cmark_node *node)
{
    char name[] = {'h', (char)('0' + cmark_node_get_heading_level(node)), '\0'};
    open_block(w, name, node);
    text(w, ">");
}
static void leave_heading(walk *w, cmark_node *node)
{
    mb_buffer_printf(w->out, "</h%d>\n", cmark_node_get_heading_level(node));
}

/* A paragraph of a tight list has no tags of its own. */
static bool is_bare(cmark_node *paragraph)
{
    cmark_node *list = cmark_node_parent(cmark_node_parent(paragraph));
    return cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list);
}
static void enter_paragraph(walk *w, cmark_node *node)
{
    if (is_bare(node))
        return;
    open_block(w, "p", node);
    text(w, ">");
}
static void leave_paragraph(walk *w, cmark_node *node)
{
    if (!is_bare(node))
        text(w, "</p>\n");
}

static void write_literal(walk *w, cmark_node *node)
{
    mb_html_escape(w->out, mb_slice_of(cmark_node_get_literal(node)));
}

/* The first word of a code block's info string names its language. */
static void enter_code_block(walk *w, cmark_node *node)
{
    const char *info = cmark_node_get_fence_info(node);
    size_t language = strcspn(info, " \t\r\n\v\f");
    open_block(w, "pre", node);
    text(w, "><code");
    if (language > 0) {
        text(w, " class=\"language-");
        mb_html_escape(w->out, (mb_slice){info, language});
        text(w, "\"");
    }
    text(w, ">");
    write_literal(w, node);
    text(w, "</code></pre>\n");
}

static bool is_comment(mb_slice html)
{
    html = mb_slice_trim(html);
    return mb_slice_starts(html, MB_TEXT("<!--")) && mb_slice_find(html, MB_TEXT("-->"), 4) == html.size - 3;
}

static void enter_html_block(walk *w, cmark_node *node)
{
    mb_slice html = mb_slice_of(cmark_node_get_literal(node));
    if (w->options->raw_html) {
        on_new_line(w);
        mb_buffer_add(w->out, html);
        on_new_line(w);
    } else if (!is_comment(html)) {
        open_block(w, "p", node);
        text(w, ">");
        mb_html_escape(w->out, mb_slice_trim_end(html));
        text(w, "</p>\n");
    }
}

static void enter_thematic_break(walk *w, cmark_node *node)
{
    open_block(w, "hr", node);
    text(w, " />\n");
}

static void enter_soft_break(walk *w, cmark_node *node)
{
    (void)node;
    text(w, "\n");
}
static void enter_line_break(walk *w, cmark_node *node)
{
    (void)node;
    text(w, "<br />\n");
}

static void enter_code(walk *w, cmark_node *node)
{
    text(w, "<code>");
    write_literal(w, node);
    text(w, "</code>");
}

static void enter_html_inline(walk *w, cmark_node *node)
{
    mb_slice html = mb_slice_of(cmark_node_get_literal(node));
    if (w->options->raw_html)
        mb_buffer_add(w->out, html);
    else if (!is_comment(html))
        mb_html_escape(w->out, html);
}

static void enter_emphasis(walk *w, cmark_node *node)
{
    (void)node;
    text(w, "<em>");
}
static void leave_emphasis(walk *w, cmark_node *node)
{
    (void)node;
    text(w, "</em>");
}
static void enter_strong(walk *w, cmark_node *node)
{
    (void)node;
    text(w, "<strong>");
}
static void leave_strong(walk *w, cmark_node *node)
{
    (void)node;
    text(w, "</strong>");
}

/* What a link or image must not lead to leaves only its text. */
static bool leads_somewhere(const walk *w, cmark_node *node)
{
    return w->options->raw_html || mb_link_is_allowed(mb_slice_of(cmark_node_get_url(node)));
}

static void write_title(walk *w, cmark_node *node)
{
    const char *title = cmark_node_get_title(node);
    if (!*title)
        return;
    text(w, "\" title=\"");
    mb_html_escape(w->out, mb_slice_of(title));
}

static void enter_link(walk *w, cmark_node *node)
{
    if (!leads_somewhere(w, node))
        return;
    text(w, "<a href=\"");
    mb_url_escape(w->out, mb_slice_of(cmark_node_get_url(node)));
    write_title(w, node);
    text(w, "\">");
}
static void leave_link(walk *w, cmark_node *node)
{
    if (leads_somewhere(w, node))
        text(w, "</a>");
}

static void enter_image(walk *w, cmark_node *node)
{
    w->image = node;
    if (!leads_somewhere(w, node))
        return;
    text(w, "<img src=\"");
    mb_url_escape(w->out, mb_slice_of(cmark_node_get_url(node)));
    text(w, "\" alt=\"");
}
static void leave_image(walk *w, cmark_node *node)
{
    w->image = NULL;
    if (!leads_somewhere(w, node))
        return;
    write_title(w, node);
    text(w, "\" />");
}

typedef void step(walk *w, cmark_node *node);

/* What is written where a node begins and where it ends; a leaf only begins. */
static const struct {
    step *enter, *leave;
} steps[] = {
    [CMARK_NODE_BLOCK_QUOTE] = {enter_quote, leave_quote},
    [CMARK_NODE_LIST] = {enter_list, leave_list},
    [CMARK_NODE_ITEM] = {enter_item, leave_item},
    [CMARK_NODE_CODE_BLOCK] = {enter_code_block, NULL},
    [CMARK_NODE_HTML_BLOCK] = {enter_html_block, NULL},
    [CMARK_NODE_PARAGRAPH] = {enter_paragraph, leave_paragraph},
    [CMARK_NODE_HEADING] = {enter_heading, leave_heading},
    [CMARK_NODE_THEMATIC_BREAK] = {enter_thematic_break, NULL},
    [CMARK_NODE_TEXT] = {write_literal, NULL},
    [CMARK_NODE_SOFTBREAK] = {enter_soft_break, NULL},
    [CMARK_NODE_LINEBREAK] = {enter_line_break, NULL},
    [CMARK_NODE_CODE] = {enter_code, NULL},
    [CMARK_NODE_HTML_INLINE] = {enter_html_inline, NULL},
    [CMARK_NODE_EMPH] = {enter_emphasis, leave_emphasis},
    [CMARK_NODE_STRONG] = {enter_strong, leave_strong},
    [CMARK_NODE_LINK] = {enter_link, leave_link},
    [CMARK_NODE_IMAGE] = {enter_image, leave_image},
    [CMARK_NODE_LAST_INLINE + 1] = {NULL, NULL},
};

/* The same inside an image, whose content becomes the text of an attribute. */
static void write_as_alt(walk *w, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        text(w, " ");
        break;
    default:
        write_literal(w, node);
    }
}

static void take(walk *w, cmark_event_type event, cmark_node *node)
{
    if (w->image && w->image != node) {
        if (event == CMARK_EVENT_ENTER)
            write_as_alt(w, node);
        return;
    }
    cmark_node_type type = cmark_node_get_type(node);
    step *taken = event == CMARK_EVENT_ENTER ? steps[type].enter : steps[type].leave;
    if (taken)
        taken(w, node);
}

static bool is_leaf(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_THEMATIC_BREAK:
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
        return true;
    default:
        return false;
    }
}

static int too_deep(cmark_node *node, const char *file, mb_error *error)
{
    mb_where where = {file, (uint32_t)cmark_node_get_start_line(node), 0};
    mb_fail_at(error, MB_ELIMIT, where, "the Markdown nests more than %d deep here", MB_MARKDOWN_DEPTH);
    mb_advise(error, "take out some of the quotes, lists or emphasis that stand in one another");
    return MB_ELIMIT;
}

int mb_walk(cmark_node *root, const mb_markdown_options *options, const char *file, mb_buffer *out, mb_error *error)
{
    walk w = {.options = options, .out = out};
    cmark_iter *iterator = cmark_iter_new(root);
    int code = 0;

    for (cmark_event_type event; !code && (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (!is_leaf(node))
            w.depth += event == CMARK_EVENT_ENTER ? 1 : (size_t)-1;
        if (w.depth > MB_MARKDOWN_DEPTH)
            code = too_deep(node, file, error);
        take(&w, event, node);
    }
    cmark_iter_free(iterator);
    return code;
}
