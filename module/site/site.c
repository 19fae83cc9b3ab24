/* site.c: opens a site: its configuration, its dialects, its packs. */
#include "site/site.h"

#include <stdlib.h>

#include "core/data.h"
#include "core/file.h"
#include "core/parallel.h"
#include "site/corrections.h"

/* What a site's own lists may hold beside its packs: a hundred thousand meetings need under 100 MiB. */
#define SITE_CEILING ((size_t)1 << 30)

static int load_dialects(mb_snapshot *site, mb_error *error)
{
    const char *folders[] = {mb_path_join(site->arena, mb_data_folder(site->arena), "dialects"),
                             mb_path_join(site->arena, site->folder, "dialects")};
    return mb_dialects_load(folders, mb_is_folder(folders[1]) ? 2 : 1, &site->dialects, error);
}

typedef struct packs_job {
    mb_snapshot *site;
    mb_reading_options options;
} packs_job;

static int read_pack(void *context, size_t position, mb_error *error)
{
    const packs_job *job = context;
    mb_snapshot *site = job->site;
    mb_reading_options options = job->options;
    options.corrections = site->corrections[position];
    const char *path = site->config.packs.items[position].data;
    return mb_read_pack(site->dialects, &options, path, &site->readings[position], error);
}

static int read_packs(mb_snapshot *site, const mb_snapshot_options *options, mb_error *error)
{
    uint32_t count = site->config.packs.count;
    site->readings = mb_new_array(site->arena, mb_reading, count ? count : 1);
    site->reading_count = count;
    packs_job job = {site, {.dialect = site->config.dialect.data, .cache = options->cache}};
    const mb_parallel wanted = {.count = count, .jobs = options->jobs, .work = read_pack, .context = &job};
    return mb_parallel_do(&wanted, error);
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
        code = load_dialects(site, error);
    if (!code)
        code = mb_site_corrections(site->arena, site->folder, &site->config.packs, &site->corrections, error);
    if (!code)
        code = read_packs(site, options, error);
    if (code)
        return code;

    site->record->url = site->config.url;
    site->record->council = site->config.council;
    code = mb_site_assemble(site->arena, &site->config, site->readings, site->reading_count, site->record, error);
    if (code)
        return code;
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
    for (uint32_t i = 0; i < site->reading_count; i++)
        mb_reading_free(&site->readings[i]);
    mb_dialects_free(site->dialects);
    mb_arena_free(site->arena);
    free(site);
}
