/* icalendar.c: see icalendar.h. */
#include "core/icalendar.h"

#include "core/span.h"

/* Octets of a line, without its CR LF. */
#define LONGEST_LINE 75

/* What isn't written as it is: what separates values, and control characters but the tab. */
static const mb_ends changes = {
    1,         1,         1,          1,          1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1,
    1,         1,         1,          1,          1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, /* control characters */
    [','] = 1, [';'] = 1, ['\\'] = 1, [0x7F] = 1,
};

static void write_changed(mb_buffer *out, const char *at, const char *end)
{
    switch (*at) {
    case '\\':
    case ';':
    case ',':
        mb_buffer_char(out, '\\');
        mb_buffer_char(out, *at);
        break;
    case '\r':
        if (end - at == 1 || at[1] != '\n')
            mb_buffer_text(out, "\\n");
        break;
    case '\n':
        mb_buffer_text(out, "\\n");
        break;
    default:
        mb_buffer_text(out, "\uFFFD");
    }
}

void mb_calendar_escape(mb_buffer *out, mb_slice text)
{
    const char *at = text.data, *end = mb_slice_end(text);
    for (const char *change; (change = mb_span(changes, at, end)) < end; at = change + 1) {
        mb_buffer_add(out, mb_slice_between(at, change));
        write_changed(out, change, end);
    }
    mb_buffer_add(out, mb_slice_between(at, end));
}

/* The greatest part of the line that fits, which ends with a character. */
static size_t fitting_part(mb_slice line, size_t room)
{
    if (line.size <= room)
        return line.size;
    size_t size = room;
    while (size > 0 && ((unsigned char)line.data[size] & 0xC0) == 0x80)
        size--;
    return size ? size : room;
}

static void write_line(mb_buffer *out, mb_slice line)
{
    size_t size = fitting_part(line, LONGEST_LINE);
    mb_buffer_add(out, mb_slice_first(line, size));
    for (line = mb_slice_from(line, size); line.size > 0; line = mb_slice_from(line, size)) {
        size = fitting_part(line, LONGEST_LINE - 1); /* behind the space */
        mb_buffer_text(out, "\r\n ");
        mb_buffer_add(out, mb_slice_first(line, size));
    }
    mb_buffer_text(out, "\r\n");
}

void mb_calendar_finish(mb_buffer *out, mb_slice file)
{
    while (file.size > 0) {
        size_t end = mb_slice_find(file, MB_TEXT("\n"), 0);
        mb_slice line = mb_slice_first(file, end);
        file = mb_slice_from(file, end == SIZE_MAX ? file.size : end + 1);
        if (line.size > 0 && line.data[line.size - 1] == '\r')
            line.size--;
        if (line.size > 0)
            write_line(out, line);
    }
}
