/* addon.c: the addon minutebook.node, a thin mirror of minutebook.h for Node; index.js is what programs load. */
#include <stdlib.h>

#include "class.h"

/* markdown(text) */
static napi_value make_html(napi_env env, napi_callback_info info)
{
    mb_call call;
    size_t size;
    char *html = NULL;
    mb_error error = {0};
    if (!mb_begin_call(env, info, &call))
        return NULL;
    char *text = mb_text_of(env, call.argument[0], "the Markdown", &size);
    if (!text)
        return NULL;
    int code = call.library->markdown(text, size, &html, &size, &error);
    free(text);
    return code ? mb_throw(env, &error) : mb_take_text(env, html, size);
}

/* schema(of): the model's JSON Schema, its reference page, … */
static napi_value make_schema(napi_env env, napi_callback_info info)
{
    mb_call call;
    char *text;
    size_t size;
    mb_error error = {0};
    uint32_t of = UINT32_MAX;
    if (!mb_begin_call(env, info, &call))
        return NULL;
    int (*const makers[])(char **, size_t *, mb_error *) = {
        call.library->schema_json,        call.library->schema_reference, call.library->schema_lua,
        call.library->schema_corrections, call.library->schema_site,      call.library->schema_people,
    };
    napi_get_value_uint32(env, call.argument[0], &of);
    if (of >= sizeof makers / sizeof *makers)
        return mb_throw_words(env, "there is no schema of that");
    if (makers[of](&text, &size, &error))
        return mb_throw(env, &error);
    return mb_take_text(env, text, size);
}

static void forget_door(napi_env env, void *door, void *hint)
{
    (void)env;
    (void)hint;
    free(door);
}

static napi_value function_value(napi_env env, const char *name, napi_callback function)
{
    napi_value value = NULL;
    napi_create_function(env, name, NAPI_AUTO_LENGTH, function, NULL, &value);
    return value;
}

NAPI_MODULE_INIT()
{
    mb_error error = {0};
    mb_door *door = calloc(1, sizeof *door);
    if (!door || napi_set_instance_data(env, door, forget_door, NULL) != napi_ok) {
        free(door);
        napi_throw_error(env, "MB_ENOMEM", "memory ran out as minutebook was loaded");
        return NULL;
    }
    if (!mb_library_open(&door->library, &error))
        return mb_throw(env, &error);
    bool whole = mb_put_text(env, exports, "version", door->library.version()) &&
                 mb_put(env, exports, "markdown", function_value(env, "markdown", make_html)) &&
                 mb_put(env, exports, "schema", function_value(env, "schema", make_schema)) &&
                 mb_put(env, exports, "Pack", mb_define_pack(env)) && mb_put(env, exports, "Site", mb_define_site(env));
    return whole ? exports : NULL;
}
