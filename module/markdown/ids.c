/* ids.c: a hash table with open addressing; a page's thousandth "Recommendation" knows at once that it is the 1000th. */
#include "markdown/ids.h"

#include "core/fnv.h"

#define FIRST_CAPACITY 64

struct mb_md_id {
    mb_slice id; /* nothing in a free slot */
    bool taken;
    uint32_t next; /* the number to try next for another with this id */
};

static uint32_t hash(mb_slice id)
{
    uint64_t value = MB_FNV_START;
    for (size_t i = 0; i < id.size; i++)
        value = mb_fnv_add(value, id.data[i]);
    return (uint32_t)value;
}

/* The slot of `id`, or the free one where it belongs. */
static mb_md_id *slot_of(const mb_md_ids *ids, mb_slice id)
{
    uint32_t at = hash(id) & (ids->capacity - 1);
    while (ids->slots[at].id.data && !mb_slice_equal(ids->slots[at].id, id))
        at = (at + 1) & (ids->capacity - 1);
    return &ids->slots[at];
}

static void grow(mb_md_ids *ids)
{
    mb_md_ids larger = {.arena = ids->arena, .count = ids->count};
    larger.capacity = ids->capacity ? ids->capacity * 2 : FIRST_CAPACITY;
    larger.slots = mb_new_array(ids->arena, mb_md_id, larger.capacity);
    for (uint32_t i = 0; i < ids->capacity; i++)
        if (ids->slots[i].id.data)
            *slot_of(&larger, ids->slots[i].id) = ids->slots[i];
    *ids = larger;
}

/* The slot of `id`, new where there was none. */
static mb_md_id *find_or_add(mb_md_ids *ids, mb_slice id, bool *added)
{
    if (ids->count >= ids->capacity / 2)
        grow(ids);
    mb_md_id *slot = slot_of(ids, id);
    *added = !slot->id.data;
    if (*added) {
        *slot = (mb_md_id){.id = mb_arena_copy(ids->arena, id), .next = 2};
        ids->count++;
    }
    return slot;
}

void mb_md_ids_reserve(mb_md_ids *ids, mb_slice id)
{
    bool added;
    find_or_add(ids, id, &added);
}

static mb_slice take_numbered(mb_md_ids *ids, mb_slice id)
{
    for (bool added;;) {
        mb_slice numbered = mb_arena_printf(ids->arena, "%.*s-%u", MB_ARG(id), slot_of(ids, id)->next++);
        mb_md_id *slot = find_or_add(ids, numbered, &added);
        if (added) {
            slot->taken = true;
            return slot->id;
        }
    }
}

mb_slice mb_md_ids_take_given(mb_md_ids *ids, mb_slice id)
{
    bool added;
    mb_md_id *slot = find_or_add(ids, id, &added);
    if (slot->taken)
        return take_numbered(ids, id);
    slot->taken = true;
    return slot->id;
}

mb_slice mb_md_ids_take_made(mb_md_ids *ids, mb_slice id)
{
    bool added;
    mb_md_id *slot = find_or_add(ids, id, &added);
    if (!added)
        return take_numbered(ids, id);
    slot->taken = true;
    return slot->id;
}
