/* numbers.c: letters, figures and what parts them. */
#include "reader/minutes/numbers.h"

#include <ctype.h>

/* "PLA", "Cou", "HXFRA": the letters of a committee, or of an authority. */
#define PREFIX_LETTERS 6
#define PART_DIGITS    5

static size_t skip_marks(mb_slice text)
{
    size_t at = 0;
    while (at < text.size && strchr("#*_ ", text.data[at]))
        at++;
    return at;
}

static size_t skip_label(const mb_dialect *dialect, mb_slice text, size_t at)
{
    mb_hit hit;
    mb_slice rest = mb_slice_from(text, at);
    if (!mb_starts_with(dialect, mb_group_item_label, rest, &hit))
        return at;
    at += hit.end;
    while (at < text.size && text.data[at] == ' ')
        at++;
    return at;
}

/* "1/22" of "HVCA 1/22", which the letters of an authority stand before with a space. */
static bool has_stroke(mb_slice text, size_t at)
{
    size_t end = at;
    while (end < text.size && isdigit((unsigned char)text.data[end]))
        end++;
    return end > at && end + 1 < text.size && text.data[end] == '/' && isdigit((unsigned char)text.data[end + 1]);
}

/* The letters before a number, with the sign that parts them from it: "PLA", "AC/", "C.", "HVCA ". Returns their end. */
static size_t read_prefix(mb_slice text, size_t at)
{
    size_t end = at;
    while (end < text.size && isalpha((unsigned char)text.data[end]))
        end++;
    if (end == at || end - at > PREFIX_LETTERS || !isupper((unsigned char)text.data[at]))
        return at;
    bool apart = end > at + 1 && isupper((unsigned char)text.data[end - 1]) && end < text.size &&
                 text.data[end] == ' ' && has_stroke(text, end + 1);
    if (end < text.size && (apart || strchr("./-", text.data[end])))
        end++;
    return end < text.size && isdigit((unsigned char)text.data[end]) ? end : at;
}

static size_t read_part(mb_slice text, size_t at, uint32_t *part)
{
    size_t end = at;
    for (*part = 0; end < text.size && isdigit((unsigned char)text.data[end]) && end - at < PART_DIGITS; end++)
        *part = *part * 10 + (uint32_t)(text.data[end] - '0');
    return end;
}

/* The parts, and the sign before each; a hyphen parts only what a letter or a stroke began ("285/07-08"). */
static size_t read_parts(mb_slice text, size_t at, mb_item_number *number)
{
    while (number->count < sizeof number->parts / sizeof *number->parts) {
        size_t end = read_part(text, at, &number->parts[number->count]);
        if (end == at)
            break;
        number->count++;
        at = end;
        bool hyphen = number->prefix.size || number->separator == '/';
        bool more = at + 1 < text.size && strchr(hyphen ? "./-" : "./", text.data[at]) &&
                    isdigit((unsigned char)text.data[at + 1]);
        if (!more)
            break;
        if (!number->separator)
            number->separator = text.data[at];
        at++;
    }
    return at;
}

/* Behind the full stop, bracket, colon or dash at `at`; `at` itself where white space or the end follows at once, and 0
 * where anything else does. */
static size_t behind_number(mb_slice text, size_t at)
{
    static const char *const dashes[] = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (mb_slice_starts(mb_slice_from(text, at), mb_slice_of(dashes[i])))
            return at + strlen(dashes[i]);
    if (at < text.size && strchr(".):", text.data[at]))
        at++;
    while (at < text.size && text.data[at] == '*')
        at++;
    return at == text.size || strchr(" \t", text.data[at]) ? at : 0;
}

mb_item_number mb_minute_number_of(const mb_dialect *dialect, mb_slice text)
{
    mb_item_number number = {0};
    size_t from = skip_label(dialect, text, skip_marks(text));
    size_t at = read_prefix(text, from);
    number.prefix = mb_slice_between(text.data + from, text.data + at);
    at = read_parts(text, at, &number);
    number.printed = mb_slice_between(text.data + from, text.data + at);
    number.end = number.count ? behind_number(text, at) : 0;
    return number.end ? number : (mb_item_number){0};
}
