/* panel_names.c: see panel_names.h. */
#include "site/panel_names.h"

#include <ctype.h>

#include "core/unicode.h"

/* Longer capitals are a name set in capitals, not an abbreviation. */
#define LONGEST_ABBREVIATION 8
/* A short form leaves out at least so many letters, and keeps at least so many. */
#define LETTERS_LEFT_OUT 2
#define LETTERS_KEPT     3
/* No panel's name has more words; the rest of a longer one is left out. */
#define MOST_WORDS 40

static mb_slice without_council(mb_slice council, mb_slice printed)
{
    if (council.size == 0 || !mb_slice_starts_nocase(printed, council))
        return printed;
    mb_slice rest = mb_slice_from(printed, council.size);
    if (rest.size == 0 || isalnum((unsigned char)rest.data[0]))
        return printed;
    while (rest.size && !isalnum((unsigned char)rest.data[0]) && (unsigned char)rest.data[0] < 0x80)
        rest = mb_slice_from(rest, 1);
    return rest.size ? rest : printed;
}

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 || c == '\'';
}

/* The next word at or after `*at`, which moves behind it; empty at the end. */
static mb_slice next_word(mb_slice name, size_t *at)
{
    while (*at < name.size && !is_word_byte(name.data[*at]))
        (*at)++;
    size_t start = *at;
    while (*at < name.size && is_word_byte(name.data[*at]))
        (*at)++;
    return mb_slice_between(name.data + start, name.data + *at);
}

static bool is_in_capitals(mb_slice word)
{
    for (size_t i = 0; i < word.size; i++)
        if (!isupper((unsigned char)word.data[i]))
            return false;
    return word.size > 1 && word.size <= LONGEST_ABBREVIATION;
}

static bool has_small_letters(mb_slice name)
{
    for (size_t i = 0; i < name.size; i++)
        if (islower((unsigned char)name.data[i]))
            return true;
    return false;
}

static void add_word(mb_arena *arena, mb_panel_name *name, mb_slice word, bool is_abbreviation)
{
    mb_slice bare = mb_slug(arena, word);
    if (bare.size == 0 || name->words.count == MOST_WORDS)
        return;
    name->is_abbreviation[name->words.count] = is_abbreviation;
    mb_strings_push(arena, &name->words, bare);
}

static mb_slice join(mb_arena *arena, const mb_panel_name *name, bool initials)
{
    size_t size = 0;
    for (uint32_t i = 0; i < name->words.count; i++)
        size += name->words.items[i].size;
    char *text = mb_new_array(arena, char, size + 1), *end = text;
    for (uint32_t i = 0; i < name->words.count; i++) {
        mb_slice word = name->words.items[i];
        size_t taken = initials && !name->is_abbreviation[i] ? 1 : word.size;
        memcpy(end, word.data, taken);
        end += taken;
    }
    return mb_slice_between(text, end);
}

mb_panel_name mb_panel_name_of(mb_arena *arena, const mb_dialect *dialect, mb_slice council, mb_slice printed)
{
    mb_panel_name name = {.printed = without_council(council, mb_slice_trim(printed))};
    name.is_abbreviation = mb_new_array(arena, bool, MOST_WORDS);
    bool mixed = has_small_letters(name.printed);
    size_t at = 0;
    for (mb_slice word; (word = next_word(name.printed, &at)).size > 0;)
        if (!dialect || !mb_is_phrase(dialect, mb_group_name_joiner, word))
            add_word(arena, &name, word, mixed && is_in_capitals(word));
    name.key = join(arena, &name, false);
    name.initials = join(arena, &name, true);
    return name;
}

/* Whether `word` is `whole` with letters left out: "cttee" of "committee", "dev" of "development". */
static bool is_short_form(mb_slice word, mb_slice whole)
{
    if (word.size < LETTERS_KEPT || word.size + LETTERS_LEFT_OUT > whole.size)
        return false;
    if (mb_slice_starts(whole, word))
        return true;
    size_t at = 0;
    for (size_t i = 0; i < whole.size && at < word.size; i++)
        at += whole.data[i] == word.data[at];
    return at == word.size && word.data[0] == whole.data[0] && word.data[at - 1] == whole.data[whole.size - 1];
}

/* How many words of `name` from `from` on have the abbreviation's letters as their initials; 0 where they don't. */
static uint32_t words_abbreviated(mb_slice abbreviation, const mb_panel_name *name, uint32_t from)
{
    if (name->words.count - from < abbreviation.size)
        return 0;
    for (uint32_t i = 0; i < abbreviation.size; i++)
        if (name->words.items[from + i].data[0] != abbreviation.data[i])
            return 0;
    return (uint32_t)abbreviation.size;
}

/* How far one step of the comparison goes in each name; nowhere where the words there don't fit. */
typedef struct step {
    uint32_t a, b;
} step;

static step compare_words(const mb_panel_name *a, uint32_t i, const mb_panel_name *b, uint32_t k)
{
    mb_slice left = a->words.items[i], right = b->words.items[k];
    if (mb_slice_equal(left, right) || is_short_form(left, right) || is_short_form(right, left))
        return (step){1, 1};
    uint32_t words = a->is_abbreviation[i] ? words_abbreviated(left, b, k) : 0;
    if (words)
        return (step){1, words};
    words = b->is_abbreviation[k] ? words_abbreviated(right, a, i) : 0;
    return words ? (step){words, 1} : (step){0, 0};
}

bool mb_panel_name_abbreviates(const mb_panel_name *a, const mb_panel_name *b)
{
    uint32_t i = 0, k = 0;
    while (i < a->words.count && k < b->words.count) {
        step next = compare_words(a, i, b, k);
        if (next.a == 0)
            return false;
        i += next.a;
        k += next.b;
    }
    return i == a->words.count && k == b->words.count && i > 0;
}
