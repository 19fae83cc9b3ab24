/* headings.h: finds the items of minutes, by their numbers. */
#ifndef MB_READER_MINUTES_HEADINGS_H
#define MB_READER_MINUTES_HEADINGS_H

#include "reader/reports/headings.h"

/* Adds the headings (mb_heading) of the items within `lines` to `headings`, in order. A number that is lost or misprinted
 * between two that are right is inferred, and reported as `minute-number-inferred`. Where a council numbers nothing, its
 * items are known by their look. */
void mb_find_minute_headings(mb_reader *reader, mb_line_range lines, mb_list *headings);

#endif
