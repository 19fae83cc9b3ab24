/* failure.c: an error in a layout, as a person wants to read it: which file and line, for which page, from which
 * lines of which pack, and through which calls. */
#include <lauxlib.h>
#include <stdio.h>

#include "model/places.h"
#include "script/values.h"

/* How many calls a trace shows. */
#define TRACE_DEPTH 8

/* Whether Lua put this level's "file:line: " before the message; `size` is how long that is. */
static bool is_prefixed_by(const lua_Debug *level, mb_slice message, size_t *size)
{
    char prefix[LUA_IDSIZE + 16];
    int wanted = snprintf(prefix, sizeof prefix, "%s:%d: ", level->short_src, level->currentline);
    *size = (size_t)wanted;
    return mb_slice_starts(message, (mb_slice){prefix, *size});
}

/* The file and line that the error is about: what Lua put before the message, else the innermost line that runs. Takes
 * the prefix off the message. */
static mb_where find_place(lua_State *L, mb_slice *message)
{
    lua_Debug level;
    mb_where innermost = {NULL, 0, 0};
    for (int i = 0; lua_getstack(L, i, &level); i++) {
        size_t prefix;
        lua_getinfo(L, "Sl", &level);
        if (level.currentline <= 0)
            continue;
        mb_where where = {level.source + 1, (uint32_t)level.currentline, 0};
        if (is_prefixed_by(&level, *message, &prefix)) {
            *message = mb_slice_from(*message, prefix);
            return where;
        }
        if (!innermost.file)
            innermost = where;
    }
    return innermost;
}

/* A line for each call that led to the error, the innermost first, where there is more than one. */
static void write_trace(lua_State *L, mb_error *error)
{
    lua_Debug level;
    size_t used = 0;
    int calls = 0;
    for (int i = 0; calls < TRACE_DEPTH && lua_getstack(L, i, &level); i++) {
        lua_getinfo(L, "Sln", &level);
        if (level.currentline <= 0)
            continue;
        calls++;
        int wanted = snprintf(error->trace + used, sizeof error->trace - used, "%s%s:%d%s%s%s", used ? "\n" : "",
                              level.source + 1, level.currentline, level.name ? ": in " : "",
                              level.name ? level.name : "", level.name ? "()" : "");
        if (wanted < 0 || used + (size_t)wanted >= sizeof error->trace) {
            error->trace[used] = '\0';
            break;
        }
        used += (size_t)wanted;
    }
    if (calls < 2)
        error->trace[0] = '\0';
}

static void name_pack(const mb_rendering *rendering, mb_error *error)
{
    const mb_place *place = rendering->touched;
    const mb_pack *pack = place ? mb_pack_at(rendering->setup->site, place) : NULL;
    if (!pack || !pack->source)
        return;
    snprintf(error->pack, sizeof error->pack, "%.*s", MB_ARG(pack->source->file));
    error->pack_line = place->line;
}

int mb_fail_memory(const mb_rendering *rendering, mb_error *error)
{
    if (rendering->stopped == MB_STOPPED_BY_MACHINE)
        return mb_fail_exhausted(error, MB_ENOMEM, "making a page");
    mb_where where = rendering->exhausted;
    if (!where.file)
        where.file = rendering->program;
    if (rendering->stopped == MB_STOPPED_BY_DEPTH)
        return mb_fail_at(error, MB_ELIMIT, where, "%s", mb_stop_reason(MB_STOPPED_BY_DEPTH));
    mb_fail_at(error, MB_ELIMIT, where, "the page takes more than %d MiB of memory",
               (int)(rendering->limits.memory >> 20));
    mb_advise(error, "look for a loop or a function that never ends, or make several pages");
    return MB_ELIMIT;
}

static bool ran_out_of_memory(const mb_rendering *rendering)
{
    return rendering->stopped == MB_STOPPED_BY_MEMORY || rendering->stopped == MB_STOPPED_BY_MACHINE;
}

/* An error's text; one that is no text is asked for it. The answer can be a mistake, too, and after a limit nothing of
 * the script's runs any more. */
static mb_slice message_of(lua_State *L)
{
    mb_slice message = MB_TEXT("the layout raised an error that is no text");
    if (!lua_isstring(L, 1) && !mb_rendering_of(L)->stopped && luaL_getmetafield(L, 1, "__tostring") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        if (lua_pcall(L, 1, 1, 0) == LUA_OK)
            lua_replace(L, 1);
    }
    if (lua_isstring(L, 1))
        message.data = lua_tolstring(L, 1, &message.size);
    else if (mb_rendering_of(L)->stopped)
        message = mb_slice_of(mb_stop_reason(mb_rendering_of(L)->stopped));
    return message;
}

int mb_describe_failure(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    mb_error *error = rendering->error;
    mb_slice message = message_of(L);
    mb_where where = find_place(L, &message);
    if (rendering->blamed.file)
        where = rendering->blamed;
    mb_sandbox_end(rendering);
    if (ran_out_of_memory(rendering))
        mb_fail_memory(rendering, error);
    else
        mb_fail_at(error, rendering->stopped ? MB_ELIMIT : MB_EFORMAT, where, "%.*s", MB_ARG(message));
    write_trace(L, error);
    name_pack(rendering, error);
    return 1;
}
