/* slice.h: a piece of text that somebody else owns: pointer and length, UTF-8, not NUL-terminated.
 *
 * `data` NULL means "not said" (null in JSON, nil in Lua); an empty text has data and size 0. */
#ifndef MB_CORE_SLICE_H
#define MB_CORE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct mb_slice {
    const char *data;
    size_t size;
} mb_slice;

#define MB_NOTHING ((mb_slice){NULL, 0})
/* A slice of a string literal. */
#define MB_TEXT(literal) ((mb_slice){"" literal, sizeof(literal) - 1})
/* The same in a table that is constant. */
#define MB_LITERAL(literal)                                                                                            \
    {                                                                                                                  \
        "" literal, sizeof(literal) - 1                                                                                \
    }
/* For printf: printf("%.*s", MB_ARG(slice)). */
#define MB_ARG(slice) (int)(slice).size, (slice).data ? (slice).data : ""

static inline mb_slice mb_slice_of(const char *text)
{
    return text ? (mb_slice){text, strlen(text)} : MB_NOTHING;
}
static inline mb_slice mb_slice_between(const char *from, const char *to)
{
    return (mb_slice){from, (size_t)(to - from)};
}
/* Of a slice that says nothing: NULL, to which C lets nothing be added, not even 0. */
static inline const char *mb_slice_end(mb_slice s)
{
    return s.data ? s.data + s.size : NULL;
}
static inline bool mb_slice_equal(mb_slice a, mb_slice b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}
static inline mb_slice mb_slice_from(mb_slice s, size_t offset)
{
    return offset >= s.size ? (mb_slice){mb_slice_end(s), 0} : (mb_slice){s.data + offset, s.size - offset};
}
static inline mb_slice mb_slice_first(mb_slice s, size_t size)
{
    return size >= s.size ? s : (mb_slice){s.data, size};
}

/* Without white space (ASCII, no-break space and its kin, byte order mark) at either end. */
mb_slice mb_slice_trim(mb_slice s);
mb_slice mb_slice_trim_end(mb_slice s);

/* Orders by bytes: negative, 0, positive. */
int mb_slice_compare(mb_slice a, mb_slice b);

/* Nearly all texts that are asked so differ in the first byte that is looked at. */
static inline bool mb_slice_starts(mb_slice s, mb_slice prefix)
{
    return s.size >= prefix.size &&
           (prefix.size == 0 || (s.data[0] == prefix.data[0] && memcmp(s.data, prefix.data, prefix.size) == 0));
}
static inline bool mb_slice_ends(mb_slice s, mb_slice suffix)
{
    return s.size >= suffix.size &&
           (suffix.size == 0 || (s.data[s.size - 1] == suffix.data[suffix.size - 1] &&
                                 memcmp(s.data + s.size - suffix.size, suffix.data, suffix.size) == 0));
}

/* The same, whatever the case of the ASCII letters. */
bool mb_slice_equal_nocase(mb_slice a, mb_slice b);
bool mb_slice_starts_nocase(mb_slice s, mb_slice prefix);

/* Whether the text is digits and nothing else; an empty one is not. */
bool mb_slice_is_digits(mb_slice s);

/* How many words it has: what stands between spaces and tabs. */
size_t mb_slice_words(mb_slice s);

/* The last word, without punctuation behind it. */
mb_slice mb_slice_last_word(mb_slice s);

/* The offset of the first `needle` at or after `from`, or SIZE_MAX. */
size_t mb_slice_find(mb_slice s, mb_slice needle, size_t from);

#endif
