/* cell_tables.h: tables of which reading order printed every cell as a block of its own, row by row.
 *
 *     Work             A blank line stands between two cells, and nothing tells where a row begins but that a table
 *                      repeats itself: every n-th cell is of one column, and alike in its kind and its length; its
 *     Who              lines are wrapped at one width, and all columns together are no wider than the page.
 *
 *     Cut the hedges   What is found is handed to the layout's teller, which has cells apart by tabs.
 *     on both sides
 *
 *     Rangers                                                                                                       */
#ifndef MB_TEXT_CELL_TABLES_H
#define MB_TEXT_CELL_TABLES_H

#include "text/cell_columns.h"
#include "text/layout.h"

typedef struct mb_cell_table {
    uint32_t columns, count; /* of cells, from the first row on */
    mb_cell *cells;
} mb_cell_table;

/* Finds such tables (of mb_cell_table) in the pages of text in reading order; none on a page from where another table
 * begins. */
void mb_find_cell_tables(mb_arena *scratch, const mb_text *text, mb_begins_other_table *begins_other,
                         const void *vocabulary, mb_list *tables);

/* Gives the tables' lines their pieces, roles and columns. */
void mb_lay_out_cells(mb_arena *scratch, mb_text *text, const mb_list *tables, mb_layout_line *lines);

#endif
