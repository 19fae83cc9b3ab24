/* escape.c: what a value must not say to Markdown or HTML, as tables of characters. */
#include "markdown/escape.h"

#include "core/span.h"

#define REPLACEMENT_BYTES "\xEF\xBF\xBD"
#define REPLACEMENT       MB_TEXT(REPLACEMENT_BYTES)

/* What becomes of an ASCII character in MB_MARKDOWN_TEXT; a control character always takes a character reference. */
enum {
    ESCAPED = 1,  /* takes a backslash */
    AT_START = 2, /* takes one as the first of the value: it could begin a block, or go on from what stands before */
    AT_END = 4,   /* takes one as the last: with what follows it could mean something */
    ENTITY = 8,   /* takes one where it could begin a character reference */
    NUMBERED = 16 /* takes a character reference as the first or the last: Markdown would drop it */
};
static const unsigned char text_marks[128] = {
    [' '] = NUMBERED, ['!'] = AT_END,   ['#'] = AT_START | AT_END, ['&'] = ENTITY,   ['('] = AT_START, [')'] = AT_START,
    ['*'] = ESCAPED,  ['+'] = AT_START, ['-'] = AT_START,          ['.'] = AT_START, [':'] = AT_START, ['<'] = ESCAPED,
    ['='] = AT_START, ['>'] = AT_START, ['['] = ESCAPED,           [']'] = ESCAPED,  ['_'] = ESCAPED,  ['`'] = ESCAPED,
    ['{'] = ESCAPED,  ['|'] = ESCAPED,  ['~'] = AT_START,          ['\\'] = ESCAPED,
};

/* The other places need no beauty: there, ASCII beside letters, digits and these takes a character reference. */
static const char plain_in_target[] = "-./:?=#%+,;@~$";
static const char plain_in_attribute[] = "-./,";

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static bool is_letter_or_digit(char c)
{
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Whether a noncharacter of U+FDD0 to U+FDEF stands at `at`. */
static bool is_noncharacter(mb_slice text, size_t at)
{
    return text.size - at >= 3 && (unsigned char)text.data[at] == 0xEF && (unsigned char)text.data[at + 1] == 0xB7 &&
           (unsigned char)text.data[at + 2] >= 0x90 && (unsigned char)text.data[at + 2] <= 0xAF;
}

static bool could_begin_entity(mb_slice text, size_t at)
{
    return at + 1 == text.size || text.data[at + 1] == '#' || is_letter_or_digit(text.data[at + 1]);
}

/* The offset of the `.` or `)` of a value that begins like an item of a numbered list, else SIZE_MAX. */
static size_t list_delimiter(mb_slice text)
{
    size_t at = 0;
    while (at < text.size && is_digit(text.data[at]))
        at++;
    bool begins_item = at > 0 && at < text.size && (text.data[at] == '.' || text.data[at] == ')') &&
                       (at + 1 == text.size || !is_letter_or_digit(text.data[at + 1]));
    return begins_item ? at : (size_t)-1;
}

static bool takes_backslash(mb_slice text, size_t at)
{
    unsigned marks = text_marks[(unsigned char)text.data[at]];
    return (marks & ESCAPED) || (at == 0 && (marks & AT_START)) || (at + 1 == text.size && (marks & AT_END)) ||
           ((marks & ENTITY) && could_begin_entity(text, at));
}

static bool takes_number(mb_slice text, size_t at)
{
    char c = text.data[at];
    return c < ' ' || c == 0x7F || ((text_marks[(unsigned char)c] & NUMBERED) && (at == 0 || at + 1 == text.size));
}

static void write_number(mb_buffer *out, char c)
{
    mb_buffer_text(out, "&#");
    if (c >= 100)
        mb_buffer_char(out, '1');
    if (c >= 10)
        mb_buffer_char(out, (char)('0' + c / 10 % 10));
    mb_buffer_char(out, (char)('0' + c % 10));
    mb_buffer_char(out, ';');
}

static void write_text(mb_buffer *out, mb_slice text, size_t at)
{
    if (takes_number(text, at)) {
        write_number(out, text.data[at]);
        return;
    }
    if (takes_backslash(text, at))
        mb_buffer_char(out, '\\');
    mb_buffer_char(out, text.data[at]);
}

static void escape_text(mb_buffer *out, mb_slice text, size_t at, size_t delimiter)
{
    if (at == delimiter)
        mb_buffer_char(out, '\\');
    write_text(out, text, at);
}

/* cmark reads character references before backslashes, so that one for a backslash would escape what follows. */
static void write_reference(mb_buffer *out, char c)
{
    if (c == '\\')
        mb_buffer_text(out, "\\\\");
    else
        write_number(out, c);
}

/* Writes the character at `at` and returns the offset of the next. */
static size_t escape_one(mb_buffer *out, mb_slice text, size_t at, mb_markdown_place place, size_t delimiter)
{
    unsigned char c = (unsigned char)text.data[at];
    if (c == 0 || is_noncharacter(text, at)) {
        mb_buffer_add(out, REPLACEMENT);
        return at + (c ? 3 : 1);
    }
    const char *plain = place == MB_MARKDOWN_TARGET ? plain_in_target : plain_in_attribute;
    if (c >= 128)
        mb_buffer_char(out, text.data[at]);
    else if (place == MB_MARKDOWN_TEXT)
        escape_text(out, text, at, delimiter);
    else if (strchr(plain, c))
        mb_buffer_char(out, text.data[at]);
    else
        write_reference(out, text.data[at]);
    return at + 1;
}

/* Whether the character stands for itself in running text, wherever in a value it is. The first byte of the
 * noncharacters begins others too. */
static bool is_inert(unsigned char c)
{
    return c < 128 ? c >= ' ' && c != 0x7F && !text_marks[c] : c != 0xEF;
}

/* What may end a run of running text that goes on at both ends: there a space, and a mark that only counts as the first
 * or the last, stand for themselves. EF is the first byte of the noncharacters, and of others. */
static const mb_ends text_ends = {
    1,         1,         1,          1,          1,          1,         1,         1,
    1,         1,         1,          1,          1,          1,         1,         1, /* control characters */
    1,         1,         1,          1,          1,          1,         1,         1,
    1,         1,         1,          1,          1,          1,         1,         1, /* and more of them */
    ['&'] = 1, ['*'] = 1, ['<'] = 1,  ['['] = 1,  ['\\'] = 1, [']'] = 1, ['_'] = 1, ['`'] = 1,
    ['{'] = 1, ['|'] = 1, [0x7F] = 1, [0xEF] = 1,
};

/* Where the characters from `at` on end that stand for themselves in this place. */
static size_t plain_run(mb_slice text, size_t at, mb_markdown_place place, size_t delimiter)
{
    if (place != MB_MARKDOWN_TEXT) {
        while (at < text.size && is_letter_or_digit(text.data[at]))
            at++;
        return at;
    }
    if (at == 0 && !is_inert((unsigned char)text.data[0]))
        return 0;
    size_t last = delimiter >= at && delimiter < text.size ? delimiter : text.size - 1;
    size_t end = (size_t)(mb_span(text_ends, text.data + at, text.data + last) - text.data);
    return end == last && end != delimiter && is_inert((unsigned char)text.data[end]) ? end + 1 : end;
}

void mb_markdown_escape(mb_buffer *out, mb_slice text, mb_markdown_place place)
{
    size_t delimiter = list_delimiter(text), at = 0;
    if (mb_slice_starts(text, MB_TEXT("\xEF\xBB\xBF"))) { /* a byte order mark, if it starts a page */
        mb_buffer_text(out, "&#65279;");
        at = 3;
    }
    while (at < text.size) {
        size_t end = plain_run(text, at, place, delimiter);
        mb_buffer_add(out, (mb_slice){text.data + at, end - at});
        at = end;
        if (at < text.size)
            at = escape_one(out, text, at, place, delimiter);
    }
}

/* What an ASCII character becomes in HTML; itself where there is nothing. */
#define NONE REPLACEMENT_BYTES
static const char *const html_marks[128] = {
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NULL,
    NULL,
    NONE,
    NONE,
    "&#13;",
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    ['"'] = "&quot;",
    ['&'] = "&amp;",
    ['<'] = "&lt;",
    ['>'] = "&gt;",
    [0x7F] = NONE,
};
#undef NONE

static const mb_ends html_ends = {
    1,         1,         1,         1,         1,          1, 1, 1,
    1,         0,         0,         1,         1,          1, 1, 1, /* a tab and a line end stand for themselves */
    1,         1,         1,         1,         1,          1, 1, 1,
    1,         1,         1,         1,         1,          1, 1, 1, /* other control characters don't */
    ['"'] = 1, ['&'] = 1, ['<'] = 1, ['>'] = 1, [0x7F] = 1,
};

void mb_html_escape(mb_buffer *out, mb_slice text)
{
    const char *at = text.data, *end = mb_slice_end(text);
    for (;;) {
        const char *stop = mb_span(html_ends, at, end);
        mb_buffer_add(out, mb_slice_between(at, stop));
        if (stop == end)
            return;
        mb_buffer_text(out, html_marks[(unsigned char)*stop]);
        at = stop + 1;
    }
}

/* RFC 3986's characters stand for themselves in an address, and % since what is encoded already stays so. */
#define SIXTEEN 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
/* clang-format off */
static const mb_ends url_ends = {
    SIXTEEN,
    SIXTEEN,
    1, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, /*   ! " # $ % & ' ( ) * + , - . / */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, /* 0 1 2 3 4 5 6 7 8 9 : ; < = > ? */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, /* P Q R S T U V W X Y Z [ \ ] ^ _ */
    1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1, /* p q r s t u v w x y z { | } ~   */
    SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN,
};
/* clang-format on */
#undef SIXTEEN

void mb_url_escape(mb_buffer *out, mb_slice url)
{
    const char *at = url.data, *end = mb_slice_end(url);
    for (;;) {
        const char *stop = mb_span(url_ends, at, end);
        mb_buffer_add(out, mb_slice_between(at, stop));
        if (stop == end)
            return;
        if (*stop == '&')
            mb_buffer_text(out, "&amp;");
        else if (*stop == '\'')
            mb_buffer_text(out, "&#x27;");
        else
            mb_buffer_printf(out, "%%%02X", (unsigned char)*stop);
        at = stop + 1;
    }
}

static bool holds_control(mb_slice url)
{
    for (size_t at = 0; at < url.size; at++)
        if ((unsigned char)url.data[at] < ' ' || url.data[at] == 0x7F)
            return true;
    return false;
}

bool mb_link_is_allowed(mb_slice url)
{
    static const mb_slice schemes[] = {
        {"http", 4}, {"https", 5}, {"mailto", 6}, {"tel", 3}, /* in the order of their frequency */
    };
    if (holds_control(url) || (url.size > 0 && url.data[0] == ' '))
        return false;
    size_t end = 0;
    while (end < url.size && !memchr(":/?#", url.data[end], 4))
        end++;
    if (end == url.size || url.data[end] != ':')
        return true;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (mb_slice_equal_nocase(mb_slice_first(url, end), schemes[i]))
            return true;
    return false;
}
