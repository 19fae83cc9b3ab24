/* map.h: what belongs to a text: finds it in the same time however many there are.
 *
 *     mb_map *seen = mb_map_new(arena);
 *     void **place = mb_map_at(seen, name);       a place that is NULL when the text is new
 *     if (!*place)
 *         *place = mb_new(arena, panel);
 *
 * A map has no order: who needs one keeps a list beside it. Texts must outlive the map. */
#ifndef MB_CORE_MAP_H
#define MB_CORE_MAP_H

#include "core/arena.h"

typedef struct mb_map mb_map;

mb_map *mb_map_new(mb_arena *arena);

/* One that has room for so many texts, and grows where there are more. */
mb_map *mb_map_for(mb_arena *arena, size_t count);

/* The place that belongs to `key`, made where there is none. It is good until the next call. */
void **mb_map_at(mb_map *map, mb_slice key);

/* What was put there, or NULL. */
void *mb_map_get(const mb_map *map, mb_slice key);

/* An address as a key, whose bytes are those of the pointer at `pointer`. */
static inline mb_slice mb_address_key(const void *pointer)
{
    return (mb_slice){pointer, sizeof(void *)};
}

/* How many texts have a place. */
size_t mb_map_count(const mb_map *map);

#endif
