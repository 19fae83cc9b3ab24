/* clean.c: bytes become valid UTF-8 without NUL; what is neither becomes U+FFFD and is counted. Spaces that don't break,
 * or are of another width, become plain ones: word processors set them in dates and in front of figures. */
#include "core/unicode.h"
#include "text/text.h"

#define REPLACEMENT MB_TEXT("\xEF\xBF\xBD")

/* Walks over what has to be replaced: bytes that are no UTF-8, and NULs. Where there is none of one sort any more, it is
 * not sought again. */
typedef struct flaws {
    mb_slice bytes;
    size_t invalid, nul; /* the next of each; the size of `bytes` where there is none */
} flaws;

static void find_invalid(flaws *f, size_t from)
{
    size_t invalid = mb_utf8_invalid(mb_slice_from(f->bytes, from));
    f->invalid = invalid == SIZE_MAX ? f->bytes.size : from + invalid;
}

static void find_nul(flaws *f, size_t from)
{
    const char *nul = from < f->bytes.size ? memchr(f->bytes.data + from, '\0', f->bytes.size - from) : NULL;
    f->nul = nul ? (size_t)(nul - f->bytes.data) : f->bytes.size;
}

static flaws first_flaw(mb_slice bytes)
{
    flaws f = {.bytes = bytes};
    find_invalid(&f, 0);
    find_nul(&f, 0);
    return f;
}

static size_t flaw_at(const flaws *f)
{
    return f->invalid < f->nul ? f->invalid : f->nul;
}

static void next_flaw(flaws *f)
{
    if (f->invalid < f->nul)
        find_invalid(f, f->invalid + 1);
    else
        find_nul(f, f->nul + 1);
}

static uint32_t count_line_ends(mb_slice text)
{
    uint32_t count = 0;
    for (size_t at = 0; (at = mb_slice_find(text, MB_TEXT("\n"), at)) != SIZE_MAX; at++)
        count++;
    return count;
}

static char *put(char *out, mb_slice text)
{
    memcpy(out, text.data, text.size);
    return out + text.size;
}

/* U+00A0, U+2007, U+2009, U+202F */
static const mb_slice odd_spaces[] = {MB_LITERAL("\xC2\xA0"), MB_LITERAL("\xE2\x80\x87"), MB_LITERAL("\xE2\x80\x89"),
                                      MB_LITERAL("\xE2\x80\xAF")};
#define ODD_SPACES (sizeof odd_spaces / sizeof *odd_spaces)

static bool has_odd_space(mb_slice bytes)
{
    for (size_t i = 0; i < ODD_SPACES; i++)
        if (mb_slice_find(bytes, odd_spaces[i], 0) != SIZE_MAX)
            return true;
    return false;
}

/* The size of the odd space that the bytes begin with, or 0. */
static size_t odd_space_size(mb_slice bytes)
{
    for (size_t i = 0; i < ODD_SPACES; i++)
        if (mb_slice_starts(bytes, odd_spaces[i]))
            return odd_spaces[i].size;
    return 0;
}

/* At a line's start, where a word processor put them for looks, they go: one space there may mark a page (lines.c). */
static mb_slice with_plain_spaces(mb_arena *arena, mb_slice bytes)
{
    if (!has_odd_space(bytes))
        return bytes;
    char *plain = mb_arena_alloc(arena, bytes.size), *out = plain;
    bool begins_line = true;
    for (size_t at = 0; at < bytes.size;) {
        size_t odd = odd_space_size(mb_slice_from(bytes, at));
        if (!odd || !begins_line)
            *out++ = odd ? ' ' : bytes.data[at];
        begins_line = odd ? begins_line : bytes.data[at] == '\n';
        at += odd ? odd : 1;
    }
    return mb_slice_between(plain, out);
}

mb_slice mb_text_clean(mb_arena *arena, mb_slice bytes, mb_text *text)
{
    mb_slice byte_order_mark = MB_TEXT("\xEF\xBB\xBF");
    if (mb_slice_starts(bytes, byte_order_mark))
        bytes = mb_slice_from(bytes, byte_order_mark.size);
    bytes = with_plain_spaces(arena, bytes);

    flaws f = first_flaw(bytes);
    if (flaw_at(&f) == bytes.size)
        return bytes;

    text->replaced_at = 1 + count_line_ends(mb_slice_first(bytes, flaw_at(&f)));
    for (flaws counted = f; flaw_at(&counted) < bytes.size; next_flaw(&counted))
        text->replaced++;
    char *clean = mb_arena_alloc(arena, bytes.size + text->replaced * (REPLACEMENT.size - 1)), *out = clean;
    size_t done = 0;
    for (; flaw_at(&f) < bytes.size; next_flaw(&f)) {
        out = put(out, mb_slice_between(bytes.data + done, bytes.data + flaw_at(&f)));
        out = put(out, REPLACEMENT);
        done = flaw_at(&f) + 1;
    }
    out = put(out, mb_slice_from(bytes, done));
    return mb_slice_between(clean, out);
}
