/* memory.c: pieces of an arena that remember their size, which realloc has to know. */
#include "markdown/memory.h"

#include <stdalign.h>

/*  [ size ][ what cmark sees ... ]     Nothing in cmark's records needs more alignment than a pointer. */
typedef struct piece {
    size_t size;
    alignas(void *) char data[];
} piece;

static _Thread_local mb_arena *lender;

mb_arena *mb_md_lend(mb_arena *arena)
{
    mb_arena *before = lender;
    lender = arena;
    return before;
}

static void *take(size_t size)
{
    piece *new = mb_arena_alloc(lender, sizeof(piece) + size);
    new->size = size;
    return new->data;
}

static void *take_array(size_t count, size_t size)
{
    return take(count * size);
}

static void *take_larger(void *old, size_t size)
{
    if (!old)
        return take(size);
    const piece *before = (const piece *)((char *)old - offsetof(piece, data));
    if (size <= before->size)
        return old;
    return memcpy(take(size), old, before->size);
}

static void give_back(void *data)
{
    (void)data;
}

cmark_mem *mb_md_memory(void)
{
    static const cmark_mem memory = {take_array, take_larger, give_back};
    return (cmark_mem *)&memory;
}
