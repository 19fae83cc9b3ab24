/* model_sample.c: prints what the model's tables make, for the tests that look at it from outside.
 *
 *     model_sample full         {"Pack": […], "Source": […]}: of every type records with every field filled: one, or
 *                               one for each value of the option that says which fields exist; last as in an index,
 *                               where that is another form
 *     model_sample empty        of every type a record that says nothing
 *     model_sample schema       the JSON Schema
 *     model_sample reference    the reference page */
#include <stdio.h>
#include <string.h>

#include "model/corrections_schema.h"
#include "model/json.h"
#include "model/json_schema.h"
#include "model/reference.h"

/* List items nest in list items without end; this far they are filled. */
#define DEEPEST 7

static void *filled(mb_arena *arena, const mb_type_info *type, unsigned depth);

/* The option that says which fields a record has, or NULL where it has all. */
static const mb_field_info *discriminator(const mb_type_info *type)
{
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++)
        if (fields.items[i].of)
            return fields.items[i].by;
    return NULL;
}

static mb_slice sample_text(mb_kind kind)
{
    static const char *const texts[] = {
        [MB_KIND_string] = "a \"text\" \\ of \u00e9\n",
        [MB_KIND_date] = "2025-11-04",
        [MB_KIND_time] = "10:05",
        [MB_KIND_moment] = "2025-10-30T17:00",
    };
    return mb_slice_of(texts[kind]);
}

static mb_strings sample_strings(mb_arena *arena)
{
    mb_strings strings = {NULL, 0, 0};
    mb_strings_push(arena, &strings, MB_TEXT("one"));
    mb_strings_push(arena, &strings, MB_NOTHING);
    return strings;
}

/* Of what is referred to by its id the rest is never printed; a pack's stands one deeper, in its source. */
static unsigned depth_below(const mb_field_info *field, unsigned depth)
{
    bool refers = field->kind == MB_KIND_reference || field->kind == MB_KIND_references;
    if (!refers || mb_json_refers(field->type) != MB_JSON_BY_ID)
        return depth + 1;
    return field->type == mb_type_of(pack) ? DEEPEST - 1 : DEEPEST;
}

static void fill_list(mb_arena *arena, const mb_field_info *field, mb_list *list, unsigned depth)
{
    if (depth < DEEPEST)
        mb_list_push(arena, list, filled(arena, field->type, depth_below(field, depth)));
}

static void fill_field(mb_arena *arena, const mb_field_info *field, void *value, unsigned depth)
{
    static const mb_list no_blocks = {NULL, 0, 0};
    switch (field->kind) {
    case MB_KIND_string:
    case MB_KIND_date:
    case MB_KIND_time:
    case MB_KIND_moment:
        *(mb_slice *)value = sample_text(field->kind);
        break;
    case MB_KIND_count:
        *(mb_count *)value = MB_COUNT(0);
        break;
    case MB_KIND_flag:
        *(bool *)value = true;
        break;
    case MB_KIND_maybe:
        *(mb_maybe *)value = MB_NO;
        break;
    case MB_KIND_pages:
        *(mb_pages *)value = (mb_pages){5, 18};
        break;
    case MB_KIND_strings:
        *(mb_strings *)value = sample_strings(arena);
        break;
    case MB_KIND_rows:
        *mb_list_add(arena, value, mb_strings) = sample_strings(arena);
        break;
    case MB_KIND_contribution_span:
        *(mb_contribution_span *)value = (mb_contribution_span){&no_blocks, 0, 2};
        break;
    case MB_KIND_option:
        memcpy(value, &(uint32_t){field->choices->count - 1}, sizeof(uint32_t));
        break;
    case MB_KIND_record:
    case MB_KIND_reference:
        if (depth < DEEPEST)
            memcpy(value, &(void *){filled(arena, field->type, depth_below(field, depth))}, sizeof(void *));
        break;
    case MB_KIND_list:
    case MB_KIND_references:
        fill_list(arena, field, value, depth);
        break;
    }
}

static void *filled_as(mb_arena *arena, const mb_type_info *type, unsigned depth, uint32_t value)
{
    char *record = mb_arena_alloc(arena, type->size);
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++) {
        const mb_field_info *field = &fields.items[i];
        if (mb_field_exists(field, record))
            fill_field(arena, field, record + field->offset, depth);
        if (field == discriminator(type))
            memcpy(record + field->offset, &value, sizeof value);
    }
    if (type->placed)
        *(mb_place *)record = (mb_place){3, 2, 1, 1};
    return record;
}

static void *filled(mb_arena *arena, const mb_type_info *type, unsigned depth)
{
    return filled_as(arena, type, depth, 1);
}

/* --- What is printed --- */

static int print_full_records(mb_arena *arena, mb_buffer *out, const mb_type_info *type)
{
    const mb_field_info *option = discriminator(type);
    uint32_t last = option ? option->choices->count - 1 : 1;
    int code = 0;
    for (uint32_t value = 1; value <= last && code == 0; value++) {
        mb_buffer_text(out, value > 1 ? "," : "[");
        code = mb_json_write(type, filled_as(arena, type, 0, value), out);
    }
    if (code == 0 && mb_json_files_of(type) == MB_JSON_FILE_EACH) {
        mb_buffer_char(out, ',');
        code = mb_json_write_view(type, filled(arena, type, 0), &(mb_json_view){.is_index = true}, out);
    }
    mb_buffer_char(out, ']');
    return code;
}

static int print_records(mb_buffer *out, bool full)
{
    mb_arena *arena;
    int code = mb_arena_new((size_t)1 << 30, &arena);
    if (code)
        return code;
    for (uint32_t i = 0; i < mb_type_count && code == 0; i++) {
        const mb_type_info *type = mb_types[i];
        mb_buffer_printf(out, "%s\"%s\": ", i ? "," : "{", type->title);
        code =
            full ? print_full_records(arena, out, type) : mb_json_write(type, mb_arena_alloc(arena, type->size), out);
    }
    mb_buffer_char(out, '}');
    mb_arena_free(arena);
    return code;
}

static int print_full(mb_buffer *out)
{
    return print_records(out, true);
}

static int print_empty(mb_buffer *out)
{
    return print_records(out, false);
}

static const struct {
    const char *name;
    int (*print)(mb_buffer *out);
} samples[] = {{"full", print_full},
               {"empty", print_empty},
               {"schema", mb_json_schema},
               {"reference", mb_model_reference},
               {"corrections", mb_corrections_schema}};

int main(int count, char **arguments)
{
    mb_buffer out = mb_buffer_make((size_t)64 << 20);
    int code = MB_EUSAGE;
    for (size_t i = 0; count == 2 && i < sizeof samples / sizeof *samples; i++)
        if (strcmp(arguments[1], samples[i].name) == 0)
            code = samples[i].print(&out);
    if (code == 0)
        fwrite(out.data, 1, out.size, stdout);
    mb_buffer_free(&out);
    return code != 0;
}
