/* thing.h: the objects and lists of a site's model as Lua values. */
#ifndef MB_DOORS_LUA_THING_H
#define MB_DOORS_LUA_THING_H

#include <lua.h>
#include <minutebook.h>

/* A site's userdata remembers the values that it gave out, with weak references: one table for objects, one for lists; the
 * last is its library. */
#define MB_SITE_VALUES 3

/* Makes those of the site at the top of the stack. */
void mb_remember_things(lua_State *L);

/* Pushes the value of an object or a list of the site at `site` in the stack; the same one each time. */
void mb_push_thing(lua_State *L, int site, const mb_thing *thing);

/* Prepares a state. */
void mb_open_things(lua_State *L);

/* The object at `index`, which is of the site at `site`; else raises an error. */
const mb_thing *mb_check_object(lua_State *L, int index, int site);

/* minutebook.c: raises an error where the site at `index` is closed. */
void mb_check_open(lua_State *L, int index);

#endif
