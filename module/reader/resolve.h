/* resolve.h: who is meant, once the whole pack is read. */
#ifndef MB_READER_RESOLVE_H
#define MB_READER_RESOLVE_H

#include "reader/reading.h"

/* Gives every contribution its person: by the attendance of that meeting, by who spoke there with a full name before,
 * by whom the pack's reports name with a job. */
void mb_resolve_people(mb_reader *reader);

#endif
