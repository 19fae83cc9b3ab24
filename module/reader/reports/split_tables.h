/* split_tables.h: tables that a slide's title was printed into. */
#ifndef MB_READER_REPORTS_SPLIT_TABLES_H
#define MB_READER_REPORTS_SPLIT_TABLES_H

#include "reader/reports/headings.h"

/* A slide's title stands beside its table, and extraction prints it behind the table's first lines. Where a table begins
 * with the page above the heading, and goes on below it, returns the line on which it begins, at or after `from`; else
 * the line behind the heading. */
uint32_t mb_find_split_table(mb_reader *reader, uint32_t from, const mb_heading *heading, uint32_t end);

/* Has the blocks be read as if the heading's lines were not there, or as if they were again. */
void mb_hide_heading(mb_text *text, const mb_heading *heading);
void mb_show_heading(mb_text *text, const mb_heading *heading);

#endif
