/* clock.h: how long things take. */
#ifndef PREVIEW_CLOCK_H
#define PREVIEW_CLOCK_H

#include <time.h>

/* Seconds since some moment, of a clock that nobody sets. */
static inline double preview_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

#endif
