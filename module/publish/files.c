/* files.c: pages, feeds, data and assets, as files of the published site. */
#include "publish/files.h"

#include <stdlib.h>

#include "core/file.h"
#include "publish/assets.h"
#include "publish/data.h"
#include "publish/redirects.h"
#include "publish/routes.h"

static int make_page(const mb_publication *publication, const void *subject, mb_buffer *out, mb_error *error)
{
    return mb_page_html(publication, subject, out, error);
}

static int read_asset(mb_arena *arena, const mb_asset *asset, mb_buffer *out, mb_error *error)
{
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "copying an asset");
    mb_slice content;
    int code = mb_file_read(arena, asset->file, MB_ASSET_CEILING, &content, error);
    if (!code)
        mb_buffer_add(out, content);
    return out->failed ? mb_fail_exhausted(error, out->failed, "copying an asset") : code;
}

static int copy_asset(const mb_publication *publication, const void *subject, mb_buffer *out, mb_error *error)
{
    (void)publication;
    mb_arena *arena;
    int code = mb_arena_new(2 * MB_ASSET_CEILING, &arena);
    if (code)
        return mb_fail_exhausted(error, code, "copying an asset");
    code = read_asset(arena, subject, out, error);
    mb_arena_free(arena);
    return code;
}

static int by_path(const void *a, const void *b)
{
    return strcmp((*(mb_published_file *const *)a)->path, (*(mb_published_file *const *)b)->path);
}

static int refuse_doubles(const mb_list *files, mb_problems *problems, mb_error *error)
{
    int result = 0;
    for (uint32_t i = 1; i < files->count; i++) {
        const mb_published_file *one = files->items[i - 1], *other = files->items[i];
        int order = strcmp(one->what, other->what);
        if (strcmp(one->path, other->path) != 0)
            continue;
        mb_error mistake = {0};
        mb_fail(&mistake, MB_EFORMAT, "%s and %s would both be the file %s", order > 0 ? one->what : other->what,
                order > 0 ? other->what : one->what, one->path);
        mb_advise(&mistake, "rename one of the two");
        if (!mb_take_mistake(problems, &mistake, &result, error))
            break;
    }
    return result;
}

void mb_files_of_pages(mb_arena *arena, const mb_list *pages, const char *what, mb_list *files)
{
    mb_list_reserve(arena, files, pages->count);
    for (uint32_t i = 0; i < pages->count; i++) {
        const mb_page *page = pages->items[i];
        *mb_list_add(arena, files, mb_published_file) =
            (mb_published_file){mb_route_file(arena, page->route), what, make_page, page, mb_page_ceiling(page), NULL};
    }
}

static int make_redirect(const mb_publication *publication, const void *subject, mb_buffer *out, mb_error *error)
{
    return mb_redirect_html(publication, subject, out, error);
}

static void add_redirects(const mb_publication *publication, mb_list *files)
{
    mb_arena *arena = publication->arena;
    for (uint32_t i = 0; i < publication->redirects.count; i++) {
        const mb_redirect *redirect = publication->redirects.items[i];
        *mb_list_add(arena, files, mb_published_file) = (mb_published_file){
            mb_route_file(arena, redirect->from), "a redirect", make_redirect, redirect, MB_REDIRECT_CEILING, NULL};
    }
}

static void add_assets(const mb_publication *publication, mb_list *files)
{
    mb_arena *arena = publication->arena;
    mb_list_reserve(arena, files, publication->assets.count);
    for (uint32_t i = 0; i < publication->assets.count; i++) {
        const mb_asset *asset = publication->assets.items[i];
        *mb_list_add(arena, files, mb_published_file) =
            (mb_published_file){asset->path, "an asset", copy_asset, asset, MB_ASSET_CEILING, asset->file};
    }
}

void mb_files_sort(mb_list *files)
{
    if (files->count > 1)
        qsort(files->items, files->count, sizeof *files->items, by_path);
}

/* Of two lists that are sorted a third. */
static void merge(mb_arena *arena, const mb_list *one, const mb_list *other, mb_list *out)
{
    uint32_t i = 0, k = 0;
    mb_list_reserve(arena, out, one->count + other->count);
    while (i < one->count || k < other->count) {
        bool is_first = k == other->count || (i < one->count && by_path(&one->items[i], &other->items[k]) <= 0);
        mb_list_push(arena, out, is_first ? one->items[i++] : other->items[k++]);
    }
}

int mb_files_list(mb_publication *publication, mb_problems *problems, mb_error *error)
{
    mb_list others = {0};
    add_redirects(publication, &others);
    add_assets(publication, &others);
    mb_files_sort(&others);
    merge(publication->arena, mb_listed_files(publication->listing), &others, &publication->files);
    return refuse_doubles(&publication->files, problems, error);
}

static int path_against_file(const void *path, const void *file)
{
    return strcmp(path, (*(mb_published_file *const *)file)->path);
}

static mb_published_file **find(const mb_publication *publication, const char *path)
{
    const mb_list *files = &publication->files;
    return files->count ? bsearch(path, files->items, files->count, sizeof *files->items, path_against_file) : NULL;
}

const mb_published_file *mb_files_find(const mb_publication *publication, const char *path)
{
    mb_published_file **found = find(publication, path);
    return found ? *found : NULL;
}

size_t mb_files_position(const mb_publication *publication, const mb_published_file *file)
{
    return (size_t)(find(publication, file->path) - (mb_published_file **)publication->files.items);
}

const mb_page *mb_file_page(const mb_published_file *file)
{
    const mb_page *page = file->make == make_page ? file->subject : NULL;
    return page && page->language == MB_MARKDOWN ? page : NULL;
}

int mb_file_make(const mb_publication *publication, const mb_published_file *file, mb_buffer *out, mb_error *error)
{
    *out = mb_buffer_make(file->ceiling);
    return file->make(publication, file->subject, out, error);
}
