/* publication.c: what all pages of a site share. */
#include <stdlib.h>

#include "core/file.h"
#include "core/nearest.h"
#include "publish/assets.h"
#include "publish/files.h"
#include "publish/links.h"
#include "publish/publish.h"
#include "publish/redirects.h"
#include "publish/routes.h"
#include "publish/settings.h"
#include "publish/theme.h"
#include "publish/workbench.h"
#include "script/item_titles.h"

/* Names of assets, and of pages that have moved. */
#define PUBLICATION_CEILING ((size_t)512 << 20)

/* A folder counts once, and not at all below one that is there already. */
static void add_source_folder(mb_publication *publication, mb_slice folder)
{
    const mb_strings *folders = &publication->source_folders;
    for (uint32_t i = 0; i < folders->count; i++) {
        mb_slice known = folders->items[i];
        if (mb_slice_starts(folder, known) && (folder.size == known.size || folder.data[known.size] == '/'))
            return;
    }
    mb_strings_push(publication->arena, &publication->source_folders, folder);
}

static void list_source_folders(mb_publication *publication)
{
    mb_arena *arena = publication->arena;
    const mb_strings *layers = &publication->layers, *packs = &publication->site->config.packs;
    for (uint32_t i = 0; i + 1 < layers->count; i++)
        add_source_folder(publication, layers->items[i]);

    const char *data = layers->items[layers->count - 1].data;
    add_source_folder(publication, mb_slice_of(mb_path_join(arena, data, "dialects")));
    add_source_folder(publication, mb_slice_of(mb_path_join(arena, data, "lua")));
    add_source_folder(publication, mb_slice_of(mb_path_join(arena, data, "feeds")));
    for (uint32_t i = 0; i < packs->count; i++) {
        const char *slash = strrchr(packs->items[i].data, '/');
        mb_slice folder = slash ? mb_slice_between(packs->items[i].data, slash) : MB_TEXT(".");
        add_source_folder(publication, mb_arena_copy(arena, folder));
    }
}

static int fill(mb_publication *publication, const mb_publication *former, mb_problems *problems, mb_error *error)
{
    mb_arena *arena = publication->arena;
    const mb_snapshot *site = publication->site;
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "preparing the pages");

    int code = mb_theme_layers(arena, site->folder, &site->config, &publication->layers, &publication->declared, error);
    if (!code)
        code =
            mb_settings_resolve(arena, &publication->declared, &site->config, problems, &publication->settings, error);
    if (code)
        return code;
    const char **folders = mb_new_array(arena, const char *, publication->layers.count);
    for (uint32_t i = 0; i < publication->layers.count; i++)
        folders[i] = publication->layers.items[i].data;
    mb_trust trust = site->config.trust.size > 0 ? MB_TRUST_FULLY : MB_TRUST_NOTHING;
    code = mb_scripts_load(folders, publication->layers.count, trust, former ? former->scripts : NULL, problems,
                           &publication->scripts, error);
    if (!code)
        code = mb_assets_find(arena, &publication->layers, trust, &publication->assets, error);
    if (!code)
        code = mb_listing_take(site, publication->scripts, former ? former->listing : NULL, problems,
                               &publication->listing, error);
    if (code)
        return code;
    publication->titles = mb_titles_new(site->record);
    if (!publication->titles)
        return mb_fail_exhausted(error, MB_ENOMEM, "preparing the pages");
    publication->pages = *mb_listed_pages(publication->listing);
    publication->feeds = *mb_listed_feeds(publication->listing);
    mb_style_sheets_list(arena, &publication->assets, publication->layers.count, &publication->style_sheets);
    publication->setup = (mb_render_setup){.scripts = publication->scripts,
                                           .site = site->record,
                                           .route_of = mb_route_of,
                                           .pages = &publication->pages,
                                           .feeds = &publication->feeds,
                                           .titles = publication->titles,
                                           .style_sheets = &publication->style_sheets};
    mb_redirects_list(publication, &publication->redirects);
    code = mb_files_list(publication, problems, error);
    if (!code)
        code = mb_links_configured(publication, problems, error);
    if (!code)
        mb_scripts_set(publication->scripts, &publication->settings);
    list_source_folders(publication);
    return code;
}

int mb_publication_new(const mb_snapshot *site, const mb_publication *former, mb_problems *problems,
                       mb_publication **out, mb_error *error)
{
    mb_arena *arena;
    int code = mb_arena_new(PUBLICATION_CEILING, &arena);
    if (code)
        return mb_fail_exhausted(error, code, "preparing the pages");
    mb_publication *publication = calloc(1, sizeof *publication);
    if (!publication) {
        mb_arena_free(arena);
        return mb_fail_exhausted(error, MB_ENOMEM, "preparing the pages");
    }
    publication->arena = arena;
    publication->site = site;
    publication->idle = mb_idle_new(mb_workbench_discard);
    code = publication->idle ? fill(publication, former, problems, error)
                             : mb_fail_exhausted(error, MB_ENOMEM, "preparing the pages");
    if (code)
        mb_publication_free(publication);
    else
        *out = publication;
    return code;
}

void mb_publication_free(mb_publication *publication)
{
    if (!publication)
        return;
    mb_idle_free(publication->idle);
    mb_listing_free(publication->listing);
    mb_titles_free(publication->titles);
    mb_scripts_free(publication->scripts);
    mb_arena_free(publication->arena);
    free(publication);
}

static int by_route(const void *route, const void *page)
{
    return strcmp(route, (*(mb_page *const *)page)->route);
}

static mb_page *find_page(const mb_list *pages, const char *route)
{
    mb_page **found = pages->count ? bsearch(route, pages->items, pages->count, sizeof *pages->items, by_route) : NULL;
    return found ? *found : NULL;
}

int mb_publication_find(const mb_publication *publication, const char *route, const mb_page **out, mb_error *error)
{
    const mb_list *pages = &publication->pages;
    const mb_page *found = find_page(pages, route);
    if (!found)
        found = find_page(&publication->feeds, route);
    if (found) {
        *out = found;
        return 0;
    }
    const char *near = mb_nearest(mb_slice_of(route), pages->count, mb_route_at, pages);
    mb_fail(error, MB_EUSAGE, "the site has no page '%s'", route);
    mb_advise(error, near ? "did you mean '%s'?" : "routes begin and end with a slash: %s", near ? near : "/");
    return MB_EUSAGE;
}
