/* site.c: how long it takes to put the packs of a site together, beside how many they are.
 *
 *     site_bench [PACKS]      5,000 packs unless it says otherwise */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/data.h"
#include "core/file.h"
#include "generate.h"
#include "site/gist.h"
#include "site/site.h"

/* The site is put together this often; the fastest counts. */
#define RUNS 3

_Noreturn static void stop(const char *message)
{
    fprintf(stderr, "site_bench: %s\n", message);
    exit(1);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void read_pack(mb_dialects *dialects, uint32_t number, mb_reading *out)
{
    char *text = NULL, name[32];
    size_t size = 0;
    mb_error error;
    FILE *stream = open_memstream(&text, &size);
    if (!stream)
        stop("memory ran out");
    generate_pack(stream, number);
    fclose(stream);
    snprintf(name, sizeof name, "packs/%06u.txt", number);
    if (mb_read_bytes(dialects, NULL, (mb_slice){text, size}, name, out, &error) || mb_take_gist(out, &error))
        stop(error.message);
    free(text);
}

typedef struct figures {
    double seconds;
    size_t bytes;
    mb_site_record site;
} figures;

static figures assemble(const mb_reading *readings, uint32_t count)
{
    static const mb_site_config nothing_said = {0};
    mb_arena *arena;
    mb_error error;
    figures found = {.site.today = MB_TEXT("2030-01-01")};
    if (mb_arena_new((size_t)8 << 30, &arena) || mb_arena_guard(arena))
        stop("memory ran out");
    double start = now();
    if (mb_site_assemble(arena, &nothing_said, readings, count, &found.site, &error))
        stop(error.message);
    found.seconds = now() - start;
    found.bytes = mb_arena_size(arena);
    mb_arena_free(arena);
    return found;
}

static figures fastest(const mb_reading *readings, uint32_t count)
{
    figures best = assemble(readings, count);
    for (int run = 1; run < RUNS; run++) {
        figures next = assemble(readings, count);
        if (next.seconds < best.seconds)
            best = next;
    }
    return best;
}

int main(int argc, char **argv)
{
    uint32_t most = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 5000;
    mb_arena *paths;
    mb_dialects *dialects;
    mb_error error;
    if (mb_arena_new(1 << 20, &paths) || mb_arena_guard(paths))
        stop("memory ran out");
    const char *folder = mb_path_join(paths, mb_data_folder(paths), "dialects");
    if (mb_dialects_load(&folder, 1, &dialects, &error))
        stop(error.message);
    mb_reading *readings = calloc(most, sizeof *readings);
    if (!readings)
        stop("memory ran out");
    double start = now();
    for (uint32_t i = 0; i < most; i++)
        read_pack(dialects, i, &readings[i]);
    printf("reading %u packs: %.2f s\n", most, now() - start);

    printf("%8s %10s %12s %10s %10s %8s %10s\n", "packs", "seconds", "ms a pack", "MiB", "meetings", "people", "plan");
    for (uint32_t count = most / 8; count <= most; count *= 2) {
        figures found = fastest(readings, count);
        printf("%8u %10.3f %12.4f %10.1f %10u %8u %10u\n", count, found.seconds, found.seconds * 1000 / count,
               (double)found.bytes / (1 << 20), found.site.meetings.count, found.site.people.count,
               found.site.work_plan.count);
    }
    for (uint32_t i = 0; i < most; i++)
        mb_reading_free(&readings[i]);
    free(readings);
    mb_dialects_free(dialects);
    mb_arena_free(paths);
    return 0;
}
