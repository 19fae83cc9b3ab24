/* reference.c: one walk over the table of descriptors makes the reference page. */
#include "model/reference.h"

#include "model/json.h"
#include "model/schema.h"

static const char opening[] =
    "# The model\n"
    "\n"
    "<!-- Made by `minutebook schema --reference` from module/model/schema.def; a test compares the two. -->\n"
    "\n"
    "What Minutebook reads from papers, and what it gives to layouts and to other programs. The names are the same in\n"
    "Lua and in JSON (`minutebook model FILE`). What the papers do not say is `nil` in Lua and `null` in JSON.\n"
    "\n"
    "An object with a place also has `line` (the line of the file where it begins), `page` (the page number that the\n"
    "pack prints there), `sheet` (the page of the file) and, in a site, `pack`. In JSON, an object that is marked as\n"
    "sparse leaves out what is null, empty or false.\n"
    "\n"
    "| type of a field | in Lua | in JSON |\n"
    "| --- | --- | --- |\n"
    "| text | string | string |\n"
    "| date | string: `2025-11-04`, or `2025-10` where only the month is printed | the same |\n"
    "| time | string: `10:05` | the same |\n"
    "| moment | string: `2025-10-30T17:00`, or `2025-10-30` where no time is printed | the same |\n"
    "| number | integer | integer |\n"
    "| yes or no | boolean | boolean |\n"
    "| yes, no or unknown | boolean or nil | boolean or null |\n"
    "| pages | list: first and last page | `[first, last]` |\n"
    "| texts, rows of texts | list, list of lists | array, array of arrays |\n"
    "| one of *a set* | string | string |\n"
    "| an object; a list of objects | object; list | object; array |\n"
    "| refers to | the object itself | its `id`; of a pack its file |\n"
    "| span of blocks | list of the blocks | `first_block` and `last_block`, counted from 0 |\n"
    "\n"
    "In JSON an object stands once, where it belongs. What has no id and is referred to is named by its position "
    "there,\n"
    "counted from 0: an AgendaItem in `agenda` of the meeting, a MinuteItem in `items` of its `minutes`, a "
    "Contribution\n"
    "in `contributions` of the MinuteItem. What is small (a Vote, a Recommendation, a Member of a panel), and what "
    "only\n"
    "packs hold (a GlossaryEntry, a row of a work plan, a Diagnostic), is written in full where it is referred to.\n";

/* Words for the kinds that need nothing else. */
static const char *const kind_words[] = {
    [MB_KIND_string] = "text",
    [MB_KIND_date] = "date",
    [MB_KIND_time] = "time",
    [MB_KIND_moment] = "moment",
    [MB_KIND_count] = "number",
    [MB_KIND_flag] = "yes or no",
    [MB_KIND_maybe] = "yes, no or unknown",
    [MB_KIND_pages] = "pages",
    [MB_KIND_strings] = "texts",
    [MB_KIND_rows] = "rows of texts",
    [MB_KIND_contribution_span] = "span of blocks",
    [MB_KIND_option] = "one of ",
    [MB_KIND_record] = "",
    [MB_KIND_list] = "list of ",
    [MB_KIND_reference] = "refers to ",
    [MB_KIND_references] = "refers to several ",
};

/* `[AgendaItem](#agendaitem)`: the anchor is the heading in small letters. */
static void put_link(mb_buffer *out, const char *title)
{
    mb_buffer_printf(out, "[%s](#", title);
    for (const char *c = title; *c; c++)
        mb_buffer_char(out, *c >= 'A' && *c <= 'Z' ? (char)(*c + ('a' - 'A')) : *c);
    mb_buffer_char(out, ')');
}

/* A bar would end the cell. */
static void put_cell(mb_buffer *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '|')
            mb_buffer_char(out, '\\');
        mb_buffer_char(out, *text);
    }
}

/* ", of a list or table" */
static void put_condition(mb_buffer *out, const mb_field_info *field)
{
    const char *between = ", of a ";
    for (uint32_t value = 1; field->of && value < field->by->choices->count; value++)
        if (field->of >> value & 1) {
            mb_buffer_printf(out, "%s%s", between, mb_choice_word(field->by->choices, value));
            between = " or ";
        }
}

static void put_field(mb_buffer *out, const mb_field_info *field)
{
    mb_buffer_printf(out, "| `%s` | %s", field->name, kind_words[field->kind]);
    if (field->kind == MB_KIND_option)
        put_link(out, field->choices->name);
    else if (field->type && field->kind != MB_KIND_contribution_span)
        put_link(out, field->type->title);
    put_condition(out, field);
    mb_buffer_text(out, " | ");
    put_cell(out, field->meaning);
    mb_buffer_text(out, " |\n");
}

static void put_type(mb_buffer *out, const mb_type_info *type)
{
    mb_buffer_printf(out, "\n## %s\n\n%s %s%s\n\n", type->title, type->meaning,
                     type->placed ? "It has a place." : "It has no place.", type->sparse ? " Sparse in JSON." : "");
    mb_buffer_text(out, "| field | type | meaning |\n| --- | --- | --- |\n");
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++)
        put_field(out, &fields.items[i]);
}

static void put_choices(mb_buffer *out, const mb_choices_info *choices)
{
    mb_buffer_printf(out, "\n### %s\n\n%s\n\n| word | meaning |\n| --- | --- |\n", choices->name, choices->meaning);
    for (uint32_t value = 1; value < choices->count; value++) {
        mb_buffer_printf(out, "| `%s` | ", choices->values[value].word);
        put_cell(out, choices->values[value].meaning);
        mb_buffer_text(out, " |\n");
    }
}

int mb_model_reference(mb_buffer *out)
{
    mb_buffer_text(out, opening);
    for (uint32_t i = 0; i < mb_type_count; i++)
        put_type(out, mb_types[i]);
    mb_buffer_text(out, "\n## Sets of words\n\nA field that is one of a set has one of its words, or none.\n");
    for (uint32_t i = 0; i < mb_choices_count; i++)
        put_choices(out, mb_choices[i]);
    return out->failed;
}
