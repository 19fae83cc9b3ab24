/* twin_tables.h: two tables or charts that stand side by side, which extraction printed into each other.
 *
 *     Swans by pond          Two charts of the same things print each label twice, and a figure behind the first or
 *     Swans by brook         both. Two tables of the same columns print both heads, one behind the other, then the
 *                            first row of each, then the rest of the longer one; what the other has left comes last.
 *     Old
 *     12%
 *     Old                                                                                                        */
#ifndef MB_TEXT_TWIN_TABLES_H
#define MB_TEXT_TWIN_TABLES_H

#include "text/blocks.h"

/* Reads the tables that begin on `line` into `first` and `second`, whose types are set; returns the line behind them, or
 * `line` where none begin there. */
uint32_t mb_read_twin_tables(const mb_block_reader *reader, uint32_t line, uint32_t end, mb_block *first,
                             mb_block *second);

#endif
