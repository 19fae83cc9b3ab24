/* schema.c: schema.def, expanded to the constant table of descriptors. */
#include "model/schema.h"

#include <stddef.h>

#include "core/slice.h"

/* The closed sets. */
#define MB_CHOICES(name, meaning)          static const mb_choice_info values_of_##name[] = {{NULL, NULL},
#define MB_CHOICE(name, id, word, meaning) {word, meaning},
#define MB_CHOICES_END(name)                                                                                           \
    }                                                                                                                  \
    ;
#include "model/schema.def"

#define COUNT_OF(array) (uint32_t)(sizeof(array) / sizeof *(array))

#define MB_CHOICES(name, meaning)                                                                                      \
    const mb_choices_info mb_choices_##name = {#name, meaning, values_of_##name, COUNT_OF(values_of_##name)};
#include "model/schema.def"

/* The fields. Each type's rows stand in a function of their own, since only there can a local name (`owner`) say
 * whose offsets are meant. */
#define MB_TYPE(name, title, meaning)                                                                                  \
    static mb_fields fields_of_##name(void)                                                                            \
    {                                                                                                                  \
        typedef mb_##name owner;                                                                                       \
        static const mb_field_info fields[] = {
#define AT(name)        (uint32_t) offsetof(owner, name)
#define SPAN_TYPE(kind) (MB_KIND_##kind == MB_KIND_contribution_span ? &mb_type_block : NULL)
#define NAMED(name)     #name, MB_LITERAL("\"" #name "\":")
#define ROW(kind, name, type, choices, meaning)                                                                        \
    {NAMED(name), MB_KIND_##kind, AT(name), type, choices, 0, NULL, meaning},
#define ROW_OF(values, kind, name, type, meaning)                                                                      \
    {NAMED(name), MB_KIND_##kind, AT(name), type, NULL, values, &fields[0], meaning},
#define MB_FIELD(kind, name, meaning)            ROW(kind, name, SPAN_TYPE(kind), NULL, meaning)
#define MB_OPTION(choices, name, meaning)        ROW(option, name, NULL, &mb_choices_##choices, meaning)
#define MB_RECORD(type, name, meaning)           ROW(record, name, &mb_type_##type, NULL, meaning)
#define MB_LIST(type, name, meaning)             ROW(list, name, &mb_type_##type, NULL, meaning)
#define MB_REFERENCE(type, name, meaning)        ROW(reference, name, &mb_type_##type, NULL, meaning)
#define MB_REFERENCES(type, name, meaning)       ROW(references, name, &mb_type_##type, NULL, meaning)
#define MB_FIELD_OF(values, kind, name, meaning) ROW_OF(values, kind, name, NULL, meaning)
#define MB_LIST_OF(values, type, name, meaning)  ROW_OF(values, list, name, &mb_type_##type, meaning)
#define MB_END                                                                                                         \
    }                                                                                                                  \
    ;                                                                                                                  \
    return (mb_fields){fields, COUNT_OF(fields)};                                                                      \
    }
#include "model/schema.def"

#define TYPE_INFO(name, title, meaning, placed, sparse)                                                                \
    const mb_type_info mb_type_##name = {                                                                              \
        #name, #title, meaning, fields_of_##name, sizeof(mb_##name), MB_POSITION_OF_##name, placed, sparse};
#define MB_TYPE(name, title, meaning)        TYPE_INFO(name, title, meaning, true, false)
#define MB_SPARSE_TYPE(name, title, meaning) TYPE_INFO(name, title, meaning, true, true)
#define MB_PLAIN_TYPE(name, title, meaning)  TYPE_INFO(name, title, meaning, false, true)
#include "model/schema.def"

const mb_type_info *const mb_types[] = {
#define MB_TYPE(name, title, meaning) &mb_type_##name,
#include "model/schema.def"
};
const uint32_t mb_type_count = COUNT_OF(mb_types);

const mb_choices_info *const mb_choices[] = {
#define MB_CHOICES(name, meaning) &mb_choices_##name,
#include "model/schema.def"
};
const uint32_t mb_choices_count = COUNT_OF(mb_choices);

bool mb_field_exists(const mb_field_info *field, const void *record)
{
    if (!field->of)
        return true;
    uint32_t value;
    memcpy(&value, (const char *)record + field->by->offset, sizeof value);
    return field->of >> value & 1;
}

bool mb_sorts_fields(const mb_field_info *field, const mb_type_info *type)
{
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++)
        if (fields.items[i].by == field)
            return true;
    return false;
}

bool mb_leads_down(const mb_field_info *field)
{
    return field->kind == MB_KIND_record || field->kind == MB_KIND_list;
}

uint32_t mb_children(const mb_field_info *field, const void *record, void *const **items)
{
    const void *at = (const char *)record + field->offset;
    if (!mb_leads_down(field) || !mb_field_exists(field, record))
        return 0;
    if (field->kind == MB_KIND_list) {
        const mb_list *list = at;
        *items = list->items;
        return list->count;
    }
    *items = at;
    return **items != NULL;
}

size_t mb_field_size(const mb_field_info *field)
{
    static const size_t sizes[] = {
        [MB_KIND_string] = sizeof(mb_kind_string),
        [MB_KIND_date] = sizeof(mb_kind_date),
        [MB_KIND_time] = sizeof(mb_kind_time),
        [MB_KIND_moment] = sizeof(mb_kind_moment),
        [MB_KIND_count] = sizeof(mb_kind_count),
        [MB_KIND_flag] = sizeof(mb_kind_flag),
        [MB_KIND_maybe] = sizeof(mb_kind_maybe),
        [MB_KIND_pages] = sizeof(mb_kind_pages),
        [MB_KIND_strings] = sizeof(mb_kind_strings),
        [MB_KIND_rows] = sizeof(mb_kind_rows),
        [MB_KIND_contribution_span] = sizeof(mb_kind_contribution_span),
        [MB_KIND_option] = sizeof(mb_block_type),
        [MB_KIND_record] = sizeof(void *),
        [MB_KIND_list] = sizeof(mb_list),
        [MB_KIND_reference] = sizeof(void *),
        [MB_KIND_references] = sizeof(mb_list),
    };
    return sizes[field->kind];
}

void mb_field_clear(const mb_field_info *field, void *record)
{
    memset((char *)record + field->offset, 0, mb_field_size(field));
}

const mb_field_info *mb_field_find(const mb_type_info *type, mb_slice name)
{
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++)
        if (mb_slice_equal(mb_slice_of(fields.items[i].name), name))
            return &fields.items[i];
    return NULL;
}

const char *mb_choice_word(const mb_choices_info *choices, uint32_t value)
{
    return value < choices->count ? choices->values[value].word : NULL;
}

uint32_t mb_choice_find(const mb_choices_info *choices, mb_slice word)
{
    for (uint32_t value = 1; value < choices->count; value++)
        if (mb_slice_equal(mb_slice_of(choices->values[value].word), word))
            return value;
    return 0;
}
