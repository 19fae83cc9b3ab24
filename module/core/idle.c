/* idle.c: see idle.h. Not more things wait than were in use at once. */
#include "core/idle.h"

#include <pthread.h>
#include <stdlib.h>

struct mb_idle {
    void (*discard)(void *thing);
    pthread_mutex_t lock; /* of what follows */
    void **things;
    size_t count, capacity;
};

mb_idle *mb_idle_new(void (*discard)(void *thing))
{
    mb_idle *idle = calloc(1, sizeof *idle);
    if (!idle)
        return NULL;
    idle->discard = discard;
    pthread_mutex_init(&idle->lock, NULL);
    return idle;
}

void mb_idle_free(mb_idle *idle)
{
    if (!idle)
        return;
    for (size_t i = 0; i < idle->count; i++)
        idle->discard(idle->things[i]);
    pthread_mutex_destroy(&idle->lock);
    free(idle->things);
    free(idle);
}

void *mb_idle_take(mb_idle *idle)
{
    pthread_mutex_lock(&idle->lock);
    void *thing = idle->count > 0 ? idle->things[--idle->count] : NULL;
    pthread_mutex_unlock(&idle->lock);
    return thing;
}

static int make_room(mb_idle *idle)
{
    size_t capacity = idle->capacity ? 2 * idle->capacity : 8;
    void **things = realloc(idle->things, capacity * sizeof *things);
    if (!things)
        return 0;
    idle->things = things;
    idle->capacity = capacity;
    return 1;
}

void mb_idle_leave(mb_idle *idle, void *thing)
{
    pthread_mutex_lock(&idle->lock);
    int fits = idle->count < idle->capacity || make_room(idle);
    if (fits)
        idle->things[idle->count++] = thing;
    pthread_mutex_unlock(&idle->lock);
    if (!fits)
        idle->discard(thing);
}
