/* site.c: the class Site: a site that was opened, and its pages. build.c publishes it. */
#include <stdlib.h>

#include "build.h"
#include "class.h"
#include "later.h"

static bool begin(napi_env env, napi_callback_info info, mb_call *call)
{
    return mb_begin_method(env, info, &mb_site_kind, call);
}

/* The site that the option `previous` is, or NULL where there is none; false with an exception. */
static bool take_previous(const mb_call *call, mb_held **out)
{
    napi_value value;
    *out = NULL;
    if (!mb_option_value(call->env, call->argument[1], "previous", &value))
        return false;
    if (value)
        *out = mb_held_by(call->env, value, &mb_site_kind);
    return !value || *out;
}

static mb_site *open_with(const mb_call *call, const char *folder, mb_site_options *options, mb_held *previous)
{
    mb_site *site = NULL;
    mb_error error = {0};
    if (previous) {
        options->previous = previous->site;
        previous->uses++;
    }
    if (call->library->site_open(folder, options, &site, &error))
        mb_throw(call->env, &error);
    if (previous)
        mb_end_use(previous);
    return site;
}

/* new Site(folder, {today, jobs, cache, previous, problem}) */
static napi_value open_site(napi_env env, napi_callback_info info)
{
    mb_call call;
    char *folder, *today = NULL, *cache = NULL;
    mb_site *site = NULL;
    mb_site_options options = MB_SITE_OPTIONS;
    mb_listener listener = {.env = env};
    mb_held *previous;
    if (!mb_begin_construction(env, info, &call) ||
        !(folder = mb_text_of(env, call.argument[0], "the folder of a site", NULL)))
        return NULL;
    napi_value given = call.argument[1];
    if (mb_option_text(env, given, "today", &today) && mb_option_text(env, given, "cache", &cache) &&
        mb_option_count(env, given, "jobs", &options.jobs) &&
        mb_option_function(env, given, "problem", &listener.problem) && take_previous(&call, &previous)) {
        options.today = today;
        options.cache = cache;
        options.problem = listener.problem ? mb_tell_problem : NULL;
        options.context = &listener;
        site = open_with(&call, folder, &options, previous);
    }
    free(folder);
    free(today);
    free(cache);
    return site ? mb_hold(&call, &mb_site_kind, site, NULL) : NULL;
}

static napi_value give_text(const mb_call *call, int (*make)(const mb_site *, char **, size_t *, mb_error *))
{
    char *text;
    size_t size;
    mb_error error = {0};
    if (make(call->self->site, &text, &size, &error))
        return mb_throw(call->env, &error);
    return mb_take_text(call->env, text, size);
}

static napi_value get_json(napi_env env, napi_callback_info info)
{
    mb_call call;
    return begin(env, info, &call) ? give_text(&call, call.library->site_json) : NULL;
}

static napi_value get_settings(napi_env env, napi_callback_info info)
{
    mb_call call;
    return begin(env, info, &call) ? give_text(&call, call.library->site_settings) : NULL;
}

/* render(route, format) */
static napi_value render(napi_env env, napi_callback_info info)
{
    mb_call call;
    uint32_t format = MB_HTML_PAGE;
    char *text = NULL, *route;
    size_t size;
    mb_error error = {0};
    if (!begin(env, info, &call) || !(route = mb_text_of(env, call.argument[0], "the route", NULL)))
        return NULL;
    napi_get_value_uint32(env, call.argument[1], &format);
    int code = call.library->site_render(call.self->site, route, (int)format, &text, &size, &error);
    free(route);
    return code ? mb_throw(env, &error) : mb_take_text(env, text, size);
}

/* file(path): its bytes. */
static napi_value make_file(napi_env env, napi_callback_info info)
{
    mb_call call;
    char *bytes = NULL, *path;
    size_t size;
    mb_error error = {0};
    napi_value buffer = NULL;
    if (!begin(env, info, &call) || !(path = mb_text_of(env, call.argument[0], "the path of a file", NULL)))
        return NULL;
    int code = call.library->site_make_file(call.self->site, path, &bytes, &size, &error);
    free(path);
    if (code)
        return mb_throw(env, &error);
    napi_create_buffer_copy(env, size, bytes, NULL, &buffer);
    call.library->free(bytes);
    return buffer;
}

static char *text_at(napi_env env, napi_value list, uint32_t index)
{
    napi_value element = NULL;
    napi_get_element(env, list, index, &element);
    return element ? mb_text_of(env, element, "a route or path", NULL) : NULL;
}

static int number_at(napi_env env, napi_value list, uint32_t index)
{
    napi_value element = NULL;
    int32_t number = MB_ANY_FILE;
    napi_get_element(env, list, index, &element);
    napi_get_value_int32(env, element, &number);
    return number;
}

/* Reads the names and formats; false with an exception. The names are the caller's to free, whatever came of it. */
static bool take_requests(const mb_call *call, mb_request *wanted, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        char *name = text_at(call->env, call->argument[0], i);
        if (!name)
            return false;
        wanted[i] = (mb_request){name, number_at(call->env, call->argument[1], i)};
    }
    return true;
}

/* makeAhead(names, formats, jobs) */
static napi_value make_ahead(napi_env env, napi_callback_info info)
{
    mb_call call;
    uint32_t count = 0, jobs = 0;
    mb_error error = {0};
    if (!begin(env, info, &call))
        return NULL;
    napi_get_array_length(env, call.argument[0], &count);
    napi_get_value_uint32(env, call.argument[2], &jobs);
    mb_request *wanted = calloc(count + 1, sizeof *wanted);
    if (!wanted)
        return mb_throw_words(env, "memory ran out");
    if (take_requests(&call, wanted, count) &&
        call.library->site_make_ahead(call.self->site, wanted, count, jobs, &error))
        mb_throw(env, &error);
    for (uint32_t i = 0; i < count; i++)
        free((char *)(uintptr_t)wanted[i].name);
    free(wanted);
    return NULL;
}

static napi_value make_page(const mb_call *call, size_t index)
{
    mb_page_info page;
    napi_env env = call->env;
    napi_value value = NULL;
    if (index >= call->library->site_route_count(call->self->site) ||
        call->library->site_page(call->self->site, index, &page) || napi_create_object(env, &value) != napi_ok)
        return NULL;
    bool whole = mb_put_text(env, value, "route", page.route) && mb_put_text(env, value, "kind", page.kind) &&
                 mb_put_text(env, value, "title", page.title) && mb_put_text(env, value, "date", page.date);
    return whole ? value : NULL;
}

/* {path, origin}: the origin is empty where the file is made. */
static napi_value make_file_entry(const mb_call *call, size_t index)
{
    napi_value value = NULL;
    const char *path = call->library->site_file(call->self->site, index);
    if (!path || napi_create_object(call->env, &value) != napi_ok)
        return NULL;
    const char *origin = call->library->site_file_origin(call->self->site, index);
    bool whole =
        mb_put_text(call->env, value, "path", path) && mb_put_text(call->env, value, "origin", origin ? origin : "");
    return whole ? value : NULL;
}

static napi_value text_or_end(napi_env env, const char *text)
{
    return text ? mb_string(env, text) : NULL;
}

static napi_value make_folder(const mb_call *call, size_t index)
{
    return text_or_end(call->env, call->library->site_source_folder(call->self->site, index));
}

static napi_value make_gap(const mb_call *call, size_t index)
{
    return text_or_end(call->env, call->library->site_gap(call->self->site, index));
}

static napi_value make_finding(const mb_call *call, size_t index)
{
    return mb_finding_value(call->env, call->library->site_finding(call->self->site, index));
}

static napi_value make_words(const mb_call *call, size_t index)
{
    mb_words words;
    if (index >= call->library->site_pack_count(call->self->site) ||
        call->library->site_words(call->self->site, index, &words))
        return NULL;
    return mb_words_value(call->env, &words);
}

/* Methods that give a list of the site: what makes an element is the method's data. */
static mb_make_element *const lists[] = {make_page, make_file_entry, make_folder, make_gap, make_finding, make_words};

static napi_value give_list(napi_env env, napi_callback_info info)
{
    mb_call call;
    void *make = NULL;
    if (!begin(env, info, &call) || napi_get_cb_info(env, info, NULL, NULL, NULL, &make) != napi_ok)
        return NULL;
    return mb_list_of(&call, *(mb_make_element *const *)make);
}

static napi_value close_site(napi_env env, napi_callback_info info)
{
    return mb_close_held(env, info, &mb_site_kind);
}

#define METHOD(js, c)                                                                                                  \
    {                                                                                                                  \
        .utf8name = js, .method = c, .attributes = napi_default_method                                                 \
    }
#define LIST(js, position)                                                                                             \
    {                                                                                                                  \
        .utf8name = js, .method = give_list, .attributes = napi_default_method, .data = (void *)(lists + position)     \
    }

napi_value mb_define_site(napi_env env)
{
    const napi_property_descriptor methods[] = {
        METHOD("json", get_json),
        METHOD("settings", get_settings),
        METHOD("render", render),
        METHOD("file", make_file),
        METHOD("makeAhead", make_ahead),
        METHOD("renderLater", mb_render_later),
        METHOD("fileLater", mb_file_later),
        METHOD("build", mb_build),
        METHOD("close", close_site),
        LIST("pages", 0),
        LIST("files", 1),
        LIST("sourceFolders", 2),
        LIST("gaps", 3),
        LIST("findings", 4),
        LIST("words", 5),
    };
    napi_value class = NULL;
    napi_define_class(env, "Site", NAPI_AUTO_LENGTH, open_site, NULL, sizeof methods / sizeof *methods, methods,
                      &class);
    return class;
}
