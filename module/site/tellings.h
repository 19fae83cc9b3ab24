/* tellings.h: what one pack says of one meeting, beside what others say of it. */
#ifndef MB_SITE_TELLINGS_H
#define MB_SITE_TELLINGS_H

#include "site/assembly.h"

typedef struct mb_telling {
    mb_panel *panel;  /* NULL where no body is named */
    uint32_t sitting; /* 0; 1, 2, … where a panel meets again on the same day */
    mb_meeting *meeting;
    const mb_bundle *bundle;
} mb_telling;

/* The tellings of one meeting: those that call it, the latest first, then those that only minute it, likewise. */
typedef struct mb_tellings {
    mb_telling **items;
    uint32_t count;
} mb_tellings;

/* agendas.c: one agenda of several, and what the later ones changed. */
void mb_merge_agendas(mb_assembly *assembly, mb_tellings tellings, mb_site_meeting *meeting);

/* changes.c: what the later of two packs says in other words; `item` is its number, or NOTHING. */
void mb_note_change(mb_assembly *assembly, mb_site_meeting *meeting, mb_place place, const char *field, mb_slice item,
                    mb_slice was, mb_slice is);

/* The same for time, place and so on, over all tellings. */
void mb_note_changes(mb_assembly *assembly, mb_tellings tellings, mb_site_meeting *meeting);

/* fields.c: whether a field of a record says nothing. */
bool mb_field_is_empty(const mb_field_info *field, const void *record);

/* Copies a field; `to` may be of a type that only begins as that of `from`. */
void mb_take_field(const mb_field_info *field, void *to, const void *from);

/* Takes over every field that `to` says nothing in; `type` is that of `from`. */
void mb_take_what_is_missing(const mb_type_info *type, void *to, const void *from);

#endif
