/* table.c: a pipe table, from the row of its head to its last. */
#include "markdown/row.h"
#include "markdown/walk.h"

/* The swap that the block `node` is the mark of, where it is a part of `table`; else NULL. */
static mb_md_swap *part_at(const mb_md_page *page, cmark_node *node, const mb_md_table *table, mb_md_swap_kind kind)
{
    mb_md_mark mark;
    if (!node || cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK ||
        !mb_md_next_mark(page, mb_slice_of(cmark_node_get_literal(node)), 0, &mark) || !mark.swap)
        return NULL;
    return mark.from == 0 && mark.swap->table == table && mark.swap->kind == kind ? mark.swap : NULL;
}

typedef struct cell_tags {
    const char *opening, *closing;
} cell_tags;
static const cell_tags head_tags = {"<th", "</th>\n"}, body_tags = {"<td", "</td>\n"};

static const char *class_of(char alignment)
{
    switch (alignment) {
    case 'l':
        return " class=\"align-left\">";
    case 'c':
        return " class=\"align-center\">";
    case 'r':
        return " class=\"align-right\">";
    default:
        return ">";
    }
}

static void write_cell(mb_md_walk *walk, cell_tags tags, const mb_md_swap *row, uint32_t column)
{
    mb_md_write(walk, tags.opening);
    mb_md_write(walk, class_of(row->table->alignments[column]));
    if (column < row->cell_count)
        mb_md_walk_children(walk, walk->page->cells[row->first_cell + column]);
    mb_md_write(walk, tags.closing);
}

/* Cells that a row lacks are added, as long as the page may have more of those. */
static uint32_t columns_of(mb_md_walk *walk, const mb_md_swap *row)
{
    uint32_t missing = row->table->columns - row->cell_count;
    if (missing > MB_MARKDOWN_FILLED_CELLS - walk->filled_cells)
        return row->cell_count;
    walk->filled_cells += missing;
    return row->table->columns;
}

static void write_row(mb_md_walk *walk, cell_tags tags, cmark_node *node, mb_md_swap *row)
{
    row->written = true;
    mb_md_open_block(walk, "tr", node);
    mb_md_write(walk, ">\n");
    uint32_t columns = columns_of(walk, row);
    for (uint32_t i = 0; i < columns && !walk->page->code; i++)
        write_cell(walk, tags, row, i);
    mb_md_write(walk, "</tr>\n");
}

static void write_body(mb_md_walk *walk, cmark_node *node, const mb_md_table *table)
{
    mb_md_swap *row = part_at(walk->page, node, table, MB_MD_ROW);
    if (!row)
        return;
    mb_md_write(walk, "<tbody>\n");
    for (; row && !walk->page->code; row = part_at(walk->page, node, table, MB_MD_ROW)) {
        write_row(walk, body_tags, node, row);
        node = cmark_node_next(node);
    }
    mb_md_write(walk, "</tbody>\n");
}

void mb_md_write_table(mb_md_walk *walk, cmark_node *node, mb_md_swap *head)
{
    cmark_node *below = cmark_node_next(node);
    mb_md_swap *delimiters = part_at(walk->page, below, head->table, MB_MD_DELIMITERS);
    if (!delimiters) {
        mb_md_misread(walk, head);
        mb_md_write_as_paragraph(walk, head->raw, node);
        return;
    }
    if (head->table->columns > MB_MARKDOWN_COLUMNS) {
        mb_md_refuse(walk->page, head->line, "make several tables of it",
                     "the table has %u columns; at most %d are possible", head->table->columns, MB_MARKDOWN_COLUMNS);
        return;
    }
    delimiters->written = true;
    mb_md_on_new_line(walk);
    mb_md_write(walk, "<table>\n<thead>\n");
    write_row(walk, head_tags, node, head);
    mb_md_write(walk, "</thead>\n");
    write_body(walk, cmark_node_next(below), head->table);
    mb_md_write(walk, "</table>\n");
}
