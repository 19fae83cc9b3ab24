/* build.c: see build.h. */
#include "build.h"

#include <stdlib.h>

#include "class.h"

/* Calls one of the program's functions; false where it threw, or an earlier one did. */
static bool call_function(napi_env env, napi_value function, size_t count, const napi_value *arguments, napi_value *out)
{
    napi_value nobody = NULL;
    bool pending = true;
    if (napi_is_exception_pending(env, &pending) != napi_ok || pending)
        return false;
    napi_get_undefined(env, &nobody);
    return napi_call_function(env, nobody, function, count, arguments, out) == napi_ok;
}

void mb_tell_problem(void *listener, const mb_error *error)
{
    const mb_listener *own = listener;
    napi_handle_scope scope;
    napi_value told, answer;
    if (napi_open_handle_scope(own->env, &scope) != napi_ok)
        return;
    if ((told = mb_error_value(own->env, error)))
        call_function(own->env, own->problem, 1, &told, &answer);
    napi_close_handle_scope(own->env, scope);
}

int mb_tell_progress(void *listener, size_t done, size_t total)
{
    const mb_listener *own = listener;
    napi_handle_scope scope;
    napi_value counts[2] = {NULL, NULL}, answer = NULL;
    bool goes_on = true;
    if (napi_open_handle_scope(own->env, &scope) != napi_ok)
        return 1;
    napi_create_double(own->env, (double)done, &counts[0]);
    napi_create_double(own->env, (double)total, &counts[1]);
    if (!call_function(own->env, own->progress, 2, counts, &answer))
        goes_on = false;
    else
        napi_get_value_bool(own->env, answer, &goes_on); /* what isn't `false` lets it go on */
    napi_close_handle_scope(own->env, scope);
    return !goes_on;
}

static napi_value result_value(napi_env env, const mb_build_result *result)
{
    napi_value value = NULL;
    if (napi_create_object(env, &value) != napi_ok)
        return NULL;
    bool whole = mb_put_count(env, value, "pages", (double)result->pages) &&
                 mb_put_count(env, value, "written", (double)result->written) &&
                 mb_put_count(env, value, "unchanged", (double)result->unchanged) &&
                 mb_put_count(env, value, "removed", (double)result->removed) &&
                 mb_put_count(env, value, "failed", (double)result->failed);
    return whole ? value : NULL;
}

napi_value mb_build(napi_env env, napi_callback_info info)
{
    mb_call call;
    char *to = NULL;
    mb_build_options options = MB_BUILD_OPTIONS;
    mb_build_result result = {0};
    mb_listener listener = {.env = env};
    mb_error error = {0};
    int code = MB_EUSAGE;
    if (!mb_begin_method(env, info, &mb_site_kind, &call))
        return NULL;
    call.self->uses++; /* also while options are read: one may be a function that closes the site */
    napi_value given = call.argument[0];
    bool taken = mb_option_text(env, given, "to", &to) && mb_option_count(env, given, "jobs", &options.jobs) &&
                 mb_option_flag(env, given, "keepGoing", &options.keep_going) &&
                 mb_option_function(env, given, "progress", &listener.progress) &&
                 mb_option_function(env, given, "problem", &listener.problem);
    if (taken) {
        options.to = to;
        options.progress = listener.progress ? mb_tell_progress : NULL;
        options.problem = listener.problem ? mb_tell_problem : NULL;
        options.context = &listener;
        code = call.library->site_build(call.self->site, &options, &result, &error);
        if (code)
            mb_throw(env, &error);
    }
    mb_end_use(call.self);
    free(to);
    return code ? NULL : result_value(env, &result);
}
