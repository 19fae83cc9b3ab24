/* interpreter.c: see interpreter.h.
 *
 * Where the library is linked to liblua5.4.so (cmake/lua.cmake says when), a program that exports a Lua answers in its
 * place. Nothing may be called before that is ruled out: Lua 5.3 gives a pointer where 5.4 gives a number. So the first
 * question is only where two functions are: one that every Lua has, and one that began with 5.4, which an older Lua
 * leaves to the library. A newer Lua has both, and says its version in the way of 5.4. */
#include "script/interpreter.h"

#include <dlfcn.h>
#include <lauxlib.h>

#include "core/build.h"

static const void *object_at(uintptr_t function)
{
    Dl_info found;
    return dladdr((const void *)function, &found) ? found.dli_fbase : NULL;
}

static int refuse(mb_error *error, const char *reason)
{
    mb_fail(error, MB_EUSAGE, "the Lua of this program isn't the one that layouts run on: %s", reason);
    mb_advise(error, "make pages with the command, or build Minutebook with a Lua of its own inside "
                     "(-DMINUTEBOOK_LUA_SOURCE=FOLDER)");
    return MB_EUSAGE;
}

/* Raises an error where the sizes of numbers differ. */
static int check_numbers(lua_State *L)
{
    luaL_checkversion(L);
    return 0;
}

int mb_interpreter_check(mb_error *error)
{
    if (object_at((uintptr_t)lua_newstate) != object_at((uintptr_t)lua_toclose))
        return refuse(error, "it is older than 5.4");
    if (lua_version(NULL) != LUA_VERSION_NUM)
        return refuse(error, "it is newer than 5.4");
    lua_State *L = luaL_newstate();
    if (!L)
        return mb_fail_exhausted(error, MB_ENOMEM, "trying Lua");
    lua_pushcfunction(L, check_numbers);
    int status = lua_pcall(L, 0, 0, 0), code = 0;
    if (status == LUA_ERRMEM)
        code = mb_fail_exhausted(error, MB_ENOMEM, "trying Lua");
    else if (status != LUA_OK)
        code = refuse(error, lua_tostring(L, -1));
    lua_close(L);
    return code;
}

mb_slice mb_interpreter_build(mb_arena *arena)
{
    return mb_build_id_at(arena, (uintptr_t)lua_newstate);
}
