/* json.c: one walk over the table of descriptors makes the JSON of every type. */
#include "model/json.h"

#include "core/json.h"

static void write_record(mb_json *json, const mb_type_info *type, const void *record);

static const void *pointer_at(const void *value)
{
    const void *pointer;
    memcpy(&pointer, value, sizeof pointer);
    return pointer;
}

static uint32_t choice_at(const void *value)
{
    uint32_t choice;
    memcpy(&choice, value, sizeof choice);
    return choice;
}

/* --- Each kind of field: whether it says nothing, and its JSON --- */

static bool no_text(const mb_field_info *field, const void *value)
{
    (void)field;
    return ((const mb_slice *)value)->size == 0;
}

static void write_text(mb_json *json, const mb_field_info *field, const void *value)
{
    (void)field;
    mb_json_text(json, *(const mb_slice *)value);
}

static bool no_count(const mb_field_info *field, const void *value)
{
    (void)field;
    return !((const mb_count *)value)->known;
}

static void write_count(mb_json *json, const mb_field_info *field, const void *value)
{
    if (no_count(field, value))
        mb_json_word(json, "null");
    else
        mb_json_number(json, ((const mb_count *)value)->value);
}

static bool no_flag(const mb_field_info *field, const void *value)
{
    (void)field;
    return !*(const bool *)value;
}

static void write_flag(mb_json *json, const mb_field_info *field, const void *value)
{
    mb_json_word(json, no_flag(field, value) ? "false" : "true");
}

static bool no_choice(const mb_field_info *field, const void *value)
{
    (void)field;
    return choice_at(value) == 0;
}

static void write_maybe(mb_json *json, const mb_field_info *field, const void *value)
{
    (void)field;
    static const char *const words[] = {[MB_UNKNOWN] = "null", [MB_NO] = "false", [MB_YES] = "true"};
    mb_json_word(json, words[choice_at(value)]);
}

static void write_option(mb_json *json, const mb_field_info *field, const void *value)
{
    mb_json_text(json, mb_slice_of(mb_choice_word(field->choices, choice_at(value))));
}

static bool no_pages(const mb_field_info *field, const void *value)
{
    (void)field;
    return ((const mb_pages *)value)->first == 0;
}

static void write_pages(mb_json *json, const mb_field_info *field, const void *value)
{
    if (no_pages(field, value)) {
        mb_json_word(json, "null");
        return;
    }
    const mb_pages *pages = value;
    mb_json_open_flat(json, '[');
    mb_json_number(json, pages->first);
    mb_json_number(json, pages->last);
    mb_json_close(json, ']');
}

static bool no_strings(const mb_field_info *field, const void *value)
{
    (void)field;
    return ((const mb_strings *)value)->count == 0;
}

/* A list holds texts, not nulls: a cell that says nothing is empty. */
static void write_strings(mb_json *json, const mb_field_info *field, const void *value)
{
    (void)field;
    const mb_strings *strings = value;
    mb_json_open_flat(json, '[');
    for (uint32_t i = 0; i < strings->count; i++)
        mb_json_text(json, strings->items[i].data ? strings->items[i] : MB_TEXT(""));
    mb_json_close(json, ']');
}

static bool no_items(const mb_field_info *field, const void *value)
{
    (void)field;
    return ((const mb_list *)value)->count == 0;
}

static void write_rows(mb_json *json, const mb_field_info *field, const void *value)
{
    const mb_list *rows = value;
    mb_json_open(json, '[');
    for (uint32_t i = 0; i < rows->count; i++)
        write_strings(json, field, rows->items[i]);
    mb_json_close(json, ']');
}

static bool no_pointer(const mb_field_info *field, const void *value)
{
    (void)field;
    return !pointer_at(value);
}

static void write_pointed(mb_json *json, const mb_field_info *field, const void *value)
{
    if (no_pointer(field, value))
        mb_json_word(json, "null");
    else
        write_record(json, field->type, pointer_at(value));
}

static void write_list(mb_json *json, const mb_field_info *field, const void *value)
{
    const mb_list *list = value;
    mb_json_open(json, '[');
    for (uint32_t i = 0; i < list->count; i++)
        write_record(json, field->type, list->items[i]);
    mb_json_close(json, ']');
}

bool mb_json_refers_by_id(const mb_type_info *type)
{
    return type == mb_type_of(pack) || mb_field_find(type, MB_TEXT("id"));
}

static void write_referred(mb_json *json, const mb_type_info *type, const void *record)
{
    const mb_field_info *id = mb_field_find(type, MB_TEXT("id"));
    if (id) {
        write_text(json, id, (const char *)record + id->offset);
    } else if (type == mb_type_of(pack)) {
        const mb_pack *pack = record;
        mb_json_text(json, pack->source ? pack->source->file : MB_NOTHING);
    } else {
        write_record(json, type, record);
    }
}

static void write_reference(mb_json *json, const mb_field_info *field, const void *value)
{
    if (no_pointer(field, value))
        mb_json_word(json, "null");
    else
        write_referred(json, field->type, pointer_at(value));
}

static void write_references(mb_json *json, const mb_field_info *field, const void *value)
{
    const mb_list *list = value;
    if (mb_json_refers_by_id(field->type))
        mb_json_open_flat(json, '[');
    else
        mb_json_open(json, '[');
    for (uint32_t i = 0; i < list->count; i++)
        write_referred(json, field->type, list->items[i]);
    mb_json_close(json, ']');
}

static bool no_span(const mb_field_info *field, const void *value)
{
    (void)field;
    return !((const mb_contribution_span *)value)->of;
}

static const struct {
    bool (*says_nothing)(const mb_field_info *field, const void *value);
    void (*write)(mb_json *json, const mb_field_info *field, const void *value);
} kinds[] = {
    [MB_KIND_string] = {no_text, write_text},
    [MB_KIND_date] = {no_text, write_text},
    [MB_KIND_time] = {no_text, write_text},
    [MB_KIND_moment] = {no_text, write_text},
    [MB_KIND_count] = {no_count, write_count},
    [MB_KIND_flag] = {no_flag, write_flag},
    [MB_KIND_maybe] = {no_choice, write_maybe},
    [MB_KIND_pages] = {no_pages, write_pages},
    [MB_KIND_strings] = {no_strings, write_strings},
    [MB_KIND_rows] = {no_items, write_rows},
    [MB_KIND_contribution_span] = {no_span, NULL}, /* two keys: write_span */
    [MB_KIND_option] = {no_choice, write_option},
    [MB_KIND_record] = {no_pointer, write_pointed},
    [MB_KIND_list] = {no_items, write_list},
    [MB_KIND_reference] = {no_pointer, write_reference},
    [MB_KIND_references] = {no_items, write_references},
};

/* --- Records --- */

static void write_span_end(mb_json *json, const char *key, bool known, uint32_t block)
{
    mb_json_key(json, key);
    if (known)
        mb_json_number(json, block);
    else
        mb_json_word(json, "null");
}

static void write_span(mb_json *json, const mb_contribution_span *span)
{
    write_span_end(json, "first_block", span->of != NULL, span->first);
    write_span_end(json, "last_block", span->of != NULL, span->last);
}

static void write_field(mb_json *json, const mb_field_info *field, const void *record, bool sparse)
{
    const void *value = (const char *)record + field->offset;
    if (!mb_field_exists(field, record) || (sparse && kinds[field->kind].says_nothing(field, value)))
        return;
    if (field->kind == MB_KIND_contribution_span) {
        write_span(json, value);
        return;
    }
    mb_json_key(json, field->name);
    kinds[field->kind].write(json, field, value);
}

static void write_place_part(mb_json *json, const char *key, uint32_t number, bool sparse)
{
    if (number == 0 && sparse)
        return;
    mb_json_key(json, key);
    if (number)
        mb_json_number(json, number);
    else
        mb_json_word(json, "null");
}

static void write_place(mb_json *json, const mb_place *place, bool sparse)
{
    write_place_part(json, "line", place->line, sparse);
    write_place_part(json, "page", place->page, sparse);
    write_place_part(json, "sheet", place->sheet, sparse);
    write_place_part(json, "pack", place->pack, true);
}

static void write_record(mb_json *json, const mb_type_info *type, const void *record)
{
    mb_fields fields = type->fields();
    mb_json_open(json, '{');
    for (uint32_t i = 0; i < fields.count; i++)
        write_field(json, &fields.items[i], record, type->sparse);
    if (type->placed)
        write_place(json, record, type->sparse);
    mb_json_close(json, '}');
}

int mb_json_write(const mb_type_info *type, const void *record, mb_buffer *out)
{
    mb_json json = mb_json_into(out);
    write_record(&json, type, record);
    mb_buffer_char(out, '\n');
    return out->failed;
}
