/* library.h: library.lua, as it is compiled in. */
#ifndef MB_DOORS_LUA_LIBRARY_H
#define MB_DOORS_LUA_LIBRARY_H

extern const unsigned char mb_library_lua[];
extern const unsigned long mb_library_lua_size;

#endif
