/* day.c: see day.h. */
#include "core/day.h"

#include <ctype.h>

/* The Gregorian calendar repeats itself after 400 years. */
#define CYCLE_YEARS 400
#define CYCLE_DAYS  146097
/* Days from 1 March of year 0 to 1 January 1970. */
#define EPOCH 719468

/* Counted from 1 March, so that a leap day is the last of its year. */
mb_day mb_day_in(int year, int month, int day)
{
    year -= month <= 2;
    int cycle = (year >= 0 ? year : year - (CYCLE_YEARS - 1)) / CYCLE_YEARS;
    int in_cycle = year - cycle * CYCLE_YEARS;
    int in_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return cycle * CYCLE_DAYS + in_cycle * 365 + in_cycle / 4 - in_cycle / 100 + in_year - EPOCH;
}

typedef struct civil {
    int year, month, day;
} civil;

static civil civil_of(mb_day number)
{
    int days = number + EPOCH;
    int cycle = (days >= 0 ? days : days - (CYCLE_DAYS - 1)) / CYCLE_DAYS;
    int in_cycle = days - cycle * CYCLE_DAYS;
    int years = (in_cycle - in_cycle / 1460 + in_cycle / 36524 - in_cycle / (CYCLE_DAYS - 1)) / 365;
    int in_year = in_cycle - (365 * years + years / 4 - years / 100);
    int shifted = (5 * in_year + 2) / 153;
    int month = shifted + (shifted < 10 ? 3 : -9);
    return (civil){years + cycle * CYCLE_YEARS + (month <= 2), month, in_year - (153 * shifted + 2) / 5 + 1};
}

static bool read_digits(mb_slice text, size_t from, size_t to, int *number)
{
    *number = 0;
    for (size_t i = from; i < to; i++) {
        if (!isdigit((unsigned char)text.data[i]))
            return false;
        *number = *number * 10 + (text.data[i] - '0');
    }
    return true;
}

mb_day mb_day_of(mb_slice date)
{
    civil read;
    if (date.size != sizeof "2025-11-04" - 1 || date.data[4] != '-' || date.data[7] != '-' ||
        !read_digits(date, 0, 4, &read.year) || !read_digits(date, 5, 7, &read.month) ||
        !read_digits(date, 8, 10, &read.day) || read.month < 1 || read.month > 12)
        return MB_NO_DAY;
    mb_day day = mb_day_in(read.year, read.month, read.day);
    /* 30 February would be 2 March. */
    return civil_of(day).month == read.month && read.day > 0 ? day : MB_NO_DAY;
}

int mb_year_of(mb_day day)
{
    return civil_of(day).year;
}

mb_weekday mb_weekday_on(mb_day day)
{
    /* 1 January 1970 was a Thursday. */
    int weekday = (day % 7 + MB_THURSDAY) % 7;
    return (mb_weekday)(weekday < 0 ? weekday + 7 : weekday);
}

mb_slice mb_date_of(mb_arena *arena, mb_day day)
{
    civil read = civil_of(day);
    return mb_arena_printf(arena, "%04d-%02d-%02d", read.year, read.month, read.day);
}

/* The anonymous computus of 1876: the ecclesiastical full moon, then the Sunday after it. */
mb_day mb_easter(int year)
{
    int golden = year % 19, century = year / 100, rest = year % 100;
    int correction = (century - (century + 8) / 25 + 1) / 3;
    int moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    int sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    int late = (golden + 11 * moon + 22 * sunday) / 451;
    int both = moon + sunday - 7 * late + 114;
    return mb_day_in(year, both / 31, both % 31 + 1);
}
