/* shelf.h: readings on disk, so that a pack that is as it was isn't read again by the next build, check or preview.
 *
 *     pack, corrections, dialects, build ─► key ─► on the shelf? ── yes ──► image ─► reading
 *                                                       └── no ─► the pack is read ─► image ─► shelf
 *
 * Nothing on the shelf can go stale, since its name comes from all that it was made from. What is damaged isn't there, and
 * where nothing can be written nothing is kept. */
#ifndef MB_SITE_SHELF_H
#define MB_SITE_SHELF_H

#include <stdatomic.h>

#include "reader/reader.h"

/* What all sites of a person take of the disk: three times what a council's thousand packs need. */
#define MB_SHELF_SIZE ((uint64_t)1 << 30)

typedef struct mb_shelf {
    const char *folder; /* NULL: nothing is kept */
    mb_dialects *dialects;
    atomic_bool has_grown;
} mb_shelf;

/* The shelf in the folder of caches `cache` (core/cache.h), for what is read with these dialects. */
void mb_shelf_open(mb_arena *arena, const char *cache, mb_dialects *dialects, mb_shelf *out);

/* Puts a reading that has its gist on the shelf. Any thread may. */
void mb_shelf_keep(mb_shelf *shelf, const mb_reading *reading);

/* Takes a reading from the shelf: the `find` of an mb_keeper whose context is the shelf. */
bool mb_shelf_find(void *shelf, mb_slice key, mb_reading *out);

/* Where something was put on the shelf: makes it MB_SHELF_SIZE again, so that what was read long ago goes. */
void mb_shelf_tidy(mb_shelf *shelf);

#endif
