/* output.c: see output.h. */
#include "publish/output.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/buffer.h"
#include "core/file.h"

#define MANIFEST ".minutebook"
/* 100,000 names. */
#define MANIFEST_CEILING ((size_t)64 << 20)

/* Folders that are open at once while a tree is removed. */
#define OPEN_FOLDERS 16

/* Makes a folder and those that it stands in; `path` is absolute. */
static int make_folder(mb_arena *arena, const char *path, mb_error *error)
{
    char *changeable = (char *)(uintptr_t)mb_arena_copy(arena, mb_slice_of(path)).data;
    for (char *slash = strchr(changeable + 1, '/');; slash = strchr(slash + 1, '/')) {
        if (slash)
            *slash = '\0';
        if (mkdir(changeable, 0777) != 0 && errno != EEXIST)
            return mb_fail_errno(error, changeable, "can't be made");
        if (!slash)
            break;
        *slash = '/';
    }
    if (mb_is_folder(path))
        return 0;
    errno = ENOTDIR;
    return mb_fail_errno(error, path, "can't be made");
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    return walk->level > 0 ? remove(path) : 0;
}

static int empty_folder(const char *path, mb_error *error)
{
    if (nftw(path, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) != 0)
        return mb_fail_errno(error, path, "can't be emptied");
    return 0;
}

/* What a page's own route, or an asset's name, can be; so no manifest, however changed, makes a build touch a file
 * outside its folder. */
static bool is_inside(mb_slice path)
{
    if (path.size == 0 || path.data[0] == '/')
        return false;
    for (size_t at = 0; at < path.size;) {
        size_t end = mb_slice_find(path, MB_TEXT("/"), at);
        if (end == SIZE_MAX)
            end = path.size;
        mb_slice part = {path.data + at, end - at};
        if (part.size == 0 || mb_slice_equal(part, MB_TEXT(".")) || mb_slice_equal(part, MB_TEXT("..")))
            return false;
        at = end + 1;
    }
    return true;
}

static int by_bytes(const void *a, const void *b)
{
    return mb_slice_compare(*(const mb_slice *)a, *(const mb_slice *)b);
}

static bool contains(const mb_strings *sorted, mb_slice path)
{
    return sorted->count > 0 && bsearch(&path, sorted->items, sorted->count, sizeof *sorted->items, by_bytes);
}

static int read_manifest(mb_output *output, mb_error *error)
{
    const char *file = mb_path_join(output->arena, output->folder, MANIFEST);
    if (!mb_is_file(file))
        return 0;
    mb_slice text;
    int code = mb_file_read(output->arena, file, MANIFEST_CEILING, &text, error);
    for (size_t at = 0; !code && at < text.size;) {
        size_t end = mb_slice_find(text, MB_TEXT("\n"), at);
        if (end == SIZE_MAX)
            end = text.size;
        mb_slice path = {text.data + at, end - at};
        if (is_inside(path))
            mb_strings_push(output->arena, &output->earlier, path);
        at = end + 1;
    }
    if (output->earlier.count > 1)
        qsort(output->earlier.items, output->earlier.count, sizeof *output->earlier.items, by_bytes);
    return code;
}

/* Where the folder is, absolutely; it need not exist. */
static const char *absolute(mb_arena *arena, const char *to)
{
    char *here = realpath(to, NULL);
    if (here) {
        const char *copy = mb_arena_copy(arena, mb_slice_of(here)).data;
        free(here);
        return copy;
    }
    here = getcwd(NULL, 0);
    mb_slice path = mb_slice_of(mb_path_join(arena, here ? here : "/", to));
    free(here);
    while (path.size > 1 && path.data[path.size - 1] == '/')
        path.size--;
    return mb_arena_copy(arena, path).data;
}

static int take_lock(mb_output *output, mb_error *error)
{
    output->lock = open(output->workshop, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (output->lock < 0)
        return mb_fail_errno(error, output->workshop, "can't be opened");
    if (flock(output->lock, LOCK_EX | LOCK_NB) == 0)
        return 0;
    mb_fail_at(error, MB_EIO, (mb_where){output->folder, 0, 0}, "another build is publishing into it");
    mb_advise(error, "wait until it is done");
    return MB_EIO;
}

int mb_output_open(mb_arena *arena, const char *to, mb_output *out, mb_error *error)
{
    *out = (mb_output){.arena = arena, .folder = absolute(arena, to), .lock = -1};
    if (mb_is_file(mb_path_join(arena, out->folder, "site.yaml"))) {
        mb_fail_at(error, MB_EUSAGE, (mb_where){out->folder, 0, 0},
                   "this is a site's own folder: nothing is published into it");
        mb_advise(error, "choose another one with --to");
        return MB_EUSAGE;
    }
    const char *name = strrchr(out->folder, '/');
    mb_slice parent = mb_slice_between(out->folder, name);
    out->workshop = mb_arena_printf(arena, "%.*s/.%s.minutebook", MB_ARG(parent), name + 1).data;

    int code = make_folder(arena, out->folder, error);
    if (!code)
        code = make_folder(arena, out->workshop, error);
    if (!code)
        code = take_lock(out, error);
    if (!code)
        code = empty_folder(out->workshop, error);
    if (!code)
        code = read_manifest(out, error);
    if (code)
        mb_output_close(out);
    return code;
}

void mb_output_close(mb_output *output)
{
    if (output->lock < 0)
        return;
    empty_folder(output->workshop, NULL);
    rmdir(output->workshop);
    close(output->lock);
    output->lock = -1;
}

static bool has_content(const char *file, mb_slice content)
{
    struct stat status;
    int open_file = open(file, O_RDONLY | O_CLOEXEC);
    if (open_file < 0)
        return false;
    bool same = fstat(open_file, &status) == 0 && S_ISREG(status.st_mode) && (size_t)status.st_size == content.size;
    char piece[1 << 16];
    for (size_t at = 0; same && at < content.size;) {
        ssize_t size = read(open_file, piece, sizeof piece);
        same = size > 0 && (size_t)size <= content.size - at && memcmp(piece, content.data + at, (size_t)size) == 0;
        at += size > 0 ? (size_t)size : 0;
    }
    close(open_file);
    return same;
}

int mb_output_add(mb_output *output, mb_arena *arena, const char *path, mb_slice content, mb_error *error)
{
    const char *published = mb_path_join(arena, output->folder, path);
    if (has_content(published, content)) {
        atomic_fetch_add(&output->unchanged, 1);
        return 0;
    }
    struct stat status;
    if (lstat(published, &status) == 0 && !contains(&output->earlier, mb_slice_of(path))) {
        mb_fail_at(error, MB_EIO, (mb_where){published, 0, 0}, "is in the way: it doesn't come from an earlier build");
        mb_advise(error, "move it away, or choose another folder with --to");
        return MB_EIO;
    }
    int code = mb_file_write(mb_path_join(arena, output->workshop, path), content, error);
    if (!code)
        atomic_fetch_add(&output->written, 1);
    return code;
}

/* Folders first: what can fail, fails before the first file of the published site is replaced. */
static int make_folders(mb_output *output, const mb_strings *paths, mb_error *error)
{
    mb_slice before = MB_TEXT("");
    for (uint32_t i = 0; i < paths->count; i++) {
        const char *path = paths->items[i].data, *slash = strrchr(path, '/');
        mb_slice parent = slash ? mb_slice_between(path, slash) : MB_TEXT("");
        if (mb_slice_equal(parent, before))
            continue;
        before = parent;
        const char *folder = mb_path_join(output->arena, output->folder, mb_arena_copy(output->arena, parent).data);
        int code = make_folder(output->arena, folder, error);
        if (code)
            return code;
    }
    return 0;
}

static int write_manifest(mb_output *output, const mb_strings *paths, const mb_strings *more, mb_error *error)
{
    mb_buffer text = mb_buffer_make(MANIFEST_CEILING);
    for (uint32_t i = 0; i < paths->count; i++) {
        mb_buffer_add(&text, paths->items[i]);
        mb_buffer_char(&text, '\n');
    }
    for (uint32_t i = 0; more && i < more->count; i++) {
        if (contains(paths, more->items[i]))
            continue;
        mb_buffer_add(&text, more->items[i]);
        mb_buffer_char(&text, '\n');
    }
    const char *made = mb_path_join(output->arena, output->workshop, MANIFEST);
    const char *published = mb_path_join(output->arena, output->folder, MANIFEST);
    int code = text.failed ? mb_fail_exhausted(error, text.failed, "listing the files of the site") : 0;
    if (!code && !has_content(published, mb_buffer_slice(&text))) {
        code = mb_file_write(made, mb_buffer_slice(&text), error);
        if (!code && rename(made, published) != 0)
            code = mb_fail_errno(error, published, "can't be replaced");
    }
    mb_buffer_free(&text);
    return code;
}

static int put_into_place(mb_output *output, const mb_strings *paths, mb_error *error)
{
    for (uint32_t i = 0; i < paths->count; i++) {
        const char *made = mb_path_join(output->arena, output->workshop, paths->items[i].data);
        const char *published = mb_path_join(output->arena, output->folder, paths->items[i].data);
        if (rename(made, published) != 0 && errno != ENOENT)
            return mb_fail_errno(error, published, "can't be replaced");
    }
    return 0;
}

/* Takes a file away, and the folders that are empty without it. */
static void remove_file(const mb_output *output, const char *path)
{
    char *file = (char *)(uintptr_t)mb_path_join(output->arena, output->folder, path);
    size_t top = strlen(output->folder);
    if (unlink(file) != 0)
        return;
    for (char *slash = strrchr(file, '/'); slash && (size_t)(slash - file) > top; slash = strrchr(file, '/')) {
        *slash = '\0';
        if (rmdir(file) != 0)
            return;
    }
}

int mb_output_publish(mb_output *output, const mb_strings *paths, mb_error *error)
{
    int code = make_folders(output, paths, error);
    if (!code)
        code = write_manifest(output, paths, &output->earlier, error);
    if (!code)
        code = put_into_place(output, paths, error);
    if (code)
        return code;
    for (uint32_t i = 0; i < output->earlier.count; i++) {
        mb_slice path = output->earlier.items[i];
        if (contains(paths, path))
            continue;
        remove_file(output, mb_arena_copy(output->arena, path).data);
        output->removed++;
    }
    return write_manifest(output, paths, NULL, error);
}
