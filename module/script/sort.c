/* sort.c: table.sort as a merge sort.
 *
 * Lua's own picks pivots by the clock when a list is hard to sort, and leaves equals in any order: two builds could
 * differ. This one keeps equals in their order, and an odd comparison can't make it fail. */
#include <lauxlib.h>
#include <limits.h>
#include <lualib.h>

#include "script/rendering.h"

/* Where things are on the stack. */
enum { LIST = 1, BEFORE, SPARE };

/* Whether the value at `a` goes before the one at `b`. */
static bool goes_before(lua_State *L, int a, int b)
{
    if (lua_isnil(L, BEFORE))
        return lua_compare(L, a, b, LUA_OPLT);
    lua_pushvalue(L, BEFORE);
    lua_pushvalue(L, a);
    lua_pushvalue(L, b);
    lua_call(L, 2, 1);
    bool answer = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return answer;
}

/* Merges the sorted stretches [low, middle) and [middle, high) of `from` into `to`. */
static void merge(lua_State *L, int from, int to, lua_Integer low, lua_Integer middle, lua_Integer high)
{
    lua_Integer left = low, right = middle;
    for (lua_Integer at = low; at < high; at++) {
        bool takes_right = left == middle;
        mb_count_steps(L, 1);
        if (left < middle && right < high) {
            lua_geti(L, from, left);
            lua_geti(L, from, right);
            takes_right = goes_before(L, lua_gettop(L), lua_gettop(L) - 1);
            lua_pop(L, 2);
        }
        lua_geti(L, from, takes_right ? right++ : left++);
        lua_seti(L, to, at);
    }
}

static lua_Integer least(lua_Integer a, lua_Integer b)
{
    return a < b ? a : b;
}

/* table.sort(list [, before]) */
static int sort(lua_State *L)
{
    luaL_argexpected(L, lua_istable(L, LIST), LIST, "table");
    luaL_argexpected(L, lua_isnoneornil(L, BEFORE) || lua_isfunction(L, BEFORE), BEFORE, "function");
    lua_settop(L, BEFORE);
    lua_Integer end = luaL_len(L, LIST);
    luaL_argcheck(L, end < INT_MAX, LIST, "array too big");
    end++;
    lua_newtable(L);

    int from = LIST, to = SPARE;
    for (lua_Integer width = 1; width < end - 1; width *= 2) {
        for (lua_Integer low = 1; low < end; low += 2 * width)
            merge(L, from, to, low, least(low + width, end), least(low + 2 * width, end));
        int other = from;
        from = to;
        to = other;
    }
    for (lua_Integer at = 1; from == SPARE && at < end; at++) {
        mb_count_steps(L, 1);
        lua_geti(L, SPARE, at);
        lua_seti(L, LIST, at);
    }
    return 0;
}

void mb_open_sort(lua_State *L)
{
    lua_getglobal(L, LUA_TABLIBNAME);
    lua_pushcfunction(L, sort);
    lua_setfield(L, -2, "sort");
    lua_pop(L, 1);
}
