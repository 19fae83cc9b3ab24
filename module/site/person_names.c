/* person_names.c: see person_names.h. */
#include "site/person_names.h"

#include <ctype.h>

#include "core/unicode.h"
#include "reader/sentences.h"

/* A longer text is a sentence, or several names. */
#define MOST_WORDS 6
/* "RW Hartnell" has initials; "ANN Lee" was set in capitals. */
#define MOST_JOINED_INITIALS 2
/* First names that share their first letters: Andrew and Andy, Robert and Rob. */
#define SHARED_LETTERS 3

typedef struct words {
    mb_slice printed[MOST_WORDS]; /* as printed */
    mb_slice letters[MOST_WORDS]; /* small, without accents and hyphens */
    uint32_t count;
} words;

/* A hyphen at a wrap keeps a blank behind it: "Marsh- Oakley". */
static mb_slice mend_wraps(mb_arena *arena, mb_slice printed)
{
    if (mb_slice_find(printed, MB_TEXT("- "), 0) == SIZE_MAX)
        return printed;
    char *text = mb_new_array(arena, char, printed.size + 1), *end = text;
    for (size_t i = 0; i < printed.size; i++)
        if (printed.data[i] != ' ' || i == 0 || printed.data[i - 1] != '-')
            *end++ = printed.data[i];
    return mb_slice_between(text, end);
}

static mb_slice letters_of(mb_arena *arena, mb_slice word)
{
    mb_slice slug = mb_slug(arena, word);
    char *letters = mb_new_array(arena, char, slug.size + 1), *end = letters;
    for (size_t i = 0; i < slug.size; i++)
        if (slug.data[i] != '-')
            *end++ = slug.data[i];
    return mb_slice_between(letters, end);
}

static bool has_digit(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (isdigit((unsigned char)text.data[i]))
            return true;
    return false;
}

/* Splits the name; 0 words where it is none. */
static words split(mb_arena *arena, const mb_dialect *dialect, mb_slice name)
{
    words found = {.count = 0};
    for (size_t at = 0; at < name.size;) {
        size_t end = mb_slice_find(name, MB_TEXT(" "), at);
        mb_slice word = mb_slice_first(mb_slice_from(name, at), end == SIZE_MAX ? SIZE_MAX : end - at);
        at += word.size + 1;
        if (mb_slice_ends(word, MB_TEXT(",")))
            word.size--;
        mb_slice letters = letters_of(arena, word);
        if (letters.size == 0 || (found.count && dialect && mb_is_phrase(dialect, mb_group_post_nominal, word)))
            continue;
        if (found.count == MOST_WORDS)
            return (words){.count = 0};
        found.printed[found.count] = word;
        found.letters[found.count++] = letters;
    }
    return found;
}

static bool is_initials(mb_slice printed, mb_slice letters)
{
    if (letters.size == 1)
        return true;
    if (letters.size > MOST_WORDS || (letters.size > MOST_JOINED_INITIALS && !memchr(printed.data, '.', printed.size)))
        return false;
    for (size_t i = 0; i < printed.size; i++)
        if (!isupper((unsigned char)printed.data[i]) && printed.data[i] != '.')
            return false;
    return true;
}

static mb_slice join(mb_arena *arena, const words *all)
{
    size_t size = 0;
    for (uint32_t i = 0; i < all->count; i++)
        size += all->letters[i].size;
    char *key = mb_new_array(arena, char, size + 1), *end = key;
    for (uint32_t i = 0; i < all->count; i++) {
        bool middle = i > 0 && i + 1 < all->count;
        if (middle && is_initials(all->printed[i], all->letters[i]) && !is_initials(all->printed[0], all->letters[0]))
            continue;
        memcpy(end, all->letters[i].data, all->letters[i].size);
        end += all->letters[i].size;
    }
    return mb_slice_between(key, end);
}

static mb_name_form form_of(const words *all)
{
    if (all->count < 2)
        return all->count ? MB_NAME_SURNAME : MB_NAME_NONE;
    for (uint32_t i = 0; i + 1 < all->count; i++)
        if (!is_initials(all->printed[i], all->letters[i]))
            return MB_NAME_FULL;
    return MB_NAME_INITIALS;
}

/* The second initial, whether it stands alone or behind the first: "R W Hartnell", "R.W. Hartnell", "Roy W Hartnell". */
static mb_slice middle_of(const words *all)
{
    if (all->count > 2)
        return mb_slice_first(all->letters[1], 1);
    bool joined = all->count == 2 && all->letters[0].size > 1 && is_initials(all->printed[0], all->letters[0]);
    return joined ? mb_slice_first(mb_slice_from(all->letters[0], 1), 1) : MB_NOTHING;
}

/* "the Leader" is an office, whoever holds it. */
static bool has_article(const mb_dialect *dialect, mb_slice text)
{
    return dialect && mb_take_article(dialect, &text);
}

mb_person_name mb_person_name_of(mb_arena *arena, const mb_dialect *dialect, mb_slice printed)
{
    mb_slice text = mend_wraps(arena, mb_slice_trim(printed));
    bool is_none = has_digit(text) || has_article(dialect, text);
    words all = is_none ? (words){.count = 0} : split(arena, dialect, text);
    mb_person_name name = {.form = form_of(&all)};
    if (name.form == MB_NAME_NONE)
        return name;
    mb_slice last = all.printed[all.count - 1];
    name.bare = mb_slice_between(all.printed[0].data, mb_slice_end(last));
    name.key = join(arena, &all);
    name.first = name.form == MB_NAME_SURNAME ? MB_NOTHING : all.letters[0];
    if (name.form == MB_NAME_INITIALS)
        name.first = mb_slice_first(name.first, 1);
    name.surname = all.letters[all.count - 1];
    name.middle = middle_of(&all);
    name.double_barrelled = memchr(last.data, '-', last.size) != NULL;
    return name;
}

/* What stands for all the first names that one person may go by; NOTHING where the dialect knows none. */
static mb_slice family_of(const mb_dialect *dialect, mb_slice first)
{
    mb_hit hit;
    bool known = dialect && mb_starts_with(dialect, mb_group_first_name, first, &hit) && hit.end == first.size;
    return known ? hit.value : MB_NOTHING;
}

bool mb_first_names_are_alike(const mb_dialect *dialect, mb_slice a, mb_slice b)
{
    size_t shared = 0;
    while (shared < a.size && shared < b.size && a.data[shared] == b.data[shared])
        shared++;
    if (shared >= SHARED_LETTERS || (shared > 0 && (shared == a.size || shared == b.size)))
        return true;
    mb_slice family = family_of(dialect, a);
    return family.size && mb_slice_equal(family, family_of(dialect, b));
}

static bool is_part(const mb_person_name *part, const mb_person_name *whole)
{
    if (!whole->double_barrelled || part->surname.size >= whole->surname.size)
        return false;
    mb_slice start = mb_slice_first(whole->surname, part->surname.size);
    return mb_slice_equal(start, part->surname) || mb_slice_ends(whole->surname, part->surname);
}

bool mb_surname_is_part(const mb_person_name *a, const mb_person_name *b)
{
    return is_part(a, b) || is_part(b, a);
}
