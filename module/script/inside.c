/* inside.c: a value of several lines stays inside the list item, the quotation, the cell or the heading in which it is
 * inserted.
 *
 *     - ${item.blocks}        - The Panel asked why.
 *                                                            ← two spaces before each further line
 *                               The officer replied.
 *     | ${item.blocks} |      | The Panel asked why.<br>The officer replied. |                                       */
#include <ctype.h>
#include <lauxlib.h>

#include "script/pieces.h"

/* How deep the beginnings of a line can go. */
#define LONGEST_BEGINNING 256

typedef enum line_kind { PLAIN_LINE, ITEM_LINE, CELL_LINE, HEADING_LINE } line_kind;

typedef struct line {
    line_kind kind;
    char beginning[LONGEST_BEGINNING]; /* of the lines that go on with it: spaces for the markers of lists */
    size_t size;
    bool is_empty; /* behind its beginning */
} line;

static size_t bullet(mb_slice rest)
{
    return rest.size > 1 && strchr("-*+", rest.data[0]) && rest.data[1] == ' ' ? 2 : 0;
}

static size_t number(mb_slice rest)
{
    size_t digits = 0;
    while (digits < rest.size && digits < 9 && isdigit((unsigned char)rest.data[digits]))
        digits++;
    bool is_marker = digits > 0 && digits + 1 < rest.size && (rest.data[digits] == '.' || rest.data[digits] == ')') &&
                     rest.data[digits + 1] == ' ';
    return is_marker ? digits + 2 : 0;
}

/* The bytes of the next space, mark of a quotation, or list marker. */
static size_t next_mark(mb_slice rest)
{
    if (rest.size == 0)
        return 0;
    if (rest.data[0] == ' ' || rest.data[0] == '>')
        return 1;
    size_t size = bullet(rest);
    return size ? size : number(rest);
}

static bool is_heading(mb_slice rest)
{
    size_t marks = 0;
    while (marks < rest.size && rest.data[marks] == '#')
        marks++;
    return marks > 0 && marks <= 6 && marks < rest.size && rest.data[marks] == ' ';
}

/* What the line is that `written` ends in. */
static line read_line(mb_slice written)
{
    line found = {.kind = PLAIN_LINE};
    const char *newline = written.size ? memrchr(written.data, '\n', written.size) : NULL;
    mb_slice rest = newline ? mb_slice_between(newline + 1, mb_slice_end(written)) : written;
    for (size_t size; (size = next_mark(rest)) > 0 && found.size + size < sizeof found.beginning;) {
        memset(found.beginning + found.size, rest.data[0] == '>' ? '>' : ' ', size);
        found.size += size;
        rest = mb_slice_from(rest, size);
    }
    found.is_empty = rest.size == 0;
    if (mb_slice_starts(rest, MB_TEXT("|")))
        found.kind = CELL_LINE;
    else if (is_heading(rest))
        found.kind = HEADING_LINE;
    else if (found.size > 0)
        found.kind = ITEM_LINE;
    return found;
}

static mb_slice next_line(mb_slice *text)
{
    size_t end = mb_slice_find(*text, MB_TEXT("\n"), 0);
    mb_slice first = mb_slice_first(*text, end);
    *text = end == SIZE_MAX ? MB_NOTHING : mb_slice_from(*text, end + 1);
    return first;
}

static mb_slice without_line_ends(mb_slice text, bool also_first)
{
    while (also_first && text.size > 0 && text.data[0] == '\n')
        text = mb_slice_from(text, 1);
    while (text.size > 0 && mb_slice_end(text)[-1] == '\n')
        text.size--;
    return text;
}

static void write_in_item(const line *place, mb_slice text, mb_buffer *out)
{
    mb_slice rest = without_line_ends(text, place->is_empty);
    mb_slice beginning = {place->beginning, place->size};
    mb_buffer_add(out, next_line(&rest));
    while (rest.data) {
        mb_slice next = next_line(&rest);
        mb_buffer_char(out, '\n');
        mb_buffer_add(out, next.size > 0 ? beginning : mb_slice_trim_end(beginning));
        mb_buffer_add(out, next);
    }
}

/* A bar that isn't escaped would end the cell. */
static void write_cell_line(mb_slice text, mb_buffer *out)
{
    for (size_t at = 0; at < text.size; at++) {
        if (text.data[at] == '|')
            mb_buffer_char(out, '\\');
        else if (text.data[at] == '\\' && at + 1 < text.size)
            mb_buffer_char(out, text.data[at++]);
        mb_buffer_char(out, text.data[at]);
    }
}

/* Lines that go on a paragraph are joined by a space; paragraphs and items are lines of the cell. */
static void write_in_one_line(lua_State *L, line_kind kind, mb_slice text, mb_buffer *out)
{
    bool is_first = true, is_apart = false;
    for (mb_slice rest = without_line_ends(text, true); rest.data;) {
        mb_slice next = mb_slice_trim(next_line(&rest));
        bool is_item = bullet(next) || number(next);
        if (next.size == 0 || mb_slice_starts(next, MB_TEXT(":::"))) {
            is_apart = true;
            continue;
        }
        if (!is_first && kind == CELL_LINE && (is_apart || is_item))
            mb_write_fragment(L, MB_TEXT("<br>"), out);
        else if (!is_first)
            mb_buffer_char(out, ' ');
        if (kind == CELL_LINE)
            write_cell_line(mb_slice_from(next, bullet(next)), out);
        else
            mb_buffer_add(out, next);
        is_first = is_apart = false;
    }
}

void mb_write_inserted(lua_State *L, int index, mb_buffer *out, const char *what)
{
    mb_rendering *rendering = mb_rendering_of(L);
    size_t start = out->size;
    mb_write_value(L, index, rendering->language, out, what);
    if (rendering->language != MB_MARKDOWN || !lua_isuserdata(L, index) || out->size == start)
        return;
    line place = read_line((mb_slice){out->data, start});
    mb_slice made = mb_slice_from(mb_buffer_slice(out), start);
    bool is_inside = place.kind == CELL_LINE || (place.kind != PLAIN_LINE && memchr(made.data, '\n', made.size));
    if (!is_inside)
        return;
    mb_buffer *copy = &rendering->scratch;
    mb_buffer_clear(copy);
    mb_buffer_add(copy, made);
    mb_check_buffer(L, copy);
    mb_buffer_cut(out, start);
    if (place.kind == ITEM_LINE)
        write_in_item(&place, mb_buffer_slice(copy), out);
    else
        write_in_one_line(L, place.kind, mb_buffer_slice(copy), out);
    mb_check_buffer(L, out);
}
