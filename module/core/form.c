/* form.c: reads a mapping by its form. */
#include "core/form.h"

#include <regex.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/nearest.h"

/* --- Mistakes --- */

void mb_form_note(mb_form_reading *r, const mb_error *mistake)
{
    mb_take_mistake(r->problems, mistake, &r->code, r->error);
}

static void complain_at(mb_form_reading *r, mb_where where, const char *advice, const char *format, va_list arguments)
{
    char message[sizeof(((mb_error *)0)->message)];
    mb_error mistake = {0};
    vsnprintf(message, sizeof message, format, arguments);
    mb_fail_at(&mistake, MB_EFORMAT, where, "%s", message);
    if (advice)
        mb_advise(&mistake, "%s", advice);
    mb_form_note(r, &mistake);
}

void mb_form_complain(mb_form_reading *r, const mb_yaml *node, const char *advice, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    complain_at(r, (mb_where){r->file, node->line, node->column}, advice, format, arguments);
    va_end(arguments);
}

static const char *key_at(const void *form, size_t i)
{
    return ((const mb_form *)form)->keys[i].name;
}

static const char *word_at(const void *words, size_t i)
{
    return ((const char *const *)words)[i];
}

static const char *switch_at(const void *switches, size_t i)
{
    return ((const mb_form_switch *)switches)[i].word;
}

/* "did you mean 'panel'?", or all that there is to choose from. */
static void suggest(mb_slice wrong, size_t count, const char *(*name)(const void *, size_t), const void *context,
                    const char *all, mb_error *mistake)
{
    char names[sizeof mistake->advice] = "";
    const char *near = mb_nearest(wrong, count, name, context);
    if (near) {
        mb_advise(mistake, "did you mean '%s'?", near);
        return;
    }
    for (size_t i = 0, size = 0; i < count && size < sizeof names; i++)
        size += (size_t)snprintf(names + size, sizeof names - size, "%s%s", i ? ", " : "", name(context, i));
    mb_advise(mistake, "%s: %s", all, names);
}

static void refuse_key(mb_form_reading *r, const mb_form *form, const mb_yaml *entry)
{
    mb_error mistake = {0};
    mb_fail_at(&mistake, MB_EFORMAT, (mb_where){r->file, entry->key_line, entry->key_column}, "unknown key '%.*s'",
               MB_ARG(entry->key));
    suggest(entry->key, form->count, key_at, form, "the keys that can stand here", &mistake);
    mb_form_note(r, &mistake);
}

static void refuse_word(mb_form_reading *r, const mb_form_key *key, const mb_yaml *node, size_t count,
                        const char *(*name)(const void *, size_t), const void *context)
{
    mb_error mistake = {0};
    mb_yaml_fail(node, r->file, &mistake, "'%.*s' is nothing that '%s' knows", MB_ARG(node->text), key->name);
    suggest(node->text, count, name, context, "it knows", &mistake);
    mb_form_note(r, &mistake);
}

/* --- Answers --- */

static bool matches(const mb_form_pattern *pattern, mb_slice text)
{
    regex_t compiled;
    if (memchr(text.data, '\0', text.size) || regcomp(&compiled, pattern->pattern, REG_EXTENDED | REG_NOSUB))
        return false;
    bool found = regexec(&compiled, text.data, 0, NULL, 0) == 0;
    regfree(&compiled);
    return found;
}

static bool check_text(mb_form_reading *r, const mb_form_key *key, const mb_yaml *node)
{
    size_t count = 0;
    for (; key->words && key->words[count]; count++)
        if (mb_slice_equal(node->text, mb_slice_of(key->words[count])))
            return true;
    if (key->words) {
        refuse_word(r, key, node, count, word_at, key->words);
        return false;
    }
    if (!key->pattern || matches(key->pattern, node->text))
        return true;
    mb_error mistake = {0};
    mb_yaml_fail(node, r->file, &mistake, "'%.*s' is no %s", MB_ARG(node->text), key->pattern->noun);
    mb_advise(&mistake, "write it as %s", key->pattern->example);
    mb_form_note(r, &mistake);
    return false;
}

static void read_text(mb_form_reading *r, const mb_form_key *key, const mb_yaml *mapping, void *at)
{
    mb_error mistake = {0};
    mb_slice text = MB_NOTHING;
    if (mb_yaml_string(mapping, r->file, key->name, &text, &mistake))
        mb_form_note(r, &mistake);
    else if (text.data && check_text(r, key, mb_yaml_get(mapping, key->name)))
        *(mb_slice *)at = text;
}

static void read_texts(mb_form_reading *r, const mb_form_key *key, const mb_yaml *mapping, void *at)
{
    mb_error mistake = {0};
    mb_strings texts = {0};
    if (mb_yaml_strings(r->arena, mapping, r->file, key->name, &texts, &mistake)) {
        mb_form_note(r, &mistake);
        return;
    }
    for (uint32_t i = 0; i < texts.count; i++)
        if (check_text(r, key, mb_yaml_get(mapping, key->name)->items.items[i]))
            mb_strings_push(r->arena, at, texts.items[i]);
}

static void read_number(mb_form_reading *r, const mb_form_key *key, const mb_yaml *mapping, void *at)
{
    const mb_yaml *node = mb_yaml_get(mapping, key->name);
    char *end = NULL;
    long number =
        node->kind == MB_YAML_SCALAR && !node->quoted && node->text.size ? strtol(node->text.data, &end, 10) : -1;
    if (number < 0 || number > MB_LARGEST_ANSWER || *end)
        mb_form_complain(r, node, NULL, "'%s' is a number from 0 to %d", key->name, MB_LARGEST_ANSWER);
    else
        *(uint32_t *)at = (uint32_t)number;
}

static void set_switch(mb_form_reading *r, const mb_form_key *key, const mb_yaml *node, void *record)
{
    size_t count = 0;
    for (; key->switches[count].word; count++)
        if (mb_slice_equal(node->text, mb_slice_of(key->switches[count].word))) {
            *(bool *)((char *)record + key->switches[count].offset) = true;
            return;
        }
    refuse_word(r, key, node, count, switch_at, key->switches);
}

static void read_switches(mb_form_reading *r, const mb_form_key *key, const mb_yaml *mapping, void *record)
{
    mb_error mistake = {0};
    mb_strings words = {0};
    if (mb_yaml_strings(r->arena, mapping, r->file, key->name, &words, &mistake))
        mb_form_note(r, &mistake);
    for (uint32_t i = 0; i < words.count; i++)
        set_switch(r, key, mb_yaml_get(mapping, key->name)->items.items[i], record);
}

static void read_pairs(mb_form_reading *r, const mb_form_key *key, const mb_yaml *mapping, void *at)
{
    const mb_yaml *node = mb_yaml_get(mapping, key->name);
    if (node->kind != MB_YAML_MAPPING) {
        mb_form_complain(r, node, NULL, "'%s' takes names with a value each, as `accent: blue`", key->name);
        return;
    }
    for (uint32_t i = 0; i < node->items.count; i++) {
        const mb_yaml *entry = node->items.items[i];
        if (entry->kind != MB_YAML_SCALAR) {
            mb_form_complain(r, entry, "write it as `name: some text`", "'%.*s' has more than one value",
                             MB_ARG(entry->key));
            continue;
        }
        *mb_list_add(r->arena, at, mb_form_pair) =
            (mb_form_pair){{entry->key_line, entry->key_column}, entry->key, entry->text};
    }
}

static void read_form(mb_form_reading *r, const mb_form_key *key, const mb_yaml *mapping, void *at)
{
    void *record = mb_arena_alloc(r->arena, key->form->size);
    mb_form_read(r, key->form, mb_yaml_get(mapping, key->name), record);
    *(void **)at = record;
}

static void read_key(mb_form_reading *r, const mb_form_key *key, const mb_yaml *mapping, void *record)
{
    void *at = (char *)record + key->offset;
    switch (key->answer) {
    case MB_ANSWER_TEXT:
        read_text(r, key, mapping, at);
        break;
    case MB_ANSWER_TEXTS:
        read_texts(r, key, mapping, at);
        break;
    case MB_ANSWER_NUMBER:
        read_number(r, key, mapping, at);
        break;
    case MB_ANSWER_SWITCHES:
        read_switches(r, key, mapping, record);
        break;
    case MB_ANSWER_FORM:
        read_form(r, key, mapping, at);
        break;
    case MB_ANSWER_FORMS:
        mb_form_read_list(r, key->form, key->name, mb_yaml_get(mapping, key->name), at);
        break;
    case MB_ANSWER_PAIRS:
        read_pairs(r, key, mapping, at);
        break;
    case MB_ANSWER_OTHER:
        break;
    }
}

/* --- Forms --- */

static bool is_key(const mb_form *form, mb_slice name)
{
    for (uint32_t i = 0; i < form->count; i++)
        if (mb_slice_equal(name, mb_slice_of(form->keys[i].name)))
            return true;
    return false;
}

static void read_mapping(mb_form_reading *r, const mb_form *form, const mb_yaml *node, void *record)
{
    for (uint32_t i = 0; i < node->items.count; i++)
        if (!is_key(form, ((const mb_yaml *)node->items.items[i])->key))
            refuse_key(r, form, node->items.items[i]);
    for (uint32_t i = 0; i < form->count; i++) {
        const mb_form_key *key = &form->keys[i];
        const mb_yaml *value = mb_yaml_get(node, key->name);
        if (value && !mb_yaml_says_nothing(value))
            read_key(r, key, node, record);
        else if (key->required)
            mb_form_complain(r, node, NULL, "%s has no '%s' here", form->noun, key->name);
    }
}

void mb_form_read(mb_form_reading *r, const mb_form *form, const mb_yaml *node, void *record)
{
    *(mb_form_place *)record = (mb_form_place){node->line, node->column};
    if (node->kind == MB_YAML_MAPPING)
        read_mapping(r, form, node, record);
    else if (form->takes_a_text && node->kind == MB_YAML_SCALAR && check_text(r, &form->keys[0], node))
        *(mb_slice *)((char *)record + form->keys[0].offset) = node->text;
    else if (!form->takes_a_text || node->kind != MB_YAML_SCALAR)
        mb_form_complain(r, node, NULL, "%s is written as `%s`", form->noun, form->example);
}

void mb_form_read_list(mb_form_reading *r, const mb_form *form, const char *key, const mb_yaml *node, mb_list *out)
{
    if (node->kind != MB_YAML_SEQUENCE) {
        mb_form_complain(r, node, NULL, "'%s' is a list, each as `%s`", key, form->example);
        return;
    }
    for (uint32_t i = 0; i < node->items.count; i++) {
        void *record = mb_arena_alloc(r->arena, form->size);
        mb_list_push(r->arena, out, record);
        mb_form_read(r, form, node->items.items[i], record);
    }
}
