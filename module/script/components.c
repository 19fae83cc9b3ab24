/* components.c: what layouts share: components, and the functions that ship.
 *
 * A component is a file whose arguments are `...`, or those that it declares (arguments.c); what it emits, and what it
 * returns, is its value:
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

/* What a function writes, and what it returns, as Markdown or HTML. stack: function, arguments */
static int capture(lua_State *L, const char *what)
{
    mb_rendering *rendering = mb_rendering_of(L);
    int count = lua_gettop(L) - 1;
    mb_buffer *made = begin_capture(L);
    lua_call(L, count, 1);
    if (!lua_isnil(L, -1))
        mb_write_value(L, -1, rendering->language, rendering->out, what);
    mb_push_markup(L, rendering->language, mb_buffer_slice(made));
    return 1;
}

static int capture_function(lua_State *L)
{
    return capture(L, "what the function returns");
}

void mb_push_captured(lua_State *L, int function, int count)
{
    function = lua_absindex(L, function);
    lua_pushcfunction(L, capture_function);
    lua_insert(L, -count - 1);
    lua_pushvalue(L, function);
    lua_insert(L, -count - 1);
    lua_call(L, count + 1, 1);
}

/* Upvalues: the component's function and program. */
static int call_component(lua_State *L)
{
    mb_trace *trace = mb_rendering_of(L)->trace;
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    int64_t begin = mb_trace_begin(trace);
    int results = capture(L, "what the component returns");
    mb_trace_end(trace, lua_touserdata(L, lua_upvalueindex(2)), begin);
    return results;
}

/* While a C function runs that a component calls: level 1 is the component, level 2 call_component. */
const char *mb_component_that_calls(lua_State *L)
{
    lua_Debug caller;
    if (!lua_getstack(L, 2, &caller))
        return NULL;
    lua_getinfo(L, "f", &caller);
    const mb_program *program = NULL;
    if (lua_tocfunction(L, -1) == call_component && lua_getupvalue(L, -1, 2)) {
        program = lua_touserdata(L, -1);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return program ? program->name : NULL;
}

int mb_push_component_values(lua_State *L)
{
    lua_Debug component;
    int count = 0;
    lua_getstack(L, 1, &component);
    while (luaL_checkstack(L, 2, "arguments"), lua_getlocal(L, &component, -(count + 1)))
        count++;
    return count;
}

int mb_component_level(lua_State *L)
{
    lua_Debug caller;
    for (int level = 3; lua_getstack(L, level, &caller); level++) {
        lua_getinfo(L, "l", &caller);
        if (caller.currentline > 0)
            return level;
    }
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
    mb_push_shared_functions(L);
    lua_pushlstring(L, name.data, name.size);
    if (lua_rawget(L, -2) != LUA_TNIL) {
        lua_remove(L, -2);
        return true;
    }
    lua_pop(L, 2);
    return false;
}

void mb_push_shared_functions(lua_State *L)
{
    if (mb_push_module(L, MB_TEXT(GLOBALS_MODULE))) {
        if (lua_istable(L, -1))
            return;
        lua_pop(L, 1);
    }
    lua_newtable(L);
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
