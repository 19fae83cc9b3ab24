/* year_tables.h: tables whose columns are years, and of which extraction printed each year with the figure under it.
 *
 *     2024/        Where head and first row stand close, a year and its first figure are one block to extraction; the
 *     2025         rows below are printed as rows, and the blocks in any order. The label of the first row stands
 *     12           alone, as its figures went with the years.
 *
 *     Swans                                                                                                       */
#ifndef MB_TEXT_YEAR_TABLES_H
#define MB_TEXT_YEAR_TABLES_H

#include "text/blocks.h"

/* Reads the table that begins on `line` into `table`, whose type is set; returns the line behind it, or `line` where none
 * begins there. */
uint32_t mb_read_year_table(const mb_block_reader *reader, uint32_t line, uint32_t end, mb_block *table);

#endif
