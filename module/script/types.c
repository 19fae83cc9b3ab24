/* types.c: see types.h. A row for each type that isn't one of the model's. */
#include "script/types.h"

#include <lauxlib.h>

#include "core/nearest.h"

static bool is_any(lua_State *L, int index)
{
    return !lua_isnil(L, index);
}
static bool is_string(lua_State *L, int index)
{
    return lua_type(L, index) == LUA_TSTRING;
}
static bool is_number(lua_State *L, int index)
{
    return lua_type(L, index) == LUA_TNUMBER;
}
static bool is_integer(lua_State *L, int index)
{
    return is_number(L, index) && lua_isinteger(L, index);
}
static bool is_boolean(lua_State *L, int index)
{
    return lua_isboolean(L, index);
}
static bool is_function(lua_State *L, int index)
{
    return lua_isfunction(L, index);
}
static bool is_table(lua_State *L, int index)
{
    return lua_istable(L, index);
}
static bool is_list(lua_State *L, int index)
{
    return lua_istable(L, index) || mb_to_list(L, index);
}
static bool is_markdown(lua_State *L, int index)
{
    const mb_markup *markup = mb_to_markup(L, index);
    return markup && markup->language == MB_MARKDOWN;
}
static bool is_html(lua_State *L, int index)
{
    const mb_markup *markup = mb_to_markup(L, index);
    return markup && markup->language == MB_HTML;
}
static bool is_text(lua_State *L, int index)
{
    const mb_object *object = mb_to_object(L, index);
    const mb_lua_list *list = mb_to_list(L, index);
    return is_string(L, index) || is_number(L, index) || mb_to_markup(L, index) ||
           (object && object->type == mb_type_of(block)) || (list && list->type == mb_type_of(block));
}
static bool is_slot(lua_State *L, int index)
{
    return is_text(L, index) || is_function(L, index);
}

static const struct {
    const char *name;
    bool (*takes)(lua_State *L, int index);
    bool takes_tables;
} own_types[] = {
    {"any", is_any, true},          {"string", is_string, false},
    {"number", is_number, false},   {"integer", is_integer, false},
    {"boolean", is_boolean, false}, {"function", is_function, false},
    {"table", is_table, true},      {"list", is_list, true},
    {"text", is_text, false},       {"Markdown", is_markdown, false},
    {"HTML", is_html, false},       {"slot", is_slot, false},
};
enum { OWN_TYPES = sizeof own_types / sizeof *own_types };

static const char *type_name(const void *context, size_t i)
{
    (void)context;
    return i < OWN_TYPES ? own_types[i].name : mb_types[i - OWN_TYPES]->title;
}

static noreturn void fail_no_type(lua_State *L, mb_slice name)
{
    const char *near = mb_nearest(name, OWN_TYPES + mb_type_count, type_name, NULL);
    if (near)
        mb_script_fail(L, "there is no type '%.*s' (did you mean '%s'?)", MB_ARG(name), near);
    mb_script_fail(L, "there is no type '%.*s'; a table of your own is a `table`", MB_ARG(name));
}

static bool takes_one(lua_State *L, int index, mb_slice name)
{
    for (size_t i = 0; i < OWN_TYPES; i++)
        if (mb_slice_equal(name, mb_slice_of(own_types[i].name)))
            return own_types[i].takes(L, index);
    for (uint32_t i = 0; i < mb_type_count; i++) {
        const mb_object *object = mb_to_object(L, index);
        if (mb_slice_equal(name, mb_slice_of(mb_types[i]->title)))
            return object && object->type == mb_types[i];
    }
    fail_no_type(L, name);
}

/* A Lua table is a list of the type where each item is; other keys are a mistake. */
static bool takes_items(lua_State *L, int index, mb_slice item)
{
    lua_Integer count = 0, keys = 0;
    bool fits = true;
    luaL_checkstack(L, 4, "types");
    for (lua_pushnil(L); fits && lua_next(L, index); lua_pop(L, 1), keys++)
        fits = lua_isinteger(L, -2) && takes_one(L, lua_gettop(L), item);
    if (!fits)
        lua_pop(L, 1);
    else
        count = (lua_Integer)lua_rawlen(L, index);
    return fits && keys == count;
}

static bool takes_list(lua_State *L, int index, mb_slice item)
{
    const mb_lua_list *list = mb_to_list(L, index);
    if (lua_istable(L, index))
        return takes_items(L, index, item);
    if (!list)
        return false;
    if (list->kind == MB_KIND_strings)
        return mb_slice_equal(item, MB_TEXT("string")) || mb_slice_equal(item, MB_TEXT("any"));
    if (list->kind == MB_KIND_pages)
        return mb_slice_equal(item, MB_TEXT("integer")) || mb_slice_equal(item, MB_TEXT("any"));
    return list->type && (mb_slice_equal(item, mb_slice_of(list->type->title)) || mb_slice_equal(item, MB_TEXT("any")));
}

/* Takes the first of the types that `|` keeps apart off `types`. */
static mb_slice next_type(mb_slice *types)
{
    size_t bar = mb_slice_find(*types, MB_TEXT("|"), 0);
    mb_slice first = mb_slice_trim(mb_slice_first(*types, bar));
    *types = bar == SIZE_MAX ? MB_NOTHING : mb_slice_from(*types, bar + 1);
    return first;
}

static mb_slice without_question_mark(mb_slice type)
{
    return mb_type_is_optional(type) ? mb_slice_first(type, type.size - 1) : type;
}

bool mb_type_is_optional(mb_slice type)
{
    return mb_slice_ends(type, MB_TEXT("?"));
}

bool mb_type_takes(lua_State *L, int index, mb_slice type)
{
    bool is_nothing = lua_isnil(L, index) || (lua_isboolean(L, index) && !lua_toboolean(L, index));
    if (mb_type_is_optional(type) && is_nothing)
        return true;
    for (mb_slice rest = without_question_mark(type); rest.data;) {
        mb_slice name = next_type(&rest);
        bool takes = mb_slice_ends(name, MB_TEXT("[]")) ? takes_list(L, index, mb_slice_first(name, name.size - 2))
                                                        : takes_one(L, index, name);
        if (takes)
            return true;
    }
    return false;
}

bool mb_type_takes_tables(mb_slice type)
{
    for (mb_slice rest = without_question_mark(type); rest.data;) {
        mb_slice name = next_type(&rest);
        if (mb_slice_ends(name, MB_TEXT("[]")))
            return true;
        for (size_t i = 0; i < OWN_TYPES; i++)
            if (own_types[i].takes_tables && mb_slice_equal(name, mb_slice_of(own_types[i].name)))
                return true;
    }
    return false;
}
