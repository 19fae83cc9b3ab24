/* line.c: cuts a page into lines, and quotes and lists off their text. */
#include "markdown/line.h"

#include "core/span.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

mb_slice mb_md_skip_blanks(mb_slice s)
{
    while (s.size && mb_md_is_blank(s.data[0]))
        s = mb_slice_from(s, 1);
    return s;
}
mb_slice mb_md_trim_end(mb_slice s)
{
    while (s.size && mb_md_is_blank(s.data[s.size - 1]))
        s.size--;
    return s;
}

mb_slice mb_md_trim(mb_slice s)
{
    return mb_md_trim_end(mb_md_skip_blanks(s));
}

size_t mb_md_count_first(mb_slice s, char c)
{
    size_t count = 0;
    while (count < s.size && s.data[count] == c)
        count++;
    return count;
}

/* The size of a list's marker at the start of `s`, 0 where there is none. */
static size_t list_marker(mb_slice s)
{
    size_t size = 0;
    if (s.size && memchr("-+*", s.data[0], 3)) {
        size = 1;
    } else {
        while (size < s.size && size < 9 && is_digit(s.data[size]))
            size++;
        if (size == 0 || size == s.size || (s.data[size] != '.' && s.data[size] != ')'))
            return 0;
        size++;
    }
    return size == s.size || mb_md_is_blank(s.data[size]) ? size : 0;
}

/* Whether `s` is * * *, --- or the like, which list_marker would take for markers; `end` is where that is decided. */
static bool is_thematic_break(mb_slice s, const char **end)
{
    char mark = s.size ? s.data[0] : 0;
    size_t count = 0, at = 0;
    if (mark != '*' && mark != '-' && mark != '_')
        return false;
    for (; at < s.size && (s.data[at] == mark || mb_md_is_blank(s.data[at])); at++)
        count += s.data[at] == mark;
    *end = s.data + at;
    return at == s.size && count >= 3;
}

static void find_inner(mb_md_line *l)
{
    mb_slice rest = mb_md_skip_blanks(l->whole);
    const char *no_break_before = rest.data; /* no thematic break begins before this place */
    while (rest.size) {
        bool is_quote = rest.data[0] == '>';
        if (!is_quote && rest.data >= no_break_before && is_thematic_break(rest, &no_break_before))
            break;
        size_t marker = is_quote ? 1 : list_marker(rest);
        if (marker == 0)
            break;
        l->quotes += is_quote;
        l->lists += !is_quote;
        rest = mb_md_skip_blanks(mb_slice_from(rest, marker));
    }
    l->inner = mb_md_trim_end(rest);
}

bool mb_md_begins_block(mb_slice text)
{
    size_t hashes = mb_md_count_first(text, '#');
    if (hashes > 0 && hashes <= 6 && (hashes == text.size || mb_md_is_blank(text.data[hashes])))
        return true;
    const char *end;
    if (mb_md_count_first(text, '`') >= 3 || mb_md_count_first(text, '~') >= 3 || is_thematic_break(text, &end))
        return true;
    /* <https://example.org> and <clerk@example.org> are links; any other < may begin a block of HTML. */
    if (text.size && text.data[0] == '<') {
        mb_slice tag = mb_slice_first(text, mb_slice_find(text, MB_TEXT(">"), 0));
        return !memchr(tag.data, ':', tag.size) && !memchr(tag.data, '@', tag.size);
    }
    return false;
}

bool mb_md_line_next(mb_slice text, size_t *at, mb_md_line *l)
{
    text = mb_slice_from(text, *at);
    if (text.size == 0)
        return false;
    static const mb_ends line_ends = {['\n'] = 1, ['\r'] = 1};
    size_t size = (size_t)(mb_span(line_ends, text.data, mb_slice_end(text)) - text.data);
    *l = (mb_md_line){.number = l->number + 1, .whole = mb_slice_first(text, size)};
    *at += size + (mb_slice_starts(mb_slice_from(text, size), MB_TEXT("\r\n")) ? 2 : 1);
    find_inner(l);
    return true;
}
