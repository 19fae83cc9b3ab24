/* components.c: what layouts share: components, and the functions that ship.
 *
 * A component is a file whose arguments are `...`; what it emits, and what it returns, is its value:
 *
 *     components/decision.md       % local decision = ...
 *                                  **${decision.verb}** ${decision.text}
 *     layouts/meeting.md           ${decision(d)}                                                                */
#include <lauxlib.h>

#include "script/values.h"

/* The module whose functions every layout can call without require. */
#define GLOBALS_MODULE "globals"

/* Ends what begin_capture began, also when the component raised an error. */
static int end_capture(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    if (rendering->depth > 0)
        rendering->depth--;
    rendering->out = rendering->depth > 0 ? &rendering->captures[rendering->depth - 1] : rendering->page_out;
    return 0;
}

/* What is emitted goes into a buffer of its own from here on. Puts a value below what is on the stack that ends it when
 * it goes out of scope. */
static mb_buffer *begin_capture(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    if (rendering->depth == MB_COMPONENT_DEPTH)
        mb_script_fail(L, "components call one another more than %d deep", MB_COMPONENT_DEPTH);
    mb_push_kept(L, MB_KEPT_CAPTURE);
    lua_insert(L, 1);
    lua_toclose(L, 1);
    rendering->out = &rendering->captures[rendering->depth++];
    mb_buffer_clear(rendering->out);
    return rendering->out;
}

/* Upvalues: the component's function and program. */
static int call_component(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    int count = lua_gettop(L);
    mb_buffer *made = begin_capture(L);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 2);
    int64_t begin = mb_trace_begin(rendering->trace);
    lua_call(L, count, 1);
    mb_trace_end(rendering->trace, lua_touserdata(L, lua_upvalueindex(2)), begin);
    if (!lua_isnil(L, -1))
        mb_write_value(L, -1, rendering->language, rendering->out, "what the component returns");
    mb_push_markup(L, rendering->language, mb_buffer_slice(made));
    return 1;
}

bool mb_push_shared(lua_State *L, mb_slice name)
{
    const mb_program *program = mb_program_find(mb_rendering_of(L)->setup->scripts, MB_COMPONENT, name);
    if (program) {
        mb_push_program(L, program);
        lua_pushlightuserdata(L, (void *)program);
        lua_pushcclosure(L, call_component, 2);
        return true;
    }
    if (!mb_push_module(L, MB_TEXT(GLOBALS_MODULE)))
        return false;
    if (lua_istable(L, -1)) {
        lua_pushlstring(L, name.data, name.size);
        if (lua_rawget(L, -2) != LUA_TNIL) {
            lua_remove(L, -2);
            return true;
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return false;
}

void mb_open_components(lua_State *L)
{
    lua_createtable(L, 0, 0);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, end_capture);
    lua_setfield(L, -2, "__close");
    lua_setmetatable(L, -2);
    mb_keep(L, MB_KEPT_CAPTURE);
}
