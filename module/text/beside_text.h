/* beside_text.h: a chart or a small table whose cells extraction printed between the lines of the text beside it.
 *
 *     Of the swans that were counted, those of     The lines of the text are full, and go on in small letters behind a
 *                                                  label or a figure. Labels and figures are as many, but for the
 *     Pond                                         heads of both columns and for the scale of a chart, which is
 *                                                  printed behind everything else.
 *     the pond were the most, since it has
 *
 *     40                                                                                                          */
#ifndef MB_TEXT_BESIDE_TEXT_H
#define MB_TEXT_BESIDE_TEXT_H

#include "text/blocks.h"
#include "text/inline.h"

/* Lines that make a paragraph of their own. */
typedef struct mb_apart {
    uint32_t first, last;
    mb_strings pieces;
} mb_apart;

/* Reads the table that begins on `line`, or between the lines of the paragraph that does, into `table`, whose type is
 * set, and what stands beside it into `paragraphs` (of mb_apart). Returns the line behind both, or `line` where there is
 * no such table. */
uint32_t mb_read_beside_text(const mb_block_reader *reader, uint32_t line, uint32_t end, mb_block *table,
                             mb_list *paragraphs);

#endif
