/* person_names.h: people's names taken apart, and how near two of them are.
 *
 *     "Cllr R.W. O’Shea MBE"    honorific, post-nominals off     words r w oshea     initials
 *     "Mary Marsh-Oakley"                                     key marymarshoakley, as for "Mary MarshOakley" */
#ifndef MB_SITE_PERSON_NAMES_H
#define MB_SITE_PERSON_NAMES_H

#include "core/arena.h"
#include "reader/dialect/dialect.h"

typedef enum mb_name_form {
    MB_NAME_NONE,     /* no name: digits, nothing, too many words */
    MB_NAME_SURNAME,  /* one word */
    MB_NAME_INITIALS, /* initials and a surname */
    MB_NAME_FULL
} mb_name_form;

typedef struct mb_person_name {
    mb_name_form form;
    mb_slice bare;    /* without honorific and post-nominals, hard wraps mended */
    mb_slice key;     /* the letters of its words, middle initials left out */
    mb_slice first;   /* the letters of the first word */
    mb_slice surname; /* those of the last */
    mb_slice middle;  /* the initial of the second of three words; or NOTHING */
    bool double_barrelled;
    struct mb_bearing *bearing; /* see mb_known_name; else NULL */
} mb_person_name;

mb_person_name mb_person_name_of(mb_arena *arena, const mb_dialect *dialect, mb_slice printed);

/* Whether one first name can be short for the other: it begins it ("Chris", "D"), or the dialect says so ("Liz"). */
bool mb_first_names_are_alike(const mb_dialect *dialect, mb_slice a, mb_slice b);

/* Whether one surname is a part of the other, which is double-barrelled: both as printed, "Lee" and "Lee-Hay". */
bool mb_surname_is_part(const mb_person_name *a, const mb_person_name *b);

#endif
