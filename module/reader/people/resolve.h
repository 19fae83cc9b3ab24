/* resolve.h: what can be said once the whole pack is read and corrected. */
#ifndef MB_READER_PEOPLE_RESOLVE_H
#define MB_READER_PEOPLE_RESOLVE_H

#include "reader/reading.h"

/* Gives every contribution its person: by the
 * attendance of that meeting, by who spoke there with a full name before, by whom the pack's reports name with a job.
 * Works out when deadlines are due. Gives meetings and reports their ids. Takes what was corrected (of mb_corrected) to where it stands again; it stays as
 * it was corrected. */
void mb_resolve(mb_reader *reader, const mb_list *corrected);

#endif
