/* roster.h: the people of a meeting, found by what minutes call them.
 *
 *     "Councillor Ann Lee", "Councillor Lee", "Andrew Hay" for Andy Hay      by name
 *     "Mr Hay" for B Hay, or for Bob Hay where the text names him so
 *     "Bob" where there is one                                               by first name
 *     "The Chair", "The Vice-Chairman"                                       by office in the meeting
 *     "The Director of Children's Services" for Director of Children         by the words of a job
 *     "The Director" for the Director of Roads, who has spoken               by a part of the job          */
#ifndef MB_READER_PEOPLE_ROSTER_H
#define MB_READER_PEOPLE_ROSTER_H

#include "reader/reading.h"

/* More people than any council has members and officers at one meeting; a list that is longer is no list of people,
 * and looking through it for every sentence would take time that grows with its square. */
#define MB_ROSTER_CEILING 256

typedef struct mb_person {
    mb_slice name;   /* without honorific */
    mb_slice office; /* in the meeting, or NOTHING */
    mb_slice role;   /* the job, or NOTHING */
    bool member;     /* sits at the table; others come to report and to answer */
    /* what the roster fills in: */
    char first;                /* the first letter of the name, in small */
    uint32_t letters, surname; /* of the letters of the name, and of its last word: alike for the same ones */
    mb_strings job;            /* the words that tell the job from others */
} mb_person;

typedef struct mb_roster {
    mb_reader *reader;
    mb_list people; /* of mb_person */
    mb_list heard;  /* of mb_person: who spoke in the item so far, each once, the latest last */
} mb_roster;

/* The members present and those in attendance. */
mb_roster mb_roster_of(mb_reader *reader, const mb_meeting *meeting);

/* Adds somebody whom the roster does not have; beyond the ceiling nobody. */
void mb_roster_add(mb_roster *roster, mb_person person);

/* Adds the people of another roster, as many as there is room for. */
void mb_roster_add_all(mb_roster *roster, const mb_roster *others);

/* Adds those whom the item's text names with their jobs as attending it: "Ann Lee (Head of Roads) was in attendance". */
void mb_roster_add_attending(mb_roster *roster, const mb_minute_item *item);

/* Notes who speaks now: a shorter name of that person's job is enough from now on. */
void mb_roster_hear(mb_roster *roster, const mb_person *person);

/* The person whose full name stands at the text's start; `end` gets where it ends. */
const mb_person *mb_roster_at(const mb_roster *roster, mb_slice text, size_t *end);

/* The one person that a name or an office means, or NULL where it is nobody or could be several. */
const mb_person *mb_roster_find(const mb_roster *roster, mb_slice printed);

/* The same for a name without honorific, of which the surname is enough. */
const mb_person *mb_roster_named(const mb_roster *roster, mb_slice name);

/* The full name of the speaker as minutes print one; of several, "Ann Lee and Bob Hay". NOTHING where it can't be
 * known. */
mb_slice mb_roster_full_name(const mb_roster *roster, mb_slice speaker);

#endif
