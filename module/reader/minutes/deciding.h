/* deciding.h: sentences in which a body decides. */
#ifndef MB_READER_MINUTES_DECIDING_H
#define MB_READER_MINUTES_DECIDING_H

#include "reader/people/roster.h"

typedef enum mb_extent { MB_TO_THE_END, MB_ONE_SENTENCE } mb_extent;

typedef struct mb_deciding {
    mb_slice verb;    /* RESOLVED, APPROVED, …; NOTHING where the parts that follow have their own */
    size_t start;     /* behind a title that leads the sentence: "Audit - The accounts were approved by the Council" */
    size_t end;       /* behind the words that decide, in bytes of the sentence */
    mb_extent extent; /* whether the decision goes on behind the sentence */
} mb_deciding;

/* Whether the sentence decides. */
bool mb_find_deciding(const mb_roster *roster, mb_slice sentence, mb_deciding *found);

/* The verb that the text begins with as a body's act: "agreed the timetable"; NOTHING where it begins with none. */
mb_slice mb_leading_verb(const mb_dialect *dialect, mb_slice text);

#endif
