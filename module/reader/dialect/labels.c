/* labels.c: a phrase, brackets, a colon or a dash. */
#include "reader/dialect/labels.h"

#include <stdint.h>

/* Brackets within a label hold a word or two. */
#define BRACKET_SIZE 40

static size_t skip_spaces(mb_slice text, size_t at)
{
    while (at < text.size && (text.data[at] == ' ' || text.data[at] == '\t'))
        at++;
    return at;
}

static size_t skip_bracket(mb_slice text, size_t at)
{
    if (at >= text.size || text.data[at] != '(')
        return at;
    size_t close = mb_slice_find(text, MB_TEXT(")"), at);
    return close != SIZE_MAX && close - at <= BRACKET_SIZE ? skip_spaces(text, close + 1) : at;
}

/* Behind the colons and dashes at `at`; `at` itself where there are none. */
static size_t skip_punctuation(mb_slice text, size_t at)
{
    static const char *const marks[] = {":", ";", "-", ".", "*", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (mb_slice_starts(mb_slice_from(text, at), mb_slice_of(marks[i])))
            return skip_punctuation(text, skip_spaces(text, at + strlen(marks[i])));
    return at;
}

bool mb_starts_with_label(const mb_dialect *dialect, mb_group group, mb_slice text, mb_hit *hit)
{
    mb_hit phrase;
    if (!mb_starts_with(dialect, group, text, &phrase))
        return false;
    bool marked = phrase.end > 0 && strchr(":-", text.data[phrase.end - 1]);
    size_t at = skip_bracket(text, skip_spaces(text, phrase.end));
    size_t end = skip_punctuation(text, at);
    if (!marked && end == at && at < text.size)
        return false;
    phrase.end = end;
    if (hit)
        *hit = phrase;
    return true;
}

bool mb_starts_with_list_label(const mb_dialect *dialect, mb_group group, mb_slice text, mb_hit *hit)
{
    mb_hit phrase;
    if (mb_starts_with_label(dialect, group, text, hit))
        return true;
    if (!mb_starts_with(dialect, group, text, &phrase))
        return false;
    mb_slice rest = mb_slice_trim(mb_slice_from(text, phrase.end));
    if (hit)
        *hit = phrase;
    return mb_starts_with(dialect, mb_group_honorific, rest, NULL) ||
           mb_starts_with(dialect, mb_group_capacity_label, rest, NULL);
}
