/* parallel.c: see parallel.h. */
#include "core/parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct failure {
    size_t position;
    int code;
    mb_error error;
} failure;

typedef struct crew {
    const mb_parallel *wanted;
    atomic_size_t next, done;
    atomic_size_t failed; /* the first position that failed, else SIZE_MAX */
    atomic_bool stopped;  /* by who hears of the progress */
    pthread_mutex_t lock; /* of what follows */
    failure *failures;    /* the first ones, by position; room for as many as are told */
    size_t failure_count, failure_room;
} crew;

/* One line of a layout can fail in as many ways as there are pages. */
static bool is_same_mistake(const mb_error *a, const mb_error *b)
{
    bool is_same_place = a->line == b->line && strcmp(a->file, b->file) == 0;
    return is_same_place && (a->line > 0 || strcmp(a->message, b->message) == 0);
}

/* Takes the same mistake of another position away; false where that one comes first. */
static bool is_first_of_its_kind(crew *all, size_t position, const mb_error *error)
{
    size_t same = 0;
    while (same < all->failure_count && !is_same_mistake(&all->failures[same].error, error))
        same++;
    if (same == all->failure_count)
        return true;
    if (all->failures[same].position < position)
        return false;
    all->failure_count--;
    memmove(&all->failures[same], &all->failures[same + 1], (all->failure_count - same) * sizeof *all->failures);
    return true;
}

/* Puts it in its place; the last one makes room. */
static void keep_failure(crew *all, size_t position, int code, const mb_error *error)
{
    size_t at = all->failure_count;
    while (at > 0 && all->failures[at - 1].position > position)
        at--;
    if (at < all->failure_room) {
        size_t kept = all->failure_count < all->failure_room ? all->failure_count : all->failure_room - 1;
        memmove(&all->failures[at + 1], &all->failures[at], (kept - at) * sizeof *all->failures);
        all->failures[at] = (failure){position, code, *error};
        all->failure_count = kept + 1;
    }
}

static void note_failure(crew *all, size_t position, int code, const mb_error *error)
{
    pthread_mutex_lock(&all->lock);
    if (position < atomic_load(&all->failed))
        atomic_store(&all->failed, position);
    if (is_first_of_its_kind(all, position, error))
        keep_failure(all, position, code, error);
    pthread_mutex_unlock(&all->lock);
}

static void work(crew *all, int (*progress)(void *context, size_t done))
{
    const mb_parallel *wanted = all->wanted;
    mb_error error = {0};
    for (;;) {
        size_t position = atomic_fetch_add(&all->next, 1);
        bool is_left = position > atomic_load(&all->failed) && !mb_tells_all(wanted->problems);
        if (position >= wanted->count || is_left || atomic_load(&all->stopped))
            return;
        int code = wanted->work(wanted->context, position, &error);
        if (code)
            note_failure(all, position, code, &error);
        size_t done = atomic_fetch_add(&all->done, 1) + 1;
        if (progress && progress(wanted->context, done))
            atomic_store(&all->stopped, true);
    }
}

static void *help(void *all)
{
    work(all, NULL);
    return NULL;
}

size_t mb_thread_count(unsigned jobs, size_t count)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t threads = jobs ? jobs : processors > 0 ? (size_t)processors : 1;
    if (threads > MB_MOST_THREADS)
        threads = MB_MOST_THREADS;
    return threads < count ? threads : count;
}

static void run(crew *all)
{
    pthread_t helpers[MB_MOST_THREADS];
    size_t threads = mb_thread_count(all->wanted->jobs, all->wanted->count), started = 0;
    pthread_mutex_init(&all->lock, NULL);
    while (started + 1 < threads && pthread_create(&helpers[started], NULL, help, all) == 0)
        started++;
    work(all, all->wanted->progress);
    for (size_t i = 0; i < started; i++)
        pthread_join(helpers[i], NULL);
    pthread_mutex_destroy(&all->lock);
}

static int report(const crew *all, mb_error *error)
{
    const mb_parallel *wanted = all->wanted;
    for (size_t i = 0; i < all->failure_count; i++)
        mb_tell_problem(wanted->problems, &all->failures[i].error);
    if (all->failure_count > 0) {
        if (error)
            *error = all->failures[0].error;
        return all->failures[0].code;
    }
    bool stopped = atomic_load(&all->stopped);
    if (!stopped && wanted->progress)
        stopped = wanted->progress(wanted->context, wanted->count) != 0;
    return stopped ? mb_fail(error, MB_ESTOPPED, "the work was ended by who asked for it") : 0;
}

int mb_parallel_do(const mb_parallel *wanted, mb_error *error)
{
    crew all = {.wanted = wanted, .failed = SIZE_MAX, .failure_room = 1};
    if (mb_tells_all(wanted->problems))
        all.failure_room = MB_MOST_PROBLEMS;
    all.failures = calloc(all.failure_room, sizeof *all.failures);
    if (!all.failures)
        return mb_fail_exhausted(error, MB_ENOMEM, "starting the work");
    run(&all);
    int code = report(&all, error);
    free(all.failures);
    return code;
}
