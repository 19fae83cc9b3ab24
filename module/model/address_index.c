/* address_index.c: finds the objects of a long list by their keys.
 *
 *     key of a field ─► hash ─► positions in the list, in its order     all fields of all objects, sorted by hash */
#include <stdlib.h>

#include "core/fnv.h"
#include "model/atlas.h"

/* Whatever the case of the ASCII letters. */
static uint32_t hash_of(mb_slice key)
{
    uint64_t hash = MB_FNV_START;
    for (size_t i = 0; i < key.size; i++) {
        char c = key.data[i];
        hash = mb_fnv_add(hash, c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c);
    }
    return (uint32_t)hash;
}

/* Puts the entries of all keys into `entries`, where it isn't NULL; returns how many there are. */
static uint32_t list_keys(const mb_type_info *type, void *const *items, uint32_t count, mb_key_entry *entries)
{
    mb_fields fields = type->fields();
    uint32_t found = 0;
    for (uint32_t at = 0; at < count; at++)
        for (uint32_t f = 0; f < fields.count; f++) {
            char digits[MB_DIGITS];
            mb_slice key = mb_key_of(&fields.items[f], items[at], digits);
            if (!key.data || key.size > MB_LONGEST_KEY)
                continue;
            if (entries)
                entries[found] = (mb_key_entry){hash_of(key), at};
            found++;
        }
    return found;
}

static int by_hash_then_position(const void *a, const void *b)
{
    const mb_key_entry *left = a, *right = b;
    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    return (left->at > right->at) - (left->at < right->at);
}

static mb_key_index *index_for(mb_atlas *atlas, const mb_type_info *type, void *const *items, uint32_t count)
{
    for (uint32_t i = 0; i < MB_MOST_INDEXES; i++)
        if (atlas->indexes[i].items == items)
            return &atlas->indexes[i];
    mb_key_index *index = &atlas->indexes[atlas->next_index++ % MB_MOST_INDEXES];
    *index = (mb_key_index){.items = items, .count = list_keys(type, items, count, NULL)};
    index->entries = mb_new_array(atlas->arena, mb_key_entry, index->count);
    list_keys(type, items, count, index->entries);
    if (index->count)
        qsort(index->entries, index->count, sizeof *index->entries, by_hash_then_position);
    return index;
}

mb_key_matches mb_match_key(mb_atlas *atlas, const mb_type_info *type, void *const *items, uint32_t count, mb_slice key)
{
    const mb_key_index *index = index_for(atlas, type, items, count);
    uint32_t hash = hash_of(key), first = 0;
    for (uint32_t left = index->count; left > 0;) {
        uint32_t half = left / 2;
        if (index->entries[first + half].hash < hash) {
            first += half + 1;
            left -= half + 1;
        } else {
            left = half;
        }
    }
    uint32_t end = first;
    while (end < index->count && index->entries[end].hash == hash)
        end++;
    return (mb_key_matches){index->entries + first, end - first};
}
