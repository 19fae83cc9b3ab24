/* meeting_times.h: when minutes say that the meeting began and ended, at their head or at their foot.
 *
 *     Meeting started: 7.00 pm        (The meeting commenced at 7.00 pm and closed at 9.10 pm)
 *     Meeting ended:
 *     9.10 pm                         7.00 - 9.10 pm                                            */
#ifndef MB_READER_MINUTES_MEETING_TIMES_H
#define MB_READER_MINUTES_MEETING_TIMES_H

#include "reader/reading.h"
#include "reader/when.h"

/* Fills the meeting's time and its minutes' end where nothing else told them. */
void mb_read_meeting_times(mb_reader *reader, mb_line_range head, mb_line_range foot, mb_meeting *meeting);

/* Whether the text is nothing but two times of a day: "7.00 - 9.10 pm". */
bool mb_is_time_range(mb_slice text, mb_time_hit *first, mb_time_hit *last);

#endif
