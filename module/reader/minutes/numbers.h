/* numbers.h: the numbers of minutes, in more forms than a count of items needs: `43`, `12/25`, `PLA12/25`,
 * `C.25.12`, "Item 3:". */
#ifndef MB_READER_MINUTES_NUMBERS_H
#define MB_READER_MINUTES_NUMBERS_H

#include "reader/dialect/dialect.h"
#include "reader/numbering.h"

/* The number that the text begins with, also behind Markdown's marks or a word such as "Item"; its `end` is behind the
 * full stop, bracket, colon or dash that follows it. A `count` of 0 where there is none. */
mb_item_number mb_minute_number_of(const mb_dialect *dialect, mb_slice text);

#endif
