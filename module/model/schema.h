/* schema.h: the model as a table: every type and field with name, kind, offset and meaning.
 *
 * One loop over this table makes the JSON, one the JSON Schema, one the Lua objects, one the reference page. */
#ifndef MB_MODEL_SCHEMA_H
#define MB_MODEL_SCHEMA_H

#include "model/model.h"

typedef enum mb_kind {
    MB_KIND_string,
    MB_KIND_date,
    MB_KIND_time,
    MB_KIND_moment,
    MB_KIND_count,
    MB_KIND_flag,
    MB_KIND_maybe,
    MB_KIND_pages,
    MB_KIND_strings,
    MB_KIND_rows,
    MB_KIND_contribution_span,
    MB_KIND_option,
    MB_KIND_record,
    MB_KIND_list,
    MB_KIND_reference,
    MB_KIND_references
} mb_kind;

typedef struct mb_choice_info {
    const char *word; /* NULL for the value "nothing" */
    const char *meaning;
} mb_choice_info;

typedef struct mb_choices_info {
    const char *name, *meaning;
    const mb_choice_info *values; /* values[0] is "nothing" */
    uint32_t count;
} mb_choices_info;

typedef struct mb_field_info {
    const char *name;
    mb_slice key; /* the name in JSON: `"title":` */
    mb_kind kind;
    uint32_t offset;                 /* within the record */
    const struct mb_type_info *type; /* of record, list, reference, references; for contribution_span: Block */
    const mb_choices_info *choices;  /* of option */
    uint32_t of;                     /* 0, or the values of the record's option for which the field exists (MB_IS) */
    const struct mb_field_info *by;  /* that option */
    const char *meaning;
} mb_field_info;

/* A value of a closed set as one bit, for sets of values: MB_IS(block_type, list) | MB_IS(block_type, table). */
#define MB_IS(choices, value) (1u << mb_##choices##_##value)

/* Whether `record` has the field. Where it hasn't, its memory belongs to another field: who walks over the fields of a
 * record asks before looking at any. */
bool mb_field_exists(const mb_field_info *field, const void *record);

/* Whether other fields of the type exist or not by what the field says. */
bool mb_sorts_fields(const mb_field_info *field, const struct mb_type_info *type);

/* Whether the field leads to an object, or a list of them, that is part of the record. */
bool mb_leads_down(const mb_field_info *field);

/* The objects that a record has in such a field: how many, and where; none where the field doesn't exist. */
uint32_t mb_children(const mb_field_info *field, const void *record, void *const **items);

/* The bytes that a field of that kind has in its record. */
size_t mb_field_size(const mb_field_info *field);

/* Makes the record say nothing in that field. */
void mb_field_clear(const mb_field_info *field, void *record);

typedef struct mb_fields {
    const mb_field_info *items;
    uint32_t count;
} mb_fields;

typedef struct mb_type_info {
    const char *name;  /* agenda_item */
    const char *title; /* AgendaItem */
    const char *meaning;
    mb_fields (*fields)(void); /* in the order of schema.def */
    uint32_t size;
    uint32_t position; /* in mb_types */
    bool placed;       /* begins with an mb_place */
    bool sparse;       /* its JSON leaves out what is null, empty or false */
} mb_type_info;

enum {
#define MB_TYPE(name, title, meaning) MB_POSITION_OF_##name,
#include "model/schema.def"
    MB_TYPE_COUNT
};

/* The types in the order of schema.def; the first is Pack. */
extern const mb_type_info *const mb_types[];
extern const uint32_t mb_type_count;

/* The closed sets, in the same order. */
extern const mb_choices_info *const mb_choices[];
extern const uint32_t mb_choices_count;

/* One type, for example mb_type_of(agenda_item). */
#define mb_type_of(name)              (&mb_type_##name)
#define MB_CHOICES(name, meaning)     extern const mb_choices_info mb_choices_##name;
#define MB_TYPE(name, title, meaning) extern const mb_type_info mb_type_##name;
#include "model/schema.def"

/* The field of `type` with that name, or NULL. */
const mb_field_info *mb_field_find(const mb_type_info *type, mb_slice name);

/* The word of a value of a closed set, or NULL for "nothing". */
const char *mb_choice_word(const mb_choices_info *choices, uint32_t value);

/* The value whose word is `word`, or 0. */
uint32_t mb_choice_find(const mb_choices_info *choices, mb_slice word);

#endif
