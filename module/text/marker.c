/* marker.c: bullets, numbers and letters before a text. */
#include "text/marker.h"

#include <ctype.h>
#include <stdint.h>

/* Signs that are nothing but bullets; U+F0B7 and U+F0A7 are the bullets of the Symbol and Wingdings fonts. */
static const mb_slice bullet_signs[] = {MB_LITERAL("•"),
                                        MB_LITERAL("·"),
                                        MB_LITERAL("▪"),
                                        MB_LITERAL("●"),
                                        MB_LITERAL("○"),
                                        MB_LITERAL("◦"),
                                        MB_LITERAL("‣"),
                                        MB_LITERAL("∙"),
                                        MB_LITERAL("■"),
                                        MB_LITERAL("□"),
                                        MB_LITERAL("✓"),
                                        MB_LITERAL("➢"),
                                        MB_LITERAL("\xEF\x82\xB7"),
                                        MB_LITERAL("\xEF\x82\xA7")};
/* Signs that are bullets where white space follows; "o" is how extraction reads a hollow one. */
static const mb_slice bullet_words[] = {MB_LITERAL("-"), MB_LITERAL("–"), MB_LITERAL("*"), MB_LITERAL("o")};

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static bool ends_marker(mb_slice line, size_t at)
{
    return at >= line.size || is_space(line.data[at]);
}

static mb_marker make(mb_marker_form form, mb_slice line, size_t printed_from, size_t printed_to, size_t rest)
{
    return (mb_marker){form, mb_slice_between(line.data + printed_from, line.data + printed_to),
                       mb_slice_trim(mb_slice_from(line, rest))};
}

static mb_marker bullet_among(mb_slice line, const mb_slice *signs, size_t count, bool may_touch)
{
    for (size_t i = 0; i < count; i++)
        if (mb_slice_starts(line, signs[i]) && (may_touch || ends_marker(line, signs[i].size)))
            return make(MB_MARKER_BULLET, line, 0, signs[i].size, signs[i].size);
    return (mb_marker){0};
}

mb_marker mb_bullet_of(mb_slice line)
{
    bool ascii = line.size == 0 || (unsigned char)*line.data < 0x80;
    mb_marker marker = {0};
    if (!ascii)
        marker = bullet_among(line, bullet_signs, sizeof bullet_signs / sizeof *bullet_signs, true);
    return marker.form ? marker : bullet_among(line, bullet_words, sizeof bullet_words / sizeof *bullet_words, false);
}

static size_t digits_at(mb_slice line, size_t at)
{
    size_t count = 0;
    while (at + count < line.size && isdigit((unsigned char)line.data[at + count]))
        count++;
    return count;
}

/* 3.1, 3.1.2, also with a full stop behind: no paper has a hundred sections, but sums of money are 163.50, and
 * at most three digits a part keep 19.2020 out. */
static mb_marker decimal_of(mb_slice line)
{
    size_t at = digits_at(line, 0), parts = 1;
    if (at == 0 || at > 2)
        return (mb_marker){0};
    while (at < line.size && line.data[at] == '.') {
        size_t digits = digits_at(line, at + 1);
        if (digits == 0)
            break;
        if (digits > 3)
            return (mb_marker){0};
        at += 1 + digits;
        parts++;
    }
    size_t end = at;
    if (end < line.size && line.data[end] == '.')
        end++;
    if (parts < 2 || !ends_marker(line, end))
        return (mb_marker){0};
    return make(MB_MARKER_DECIMAL, line, 0, at, end);
}

/* 1. 1) (1) 2a. */
static mb_marker number_of(mb_slice line)
{
    bool bracket = line.size && line.data[0] == '(';
    size_t digits = digits_at(line, bracket);
    size_t end = bracket + digits;
    if (digits == 0 || digits > 3 || end >= line.size)
        return (mb_marker){0};
    end += islower((unsigned char)line.data[end]) && end + 1 < line.size && strchr(".)", line.data[end + 1]);
    if (line.data[end] != ')' && (bracket || line.data[end] != '.'))
        return (mb_marker){0};
    if (!ends_marker(line, end + 1))
        return (mb_marker){0};
    return make(MB_MARKER_NUMBER, line, 0, line.data[end] == '.' ? end : end + 1, end + 1);
}

static bool is_roman_digit(char c)
{
    return c == 'i' || c == 'v' || c == 'x' || c == 'I' || c == 'V' || c == 'X';
}

static bool is_roman(mb_slice letters)
{
    for (size_t i = 0; i < letters.size; i++)
        if (!is_roman_digit(letters.data[i]))
            return false;
    return true;
}

static bool is_small(mb_slice letters)
{
    for (size_t i = 0; i < letters.size; i++)
        if (!islower((unsigned char)letters.data[i]))
            return false;
    return true;
}

/* (a) a) (iv) iv) a. iv. */
static mb_marker letter_of(mb_slice line)
{
    size_t from = line.size && line.data[0] == '(';
    size_t end = from;
    while (end < line.size && isalpha((unsigned char)line.data[end]) && end - from < 5)
        end++;
    mb_slice letters = mb_slice_between(line.data + from, line.data + end);
    bool letter = letters.size == 1 || (letters.size > 1 && is_roman(letters));
    if (!letter || end >= line.size)
        return (mb_marker){0};
    bool stop = !from && line.data[end] == '.' && is_small(letters);
    if (!(line.data[end] == ')' || stop) || !ends_marker(line, end + 1))
        return (mb_marker){0};
    return make(MB_MARKER_LETTER, line, 0, stop ? end : end + 1, end + 1);
}

static mb_marker marker_behind(mb_slice line)
{
    static mb_marker (*const forms[])(mb_slice) = {decimal_of, number_of, letter_of, mb_bullet_of};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        mb_marker marker = forms[i](line);
        if (marker.form)
            return marker;
    }
    return (mb_marker){MB_MARKER_NONE, MB_NOTHING, line};
}

/* Whether the line begins with a word of two letters or more that is no Roman number, as most do. */
static bool begins_with_word(mb_slice line)
{
    return line.size > 1 && isalpha((unsigned char)line.data[0]) && isalpha((unsigned char)line.data[1]) &&
           !is_roman_digit(line.data[0]);
}

mb_marker mb_marker_of(mb_slice line)
{
    if (begins_with_word(line))
        return (mb_marker){MB_MARKER_NONE, MB_NOTHING, line};
    mb_marker bullet = mb_bullet_of(line);
    mb_marker behind = marker_behind(bullet.form ? bullet.rest : line);
    return behind.form || !bullet.form ? behind : bullet;
}

static mb_slice letters_of(mb_slice marker)
{
    size_t from = marker.size && marker.data[0] == '(', end = from;
    while (end < marker.size && isalpha((unsigned char)marker.data[end]))
        end++;
    return mb_slice_between(marker.data + from, marker.data + end);
}

/* 4 for "iv"; 0 where the letters are no Roman number. */
static uint32_t roman_value(mb_slice letters)
{
    static const char digits[] = "ivx";
    static const uint32_t values[] = {1, 5, 10};
    uint32_t value = 0, last = 10;
    for (size_t i = 0; i < letters.size; i++) {
        const char *digit = strchr(digits, tolower((unsigned char)letters.data[i]));
        if (!digit)
            return 0;
        uint32_t here = values[digit - digits];
        value += here > last ? here - 2 * last : here;
        last = here;
    }
    return value;
}

bool mb_begins_nested_letters(mb_slice last, mb_slice marker)
{
    mb_slice before = letters_of(last), letters = letters_of(marker);
    uint32_t was = roman_value(before), is = roman_value(letters);
    bool next_letter = before.size == 1 && letters.size == 1 && *letters.data == *before.data + 1;
    if (next_letter || (was && is == was + 1))
        return false;
    if (is == 1)
        return true;
    if (is && letters.size > 1)
        return was == 0;
    return was == 1 || (was && before.size > 1);
}

bool mb_is_high_roman(mb_marker marker)
{
    mb_slice letters = letters_of(marker.printed);
    return marker.form == MB_MARKER_LETTER && letters.size == marker.printed.size && letters.size > 1 &&
           roman_value(letters) > 3;
}

bool mb_follows_roman(mb_slice last, mb_slice marker)
{
    uint32_t value = roman_value(letters_of(marker));
    return value && roman_value(letters_of(last)) + 1 == value;
}
