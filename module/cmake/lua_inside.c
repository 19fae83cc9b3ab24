/* lua_inside.c: compiled at configuration only: can the system's archive of Lua stand in a shared library? */
#include <lauxlib.h>
#include <lualib.h>

lua_State *mb_try(void);

lua_State *mb_try(void)
{
    lua_State *L = luaL_newstate();
    if (L)
        luaL_openlibs(L);
    return L;
}
