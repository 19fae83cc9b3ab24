/* json.c: JSON's commas, indentation and escapes. */
#include "core/json.h"

#include "core/unicode.h"

mb_json mb_json_into(mb_buffer *out)
{
    return (mb_json){.out = out, .empty = true};
}

mb_json mb_json_compact_into(mb_buffer *out)
{
    return (mb_json){.out = out, .empty = true, .compact = true};
}

/* Whether each element between the innermost brackets has a line of its own. */
static bool has_lines(const mb_json *json)
{
    if (json->flat || json->depth == 0)
        return false;
    return !json->compact || json->depth == 1 || (json->depth == 2 && json->listing);
}

/* A line that is set in so many steps. */
static void begin_line(mb_json *json, uint32_t steps)
{
    static const char line[] = "\n                                                                ";
    enum { DEEPEST = (sizeof line - 2) / 2 };
    uint32_t at_once = json->compact ? 0 : steps < DEEPEST ? steps : DEEPEST;
    mb_buffer_add(json->out, (mb_slice){line, 1 + 2 * at_once});
    for (; !json->compact && at_once < steps; at_once++)
        mb_buffer_text(json->out, "  ");
}

/* What stands between the value or key that comes and what came before. */
static void separate(mb_json *json)
{
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    if (!json->empty)
        mb_buffer_char(json->out, ',');
    if (json->lines)
        begin_line(json, json->depth);
    else if (!json->empty && json->flat && !json->compact)
        mb_buffer_char(json->out, ' ');
    json->empty = false;
}

void mb_json_open(mb_json *json, char bracket)
{
    separate(json);
    mb_buffer_char(json->out, bracket);
    json->depth++;
    json->flat += json->flat > 0;
    json->empty = true;
    if (json->depth == 2)
        json->listing = bracket == '[';
    json->lines = has_lines(json);
}

void mb_json_open_flat(mb_json *json, char bracket)
{
    mb_json_open(json, bracket);
    if (!json->flat)
        json->flat = 1;
    json->lines = false;
}

void mb_json_close(mb_json *json, char bracket)
{
    if (!json->empty && json->lines)
        begin_line(json, json->depth - 1);
    json->depth--;
    json->flat -= json->flat > 0;
    json->lines = has_lines(json);
    json->empty = false;
    mb_buffer_char(json->out, bracket);
}

/* The length of the control character (C0, DEL, C1), quote or backslash at the start of `text`, or 0. */
static size_t needs_escape(mb_slice text)
{
    unsigned char c = (unsigned char)text.data[0];
    if (c < 0x20 || c == 0x7F || c == '"' || c == '\\')
        return 1;
    return c == 0xC2 && text.size > 1 && (unsigned char)text.data[1] < 0xA0 ? 2 : 0;
}

static void put_escape(mb_buffer *out, mb_slice character)
{
    static const struct {
        char character, letter;
    } letters[] = {{'"', '"'}, {'\\', '\\'}, {'\n', 'n'}, {'\r', 'r'}, {'\t', 't'}, {'\b', 'b'}, {'\f', 'f'}};

    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (character.data[0] != letters[i].character)
            continue;
        mb_buffer_char(out, '\\');
        mb_buffer_char(out, letters[i].letter);
        return;
    }
    mb_buffer_printf(out, "\\u%04x", (unsigned char)character.data[character.size - 1]);
}

#define EACH_BYTE(value) ((value)*UINT64_C(0x0101010101010101))

/* Which of eight bytes are zero, by their high bits; above one that is, others may seem so. */
static uint64_t zeros(uint64_t eight)
{
    return (eight - EACH_BYTE(1)) & ~eight;
}

static bool are_plain(uint64_t eight)
{
    uint64_t control = (eight - EACH_BYTE(0x20)) & ~eight;
    uint64_t marks = zeros(eight ^ EACH_BYTE('"')) | zeros(eight ^ EACH_BYTE('\\')) | zeros(eight ^ EACH_BYTE(0x7F));
    return ((eight | control | marks) & EACH_BYTE(0x80)) == 0;
}

/* The same of more of them, whose loop a compiler has go through sixteen at once. */
enum { BLOCK = 32 };

static bool is_plain_block(const unsigned char *c)
{
    unsigned char marks = 0;
    for (size_t i = 0; i < BLOCK; i++)
        marks |= (c[i] < 0x20) | (c[i] == '"') | (c[i] == '\\') | (c[i] >= 0x7F);
    return !marks;
}

/* How many bytes from `at` on stand for themselves, all of them of ASCII, as nearly any text is: counted in blocks, then in
 * eights, and what is left at the end as one. */
static size_t plain_size(mb_slice text, size_t at)
{
    size_t start = at;
    uint64_t eight;
    while (text.size - at >= BLOCK && is_plain_block((const unsigned char *)text.data + at))
        at += BLOCK;
    for (; text.size - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, text.data + at, sizeof eight);
        if (!are_plain(eight))
            return at - start;
    }
    eight = EACH_BYTE(' ');
    if (at < text.size)
        memcpy(&eight, text.data + at, text.size - at);
    return (are_plain(eight) ? text.size : at) - start;
}

/* Valid UTF-8, escaped. */
static void put_escaped(mb_buffer *out, mb_slice text)
{
    size_t plain = 0;
    for (size_t at = plain_size(text, 0); at < text.size; at += plain_size(text, at)) {
        size_t size = needs_escape(mb_slice_from(text, at));
        if (size == 0) {
            at++;
            continue;
        }
        mb_buffer_add(out, mb_slice_first(mb_slice_from(text, plain), at - plain));
        put_escape(out, mb_slice_first(mb_slice_from(text, at), size));
        plain = at += size;
    }
    mb_buffer_add(out, mb_slice_from(text, plain));
}

/* Of which the first so many bytes stand for themselves. */
static void put_text_behind(mb_buffer *out, mb_slice text, size_t plain)
{
    mb_buffer_add(out, mb_slice_first(text, plain));
    text = mb_slice_from(text, plain);
    for (size_t invalid; (invalid = mb_utf8_invalid(text)) != SIZE_MAX; text = mb_slice_from(text, invalid + 1)) {
        put_escaped(out, mb_slice_first(text, invalid));
        mb_buffer_text(out, "\uFFFD");
    }
    put_escaped(out, text);
}

static void put_text(mb_buffer *out, mb_slice text)
{
    size_t plain = plain_size(text, 0);
    if (plain == text.size)
        mb_buffer_add(out, text);
    else
        put_text_behind(out, text, plain);
}

/* With room for all of it looked for once. */
static void put_plain_quoted(mb_buffer *out, mb_slice text)
{
    if (!mb_buffer_reserve(out, text.size + 2))
        return;
    char *at = out->data + out->size;
    *at++ = '"';
    if (text.size)
        memcpy(at, text.data, text.size);
    at[text.size] = '"';
    at[text.size + 1] = '\0';
    out->size += text.size + 2;
}

static void put_quoted(mb_buffer *out, mb_slice text)
{
    size_t plain = plain_size(text, 0);
    if (plain == text.size) {
        put_plain_quoted(out, text);
        return;
    }
    mb_buffer_char(out, '"');
    put_text_behind(out, text, plain);
    mb_buffer_char(out, '"');
}

void mb_json_key(mb_json *json, const char *key)
{
    mb_json_key_text(json, mb_slice_of(key));
}

void mb_json_key_text(mb_json *json, mb_slice key)
{
    separate(json);
    put_quoted(json->out, key);
    mb_buffer_add(json->out, json->compact ? MB_TEXT(":") : MB_TEXT(": "));
    json->after_key = true;
}

void mb_json_quoted_key(mb_json *json, mb_slice quoted)
{
    separate(json);
    mb_buffer_add(json->out, quoted);
    if (!json->compact)
        mb_buffer_char(json->out, ' ');
    json->after_key = true;
}

void mb_json_text(mb_json *json, mb_slice text)
{
    if (!text.data) {
        mb_json_word(json, "null");
        return;
    }
    separate(json);
    put_quoted(json->out, text);
}

void mb_json_joined(mb_json *json, const mb_slice *parts, size_t count)
{
    separate(json);
    mb_buffer_char(json->out, '"');
    for (size_t i = 0; i < count; i++)
        put_text(json->out, parts[i]);
    mb_buffer_char(json->out, '"');
}

void mb_json_number(mb_json *json, int64_t number)
{
    char digits[20]; /* of the least number, with its sign */
    size_t first = sizeof digits;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do {
        digits[--first] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        digits[--first] = '-';
    separate(json);
    mb_buffer_add(json->out, (mb_slice){digits + first, sizeof digits - first});
}

void mb_json_put(mb_json *json, mb_slice value)
{
    separate(json);
    mb_buffer_add(json->out, value);
}
