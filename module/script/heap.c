/* heap.c: see heap.h.
 *
 * Pieces come in classes of sizes: every 16 bytes up to 1 KiB, then four to a doubling. A piece that is given back waits
 * in its class's list. */
#include "script/heap.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A page of an ordinary meeting needs 1 MiB. */
#define FIRST_CHUNK ((size_t)512 << 10)
/* What stays for the next page, so that the system needn't clear the same memory for each. */
#define STAYING ((size_t)8 << 20)

#define STEP          16
#define SMALL_CLASSES 64
#define SMALLEST_BITS 10 /* of what is not small: 1,024 bytes and more */
#define LARGEST_BITS  32
#define CLASS_COUNT   (SMALL_CLASSES + 4 * (LARGEST_BITS - SMALLEST_BITS) + 1)

/* Under ASan what isn't given out is poisoned, and a gap of poison is left after each piece. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WITH_ASAN
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define WITH_ASAN
#endif
#ifdef WITH_ASAN
#include <sanitizer/asan_interface.h>
#define GAP STEP
#else
#define GAP                                      0
#define ASAN_POISON_MEMORY_REGION(start, size)   ((void)(start), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(start, size) ((void)(start), (void)(size))
#endif

typedef struct chunk {
    struct chunk *next;
    size_t size, used;
    size_t kept_size; /* of the image's part in it */
    char *kept;       /* its copy */
    alignas(STEP) char data[];
} chunk;

/* A piece that waits to be given out again. */
typedef struct waiting {
    struct waiting *next;
} waiting;

struct mb_heap {
    size_t ceiling, size; /* bytes of all chunks */
    bool starved;         /* the system gave no more */
    chunk *first, *current;
    chunk *fixed; /* the newest of those with fixed pieces */
    waiting *classes[CLASS_COUNT];
    waiting *kept_classes[CLASS_COUNT];
    chunk *kept_current;
    char *clear; /* the piece of the image that is all zeros */
    size_t clear_size;
};

static size_t class_of(size_t size)
{
    if (size <= STEP * SMALL_CLASSES)
        return (size + STEP - 1) / STEP;
    unsigned bits = 63 - (unsigned)__builtin_clzll(size - 1);
    return SMALL_CLASSES + 1 + 4 * (bits - SMALLEST_BITS) + ((size - 1) >> (bits - 2) & 3);
}

/* The largest size of a class, which all its pieces have. */
static size_t size_of_class(size_t class)
{
    if (class <= SMALL_CLASSES)
        return STEP * class;
    size_t larger = class - SMALL_CLASSES - 1;
    return (5 + larger % 4) << (SMALLEST_BITS - 2 + larger / 4);
}

static chunk *add_chunk(mb_heap *heap, size_t needed)
{
    size_t size = heap->size > FIRST_CHUNK ? heap->size : FIRST_CHUNK; /* so the chunks double */
    if (size > STAYING)
        size = STAYING;
    if (size < needed)
        size = needed;
    if (size > heap->ceiling - heap->size)
        size = needed;
    heap->starved = false;
    if (size > heap->ceiling - heap->size)
        return NULL;
    chunk *new = malloc(sizeof *new + size);
    heap->starved = !new;
    if (!new)
        return NULL;
    *new = (chunk){.size = size};
    heap->size += size;
    ASAN_POISON_MEMORY_REGION(new->data, size);
    return new;
}

/* The next chunk that has so much room, which follows the current one then. */
static chunk *next_chunk(mb_heap *heap, size_t needed)
{
    chunk **after = heap->current ? &heap->current->next : &heap->first;
    if (!*after || (*after)->size < needed) {
        chunk *new = add_chunk(heap, needed);
        if (!new)
            return NULL;
        new->next = *after;
        *after = new;
    }
    (*after)->used = 0;
    return heap->current = *after;
}

static void *take_waiting(mb_heap *heap, size_t class)
{
    waiting *found = heap->classes[class];
    if (found) {
        ASAN_UNPOISON_MEMORY_REGION(found, sizeof *found);
        heap->classes[class] = found->next;
    }
    return found;
}

static void *take_new(mb_heap *heap, size_t size)
{
    chunk *from = heap->current;
    if (!from || size > from->size - from->used)
        from = next_chunk(heap, size);
    if (!from)
        return NULL;
    from->used += size;
    return from->data + from->used - size;
}

void *mb_heap_take_fixed(mb_heap *heap, size_t size)
{
    if (size > heap->ceiling)
        return NULL;
    size_t rounded = (size + STEP - 1) / STEP * STEP;
    chunk *from = heap->fixed;
    if (!from || rounded > from->size - from->used) {
        from = add_chunk(heap, rounded);
        if (!from)
            return NULL;
        from->next = heap->fixed;
        heap->fixed = from;
    }
    from->used += rounded;
    char *piece = from->data + from->used - rounded;
    ASAN_UNPOISON_MEMORY_REGION(piece, size);
    return piece;
}

/* Of a piece, so many bytes are in use. */
static void mark_used(void *piece, size_t class, size_t size)
{
    ASAN_POISON_MEMORY_REGION(piece, size_of_class(class));
    ASAN_UNPOISON_MEMORY_REGION(piece, size);
}

static void *take(mb_heap *heap, size_t size)
{
    if (size > heap->ceiling)
        return NULL;
    size_t class = class_of(size + GAP);
    void *piece = take_waiting(heap, class);
    if (!piece)
        piece = take_new(heap, size_of_class(class));
    if (piece)
        mark_used(piece, class, size);
    return piece;
}

static void give_back(mb_heap *heap, void *piece, size_t size)
{
    size_t class = class_of(size + GAP);
    waiting *left = piece;
    ASAN_UNPOISON_MEMORY_REGION(left, sizeof *left);
    left->next = heap->classes[class];
    heap->classes[class] = left;
    mark_used(piece, class, 0);
}

bool mb_heap_is_starved(const mb_heap *heap)
{
    return heap->starved;
}

void *mb_heap_resize(mb_heap *heap, void *old, size_t old_size, size_t size)
{
    if (!old)
        return size > 0 ? take(heap, size) : NULL;
    if (size == 0) {
        give_back(heap, old, old_size);
        return NULL;
    }
    if (size <= heap->ceiling && class_of(old_size + GAP) == class_of(size + GAP)) {
        mark_used(old, class_of(size + GAP), size);
        return old;
    }
    void *new = take(heap, size);
    if (!new &&size < old_size) {
        /* Lua counts on it that what shrinks is never refused. */
        mark_used(old, class_of(old_size + GAP), size);
        return old;
    }
    if (!new)
        return NULL;
    memcpy(new, old, old_size < size ? old_size : size);
    give_back(heap, old, old_size);
    return new;
}

void mb_heap_keep_clear(mb_heap *heap, void *piece, size_t size)
{
    heap->clear = piece;
    heap->clear_size = size;
}

bool mb_heap_keep(mb_heap *heap)
{
    if (heap->clear)
        memset(heap->clear, 0, heap->clear_size);
    for (chunk *part = heap->first; part; part = part->next) {
        part->kept = malloc(part->used);
        if (!part->kept)
            return false;
        part->kept_size = part->used;
        ASAN_UNPOISON_MEMORY_REGION(part->data, part->used);
        memcpy(part->kept, part->data, part->used);
        if (part == heap->current)
            break;
    }
    heap->kept_current = heap->current;
    memcpy(heap->kept_classes, heap->classes, sizeof heap->classes);
    return true;
}

/* Frees what is more than should stay. */
static void shrink(mb_heap *heap)
{
    size_t size = 0;
    for (chunk **at = &heap->first; *at;) {
        chunk *part = *at;
        size += part->size;
        if (part->kept || size <= STAYING) {
            at = &part->next;
            continue;
        }
        *at = part->next;
        size -= part->size;
        heap->size -= part->size;
        free(part);
    }
}

/* Of a stack, pages use the beginning: what they left at zero needn't be written. */
static void clear_used(char *piece, size_t size)
{
    static const char zeros[4096];
    while (size >= sizeof zeros && memcmp(piece + size - sizeof zeros, zeros, sizeof zeros) == 0)
        size -= sizeof zeros;
    memset(piece, 0, size);
}

static void put_back(const mb_heap *heap, chunk *part)
{
    const char *end = part->data + part->kept_size;
    if (!heap->clear || heap->clear < part->data || heap->clear >= end) {
        memcpy(part->data, part->kept, part->kept_size);
        return;
    }
    size_t before = (size_t)(heap->clear - part->data), after = before + heap->clear_size;
    memcpy(part->data, part->kept, before);
    clear_used(heap->clear, heap->clear_size);
    memcpy(part->data + after, part->kept + after, part->kept_size - after);
}

void mb_heap_restore(mb_heap *heap)
{
    if (heap->size > STAYING)
        shrink(heap);
    for (chunk *part = heap->first; part; part = part->next) {
        ASAN_UNPOISON_MEMORY_REGION(part->data, part->size);
        if (part->kept)
            put_back(heap, part);
        part->used = part->kept_size;
        ASAN_POISON_MEMORY_REGION(part->data + part->used, part->size - part->used);
    }
    heap->current = heap->kept_current;
    memcpy(heap->classes, heap->kept_classes, sizeof heap->classes);
}

mb_heap *mb_heap_new(size_t ceiling)
{
    mb_heap *heap = calloc(1, sizeof *heap);
    if (heap)
        heap->ceiling = ceiling;
    return heap;
}

static void free_chunks(chunk *first)
{
    for (chunk *part = first, *next; part; part = next) {
        next = part->next;
        free(part->kept);
        free(part);
    }
}

void mb_heap_free(mb_heap *heap)
{
    if (!heap)
        return;
    free_chunks(heap->first);
    free_chunks(heap->fixed);
    free(heap);
}
