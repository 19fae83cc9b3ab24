/* bases.c: layouts that stand on other layouts, and the slots that these leave open.
 *
 *     layouts/sheet.md             # ${page.title}
 *                                  ${slot "content"}
 *                                  % emit(slot("foot", function()
 *                                  No papers yet.
 *                                  % end))
 *     layouts/meeting.md           % extends "sheet"
 *                                  % block("foot", function()
 *                                  [All meetings](${link "/"})
 *                                  % end)
 *                                  What stands outside of blocks goes into the slot "content".
 *
 * The layout runs first, its base after it. A block runs when its slot is reached; its argument is a function that
 * gives what would stand there without it. A block for which no base has a slot is a mistake. */
#include <lauxlib.h>

#include "core/nearest.h"
#include "script/values.h"

/* Layouts stand on one another at most this deep. */
#define DEEPEST 16

#define CONTENT "content"

/* Keys of the registry.
 *
 *     levels: { name ─► { function or Markdown, file, line } }, one for each layout that ran, the page's own first
 *     asked:  name ─► true, for each slot that was reached
 *     base:   { name, file, line } of the base that the running layout asked for                              */
static const char levels, asked, base;

enum { FILLING = 1, FILE_NAME, LINE };

static void push_kept_table(lua_State *L, const char *key)
{
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, key) == LUA_TTABLE)
        return;
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

/* Pushes the blocks of the layout that runs: the last level. */
static void push_level(lua_State *L)
{
    push_kept_table(L, &levels);
    lua_rawgeti(L, -1, (lua_Integer)lua_rawlen(L, -1));
    lua_remove(L, -2);
}

/* Makes { value, file, line } of the value on top, with the line of the Lua that called. */
static void add_place(lua_State *L)
{
    lua_Debug caller = {.currentline = 0, .source = "@"};
    if (lua_getstack(L, 1, &caller))
        lua_getinfo(L, "Sl", &caller);
    lua_createtable(L, 3, 0);
    lua_insert(L, -2);
    lua_rawseti(L, -2, FILLING);
    lua_pushlightuserdata(L, (void *)(uintptr_t)(caller.source + 1));
    lua_rawseti(L, -2, FILE_NAME);
    lua_pushinteger(L, caller.currentline);
    lua_rawseti(L, -2, LINE);
}

/* The place that add_place noted in the table on top. */
static mb_where place_of(lua_State *L)
{
    mb_where where = {0};
    lua_rawgeti(L, -1, FILE_NAME);
    where.file = lua_touserdata(L, -1);
    lua_rawgeti(L, -2, LINE);
    where.line = (uint32_t)lua_tointeger(L, -1);
    lua_pop(L, 2);
    return where;
}

static const char *layout_name(const void *scripts, size_t i)
{
    const mb_program *program = ((const mb_scripts *)scripts)->programs.items[i];
    return program->kind == MB_LAYOUT ? program->name : "";
}

/* extends "sheet": the layout stands on another one. */
static int extend(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    const mb_scripts *scripts = rendering->setup->scripts;
    const char *name = luaL_checkstring(L, 1);
    if (rendering->out != rendering->page_out || rendering->language != MB_MARKDOWN)
        mb_script_fail(L, "`extends` stands at the top of a layout");
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &base) != LUA_TNIL)
        mb_script_fail(L, "a layout stands on one other, and this one says `extends` twice");
    if (!mb_program_find(scripts, MB_LAYOUT, mb_slice_of(name))) {
        const char *near = mb_nearest(mb_slice_of(name), scripts->programs.count, layout_name, scripts);
        if (near)
            mb_script_fail(L, "there is no layout '%s' to stand on (did you mean '%s'?)", name, near);
        mb_script_fail(L, "there is no layout '%s' to stand on: no layouts/%s.md or .lua", name, name);
    }
    lua_settop(L, 1);
    add_place(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &base);
    return 0;
}

/* block("foot", function(default) … end): what the layout puts into a slot of its base. */
static int fill_block(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    bool is_filling = lua_isfunction(L, 2) || lua_type(L, 2) == LUA_TSTRING || mb_to_markup(L, 2);
    luaL_argexpected(L, is_filling, 2, "a function, a string or Markdown");
    lua_settop(L, 2);
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &base) == LUA_TNIL)
        mb_script_fail(L, "this layout stands on no other one: the block '%s' needs `extends` above it", name);
    push_level(L);
    if (lua_getfield(L, -1, name) != LUA_TNIL)
        mb_script_fail(L, "the block '%s' is there twice", name);
    lua_pushvalue(L, 2);
    add_place(L);
    lua_setfield(L, 4, name);
    return 0;
}

static int push_filling(lua_State *L);

/* Pushes what a block puts there: the text on top, or what the function on top writes, which is given what would stand
 * there without it. */
static void push_block(lua_State *L, const char *name, lua_Integer level)
{
    if (!lua_isfunction(L, -1))
        return;
    int function = lua_gettop(L);
    lua_pushstring(L, name);
    lua_pushinteger(L, level + 1);
    lua_pushvalue(L, lua_upvalueindex(3));
    lua_pushcclosure(L, push_filling, 3);
    mb_push_captured(L, function, 1);
}

static void push_default(lua_State *L)
{
    if (lua_isnoneornil(L, lua_upvalueindex(3)))
        lua_pushboolean(L, false);
    else if (lua_isfunction(L, lua_upvalueindex(3)))
        mb_push_captured(L, lua_upvalueindex(3), 0);
    else
        lua_pushvalue(L, lua_upvalueindex(3));
}

/* What stands in a slot from a level on. Upvalues: the slot's name, the level, what the base has there. */
static int push_filling(lua_State *L)
{
    const char *name = lua_tostring(L, lua_upvalueindex(1));
    lua_settop(L, 0);
    push_kept_table(L, &levels);
    lua_Integer count = (lua_Integer)lua_rawlen(L, 1);
    for (lua_Integer level = lua_tointeger(L, lua_upvalueindex(2)); level <= count; level++) {
        lua_rawgeti(L, 1, level);
        if (lua_getfield(L, -1, name) == LUA_TTABLE) {
            lua_rawgeti(L, -1, FILLING);
            push_block(L, name, level);
            return 1;
        }
        lua_settop(L, 1);
    }
    push_default(L);
    return 1;
}

/* slot("foot", function() … end): what the layout above puts there, else what the function writes, else false. */
static int open_slot(lua_State *L)
{
    luaL_checkstring(L, 1);
    lua_settop(L, 2);
    push_kept_table(L, &asked);
    lua_pushvalue(L, 1);
    lua_pushboolean(L, true);
    lua_rawset(L, 3);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 1);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, push_filling, 3);
    lua_call(L, 0, 1);
    return 1;
}

/* The layout's text outside of its blocks fills the slot "content" of its base. stack: …, its place */
static void take_content(lua_State *L, size_t start)
{
    mb_rendering *rendering = mb_rendering_of(L);
    mb_slice text = mb_slice_from(mb_buffer_slice(rendering->out), start);
    if (mb_slice_trim(text).size > 0) {
        mb_where where = place_of(L);
        push_level(L);
        if (lua_getfield(L, -1, CONTENT) != LUA_TNIL)
            mb_script_fail_at(L, where, "this layout has a block 'content', and text outside of its blocks, too");
        lua_pop(L, 1);
        lua_createtable(L, 3, 0);
        mb_push_markup(L, rendering->language, text);
        lua_rawseti(L, -2, FILLING);
        for (int part = FILE_NAME; part <= LINE; part++) {
            lua_rawgeti(L, -3, part);
            lua_rawseti(L, -2, part);
        }
        lua_setfield(L, -2, CONTENT);
        lua_pop(L, 1);
    }
    mb_buffer_cut(rendering->out, start);
}

static const char *name_in_list(const void *context, size_t i)
{
    lua_State *L = (lua_State *)(uintptr_t)context;
    lua_rawgeti(L, -1, (lua_Integer)i + 1);
    const char *name = lua_tostring(L, -1); /* the table keeps it alive */
    lua_pop(L, 1);
    return name;
}

/* stack: …, the filling of a slot that nobody has */
static noreturn void fail_no_slot(lua_State *L, const char *name)
{
    mb_where where = place_of(L);
    lua_newtable(L);
    push_kept_table(L, &asked);
    lua_Integer count = 0;
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        lua_pushvalue(L, -2);
        lua_rawseti(L, -5, ++count);
    }
    lua_pop(L, 1);
    const char *near = mb_nearest(mb_slice_of(name), (size_t)count, name_in_list, L);
    if (near)
        mb_script_fail_at(L, where, "the layout below has no slot '%s' (did you mean '%s'?)", name, near);
    if (strcmp(name, CONTENT) == 0)
        mb_script_fail_at(L, where,
                          "the layout below has no slot 'content', where the text outside of blocks would go");
    mb_script_fail_at(L, where, "the layout below has no slot '%s'", name);
}

/* Every block has found its slot. */
static void check_blocks(lua_State *L)
{
    push_kept_table(L, &levels);
    push_kept_table(L, &asked);
    int names = lua_gettop(L);
    for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen(L, names - 1); i++) {
        lua_rawgeti(L, names - 1, i);
        for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
            lua_pushvalue(L, -2);
            if (lua_rawget(L, names) == LUA_TNIL) {
                lua_pop(L, 1);
                fail_no_slot(L, lua_tostring(L, -2));
            }
            lua_pop(L, 1);
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 2);
}

/* Runs a layout, whose blocks are a level of their own; whether it stands on another one, whose place is pushed then. */
static bool run_level(lua_State *L, const mb_program *program)
{
    push_kept_table(L, &levels);
    lua_newtable(L);
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    lua_pop(L, 1);
    mb_run_program(L, program);
    bool stands = lua_rawgetp(L, LUA_REGISTRYINDEX, &base) == LUA_TTABLE;
    lua_pushnil(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &base);
    if (!stands)
        lua_pop(L, 1);
    return stands;
}

void mb_run_layout(lua_State *L, const mb_program *program)
{
    mb_rendering *rendering = mb_rendering_of(L);
    size_t start = rendering->out->size;
    int depth = 0;
    while (run_level(L, program)) {
        if (++depth == DEEPEST)
            mb_script_fail_at(L, place_of(L), "more than %d layouts stand on one another", DEEPEST);
        take_content(L, start);
        lua_rawgeti(L, -1, FILLING);
        program = mb_program_find(rendering->setup->scripts, MB_LAYOUT, mb_slice_of(lua_tostring(L, -1)));
        rendering->program = program->path;
        lua_pop(L, 2);
    }
    if (depth > 0)
        check_blocks(L);
}

void mb_open_bases(lua_State *L)
{
    lua_register(L, "extends", extend);
    lua_register(L, "block", fill_block);
    lua_register(L, "slot", open_slot);
}
