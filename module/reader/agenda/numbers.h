/* numbers.h: the numbers of agenda items: `4`, `4.`, "Item 4", `5a`, `A1`, `26/014`. */
#ifndef MB_READER_AGENDA_NUMBERS_H
#define MB_READER_AGENDA_NUMBERS_H

#include "reader/dialect/dialect.h"
#include "reader/numbering.h"

/* The number that the text begins with; a `count` of 0 where there is none. `suffix` gets the letter behind it, which
 * `printed` has too, or 0. */
mb_item_number mb_agenda_number_of(const mb_dialect *dialect, mb_slice text, char *suffix);

/* Whether it has more than a figure: letters before it, or several parts. */
bool mb_is_compound(const mb_item_number *number);

#endif
