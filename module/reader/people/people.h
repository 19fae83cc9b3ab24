/* people.h: from the lists of a front sheet or of minutes to members and attendees. */
#ifndef MB_READER_PEOPLE_PEOPLE_H
#define MB_READER_PEOPLE_PEOPLE_H

#include "reader/reading.h"

/* Adds those named by a list of mb_name. */
void mb_add_members(mb_reader *reader, const mb_list *names, mb_slice capacity, mb_place place, mb_list *members);
void mb_add_attendees(mb_reader *reader, const mb_list *names, mb_place place, mb_list *attendees);

/* Adds the members that `text` names. `capacity` is that of the label before them, or NOTHING: then a councillor is
 * known by the honorific, anybody else is a member. */
void mb_read_members(mb_reader *reader, mb_slice text, mb_slice capacity, mb_place place, mb_list *members);

#endif
