/* bench.c FILE…: our way from Markdown to HTML beside cmark's own on the same bytes, in milliseconds of work a page,
 * the best of several rounds. */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/file.h"
#include "markdown/markdown.h"

#define ROUNDS 15

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void by_cmark(mb_slice text)
{
    cmark_node *root = cmark_parse_document(text.data, text.size, CMARK_OPT_DEFAULT);
    char *html = cmark_render_html(root, CMARK_OPT_DEFAULT);
    free(html);
    cmark_node_free(root);
}

static mb_arena *workspace;
static mb_buffer html;

static void by_us(mb_slice text, mb_markdown_options options)
{
    options.workspace = workspace;
    mb_buffer_clear(&html);
    mb_markdown_to_html(text, &options, "bench.md", &html, NULL);
}
static void plain(mb_slice text)
{
    by_us(text, (mb_markdown_options){0});
}
static void with_additions(mb_slice text)
{
    by_us(text, (mb_markdown_options){.additions = true});
}

static void (*const ways[])(mb_slice text) = {by_cmark, plain, with_additions};
#define WAY_COUNT (sizeof ways / sizeof *ways)

/* The three take turns, so that a busy machine is slow for all; small pages are made many times a turn, so that the
 * clock can tell. */
static void measure(mb_slice text, double best[WAY_COUNT])
{
    int times = 1 + (int)(2000000 / (text.size + 1));
    for (int round = 0; round < ROUNDS; round++)
        for (size_t way = 0; way < WAY_COUNT; way++) {
            double start = now();
            for (int i = 0; i < times; i++)
                ways[way](text);
            double taken = (now() - start) / times;
            if (round == 0 || taken < best[way])
                best[way] = taken;
        }
}

int main(int count, char **files)
{
    mb_arena *arena;
    if (mb_arena_new((size_t)1 << 30, &arena) || mb_arena_new(MB_MARKDOWN_MEMORY, &workspace) || mb_arena_guard(arena))
        return 1;
    html = mb_buffer_make((size_t)1 << 30);
    printf("%-32s %9s %9s %9s %9s\n", "", "bytes", "cmark ms", "plain", "additions");
    for (int i = 1; i < count; i++) {
        mb_slice text;
        mb_error error;
        if (mb_file_read(arena, files[i], (size_t)64 << 20, &text, &error)) {
            fprintf(stderr, "%s\n", error.message);
            return 1;
        }
        double best[WAY_COUNT] = {0};
        measure(text, best);
        printf("%-32s %9zu %9.3f  x %.2f    x %.2f\n", files[i], text.size, best[0], best[1] / best[0],
               best[2] / best[0]);
    }
    mb_buffer_free(&html);
    mb_arena_free(workspace);
    mb_arena_free(arena);
    return 0;
}
