/* paper_tables.h: what nothing keeps apart, and yet was read as entries, becomes a table among a paper's blocks. */
#ifndef MB_READER_REPORTS_PAPER_TABLES_H
#define MB_READER_REPORTS_PAPER_TABLES_H

#include "reader/reading.h"

/* Puts the table in place of the blocks of the last paper that were read from `lines`. `heads` (of uint32_t) are lines
 * that repeat its header: they are set aside. Changes nothing where the table doesn't hold every word of the blocks. */
void mb_put_table(mb_reader *reader, mb_line_range lines, mb_block *table, const mb_list *heads);

#endif
