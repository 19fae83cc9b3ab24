/* margins.h: where the lines of a layout begin and end on their page. */
#ifndef MB_TEXT_MARGINS_H
#define MB_TEXT_MARGINS_H

#include "text/text.h"

/* Whether the words of both lines, on one sheet, begin in one column, or have the same middle. */
bool mb_stands_below(const mb_text *text, uint32_t above, uint32_t below);

/* How wide the words of a line may be that begin where those of `line` do. */
unsigned mb_room_of(const mb_text *text, uint32_t line);

#endif
