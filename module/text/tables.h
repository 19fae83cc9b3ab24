/* tables.h: tables whose cells the text keeps apart by tabs or by runs of spaces. */
#ifndef MB_TEXT_TABLES_H
#define MB_TEXT_TABLES_H

#include "text/text.h"

/* A row of more cells than any paper has is no table's row: the cells behind the last are put into it. */
#define MB_TABLE_COLUMNS 128

/* A row as a reader sees it: its cells' wraps are joined. */
typedef struct mb_row {
    uint32_t line; /* where it begins */
    mb_strings cells;
} mb_row;

/* The line as it stands in the source, with the white space around it. */
mb_slice mb_raw_line(const mb_text *text, uint32_t line);

/* Whether the line is a row of a table by its tabs, or, in layout text, by its gaps. A tab before or behind the text
 * is an indent or an accident, unless a row stands above or below it. */
bool mb_is_table_row(const mb_text *text, uint32_t line);

/* Reads the table that begins on `line` into mb_row (kept in `scratch`), all of them with the same number of cells;
 * returns the line behind it. A table goes on behind a page's end where its head is repeated there. */
uint32_t mb_read_rows(mb_arena *arena, mb_arena *scratch, const mb_text *text, uint32_t line, uint32_t end,
                      mb_list *rows);

/* The same into a block of that type. The first row is the header where it names two columns or more and other rows follow. */
uint32_t mb_read_table(mb_arena *arena, mb_arena *scratch, const mb_text *text, uint32_t line, uint32_t end,
                       mb_block *table);

/* Sets the heads aside that a table repeats after a page's end: a step of finding the furniture. */
void mb_set_aside_repeated_heads(mb_text *text);

#endif
