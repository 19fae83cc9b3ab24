/* held.h: for one program: a malloc that counts what is held, and the most that was. */
#ifndef MB_BENCH_HELD_H
#define MB_BENCH_HELD_H

#include <malloc.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void __libc_free(void *old);

static size_t held, most_held;

static void *count_held(void *piece)
{
    held += piece ? malloc_usable_size(piece) : 0;
    most_held = held > most_held ? held : most_held;
    return piece;
}

void *malloc(size_t size)
{
    return count_held(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
    return count_held(__libc_calloc(count, size));
}

void *realloc(void *old, size_t size)
{
    size_t before = old ? malloc_usable_size(old) : 0;
    void *piece = __libc_realloc(old, size);
    if (!piece && size)
        return NULL;
    held -= before;
    return count_held(piece);
}

void free(void *old)
{
    held -= old ? malloc_usable_size(old) : 0;
    __libc_free(old);
}

#endif
