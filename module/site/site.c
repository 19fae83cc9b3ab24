/* site.c: opens a site: its configuration, its packs, and what they tell together. */
#include "site/site.h"

#include <stdlib.h>

#include "core/file.h"
#include "model/diagnose.h"

/* What a site's own lists may hold beside its packs: a hundred thousand meetings need under 100 MiB. */
#define SITE_CEILING ((size_t)1 << 30)

/* Whether all that the two are made from is the same, but for the packs. */
static bool are_set_alike(const mb_snapshot *site, const mb_snapshot *previous)
{
    if (strcmp(site->folder, previous->folder) != 0 || !mb_slice_equal(site->record->today, previous->record->today))
        return false;
    for (size_t i = 0; i < MB_SITE_FILES; i++)
        if (!mb_stamps_equal(&previous->files[i], &site->files[i]))
            return false;
    return true;
}

static int read_packs(mb_snapshot *site, const mb_snapshot_options *options, mb_error *error)
{
    const mb_readings_wanted wanted = {
        .folder = site->folder,
        .config = &site->config,
        .earlier = options->previous ? &options->previous->readings : NULL,
        .is_as_before = options->previous && are_set_alike(site, options->previous),
        .will_change = mb_hides_values(&site->config),
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

const char *const mb_site_file_names[MB_SITE_FILES] = {"site.yaml", "people.yaml", "ids.yaml"};

/* Reads all that the site is made from. */
static int gather(mb_snapshot *site, const char *folder, const mb_snapshot_options *options, mb_error *error)
{
    if (mb_arena_guard(site->arena))
        return mb_fail_exhausted(error, mb_arena_failure(site->arena), "reading the site");

    site->folder = mb_arena_copy(site->arena, mb_slice_of(folder)).data;
    site->cache = options->cache ? mb_arena_copy(site->arena, mb_slice_of(options->cache)).data : NULL;
    for (size_t i = 0; i < MB_SITE_FILES; i++)
        site->files[i] = mb_stamp_of(mb_path_join(site->arena, folder, mb_site_file_names[i]));
    site->record = mb_new(site->arena, mb_site_record);
    int code = mb_site_today(site->arena, options->today, &site->record->today, error);
    if (!code)
        code = mb_site_config_read(site->arena, site->folder, options->problems, &site->config, error);
    if (!code)
        code = mb_kept_ids_read(site->arena, site->folder, options->problems, &site->kept_ids, error);
    return code ? code : read_packs(site, options, error);
}

static bool is_as_before(const mb_snapshot *site, const mb_snapshot *previous)
{
    return previous && are_set_alike(site, previous) && mb_readings_are_the_same(&site->readings, &previous->readings);
}

static mb_link *link_of(const mb_snapshot *site, const mb_config_link *configured)
{
    mb_link *link = mb_new(site->arena, mb_link);
    *link = (mb_link){configured->title, configured->url};
    return link;
}

static void take_links(const mb_snapshot *site, const mb_list *configured, mb_list *out)
{
    for (uint32_t i = 0; i < configured->count; i++)
        mb_list_push(site->arena, out, link_of(site, configured->items[i]));
}

static void take_configuration(mb_snapshot *site)
{
    const mb_site_config *config = &site->config;
    mb_site_record *record = site->record;
    record->url = config->url;
    record->council = config->council;
    record->language = config->language;
    record->time_zone = config->time_zone;
    record->licence = config->licence ? link_of(site, config->licence) : NULL;
    take_links(site, &config->navigation, &record->navigation);
    take_links(site, &config->links, &record->links);
    for (uint32_t i = 0; i < config->settings.count; i++) {
        const mb_form_pair *pair = config->settings.items[i];
        *mb_list_add(site->arena, &record->settings, mb_setting) = (mb_setting){pair->name, pair->value};
    }
}

static void remark_on_address(mb_snapshot *site)
{
    if (site->record->url.size > 0)
        return;
    mb_diagnostic *remark = mb_list_add(site->arena, &site->record->diagnostics, mb_diagnostic);
    remark->severity = mb_codes[mb_code_site_without_address].severity;
    remark->code = mb_slice_of(mb_codes[mb_code_site_without_address].code);
    remark->message = MB_TEXT("no `url` says where the site will stand: Atom feeds and the site map are left out");
}

static int assemble(mb_snapshot *site, mb_error *error)
{
    if (mb_arena_guard(site->arena))
        return mb_fail_exhausted(error, mb_arena_failure(site->arena), "putting the packs together");
    const mb_readings *readings = &site->readings;
    take_configuration(site);
    int code = mb_site_assemble(site->arena, &site->config, readings->items, readings->count, site->record, error);
    if (code)
        return code;
    site->record->title = title_of(site);
    remark_on_address(site);
    return mb_settle_kept_ids(site->arena, &site->kept_ids, site->record, &site->moved, error);
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
    atomic_init(&site->holders, 1);
    site->arena = arena;
    code = gather(site, folder, options, error);
    bool is_known = !code && is_as_before(site, options->previous);
    if (!code && !is_known)
        code = assemble(site, error);
    if (!code)
        *out = is_known ? options->previous : site;
    if (is_known)
        atomic_fetch_add(&options->previous->holders, 1);
    if (code || is_known)
        mb_snapshot_free(site);
    return code;
}

void mb_snapshot_free(mb_snapshot *site)
{
    if (!site || atomic_fetch_sub(&site->holders, 1) != 1)
        return;
    mb_readings_end(&site->readings);
    mb_arena_free(site->arena);
    free(site);
}
