/* values.c: tells the figures of a table from numbers in text. */
#include "text/values.h"

#include <ctype.h>

#include "text/marker.h"

/* What stands in a cell that has no figure. */
static const mb_slice nothing_words[] = {{"-", 1}, {"\xE2\x80\x93", 3}, {"N/A", 3}, {"n/a", 3}, {"Nil", 3}, {"nil", 3}};

static const char pound[] = "\xC2\xA3";

static mb_slice word_before(mb_slice line, size_t end)
{
    size_t from = end;
    while (from > 0 && line.data[from - 1] != ' ')
        from--;
    return mb_slice_between(line.data + from, line.data + end);
}

static mb_slice word_at(mb_slice line, size_t at)
{
    size_t end = at;
    while (end < line.size && line.data[end] != ' ')
        end++;
    return mb_slice_between(line.data + at, line.data + end);
}

static size_t behind_spaces(mb_slice line, size_t at)
{
    while (at < line.size && line.data[at] == ' ')
        at++;
    return at;
}

bool mb_is_year(mb_slice word)
{
    if (word.size < 4 || !(mb_slice_starts(word, MB_TEXT("19")) || mb_slice_starts(word, MB_TEXT("20"))))
        return false;
    return isdigit((unsigned char)word.data[2]) && isdigit((unsigned char)word.data[3]) &&
           (word.size == 4 || strchr("/-", word.data[4]));
}

/* "31.03.20", "18-64": a date or a span, as labels and heads hold them. */
static bool is_date_or_span(mb_slice word)
{
    uint32_t stops = 0;
    for (size_t i = 1; i + 1 < word.size; i++) {
        stops += word.data[i] == '.' || word.data[i] == '/';
        if (word.data[i] == '-' && isdigit((unsigned char)word.data[i - 1]) && isdigit((unsigned char)word.data[i + 1]))
            return true;
    }
    return stops > 1;
}

static bool is_figure(mb_slice word)
{
    size_t digits = 0;
    if (mb_slice_starts(word, mb_slice_of(pound)))
        word = mb_slice_from(word, sizeof pound - 1);
    for (size_t i = 0; i < word.size; i++) {
        if (isdigit((unsigned char)word.data[i]))
            digits++;
        else if (!strchr(",.%+-()/", word.data[i]) && (unsigned char)word.data[i] < 0x80)
            return false;
    }
    bool phone = digits > 1 && *word.data == '0' && digits == word.size;
    return digits > 0 && !phone && !mb_is_year(word) && !is_date_or_span(word) && !mb_slice_ends(word, MB_TEXT("."));
}

static bool is_pound(mb_slice word)
{
    return mb_slice_equal(word, mb_slice_of(pound));
}

static bool says_nothing(mb_slice word)
{
    for (size_t i = 0; i < sizeof nothing_words / sizeof *nothing_words; i++)
        if (mb_slice_equal(word, nothing_words[i]))
            return true;
    return false;
}

/* What a cell's last byte can be: a figure's, or that of a word that stands for none. Most lines end otherwise. */
static bool may_end_cell(char c)
{
    static const bool ends[0x80] = {
        ['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true, ['5'] = true, ['6'] = true,
        ['7'] = true, ['8'] = true, ['9'] = true, [','] = true, ['%'] = true, ['+'] = true, ['-'] = true,
        ['('] = true, [')'] = true, ['/'] = true, ['A'] = true, ['a'] = true, ['l'] = true};
    return (unsigned char)c >= 0x80 || ends[(unsigned char)c];
}

uint32_t mb_trailing_values(mb_slice line, uint32_t most, size_t *at)
{
    uint32_t count = 0;
    *at = line.size;
    if (line.size && !may_end_cell(mb_slice_end(line)[-1]))
        return 0;
    for (size_t end = line.size; end > 0;) {
        mb_slice word = word_before(line, end);
        if (is_pound(word) ? count == 0 : count == most || (!is_figure(word) && !says_nothing(word)))
            break;
        count += !is_pound(word);
        *at = (size_t)(word.data - line.data);
        end = *at;
        while (end > 0 && line.data[end - 1] == ' ')
            end--;
    }
    return count;
}

bool mb_is_value_line(mb_slice line)
{
    size_t at;
    return is_pound(line) || (mb_trailing_values(line, UINT32_MAX, &at) && at == 0);
}

void mb_add_values(mb_arena *arena, mb_slice values, mb_strings *cells)
{
    for (size_t at = 0; at < values.size;) {
        mb_slice word = word_at(values, at);
        mb_slice *last = cells->count ? &cells->items[cells->count - 1] : NULL;
        if (last && is_pound(*last) && !mb_slice_starts(word, mb_slice_of(pound)))
            *last = mb_arena_printf(arena, "%s %.*s", pound, MB_ARG(word));
        else
            mb_strings_push(arena, cells, word);
        at = behind_spaces(values, at + word.size);
    }
}
