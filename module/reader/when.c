/* when.c: finds dates and times in running text. */
#include "reader/when.h"

#include <ctype.h>

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
static const char *const weekdays[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char *const ordinals[] = {"st", "nd", "rd", "th"};

/* The shortest form in which a month or a weekday is abbreviated. */
#define SHORT_NAME 3

static bool is_letter(mb_slice text, size_t at)
{
    return at < text.size && isalpha((unsigned char)text.data[at]);
}

static bool is_digit(mb_slice text, size_t at)
{
    return at < text.size && isdigit((unsigned char)text.data[at]);
}

static size_t skip_spaces(mb_slice text, size_t at)
{
    while (at < text.size && (text.data[at] == ' ' || text.data[at] == '\t' || text.data[at] == '\r'))
        at++;
    return at;
}

static size_t skip_spaces_and_comma(mb_slice text, size_t at)
{
    at = skip_spaces(text, at);
    if (at < text.size && text.data[at] == ',')
        at = skip_spaces(text, at + 1);
    return at;
}

static mb_slice word_at(mb_slice text, size_t at)
{
    size_t end = at;
    while (is_letter(text, end))
        end++;
    return mb_slice_between(text.data + at, text.data + end);
}

/* The index of the name that `word` is, or abbreviates; -1 for none. */
static int name_index(mb_slice word, const char *const *names, int count)
{
    for (int i = 0; i < count && word.size >= SHORT_NAME; i++) {
        if (toupper((unsigned char)*word.data) != *names[i])
            continue;
        mb_slice name = mb_slice_of(names[i]);
        bool abbreviated = word.size == SHORT_NAME || (word.size == SHORT_NAME + 1 && word.size < name.size);
        if (mb_slice_equal_nocase(word, name) || (abbreviated && mb_slice_starts_nocase(name, word)))
            return i;
    }
    return -1;
}

/* Reads a number of at most `most` digits; returns its end, or 0. */
static size_t read_number(mb_slice text, size_t at, size_t most, int *number)
{
    size_t end = at;
    *number = 0;
    for (; is_digit(text, end); end++) {
        if (end - at == most)
            return 0;
        *number = *number * 10 + (text.data[end] - '0');
    }
    return end > at ? end : 0;
}

static size_t skip_ordinal(mb_slice text, size_t at)
{
    size_t letters = text.data && at < text.size && text.data[at] == ' ' ? at + 1 : at;
    mb_slice word = word_at(text, letters);
    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
        if (mb_slice_equal_nocase(word, mb_slice_of(ordinals[i])))
            return letters + word.size;
    return at;
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static bool is_real(const mb_date_hit *date)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return date->month >= 1 && date->month <= 12 && date->day >= 1 && date->day <= days[date->month - 1] &&
           (date->month != 2 || date->day < 29 || is_leap(date->year)) && date->year >= 1800 && date->year <= 2999;
}

/* 4th [day] [of] November[,] 2025 */
static bool read_worded_date(mb_slice text, size_t at, mb_date_hit *date)
{
    size_t end = read_number(text, at, 2, &date->day);
    if (!end)
        return false;
    end = skip_spaces(text, skip_ordinal(text, end));
    mb_slice word = word_at(text, end);
    static const char *const between[] = {"day", "of"};
    for (size_t i = 0; i < sizeof between / sizeof *between; i++)
        if (mb_slice_equal_nocase(word, mb_slice_of(between[i]))) {
            end = skip_spaces(text, end + word.size);
            word = word_at(text, end);
        }
    date->month = name_index(word, months, 12) + 1;
    end = skip_spaces_and_comma(text, end + word.size);
    date->end = read_number(text, end, 4, &date->year);
    return date->month && date->end && is_real(date);
}

/* November 4th[,] 2025 */
static bool read_month_first(mb_slice text, size_t at, mb_date_hit *date)
{
    mb_slice word = word_at(text, at);
    date->month = name_index(word, months, 12) + 1;
    if (!date->month || word.size < SHORT_NAME)
        return false;
    size_t end = read_number(text, skip_spaces(text, at + word.size), 2, &date->day);
    if (!end)
        return false;
    date->end = read_number(text, skip_spaces_and_comma(text, skip_ordinal(text, end)), 4, &date->year);
    return date->end && is_real(date);
}

/* 04/11/2025, 04.11.2025 */
static bool read_numeric_date(mb_slice text, size_t at, mb_date_hit *date)
{
    size_t end = read_number(text, at, 2, &date->day);
    if (!end || end >= text.size || !strchr("/.", text.data[end]))
        return false;
    char separator = text.data[end];
    end = read_number(text, end + 1, 2, &date->month);
    if (!end || end >= text.size || text.data[end] != separator)
        return false;
    date->end = read_number(text, end + 1, 4, &date->year);
    return date->end && is_real(date);
}

/* Takes the weekday before the date in, where one is printed. */
static void read_weekday_before(mb_slice text, mb_date_hit *date)
{
    size_t at = date->start;
    while (at > 0 && (text.data[at - 1] == ' ' || text.data[at - 1] == ','))
        at--;
    size_t from = at;
    while (from > 0 && isalpha((unsigned char)text.data[from - 1]))
        from--;
    date->weekday = name_index(mb_slice_between(text.data + from, text.data + at), weekdays, 7);
    if (date->weekday >= 0)
        date->start = from;
}

/* Behind the last digit of a text, or `from`. */
static size_t last_digit(mb_slice text, size_t from)
{
    size_t end = text.size;
    while (end > from && (unsigned char)(text.data[end - 1] - '0') > 9)
        end--;
    return end;
}

/* No date begins behind the last digit; most texts have none at all. */
bool mb_find_date(mb_slice text, size_t from, mb_date_hit *hit)
{
    size_t end = last_digit(text, from);
    for (size_t at = from; at < end; at++) {
        bool is_day = is_digit(text, at);
        if ((!is_day && !isupper((unsigned char)text.data[at])) ||
            (at > 0 && (is_digit(text, at - 1) || is_letter(text, at - 1))))
            continue;
        *hit = (mb_date_hit){.start = at};
        if (is_day ? read_worded_date(text, at, hit) || read_numeric_date(text, at, hit)
                   : read_month_first(text, at, hit)) {
            read_weekday_before(text, hit);
            return true;
        }
    }
    return false;
}

/* Whether a word such as "in" stands before `at`: a month alone could be somebody's name, or a march. */
static bool follows_preposition(mb_slice text, size_t at)
{
    static const char *const before[] = {"in", "by", "until", "till", "for", "from", "since", "the", "next", "last"};
    size_t end = at;
    while (end > 0 && text.data[end - 1] == ' ')
        end--;
    size_t start = end;
    while (start > 0 && is_letter(text, start - 1))
        start--;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (mb_slice_equal_nocase(mb_slice_between(text.data + start, text.data + end), mb_slice_of(before[i])))
            return true;
    return false;
}

static bool follows_digit(mb_slice text, size_t at)
{
    while (at > 0 && text.data[at - 1] == ' ')
        at--;
    return at > 0 && (is_digit(text, at - 1) || (at > 2 && is_digit(text, at - 3)));
}

static bool read_month(mb_slice text, size_t at, mb_month_hit *hit)
{
    mb_slice word = word_at(text, at);
    int month = name_index(word, months, 12);
    if (month < 0 || follows_digit(text, at))
        return false;
    *hit = (mb_month_hit){.start = at, .end = at + word.size, .month = month + 1};
    size_t year = skip_spaces_and_comma(text, hit->end), end = read_number(text, year, 4, &hit->year);
    if (end == year + 4 && hit->year >= 1800 && hit->year <= 2999)
        hit->end = end;
    else
        hit->year = 0;
    bool whole = mb_slice_equal(word, mb_slice_of(months[month]));
    return isupper((unsigned char)*word.data) && (hit->year || (whole && follows_preposition(text, at)));
}

bool mb_find_month(mb_slice text, size_t from, mb_month_hit *hit)
{
    for (size_t at = from; at < text.size; at++)
        if (isupper((unsigned char)text.data[at]) && (at == 0 || !is_letter(text, at - 1)) && read_month(text, at, hit))
            return true;
    return false;
}

bool mb_begins_with_month(mb_slice text)
{
    return name_index(word_at(text, 0), months, 12) >= 0;
}

/* "am", "p.m." and the like at `at`: returns its end, or 0; `afternoon` says which. */
static size_t read_half(mb_slice text, size_t at, bool *afternoon)
{
    at = skip_spaces(text, at);
    if (!is_letter(text, at) || !strchr("apAP", text.data[at]))
        return 0;
    *afternoon = tolower((unsigned char)text.data[at]) == 'p';
    at++;
    if (at < text.size && text.data[at] == '.')
        at++;
    if (!is_letter(text, at) || tolower((unsigned char)text.data[at]) != 'm' || is_letter(text, at + 1))
        return 0;
    return at + 1;
}

static bool read_clock(mb_slice text, size_t at, mb_time_hit *time)
{
    size_t end = read_number(text, at, 2, &time->hour);
    if (!end)
        return false;
    bool colon = end < text.size && text.data[end] == ':';
    bool minutes = end < text.size && (colon || text.data[end] == '.') && is_digit(text, end + 1);
    if (minutes) {
        size_t behind = read_number(text, end + 1, 2, &time->minute);
        if (behind != end + 3 || time->minute > 59)
            return false;
        end = behind;
    }
    bool afternoon = false;
    size_t half = read_half(text, end, &afternoon);
    if (half) {
        if (time->hour < 1 || time->hour > 12)
            return false;
        time->hour = time->hour % 12 + (afternoon ? 12 : 0);
        time->end = half;
        return true;
    }
    time->end = end;
    return colon && minutes && time->hour < 24 && !(end < text.size && text.data[end] == ':');
}

static bool read_named_time(mb_slice text, size_t at, mb_time_hit *time)
{
    static const struct {
        const char *name;
        int hour;
    } names[] = {{"noon", 12}, {"midday", 12}, {"midnight", 0}};
    mb_slice word = word_at(text, at);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mb_slice_equal_nocase(word, mb_slice_of(names[i].name))) {
            *time = (mb_time_hit){at, at + word.size, names[i].hour, 0};
            return true;
        }
    return false;
}

bool mb_find_time(mb_slice text, size_t from, mb_time_hit *hit)
{
    for (size_t at = from; at < text.size; at++) {
        bool begins = at == 0 || !(is_letter(text, at - 1) || is_digit(text, at - 1) || text.data[at - 1] == '.');
        if (!begins)
            continue;
        *hit = (mb_time_hit){.start = at};
        if (is_digit(text, at) ? read_clock(text, at, hit) : read_named_time(text, at, hit))
            return true;
    }
    return false;
}

mb_slice mb_iso_date(mb_arena *arena, const mb_date_hit *date)
{
    return mb_arena_printf(arena, "%04d-%02d-%02d", date->year, date->month, date->day);
}

mb_slice mb_iso_time(mb_arena *arena, const mb_time_hit *time)
{
    return mb_arena_printf(arena, "%02d:%02d", time->hour, time->minute);
}

int mb_weekday_of(const mb_date_hit *date)
{
    /* Sakamoto's method: the months' offsets within a year that begins in March. */
    static const int offsets[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    int year = date->year - (date->month < 3);
    return (year + year / 4 - year / 100 + year / 400 + offsets[date->month - 1] + date->day) % 7;
}

const char *mb_weekday_name(int weekday)
{
    return weekdays[weekday];
}
