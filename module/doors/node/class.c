/* class.c: see class.h. */
#include "class.h"

#include <stdlib.h>

const mb_kind mb_site_kind = {"site", {0x6d696e757465626f, 0x6f6b207369746531}};
const mb_kind mb_pack_kind = {"pack", {0x6d696e757465626f, 0x6f6b207061636b31}};

static void close_both(mb_held *held)
{
    held->close_site(held->site);
    held->close_pack(held->pack);
    held->site = NULL;
    held->pack = NULL;
}

static void forget(napi_env env, void *data, void *hint)
{
    (void)env;
    (void)hint;
    close_both(data);
    free(data);
}

bool mb_begin_call(napi_env env, napi_callback_info info, mb_call *call)
{
    size_t count = MB_MOST_ARGUMENTS;
    *call = (mb_call){.env = env, .library = &mb_door_of(env)->library};
    return napi_get_cb_info(env, info, &count, call->argument, &call->this, NULL) == napi_ok;
}

bool mb_begin_construction(napi_env env, napi_callback_info info, mb_call *call)
{
    napi_value wanted = NULL;
    if (!mb_begin_call(env, info, call) || napi_get_new_target(env, info, &wanted) != napi_ok)
        return false;
    if (!wanted)
        mb_throw_words(env, "this is a class: call it with new");
    return wanted;
}

/* What the object holds, open or closed. */
static mb_held *unwrap(napi_env env, napi_value object, const mb_kind *kind)
{
    void *held = NULL;
    bool ours = false;
    napi_valuetype type = napi_undefined;
    napi_typeof(env, object, &type);
    if (type == napi_object)
        napi_check_object_type_tag(env, object, &kind->tag, &ours);
    if (!ours || napi_unwrap(env, object, &held) != napi_ok)
        mb_throw_words(env, "this is no %s", kind->name);
    return held;
}

mb_held *mb_held_by(napi_env env, napi_value object, const mb_kind *kind)
{
    mb_held *held = unwrap(env, object, kind);
    if (held && held->closed) {
        mb_throw_words(env, "the %s is closed", kind->name);
        return NULL;
    }
    return held;
}

bool mb_begin_method(napi_env env, napi_callback_info info, const mb_kind *kind, mb_call *call)
{
    if (!mb_begin_call(env, info, call))
        return false;
    call->self = mb_held_by(env, call->this, kind);
    return call->self;
}

napi_value mb_hold(const mb_call *call, const mb_kind *kind, mb_site *site, mb_open_pack *pack)
{
    mb_held *held = malloc(sizeof *held);
    if (held)
        *held = (mb_held){site, pack, call->library->site_close, call->library->pack_close, false, 0};
    if (!held || napi_wrap(call->env, call->this, held, forget, NULL, NULL) != napi_ok) {
        call->library->site_close(site);
        call->library->pack_close(pack);
        free(held);
        return mb_throw_words(call->env, "the %s can't be kept", kind->name);
    }
    if (napi_type_tag_object(call->env, call->this, &kind->tag) != napi_ok)
        return mb_throw_words(call->env, "the %s has a mark of something else", kind->name);
    return call->this;
}

napi_value mb_close_held(napi_env env, napi_callback_info info, const mb_kind *kind)
{
    mb_call call;
    mb_held *held = mb_begin_call(env, info, &call) ? unwrap(env, call.this, kind) : NULL;
    if (held && !held->closed) {
        held->closed = true;
        held->uses++;
        mb_end_use(held);
    }
    return NULL;
}

void mb_end_use(mb_held *held)
{
    if (--held->uses == 0 && held->closed)
        close_both(held);
}

napi_value mb_list_of(const mb_call *call, mb_make_element *make)
{
    napi_value list = NULL, element;
    if (napi_create_array(call->env, &list) != napi_ok)
        return NULL;
    call->self->uses++; /* a program may have given lists a setter, which closes it */
    for (uint32_t i = 0; list && (element = make(call, i)); i++)
        if (napi_set_element(call->env, list, i, element) != napi_ok)
            list = NULL;
    mb_end_use(call->self);
    return list;
}

napi_value mb_finding_value(napi_env env, const mb_finding *finding)
{
    static const char *const severities[] = {[MB_NOTE] = "note", [MB_WARNING] = "warning", [MB_ERROR] = "error"};
    napi_value value = NULL;
    if (!finding || napi_create_object(env, &value) != napi_ok)
        return NULL;
    bool whole = mb_put_text(env, value, "severity", severities[finding->severity]) &&
                 mb_put_text(env, value, "code", finding->code) &&
                 mb_put_text(env, value, "message", finding->message) &&
                 mb_put_text(env, value, "file", finding->file) && mb_put_place(env, value, "line", finding->line) &&
                 mb_put_place(env, value, "page", finding->page) && mb_put_place(env, value, "sheet", finding->sheet) &&
                 mb_put_text(env, value, "correction", finding->correction) &&
                 mb_put_text(env, value, "corrections", finding->corrections);
    return whole ? value : NULL;
}

napi_value mb_words_value(napi_env env, const mb_words *words)
{
    napi_value value = NULL;
    if (napi_create_object(env, &value) != napi_ok)
        return NULL;
    bool whole = mb_put_text(env, value, "file", words->file) &&
                 mb_put_count(env, value, "placed", (double)words->placed) &&
                 mb_put_count(env, value, "unheaded", (double)words->unheaded) &&
                 mb_put_count(env, value, "frontMatter", (double)words->front_matter) &&
                 mb_put_count(env, value, "furniture", (double)words->furniture);
    return whole ? value : NULL;
}
