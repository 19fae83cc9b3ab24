/* edition.c: see edition.h. */
#include "preview/edition.h"

#include <stdlib.h>
#include <string.h>

void preview_tell(const preview_options *options, preview_event event)
{
    options->tell(options->context, &event);
}

static int compare_findings(const mb_finding *a, const mb_finding *b)
{
    int order = strcmp(a->file, b->file);
    if (!order)
        order = strcmp(a->code, b->code);
    return order ? order : strcmp(a->message, b->message);
}

static int by_text(const void *a, const void *b)
{
    return compare_findings(*(const mb_finding *const *)a, *(const mb_finding *const *)b);
}

/* The findings of a site in the order of their texts; NULL where there are none or memory ran out. */
static const mb_finding **sorted_findings(const mb_site *site, size_t *count)
{
    *count = site ? mb_site_finding_count(site) : 0;
    const mb_finding **findings = *count ? calloc(*count, sizeof *findings) : NULL;
    if (!findings) {
        *count = 0;
        return NULL;
    }
    for (size_t i = 0; i < *count; i++)
        findings[i] = mb_site_finding(site, i);
    qsort(findings, *count, sizeof *findings, by_text);
    return findings;
}

/* Lines move when a pack is edited, so findings are the same by their texts. */
static void tell_differences(const mb_site *before, const mb_site *after, const preview_options *options)
{
    size_t old_count, new_count, i = 0, k = 0;
    const mb_finding **old = sorted_findings(before, &old_count), **new = sorted_findings(after, &new_count);
    while (i < old_count || k < new_count) {
        int order = i == old_count ? 1 : k == new_count ? -1 : compare_findings(old[i], new[k]);
        if (order < 0)
            preview_tell(options, (preview_event){.what = PREVIEW_FINDING_GONE, .finding = old[i]});
        else if (order > 0)
            preview_tell(options, (preview_event){.what = PREVIEW_FINDING, .finding = new[k]});
        i += order <= 0;
        k += order >= 0;
    }
    free(old);
    free(new);
}

static void note_trouble(void *context, const mb_error *error)
{
    edition *shown = context;
    if (shown->trouble_count < MOST_TROUBLES)
        shown->troubles[shown->trouble_count++] = *error;
}

/* Whether the former edition had the same trouble. */
static bool is_known(const edition *before, const mb_error *trouble)
{
    for (size_t i = 0; before->is_broken && i < before->trouble_count; i++)
        if (memcmp(&before->troubles[i], trouble, sizeof *trouble) == 0)
            return true;
    return false;
}

static void tell_troubles(const edition *before, const edition *shown, const preview_options *options)
{
    for (size_t i = 0; i < shown->trouble_count; i++)
        if (!is_known(before, &shown->troubles[i]))
            preview_tell(options, (preview_event){.what = PREVIEW_TROUBLE, .error = &shown->troubles[i]});
}

void edition_renew(edition *shown, const preview_options *options)
{
    mb_site_options wanted = MB_SITE_OPTIONS;
    mb_site *site = NULL;
    const edition before = *shown;
    wanted.today = options->today;
    wanted.cache = options->cache;
    wanted.previous = shown->site;
    wanted.problem = note_trouble;
    wanted.context = shown;

    shown->trouble_count = 0;
    mb_error error = {0};
    shown->is_broken = mb_site_open(options->site, &wanted, &site, &error) != MB_OK;
    if (shown->is_broken && shown->trouble_count == 0)
        note_trouble(shown, &error);
    shown->last_reload = ++shown->number;
    if (shown->is_broken) {
        tell_troubles(&before, shown, options);
        return;
    }
    if (before.is_broken)
        preview_tell(options, (preview_event){.what = PREVIEW_HEALED});
    tell_differences(shown->site, site, options);
    mb_site_close(shown->site);
    shown->site = site;
}

void edition_note_asset(edition *shown)
{
    shown->number++;
}

void edition_end(edition *shown)
{
    mb_site_close(shown->site);
    shown->site = NULL;
}
