/* working_day.h: days that are neither weekends nor bank holidays of England and Wales, and how notice is counted in them.
 *
 *     clear, 2:     notice · (1) · (2) · meeting       the days between count
 *     ordinary, 3:  notice (3) · (2) · (1) · meeting   the day of the notice counts, that of the meeting doesn't   */
#ifndef MB_CORE_WORKING_DAY_H
#define MB_CORE_WORKING_DAY_H

#include "core/day.h"

/* Days, sorted. */
typedef struct mb_days {
    const mb_day *items;
    uint32_t count;
} mb_days;

/* What no rule tells: a holiday for a coronation, one that was moved, the days when a council's offices are closed. */
typedef struct mb_holidays {
    mb_days added, dropped;
} mb_holidays;

/* Whether the day is a bank holiday by the rules since 1978 (New Year, Good Friday, Easter Monday, early May, spring,
 * summer, Christmas and Boxing Day with their substitutes), and by the exceptions; `exceptions` may be NULL. */
bool mb_is_bank_holiday(mb_day day, const mb_holidays *exceptions);

bool mb_is_working_day(mb_day day, const mb_holidays *exceptions);

typedef struct mb_notice {
    uint32_t days;
    bool clear;   /* else ordinary */
    bool working; /* else all days count */
} mb_notice;

/* The last day on which notice of a meeting can be given. Of working days the day of the notice is one itself. */
mb_day mb_notice_day(mb_day meeting, mb_notice notice, const mb_holidays *exceptions);

#endif
