/* site.c: the C door to a site. */
#include "doors/site.h"

#include <stdlib.h>

#include "core/file.h"
#include "doors/copy.h"
#include "doors/finding.h"
#include "doors/options.h"
#include "doors/trace.h"
#include "model/corrections.h"
#include "model/diagnose.h"
#include "model/json.h"
#include "model/places.h"
#include "publish/files.h"
#include "publish/settings.h"

/* A site of 5,000 packs gives about 2 GiB. */
#define JSON_CEILING ((size_t)16 << 30)

/* A file of YAML has at most 8 MiB. */
#define SETTINGS_CEILING ((size_t)64 << 20)

/* What no pack tells stands in the site's configuration. */
static mb_slice settings_of(const mb_site *site, const mb_diagnostic *diagnostic)
{
    bool of_people = mb_slice_equal(diagnostic->code, mb_slice_of(mb_codes[mb_code_person_unknown].code));
    const mb_snapshot *snapshot = site->snapshot;
    if (mb_slice_equal(diagnostic->code, mb_slice_of(mb_codes[mb_code_address_lost].code)))
        return mb_slice_of(snapshot->kept_ids.file);
    return mb_slice_of(of_people ? mb_path_join(site->publication->arena, snapshot->folder, "people.yaml")
                                 : snapshot->config.file);
}

static int list_findings(mb_site *site, mb_error *error)
{
    mb_arena *arena = site->publication->arena;
    const mb_site_record *record = site->snapshot->record;
    const mb_list *diagnostics = &record->diagnostics;
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "listing what the reader found");
    site->findings = mb_new_array(arena, mb_finding, diagnostics->count ? diagnostics->count : 1);
    for (uint32_t i = 0; i < diagnostics->count; i++) {
        const mb_diagnostic *diagnostic = diagnostics->items[i];
        const mb_pack *pack = mb_pack_at(record, &diagnostic->place);
        mb_slice file = pack ? pack->source->file : settings_of(site, diagnostic);
        const char *corrections = pack ? mb_corrections_path(arena, site->snapshot->folder, file.data) : "";
        site->findings[i] = mb_finding_of(arena, file, corrections, diagnostic);
    }
    site->finding_count = diagnostics->count;
    return 0;
}

int mb_end_told(int code, mb_problems *problems, const mb_error *mistake, mb_error *error)
{
    if (!code)
        return 0;
    if (problems->told == 0)
        mb_tell_problem(problems, mistake);
    if (error)
        *error = *mistake;
    return code;
}

int mb_site_open(const char *folder, const mb_site_options *options, mb_site **out, mb_error *error)
{
    mb_site_options wanted = MB_SITE_OPTIONS;
    int code = mb_take_options(&wanted, sizeof wanted, options, "MB_SITE_OPTIONS", error);
    if (code)
        return code;
    mb_site *site = calloc(1, sizeof *site);
    if (!site)
        return mb_fail_exhausted(error, MB_ENOMEM, "opening the site");
    mb_problems problems = {wanted.problem, wanted.context, 0};
    const mb_snapshot_options reading = {.today = wanted.today,
                                         .jobs = wanted.jobs,
                                         .cache = wanted.cache,
                                         .previous = wanted.previous ? wanted.previous->snapshot : NULL,
                                         .problems = &problems};
    mb_error mistake = {0};
    code = mb_snapshot_read(folder, &reading, &site->snapshot, &mistake);
    if (!code)
        code = mb_publication_new(site->snapshot, wanted.previous ? wanted.previous->publication : NULL, &problems,
                                  &site->publication, &mistake);
    if (!code)
        code = list_findings(site, &mistake);
    if (!code && !(site->ahead = mb_ahead_new(site, MB_AHEAD_ROOM)))
        code = mb_fail_exhausted(&mistake, MB_ENOMEM, "opening the site");
    if (code)
        mb_site_close(site);
    else
        *out = site;
    return mb_end_told(code, &problems, &mistake, error);
}

void mb_site_close(mb_site *site)
{
    if (!site)
        return;
    mb_ahead_free(site->ahead);
    mb_publication_free(site->publication);
    mb_snapshot_free(site->snapshot);
    free(site);
}

size_t mb_site_pack_count(const mb_site *site)
{
    return site->snapshot->readings.count;
}

int mb_site_words(const mb_site *site, size_t index, mb_words *out)
{
    const mb_list *packs = &site->snapshot->record->packs;
    if (index >= packs->count)
        return MB_EUSAGE;
    *out = mb_words_of(packs->items[index]);
    return 0;
}

size_t mb_site_finding_count(const mb_site *site)
{
    return site->finding_count;
}

const mb_finding *mb_site_finding(const mb_site *site, size_t index)
{
    return index < site->finding_count ? &site->findings[index] : NULL;
}

/* Messages are made by mb_arena_printf, so a NUL follows them. */
const char *mb_site_gap(const mb_site *site, size_t index)
{
    const mb_list *gaps = &site->snapshot->record->completeness;
    return index < gaps->count ? ((const mb_gap *)gaps->items[index])->message.data : NULL;
}

int mb_site_json(const mb_site *site, char **out, size_t *size, mb_error *error)
{
    mb_buffer json = mb_buffer_make(JSON_CEILING);
    const mb_site_record *record = site->snapshot->record;
    mb_json_write_view(mb_type_of(site_record), record, &(mb_json_view){.site = record}, &json);
    return mb_give_copy(&json, "writing the site as JSON", out, size, error);
}

int mb_site_settings(const mb_site *site, char **out, size_t *size, mb_error *error)
{
    mb_buffer yaml = mb_buffer_make(SETTINGS_CEILING);
    mb_settings_describe(&site->publication->declared, &site->publication->settings, &yaml);
    return mb_give_copy(&yaml, "writing the theme's settings", out, size, error);
}

int mb_site_build(const mb_site *site, const mb_build_options *options, mb_build_result *out, mb_error *error)
{
    mb_build_options wanted = MB_BUILD_OPTIONS;
    int code = mb_take_options(&wanted, sizeof wanted, options, "MB_BUILD_OPTIONS", error);
    if (code)
        return code;
    mb_problems problems = {wanted.problem, wanted.context, 0};
    mb_error mistake = {0};
    code = mb_publish(site->publication, &wanted, &problems, out, &mistake);
    return mb_end_told(code, &problems, &mistake, error);
}

size_t mb_site_route_count(const mb_site *site)
{
    return site->publication->pages.count;
}

const char *mb_site_route(const mb_site *site, size_t index)
{
    const mb_list *pages = &site->publication->pages;
    return index < pages->count ? ((const mb_page *)pages->items[index])->route : NULL;
}

int mb_site_page(const mb_site *site, size_t index, mb_page_info *out)
{
    const mb_list *pages = &site->publication->pages;
    if (index >= pages->count)
        return MB_EUSAGE;
    const mb_page *page = pages->items[index];
    *out = (mb_page_info){page->route, page->layout, page->title, page->date};
    return 0;
}

static int render_trace(const mb_site *site, const char *route, char **out, size_t *size, mb_error *error)
{
    const mb_page *page;
    int code = mb_publication_find(site->publication, route, &page, error);
    if (code)
        return code;
    mb_buffer text = mb_buffer_make(MB_TRACE_CEILING);
    code = mb_write_trace(site->publication, page, site->findings, site->finding_count, &text, error);
    if (code) {
        mb_buffer_free(&text);
        return code;
    }
    return mb_give_copy(&text, "tracing the page", out, size, error);
}

int mb_make_page(const mb_site *site, const char *route, int format, char **out, size_t *size, mb_error *error)
{
    static int (*const makers[])(const mb_publication *, const mb_page *, mb_buffer *,
                                 mb_error *) = {[MB_HTML_PAGE] = mb_page_html,
                                                [MB_MARKDOWN_PAGE] = mb_page_markdown,
                                                [MB_PAGE_FILES] = mb_page_files,
                                                [MB_HTML_CONTENT] = mb_page_content};
    if (format == MB_PAGE_TRACE)
        return render_trace(site, route, out, size, error);
    if (format < 0 || (size_t)format >= sizeof makers / sizeof *makers)
        return mb_fail(error, MB_EUSAGE, "%d is no format of a page", format);
    const mb_page *page;
    int code = mb_publication_find(site->publication, route, &page, error);
    if (code)
        return code;
    mb_buffer text = mb_buffer_make(mb_page_ceiling(page));
    code = makers[format](site->publication, page, &text, error);
    if (code) {
        mb_buffer_free(&text);
        return code;
    }
    return mb_give_copy(&text, "making the page", out, size, error);
}

int mb_site_render(const mb_site *site, const char *route, int format, char **out, size_t *size, mb_error *error)
{
    if (format != MB_ANY_FILE && mb_ahead_take(site->ahead, route, format, out, size))
        return 0;
    return mb_make_page(site, route, format, out, size, error);
}

int mb_site_run_lua(const mb_site *site, const char *before, const char *code, const char *name, char **out,
                    size_t *size, mb_error *error)
{
    mb_buffer text = mb_buffer_make(MB_PAGE_CEILING);
    int failed = mb_run_console(&site->publication->setup, mb_slice_of(before), mb_slice_of(code), name, &text, error);
    if (failed) {
        mb_buffer_free(&text);
        return failed;
    }
    return mb_give_copy(&text, "running Lua", out, size, error);
}

size_t mb_site_file_count(const mb_site *site)
{
    return site->publication->files.count;
}

const char *mb_site_file(const mb_site *site, size_t index)
{
    const mb_list *files = &site->publication->files;
    return index < files->count ? ((const mb_published_file *)files->items[index])->path : NULL;
}

const char *mb_site_file_origin(const mb_site *site, size_t index)
{
    const mb_list *files = &site->publication->files;
    return index < files->count ? ((const mb_published_file *)files->items[index])->origin : NULL;
}

int mb_make_file(const mb_site *site, const char *path, char **out, size_t *size, mb_error *error)
{
    const mb_published_file *file = mb_files_find(site->publication, path);
    if (!file)
        return mb_fail(error, MB_EUSAGE, "the site publishes no file '%s'", path);
    mb_buffer content;
    int code = mb_file_make(site->publication, file, &content, error);
    if (code) {
        mb_buffer_free(&content);
        return code;
    }
    return mb_give_copy(&content, "making the file", out, size, error);
}

int mb_site_make_file(const mb_site *site, const char *path, char **out, size_t *size, mb_error *error)
{
    if (mb_ahead_take(site->ahead, path, MB_ANY_FILE, out, size))
        return 0;
    return mb_make_file(site, path, out, size, error);
}

int mb_site_make_ahead(const mb_site *site, const mb_request *wanted, size_t count, unsigned jobs, mb_error *error)
{
    return mb_ahead_begin(site->ahead, wanted, count, jobs, error);
}

const char *mb_site_source_folder(const mb_site *site, size_t index)
{
    const mb_strings *folders = &site->publication->source_folders;
    return index < folders->count ? folders->items[index].data : NULL;
}
