/* pages.c: what each part of publishing a site costs on one thread, and the floor: the same Markdown through cmark
 * and into files. Writes the site's Markdown, too, for other programs.
 *
 *     pages_bench SITE DATE FOLDER        FOLDER, which is there and empty, gets made/, floor/ and markdown/ */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "core/file.h"
#include "markdown/markdown.h"
#include "publish/output.h"
#include "publish/publish.h"
#include "publish/routes.h"

#define ROUNDS 3

#define MEMORY ((size_t)4 << 30)

/* What a build spends its time on. */
typedef enum part { READING, LAYOUTS, MARKDOWN, FILES, FLOOR_CMARK, FLOOR_FILES, KEPT, PART_COUNT } part;
static const char *const names[KEPT] = {"reading", "Lua", "Markdown", "files", "cmark", "cmark's files"};

/* What the pages of one layout cost in Lua. */
typedef struct kind {
    const char *layout;
    uint32_t pages;
    double spent, best;
} kind;
#define KIND_CEILING 64

typedef struct bench {
    mb_arena *arena, *workspace;
    const mb_publication *publication;
    mb_output output;
    mb_slice *markdown; /* of each page */
    double spent[PART_COUNT], best[PART_COUNT];
    kind kinds[KIND_CEILING];
    uint32_t kind_count;
    double since;
} bench;

_Noreturn static void stop(const mb_error *error)
{
    fprintf(stderr, "pages_bench: %s: %s\n", error->file, error->message);
    exit(1);
}

static void check(int code, const mb_error *error)
{
    if (code)
        stop(error);
}

/* The processor's time, which other programs don't lengthen. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void begin(bench *b)
{
    b->since = now();
}

/* What went by since the last call belongs to this part. */
static void count_as(bench *b, part which)
{
    double time = now();
    b->spent[which] += time - b->since;
    b->since = time;
}

static kind *kind_of(bench *b, const mb_page *page)
{
    uint32_t i = 0;
    while (i < b->kind_count && strcmp(b->kinds[i].layout, page->layout) != 0)
        i++;
    if (i == KIND_CEILING) {
        fprintf(stderr, "pages_bench: more than %d layouts\n", KIND_CEILING);
        exit(1);
    }
    if (i == b->kind_count)
        b->kinds[b->kind_count++].layout = mb_arena_copy(b->arena, mb_slice_of(page->layout)).data;
    return &b->kinds[i];
}

static void make_page(bench *b, uint32_t position)
{
    const mb_page *page = b->publication->pages.items[position];
    mb_buffer markdown = mb_buffer_make(MB_PAGE_CEILING), content = markdown, html = markdown;
    mb_markdown_options options = {.additions = true, .workspace = b->workspace};
    mb_rendering *rendering;
    mb_error error;
    kind *its = kind_of(b, page);
    double before = b->spent[LAYOUTS];

    begin(b);
    check(mb_rendering_new(&b->publication->setup, page, &rendering, &error), &error);
    check(mb_render_layout(rendering, &markdown, &error), &error);
    count_as(b, LAYOUTS);
    options.fragments = mb_render_fragments(rendering, &options.fragment_count);
    check(mb_markdown_to_html(mb_buffer_slice(&markdown), &options, NULL, &content, &error), &error);
    count_as(b, MARKDOWN);
    check(mb_render_shell(rendering, mb_buffer_slice(&content), &html, &error), &error);
    mb_rendering_free(rendering);
    count_as(b, LAYOUTS);
    its->spent += b->spent[LAYOUTS] - before;
    its->pages++;
    check(mb_output_add(&b->output, position, mb_buffer_slice(&html), &error), &error);
    count_as(b, FILES);

    if (!b->markdown[position].data)
        b->markdown[position] = mb_arena_copy(b->arena, mb_buffer_slice(&markdown));
    mb_buffer_free(&markdown);
    mb_buffer_free(&content);
    mb_buffer_free(&html);
}

static const char *file_of(bench *b, uint32_t position, const char *folder)
{
    const mb_page *page = b->publication->pages.items[position];
    return mb_path_join(b->arena, folder, mb_route_file(b->arena, page->route));
}

static void make_pages(bench *b, const char *folder)
{
    mb_error error;
    mb_strings files = {0};
    uint32_t count = b->publication->pages.count;
    for (uint32_t i = 0; i < count; i++)
        mb_strings_push(b->arena, &files, mb_slice_of(file_of(b, i, "")));
    begin(b);
    check(mb_output_open(b->arena, folder, files, &b->output, &error), &error);
    count_as(b, FILES);
    for (uint32_t i = 0; i < count; i++)
        make_page(b, i);
    begin(b);
    check(mb_output_publish(&b->output, &error), &error);
    mb_output_close(&b->output);
    count_as(b, FILES);
}

static void write_floor(bench *b, const char *folder)
{
    mb_error error;
    for (uint32_t i = 0; i < b->publication->pages.count; i++) {
        const char *file = file_of(b, i, folder);
        begin(b);
        cmark_node *root = cmark_parse_document(b->markdown[i].data, b->markdown[i].size, CMARK_OPT_DEFAULT);
        char *html = cmark_render_html(root, CMARK_OPT_DEFAULT);
        cmark_node_free(root);
        count_as(b, FLOOR_CMARK);
        check(mb_file_write(file, mb_slice_of(html), &error), &error);
        count_as(b, FLOOR_FILES);
        free(html);
    }
}

/* As Hugo takes it: a title ahead of the text, which needs none of its own. */
static void write_markdown(bench *b, const char *folder)
{
    mb_error error;
    for (uint32_t i = 0; i < b->publication->pages.count; i++) {
        const mb_page *page = b->publication->pages.items[i];
        const char *name = page->route[1] ? page->route : "/home/";
        const char *file = mb_arena_printf(b->arena, "%s%.*s.md", folder, (int)strlen(name) - 1, name).data;
        mb_slice text = mb_arena_printf(b->arena, "---\ntitle: \"%s\"\n---\n%.*s", page->route, MB_ARG(b->markdown[i]));
        check(mb_file_write(file, text, &error), &error);
    }
}

/* The same site again, from what the first round kept. */
static void open_kept(bench *b, char **arguments)
{
    mb_snapshot *site;
    mb_error error;
    const char *caches = mb_arena_printf(b->arena, "%s/caches", arguments[3]).data;
    const mb_snapshot_options options = {.today = arguments[2], .jobs = 1, .cache = caches};
    if (!mb_is_folder(caches)) {
        check(mb_snapshot_read(arguments[1], &options, &site, &error), &error);
        mb_snapshot_free(site);
    }
    begin(b);
    check(mb_snapshot_read(arguments[1], &options, &site, &error), &error);
    mb_snapshot_free(site);
    count_as(b, KEPT);
}

/* Each round writes into folders of its own, for it is cheaper to leave a file as it is. */
static void run_round(bench *b, char **arguments, int round)
{
    mb_snapshot *site;
    mb_publication *publication;
    mb_error error;
    const mb_snapshot_options options = {.today = arguments[2], .jobs = 1, .cache = ""};
    for (part which = 0; which < PART_COUNT; which++)
        b->spent[which] = 0;
    for (uint32_t i = 0; i < b->kind_count; i++)
        b->kinds[i].spent = b->kinds[i].pages = 0;
    begin(b);
    check(mb_snapshot_read(arguments[1], &options, &site, &error), &error);
    count_as(b, READING);
    check(mb_publication_new(site, NULL, NULL, &publication, &error), &error);
    b->publication = publication;
    if (!b->markdown)
        b->markdown = mb_new_array(b->arena, mb_slice, publication->pages.count);
    count_as(b, LAYOUTS);
    make_pages(b, mb_arena_printf(b->arena, "%s/made/%d", arguments[3], round).data);
    write_floor(b, mb_arena_printf(b->arena, "%s/floor/%d", arguments[3], round).data);
    if (round == 0)
        write_markdown(b, mb_arena_printf(b->arena, "%s/markdown", arguments[3]).data);
    mb_publication_free(publication);
    begin(b);
    mb_snapshot_free(site);
    count_as(b, READING);
    open_kept(b, arguments);
    for (part which = 0; which < PART_COUNT; which++)
        if (round == 0 || b->spent[which] < b->best[which])
            b->best[which] = b->spent[which];
    for (uint32_t i = 0; i < b->kind_count; i++)
        if (round == 0 || b->kinds[i].spent < b->kinds[i].best)
            b->kinds[i].best = b->kinds[i].spent;
}

static int dearest_first(const void *a, const void *b)
{
    const kind *left = a, *right = b;
    return (left->best < right->best) - (left->best > right->best);
}

static void print_kinds(bench *b)
{
    qsort(b->kinds, b->kind_count, sizeof *b->kinds, dearest_first);
    printf("\n%-14s %8s %10s %10s\n", "Lua, by layout", "pages", "s", "ms a page");
    for (uint32_t i = 0; i < b->kind_count; i++) {
        const kind *its = &b->kinds[i];
        printf("%-14s %8u %10.3f %10.3f\n", its->layout, its->pages, its->best, 1000 * its->best / its->pages);
    }
}

static void print(const bench *b)
{
    double whole = 0, floor = b->best[FLOOR_CMARK] + b->best[FLOOR_FILES];
    for (part which = 0; which < FLOOR_CMARK; which++)
        whole += b->best[which];
    for (part which = 0; which < KEPT; which++)
        printf("%-14s %8.3f s %6.0f %% of %s\n", names[which], b->best[which],
               100 * b->best[which] / (which < FLOOR_CMARK ? whole : floor),
               which < FLOOR_CMARK ? "a build" : "the floor");
    double rest = whole - b->best[READING], kept = rest + b->best[KEPT];
    printf("A build takes %.3f s, %.2f times the floor of %.3f s; from kept readings, which take %.3f s, %.3f s, %.2f "
           "times; "
           "without reading %.2f times. Lua takes %.2f times the Markdown.\n",
           whole, whole / floor, floor, b->best[KEPT], kept, kept / floor, rest / floor,
           b->best[LAYOUTS] / b->best[MARKDOWN]);
}

int main(int argc, char **argv)
{
    bench b = {0};
    if (argc != 4) {
        fprintf(stderr, "pages_bench SITE DATE FOLDER\n");
        return 2;
    }
    if (mb_arena_new(MEMORY, &b.arena) || mb_arena_new(MB_MARKDOWN_MEMORY, &b.workspace) || mb_arena_guard(b.arena)) {
        fprintf(stderr, "pages_bench: memory ran out\n");
        return 1;
    }
    for (int round = 0; round < ROUNDS; round++)
        run_round(&b, argv, round);
    print(&b);
    print_kinds(&b);
    mb_arena_free(b.workspace);
    mb_arena_free(b.arena);
    return 0;
}
