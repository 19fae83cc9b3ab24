/* corrections_schema.c: one walk over the types of a pack: each name of a field that has a value is a key of a correction.
 *
 * A name can stand in several types, with values of several kinds: then each of them will do. */
#include "model/corrections_schema.h"

#include "core/json.h"
#include "model/atlas.h"
#include "model/value.h"

/* More fields than a pack's types have together. */
#define MOST_FIELDS 300

#define DAY   "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
#define CLOCK "([01][0-9]|2[0-3]):[0-5][0-9]"

/* YAML reads 43 as a number and no as a word or as a boolean: what the parser of the file takes as text, or as an answer,
 * is therefore said in full. Options are told apart by their words, which are added. */
static const char *const kind_schemas[] = {
    [MB_KIND_string] = "{\"type\": [\"string\", \"number\", \"boolean\", \"null\"]}",
    [MB_KIND_date] = "{\"type\": [\"string\", \"null\"], \"pattern\": \"^(" DAY "|[0-9]{4}-(0[1-9]|1[0-2]))$\"}",
    [MB_KIND_time] = "{\"type\": [\"string\", \"null\"], \"pattern\": \"^" CLOCK "$\"}",
    [MB_KIND_moment] = "{\"type\": [\"string\", \"null\"], \"pattern\": \"^" DAY "(T" CLOCK ")?$\"}",
    [MB_KIND_count] = "{\"type\": [\"integer\", \"null\"], \"minimum\": 0}",
    [MB_KIND_flag] = "{\"enum\": [true, false, \"yes\", \"no\"]}",
    [MB_KIND_maybe] = "{\"enum\": [true, false, \"yes\", \"no\", null]}",
    [MB_KIND_pages] = "{\"type\": [\"array\", \"null\"], \"items\": {\"type\": \"integer\", \"minimum\": 1}, "
                      "\"minItems\": 2, \"maxItems\": 2}",
    [MB_KIND_strings] =
        "{\"type\": [\"array\", \"null\"], \"items\": {\"type\": [\"string\", \"number\", \"boolean\"]}}",
    [MB_KIND_rows] = "{\"type\": [\"array\", \"null\"], \"items\": {\"type\": \"array\", \"items\": {\"type\": "
                     "[\"string\", \"number\", \"boolean\"]}}}",
    [MB_KIND_contribution_span] = "{\"type\": \"array\", \"items\": {\"type\": \"integer\", \"minimum\": 0}, "
                                  "\"minItems\": 2, \"maxItems\": 2}",
    [MB_KIND_option] = NULL,
};

typedef struct named_field {
    const mb_type_info *type;
    const mb_field_info *field;
} named_field;

typedef struct named_fields {
    named_field items[MOST_FIELDS];
    uint32_t count;
} named_fields;

static bool same_name(const named_field *a, const named_field *b)
{
    return strcmp(a->field->name, b->field->name) == 0;
}

/* All fields with values, those of one name behind one another. */
static void collect(named_fields *all)
{
    mb_type_set types = mb_types_within(mb_set_of(mb_type_of(pack)));
    const mb_type_info *type;
    for (uint32_t at = 0; (type = mb_next_type(types, &at));) {
        mb_fields fields = type->fields();
        for (uint32_t i = 0; i < fields.count && all->count < MOST_FIELDS; i++) {
            named_field new = {type, &fields.items[i]};
            if (!mb_is_value(new.field))
                continue;
            uint32_t place = all->count++;
            while (place > 0 && !same_name(&all->items[place - 1], &new))
                place--;
            place = place ? place : all->count - 1;
            memmove(&all->items[place + 1], &all->items[place], (all->count - 1 - place) * sizeof new);
            all->items[place] = new;
        }
    }
}

static void describe_option(mb_buffer *out, const mb_field_info *field)
{
    mb_buffer_text(out, "{\"enum\": [");
    for (uint32_t value = 1; value < field->choices->count; value++)
        mb_buffer_printf(out, "\"%s\", ", mb_choice_word(field->choices, value));
    mb_buffer_text(out, "null]}");
}

static bool same_values(const mb_field_info *a, const mb_field_info *b)
{
    return a->kind == b->kind && a->choices == b->choices;
}

/* The kinds of value that fields of one name have, each once. */
static void describe_values(mb_buffer *out, const named_field *fields, uint32_t count)
{
    const char *comma = "";
    mb_buffer_text(out, "{\"anyOf\": [");
    for (uint32_t i = 0; i < count; i++) {
        uint32_t before = 0;
        while (before < i && !same_values(fields[before].field, fields[i].field))
            before++;
        if (before < i)
            continue;
        mb_buffer_text(out, comma);
        if (fields[i].field->kind == MB_KIND_option)
            describe_option(out, fields[i].field);
        else
            mb_buffer_text(out, kind_schemas[fields[i].field->kind]);
        comma = ", ";
    }
    mb_buffer_text(out, "]}");
}

static void describe_meanings(mb_buffer *out, const named_field *fields, uint32_t count)
{
    mb_buffer text = mb_buffer_make((size_t)64 << 10);
    for (uint32_t i = 0; i < count; i++)
        mb_buffer_printf(&text, "%s%s: %s", i ? "\n" : "", fields[i].type->title, fields[i].field->meaning);
    mb_json json = mb_json_into(out);
    mb_json_text(&json, mb_buffer_slice(&text));
    mb_buffer_free(&text);
}

static void describe_field(mb_buffer *out, const named_field *fields, uint32_t count)
{
    mb_buffer_printf(out, ",\n      \"%s\": {\n        \"description\": ", fields[0].field->name);
    describe_meanings(out, fields, count);
    mb_buffer_text(out, ",\n        \"type\": \"object\",\n        \"required\": [\"was\", \"is\"],\n"
                        "        \"additionalProperties\": false,\n        \"properties\": {\n          \"was\": ");
    describe_values(out, fields, count);
    mb_buffer_text(out, ",\n          \"is\": ");
    describe_values(out, fields, count);
    mb_buffer_text(out, "\n        }\n      }");
}

int mb_corrections_schema(mb_buffer *out)
{
    named_fields all = {.count = 0};
    collect(&all);
    mb_buffer_text(out, "{\n"
                        "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
                        "  \"title\": \"Corrections of a pack\",\n"
                        "  \"type\": [\"array\", \"null\"],\n"
                        "  \"items\": {\n"
                        "    \"type\": \"object\",\n"
                        "    \"required\": [\"at\"],\n"
                        "    \"minProperties\": 2,\n"
                        "    \"additionalProperties\": false,\n"
                        "    \"properties\": {\n"
                        "      \"at\": {\n"
                        "        \"description\": \"What is corrected, from the whole to its part: meeting 2025-11-04, "
                        "item 9\",\n"
                        "        \"type\": \"string\",\n"
                        "        \"minLength\": 1\n"
                        "      }");
    for (uint32_t i = 0, next; i < all.count; i = next) {
        for (next = i + 1; next < all.count && same_name(&all.items[i], &all.items[next]);)
            next++;
        describe_field(out, &all.items[i], next - i);
    }
    mb_buffer_text(out, "\n    }\n  }\n}\n");
    return out->failed;
}
