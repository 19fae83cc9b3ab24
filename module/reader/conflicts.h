/* conflicts.h: what does not fit together in a pack, or is missing from it. */
#ifndef MB_READER_CONFLICTS_H
#define MB_READER_CONFLICTS_H

#include "reader/reading.h"

/* Remarks on meetings that can't be identified, on people both present and absent, on votes whose counts and names
 * differ, on agenda items whose papers are not in the pack. Changes nothing else. */
void mb_find_conflicts(mb_reader *reader);

#endif
