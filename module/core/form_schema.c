/* form_schema.c: a form as JSON Schema, for editors of YAML. */
#include "core/form.h"
#include "core/json.h"

/* YAML reads 2025 as a number and yes as a word or as an answer; here they are text. */
static const char *const text_types[] = {"string", "number", "boolean", NULL};

static void text_property(mb_json *json, const char *key, const char *value)
{
    mb_json_key(json, key);
    mb_json_text(json, mb_slice_of(value));
}

static void list_words(mb_json *json, const char *key, const char *const *words)
{
    mb_json_key(json, key);
    mb_json_open_flat(json, '[');
    for (size_t i = 0; words[i]; i++)
        mb_json_text(json, mb_slice_of(words[i]));
    mb_json_close(json, ']');
}

static void describe_text(mb_json *json, const mb_form_key *key)
{
    if (key->words) {
        list_words(json, "enum", key->words);
    } else if (key->pattern) {
        text_property(json, "type", "string");
        text_property(json, "pattern", key->pattern->pattern);
    } else {
        list_words(json, "type", text_types);
    }
}

static void open_key(mb_json *json, const char *key)
{
    mb_json_key(json, key);
    mb_json_open(json, '{');
}

static void describe_switches(mb_json *json, const mb_form_key *key)
{
    text_property(json, "type", "array");
    open_key(json, "items");
    mb_json_key(json, "enum");
    mb_json_open_flat(json, '[');
    for (size_t i = 0; key->switches[i].word; i++)
        mb_json_text(json, mb_slice_of(key->switches[i].word));
    mb_json_close(json, ']');
    mb_json_close(json, '}');
}

static void describe_form(mb_json *json, const mb_form *form);

static void describe_forms(mb_json *json, const mb_form *form)
{
    text_property(json, "type", "array");
    open_key(json, "items");
    describe_form(json, form);
    mb_json_close(json, '}');
}

static void describe_answer(mb_json *json, const mb_form_key *key)
{
    switch (key->answer) {
    case MB_ANSWER_TEXT:
        describe_text(json, key);
        break;
    case MB_ANSWER_TEXTS:
        text_property(json, "type", "array");
        open_key(json, "items");
        describe_text(json, key);
        mb_json_close(json, '}');
        break;
    case MB_ANSWER_NUMBER:
        text_property(json, "type", "integer");
        mb_json_key(json, "minimum");
        mb_json_number(json, 0);
        mb_json_key(json, "maximum");
        mb_json_number(json, MB_LARGEST_ANSWER);
        break;
    case MB_ANSWER_SWITCHES:
        describe_switches(json, key);
        break;
    case MB_ANSWER_FORM:
        describe_form(json, key->form);
        break;
    case MB_ANSWER_FORMS:
        describe_forms(json, key->form);
        break;
    case MB_ANSWER_PAIRS:
        text_property(json, "type", "object");
        open_key(json, "additionalProperties");
        list_words(json, "type", text_types);
        mb_json_close(json, '}');
        break;
    case MB_ANSWER_OTHER:
        mb_json_key(json, "anyOf");
        mb_json_word(json, key->schema);
        break;
    }
}

/* A key with nothing behind it says nothing, unless it has to. */
static void describe_key(mb_json *json, const mb_form_key *key)
{
    open_key(json, key->name);
    text_property(json, "description", key->meaning);
    if (key->required) {
        describe_answer(json, key);
    } else {
        mb_json_key(json, "anyOf");
        mb_json_open(json, '[');
        mb_json_open(json, '{');
        describe_answer(json, key);
        mb_json_close(json, '}');
        mb_json_open(json, '{');
        text_property(json, "type", "null");
        mb_json_close(json, '}');
        mb_json_close(json, ']');
    }
    mb_json_close(json, '}');
}

static void describe_mapping(mb_json *json, const mb_form *form)
{
    bool any_required = false;
    text_property(json, "type", "object");
    open_key(json, "properties");
    for (uint32_t i = 0; i < form->count; i++) {
        describe_key(json, &form->keys[i]);
        any_required = any_required || form->keys[i].required;
    }
    mb_json_close(json, '}');
    if (any_required) {
        mb_json_key(json, "required");
        mb_json_open_flat(json, '[');
        for (uint32_t i = 0; i < form->count; i++)
            if (form->keys[i].required)
                mb_json_text(json, mb_slice_of(form->keys[i].name));
        mb_json_close(json, ']');
    }
    mb_json_key(json, "additionalProperties");
    mb_json_word(json, "false");
}

static void describe_form(mb_json *json, const mb_form *form)
{
    if (!form->takes_a_text) {
        describe_mapping(json, form);
        return;
    }
    mb_json_key(json, "anyOf");
    mb_json_open(json, '[');
    mb_json_open(json, '{');
    describe_mapping(json, form);
    mb_json_close(json, '}');
    mb_json_open(json, '{');
    describe_text(json, &form->keys[0]);
    mb_json_close(json, '}');
    mb_json_close(json, ']');
}

void mb_form_schema(const mb_form *form, const char *title, bool is_list, mb_buffer *out)
{
    mb_json json = mb_json_into(out);
    mb_json_open(&json, '{');
    text_property(&json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    text_property(&json, "title", title);
    /* An empty file is a form in which nothing is said. */
    mb_json_key(&json, "anyOf");
    mb_json_open(&json, '[');
    mb_json_open(&json, '{');
    if (is_list)
        describe_forms(&json, form);
    else
        describe_form(&json, form);
    mb_json_close(&json, '}');
    mb_json_open(&json, '{');
    text_property(&json, "type", "null");
    mb_json_close(&json, '}');
    mb_json_close(&json, ']');
    mb_json_close(&json, '}');
    mb_buffer_char(out, '\n');
}
