/* csv.c: see csv.h. */
#include "core/csv.h"

/* What a field that isn't in quotes can't hold; the semicolon separates fields in some countries. */
static const char asks_for_quotes[] = "\",;\n\r\t";

/* What a spreadsheet takes for the start of a formula; the second half is the first in full width. */
static const char *const formula_starts[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};

static bool begins_formula(mb_slice text)
{
    if (text.size > 0 && memchr("\t\n\r", text.data[0], 3))
        return true;
    text = mb_slice_trim(text);
    for (size_t i = 0; i < sizeof formula_starts / sizeof *formula_starts; i++)
        if (mb_slice_starts(text, mb_slice_of(formula_starts[i])))
            return true;
    return false;
}

static bool needs_quotes(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] && strchr(asks_for_quotes, text.data[i]))
            return true;
    return mb_slice_trim(text).size < text.size;
}

static void write_character(mb_buffer *out, mb_slice text, size_t at)
{
    char c = text.data[at];
    bool is_control = (unsigned char)c < ' ' || c == 0x7F;
    if (c == '"')
        mb_buffer_text(out, "\"\"");
    else if (c == '\r' && at + 1 < text.size && text.data[at + 1] == '\n')
        return;
    else if (c == '\r')
        mb_buffer_char(out, '\n');
    else if (is_control && c != '\n' && c != '\t')
        mb_buffer_text(out, "\uFFFD");
    else
        mb_buffer_char(out, c);
}

/* How many bytes from `at` on stand for themselves. */
static size_t plain_size(mb_slice text, size_t at)
{
    size_t start = at;
    while (at < text.size && (unsigned char)text.data[at] >= ' ' && text.data[at] != '"' && text.data[at] != 0x7F)
        at++;
    return at - start;
}

void mb_csv_escape(mb_buffer *out, mb_slice text)
{
    bool guarded = begins_formula(text), quoted = guarded || needs_quotes(text);
    if (quoted)
        mb_buffer_char(out, '"');
    if (guarded)
        mb_buffer_char(out, '\'');
    for (size_t at = 0; at < text.size; at++) {
        mb_slice plain = mb_slice_first(mb_slice_from(text, at), plain_size(text, at));
        mb_buffer_add(out, plain);
        at += plain.size;
        if (at < text.size)
            write_character(out, text, at);
    }
    if (quoted)
        mb_buffer_char(out, '"');
}

void mb_csv_finish(mb_buffer *out, mb_slice file)
{
    bool quoted = false;
    mb_buffer_text(out, "\uFEFF");
    for (size_t at = 0; at < file.size; at++) {
        char c = file.data[at];
        quoted ^= c == '"';
        if (c == '\n' && !quoted && !(at > 0 && file.data[at - 1] == '\r'))
            mb_buffer_char(out, '\r');
        mb_buffer_char(out, c);
    }
}
