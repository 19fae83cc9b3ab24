/* elements.c: HTML by parts, for what Markdown has no words for: element(name, attributes, …), join(pieces, separator).
 *
 * Strings are data here too, of Markdown where a value beside them is Markdown, else of HTML. */
#include <lauxlib.h>

#include "markdown/escape.h"
#include "script/languages.h"
#include "script/pieces.h"

/* What stands alone in HTML, without an end: https://html.spec.whatwg.org/#void-elements */
static const char *const alone[] = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
};

/* The attributes that lead somewhere. */
static const char *const addresses[] = {"href", "src"};

#define MOST_ATTRIBUTES 64

#define IS_ONE_OF(name, words) is_one_of(name, words, sizeof words / sizeof *words)

static bool is_one_of(mb_slice name, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (mb_slice_equal(name, mb_slice_of(words[i])))
            return true;
    return false;
}

static mb_slice string_at(lua_State *L, int index)
{
    mb_slice text;
    text.data = lua_tolstring(L, index, &text.size);
    return text;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether the string at `index` begins with a letter or one of `first`, and goes on with letters, digits and `others`. */
static bool is_name(lua_State *L, int index, const char *first, const char *others)
{
    if (lua_type(L, index) != LUA_TSTRING)
        return false;
    mb_slice name = string_at(L, index);
    if (name.size == 0 || !(is_letter(*name.data) || (*name.data && strchr(first, *name.data))))
        return false;
    for (size_t i = 1; i < name.size; i++) {
        char c = name.data[i];
        if (!is_letter(c) && !(c >= '0' && c <= '9') && !(c && strchr(others, c)))
            return false;
    }
    return true;
}

/* A value that is being written, piece by piece. */
typedef struct writing {
    lua_State *L;
    mb_buffer *pieces;
    size_t tag; /* where the piece begins that the next text of a tag belongs to */
    mb_language language;
} writing;

static writing begin(lua_State *L, mb_language language)
{
    mb_buffer *pieces = &mb_rendering_of(L)->pieces;
    mb_buffer_clear(pieces);
    return (writing){.L = L, .pieces = pieces, .language = language};
}

static void put_tag(writing *w, mb_slice text)
{
    mb_piece_extend(w->pieces, w->tag, (mb_piece){MB_HTML, false, text});
}

static void put_value(writing *w, int index, const char *what)
{
    mb_add_operand(w->L, index, w->language, what, w->pieces);
    w->tag = w->pieces->size;
}

static int push_written(writing *w)
{
    mb_check_buffer(w->L, w->pieces);
    mb_push_pieces(w->L, w->language, mb_buffer_slice(w->pieces));
    return 1;
}

/* The language of what is made has to be known before its strings are written. */
static void look_at_language(lua_State *L, int index, mb_language *language)
{
    const mb_markup *markup = mb_to_markup(L, index);
    if (markup && markup->language > MB_HTML)
        mb_script_fail(L, "%s can't stand in HTML", mb_language_of(markup->language)->title);
    if (markup ? markup->language == MB_MARKDOWN : lua_isuserdata(L, index))
        *language = MB_MARKDOWN;
}

static noreturn void fail_nil(lua_State *L, lua_Integer place)
{
    mb_script_fail(L, "value %d is nil, and nil is no text (with `or false` it is left out)", (int)place);
}

/* Attributes. */

/* { "x", "y" } is "x y". Puts a string into the list's place. */
static void join_words(lua_State *L, int index, const char *attribute)
{
    luaL_Buffer words;
    lua_Integer count = (lua_Integer)lua_rawlen(L, index);
    luaL_buffinit(L, &words);
    for (lua_Integer i = 1; i <= count; i++) {
        mb_count_steps(L, 1);
        if (i > 1)
            luaL_addchar(&words, ' ');
        int type = lua_rawgeti(L, index, i);
        if (type != LUA_TSTRING && type != LUA_TNUMBER)
            mb_script_fail(L, "word %d of the attribute '%s' is %s, and has to be a string", (int)i, attribute,
                           mb_value_name(L, -1));
        luaL_addvalue(&words);
    }
    luaL_pushresult(&words);
    lua_replace(L, index);
}

/* stack: …, name, value */
static void put_attribute(writing *w)
{
    lua_State *L = w->L;
    int name = lua_gettop(L) - 1, value = name + 1;
    if (lua_istable(L, value))
        join_words(L, value, lua_tostring(L, name));
    if (!lua_toboolean(L, value))
        return;
    if (!lua_isboolean(L, value) && !lua_isstring(L, value) && !mb_to_markup(L, value))
        mb_script_fail(L, "the attribute '%s' is %s, which is no text", lua_tostring(L, name), mb_value_name(L, value));
    bool leads = lua_type(L, value) == LUA_TSTRING && IS_ONE_OF(string_at(L, name), addresses);
    if (leads && !mb_link_is_allowed(string_at(L, value)))
        return;
    put_tag(w, MB_TEXT(" "));
    put_tag(w, string_at(L, name));
    if (lua_isboolean(L, value))
        return;
    put_tag(w, MB_TEXT("=\""));
    put_value(w, value, NULL);
    put_tag(w, MB_TEXT("\""));
}

/* The names of a table's attributes, in the order in which they are written. The table keeps them alive. */
static size_t sort_names(lua_State *L, int index, mb_slice *names)
{
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
        if (!is_name(L, -2, "_", "_:.-"))
            mb_script_fail(L, "an attribute has a name such as 'class'");
        if (count == MOST_ATTRIBUTES)
            mb_script_fail(L, "an element has at most %d attributes", MOST_ATTRIBUTES);
        mb_slice name = string_at(L, -2);
        size_t at = count++;
        for (; at > 0 && mb_slice_compare(name, names[at - 1]) < 0; at--)
            names[at] = names[at - 1];
        names[at] = name;
    }
    return count;
}

static void put_attributes(writing *w, int index)
{
    lua_State *L = w->L;
    mb_slice names[MOST_ATTRIBUTES];
    if (!lua_toboolean(L, index))
        return;
    luaL_checktype(L, index, LUA_TTABLE);
    size_t count = sort_names(L, index, names);
    for (size_t i = 0; i < count; i++) {
        mb_push_slice(L, names[i]);
        lua_pushvalue(L, -1);
        lua_rawget(L, index);
        put_attribute(w);
        lua_pop(L, 2);
    }
}

/* element(name, attributes, value, …) */
static int make_element(lua_State *L)
{
    int count = lua_gettop(L);
    mb_language language = MB_HTML;
    luaL_checkstack(L, 8, "an element");
    if (!is_name(L, 1, "", "-"))
        mb_script_fail(L, "an element has a name such as 'p'");
    for (int i = 3; i <= count; i++) {
        if (lua_isnil(L, i))
            fail_nil(L, i - 2);
        look_at_language(L, i, &language);
    }
    writing w = begin(L, language);
    put_tag(&w, MB_TEXT("<"));
    put_tag(&w, string_at(L, 1));
    put_attributes(&w, 2);
    put_tag(&w, MB_TEXT(">"));
    if (IS_ONE_OF(string_at(L, 1), alone))
        return push_written(&w);
    for (int i = 3; i <= count; i++)
        put_value(&w, i, "a value of the element");
    put_tag(&w, MB_TEXT("</"));
    put_tag(&w, string_at(L, 1));
    put_tag(&w, MB_TEXT(">"));
    return push_written(&w);
}

/* Puts a list of the values that show into the place of the list at 1, and returns how many. */
static lua_Integer take_shown(lua_State *L, mb_language *language)
{
    lua_Integer count = luaL_len(L, 1), shown = 0;
    lua_newtable(L);
    for (lua_Integer i = 1; i <= count; i++) {
        mb_count_steps(L, 1);
        if (lua_geti(L, 1, i) == LUA_TNIL)
            fail_nil(L, i);
        if (lua_isboolean(L, -1) && !lua_toboolean(L, -1)) {
            lua_pop(L, 1);
            continue;
        }
        look_at_language(L, -1, language);
        lua_rawseti(L, -2, ++shown);
    }
    lua_replace(L, 1);
    return shown;
}

/* join(pieces, separator) */
static int join(lua_State *L)
{
    mb_language language = MB_HTML;
    lua_settop(L, 2);
    look_at_language(L, 2, &language);
    lua_Integer count = take_shown(L, &language);
    writing w = begin(L, language);
    for (lua_Integer i = 1; i <= count; i++) {
        if (i > 1 && lua_toboolean(L, 2))
            put_value(&w, 2, "the separator");
        lua_rawgeti(L, 1, i);
        put_value(&w, 3, "a value of the list");
        lua_settop(L, 2);
    }
    return push_written(&w);
}

/* is_address(text): whether a link may lead there. */
static int is_address(lua_State *L)
{
    luaL_checkstring(L, 1);
    lua_pushboolean(L, mb_link_is_allowed(string_at(L, 1)));
    return 1;
}

void mb_open_elements(lua_State *L)
{
    lua_register(L, "element", make_element);
    lua_register(L, "join", join);
    lua_register(L, "is_address", is_address);
}
