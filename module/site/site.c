/* site.c: opens a site: its configuration, its dialects, its packs. */
#include "site/site.h"

#include <stdlib.h>

/* What a site's own lists may hold beside its packs: a hundred thousand meetings need under 100 MiB. */
#define SITE_CEILING ((size_t)1 << 30)

static int read_packs(mb_snapshot *site, const mb_snapshot_options *options, mb_error *error)
{
    const mb_readings_wanted wanted = {
        .folder = site->folder,
        .config = &site->config,
        .earlier = options->previous ? &options->previous->readings : NULL,
        .jobs = options->jobs,
        .cache = options->cache,
    };
    return mb_readings_take(site->arena, &wanted, &site->readings, error);
}

static mb_slice title_of(const mb_snapshot *site)
{
    if (site->config.title.data)
        return site->config.title;
    return site->record->council.data ? site->record->council : MB_TEXT("Council meetings");
}

static int fill(mb_snapshot *site, const char *folder, const mb_snapshot_options *options, mb_error *error)
{
    if (mb_arena_guard(site->arena))
        return mb_fail_exhausted(error, mb_arena_failure(site->arena), "reading the site");

    site->folder = mb_arena_copy(site->arena, mb_slice_of(folder)).data;
    site->record = mb_new(site->arena, mb_site_record);
    int code = mb_site_today(site->arena, options->today, &site->record->today, error);
    if (!code)
        code = mb_site_config_read(site->arena, site->folder, &site->config, error);
    if (!code)
        code = read_packs(site, options, error);
    if (code)
        return code;

    site->record->url = site->config.url;
    site->record->council = site->config.council;
    code =
        mb_site_assemble(site->arena, &site->config, site->readings.items, site->readings.count, site->record, error);
    if (code)
        return code;
    mb_readings_number(&site->readings);
    site->record->title = title_of(site);
    return 0;
}

int mb_snapshot_read(const char *folder, const mb_snapshot_options *options, mb_snapshot **out, mb_error *error)
{
    mb_arena *arena;
    int code = mb_arena_new(SITE_CEILING, &arena);
    if (code)
        return mb_fail_exhausted(error, code, "opening the site");
    mb_snapshot *site = calloc(1, sizeof *site);
    if (!site) {
        mb_arena_free(arena);
        return mb_fail_exhausted(error, MB_ENOMEM, "opening the site");
    }
    site->arena = arena;
    code = fill(site, folder, options, error);
    if (code) {
        mb_snapshot_free(site);
        return code;
    }
    *out = site;
    return 0;
}

void mb_snapshot_free(mb_snapshot *site)
{
    if (!site)
        return;
    mb_readings_end(&site->readings);
    mb_arena_free(site->arena);
    free(site);
}
