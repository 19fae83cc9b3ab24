/* thing.c: see thing.h. What a layout finds in `site`, in a program's own Lua: read-only, with the same names and errors.
 *
 *     [object] ─user value─► [site] ─user values─► objects by address, lists by address (weak)
 *
 * An object keeps its site; once that one is closed, its objects say so. */
#include "thing.h"

#include <lauxlib.h>
#include <stdbool.h>

#define OBJECT "minutebook.object"
#define LIST   "minutebook.list"

enum { OBJECTS = 1, LISTS };

void mb_remember_things(lua_State *L)
{
    for (int which = OBJECTS; which <= LISTS; which++) {
        lua_newtable(L);
        lua_createtable(L, 0, 1);
        lua_pushliteral(L, "v");
        lua_setfield(L, -2, "__mode");
        lua_setmetatable(L, -2);
        lua_setiuservalue(L, -2, which);
    }
}

void mb_push_thing(lua_State *L, int site, const mb_thing *thing)
{
    site = lua_absindex(L, site);
    lua_getiuservalue(L, site, thing->is_list ? LISTS : OBJECTS);
    if (lua_rawgetp(L, -1, thing->at) != LUA_TUSERDATA) {
        lua_pop(L, 1);
        mb_thing *made = lua_newuserdatauv(L, sizeof *made, 1);
        *made = *thing;
        lua_pushvalue(L, site);
        lua_setiuservalue(L, -2, 1);
        luaL_setmetatable(L, thing->is_list ? LIST : OBJECT);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, -3, thing->at);
    }
    lua_remove(L, -2);
}

/* The thing at `index`, whose site is open; pushes the site. */
static const mb_thing *check_thing(lua_State *L, int index, const char *type)
{
    const mb_thing *thing = luaL_checkudata(L, index, type);
    lua_getiuservalue(L, index, 1);
    mb_check_open(L, lua_gettop(L));
    return thing;
}

const mb_thing *mb_check_object(lua_State *L, int index, int site)
{
    const mb_thing *object = check_thing(L, index, OBJECT);
    luaL_argcheck(L, lua_rawequal(L, -1, site), index, "an object of another site");
    lua_pop(L, 1);
    return object;
}

static void push_datum(lua_State *L, int site, const mb_datum *datum)
{
    switch (datum->kind) {
    case MB_DATUM_TEXT:
        lua_pushlstring(L, datum->text, datum->length);
        break;
    case MB_DATUM_NUMBER:
        lua_pushinteger(L, (lua_Integer)datum->number);
        break;
    case MB_DATUM_FLAG:
        lua_pushboolean(L, datum->number != 0);
        break;
    case MB_DATUM_THING:
        mb_push_thing(L, site, &datum->thing);
        break;
    default:
        lua_pushnil(L);
    }
}

/* --- Objects --- */

static int object_index(lua_State *L)
{
    const mb_thing *object = check_thing(L, 1, OBJECT);
    if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_error(L, "the fields of %s have names, and a %s is none", mb_thing_type(object),
                          luaL_typename(L, 2));
    mb_datum datum;
    mb_error error = {0};
    if (mb_thing_get(object, lua_tostring(L, 2), &datum, &error))
        return luaL_error(L, error.advice[0] ? "%s (%s)" : "%s", error.message, error.advice);
    push_datum(L, 3, &datum);
    return 1;
}

static int object_newindex(lua_State *L)
{
    const mb_thing *object = luaL_checkudata(L, 1, OBJECT);
    return luaL_error(L, "%s can't be changed: what the papers say is read-only", mb_thing_type(object));
}

static int object_length(lua_State *L)
{
    const mb_thing *object = luaL_checkudata(L, 1, OBJECT);
    return luaL_error(L, "%s has fields, not a length", mb_thing_type(object));
}

/* The next field that has a value; upvalue: how many fields were looked at. */
static int next_field(lua_State *L)
{
    lua_settop(L, 1);
    const mb_thing *object = check_thing(L, 1, OBJECT);
    size_t index = (size_t)lua_tointeger(L, lua_upvalueindex(1));
    mb_datum datum = {0};
    while (mb_thing_at(object, index, &datum) == MB_OK && datum.kind == MB_DATUM_NOTHING)
        index++;
    const char *name = mb_thing_field(object, index);
    lua_pushinteger(L, (lua_Integer)index + 1);
    lua_replace(L, lua_upvalueindex(1));
    lua_pushstring(L, name); /* nil past the last */
    if (!name)
        return 1;
    push_datum(L, 2, &datum);
    return 2;
}

static int object_pairs(lua_State *L)
{
    check_thing(L, 1, OBJECT);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_field, 1);
    lua_pushvalue(L, 1);
    return 2;
}

/* The file of the object's pack; false where it has no place. */
static bool find_file(const mb_thing *object, mb_datum *file, mb_datum *line)
{
    mb_datum pack, source;
    return !mb_thing_get(object, "pack", &pack, NULL) && pack.kind == MB_DATUM_THING &&
           !mb_thing_get(object, "line", line, NULL) && line->kind == MB_DATUM_NUMBER &&
           !mb_thing_get(&pack.thing, "source", &source, NULL) && source.kind == MB_DATUM_THING &&
           !mb_thing_get(&source.thing, "file", file, NULL) && file->kind == MB_DATUM_TEXT;
}

/* "AgendaItem (packs/2025-11-04.txt:67)" */
static int object_tostring(lua_State *L)
{
    const mb_thing *object = check_thing(L, 1, OBJECT);
    mb_datum file, line;
    if (!find_file(object, &file, &line)) {
        lua_pushstring(L, mb_thing_type(object));
        return 1;
    }
    lua_pushfstring(L, "%s (", mb_thing_type(object));
    lua_pushlstring(L, file.text, file.length);
    lua_pushfstring(L, ":%I)", (LUAI_UACINT)line.number);
    lua_concat(L, 3);
    return 1;
}

/* --- Lists --- */

static int list_index(lua_State *L)
{
    const mb_thing *list = check_thing(L, 1, LIST);
    int is_number;
    lua_Integer position = lua_tointegerx(L, 2, &is_number);
    if (!is_number)
        return luaL_error(L, "a list has its values by number, and '%s' is none", luaL_tolstring(L, 2, NULL));
    mb_datum datum;
    if (position < 1 || mb_thing_at(list, (size_t)position - 1, &datum))
        lua_pushnil(L);
    else
        push_datum(L, 3, &datum);
    return 1;
}

static int list_newindex(lua_State *L)
{
    return luaL_error(L, "a list of the model can't be changed: what the papers say is read-only");
}

static int list_length(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)mb_thing_count(check_thing(L, 1, LIST)));
    return 1;
}

/* The value behind the place before. stack: list, place */
static int next_item(lua_State *L)
{
    lua_settop(L, 2);
    lua_pushinteger(L, luaL_checkinteger(L, 2) + 1);
    lua_copy(L, 3, 2);
    lua_settop(L, 2);
    list_index(L);
    if (lua_isnil(L, -1))
        return 1;
    lua_pushvalue(L, 2);
    lua_insert(L, -2);
    return 2;
}

static int list_pairs(lua_State *L)
{
    check_thing(L, 1, LIST);
    lua_pushcfunction(L, next_item);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

static int list_tostring(lua_State *L)
{
    lua_pushfstring(L, "list of %d", (int)mb_thing_count(check_thing(L, 1, LIST)));
    return 1;
}

static void make_metatable(lua_State *L, const char *name, const luaL_Reg *methods)
{
    luaL_newmetatable(L, name);
    luaL_setfuncs(L, methods, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

void mb_open_things(lua_State *L)
{
    static const luaL_Reg of_objects[] = {{"__index", object_index},       {"__newindex", object_newindex},
                                          {"__len", object_length},        {"__pairs", object_pairs},
                                          {"__tostring", object_tostring}, {NULL, NULL}};
    static const luaL_Reg of_lists[] = {{"__index", list_index}, {"__newindex", list_newindex}, {"__len", list_length},
                                        {"__pairs", list_pairs}, {"__tostring", list_tostring}, {NULL, NULL}};
    make_metatable(L, OBJECT, of_objects);
    make_metatable(L, LIST, of_lists);
}
