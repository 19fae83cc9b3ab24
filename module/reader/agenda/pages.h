/* pages.h: page ranges on lines of their own, "4 - 7", and the items to which they belong. */
#ifndef MB_READER_AGENDA_PAGES_H
#define MB_READER_AGENDA_PAGES_H

#include "reader/reading.h"

/* Whether the line is a range of pages and nothing else. */
bool mb_is_page_range(const mb_reader *reader, uint32_t line);

/* Gives the ranges on these lines to the items: to the one that the stamp on the first page names, else to the one above.
 * What an item has stays. */
void mb_read_page_ranges(mb_reader *reader, mb_line_range lines, mb_meeting *meeting);

#endif
