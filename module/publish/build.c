/* build.c: every file of a site, on all processors. */
#include <stdatomic.h>
#include <stdlib.h>

#include "core/file.h"
#include "core/parallel.h"
#include "publish/files.h"
#include "publish/ledger.h"
#include "publish/links.h"
#include "publish/output.h"
#include "publish/redirects.h"

/* Names of files: 100,000 pages need about 20 MiB. */
#define BUILD_CEILING ((size_t)512 << 20)

typedef struct build {
    const mb_publication *publication;
    const mb_build_options *options;
    mb_problems *problems;
    const mb_list *files; /* of mb_published_file */
    mb_output output;     /* the same */
    mb_ledger ledger;     /* of them */
    mb_page_links *links; /* of the files, where they are the whole site and aren't known to be as before; else NULL */
    atomic_bool is_over;  /* something failed that is no page's own mistake */
    atomic_size_t failed;
    bool published;
} build;

/* A mistake in a layout, or a limit of the page. */
static bool is_of_the_page(int code)
{
    return code == MB_EFORMAT || code == MB_ELIMIT;
}

/* A copy is compared with its origin, which may have changed. */
static bool is_as_before(build *b, size_t position, const mb_published_file *file)
{
    return b->ledger.is_found && !file->origin &&
           mb_output_holds(&b->output, (uint32_t)position, &b->ledger.digests[position]);
}

static int take_content(build *b, size_t position, const mb_published_file *file, mb_slice content, mb_error *error)
{
    if (b->links && mb_file_page(file))
        mb_links_read(content, &b->links[position]);
    int code = mb_output_add(&b->output, (uint32_t)position, content, error);
    if (!code)
        mb_ledger_note(&b->ledger, position, content);
    return code;
}

static int make_file(build *b, size_t position, const mb_published_file *file, mb_error *error)
{
    mb_buffer content;
    int code = mb_file_make(b->publication, file, &content, error);
    if (!code)
        code = take_content(b, position, file, mb_buffer_slice(&content), error);
    mb_buffer_free(&content);
    return code;
}

static void count_failure(build *b, int code)
{
    if (is_of_the_page(code))
        atomic_fetch_add(&b->failed, 1);
    else
        atomic_store(&b->is_over, true);
}

static int do_file(void *context, size_t position, mb_error *error)
{
    build *b = context;
    const mb_published_file *file = b->files->items[position];
    int code = is_as_before(b, position, file) ? 0 : make_file(b, position, file, error);
    if (code)
        count_failure(b, code);
    return code;
}

static int tell_progress(void *context, size_t done)
{
    const build *b = context;
    return b->options->progress(b->options->context, done, b->files->count);
}

static void tell_nobody(void *context, const mb_error *error)
{
    (void)context;
    (void)error;
}

static int make_files(build *b, mb_error *error)
{
    /* Work goes on after a mistake where somebody is told of it. */
    mb_problems unheard = {tell_nobody, NULL, 0};
    bool goes_on = b->options->keep_going && !mb_tells_all(b->problems);
    const mb_parallel wanted = {.count = b->files->count,
                                .jobs = b->options->jobs,
                                .work = do_file,
                                .progress = b->options->progress ? tell_progress : NULL,
                                .context = b,
                                .problems = goes_on ? &unheard : b->problems};
    return mb_parallel_do(&wanted, error);
}

static mb_strings list_paths(const mb_list *files, mb_arena *arena)
{
    mb_strings paths = {0};
    for (uint32_t i = 0; i < files->count; i++)
        mb_strings_push(arena, &paths, mb_slice_of(((mb_published_file *)files->items[i])->path));
    return paths;
}

static void free_links(build *b)
{
    for (uint32_t i = 0; b->links && i < b->files->count; i++)
        mb_links_free(&b->links[i]);
    free(b->links);
    b->links = NULL;
}

static int run(build *b, mb_arena *arena, mb_error *error)
{
    if (mb_arena_guard(arena)) {
        mb_output_close(&b->output);
        return mb_fail_exhausted(error, mb_arena_failure(arena), "publishing the site");
    }
    const char *to = b->options->to ? b->options->to : mb_path_join(arena, b->publication->site->folder, "_site");
    int code = mb_output_open(arena, to, list_paths(b->files, arena), &b->output, error);
    if (code)
        return code;
    mb_ledger_open(b->publication, b->files, &b->ledger);
    if (b->ledger.is_found)
        free_links(b);
    code = make_files(b, error);
    int linked = b->links ? mb_links_check(b->publication, arena, b->links, b->problems, code ? NULL : error) : 0;
    code = code ? code : linked;
    bool can_go_on = b->options->keep_going && is_of_the_page(code) && !atomic_load(&b->is_over);
    if (!code || can_go_on) {
        int failed = mb_output_publish(&b->output, code ? NULL : error);
        b->published = !failed;
        code = code ? code : failed;
    }
    mb_output_close(&b->output);
    bool is_whole = !code;
    if (b->published) {
        int kept = mb_publication_keep_ids(b->publication, arena, code ? NULL : error);
        code = code ? code : kept;
    }
    if (is_whole)
        mb_ledger_keep(&b->ledger);
    return code;
}

int mb_publish_files(const mb_publication *publication, const mb_list *files, const mb_build_options *options,
                     mb_problems *problems, mb_build_result *out, mb_error *error)
{
    mb_arena *arena;
    int code = mb_arena_new(BUILD_CEILING, &arena);
    if (code)
        return mb_fail_exhausted(error, code, "publishing the site");
    build b = {
        .publication = publication, .options = options, .problems = problems, .files = files, .output = {.lock = -1}};
    bool is_whole = files == &publication->files;
    if (is_whole)
        b.links = calloc(files->count + 1, sizeof *b.links);
    code = !is_whole || b.links ? run(&b, arena, error) : mb_fail_exhausted(error, MB_ENOMEM, "publishing the site");
    free_links(&b);
    mb_ledger_close(&b.ledger);
    if (b.published && out)
        *out = (mb_build_result){publication->pages.count, b.output.written, b.output.unchanged, b.output.removed,
                                 atomic_load(&b.failed)};
    mb_arena_free(arena);
    return code;
}

int mb_publish(const mb_publication *publication, const mb_build_options *options, mb_problems *problems,
               mb_build_result *out, mb_error *error)
{
    return mb_publish_files(publication, &publication->files, options, problems, out, error);
}
