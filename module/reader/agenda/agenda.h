/* agenda.h: reads the agenda of a pack, from its heading to the clerk's line. */
#ifndef MB_READER_AGENDA_AGENDA_H
#define MB_READER_AGENDA_AGENDA_H

#include "reader/reading.h"

/* Reads the items in `lines` into `meeting->agenda`, and the clerk into `meeting->contact`.
 *
 * Numbers that the source lost are inferred from their neighbours and reported as `agenda-number-inferred`. Text
 * between items becomes their blocks; what belongs to none becomes front matter. */
void mb_read_agenda(mb_reader *reader, mb_line_range lines, mb_meeting *meeting);

#endif
