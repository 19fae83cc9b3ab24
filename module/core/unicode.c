/* unicode.c: UTF-8, case and slugs, on libutf8proc. */
#include "core/unicode.h"

#include <stdint.h>
#include <utf8proc.h>

/* Texts up to this many code points are worked on without the arena: nearly every name and title. */
#define STACK_POINTS 256

/* --- UTF-8 --- */

/* The length of the valid character at the start of `s` (which isn't ASCII), or 0. */
static size_t character_size(const unsigned char *s, size_t size)
{
    static const struct {
        unsigned char first, last, low, high; /* the range of the first byte, of the second */
        size_t size;
    } forms[] = {
        {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
        {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
        {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (s[0] < forms[i].first || s[0] > forms[i].last)
            continue;
        if (size < forms[i].size || s[1] < forms[i].low || s[1] > forms[i].high)
            return 0;
        for (size_t at = 2; at < forms[i].size; at++)
            if ((s[at] & 0xC0) != 0x80)
                return 0;
        return forms[i].size;
    }
    return 0;
}

size_t mb_utf8_invalid(mb_slice text)
{
    const unsigned char *data = (const unsigned char *)text.data;
    for (size_t at = 0; at < text.size;) {
        uint64_t eight;
        if (text.size - at >= sizeof eight) {
            memcpy(&eight, data + at, sizeof eight);
            if ((eight & UINT64_C(0x8080808080808080)) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        size_t size = data[at] < 0x80 ? 1 : character_size(data + at, text.size - at);
        if (size == 0)
            return at;
        at += size;
    }
    return SIZE_MAX;
}

/* --- Code points --- */

typedef utf8proc_int32_t point;

/* The next code point of `text` from `*at`; a byte that isn't UTF-8 is a replacement character. */
static point next_point(mb_slice text, size_t *at)
{
    point found;
    utf8proc_ssize_t size =
        utf8proc_iterate((const utf8proc_uint8_t *)text.data + *at, (utf8proc_ssize_t)(text.size - *at), &found);
    if (size <= 0) {
        *at += 1;
        return 0xFFFD;
    }
    *at += (size_t)size;
    return found;
}

/* Text that is being written into memory that surely holds it: three times its source, since a byte that isn't UTF-8
 * becomes the three of U+FFFD, and no change of case makes a character grow more. */
typedef struct writer {
    char *data;
    size_t size;
} writer;

static writer writer_for(mb_arena *arena, mb_slice source)
{
    return (writer){mb_new_array(arena, char, source.size * 3 + 8), 0};
}

static void put(writer *out, point p)
{
    out->size += (size_t)utf8proc_encode_char(p, (utf8proc_uint8_t *)out->data + out->size);
}

static void put_text(writer *out, mb_slice text)
{
    memcpy(out->data + out->size, text.data, text.size);
    out->size += text.size;
}

static mb_slice written(const writer *out)
{
    return (mb_slice){out->data, out->size};
}

/* --- Folding and slugs --- */

/* ASCII is its own decomposition, and nearly every name and title is nothing else. False where the text isn't. */
static bool fold_ascii(mb_slice text, point own[STACK_POINTS])
{
    if (text.size > STACK_POINTS)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 0x80)
            return false;
        own[i] = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    }
    return true;
}

/* The code points of `text` in small letters after decomposition, in `own` or, where they don't fit, in the arena. */
static point *decompose(mb_arena *arena, mb_slice text, utf8proc_option_t options, point own[STACK_POINTS],
                        size_t *count)
{
    if (fold_ascii(text, own)) {
        *count = text.size;
        return own;
    }
    const utf8proc_uint8_t *data = (const utf8proc_uint8_t *)text.data;
    utf8proc_ssize_t size = (utf8proc_ssize_t)text.size;
    utf8proc_ssize_t needed = utf8proc_decompose(data, size, own, STACK_POINTS, options);
    if (needed < 0)
        return NULL;
    *count = (size_t)needed;
    if (needed <= STACK_POINTS)
        return own;
    point *points = mb_new_array(arena, point, *count + 1);
    utf8proc_decompose(data, size, points, needed, options);
    return points;
}

mb_slice mb_fold_case(mb_arena *arena, mb_slice text)
{
    static const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD;
    point own[STACK_POINTS];
    size_t count;
    point *points = text.data ? decompose(arena, text, options, own, &count) : NULL;
    if (!points)
        return mb_arena_copy(arena, text);
    utf8proc_ssize_t composed = utf8proc_normalize_utf32(points, (utf8proc_ssize_t)count, options);
    writer out = {mb_new_array(arena, char, (size_t)composed * 4 + 1), 0};
    for (utf8proc_ssize_t i = 0; i < composed; i++)
        put(&out, points[i]);
    return written(&out);
}

/* Letters of Latin alphabets that have no decomposition, and signs that are read aloud. */
static const struct {
    point from;
    const char *spelt;
} spellings[] = {
    {'&', "-and-"}, {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"},
    {0x0111, "d"},  {0x0127, "h"},  {0x0131, "i"}, {0x0142, "l"}, {0x0153, "oe"},
};

static const char *spelling_of(point p)
{
    if (p < 0x80 && p != '&')
        return NULL;
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (spellings[i].from == p)
            return spellings[i].spelt;
    return NULL;
}

static bool is_apostrophe(point p)
{
    return p == '\'' || p == 0x2018 || p == 0x2019;
}

static bool is_letter(point p)
{
    if (p < 0x80)
        return (p | 0x20) >= 'a' && (p | 0x20) <= 'z';
    utf8proc_category_t category = utf8proc_category(p);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool is_digit(point p)
{
    if (p < 0x80)
        return p >= '0' && p <= '9';
    utf8proc_category_t category = utf8proc_category(p);
    return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
}

/* A hyphen at most once, and never first. */
static void put_slug_point(writer *out, point p)
{
    if (p < 0x80 && (is_letter(p) || is_digit(p)))
        out->data[out->size++] = (char)p;
    else if (is_letter(p) || is_digit(p))
        put(out, p);
    else if (out->size && out->data[out->size - 1] != '-')
        put(out, '-');
}

mb_slice mb_slug(mb_arena *arena, mb_slice text)
{
    static const utf8proc_option_t options =
        UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD;
    point own[STACK_POINTS];
    size_t count = 0;
    const point *points = text.data ? decompose(arena, text, options, own, &count) : NULL;
    if (!points)
        return (mb_slice){"", 0};

    size_t longest_spelling = sizeof "-and-" - 1;
    writer out = {mb_new_array(arena, char, count *longest_spelling + 1), 0};
    for (size_t i = 0; i < count; i++) {
        const char *spelt = spelling_of(points[i]);
        if (is_apostrophe(points[i]))
            continue;
        if (!spelt)
            put_slug_point(&out, points[i]);
        else
            for (; *spelt; spelt++)
                put_slug_point(&out, *spelt);
    }
    if (out.size && out.data[out.size - 1] == '-')
        out.data[--out.size] = '\0';
    return written(&out);
}

/* What a slug of MB_SLUG_TEXT takes, with room to spare. */
#define SLUG_CEILING ((size_t)16 << 20)

int mb_write_slug(mb_slice text, mb_buffer *out)
{
    mb_arena *arena;
    int code = text.size > MB_SLUG_TEXT ? MB_ELIMIT : mb_arena_new(SLUG_CEILING, &arena);
    if (code)
        return code;
    if (mb_arena_guard(arena))
        code = mb_arena_failure(arena);
    else
        mb_buffer_add(out, mb_slug(arena, text));
    mb_arena_free(arena);
    return code;
}

/* --- Proper case --- */

/* Small in the middle of a title. */
static const char *const small_words[] = {"a",    "an",  "and", "as", "at", "but", "by",  "for", "from", "in",
                                          "into", "nor", "of",  "on", "or", "per", "the", "to",  "with"};
/* Large whatever their place; I, V and X stand alone as any letter does. */
static const char *const numerals[] = {"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"};
static const char *const ordinal_ends[] = {"ST", "ND", "RD", "TH"};

static bool is_one_of(mb_slice word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (mb_slice_equal_nocase(word, mb_slice_of(words[i])))
            return true;
    return false;
}
#define IS_ONE_OF(word, words) is_one_of((word), (words), sizeof(words) / sizeof *(words))

/* "O'BRIEN" gets a second large letter, "CHILDREN'S" does not. */
static void put_title(writer *out, mb_slice word)
{
    bool large = true;
    size_t letters = 0;
    for (size_t at = 0; at < word.size;) {
        point p = next_point(word, &at);
        put(out, large ? utf8proc_toupper(p) : utf8proc_tolower(p));
        letters++;
        large = is_apostrophe(p) && letters == 2 && word.size - at > 1;
    }
}

/* "19TH" is 19th, "A36" and "4G" stay. */
static void put_with_digits(writer *out, mb_slice word)
{
    size_t digits = 0;
    while (digits < word.size && word.data[digits] >= '0' && word.data[digits] <= '9')
        digits++;
    bool ordinal = IS_ONE_OF(mb_slice_from(word, digits), ordinal_ends);
    for (size_t at = 0; at < word.size;) {
        point p = next_point(word, &at);
        put(out, ordinal ? utf8proc_tolower(p) : p);
    }
}

static bool has_digit(mb_slice word)
{
    for (size_t at = 0; at < word.size;)
        if (is_digit(next_point(word, &at)))
            return true;
    return false;
}

static void put_proper(writer *out, mb_slice word, bool first)
{
    if (IS_ONE_OF(word, numerals))
        put_text(out, word);
    else if (has_digit(word))
        put_with_digits(out, word);
    else if (!first && IS_ONE_OF(word, small_words))
        for (size_t i = 0; i < word.size; i++)
            put(out, utf8proc_tolower(word.data[i]));
    else
        put_title(out, word);
}

/* The word at `*at`: letters, digits, marks and apostrophes; empty where something else stands there. */
static mb_slice word_at(mb_slice text, size_t at)
{
    size_t end = at;
    for (size_t next = at; next < text.size; end = next) {
        point p = next_point(text, &next);
        utf8proc_category_t category = utf8proc_category(p);
        bool mark = category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
        if (!is_letter(p) && !is_digit(p) && !mark && !(is_apostrophe(p) && end > at))
            break;
    }
    return (mb_slice){text.data + at, end - at};
}

static bool has_small_letter(mb_slice text)
{
    for (size_t at = 0; at < text.size;)
        if (utf8proc_category(next_point(text, &at)) == UTF8PROC_CATEGORY_LL)
            return true;
    return false;
}

/* The longest of `keep` that stands at the start of `text` and ends where a word ends. */
static mb_slice kept(mb_slice text, const mb_strings *keep)
{
    mb_slice longest = MB_NOTHING;
    for (uint32_t i = 0; keep && i < keep->count; i++) {
        mb_slice candidate = keep->items[i];
        if (candidate.size > longest.size && mb_slice_starts_nocase(text, candidate) &&
            word_at(text, candidate.size).size == 0)
            longest = candidate;
    }
    return longest;
}

mb_slice mb_proper_case(mb_arena *arena, mb_slice text, const mb_strings *keep)
{
    if (!text.data || has_small_letter(text))
        return text;

    writer out = writer_for(arena, text);
    bool first = true;
    for (size_t at = 0; at < text.size;) {
        mb_slice word = word_at(text, at);
        mb_slice abbreviation = word.size ? kept(mb_slice_from(text, at), keep) : MB_NOTHING;
        if (abbreviation.size) {
            put_text(&out, abbreviation);
            at += abbreviation.size;
            first = false;
        } else if (word.size) {
            put_proper(&out, word, first);
            at += word.size;
            first = false;
        } else {
            point p = next_point(text, &at);
            put(&out, p);
            first = first || p == ':' || p == 0x2013 || p == 0x2014;
        }
    }
    return written(&out);
}

mb_slice mb_unicode_version(void)
{
    return mb_slice_of(utf8proc_version());
}
