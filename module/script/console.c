/* console.c: Lua that a person types: it finds what a layout finds, and help. */
#include <lauxlib.h>

#include "model/lua_types.h"
#include "script/values.h"

typedef struct console_task {
    mb_slice before, code;
    const char *name;
} console_task;

static void write_type(mb_buffer *out, const mb_type_info *type)
{
    mb_buffer_printf(out, "%s: %s\n", type->title, type->meaning);
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++) {
        mb_buffer kind = mb_buffer_make(256);
        mb_lua_type_of(&kind, &fields.items[i]);
        mb_buffer_printf(out, "  %-18s %-18s %s\n", fields.items[i].name, kind.data ? kind.data : "",
                         fields.items[i].meaning);
        mb_buffer_free(&kind);
    }
    if (type->placed)
        mb_buffer_text(out, "  line, page, sheet, pack: where it stands\n");
}

static const mb_type_info *find_type(const char *title)
{
    for (uint32_t i = 0; title && i < mb_type_count; i++)
        if (strcmp(mb_types[i]->title, title) == 0)
            return mb_types[i];
    return NULL;
}

/* help(x): what the type of an object, of a list's items, or of that name has. */
static int help(lua_State *L)
{
    const mb_object *object = mb_to_object(L, 1);
    const mb_lua_list *list = mb_to_list(L, 1);
    const mb_type_info *type = object ? object->type
                               : list ? list->type
                                      : find_type(lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : NULL);
    mb_buffer *out = &mb_rendering_of(L)->scratch;
    mb_buffer_clear(out);
    if (list)
        mb_buffer_printf(out, "a list of %u\n", list->count);
    if (type)
        write_type(out, type);
    else if (lua_isnone(L, 1))
        mb_buffer_text(out, "`site` is all packs together; help(site) tells what it has, help \"SiteMeeting\" what a "
                            "type has\n");
    else if (!list)
        mb_buffer_printf(out, "%s\n", mb_value_name(L, 1));
    mb_push_markup(L, MB_MARKDOWN, mb_buffer_slice(out));
    return 1;
}

/* Loads `return CODE` where that is Lua, else CODE. */
static void load_code(lua_State *L, const console_task *task)
{
    const char *name = lua_pushfstring(L, "@%s", task->name);
    const char *returning = lua_pushfstring(L, "return %s", lua_pushlstring(L, task->code.data, task->code.size));
    if (luaL_loadbufferx(L, returning, strlen(returning), name, "t") == LUA_OK)
        return;
    lua_pop(L, 1);
    if (luaL_loadbufferx(L, task->code.data, task->code.size, name, "t") != LUA_OK)
        lua_error(L);
}

static void show(lua_State *L, int index, mb_buffer *out)
{
    lua_getglobal(L, "tostring");
    lua_pushvalue(L, index);
    lua_call(L, 1, 1);
    mb_slice text;
    text.data = luaL_checklstring(L, -1, &text.size);
    mb_buffer_add(out, text);
    lua_pop(L, 1);
}

/* print(…): as `emit`, but as the values are. */
static int print(lua_State *L)
{
    mb_buffer *out = mb_rendering_of(L)->out;
    for (int i = 1, count = lua_gettop(L); i <= count; i++) {
        if (i > 1)
            mb_buffer_char(out, '\t');
        show(L, i, out);
    }
    mb_buffer_char(out, '\n');
    mb_check_buffer(L, out);
    return 0;
}

/* stack: task */
static int run_task(lua_State *L)
{
    const console_task *task = lua_touserdata(L, 1);
    mb_watch_page(L);
    lua_register(L, "help", help);
    lua_register(L, "print", print);
    if (task->before.size > 0) {
        if (luaL_loadbufferx(L, task->before.data, task->before.size, "@before", "t") != LUA_OK)
            lua_error(L);
        lua_call(L, 0, 0);
    }
    load_code(L, task);
    int base = lua_gettop(L);
    lua_call(L, 0, LUA_MULTRET);
    int count = lua_gettop(L) - base + 1;
    if (count == 0)
        return 0;
    lua_pushcfunction(L, print);
    lua_insert(L, base);
    lua_call(L, count, 0);
    return 0;
}

int mb_run_console(const mb_render_setup *setup, mb_slice before, mb_slice code, const char *name, mb_buffer *out,
                   mb_error *error)
{
    static const mb_page page = {.route = "/", .layout = "", .title = "", .date = ""};
    console_task task = {before, code, name};
    mb_rendering *rendering;
    int failed = mb_rendering_new(setup, &page, &rendering, error);
    if (failed)
        return failed;
    rendering->program = name;
    rendering->out = rendering->page_out = out;
    rendering->language = MB_MARKDOWN;
    failed = mb_rendering_call(rendering, run_task, &task, error);
    mb_rendering_free(rendering);
    return failed;
}
