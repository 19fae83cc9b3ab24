/* correction_of.h: a paper's text with corrections, as the model that both make, for tests. */
#ifndef MB_CORRECTION_OF_H
#define MB_CORRECTION_OF_H

#include "model_walk.h"
#include "reading_of.h"

#include "model/corrections.h"

/* A pack with something of everything; its lines count from 1. */
#define PAPER                                                                                                          \
    "Harle Vale Town Council\nGrounds Committee\n\nDate: Tuesday, 8th July, 2025\nVenue: Corn Hall\n\n"                \
    "Councillors: Ann Ogle, Bob Dunn\n\nNOTES:\n\n1. Filming: Anybody may film.\n\n"                                   \
    "Grounds Committee - Tuesday, 8th July, 2025\nat 7.00 pm in the Corn Hall\nAGENDA\n\n1. WELCOME\n\n"               \
    "2. TREES, HEDGES AND PONDS (Pages 3 - 4)\nMembers may:\n(a) ask;\n(b) answer.\n\n"                                \
    "3. FAIR\n\nThe Clerk for this meeting is Una Teal, una@harle.example, 01632 960321.\n\n"                          \
    "\fAgenda Item 2\nReport to: Grounds Committee\nTitle: Trees\n\n1 THE ISSUE\n\n1.1 Eleven **limes** lean.\n\n"     \
    "2 COSTS\n\nTree\tCost\nLime\t40\nOak\t55\n\n3 RISKS\n\nNone.\n\n"                                                 \
    "\f" MINUTES_HEAD "Also in attendance: Una Teal (Town Clerk)\n\n1 WELCOME\n\nThe Chair opened the meeting.\n\n"    \
    "2 FAIR\n\nCouncillor Bob Dunn asked when it was. He hoped for June.\n\nThe Town Clerk replied that it was in "    \
    "May.\n\nBob Dunn moved that tea be sold.\n\nAnn Ogle seconded the motion.\n\n"                                    \
    "The motion was put to the vote and CARRIED: 2 in favour, 0 against.\n\n"                                          \
    "The Committee RESOLVED to sell tea.\n\nThe meeting ended at 8.15 pm\n"

/* Reads the paper with the corrections, which fail with that code. */
static inline int read_corrected(mb_slice printed, const char *yaml, const mb_pack **out, mb_error *error)
{
    mb_reading reading;
    mb_reading_options how = {.corrections = "corrections/pack.yaml", .corrections_text = mb_slice_of(yaml)};
    int code = mb_read_bytes(shipped, &how, printed, "pack.txt", &reading, error);
    if (code == 0) {
        readings = realloc(readings, (reading_count + 1) * sizeof *readings);
        readings[reading_count++] = reading;
        *out = reading.pack;
    }
    return code;
}

static inline const mb_pack *corrected_pack(const char *printed, const char *yaml)
{
    const mb_pack *pack = NULL;
    mb_error error = {0};
    if (read_corrected(mb_slice_of(printed), yaml, &pack, &error) != 0)
        fail_msg("%s:%u: %s (%s)", error.file, error.line, error.message, error.advice);
    return pack;
}

#endif
