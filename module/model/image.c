/* image.c: one table says how each kind of field is put into an image and taken from it. */
#include "model/image_parts.h"

#define MOST_FIELDS 64

/* A record and those that it is in. */
typedef struct enclosing {
    const struct enclosing *around;
    const mb_type_info *type;
    void *record;
    unsigned depth;
} enclosing;

/* The list that a span's blocks are of: the nearest one around it that has such records; NULL where none has. */
static mb_list *list_around(const enclosing *in, const mb_type_info *type)
{
    for (; in; in = in->around) {
        mb_fields fields = in->type->fields();
        for (uint32_t i = 0; i < fields.count; i++)
            if (fields.items[i].kind == MB_KIND_list && fields.items[i].type == type)
                return (mb_list *)((char *)in->record + fields.items[i].offset);
    }
    return NULL;
}

/* --- Each kind of field: whether it says something, and how that is put and taken --- */

static void put_in(mb_image_writer *w, const mb_type_info *type, const enclosing *in);
static void take_in(mb_image_reader *r, const mb_type_info *type, const enclosing *in);

static bool has_text(const void *value)
{
    return ((const mb_slice *)value)->data;
}

static void put_text(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in)
{
    (void)field, (void)in;
    mb_image_put_text(w, *(const mb_slice *)value);
}

static void take_text(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    (void)field, (void)in;
    *(mb_slice *)value = mb_image_take_text(r);
}

static bool is_known(const void *value)
{
    return ((const mb_count *)value)->known;
}

static void put_count(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in)
{
    (void)field, (void)in;
    mb_image_put_number(w, mb_image_folded(((const mb_count *)value)->value));
}

static void take_count(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    (void)field, (void)in;
    *(mb_count *)value = MB_COUNT(mb_image_unfolded(mb_image_take_number(r, UINT64_MAX)));
}

static bool is_set(const void *value)
{
    return *(const bool *)value;
}

static void put_flag(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in)
{
    (void)w, (void)field, (void)value, (void)in;
}

static void take_flag(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    (void)r, (void)field, (void)in;
    *(bool *)value = true;
}

static uint32_t choice_at(const void *value)
{
    uint32_t choice;
    memcpy(&choice, value, sizeof choice);
    return choice;
}

static bool is_chosen(const void *value)
{
    return choice_at(value) != 0;
}

static void put_choice(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in)
{
    (void)field, (void)in;
    mb_image_put_number(w, choice_at(value));
}

static void take_choice(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    (void)in;
    uint32_t most = field->choices ? field->choices->count - 1 : MB_YES;
    uint32_t choice = (uint32_t)mb_image_take_number(r, most);
    memcpy(value, &choice, sizeof choice);
}

static bool has_pages(const void *value)
{
    const mb_pages *pages = value;
    return pages->first || pages->last;
}

static void put_pages(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in)
{
    (void)field, (void)in;
    const mb_pages *pages = value;
    mb_image_put_number(w, pages->first);
    mb_image_put_number(w, pages->last);
}

static void take_pages(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    (void)field, (void)in;
    mb_pages *pages = value;
    pages->first = (uint32_t)mb_image_take_number(r, UINT32_MAX);
    pages->last = (uint32_t)mb_image_take_number(r, UINT32_MAX);
}

static bool has_texts(const void *value)
{
    return ((const mb_strings *)value)->count;
}

static void put_texts(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in)
{
    (void)field, (void)in;
    mb_image_put_texts(w, value);
}

static void take_texts(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    (void)field, (void)in;
    mb_image_take_texts(r, value);
}

static bool has_items(const void *value)
{
    return ((const mb_list *)value)->count;
}

static void put_rows(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in)
{
    (void)field, (void)in;
    const mb_list *rows = value;
    mb_image_put_number(w, rows->count);
    for (uint32_t i = 0; i < rows->count; i++)
        mb_image_put_texts(w, rows->items[i]);
}

static void take_rows(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    (void)field, (void)in;
    uint32_t count = mb_image_take_length(r);
    mb_list_reserve(r->arena, value, count);
    for (uint32_t i = 0; i < count && !r->damaged; i++)
        mb_image_take_texts(r, mb_list_add(r->arena, value, mb_strings));
}

static bool is_of_something(const void *value)
{
    return ((const mb_contribution_span *)value)->of;
}

static void put_span(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in)
{
    const mb_contribution_span *span = value;
    bool is_around = span->of == list_around(in, field->type);
    w->failed = w->failed || !is_around || span->first > span->last || span->last >= span->of->count;
    mb_image_put_number(w, span->first);
    mb_image_put_number(w, span->last);
}

/* The blocks stand before what is drawn from them. */
static void take_span(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    mb_contribution_span *span = value;
    span->of = list_around(in, field->type);
    uint32_t count = span->of ? span->of->count : 0;
    span->first = (uint32_t)mb_image_take_number(r, count ? count - 1 : 0);
    span->last = (uint32_t)mb_image_take_number(r, count ? count - 1 : 0);
    if (span->first > span->last || count == 0)
        mb_image_damage(r);
}

static bool leads_somewhere(const void *value)
{
    return *(const void *const *)value;
}

static void put_record(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in)
{
    const enclosing next = {in, field->type, *(void *const *)value, in->depth + 1};
    put_in(w, field->type, &next);
}

/* The records of a list stand beside one another. */
static char *make_records(mb_image_reader *r, const mb_type_info *type, uint32_t count)
{
    r->promised += count;
    return r->promised > r->most ? mb_image_damage(r) : mb_arena_alloc_array(r->arena, type->size, count);
}

static void take_record(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    void *record = make_records(r, field->type, 1);
    if (!record)
        return;
    *(void **)value = record;
    const enclosing next = {in, field->type, record, in->depth + 1};
    take_in(r, field->type, &next);
}

static void put_list(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in)
{
    const mb_list *list = value;
    mb_image_put_number(w, list->count);
    for (uint32_t i = 0; i < list->count; i++)
        put_record(w, field, &list->items[i], in);
}

static void take_list(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    uint32_t count = mb_image_take_length(r);
    char *records = make_records(r, field->type, count);
    if (!records)
        return;
    mb_list_reserve(r->arena, value, count);
    for (uint32_t i = 0; i < count && !r->damaged; i++) {
        const enclosing next = {in, field->type, records + (size_t)i * field->type->size, in->depth + 1};
        mb_list_push(r->arena, value, next.record);
        take_in(r, field->type, &next);
    }
}

static void put_reference(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in)
{
    (void)field, (void)in;
    mb_list_push(w->scratch, &w->targets, *(void *const *)value);
}

/* Targets are taken at the end, so all references that wait for theirs count. */
static bool has_targets_for(mb_image_reader *r, uint64_t count)
{
    if (r->references.count + count <= (size_t)(r->targets.end - r->targets.at))
        return true;
    mb_image_damage(r);
    return false;
}

static void wait_for_target(mb_image_reader *r, const mb_field_info *field, void *place)
{
    *mb_list_add(r->scratch, &r->references, mb_image_waiting) = (mb_image_waiting){field->type, place};
}

static void take_reference(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    (void)in;
    if (has_targets_for(r, 1))
        wait_for_target(r, field, value);
}

static void put_references(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in)
{
    const mb_list *list = value;
    mb_image_put_number(w, list->count);
    for (uint32_t i = 0; i < list->count; i++)
        put_reference(w, field, &list->items[i], in);
}

static void take_references(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    (void)in;
    mb_list *list = value;
    uint32_t count = (uint32_t)mb_image_take_number(r, UINT32_MAX);
    if (!has_targets_for(r, count))
        return;
    mb_list_reserve(r->arena, list, count);
    for (; list->count < count; list->count++)
        wait_for_target(r, field, &list->items[list->count]);
}

static const struct {
    bool (*says_something)(const void *value);
    void (*put)(mb_image_writer *w, const mb_field_info *field, const void *value, const enclosing *in);
    void (*take)(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in);
} kinds[] = {
    [MB_KIND_string] = {has_text, put_text, take_text},
    [MB_KIND_date] = {has_text, put_text, take_text},
    [MB_KIND_time] = {has_text, put_text, take_text},
    [MB_KIND_moment] = {has_text, put_text, take_text},
    [MB_KIND_count] = {is_known, put_count, take_count},
    [MB_KIND_flag] = {is_set, put_flag, take_flag},
    [MB_KIND_maybe] = {is_chosen, put_choice, take_choice},
    [MB_KIND_pages] = {has_pages, put_pages, take_pages},
    [MB_KIND_strings] = {has_texts, put_texts, take_texts},
    [MB_KIND_rows] = {has_items, put_rows, take_rows},
    [MB_KIND_contribution_span] = {is_of_something, put_span, take_span},
    [MB_KIND_option] = {is_chosen, put_choice, take_choice},
    [MB_KIND_record] = {leads_somewhere, put_record, take_record},
    [MB_KIND_list] = {has_items, put_list, take_list},
    [MB_KIND_reference] = {leads_somewhere, put_reference, take_reference},
    [MB_KIND_references] = {has_items, put_references, take_references},
};

/* --- Records --- */

static void put_place(mb_image_writer *w, const mb_place *place)
{
    mb_image_put_number(w, mb_image_folded((int64_t)place->line - w->last.line));
    mb_image_put_number(w, mb_image_folded((int64_t)place->page - w->last.page));
    mb_image_put_number(w, mb_image_folded((int64_t)place->sheet - w->last.sheet));
    w->last = *place;
}

static uint32_t take_step(mb_image_reader *r, uint32_t from)
{
    int64_t number = (int64_t)(from + (uint64_t)mb_image_unfolded(mb_image_take_number(r, UINT64_MAX)));
    if (number < 0 || number > UINT32_MAX)
        mb_image_damage(r);
    return (uint32_t)number;
}

static void take_place(mb_image_reader *r, mb_place *place)
{
    r->last.line = place->line = take_step(r, r->last.line);
    r->last.page = place->page = take_step(r, r->last.page);
    r->last.sheet = place->sheet = take_step(r, r->last.sheet);
}

static uint64_t telling_fields(const mb_type_info *type, const void *record)
{
    mb_fields fields = type->fields();
    uint64_t telling = 0;
    for (uint32_t i = 0; i < fields.count; i++) {
        const mb_field_info *field = &fields.items[i];
        if (mb_field_exists(field, record) && kinds[field->kind].says_something((const char *)record + field->offset))
            telling |= UINT64_C(1) << i;
    }
    return telling;
}

static void put_in(mb_image_writer *w, const mb_type_info *type, const enclosing *in)
{
    mb_fields fields = type->fields();
    if (in->depth > MB_IMAGE_DEPTH || fields.count > MOST_FIELDS) {
        w->failed = true;
        return;
    }
    mb_list_push(w->scratch, &w->records, in->record);
    if (type->placed)
        put_place(w, in->record);
    uint64_t telling = telling_fields(type, in->record);
    mb_image_put_number(w, telling);
    for (uint32_t i = 0; telling >> i; i++)
        if (telling >> i & 1)
            kinds[fields.items[i].kind].put(w, &fields.items[i], (char *)in->record + fields.items[i].offset, in);
}

/* A record's first field says which of the others exist, and comes before them. */
static void take_in(mb_image_reader *r, const mb_type_info *type, const enclosing *in)
{
    mb_fields fields = type->fields();
    if (in->depth > MB_IMAGE_DEPTH || r->count == r->most) {
        mb_image_damage(r);
        return;
    }
    r->records[r->count++] = (mb_image_taken){type, in->record};
    if (type->placed)
        take_place(r, in->record);
    uint64_t telling = mb_image_take_number(r, UINT64_MAX);
    for (uint32_t i = 0; telling && !r->damaged; i++, telling >>= 1) {
        if (!(telling & 1))
            continue;
        if (i >= fields.count || !mb_field_exists(&fields.items[i], in->record))
            mb_image_damage(r);
        else
            kinds[fields.items[i].kind].take(r, &fields.items[i], (char *)in->record + fields.items[i].offset, in);
    }
}

void mb_image_put_record(mb_image_writer *w, const mb_type_info *type, const void *record)
{
    const enclosing root = {NULL, type, (void *)(uintptr_t)record, 0};
    put_in(w, type, &root);
}

void *mb_image_take_record(mb_image_reader *r, const mb_type_info *type)
{
    const enclosing root = {NULL, type, mb_arena_alloc(r->arena, type->size), 0};
    r->promised++;
    take_in(r, type, &root);
    return root.record;
}
