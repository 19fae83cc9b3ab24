/* today.c: which day it is, as an input, so that the same input gives the same site. */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "core/day.h"
#include "site/site.h"

/* The last second of the year 9999: dates have four digits for the year. */
#define LAST_SECOND INT64_C(253402300799)

/* The seconds since 1970 that SOURCE_DATE_EPOCH says (the specification of reproducible-builds.org); false where it says
 * nothing of the kind. */
static bool read_epoch(const char *text, time_t *out)
{
    char *end;
    errno = 0;
    long long seconds = strtoll(text, &end, 10);
    *out = (time_t)seconds;
    return isdigit((unsigned char)*text) && !errno && !*end && seconds <= LAST_SECOND;
}

int mb_site_today(mb_arena *arena, const char *wanted, mb_slice *out, mb_error *error)
{
    if (wanted && mb_day_of(mb_slice_of(wanted)) == MB_NO_DAY) {
        mb_fail(error, MB_EUSAGE, "'%s' is no date", wanted);
        mb_advise(error, "write it as 2025-11-04");
        return MB_EUSAGE;
    }
    if (wanted) {
        *out = mb_arena_copy(arena, mb_slice_of(wanted));
        return 0;
    }

    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t now = time(NULL);
    if (epoch && !read_epoch(epoch, &now)) {
        mb_fail(error, MB_EUSAGE, "the environment variable SOURCE_DATE_EPOCH is '%s', which is no time", epoch);
        mb_advise(error, "set it to the seconds since 1970, or not at all");
        return MB_EUSAGE;
    }
    struct tm day;
    if (epoch)
        gmtime_r(&now, &day);
    else
        localtime_r(&now, &day);
    *out = mb_arena_printf(arena, "%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
    return 0;
}
