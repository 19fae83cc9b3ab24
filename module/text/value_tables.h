/* value_tables.h: tables of labels and values that lost what kept their cells apart. */
#ifndef MB_TEXT_VALUE_TABLES_H
#define MB_TEXT_VALUE_TABLES_H

#include "text/blocks.h"

/* Reads the table that begins on `line`, with its caption, its head or its first row, into `table`, whose type is set;
 * returns the line behind it. Where none begins there, returns `line` and leaves `table` alone. `alone` says that no
 * words stand above that could be a cell of its head. */
uint32_t mb_read_value_table(const mb_block_reader *reader, uint32_t line, uint32_t end, bool alone, mb_block *table);

#endif
