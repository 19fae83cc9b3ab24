/* torn_heads.h: heads of tables whose cells extraction printed among the text above.
 *
 *     Brought                       The cells of a head have one, two or three lines, and stand in the middle of their
 *     forward 2025                  row or at its foot: extraction prints them by their height on the page, the caption
 *                                   and the numbers of paragraphs between them. What shows them is that they are as
 *     Table 2: Bulbs                many as the table below has columns, and that they are too short for a paragraph.
 *
 *     Bought 2024
 *
 *     3.2
 *
 *     Tulips ...                                                                                                  */
#ifndef MB_TEXT_TORN_HEADS_H
#define MB_TEXT_TORN_HEADS_H

#include "text/text.h"

/* Gives tables among `blocks` (of mb_block) the heads that stand in paragraphs above them. */
void mb_gather_torn_heads(mb_arena *arena, const mb_text *text, mb_list *blocks);

#endif
