/* deadlines.h: by when something must be with the clerk.
 *
 *     Notice must reach the clerk not less than two clear working days before the meeting.
 *                                           └2┘ └clear┘ └working┘
 *     For a meeting held on a Tuesday this means 5.00pm on the Thursday before.        the time is told behind it
 *     Questions must be received by noon on Friday, 6th September, 2024.               a day, and no rule         */
#ifndef MB_READER_DEADLINES_H
#define MB_READER_DEADLINES_H

#include "reader/reading.h"

/* Reads the deadlines in the meeting's notes and in the text under its agenda items. */
void mb_read_deadlines(mb_reader *reader, mb_meeting *meeting);

/* Works out when a deadline of a meeting on that day is due, where it has a rule: a date alone where
 * no time is printed. */
void mb_work_out_deadline(mb_arena *arena, const mb_holidays *holidays, mb_slice date, mb_deadline *deadline);

#endif
