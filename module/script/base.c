/* base.c: the parts of Lua's own libraries that would let a page differ from one build to the next.
 *
 * Lua visits a table's keys in an order that depends on memory addresses, and shows addresses in tostring. Here pairs
 * and next go by the order of the keys (numbers, strings, false and true), and no address shows. */
#include <lauxlib.h>
#include <lualib.h>
#include <stdlib.h>

#include "script/languages.h"
#include "script/values.h"

noreturn void mb_script_fail_above(lua_State *L, int level, const char *format, va_list values)
{
    char message[512];
    vsnprintf(message, sizeof message, format, values);
    va_end(values);
    if (level >= 0)
        luaL_where(L, level);
    lua_pushstring(L, message);
    if (level >= 0)
        lua_concat(L, 2);
    lua_error(L);
    abort(); /* lua_error doesn't return, but its declaration can't say so */
}

noreturn void mb_script_fail(lua_State *L, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    mb_script_fail_above(L, 1, format, values);
}

noreturn void mb_script_fail_at(lua_State *L, mb_where where, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    mb_rendering_of(L)->blamed = where;
    mb_script_fail_above(L, -1, format, values);
}

void mb_keep(lua_State *L, mb_kept which)
{
    mb_rendering_of(L)->kept[which] = luaL_ref(L, LUA_REGISTRYINDEX);
}

const char *mb_value_name(lua_State *L, int index)
{
    const mb_object *object = mb_to_object(L, index);
    if (object)
        return lua_pushfstring(L, "%s %s", strchr("AEIOU", object->type->title[0]) ? "an" : "a", object->type->title);
    if (mb_to_list(L, index))
        return "a list";
    if (mb_to_markup(L, index))
        return mb_language_of(mb_to_markup(L, index)->language)->title;
    if (lua_isnil(L, index))
        return "nil";
    return lua_pushfstring(L, "a %s", luaL_typename(L, index));
}

/* A key with what orders it. A string's bytes belong to the table. */
typedef struct key {
    int rank; /* of its type */
    long double number;
    mb_slice text;
} key;

static const struct {
    int type, rank;
} ranks[] = {{LUA_TNUMBER, 0}, {LUA_TSTRING, 1}, {LUA_TBOOLEAN, 2}};

static key key_at(lua_State *L, int index)
{
    key made = {.rank = -1};
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
        if (ranks[i].type == lua_type(L, index))
            made.rank = ranks[i].rank;
    if (made.rank < 0)
        mb_script_fail(L, "pairs visits keys in order, and a key that is %s has none", mb_value_name(L, index));

    if (lua_isinteger(L, index))
        made.number = (long double)lua_tointeger(L, index);
    else if (made.rank == 0)
        made.number = (long double)lua_tonumber(L, index);
    else if (made.rank == 1)
        made.text.data = lua_tolstring(L, index, &made.text.size);
    else
        made.number = lua_toboolean(L, index);
    return made;
}

static int compare_keys(const void *a, const void *b)
{
    const key *left = a, *right = b;
    if (left->rank != right->rank)
        return left->rank - right->rank;
    if (left->rank == 1)
        return mb_slice_compare(left->text, right->text);
    return (left->number > right->number) - (left->number < right->number);
}

/* To sort a million keys takes about as long as 20 million steps. */
#define STEPS_OF_A_KEY 20

static size_t count_keys(lua_State *L, int index)
{
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
        mb_count_steps(L, STEPS_OF_A_KEY);
        count++;
    }
    return count;
}

static void push_key(lua_State *L, const key *from)
{
    if (from->rank == 1)
        lua_pushlstring(L, from->text.data, from->text.size);
    else if (from->rank == 2)
        lua_pushboolean(L, from->number != 0);
    else if (from->number == (long double)(lua_Integer)from->number)
        lua_pushinteger(L, (lua_Integer)from->number);
    else
        lua_pushnumber(L, (lua_Number)from->number);
}

/* Upvalues: the keys as userdata, how many there are, how many were visited, the table that holds their strings. */
static int next_sorted(lua_State *L)
{
    const key *keys = lua_touserdata(L, lua_upvalueindex(1));
    lua_Integer count = lua_tointeger(L, lua_upvalueindex(2)), at = lua_tointeger(L, lua_upvalueindex(3));
    luaL_checktype(L, 1, LUA_TTABLE);
    while (at < count) {
        push_key(L, &keys[at++]);
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL) {
            lua_pushinteger(L, at);
            lua_replace(L, lua_upvalueindex(3));
            return 2;
        }
        lua_pop(L, 2);
    }
    lua_pushnil(L);
    return 1;
}

static int sorted_pairs(lua_State *L)
{
    luaL_checkany(L, 1);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 3);
        return 3;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);

    size_t count = count_keys(L, 1);
    key *keys = lua_newuserdatauv(L, (count ? count : 1) * sizeof *keys, 0);
    lua_createtable(L, 0, 0); /* keeps the strings alive, should the table lose them on the way */
    size_t at = 0;
    bool sorted = true;
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
        keys[at] = key_at(L, -2);
        if (keys[at].rank == 1) {
            lua_pushvalue(L, -2);
            lua_pushboolean(L, true);
            lua_rawset(L, 3);
        }
        sorted = sorted && (at == 0 || compare_keys(&keys[at - 1], &keys[at]) < 0);
        at++;
    }
    if (!sorted)
        qsort(keys, count, sizeof *keys, compare_keys);

    lua_pushvalue(L, 2);
    lua_pushinteger(L, (lua_Integer)count);
    lua_pushinteger(L, 0);
    lua_pushvalue(L, 3);
    lua_pushcclosure(L, next_sorted, 4);
    lua_pushvalue(L, 1);
    return 2;
}

static int next_index(lua_State *L)
{
    lua_Integer i = luaL_checkinteger(L, 2) + 1;
    lua_pushinteger(L, i);
    return lua_geti(L, 1, i) == LUA_TNIL ? 1 : 2;
}

/* ipairs(table or list): a list of the model hands its items over itself, without a detour through its metatable. */
static int index_pairs(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_pushcfunction(L, mb_to_list(L, 1) ? mb_next_item : next_index);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

/* next(table, key): the key after `key` in the order of pairs, found by looking at all of them. */
static int sorted_next(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    bool from_start = lua_isnil(L, 2);
    key after = {0}, best = {0};
    bool found = false;
    if (!from_start)
        after = key_at(L, 2);
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
        key at = key_at(L, -2);
        mb_count_steps(L, 1);
        if ((!from_start && compare_keys(&at, &after) <= 0) || (found && compare_keys(&at, &best) >= 0))
            continue;
        best = at;
        found = true;
    }
    if (!found) {
        lua_pushnil(L);
        return 1;
    }
    push_key(L, &best);
    lua_pushvalue(L, -1);
    lua_rawget(L, 1);
    return 2;
}

void mb_push_text(lua_State *L, int index)
{
    int type = lua_type(L, index);
    bool plain = type == LUA_TNIL || type == LUA_TBOOLEAN || type == LUA_TNUMBER || type == LUA_TSTRING;
    int named = plain ? LUA_TNIL : luaL_getmetafield(L, index, "__tostring");
    if (named != LUA_TNIL)
        lua_pop(L, 1);
    if (plain || named != LUA_TNIL)
        luaL_tolstring(L, index, NULL);
    else
        lua_pushstring(L, luaL_typename(L, index));
}

static int to_string(lua_State *L)
{
    luaL_checkany(L, 1);
    mb_push_text(L, 1);
    return 1;
}

static bool asks_for_address(const char *format)
{
    for (const char *at = format; (at = strchr(at, '%')); at++) {
        at += 1 + strspn(at + 1, "-+ #0123456789.");
        if (*at == 'p')
            return true;
        if (!*at)
            return false;
    }
    return false;
}

/* string.format without addresses; upvalue: the one of Lua. */
static int format(lua_State *L)
{
    if (asks_for_address(luaL_checkstring(L, 1)))
        mb_script_fail(L, "'%%p' would show an address, which no two builds have in common");
    int count = lua_gettop(L);
    for (int i = 2; i <= count; i++) {
        int type = lua_type(L, i);
        if (type != LUA_TTABLE && type != LUA_TFUNCTION && type != LUA_TUSERDATA && type != LUA_TTHREAD)
            continue;
        mb_push_text(L, i);
        lua_replace(L, i);
    }
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, count, 1);
    return 1;
}

/* setmetatable without the two methods that run of themselves, one of them when no limit watches. */
static int set_metatable(lua_State *L)
{
    static const char *const refused[] = {"__gc", "__close"};
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_argexpected(L, lua_isnoneornil(L, 2) || lua_istable(L, 2), 2, "nil or table");
    lua_settop(L, 2);
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
        mb_script_fail(L, "this metatable is protected");
    bool refuses = lua_istable(L, 2) && mb_rendering_of(L)->trust == MB_TRUST_NOTHING;
    for (size_t i = 0; refuses && i < sizeof refused / sizeof *refused; i++) {
        lua_pushstring(L, refused[i]);
        if (lua_rawget(L, 2) != LUA_TNIL)
            mb_script_fail(L, "layouts have no %s", refused[i]);
        lua_pop(L, 1);
    }
    lua_settop(L, 2);
    lua_setmetatable(L, 1);
    return 1;
}

void mb_open_base(lua_State *L)
{
    lua_register(L, "ipairs", index_pairs);
    lua_register(L, "pairs", sorted_pairs);
    lua_register(L, "next", sorted_next);
    lua_register(L, "tostring", to_string);
    lua_register(L, "setmetatable", set_metatable);
    lua_getglobal(L, LUA_STRLIBNAME);
    lua_getfield(L, -1, "format");
    lua_pushcclosure(L, format, 1);
    lua_setfield(L, -2, "format");
    lua_pop(L, 1);
}
