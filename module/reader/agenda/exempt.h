/* exempt.h: which items of an agenda the public is to be excluded from. */
#ifndef MB_READER_AGENDA_EXEMPT_H
#define MB_READER_AGENDA_EXEMPT_H

#include "reader/reading.h"

/* Marks them: those that say so, those under a heading that does ("Part II - Private"), and those that an item on the
 * exclusion of the public names or precedes. */
void mb_find_exempt_items(mb_reader *reader, mb_meeting *meeting);

#endif
