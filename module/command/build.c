/* build.c: `minutebook build`: publishes a site. */
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "command.h"
#include "event.h"
#include "message.h"
#include "operand.h"
#include "usage.h"

enum { TO, JOBS, DATE, JSON, CACHE, KEEP_GOING };

#define MOST_JOBS 256

/* How the build is told about: a bar on a terminal, events for a program, else only the end. */
typedef struct mb_teller {
    bool bar, json;
    int shown; /* per cent, so that a site of 10,000 pages writes 100 times */
} mb_teller;

static void draw_bar(size_t done, size_t total)
{
    enum { WIDTH = 30 };
    char bar[WIDTH + 1];
    size_t filled = total ? WIDTH * done / total : WIDTH;
    memset(bar, '.', WIDTH);
    memset(bar, '#', filled);
    bar[WIDTH] = '\0';
    fprintf(stderr, "\r[%s] %zu of %zu files", bar, done, total);
}

static int tell_progress(void *context, size_t done, size_t total)
{
    mb_teller *teller = context;
    int now = total ? (int)(100 * done / total) : 100;
    if (now == teller->shown)
        return 0;
    teller->shown = now;
    if (teller->json)
        event_progress(done, total);
    else if (teller->bar)
        draw_bar(done, total);
    return 0;
}

static void tell_end(const mb_teller *teller, const mb_build_result *result, const char *where, double seconds)
{
    if (teller->bar)
        fputs("\r\033[K", stderr);
    if (teller->json) {
        event_built(result);
        return;
    }
    print_count(result->pages, "page", " in ");
    printf("%.2f s: ", seconds);
    print_count(result->written, "file", " written, ");
    printf("%zu unchanged, %zu removed\n", result->unchanged, result->removed);
    if (result->failed > 0) {
        print_count(result->failed, "page", " could not be made, and ");
        puts(result->failed == 1 ? "is as an earlier build left it" : "are as an earlier build left them");
    }
    printf("published in %s\n", where);
}

/* What a person should look at is only counted here: `minutebook check` says it, with its lines. */
static void count_findings(const mb_site *site, const char *folder)
{
    size_t of[MB_ERROR + 1] = {0};
    const mb_finding *finding;
    for (size_t i = 0; (finding = mb_site_finding(site, i)); i++)
        of[finding->severity]++;
    if (of[MB_ERROR] + of[MB_WARNING] == 0)
        return;
    fputs("the papers have ", stdout);
    print_count(of[MB_ERROR], "error", " and ");
    print_count(of[MB_WARNING], "warning", "");
    printf(": see `minutebook check %s`\n", folder);
}

static double seconds_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* 1 to MOST_JOBS, or -1. */
static int parse_jobs(const char *text)
{
    char *end;
    errno = 0;
    long jobs = strtol(text, &end, 10);
    return errno || *end || end == text || jobs < 1 || jobs > MOST_JOBS ? -1 : (int)jobs;
}

static void tell_failure(void *context, const mb_error *error)
{
    const mb_teller *teller = context;
    if (teller->bar)
        fputs("\r\033[K", stderr);
    if (teller->json)
        event_failed(error);
    else
        report_error(error);
}

static int build(mb_site *site, const mb_arguments *given, unsigned jobs, mb_teller *teller)
{
    mb_build_options options = MB_BUILD_OPTIONS;
    mb_build_result result = {0};
    mb_error error = {0};
    double start = seconds_now();

    options.to = given->values[TO];
    options.jobs = jobs;
    options.progress = tell_progress;
    options.problem = tell_failure;
    options.context = teller;
    options.keep_going = given->values[KEEP_GOING] != NULL;
    int code = mb_site_build(site, &options, &result, &error) ? error_exit_code(&error) : DONE;
    if (code && !result.failed)
        return code;
    const char *to = given->values[TO];
    char usual[4096];
    snprintf(usual, sizeof usual, "%s/_site", given->operands[0]);
    tell_end(teller, &result, to ? to : usual, seconds_now() - start);
    if (!teller->json)
        count_findings(site, given->operands[0]);
    int written = finish_output();
    return code ? code : written;
}

static int run(const mb_arguments *given)
{
    int jobs = given->values[JOBS] ? parse_jobs(given->values[JOBS]) : 0;
    if (jobs < 0)
        return wrong_use(&build_command, "'%s' is no number of threads from 1 to %d", given->values[JOBS], MOST_JOBS);

    mb_site_options options = MB_SITE_OPTIONS;
    mb_site *site;
    mb_error error = {0};
    options.today = given->values[DATE];
    options.cache = given->values[CACHE];
    options.jobs = (unsigned)jobs;
    mb_teller teller = {isatty(STDERR_FILENO) && !given->values[JSON], given->values[JSON] != NULL, -1};
    options.problem = tell_failure;
    options.context = &teller;
    if (mb_site_open(given->operands[0], &options, &site, &error))
        return error_exit_code(&error);
    int code = build(site, given, (unsigned)jobs, &teller);
    mb_site_close(site);
    return code;
}

const mb_command build_command = {
    .name = "build",
    .operands = "SITE",
    .summary = "publish a site: every page, as HTML",
    .description = "Reads the packs of the site in the folder SITE and publishes it. When a page can't be made, the\n"
                   "published site stays as it was, unless you say --keep-going. What isn't from an earlier build is\n"
                   "never touched.",
    .fewest = 1,
    .most = 1,
    .options =
        {
            [TO] = {"to", "DIR", "publish into this folder, not into SITE/_site"},
            [JOBS] = {"jobs", "N", "make pages on so many threads, not on all processors"},
            [DATE] = {"date", "DAY", "make the site for this day (2025-11-04), not for today"},
            [JSON] = {"json", NULL, "tell what happens as events, a line of JSON each"},
            [KEEP_GOING] = {"keep-going", NULL, "publish the other pages where one can't be made; still exits with 1"},
            [CACHE] = CACHE_OPTION,
        },
    .run = run,
};
