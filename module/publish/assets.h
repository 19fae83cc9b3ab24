/* assets.h: the files that a site and its themes publish as they are. */
#ifndef MB_PUBLISH_ASSETS_H
#define MB_PUBLISH_ASSETS_H

#include "core/arena.h"
#include "core/error.h"
#include "script/script.h"

/* An asset is at most this large; a site's pictures and fonts are far below. */
#define MB_ASSET_CEILING ((size_t)256 << 20)

typedef struct mb_asset {
    const char *path; /* in the published site: assets/style.css */
    const char *file; /* where its content is */
    uint32_t layer;   /* whose it is, by its place among the layers; 0: the site's own */
} mb_asset;

/* Finds what is in the folders `assets` of the layers, sorted by path; what an earlier layer has wins. Names that begin
 * with a dot stay where they are. MB_EIO, MB_EFORMAT (a theme links to what isn't its own), or 0. */
int mb_assets_find(mb_arena *arena, const mb_strings *layers, mb_trust trust, mb_list *out, mb_error *error);

/* The addresses of the style sheets in `assets/styles`: those of the base first and the site's own last, for of two rules
 * the later one holds; those of one layer by their names. Each begins with `/`, and lives in the arena. */
void mb_style_sheets_list(mb_arena *arena, const mb_list *assets, uint32_t layer_count, mb_strings *out);

#endif
