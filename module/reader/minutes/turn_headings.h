/* turn_headings.h: headings above what was asked, answered or said word for word.
 *
 *     M 02 Question from: Councillor Ann Lee to the Cabinet Member for Roads
 *          └─label┘       └──────who───────┘    └────────whom───────────┘
 *     Answer: It will be open in May.
 *             └─ what is said begins here                                      */
#ifndef MB_READER_MINUTES_TURN_HEADINGS_H
#define MB_READER_MINUTES_TURN_HEADINGS_H

#include "model/model.h"
#include "reader/people/roster.h"

typedef struct mb_turn_heading {
    mb_contribution_kind kind;
    bool supplementary;
    bool coded;         /* the label is a code: "Q1.", "A1:" */
    uint32_t number;    /* behind the label, or in the code before it; 0 where there is none */
    mb_slice who, whom; /* as printed, without what stands behind a name; NOTHING where nobody is named */
    size_t end;         /* behind the heading, in bytes of the text */
} mb_turn_heading;

/* Whether the text begins with such a heading. */
bool mb_read_turn_heading(const mb_roster *roster, mb_slice text, mb_turn_heading *heading);

/* Whether the text is the heading of a question and nothing else. */
bool mb_is_question_heading(const mb_roster *roster, mb_slice text);

/* Whether a line is a heading of which nothing goes on below it. */
bool mb_is_turn_heading_line(const mb_reader *reader, mb_slice line);

#endif
