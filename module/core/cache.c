/* cache.c: entries that prove that they are whole. */
#include "core/cache.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/digest.h"
#include "core/file.h"

#define MARK "minutebook cache 1\n"
/* The digits of a digest and a line feed behind them. */
#define DIGEST_SIZE 65

/* Seconds: whether an entry is in use is told once a day, since telling it writes to the disk. */
#define TOLD_EACH (24 * 60 * 60)

static const char *folder_in(mb_arena *arena, const char *variable, const char *inside, const char *name)
{
    const char *home = getenv(variable);
    if (!home || home[0] != '/')
        return NULL;
    return mb_arena_printf(arena, "%s%s/minutebook/%s", home, inside, name).data;
}

const char *mb_cache_folder(mb_arena *arena, const char *cache, const char *name)
{
    if (cache)
        return *cache ? mb_path_join(arena, cache, name) : NULL;
    const char *folder = folder_in(arena, "XDG_CACHE_HOME", "", name);
    return folder ? folder : folder_in(arena, "HOME", "/.cache", name);
}

static mb_slice digest_of(mb_arena *arena, const char *key, mb_slice content)
{
    mb_slice digests = mb_arena_printf(arena, "%s\n%s", key, mb_sha256_hex(arena, content).data);
    return mb_sha256_hex(arena, digests);
}

/* A file that can't be marked only looks older than it is. */
static void mark_as_used(const char *path)
{
    struct stat status;
    if (stat(path, &status) == 0 && time(NULL) - status.st_mtime > TOLD_EACH)
        utimensat(AT_FDCWD, path, NULL, 0);
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
    mark_as_used(path);
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

typedef struct entry {
    const char *path;
    uint64_t size;
    struct timespec used;
} entry;

static int by_use(const void *a, const void *b)
{
    const entry *left = a, *right = b;
    if (left->used.tv_sec != right->used.tv_sec)
        return left->used.tv_sec < right->used.tv_sec ? -1 : 1;
    return (left->used.tv_nsec > right->used.tv_nsec) - (left->used.tv_nsec < right->used.tv_nsec);
}

/* An entry that a build left half written has more behind the digest. */
static bool begins_with_digest(mb_slice name)
{
    for (size_t i = 0; i < DIGEST_SIZE - 1; i++)
        if (i >= name.size || !isxdigit((unsigned char)name.data[i]))
            return false;
    return true;
}

void mb_cache_trim(mb_arena *scratch, const char *folder, uint64_t most)
{
    mb_strings names = {0};
    if (mb_folder_list(scratch, folder, "*", &names, NULL) != 0)
        return;
    entry *entries = mb_new_array(scratch, entry, names.count ? names.count : 1);
    uint64_t all = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < names.count; i++) {
        const char *path = mb_path_join(scratch, folder, names.items[i].data);
        struct stat status;
        if (!begins_with_digest(names.items[i]) || stat(path, &status) != 0)
            continue;
        entries[count++] = (entry){path, (uint64_t)status.st_size, status.st_mtim};
        all += (uint64_t)status.st_size;
    }
    if (all <= most)
        return;
    qsort(entries, count, sizeof *entries, by_use);
    for (uint32_t i = 0; i < count && all > most / 4 * 3; i++)
        if (unlink(entries[i].path) == 0)
            all -= entries[i].size;
}
