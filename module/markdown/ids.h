/* ids.h: no id twice on a page. */
#ifndef MB_MARKDOWN_IDS_H
#define MB_MARKDOWN_IDS_H

#include "core/arena.h"

typedef struct mb_md_id mb_md_id;

/* A hash table; empty when zeroed but for its arena. */
typedef struct mb_md_ids {
    mb_arena *arena;
    mb_md_id *slots;
    uint32_t count, capacity;
} mb_md_ids;

/* Keeps `id` for whoever asks for it by mb_md_ids_take_given. */
void mb_md_ids_reserve(mb_md_ids *ids, mb_slice id);

/* An id that an author gave: itself where it is free or reserved, else with the first number from 2 that makes it new. */
mb_slice mb_md_ids_take_given(mb_md_ids *ids, mb_slice id);

/* An id made from text: itself where it is free and not reserved, else with a number. */
mb_slice mb_md_ids_take_made(mb_md_ids *ids, mb_slice id);

#endif
