/* value_tables.h: tables of labels and values that lost what kept their cells apart. */
#ifndef MB_TEXT_VALUE_TABLES_H
#define MB_TEXT_VALUE_TABLES_H

#include "text/text.h"

/* Reads the table that begins on `line`, with its head or its first row, into `table`, whose type is set; returns the
 * line behind it. Where none begins there, returns `line` and leaves `table` alone. */
uint32_t mb_read_value_table(mb_arena *arena, mb_arena *scratch, const mb_text *text, uint32_t line, uint32_t end,
                             mb_block *table);

#endif
