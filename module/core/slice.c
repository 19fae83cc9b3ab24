/* slice.c: comparing, trimming and searching slices. */
#include "core/slice.h"

#include <ctype.h>
#include <stdint.h>

/* The size of the white-space character beyond ASCII of which these are the bytes, or 0: no-break space; ogham space; the
 * spaces from U+2000 to the zero-width one, line and paragraph separators, narrow no-break space; mathematical space and
 * word joiner; ideographic space; byte order mark. */
static size_t wide_space(const char *at, size_t size)
{
    const unsigned char *bytes = (const unsigned char *)at;
    if (size < 2 || bytes[0] == 0xC2)
        return size >= 2 && bytes[1] == 0xA0 ? 2 : 0;
    if (size < 3)
        return 0;
    unsigned last = bytes[2];
    bool space = false;
    switch (bytes[0] << 8 | bytes[1]) {
    case 0xE280:
        space = last <= 0x8B || last == 0xA8 || last == 0xA9 || last == 0xAF;
        break;
    case 0xE281:
        space = last == 0x9F || last == 0xA0;
        break;
    case 0xE19A:
    case 0xE380:
        space = last == 0x80;
        break;
    case 0xEFBB:
        space = last == 0xBF;
        break;
    default:
        break;
    }
    return space ? 3 : 0;
}

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
    return wide_space(s.data, s.size);
}

static size_t trailing_space(mb_slice s)
{
    if (s.size == 0)
        return 0;
    if (is_ascii_space(s.data[s.size - 1]))
        return 1;
    if ((unsigned char)s.data[s.size - 1] < 0x80)
        return 0;
    if (s.size >= 3 && wide_space(mb_slice_end(s) - 3, 3) == 3)
        return 3;
    return s.size >= 2 && wide_space(mb_slice_end(s) - 2, 2) == 2 ? 2 : 0;
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

bool mb_slice_is_digits(mb_slice s)
{
    for (size_t i = 0; i < s.size; i++)
        if (s.data[i] < '0' || s.data[i] > '9')
            return false;
    return s.size > 0;
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

mb_slice mb_slice_last_word(mb_slice s)
{
    while (s.size && ispunct((unsigned char)s.data[s.size - 1]))
        s.size--;
    size_t from = s.size;
    while (from > 0 && s.data[from - 1] != ' ')
        from--;
    return mb_slice_from(s, from);
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
