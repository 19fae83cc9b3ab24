/* environment.c: the globals of a layout: the site, the page and its object, links, and help with a name that is
 * nowhere. */
#include <lauxlib.h>
#include <stdlib.h>

#include "core/nearest.h"
#include "markdown/markdown.h"
#include "script/template.h"
#include "script/values.h"

/* __text "…": literal text of a template. */
static int write_literal(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    mb_slice text;
    text.data = luaL_checklstring(L, 1, &text.size);
    mb_buffer_add(rendering->out, text);
    mb_check_buffer(L, rendering->out);
    mb_look_through(L, rendering->out, rendering->out->size - text.size);
    return 0;
}

/* __value(value, "expression"): what a template inserts. */
static int write_inserted(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    size_t before = rendering->out->size;
    mb_write_inserted(L, 1, rendering->out, luaL_checkstring(L, 2));
    mb_look_through(L, rendering->out, before);
    return 0;
}

/* __given(value, "expression"): the value that goes into a filter. */
static int refuse_nil(lua_State *L)
{
    if (lua_isnil(L, 1))
        mb_script_fail(L, "%s is nil here, and a filter takes a value (with `or false` it is left out)",
                       luaL_checkstring(L, 2));
    lua_settop(L, 1);
    return 1;
}

/* __line_end(): the end of a line of values; where they wrote nothing, the line goes. */
static int end_line(lua_State *L)
{
    mb_buffer *out = mb_rendering_of(L)->out;
    size_t text = out->size;
    while (text > 0 && (out->data[text - 1] == ' ' || out->data[text - 1] == '\t'))
        text--;
    if (text == 0 || out->data[text - 1] == '\n')
        mb_buffer_cut(out, text);
    else
        mb_buffer_char(out, '\n');
    mb_check_buffer(L, out);
    return 0;
}

/* The path of the address that the site is published at: "/" or "/ponds/". */
static void write_path_of_site(mb_slice url, mb_buffer *out)
{
    size_t host = mb_slice_find(url, MB_TEXT("://"), 0);
    size_t path = host == SIZE_MAX ? SIZE_MAX : mb_slice_find(url, MB_TEXT("/"), host + 3);
    mb_buffer_add(out, path == SIZE_MAX ? MB_TEXT("/") : mb_slice_from(url, path));
    if (out->size > 0 && out->data[out->size - 1] != '/')
        mb_buffer_char(out, '/');
}

/* "../../" for /meetings/2025-11-04-panel/: the way from a page to the site's top. A page that is a file, such as
 * /404.html, is shown at any address, so its way is the whole path. */
static void write_way_to_top(lua_State *L, mb_buffer *out)
{
    const mb_rendering *rendering = mb_rendering_of(L);
    const char *route = rendering->page->route;
    if (route[strlen(route) - 1] != '/') {
        write_path_of_site(rendering->setup->site->url, out);
        return;
    }
    size_t depth = 0;
    for (const char *c = route; *c; c++)
        depth += *c == '/';
    if (depth < 2)
        mb_buffer_text(out, "./");
    for (; depth > 1; depth--)
        mb_buffer_text(out, "../");
}

/* "https://ponds.example/" */
static void write_site_address(lua_State *L, mb_buffer *out)
{
    mb_slice url = mb_rendering_of(L)->setup->site->url;
    mb_buffer_add(out, url);
    if (!mb_slice_ends(url, MB_TEXT("/")))
        mb_buffer_char(out, '/');
}

static bool is_site_path(const char *address)
{
    return address[0] == '/' && address[1] != '/';
}

/* Writes the address of a path of the site or of an object's page, with what `write_top` writes in front; false where
 * the object has none. */
static bool write_address(lua_State *L, void (*write_top)(lua_State *L, mb_buffer *out), mb_buffer *out)
{
    const mb_render_setup *setup = mb_rendering_of(L)->setup;
    const mb_object *object = mb_to_object(L, 1);
    if (!object) {
        const char *address = luaL_checkstring(L, 1);
        if (is_site_path(address))
            write_top(L, out);
        mb_buffer_text(out, is_site_path(address) ? address + 1 : address);
        return true;
    }
    mb_buffer target = mb_buffer_make(out->ceiling);
    bool found = setup->route_of(setup, object->type, object->record, &target);
    if (found && target.size > 0) {
        write_top(L, out);
        mb_buffer_text(out, target.data + 1);
    }
    mb_buffer_free(&target);
    return found;
}

/* Pushes the address that argument 1 means, or nil where no page shows it. */
static bool push_address(lua_State *L, void (*write_top)(lua_State *L, mb_buffer *out))
{
    mb_buffer *out = &mb_rendering_of(L)->scratch;
    mb_buffer_clear(out);
    bool found = write_address(L, write_top, out);
    mb_check_buffer(L, out);
    mb_push_slice(L, found ? mb_buffer_slice(out) : MB_NOTHING);
    return found;
}

/* link(object or "/path"): its address, from this page. */
static int make_link(lua_State *L)
{
    if (!push_address(L, write_way_to_top))
        mb_script_fail(L, "%s has no page to link to", mb_value_name(L, 1));
    return 1;
}

/* url(object or "/path"): the same; nil where no page shows the object. */
static int make_url(lua_State *L)
{
    push_address(L, write_way_to_top);
    return 1;
}

/* RFC 3986 has no other characters in an address; those of a percent sign stay, so that nothing is encoded twice. */
static bool may_stand_in_address(unsigned char c)
{
    return c > ' ' && c < 0x7f && !strchr("\"<>\\^`{|}", c);
}

/* Replaces the address on top by one that takes no reader's goodwill. */
static void encode_address(lua_State *L)
{
    mb_slice plain;
    plain.data = lua_tolstring(L, -1, &plain.size);
    mb_buffer *out = &mb_rendering_of(L)->scratch;
    mb_buffer_clear(out);
    for (size_t i = 0; i < plain.size; i++) {
        unsigned char c = (unsigned char)plain.data[i];
        if (may_stand_in_address(c))
            mb_buffer_char(out, plain.data[i]);
        else
            mb_buffer_printf(out, "%%%02X", c);
    }
    mb_check_buffer(L, out);
    lua_pop(L, 1);
    mb_push_slice(L, mb_buffer_slice(out));
}

/* address(object or "/path"): the same with the site's address in front, for readers elsewhere. */
static int make_address(lua_State *L)
{
    if (mb_rendering_of(L)->setup->site->url.size == 0)
        mb_script_fail(L, "the site has no address: site.yaml says no `url`");
    if (push_address(L, write_site_address))
        encode_address(L);
    return 1;
}

void mb_write_anchor(mb_slice id, mb_slice page_id, mb_buffer *out)
{
    if (page_id.size > 0 && mb_slice_starts(id, page_id) && id.size > page_id.size && id.data[page_id.size] == '/')
        id = mb_slice_from(id, page_id.size + 1);
    for (size_t i = 0; i < id.size; i++)
        mb_buffer_char(out, id.data[i] == '/' ? '-' : id.data[i]);
}

static mb_slice id_of(const mb_type_info *type, const void *record)
{
    const mb_field_info *field = type ? mb_field_find(type, MB_TEXT("id")) : NULL;
    return field ? *(const mb_slice *)((const char *)record + field->offset) : MB_NOTHING;
}

/* anchor(object): the fragment under which other pages look for it on this one. */
static int make_anchor(lua_State *L)
{
    const mb_page *page = mb_rendering_of(L)->page;
    const mb_object *object = mb_to_object(L, 1);
    luaL_argexpected(L, object, 1, "an object");
    mb_slice id = id_of(object->type, object->record);
    if (!id.data)
        mb_script_fail(L, "%s has no id, and so no anchor", mb_value_name(L, 1));
    mb_buffer *out = &mb_rendering_of(L)->scratch;
    mb_buffer_clear(out);
    mb_write_anchor(id, id_of(page->type, page->object), out);
    mb_check_buffer(L, out);
    mb_push_slice(L, mb_buffer_slice(out));
    return 1;
}

static int route_against_page(const void *route, const void *page)
{
    return strcmp(route, (*(mb_page *const *)page)->route);
}

/* feed "/meetings.atom": its address from this page; nil where the site has no such feed. */
static int make_feed_link(lua_State *L)
{
    const mb_list *feeds = mb_rendering_of(L)->setup->feeds;
    const char *route = luaL_checkstring(L, 1);
    if (feeds && feeds->count && bsearch(route, feeds->items, feeds->count, sizeof *feeds->items, route_against_page))
        push_address(L, write_way_to_top);
    else
        lua_pushnil(L);
    return 1;
}

/* upvalue: how many pages were visited */
static int next_page(lua_State *L)
{
    const mb_list *pages = mb_rendering_of(L)->setup->pages;
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(1));
    if (!pages || i >= pages->count)
        return 0;
    const mb_page *page = pages->items[i];
    lua_pushinteger(L, i + 1);
    lua_replace(L, lua_upvalueindex(1));
    lua_pushstring(L, page->route);
    if (!page->type)
        return 1;
    mb_push_object(L, page->type, page->object);
    return 2;
}

/* for route, object in pages() */
static int list_pages(lua_State *L)
{
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_page, 1);
    return 1;
}

/* style_sheets(): their addresses within the site. */
static int list_style_sheets(lua_State *L)
{
    const mb_strings *sheets = mb_rendering_of(L)->setup->style_sheets;
    uint32_t count = sheets ? sheets->count : 0;
    lua_createtable(L, (int)count, 0);
    for (uint32_t i = 0; i < count; i++) {
        mb_push_slice(L, sheets->items[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

static const char *name_in_table(const void *context, size_t i)
{
    lua_State *L = (lua_State *)(uintptr_t)context;
    lua_rawgeti(L, -1, (lua_Integer)i + 1);
    const char *name = lua_tostring(L, -1); /* the table keeps it alive */
    lua_pop(L, 1);
    return name;
}

/* Adds the keys of the table on top, which it takes, to the list below it. */
static lua_Integer add_keys(lua_State *L, lua_Integer count)
{
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            continue;
        lua_pushvalue(L, -2);
        lua_rawseti(L, -5, ++count);
    }
    lua_pop(L, 1);
    return count;
}

/* Pushes a list of all names that a layout can use. */
static size_t push_known_names(lua_State *L)
{
    lua_newtable(L);
    lua_pushglobaltable(L);
    lua_Integer count = add_keys(L, 0);
    mb_push_shared_functions(L);
    count = add_keys(L, count);
    const mb_list *programs = &mb_rendering_of(L)->setup->scripts->programs;
    for (uint32_t i = 0; i < programs->count; i++) {
        const mb_program *program = programs->items[i];
        if (program->kind != MB_COMPONENT)
            continue;
        lua_pushstring(L, program->name);
        lua_rawseti(L, -2, ++count);
    }
    return (size_t)count;
}

/* A global that isn't set: a component, a function that ships, or a mistake. */
static int find_global(lua_State *L)
{
    if (lua_type(L, 2) != LUA_TSTRING) {
        lua_pushnil(L);
        return 1;
    }
    mb_slice name;
    name.data = lua_tolstring(L, 2, &name.size);
    if (mb_push_shared(L, name)) {
        lua_pushvalue(L, 2);
        lua_pushvalue(L, -2);
        lua_rawset(L, 1);
        return 1;
    }
    size_t count = push_known_names(L);
    const char *near = mb_nearest(name, count, name_in_table, L);
    if (near)
        mb_script_fail(L, "nothing is called '%s' here (did you mean '%s'?)", name.data, near);
    mb_script_fail(L, "nothing is called '%s' here", name.data);
}

static void set_number(lua_State *L, const char *name, uint32_t number)
{
    if (!number)
        return;
    lua_pushinteger(L, number);
    lua_setfield(L, -2, name);
}

/* Pushes what a layout knows of a page before it runs. */
static void push_page(lua_State *L, const mb_page *page)
{
    lua_createtable(L, 0, 6);
    lua_pushstring(L, page->route);
    lua_setfield(L, -2, "route");
    set_number(L, "part", page->part);
    set_number(L, "first", page->first);
    set_number(L, "last", page->last);
}

/* page.parts: the pages of all years or parts. stack: …, page */
static void add_parts(lua_State *L, const mb_list *parts)
{
    lua_createtable(L, (int)parts->count, 0);
    for (uint32_t i = 0; i < parts->count; i++) {
        push_page(L, parts->items[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_setfield(L, -2, "parts");
}

/* Takes the value from the stack. */
static void set_global(lua_State *L, mb_slice name)
{
    lua_pushglobaltable(L);
    mb_push_slice(L, name);
    lua_rotate(L, -3, -1);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

void mb_open_page(lua_State *L)
{
    const mb_rendering *rendering = mb_rendering_of(L);
    const mb_page *page = rendering->page;
    mb_push_object(L, mb_type_of(site_record), rendering->setup->site);
    lua_setglobal(L, "site");
    mb_open_settings(L);
    if (page->type) {
        mb_push_object(L, page->type, page->object);
        set_global(L, mb_slice_first(mb_slice_of(page->layout), strcspn(page->layout, "/")));
    }
    push_page(L, page);
    if (page->type) {
        mb_push_object(L, page->type, page->object);
        lua_setfield(L, -2, "object");
    }
    lua_pushstring(L, page->layout);
    lua_setfield(L, -2, "layout");
    if (page->title && *page->title)
        lua_pushstring(L, page->title);
    else
        mb_push_slice(L, rendering->setup->site->title);
    lua_setfield(L, -2, "title");
    if (page->parts)
        add_parts(L, page->parts);
    lua_setglobal(L, "page");
}

/* While the image is made there is no page: what asks for something of it waits for one. */
static int refuse_global(lua_State *L)
{
    return luaL_error(L, "this name is the page's");
}

static void answer_unknown_names(lua_State *L, lua_CFunction answer)
{
    lua_pushglobaltable(L);
    lua_createtable(L, 0, 2);
    lua_pushcfunction(L, answer);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

void mb_open_environment(lua_State *L)
{
    mb_open_objects(L);
    mb_open_markup(L);
    mb_open_captures(L);
    mb_open_components(L);
    mb_open_arguments(L);
    mb_open_bases(L);
    mb_open_words(L);
    mb_open_elements(L);
    mb_open_encode(L);
    mb_open_slug(L);
    mb_open_titles(L);
    lua_register(L, "link", make_link);
    lua_register(L, "url", make_url);
    lua_register(L, "anchor", make_anchor);
    lua_register(L, "address", make_address);
    lua_register(L, "feed", make_feed_link);
    lua_register(L, "pages", list_pages);
    lua_register(L, "style_sheets", list_style_sheets);
    lua_register(L, MB_TEMPLATE_TEXT, write_literal);
    lua_register(L, MB_TEMPLATE_VALUE, write_inserted);
    lua_register(L, MB_TEMPLATE_GIVEN, refuse_nil);
    lua_register(L, MB_TEMPLATE_LINE_END, end_line);
    answer_unknown_names(L, refuse_global);
}

void mb_open_help(lua_State *L)
{
    answer_unknown_names(L, find_global);
}
