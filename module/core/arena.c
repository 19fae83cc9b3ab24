/* arena.c: chunks that grow with the arena; or, with MB_ARENA_MALLOC, one malloc for each piece. */
#include "core/arena.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>

/* The first chunk holds what is needed for one item; each later one is as large as a sixty-fourth of all
 * before it, so that little of an arena is unused and 256 MiB of small pieces take under 600 chunks. What is larger than an
 * eighth of the next chunk has one to itself. */
#define FIRST_CHUNK   ((size_t)4 << 10)
#define LARGEST_CHUNK ((size_t)8 << 20)
#define LARGEST_KEPT  ((size_t)64 << 20) /* by mb_arena_reset */
#define CHUNK_SHARE   64
#define LARGE_SHARE   8
/* The capacities that a list goes through: 1, 2, 4, … 2^32. */
#define CAPACITIES 36

typedef struct chunk {
    struct chunk *next;
    alignas(max_align_t) char data[];
} chunk;

/* What is done when the arena ends. */
typedef struct ending {
    struct ending *next;
    void (*end)(void *subject);
    void *subject;
} ending;

/* An array that a list has outgrown, for the next list that needs one of its size. */
typedef struct outgrown {
    struct outgrown *next;
} outgrown;

struct mb_arena {
    chunk *chunks;
    ending *endings;
    outgrown *outgrown[CAPACITIES]; /* by the logarithm of their size in pointers */
    char *free, *end;               /* the unused part of the chunk that is being filled */
    size_t size, ceiling, first;    /* first: the least that the first chunk is to hold */
    int failure;
    bool guarded;
    jmp_buf rescue;
};

int mb_arena_new(size_t ceiling, mb_arena **out)
{
    mb_arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        return MB_ENOMEM;
    arena->ceiling = ceiling;
    arena->size = sizeof *arena;
    *out = arena;
    return 0;
}

static void end_all(mb_arena *arena)
{
    for (ending *last = arena->endings; last; last = last->next)
        last->end(last->subject);
    arena->endings = NULL;
}

static void free_chunks(mb_arena *arena)
{
    for (chunk *next, *old = arena->chunks; old; old = next) {
        next = old->next;
        free(old);
    }
    arena->chunks = NULL;
    arena->free = arena->end = NULL;
}

void mb_arena_free(mb_arena *arena)
{
    if (!arena)
        return;
    end_all(arena);
    free_chunks(arena);
    free(arena);
}

static bool can_stay(const mb_arena *arena)
{
    return arena->chunks && !arena->chunks->next && arena->free && arena->size <= LARGEST_KEPT;
}

void mb_arena_empty(mb_arena *arena)
{
    end_all(arena);
    free_chunks(arena);
    memset(arena->outgrown, 0, sizeof arena->outgrown);
    arena->size = sizeof *arena;
}

/* A single chunk stays and is cleaned where it was used. Several give way to one of their size, made when the arena is
 * used again. */
void mb_arena_clear(mb_arena *arena)
{
    if (can_stay(arena)) {
        end_all(arena);
        memset(arena->outgrown, 0, sizeof arena->outgrown);
        memset(arena->chunks->data, 0, (size_t)(arena->free - arena->chunks->data));
        arena->free = arena->chunks->data;
        return;
    }
    size_t used = arena->size - sizeof *arena;
    mb_arena_empty(arena);
    arena->first = used <= LARGEST_KEPT ? used : LARGEST_KEPT;
}

void mb_arena_reset(mb_arena *arena)
{
    arena->failure = 0;
    arena->guarded = false;
    mb_arena_clear(arena);
}

mb_arena_mark mb_arena_here(const mb_arena *arena)
{
    return (mb_arena_mark){arena->chunks, arena->free, arena->end, arena->size};
}

/* What is used of the chunk that was being filled at the mark, where another one is filled now, may be all of it. */
void mb_arena_back(mb_arena *arena, mb_arena_mark mark)
{
    if (mark.free)
        memset(mark.free, 0, (size_t)((arena->end == mark.end ? arena->free : mark.end) - mark.free));
    while (arena->chunks != mark.chunks) {
        chunk *newest = arena->chunks;
        arena->chunks = newest->next;
        free(newest);
    }
    memset(arena->outgrown, 0, sizeof arena->outgrown);
    arena->free = mark.free;
    arena->end = mark.end;
    arena->size = mark.size;
}

jmp_buf *mb_arena_rescue(mb_arena *arena)
{
    arena->guarded = true;
    return &arena->rescue;
}

int mb_arena_failure(const mb_arena *arena)
{
    return arena->failure;
}

size_t mb_arena_size(const mb_arena *arena)
{
    return arena->size;
}

/* Without a guard there is nowhere to go back to: a mistake in the calling code, which must not go on. */
static _Noreturn void exhausted(mb_arena *arena, int code)
{
    arena->failure = code;
    if (!arena->guarded)
        abort();
    longjmp(arena->rescue, 1);
}

static size_t room_left(const mb_arena *arena)
{
    return arena->ceiling > arena->size ? arena->ceiling - arena->size : 0;
}

static chunk *add_chunk(mb_arena *arena, size_t size)
{
    size_t left = room_left(arena);
    if (left < sizeof(chunk) || size > left - sizeof(chunk))
        exhausted(arena, MB_ELIMIT);
    chunk *new = calloc(1, sizeof(chunk) + size);
    if (!new)
        exhausted(arena, MB_ENOMEM);
    new->next = arena->chunks;
    arena->chunks = new;
    arena->size += sizeof(chunk) + size;
    return new;
}

#ifdef MB_ARENA_MALLOC

static void *take(mb_arena *arena, size_t size, size_t alignment)
{
    (void)alignment;
    return add_chunk(arena, size)->data;
}

/* Each piece is a malloc of its own size and stays as it is. */
static void *take_outgrown(mb_arena *arena, size_t size)
{
    (void)arena;
    (void)size;
    return NULL;
}

static void leave_outgrown(mb_arena *arena, void *array, size_t size)
{
    (void)arena;
    (void)array;
    (void)size;
}

#else

/* As large as suits the arena, but no larger than the ceiling allows, and never too small for `size`. A large piece has a
 * chunk to itself: several would leave a part of theirs unused. */
static size_t next_chunk_size(const mb_arena *arena, size_t size)
{
    size_t wanted = arena->chunks ? arena->size / CHUNK_SHARE : arena->first;
    if (wanted < FIRST_CHUNK)
        wanted = FIRST_CHUNK;
    if (arena->chunks && wanted > LARGEST_CHUNK)
        wanted = LARGEST_CHUNK;
    if (arena->chunks && size > wanted / LARGE_SHARE)
        return size;
    size_t left = room_left(arena);
    if (left < sizeof(chunk) || wanted > left - sizeof(chunk))
        wanted = left < sizeof(chunk) ? 0 : left - sizeof(chunk);
    return wanted < size ? size : wanted;
}

static void *take(mb_arena *arena, size_t size, size_t alignment)
{
    size_t padding = arena->free ? (alignment - (uintptr_t)arena->free % alignment) % alignment : 0;
    if ((size_t)(arena->end - arena->free) >= padding && (size_t)(arena->end - arena->free) - padding >= size &&
        arena->free) {
        char *piece = arena->free + padding;
        arena->free = piece + size;
        return piece;
    }
    size_t capacity = next_chunk_size(arena, size);
    chunk *new = add_chunk(arena, capacity);
    if (capacity - size > (size_t)(arena->end - arena->free)) {
        arena->free = new->data + size;
        arena->end = new->data + capacity;
    }
    return new->data;
}

/* The largest class whose arrays are no longer than `size`. */
static size_t class_within(size_t size)
{
    size_t class = 0;
    while (sizeof(void *) << (class + 1) <= size)
        class ++;
    return class;
}

static void *take_outgrown(mb_arena *arena, size_t size)
{
    size_t class = class_within(size);
    if (sizeof(void *) << class < size)
        class ++;
    outgrown *array = arena->outgrown[class];
    if (array)
        arena->outgrown[class] = array->next;
    return array;
}

static void leave_outgrown(mb_arena *arena, void *array, size_t size)
{
    outgrown *left = array, **first = &arena->outgrown[class_within(size)];
    left->next = *first;
    *first = left;
}

#endif

void *mb_arena_alloc(mb_arena *arena, size_t size)
{
    return take(arena, size, alignof(int64_t) > alignof(void *) ? alignof(int64_t) : alignof(void *));
}

char *mb_arena_text(mb_arena *arena, size_t size)
{
    return take(arena, size, 1);
}

void *mb_arena_alloc_array(mb_arena *arena, size_t size, size_t count)
{
    if (size != 0 && count > SIZE_MAX / 2 / size)
        exhausted(arena, MB_ELIMIT);
    return mb_arena_alloc(arena, size * count);
}

mb_slice mb_arena_copy(mb_arena *arena, mb_slice text)
{
    if (!text.data)
        return MB_NOTHING;
    char *copy = take(arena, text.size + 1, 1);
    memcpy(copy, text.data, text.size);
    return (mb_slice){copy, text.size};
}

/* Most texts fit in what is printed first and needn't be printed a second time. */
mb_slice mb_arena_vprintf(mb_arena *arena, const char *format, va_list arguments)
{
    char first[256];
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(first, sizeof first, format, again);
    va_end(again);
    if (size < 0)
        exhausted(arena, MB_ENOMEM);
    char *text = take(arena, (size_t)size + 1, 1);
    if ((size_t)size < sizeof first)
        memcpy(text, first, (size_t)size + 1);
    else
        vsnprintf(text, (size_t)size + 1, format, arguments);
    return (mb_slice){text, (size_t)size};
}

mb_slice mb_arena_join(mb_arena *arena, const mb_slice *parts, size_t count)
{
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        size += parts[i].size;
    char *text = take(arena, size + 1, 1), *end = text;
    for (size_t i = 0; i < count; i++)
        if (parts[i].size)
            end = (char *)memcpy(end, parts[i].data, parts[i].size) + parts[i].size;
    *end = '\0';
    return mb_slice_between(text, end);
}

mb_slice mb_arena_printf(mb_arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    mb_slice text = mb_arena_vprintf(arena, format, arguments);
    va_end(arguments);
    return text;
}

void mb_arena_defer(mb_arena *arena, void (*end)(void *subject), void *subject)
{
    ending *last = mb_new(arena, ending);
    *last = (ending){arena->endings, end, subject};
    arena->endings = last;
}

/* A copy of `count` items in an array for `wanted`. The old array, for `capacity`, goes to the next list that needs one of
 * its size: with a list for each section and item, that saves a tenth of a reading. */
static void *grown(mb_arena *arena, void *items, size_t size, uint32_t count, uint32_t *capacity, uint64_t wanted)
{
    if (wanted > UINT32_MAX)
        exhausted(arena, MB_ELIMIT);
    void *larger = take_outgrown(arena, size * wanted);
    if (!larger)
        larger = mb_arena_alloc_array(arena, size, wanted);
    if (count)
        memcpy(larger, items, size * count);
    if (*capacity)
        leave_outgrown(arena, items, size * *capacity);
    *capacity = (uint32_t)wanted;
    return larger;
}

static uint64_t doubled(uint32_t capacity)
{
    return capacity ? (uint64_t)capacity * 2 : 1;
}

void mb_list_reserve(mb_arena *arena, mb_list *list, uint32_t more)
{
    uint64_t wanted = (uint64_t)list->count + more;
    if (wanted > list->capacity)
        list->items = grown(arena, list->items, sizeof *list->items, list->count, &list->capacity, wanted);
}

void mb_list_leave(mb_arena *arena, mb_list *list)
{
    if (list->capacity)
        leave_outgrown(arena, list->items, sizeof *list->items * list->capacity);
    *list = (mb_list){0};
}

void mb_list_push(mb_arena *arena, mb_list *list, void *item)
{
    if (list->count == list->capacity)
        list->items =
            grown(arena, list->items, sizeof *list->items, list->count, &list->capacity, doubled(list->capacity));
    list->items[list->count++] = item;
}

void *mb_list_add_(mb_arena *arena, mb_list *list, size_t size)
{
    void *item = mb_arena_alloc(arena, size);
    mb_list_push(arena, list, item);
    return item;
}

void *mb_list_last(const mb_list *list)
{
    return list->count ? list->items[list->count - 1] : NULL;
}

void mb_strings_push(mb_arena *arena, mb_strings *strings, mb_slice text)
{
    if (strings->count == strings->capacity)
        strings->items = grown(arena, strings->items, sizeof *strings->items, strings->count, &strings->capacity,
                               doubled(strings->capacity));
    strings->items[strings->count++] = text;
}

static int by_bytes(const void *a, const void *b)
{
    return mb_slice_compare(*(const mb_slice *)a, *(const mb_slice *)b);
}

void mb_strings_sort(mb_strings *strings)
{
    if (strings->count > 1)
        qsort(strings->items, strings->count, sizeof *strings->items, by_bytes);
}

bool mb_strings_hold(const mb_strings *sorted, mb_slice text)
{
    return sorted->count > 0 && bsearch(&text, sorted->items, sorted->count, sizeof text, by_bytes);
}
