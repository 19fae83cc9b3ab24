/* pack.c: the class Pack: one pack, read. */
#include <stdlib.h>

#include "class.h"

/* new Pack(path, {dialect, dialects, cache, corrections}) */
static napi_value open_pack(napi_env env, napi_callback_info info)
{
    mb_call call;
    char *path, *dialect = NULL, *dialects = NULL, *cache = NULL, *corrections = NULL;
    mb_open_pack *pack = NULL;
    if (!mb_begin_construction(env, info, &call) ||
        !(path = mb_text_of(env, call.argument[0], "the path of a pack", NULL)))
        return NULL;
    napi_value given = call.argument[1];
    if (mb_option_text(env, given, "dialect", &dialect) && mb_option_text(env, given, "dialects", &dialects) &&
        mb_option_text(env, given, "cache", &cache) && mb_option_text(env, given, "corrections", &corrections)) {
        mb_pack_options options = {sizeof options, dialect, dialects, cache, corrections};
        mb_error error = {0};
        if (call.library->pack_open(path, &options, &pack, &error))
            mb_throw(env, &error);
    }
    char *const texts[] = {path, dialect, dialects, cache, corrections};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        free(texts[i]);
    return pack ? mb_hold(&call, &mb_pack_kind, NULL, pack) : NULL;
}

static napi_value get_json(napi_env env, napi_callback_info info)
{
    mb_call call;
    char *json;
    size_t size;
    mb_error error = {0};
    if (!mb_begin_method(env, info, &mb_pack_kind, &call))
        return NULL;
    if (call.library->pack_json(call.self->pack, &json, &size, &error))
        return mb_throw(env, &error);
    return mb_take_text(env, json, size);
}

static napi_value make_finding(const mb_call *call, size_t index)
{
    return mb_finding_value(call->env, call->library->pack_finding(call->self->pack, index));
}

static napi_value get_findings(napi_env env, napi_callback_info info)
{
    mb_call call;
    return mb_begin_method(env, info, &mb_pack_kind, &call) ? mb_list_of(&call, make_finding) : NULL;
}

static napi_value get_words(napi_env env, napi_callback_info info)
{
    mb_call call;
    mb_words words;
    if (!mb_begin_method(env, info, &mb_pack_kind, &call))
        return NULL;
    call.library->pack_words(call.self->pack, &words);
    return mb_words_value(env, &words);
}

static napi_value close_pack(napi_env env, napi_callback_info info)
{
    return mb_close_held(env, info, &mb_pack_kind);
}

napi_value mb_define_pack(napi_env env)
{
    static const napi_property_descriptor methods[] = {
        {.utf8name = "json", .method = get_json, .attributes = napi_default_method},
        {.utf8name = "findings", .method = get_findings, .attributes = napi_default_method},
        {.utf8name = "words", .method = get_words, .attributes = napi_default_method},
        {.utf8name = "close", .method = close_pack, .attributes = napi_default_method},
    };
    napi_value class = NULL;
    napi_define_class(env, "Pack", NAPI_AUTO_LENGTH, open_pack, NULL, sizeof methods / sizeof *methods, methods,
                      &class);
    return class;
}
