/* json.c: JSON's commas, indentation and escapes. */
#include "core/json.h"

#include <inttypes.h>

#include "core/unicode.h"

mb_json mb_json_into(mb_buffer *out)
{
    return (mb_json){.out = out, .empty = true};
}

static void begin_line(mb_json *json)
{
    mb_buffer_char(json->out, '\n');
    for (uint32_t i = 0; i < json->depth; i++)
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
        mb_buffer_text(json->out, json->flat ? ", " : ",");
    if (json->depth && !json->flat)
        begin_line(json);
    json->empty = false;
}

void mb_json_open(mb_json *json, char bracket)
{
    separate(json);
    mb_buffer_char(json->out, bracket);
    json->depth++;
    json->flat += json->flat > 0;
    json->empty = true;
}

void mb_json_open_flat(mb_json *json, char bracket)
{
    mb_json_open(json, bracket);
    if (!json->flat)
        json->flat = 1;
}

void mb_json_close(mb_json *json, char bracket)
{
    json->depth--;
    if (!json->flat && !json->empty)
        begin_line(json);
    json->flat -= json->flat > 0;
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

/* Valid UTF-8, escaped. */
static void put_escaped(mb_buffer *out, mb_slice text)
{
    size_t plain = 0;
    for (size_t at = 0; at < text.size;) {
        size_t size = needs_escape(mb_slice_from(text, at));
        if (size == 0) {
            at++;
            continue;
        }
        mb_buffer_add(out, mb_slice_first(mb_slice_from(text, plain), at - plain));
        put_escape(out, mb_slice_first(mb_slice_from(text, at), size));
        at += size;
        plain = at;
    }
    mb_buffer_add(out, mb_slice_from(text, plain));
}

static void put_quoted(mb_buffer *out, mb_slice text)
{
    mb_buffer_char(out, '"');
    for (size_t invalid; (invalid = mb_utf8_invalid(text)) != SIZE_MAX; text = mb_slice_from(text, invalid + 1)) {
        put_escaped(out, mb_slice_first(text, invalid));
        mb_buffer_text(out, "\uFFFD");
    }
    put_escaped(out, text);
    mb_buffer_char(out, '"');
}

void mb_json_key(mb_json *json, const char *key)
{
    separate(json);
    put_quoted(json->out, mb_slice_of(key));
    mb_buffer_text(json->out, ": ");
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

void mb_json_number(mb_json *json, int64_t number)
{
    separate(json);
    mb_buffer_printf(json->out, "%" PRId64, number);
}

void mb_json_word(mb_json *json, const char *word)
{
    separate(json);
    mb_buffer_text(json->out, word);
}
