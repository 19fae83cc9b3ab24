/* hugo.c: a site as what Hugo reads: content with front matter, data, and files that it copies.
 *
 *     /                            content/_index.html         a page with others beneath it is a branch
 *     /meetings/2025-11-04-panel/  content/meetings/2025-11-04-panel/_index.html
 *     /people/ann-lee/             content/people/ann-lee/index.html
 *     the index of the data        data/minutebook/site.json
 *     feeds, tables, all data      static/                                                                          */
#include <minutebook.h>
#include <stdlib.h>

#include "core/file.h"
#include "core/json.h"
#include "doors/options.h"
#include "doors/site.h"
#include "publish/files.h"

/* Names and front matter: as for a build. */
#define EXPORT_CEILING ((size_t)512 << 20)

/* Hugo leaves out what is of a coming day, so that such a page is said to be out since `today`. */
static void write_front_matter(const mb_page *page, const char *today, mb_buffer *out)
{
    mb_json json = mb_json_into(out);
    mb_json_open(&json, '{');
    mb_json_key(&json, "title");
    mb_json_text(&json, mb_slice_of(page->title));
    mb_json_key(&json, "type");
    mb_json_text(&json, MB_TEXT("minutebook"));
    mb_json_key(&json, "kind_of_page");
    mb_json_text(&json, mb_slice_of(page->layout));
    mb_json_key(&json, "url");
    mb_json_text(&json, mb_slice_of(page->route));
    if (*page->date) {
        mb_json_key(&json, "date");
        mb_json_text(&json, mb_slice_of(page->date));
        mb_json_key(&json, "publishDate");
        mb_json_text(&json, mb_slice_of(strcmp(page->date, today) < 0 ? page->date : today));
    }
    mb_json_close(&json, '}');
    mb_buffer_text(out, "\n");
}

/* Hugo takes two braces and what follows for a shortcode, wherever they stand. */
static void write_without_shortcodes(mb_slice html, mb_buffer *out)
{
    const mb_slice braces = MB_TEXT("{{");
    for (size_t at = 0; at < html.size;) {
        size_t found = mb_slice_find(html, braces, at);
        size_t end = found == SIZE_MAX ? html.size : found;
        mb_buffer_add(out, mb_slice_between(html.data + at, html.data + end));
        if (found != SIZE_MAX)
            mb_buffer_text(out, "&#123;&#123;");
        at = found == SIZE_MAX ? html.size : end + braces.size;
    }
}

static int make_content(const mb_publication *publication, const void *subject, mb_buffer *out, mb_error *error)
{
    mb_buffer html = mb_buffer_make(MB_PAGE_CEILING);
    int code = mb_page_content(publication, subject, &html, error);
    if (!code) {
        write_front_matter(subject, publication->site->record->today.data, out);
        write_without_shortcodes(mb_buffer_slice(&html), out);
        if (out->failed)
            code = mb_fail_exhausted(error, out->failed, "exporting a page");
    }
    mb_buffer_free(&html);
    return code;
}

static bool has_pages_below(const mb_list *pages, uint32_t i)
{
    const char *route = ((const mb_page *)pages->items[i])->route;
    return i + 1 < pages->count && strncmp(((const mb_page *)pages->items[i + 1])->route, route, strlen(route)) == 0;
}

/* Whether the host has a page of its own there, which wins. */
static bool is_taken(mb_arena *arena, const char *to, mb_slice path)
{
    mb_slice stem = mb_slice_first(path, path.size - strlen("html"));
    return mb_is_file(MB_JOINED(arena, mb_slice_of(to), MB_TEXT("/"), stem, MB_TEXT("md")).data);
}

static void list_pages(mb_arena *arena, const mb_publication *publication, const char *to, mb_list *files)
{
    const mb_list *pages = &publication->pages;
    for (uint32_t i = 0; i < pages->count; i++) {
        const mb_page *page = pages->items[i];
        mb_slice route = mb_slice_of(page->route);
        if (!mb_slice_ends(route, MB_TEXT("/")))
            continue; /* a host has its own page for what isn't found */
        const char *file = has_pages_below(pages, i) ? "_index.html" : "index.html";
        mb_slice path = MB_JOINED(arena, MB_TEXT("content"), route, mb_slice_of(file));
        if (is_taken(arena, to, path))
            continue;
        *mb_list_add(arena, files, mb_published_file) =
            (mb_published_file){path.data, "a page", make_content, page, MB_PAGE_CEILING, NULL};
    }
}

/* Whether the file is neither a page nor an asset of the theme: a host looks as it likes. */
static bool is_for_programs(const mb_published_file *file)
{
    return strcmp(file->what, "a page") != 0 && !file->origin;
}

static void list_others(mb_arena *arena, const mb_publication *publication, mb_list *files)
{
    for (uint32_t i = 0; i < publication->files.count; i++) {
        const mb_published_file *file = publication->files.items[i];
        if (!is_for_programs(file))
            continue;
        mb_published_file *moved = mb_list_add(arena, files, mb_published_file);
        *moved = *file;
        moved->path = MB_JOINED(arena, MB_TEXT("static/"), mb_slice_of(file->path)).data;
    }
    const mb_published_file *index = mb_files_find(publication, "data/site.json");
    if (index) {
        mb_published_file *data = mb_list_add(arena, files, mb_published_file);
        *data = *index;
        data->path = "data/minutebook/site.json";
    }
}

static int export(const mb_site *site, mb_arena *arena, const mb_build_options *options, mb_problems *problems,
                  mb_build_result *out, mb_error *error)
{
    mb_list files = {0};
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "exporting the site");
    list_pages(arena, site->publication, options->to, &files);
    list_others(arena, site->publication, &files);
    return mb_publish_files(site->publication, &files, options, problems, out, error);
}

int mb_site_export_hugo(const mb_site *site, const mb_build_options *options, mb_build_result *out, mb_error *error)
{
    mb_build_options wanted = MB_BUILD_OPTIONS;
    mb_arena *arena;
    int code = mb_take_options(&wanted, sizeof wanted, options, "MB_BUILD_OPTIONS", error);
    if (!code && !wanted.to)
        code = mb_fail(error, MB_EUSAGE, "an export needs the folder of Hugo's site");
    if (!code && mb_arena_new(EXPORT_CEILING, &arena))
        code = mb_fail_exhausted(error, MB_ENOMEM, "exporting the site");
    if (code)
        return code;
    mb_problems problems = {wanted.problem, wanted.context, 0};
    mb_error mistake = {0};
    code = export(site, arena, &wanted, &problems, out, &mistake);
    mb_arena_free(arena);
    return mb_end_told(code, &problems, &mistake, error);
}
