/* model.h: the records of the model, expanded from schema.def.
 *
 * A record lives in its pack's arena. Strings are slices into the source or the arena; a list holds pointers to
 * records of the type that schema.def names. Zeroed memory is a record that says nothing: every field null, false or
 * empty.
 *
 * Of a block, `number`, `mark` and `header` share their memory, so do `text` and `caption`, and `runs`, `rows` and
 * `items`: set `type` first, and look at it before any of these. Fields shared this way make a block half as large. */
#ifndef MB_MODEL_MODEL_H
#define MB_MODEL_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/slice.h"

#define MB_SCHEMA_VERSION "minutebook/1"

/* Where an object begins in the source; each counts from 1, 0 where it isn't known. */
typedef struct mb_place {
    uint32_t line;
    uint32_t page;  /* the number that the pack prints */
    uint32_t sheet; /* the page of the file */
    uint32_t pack;  /* in a site: the pack, by a number that model/places.h knows */
} mb_place;

typedef struct mb_count {
    int64_t value;
    bool known;
} mb_count;
#define MB_COUNT(n) ((mb_count){(n), true})

typedef enum mb_maybe { MB_UNKNOWN, MB_NO, MB_YES } mb_maybe;

/* Both 0 where there are none. */
typedef struct mb_pages {
    uint32_t first, last;
} mb_pages;

/* Blocks `first` to `last` (0-based, inclusive) of the list `of`, which belongs to the minute item. */
typedef struct mb_contribution_span {
    const mb_list *of;
    uint32_t first, last;
} mb_contribution_span;

/* In a site: the position of each pack, from 1, by its number less 1; 0 where no pack has the number. */
typedef struct mb_pack_numbers {
    uint32_t *positions;
    uint32_t count;
} mb_pack_numbers;

/* How each kind of field is kept. */
typedef mb_slice mb_kind_string;
typedef mb_slice mb_kind_date;   /* 2025-11-04, or 2025-10 */
typedef mb_slice mb_kind_time;   /* 10:05 */
typedef mb_slice mb_kind_moment; /* 2025-10-30T17:00, or the date alone */
typedef mb_count mb_kind_count;
typedef bool mb_kind_flag;
typedef mb_maybe mb_kind_maybe;
typedef mb_pages mb_kind_pages;
typedef mb_strings mb_kind_strings;
typedef mb_list mb_kind_rows; /* of mb_strings */
typedef mb_contribution_span mb_kind_contribution_span;

/* The closed sets: enum mb_severity { MB_SEVERITY_nothing, MB_SEVERITY_note, … }, spelt mb_severity_note. */
#define MB_CHOICES(name, meaning)                                                                                      \
    typedef enum mb_##name                                                                                             \
    {                                                                                                                  \
        mb_##name##_nothing,
#define MB_CHOICE(name, id, word, meaning) mb_##name##_##id,
#define MB_CHOICES_END(name)                                                                                           \
    }                                                                                                                  \
    mb_##name;
#include "model/schema.def"

/* The names of the records, so that one can point to another. */
#define MB_TYPE(name, title, meaning) typedef struct mb_##name mb_##name;
#include "model/schema.def"

/* The records. */
#define MB_TYPE(name, title, meaning)                                                                                  \
    struct mb_##name {                                                                                                 \
        mb_place place;
#define MB_PLAIN_TYPE(name, title, meaning) struct mb_##name {
#define MB_FIELD(kind, name, meaning)       mb_kind_##kind name;
#define MB_OPTION(choices, name, meaning)   mb_##choices name;
#define MB_RECORD(type, name, meaning)      mb_##type *name;
#define MB_LIST(type, name, meaning)        mb_list name;
#define MB_REFERENCE(type, name, meaning)   mb_##type *name;
#define MB_REFERENCES(type, name, meaning)  mb_list name;
#define MB_INNER(type, name, meaning)       type name;
#define MB_SHARED                           union {
#define MB_SHARED_END                                                                                                  \
    }                                                                                                                  \
    ;
#define MB_END                                                                                                         \
    }                                                                                                                  \
    ;
#include "model/schema.def"

#endif
