/* speech.h: sentences in which somebody begins to speak.
 *
 *     Councillor Ann Lee, Cabinet Member for Roads, also asked if …
 *     └────speaker─────┘  └─────────role─────────┘       └verb┘
 *     Referring to page 3, the Chair asked …           a lead-in may stand before the speaker  */
#ifndef MB_READER_MINUTES_SPEECH_H
#define MB_READER_MINUTES_SPEECH_H

#include "reader/people/roster.h"

typedef struct mb_speech {
    mb_slice speaker; /* as printed */
    mb_slice role;    /* what stands behind the name, or NOTHING */
    mb_slice verb;    /* what the verb of speaking stands for in the dialect */
    mb_slice lead_in; /* what the lead-in stands for, or NOTHING */
    size_t end;       /* behind the verb, in bytes of the sentence */
} mb_speech;

/* Whether a person is the subject of the sentence and its verb one of speaking. A person is who has an honorific, an
 * office or a job, or is on the roster; anybody else with the look of a name only by a verb that people alone do. */
bool mb_find_speech(const mb_roster *roster, mb_slice sentence, mb_speech *speech);

/* Whether things don't do what a verb of speaking stands for: plans introduce and schools support, but neither asks. */
bool mb_only_people_do(mb_slice verb);

/* Whether the text names who may speak and nothing more than what that person is, which `speaker` leaves out. */
bool mb_read_speaker(const mb_roster *roster, mb_slice text, mb_slice *speaker);

/* Whether the text is a name in full: two to four words that begin with capitals, none of them of an office, a body or
 * an organisation. */
bool mb_is_full_name(const mb_dialect *dialect, mb_slice text);

/* Whether a text begins with somebody who speaks, known or not: an honorific, an office or a full name, and a verb of
 * speaking. */
bool mb_opens_with_speech(const mb_dialect *dialect, mb_slice text);

/* The end of the words at the text's start that can be names, offices and what joins them; brackets and what stands
 * between two commas are passed over. */
size_t mb_subject_end(const mb_dialect *dialect, mb_slice text);

#endif
