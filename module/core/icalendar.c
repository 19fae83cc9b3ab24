/* icalendar.c: see icalendar.h. */
#include "core/icalendar.h"

/* Octets of a line, without its CR LF. */
#define LONGEST_LINE 75

void mb_calendar_escape(mb_buffer *out, mb_slice text)
{
    for (size_t at = 0; at < text.size; at++) {
        char c = text.data[at];
        bool is_break = c == '\n' || c == '\r', is_control = (unsigned char)c < ' ' || c == 0x7F;
        if (c == '\r' && at + 1 < text.size && text.data[at + 1] == '\n')
            continue;
        if (is_break) {
            mb_buffer_text(out, "\\n");
        } else if (is_control && c != '\t') {
            mb_buffer_text(out, "\uFFFD");
        } else {
            if (c == '\\' || c == ';' || c == ',')
                mb_buffer_char(out, '\\');
            mb_buffer_char(out, c);
        }
    }
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
