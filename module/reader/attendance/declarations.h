/* declarations.h: interests that members declare. */
#ifndef MB_READER_ATTENDANCE_DECLARATIONS_H
#define MB_READER_ATTENDANCE_DECLARATIONS_H

#include "reader/people/roster.h"

/* Draws the declarations from the item's blocks: a person, a verb of declaring, and the kind of interest. */
void mb_read_declarations(mb_reader *reader, const mb_roster *roster, mb_minute_item *item);

#endif
