/* interleaved.h: tables of two columns of text whose lines extraction printed by their height on the page.
 *
 *     Service                 A narrow column of names and a wide one of text: where both have a line at the same
 *     What was found          height they are printed on one line, else one below the other. The text goes on in small
 *     Parks and The gate was  letters behind a name, and a row ends where the next word of the text would still have
 *     left open all night     fitted on its line.
 *     Ponds
 *     and was mended.                                                                                             */
#ifndef MB_TEXT_INTERLEAVED_H
#define MB_TEXT_INTERLEAVED_H

#include "text/blocks.h"

/* Reads the table whose head's two cells begin on `line` and the one below into `table`, whose type is set; returns the
 * line behind it, or `line` where none begins there. */
uint32_t mb_read_interleaved(const mb_block_reader *reader, uint32_t line, uint32_t end, mb_block *table);

#endif
