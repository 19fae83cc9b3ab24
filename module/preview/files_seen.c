/* files_seen.c: see files_seen.h. */
#include "preview/files_seen.h"

#include <dirent.h>
#include <limits.h>
#include <search.h>
#include <sha2.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/stamp.h"

typedef struct seen_file {
    char *path;
    mb_stamp stamp;
    char digest[SHA256_DIGEST_STRING_LENGTH]; /* empty for a large file */
    unsigned look;                            /* the last one that met it */
} seen_file;

struct files_seen {
    void *tree; /* seen_file, by path (tsearch) */
    unsigned look;
    void (*attend)(void *context, const char *folder);
    void *context;
    size_t changed;
    char first[PATH_MAX];
};

static int by_path(const void *a, const void *b)
{
    return strcmp(((const seen_file *)a)->path, ((const seen_file *)b)->path);
}

files_seen *files_seen_new(void)
{
    return calloc(1, sizeof(files_seen));
}

static void free_file(void *file)
{
    free(((seen_file *)file)->path);
    free(file);
}

void files_seen_free(files_seen *seen)
{
    if (seen)
        tdestroy(seen->tree, free_file);
    free(seen);
}

static void count_change(files_seen *seen, const char *path)
{
    if (seen->changed++ == 0 || strcmp(path, seen->first) < 0)
        snprintf(seen->first, sizeof seen->first, "%s", path);
}

static void take_digest(const seen_file *file, char digest[SHA256_DIGEST_STRING_LENGTH])
{
    if (file->stamp.size > FILES_LARGEST || !SHA256File(file->path, digest))
        digest[0] = '\0';
}

static bool is_same_time(struct timespec a, struct timespec b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static void look_at_known(files_seen *seen, seen_file *file, const struct stat *status)
{
    if (file->look == seen->look)
        return;
    file->look = seen->look;
    const mb_stamp before = file->stamp;
    char digest[SHA256_DIGEST_STRING_LENGTH] = "";
    file->stamp = mb_stamp_from(status);
    if (mb_stamps_equal(&before, &file->stamp))
        return;
    take_digest(file, digest);
    bool is_same = before.size == file->stamp.size && strcmp(file->digest, digest) == 0 &&
                   (file->stamp.size <= FILES_LARGEST || is_same_time(before.written, file->stamp.written));
    if (!is_same)
        count_change(seen, file->path);
    memcpy(file->digest, digest, sizeof file->digest);
}

static void look_at_new(files_seen *seen, const char *path, const struct stat *status)
{
    seen_file *file = calloc(1, sizeof *file);
    if (!file || !(file->path = strdup(path)) || !tsearch(file, &seen->tree, by_path)) {
        if (file)
            free_file(file);
        return;
    }
    file->look = seen->look;
    file->stamp = mb_stamp_from(status);
    take_digest(file, file->digest);
    count_change(seen, path);
}

static void look_at_file(files_seen *seen, char *path, const struct stat *status)
{
    const seen_file key = {.path = path};
    void *found = tfind(&key, &seen->tree, by_path);
    if (found)
        look_at_known(seen, *(seen_file **)found, status);
    else
        look_at_new(seen, path, status);
}

static bool is_source(const char *name)
{
    return name[0] != '.' && strcmp(name, "node_modules") != 0;
}

/* What a build wrote has its manifest in it, and is no source. */
static bool is_published(const char *folder)
{
    char manifest[PATH_MAX];
    return snprintf(manifest, sizeof manifest, "%s/.minutebook", folder) < (int)sizeof manifest &&
           access(manifest, F_OK) == 0;
}

static void look_into(files_seen *seen, const char *folder, int depth)
{
    DIR *listing = is_published(folder) ? NULL : opendir(folder);
    if (!listing)
        return;
    seen->attend(seen->context, folder);
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
        char path[PATH_MAX];
        struct stat status;
        if (!is_source(entry->d_name) ||
            snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) >= (int)sizeof path || stat(path, &status) != 0)
            continue;
        if (S_ISREG(status.st_mode))
            look_at_file(seen, path, &status);
        else if (S_ISDIR(status.st_mode) && depth < FILES_DEEPEST)
            look_into(seen, path, depth + 1);
    }
    closedir(listing);
}

/* Those that the look didn't meet. */
typedef struct gone_files {
    unsigned look;
    seen_file **files;
    size_t count, capacity;
} gone_files;

static void collect_gone(const void *node, VISIT visit, void *context)
{
    gone_files *gone = context;
    seen_file *file = *(seen_file *const *)node;
    if ((visit != postorder && visit != leaf) || file->look == gone->look)
        return;
    if (gone->count == gone->capacity) {
        size_t capacity = gone->capacity ? 2 * gone->capacity : 64;
        seen_file **larger = realloc(gone->files, capacity * sizeof *larger);
        if (!larger)
            return;
        gone->files = larger;
        gone->capacity = capacity;
    }
    gone->files[gone->count++] = file;
}

static void forget_gone(files_seen *seen)
{
    gone_files gone = {.look = seen->look};
    twalk_r(seen->tree, collect_gone, &gone);
    for (size_t i = 0; i < gone.count; i++) {
        count_change(seen, gone.files[i]->path);
        tdelete(gone.files[i], &seen->tree, by_path);
        free_file(gone.files[i]);
    }
    free(gone.files);
}

size_t files_look(files_seen *seen, const char *const *folders, size_t count,
                  void (*attend)(void *context, const char *folder), void *context, const char **first)
{
    seen->look++;
    seen->attend = attend;
    seen->context = context;
    seen->changed = 0;
    for (size_t i = 0; i < count; i++)
        look_into(seen, folders[i], 0);
    forget_gone(seen);
    *first = seen->first;
    return seen->changed;
}
