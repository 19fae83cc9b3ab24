/* bodies.h: who meets and when, from the head of a front sheet or of minutes. */
#ifndef MB_READER_PEOPLE_BODIES_H
#define MB_READER_PEOPLE_BODIES_H

#include "reader/reading.h"
#include "reader/when.h"

/* Reads body, date, time and place from the paragraphs at the head of a front sheet or of minutes, where no label says
 * what they are: "Roads Panel - Tuesday, 4th November, 2025 at 10.00 am in the Corn Hall". What the meeting has
 * already stays. */
void mb_read_meeting_head(mb_reader *reader, const mb_list *paragraphs, mb_meeting *meeting);

/* Where no body is named the council meets as itself. */
void mb_take_council_as_body(mb_reader *reader, const mb_list *paragraphs, mb_meeting *meeting);

/* Sets the body that a label names; false where it is none, or there is a body already. */
bool mb_set_body_named(mb_reader *reader, mb_slice name, mb_meeting *meeting);

/* Whether the text is a council's name, or ends with one. */
bool mb_names_council(const mb_reader *reader, mb_slice text);

/* Whether the line names a body, and the one above it only the council: titles in capitals, set in the middle. */
bool mb_stands_below_council(const mb_reader *reader, uint32_t line);

/* Sets the meeting's date from a hit, and remarks on a weekday that isn't that date's. */
void mb_set_meeting_date(mb_reader *reader, mb_meeting *meeting, const mb_date_hit *date, uint32_t line);

/* Finds the council's name at the top of the pack, where the dialect is of no one council. */
void mb_find_council(mb_reader *reader);

/* Gives the meeting its id, from date and body. */
void mb_identify_meeting(mb_reader *reader, mb_meeting *meeting);

#endif
