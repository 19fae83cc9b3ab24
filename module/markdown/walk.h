/* walk.h: cmark's tree becomes HTML, one step where a node begins and one where it ends. */
#ifndef MB_MARKDOWN_WALK_H
#define MB_MARKDOWN_WALK_H

#include "markdown/abbreviation.h"
#include "markdown/ids.h"
#include "markdown/page.h"

/* Short rows are filled with at most this many cells on a page, so that no small page makes a large one. */
#define MB_MARKDOWN_FILLED_CELLS 100000

/* For the same reason abbreviations are explained with at most this many bytes on a page; then they stand alone. */
#define MB_MARKDOWN_EXPLANATIONS ((size_t)1 << 20)

typedef struct mb_md_walk {
    mb_md_page *page;
    mb_buffer *out;
    const mb_md_abbreviations *abbreviations;
    uint32_t *explained_in; /* for each of them the section that explained it last */
    uint32_t section;       /* how many headings there were, and one */
    mb_md_ids ids;
    size_t depth;
    uint32_t filled_cells;
    size_t explained;  /* bytes of abbreviations' meanings */
    cmark_node *image; /* whose text is being written as its alt, or NULL */
    cmark_node *link;  /* whose text is being written, or NULL */
    mb_list notes;     /* mb_md_note, in the order of their numbers */

    cmark_node *containers[MB_MARKDOWN_DEPTH]; /* what the open containers stand in, the innermost last */
    uint32_t container_count;
} mb_md_walk;

typedef void mb_md_step(mb_md_walk *walk, cmark_node *node);

/* Writes the page to `out`. */
void mb_md_walk_page(mb_md_page *page, mb_buffer *out);

/* Writes the children of `node`, which isn't part of the tree that is being walked. */
void mb_md_walk_children(mb_md_walk *walk, cmark_node *node);

/* Pieces of HTML; this one is here so that the size of a literal is known when it is compiled. */
static inline void mb_md_write(mb_md_walk *walk, const char *html)
{
    mb_buffer_add(walk->out, mb_slice_of(html));
}
void mb_md_on_new_line(mb_md_walk *walk);
void mb_md_open_block(mb_md_walk *walk, const char *name, cmark_node *node); /* the caller adds the > */
void mb_md_close_block(mb_md_walk *walk, const char *name);
void mb_md_write_as_paragraph(mb_md_walk *walk, mb_slice text, cmark_node *node);

/* The line of the Markdown on which a node of the tree begins, or ends. */
uint32_t mb_md_first_line(const mb_md_walk *walk, cmark_node *node);
uint32_t mb_md_last_line(const mb_md_walk *walk, cmark_node *node);

/* Another block is entered or left. */
void mb_md_go_deeper(mb_md_walk *walk, cmark_node *node);
void mb_md_go_back(mb_md_walk *walk);

/* blocks.c */
mb_md_step mb_md_enter_quote, mb_md_leave_quote, mb_md_enter_list, mb_md_leave_list, mb_md_enter_item, mb_md_leave_item,
    mb_md_enter_paragraph, mb_md_leave_paragraph, mb_md_enter_code_block, mb_md_enter_html_block,
    mb_md_enter_thematic_break;

/* heading.c */
mb_md_step mb_md_enter_heading, mb_md_leave_heading;
void mb_md_write_id(mb_md_walk *walk, mb_slice id);
void mb_md_reserve_ids(mb_md_walk *walk);

/* inlines.c */
mb_md_step mb_md_enter_text, mb_md_enter_soft_break, mb_md_enter_line_break, mb_md_enter_code, mb_md_enter_html_inline,
    mb_md_enter_emphasis, mb_md_leave_emphasis, mb_md_enter_strong, mb_md_leave_strong, mb_md_enter_link,
    mb_md_leave_link, mb_md_enter_image, mb_md_leave_image, mb_md_write_in_alt;
bool mb_md_is_comment(mb_slice html);

/* additions.c: a block whose content is the mark of `swap` and nothing else; what is left open when `parent` ends. */
void mb_md_enter_swap(mb_md_walk *walk, cmark_node *node, mb_md_swap *swap);
void mb_md_close_containers(mb_md_walk *walk, cmark_node *parent);

/* Notes that cmark sees `swap` as a part of something else, so that the page is tried again without it. */
void mb_md_misread(mb_md_walk *walk, const mb_md_swap *swap);

/* table.c: the table whose head is `swap`, and all of its rows. */
void mb_md_write_table(mb_md_walk *walk, cmark_node *node, mb_md_swap *swap);

#endif
