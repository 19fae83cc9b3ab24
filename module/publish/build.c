/* build.c: every page of a site, on all processors. */
#include <stdlib.h>

#include "core/file.h"
#include "core/parallel.h"
#include "publish/assets.h"
#include "publish/output.h"
#include "publish/publish.h"
#include "publish/routes.h"

/* Names of files: 100,000 pages need about 20 MiB. */
#define BUILD_CEILING ((size_t)512 << 20)

typedef struct build {
    const mb_publication *publication;
    const mb_build_options *options;
    mb_output output; /* its files are the pages, then the assets */
} build;

static int make_page(void *context, size_t position, mb_error *error)
{
    build *b = context;
    mb_buffer html = mb_buffer_make(MB_PAGE_CEILING);
    int code = mb_page_html(b->publication, b->publication->pages.items[position], &html, error);
    if (!code)
        code = mb_output_add(&b->output, (uint32_t)position, mb_buffer_slice(&html), error);
    mb_buffer_free(&html);
    return code;
}

static void tell_progress(void *context, size_t done)
{
    const build *b = context;
    b->options->progress(b->options->context, done, b->publication->pages.count);
}

static int make_pages(build *b, mb_error *error)
{
    const mb_parallel wanted = {b->publication->pages.count, b->options->jobs, make_page,
                                b->options->progress ? tell_progress : NULL, b};
    return mb_parallel_do(&wanted, error);
}

static int copy_asset(build *b, mb_arena *arena, uint32_t position, mb_error *error)
{
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "copying an asset");
    const mb_asset *asset = b->publication->assets.items[position];
    mb_slice content;
    int code = mb_file_read(arena, asset->file, MB_ASSET_CEILING, &content, error);
    return code ? code : mb_output_add(&b->output, b->publication->pages.count + position, content, error);
}

static int copy_assets(build *b, mb_error *error)
{
    for (uint32_t i = 0; i < b->publication->assets.count; i++) {
        mb_arena *arena;
        int code = mb_arena_new(2 * MB_ASSET_CEILING, &arena);
        if (code)
            return mb_fail_exhausted(error, code, "copying an asset");
        code = copy_asset(b, arena, i, error);
        mb_arena_free(arena);
        if (code)
            return code;
    }
    return 0;
}

static mb_strings list_files(const mb_publication *publication, mb_arena *arena)
{
    mb_strings files = {0};
    for (uint32_t i = 0; i < publication->pages.count; i++) {
        const mb_page *page = publication->pages.items[i];
        mb_strings_push(arena, &files, mb_slice_of(mb_route_file(arena, page->route)));
    }
    for (uint32_t i = 0; i < publication->assets.count; i++) {
        const mb_asset *asset = publication->assets.items[i];
        mb_strings_push(arena, &files, mb_slice_of(asset->path));
    }
    return files;
}

static int run(build *b, mb_arena *arena, mb_error *error)
{
    if (mb_arena_guard(arena)) {
        mb_output_close(&b->output);
        return mb_fail_exhausted(error, mb_arena_failure(arena), "publishing the site");
    }
    const char *to = b->options->to ? b->options->to : mb_path_join(arena, b->publication->site->folder, "_site");
    int code = mb_output_open(arena, to, list_files(b->publication, arena), &b->output, error);
    if (code)
        return code;
    code = make_pages(b, error);
    if (!code)
        code = copy_assets(b, error);
    if (!code)
        code = mb_output_publish(&b->output, error);
    mb_output_close(&b->output);
    return code;
}

int mb_publish(const mb_publication *publication, const mb_build_options *options, mb_build_result *out,
               mb_error *error)
{
    mb_arena *arena;
    int code = mb_arena_new(BUILD_CEILING, &arena);
    if (code)
        return mb_fail_exhausted(error, code, "publishing the site");
    build b = {.publication = publication, .options = options, .output = {.lock = -1}};
    code = run(&b, arena, error);
    if (!code && out)
        *out = (mb_build_result){publication->pages.count, b.output.written, b.output.unchanged, b.output.removed};
    mb_arena_free(arena);
    return code;
}
