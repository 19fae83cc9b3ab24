/* listing.c: see listing.h. */
#include "publish/listing.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "publish/data.h"
#include "publish/feeds.h"
#include "publish/files.h"
#include "publish/kinds.h"
#include "publish/routes.h"

/* Routes and paths: 100,000 pages need about 20 MiB. */
#define LISTING_CEILING ((size_t)512 << 20)

struct mb_listing {
    atomic_uint holders;
    mb_arena *arena;
    const mb_snapshot *site;
    mb_strings layouts; /* those that the scripts have, of kinds of page and of feeds */
    mb_list pages, feeds, files;
};

static void list_layouts(mb_arena *arena, const mb_scripts *scripts, mb_strings *out)
{
    for (size_t i = 0; i < mb_page_kind_count; i++)
        if (mb_scripts_layout(scripts, mb_page_kinds[i].name))
            mb_strings_push(arena, out, mb_slice_of(mb_page_kinds[i].name));
    mb_strings feeds = {0};
    mb_scripts_feeds(scripts, arena, &feeds);
    for (uint32_t i = 0; i < feeds.count; i++)
        mb_strings_push(arena, out, mb_arena_copy(arena, feeds.items[i]));
}

static bool are_the_same(const mb_strings *one, const mb_strings *other)
{
    if (one->count != other->count)
        return false;
    for (uint32_t i = 0; i < one->count; i++)
        if (!mb_slice_equal(one->items[i], other->items[i]))
            return false;
    return true;
}

static int fill(mb_listing *listing, const mb_scripts *scripts, const mb_listing *former, mb_problems *problems,
                bool *is_former, mb_error *error)
{
    mb_arena *arena = listing->arena;
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "listing the pages");
    list_layouts(arena, scripts, &listing->layouts);
    *is_former = former && former->site == listing->site && are_the_same(&former->layouts, &listing->layouts);
    if (*is_former)
        return 0;
    const mb_site_record *site = listing->site->record;
    int code = mb_routes_list(arena, site, scripts, &listing->pages, problems, error);
    if (code)
        return code;
    mb_feeds_list(arena, site, scripts, &listing->pages, &listing->feeds);
    mb_files_of_pages(arena, &listing->pages, "a page", &listing->files);
    mb_files_of_pages(arena, &listing->feeds, "a feed", &listing->files);
    mb_data_list(arena, site, &listing->files);
    mb_files_sort(&listing->files);
    return 0;
}

int mb_listing_take(const mb_snapshot *site, const mb_scripts *scripts, mb_listing *former, mb_problems *problems,
                    mb_listing **out, mb_error *error)
{
    mb_listing *listing = calloc(1, sizeof *listing);
    if (!listing || mb_arena_new(LISTING_CEILING, &listing->arena)) {
        free(listing);
        return mb_fail_exhausted(error, MB_ENOMEM, "listing the pages");
    }
    atomic_init(&listing->holders, 1);
    listing->site = site;
    bool is_former = false;
    int code = fill(listing, scripts, former, problems, &is_former, error);
    if (is_former)
        atomic_fetch_add(&former->holders, 1);
    if (!code)
        *out = is_former ? former : listing;
    if (code || is_former)
        mb_listing_free(listing);
    return code;
}

void mb_listing_free(mb_listing *listing)
{
    if (!listing || atomic_fetch_sub(&listing->holders, 1) != 1)
        return;
    mb_arena_free(listing->arena);
    free(listing);
}

const mb_list *mb_listed_pages(const mb_listing *listing)
{
    return &listing->pages;
}

const mb_list *mb_listed_feeds(const mb_listing *listing)
{
    return &listing->feeds;
}

const mb_list *mb_listed_files(const mb_listing *listing)
{
    return &listing->files;
}
