/* words.c: counts the words of running text. */
#include "script/words.h"

#include <lauxlib.h>

static const char words_metatable; /* the key of the registry */

#define FIRST_CAPACITY 1024

#define O 0
#define S (MB_SMALL | MB_INSIDE_WORD | MB_BEGINS_WORD)
#define C (MB_CAPITAL | MB_INSIDE_WORD | MB_BEGINS_WORD)
#define D MB_DIGIT
#define I MB_INSIDE_WORD
#define B (MB_INSIDE_WORD | MB_BEGINS_WORD)
#define E MB_ENDS_SENTENCE

/* clang-format off */
const unsigned char mb_byte_kinds[256] = {
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, E, O, O, O, O, I, O, O, O, O, O, O, O, E, O, /*   ! " # $ % & ' ( ) * + , - . / */
    D, D, D, D, D, D, D, D, D, D, E, O, O, O, O, E, /* 0 1 2 3 4 5 6 7 8 9 : ; < = > ? */
    O, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
    C, C, C, C, C, C, C, C, C, C, C, O, O, O, O, O,
    O, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
    S, S, S, S, S, S, S, S, S, S, S, O, O, O, O, O,
    I, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I,
    I, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I,
    I, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I,
    I, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I,
    I, I, I, B, B, B,
};
/* clang-format on */

/* A hash that doesn't see the case of letters: FNV. */
#define FIRST_HASH 2166136261U
static uint32_t hash_with(uint32_t hash, char c)
{
    return (hash ^ (unsigned char)mb_small_letter(c)) * 16777619U;
}

static uint32_t hash_of(mb_slice text)
{
    uint32_t hash = FIRST_HASH;
    for (size_t i = 0; i < text.size; i++)
        hash = hash_with(hash, text.data[i]);
    return hash;
}

/* Two capitals and no small letter; the "th" of "17th" is none. */
static bool is_in_capitals(mb_slice text)
{
    bool two = false;
    int before = 0;
    for (size_t i = 0; i < text.size; i++) {
        int kind = mb_byte_kind(text.data[i]);
        if (kind & MB_SMALL) {
            bool is_ordinal = before & MB_DIGIT && i + 1 < text.size && mb_byte_kind(text.data[i + 1]) & MB_SMALL;
            if (!is_ordinal)
                return false;
            i++;
        }
        two |= before & kind & MB_CAPITAL;
        before = kind;
    }
    return two;
}

/* The place of this very form, or the one that it would have. */
static mb_form *place_of(const mb_word_forms *words, mb_slice text, uint32_t hash)
{
    uint32_t mask = words->capacity - 1, at = hash & mask;
    while (words->forms[at].count > 0 &&
           !(words->forms[at].hash == hash && mb_slice_equal(words->forms[at].text, text)))
        at = (at + 1) & mask;
    return &words->forms[at];
}

const mb_form *mb_word_forms_next(const mb_word_forms *words, mb_slice text, const mb_form *before)
{
    uint32_t mask = words->capacity - 1, hash = before ? before->hash : hash_of(text);
    uint32_t at = before ? (uint32_t)(before - words->forms + 1) & mask : hash & mask;
    for (; words->forms[at].count > 0; at = (at + 1) & mask)
        if (words->forms[at].hash == hash && mb_slice_equal_nocase(words->forms[at].text, text))
            return &words->forms[at];
    return NULL;
}

/* stack: …, the words (at `index`), … */
static void grow(lua_State *L, int index, mb_word_forms *words)
{
    const mb_word_forms old = *words;
    words->capacity = old.capacity ? 2 * old.capacity : FIRST_CAPACITY;
    words->forms = lua_newuserdatauv(L, words->capacity * sizeof *words->forms, 0);
    memset(words->forms, 0, words->capacity * sizeof *words->forms);
    for (uint32_t i = 0; i < old.capacity; i++)
        if (old.forms[i].count > 0)
            *place_of(words, old.forms[i].text, old.forms[i].hash) = old.forms[i];
    lua_setiuservalue(L, index, 1);
}

static void count_form(lua_State *L, int index, mb_word_forms *words, mb_slice text, uint32_t hash)
{
    if (2 * words->count >= words->capacity)
        grow(L, index, words);
    mb_form *found = place_of(words, text, hash);
    if (found->count == 0) {
        *found = (mb_form){text, hash, 0};
        words->count++;
    }
    found->count++;
}

/* A word, and what stands before it. */
typedef struct reading {
    const char *at, *end;
    const char *gap, *word;
    uint32_t hash;
    bool opens; /* a sentence: such a word tells nothing by itself */
} reading;

static bool read_word(reading *text)
{
    const char *at = text->gap = text->at;
    int seen = 0;
    while (at < text->end && !(mb_byte_kind(*at) & MB_BEGINS_WORD))
        seen |= mb_byte_kind(*at++);
    text->word = at;
    text->opens = text->gap == at || seen & MB_ENDS_SENTENCE;
    text->hash = FIRST_HASH;
    while (at < text->end && mb_byte_kind(*at) & MB_INSIDE_WORD)
        text->hash = hash_with(text->hash, *at++);
    text->at = at;
    return text->word < at;
}

static bool may_be_name(const char *word)
{
    return !(mb_byte_kind(*word) & MB_SMALL);
}

static void count_text(lua_State *L, int index, mb_word_forms *words, mb_slice text)
{
    if (is_in_capitals(text))
        return;
    mb_count_steps(L, text.size);
    const char *last = NULL; /* the word before, where it opens no sentence */
    for (reading found = {.at = text.data, .end = mb_slice_end(text)}; read_word(&found);) {
        bool follows = last && found.word - found.gap == 1 && *found.gap == ' ';
        if (follows && may_be_name(last) && may_be_name(found.word)) {
            mb_slice both = mb_slice_between(last, found.at);
            count_form(L, index, words, both, hash_of(both));
        }
        if (!found.opens)
            count_form(L, index, words, mb_slice_between(found.word, found.at), found.hash);
        last = found.opens ? NULL : found.word;
    }
}

static void count_items(lua_State *L, int index, mb_word_forms *words, const mb_list *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_list_item *item = items->items[i];
        count_text(L, index, words, item->text);
        count_items(L, index, words, &item->items);
    }
}

static void count_blocks(lua_State *L, int index, mb_word_forms *words, const mb_list *blocks)
{
    for (uint32_t i = 0; i < blocks->count; i++) {
        const mb_block *block = blocks->items[i];
        count_text(L, index, words, block->text);
        count_items(L, index, words, &block->items);
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
    mb_word_forms *words = lua_newuserdatauv(L, sizeof *words, 1);
    *words = (mb_word_forms){.value = MB_VALUE_WORDS};
    lua_rawgetp(L, LUA_REGISTRYINDEX, &words_metatable);
    lua_setmetatable(L, -2);
    grow(L, index, words);
    for (int i = 1; i <= count; i++) {
        const mb_lua_list *list = mb_to_list(L, i);
        const mb_field_info *field = list ? blocks_of(list->type) : NULL;
        luaL_argexpected(L, field, i, "list of objects that have blocks");
        for (uint32_t k = 0; k < list->count; k++) {
            const char *record = ((void *const *)list->items)[k];
            count_blocks(L, index, words, (const mb_list *)(record + field->offset));
        }
    }
    return 1;
}

void mb_open_words(lua_State *L)
{
    static const luaL_Reg methods[] = {{"heading", mb_write_heading}, {NULL, NULL}};
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
