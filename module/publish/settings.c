/* settings.c: see settings.h. */
#include "publish/settings.h"

#include <stdlib.h>

#include "core/json.h"
#include "core/nearest.h"

/* An integer has at most so many digits, so that it is one in every language. */
#define LONGEST_INTEGER 15

static const char *const declared_keys[] = {"type", "default", "help", "choices", NULL};

/* By mb_setting_type. */
static const struct {
    const char *name, *wanted;
} types[] = {
    [MB_SETTING_STRING] = {"string", "a text"},
    [MB_SETTING_INTEGER] = {"integer", "a whole number, such as 4"},
    [MB_SETTING_BOOLEAN] = {"boolean", "true or false"},
    [MB_SETTING_COLOUR] = {"colour", "a colour such as '#0b4f5c', in quotes"},
    [MB_SETTING_CHOICE] = {"choice", "one of its choices"},
};
enum { TYPE_COUNT = sizeof types / sizeof *types };

static const char *type_name(const void *context, size_t i)
{
    (void)context;
    return types[i].name;
}

static const char *choice_at(const void *choices, size_t i)
{
    return ((const mb_strings *)choices)->items[i].data;
}

static const char *setting_name(const void *settings, size_t i)
{
    return ((const mb_theme_setting *)((const mb_list *)settings)->items[i])->name.data;
}

/* --- Values --- */

static bool is_integer(mb_slice text)
{
    size_t sign = text.size > 0 && text.data[0] == '-';
    if (text.size == sign || text.size > LONGEST_INTEGER + sign)
        return false;
    return strspn(text.data + sign, "0123456789") == text.size - sign;
}

static bool is_colour(mb_slice text)
{
    return (text.size == 4 || text.size == 7) && text.data[0] == '#' &&
           strspn(text.data + 1, "0123456789abcdefABCDEF") == text.size - 1;
}

static bool is_boolean(mb_slice text)
{
    return mb_slice_equal(text, MB_TEXT("true")) || mb_slice_equal(text, MB_TEXT("false"));
}

static bool fits(const mb_theme_setting *setting, mb_slice text)
{
    switch (setting->type) {
    case MB_SETTING_STRING:
        return true;
    case MB_SETTING_INTEGER:
        return is_integer(text);
    case MB_SETTING_BOOLEAN:
        return is_boolean(text);
    case MB_SETTING_COLOUR:
        return is_colour(text);
    case MB_SETTING_CHOICE:
        for (uint32_t i = 0; i < setting->choices.count; i++)
            if (mb_slice_equal(setting->choices.items[i], text))
                return true;
        return false;
    }
    return false;
}

static int fail_unfit(const mb_theme_setting *setting, mb_slice text, mb_where where, mb_error *error)
{
    mb_fail_at(error, MB_EFORMAT, where, "the setting '%s' wants %s, and has '%.*s'", setting->name.data,
               types[setting->type].wanted, MB_ARG(text));
    if (setting->type != MB_SETTING_CHOICE)
        return MB_EFORMAT;
    const char *near = mb_nearest(text, setting->choices.count, choice_at, &setting->choices);
    if (near) {
        mb_advise(error, "did you mean '%s'?", near);
        return MB_EFORMAT;
    }
    mb_buffer listed = mb_buffer_make(sizeof error->advice);
    for (uint32_t i = 0; i < setting->choices.count; i++)
        mb_buffer_printf(&listed, "%s%.*s", i ? ", " : "", MB_ARG(setting->choices.items[i]));
    mb_advise(error, "the choices are %s", listed.data ? listed.data : "none");
    mb_buffer_free(&listed);
    return MB_EFORMAT;
}

static mb_setting_value value_of(const mb_theme_setting *setting, mb_slice text)
{
    mb_setting_value value = {.name = setting->name, .kind = MB_SET_TEXT, .text = text};
    if (setting->type == MB_SETTING_INTEGER) {
        value.kind = MB_SET_NUMBER;
        value.number = strtoll(text.data, NULL, 10);
    } else if (setting->type == MB_SETTING_BOOLEAN) {
        value.kind = MB_SET_FLAG;
        value.flag = mb_slice_equal(text, MB_TEXT("true"));
    }
    return value;
}

/* --- What a theme declares --- */

static bool is_name(mb_slice text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz_";
    return text.size > 0 && memchr(letters, text.data[0], sizeof letters - 1) &&
           strspn(text.data, "abcdefghijklmnopqrstuvwxyz_0123456789") == text.size;
}

static int read_type(const mb_yaml *node, const char *file, mb_setting_type *out, mb_error *error)
{
    mb_slice word = MB_NOTHING;
    int code = mb_yaml_string(node, file, "type", &word, error);
    if (code)
        return code;
    if (!word.data)
        return mb_yaml_fail(node, file, error, "the setting '%s' has no 'type'", node->key.data);
    for (int i = 0; i < TYPE_COUNT; i++)
        if (mb_slice_equal(word, mb_slice_of(types[i].name))) {
            *out = (mb_setting_type)i;
            return 0;
        }
    mb_yaml_fail(mb_yaml_get(node, "type"), file, error, "there is no type of settings '%.*s'", MB_ARG(word));
    const char *near = mb_nearest(word, TYPE_COUNT, type_name, NULL);
    mb_advise(error, near ? "did you mean '%s'?" : "the types are string, integer, boolean, colour and choice", near);
    return MB_EFORMAT;
}

static int read_standard(const mb_yaml *node, const char *file, mb_theme_setting *setting, mb_error *error)
{
    const mb_yaml *standard = mb_yaml_get(node, "default");
    if (!standard || standard->kind != MB_YAML_SCALAR)
        return mb_yaml_fail(standard ? standard : node, file, error, "the setting '%s' has no 'default'",
                            node->key.data);
    setting->standard = standard->text;
    if (!fits(setting, standard->text))
        return fail_unfit(setting, standard->text, (mb_where){file, standard->line, standard->column}, error);
    return 0;
}

static int read_setting(mb_arena *arena, const char *file, const mb_yaml *node, mb_theme_setting *out, mb_error *error)
{
    *out = (mb_theme_setting){.name = node->key};
    if (!is_name(node->key))
        return mb_yaml_fail(node, file, error, "'%s' is no name for a setting: small letters, digits and _",
                            node->key.data);
    if (node->kind != MB_YAML_MAPPING)
        return mb_yaml_fail(node, file, error, "the setting '%s' has a type, a default and help", node->key.data);
    int code = mb_yaml_only(node, file, declared_keys, error);
    if (!code)
        code = read_type(node, file, &out->type, error);
    if (!code)
        code = mb_yaml_strings(arena, node, file, "choices", &out->choices, error);
    if (!code)
        code = mb_yaml_string(node, file, "help", &out->help, error);
    if (code)
        return code;
    if (!out->help.size)
        return mb_yaml_fail(node, file, error, "the setting '%s' has no 'help'", node->key.data);
    if ((out->type == MB_SETTING_CHOICE) != (out->choices.count > 0))
        return mb_yaml_fail(node, file, error, "a setting of the type 'choice' has 'choices', and no other has");
    return read_standard(node, file, out, error);
}

static const mb_theme_setting *find_setting(const mb_list *settings, mb_slice name)
{
    for (uint32_t i = 0; i < settings->count; i++) {
        const mb_theme_setting *setting = settings->items[i];
        if (mb_slice_equal(setting->name, name))
            return setting;
    }
    return NULL;
}

int mb_settings_declare(mb_arena *arena, const char *file, const mb_yaml *settings, mb_list *out, mb_error *error)
{
    if (!settings || mb_yaml_says_nothing(settings))
        return 0;
    if (settings->kind != MB_YAML_MAPPING)
        return mb_yaml_fail(settings, file, error, "'settings' has names, and what each is below it");
    for (uint32_t i = 0; i < settings->items.count; i++) {
        mb_theme_setting setting;
        int code = read_setting(arena, file, settings->items.items[i], &setting, error);
        if (code)
            return code;
        if (!find_setting(out, setting.name))
            *mb_list_add(arena, out, mb_theme_setting) = setting;
    }
    return 0;
}

/* --- What the owner sets --- */

static int fail_unknown(const mb_list *declared, mb_slice name, mb_where where, mb_error *error)
{
    mb_fail_at(error, MB_EFORMAT, where, "the theme has no setting '%.*s'", MB_ARG(name));
    const char *near = mb_nearest(name, declared->count, setting_name, declared);
    if (near) {
        mb_advise(error, "did you mean '%s'?", near);
        return MB_EFORMAT;
    }
    mb_buffer listed = mb_buffer_make(sizeof error->advice);
    for (uint32_t i = 0; i < declared->count; i++)
        mb_buffer_printf(&listed, "%s%s", i ? ", " : "its settings are ", setting_name(declared, i));
    mb_advise(error, "%s", listed.data ? listed.data : "it has none");
    mb_buffer_free(&listed);
    return MB_EFORMAT;
}

static int check_pair(const mb_list *declared, const char *file, const mb_form_pair *pair, mb_error *error)
{
    const mb_theme_setting *setting = find_setting(declared, pair->name);
    mb_where where = {file, pair->place.line, pair->place.column};
    if (!setting)
        return fail_unknown(declared, pair->name, where, error);
    return fits(setting, pair->value) ? 0 : fail_unfit(setting, pair->value, where, error);
}

static int check_pairs(const mb_list *declared, const mb_site_config *config, mb_problems *problems, mb_error *error)
{
    int result = 0;
    for (uint32_t i = 0; i < config->settings.count; i++) {
        mb_error mistake = {0};
        if (check_pair(declared, config->file, config->settings.items[i], &mistake) &&
            !mb_take_mistake(problems, &mistake, &result, error))
            break;
    }
    return result;
}

static mb_slice text_for(const mb_theme_setting *setting, const mb_site_config *config)
{
    for (uint32_t i = 0; i < config->settings.count; i++) {
        const mb_form_pair *pair = config->settings.items[i];
        if (mb_slice_equal(pair->name, setting->name))
            return pair->value;
    }
    return setting->standard;
}

static int by_name(const void *a, const void *b)
{
    const mb_setting_value *left = *(mb_setting_value *const *)a, *right = *(mb_setting_value *const *)b;
    return mb_slice_compare(left->name, right->name);
}

int mb_settings_resolve(mb_arena *arena, const mb_list *declared, const mb_site_config *config, mb_problems *problems,
                        mb_list *out, mb_error *error)
{
    int code = check_pairs(declared, config, problems, error);
    if (code)
        return code;
    for (uint32_t i = 0; i < declared->count; i++) {
        const mb_theme_setting *setting = declared->items[i];
        *mb_list_add(arena, out, mb_setting_value) = value_of(setting, text_for(setting, config));
    }
    if (out->count > 1)
        qsort(out->items, out->count, sizeof *out->items, by_name);
    return 0;
}

/* --- Help --- */

/* What is a text in JSON is one in YAML. */
static void write_quoted(mb_slice text, mb_buffer *out)
{
    mb_json json = mb_json_into(out);
    mb_json_text(&json, text);
}

static void describe(const mb_theme_setting *setting, const mb_setting_value *value, mb_buffer *out)
{
    mb_buffer_printf(out, "  # %.*s\n  # %s", MB_ARG(setting->help), types[setting->type].name);
    for (uint32_t i = 0; i < setting->choices.count; i++)
        mb_buffer_printf(out, "%s%.*s", i ? ", " : ": ", MB_ARG(setting->choices.items[i]));
    mb_buffer_text(out, "; default ");
    mb_buffer_printf(out, setting->standard.size ? "%.*s\n" : "empty%.*s\n", MB_ARG(setting->standard));
    bool is_bare = setting->type == MB_SETTING_INTEGER || setting->type == MB_SETTING_BOOLEAN;
    mb_buffer_printf(out, "  %.*s: ", MB_ARG(setting->name));
    if (is_bare)
        mb_buffer_add(out, value->text);
    else
        write_quoted(value->text, out);
    mb_buffer_char(out, '\n');
}

static const mb_setting_value *find_value(const mb_list *values, mb_slice name)
{
    for (uint32_t i = 0; i < values->count; i++) {
        const mb_setting_value *value = values->items[i];
        if (mb_slice_equal(value->name, name))
            return value;
    }
    return NULL;
}

void mb_settings_describe(const mb_list *declared, const mb_list *values, mb_buffer *out)
{
    if (declared->count == 0) {
        mb_buffer_text(out, "# The theme has no settings.\n");
        return;
    }
    mb_buffer_text(out, "settings:\n");
    for (uint32_t i = 0; i < declared->count; i++) {
        const mb_theme_setting *setting = declared->items[i];
        describe(setting, find_value(values, setting->name), out);
    }
}
