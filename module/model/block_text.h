/* block_text.h: the words of blocks as one text. */
#ifndef MB_MODEL_BLOCK_TEXT_H
#define MB_MODEL_BLOCK_TEXT_H

#include "model/model.h"

/* The text of blocks `first` to `last` (inclusive) of a list, a line for each paragraph, list item and row of a table.
 * NOTHING where there is none. */
mb_slice mb_blocks_text(mb_arena *arena, const mb_list *blocks, uint32_t first, uint32_t last);

/* Calls `take` with each piece of text in the blocks: paragraph, list item, cell, caption. */
typedef void mb_take_text(void *context, mb_slice text);
void mb_each_text(const mb_list *blocks, mb_take_text *take, void *context);

/* Adds the text of a block, or of the items of a list, to `texts`: of each item, then of those within it. The cells of
 * a table are no text. */
void mb_push_texts(mb_arena *arena, const mb_block *block, mb_strings *texts);
void mb_push_item_texts(mb_arena *arena, const mb_list *items, mb_strings *texts);

#endif
