/* components.c: what layouts share: components, and the functions that ship.
 *
 * A component is a file whose arguments are `...`, or those that it declares (arguments.c); what it emits, and what it
 * returns, is its value:
 *
 *     components/decision.md       % local decision = ...
 *                                  **${decision.verb}** ${decision.text}
 *     layouts/meeting.md           ${decision(d)}                                                                */
#include <lauxlib.h>

#include "core/nearest.h"
#include "script/languages.h"
#include "script/values.h"

/* The module whose functions every layout can call without require. */
#define GLOBALS_MODULE "globals"

/* What the program writes: its file's language, which can be HTML in Markdown, else what its caller does. */
static mb_language language_of(lua_State *L, const mb_program *program)
{
    mb_language around = mb_rendering_of(L)->language;
    mb_language own = program->form == MB_FORM_MARKDOWN ? MB_MARKDOWN
                      : program->form == MB_FORM_HTML   ? MB_HTML
                                                        : around;
    if (own == around || (own == MB_HTML && around == MB_MARKDOWN))
        return own;
    mb_script_fail(L, "%s is %s, which can't stand in %s", program->path, mb_language_of(own)->title,
                   mb_language_of(around)->title);
}

/* Upvalues: the component's function and program. */
static int call_component(lua_State *L)
{
    mb_trace *trace = mb_rendering_of(L)->trace;
    const mb_program *program = lua_touserdata(L, lua_upvalueindex(2));
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    int64_t begin = mb_trace_begin(trace);
    mb_run_apart(L, language_of(L, program), "what the component returns");
    mb_trace_end(trace, program, begin);
    return 1;
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

static const char *include_name(const void *scripts, size_t i)
{
    const mb_program *program = ((const mb_scripts *)scripts)->programs.items[i];
    return program->kind == MB_INCLUDE ? program->name : "";
}

static noreturn void fail_no_include(lua_State *L, const char *name)
{
    const mb_scripts *scripts = mb_rendering_of(L)->setup->scripts;
    const char *near = mb_nearest(mb_slice_of(name), scripts->programs.count, include_name, scripts);
    if (near)
        mb_script_fail(L, "there is nothing to include as '%s' (did you mean '%s'?)", name, near);
    mb_script_fail(L, "there is nothing to include as '%s': no includes/%s.md, .html or .lua in the site or its theme",
                   name, name);
}

/* include("welcome", …): what includes/welcome.md writes; the other values are its `...`. */
static int include(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    const mb_program *program = mb_program_find(mb_rendering_of(L)->setup->scripts, MB_INCLUDE, mb_slice_of(name));
    if (!program)
        fail_no_include(L, name);
    mb_trace *trace = mb_rendering_of(L)->trace;
    mb_push_program(L, program);
    lua_replace(L, 1);
    int64_t begin = mb_trace_begin(trace);
    mb_run_apart(L, language_of(L, program), "what is included returns");
    mb_trace_end(trace, program, begin);
    return 1;
}

void mb_open_components(lua_State *L)
{
    lua_register(L, "include", include);
}
