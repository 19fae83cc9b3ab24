/* markup.c: values that are Markdown or HTML already, and how every other value is written between them.
 *
 * A plain string is always data: it is escaped for the place where it lands, also where Lua glues it to Markdown. Where
 * that is, is only known when all is written, for Lua glues from the right: so a value keeps its pieces apart.
 *
 *     html'<a href="' .. address .. html'">'      [HTML <a href="][data address][HTML ">]                          */
#include <lauxlib.h>

#include "script/languages.h"
#include "script/pieces.h"
#include "script/values.h"

const mb_markup *mb_to_markup(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TUSERDATA)
        return NULL;
    const mb_markup *markup = lua_touserdata(L, index);
    return markup->value == MB_VALUE_MARKUP ? markup : NULL;
}

/* Pushes a value with room for `size` bytes of pieces. */
static mb_markup *push_new(lua_State *L, mb_language language, size_t size)
{
    mb_markup *markup = lua_newuserdatauv(L, sizeof *markup + size, 0);
    *markup = (mb_markup){.value = MB_VALUE_MARKUP, .language = language, .size = size};
    mb_push_kept(L, MB_KEPT_MARKUP);
    lua_setmetatable(L, -2);
    return markup;
}

void mb_push_pieces(lua_State *L, mb_language language, mb_slice pieces)
{
    mb_markup *markup = push_new(L, language, pieces.size);
    if (pieces.size > 0)
        memcpy(markup->pieces, pieces.data, pieces.size);
}

void mb_push_markup(lua_State *L, mb_language language, mb_slice text)
{
    mb_markup *markup = push_new(L, language, mb_piece_size(text.size));
    mb_piece_put(markup->pieces, (mb_piece){language, false, text});
}

void mb_push_whole_html(lua_State *L, mb_slice html)
{
    mb_markup *markup = push_new(L, MB_HTML, mb_piece_size(html.size));
    markup->is_whole = true;
    mb_piece_put(markup->pieces, (mb_piece){MB_HTML, false, html});
}

void mb_check_buffer(lua_State *L, const mb_buffer *buffer)
{
    if (buffer->failed)
        mb_stop_page(L, buffer->failed == MB_ELIMIT ? MB_STOPPED_BY_LENGTH : MB_STOPPED_BY_MACHINE);
}

static void write_number(lua_State *L, int index, mb_language language, mb_buffer *out)
{
    lua_pushvalue(L, index);
    mb_slice text;
    text.data = lua_tolstring(L, -1, &text.size);
    if (mb_language_of(language)->bare_numbers)
        mb_buffer_add(out, text);
    else
        mb_write_string(L, text, language, out);
    lua_pop(L, 1);
}

static bool write_blocks(lua_State *L, int index, mb_language language, mb_buffer *out)
{
    const mb_object *object = mb_to_object(L, index);
    const mb_lua_list *list = mb_to_list(L, index);
    if (language != MB_MARKDOWN)
        return false;
    if (object && object->type == mb_type_of(block)) {
        mb_write_block(L, out, object->record);
        return true;
    }
    if (!list || list->type != mb_type_of(block))
        return false;
    for (uint32_t i = 0; i < list->count; i++)
        mb_write_block(L, out, ((mb_block *const *)list->items)[i]);
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
    mb_slice text;
    const mb_markup *markup;
    switch (lua_type(L, index)) {
    case LUA_TSTRING:
        text.data = lua_tolstring(L, index, &text.size);
        mb_write_string(L, text, language, out);
        break;
    case LUA_TNUMBER:
        write_number(L, index, language, out);
        break;
    case LUA_TBOOLEAN:
        if (lua_toboolean(L, index))
            fail_no_text(L, index, what);
        return;
    case LUA_TUSERDATA:
        markup = mb_to_markup(L, index);
        if (markup)
            mb_write_pieces(L, markup, language, out);
        else if (!write_blocks(L, index, language, out))
            fail_no_text(L, index, what);
        break;
    default:
        fail_no_text(L, index, what);
    }
    mb_check_buffer(L, out);
}

void mb_add_operand(lua_State *L, int index, mb_language language, const char *what, mb_buffer *pieces)
{
    const mb_markup *markup = mb_to_markup(L, index);
    mb_piece piece = {language, true, MB_NOTHING};
    if (markup) {
        mb_buffer_add(pieces, (mb_slice){markup->pieces, markup->size});
    } else if (lua_type(L, index) == LUA_TSTRING) {
        piece.text.data = lua_tolstring(L, index, &piece.text.size);
        mb_piece_add(pieces, piece);
    } else if (!lua_isboolean(L, index) || lua_toboolean(L, index)) {
        mb_buffer *text = &mb_rendering_of(L)->scratch;
        mb_buffer_clear(text);
        if (pieces->size > 0 && language == MB_MARKDOWN && lua_isuserdata(L, index)) /* blocks */
            mb_buffer_text(text, "\n\n");
        mb_write_value(L, index, language, text, what);
        mb_piece_add(pieces, (mb_piece){language, false, mb_buffer_slice(text)});
    }
}

/* Glues two values, one of which is Markdown or HTML. */
static int markup_concat(lua_State *L)
{
    const mb_markup *left = mb_to_markup(L, 1), *right = mb_to_markup(L, 2);
    mb_language language = left ? left->language : right->language;
    if (left && right && left->language != right->language) {
        if (left->language > MB_HTML || right->language > MB_HTML)
            mb_script_fail(L, "%s can't stand in %s", mb_language_of(right->language)->title,
                           mb_language_of(left->language)->title);
        language = MB_MARKDOWN;
    }
    mb_buffer *pieces = &mb_rendering_of(L)->pieces;
    mb_buffer_clear(pieces);
    mb_add_operand(L, 1, language, "the value before ..", pieces);
    mb_add_operand(L, 2, language, "the value after ..", pieces);
    mb_check_buffer(L, pieces);
    mb_push_pieces(L, language, mb_buffer_slice(pieces));
    return 1;
}

static int markup_tostring(lua_State *L)
{
    const mb_markup *markup = lua_touserdata(L, 1);
    mb_buffer *text = &mb_rendering_of(L)->scratch;
    mb_buffer_clear(text);
    mb_write_pieces(L, markup, markup->language, text);
    mb_check_buffer(L, text);
    mb_push_slice(L, mb_buffer_slice(text));
    return 1;
}

static int markup_length(lua_State *L)
{
    const mb_markup *markup = lua_touserdata(L, 1);
    size_t size = 0;
    for (mb_piece_reading found = {markup->pieces, markup->pieces + markup->size, {0}}; mb_piece_next(&found);)
        size += found.piece.text.size;
    lua_pushinteger(L, (lua_Integer)size);
    return 1;
}

/* Longer texts are seldom written twice. */
#define LONGEST_REMEMBERED 40

/* md "text", html "text", csv "text", …: a string that is in that language already. A layout comes to the same few words
 * of its own again and again: to find the value of one takes a third of the time that making it takes.
 * upvalues: the language, the values of short strings */
static int make(lua_State *L)
{
    lua_settop(L, 1);
    if (mb_to_markup(L, 1))
        return 1;
    mb_slice text;
    text.data = luaL_checklstring(L, 1, &text.size);
    mb_language language = (mb_language)lua_tointeger(L, lua_upvalueindex(1));
    if (text.size > LONGEST_REMEMBERED) {
        mb_push_markup(L, language, text);
        return 1;
    }
    lua_pushvalue(L, 1);
    if (lua_rawget(L, lua_upvalueindex(2)) == LUA_TUSERDATA)
        return 1;
    lua_settop(L, 1);
    mb_push_markup(L, language, text);
    lua_insert(L, 1);
    lua_pushvalue(L, 1);
    lua_rawset(L, lua_upvalueindex(2));
    return 1;
}

/* emit(value, …) writes its values to the page. */
static int emit(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    int count = lua_gettop(L);
    size_t before = rendering->out->size;
    for (int i = 1; i <= count; i++)
        mb_write_value(L, i, rendering->language, rendering->out, NULL);
    mb_look_through(L, rendering->out, before);
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
        mb_push_weak_table(L, 0);
        lua_pushcclosure(L, make, 2);
        lua_setglobal(L, mb_language_of((mb_language)language)->constructor);
    }
    lua_register(L, "emit", emit);
}
