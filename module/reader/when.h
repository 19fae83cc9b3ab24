/* when.h: dates and times as councils print them. */
#ifndef MB_READER_WHEN_H
#define MB_READER_WHEN_H

#include <stdbool.h>

#include "core/arena.h"

/* "Tuesday, 4th November, 2025", "4 Nov 2025", "04/11/2025" */
typedef struct mb_date_hit {
    size_t start, end; /* bytes of the text, the weekday included */
    int year, month, day;
    int weekday; /* as printed, 0 for Sunday; -1 where none is */
} mb_date_hit;

/* "10.00 am", "10.05AM", "2pm", "14:30", "noon" */
typedef struct mb_time_hit {
    size_t start, end;
    int hour, minute;
} mb_time_hit;

/* "November 2026", "Nov 2026"; "March" with no year, behind words such as "in" */
typedef struct mb_month_hit {
    size_t start, end;
    int year, month; /* year: 0 where none is printed */
} mb_month_hit;

/* The first month, at or after `from`, that stands for a time to come or gone and not in a date. */
bool mb_find_month(mb_slice text, size_t from, mb_month_hit *hit);

/* "June was", "Jun 2026": the text begins with a month's name. */
bool mb_begins_with_month(mb_slice text);

/* The first date, or time, at or after `from`. */
bool mb_find_date(mb_slice text, size_t from, mb_date_hit *hit);
bool mb_find_time(mb_slice text, size_t from, mb_time_hit *hit);

/* 2025-11-04 and 10:05. */
mb_slice mb_iso_date(mb_arena *arena, const mb_date_hit *date);
mb_slice mb_iso_time(mb_arena *arena, const mb_time_hit *time);

/* The weekday of a date, 0 for Sunday (Gregorian calendar); and its English name. */
int mb_weekday_of(const mb_date_hit *date);
const char *mb_weekday_name(int weekday);

#endif
