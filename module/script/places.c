/* places.c: see places.h.
 *
 * HTML is read as browsers do, as far as an author writes it: tags, attributes with and without quotes, comments, and
 * the two elements whose content is no text. */
#include "script/places.h"

#include <ctype.h>

#include "core/span.h"

/* The place behind "[label]: address" at the start of a line; text where there is none. */
static mb_markdown_place place_in_definition(mb_slice line)
{
    mb_slice rest = mb_slice_trim(line);
    if (!mb_slice_starts(rest, MB_TEXT("[")) || mb_slice_starts(rest, MB_TEXT("[^")))
        return MB_MARKDOWN_TEXT;
    size_t end = mb_slice_find(rest, MB_TEXT("]:"), 1);
    if (end == SIZE_MAX)
        return MB_MARKDOWN_TEXT;
    mb_slice address = mb_slice_trim(mb_slice_from(rest, end + 2));
    bool is_behind = mb_slice_words(address) > 1 || (address.size > 0 && mb_slice_end(address) < mb_slice_end(line));
    return is_behind ? MB_MARKDOWN_ATTRIBUTE : MB_MARKDOWN_TARGET;
}

/* The place behind a `<` that begins an address. */
static bool opens_address(const char *at, const char *end)
{
    const char *c = at + 1;
    while (c < end && (isalnum((unsigned char)*c) || strchr("+.-", *c)))
        c++;
    return c > at + 1 && c < end && *c == ':';
}

/* What begins another place than text, or keeps from it. */
static const mb_ends place_marks = {['['] = 1, [']'] = 1, ['<'] = 1, ['{'] = 1, ['\\'] = 1};

mb_markdown_place mb_place_in_markdown(mb_slice written)
{
    mb_markdown_place place = MB_MARKDOWN_TEXT;
    if (written.size == 0)
        return place;
    const char *newline = memrchr(written.data, '\n', written.size);
    const char *line = newline ? newline + 1 : written.data, *end = mb_slice_end(written);
    const char *at = mb_span(place_marks, line, end);
    if (at == end)
        return place;
    mb_markdown_place defined = *at == '[' ? place_in_definition(mb_slice_between(line, end)) : MB_MARKDOWN_TEXT;
    if (defined != MB_MARKDOWN_TEXT)
        return defined;
    for (; at < end; at++) {
        if (place == MB_MARKDOWN_TEXT)
            at = mb_span(place_marks, at, end);
        if (at == end)
            break;
        bool more = at + 1 < end;
        if (*at == '\\' && more)
            at++;
        else if (place == MB_MARKDOWN_TEXT && *at == ']' && more && at[1] == '(')
            place = MB_MARKDOWN_TARGET, at++;
        else if (place == MB_MARKDOWN_TEXT && *at == '<' && opens_address(at, end))
            place = MB_MARKDOWN_TARGET;
        else if (place == MB_MARKDOWN_TEXT && *at == '{')
            place = MB_MARKDOWN_ATTRIBUTE;
        else if (place == MB_MARKDOWN_TARGET && (*at == '"' || *at == '\''))
            place = MB_MARKDOWN_ATTRIBUTE;
        else if (place != MB_MARKDOWN_TEXT && (*at == ')' || *at == '}' || *at == '>'))
            place = MB_MARKDOWN_TEXT;
    }
    return place;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void add_letter(char *name, size_t room, char c)
{
    size_t size = strlen(name);
    if (size + 1 < room) {
        name[size] = (char)tolower((unsigned char)c);
        name[size + 1] = '\0';
    }
}

static void begin_tag(mb_html_place *place, bool is_closing)
{
    place->state = MB_HTML_TAG_NAME;
    place->is_closing = is_closing;
    place->element[0] = '\0';
}

static void begin_attribute(mb_html_place *place, char c)
{
    place->state = MB_HTML_ATTRIBUTE_NAME;
    place->attribute[0] = '\0';
    add_letter(place->attribute, sizeof place->attribute, c);
}

static void end_tag(mb_html_place *place)
{
    bool is_raw = !place->is_closing && (strcmp(place->element, "script") == 0 || strcmp(place->element, "style") == 0);
    place->state = is_raw ? MB_HTML_RAW : MB_HTML_TEXT;
    place->matched = 0;
}

static void begin_value(mb_html_place *place, mb_html_state state, char quote)
{
    place->state = state;
    place->quote = quote;
    place->has_begun = place->has_scheme_or_path = false;
}

static void read_in_tag(mb_html_place *place, char c)
{
    if (c == '>')
        end_tag(place);
    else if (!is_space(c) && c != '/')
        begin_attribute(place, c);
    else
        place->state = MB_HTML_IN_TAG;
}

static void read_value(mb_html_place *place, mb_slice value)
{
    static const mb_ends path_marks = {[':'] = 1, ['/'] = 1, ['?'] = 1, ['#'] = 1};
    const char *end = mb_slice_end(value);
    place->has_begun = place->has_begun || value.size > 0;
    place->has_scheme_or_path = place->has_scheme_or_path || mb_span(path_marks, value.data, end) < end;
}

/* Reads on to the quote that ends the value, or to `end`. */
static const char *read_quoted(mb_html_place *place, const char *at, const char *end)
{
    const char *quote = memchr(at, place->quote, (size_t)(end - at));
    if (!quote)
        quote = end;
    read_value(place, mb_slice_between(at, quote));
    return quote;
}

/* </script or </style ends it. */
static void read_raw(mb_html_place *place, char c)
{
    char wanted = place->matched == 0 ? '<' : place->matched == 1 ? '/' : place->element[place->matched - 2];
    if (tolower((unsigned char)c) == wanted)
        place->matched++;
    else
        place->matched = c == '<';
    if (place->matched == strlen(place->element) + 2) {
        place->is_closing = true;
        place->state = MB_HTML_TAG_NAME;
    }
}

static void read_tag_open(mb_html_place *place, char c)
{
    if (isalpha((unsigned char)c)) {
        begin_tag(place, false);
        add_letter(place->element, sizeof place->element, c);
    } else if (c == '/') {
        begin_tag(place, true);
    } else {
        place->state = c == '!' ? MB_HTML_BANG : c == '?' ? MB_HTML_DECLARATION : MB_HTML_TEXT;
        place->matched = 0;
    }
}

/* Behind <!: a comment after two hyphens. */
static void read_bang(mb_html_place *place, char c)
{
    place->matched = c == '-' ? place->matched + 1 : 0;
    if (c != '-')
        place->state = c == '>' ? MB_HTML_TEXT : MB_HTML_DECLARATION;
    else if (place->matched == 2)
        place->state = MB_HTML_COMMENT;
}

static void read_comment(mb_html_place *place, char c)
{
    if (c == '>' && place->matched >= 2)
        place->state = MB_HTML_TEXT;
    place->matched = c == '-' ? place->matched + 1 : 0;
}

static void read_one(mb_html_place *place, char c)
{
    switch (place->state) {
    case MB_HTML_TEXT:
        place->state = c == '<' ? MB_HTML_TAG_OPEN : MB_HTML_TEXT;
        break;
    case MB_HTML_TAG_OPEN:
        read_tag_open(place, c);
        break;
    case MB_HTML_TAG_NAME:
        if (is_space(c) || c == '/' || c == '>')
            read_in_tag(place, c);
        else
            add_letter(place->element, sizeof place->element, c);
        break;
    case MB_HTML_IN_TAG:
        read_in_tag(place, c);
        break;
    case MB_HTML_ATTRIBUTE_NAME:
    case MB_HTML_AFTER_NAME:
        if (c == '=')
            place->state = MB_HTML_BEFORE_VALUE;
        else if (is_space(c))
            place->state = MB_HTML_AFTER_NAME;
        else if (c == '>' || c == '/' || place->state == MB_HTML_AFTER_NAME)
            read_in_tag(place, c);
        else
            add_letter(place->attribute, sizeof place->attribute, c);
        break;
    case MB_HTML_BEFORE_VALUE:
        if (c == '"' || c == '\'')
            begin_value(place, MB_HTML_QUOTED, c);
        else if (c == '>')
            end_tag(place);
        else if (!is_space(c))
            begin_value(place, MB_HTML_UNQUOTED, 0);
        break;
    case MB_HTML_QUOTED: /* its end */
        place->state = MB_HTML_IN_TAG;
        break;
    case MB_HTML_UNQUOTED:
        if (is_space(c) || c == '>')
            read_in_tag(place, c);
        break;
    case MB_HTML_RAW:
        read_raw(place, c);
        break;
    case MB_HTML_BANG:
        read_bang(place, c);
        break;
    case MB_HTML_COMMENT:
        read_comment(place, c);
        break;
    case MB_HTML_DECLARATION:
        place->state = c == '>' ? MB_HTML_TEXT : MB_HTML_DECLARATION;
        break;
    }
}

void mb_html_read(mb_html_place *place, mb_slice html)
{
    for (const char *at = html.data, *end = mb_slice_end(html); at < end; at++) {
        bool is_in_text = place->state == MB_HTML_TEXT || (place->state == MB_HTML_RAW && place->matched == 0);
        if (is_in_text && *at != '<') {
            at = memchr(at, '<', (size_t)(end - at));
            if (!at)
                return;
        } else if (place->state == MB_HTML_QUOTED) {
            at = read_quoted(place, at, end);
            if (at == end)
                return;
        }
        read_one(place, *at);
    }
}

/* What an attribute's value is. */
typedef enum value_kind { PLAIN_VALUE, ADDRESS, STYLE, PROGRAM } value_kind;

static value_kind kind_of(const char *attribute)
{
    static const char *const addresses[] = {"href", "src",    "action", "formaction", "cite",      "poster",
                                            "data", "srcset", "ping",   "background", "xlink:href"};
    if (strncmp(attribute, "on", 2) == 0 || strcmp(attribute, "srcdoc") == 0)
        return PROGRAM;
    if (strcmp(attribute, "style") == 0)
        return STYLE;
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++)
        if (*attribute == *addresses[i] && strcmp(attribute, addresses[i]) == 0)
            return ADDRESS;
    return PLAIN_VALUE;
}

/* In single quotes, these end the value; in double quotes the usual ones do. */
static void write_plain(const mb_html_place *place, mb_slice value, mb_buffer *out)
{
    if (place->quote != '\'') {
        mb_html_escape(out, value);
        return;
    }
    for (size_t quote; (quote = mb_slice_find(value, MB_TEXT("'"), 0)) != SIZE_MAX;) {
        mb_html_escape(out, mb_slice_first(value, quote));
        mb_buffer_text(out, "&#39;");
        value = mb_slice_from(value, quote + 1);
    }
    mb_html_escape(out, value);
}

static size_t end_of_scheme(mb_slice value)
{
    size_t end = 0;
    while (end < value.size && !memchr("/?#", value.data[end], 3))
        end++;
    return end;
}

/* What goes on behind the beginning of an address makes no scheme of it. */
static void write_going_on(mb_slice value, mb_buffer *out)
{
    mb_slice head = mb_slice_first(value, end_of_scheme(value));
    for (size_t colon; (colon = mb_slice_find(head, MB_TEXT(":"), 0)) != SIZE_MAX;) {
        mb_url_escape(out, mb_slice_first(head, colon));
        mb_buffer_text(out, "%3A");
        head = mb_slice_from(head, colon + 1);
    }
    mb_url_escape(out, mb_slice_between(head.data, mb_slice_end(value)));
}

/* A value that begins an address has an allowed scheme, or none. */
static void write_address(mb_html_place *place, mb_slice value, mb_buffer *out)
{
    if (place->has_begun && !place->has_scheme_or_path)
        write_going_on(value, out);
    else if (place->has_begun || mb_link_is_allowed(value))
        mb_url_escape(out, value);
    else
        value = MB_TEXT("#"), mb_buffer_add(out, value);
    read_value(place, value);
}

/* Lengths, numbers, names of colours; anything that could be more becomes _. */
static void write_style(mb_slice value, mb_buffer *out)
{
    for (size_t i = 0; i < value.size; i++)
        mb_buffer_char(out,
                       isalnum((unsigned char)value.data[i]) || strchr(" .,%#-", value.data[i] ? value.data[i] : '_')
                           ? value.data[i]
                           : '_');
}

static const char *write_quoted(mb_html_place *place, mb_slice value, mb_buffer *out)
{
    switch (kind_of(place->attribute)) {
    case PROGRAM:
        return "stands in an attribute that browsers run as a program";
    case ADDRESS:
        write_address(place, value, out);
        break;
    case STYLE:
        write_style(value, out);
        break;
    case PLAIN_VALUE:
        write_plain(place, value, out);
        break;
    }
    place->has_begun = place->has_begun || value.size > 0;
    return NULL;
}

const char *mb_html_write(mb_html_place *place, mb_slice value, mb_buffer *out)
{
    switch (place->state) {
    case MB_HTML_TEXT:
    case MB_HTML_COMMENT:
        mb_html_escape(out, value);
        return NULL;
    case MB_HTML_QUOTED:
        return write_quoted(place, value, out);
    case MB_HTML_BEFORE_VALUE:
    case MB_HTML_UNQUOTED:
        return "stands in an attribute without quotes: write them around it";
    case MB_HTML_RAW:
        return "stands inside <script> or <style>: put it into an attribute such as data-value, and read it from there";
    default:
        return "stands inside a tag: only the value of an attribute, in quotes, can be inserted there";
    }
}
