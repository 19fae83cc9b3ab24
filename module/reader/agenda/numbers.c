/* numbers.c: figures, and the letters about them. */
#include "reader/agenda/numbers.h"

#include <ctype.h>

#include "reader/minutes/numbers.h"

/* Behind the letter of "5a", "5A.", "5(a)"; 0 where no letter stands behind the figures that end at `at`. */
static size_t suffix_end(mb_slice text, size_t at, char *letter)
{
    bool bracket = at < text.size && text.data[at] == '(';
    at += bracket;
    if (at >= text.size || !isalpha((unsigned char)text.data[at]))
        return 0;
    *letter = (char)tolower((unsigned char)text.data[at++]);
    if (bracket && !(at < text.size && text.data[at++] == ')'))
        return 0;
    return at;
}

static mb_item_number number_with_letter(mb_slice text, char *letter)
{
    size_t digits = 0;
    uint32_t figure = 0;
    for (; digits < text.size && digits < 3 && isdigit((unsigned char)text.data[digits]); digits++)
        figure = figure * 10 + (uint32_t)(text.data[digits] - '0');
    size_t end = digits ? suffix_end(text, digits, letter) : 0;
    if (!end)
        return (mb_item_number){0};
    mb_item_number number = {.parts = {figure}, .count = 1, .printed = mb_slice_first(text, end)};
    if (end < text.size && text.data[end] == '.')
        end++;
    number.end = end;
    bool ends = end == text.size || text.data[end] == ' ' || text.data[end] == '\t';
    return ends ? number : (mb_item_number){0};
}

mb_item_number mb_agenda_number_of(const mb_dialect *dialect, mb_slice text, char *suffix)
{
    *suffix = 0;
    mb_item_number number = mb_item_number_of(text);
    if (number.count)
        return number;
    number = number_with_letter(text, suffix);
    if (number.count)
        return number;
    *suffix = 0;
    number = mb_minute_number_of(dialect, text);
    /* "1)" counts a list. */
    const char *behind = mb_slice_end(number.printed);
    return number.count && behind < mb_slice_end(text) && *behind == ')' ? (mb_item_number){0} : number;
}

bool mb_is_compound(const mb_item_number *number)
{
    return number->count > 1 || number->prefix.size > 0;
}
