/* image.c: one table says how each kind of field is put into an image and taken from it. */
#include "model/image.h"

#include <stdlib.h>

#include "core/buffer.h"
#include "core/map.h"

/* Far more than the model of the largest pack. */
#define IMAGE_CEILING ((size_t)2 << 30)

#define MOST_FIELDS 64
#define NUMBER_ROOM 10

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

/* A step back is as short as one forward. */
static uint64_t folded(int64_t step)
{
    return (uint64_t)step << 1 ^ (uint64_t)(step >> 63);
}

static int64_t unfolded(uint64_t number)
{
    return (int64_t)(number >> 1) ^ -(int64_t)(number & 1);
}

/* --- Writing --- */

struct mb_image_writer {
    mb_arena *scratch;
    mb_buffer walk;
    mb_strings texts;
    mb_list records, targets;
    mb_place last;
    bool failed;
};

static void free_buffer(void *buffer)
{
    mb_buffer_free(buffer);
}

mb_image_writer *mb_image_begin(mb_arena *scratch)
{
    mb_image_writer *w = mb_new(scratch, mb_image_writer);
    *w = (mb_image_writer){.scratch = scratch, .walk = mb_buffer_make(IMAGE_CEILING)};
    mb_arena_defer(scratch, free_buffer, &w->walk);
    return w;
}

static void add_number(mb_buffer *out, uint64_t number)
{
    char bytes[NUMBER_ROOM];
    size_t size = 0;
    for (; number >= 0x80; number >>= 7)
        bytes[size++] = (char)(number | 0x80);
    bytes[size++] = (char)number;
    mb_buffer_add(out, (mb_slice){bytes, size});
}

void mb_image_put_number(mb_image_writer *w, uint64_t number)
{
    add_number(&w->walk, number);
}

void mb_image_put_text(mb_image_writer *w, mb_slice text)
{
    mb_strings_push(w->scratch, &w->texts, text);
}

void mb_image_put_texts(mb_image_writer *w, const mb_strings *texts)
{
    mb_image_put_number(w, texts->count);
    for (uint32_t i = 0; i < texts->count; i++)
        mb_image_put_text(w, texts->items[i]);
}

/* --- Reading --- */

/* What is left of a part. */
typedef struct part {
    const unsigned char *at, *end;
} part;

/* A reference that was taken, until all records are there. */
typedef struct waiting {
    const mb_type_info *type;
    void **place;
} waiting;

typedef struct taken {
    const mb_type_info *type;
    void *record;
} taken;

struct mb_image_reader {
    mb_arena *arena, *scratch;
    mb_slice text;
    size_t text_end; /* of the last text, in `text` */
    part spans, targets, walk;
    taken *records;
    uint32_t count, most; /* of the records: so far, and in all */
    uint64_t promised;    /* records in lists that have begun */
    mb_list references;   /* of waiting */
    mb_place last;
    bool damaged;
};

static void *damage(mb_image_reader *r)
{
    r->damaged = true;
    r->spans = r->targets = r->walk = (part){NULL, NULL};
    return NULL;
}

static uint64_t take_long_number(mb_image_reader *r, part *from)
{
    uint64_t number = 0;
    for (unsigned shift = 0; from->at < from->end && shift < 64; shift += 7) {
        unsigned char byte = *from->at++;
        number |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return number;
    }
    damage(r);
    return 0;
}

static inline uint64_t take_from(mb_image_reader *r, part *from)
{
    return from->at < from->end && *from->at < 0x80 ? *from->at++ : take_long_number(r, from);
}

uint64_t mb_image_take_number(mb_image_reader *r, uint64_t most)
{
    uint64_t number = take_from(r, &r->walk);
    if (number <= most)
        return number;
    damage(r);
    return 0;
}

static uint32_t take_length(mb_image_reader *r, const part *of)
{
    uint64_t count = mb_image_take_number(r, UINT32_MAX);
    if (count <= (size_t)(of->end - of->at))
        return (uint32_t)count;
    damage(r);
    return 0;
}

uint32_t mb_image_take_length(mb_image_reader *r)
{
    return take_length(r, &r->walk);
}

mb_slice mb_image_take_text(mb_image_reader *r)
{
    uint64_t size = take_from(r, &r->spans);
    if (size == 0)
        return MB_NOTHING;
    if (--size == 0)
        return (mb_slice){r->text.data + r->text.size, 0};
    uint64_t at = r->text_end + (uint64_t)unfolded(take_from(r, &r->spans));
    if (at > r->text.size || size > r->text.size - at) {
        damage(r);
        return MB_NOTHING;
    }
    r->text_end = at + size;
    return (mb_slice){r->text.data + at, size};
}

void mb_image_take_bytes(mb_image_reader *r, void *out, size_t size)
{
    mb_slice bytes = mb_image_take_text(r);
    if (bytes.size == size)
        memcpy(out, bytes.data, size);
    else
        damage(r);
}

void mb_image_take_texts(mb_image_reader *r, mb_strings *out)
{
    uint32_t count = take_length(r, &r->spans);
    if (count == 0)
        return;
    *out = (mb_strings){mb_new_array(r->arena, mb_slice, count), count, count};
    for (uint32_t i = 0; i < count; i++)
        out->items[i] = mb_image_take_text(r);
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
    mb_image_put_number(w, folded(((const mb_count *)value)->value));
}

static void take_count(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    (void)field, (void)in;
    *(mb_count *)value = MB_COUNT(unfolded(mb_image_take_number(r, UINT64_MAX)));
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
        damage(r);
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
    return r->promised > r->most ? damage(r) : mb_arena_alloc_array(r->arena, type->size, count);
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

static void take_reference(mb_image_reader *r, const mb_field_info *field, void *value, const enclosing *in)
{
    (void)in;
    *mb_list_add(r->scratch, &r->references, waiting) = (waiting){field->type, value};
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
    mb_list *list = value;
    uint32_t count = take_length(r, &r->targets);
    mb_list_reserve(r->arena, list, count);
    for (; list->count < count; list->count++)
        take_reference(r, field, &list->items[list->count], in);
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
    mb_image_put_number(w, folded((int64_t)place->line - w->last.line));
    mb_image_put_number(w, folded((int64_t)place->page - w->last.page));
    mb_image_put_number(w, folded((int64_t)place->sheet - w->last.sheet));
    w->last = *place;
}

static uint32_t take_step(mb_image_reader *r, uint32_t from)
{
    int64_t number = (int64_t)(from + (uint64_t)unfolded(mb_image_take_number(r, UINT64_MAX)));
    if (number < 0 || number > UINT32_MAX)
        damage(r);
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
        damage(r);
        return;
    }
    r->records[r->count++] = (taken){type, in->record};
    if (type->placed)
        take_place(r, in->record);
    uint64_t telling = mb_image_take_number(r, UINT64_MAX);
    for (uint32_t i = 0; telling && !r->damaged; i++, telling >>= 1) {
        if (!(telling & 1))
            continue;
        if (i >= fields.count || !mb_field_exists(&fields.items[i], in->record))
            damage(r);
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

/* --- The parts around the walk --- */

/* A text of the walk, and where it is to stand. */
typedef struct piece {
    mb_slice text;
    size_t at;
} piece;

static int by_address(const void *a, const void *b)
{
    const piece *left = *(const piece *const *)a, *right = *(const piece *const *)b;
    uintptr_t of_left = (uintptr_t)left->text.data, of_right = (uintptr_t)right->text.data;
    return (of_left > of_right) - (of_left < of_right);
}

/* Pieces that overlap or touch are one stretch of memory. */
static void place_texts(piece **sorted, size_t count, mb_buffer *out)
{
    const char *end = NULL;
    for (size_t i = 0; i < count; i++) {
        mb_slice text = sorted[i]->text;
        const char *text_end = mb_slice_end(text);
        if (i > 0 && (uintptr_t)text.data > (uintptr_t)end)
            mb_buffer_char(out, '\0');
        if (i == 0 || (uintptr_t)text.data > (uintptr_t)end)
            end = text.data;
        sorted[i]->at = out->size - (size_t)(end - text.data);
        if ((uintptr_t)text_end <= (uintptr_t)end)
            continue;
        mb_buffer_add(out, mb_slice_between(end, text_end));
        end = text_end;
    }
    mb_buffer_char(out, '\0');
}

static void write_spans(const piece *pieces, size_t count, mb_buffer *out)
{
    size_t end = 0;
    for (size_t i = 0; i < count; i++) {
        mb_slice text = pieces[i].text;
        add_number(out, text.data ? (uint64_t)text.size + 1 : 0);
        if (text.size == 0)
            continue;
        add_number(out, folded((int64_t)pieces[i].at - (int64_t)end));
        end = pieces[i].at + text.size;
    }
}

static void write_texts(mb_image_writer *w, mb_buffer *text, mb_buffer *spans)
{
    size_t count = w->texts.count, filled = 0;
    piece *pieces = mb_new_array(w->scratch, piece, count ? count : 1);
    piece **sorted = mb_new_array(w->scratch, piece *, count ? count : 1);
    for (size_t i = 0; i < count; i++) {
        pieces[i].text = w->texts.items[i];
        if (pieces[i].text.size > 0)
            sorted[filled++] = &pieces[i];
    }
    if (filled > 1)
        qsort(sorted, filled, sizeof *sorted, by_address);
    place_texts(sorted, filled, text);
    write_spans(pieces, count, spans);
}

/* An address as the key of a map. */
static mb_slice key_of(void *const *record)
{
    return (mb_slice){(const char *)record, sizeof *record};
}

static void write_targets(mb_image_writer *w, mb_buffer *out)
{
    if (w->targets.count == 0)
        return;
    mb_map *positions = mb_map_new(w->scratch);
    for (uint32_t i = 0; i < w->records.count; i++)
        *mb_map_at(positions, key_of(&w->records.items[i])) = &w->records.items[i];
    for (uint32_t i = 0; i < w->targets.count; i++) {
        void *const *found = mb_map_get(positions, key_of(&w->targets.items[i]));
        w->failed = w->failed || !found;
        add_number(out, found ? (uint64_t)(found - w->records.items) : 0);
    }
}

typedef enum part_number { TEXT, SPANS, TARGETS, WALK, PARTS } part_number;

mb_slice mb_image_end(mb_image_writer *w)
{
    mb_buffer *parts = mb_new_array(w->scratch, mb_buffer, PARTS + 1), *head = &parts[PARTS];
    for (size_t i = 0; i <= PARTS; i++) {
        parts[i] = mb_buffer_make(IMAGE_CEILING);
        mb_arena_defer(w->scratch, free_buffer, &parts[i]);
    }
    write_texts(w, &parts[TEXT], &parts[SPANS]);
    write_targets(w, &parts[TARGETS]);
    parts[WALK] = w->walk;
    w->walk = mb_buffer_make(IMAGE_CEILING);
    add_number(head, w->records.count);
    mb_slice all[PARTS + 1];
    for (size_t i = 0; i < PARTS; i++) {
        add_number(head, parts[i].size);
        all[i + 1] = mb_buffer_slice(&parts[i]);
        w->failed = w->failed || parts[i].failed;
    }
    all[0] = mb_buffer_slice(head);
    return w->failed || head->failed ? MB_NOTHING : mb_arena_join(w->scratch, all, PARTS + 1);
}

mb_image_reader *mb_image_open(mb_arena *arena, mb_arena *scratch, mb_slice image)
{
    mb_image_reader *r = mb_new(scratch, mb_image_reader);
    *r = (mb_image_reader){.arena = arena, .scratch = scratch, .text = MB_TEXT("")};
    part rest = {(const unsigned char *)image.data, (const unsigned char *)mb_slice_end(image)};
    uint64_t sizes[PARTS], records = take_from(r, &rest);
    for (size_t i = 0; i < PARTS; i++)
        sizes[i] = take_from(r, &rest);
    part parts[PARTS];
    for (size_t i = 0; i < PARTS; i++) {
        if (sizes[i] > (size_t)(rest.end - rest.at)) {
            damage(r);
            return r;
        }
        parts[i] = (part){rest.at, rest.at + sizes[i]};
        rest.at += sizes[i];
    }
    if (rest.at != rest.end || records > sizes[WALK] || records > UINT32_MAX) {
        damage(r);
        return r;
    }
    r->text = mb_arena_copy(arena, (mb_slice){(const char *)parts[TEXT].at, sizes[TEXT]});
    r->spans = parts[SPANS];
    r->targets = parts[TARGETS];
    r->walk = parts[WALK];
    r->most = (uint32_t)records;
    r->records = mb_new_array(scratch, taken, records ? records : 1);
    return r;
}

static void lead_references(mb_image_reader *r)
{
    for (uint32_t i = 0; i < r->references.count && !r->damaged; i++) {
        const waiting *reference = r->references.items[i];
        uint64_t position = take_from(r, &r->targets);
        if (position >= r->count || r->records[position].type != reference->type)
            damage(r);
        else
            *reference->place = r->records[position].record;
    }
}

bool mb_image_is_whole(mb_image_reader *r)
{
    lead_references(r);
    return !r->damaged && r->count == r->most && r->spans.at == r->spans.end && r->targets.at == r->targets.end &&
           r->walk.at == r->walk.end;
}
