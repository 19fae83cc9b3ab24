/* cache.c: entries that prove that they are whole. */
#include "core/cache.h"

#include <stdlib.h>

#include "core/digest.h"
#include "core/file.h"

#define MARK "minutebook cache 1\n"
/* The digits of a digest and a line feed behind them. */
#define DIGEST_SIZE 65

static const char *folder_in(mb_arena *arena, const char *variable, const char *inside, const char *name)
{
    const char *home = getenv(variable);
    if (!home || home[0] != '/')
        return NULL;
    return mb_arena_printf(arena, "%s%s/minutebook/%s", home, inside, name).data;
}

const char *mb_cache_folder(mb_arena *arena, const char *name)
{
    const char *folder = folder_in(arena, "XDG_CACHE_HOME", "", name);
    return folder ? folder : folder_in(arena, "HOME", "/.cache", name);
}

static mb_slice digest_of(mb_arena *arena, const char *key, mb_slice content)
{
    mb_slice digests = mb_arena_printf(arena, "%s\n%s", key, mb_sha256_hex(arena, content).data);
    return mb_sha256_hex(arena, digests);
}

bool mb_cache_find(mb_arena *arena, const char *folder, const char *key, size_t limit, mb_slice *out)
{
    mb_slice mark = MB_TEXT(MARK), entry;
    const char *path = mb_path_join(arena, folder, key);
    if (mb_file_read(arena, path, limit + mark.size + DIGEST_SIZE, &entry, NULL) != 0 || !mb_slice_starts(entry, mark))
        return false;
    mb_slice digest = mb_slice_first(mb_slice_from(entry, mark.size), DIGEST_SIZE - 1);
    mb_slice content = mb_slice_from(entry, mark.size + DIGEST_SIZE);
    if (!mb_slice_equal(digest, digest_of(arena, key, content)))
        return false;
    *out = content;
    return true;
}

int mb_cache_keep(mb_arena *arena, const char *folder, const char *key, mb_slice content, mb_error *error)
{
    mb_slice head = mb_arena_printf(arena, MARK "%.*s\n", MB_ARG(digest_of(arena, key, content)));
    char *entry = mb_arena_alloc(arena, head.size + content.size + 1);
    memcpy(entry, head.data, head.size);
    if (content.size)
        memcpy(entry + head.size, content.data, content.size);
    return mb_file_replace(mb_path_join(arena, folder, key), (mb_slice){entry, head.size + content.size}, error);
}
