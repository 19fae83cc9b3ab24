/* corrections.c: finds the corrections of a site's packs by their names. */
#include "site/corrections.h"

#include "core/file.h"
#include "core/nearest.h"
#include "model/corrections.h"

static const char *stem_at(const void *stems, size_t i)
{
    return ((const mb_strings *)stems)->items[i].data;
}

/* Sorted. */
static mb_strings stems_of(mb_arena *arena, const mb_strings *packs)
{
    mb_strings stems = {0};
    for (uint32_t i = 0; i < packs->count; i++)
        mb_strings_push(arena, &stems, mb_arena_copy(arena, mb_path_stem(packs->items[i].data)));
    mb_strings_sort(&stems);
    return stems;
}

static int refuse_file(const char *path, const mb_strings *stems, mb_error *error)
{
    mb_slice stem = mb_path_stem(path);
    const char *nearest = mb_nearest(stem, stems->count, stem_at, stems);
    mb_fail_at(error, MB_EFORMAT, (mb_where){path, 0, 0},
               nearest ? "these corrections belong to no pack (did you mean '%s'?)"
                       : "these corrections belong to no pack",
               nearest);
    mb_advise(error, "name them as the pack's file is named: corrections/2025-11-04.yaml for packs/2025-11-04.txt");
    return MB_EFORMAT;
}

int mb_site_corrections(mb_arena *arena, const char *folder, const mb_strings *packs, const char *const **out,
                        mb_error *error)
{
    const char **found = mb_new_array(arena, const char *, packs->count);
    const char *inside = mb_path_join(arena, folder, "corrections");
    *out = found;
    if (!mb_is_folder(inside))
        return 0;
    mb_strings files = {0}, stems = stems_of(arena, packs);
    int code = mb_folder_list(arena, inside, "*.yaml", &files, error);
    if (code)
        return code;
    for (uint32_t i = 0; i < files.count; i++)
        if (!mb_strings_hold(&stems, mb_path_stem(files.items[i].data)))
            return refuse_file(mb_path_join(arena, inside, files.items[i].data), &stems, error);
    for (uint32_t i = 0; i < packs->count; i++) {
        const char *path = mb_corrections_path(arena, folder, packs->items[i].data);
        found[i] = mb_is_file(path) ? path : NULL;
    }
    return 0;
}
