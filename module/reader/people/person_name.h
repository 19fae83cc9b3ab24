/* person_name.h: one person, as a list prints them: honorific, name, office. */
#ifndef MB_READER_PEOPLE_PERSON_NAME_H
#define MB_READER_PEOPLE_PERSON_NAME_H

#include "reader/people/names.h"

/* Takes "Cllr Ann Lee OBE, Town Clerk", "Ann Lee - Town Clerk" or "Ann Lee Town Clerk" apart; brackets are not looked
 * into. False where the text names nobody. */
bool mb_read_person(const mb_reader *reader, mb_slice text, mb_name *person);

/* Whether a phrase of people's work stands in the text: an office or a job, no name. */
bool mb_names_office(const mb_reader *reader, mb_slice text);

/* Whether the text is an office and nothing else: "Head of Roads", "Roads and Parks Manager". */
bool mb_names_role_alone(const mb_reader *reader, mb_slice text);

/* Where the dash stands that parts a name from an office, or the text's end. */
size_t mb_office_dash(mb_slice text);

#endif
