/* titles.c: see titles.h. */
#include "site/titles.h"

#include <ctype.h>
#include <stdlib.h>

#include "core/map.h"
#include "core/unicode.h"

/* With a number in common: a title that was shortened to one word of three is still the same. */
#define LIKE_WITH_NUMBER 0.3
/* What a title is worth that is wholly within the other. */
#define SHORT_FORM 0.75
/* The fewest words that tell a thing: "Update" alone is within too many titles. */
#define TELLING_WORDS 2
/* Comparing each with each: an agenda has at most some fifty items, a work plan two hundred rows. */
#define MOST_COMPARISONS 40000
/* So many comparisons cost less than a map. */
#define FEW_COMPARISONS 600

/* "libraries" and "library" come out alike, and so do "services" and "service". */
static mb_slice singular(mb_arena *arena, mb_slice word)
{
    if (word.size > 4 && mb_slice_ends(word, MB_TEXT("ies")))
        return mb_arena_printf(arena, "%.*sy", (int)word.size - 3, word.data);
    if (word.size > 3 && mb_slice_ends(word, MB_TEXT("s")) && !mb_slice_ends(word, MB_TEXT("ss")))
        word.size--;
    return word;
}

static void keep_each_once(mb_strings *words)
{
    if (words->count == 0)
        return;
    mb_strings_sort(words);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < words->count; i++)
        if (!mb_slice_equal(words->items[i], words->items[kept - 1]))
            words->items[kept++] = words->items[i];
    words->count = kept;
}

mb_title mb_title_of(mb_arena *arena, const mb_dialect *dialect, mb_slice printed)
{
    mb_title title = {.key = printed.size ? mb_slug(arena, printed) : MB_TEXT("")};
    for (size_t at = 0; at < title.key.size;) {
        size_t end = mb_slice_find(title.key, MB_TEXT("-"), at);
        mb_slice word = mb_slice_first(mb_slice_from(title.key, at), end == SIZE_MAX ? SIZE_MAX : end - at);
        at += word.size + 1;
        if (!dialect || !mb_is_phrase(dialect, mb_group_name_joiner, word))
            mb_strings_push(arena, &title.words, singular(arena, word));
    }
    keep_each_once(&title.words);
    return title;
}

static bool is_year(mb_slice word)
{
    return word.size == 4 && (mb_slice_starts(word, MB_TEXT("19")) || mb_slice_starts(word, MB_TEXT("20"))) &&
           isdigit((unsigned char)word.data[2]) && isdigit((unsigned char)word.data[3]);
}

static uint32_t count_years(const mb_title *title)
{
    uint32_t years = 0;
    for (uint32_t i = 0; i < title->words.count; i++)
        years += is_year(title->words.items[i]);
    return years;
}

double mb_title_likeness(const mb_title *a, const mb_title *b)
{
    uint32_t shared = 0, shared_years = 0, i = 0, k = 0;
    while (i < a->words.count && k < b->words.count) {
        int order = mb_slice_compare(a->words.items[i], b->words.items[k]);
        if (order == 0) {
            shared++;
            shared_years += is_year(a->words.items[i]);
        }
        i += order <= 0;
        k += order >= 0;
    }
    if (shared == 0 || (shared_years == 0 && count_years(a) && count_years(b)))
        return 0;
    uint32_t shorter = a->words.count < b->words.count ? a->words.count : b->words.count;
    double likeness = 2.0 * shared / (a->words.count + b->words.count);
    return shared == shorter && shared >= TELLING_WORDS && likeness < SHORT_FORM ? SHORT_FORM : likeness;
}

/* --- Pairs --- */

static void join(mb_candidates left, uint32_t i, mb_candidates right, uint32_t k)
{
    left.items[i].partner = k + 1;
    right.items[k].partner = i + 1;
}

static bool fit(const mb_candidate *one, const mb_candidate *other)
{
    return one->title.words.count == 0 || other->title.words.count == 0 ||
           mb_title_likeness(&one->title, &other->title) >= LIKE_WITH_NUMBER;
}

/* Those of the right side that are still alone and have the same text; each list in its order. */
typedef mb_slice text_of(const mb_candidate *candidate);

static mb_slice number_of(const mb_candidate *candidate)
{
    return candidate->number;
}

static mb_slice key_of(const mb_candidate *candidate)
{
    return candidate->title.key;
}

typedef struct place {
    uint32_t position;
    struct place *next;
} place;

/* The first of the right side that is still alone and has the key, by looking at each; its place behind the last where
 * there is none. */
static uint32_t first_alone(text_of *text, mb_candidates right, mb_slice key)
{
    uint32_t k = 0;
    while (k < right.count && (right.items[k].partner || !mb_slice_equal(text(&right.items[k]), key)))
        k++;
    return k;
}

/* As pair_by; an agenda and its minutes are soon gone through. */
static void pair_few_by(text_of *text, bool (*may)(const mb_candidate *, const mb_candidate *), mb_candidates left,
                        mb_candidates right)
{
    for (uint32_t i = 0; i < left.count; i++) {
        mb_slice key = text(&left.items[i]);
        if (key.size == 0 || left.items[i].partner)
            continue;
        uint32_t k = first_alone(text, right, key);
        if (k < right.count && (!may || may(&left.items[i], &right.items[k])))
            join(left, i, right, k);
    }
}

static void pair_by(mb_arena *scratch, text_of *text, bool (*may)(const mb_candidate *, const mb_candidate *),
                    mb_candidates left, mb_candidates right)
{
    if ((uint64_t)left.count * right.count <= FEW_COMPARISONS) {
        pair_few_by(text, may, left, right);
        return;
    }
    mb_map *places = NULL;
    for (uint32_t k = right.count; k-- > 0;) {
        mb_slice key = text(&right.items[k]);
        if (key.size == 0 || right.items[k].partner)
            continue;
        if (!places)
            places = mb_map_for(scratch, k + 1);
        void **first = mb_map_at(places, key);
        place *here = mb_new(scratch, place);
        *here = (place){k, *first};
        *first = here;
    }
    for (uint32_t i = 0; places && i < left.count; i++) {
        mb_slice key = text(&left.items[i]);
        if (key.size == 0 || left.items[i].partner || !mb_map_get(places, key))
            continue;
        void **first = mb_map_at(places, key);
        const place *here = *first;
        if (may && !may(&left.items[i], &right.items[here->position]))
            continue;
        join(left, i, right, here->position);
        *first = here->next;
    }
}

typedef struct likeness {
    double value;
    uint32_t left, right;
} likeness;

/* The most alike first; of those as alike, the first on the left, then on the right. */
static int by_likeness(const void *a, const void *b)
{
    const likeness *one = a, *other = b;
    if (one->value != other->value)
        return one->value > other->value ? -1 : 1;
    if (one->left != other->left)
        return one->left < other->left ? -1 : 1;
    return (one->right > other->right) - (one->right < other->right);
}

static uint32_t count_alone(mb_candidates side)
{
    uint32_t alone = 0;
    for (uint32_t i = 0; i < side.count; i++)
        alone += side.items[i].partner == 0;
    return alone;
}

/* Counts the pairs that are alike; writes them to `found` where that isn't NULL. */
static size_t find_the_alike(mb_candidates left, mb_candidates right, likeness *found)
{
    size_t count = 0;
    for (uint32_t i = 0; i < left.count; i++)
        for (uint32_t k = 0; !left.items[i].partner && k < right.count; k++) {
            if (right.items[k].partner)
                continue;
            double value = mb_title_likeness(&left.items[i].title, &right.items[k].title);
            if (value < MB_LIKE_TITLES)
                continue;
            if (found)
                found[count] = (likeness){value, i, k};
            count++;
        }
    return count;
}

static void pair_the_alike(mb_arena *scratch, mb_candidates left, mb_candidates right)
{
    if ((uint64_t)count_alone(left) * count_alone(right) > MOST_COMPARISONS)
        return;
    size_t count = find_the_alike(left, right, NULL);
    if (count == 0)
        return;
    likeness *found = mb_new_array(scratch, likeness, count);
    find_the_alike(left, right, found);
    qsort(found, count, sizeof *found, by_likeness);
    for (size_t f = 0; f < count; f++)
        if (!left.items[found[f].left].partner && !right.items[found[f].right].partner)
            join(left, found[f].left, right, found[f].right);
}

void mb_pair_numbers(mb_arena *scratch, mb_candidates left, mb_candidates right)
{
    pair_by(scratch, number_of, NULL, left, right);
}

void mb_pair_titles(mb_arena *scratch, mb_candidates left, mb_candidates right)
{
    pair_by(scratch, number_of, fit, left, right);
    pair_by(scratch, key_of, NULL, left, right);
    pair_the_alike(scratch, left, right);
}
