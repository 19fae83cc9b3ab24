/* map.c: open addressing: a text stands at the first free place behind the one that its hash names. */
#include "core/map.h"

/* Twice the room at the latest when two thirds are taken: then a search looks at three places at most, on average. */
#define FIRST_ROOM 16

typedef struct entry {
    mb_slice key; /* without data: free */
    uint64_t hash;
    void *value;
} entry;

struct mb_map {
    mb_arena *arena;
    entry *entries;
    size_t room, count; /* room is a power of two */
};

mb_map *mb_map_new(mb_arena *arena)
{
    mb_map *map = mb_new(arena, mb_map);
    *map = (mb_map){arena, mb_new_array(arena, entry, FIRST_ROOM), FIRST_ROOM, 0};
    return map;
}

/* An odd number whose bits have no pattern; a product's high bits depend on all bits of what is multiplied. */
#define MIXER UINT64_C(0x9fb21c651e98df25)

static uint64_t mixed(uint64_t hash, uint64_t eight)
{
    hash = (hash ^ eight) * MIXER;
    return hash ^ hash >> 32;
}

/* Eight bytes at a time: keys are titles and addresses, and each is hashed at every question. */
static uint64_t hash_of(mb_slice key)
{
    uint64_t hash = key.size * MIXER, eight;
    size_t at = 0;
    for (; key.size - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, key.data + at, sizeof eight);
        hash = mixed(hash, eight);
    }
    eight = 0;
    if (key.size > at)
        memcpy(&eight, key.data + at, key.size - at);
    return mixed(mixed(hash, eight), MIXER);
}

/* The key's entry, or the free one where it belongs. */
static entry *place_of(const mb_map *map, mb_slice key, uint64_t hash)
{
    for (size_t at = hash >> 32 & (map->room - 1);; at = (at + 1) & (map->room - 1)) {
        entry *found = &map->entries[at];
        if (!found->key.data || (found->hash == hash && mb_slice_equal(found->key, key)))
            return found;
    }
}

static void grow(mb_map *map)
{
    const entry *old = map->entries;
    size_t room = map->room;
    map->room = room * 2;
    map->entries = mb_new_array(map->arena, entry, map->room);
    for (size_t i = 0; i < room; i++)
        if (old[i].key.data)
            *place_of(map, old[i].key, old[i].hash) = old[i];
}

void **mb_map_at(mb_map *map, mb_slice key)
{
    if (!key.data)
        key = MB_TEXT("");
    uint64_t hash = hash_of(key);
    entry *found = place_of(map, key, hash);
    if (!found->key.data) {
        if (map->count * 3 >= map->room * 2) {
            grow(map);
            found = place_of(map, key, hash);
        }
        *found = (entry){key, hash, NULL};
        map->count++;
    }
    return &found->value;
}

void *mb_map_get(const mb_map *map, mb_slice key)
{
    if (!key.data)
        key = MB_TEXT("");
    return place_of(map, key, hash_of(key))->value;
}

size_t mb_map_count(const mb_map *map)
{
    return map->count;
}
