/* atlas.h: what reading, finding and writing an address share. */
#ifndef MB_MODEL_ATLAS_H
#define MB_MODEL_ATLAS_H

#include "model/address.h"

/* What an object can be called that a field leads to. */
typedef struct mb_noun {
    mb_slice words;
    const mb_field_info *field;
    uint32_t value; /* 0, or that of the object's first field, which decides what other fields it has: "paragraph" */
} mb_noun;

/* A growable array of targets that is used again and again. */
typedef struct mb_targets {
    mb_target *items;
    uint32_t count, capacity;
} mb_targets;

/* That the object at that position of a list has a key of that hash. */
typedef struct mb_key_entry {
    uint32_t hash, at;
} mb_key_entry;

/* So many lists have an index at once: those that the objects of one path stand in. */
#define MB_MOST_INDEXES 8

typedef struct mb_key_index {
    void *const *items; /* the list; NULL: no index yet */
    mb_key_entry *entries;
    uint32_t count;
} mb_key_index;

struct mb_atlas {
    mb_arena *arena;
    mb_list nouns;                /* of mb_noun */
    mb_targets level, next, hits; /* see address_find.c */
    bool still;                   /* no object changes as long as it is set: lists may have an index */
    mb_key_index indexes[MB_MOST_INDEXES];
    uint32_t next_index;
};

/* ---- nouns.c ---- */

/* "agenda_item" as people write it. */
mb_slice mb_spaced(mb_arena *arena, const char *name);

/* The noun that objects in that field, or some of them, can be called by; NULL where none can be called so. */
const mb_noun *mb_noun_for(const mb_atlas *atlas, const mb_field_info *field, mb_slice words);

/* Whether an object in the noun's field can be called so. */
bool mb_is_called(const mb_noun *noun, const void *object);

mb_type_set mb_set_of(const mb_type_info *type);

/* The types of the set, one a call, or NULL behind the last; `position` is 0 at first. */
const mb_type_info *mb_next_type(mb_type_set types, uint32_t *position);

/* The types of the set and of all that they have in them. */
mb_type_set mb_types_within(mb_type_set types);

/* What can be called so within `from`. */
mb_type_set mb_types_called(const mb_atlas *atlas, mb_type_set from, mb_slice words);

/* Those types of `from` within which one of `wanted` can be called so. */
mb_type_set mb_types_above(const mb_atlas *atlas, mb_type_set from, mb_slice words, mb_type_set wanted);

/* ---- address_find.c ---- */

/* The value of a field that can be a key: text, a number (written into `digits`) or a word. NOTHING where it says
 * nothing. */
#define MB_DIGITS 24
mb_slice mb_key_of(const mb_field_info *field, const void *record, char digits[MB_DIGITS]);

/* An address has no longer key: it is hard to read and to find again. */
#define MB_LONGEST_KEY 60

/* Finds what fits a step below `start`, whatever its ordinal: the nearest, by the earliest field, in the order of the
 * pack. They are in atlas->hits until the next search. */
void mb_search(mb_atlas *atlas, mb_target start, const mb_step *step);

/* The one of them that the step means, or NULL. */
const mb_target *mb_hit_of(const mb_atlas *atlas, const mb_step *step);

/* ---- address_index.c ---- */

typedef struct mb_key_matches {
    const mb_key_entry *entries;
    uint32_t count;
} mb_key_matches;

/* Where in a list of objects of that type the key may be one of an object's keys: in the order of the list, each position
 * once for each such key. For keys up to MB_LONGEST_KEY. */
mb_key_matches mb_match_key(mb_atlas *atlas, const mb_type_info *type, void *const *items, uint32_t count,
                            mb_slice key);

#endif
