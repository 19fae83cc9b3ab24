/* modules.c: require, for the modules of the site and its themes.
 *
 * The modules that ship, the library's and its themes', depend on nothing of a page, so they run while the image of a fresh
 * state is made: a page finds them done, which saves a page of the theme civic a tenth of its Lua. One of them that needs a
 * module of the site or of another theme is left to the page. */
#include <lauxlib.h>

#include "script/values.h"

/* The keys of the registry: what the page has loaded, by name; what the image holds, by name; and, while it is made, the
 * entry of the module that runs.
 *
 *     done: name ─► { value, program, names of the modules that it required }                                       */
static const char loaded, done, running;

/* Another: the require of Lua, which trusted layouts come to for what is no module of ours. */
static const char original;

enum { VALUE = 1, PROGRAM, FIRST_REQUIRED };

static int registry_get(lua_State *L, const char *table, mb_slice name)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, table);
    lua_pushlstring(L, name.data, name.size);
    int type = lua_rawget(L, -2);
    lua_remove(L, -2);
    return type;
}

/* Takes the value from the stack. */
static void registry_set(lua_State *L, const char *table, mb_slice name)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, table);
    lua_pushlstring(L, name.data, name.size);
    lua_rotate(L, -3, -1);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

/* Runs the module and pushes its value, which is true where it returns none. */
static void run_module(lua_State *L, const mb_program *program)
{
    mb_push_program(L, program);
    lua_pushstring(L, program->name);
    lua_call(L, 1, 1);
    if (!lua_isnil(L, -1))
        return;
    lua_pop(L, 1);
    lua_pushboolean(L, true);
}

/* The page begins to use a module of the image, and so those that it requires. stack: …, its entry */
static void begin_to_use(lua_State *L, mb_slice name)
{
    int entry = lua_gettop(L);
    luaL_checkstack(L, 8, "modules");
    lua_rawgeti(L, entry, PROGRAM);
    mb_note_use(mb_rendering_of(L), lua_touserdata(L, -1));
    lua_pop(L, 1);
    lua_rawgeti(L, entry, VALUE);
    registry_set(L, &loaded, name);
    for (lua_Integer i = FIRST_REQUIRED; lua_rawgeti(L, entry, i) == LUA_TSTRING; i++) {
        mb_slice required;
        required.data = lua_tolstring(L, -1, &required.size);
        if (registry_get(L, &loaded, required) == LUA_TNIL && registry_get(L, &done, required) == LUA_TTABLE)
            begin_to_use(L, required);
        lua_settop(L, entry);
    }
    lua_settop(L, entry);
}

bool mb_push_module(lua_State *L, mb_slice name)
{
    if (registry_get(L, &loaded, name) != LUA_TNIL)
        return true;
    lua_pop(L, 1);
    if (registry_get(L, &done, name) != LUA_TNIL) {
        begin_to_use(L, name);
        lua_rawgeti(L, -1, VALUE);
        lua_remove(L, -2);
        return true;
    }
    lua_pop(L, 1);
    const mb_program *program = mb_program_find(mb_rendering_of(L)->setup->scripts, MB_MODULE, name);
    if (!program)
        return false;
    run_module(L, program);
    lua_pushvalue(L, -1);
    registry_set(L, &loaded, name);
    return true;
}

static int require(lua_State *L)
{
    mb_slice name;
    name.data = luaL_checklstring(L, 1, &name.size);
    if (mb_push_module(L, name))
        return 1;
    if (mb_rendering_of(L)->trust == MB_TRUST_NOTHING)
        mb_script_fail(L, "there is no module '%s': no lua/%s.lua in the site or its theme", name.data, name.data);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &original);
    lua_pushvalue(L, 1);
    lua_call(L, 1, 1);
    return 1;
}

/* Runs a module while the image is made. stack: program */
static int prepare(lua_State *L)
{
    const mb_program *program = lua_touserdata(L, 1);
    lua_newtable(L);
    lua_pushboolean(L, false);
    lua_rawseti(L, 2, VALUE);
    lua_pushlightuserdata(L, (void *)(uintptr_t)program);
    lua_rawseti(L, 2, PROGRAM);

    lua_rawgetp(L, LUA_REGISTRYINDEX, &running);
    lua_pushvalue(L, 2);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &running);
    run_module(L, program);
    lua_rawseti(L, 2, VALUE);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &running);
    registry_set(L, &done, mb_slice_of(program->name));
    return 0;
}

/* Pushes the entry of a module that ships and wins, made now where it isn't yet. */
static void push_prepared(lua_State *L, const mb_program *program)
{
    mb_slice name = mb_slice_of(program->name);
    if (registry_get(L, &done, name) != LUA_TNIL)
        return;
    lua_pop(L, 1);
    lua_pushcfunction(L, prepare);
    lua_pushlightuserdata(L, (void *)(uintptr_t)program);
    lua_call(L, 1, 0);
    registry_get(L, &done, name);
}

/* `require` while the image is made. */
static int require_prepared(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    const mb_program *program = mb_program_find(mb_rendering_of(L)->setup->scripts, MB_MODULE, mb_slice_of(name));
    if (!program || !program->ships)
        return luaL_error(L, "this module is the page's");
    push_prepared(L, program);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &running);
    lua_pushvalue(L, 1);
    lua_rawseti(L, -2, luaL_len(L, -2) + 1);
    lua_pop(L, 1);
    lua_rawgeti(L, -1, VALUE);
    return 1;
}

static int prepare_one(lua_State *L)
{
    push_prepared(L, lua_touserdata(L, 1));
    return 0;
}

void mb_open_modules(lua_State *L)
{
    const mb_scripts *scripts = mb_rendering_of(L)->setup->scripts;
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &loaded);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &done);
    lua_pushglobaltable(L);
    lua_pushliteral(L, "require");
    lua_rawget(L, -2);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &original);
    lua_pop(L, 1);
    lua_register(L, "require", require_prepared);
    for (uint32_t i = 0; i < scripts->programs.count; i++) {
        const mb_program *program = scripts->programs.items[i];
        if (program->kind != MB_MODULE || !program->ships || !mb_program_wins(scripts, program))
            continue;
        lua_pushnil(L);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &running);
        lua_pushcfunction(L, prepare_one);
        lua_pushlightuserdata(L, (void *)(uintptr_t)program);
        if (lua_pcall(L, 1, 0, 0) != LUA_OK)
            lua_pop(L, 1);
    }
    lua_register(L, "require", require);
}
