/* word_forms.c: counts the words of running text. */
#include <stdlib.h>

#include "core/fnv.h"
#include "script/words.h"

#define FIRST_CAPACITY 256

/* Between two looks at the limits: some 0.1 ms. */
#define WORK_AT_A_TIME 65536

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

/* A hash that doesn't see the case of letters. */
static uint32_t hash_of(mb_slice text)
{
    uint64_t hash = MB_FNV_START;
    for (size_t i = 0; i < text.size; i++)
        hash = mb_fnv_add(hash, mb_small_letter(text.data[i]));
    return (uint32_t)hash;
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

bool mb_is_in_capitals(mb_slice text)
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

typedef struct counting {
    mb_word_forms *words;
    mb_count_limits limits;
    uint64_t work; /* that no limit saw yet: bytes, and places of the table that were looked at */
    mb_stop stopped;
} counting;

/* Whether it may go on. */
static bool work_on(counting *c, uint64_t work)
{
    c->work += work;
    if (c->work < WORK_AT_A_TIME)
        return !c->stopped;
    c->work = 0;
    if (!c->stopped && c->words->steps > c->limits.steps)
        c->stopped = MB_STOPPED_BY_STEPS;
    if (!c->stopped && mb_is_late(c->limits.page))
        c->stopped = MB_STOPPED_BY_TIME;
    return !c->stopped;
}

/* The place of this very form in the table, or the one that it would have. */
static mb_form *place_of(const mb_word_forms *words, mb_slice text, uint32_t hash)
{
    uint32_t mask = words->capacity - 1, at = hash & mask;
    while (words->forms[at].count > 0 &&
           !(words->forms[at].hash == hash && mb_slice_equal(words->forms[at].text, text)))
        at = (at + 1) & mask;
    return &words->forms[at];
}

/* Doubles the table. */
static mb_stop grow(counting *c)
{
    mb_word_forms *words = c->words;
    const mb_word_forms old = *words;
    uint32_t capacity = old.capacity ? 2 * old.capacity : FIRST_CAPACITY;
    if (capacity > c->limits.memory / sizeof *old.forms)
        return MB_STOPPED_BY_MEMORY;
    mb_form *forms = calloc(capacity, sizeof *forms);
    if (!forms)
        return MB_STOPPED_BY_MACHINE;
    words->forms = forms;
    words->capacity = capacity;
    for (uint32_t i = 0; i < old.capacity; i++)
        if (old.forms[i].count > 0)
            *place_of(words, old.forms[i].text, old.forms[i].hash) = old.forms[i];
    free(old.forms);
    return MB_GOING;
}

/* Many forms of the same letters stand side by side in the table. */
static void count_form(counting *c, mb_slice text, uint32_t hash)
{
    mb_word_forms *words = c->words;
    if (2 * words->count >= words->capacity && !c->stopped)
        c->stopped = grow(c);
    if (c->stopped)
        return;
    mb_form *found = place_of(words, text, hash);
    work_on(c, ((uint32_t)(found - words->forms) - hash) & (words->capacity - 1));
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

static void count_text(counting *c, mb_slice text)
{
    mb_word_forms *words = c->words;
    words->steps += text.size;
    if (!work_on(c, text.size) || mb_is_in_capitals(text))
        return;
    const char *last = NULL; /* the word before, where it is wanted and opens no sentence */
    for (mb_word_reading found = {.at = text.data, .end = mb_slice_end(text)}; !c->stopped && mb_read_word(&found);) {
        const char *before = last;
        mb_slice word = mb_slice_between(found.word, found.at);
        last = NULL;
        if (found.opens || !has_wanted_shape(&words->wanted, word))
            continue;
        uint32_t hash = hash_of(word);
        if (!has_wanted_hash(&words->wanted, hash))
            continue;
        count_form(c, word, hash);
        last = found.word;
        bool follows = before && found.word - found.gap == 1 && *found.gap == ' ';
        if (follows && may_be_name(before) && may_be_name(found.word)) {
            mb_slice both = mb_slice_between(before, found.at);
            count_form(c, both, hash_of(both));
        }
    }
}

static void count_items(counting *c, const mb_list *items)
{
    for (uint32_t i = 0; i < items->count && work_on(c, 1); i++) {
        const mb_list_item *item = items->items[i];
        count_text(c, item->text);
        count_items(c, &item->items);
    }
}

static void count_blocks(counting *c, const mb_list *blocks)
{
    for (uint32_t i = 0; i < blocks->count && work_on(c, 1); i++) {
        const mb_block *block = blocks->items[i];
        count_text(c, block->text);
        if (block->type == mb_block_type_list)
            count_items(c, &block->items);
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

static void count_list(counting *c, const mb_lua_list *list)
{
    const mb_field_info *blocks = field_of(list->type, MB_TEXT("blocks"), MB_KIND_list);
    for (uint32_t i = 0; blocks && i < list->count && work_on(c, 1); i++)
        count_blocks(c, (const mb_list *)((const char *)record_of(list, i) + blocks->offset));
}

mb_stop mb_word_forms_count(mb_word_forms *words, mb_count_limits limits)
{
    counting c = {.words = words, .limits = limits};
    words->is_counted = false;
    words->steps = 0;
    if (words->capacity == 0)
        c.stopped = grow(&c);
    if (c.stopped)
        return c.stopped;
    memset(words->forms, 0, words->capacity * sizeof *words->forms);
    words->count = 0;
    for (int i = 0; i < words->list_count && !c.stopped; i++)
        count_list(&c, &words->lists[i]);
    words->is_counted = !c.stopped;
    return c.stopped;
}

static void want_titles(mb_wanted *wanted, const mb_lua_list *list)
{
    const mb_slice names[] = {MB_TEXT("title"), MB_TEXT("printed")};
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        const mb_field_info *field = field_of(list->type, names[k], MB_KIND_string);
        for (uint32_t i = 0; field && i < list->count; i++)
            want(wanted, *(const mb_slice *)((const char *)record_of(list, i) + field->offset));
    }
}

void mb_word_forms_want_titles(mb_word_forms *words)
{
    for (int i = 0; i < words->list_count; i++)
        want_titles(&words->wanted, &words->lists[i]);
}

void mb_word_forms_want(mb_word_forms *words, mb_slice heading)
{
    want(&words->wanted, heading);
}

bool mb_word_forms_have(const mb_word_forms *words, mb_slice heading)
{
    return words->is_counted && is_wanted(&words->wanted, heading);
}

mb_word_forms *mb_word_forms_new(const mb_lua_list *lists, int count)
{
    mb_word_forms *made = calloc(1, sizeof *made + (size_t)count * sizeof *lists);
    if (!made)
        return NULL;
    made->list_count = count;
    for (int i = 0; i < count; i++)
        made->lists[i] = lists[i];
    return made;
}

void mb_word_forms_free(mb_word_forms *words)
{
    if (words)
        free(words->forms);
    free(words);
}
