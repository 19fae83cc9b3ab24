/* meeting_feet.h: the foot of a page of minutes that names the meeting.
 *
 *     …by the end of the year.
 *     20                                                  the page's number in the minutes
 *     Roads Panel - Tuesday, 4th November, 2025           the body and its day, often over two lines
 *
 *     Page 5                                              the page's number in the pack
 */
#ifndef MB_READER_MINUTES_MEETING_FEET_H
#define MB_READER_MINUTES_MEETING_FEET_H

#include "reader/dialect/dialect.h"
#include "text/text.h"

/* Sets such feet aside where extraction kept so few that they don't repeat. The furniture was found before. */
void mb_set_aside_meeting_feet(mb_arena *scratch, mb_text *text, const mb_dialect *dialect);

#endif
