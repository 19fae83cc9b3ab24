/* shipped.c: the C door to what ships, and to the addresses that are made of texts. */
#include "core/data.h"
#include "core/file.h"
#include "core/unicode.h"
#include "doors/copy.h"

/* Paths, and a text with its slug. */
#define ROOM ((size_t)64 << 20)

/* The largest file that ships is a dialect. */
#define FILE_CEILING ((size_t)16 << 20)

/* A title is no book. */
#define SLUG_TEXT ((size_t)64 << 10)

typedef int maker(mb_arena *arena, mb_slice wanted, mb_slice *out, mb_error *error);

static int make_within(mb_arena *arena, maker *make, mb_slice wanted, mb_buffer *out, const char *doing,
                       mb_error *error)
{
    mb_slice made;
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), doing);
    int code = make(arena, wanted, &made, error);
    if (!code)
        mb_buffer_add(out, made);
    return code;
}

static int give(maker *make, mb_slice wanted, const char *doing, char **out, size_t *size, mb_error *error)
{
    mb_arena *arena;
    if (mb_arena_new(ROOM, &arena))
        return mb_fail_exhausted(error, MB_ENOMEM, doing);
    mb_buffer buffer = mb_buffer_make(FILE_CEILING);
    int code = make_within(arena, make, wanted, &buffer, doing, error);
    mb_arena_free(arena);
    if (code)
        mb_buffer_free(&buffer);
    return code ? code : mb_give_copy(&buffer, doing, out, size, error);
}

static int make_slug(mb_arena *arena, mb_slice wanted, mb_slice *out, mb_error *error)
{
    (void)error;
    *out = mb_slug(arena, wanted);
    return 0;
}

int mb_slug_of(const char *text, size_t text_size, char **out, size_t *size, mb_error *error)
{
    if (text_size > SLUG_TEXT)
        return mb_fail(error, MB_ELIMIT, "a text of %zu KiB makes no slug", text_size >> 10);
    return give(make_slug, (mb_slice){text, text_size}, "making a slug", out, size, error);
}

static int read_shipped(mb_arena *arena, mb_slice wanted, mb_slice *out, mb_error *error)
{
    const char *path = mb_path_join(arena, mb_data_folder(arena), wanted.data);
    return mb_file_read(arena, path, FILE_CEILING, out, error);
}

int mb_shipped_file(const char *path, char **out, size_t *size, mb_error *error)
{
    if (*path == '/' || strstr(path, ".."))
        return mb_fail(error, MB_EUSAGE, "'%s' is no path of what ships", path);
    return give(read_shipped, mb_slice_of(path), "reading what ships", out, size, error);
}
