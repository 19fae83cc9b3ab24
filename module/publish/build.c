/* build.c: every page of a site, on all processors.
 *
 * Threads take the next page from a counter. Whichever page fails first in the order of routes is reported: a page is
 * only taken after all before it, so every one before it was tried too, and the message doesn't depend on timing. */
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/file.h"
#include "publish/assets.h"
#include "publish/output.h"
#include "publish/publish.h"
#include "publish/routes.h"

/* More threads than this gain nothing: they wait for the disk. */
#define MOST_THREADS 256

/* Names of files while one page is made. */
#define PAGE_CEILING ((size_t)1 << 20)
/* Lists of what is published. */
#define BUILD_CEILING ((size_t)512 << 20)

typedef struct build {
    const mb_publication *publication;
    const mb_build_options *options;
    mb_output output;
    atomic_size_t next, done;
    atomic_size_t failed; /* the position of the first page that failed, else SIZE_MAX */
    pthread_mutex_t lock; /* of what follows */
    int code;
    mb_error error;
} build;

static void note_failure(build *b, size_t at, int code, const mb_error *error)
{
    pthread_mutex_lock(&b->lock);
    if (at < atomic_load(&b->failed)) {
        atomic_store(&b->failed, at);
        b->code = code;
        b->error = *error;
    }
    pthread_mutex_unlock(&b->lock);
}

static int add_page(build *b, mb_arena *arena, const mb_page *page, mb_slice html, mb_error *error)
{
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "writing a page");
    return mb_output_add(&b->output, arena, mb_route_file(arena, page->route), html, error);
}

static int make_page(build *b, const mb_page *page, mb_buffer *html, mb_error *error)
{
    mb_buffer_clear(html);
    int code = mb_page_html(b->publication, page, html, error);
    if (code)
        return code;
    mb_arena *arena;
    code = mb_arena_new(PAGE_CEILING, &arena);
    if (code)
        return mb_fail_exhausted(error, code, "writing a page");
    code = add_page(b, arena, page, mb_buffer_slice(html), error);
    mb_arena_free(arena);
    return code;
}

/* Makes pages until none is left; calls `progress` after each, where there is one. */
static void make_pages(build *b, void (*progress)(void *context, size_t done, size_t total))
{
    const mb_list *pages = &b->publication->pages;
    mb_buffer html = mb_buffer_make(MB_PAGE_CEILING);
    mb_error error;
    for (;;) {
        size_t at = atomic_fetch_add(&b->next, 1);
        if (at >= pages->count || at > atomic_load(&b->failed))
            break;
        int code = make_page(b, pages->items[at], &html, &error);
        if (code)
            note_failure(b, at, code, &error);
        size_t done = atomic_fetch_add(&b->done, 1) + 1;
        if (progress)
            progress(b->options->context, done, pages->count);
    }
    mb_buffer_free(&html);
}

static void *help(void *context)
{
    make_pages(context, NULL);
    return NULL;
}

static size_t thread_count(const build *b)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t wanted = b->options->jobs ? b->options->jobs : processors > 0 ? (size_t)processors : 1;
    size_t pages = b->publication->pages.count;
    if (wanted > MOST_THREADS)
        wanted = MOST_THREADS;
    return wanted < pages ? wanted : pages;
}

static int make_all_pages(build *b, mb_error *error)
{
    pthread_t helpers[MOST_THREADS];
    size_t wanted = thread_count(b), started = 0;
    while (started + 1 < wanted && pthread_create(&helpers[started], NULL, help, b) == 0)
        started++;
    make_pages(b, b->options->progress);
    for (size_t i = 0; i < started; i++)
        pthread_join(helpers[i], NULL);
    if (b->code && error)
        *error = b->error;
    if (!b->code && b->options->progress)
        b->options->progress(b->options->context, b->publication->pages.count, b->publication->pages.count);
    return b->code;
}

static int copy_asset(build *b, mb_arena *arena, const mb_asset *asset, mb_error *error)
{
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "copying an asset");
    mb_slice content;
    int code = mb_file_read(arena, asset->file, MB_ASSET_CEILING, &content, error);
    return code ? code : mb_output_add(&b->output, arena, asset->path, content, error);
}

static int copy_assets(build *b, mb_error *error)
{
    const mb_list *assets = &b->publication->assets;
    for (uint32_t i = 0; i < assets->count; i++) {
        mb_arena *arena;
        int code = mb_arena_new(2 * MB_ASSET_CEILING, &arena);
        if (code)
            return mb_fail_exhausted(error, code, "copying an asset");
        code = copy_asset(b, arena, assets->items[i], error);
        mb_arena_free(arena);
        if (code)
            return code;
    }
    return 0;
}

static int by_bytes(const void *a, const void *b)
{
    return mb_slice_compare(*(const mb_slice *)a, *(const mb_slice *)b);
}

static void list_paths(const mb_publication *publication, mb_arena *arena, mb_strings *out)
{
    for (uint32_t i = 0; i < publication->pages.count; i++) {
        const mb_page *page = publication->pages.items[i];
        mb_strings_push(arena, out, mb_slice_of(mb_route_file(arena, page->route)));
    }
    for (uint32_t i = 0; i < publication->assets.count; i++) {
        const mb_asset *asset = publication->assets.items[i];
        mb_strings_push(arena, out, mb_slice_of(asset->path));
    }
    qsort(out->items, out->count, sizeof *out->items, by_bytes);
}

static int run(build *b, mb_arena *arena, mb_error *error)
{
    if (mb_arena_guard(arena)) {
        mb_output_close(&b->output);
        return mb_fail_exhausted(error, mb_arena_failure(arena), "publishing the site");
    }
    const char *to = b->options->to ? b->options->to : mb_path_join(arena, b->publication->site->folder, "_site");
    int code = mb_output_open(arena, to, &b->output, error);
    if (code)
        return code;
    code = make_all_pages(b, error);
    if (!code)
        code = copy_assets(b, error);
    if (!code) {
        mb_strings paths = {0};
        list_paths(b->publication, arena, &paths);
        code = mb_output_publish(&b->output, &paths, error);
    }
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
    build b = {.publication = publication, .options = options, .output = {.lock = -1}, .failed = SIZE_MAX};
    pthread_mutex_init(&b.lock, NULL);
    code = run(&b, arena, error);
    pthread_mutex_destroy(&b.lock);
    mb_arena_free(arena);
    if (!code && out)
        *out = (mb_build_result){publication->pages.count, b.output.written, b.output.unchanged, b.output.removed};
    return code;
}
