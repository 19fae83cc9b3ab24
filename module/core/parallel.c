/* parallel.c: see parallel.h. */
#include "core/parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

typedef struct crew {
    const mb_parallel *wanted;
    atomic_size_t next, done;
    atomic_size_t failed; /* the first position that failed, else SIZE_MAX */
    pthread_mutex_t lock; /* of what follows */
    int code;
    mb_error error;
} crew;

static void note_failure(crew *all, size_t position, int code, const mb_error *error)
{
    pthread_mutex_lock(&all->lock);
    if (position < atomic_load(&all->failed)) {
        atomic_store(&all->failed, position);
        all->code = code;
        all->error = *error;
    }
    pthread_mutex_unlock(&all->lock);
}

static void work(crew *all, void (*progress)(void *context, size_t done))
{
    const mb_parallel *wanted = all->wanted;
    mb_error error = {0};
    for (;;) {
        size_t position = atomic_fetch_add(&all->next, 1);
        if (position >= wanted->count || position > atomic_load(&all->failed))
            return;
        int code = wanted->work(wanted->context, position, &error);
        if (code)
            note_failure(all, position, code, &error);
        size_t done = atomic_fetch_add(&all->done, 1) + 1;
        if (progress)
            progress(wanted->context, done);
    }
}

static void *help(void *all)
{
    work(all, NULL);
    return NULL;
}

static size_t thread_count(const mb_parallel *wanted)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t jobs = wanted->jobs ? wanted->jobs : processors > 0 ? (size_t)processors : 1;
    if (jobs > MB_MOST_THREADS)
        jobs = MB_MOST_THREADS;
    return jobs < wanted->count ? jobs : wanted->count;
}

int mb_parallel_do(const mb_parallel *wanted, mb_error *error)
{
    crew all = {.wanted = wanted, .failed = SIZE_MAX, .lock = PTHREAD_MUTEX_INITIALIZER};
    pthread_t helpers[MB_MOST_THREADS];
    size_t threads = thread_count(wanted), started = 0;
    while (started + 1 < threads && pthread_create(&helpers[started], NULL, help, &all) == 0)
        started++;
    work(&all, wanted->progress);
    for (size_t i = 0; i < started; i++)
        pthread_join(helpers[i], NULL);
    pthread_mutex_destroy(&all.lock);

    if (all.code && error)
        *error = all.error;
    if (!all.code && wanted->progress)
        wanted->progress(wanted->context, wanted->count);
    return all.code;
}
