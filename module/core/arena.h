/* arena.h: memory that is given out piece by piece and taken back all at once.
 *
 *     arena ─► chunk ─► chunk ─► chunk        each chunk: [used ........|free ....]
 *
 * A pack lives in one arena, so nothing in it is freed singly. With MB_ARENA_MALLOC (the dev, asan and tsan builds)
 * every piece is a malloc of its own, so that valgrind and ASan see an overrun by one byte.
 *
 * An allocation never returns NULL. When memory, or the ceiling that the arena was born with, runs out, control goes
 * back to the last mb_arena_guard: reading a pack has thousands of allocations and one sensible answer to
 * exhaustion, which is to give the whole arena back.
 */
#ifndef MB_CORE_ARENA_H
#define MB_CORE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/error.h"
#include "core/slice.h"

typedef struct mb_arena mb_arena;

/* Makes an arena that never holds more than `ceiling` bytes. MB_ENOMEM, or 0. */
int mb_arena_new(size_t ceiling, mb_arena **out);

/* Frees the arena and all that it gave out; NULL is allowed. */
void mb_arena_free(mb_arena *arena);

/* Takes back all that the arena gave out, guard included, and keeps up to 64 MiB for its next use. Work that is done
 * once a page would else have the system clear the same memory for each page, which takes as long as the work. */
void mb_arena_reset(mb_arena *arena);

/* The same, but the guard stays: between two pieces of one work. */
void mb_arena_clear(mb_arena *arena);

/* As mb_arena_clear, and no memory is kept: for work that is done while other arenas grow. */
void mb_arena_empty(mb_arena *arena);

/* A place in the arena's life: what is given out behind it can be taken back while what was there before stays.
 *
 *     mb_arena_mark mark = mb_arena_here(scratch);
 *     … one item of many is read …
 *     mb_arena_back(scratch, mark);
 *
 * Marks are nested. Behind a mark no list grows that is older than it, and mb_arena_defer isn't called. */
typedef struct mb_arena_mark {
    void *chunks;
    char *free, *end;
    size_t size;
} mb_arena_mark;
mb_arena_mark mb_arena_here(const mb_arena *arena);
void mb_arena_back(mb_arena *arena, mb_arena_mark mark);

/* Where to go back to: an arena must have a guard before it gives anything out, and the last guard counts.
 * 0 at first; after exhaustion it returns again, not 0. The function that calls it must not return while the arena
 * is in use elsewhere, and keeps its other resources where the second return finds them (volatile, or behind a
 * pointer made before).
 *
 *     if (mb_arena_guard(arena))
 *         return mb_fail_exhausted(error, mb_arena_failure(arena), "reading the pack");
 */
#define mb_arena_guard(arena) setjmp(*mb_arena_rescue(arena))
jmp_buf *mb_arena_rescue(mb_arena *arena);

/* MB_ENOMEM or MB_ELIMIT after exhaustion, else 0. */
int mb_arena_failure(const mb_arena *arena);

/* Zeroed memory, aligned for any type but long double. */
void *mb_arena_alloc(mb_arena *arena, size_t size);
#define mb_new(arena, type)              ((type *)mb_arena_alloc((arena), sizeof(type)))
#define mb_new_array(arena, type, count) ((type *)mb_arena_alloc_array((arena), sizeof(type), (count)))
void *mb_arena_alloc_array(mb_arena *arena, size_t size, size_t count);

/* Room for a text of that size: zeroed memory, not aligned, with no NUL behind it. */
char *mb_arena_text(mb_arena *arena, size_t size);

/* A copy of `text`, followed by a NUL that isn't counted. */
mb_slice mb_arena_copy(mb_arena *arena, mb_slice text);
mb_slice mb_arena_printf(mb_arena *arena, const char *format, ...) MB_PRINTF(2, 3);
mb_slice mb_arena_vprintf(mb_arena *arena, const char *format, va_list arguments) MB_PRINTF(2, 0);

/* The parts one behind the other, followed by a NUL that isn't counted. */
#define MB_JOINED(arena, ...)                                                                                          \
    mb_arena_join((arena), (const mb_slice[]){__VA_ARGS__}, sizeof(mb_slice[]){__VA_ARGS__} / sizeof(mb_slice))
mb_slice mb_arena_join(mb_arena *arena, const mb_slice *parts, size_t count);

/* Calls `end(subject)` when the arena is freed, in the reverse order of these calls: for what another library gave
 * out and an exhausted arena would otherwise lose. */
void mb_arena_defer(mb_arena *arena, void (*end)(void *subject), void *subject);

/* The bytes that the arena holds now, its own bookkeeping included. */
size_t mb_arena_size(const mb_arena *arena);

/* A growable list of pointers; it and what it points to live in one arena. `items` is NULL while it is empty. When it
 * grows, its old array goes to another list of that arena: of two copies of a list only one may grow. */
typedef struct mb_list {
    void **items;
    uint32_t count, capacity;
} mb_list;

/* Adds a zeroed record of `type` to the list, and returns it. */
#define mb_list_add(arena, list, type) ((type *)mb_list_add_((arena), (list), sizeof(type)))
void *mb_list_add_(mb_arena *arena, mb_list *list, size_t size);

/* Adds a pointer that the caller has. */
void mb_list_push(mb_arena *arena, mb_list *list, void *item);

/* Makes room for so many items more and for no others: a list whose length is known wastes none. */
void mb_list_reserve(mb_arena *arena, mb_list *list, uint32_t more);

/* Empties a list that is of no use any more: its array goes to another list of the arena. */
void mb_list_leave(mb_arena *arena, mb_list *list);

/* The last item, or NULL. */
void *mb_list_last(const mb_list *list);

/* A growable list of slices. */
typedef struct mb_strings {
    mb_slice *items;
    uint32_t count, capacity;
} mb_strings;
void mb_strings_push(mb_arena *arena, mb_strings *strings, mb_slice text);

/* Sorts them by bytes. */
void mb_strings_sort(mb_strings *strings);

/* Whether sorted strings hold the text. */
bool mb_strings_hold(const mb_strings *sorted, mb_slice text);

#endif
