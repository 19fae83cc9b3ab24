/* words.c: the functions of scripts on the words of running text. */
#include "script/words.h"

#include <lauxlib.h>

static const char words_metatable; /* the key of the registry */

/* What scripts hold. */
typedef struct holder {
    mb_value_kind value;
    mb_word_forms *words;
} holder;

/* word_forms(list, …): the words in the text of the lists' objects. To find them counted takes as many steps as to count
 * them, so that no page's steps depend on the pages before it. */
static int make_words(lua_State *L)
{
    int count = lua_gettop(L);
    mb_lua_list *lists = lua_newuserdatauv(L, ((size_t)count + 1) * sizeof *lists, 0);
    for (int i = 0; i < count; i++) {
        const mb_lua_list *list = mb_to_list(L, i + 1);
        luaL_argexpected(L, list && list->type, i + 1, "list of objects");
        lists[i] = *list;
    }
    mb_word_forms *words = mb_word_forms_of(L, lists, count);
    if (words->is_counted) {
        mb_count_steps(L, words->steps);
    } else {
        mb_word_forms_want_titles(words); /* most headings that a page asks for are those of the objects */
        mb_word_forms_count_for_page(L, words);
    }
    holder *made = lua_newuserdatauv(L, sizeof *made, 0);
    *made = (holder){MB_VALUE_WORDS, words};
    lua_rawgetp(L, LUA_REGISTRYINDEX, &words_metatable);
    lua_setmetatable(L, -2);
    return 1;
}

/* The word forms at index 1 of the stack, in which every word of the heading is counted. */
static const mb_word_forms *words_for(lua_State *L, mb_slice heading)
{
    const holder *held = lua_type(L, 1) == LUA_TUSERDATA ? lua_touserdata(L, 1) : NULL;
    luaL_argexpected(L, held && held->value == MB_VALUE_WORDS, 1, "word forms");
    mb_word_forms *words = held->words;
    if (!mb_word_forms_have(words, heading)) {
        mb_word_forms_want(words, heading);
        mb_word_forms_count_for_page(L, words);
    }
    return words;
}

/* A table of the script's. */
typedef struct script_words {
    lua_State *L;
    int table; /* on the stack */
} script_words;

/* Whether it knows the word as nobody's name: under its small letters, anything but false. */
static bool is_common(const mb_known_words *known, mb_slice small)
{
    const script_words *given = known->context;
    lua_State *L = given->L;
    lua_pushlstring(L, small.data, small.size);
    lua_rawget(L, given->table);
    bool found = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return found;
}

/* Writes the form that the table has for a word in capitals; false where it has none. */
static bool write_form(const mb_known_words *known, mb_slice word, mb_buffer *out)
{
    const script_words *given = known->context;
    lua_State *L = given->L;
    lua_pushlstring(L, word.data, word.size);
    bool found = lua_rawget(L, given->table) == LUA_TSTRING;
    if (found) {
        mb_slice form;
        form.data = lua_tolstring(L, -1, &form.size);
        mb_buffer_add(out, form);
    }
    lua_pop(L, 1);
    return found;
}

/* words:heading(title, known) */
static int write_heading(lua_State *L)
{
    const script_words given = {L, 3};
    const mb_known_words known = {is_common, write_form, &given};
    bool is_given = !lua_isnoneornil(L, 3);
    if (is_given)
        luaL_checktype(L, 3, LUA_TTABLE);
    mb_slice title;
    title.data = luaL_checklstring(L, 2, &title.size);
    const mb_word_forms *words = words_for(L, title);

    mb_count_steps(L, title.size);
    mb_buffer *out = &mb_rendering_of(L)->scratch;
    mb_buffer_clear(out);
    mb_write_heading(words, title, is_given ? &known : &mb_common_words, out);
    mb_check_buffer(L, out);
    mb_push_slice(L, mb_buffer_slice(out));
    return 1;
}

void mb_open_words(lua_State *L)
{
    static const luaL_Reg methods[] = {{"heading", write_heading}, {NULL, NULL}};
    lua_createtable(L, 0, 3);
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
    lua_pushliteral(L, "word forms");
    lua_setfield(L, -2, "__name");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &words_metatable);
    lua_register(L, "word_forms", make_words);
}
