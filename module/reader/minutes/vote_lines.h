/* vote_lines.h: votes of which label, names and count stand on lines of their own. */
#ifndef MB_READER_MINUTES_VOTE_LINES_H
#define MB_READER_MINUTES_VOTE_LINES_H

#include "reader/reading.h"

/* Puts texts of a minute (mb_minute_text) together that tell one thing about a vote: "For", "Ann Lee, Bob Hay", "2" become
 * "For: Ann Lee, Bob Hay (2)", and "For: 7", "Against: 2" become one. */
void mb_join_vote_lines(mb_reader *reader, mb_list *texts);

#endif
