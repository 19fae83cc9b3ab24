/* parallel.h: the same work for many things, on several threads.
 *
 * Threads take the next position from a counter. A position is only taken after all before it were, so when some fail,
 * the first that failed doesn't depend on timing: it is the one that is reported. What comes after is left, unless
 * somebody is told of every mistake. */
#ifndef MB_CORE_PARALLEL_H
#define MB_CORE_PARALLEL_H

#include "core/error.h"

/* More threads than this gain nothing. */
#define MB_MOST_THREADS 256

typedef struct mb_parallel {
    size_t count;  /* positions 0 to count - 1 */
    unsigned jobs; /* threads, the calling one included; 0: one for each processor */
    int (*work)(void *context, size_t position, mb_error *error);
    /* From time to time, on the calling thread; anything but 0 ends the work. May be NULL. */
    int (*progress)(void *context, size_t done);
    void *context;
    /* Where somebody is told, all positions are worked at, and the first mistakes are told in the order of their
     * positions, each once, on the calling thread. NULL: nobody. */
    mb_problems *problems;
} mb_parallel;

/* Does all the work; the code and error of the first position that failed, MB_ESTOPPED, or 0. */
int mb_parallel_do(const mb_parallel *wanted, mb_error *error);

/* How many threads so many positions get, for so many jobs. */
size_t mb_thread_count(unsigned jobs, size_t count);

#endif
