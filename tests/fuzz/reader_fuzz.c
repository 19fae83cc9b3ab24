/* reader_fuzz.c: no text makes the reader or the JSON writer fail, and what they write is UTF-8. */
#include <stdio.h>
#include <stdlib.h>

#include "core/arena.h"
#include "core/data.h"
#include "core/file.h"
#include "core/unicode.h"
#include "model/json.h"
#include "reader/reader.h"

/* Far more than the JSON of any input of the driver or of libFuzzer. */
#define JSON_CEILING ((size_t)1 << 30)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static mb_dialects *dialects;

static void require(int condition, const char *expectation)
{
    if (condition)
        return;
    fprintf(stderr, "reader_fuzz: %s\n", expectation);
    abort();
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    mb_arena *arena;
    mb_error error;
    require(mb_arena_new((size_t)1 << 16, &arena) == 0, "an arena can be made");
    require(mb_arena_guard(arena) == 0, "the arena holds a path");
    const char *folder = mb_path_join(arena, mb_data_folder(arena), "dialects");
    require(mb_dialects_load(&folder, 1, &dialects, &error) == 0, "the shipped dialects load");
    mb_arena_free(arena);
    return 0;
}

/* The size says by which dialect, so that a file of the corpus is a text and nothing else. */
static const char *dialect_for(size_t size)
{
    static const char *const names[] = {NULL, "uk", "bathnes"};
    return names[size % (sizeof names / sizeof *names)];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    mb_slice text = {size ? (const char *)data : "", size};
    mb_reading reading = {0};
    mb_error error;
    mb_reading_options how = {.dialect = dialect_for(size)};
    require(mb_read_bytes(dialects, &how, text, "fuzz.txt", &reading, &error) == 0, "any text is read");

    mb_buffer json = mb_buffer_make(JSON_CEILING);
    require(mb_json_write(mb_type_of(pack), reading.pack, &json) == 0, "any model is written");
    require(mb_utf8_invalid(mb_buffer_slice(&json)) == SIZE_MAX, "the JSON is UTF-8");
    mb_buffer_free(&json);
    mb_reading_free(&reading);
    return 0;
}
