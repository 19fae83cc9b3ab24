/* phone.c: a telephone number is a run of digits with little between them. */
#include "reader/people/phone.h"

#include <ctype.h>

/* A British number has ten or eleven digits (national significant number and its 0, Ofcom's numbering plan). */
#define PHONE_DIGITS 10

size_t mb_phone_gap(mb_slice text, size_t at)
{
    /* The hyphens and dashes from U+2010 to U+2015, the minus sign, and blanks that aren't to be broken. */
    static const char *const gaps[] = {" ",      "-",      "(",      ")",      "\u00a0", "\u2007", "\u2009", "\u202f",
                                       "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"};
    mb_slice rest = mb_slice_from(text, at);
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        if (mb_slice_starts(rest, mb_slice_of(gaps[i])))
            return strlen(gaps[i]);
    return 0;
}

/* The bytes of a digit, or of what stands between digits. */
static size_t part_at(mb_slice text, size_t at)
{
    return isdigit((unsigned char)text.data[at]) || text.data[at] == '+' ? 1 : mb_phone_gap(text, at);
}

mb_slice mb_find_phone(mb_slice text, size_t from)
{
    for (size_t at = from; at < text.size; at++) {
        if (text.data[at] != '0' && text.data[at] != '+')
            continue;
        size_t digits = 0, to = at, last = at;
        for (size_t part; to < text.size && (part = part_at(text, to)) > 0; to += part)
            if (isdigit((unsigned char)text.data[to])) {
                digits++;
                last = to + 1;
            }
        mb_slice number = mb_slice_between(text.data + at, text.data + last);
        bool bracketed = at > 0 && text.data[at - 1] == '(' && mb_slice_find(number, MB_TEXT(")"), 0) < number.size;
        if (digits >= PHONE_DIGITS)
            return mb_slice_between(text.data + at - bracketed, text.data + last);
        at = to;
    }
    return MB_NOTHING;
}
