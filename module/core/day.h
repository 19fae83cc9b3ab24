/* day.h: days as numbers, so that they can be counted: 1 January 1970 is 0. The Gregorian calendar, for any year. */
#ifndef MB_CORE_DAY_H
#define MB_CORE_DAY_H

#include "core/arena.h"

typedef int32_t mb_day;

/* No day: what a text that is no date gives. */
#define MB_NO_DAY INT32_MIN

typedef enum mb_weekday {
    MB_SUNDAY,
    MB_MONDAY,
    MB_TUESDAY,
    MB_WEDNESDAY,
    MB_THURSDAY,
    MB_FRIDAY,
    MB_SATURDAY
} mb_weekday;

/* The day of 2025-11-04, or MB_NO_DAY where it is no such date, or has no day. */
mb_day mb_day_of(mb_slice date);

/* The day `day` (which may lie outside the month) of a month, 1 to 12, of a year. */
mb_day mb_day_in(int year, int month, int day);

int mb_year_of(mb_day day);
mb_weekday mb_weekday_on(mb_day day);

/* 2025-11-04 */
mb_slice mb_date_of(mb_arena *arena, mb_day day);

/* Easter Sunday, by the Gregorian computus. */
mb_day mb_easter(int year);

#endif
