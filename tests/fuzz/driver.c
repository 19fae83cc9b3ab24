/* driver.c: drives a fuzz target where libFuzzer isn't: every file of the corpus, then seeded mutations of them.
 *
 *     NAME [--seconds N] [--seed N] [--keep FILE] FILE_OR_FOLDER…
 *
 * Each input is put into FILE before the target sees it, so that what crashes or hangs is there to look at. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

/* Large enough for a whole small pack; a mutation is about a part of one, so that a minute sees thousands. */
#define LARGEST_INPUT ((size_t)1 << 20)
#define LARGEST_PART  ((size_t)4 << 10)
#define MOST_FILES    256

/* No input of this size takes a hundredth of it. */
#define SECONDS_FOR_ONE 20

typedef struct bytes {
    uint8_t *data;
    size_t size;
} bytes;

static bytes corpus[MOST_FILES];
static size_t corpus_size;

/* The input that the target is to see, with room for LARGEST_INPUT bytes; and where it is kept, or -1. */
static bytes input;
static int kept = -1;

_Noreturn static void stop(const char *what, const char *name)
{
    fprintf(stderr, "%s: %s%s%s\n", what, name, errno ? ": " : "", errno ? strerror(errno) : "");
    exit(2);
}

static void add_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        stop("can't be read", path);
    if (corpus_size == MOST_FILES)
        stop("one file too many", path);
    bytes *added = &corpus[corpus_size++];
    added->data = malloc(LARGEST_INPUT);
    added->size = added->data ? fread(added->data, 1, LARGEST_INPUT, file) : 0;
    fclose(file);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* A file, or every file of a folder by name, so that a seed means the same everywhere. */
static void add_to_corpus(const char *path)
{
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, by_name);
    if (count < 0) {
        add_file(path);
        return;
    }
    for (int i = 0; i < count; i++) {
        char name[4096];
        snprintf(name, sizeof name, "%s/%s", path, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.')
            add_file(name);
        free(entries[i]);
    }
    free(entries);
}

static void open_kept(const char *path)
{
    kept = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (kept < 0)
        stop("can't be written", path);
}

static void keep_input(void)
{
    if (kept >= 0 && (pwrite(kept, input.data, input.size, 0) < 0 || ftruncate(kept, (off_t)input.size)))
        stop("can't be written", "the input");
}

/* The target gets a copy of exactly the input's size, so that ASan sees a read beyond its end. */
static void try_input(void)
{
    uint8_t *copy = malloc(input.size ? input.size : 1);
    if (!copy)
        stop("memory ran out", "copying an input");
    memcpy(copy, input.data, input.size);
    keep_input();
    alarm(SECONDS_FOR_ONE);
    LLVMFuzzerTestOneInput(copy, input.size);
    alarm(0);
    free(copy);
}

/* xorshift64*: the same numbers on every machine. */
static uint64_t state;

static size_t below(size_t limit)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return limit ? (size_t)((state * UINT64_C(2685821657736338717)) >> 33) % limit : 0;
}

/* Puts `size` bytes in the place of `cut` bytes at `at`. */
static void replace(size_t at, size_t cut, const void *data, size_t size)
{
    if (input.size - cut + size >= LARGEST_INPUT)
        return;
    memmove(input.data + at + size, input.data + at + cut, input.size - at - cut);
    memcpy(input.data + at, data, size);
    input.size += size - cut;
}

/* Words at which a reader of papers turns, and bytes that no paper should hold. */
static const char *const words[] = {
    "\n",
    "\n\n",
    "\f",
    "\t",
    "\r",
    " ",
    "    ",
    "**",
    "|",
    "- ",
    "\xEF\xBB\xBF",
    "\xE2\x80\xA2 ",
    "\xC3",
    "\xF0\x9F",
    "\x80",
    "(a) ",
    "(Pages 5 - 18)",
    "99999999999999999999",
    "1. ",
    "- 7. ",
    "10.05 am",
    "31st February 2021",
    "AGENDA",
    "MINUTES OF THE MEETING",
    "Present:",
    "Apologies",
    "RESOLVED",
    "CARRIED",
    "TD",
    "TR",
    "Figure",
    "This page is intentionally left blank",
};

static void insert_word(void)
{
    const char *word = words[below(sizeof words / sizeof *words)];
    replace(below(input.size + 1), 0, word, strlen(word));
}

static void change_byte(void)
{
    if (input.size)
        input.data[below(input.size)] = (uint8_t)below(256);
}

static void cut_out(void)
{
    size_t at = below(input.size + 1);
    replace(at, below(input.size - at < 64 ? input.size - at + 1 : 64), "", 0);
}

/* Copies a piece of the corpus to somewhere in the input. */
static void graft(void)
{
    const bytes *from = &corpus[below(corpus_size)];
    size_t at = below(from->size + 1), size = below(from->size - at < 512 ? from->size - at + 1 : 512);
    replace(below(input.size + 1), 0, from->data + at, size);
}

/* Says a piece again, and again: depth and repetition. */
static void repeat(void)
{
    uint8_t piece[64];
    size_t at = below(input.size + 1);
    size_t size = below(input.size - at < sizeof piece ? input.size - at + 1 : sizeof piece);
    memcpy(piece, input.data + at, size);
    for (size_t times = below(100); times > 0; times--)
        replace(at, 0, piece, size);
}

static void (*const mutations[])(void) = {insert_word, change_byte, cut_out, graft, repeat};

static void take_part(const bytes *from)
{
    size_t at = below(from->size < LARGEST_PART ? 1 : from->size - LARGEST_PART);
    input.size = from->size - at < LARGEST_PART ? from->size - at : LARGEST_PART;
    memcpy(input.data, from->data + at, input.size);
}

static size_t mutate_for(long seconds)
{
    size_t count = 0;
    for (time_t end = time(NULL) + seconds; time(NULL) < end; count++) {
        take_part(&corpus[below(corpus_size)]);
        for (size_t times = 1 + below(8); times > 0; times--)
            mutations[below(sizeof mutations / sizeof *mutations)]();
        try_input();
    }
    return count;
}

int main(int argc, char **argv)
{
    static const struct option options[] = {{"seconds", required_argument, NULL, 's'},
                                            {"seed", required_argument, NULL, 'r'},
                                            {"keep", required_argument, NULL, 'k'},
                                            {NULL, 0, NULL, 0}};
    const char *keep = NULL;
    long seconds = 0;
    unsigned long seed = 1;
    for (int found; (found = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (found == 's')
            seconds = strtol(optarg, NULL, 10);
        else if (found == 'r')
            seed = strtoul(optarg, NULL, 10);
        else if (found == 'k')
            keep = optarg;
        else
            return 2;
    }
    for (int i = optind; i < argc; i++)
        add_to_corpus(argv[i]);
    if (corpus_size == 0)
        stop("there is no corpus", argv[0]);

    input.data = malloc(LARGEST_INPUT);
    if (!input.data)
        stop("memory ran out", "starting");
    if (keep)
        open_kept(keep);
    LLVMFuzzerInitialize(&argc, &argv);
    for (size_t i = 0; i < corpus_size; i++) {
        input.size = corpus[i].size;
        memcpy(input.data, corpus[i].data, input.size);
        try_input();
    }
    state = seed * UINT64_C(0x9E3779B97F4A7C15) | 1;
    size_t count = mutate_for(seconds);
    printf("%zu files and %zu mutations of them (seed %lu)\n", corpus_size, count, seed);

    if (keep)
        unlink(keep);
    free(input.data);
    for (size_t i = 0; i < corpus_size; i++)
        free(corpus[i].data);
    return 0;
}
