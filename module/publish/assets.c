/* assets.c: walks through the layers' folders of assets. */
#include "publish/assets.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "core/file.h"

#define STYLES MB_TEXT("assets/styles/")

/* Folders in folders; a link that leads in a circle ends here. */
#define DEEPEST 16

static int by_path(const void *a, const void *b)
{
    return strcmp((*(mb_asset *const *)a)->path, (*(mb_asset *const *)b)->path);
}

static void end_listing(void *folder)
{
    closedir(folder);
}

/* `bounds` is the folder which no link may leave, or NULL. */
static int walk(mb_arena *arena, const char *bounds, const char *folder, const char *path, int depth, mb_list *out,
                mb_error *error)
{
    DIR *listing = opendir(folder);
    if (!listing)
        return mb_fail_errno(error, folder, "can't be listed");
    mb_arena_defer(arena, end_listing, listing);
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        const char *file = mb_path_join(arena, folder, entry->d_name);
        const char *below = mb_path_join(arena, path, entry->d_name);
        if (bounds && mb_path_leads_out(bounds, file))
            return mb_fail_link(file, bounds, error);
        if (mb_is_file(file))
            *mb_list_add(arena, out, mb_asset) = (mb_asset){.path = below, .file = file};
        int code = mb_is_folder(file) && depth < DEEPEST ? walk(arena, bounds, file, below, depth + 1, out, error) : 0;
        if (code)
            return code;
    }
    return 0;
}

static bool has_path(const mb_list *assets, uint32_t count, const char *path)
{
    for (uint32_t i = 0; i < count; i++)
        if (strcmp(((mb_asset *)assets->items[i])->path, path) == 0)
            return true;
    return false;
}

int mb_assets_find(mb_arena *arena, const mb_strings *layers, mb_trust trust, mb_list *out, mb_error *error)
{
    for (uint32_t i = 0; i < layers->count; i++) {
        const char *folder = mb_path_join(arena, layers->items[i].data, "assets");
        if (!mb_is_folder(folder))
            continue;
        mb_list found = {0};
        bool is_bound = trust == MB_TRUST_NOTHING && mb_is_theme_layer(i, layers->count);
        int code = walk(arena, is_bound ? layers->items[i].data : NULL, folder, "assets", 0, &found, error);
        if (code)
            return code;
        uint32_t earlier = out->count;
        for (uint32_t k = 0; k < found.count; k++)
            if (!has_path(out, earlier, ((mb_asset *)found.items[k])->path)) {
                ((mb_asset *)found.items[k])->layer = i;
                mb_list_push(arena, out, found.items[k]);
            }
    }
    if (out->count > 1)
        qsort(out->items, out->count, sizeof *out->items, by_path);
    return 0;
}

static bool is_style_sheet(const char *path)
{
    mb_slice text = mb_slice_of(path);
    return mb_slice_starts(text, STYLES) && mb_slice_ends(text, MB_TEXT(".css"));
}

void mb_style_sheets_list(mb_arena *arena, const mb_list *assets, uint32_t layer_count, mb_strings *out)
{
    for (uint32_t layer = layer_count; layer-- > 0;)
        for (uint32_t i = 0; i < assets->count; i++) {
            const mb_asset *asset = assets->items[i];
            if (asset->layer == layer && is_style_sheet(asset->path))
                mb_strings_push(arena, out, mb_arena_printf(arena, "/%s", asset->path));
        }
}
