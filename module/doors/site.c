/* site.c: the C door to a site. */
#include "site/site.h"

#include <stdlib.h>

#include "publish/publish.h"

struct mb_site {
    mb_snapshot *snapshot;
    mb_publication *publication;
    mb_finding *findings;
    size_t finding_count;
};

/* What a caller compiled against an older header doesn't know stays zero. */
#define COPY_OPTIONS(into, from)                                                                                       \
    do {                                                                                                               \
        if (from)                                                                                                      \
            memcpy(&(into), (from), (from)->size < sizeof(into) ? (from)->size : sizeof(into));                        \
    } while (0)

static const char *text_of(mb_arena *arena, mb_slice text)
{
    return text.data ? mb_arena_copy(arena, text).data : "";
}

static mb_finding finding_of(mb_arena *arena, const mb_site_record *record, const mb_diagnostic *diagnostic)
{
    const mb_pack *pack = record->packs.items[diagnostic->place.pack - 1];
    return (mb_finding){
        .severity = (int)diagnostic->severity,
        .code = text_of(arena, diagnostic->code),
        .message = text_of(arena, diagnostic->message),
        .file = text_of(arena, pack->source->file),
        .line = diagnostic->place.line,
        .page = diagnostic->place.page,
        .sheet = diagnostic->place.sheet,
        .correction = text_of(arena, diagnostic->correction),
    };
}

static int list_findings(mb_site *site, mb_error *error)
{
    mb_arena *arena = site->snapshot->arena;
    const mb_list *diagnostics = &site->snapshot->record->diagnostics;
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "listing what the reader found");
    site->findings = mb_new_array(arena, mb_finding, diagnostics->count ? diagnostics->count : 1);
    for (uint32_t i = 0; i < diagnostics->count; i++)
        site->findings[i] = finding_of(arena, site->snapshot->record, diagnostics->items[i]);
    site->finding_count = diagnostics->count;
    return 0;
}

int mb_site_open(const char *folder, const mb_site_options *options, mb_site **out, mb_error *error)
{
    mb_site_options wanted = {0};
    COPY_OPTIONS(wanted, options);
    mb_site *site = calloc(1, sizeof *site);
    if (!site)
        return mb_fail_exhausted(error, MB_ENOMEM, "opening the site");
    int code = mb_snapshot_read(folder, wanted.today, &site->snapshot, error);
    if (!code)
        code = list_findings(site, error);
    if (!code)
        code = mb_publication_new(site->snapshot, &site->publication, error);
    if (code)
        mb_site_close(site);
    else
        *out = site;
    return code;
}

void mb_site_close(mb_site *site)
{
    if (!site)
        return;
    mb_publication_free(site->publication);
    mb_snapshot_free(site->snapshot);
    free(site);
}

size_t mb_site_finding_count(const mb_site *site)
{
    return site->finding_count;
}

const mb_finding *mb_site_finding(const mb_site *site, size_t index)
{
    return index < site->finding_count ? &site->findings[index] : NULL;
}

int mb_site_build(mb_site *site, const mb_build_options *options, mb_build_result *out, mb_error *error)
{
    mb_build_options wanted = {0};
    COPY_OPTIONS(wanted, options);
    return mb_publish(site->publication, &wanted, out, error);
}
