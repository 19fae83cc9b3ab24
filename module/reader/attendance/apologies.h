/* apologies.h: who could not come, and who came instead. */
#ifndef MB_READER_ATTENDANCE_APOLOGIES_H
#define MB_READER_ATTENDANCE_APOLOGIES_H

#include "reader/people/names.h"
#include "reader/reading.h"

/* Draws `apologies` and `substitutes` from the item's blocks: "Apologies were received from …", under a heading of that
 * name also "… had sent their apologies" and a bare list of names. */
void mb_read_apologies(mb_reader *reader, mb_minute_item *item);

/* What a sentence about apologies tells of absence: "… received from Ann Lee" of "… received from Ann Lee and for lateness
 * from Bob Hay", whichever of the two stands first; empty where all of it is of those who came. */
mb_slice mb_absence_in(const mb_reader *reader, mb_slice sentence);

/* "Bob Hay (for lateness)" in a list of those who sent apologies. */
bool mb_came_late(const mb_reader *reader, const mb_name *name);

#endif
