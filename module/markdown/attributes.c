/* attributes.c: ids, classes and harmless attributes, read from between braces. */
#include "markdown/attributes.h"

#include "markdown/escape.h"
#include "markdown/line.h"

/* Attributes that neither run nor load anything; a name that ends in a hyphen stands for all that begin so. */
static const char *const harmless[] = {"aria-", "data-", "dir", "lang", "role", "title"};

static bool is_brace(char c)
{
    return c == '{' || c == '}';
}
static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static bool is_name(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-';
}
static bool is_punctuation(char c)
{
    return c > ' ' && c < 0x7F && !is_digit(c) && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Writes the ASCII character that the reference at the start of `text` stands for; returns the reference's size, or 0
 * where there is none. */
static size_t read_reference(mb_slice text, char *out)
{
    static const struct {
        const char *name;
        char meaning;
    } names[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mb_slice_starts(text, mb_slice_of(names[i].name))) {
            *out = names[i].meaning;
            return strlen(names[i].name);
        }
    if (!mb_slice_starts(text, MB_TEXT("&#")))
        return 0;
    int value = 0;
    size_t at = 2;
    for (; at < text.size && at < 5 && is_digit(text.data[at]); at++)
        value = value * 10 + (text.data[at] - '0');
    if (at == 2 || at == text.size || text.data[at] != ';' || value == 0 || value > 0x7F)
        return 0;
    *out = (char)value;
    return at + 1;
}

mb_slice mb_md_unescape(mb_arena *arena, mb_slice text)
{
    if (text.size == 0 || (!memchr(text.data, '\\', text.size) && !memchr(text.data, '&', text.size)))
        return text;
    char *plain = mb_arena_alloc(arena, text.size);
    size_t size = 0;
    for (size_t at = 0; at < text.size;) {
        size_t taken = text.data[at] == '&' ? read_reference(mb_slice_from(text, at), plain + size) : 0;
        if (taken == 0) {
            at += text.data[at] == '\\' && at + 1 < text.size && is_punctuation(text.data[at + 1]);
            plain[size] = text.data[at];
            taken = 1;
        }
        at += taken;
        size++;
    }
    return (mb_slice){plain, size};
}

/* An id and a class can hold no white space: hyphens stand for it. */
static mb_slice word(mb_arena *arena, mb_slice text)
{
    mb_slice copy = mb_arena_copy(arena, mb_md_unescape(arena, text));
    char *data = (char *)copy.data;
    for (size_t i = 0; i < copy.size; i++)
        if ((unsigned char)data[i] <= ' ')
            data[i] = '-';
    return copy;
}

static bool is_harmless(mb_slice name)
{
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++) {
        mb_slice known = mb_slice_of(harmless[i]);
        bool is_family = mb_slice_ends(known, MB_TEXT("-"));
        if (is_family ? mb_slice_starts(name, known) && name.size > known.size : mb_slice_equal(name, known))
            return true;
    }
    return false;
}

/* The value at `at`, in quotes or up to the next white space; `at` moves behind it. */
static mb_slice read_value(mb_slice text, size_t *at)
{
    char quote = *at < text.size ? text.data[*at] : 0;
    bool quoted = quote == '"' || quote == '\'';
    size_t from = *at + (quoted ? 1 : 0), end = from;
    while (end < text.size && (quoted ? text.data[end] != quote : !mb_md_is_blank(text.data[end])))
        end++;
    *at = end + (quoted ? 1 : 0);
    return mb_slice_between(text.data + from, text.data + end);
}

static bool read_pair(mb_arena *arena, mb_slice text, size_t *at, mb_md_attributes *out)
{
    size_t from = *at, end = from;
    while (end < text.size && is_name(text.data[end]))
        end++;
    mb_slice name = mb_slice_between(text.data + from, text.data + end);
    if (end == text.size || text.data[end] != '=' || !is_harmless(name))
        return false;
    *at = end + 1;
    mb_strings_push(arena, &out->others, name);
    mb_strings_push(arena, &out->others, mb_md_unescape(arena, read_value(text, at)));
    return *at <= text.size;
}

static bool read_one(mb_arena *arena, mb_slice text, size_t *at, mb_md_attributes *out)
{
    char mark = text.data[*at];
    if (mark != '#' && mark != '.')
        return read_pair(arena, text, at, out);
    size_t from = ++*at;
    while (*at < text.size && !mb_md_is_blank(text.data[*at]) && !is_brace(text.data[*at]))
        ++*at;
    mb_slice name = mb_slice_between(text.data + from, text.data + *at);
    if (name.size == 0 || (*at < text.size && is_brace(text.data[*at])))
        return false;
    if (mark == '.')
        mb_strings_push(arena, &out->classes, word(arena, name));
    else
        out->id = word(arena, name);
    return true;
}

bool mb_md_attributes_read(mb_arena *arena, mb_slice text, mb_md_attributes *out)
{
    if (text.size < 3 || text.data[0] != '{' || text.data[text.size - 1] != '}')
        return false;
    mb_slice inside = {text.data + 1, text.size - 2};
    bool any = false;
    for (size_t at = 0; at < inside.size;) {
        if (mb_md_is_blank(inside.data[at])) {
            at++;
            continue;
        }
        if (!read_one(arena, inside, &at, out))
            return false;
        any = true;
    }
    return any;
}

bool mb_md_class_read(mb_arena *arena, mb_slice text, mb_md_attributes *out)
{
    for (size_t i = 0; i < text.size; i++)
        if (mb_md_is_blank(text.data[i]) || is_brace(text.data[i]))
            return false;
    mb_strings_push(arena, &out->classes, word(arena, text));
    return true;
}

void mb_md_attributes_write(mb_buffer *out, const mb_md_attributes *attributes)
{
    for (uint32_t i = 0; i < attributes->classes.count; i++) {
        mb_buffer_text(out, i ? " " : " class=\"");
        mb_html_escape(out, attributes->classes.items[i]);
    }
    if (attributes->classes.count)
        mb_buffer_char(out, '"');
    for (uint32_t i = 0; i < attributes->others.count; i += 2) {
        mb_buffer_printf(out, " %.*s=\"", MB_ARG(attributes->others.items[i]));
        mb_html_escape(out, attributes->others.items[i + 1]);
        mb_buffer_char(out, '"');
    }
}
