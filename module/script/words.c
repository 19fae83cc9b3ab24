/* words.c: counts the words of running text. */
#include "script/words.h"

#include <lauxlib.h>

static const char words_metatable; /* the key of the registry */

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
static uint32_t hash_of(mb_slice text)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < text.size; i++)
        hash = (hash ^ (unsigned char)mb_small_letter(text.data[i])) * 16777619U;
    return hash;
}

static bool has_wanted_shape(const mb_wanted *wanted, mb_slice word)
{
    return wanted->shapes[word.data[0] & 31] >> (word.size & 31) & 1;
}

static bool has_wanted_hash(const mb_wanted *wanted, uint32_t hash)
{
    uint32_t bit = hash % MB_WANTED_BITS;
    return wanted->hashes[bit / 8] >> (bit & 7) & 1;
}

static void want(mb_wanted *wanted, mb_slice words)
{
    for (mb_word_reading found = {.at = words.data, .end = mb_slice_end(words)}; mb_read_word(&found);) {
        mb_slice word = mb_slice_between(found.word, found.at);
        uint32_t bit = hash_of(word) % MB_WANTED_BITS;
        wanted->shapes[word.data[0] & 31] |= UINT32_C(1) << (word.size & 31);
        wanted->hashes[bit / 8] |= (unsigned char)(1 << (bit & 7));
    }
}

static bool is_wanted(const mb_wanted *wanted, mb_slice words)
{
    for (mb_word_reading found = {.at = words.data, .end = mb_slice_end(words)}; mb_read_word(&found);) {
        mb_slice word = mb_slice_between(found.word, found.at);
        if (!has_wanted_shape(wanted, word) || !has_wanted_hash(wanted, hash_of(word)))
            return false;
    }
    return true;
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

const mb_form *mb_word_forms_next(const mb_word_forms *words, mb_slice text, const mb_form *before)
{
    uint32_t mask = words->capacity - 1, hash = before ? before->hash : hash_of(text);
    uint32_t at = before ? (uint32_t)(before - words->forms + 1) & mask : hash & mask;
    for (; words->forms[at].count > 0; at = (at + 1) & mask)
        if (words->forms[at].hash == hash && mb_slice_equal_nocase(words->forms[at].text, text))
            return &words->forms[at];
    return NULL;
}

static void count_form(lua_State *L, mb_word_forms *words, mb_slice text, uint32_t hash)
{
    if (2 * words->count >= words->capacity)
        mb_word_forms_grow(L, words);
    mb_form *found = mb_word_forms_place(words, text, hash);
    if (found->count == 0) {
        *found = (mb_form){text, hash, 0};
        words->count++;
    }
    found->count++;
}

static bool may_be_name(const char *word)
{
    return !(mb_byte_kind(*word) & MB_SMALL);
}

static void count_text(lua_State *L, mb_word_forms *words, mb_slice text)
{
    words->steps += text.size;
    mb_count_steps(L, text.size);
    if (is_in_capitals(text))
        return;
    const char *last = NULL; /* the word before, where it is wanted and opens no sentence */
    for (mb_word_reading found = {.at = text.data, .end = mb_slice_end(text)}; mb_read_word(&found);) {
        const char *before = last;
        mb_slice word = mb_slice_between(found.word, found.at);
        last = NULL;
        if (found.opens || !has_wanted_shape(&words->wanted, word))
            continue;
        uint32_t hash = hash_of(word);
        if (!has_wanted_hash(&words->wanted, hash))
            continue;
        count_form(L, words, word, hash);
        last = found.word;
        bool follows = before && found.word - found.gap == 1 && *found.gap == ' ';
        if (follows && may_be_name(before) && may_be_name(found.word)) {
            mb_slice both = mb_slice_between(before, found.at);
            count_form(L, words, both, hash_of(both));
        }
    }
}

static void count_items(lua_State *L, mb_word_forms *words, const mb_list *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_list_item *item = items->items[i];
        count_text(L, words, item->text);
        count_items(L, words, &item->items);
    }
}

static void count_blocks(lua_State *L, mb_word_forms *words, const mb_list *blocks)
{
    for (uint32_t i = 0; i < blocks->count; i++) {
        const mb_block *block = blocks->items[i];
        count_text(L, words, block->text);
        if (block->type == mb_block_type_list)
            count_items(L, words, &block->items);
    }
}

/* The field of that name and kind, or NULL. */
static const mb_field_info *field_of(const mb_type_info *type, mb_slice name, mb_kind kind)
{
    const mb_field_info *field = type ? mb_field_find(type, name) : NULL;
    return field && field->kind == kind ? field : NULL;
}

static const void *record_of(const mb_lua_list *list, uint32_t position)
{
    return ((void *const *)list->items)[position];
}

static void count_list(lua_State *L, mb_word_forms *words, const mb_lua_list *list)
{
    const mb_field_info *blocks = field_of(list->type, MB_TEXT("blocks"), MB_KIND_list);
    for (uint32_t i = 0; blocks && i < list->count; i++)
        count_blocks(L, words, (const mb_list *)((const char *)record_of(list, i) + blocks->offset));
}

static void count_all(lua_State *L, mb_word_forms *words)
{
    words->is_counted = false; /* should an error end it half-way */
    words->steps = 0;
    if (words->capacity == 0)
        mb_word_forms_grow(L, words);
    memset(words->forms, 0, words->capacity * sizeof *words->forms);
    words->count = 0;
    for (int i = 0; i < words->list_count; i++)
        count_list(L, words, &words->lists[i]);
    words->is_counted = true;
}

/* Most headings that a page asks for are those of the objects. */
static void want_headings(mb_wanted *wanted, const mb_lua_list *list)
{
    const mb_slice names[] = {MB_TEXT("title"), MB_TEXT("printed")};
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        const mb_field_info *field = field_of(list->type, names[k], MB_KIND_string);
        for (uint32_t i = 0; field && i < list->count; i++)
            want(wanted, *(const mb_slice *)((const char *)record_of(list, i) + field->offset));
    }
}

/* What scripts hold. */
typedef struct holder {
    mb_value_kind value;
    mb_word_forms *words;
} holder;

static void count_first(lua_State *L, mb_word_forms *words)
{
    for (int i = 0; i < words->list_count; i++)
        want_headings(&words->wanted, &words->lists[i]);
    count_all(L, words);
}

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
    if (words->is_counted)
        mb_count_steps(L, words->steps);
    else
        count_first(L, words);
    holder *made = lua_newuserdatauv(L, sizeof *made, 0);
    *made = (holder){MB_VALUE_WORDS, words};
    lua_rawgetp(L, LUA_REGISTRYINDEX, &words_metatable);
    lua_setmetatable(L, -2);
    return 1;
}

const mb_word_forms *mb_word_forms_for(lua_State *L, mb_slice heading)
{
    const holder *held = lua_type(L, 1) == LUA_TUSERDATA ? lua_touserdata(L, 1) : NULL;
    luaL_argexpected(L, held && held->value == MB_VALUE_WORDS, 1, "word forms");
    mb_word_forms *words = held->words;
    if (!words->is_counted || !is_wanted(&words->wanted, heading)) {
        want(&words->wanted, heading);
        count_all(L, words);
    }
    return words;
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
