/* shipped.c: the C door to what ships, and to the addresses that are made of texts. */
#include "core/data.h"
#include "core/file.h"
#include "core/unicode.h"
#include "doors/copy.h"

/* A path, and what stands there. */
#define ROOM ((size_t)64 << 20)

/* The largest file that ships is a dialect. */
#define FILE_CEILING ((size_t)16 << 20)

static int read_shipped(mb_arena *arena, const char *path, mb_buffer *out, mb_error *error)
{
    mb_slice text;
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "reading what ships");
    int code = mb_file_read(arena, mb_path_join(arena, mb_data_folder(arena), path), FILE_CEILING, &text, error);
    if (!code)
        mb_buffer_add(out, text);
    return code;
}

int mb_shipped_file(const char *path, char **out, size_t *size, mb_error *error)
{
    mb_arena *arena;
    if (*path == '/' || strstr(path, ".."))
        return mb_fail(error, MB_EUSAGE, "'%s' is no path of what ships", path);
    if (mb_arena_new(ROOM, &arena))
        return mb_fail_exhausted(error, MB_ENOMEM, "reading what ships");
    mb_buffer text = mb_buffer_make(FILE_CEILING);
    int code = read_shipped(arena, path, &text, error);
    mb_arena_free(arena);
    if (code)
        mb_buffer_free(&text);
    return code ? code : mb_give_copy(&text, "reading what ships", out, size, error);
}

int mb_slug_of(const char *text, size_t text_size, char **out, size_t *size, mb_error *error)
{
    static const char doing[] = "making a slug";
    if (text_size > MB_SLUG_TEXT)
        return mb_fail(error, MB_ELIMIT, "a text of %zu KiB makes no slug", text_size >> 10);
    mb_buffer slug = mb_buffer_make(FILE_CEILING);
    int code = mb_write_slug((mb_slice){text, text_size}, &slug);
    if (!code)
        return mb_give_copy(&slug, doing, out, size, error);
    mb_buffer_free(&slug);
    return mb_fail_exhausted(error, code, doing);
}
