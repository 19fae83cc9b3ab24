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

mb_map *mb_map_for(mb_arena *arena, size_t count)
{
    size_t room = FIRST_ROOM;
    while (room * 2 <= count * 3)
        room *= 2;
    mb_map *map = mb_new(arena, mb_map);
    *map = (mb_map){arena, mb_new_array(arena, entry, room), room, 0};
    return map;
}

mb_map *mb_map_new(mb_arena *arena)
{
    return mb_map_for(arena, 0);
}

/* An odd number whose bits have no pattern; a product's high bits depend on all bits of what is multiplied. */
#define MIXER UINT64_C(0x9fb21c651e98df25)

static uint64_t mixed(uint64_t hash, uint64_t eight)
{
    hash = (hash ^ eight) * MIXER;
    return hash ^ hash >> 32;
}

static uint64_t eight_at(const char *data)
{
    uint64_t eight;
    memcpy(&eight, data, sizeof eight);
    return eight;
}

static uint32_t four_at(const char *data)
{
    uint32_t four;
    memcpy(&four, data, sizeof four);
    return four;
}

/* All bytes of a text of less than eight; some of them twice. */
static uint64_t few_bytes(mb_slice key)
{
    if (key.size >= sizeof(uint32_t))
        return (uint64_t)four_at(key.data) << 32 | four_at(mb_slice_end(key) - sizeof(uint32_t));
    const unsigned char *bytes = (const unsigned char *)key.data;
    return key.size ? (uint64_t)bytes[0] << 16 | (uint64_t)bytes[key.size / 2] << 8 | bytes[key.size - 1] : 0;
}

/* Eight bytes at a time: keys are titles and addresses, and each is hashed at every question. The last eight may overlap
 * those before them: to copy a rest of another length took as long as all else. */
static uint64_t hash_of(mb_slice key)
{
    uint64_t hash = key.size * MIXER;
    if (key.size < sizeof hash)
        return mixed(mixed(hash, few_bytes(key)), MIXER);
    for (size_t at = 0; key.size - at > sizeof hash; at += sizeof hash)
        hash = mixed(hash, eight_at(key.data + at));
    return mixed(mixed(hash, eight_at(mb_slice_end(key) - sizeof hash)), MIXER);
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
