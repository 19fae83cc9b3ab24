/* json.h: the JSON that the library writes, as Lua values. */
#ifndef MB_DOORS_LUA_JSON_H
#define MB_DOORS_LUA_JSON_H

#include <lua.h>

/* Pushes the value that `json` (with a NUL behind it) says: objects and arrays as tables, null as nil. Raises an error
 * where it isn't JSON as the library writes it. */
void mb_push_json(lua_State *L, const char *json);

#endif
