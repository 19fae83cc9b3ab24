/* clean.c: bytes become valid UTF-8 without NUL; what is neither becomes U+FFFD and is counted. */
#include <utf8proc.h>

#include "text/text.h"

#define REPLACEMENT "\xEF\xBF\xBD"

/* The bytes of the character at `at`, or 0 where there is none (invalid, or NUL). */
static size_t character_size(const char *at, size_t left)
{
    if ((unsigned char)*at < 0x80)
        return *at ? 1 : 0;
    utf8proc_int32_t code;
    utf8proc_ssize_t size =
        utf8proc_iterate((const utf8proc_uint8_t *)at, left > 4 ? 4 : (utf8proc_ssize_t)left, &code);
    return size > 0 ? (size_t)size : 0;
}

static size_t count_replacements(mb_slice bytes)
{
    size_t count = 0;
    for (size_t i = 0; i < bytes.size;) {
        size_t size = character_size(bytes.data + i, bytes.size - i);
        count += size == 0;
        i += size ? size : 1;
    }
    return count;
}

mb_slice mb_text_clean(mb_arena *arena, mb_slice bytes, mb_text *text)
{
    mb_slice byte_order_mark = MB_TEXT("\xEF\xBB\xBF");
    if (mb_slice_starts(bytes, byte_order_mark))
        bytes = mb_slice_from(bytes, byte_order_mark.size);

    size_t count = count_replacements(bytes);
    if (count == 0)
        return bytes;

    char *clean = mb_arena_alloc(arena, bytes.size + count * (sizeof REPLACEMENT - 1));
    size_t out = 0;
    uint32_t line = 1;
    for (size_t i = 0; i < bytes.size;) {
        size_t size = character_size(bytes.data + i, bytes.size - i);
        if (size) {
            line += bytes.data[i] == '\n';
            memcpy(clean + out, bytes.data + i, size);
            out += size;
            i += size;
            continue;
        }
        memcpy(clean + out, REPLACEMENT, sizeof REPLACEMENT - 1);
        out += sizeof REPLACEMENT - 1;
        i++;
        if (text->replaced++ == 0)
            text->replaced_at = line;
    }
    return (mb_slice){clean, out};
}
