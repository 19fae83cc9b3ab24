/* ahead.c: see ahead.h.
 *
 *     items, in the order in which they were wanted:
 *       given │ given │ made │ made │ in the making │ in the making │ waiting │ waiting …
 *                                                                      ▲ next
 *
 * What fails is left to who asks for it, who meets the same mistake. */
#include "doors/ahead.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/parallel.h"
#include "doors/site.h"

typedef enum state { WAITING, IN_THE_MAKING, MADE, LEFT } state;

typedef struct item {
    char *name;
    int format;
    state state;
    char *made;
    size_t size;
} item;

struct mb_ahead {
    const mb_site *site;
    pid_t process; /* one that was forked from it has none of the threads */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    item *items;
    item **by_name; /* the same, to be found */
    size_t count, next;
    size_t making, asking; /* how many items; how many wait for one in the making */
    size_t held, room;     /* bytes that are made and not yet given, and how many may be */
    bool stopped;
    pthread_t threads[MB_MOST_THREADS];
    size_t thread_count;
};

mb_ahead *mb_ahead_new(const mb_site *site, size_t room)
{
    mb_ahead *ahead = calloc(1, sizeof *ahead);
    if (!ahead)
        return NULL;
    ahead->site = site;
    ahead->room = room;
    ahead->process = getpid();
    pthread_mutex_init(&ahead->lock, NULL);
    pthread_cond_init(&ahead->changed, NULL);
    return ahead;
}

static void free_items(item *items, item **by_name, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(items[i].name);
        mb_free(items[i].made);
    }
    free(items);
    free(by_name);
}

static bool is_forked(const mb_ahead *ahead)
{
    return ahead->process != getpid();
}

void mb_ahead_free(mb_ahead *ahead)
{
    if (!ahead || is_forked(ahead))
        return; /* there, a lock may be held for ever */
    pthread_mutex_lock(&ahead->lock);
    ahead->stopped = true;
    pthread_cond_broadcast(&ahead->changed);
    pthread_mutex_unlock(&ahead->lock);
    for (size_t i = 0; i < ahead->thread_count; i++)
        pthread_join(ahead->threads[i], NULL);
    free_items(ahead->items, ahead->by_name, ahead->count);
    pthread_cond_destroy(&ahead->changed);
    pthread_mutex_destroy(&ahead->lock);
    free(ahead);
}

/* --- What the threads do --- */

static int make(const mb_site *site, item *one)
{
    if (one->format == MB_ANY_FILE)
        return mb_make_file(site, one->name, &one->made, &one->size, NULL);
    return mb_make_page(site, one->name, one->format, &one->made, &one->size, NULL);
}

/* The next item, once there is one and room for it; NULL at the end. The lock is held. */
static item *next_item(mb_ahead *ahead)
{
    for (;;) {
        while (ahead->next < ahead->count && ahead->items[ahead->next].state != WAITING)
            ahead->next++;
        if (ahead->stopped)
            return NULL;
        if (ahead->next < ahead->count && ahead->held < ahead->room)
            return &ahead->items[ahead->next++];
        pthread_cond_wait(&ahead->changed, &ahead->lock);
    }
}

static void *work(void *context)
{
    mb_ahead *ahead = context;
    pthread_mutex_lock(&ahead->lock);
    for (item *one; (one = next_item(ahead));) {
        one->state = IN_THE_MAKING;
        ahead->making++;
        pthread_mutex_unlock(&ahead->lock);
        int code = make(ahead->site, one);
        pthread_mutex_lock(&ahead->lock);
        ahead->making--;
        one->state = code ? LEFT : MADE;
        ahead->held += code ? 0 : one->size;
        pthread_cond_broadcast(&ahead->changed);
    }
    pthread_mutex_unlock(&ahead->lock);
    return NULL;
}

/* Signals are for the threads of the program. The lock is held. */
static void start_threads(mb_ahead *ahead, size_t wanted)
{
    sigset_t all, former;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &former);
    while (ahead->thread_count < wanted && pthread_create(&ahead->threads[ahead->thread_count], NULL, work, ahead) == 0)
        ahead->thread_count++;
    pthread_sigmask(SIG_SETMASK, &former, NULL);
}

/* --- What is wanted --- */

static int compare(const char *name, int format, const item *other)
{
    int order = strcmp(name, other->name);
    return order ? order : (format > other->format) - (format < other->format);
}

static int by_name(const void *a, const void *b)
{
    const item *one = *(item *const *)a;
    return compare(one->name, one->format, *(item *const *)b);
}

/* Copies what is wanted; false without memory. */
static bool list_items(const mb_request *wanted, size_t count, item *items, item **sorted)
{
    for (size_t i = 0; i < count; i++) {
        items[i] = (item){strdup(wanted[i].name), wanted[i].format, WAITING, NULL, 0};
        sorted[i] = &items[i];
        if (!items[i].name)
            return false;
    }
    if (count)
        qsort(sorted, count, sizeof *sorted, by_name);
    return true;
}

/* Puts new items in the place of the old ones, once nobody makes or waits for one of these. */
static void replace(mb_ahead *ahead, item *items, item **sorted, size_t count, size_t threads)
{
    pthread_mutex_lock(&ahead->lock);
    ahead->next = ahead->count;
    while (ahead->making > 0 || ahead->asking > 0)
        pthread_cond_wait(&ahead->changed, &ahead->lock);
    free_items(ahead->items, ahead->by_name, ahead->count);
    ahead->items = items;
    ahead->by_name = sorted;
    ahead->count = count;
    ahead->next = ahead->held = 0;
    start_threads(ahead, threads);
    pthread_cond_broadcast(&ahead->changed);
    pthread_mutex_unlock(&ahead->lock);
}

int mb_ahead_begin(mb_ahead *ahead, const mb_request *wanted, size_t count, unsigned jobs, mb_error *error)
{
    if (is_forked(ahead))
        return 0;
    item *items = calloc(count + 1, sizeof *items);
    item **sorted = calloc(count + 1, sizeof *sorted);
    if (!items || !sorted || !list_items(wanted, count, items, sorted)) {
        free_items(items, sorted, items ? count : 0);
        return mb_fail_exhausted(error, MB_ENOMEM, "making pages ahead");
    }
    replace(ahead, items, sorted, count, mb_thread_count(jobs, count));
    return 0;
}

/* --- Who asks --- */

static item *find(const mb_ahead *ahead, const char *name, int format)
{
    for (size_t low = 0, high = ahead->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        int order = compare(name, format, ahead->by_name[middle]);
        if (order == 0)
            return ahead->by_name[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static bool take(mb_ahead *ahead, item *one, char **out, size_t *size)
{
    ahead->asking++;
    while (one->state == IN_THE_MAKING)
        pthread_cond_wait(&ahead->changed, &ahead->lock);
    ahead->asking--;
    bool is_made = one->state == MADE;
    if (is_made) {
        *out = one->made;
        if (size)
            *size = one->size;
        one->made = NULL;
        ahead->held -= one->size;
    }
    one->state = LEFT;
    pthread_cond_broadcast(&ahead->changed);
    return is_made;
}

bool mb_ahead_take(mb_ahead *ahead, const char *name, int format, char **out, size_t *size)
{
    if (is_forked(ahead))
        return false;
    pthread_mutex_lock(&ahead->lock);
    item *one = find(ahead, name, format);
    bool is_made = one && take(ahead, one, out, size);
    pthread_mutex_unlock(&ahead->lock);
    return is_made;
}
