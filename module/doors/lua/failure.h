/* failure.h: an mb_error as the error of a Lua program. */
#ifndef MB_DOORS_LUA_FAILURE_H
#define MB_DOORS_LUA_FAILURE_H

#include <lua.h>
#include <minutebook.h>
#include <stdnoreturn.h>

/* Raises a string: "FILE:LINE: what happened", and below it what to do, the page and its pack, the calls of layouts. */
noreturn void mb_raise(lua_State *L, const mb_error *error);

#endif
