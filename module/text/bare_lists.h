/* bare_lists.h: lists that lost their bullets in extraction, or never had any.
 *
 * Paragraphs are a list where something shows it: they stand under a lead-in, and begin alike, count up, are wrapped at
 * a narrower edge than the page's, or don't end as sentences do. */
#ifndef MB_TEXT_BARE_LISTS_H
#define MB_TEXT_BARE_LISTS_H

#include "text/blocks.h"

/* A block as it was read, and the first and the last line of its text. */
typedef struct mb_read_block {
    mb_block *block;
    uint32_t first, last;
} mb_read_block;

/* Puts a list in place of such paragraphs among `blocks` (of mb_read_block). */
void mb_gather_bare_lists(const mb_block_reader *reader, mb_list *blocks);

#endif
