/* output.c: see output.h. */
#include "publish/output.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
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

/* A path's room on the stack: threads add files, and the arena belongs to one. */
typedef char path_room[PATH_MAX];

static void join(path_room out, const char *folder, mb_slice name)
{
    snprintf(out, PATH_MAX, "%s/%.*s", folder, MB_ARG(name));
}

/* Makes a folder and those that it stands in; `path` (changed while this works, restored after) is absolute. */
static int make_folder(char *path, mb_error *error)
{
    if (mkdir(path, 0777) == 0 || (errno == EEXIST && mb_is_folder(path)))
        return 0;
    char *slash = strrchr(path, '/');
    if (errno != ENOENT || slash == path)
        return mb_fail_errno(error, path, "can't be made");
    *slash = '\0';
    int code = make_folder(path, error);
    *slash = '/';
    if (code || mkdir(path, 0777) == 0)
        return code;
    return mb_fail_errno(error, path, "can't be made");
}

static int make_named_folder(const char *path, mb_error *error)
{
    path_room changeable;
    join(changeable, "", mb_slice_of(path + 1));
    return make_folder(changeable, error);
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
    mb_strings_sort(&output->earlier);
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

/* Every path fits into a path_room. */
static int check_lengths(const mb_output *output, mb_error *error)
{
    size_t room = PATH_MAX - sizeof "/4294967295.minutebook", folder = strlen(output->workshop);
    for (uint32_t i = 0; i < output->files.count; i++) {
        if (folder + output->files.items[i].size < room)
            continue;
        errno = ENAMETOOLONG;
        return mb_fail_errno(error, output->files.items[i].data, "can't be published");
    }
    return 0;
}

int mb_output_open(mb_arena *arena, const char *to, mb_strings files, mb_output *out, mb_error *error)
{
    *out = (mb_output){.arena = arena, .folder = absolute(arena, to), .lock = -1, .files = files};
    out->states = mb_new_array(arena, mb_output_state, files.count);
    for (uint32_t i = 0; i < files.count; i++)
        mb_strings_push(arena, &out->sorted, files.items[i]);
    mb_strings_sort(&out->sorted);
    if (mb_is_file(mb_path_join(arena, out->folder, "site.yaml"))) {
        mb_fail_at(error, MB_EUSAGE, (mb_where){out->folder, 0, 0},
                   "this is a site's own folder: nothing is published into it");
        mb_advise(error, "choose another one with --to");
        return MB_EUSAGE;
    }
    const char *name = strrchr(out->folder, '/');
    mb_slice parent = mb_slice_between(out->folder, name);
    out->workshop = mb_arena_printf(arena, "%.*s/.%s.minutebook", MB_ARG(parent), name + 1).data;

    int code = check_lengths(out, error);
    out->is_new = !mb_is_folder(out->folder);
    if (!code)
        code = make_named_folder(out->folder, error);
    if (!code)
        code = make_named_folder(out->workshop, error);
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

typedef enum comparison { ABSENT, SAME, DIFFERENT } comparison;

static bool holds(int file, mb_slice content)
{
    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || (size_t)status.st_size != content.size)
        return false;
    char piece[1 << 16];
    for (size_t at = 0; at < content.size;) {
        ssize_t size = read(file, piece, sizeof piece);
        if (size <= 0 || (size_t)size > content.size - at || memcmp(piece, content.data + at, (size_t)size) != 0)
            return false;
        at += (size_t)size;
    }
    return true;
}

static comparison compare(const char *path, mb_slice content)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return errno == ENOENT || errno == ENOTDIR ? ABSENT : DIFFERENT;
    bool same = holds(file, content);
    close(file);
    return same ? SAME : DIFFERENT;
}

static void name_made(path_room out, const mb_output *output, uint32_t number)
{
    snprintf(out, PATH_MAX, "%s/%u", output->workshop, number);
}

int mb_output_add(mb_output *output, uint32_t number, mb_slice content, mb_error *error)
{
    path_room published, made;
    mb_slice name = output->files.items[number];
    join(published, output->folder, name);
    comparison found = output->is_new ? ABSENT : compare(published, content);
    if (found == SAME) {
        output->states[number] = MB_FILE_UNCHANGED;
        return 0;
    }
    if (found == DIFFERENT && !mb_strings_hold(&output->earlier, name)) {
        mb_fail_at(error, MB_EIO, (mb_where){published, 0, 0}, "is in the way: it doesn't come from an earlier build");
        mb_advise(error, "move it away, or choose another folder with --to");
        return MB_EIO;
    }
    name_made(made, output, number);
    int code = mb_file_write(made, content, error);
    if (!code)
        output->states[number] = MB_FILE_MADE;
    return code;
}

bool mb_output_holds(mb_output *output, uint32_t number, const mb_digest *content)
{
    path_room published;
    mb_digest found;
    join(published, output->folder, output->files.items[number]);
    if (!mb_sha256_of_file(published, &found) || memcmp(&found, content, sizeof found) != 0)
        return false;
    output->states[number] = MB_FILE_UNCHANGED;
    return true;
}

static bool is_made(const mb_output *output, uint32_t number)
{
    return output->states[number] == MB_FILE_MADE;
}

/* That a file stands in, within the site. */
static mb_slice folder_of(mb_slice name)
{
    const char *slash = memrchr(name.data, '/', name.size);
    return slash ? mb_slice_between(name.data, slash) : mb_slice_first(name, 0);
}

/* Folders first: what can fail, fails before the first file of the published site is replaced. */
static int make_folders(const mb_output *output, mb_error *error)
{
    mb_slice last = MB_NOTHING; /* its files stand side by side */
    for (uint32_t i = 0; i < output->files.count; i++) {
        path_room path;
        mb_slice folder = folder_of(output->files.items[i]);
        if (!is_made(output, i) || (last.data && mb_slice_equal(folder, last)))
            continue;
        last = folder;
        join(path, output->folder, output->files.items[i]);
        *strrchr(path, '/') = '\0';
        int code = make_folder(path, error);
        if (code)
            return code;
    }
    return 0;
}

static void add_lines(mb_buffer *text, const mb_strings *names, const mb_strings *but)
{
    for (uint32_t i = 0; i < names->count; i++) {
        if (but && mb_strings_hold(but, names->items[i]))
            continue;
        mb_buffer_add(text, names->items[i]);
        mb_buffer_char(text, '\n');
    }
}

static int replace_manifest(const mb_output *output, mb_slice text, mb_error *error)
{
    path_room made, published;
    join(made, output->workshop, MB_TEXT("manifest"));
    join(published, output->folder, MB_TEXT(MANIFEST));
    if (compare(published, text) == SAME)
        return 0;
    int code = mb_file_write(made, text, error);
    if (!code && rename(made, published) != 0)
        code = mb_fail_errno(error, published, "can't be replaced");
    return code;
}

/* Names the files of this build, and those of earlier ones until they are taken away. */
static int write_manifest(const mb_output *output, bool with_earlier, mb_error *error)
{
    mb_buffer text = mb_buffer_make(MANIFEST_CEILING);
    add_lines(&text, &output->sorted, NULL);
    if (with_earlier)
        add_lines(&text, &output->earlier, &output->sorted);
    int code = text.failed ? mb_fail_exhausted(error, text.failed, "listing the files of the site")
                           : replace_manifest(output, mb_buffer_slice(&text), error);
    mb_buffer_free(&text);
    return code;
}

static int put_into_place(mb_output *output, mb_error *error)
{
    for (uint32_t i = 0; i < output->files.count; i++) {
        path_room made, published;
        if (!is_made(output, i)) {
            output->unchanged += output->states[i] == MB_FILE_UNCHANGED;
            continue;
        }
        name_made(made, output, i);
        join(published, output->folder, output->files.items[i]);
        if (rename(made, published) != 0)
            return mb_fail_errno(error, published, "can't be replaced");
        output->written++;
    }
    return 0;
}

/* Takes a file away, and the folders that are empty without it. */
static void remove_file(const mb_output *output, mb_slice name)
{
    path_room path;
    join(path, output->folder, name);
    size_t top = strlen(output->folder);
    if (unlink(path) != 0)
        return;
    for (char *slash = strrchr(path, '/'); slash && (size_t)(slash - path) > top; slash = strrchr(path, '/')) {
        *slash = '\0';
        if (rmdir(path) != 0)
            return;
    }
}

/* What was not made stays as an earlier build made it, if one did; else it is none of the site's files. */
static void leave_out_missing(mb_output *output)
{
    output->sorted.count = 0;
    for (uint32_t i = 0; i < output->files.count; i++)
        if (output->states[i] != MB_FILE_MISSING || mb_strings_hold(&output->earlier, output->files.items[i]))
            mb_strings_push(output->arena, &output->sorted, output->files.items[i]);
    mb_strings_sort(&output->sorted);
}

int mb_output_publish(mb_output *output, mb_error *error)
{
    leave_out_missing(output);
    int code = make_folders(output, error);
    if (!code)
        code = write_manifest(output, true, error);
    if (!code)
        code = put_into_place(output, error);
    if (code)
        return code;
    for (uint32_t i = 0; i < output->earlier.count; i++) {
        if (mb_strings_hold(&output->sorted, output->earlier.items[i]))
            continue;
        remove_file(output, output->earlier.items[i]);
        output->removed++;
    }
    return write_manifest(output, false, error);
}
