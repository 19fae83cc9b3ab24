/* vote_lines.c: puts a side's label, its names and its count together, and counts that stand one below the other.
 *
 *     For the motion:                   ┐
 *     Councillors Ann Lee and Bob Hay   ├─►  For the motion: Councillors Ann Lee and Bob Hay (2)
 *     2                                 ┘
 *     For: 7  │  Against: 2             ───►  For: 7, Against: 2                                     */
#include "reader/minutes/vote_lines.h"

#include <ctype.h>

#include "reader/minutes/speech.h"
#include "reader/minutes/text.h"
#include "reader/sentences.h"

/* "There voted for the minutes being a correct record:" */
#define LABEL_WORDS 14
/* "For: 7", "Members voting against - 2" */
#define COUNT_WORDS 6
/* No council has a thousand members. */
#define COUNT_DIGITS 3
/* In favour, against, abstained. */
#define SIDES 3

/* As a dialect names the first two. */
#define IN_FAVOUR "in favour"
#define AGAINST   "against"

static mb_slice text_at(const mb_list *texts, uint32_t index)
{
    return index < texts->count ? ((const mb_minute_text *)texts->items[index])->text : MB_NOTHING;
}

static mb_slice without_marks(mb_slice text)
{
    text = mb_slice_trim(text);
    while (text.size && strchr("*_:-= ", *text.data))
        text = mb_slice_from(text, 1);
    while (text.size && strchr(":-*_., ", mb_slice_end(text)[-1]))
        text.size--;
    return text;
}

static bool is_count(mb_slice text)
{
    text = without_marks(text);
    return mb_slice_is_digits(text) && text.size <= COUNT_DIGITS;
}

/* ---- counts one below the other ---- */

/* A side with its count: what it stands for, how it is printed, and both as one reads a vote's counts. */
typedef struct counted_side {
    mb_slice value, label, count, words;
} counted_side;

static bool read_side(const mb_dialect *dialect, mb_group group, counted_side *side)
{
    mb_hit hit;
    mb_slice words = side->words;
    if (mb_starts_with(dialect, group, words, &hit) && is_count(mb_slice_from(words, hit.end))) {
        side->label = mb_slice_first(words, hit.end);
        side->count = without_marks(mb_slice_from(words, hit.end));
        side->value = hit.value;
        return true;
    }
    size_t number = mb_word_end(words, 0);
    mb_slice behind = mb_slice_trim(mb_slice_from(words, number));
    if (!is_count(mb_slice_first(words, number)) || !mb_starts_with(dialect, group, behind, &hit) ||
        hit.end != behind.size)
        return false;
    side->label = behind;
    side->count = without_marks(mb_slice_first(words, number));
    side->value = hit.value;
    return true;
}

/* "For: 7", "2 Against", "Abstentions - none" is no sentence: a side, a number and nothing else. */
static bool is_counted_side(const mb_dialect *dialect, mb_slice text, counted_side *side)
{
    *side = (counted_side){.words = without_marks(text)};
    return mb_slice_words(side->words) <= COUNT_WORDS &&
           (read_side(dialect, mb_group_named_side, side) || read_side(dialect, mb_group_vote_side, side));
}

static bool is_for_amendment(const mb_dialect *dialect, const counted_side *side)
{
    return mb_contains(dialect, mb_group_amendment, side->label, &(mb_hit){0});
}

/* Who is for the amendment is against the motion, where those for each are counted. */
static bool part_rivals(const mb_dialect *dialect, counted_side *side, counted_side *other)
{
    bool amendment = is_for_amendment(dialect, side);
    if (!mb_slice_equal(side->value, MB_TEXT(IN_FAVOUR)) || amendment == is_for_amendment(dialect, other))
        return false;
    (amendment ? side : other)->value = MB_TEXT(AGAINST);
    return true;
}

static counted_side *side_of(counted_side *sides, uint32_t count, mb_slice value)
{
    for (uint32_t i = 0; i < count; i++)
        if (mb_slice_equal(sides[i].value, value))
            return &sides[i];
    return NULL;
}

/* Whether `side` has no count among `sides` yet. */
static bool is_other_side(const mb_dialect *dialect, counted_side *sides, uint32_t count, counted_side *side)
{
    counted_side *same = side_of(sides, count, side->value);
    return !same || (!side_of(sides, count, MB_TEXT(AGAINST)) && part_rivals(dialect, side, same));
}

/* ---- a label and the names below it ---- */

/* The side's label in a text that is nothing but one: "Against", "There voted for the motion:-". */
static mb_slice label_alone(const mb_dialect *dialect, mb_slice text)
{
    mb_hit hit;
    mb_slice words = without_marks(text);
    size_t bracket = mb_slice_find(words, MB_TEXT("("), 0);
    mb_slice label = mb_slice_trim(mb_slice_first(words, bracket));
    mb_slice inside = bracket < words.size ? mb_slice_from(words, bracket + 1) : MB_NOTHING;
    bool counted = bracket >= words.size ||
                   (mb_slice_ends(inside, MB_TEXT(")")) && is_count(mb_slice_first(inside, inside.size - 1)));
    if (mb_is_phrase(dialect, mb_group_named_side, label) && counted)
        return words;
    bool leads = words.size && mb_slice_end(words) < mb_slice_end(text) && strchr(":-", *mb_slice_end(words));
    return leads && mb_slice_words(words) <= LABEL_WORDS && mb_starts_with(dialect, mb_group_named_side, words, &hit)
               ? mb_slice_first(words, hit.end)
               : MB_NOTHING;
}

/* Whether the text is a list of people, with or without dots and a count behind it. */
static bool lists_people(const mb_dialect *dialect, mb_slice text)
{
    mb_slice names = without_marks(text);
    while (names.size && strchr("0123456789.() ", mb_slice_end(names)[-1]))
        names.size--;
    return names.size > 0 && isupper((unsigned char)*names.data) && mb_subject_end(dialect, names) == names.size &&
           !label_alone(dialect, names).data;
}

/* "Ann Lee, Bob Hay ........ 2" */
static mb_slice with_bracketed_count(mb_arena *arena, mb_slice names)
{
    size_t digits = names.size, end;
    while (digits > 0 && isdigit((unsigned char)names.data[digits - 1]))
        digits--;
    for (end = digits; end > 0 && strchr(". ", names.data[end - 1]);)
        end--;
    bool dotted = digits < names.size && digits >= end + 3;
    return dotted ? mb_arena_printf(arena, "%.*s (%.*s)", (int)end, names.data, MB_ARG(mb_slice_from(names, digits)))
                  : names;
}

/* The label at `*index` with the names and the count behind it, over which `*index` moves. */
static mb_slice take_side(mb_reader *reader, const mb_list *texts, uint32_t *index)
{
    mb_slice label = label_alone(reader->dialect, text_at(texts, *index)), names = text_at(texts, *index + 1);
    if (!label.data || !names.data || !lists_people(reader->dialect, names))
        return MB_NOTHING;
    names = with_bracketed_count(reader->scratch, names);
    ++*index;
    mb_slice count = without_marks(text_at(texts, *index + 1));
    if (!is_count(count))
        return mb_arena_printf(reader->arena, "%.*s: %.*s", MB_ARG(label), MB_ARG(names));
    ++*index;
    return mb_arena_printf(reader->arena, "%.*s: %.*s (%.*s)", MB_ARG(label), MB_ARG(names), MB_ARG(count));
}

/* As it is printed, or, where the label is one of several words ("For the motion - 12"), as what it stands for. */
static mb_slice words_of(mb_arena *arena, const counted_side *side)
{
    return mb_slice_words(side->label) > 1
               ? mb_arena_printf(arena, "%.*s: %.*s", MB_ARG(side->value), MB_ARG(side->count))
               : side->words;
}

/* The counts from `*index` on, over which it moves. */
static mb_slice take_counts(mb_reader *reader, const mb_list *texts, uint32_t *index)
{
    counted_side sides[SIDES];
    uint32_t count = 0;
    while (count < SIDES && is_counted_side(reader->dialect, text_at(texts, *index + count), &sides[count]) &&
           is_other_side(reader->dialect, sides, count, &sides[count]))
        count++;
    if (count < 2)
        return MB_NOTHING;
    mb_slice counts = words_of(reader->scratch, &sides[0]);
    for (uint32_t i = 1; i < count; i++)
        counts =
            mb_arena_printf(reader->arena, "%.*s, %.*s", MB_ARG(counts), MB_ARG(words_of(reader->scratch, &sides[i])));
    *index += count - 1;
    return counts;
}

void mb_join_vote_lines(mb_reader *reader, mb_list *texts)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < texts->count; i++) {
        mb_minute_text *text = texts->items[i];
        mb_slice joined = take_side(reader, texts, &i);
        if (!joined.data)
            joined = take_counts(reader, texts, &i);
        if (joined.data)
            text->text = joined;
        texts->items[kept++] = text;
    }
    texts->count = kept;
}
