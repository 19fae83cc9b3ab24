/* failure.c: see failure.h. */
#include "failure.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

static void add_place(luaL_Buffer *text, const char *file, uint32_t line)
{
    luaL_addstring(text, file);
    if (line) {
        lua_pushfstring(text->L, ":%I", (LUAI_UACINT)line);
        luaL_addvalue(text);
    }
}

/* Each line of the trace, further in than what stands above it. */
static void add_trace(luaL_Buffer *text, const char *trace)
{
    luaL_addstring(text, "\n  through\n    ");
    for (; *trace; trace++) {
        luaL_addchar(text, *trace);
        if (*trace == '\n')
            luaL_addstring(text, "    ");
    }
}

noreturn void mb_raise(lua_State *L, const mb_error *error)
{
    luaL_Buffer text;
    luaL_buffinit(L, &text);
    if (error->file[0]) {
        add_place(&text, error->file, error->line);
        luaL_addstring(&text, ": ");
    }
    luaL_addstring(&text, error->message);
    if (error->advice[0]) {
        luaL_addstring(&text, "\n  ");
        luaL_addstring(&text, error->advice);
    }
    if (error->route[0]) {
        luaL_addstring(&text, "\n  while making ");
        luaL_addstring(&text, error->route);
    }
    if (error->pack[0]) {
        luaL_addstring(&text, " from ");
        add_place(&text, error->pack, error->pack_line);
    }
    if (error->trace[0])
        add_trace(&text, error->trace);
    luaL_pushresult(&text);
    lua_error(L);
    abort(); /* lua_error doesn't return, but doesn't say so to the compiler */
}
