/* coroutines.c: what Lua can start that the page's limits wouldn't see: coroutines and handlers of errors.
 *
 * Each coroutine counts its instructions by itself, from nothing. One that ends before its hook is due is never seen,
 * and coroutines that start coroutines would multiply that. So to start one counts as the work that it can hide. */
#include <lauxlib.h>
#include <lualib.h>

#include "script/rendering.h"

/* A coroutine's hook comes after so many instructions; a page can start 200,000. */
#define COROUTINE_STEPS 1000

/* The function of Lua's that is our upvalue, called with what is on the stack; also across a yield. */
static int finish(lua_State *L, int status, lua_KContext context)
{
    (void)status;
    (void)context;
    return lua_gettop(L);
}

static int call_original(lua_State *L)
{
    int count = lua_gettop(L);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_callk(L, count, LUA_MULTRET, 0, finish);
    return finish(L, LUA_OK, 0);
}

static void prepare(lua_State *L, lua_State *coroutine)
{
    mb_reserve_coroutine(L, coroutine);
    mb_watch(coroutine, COROUTINE_STEPS);
}

/* coroutine.create(function) */
static int create(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_settop(L, 1);
    mb_count_steps(L, COROUTINE_STEPS);
    call_original(L);
    prepare(L, lua_tothread(L, -1));
    return 1;
}

/* coroutine.wrap(function), whose answer holds the coroutine as its upvalue. */
static int wrap(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_settop(L, 1);
    mb_count_steps(L, COROUTINE_STEPS);
    call_original(L);
    lua_getupvalue(L, -1, 1);
    prepare(L, lua_tothread(L, -1));
    lua_pop(L, 1);
    return 1;
}

/* coroutine.resume(coroutine, …). One that ended in an error is closed: it would hold open what a component of its
 * began to write. */
static int finish_resume(lua_State *L, int status, lua_KContext context)
{
    lua_State *ended = (lua_State *)context;
    (void)status;
    int state = lua_status(ended);
    if (!lua_toboolean(L, 1) && state != LUA_OK && state != LUA_YIELD)
        lua_resetthread(ended);
    return lua_gettop(L);
}

static int resume(lua_State *L)
{
    luaL_argexpected(L, lua_isthread(L, 1), 1, "coroutine");
    lua_State *other = lua_tothread(L, 1);
    call_original(L);
    return finish_resume(L, LUA_OK, (lua_KContext)other);
}

/* The handler of an xpcall; upvalue: the script's. A limit is raised within the hook, where no other hook comes: there
 * the script's handler could go on for ever. */
static int handle_error(lua_State *L)
{
    if (mb_rendering_of(L)->stopped) {
        lua_settop(L, 1);
        return 1;
    }
    return call_original(L);
}

/* xpcall(function, handler, …) */
static int call_with_handler(lua_State *L)
{
    luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, handle_error, 1);
    lua_replace(L, 2);
    return call_original(L);
}

static void replace(lua_State *L, const char *library, const char *name, lua_CFunction with)
{
    lua_getglobal(L, library);
    lua_getfield(L, -1, name);
    lua_pushcclosure(L, with, 1);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

void mb_open_coroutines(lua_State *L)
{
    replace(L, LUA_COLIBNAME, "create", create);
    replace(L, LUA_COLIBNAME, "wrap", wrap);
    replace(L, LUA_COLIBNAME, "resume", resume);
    replace(L, LUA_GNAME, "xpcall", call_with_handler);
}
