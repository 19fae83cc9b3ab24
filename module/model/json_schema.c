/* json_schema.c: one walk over the table of descriptors makes the JSON Schema. It says what model/json.c writes. */
#include "model/json_schema.h"

#include <stdio.h>

#include "core/json.h"
#include "model/json.h"
#include "model/schema.h"

#define DATE_PATTERN   "^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$"
#define TIME_PATTERN   "^([01][0-9]|2[0-3]):[0-5][0-9]$"
#define MOMENT_PATTERN "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9])?$"

static void text_property(mb_json *json, const char *key, const char *text)
{
    mb_json_key(json, key);
    mb_json_text(json, mb_slice_of(text));
}

static void number_property(mb_json *json, const char *key, int64_t number)
{
    mb_json_key(json, key);
    mb_json_number(json, number);
}

/* `"type": "string"`, or `"type": ["string", "null"]`. */
static void type_property(mb_json *json, const char *type, bool nullable)
{
    if (!nullable) {
        text_property(json, "type", type);
        return;
    }
    mb_json_key(json, "type");
    mb_json_open_flat(json, '[');
    mb_json_text(json, mb_slice_of(type));
    mb_json_text(json, MB_TEXT("null"));
    mb_json_close(json, ']');
}

static void reference_to(mb_json *json, const mb_type_info *type)
{
    char path[80];
    snprintf(path, sizeof path, "#/$defs/%s", type->title);
    text_property(json, "$ref", path);
}

/* --- Each kind of field --- */

static void pattern_property(mb_json *json, bool nullable, const char *pattern)
{
    type_property(json, "string", nullable);
    text_property(json, "pattern", pattern);
}

static void describe_string(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)field;
    type_property(json, "string", nullable);
}

static void describe_date(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)field;
    pattern_property(json, nullable, DATE_PATTERN);
}

static void describe_time(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)field;
    pattern_property(json, nullable, TIME_PATTERN);
}

static void describe_moment(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)field;
    pattern_property(json, nullable, MOMENT_PATTERN);
}

static void describe_count(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)field;
    type_property(json, "integer", nullable);
    number_property(json, "minimum", 0);
}

static void describe_flag(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)field;
    (void)nullable;
    type_property(json, "boolean", false);
}

static void describe_maybe(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)field;
    type_property(json, "boolean", nullable);
}

static void describe_pages(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)field;
    type_property(json, "array", nullable);
    mb_json_key(json, "items");
    mb_json_open_flat(json, '{');
    type_property(json, "integer", false);
    number_property(json, "minimum", 1);
    mb_json_close(json, '}');
    number_property(json, "minItems", 2);
    number_property(json, "maxItems", 2);
}

/* A list is never null, only empty. */
static void describe_array(mb_json *json, const mb_field_info *field,
                           void (*describe_one)(mb_json *, const mb_field_info *, bool))
{
    type_property(json, "array", false);
    mb_json_key(json, "items");
    mb_json_open_flat(json, '{');
    describe_one(json, field, false);
    mb_json_close(json, '}');
}

static void describe_strings(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)nullable;
    describe_array(json, field, describe_string);
}

static void describe_rows(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)nullable;
    describe_array(json, field, describe_strings);
}

static void describe_option(mb_json *json, const mb_field_info *field, bool nullable)
{
    mb_json_key(json, "enum");
    mb_json_open_flat(json, '[');
    for (uint32_t value = 1; value < field->choices->count; value++)
        mb_json_text(json, mb_slice_of(mb_choice_word(field->choices, value)));
    if (nullable)
        mb_json_word(json, "null");
    mb_json_close(json, ']');
}

/* A record, or null. */
static void describe_record(mb_json *json, const mb_field_info *field, bool nullable)
{
    if (!nullable) {
        reference_to(json, field->type);
        return;
    }
    mb_json_key(json, "anyOf");
    mb_json_open_flat(json, '[');
    mb_json_open(json, '{');
    reference_to(json, field->type);
    mb_json_close(json, '}');
    mb_json_open(json, '{');
    type_property(json, "null", false);
    mb_json_close(json, '}');
    mb_json_close(json, ']');
}

static void describe_list(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)nullable;
    describe_array(json, field, describe_record);
}

static void describe_position(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)nullable; /* what holds it may be no part of the record */
    describe_count(json, field, true);
}

static void describe_reference(mb_json *json, const mb_field_info *field, bool nullable)
{
    static void (*const forms[])(mb_json *, const mb_field_info *, bool) = {
        [MB_JSON_BY_ID] = describe_string,
        [MB_JSON_BY_POSITION] = describe_position,
        [MB_JSON_IN_FULL] = describe_record,
    };
    forms[mb_json_refers(field->type)](json, field, nullable);
}

static void describe_positions(mb_json *json, const mb_field_info *field, bool nullable)
{
    (void)nullable;
    describe_array(json, field, describe_position);
}

static void describe_references(mb_json *json, const mb_field_info *field, bool nullable)
{
    static void (*const forms[])(mb_json *, const mb_field_info *, bool) = {
        [MB_JSON_BY_ID] = describe_strings,
        [MB_JSON_BY_POSITION] = describe_positions,
        [MB_JSON_IN_FULL] = describe_list,
    };
    forms[mb_json_refers(field->type)](json, field, nullable);
}

static void (*const describe[])(mb_json *json, const mb_field_info *field, bool nullable) = {
    [MB_KIND_string] = describe_string,
    [MB_KIND_date] = describe_date,
    [MB_KIND_time] = describe_time,
    [MB_KIND_moment] = describe_moment,
    [MB_KIND_count] = describe_count,
    [MB_KIND_flag] = describe_flag,
    [MB_KIND_maybe] = describe_maybe,
    [MB_KIND_pages] = describe_pages,
    [MB_KIND_strings] = describe_strings,
    [MB_KIND_rows] = describe_rows,
    [MB_KIND_contribution_span] = describe_count, /* each of its two ends */
    [MB_KIND_option] = describe_option,
    [MB_KIND_record] = describe_record,
    [MB_KIND_list] = describe_list,
    [MB_KIND_reference] = describe_reference,
    [MB_KIND_references] = describe_references,
};

/* --- Types --- */

/* The keys that a type has in JSON: its fields (a span of blocks has two), then its place. */
typedef struct property {
    const char *key;
    const mb_field_info *field; /* NULL for a part of the place */
    const char *meaning;
    bool required;
} property;

static const property place_parts[] = {
    {"line", NULL, "The line of the file where it begins.", true},
    {"page", NULL, "The page number that the pack prints there.", true},
    {"sheet", NULL, "The page of the file, counted from its page breaks.", true},
    {"pack", NULL, "In a site: which of its packs it stands in, counted from 1.", false},
};
static const property span_ends[] = {
    {"first_block", NULL, "The first of its blocks, counted from 0 in the item's `blocks`.", true},
    {"last_block", NULL, "The last of its blocks.", true},
};

static const property own_file = {"file", NULL,
                                  "In `data/site.json`, which has no lists of it: the file that has all of it.", false};

typedef void property_writer(mb_json *json, const property *one, bool sparse);

static void each_property(mb_json *json, const mb_type_info *type, property_writer *write)
{
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++) {
        const mb_field_info *field = &fields.items[i];
        property one = {field->name, field, field->meaning, !mb_json_is_in_file_only(type, field)};
        if (field->kind != MB_KIND_contribution_span) {
            write(json, &one, type->sparse);
            continue;
        }
        for (size_t end = 0; end < sizeof span_ends / sizeof *span_ends; end++) {
            one = span_ends[end];
            one.field = field;
            write(json, &one, type->sparse);
        }
    }
    for (size_t part = 0; type->placed && part < sizeof place_parts / sizeof *place_parts; part++)
        write(json, &place_parts[part], type->sparse);
    if (mb_json_files_of(type) == MB_JSON_FILE_EACH)
        write(json, &own_file, type->sparse);
}

static void write_property(mb_json *json, const property *one, bool sparse)
{
    mb_json_key(json, one->key);
    mb_json_open(json, '{');
    text_property(json, "description", one->meaning);
    if (one->field) {
        describe[one->field->kind](json, one->field, !sparse);
    } else if (one == &own_file) {
        type_property(json, "string", false);
    } else {
        type_property(json, "integer", !sparse && one->required);
        number_property(json, "minimum", 1);
    }
    mb_json_close(json, '}');
}

static void write_required(mb_json *json, const property *one, bool sparse)
{
    if (one->required && !sparse)
        mb_json_text(json, mb_slice_of(one->key));
}

/* A field that exists for some values of the record's option only says so: where it is, the option has one of them. */
static void write_dependence(mb_json *json, const mb_field_info *field)
{
    mb_json_key(json, field->name);
    mb_json_open(json, '{');
    mb_json_key(json, "properties");
    mb_json_open(json, '{');
    mb_json_key(json, field->by->name);
    mb_json_open(json, '{');
    mb_json_key(json, "enum");
    mb_json_open_flat(json, '[');
    for (uint32_t value = 1; value < field->by->choices->count; value++)
        if (field->of >> value & 1)
            mb_json_text(json, mb_slice_of(mb_choice_word(field->by->choices, value)));
    mb_json_close(json, ']');
    mb_json_close(json, '}');
    mb_json_close(json, '}');
    mb_json_close(json, '}');
}

static void write_dependences(mb_json *json, mb_fields fields)
{
    bool any = false;
    for (uint32_t i = 0; i < fields.count; i++) {
        if (!fields.items[i].of)
            continue;
        if (!any) {
            mb_json_key(json, "dependentSchemas");
            mb_json_open(json, '{');
        }
        any = true;
        write_dependence(json, &fields.items[i]);
    }
    if (any)
        mb_json_close(json, '}');
}

static void write_type(mb_json *json, const mb_type_info *type)
{
    mb_json_key(json, type->title);
    mb_json_open(json, '{');
    text_property(json, "title", type->title);
    text_property(json, "description", type->meaning);
    text_property(json, "type", "object");
    mb_json_key(json, "properties");
    mb_json_open(json, '{');
    each_property(json, type, write_property);
    mb_json_close(json, '}');
    if (!type->sparse) {
        mb_json_key(json, "required");
        mb_json_open_flat(json, '[');
        each_property(json, type, write_required);
        mb_json_close(json, ']');
    }
    write_dependences(json, type->fields());
    mb_json_key(json, "additionalProperties");
    mb_json_word(json, "false");
    mb_json_close(json, '}');
}

int mb_json_schema(mb_buffer *out)
{
    mb_json json = mb_json_into(out);
    mb_json_open(&json, '{');
    text_property(&json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    text_property(&json, "title", MB_SCHEMA_VERSION);
    reference_to(&json, mb_types[0]);
    mb_json_key(&json, "$defs");
    mb_json_open(&json, '{');
    for (uint32_t i = 0; i < mb_type_count; i++)
        write_type(&json, mb_types[i]);
    mb_json_close(&json, '}');
    mb_json_close(&json, '}');
    mb_buffer_char(out, '\n');
    return out->failed;
}
