/* settings.c: what the owner of a site set for its theme, as the table `settings`. */
#include <lauxlib.h>

#include "core/nearest.h"
#include "script/values.h"

static const mb_list none = {0};

void mb_scripts_set(mb_scripts *scripts, const mb_list *settings)
{
    scripts->settings = settings;
}

static const mb_list *settings_of(lua_State *L)
{
    const mb_list *settings = mb_rendering_of(L)->setup->scripts->settings;
    return settings ? settings : &none;
}

static const char *name_at(const void *settings, size_t i)
{
    return ((const mb_setting_value *)((const mb_list *)settings)->items[i])->name.data;
}

static int fail_unknown(lua_State *L)
{
    size_t size;
    const char *name = luaL_tolstring(L, 2, &size);
    const mb_list *settings = settings_of(L);
    const char *near = mb_nearest((mb_slice){name, size}, settings->count, name_at, settings);
    if (near)
        mb_script_fail(L, "the theme declares no setting '%s' (did you mean '%s'?)", name, near);
    mb_script_fail(L, "the theme declares no setting '%s': its theme.yaml says which there are", name);
}

static int fail_change(lua_State *L)
{
    mb_script_fail(L, "settings can't be changed: they are the owner's");
}

static void push_value(lua_State *L, const mb_setting_value *value)
{
    if (value->kind == MB_SET_NUMBER)
        lua_pushinteger(L, value->number);
    else if (value->kind == MB_SET_FLAG)
        lua_pushboolean(L, value->flag);
    else
        mb_push_slice(L, value->text);
}

void mb_open_settings(lua_State *L)
{
    static const luaL_Reg methods[] = {{"__index", fail_unknown}, {"__newindex", fail_change}, {NULL, NULL}};
    const mb_list *settings = settings_of(L);
    lua_createtable(L, 0, (int)settings->count);
    for (uint32_t i = 0; i < settings->count; i++) {
        const mb_setting_value *value = settings->items[i];
        mb_push_slice(L, value->name);
        push_value(L, value);
        lua_rawset(L, -3);
    }
    luaL_newlib(L, methods);
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_setglobal(L, "settings");
}
