/* reading.c: how long reading takes, how much memory, beside cmark's parser on the same bytes. Ends with 1 where a bar
 * isn't kept.
 *
 *     reading_bench PACK… */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/data.h"
#include "core/file.h"
#include "enlarge.h"
#include "held.h"
#include "reader/reader.h"

#define MB 1e6

/* In bytes; each is measured in a process of its own. */
static const size_t sizes[] = {200000, 1000000, 16000000, 64000000};
#define SIZE_COUNT (sizeof sizes / sizeof *sizes)

/* A size is read this often, or for this long. */
#define MOST_RUNS    25
#define FEWEST_RUNS  5
#define SECONDS_EACH 1.0

/* The bars: what may be held beyond the source, at most while it is read and when it is read, in its sizes; the time per
 * byte at the largest size in that at FROM. (measured with the example site's packs: 2.78, 2.03, 1.15.) */
#define MOST_AT_PEAK 2.95
#define MOST_KEPT    2.1
#define MOST_SLOWER  1.4
#define FROM         1

typedef struct figures {
    double reading, parsing; /* seconds */
    double peak, kept;       /* bytes beyond the source */
} figures;

_Noreturn static void stop(const char *message)
{
    fprintf(stderr, "reading_bench: %s\n", message);
    exit(1);
}

/* The processor's time, which other programs don't lengthen. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double time_reading(mb_dialects *dialects, mb_slice text)
{
    mb_reading reading;
    mb_error error;
    double start = now();
    if (mb_read_bytes(dialects, NULL, text, "bench.txt", &reading, &error))
        stop(error.message);
    double seconds = now() - start;
    mb_reading_free(&reading);
    return seconds;
}

/* The reader has its own copy of the source, which is no memory beyond it. */
static void weigh_reading(mb_dialects *dialects, mb_slice text, figures *found)
{
    mb_reading reading;
    mb_error error;
    size_t before = most_held = held;
    if (mb_read_bytes(dialects, NULL, text, "bench.txt", &reading, &error))
        stop(error.message);
    found->peak = (double)(most_held - before) - (double)text.size;
    found->kept = (double)(held - before) - (double)text.size;
    mb_reading_free(&reading);
}

static double time_parsing(mb_dialects *dialects, mb_slice text)
{
    (void)dialects;
    double start = now();
    cmark_node *document = cmark_parse_document(text.data, text.size, CMARK_OPT_DEFAULT);
    double seconds = now() - start;
    cmark_node_free(document);
    return seconds;
}

/* The fastest of many runs: the others met other programs. */
static double fastest(double (*measure)(mb_dialects *, mb_slice), mb_dialects *dialects, mb_slice text)
{
    double best = measure(dialects, text), spent = best;
    for (size_t count = 1; count < FEWEST_RUNS || (count < MOST_RUNS && spent < SECONDS_EACH); count++) {
        double seconds = measure(dialects, text);
        best = seconds < best ? seconds : best;
        spent += seconds;
    }
    return best;
}

static figures measure(mb_dialects *dialects, mb_slice text)
{
    figures found;
    weigh_reading(dialects, text, &found);
    found.reading = fastest(time_reading, dialects, text);
    found.parsing = fastest(time_parsing, dialects, text);
    return found;
}

/* Measures in a process of its own. */
static figures measure_apart(mb_dialects *dialects, mb_slice pack, size_t size)
{
    int ends[2];
    figures found;
    if (pipe(ends))
        stop("no pipe could be made");
    pid_t child = fork();
    if (child == 0) {
        char *text = malloc(size);
        if (!text)
            stop("memory ran out");
        enlarge(pack.data, pack.size, text, size);
        found = measure(dialects, (mb_slice){text, size});
        _exit(write(ends[1], &found, sizeof found) == sizeof found ? 0 : 1);
    }
    close(ends[1]);
    if (child < 0 || read(ends[0], &found, sizeof found) != sizeof found)
        stop("a measurement did not end");
    close(ends[0]);
    waitpid(child, NULL, 0);
    return found;
}

static void print_row(size_t size, figures found)
{
    double megabytes = (double)size / MB;
    printf("%8.1f %10.4f %8.1f %10.4f %8.1f %8.2f %8.2f %8.2f\n", megabytes, found.reading, megabytes / found.reading,
           found.parsing, megabytes / found.parsing, found.reading / found.parsing, found.peak / (double)size,
           found.kept / (double)size);
    fflush(stdout);
}

/* Says where a figure is above its bar. */
static bool is_within(const char *what, double figure, double most)
{
    if (figure > most)
        fprintf(stderr, "reading_bench: %s is %.2f, and may be %.2f\n", what, figure, most);
    return figure <= most;
}

static mb_slice read_packs(mb_arena *arena, char **paths)
{
    mb_slice all = {"", 0};
    mb_error error;
    for (; *paths; paths++) {
        mb_slice pack;
        if (mb_file_read(arena, *paths, MB_PACK_CEILING, &pack, &error))
            stop(error.message);
        all = mb_arena_printf(arena, "%.*s%.*s\n", MB_ARG(all), MB_ARG(pack));
    }
    return all;
}

int main(int argc, char **argv)
{
    mb_arena *arena;
    mb_dialects *dialects;
    mb_error error;
    if (argc < 2)
        stop("name the packs to read");
    if (mb_arena_new(MB_PACK_CEILING, &arena) || mb_arena_guard(arena))
        stop("memory ran out");
    const char *folder = mb_path_join(arena, mb_data_folder(arena), "dialects");
    if (mb_dialects_load(&folder, 1, &dialects, &error))
        stop(error.message);
    mb_slice pack = read_packs(arena, argv + 1);

    printf("%8s %10s %8s %10s %8s %8s %8s %8s\n", "MB", "reading s", "MB/s", "cmark s", "MB/s", "ratio", "x peak",
           "x kept");
    double per_byte[SIZE_COUNT];
    bool within = true;
    for (size_t i = 0; i < SIZE_COUNT; i++) {
        figures found = measure_apart(dialects, pack, sizes[i]);
        print_row(sizes[i], found);
        per_byte[i] = found.reading / (double)sizes[i];
        within &= is_within("the memory beyond the source at its peak", found.peak / (double)sizes[i], MOST_AT_PEAK);
        within &= is_within("the memory beyond the source that is kept", found.kept / (double)sizes[i], MOST_KEPT);
    }
    double slower = per_byte[SIZE_COUNT - 1] / per_byte[FROM];
    printf("Time per byte at %.0f MB is %.2f times that at %.0f MB. Memory is that beyond the source, in its sizes.\n",
           (double)sizes[SIZE_COUNT - 1] / MB, slower, (double)sizes[FROM] / MB);
    within &= is_within("the time per byte at the largest size, in that at a small one,", slower, MOST_SLOWER);
    mb_dialects_free(dialects);
    mb_arena_free(arena);
    return within ? 0 : 1;
}
