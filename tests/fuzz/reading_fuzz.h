/* reading_fuzz.h: what the targets that read papers begin with. */
#ifndef MB_READING_FUZZ_H
#define MB_READING_FUZZ_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/data.h"
#include "core/file.h"
#include "reader/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static mb_dialects *dialects;

static void require(int condition, const char *expectation)
{
    if (condition)
        return;
    fprintf(stderr, "%s: %s\n", program_invocation_short_name, expectation);
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

#endif
