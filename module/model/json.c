/* json.c: one walk over the table of descriptors makes the JSON of every type. */
#include "model/json.h"

#include "core/json.h"
#include "model/places.h"

typedef struct writer {
    mb_json json;
    mb_json_view view;
    const mb_site_item *item; /* the item of business that the record which is being written is, or said it is of */
} writer;

static void write_record(writer *w, const mb_type_info *type, const void *record);

static bool shows(const writer *w, const mb_type_info *type, const void *record)
{
    return !w->view.is_shown || w->view.is_shown(type, record);
}

/* --- Where the objects of a site are published --- */

mb_json_files mb_json_files_of(const mb_type_info *type)
{
    static const struct {
        const mb_type_info *type;
        mb_json_files files;
    } published[] = {
        {mb_type_of(site_meeting), MB_JSON_FILE_EACH},  {mb_type_of(site_report), MB_JSON_FILE_EACH},
        {mb_type_of(site_person), MB_JSON_FILE_EACH},   {mb_type_of(site_decision), MB_JSON_FILE_OF_LIST},
        {mb_type_of(question), MB_JSON_FILE_OF_LIST},   {mb_type_of(site_declaration), MB_JSON_FILE_OF_LIST},
        {mb_type_of(action), MB_JSON_FILE_OF_LIST},     {mb_type_of(work_plan_entry), MB_JSON_FILE_OF_LIST},
        {mb_type_of(diagnostic), MB_JSON_FILE_OF_LIST},
    };
    for (size_t i = 0; i < sizeof published / sizeof *published; i++)
        if (published[i].type == type)
            return published[i].files;
    return MB_JSON_IN_SITE;
}

/* An id is the first field of what has one. */
static bool has_id(const mb_type_info *type)
{
    return strcmp(type->fields().items[0].name, "id") == 0;
}

static mb_slice id_of(const mb_type_info *type, const void *record)
{
    return *(const mb_slice *)((const char *)record + type->fields().items[0].offset);
}

static const char *name_of_list(const mb_type_info *type)
{
    mb_fields fields = mb_type_of(site_record)->fields();
    for (uint32_t i = 0; i < fields.count; i++)
        if (fields.items[i].type == type)
            return fields.items[i].name;
    return "";
}

void mb_json_path(const mb_type_info *type, const void *record, mb_slice parts[MB_JSON_PATH_PARTS])
{
    bool is_each = mb_json_files_of(type) == MB_JSON_FILE_EACH;
    size_t count = 0;
    parts[count++] = MB_TEXT("data/");
    parts[count++] = mb_slice_of(name_of_list(type));
    parts[count++] = is_each ? MB_TEXT("/") : MB_TEXT("");
    parts[count++] = is_each ? id_of(type, record) : MB_TEXT("");
    parts[count++] = MB_TEXT(".json");
}

bool mb_json_is_in_file_only(const mb_type_info *type, const mb_field_info *field)
{
    return mb_json_files_of(type) == MB_JSON_FILE_EACH && (mb_leads_down(field) || field->kind == MB_KIND_references);
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

/* --- References --- */

/* The lists of a meeting, or of its minutes, that hold what an item of business refers to; NULL where there are none. */

static const mb_list *agenda_of(const mb_site_item *item)
{
    return item->meeting ? &item->meeting->agenda : NULL;
}

static const mb_list *minutes_of(const mb_site_item *item)
{
    return item->meeting && item->meeting->minutes ? &item->meeting->minutes->items : NULL;
}

static const mb_list *contributions_of(const mb_site_item *item)
{
    return item->minutes ? &item->minutes->contributions : NULL;
}

static const struct {
    const mb_type_info *type;
    const mb_list *(*list)(const mb_site_item *item);
} holders[] = {
    {mb_type_of(agenda_item), agenda_of},
    {mb_type_of(minute_item), minutes_of},
    {mb_type_of(contribution), contributions_of},
};
#define HOLDER_COUNT (sizeof holders / sizeof *holders)

static size_t holder_of(const mb_type_info *type)
{
    size_t i = 0;
    while (i < HOLDER_COUNT && holders[i].type != type)
        i++;
    return i;
}

mb_json_reference mb_json_refers(const mb_type_info *type)
{
    if (type == mb_type_of(pack) || has_id(type))
        return MB_JSON_BY_ID;
    return holder_of(type) < HOLDER_COUNT ? MB_JSON_BY_POSITION : MB_JSON_IN_FULL;
}

static void write_position(writer *w, const mb_type_info *type, const void *record)
{
    const mb_list *list = w->item ? holders[holder_of(type)].list(w->item) : NULL;
    for (uint32_t i = 0; list && i < list->count; i++)
        if (list->items[i] == record) {
            mb_json_number(&w->json, i);
            return;
        }
    mb_json_word(&w->json, "null");
}

static void write_id(writer *w, const mb_type_info *type, const void *record)
{
    if (type == mb_type_of(pack)) {
        const mb_pack *pack = record;
        mb_json_text(&w->json, pack->source ? pack->source->name : MB_NOTHING);
    } else {
        mb_json_text(&w->json, id_of(type, record));
    }
}

static void (*const referring[])(writer *w, const mb_type_info *type, const void *record) = {
    [MB_JSON_BY_ID] = write_id,
    [MB_JSON_BY_POSITION] = write_position,
    [MB_JSON_IN_FULL] = write_record,
};

/* What a record says it is of stands before what it refers to in there. */
static void write_reference(writer *w, const mb_field_info *field, const void *value)
{
    const void *record = pointer_at(value);
    if (field->type == mb_type_of(site_item))
        w->item = record;
    if (!record || !shows(w, field->type, record))
        mb_json_word(&w->json, "null");
    else
        referring[mb_json_refers(field->type)](w, field->type, record);
}

static void write_references(writer *w, const mb_field_info *field, const void *value)
{
    const mb_list *list = value;
    mb_json_reference refers = mb_json_refers(field->type);
    if (refers == MB_JSON_IN_FULL)
        mb_json_open(&w->json, '[');
    else
        mb_json_open_flat(&w->json, '[');
    for (uint32_t i = 0; i < list->count; i++)
        if (shows(w, field->type, list->items[i]))
            referring[refers](w, field->type, list->items[i]);
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

static void write_span_end(writer *w, mb_slice key, bool known, uint32_t block)
{
    mb_json_quoted_key(&w->json, key);
    if (known)
        mb_json_number(&w->json, block);
    else
        mb_json_word(&w->json, "null");
}

static void write_span(writer *w, const mb_contribution_span *span)
{
    write_span_end(w, MB_TEXT("\"first_block\":"), span->of != NULL, span->first);
    write_span_end(w, MB_TEXT("\"last_block\":"), span->of != NULL, span->last);
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
    mb_json_quoted_key(&w->json, field->key);
    kinds[field->kind].write(w, field, value);
}

static void write_place_part(writer *w, mb_slice key, uint32_t number, bool sparse)
{
    if (number == 0 && sparse)
        return;
    mb_json_quoted_key(&w->json, key);
    if (number)
        mb_json_number(&w->json, number);
    else
        mb_json_word(&w->json, "null");
}

static void write_place(writer *w, const mb_place *place, bool sparse)
{
    write_place_part(w, MB_TEXT("\"line\":"), place->line, sparse);
    write_place_part(w, MB_TEXT("\"page\":"), place->page, sparse);
    write_place_part(w, MB_TEXT("\"sheet\":"), place->sheet, sparse);
    write_place_part(w, MB_TEXT("\"pack\":"), mb_pack_position(w->view.site, place), true);
}

static bool is_left_out(const writer *w, const mb_type_info *type, const mb_field_info *field)
{
    if (!w->view.is_index)
        return false;
    return type == mb_type_of(site_record) ? field->type && mb_json_files_of(field->type) == MB_JSON_FILE_OF_LIST
                                           : mb_json_is_in_file_only(type, field);
}

/* "file": "data/meetings/2025-11-04-parks-panel.json" */
static void write_file(writer *w, const mb_type_info *type, const void *record)
{
    mb_slice parts[MB_JSON_PATH_PARTS];
    mb_json_path(type, record, parts);
    mb_json_quoted_key(&w->json, MB_TEXT("\"file\":"));
    mb_json_joined(&w->json, parts, MB_JSON_PATH_PARTS);
}

static void write_record(writer *w, const mb_type_info *type, const void *record)
{
    const mb_site_item *around = w->item;
    if (type == mb_type_of(site_item))
        w->item = record;
    mb_fields fields = type->fields();
    mb_json_open(&w->json, '{');
    for (uint32_t i = 0; i < fields.count; i++)
        if (!is_left_out(w, type, &fields.items[i]))
            write_field(w, &fields.items[i], record, type->sparse);
    if (type->placed)
        write_place(w, record, type->sparse);
    if (w->view.is_index && mb_json_files_of(type) == MB_JSON_FILE_EACH)
        write_file(w, type, record);
    mb_json_close(&w->json, '}');
    w->item = around;
}

static int end(writer *w)
{
    mb_buffer_char(w->json.out, '\n');
    return w->json.out->failed;
}

int mb_json_write(const mb_type_info *type, const void *record, mb_buffer *out)
{
    writer w = {.json = mb_json_into(out), .view.site = type == mb_type_of(site_record) ? record : NULL};
    write_record(&w, type, record);
    return end(&w);
}

int mb_json_write_view(const mb_type_info *type, const void *record, const mb_json_view *view, mb_buffer *out)
{
    writer w = {.json = mb_json_compact_into(out), .view = *view};
    write_record(&w, type, record);
    return end(&w);
}

int mb_json_write_list(const mb_field_info *field, const void *record, const mb_json_view *view, mb_buffer *out)
{
    writer w = {.json = mb_json_compact_into(out), .view = *view};
    kinds[field->kind].write(&w, field, (const char *)record + field->offset);
    return end(&w);
}
