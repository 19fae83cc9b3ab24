/* slice.c: comparing, trimming and searching slices. */
#include "core/slice.h"

#include <stdint.h>

/* White space beyond ASCII, in UTF-8. */
static const mb_slice wide_spaces[] = {
    {"\u00A0", 2}, /* no-break space */
    {"\u1680", 3}, /* ogham space */
    {"\u2000", 3}, {"\u2001", 3}, {"\u2002", 3}, {"\u2003", 3}, {"\u2004", 3}, {"\u2005", 3},
    {"\u2006", 3}, {"\u2007", 3}, {"\u2008", 3}, {"\u2009", 3}, {"\u200A", 3}, {"\u200B", 3}, /* zero-width */
    {"\u2028", 3}, {"\u2029", 3}, {"\u202F", 3}, {"\u205F", 3}, {"\u2060", 3}, {"\u3000", 3},
    {"\uFEFF", 3}, /* byte order mark */
};

static bool is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The size of the white-space character at the start of `s`, or 0. */
static size_t leading_space(mb_slice s)
{
    if (s.size == 0)
        return 0;
    if (is_ascii_space(s.data[0]))
        return 1;
    if ((unsigned char)s.data[0] < 0x80)
        return 0;
    for (size_t i = 0; i < sizeof wide_spaces / sizeof *wide_spaces; i++)
        if (mb_slice_starts(s, wide_spaces[i]))
            return wide_spaces[i].size;
    return 0;
}

static size_t trailing_space(mb_slice s)
{
    if (s.size == 0)
        return 0;
    if (is_ascii_space(s.data[s.size - 1]))
        return 1;
    if ((unsigned char)s.data[s.size - 1] < 0x80)
        return 0;
    for (size_t i = 0; i < sizeof wide_spaces / sizeof *wide_spaces; i++)
        if (mb_slice_ends(s, wide_spaces[i]))
            return wide_spaces[i].size;
    return 0;
}

mb_slice mb_slice_trim_end(mb_slice s)
{
    for (size_t space; (space = trailing_space(s)) != 0;)
        s.size -= space;
    return s;
}

mb_slice mb_slice_trim(mb_slice s)
{
    for (size_t space; (space = leading_space(s)) != 0;)
        s = mb_slice_from(s, space);
    return mb_slice_trim_end(s);
}

int mb_slice_compare(mb_slice a, mb_slice b)
{
    size_t shared = a.size < b.size ? a.size : b.size;
    int order = shared ? memcmp(a.data, b.data, shared) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

static char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool mb_slice_equal_nocase(mb_slice a, mb_slice b)
{
    return a.size == b.size && mb_slice_starts_nocase(a, b);
}

bool mb_slice_starts_nocase(mb_slice s, mb_slice prefix)
{
    if (s.size < prefix.size)
        return false;
    for (size_t i = 0; i < prefix.size; i++)
        if (ascii_lower(s.data[i]) != ascii_lower(prefix.data[i]))
            return false;
    return true;
}

static bool is_gap(char c)
{
    return c == ' ' || c == '\t';
}

size_t mb_slice_words(mb_slice s)
{
    size_t words = 0;
    bool gap = true;
    for (size_t i = 0; i < s.size; i++) {
        bool before = gap;
        gap = is_gap(s.data[i]);
        words += before && !gap;
    }
    return words;
}

/* The first byte that isn't a space, which texts are full of. */
static size_t rare_byte(mb_slice needle)
{
    size_t at = 0;
    while (at + 1 < needle.size && needle.data[at] == ' ')
        at++;
    return at;
}

size_t mb_slice_find(mb_slice s, mb_slice needle, size_t from)
{
    if (from > s.size || needle.size > s.size - from)
        return SIZE_MAX;
    if (needle.size == 0)
        return from;
    size_t rare = rare_byte(needle);
    const char *at = s.data + from + rare;
    const char *last = mb_slice_end(s) - needle.size + rare;
    while (at <= last && (at = memchr(at, needle.data[rare], (size_t)(last - at) + 1)) != NULL) {
        if (memcmp(at - rare, needle.data, needle.size) == 0)
            return (size_t)(at - rare - s.data);
        at++;
    }
    return SIZE_MAX;
}
