/* blocks.h: lines become paragraphs, lists and tables. */
#ifndef MB_TEXT_BLOCKS_H
#define MB_TEXT_BLOCKS_H

#include "text/text.h"

/* What the reader's vocabulary answers of a text. */
typedef bool mb_vocabulary_knows(const void *vocabulary, mb_slice text);

typedef struct mb_block_reader {
    mb_arena *arena;   /* for what the blocks hold */
    mb_arena *scratch; /* for what is forgotten afterwards */
    const mb_text *text;
    const void *vocabulary;
    mb_vocabulary_knows *is_caption; /* whether a line begins as a caption does, "Table 3"; NULL: none does */
    mb_vocabulary_knows *is_said;    /* whether a paragraph says who speaks, "Ann Lee asked"; NULL: none does */
} mb_block_reader;

/* Reads the lines of text in `range` into `blocks`; furniture and blank lines only part them. Of the first line the
 * first `skip` bytes aren't read: they belonged to a heading. */
void mb_read_blocks(const mb_block_reader *reader, mb_line_range range, size_t skip, mb_list *blocks);

#endif
