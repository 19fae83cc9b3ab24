/* panel_names.h: whether two names mean the same panel.
 *
 *     "Roads and Parks PDS Panel"      words roads parks PDS panel                key roadsparkspdspanel
 *     "Roads & Parks Policy Development and Scrutiny Panel"                       initials of both: rppdsp          */
#ifndef MB_SITE_PANEL_NAMES_H
#define MB_SITE_PANEL_NAMES_H

#include "core/arena.h"
#include "reader/dialect/dialect.h"

typedef struct mb_panel_name {
    mb_slice printed;  /* without the council's name before it */
    mb_slice key;      /* the letters of its words, small words left out: the same for "&" and "and" */
    mb_slice initials; /* of its words; of an abbreviation every letter */
    mb_strings words;  /* in order */
    bool *is_abbreviation;
} mb_panel_name;

/* `dialect` knows the small words (NULL: there are none); `council` may be NOTHING. */
mb_panel_name mb_panel_name_of(mb_arena *arena, const mb_dialect *dialect, mb_slice council, mb_slice printed);

/* Whether one becomes the other where abbreviations stand for the words whose initials they are, and short forms
 * ("Cttee") for the word whose letters they have. The same key needs no such question. */
bool mb_panel_name_abbreviates(const mb_panel_name *a, const mb_panel_name *b);

#endif
