/* row.h: a line of a pipe table is cut into its cells. */
#ifndef MB_MARKDOWN_ROW_H
#define MB_MARKDOWN_ROW_H

#include <stdint.h>

#include "core/buffer.h"

/* A table has at most this many columns: no screen and no paper holds more, and a short row is filled up to it. */
#define MB_MARKDOWN_COLUMNS 128

/* Takes the next cell off `rest`, which is a whole row at first; false where there is none. A pipe after a backslash
 * cuts nothing; the white space around a cell is taken off. */
typedef struct mb_md_row {
    mb_slice rest;
} mb_md_row;
mb_md_row mb_md_row_start(mb_slice line);
bool mb_md_row_next(mb_md_row *row, mb_slice *cell);

/* How many cells `line` has. */
uint32_t mb_md_row_count(mb_slice line);

/* Whether `line` is what stands under a table's head: |---|:---:|. It has a pipe somewhere, so that a lone line of
 * hyphens stays what CommonMark says. */
bool mb_md_is_delimiter_row(mb_slice line);

/* 'l', 'c', 'r', or 0 for a cell of a delimiter row. */
char mb_md_alignment(mb_slice delimiter);

/* Adds the cell with its \| turned into |, which is what a cell says for a pipe, even in code. */
void mb_md_cell_write(mb_buffer *out, mb_slice cell);

#endif
