/* words.c: how the papers write their words, for headings that are printed in capitals.
 *
 * A layout asks for some twenty of the thousands of words of a meeting, so they are counted here and stay here: as Lua
 * tables they took 10 ms a page, and take 0.1 ms. */
#include <lauxlib.h>

#include "script/values.h"

static const char words_metatable;

#define FIRST_CAPACITY 1024

/* A word as it stands in the text, or two that stand side by side; nothing where `count` is 0. */
typedef struct form {
    mb_slice text;
    uint32_t hash; /* whatever the case of its letters */
    uint32_t count;
} form;

/*  [handle] ─user value─► [forms: a table whose places are found by hash, never more than half full]  */
typedef struct words {
    mb_value_kind value;
    form *forms;
    uint32_t capacity, count;
} words;

static bool is_small(unsigned char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_capital(unsigned char c)
{
    return c >= 'A' && c <= 'Z';
}

/* A letter, or the first byte of a letter with an accent. */
static bool begins_word(unsigned char c)
{
    return is_small(c) || is_capital(c) || (c >= 0xC3 && c <= 0xC5);
}

static bool goes_on(unsigned char c)
{
    return is_small(c) || is_capital(c) || (c >= 0x80 && c <= 0xC5) || c == '&';
}

static uint32_t hash_of(mb_slice text)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        hash = (hash ^ (is_capital(c) ? c | 0x20U : c)) * 16777619U;
    }
    return hash;
}

/* Two capitals and no small letter; the "th" of "17th" is none. */
static bool is_in_capitals(mb_slice text)
{
    bool two = false;
    for (size_t i = 0; i < text.size; i++) {
        bool is_ordinal = i > 0 && text.data[i - 1] >= '0' && text.data[i - 1] <= '9' && i + 1 < text.size &&
                          is_small((unsigned char)text.data[i]) && is_small((unsigned char)text.data[i + 1]);
        if (is_ordinal)
            i++;
        else if (is_small((unsigned char)text.data[i]))
            return false;
        else
            two |= i > 0 && is_capital((unsigned char)text.data[i]) && is_capital((unsigned char)text.data[i - 1]);
    }
    return two;
}

/* The place of this very form, or the one that it would have. */
static form *place_of(const words *all, mb_slice text, uint32_t hash)
{
    uint32_t mask = all->capacity - 1, at = hash & mask;
    while (all->forms[at].count > 0 && !(all->forms[at].hash == hash && mb_slice_equal(all->forms[at].text, text)))
        at = (at + 1) & mask;
    return &all->forms[at];
}

/* stack: …, handle (at `index`), … */
static void grow(lua_State *L, int index, words *all)
{
    const words old = *all;
    all->capacity = old.capacity ? 2 * old.capacity : FIRST_CAPACITY;
    all->forms = lua_newuserdatauv(L, all->capacity * sizeof *all->forms, 0);
    memset(all->forms, 0, all->capacity * sizeof *all->forms);
    for (uint32_t i = 0; i < old.capacity; i++)
        if (old.forms[i].count > 0)
            *place_of(all, old.forms[i].text, old.forms[i].hash) = old.forms[i];
    lua_setiuservalue(L, index, 1);
}

static void count_form(lua_State *L, int index, words *all, mb_slice text)
{
    if (2 * all->count >= all->capacity)
        grow(L, index, all);
    uint32_t hash = hash_of(text);
    form *found = place_of(all, text, hash);
    if (found->count == 0) {
        *found = (form){text, hash, 0};
        all->count++;
    }
    found->count++;
}

/* The first word of a sentence tells nothing by itself. */
static bool opens_sentence(mb_slice before)
{
    for (size_t i = 0; i < before.size; i++)
        if (strchr(".:!?", before.data[i]))
            return true;
    return before.size == 0;
}

static void count_text(lua_State *L, int index, words *all, mb_slice text)
{
    if (is_in_capitals(text))
        return;
    mb_count_steps(L, text.size);
    const char *at = text.data, *end = mb_slice_end(text), *last = NULL; /* the word before */
    while (at < end) {
        const char *gap = at;
        while (at < end && !begins_word((unsigned char)*at))
            at++;
        const char *word = at;
        while (at < end && goes_on((unsigned char)*at))
            at++;
        if (word == at)
            return;
        mb_slice before = mb_slice_between(gap, word);
        if (last && mb_slice_equal(before, MB_TEXT(" ")) && !is_small((unsigned char)*last) &&
            !is_small((unsigned char)*word))
            count_form(L, index, all, mb_slice_between(last, at));
        last = NULL;
        if (!opens_sentence(before)) {
            count_form(L, index, all, mb_slice_between(word, at));
            last = word;
        }
    }
}

static void count_items(lua_State *L, int index, words *all, const mb_list *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_list_item *item = items->items[i];
        count_text(L, index, all, item->text);
        count_items(L, index, all, &item->items);
    }
}

static void count_blocks(lua_State *L, int index, words *all, const mb_list *blocks)
{
    for (uint32_t i = 0; i < blocks->count; i++) {
        const mb_block *block = blocks->items[i];
        count_text(L, index, all, block->text);
        count_items(L, index, all, &block->items);
    }
}

/* The field `blocks` of a type whose objects have one. */
static const mb_field_info *blocks_of(const mb_type_info *type)
{
    const mb_field_info *field = type ? mb_field_find(type, MB_TEXT("blocks")) : NULL;
    return field && field->kind == MB_KIND_list && field->type == mb_type_of(block) ? field : NULL;
}

/* word_forms(list, …): the words in the blocks of the lists' objects. */
static int make_words(lua_State *L)
{
    int count = lua_gettop(L), index = count + 1;
    words *all = lua_newuserdatauv(L, sizeof *all, 1);
    *all = (words){.value = MB_VALUE_WORDS};
    lua_rawgetp(L, LUA_REGISTRYINDEX, &words_metatable);
    lua_setmetatable(L, -2);
    grow(L, index, all);
    for (int i = 1; i <= count; i++) {
        const mb_lua_list *list = mb_to_list(L, i);
        const mb_field_info *field = list ? blocks_of(list->type) : NULL;
        luaL_argexpected(L, field, i, "list of objects that have blocks");
        for (uint32_t k = 0; k < list->count; k++) {
            const char *record = ((void *const *)list->items)[k];
            count_blocks(L, index, all, (const mb_list *)(record + field->offset));
        }
    }
    return 1;
}

static const words *check_words(lua_State *L)
{
    const words *all = lua_type(L, 1) == LUA_TUSERDATA ? lua_touserdata(L, 1) : NULL;
    luaL_argexpected(L, all && all->value == MB_VALUE_WORDS, 1, "word forms");
    return all;
}

static mb_slice check_text(lua_State *L, int index)
{
    mb_slice text;
    text.data = luaL_checklstring(L, index, &text.size);
    return text;
}

/* Whether `one` is the more usual form: it is seen more often, or as often and with fewer capitals. */
static bool is_more_usual(const form *one, const form *other)
{
    if (one->count != other->count)
        return one->count > other->count;
    return mb_slice_compare(one->text, other->text) > 0;
}

/* words:usual(word): the form in which the word stands most often, or nil. */
static int usual_form(lua_State *L)
{
    const words *all = check_words(L);
    mb_slice word = check_text(L, 2);
    const form *best = NULL;
    uint32_t mask = all->capacity - 1, hash = hash_of(word);
    for (uint32_t at = hash & mask; all->forms[at].count > 0; at = (at + 1) & mask) {
        const form *found = &all->forms[at];
        if (found->hash == hash && mb_slice_equal_nocase(found->text, word) && (!best || is_more_usual(found, best)))
            best = found;
    }
    mb_push_slice(L, best ? best->text : MB_NOTHING);
    return 1;
}

/* words:has(text): whether the word stands in just this form, or the two words side by side. */
static int has_form(lua_State *L)
{
    const words *all = check_words(L);
    mb_slice text = check_text(L, 2);
    lua_pushboolean(L, place_of(all, text, hash_of(text))->count > 0);
    return 1;
}

void mb_open_words(lua_State *L)
{
    static const luaL_Reg methods[] = {{"usual", usual_form}, {"has", has_form}, {NULL, NULL}};
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
