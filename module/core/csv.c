/* csv.c: see csv.h. */
#include "core/csv.h"

#include "core/span.h"

/* What a field that isn't in quotes can't hold; the semicolon separates fields in some countries. */
static const mb_ends asks_for_quotes = {['"'] = 1, [','] = 1, [';'] = 1, ['\n'] = 1, ['\r'] = 1, ['\t'] = 1};

/* What isn't written as it is: quotes, and control characters but the line feed and the tab. */
static const mb_ends changes = {
    1,         1,          1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1,
    1,         1,          1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, /* control characters */
    ['"'] = 1, [0x7F] = 1,
};

/* What a spreadsheet takes for the start of a formula; the second half is the first in full width. */
static const mb_slice formula_starts[] = {MB_LITERAL("="),  MB_LITERAL("+"),  MB_LITERAL("-"),  MB_LITERAL("@"),
                                          MB_LITERAL("＝"), MB_LITERAL("＋"), MB_LITERAL("－"), MB_LITERAL("＠")};

static bool begins_formula(mb_slice text, mb_slice trimmed)
{
    if (text.size > 0 && memchr("\t\n\r", text.data[0], 3))
        return true;
    for (size_t i = 0; i < sizeof formula_starts / sizeof *formula_starts; i++)
        if (mb_slice_starts(trimmed, formula_starts[i]))
            return true;
    return false;
}

static bool needs_quotes(mb_slice text, mb_slice trimmed)
{
    return trimmed.size < text.size || mb_span(asks_for_quotes, text.data, mb_slice_end(text)) < mb_slice_end(text);
}

static void write_changed(mb_buffer *out, const char *at, const char *end)
{
    if (*at == '"')
        mb_buffer_text(out, "\"\"");
    else if (*at != '\r')
        mb_buffer_text(out, "\uFFFD");
    else if (end - at == 1 || at[1] != '\n')
        mb_buffer_char(out, '\n');
}

static void write_content(mb_buffer *out, const char *at, const char *end)
{
    for (const char *change; (change = mb_span(changes, at, end)) < end; at = change + 1) {
        mb_buffer_add(out, mb_slice_between(at, change));
        write_changed(out, change, end);
    }
    mb_buffer_add(out, mb_slice_between(at, end));
}

void mb_csv_escape(mb_buffer *out, mb_slice text)
{
    mb_slice trimmed = mb_slice_trim(text);
    bool guarded = begins_formula(text, trimmed), quoted = guarded || needs_quotes(text, trimmed);
    if (quoted)
        mb_buffer_char(out, '"');
    if (guarded)
        mb_buffer_char(out, '\'');
    write_content(out, text.data, mb_slice_end(text));
    if (quoted)
        mb_buffer_char(out, '"');
}

void mb_csv_finish(mb_buffer *out, mb_slice file)
{
    static const mb_ends marks = {['"'] = 1, ['\n'] = 1};
    const char *end = mb_slice_end(file), *written = file.data;
    bool quoted = false;
    mb_buffer_text(out, "\uFEFF");
    for (const char *at = file.data; (at = mb_span(marks, at, end)) < end; at++) {
        quoted ^= *at == '"';
        if (quoted || *at == '"' || (at > file.data && at[-1] == '\r'))
            continue;
        mb_buffer_add(out, mb_slice_between(written, at));
        mb_buffer_char(out, '\r');
        written = at;
    }
    mb_buffer_add(out, mb_slice_between(written, end));
}
