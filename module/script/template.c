/* template.c: see template.h. Each line of the template becomes the same line of Lua. */
#include "script/template.h"

#include <ctype.h>

/* An expression is shown in messages up to here. */
#define SHOWN_EXPRESSION 60

typedef struct scan {
    const char *path;
    const char *at, *end;
    uint32_t line;
    mb_buffer *lua;
    mb_error *error;
} scan;

static void write_literal(mb_buffer *lua, mb_slice text)
{
    mb_buffer_char(lua, '"');
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == '"' || c == '\\' || c < ' ' || c == 0x7F)
            mb_buffer_printf(lua, "\\%03d", c);
        else
            mb_buffer_char(lua, (char)c);
    }
    mb_buffer_char(lua, '"');
}

static void write_text(scan *s, mb_slice text)
{
    if (text.size == 0)
        return;
    mb_buffer_text(s->lua, MB_TEMPLATE_TEXT);
    write_literal(s->lua, text);
    mb_buffer_char(s->lua, ';');
}

/* The offset after a long bracket ([[…]], [==[…]==]) that begins at `at`, or `at` where none begins. */
static const char *skip_long_bracket(const char *at, const char *end)
{
    const char *open = at + 1;
    while (open < end && *open == '=')
        open++;
    if (open >= end || *open != '[')
        return at;
    size_t level = (size_t)(open - at - 1);
    for (const char *close = open + 1; close < end; close++) {
        const char *equals = close + 1;
        if (*close != ']')
            continue;
        while (equals < end && *equals == '=')
            equals++;
        if ((size_t)(equals - close - 1) == level && equals < end && *equals == ']')
            return equals + 1;
    }
    return end;
}

static const char *skip_string(const char *at, const char *end)
{
    char quote = *at++;
    while (at < end && *at != quote)
        at += *at == '\\' && at + 1 < end ? 2 : 1;
    return at < end ? at + 1 : end;
}

/* The brace that closes the expression which begins at `at`, or NULL; braces in strings close nothing. */
static const char *closing_brace(const char *at, const char *end)
{
    int depth = 0;
    while (at < end) {
        const char *after = *at == '[' ? skip_long_bracket(at, end) : at;
        if (after != at) {
            at = after;
            continue;
        }
        if (*at == '"' || *at == '\'') {
            at = skip_string(at, end);
            continue;
        }
        if (*at == '}' && depth-- == 0)
            return at;
        if (*at == '{')
            depth++;
        at++;
    }
    return NULL;
}

/* How much deeper or shallower a character leads into brackets. */
static int bracket_step(char c)
{
    switch (c) {
    case '(':
    case '[':
    case '{':
        return 1;
    case ')':
    case ']':
    case '}':
        return -1;
    default:
        return 0;
    }
}

/* The next `|>` between `from` and `to` that stands in no string and no bracket, or NULL. */
static const char *next_filter(const char *from, const char *to)
{
    int depth = 0;
    for (const char *at = from; at < to;) {
        const char *after = *at == '[' ? skip_long_bracket(at, to) : at;
        if (after != at) {
            at = after;
            continue;
        }
        if (*at == '"' || *at == '\'') {
            at = skip_string(at, to);
            continue;
        }
        if (depth == 0 && *at == '|' && at + 1 < to && at[1] == '>')
            return at;
        depth += bracket_step(*at++);
    }
    return NULL;
}

/* The end of the name that the filter begins with: `long_date`, `text.excerpt`. */
static const char *end_of_name(const char *at, const char *to)
{
    while (at < to && (isalnum((unsigned char)*at) || *at == '_' || *at == '.'))
        at++;
    return at;
}

static int fail(const scan *s, const char *message, const char *advice)
{
    mb_fail_at(s->error, MB_EFORMAT, (mb_where){s->path, s->line, 0}, "%s", message);
    mb_advise(s->error, "%s", advice);
    return MB_EFORMAT;
}

/* Writes `name(value)` or `name(value, more)` for the filter `name` or `name(more)`. */
static int write_filter(scan *s, mb_slice filter)
{
    mb_slice call = mb_slice_trim(filter);
    const char *end = mb_slice_end(call), *name_end = end_of_name(call.data, end);
    mb_slice rest = mb_slice_trim(mb_slice_between(name_end, end));
    bool has_more = mb_slice_starts(rest, MB_TEXT("(")) && mb_slice_ends(rest, MB_TEXT(")"));
    if (name_end == call.data || (rest.size > 0 && !has_more))
        return fail(s, "behind |> stands a function's name, with more arguments in parentheses at most",
                    "write ${meeting.date |> long_date} or ${text |> excerpt(200)}");
    mb_buffer_text(s->lua, MB_TEMPLATE_PIPED "=" MB_TEMPLATE_PIPED " and ");
    mb_buffer_add(s->lua, mb_slice_between(filter.data, name_end));
    mb_buffer_text(s->lua, "(" MB_TEMPLATE_PIPED);
    mb_slice more = has_more ? mb_slice_between(rest.data + 1, mb_slice_end(rest) - 1) : MB_NOTHING;
    if (mb_slice_trim(more).size > 0)
        mb_buffer_char(s->lua, ',');
    if (has_more) /* with the line ends before the parenthesis */
        mb_buffer_add(s->lua, mb_slice_between(name_end, rest.data));
    mb_buffer_add(s->lua, more);
    mb_buffer_char(s->lua, ')');
    mb_buffer_add(s->lua, mb_slice_between(end, mb_slice_end(filter)));
    return 0;
}

/* Writes ${value |> filter |> filter} as a statement for each, so that each keeps its line; false goes through all of
 * them as it is. */
static int write_filtered(scan *s, const char *from, const char *bar, const char *to, mb_slice shown)
{
    mb_buffer_text(s->lua, "do local " MB_TEMPLATE_PIPED "=" MB_TEMPLATE_GIVEN "((");
    mb_buffer_add(s->lua, mb_slice_between(from, bar));
    mb_buffer_text(s->lua, "),");
    write_literal(s->lua, mb_slice_first(mb_slice_trim(mb_slice_between(from, bar)), SHOWN_EXPRESSION));
    mb_buffer_text(s->lua, ") ");
    while (bar) {
        const char *next = next_filter(bar + 2, to);
        int code = write_filter(s, mb_slice_between(bar + 2, next ? next : to));
        if (code)
            return code;
        mb_buffer_char(s->lua, ' ');
        bar = next;
    }
    mb_buffer_text(s->lua, MB_TEMPLATE_VALUE "(" MB_TEMPLATE_PIPED ",");
    write_literal(s->lua, shown);
    mb_buffer_text(s->lua, ") end;");
    return 0;
}

/* Writes the value of the expression between `from` and `to`, which may go over several lines. */
static int write_value(scan *s, const char *from, const char *to)
{
    mb_slice shown = mb_slice_first(mb_slice_trim(mb_slice_between(from, to)), SHOWN_EXPRESSION);
    const char *bar = next_filter(from, to);
    if (bar)
        return write_filtered(s, from, bar, to, shown);
    mb_buffer_text(s->lua, MB_TEMPLATE_VALUE "((");
    mb_buffer_add(s->lua, mb_slice_between(from, to));
    mb_buffer_text(s->lua, "),");
    write_literal(s->lua, shown);
    mb_buffer_text(s->lua, ");");
    return 0;
}

/* Takes the ${…} at `s->at`. */
static int take_expression(scan *s)
{
    const char *from = s->at + 2, *to = closing_brace(from, s->end);
    if (!to)
        return fail(s, "this ${ is never closed", "close it with }, or write $${ for the characters ${");
    if (mb_slice_trim(mb_slice_between(from, to)).size == 0)
        return fail(s, "this ${} holds no expression", "say what to insert, or write $${ for the characters ${");
    int code = write_value(s, from, to);
    for (const char *c = from; c < to; c++)
        s->line += *c == '\n';
    s->at = to + 1;
    return code;
}

static bool is_blank(mb_slice text)
{
    return mb_slice_trim(text).size == 0;
}

/* Writes what is left of a line from `from` on, and its end: none where the line holds nothing but values, and they
 * turn out to be empty. */
static void take_line_end(scan *s, const char *from, bool holds_only_values)
{
    if (s->at == s->end) {
        write_text(s, mb_slice_between(from, s->at));
        return;
    }
    s->at++;
    if (holds_only_values && is_blank(mb_slice_between(from, s->at)))
        mb_buffer_text(s->lua, MB_TEMPLATE_LINE_END "();");
    else
        write_text(s, mb_slice_between(from, s->at));
    mb_buffer_char(s->lua, '\n');
    s->line++;
}

/* Takes a line of text with what is inserted in it; the line ends where an expression's last line ends. */
static int take_text_line(scan *s)
{
    const char *from = s->at;
    bool holds_text = false, holds_values = false;
    while (s->at < s->end && *s->at != '\n') {
        mb_slice rest = mb_slice_between(s->at, s->end);
        if (mb_slice_starts(rest, MB_TEXT("$${"))) {
            write_text(s, mb_slice_between(from, s->at));
            holds_text = true;
            from = s->at + 1;
            s->at += 3;
        } else if (mb_slice_starts(rest, MB_TEXT("${"))) {
            write_text(s, mb_slice_between(from, s->at));
            holds_text = holds_text || !is_blank(mb_slice_between(from, s->at));
            holds_values = true;
            int code = take_expression(s);
            if (code)
                return code;
            from = s->at;
        } else {
            s->at++;
        }
    }
    take_line_end(s, from, holds_values && !holds_text);
    return 0;
}

static void take_lua_line(scan *s)
{
    const char *newline = memchr(s->at, '\n', (size_t)(s->end - s->at));
    const char *to = newline ? newline + 1 : s->end;
    mb_buffer_add(s->lua, mb_slice_between(s->at + 1, to));
    s->at = to;
    s->line++;
}

int mb_template_to_lua(mb_slice template, const char *path, mb_buffer *lua, mb_error *error)
{
    scan s = {path, template.data, mb_slice_end(template), 1, lua, error};
    mb_buffer_text(lua, "local " MB_TEMPLATE_NAMES "=" MB_TEMPLATE_NAMES ";");
    while (s.at < s.end) {
        bool is_percent = *s.at == '%', is_escaped = is_percent && s.at + 1 < s.end && s.at[1] == '%';
        if (is_escaped)
            s.at++;
        if (is_percent && !is_escaped) {
            take_lua_line(&s);
            continue;
        }
        int code = take_text_line(&s);
        if (code)
            return code;
    }
    return 0;
}
