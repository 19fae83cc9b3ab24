/* markup.c: values that are Markdown or HTML already, and how every other value is written between them.
 *
 * A plain string is always data: it is escaped for the place where it lands, also where Lua glues it to Markdown. */
#include <lauxlib.h>
#include <stdlib.h>

#include "markdown/markdown.h"
#include "script/languages.h"
#include "script/values.h"

const mb_markup *mb_to_markup(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TUSERDATA)
        return NULL;
    const mb_markup *markup = lua_touserdata(L, index);
    return markup->value == MB_VALUE_MARKUP ? markup : NULL;
}

void mb_push_markup(lua_State *L, mb_language language, mb_slice text)
{
    mb_markup *markup = lua_newuserdatauv(L, sizeof *markup + text.size, 0);
    markup->value = MB_VALUE_MARKUP;
    markup->language = language;
    markup->size = text.size;
    if (text.size > 0)
        memcpy(markup->text, text.data, text.size);
    mb_push_kept(L, MB_KEPT_MARKUP);
    lua_setmetatable(L, -2);
}

void mb_check_buffer(lua_State *L, const mb_buffer *buffer)
{
    if (buffer->failed == MB_ELIMIT)
        mb_script_fail(L, "the page is longer than %d MiB", (int)(buffer->ceiling >> 20));
    if (buffer->failed)
        mb_script_fail(L, "the machine's memory ran out");
}

/* What the end of the line that was written so far says of the place that follows: inside the parentheses of a link,
 * inside braces of attributes, or text. An escaped bracket or brace opens nothing. */
static mb_markdown_place place_after(mb_slice written)
{
    mb_markdown_place place = MB_MARKDOWN_TEXT;
    const char *newline = written.size ? memrchr(written.data, '\n', written.size) : NULL;
    const char *at = newline ? newline + 1 : written.data;
    for (const char *end = written.size ? mb_slice_end(written) : at; at < end; at++) {
        bool more = at + 1 < end;
        if (*at == '\\' && more)
            at++;
        else if (place == MB_MARKDOWN_TEXT && *at == ']' && more && at[1] == '(')
            place = MB_MARKDOWN_TARGET, at++;
        else if (place == MB_MARKDOWN_TEXT && *at == '{' && more && (at[1] == '#' || at[1] == '.'))
            place = MB_MARKDOWN_ATTRIBUTE;
        else if (place == MB_MARKDOWN_TARGET && *at == '"')
            place = MB_MARKDOWN_ATTRIBUTE;
        else if (place != MB_MARKDOWN_TEXT && (*at == ')' || *at == '}'))
            place = MB_MARKDOWN_TEXT;
    }
    return place;
}

static void write_string(mb_slice text, mb_language language, mb_buffer *out)
{
    const mb_language_info *info = mb_language_of(language);
    if (info->escape)
        info->escape(out, text);
    else
        mb_markdown_escape(out, text, place_after(mb_buffer_slice(out)));
}

/* HTML in Markdown is kept beside it; a mark stands where it belongs. */
static void write_fragment(lua_State *L, mb_slice html, mb_buffer *out)
{
    mb_rendering *rendering = mb_rendering_of(L);
    if (rendering->fragment_count == rendering->fragment_capacity) {
        size_t capacity = rendering->fragment_capacity ? 2 * rendering->fragment_capacity : 16;
        mb_slice *grown = realloc(rendering->fragments, capacity * sizeof *grown);
        if (!grown)
            mb_script_fail(L, "the machine's memory ran out");
        rendering->fragments = grown;
        rendering->fragment_capacity = capacity;
    }
    rendering->fragment_bytes += html.size;
    if (rendering->fragment_bytes > MB_PAGE_CEILING)
        mb_script_fail(L, "the page's HTML is longer than %d MiB", (int)(MB_PAGE_CEILING >> 20));
    char *copy = malloc(html.size + 1);
    if (!copy)
        mb_script_fail(L, "the machine's memory ran out");
    memcpy(copy, html.data, html.size);
    rendering->fragments[rendering->fragment_count] = (mb_slice){copy, html.size};
    mb_markdown_fragment(out, rendering->fragment_count++);
}

static void write_markup(lua_State *L, const mb_markup *markup, mb_language language, mb_buffer *out)
{
    mb_slice text = {markup->text, markup->size};
    if (markup->language == language)
        mb_buffer_add(out, text);
    else if (markup->language == MB_HTML && language == MB_MARKDOWN)
        write_fragment(L, text, out);
    else if (markup->language == MB_MARKDOWN && language == MB_HTML)
        mb_script_fail(L, "Markdown can't stand in HTML; the page's Markdown is in `content`");
    else
        mb_script_fail(L, "%s can't stand in %s", mb_language_of(markup->language)->title,
                       mb_language_of(language)->title);
}

static void write_number(lua_State *L, int index, mb_language language, mb_buffer *out)
{
    lua_pushvalue(L, index);
    mb_slice text;
    text.data = lua_tolstring(L, -1, &text.size);
    if (mb_language_of(language)->bare_numbers)
        mb_buffer_add(out, text);
    else
        write_string(text, language, out);
    lua_pop(L, 1);
}

static bool write_blocks(lua_State *L, int index, mb_language language, mb_buffer *out)
{
    const mb_object *object = mb_to_object(L, index);
    const mb_lua_list *list = mb_to_list(L, index);
    if (language != MB_MARKDOWN)
        return false;
    if (object && object->type == mb_type_of(block)) {
        mb_write_block(out, object->record);
        return true;
    }
    if (!list || list->type != mb_type_of(block))
        return false;
    for (uint32_t i = 0; i < list->count; i++)
        mb_write_block(out, ((mb_block *const *)list->items)[i]);
    return true;
}

static noreturn void fail_no_text(lua_State *L, int index, const char *what)
{
    if (!what)
        what = lua_pushfstring(L, "value %d of emit", index);
    if (lua_isnil(L, index))
        mb_script_fail(L, "%s is nil here, and nil is no text (with `or false` it is left out)", what);
    if (mb_to_list(L, index))
        mb_script_fail(L, "%s is a list, and a list is no text: go through it with ipairs", what);
    mb_script_fail(L, "%s is %s, which is no text: insert one of its fields, or a string", what,
                   mb_value_name(L, index));
}

void mb_write_value(lua_State *L, int index, mb_language language, mb_buffer *out, const char *what)
{
    const mb_markup *markup = mb_to_markup(L, index);
    if (markup) {
        write_markup(L, markup, language, out);
    } else if (lua_type(L, index) == LUA_TSTRING) {
        mb_slice text;
        text.data = lua_tolstring(L, index, &text.size);
        write_string(text, language, out);
    } else if (lua_type(L, index) == LUA_TNUMBER) {
        write_number(L, index, language, out);
    } else if (lua_type(L, index) == LUA_TBOOLEAN && !lua_toboolean(L, index)) {
        return;
    } else if (!write_blocks(L, index, language, out)) {
        fail_no_text(L, index, what);
    }
    mb_check_buffer(L, out);
}

/* Glues two values, one of which is Markdown or HTML; the other is escaped as it lands. */
static int markup_concat(lua_State *L)
{
    const mb_markup *left = mb_to_markup(L, 1), *right = mb_to_markup(L, 2);
    mb_language language = left ? left->language : right->language;
    if (left && right && (left->language == MB_MARKDOWN || right->language == MB_MARKDOWN))
        language = MB_MARKDOWN;

    mb_buffer *out =
        &mb_rendering_of(L)->scratch; /* writing a value never runs Lua, so nobody else needs it meanwhile */
    mb_buffer_clear(out);
    mb_write_value(L, 1, language, out, "the value before ..");
    mb_write_value(L, 2, language, out, "the value after ..");
    mb_push_markup(L, language, mb_buffer_slice(out));
    return 1;
}

static int markup_tostring(lua_State *L)
{
    const mb_markup *markup = lua_touserdata(L, 1);
    lua_pushlstring(L, markup->text, markup->size);
    return 1;
}

static int markup_length(lua_State *L)
{
    const mb_markup *markup = lua_touserdata(L, 1);
    lua_pushinteger(L, (lua_Integer)markup->size);
    return 1;
}

/* md "text", html "text", csv "text", …: a string that is in that language already. upvalue: the language */
static int make(lua_State *L)
{
    if (mb_to_markup(L, 1)) {
        lua_settop(L, 1);
        return 1;
    }
    size_t size;
    const char *text = luaL_checklstring(L, 1, &size);
    mb_push_markup(L, (mb_language)lua_tointeger(L, lua_upvalueindex(1)), (mb_slice){text, size});
    return 1;
}

/* emit(value, …) writes its values to the page. */
static int emit(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    int count = lua_gettop(L);
    for (int i = 1; i <= count; i++)
        mb_write_value(L, i, rendering->language, rendering->out, NULL);
    return 0;
}

void mb_open_markup(lua_State *L)
{
    static const luaL_Reg methods[] = {
        {"__concat", markup_concat},
        {"__tostring", markup_tostring},
        {"__len", markup_length},
        {NULL, NULL},
    };
    luaL_newlib(L, methods);
    lua_pushliteral(L, "Markdown");
    lua_setfield(L, -2, "__name");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    mb_keep(L, MB_KEPT_MARKUP);

    for (int language = 0; language < MB_LANGUAGE_COUNT; language++) {
        lua_pushinteger(L, language);
        lua_pushcclosure(L, make, 1);
        lua_setglobal(L, mb_language_of((mb_language)language)->constructor);
    }
    lua_register(L, "emit", emit);
}
