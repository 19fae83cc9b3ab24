/* working_day.c: see working_day.h. */
#include "core/working_day.h"

#include <stdlib.h>

/* Days relative to Easter Sunday. */
#define GOOD_FRIDAY   (-2)
#define EASTER_MONDAY 1

/* More days of notice than a year are a misprint. */
#define MOST_DAYS 366

static int by_number(const void *a, const void *b)
{
    mb_day left = *(const mb_day *)a, right = *(const mb_day *)b;
    return (left > right) - (left < right);
}

static bool is_among(const mb_days *days, mb_day day)
{
    return days->count && bsearch(&day, days->items, days->count, sizeof day, by_number);
}

/* The first Monday on or after a day. */
static mb_day monday_from(mb_day day)
{
    return day + (MB_MONDAY - (int)mb_weekday_on(day) + 7) % 7;
}

/* Where 1 January is on a weekend, the Monday behind it stands in. */
static bool is_new_year(mb_day day, int year)
{
    mb_day first = mb_day_in(year, 1, 1);
    mb_weekday weekday = mb_weekday_on(first);
    return day == (weekday == MB_SATURDAY || weekday == MB_SUNDAY ? monday_from(first) : first);
}

/* Of the two days one or both may be on a weekend; the days behind them stand in, in their order. */
static bool is_christmas(mb_day day, int year)
{
    static const struct {
        int first, second; /* days of December */
    } by_weekday[] = {
        [MB_SUNDAY] = {26, 27},   [MB_MONDAY] = {25, 26}, [MB_TUESDAY] = {25, 26},  [MB_WEDNESDAY] = {25, 26},
        [MB_THURSDAY] = {25, 26}, [MB_FRIDAY] = {25, 28}, [MB_SATURDAY] = {27, 28},
    };
    mb_weekday weekday = mb_weekday_on(mb_day_in(year, 12, 25));
    return day == mb_day_in(year, 12, by_weekday[weekday].first) ||
           day == mb_day_in(year, 12, by_weekday[weekday].second);
}

static bool is_easter(mb_day day, int year)
{
    mb_day sunday = mb_easter(year);
    return day == sunday + GOOD_FRIDAY || day == sunday + EASTER_MONDAY;
}

/* The first Monday in May, the last in May and in August. */
static bool is_monday_holiday(mb_day day, int year)
{
    return day == monday_from(mb_day_in(year, 5, 1)) || day == monday_from(mb_day_in(year, 5, 25)) ||
           day == monday_from(mb_day_in(year, 8, 25));
}

bool mb_is_bank_holiday(mb_day day, const mb_holidays *exceptions)
{
    int year = mb_year_of(day);
    if (exceptions && is_among(&exceptions->added, day))
        return true;
    if (exceptions && is_among(&exceptions->dropped, day))
        return false;
    return is_new_year(day, year) || is_easter(day, year) || is_monday_holiday(day, year) || is_christmas(day, year);
}

bool mb_is_working_day(mb_day day, const mb_holidays *exceptions)
{
    mb_weekday weekday = mb_weekday_on(day);
    return weekday != MB_SATURDAY && weekday != MB_SUNDAY && !mb_is_bank_holiday(day, exceptions);
}

mb_day mb_notice_day(mb_day meeting, mb_notice notice, const mb_holidays *exceptions)
{
    uint32_t left = (notice.days < MOST_DAYS ? notice.days : MOST_DAYS) + notice.clear;
    mb_day day = meeting;
    while (left > 0) {
        day--;
        left -= !notice.working || mb_is_working_day(day, exceptions);
    }
    return day;
}
