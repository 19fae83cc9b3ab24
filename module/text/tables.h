/* tables.h: tables whose cells the text keeps apart by tabs or by runs of spaces. */
#ifndef MB_TEXT_TABLES_H
#define MB_TEXT_TABLES_H

#include "text/text.h"

/* A row of more cells than any paper has is no table's row: the cells behind the last are put into it. */
#define MB_TABLE_COLUMNS 128

/* The line as it stands in the source, with the white space around it. */
mb_slice mb_raw_line(const mb_text *text, uint32_t line);

/* Whether the line is a row of a table by its tabs, or, in layout text, by its gaps. */
bool mb_is_table_row(const mb_text *text, uint32_t line);

/* Reads the rows from `line` on, up to a line that is none; returns the index of that line. The first row is the
 * header where it names two columns or more and other rows follow. */
uint32_t mb_read_table(mb_arena *arena, const mb_text *text, uint32_t line, uint32_t end, mb_list *blocks);

#endif
