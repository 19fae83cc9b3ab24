/* minutebook.c: the Lua module `minutebook`, for any program that runs Lua 5.4; lua/meta/minutebook.lua describes it.
 *
 * It stands on the public header. What the library gives is held by a userdata before anything that may raise an
 * error, so that nothing is lost when one is raised. */
#include <lauxlib.h>
#include <minutebook.h>
#include <string.h>

#include "failure.h"
#include "json.h"
#include "library.h"
#include "thing.h"

#define SITE "minutebook.Site"
#define HELD "minutebook.held"

int luaopen_minutebook(lua_State *L);

typedef struct site {
    mb_site *open; /* NULL once it is closed */
} site;

/* What is given back when Lua forgets it: a pack, a text. */
typedef struct held {
    mb_open_pack *pack;
    char *text;
} held;

static int give_back(lua_State *L)
{
    held *own = luaL_checkudata(L, 1, HELD);
    mb_pack_close(own->pack);
    mb_free(own->text);
    *own = (held){0};
    return 0;
}

/* Pushes a place for a pack and a text; they go when the function that called it ends, by an error too. */
static held *push_held(lua_State *L)
{
    held *own = lua_newuserdatauv(L, sizeof *own, 0);
    *own = (held){0};
    luaL_setmetatable(L, HELD);
    lua_toclose(L, -1);
    return own;
}

/* A path or a route. The library's texts end at a NUL, so one within would name something else. */
static const char *check_name(lua_State *L, int index)
{
    size_t size;
    const char *name = luaL_checklstring(L, index, &size);
    if (strlen(name) != size)
        luaL_argerror(L, index, "a NUL stands in it");
    return name;
}

/* The text of an option, or NULL; it stays on the stack, so that it stays alive. */
static const char *option(lua_State *L, int options, const char *name)
{
    if (lua_isnoneornil(L, options))
        return NULL;
    luaL_checktype(L, options, LUA_TTABLE);
    int type = lua_getfield(L, options, name);
    if (type != LUA_TNIL && type != LUA_TSTRING)
        luaL_error(L, "the option '%s' is a %s, and should be a string", name, lua_typename(L, type));
    return type == LUA_TNIL ? NULL : check_name(L, -1);
}

/* pack(path [, options]) */
static int read_pack(lua_State *L)
{
    const char *path = check_name(L, 1);
    mb_pack_options options = MB_PACK_OPTIONS;
    options.dialect = option(L, 2, "dialect");
    options.dialects = option(L, 2, "dialects");
    options.cache = option(L, 2, "cache");
    options.corrections = option(L, 2, "corrections");
    held *own = push_held(L);
    mb_error error = {0};
    if (mb_pack_open(path, &options, &own->pack, &error) || mb_pack_json(own->pack, &own->text, NULL, &error))
        mb_raise(L, &error);
    mb_push_json(L, own->text);
    return 1;
}

/* open(folder [, options]) */
static int open_site(lua_State *L)
{
    const char *folder = check_name(L, 1);
    mb_site_options options = MB_SITE_OPTIONS;
    options.today = option(L, 2, "today");
    options.cache = option(L, 2, "cache");
    site *self = lua_newuserdatauv(L, sizeof *self, MB_SITE_VALUES);
    self->open = NULL;
    luaL_setmetatable(L, SITE);
    mb_remember_things(L);
    mb_error error = {0};
    if (mb_site_open(folder, &options, &self->open, &error))
        mb_raise(L, &error);
    return 1;
}

static const mb_site *check_site(lua_State *L, int index)
{
    const site *self = luaL_checkudata(L, index, SITE);
    if (!self->open)
        luaL_error(L, "the site is closed");
    return self->open;
}

void mb_check_open(lua_State *L, int index)
{
    check_site(L, index);
}

/* site:model() */
static int get_model(lua_State *L)
{
    mb_thing model;
    mb_site_thing(check_site(L, 1), &model);
    mb_push_thing(L, 1, &model);
    return 1;
}

/* site:url(object) */
static int get_url(lua_State *L)
{
    const mb_site *open = check_site(L, 1);
    const mb_thing *object = mb_check_object(L, 2, 1);
    held *own = push_held(L);
    mb_error error = {0};
    if (mb_thing_route(open, object, &own->text, &error))
        mb_raise(L, &error);
    lua_pushstring(L, own->text); /* nil where no page shows it */
    return 1;
}

/* shipped(path): the text of a file that ships; nil where there is none. */
static int read_shipped(lua_State *L)
{
    const char *path = check_name(L, 1);
    held *own = push_held(L);
    size_t size;
    mb_error error = {0};
    int code = mb_shipped_file(path, &own->text, &size, &error);
    if (code && code != MB_EIO && code != MB_EUSAGE)
        mb_raise(L, &error);
    if (code)
        lua_pushnil(L);
    else
        lua_pushlstring(L, own->text, size);
    return 1;
}

/* slug(text) */
static int make_slug(lua_State *L)
{
    size_t size;
    const char *text = luaL_checklstring(L, 1, &size);
    held *own = push_held(L);
    mb_error error = {0};
    if (mb_slug_of(text, size, &own->text, &size, &error))
        mb_raise(L, &error);
    lua_pushlstring(L, own->text, size);
    return 1;
}

/* site:library(), the same table each time */
static int get_library(lua_State *L)
{
    check_site(L, 1);
    lua_settop(L, 1);
    if (lua_getiuservalue(L, 1, MB_SITE_VALUES) != LUA_TNIL)
        return 1;
    if (luaL_loadbufferx(L, (const char *)mb_library_lua, mb_library_lua_size, "=library.lua", "t") != LUA_OK)
        return lua_error(L);
    lua_pushvalue(L, 1);
    mb_thing model;
    mb_site_thing(check_site(L, 1), &model);
    mb_push_thing(L, 1, &model);
    lua_pushcfunction(L, read_shipped);
    lua_pushcfunction(L, make_slug);
    lua_call(L, 4, 1);
    lua_pushvalue(L, -1);
    lua_setiuservalue(L, 1, MB_SITE_VALUES);
    return 1;
}

/* markdown(text) */
static int make_html(lua_State *L)
{
    size_t size;
    const char *text = luaL_checklstring(L, 1, &size);
    held *own = push_held(L);
    mb_error error = {0};
    if (mb_markdown(text, size, &own->text, &size, &error))
        mb_raise(L, &error);
    lua_pushlstring(L, own->text, size);
    return 1;
}

/* upvalues: the site, how many routes were given */
static int next_route(lua_State *L)
{
    const mb_site *open = check_site(L, lua_upvalueindex(1));
    lua_Integer given = lua_tointeger(L, lua_upvalueindex(2));
    lua_pushinteger(L, given + 1);
    lua_replace(L, lua_upvalueindex(2));
    lua_pushstring(L, mb_site_route(open, (size_t)given)); /* nil past the last */
    return 1;
}

/* site:routes() */
static int list_routes(lua_State *L)
{
    check_site(L, 1);
    lua_settop(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_route, 2);
    return 1;
}

/* site:render(route [, "html" | "markdown" | "files" | "trace" | "content"]) */
static int render_route(lua_State *L)
{
    static const char *const formats[] = {
        [MB_HTML_PAGE] = "html",   [MB_MARKDOWN_PAGE] = "markdown", [MB_PAGE_FILES] = "files",
        [MB_PAGE_TRACE] = "trace", [MB_HTML_CONTENT] = "content",   NULL};
    const mb_site *open = check_site(L, 1);
    const char *route = check_name(L, 2);
    int format = luaL_checkoption(L, 3, "html", formats);
    held *own = push_held(L);
    size_t size;
    mb_error error = {0};
    if (mb_site_render(open, route, format, &own->text, &size, &error))
        mb_raise(L, &error);
    lua_pushlstring(L, own->text, size);
    return 1;
}

/* site:close(), and what Lua does with a site that it forgets or that leaves its block. */
static int close_site(lua_State *L)
{
    site *self = luaL_checkudata(L, 1, SITE);
    mb_site_close(self->open);
    self->open = NULL;
    return 0;
}

static void make_type(lua_State *L, const char *name, lua_CFunction close, const luaL_Reg *methods)
{
    luaL_newmetatable(L, name);
    lua_pushcfunction(L, close);
    lua_setfield(L, -2, "__gc");
    lua_pushcfunction(L, close);
    lua_setfield(L, -2, "__close");
    lua_newtable(L);
    luaL_setfuncs(L, methods, 0);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

__attribute__((visibility("default"))) int luaopen_minutebook(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"markdown", make_html}, {"open", open_site}, {"pack", read_pack}, {NULL, NULL}};
    static const luaL_Reg of_site[] = {
        {"close", close_site},   {"library", get_library}, {"model", get_model}, {"render", render_route},
        {"routes", list_routes}, {"url", get_url},         {NULL, NULL}};
    static const luaL_Reg nothing[] = {{NULL, NULL}};

    if (mb_abi_version() != MB_ABI_VERSION)
        return luaL_error(L, "the module minutebook is of version %s, and libminutebook of version %s", MB_VERSION,
                          mb_version());
    make_type(L, SITE, close_site, of_site);
    make_type(L, HELD, give_back, nothing);
    mb_open_things(L);
    luaL_newlib(L, functions);
    lua_pushstring(L, mb_version());
    lua_setfield(L, -2, "version");
    return 1;
}
