/* apologies.h: who could not come, and who came instead. */
#ifndef MB_READER_ATTENDANCE_APOLOGIES_H
#define MB_READER_ATTENDANCE_APOLOGIES_H

#include "reader/reading.h"

/* Draws `apologies` and `substitutes` from the item's blocks: "Apologies were received from …", under a heading of that
 * name also "… had sent their apologies" and a bare list of names. */
void mb_read_apologies(mb_reader *reader, mb_minute_item *item);

#endif
