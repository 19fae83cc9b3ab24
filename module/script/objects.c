/* objects.c: the model's records as read-only Lua objects, made from the table of descriptors.
 *
 * Nothing is copied until a field is read. Two tables in the registry, with weak values, remember the userdata of each
 * record and of each list by address, so that the same record is the same Lua value. */
#include <lauxlib.h>

#include "core/nearest.h"
#include "model/places.h"
#include "script/values.h"

/* What every placed object has beside its fields. */
static const char *const place_fields[] = {"line", "page", "sheet", "pack"};
enum { PLACE_FIELD_COUNT = sizeof place_fields / sizeof *place_fields };

static const void *userdata_of(lua_State *L, int index, mb_value_kind kind)
{
    if (lua_type(L, index) != LUA_TUSERDATA)
        return NULL;
    const mb_value_kind *value = lua_touserdata(L, index);
    return *value == kind ? value : NULL;
}

const mb_object *mb_to_object(lua_State *L, int index)
{
    return userdata_of(L, index, MB_VALUE_OBJECT);
}

const mb_lua_list *mb_to_list(lua_State *L, int index)
{
    return userdata_of(L, index, MB_VALUE_LIST);
}

void mb_push_slice(lua_State *L, mb_slice text)
{
    if (text.data)
        lua_pushlstring(L, text.data, text.size);
    else
        lua_pushnil(L);
}

void mb_push_weak_table(lua_State *L, int room)
{
    lua_createtable(L, 0, room);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
}

/* It has room for what most pages read, for to grow step by step took as long as all else that is done for its objects. */
static void make_cache(lua_State *L, mb_kept which, int room)
{
    mb_push_weak_table(L, room);
    mb_keep(L, which);
}

/* Fields of an object. */

static void push_place_field(lua_State *L, const mb_place *place, size_t which)
{
    const uint32_t numbers[] = {place->line, place->page, place->sheet};
    const mb_pack *pack = which == 3 ? mb_pack_at(mb_rendering_of(L)->setup->site, place) : NULL;
    if (which < 3 && numbers[which] > 0)
        lua_pushinteger(L, numbers[which]);
    else if (pack)
        mb_push_object(L, mb_type_of(pack), pack);
    else
        lua_pushnil(L);
}

static void push_count(lua_State *L, mb_count count)
{
    if (count.known)
        lua_pushinteger(L, count.value);
    else
        lua_pushnil(L);
}

static void push_list(lua_State *L, const void *address, mb_lua_list list)
{
    mb_push_kept(L, MB_KEPT_LISTS);
    if (lua_rawgetp(L, -1, address) != LUA_TUSERDATA) {
        lua_pop(L, 1);
        mb_lua_list *made = lua_newuserdatauv(L, sizeof *made, 0);
        *made = list;
        made->value = MB_VALUE_LIST;
        mb_push_kept(L, MB_KEPT_LIST);
        lua_setmetatable(L, -2);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, -3, address);
    }
    lua_remove(L, -2);
}

static void push_pages(lua_State *L, const mb_pages *pages)
{
    if (pages->first)
        push_list(L, pages, (mb_lua_list){.kind = MB_KIND_pages, .items = pages, .count = 2});
    else
        lua_pushnil(L);
}

static void push_span(lua_State *L, const mb_contribution_span *span)
{
    mb_lua_list list = {.kind = MB_KIND_list, .type = mb_type_of(block)};
    if (span->of && span->first <= span->last && span->last < span->of->count) {
        list.items = span->of->items + span->first;
        list.count = span->last - span->first + 1;
    }
    push_list(L, span, list);
}

static void push_record_or_nil(lua_State *L, const mb_type_info *type, const void *record)
{
    if (record)
        mb_push_object(L, type, record);
    else
        lua_pushnil(L);
}

void mb_push_field(lua_State *L, const mb_object *object, const mb_field_info *field)
{
    if (!mb_field_exists(field, object->record)) {
        lua_pushnil(L);
        return;
    }
    const void *at = (const char *)object->record + field->offset;
    switch (field->kind) {
    case MB_KIND_string:
    case MB_KIND_date:
    case MB_KIND_time:
    case MB_KIND_moment:
        mb_push_slice(L, *(const mb_slice *)at);
        break;
    case MB_KIND_count:
        push_count(L, *(const mb_count *)at);
        break;
    case MB_KIND_flag:
        lua_pushboolean(L, *(const bool *)at);
        break;
    case MB_KIND_maybe:
        if (*(const mb_maybe *)at == MB_UNKNOWN)
            lua_pushnil(L);
        else
            lua_pushboolean(L, *(const mb_maybe *)at == MB_YES);
        break;
    case MB_KIND_pages:
        push_pages(L, at);
        break;
    case MB_KIND_strings: {
        const mb_strings *strings = at;
        push_list(L, at, (mb_lua_list){.kind = MB_KIND_strings, .items = strings->items, .count = strings->count});
        break;
    }
    case MB_KIND_rows: {
        const mb_list *rows = at;
        push_list(L, at, (mb_lua_list){.kind = MB_KIND_rows, .items = rows->items, .count = rows->count});
        break;
    }
    case MB_KIND_contribution_span:
        push_span(L, at);
        break;
    case MB_KIND_option:
        lua_pushstring(L, mb_choice_word(field->choices, *(const uint32_t *)at));
        break;
    case MB_KIND_record:
    case MB_KIND_reference:
        push_record_or_nil(L, field->type, *(void *const *)at);
        break;
    case MB_KIND_list:
    case MB_KIND_references: {
        const mb_list *list = at;
        push_list(L, at,
                  (mb_lua_list){.kind = field->kind, .type = field->type, .items = list->items, .count = list->count});
        break;
    }
    }
}

static const char *field_name(const void *context, size_t i)
{
    mb_fields fields = *(const mb_fields *)context;
    return i < fields.count ? fields.items[i].name : place_fields[i - fields.count];
}

static noreturn void fail_unknown_field(lua_State *L, const mb_object *object, mb_slice name)
{
    mb_fields fields = object->type->fields();
    size_t count = fields.count + (object->type->placed ? PLACE_FIELD_COUNT : 0);
    const char *near = mb_nearest(name, count, field_name, &fields);
    if (near)
        mb_script_fail(L, "%s has no field '%.*s' (did you mean '%s'?)", object->type->title, MB_ARG(name), near);
    mb_script_fail(L, "%s has no field '%.*s'", object->type->title, MB_ARG(name));
}

/* stack: object, key; upvalue: the type's fields by name */
static int object_index(lua_State *L)
{
    const mb_object *object = lua_touserdata(L, 1);
    mb_count_steps(L, 1);
    if (object->type->placed)
        mb_rendering_of(L)->touched = object->record;
    mb_trace_object(mb_rendering_of(L)->trace, object->type, object->record);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TLIGHTUSERDATA) {
        mb_push_field(L, object, lua_touserdata(L, -1));
        return 1;
    }
    if (lua_type(L, 2) != LUA_TSTRING)
        mb_script_fail(L, "the fields of %s have names, and %s is none", object->type->title, mb_value_name(L, 2));
    mb_slice name;
    name.data = lua_tolstring(L, 2, &name.size);
    for (size_t i = 0; object->type->placed && i < PLACE_FIELD_COUNT; i++) {
        if (strcmp(name.data, place_fields[i]) != 0)
            continue;
        push_place_field(L, object->record, i);
        return 1;
    }
    fail_unknown_field(L, object, name);
}

static int object_newindex(lua_State *L)
{
    const mb_object *object = lua_touserdata(L, 1);
    mb_script_fail(L, "%s can't be changed: what the papers say is read-only", object->type->title);
}

/* The next field that has a value, in the order of the schema; upvalue: how many fields were looked at. */
static int next_field(lua_State *L)
{
    const mb_object *object = mb_to_object(L, 1);
    luaL_argexpected(L, object, 1, "an object");
    mb_fields fields = object->type->fields();
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(1));
    while (i < fields.count) {
        const mb_field_info *field = &fields.items[i++];
        lua_pushstring(L, field->name);
        mb_push_field(L, object, field);
        if (!lua_isnil(L, -1)) {
            lua_pushinteger(L, i);
            lua_replace(L, lua_upvalueindex(1));
            return 2;
        }
        lua_pop(L, 2);
    }
    lua_pushnil(L);
    return 1;
}

static int object_pairs(lua_State *L)
{
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_field, 1);
    lua_pushvalue(L, 1);
    return 2;
}

static int object_length(lua_State *L)
{
    const mb_object *object = lua_touserdata(L, 1);
    mb_script_fail(L, "%s has fields, not a length", object->type->title);
}

/* "AgendaItem (packs/2025-11-04.txt:67)" */
static int object_tostring(lua_State *L)
{
    const mb_object *object = lua_touserdata(L, 1);
    const mb_place *place = object->type->placed ? object->record : NULL;
    const mb_pack *pack = place ? mb_pack_at(mb_rendering_of(L)->setup->site, place) : NULL;
    if (!pack || !pack->source) {
        lua_pushstring(L, object->type->title);
        return 1;
    }
    lua_pushfstring(L, "%s (", object->type->title);
    mb_push_slice(L, pack->source->file);
    lua_pushfstring(L, ":%d)", (int)place->line);
    lua_concat(L, 3);
    return 1;
}

static void push_fields(lua_State *L, mb_fields fields)
{
    lua_createtable(L, 0, (int)fields.count);
    for (uint32_t i = 0; i < fields.count; i++) {
        lua_pushlightuserdata(L, (void *)(uintptr_t)&fields.items[i]);
        lua_setfield(L, -2, fields.items[i].name);
    }
}

static void make_object_metatable(lua_State *L, const mb_type_info *type)
{
    static const luaL_Reg methods[] = {
        {"__newindex", object_newindex},
        {"__pairs", object_pairs},
        {"__len", object_length},
        {"__tostring", object_tostring},
        {NULL, NULL},
    };
    luaL_newlib(L, methods);
    push_fields(L, type->fields());
    lua_pushcclosure(L, object_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pushstring(L, type->title);
    lua_setfield(L, -2, "__name");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    mb_rendering_of(L)->metatables[type->position] = luaL_ref(L, LUA_REGISTRYINDEX);
}

void mb_push_object(lua_State *L, const mb_type_info *type, const void *record)
{
    luaL_checkstack(L, 6, "objects");
    mb_push_kept(L, MB_KEPT_OBJECTS);
    if (lua_rawgetp(L, -1, record) != LUA_TUSERDATA) {
        lua_pop(L, 1);
        mb_object *object = lua_newuserdatauv(L, sizeof *object, 0);
        *object = (mb_object){MB_VALUE_OBJECT, type, record};
        lua_rawgeti(L, LUA_REGISTRYINDEX, mb_rendering_of(L)->metatables[type->position]);
        lua_setmetatable(L, -2);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, -3, record);
    }
    lua_remove(L, -2);
}

/* Lists. */

static void push_item(lua_State *L, const mb_lua_list *list, lua_Integer i)
{
    if (i < 1 || i > (lua_Integer)list->count) {
        lua_pushnil(L);
        return;
    }
    switch (list->kind) {
    case MB_KIND_strings:
        mb_push_slice(L, ((const mb_slice *)list->items)[i - 1]);
        break;
    case MB_KIND_rows: {
        const mb_strings *row = ((void *const *)list->items)[i - 1];
        push_list(L, row, (mb_lua_list){.kind = MB_KIND_strings, .items = row->items, .count = row->count});
        break;
    }
    case MB_KIND_pages:
        lua_pushinteger(L, ((const uint32_t *)list->items)[i - 1]);
        break;
    default:
        mb_push_object(L, list->type, ((void *const *)list->items)[i - 1]);
    }
}

static const char *text_of(lua_State *L, int index)
{
    mb_push_text(L, index);
    return lua_tostring(L, -1);
}

static int list_index(lua_State *L)
{
    const mb_lua_list *list = lua_touserdata(L, 1);
    int is_number;
    lua_Integer i = lua_tointegerx(L, 2, &is_number);
    if (!is_number || lua_type(L, 2) != LUA_TNUMBER)
        mb_script_fail(L, "a list has items 1 to %d and no '%s'", (int)list->count, text_of(L, 2));
    push_item(L, list, i);
    return 1;
}

static int list_newindex(lua_State *L)
{
    mb_script_fail(L, "a list of the model can't be changed: what the papers say is read-only");
}

static int list_length(lua_State *L)
{
    const mb_lua_list *list = lua_touserdata(L, 1);
    lua_pushinteger(L, list->count);
    return 1;
}

int mb_next_item(lua_State *L)
{
    const mb_lua_list *list = mb_to_list(L, 1);
    luaL_argexpected(L, list, 1, "a list");
    int is_number;
    lua_Integer i = lua_tointegerx(L, 2, &is_number) + 1;
    if (!is_number)
        i = luaL_optinteger(L, 2, 0) + 1;
    if (i > (lua_Integer)list->count) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushinteger(L, i);
    push_item(L, list, i);
    return 2;
}

static int list_pairs(lua_State *L)
{
    lua_pushcfunction(L, mb_next_item);
    lua_pushvalue(L, 1);
    return 2;
}

static int list_tostring(lua_State *L)
{
    const mb_lua_list *list = lua_touserdata(L, 1);
    const char *of = list->type ? list->type->title : list->kind == MB_KIND_strings ? "string" : NULL;
    if (of)
        lua_pushfstring(L, "list of %d %s", (int)list->count, of);
    else
        lua_pushfstring(L, "list of %d", (int)list->count);
    return 1;
}

void mb_open_objects(lua_State *L)
{
    static const luaL_Reg methods[] = {
        {"__index", list_index}, {"__newindex", list_newindex}, {"__pairs", list_pairs},
        {"__len", list_length},  {"__tostring", list_tostring}, {NULL, NULL},
    };
    make_cache(L, MB_KEPT_OBJECTS, 512);
    make_cache(L, MB_KEPT_LISTS, 128);
    for (uint32_t i = 0; i < mb_type_count; i++)
        make_object_metatable(L, mb_types[i]);
    luaL_newlib(L, methods);
    lua_pushliteral(L, "list");
    lua_setfield(L, -2, "__name");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    mb_keep(L, MB_KEPT_LIST);
}
