/* value.c: see value.h. */
#include "value.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A whole message: file, words, advice and trace, each as long as it can be. */
#define MESSAGE_CEILING (sizeof(mb_error) + 128)

static const char *const code_names[] = {
    [-MB_ENOMEM] = "MB_ENOMEM", [-MB_EIO] = "MB_EIO",       [-MB_EFORMAT] = "MB_EFORMAT",
    [-MB_ELIMIT] = "MB_ELIMIT", [-MB_EUSAGE] = "MB_EUSAGE", [-MB_ESTOPPED] = "MB_ESTOPPED",
};

const mb_door *mb_door_of(napi_env env)
{
    void *door = NULL;
    napi_get_instance_data(env, &door);
    return door;
}

napi_value mb_string(napi_env env, const char *text)
{
    napi_value value = NULL;
    napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &value);
    return value;
}

napi_value mb_take_text(napi_env env, char *text, size_t size)
{
    napi_value value = NULL;
    napi_status status = napi_create_string_utf8(env, text, size, &value);
    mb_door_of(env)->library.free(text);
    if (status != napi_ok)
        return mb_throw_words(env, "a text of %zu bytes is more than a string can hold", size);
    return value;
}

bool mb_put(napi_env env, napi_value object, const char *name, napi_value value)
{
    return value && napi_set_named_property(env, object, name, value) == napi_ok;
}

bool mb_put_text(napi_env env, napi_value object, const char *name, const char *text)
{
    return mb_put(env, object, name, mb_string(env, text));
}

bool mb_put_count(napi_env env, napi_value object, const char *name, double count)
{
    napi_value value = NULL;
    napi_create_double(env, count, &value);
    return mb_put(env, object, name, value);
}

bool mb_put_place(napi_env env, napi_value object, const char *name, uint32_t number)
{
    napi_value nothing = NULL;
    if (number)
        return mb_put_count(env, object, name, number);
    napi_get_null(env, &nothing);
    return mb_put(env, object, name, nothing);
}

static void add(char *message, const char *before, const char *text, const char *behind)
{
    size_t used = strlen(message);
    if (*text)
        snprintf(message + used, MESSAGE_CEILING - used, "%s%s%s", before, text, behind);
}

static void add_line(char *message, uint32_t line, const char *behind)
{
    char number[16] = "";
    if (line)
        snprintf(number, sizeof number, "%u", line);
    add(message, ":", number, "");
    strncat(message, behind, MESSAGE_CEILING - strlen(message) - 1);
}

/* site.yaml:3: what happened, then, a line each, the page, the pack and what to do. */
static void write_message(const mb_error *error, char *message)
{
    *message = '\0';
    if (*error->file) {
        add(message, "", error->file, "");
        add_line(message, error->line, ": ");
    }
    add(message, "", error->message, "");
    add(message, "\non the page ", error->route, "");
    if (*error->pack) {
        add(message, "\nfrom ", error->pack, "");
        add_line(message, error->pack_line, "");
    }
    add(message, "\n", error->advice, "");
}

napi_value mb_error_value(napi_env env, const mb_error *error)
{
    char message[MESSAGE_CEILING];
    napi_value value = NULL;
    write_message(error, message);
    if (napi_create_error(env, mb_string(env, code_names[-error->code]), mb_string(env, message), &value) != napi_ok)
        return NULL;
    bool whole = mb_put_text(env, value, "name", "MinutebookError") &&
                 mb_put_text(env, value, "reason", error->message) && mb_put_text(env, value, "file", error->file) &&
                 mb_put_place(env, value, "line", error->line) && mb_put_place(env, value, "column", error->column) &&
                 mb_put_text(env, value, "route", error->route) && mb_put_text(env, value, "pack", error->pack) &&
                 mb_put_place(env, value, "packLine", error->pack_line) &&
                 mb_put_text(env, value, "advice", error->advice) && mb_put_text(env, value, "trace", error->trace);
    return whole ? value : NULL;
}

napi_value mb_throw(napi_env env, const mb_error *error)
{
    bool pending = false;
    napi_is_exception_pending(env, &pending); /* by a function of the program that the library called */
    napi_value value = pending ? NULL : mb_error_value(env, error);
    if (value)
        napi_throw(env, value);
    return NULL;
}

napi_value mb_throw_words(napi_env env, const char *message, ...)
{
    mb_error error = {.code = MB_EUSAGE};
    va_list values;
    va_start(values, message);
    vsnprintf(error.message, sizeof error.message, message, values);
    va_end(values);
    return mb_throw(env, &error);
}

static const char *type_name(napi_env env, napi_value value)
{
    static const char *const names[] = {"undefined", "null",      "a boolean",  "a number",          "a string",
                                        "a symbol",  "an object", "a function", "an external value", "a bigint"};
    napi_valuetype type = napi_undefined;
    napi_typeof(env, value, &type);
    return names[type];
}

static bool is_type(napi_env env, napi_value value, napi_valuetype wanted)
{
    napi_valuetype type = napi_undefined;
    return napi_typeof(env, value, &type) == napi_ok && type == wanted;
}

static bool is_nothing(napi_env env, napi_value value)
{
    return !value || is_type(env, value, napi_undefined) || is_type(env, value, napi_null);
}

char *mb_text_of(napi_env env, napi_value value, const char *what, size_t *size)
{
    size_t length = 0;
    if (!is_type(env, value, napi_string)) {
        mb_throw_words(env, "%s is %s, and should be a string", what, type_name(env, value));
        return NULL;
    }
    char *text = napi_get_value_string_utf8(env, value, NULL, 0, &length) == napi_ok ? malloc(length + 1) : NULL;
    if (!text || napi_get_value_string_utf8(env, value, text, length + 1, &length) != napi_ok) {
        free(text);
        mb_throw_words(env, "%s is too long", what);
        return NULL;
    }
    if (!size && strlen(text) != length) {
        mb_throw_words(env, "a NUL stands in %s, behind '%.100s'", what, text);
        free(text);
        return NULL;
    }
    if (size)
        *size = length;
    return text;
}

bool mb_option_value(napi_env env, napi_value options, const char *name, napi_value *out)
{
    *out = NULL;
    if (is_nothing(env, options))
        return true;
    if (!is_type(env, options, napi_object)) {
        mb_throw_words(env, "the options are %s, and should be an object", type_name(env, options));
        return false;
    }
    if (napi_get_named_property(env, options, name, out) != napi_ok)
        return false;
    if (is_nothing(env, *out))
        *out = NULL;
    return true;
}

bool mb_option_text(napi_env env, napi_value options, const char *name, char **out)
{
    char what[64];
    napi_value value;
    if (!mb_option_value(env, options, name, &value))
        return false;
    snprintf(what, sizeof what, "the option '%s'", name);
    *out = value ? mb_text_of(env, value, what, NULL) : NULL;
    return !value || *out;
}

/* The option, where it is there and of the type. */
static bool find_option(napi_env env, napi_value options, const char *name, napi_valuetype type, const char *wanted,
                        napi_value *out)
{
    if (!mb_option_value(env, options, name, out))
        return false;
    if (!*out || is_type(env, *out, type))
        return true;
    mb_throw_words(env, "the option '%s' is %s, and should be %s", name, type_name(env, *out), wanted);
    return false;
}

bool mb_option_count(napi_env env, napi_value options, const char *name, unsigned *out)
{
    napi_value value;
    uint32_t count = *out;
    if (!find_option(env, options, name, napi_number, "a number", &value))
        return false;
    if (value)
        napi_get_value_uint32(env, value, &count);
    *out = count;
    return true;
}

bool mb_option_flag(napi_env env, napi_value options, const char *name, int *out)
{
    napi_value value;
    bool flag = *out;
    if (!find_option(env, options, name, napi_boolean, "true or false", &value))
        return false;
    if (value)
        napi_get_value_bool(env, value, &flag);
    *out = flag;
    return true;
}

bool mb_option_function(napi_env env, napi_value options, const char *name, napi_value *out)
{
    return find_option(env, options, name, napi_function, "a function", out);
}
