/* today.c: which day it is, as an input, so that the same input gives the same site. */
#include <stdlib.h>
#include <time.h>

#include "site/site.h"

static bool is_date(const char *text)
{
    struct tm day = {0};
    const char *end = strptime(text, "%Y-%m-%d", &day);
    if (!end || *end || strlen(text) != strlen("2025-11-04"))
        return false;
    /* strptime knows no months: timegm makes 1 March of 29 February where there is none. */
    int wanted = day.tm_mday;
    timegm(&day);
    return day.tm_mday == wanted;
}

int mb_site_today(mb_arena *arena, const char *wanted, mb_slice *out, mb_error *error)
{
    if (wanted && !is_date(wanted)) {
        mb_fail(error, MB_EUSAGE, "'%s' is no date", wanted);
        mb_advise(error, "write it as 2025-11-04");
        return MB_EUSAGE;
    }
    if (wanted) {
        *out = mb_arena_copy(arena, mb_slice_of(wanted));
        return 0;
    }

    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t now = epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
    struct tm day;
    if (epoch)
        gmtime_r(&now, &day);
    else
        localtime_r(&now, &day);
    *out = mb_arena_printf(arena, "%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
    return 0;
}
