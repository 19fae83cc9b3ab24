/* inlines.c: text, emphasis, code, links and images. */
#include "markdown/note.h"

static mb_slice literal_of(cmark_node *node)
{
    return mb_slice_of(cmark_node_get_literal(node));
}

/* Whoever listens to the page hears each meaning, so it is said once below a heading. True the first time. */
static bool is_news(mb_md_walk *walk, const mb_md_abbreviation *known)
{
    uint32_t *explained_in = &walk->explained_in[known - walk->abbreviations->items];
    bool news = *explained_in != walk->section;
    *explained_in = walk->section;
    return news;
}

static void write_abbreviated(mb_md_walk *walk, mb_slice text)
{
    size_t done = 0, searched = 0, found;
    const mb_md_abbreviation *known;
    while ((known = mb_md_abbreviation_next(walk->abbreviations, text, searched, &found)) != NULL) {
        searched = found + known->term.size;
        if (!is_news(walk, known))
            continue;
        walk->explained += known->meaning.size;
        if (walk->explained > MB_MARKDOWN_EXPLANATIONS)
            break;
        mb_html_escape(walk->out, (mb_slice){text.data + done, found - done});
        mb_md_write(walk, "<abbr title=\"");
        mb_html_escape(walk->out, known->meaning);
        mb_md_write(walk, "\">");
        mb_html_escape(walk->out, known->term);
        mb_md_write(walk, "</abbr>");
        done = searched;
    }
    mb_html_escape(walk->out, mb_slice_from(text, done));
}

static void write_text(mb_md_walk *walk, mb_slice text)
{
    if (walk->abbreviations)
        write_abbreviated(walk, text);
    else
        mb_html_escape(walk->out, text);
}

void mb_md_enter_text(mb_md_walk *walk, cmark_node *node)
{
    mb_slice text = literal_of(node);
    size_t done = 0;
    for (mb_md_mark mark; mb_md_next_mark(walk->page, text, done, &mark); done = mark.to) {
        write_text(walk, (mb_slice){text.data + done, mark.from - done});
        if (mark.fragment)
            mb_buffer_add(walk->out, *mark.fragment);
        else if (mark.swap->kind == MB_MD_REFERENCE)
            mb_md_note_refer(walk, mark.swap);
        else
            mb_html_escape(walk->out, mb_md_restore(walk->page, mark.swap->raw));
    }
    write_text(walk, mb_slice_from(text, done));
}

void mb_md_enter_soft_break(mb_md_walk *walk, cmark_node *node)
{
    (void)node;
    mb_md_write(walk, "\n");
}
void mb_md_enter_line_break(mb_md_walk *walk, cmark_node *node)
{
    (void)node;
    mb_md_write(walk, "<br />\n");
}

void mb_md_enter_code(mb_md_walk *walk, cmark_node *node)
{
    mb_md_write(walk, "<code>");
    mb_html_escape(walk->out, mb_md_restore(walk->page, literal_of(node)));
    mb_md_write(walk, "</code>");
}

bool mb_md_is_comment(mb_slice html)
{
    return mb_slice_starts(html, MB_TEXT("<!--")) && mb_slice_find(html, MB_TEXT("-->"), 4) == html.size - 3;
}

void mb_md_enter_html_inline(mb_md_walk *walk, cmark_node *node)
{
    mb_slice html = literal_of(node);
    mb_md_mark mark;
    if (mb_md_next_mark(walk->page, html, 0, &mark) && mark.swap)
        mb_md_misread(walk, mark.swap);
    html = mb_md_restore(walk->page, html);
    if (walk->page->options->raw_html)
        mb_buffer_add(walk->out, html);
    else if (!mb_md_is_comment(html))
        mb_html_escape(walk->out, html);
}

void mb_md_enter_emphasis(mb_md_walk *walk, cmark_node *node)
{
    (void)node;
    mb_md_write(walk, "<em>");
}
void mb_md_leave_emphasis(mb_md_walk *walk, cmark_node *node)
{
    (void)node;
    mb_md_write(walk, "</em>");
}
void mb_md_enter_strong(mb_md_walk *walk, cmark_node *node)
{
    (void)node;
    mb_md_write(walk, "<strong>");
}
void mb_md_leave_strong(mb_md_walk *walk, cmark_node *node)
{
    (void)node;
    mb_md_write(walk, "</strong>");
}

static mb_slice url_of(const mb_md_walk *walk, cmark_node *node)
{
    return mb_md_restore(walk->page, mb_slice_of(cmark_node_get_url(node)));
}

/* What a link or image must not lead to leaves only its text. */
static bool leads_somewhere(const mb_md_walk *walk, cmark_node *node)
{
    return walk->page->options->raw_html || mb_link_is_allowed(url_of(walk, node));
}

static void write_title(mb_md_walk *walk, cmark_node *node)
{
    const char *title = cmark_node_get_title(node);
    if (!*title)
        return;
    mb_md_write(walk, "\" title=\"");
    mb_html_escape(walk->out, mb_md_restore(walk->page, mb_slice_of(title)));
}

void mb_md_enter_link(mb_md_walk *walk, cmark_node *node)
{
    if (!leads_somewhere(walk, node))
        return;
    walk->link = node;
    mb_md_write(walk, "<a href=\"");
    mb_url_escape(walk->out, url_of(walk, node));
    write_title(walk, node);
    mb_md_write(walk, "\">");
}
void mb_md_leave_link(mb_md_walk *walk, cmark_node *node)
{
    if (walk->link == node)
        mb_md_write(walk, "</a>");
    walk->link = NULL;
}

void mb_md_enter_image(mb_md_walk *walk, cmark_node *node)
{
    walk->image = node;
    if (!leads_somewhere(walk, node))
        return;
    mb_md_write(walk, "<img src=\"");
    mb_url_escape(walk->out, url_of(walk, node));
    mb_md_write(walk, "\" alt=\"");
}
void mb_md_leave_image(mb_md_walk *walk, cmark_node *node)
{
    walk->image = NULL;
    if (!leads_somewhere(walk, node))
        return;
    write_title(walk, node);
    mb_md_write(walk, "\" />");
}

void mb_md_write_in_alt(mb_md_walk *walk, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        mb_md_write(walk, " ");
    else if (cmark_node_get_literal(node))
        mb_html_escape(walk->out, mb_md_restore(walk->page, literal_of(node)));
}
