/* lua_types.c: one walk over the table of descriptors makes the annotations that lua-language-server reads. */
#include "model/lua_types.h"

#include "model/schema.h"

static const char opening[] =
    "---@meta\n"
    "--- model.lua: the model, for editors. Made by `minutebook schema --lua` from module/model/schema.def; a test\n"
    "--- compares the two.\n"
    "\n"
    "--- What every object with a place has.\n"
    "---@class Placed\n"
    "---@field line integer? The line of the file where it begins.\n"
    "---@field page integer? The page number that the pack prints there.\n"
    "---@field sheet integer? The page of the file.\n"
    "---@field pack Pack? The pack that it is in.\n";

/* A type that needs nothing else; what may be nil ends with a question mark. */
static const char *const kind_types[] = {
    [MB_KIND_string] = "string?",
    [MB_KIND_date] = "string?",
    [MB_KIND_time] = "string?",
    [MB_KIND_moment] = "string?",
    [MB_KIND_count] = "integer?",
    [MB_KIND_flag] = "boolean",
    [MB_KIND_maybe] = "boolean?",
    [MB_KIND_pages] = "integer[]?",
    [MB_KIND_strings] = "string[]",
    [MB_KIND_rows] = "string[][]",
    [MB_KIND_contribution_span] = "Block[]",
    [MB_KIND_option] = "?",
    [MB_KIND_record] = "?",
    [MB_KIND_list] = "[]",
    [MB_KIND_reference] = "?",
    [MB_KIND_references] = "[]",
};

static void put_choices(mb_buffer *out, const mb_choices_info *choices)
{
    mb_buffer_printf(out, "\n--- %s\n---@alias %s", choices->meaning, choices->name);
    for (uint32_t value = 1; value < choices->count; value++)
        mb_buffer_printf(out, "%s\"%s\"", value > 1 ? "|" : " ", choices->values[value].word);
    mb_buffer_char(out, '\n');
}

void mb_lua_type_of(mb_buffer *out, const mb_field_info *field)
{
    const char *name = field->choices                             ? field->choices->name
                       : field->kind == MB_KIND_contribution_span ? ""
                       : field->type                              ? field->type->title
                                                                  : "";
    mb_buffer_printf(out, "%s%s", name, kind_types[field->kind]);
}

static void put_field(mb_buffer *out, const mb_field_info *field)
{
    mb_buffer_printf(out, "---@field %s ", field->name);
    mb_lua_type_of(out, field);
    mb_buffer_printf(out, " %s\n", field->meaning);
}

static void put_type(mb_buffer *out, const mb_type_info *type)
{
    mb_buffer_printf(out, "\n--- %s\n---@class %s%s\n", type->meaning, type->title, type->placed ? ": Placed" : "");
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++)
        put_field(out, &fields.items[i]);
}

int mb_model_lua_types(mb_buffer *out)
{
    mb_buffer_text(out, opening);
    for (uint32_t i = 0; i < mb_choices_count; i++)
        put_choices(out, mb_choices[i]);
    for (uint32_t i = 0; i < mb_type_count; i++)
        put_type(out, mb_types[i]);
    return out->failed;
}
