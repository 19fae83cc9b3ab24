/* json.c: one walk over the table of descriptors makes the JSON of every type. */
#include "model/json.h"

#include "core/json.h"
#include "model/places.h"

/* Where it is written, the site that it is of, or NULL, and which records are shown; NULL: all. */
typedef struct writer {
    mb_json json;
    const mb_site_record *site;
    bool (*is_shown)(const mb_type_info *type, const void *record);
} writer;

static void write_record(writer *w, const mb_type_info *type, const void *record);

static bool shows(const writer *w, const mb_type_info *type, const void *record)
{
    return !w->is_shown || w->is_shown(type, record);
}

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

static void write_text(writer *w, const mb_field_info *field, const void *value)
{
    (void)field;
    mb_json_text(&w->json, *(const mb_slice *)value);
}

static bool no_count(const mb_field_info *field, const void *value)
{
    (void)field;
    return !((const mb_count *)value)->known;
}

static void write_count(writer *w, const mb_field_info *field, const void *value)
{
    if (no_count(field, value))
        mb_json_word(&w->json, "null");
    else
        mb_json_number(&w->json, ((const mb_count *)value)->value);
}

static bool no_flag(const mb_field_info *field, const void *value)
{
    (void)field;
    return !*(const bool *)value;
}

static void write_flag(writer *w, const mb_field_info *field, const void *value)
{
    mb_json_word(&w->json, no_flag(field, value) ? "false" : "true");
}

static bool no_choice(const mb_field_info *field, const void *value)
{
    (void)field;
    return choice_at(value) == 0;
}

static void write_maybe(writer *w, const mb_field_info *field, const void *value)
{
    (void)field;
    static const char *const words[] = {[MB_UNKNOWN] = "null", [MB_NO] = "false", [MB_YES] = "true"};
    mb_json_word(&w->json, words[choice_at(value)]);
}

static void write_option(writer *w, const mb_field_info *field, const void *value)
{
    mb_json_text(&w->json, mb_slice_of(mb_choice_word(field->choices, choice_at(value))));
}

static bool no_pages(const mb_field_info *field, const void *value)
{
    (void)field;
    return ((const mb_pages *)value)->first == 0;
}

static void write_pages(writer *w, const mb_field_info *field, const void *value)
{
    if (no_pages(field, value)) {
        mb_json_word(&w->json, "null");
        return;
    }
    const mb_pages *pages = value;
    mb_json_open_flat(&w->json, '[');
    mb_json_number(&w->json, pages->first);
    mb_json_number(&w->json, pages->last);
    mb_json_close(&w->json, ']');
}

static bool no_strings(const mb_field_info *field, const void *value)
{
    (void)field;
    return ((const mb_strings *)value)->count == 0;
}

/* A list holds texts, not nulls: a cell that says nothing is empty. */
static void write_strings(writer *w, const mb_field_info *field, const void *value)
{
    (void)field;
    const mb_strings *strings = value;
    mb_json_open_flat(&w->json, '[');
    for (uint32_t i = 0; i < strings->count; i++)
        mb_json_text(&w->json, strings->items[i].data ? strings->items[i] : MB_TEXT(""));
    mb_json_close(&w->json, ']');
}

static bool no_items(const mb_field_info *field, const void *value)
{
    (void)field;
    return ((const mb_list *)value)->count == 0;
}

static void write_rows(writer *w, const mb_field_info *field, const void *value)
{
    const mb_list *rows = value;
    mb_json_open(&w->json, '[');
    for (uint32_t i = 0; i < rows->count; i++)
        write_strings(w, field, rows->items[i]);
    mb_json_close(&w->json, ']');
}

static bool no_pointer(const mb_field_info *field, const void *value)
{
    (void)field;
    return !pointer_at(value);
}

static void write_pointed(writer *w, const mb_field_info *field, const void *value)
{
    if (no_pointer(field, value))
        mb_json_word(&w->json, "null");
    else
        write_record(w, field->type, pointer_at(value));
}

static void write_list(writer *w, const mb_field_info *field, const void *value)
{
    const mb_list *list = value;
    mb_json_open(&w->json, '[');
    for (uint32_t i = 0; i < list->count; i++)
        if (shows(w, field->type, list->items[i]))
            write_record(w, field->type, list->items[i]);
    mb_json_close(&w->json, ']');
}

bool mb_json_refers_by_id(const mb_type_info *type)
{
    return type == mb_type_of(pack) || mb_field_find(type, MB_TEXT("id"));
}

static void write_referred(writer *w, const mb_type_info *type, const void *record)
{
    const mb_field_info *id = mb_field_find(type, MB_TEXT("id"));
    if (id) {
        write_text(w, id, (const char *)record + id->offset);
    } else if (type == mb_type_of(pack)) {
        const mb_pack *pack = record;
        mb_json_text(&w->json, pack->source ? pack->source->name : MB_NOTHING);
    } else {
        write_record(w, type, record);
    }
}

static void write_reference(writer *w, const mb_field_info *field, const void *value)
{
    if (no_pointer(field, value) || !shows(w, field->type, pointer_at(value)))
        mb_json_word(&w->json, "null");
    else
        write_referred(w, field->type, pointer_at(value));
}

static void write_references(writer *w, const mb_field_info *field, const void *value)
{
    const mb_list *list = value;
    if (mb_json_refers_by_id(field->type))
        mb_json_open_flat(&w->json, '[');
    else
        mb_json_open(&w->json, '[');
    for (uint32_t i = 0; i < list->count; i++)
        if (shows(w, field->type, list->items[i]))
            write_referred(w, field->type, list->items[i]);
    mb_json_close(&w->json, ']');
}

static bool no_span(const mb_field_info *field, const void *value)
{
    (void)field;
    return !((const mb_contribution_span *)value)->of;
}

static const struct {
    bool (*says_nothing)(const mb_field_info *field, const void *value);
    void (*write)(writer *w, const mb_field_info *field, const void *value);
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

static void write_span_end(writer *w, const char *key, bool known, uint32_t block)
{
    mb_json_key(&w->json, key);
    if (known)
        mb_json_number(&w->json, block);
    else
        mb_json_word(&w->json, "null");
}

static void write_span(writer *w, const mb_contribution_span *span)
{
    write_span_end(w, "first_block", span->of != NULL, span->first);
    write_span_end(w, "last_block", span->of != NULL, span->last);
}

static void write_field(writer *w, const mb_field_info *field, const void *record, bool sparse)
{
    const void *value = (const char *)record + field->offset;
    if (!mb_field_exists(field, record) || (sparse && kinds[field->kind].says_nothing(field, value)))
        return;
    if (field->kind == MB_KIND_contribution_span) {
        write_span(w, value);
        return;
    }
    mb_json_key(&w->json, field->name);
    kinds[field->kind].write(w, field, value);
}

static void write_place_part(writer *w, const char *key, uint32_t number, bool sparse)
{
    if (number == 0 && sparse)
        return;
    mb_json_key(&w->json, key);
    if (number)
        mb_json_number(&w->json, number);
    else
        mb_json_word(&w->json, "null");
}

static void write_place(writer *w, const mb_place *place, bool sparse)
{
    write_place_part(w, "line", place->line, sparse);
    write_place_part(w, "page", place->page, sparse);
    write_place_part(w, "sheet", place->sheet, sparse);
    write_place_part(w, "pack", mb_pack_position(w->site, place), true);
}

static void write_record(writer *w, const mb_type_info *type, const void *record)
{
    mb_fields fields = type->fields();
    mb_json_open(&w->json, '{');
    for (uint32_t i = 0; i < fields.count; i++)
        write_field(w, &fields.items[i], record, type->sparse);
    if (type->placed)
        write_place(w, record, type->sparse);
    mb_json_close(&w->json, '}');
}

int mb_json_write_shown(const mb_site_record *site, const mb_type_info *type, const void *record,
                        bool (*is_shown)(const mb_type_info *type, const void *record), mb_buffer *out)
{
    writer w = {mb_json_into(out), site, is_shown};
    write_record(&w, type, record);
    mb_buffer_char(out, '\n');
    return out->failed;
}

int mb_json_write(const mb_type_info *type, const void *record, mb_buffer *out)
{
    return mb_json_write_shown(type == mb_type_of(site_record) ? record : NULL, type, record, NULL, out);
}
