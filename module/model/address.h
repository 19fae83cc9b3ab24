/* address.h: how a person says which object of a pack is meant.
 *
 *     meeting 2025-11-04, minute item 43, 2nd vote CARRIED
 *     └─────step───────┘  └noun────┘ key  │   └noun  └key
 *                                         └ordinal
 *
 * The steps go down from the pack; each may skip levels. A noun is what a field or a type of the model is called
 * ("agenda", "members" or "member", "agenda item" or "item"), or a type of block ("paragraph"). A key is the value of
 * any field of the object; in double quotes where it has a comma; with `…` behind it, how the value begins. Of what
 * fits, the nearest counts, then what fits by the earliest field of its type. */
#ifndef MB_MODEL_ADDRESS_H
#define MB_MODEL_ADDRESS_H

#include "core/yaml.h"
#include "model/schema.h"

/* No object stands deeper than a block of an item of the minutes of a meeting, and few lists in lists below it. */
#define MB_MOST_STEPS 12

/* The ordinal of "last". */
#define MB_LAST UINT32_MAX

/* Types as a set: bit i is mb_types[i]. */
typedef uint64_t mb_type_set;

typedef struct mb_step {
    mb_slice text;     /* as written */
    mb_slice noun;     /* in words of the table of nouns */
    mb_slice key;      /* NOTHING: any */
    bool begins;       /* the key is how a value begins */
    uint32_t ordinal;  /* from 1, or MB_LAST; 0: it is the only one */
    mb_type_set types; /* what it can be */
} mb_step;

typedef struct mb_address {
    mb_step steps[MB_MOST_STEPS];
    uint32_t count; /* 0: the pack */
} mb_address;

/* An object of a pack. */
typedef struct mb_target {
    const mb_type_info *type;
    void *record;
} mb_target;
#define mb_target_at(type, record) ((mb_target){mb_type_of(type), (record)})

/* What is addressed in one pack: knows the nouns, and has room for searching. One thread at a time uses it. */
typedef struct mb_atlas mb_atlas;
mb_atlas *mb_atlas_new(mb_arena *arena);

/* Reads the address that `node` holds; `file` names it in messages. MB_EFORMAT (no such noun, nothing of that name
 * within the step before it), or 0. */
int mb_address_read(mb_atlas *atlas, const mb_yaml *node, const char *file, mb_address *out, mb_error *error);

/* What the last step can be. */
mb_type_set mb_address_types(const mb_address *address);

/* Leaves of what the last step can be only `types`, and of the steps before it what leads there. */
void mb_address_narrow(mb_atlas *atlas, mb_address *address, mb_type_set types);

/* The one object below `start` that the address means. Where it isn't one, false; `out` gets the object as far as the
 * address leads to one, and `why`, if not NULL, what is wrong with the step behind it, in words. */
bool mb_address_find(mb_atlas *atlas, mb_target start, const mb_address *address, mb_target *out, mb_slice *why);

/* The address of each of `count` targets in the pack, in texts[i]: found by mb_address_find, but for those of no value,
 * which stay NOTHING. */
void mb_address_write(mb_atlas *atlas, mb_pack *pack, const mb_target *targets, uint32_t count, mb_slice *texts);

/* The types in the set, in words: "agenda item or minute item". */
mb_slice mb_types_in_words(mb_arena *arena, mb_type_set types);

bool mb_type_in(mb_type_set types, const mb_type_info *type);

#endif
