/* encode.c: values of Lua as JSON, for feeds and for data within a page. What is encoded is read as it lies there, so that
 * none of the page's own Lua runs meanwhile. */
#include <lauxlib.h>
#include <math.h>
#include <stdlib.h>

#include "core/json.h"
#include "script/values.h"

/* No feed has tables so deep in tables; one that holds itself has no end. */
#define DEEPEST 100

/* A value is looked up, and its key has its place among others. */
#define STEPS_OF_A_VALUE 4

typedef struct encoder {
    lua_State *L;
    mb_json json;
    mb_buffer *keys; /* mb_slice each, of every object that is open, the innermost at the end */
    int depth;
} encoder;

static void write_value(encoder *e, int index);

static void write_number(encoder *e, int index)
{
    if (lua_isinteger(e->L, index)) {
        mb_json_number(&e->json, lua_tointeger(e->L, index));
        return;
    }
    if (!isfinite(lua_tonumber(e->L, index)))
        mb_script_fail(e->L, "JSON has no such number as %s", luaL_tolstring(e->L, index, NULL));
    mb_json_word(&e->json, lua_tostring(e->L, index)); /* the value on top is nobody's but ours */
}

static void write_top(encoder *e)
{
    write_value(e, lua_gettop(e->L));
    lua_pop(e->L, 1);
}

/* Names beside a list would be lost. */
static void check_list(lua_State *L, int index, lua_Integer count)
{
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1))
        if (!lua_isinteger(L, -2) || lua_tointeger(L, -2) < 1 || lua_tointeger(L, -2) > count)
            mb_script_fail(L,
                           "a table is a list or has names for its values, and this one has more than its list of %d",
                           (int)count);
}

static void write_list(encoder *e, int index, lua_Integer count)
{
    check_list(e->L, index, count);
    mb_json_open_flat(&e->json, '[');
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(e->L, index, i);
        write_top(e);
    }
    mb_json_close(&e->json, ']');
}

static void write_list_of_model(encoder *e, int index, const mb_lua_list *list)
{
    mb_json_open_flat(&e->json, '[');
    for (lua_Integer i = 1; i <= (lua_Integer)list->count; i++) {
        lua_geti(e->L, index, i);
        write_top(e);
    }
    mb_json_close(&e->json, ']');
}

static int by_bytes(const void *a, const void *b)
{
    return mb_slice_compare(*(const mb_slice *)a, *(const mb_slice *)b);
}

/* Adds the keys of the table in their order, and sets what it has in the table on top too: the bytes of the keys belong to
 * that, for a table with weak values can lose them at any time. */
static void add_keys(encoder *e, int index)
{
    lua_State *L = e->L;
    int copy = lua_gettop(L);
    size_t first = e->keys->size;
    for (lua_pushnil(L); lua_next(L, index);) {
        mb_slice key;
        if (lua_type(L, -2) != LUA_TSTRING)
            mb_script_fail(L, "a table is a list or has names for its values, and %s is no name", mb_value_name(L, -2));
        key.data = lua_tolstring(L, -2, &key.size);
        mb_buffer_add(e->keys, (mb_slice){(const char *)&key, sizeof key});
        mb_check_buffer(L, e->keys);
        lua_pushvalue(L, -2);
        lua_insert(L, -2); /* stack: key, key, value */
        lua_rawset(L, copy);
    }
    qsort(e->keys->data + first, (e->keys->size - first) / sizeof(mb_slice), sizeof(mb_slice), by_bytes);
}

static void write_object(encoder *e, int index)
{
    size_t first = e->keys->size;
    lua_newtable(e->L);
    int copy = lua_gettop(e->L);
    add_keys(e, index);
    size_t end = e->keys->size;
    mb_json_open_flat(&e->json, '{');
    for (size_t at = first; at < end; at += sizeof(mb_slice)) {
        mb_slice key;
        memcpy(&key, e->keys->data + at, sizeof key);
        mb_json_key_text(&e->json, key);
        lua_pushlstring(e->L, key.data, key.size);
        lua_rawget(e->L, copy);
        write_top(e);
    }
    mb_json_close(&e->json, '}');
    mb_buffer_cut(e->keys, first);
    lua_pop(e->L, 1);
}

static bool is_empty(lua_State *L, int index)
{
    lua_pushnil(L);
    if (!lua_next(L, index))
        return true;
    lua_pop(L, 2);
    return false;
}

static void write_table(encoder *e, int index)
{
    if (++e->depth > DEEPEST)
        mb_script_fail(e->L, "these tables are nested deeper than %d: does one hold itself?", DEEPEST);
    lua_Unsigned count = lua_rawlen(e->L, index);
    if (count > 0 || is_empty(e->L, index))
        write_list(e, index, (lua_Integer)count);
    else
        write_object(e, index);
    e->depth--;
}

static void write_value(encoder *e, int index)
{
    lua_State *L = e->L;
    mb_slice text;
    const mb_lua_list *list;
    luaL_checkstack(L, 6, "JSON");
    mb_count_steps(L, STEPS_OF_A_VALUE);
    switch (lua_type(L, index)) {
    case LUA_TSTRING:
        text.data = lua_tolstring(L, index, &text.size);
        mb_json_text(&e->json, text);
        break;
    case LUA_TNUMBER:
        write_number(e, index);
        break;
    case LUA_TBOOLEAN:
        mb_json_word(&e->json, lua_toboolean(L, index) ? "true" : "false");
        break;
    case LUA_TTABLE:
        write_table(e, index);
        break;
    default:
        list = mb_to_list(L, index);
        if (!list)
            mb_script_fail(L, "JSON has no word for %s", mb_value_name(L, index));
        write_list_of_model(e, index, list);
    }
    mb_check_buffer(L, e->json.out);
}

/* to_json(value) */
static int encode(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    mb_buffer_clear(&rendering->scratch);
    mb_buffer_clear(&rendering->pieces);
    encoder e = {.L = L, .json = mb_json_into(&rendering->scratch), .keys = &rendering->pieces};
    luaL_checkany(L, 1);
    write_value(&e, 1);
    mb_push_markup(L, MB_JSON, mb_buffer_slice(&rendering->scratch));
    return 1;
}

void mb_open_encode(lua_State *L)
{
    lua_register(L, "to_json", encode);
}
