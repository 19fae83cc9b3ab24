/* block_text.h: the words of blocks as one text. */
#ifndef MB_SITE_BLOCK_TEXT_H
#define MB_SITE_BLOCK_TEXT_H

#include "model/model.h"

/* The text of blocks `first` to `last` (inclusive) of a list, a line for each paragraph, list item and row of a table.
 * NOTHING where there is none. */
mb_slice mb_blocks_text(mb_arena *arena, const mb_list *blocks, uint32_t first, uint32_t last);

/* Calls `take` with each piece of text in the blocks: paragraph, list item, cell, caption. */
typedef void mb_take_text(void *context, mb_slice text);
void mb_each_text(const mb_list *blocks, mb_take_text *take, void *context);

#endif
