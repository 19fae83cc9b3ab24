/* later.c: see later.h. */
#include "later.h"

#include <stdlib.h>

#include "class.h"

#define NO_FORMAT UINT32_MAX /* of a file: its bytes, whatever they are */

typedef struct job {
    const mb_library *library;
    mb_held *self;
    napi_ref site; /* keeps it from being forgotten */
    napi_async_work work;
    napi_deferred promise;
    uint32_t format;
    char *name; /* route or path */
    char *made;
    size_t size;
    int code;
    mb_error error;
} job;

/* On another thread: no word to Node. */
static void make(napi_env env, void *data)
{
    job *own = data;
    const mb_site *site = own->self->site;
    (void)env;
    if (own->format == NO_FORMAT)
        own->code = own->library->site_make_file(site, own->name, &own->made, &own->size, &own->error);
    else
        own->code = own->library->site_render(site, own->name, (int)own->format, &own->made, &own->size, &own->error);
}

static void forget(napi_env env, job *own)
{
    if (own->site)
        napi_delete_reference(env, own->site);
    if (own->work)
        napi_delete_async_work(env, own->work);
    free(own->name);
    free(own);
}

static napi_value result_of(napi_env env, const job *own)
{
    napi_value value = NULL;
    if (own->format == NO_FORMAT)
        napi_create_buffer_copy(env, own->size, own->made, NULL, &value);
    else
        napi_create_string_utf8(env, own->made, own->size, &value);
    return value;
}

static void finish(napi_env env, napi_status status, void *data)
{
    job *own = data;
    napi_value result;
    if (status == napi_ok && !own->code && (result = result_of(env, own)))
        napi_resolve_deferred(env, own->promise, result);
    else if ((result = mb_error_value(env, &own->error)))
        napi_reject_deferred(env, own->promise, result);
    if (!own->code)
        own->library->free(own->made);
    mb_end_use(own->self);
    forget(env, own);
}

static napi_value start(napi_env env, napi_callback_info info, const char *what, bool is_file)
{
    mb_call call;
    napi_value promise = NULL, name = NULL;
    if (!mb_begin_method(env, info, &mb_site_kind, &call))
        return NULL;
    job *own = calloc(1, sizeof *own);
    if (!own)
        return mb_throw_words(env, "memory ran out");
    own->library = call.library;
    own->self = call.self;
    own->code = MB_ESTOPPED; /* as it stays, where Node ends first */
    own->error = (mb_error){.code = MB_ESTOPPED, .message = "Node ended before it was made"};
    own->format = is_file ? NO_FORMAT : MB_HTML_PAGE;
    if (!is_file)
        napi_get_value_uint32(env, call.argument[1], &own->format);
    own->name = mb_text_of(env, call.argument[0], what, NULL);
    if (!own->name || napi_create_string_utf8(env, "minutebook", NAPI_AUTO_LENGTH, &name) != napi_ok ||
        napi_create_reference(env, call.this, 1, &own->site) != napi_ok ||
        napi_create_async_work(env, NULL, name, make, finish, own, &own->work) != napi_ok ||
        napi_create_promise(env, &own->promise, &promise) != napi_ok) {
        forget(env, own);
        return NULL;
    }
    call.self->uses++;
    if (napi_queue_async_work(env, own->work) != napi_ok) {
        mb_end_use(call.self);
        forget(env, own);
        return mb_throw_words(env, "Node takes no work any more");
    }
    return promise;
}

napi_value mb_render_later(napi_env env, napi_callback_info info)
{
    return start(env, info, "the route", false);
}

napi_value mb_file_later(napi_env env, napi_callback_info info)
{
    return start(env, info, "the path of a file", true);
}
