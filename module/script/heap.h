/* heap.h: the memory of one Lua state, whose beginning can be put back.
 *
 *     chunk ─► chunk        each: [image: libraries, layouts | what a page made ....|free ....]
 *
 * Making a state with its libraries and layouts takes longer than most pages. So it is made once; what the heap holds
 * then is its image, and before each page the image is put back, byte for byte, at the same addresses: nothing of an
 * earlier page is left. Pieces that Lua gives back are given out again within a page; between pages nothing is freed
 * singly. */
#ifndef MB_SCRIPT_HEAP_H
#define MB_SCRIPT_HEAP_H

#include <stdbool.h>
#include <stddef.h>

typedef struct mb_heap mb_heap;

/* A heap that never takes more than `ceiling` bytes from the system, its image's copy aside; NULL without memory. */
mb_heap *mb_heap_new(size_t ceiling);
void mb_heap_free(mb_heap *heap);

/* Gives a piece that nobody changes, gives back, or puts back: it isn't part of the image. NULL where there is no more. */
void *mb_heap_take_fixed(mb_heap *heap, size_t size);

/* As Lua's allocators do: gives, changes or (size 0) takes back a piece of `old_size` bytes. NULL where there is no more. */
void *mb_heap_resize(mb_heap *heap, void *old, size_t old_size, size_t size);

/* Whether it was the system that had no more, when a piece was refused last; else it was the ceiling. */
bool mb_heap_is_starved(const mb_heap *heap);

/* A piece that holds nothing between pages; in the image it is all zeros. */
void mb_heap_keep_clear(mb_heap *heap, void *piece, size_t size);

/* What the heap holds now is its image from now on. False without memory. */
bool mb_heap_keep(mb_heap *heap);

/* Makes the heap what it was when it was kept. */
void mb_heap_restore(mb_heap *heap);

#endif
