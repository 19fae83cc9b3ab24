/* tables.c: the functions of Lua's table library that go through a table in C, for as long as its length says.
 *
 * A length can be anything where a metatable makes it up, so each item is a step of the page. They work on tables, and
 * on lists of the model as far as those can be read. */
#include <lauxlib.h>
#include <limits.h>
#include <lualib.h>

#include "script/rendering.h"

/* An item is read and written by functions of the table's, at worst. */
#define STEPS_OF_AN_ITEM 4

/* A table, or what can be taken for one: a value whose metatable has `first` and, unless NULL, `second`. */
static void check_table(lua_State *L, int index, const char *first, const char *second)
{
    const char *const wanted[] = {first, second};
    if (lua_istable(L, index))
        return;
    bool fits = lua_getmetatable(L, index);
    int top = lua_gettop(L);
    for (size_t i = 0; fits && i < 2 && wanted[i]; i++) {
        lua_pushstring(L, wanted[i]);
        fits = lua_rawget(L, top) != LUA_TNIL;
    }
    if (!fits)
        luaL_checktype(L, index, LUA_TTABLE);
    lua_settop(L, top - 1);
}

static lua_Integer readable_length(lua_State *L)
{
    check_table(L, 1, "__index", "__len");
    return luaL_len(L, 1);
}

static lua_Integer writable_length(lua_State *L)
{
    lua_Integer length = readable_length(L);
    check_table(L, 1, "__newindex", NULL);
    return length;
}

static void copy_item(lua_State *L, int from, lua_Integer source, int to, lua_Integer target)
{
    mb_count_steps(L, STEPS_OF_AN_ITEM);
    lua_geti(L, from, source);
    lua_seti(L, to, target);
}

static bool is_inside(lua_Integer position, lua_Integer last)
{
    return position >= 1 && position <= last;
}

/* table.insert(list, [position,] value) */
static int insert(lua_State *L)
{
    lua_Integer end = (lua_Integer)((lua_Unsigned)writable_length(L) + 1), position = end;
    int count = lua_gettop(L);
    if (count != 2 && count != 3)
        mb_script_fail(L, "wrong number of arguments to 'insert'");
    if (count == 3) {
        position = luaL_checkinteger(L, 2);
        luaL_argcheck(L, is_inside(position, end), 2, "position out of bounds");
    }
    for (lua_Integer i = end; i > position; i--)
        copy_item(L, 1, i - 1, 1, i);
    lua_seti(L, 1, position);
    return 0;
}

/* table.remove(list [, position]) */
static int take_out(lua_State *L)
{
    lua_Integer length = writable_length(L), position = luaL_optinteger(L, 2, length);
    if (position != length)
        luaL_argcheck(L, is_inside(position, length) || (length < LUA_MAXINTEGER && position == length + 1), 2,
                      "position out of bounds");
    lua_geti(L, 1, position);
    for (; position < length; position++)
        copy_item(L, 1, position + 1, 1, position);
    lua_pushnil(L);
    lua_seti(L, 1, position);
    return 1;
}

/* table.move(from, first, last, target [, to]) */
static int move(lua_State *L)
{
    lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3), target = luaL_checkinteger(L, 4);
    int to = lua_isnoneornil(L, 5) ? 1 : 5;
    check_table(L, 1, "__index", NULL);
    check_table(L, to, "__newindex", NULL);
    if (last >= first) {
        luaL_argcheck(L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
        lua_Integer count = last - first + 1;
        luaL_argcheck(L, target <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
        bool overlaps = target > first && target <= last && (to == 1 || lua_compare(L, 1, to, LUA_OPEQ));
        for (lua_Integer i = 0; i < count; i++) {
            lua_Integer at = overlaps ? count - 1 - i : i;
            copy_item(L, 1, first + at, to, target + at);
        }
    }
    lua_pushvalue(L, to);
    return 1;
}

static void add_item(lua_State *L, luaL_Buffer *out, lua_Integer i)
{
    mb_count_steps(L, STEPS_OF_AN_ITEM);
    lua_geti(L, 1, i);
    if (!lua_isstring(L, -1))
        luaL_error(L, "invalid value (at index %I) in table for 'concat'", (LUAI_UACINT)i);
    luaL_addvalue(out);
}

/* table.concat(list [, between [, first [, last]]]) */
static int concat(lua_State *L)
{
    luaL_Buffer out;
    size_t size;
    lua_Integer length = readable_length(L);
    const char *between = luaL_optlstring(L, 2, "", &size);
    lua_Integer i = luaL_optinteger(L, 3, 1), last = luaL_optinteger(L, 4, length);
    luaL_buffinit(L, &out);
    for (; i < last; i++) {
        add_item(L, &out, i);
        luaL_addlstring(&out, between, size);
    }
    if (i == last)
        add_item(L, &out, i);
    luaL_pushresult(&out);
    return 1;
}

/* table.unpack(list [, first [, last]]) */
static int unpack(lua_State *L)
{
    lua_Integer i = luaL_optinteger(L, 2, 1), last = lua_isnoneornil(L, 3) ? luaL_len(L, 1) : luaL_checkinteger(L, 3);
    if (i > last)
        return 0;
    lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)i;
    if (count >= MB_MOST_VALUES || !lua_checkstack(L, (int)++count))
        mb_script_fail(L, "too many results to unpack");
    mb_count_steps(L, count);
    for (; i < last; i++)
        lua_geti(L, 1, i);
    lua_geti(L, 1, last);
    return (int)count;
}

void mb_open_tables(lua_State *L)
{
    static const luaL_Reg ours[] = {{"concat", concat},   {"insert", insert}, {"move", move},
                                    {"remove", take_out}, {"unpack", unpack}, {NULL, NULL}};
    lua_getglobal(L, LUA_TABLIBNAME);
    luaL_setfuncs(L, ours, 0);
    lua_pop(L, 1);
}
