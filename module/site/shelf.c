/* shelf.c: see shelf.h. A failure of any kind is as good as an empty shelf: the pack is read. */
#include "site/shelf.h"

#include "core/cache.h"
#include "site/reading_image.h"

void mb_shelf_open(mb_arena *arena, const char *cache, mb_dialects *dialects, mb_shelf *out)
{
    *out = (mb_shelf){.folder = mb_cache_folder(arena, cache, "readings"), .dialects = dialects};
    atomic_init(&out->has_grown, false);
}

static bool find(const mb_shelf *shelf, mb_slice key, mb_arena *arena, mb_arena *scratch, mb_reading *out)
{
    mb_slice image;
    if (mb_arena_guard(arena) || mb_arena_guard(scratch))
        return false;
    if (!mb_cache_find(scratch, shelf->folder, key.data, MB_SHELF_SIZE, &image) ||
        !mb_reading_of_image(arena, scratch, image, shelf->dialects, out))
        return false;
    out->key = mb_arena_copy(arena, key);
    out->was_kept = true;
    return true;
}

bool mb_shelf_find(void *context, mb_slice key, mb_reading *out)
{
    const mb_shelf *shelf = context;
    mb_arena *arena = NULL, *scratch = NULL;
    bool found = shelf->folder && mb_arena_new(MB_READING_CEILING, &arena) == 0 &&
                 mb_arena_new(MB_READING_CEILING, &scratch) == 0 && find(shelf, key, arena, scratch, out);
    mb_arena_free(scratch);
    if (!found)
        mb_arena_free(arena);
    return found;
}

static void keep(mb_shelf *shelf, const mb_reading *reading, mb_arena *scratch)
{
    if (mb_arena_guard(scratch))
        return;
    mb_slice image = mb_reading_image(scratch, reading);
    if (image.data && image.size <= MB_SHELF_SIZE &&
        mb_cache_keep(scratch, shelf->folder, reading->key.data, image, NULL) == 0)
        atomic_store(&shelf->has_grown, true);
}

void mb_shelf_keep(mb_shelf *shelf, const mb_reading *reading)
{
    mb_arena *scratch;
    if (!shelf->folder || !reading->key.data || mb_arena_new(MB_READING_CEILING, &scratch) != 0)
        return;
    keep(shelf, reading, scratch);
    mb_arena_free(scratch);
}

static void tidy(const mb_shelf *shelf, mb_arena *scratch)
{
    if (!mb_arena_guard(scratch))
        mb_cache_trim(scratch, shelf->folder, MB_SHELF_SIZE);
}

void mb_shelf_tidy(mb_shelf *shelf)
{
    mb_arena *scratch;
    if (!atomic_load(&shelf->has_grown) || mb_arena_new(MB_READING_CEILING, &scratch) != 0)
        return;
    tidy(shelf, scratch);
    mb_arena_free(scratch);
}
