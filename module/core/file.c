/* file.c: whole files, through POSIX, with the system's reasons put into words. */
#include "core/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* What mkostemp puts a name in place of. */
#define UNNAMED ".XXXXXX"

static const struct {
    int number;
    const char *words, *advice;
} reasons[] = {
    {ENOENT, "there is no such file or folder", "check the name"},
    {ENOTDIR, "a part of the path is a file, not a folder", "check the path"},
    {EACCES, "permission is denied", "change its permissions, or run as its owner"},
    {EPERM, "permission is denied", "change its permissions, or run as its owner"},
    {EROFS, "the file system is read-only", "choose another folder"},
    {EEXIST, "a file of that name is in the way", "choose another name, or move the file away"},
    {EISDIR, "it is a folder", "name a file"},
    {ENOSPC, "the disk is full", "make room on it, or choose another folder"},
    {EDQUOT, "your share of the disk is used up", "make room on it, or choose another folder"},
    {ENAMETOOLONG, "the name is too long", "choose a shorter one"},
    {ELOOP, "its symbolic links go in a circle", "mend the links"},
    {EMFILE, "too many files are open", "allow more with `ulimit -n`"},
    {ENFILE, "too many files are open", "close other programs"},
    {ENOMEM, "the machine's memory ran out", "close other programs"},
};

int mb_fail_errno(mb_error *error, const char *path, const char *doing)
{
    int number = errno;
    mb_where where = {path, 0, 0};
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (reasons[i].number != number)
            continue;
        mb_fail_at(error, MB_EIO, where, "%s: %s", doing, reasons[i].words);
        mb_advise(error, "%s", reasons[i].advice);
        return MB_EIO;
    }
    return mb_fail_at(error, MB_EIO, where, "%s: %s", doing, strerrordesc_np(number));
}

/* Reads until the end or until `capacity` bytes; -1 and errno, or their number. */
static ssize_t read_whole(int file, char *data, size_t capacity)
{
    size_t size = 0;
    while (size < capacity) {
        ssize_t more = read(file, data + size, capacity - size);
        if (more < 0 && errno == EINTR)
            continue;
        if (more < 0)
            return -1;
        if (more == 0)
            break;
        size += (size_t)more;
    }
    return (ssize_t)size;
}

static int check_readable(const struct stat *status, const char *path, size_t limit, mb_error *error)
{
    mb_where where = {path, 0, 0};
    if (S_ISDIR(status->st_mode)) {
        mb_fail_at(error, MB_EIO, where, "can't be read: it is a folder");
        mb_advise(error, "name a file in it");
        return MB_EIO;
    }
    if (!S_ISREG(status->st_mode)) {
        mb_fail_at(error, MB_EIO, where, "can't be read: it is no regular file");
        mb_advise(error, "copy its content into a file");
        return MB_EIO;
    }
    if ((uintmax_t)status->st_size > limit) {
        mb_fail_at(error, MB_ELIMIT, where, "has %jd bytes; at most %zu are read", (intmax_t)status->st_size, limit);
        mb_advise(error, "split it, or take out what doesn't belong in it");
        return MB_ELIMIT;
    }
    return 0;
}

int mb_file_read(mb_arena *arena, const char *path, size_t limit, mb_slice *out, mb_error *error)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return mb_fail_errno(error, path, "can't be read");
    int code = check_readable(&status, path, limit, error);
    if (code)
        return code;

    /* Before the file is open: an exhausted arena does not come back here to close it. */
    size_t capacity = (size_t)status.st_size;
    char *data = mb_arena_alloc(arena, capacity + 1);

    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return mb_fail_errno(error, path, "can't be read");
    ssize_t size = read_whole(file, data, capacity);
    if (size < 0)
        code = mb_fail_errno(error, path, "can't be read");
    else
        *out = (mb_slice){data, (size_t)size};
    close(file);
    return code;
}

size_t mb_file_peek(const char *path, char *room, size_t size)
{
    int file = mb_is_file(path) ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
    if (file < 0)
        return 0;
    ssize_t got = read_whole(file, room, size);
    close(file);
    return got > 0 ? (size_t)got : 0;
}

/* Makes the folders that `path` (changed while this works, restored after) stands in. */
static int make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        int made = mkdir(path, 0777);
        *slash = '/';
        if (made != 0 && errno != EEXIST)
            return -1;
    }
    return 0;
}

static int write_whole(int file, mb_slice content)
{
    for (size_t done = 0; done < content.size;) {
        ssize_t more = write(file, content.data + done, content.size - done);
        if (more < 0 && errno == EINTR)
            continue;
        if (more < 0)
            return -1;
        done += (size_t)more;
    }
    return 0;
}

typedef char path_room[PATH_MAX];

/* Copies the path, with what stands behind it, where it can be changed; -1 and errno, or 0. */
static int copy_path(path_room out, const char *path, const char *behind)
{
    size_t length = strlen(path);
    if (length > 0 && length + strlen(behind) < PATH_MAX) {
        snprintf(out, PATH_MAX, "%s%s", path, behind);
        return 0;
    }
    errno = length ? ENAMETOOLONG : ENOENT;
    return -1;
}

static int open_named(char *path)
{
    return open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
}

/* Gives the path the name of a new file. */
static int open_unnamed(char *path)
{
    char *pattern = path + strlen(path) - strlen(UNNAMED);
    memcpy(pattern, UNNAMED, strlen(UNNAMED));
    return mkostemp(path, O_CLOEXEC);
}

/* Opens a file and writes it, making the folders on the way; -1 and errno, or 0. */
static int write_new(char *path, int (*open_new)(char *path), mb_slice content)
{
    int file = open_new(path);
    if (file < 0 && errno == ENOENT && make_folders(path) == 0)
        file = open_new(path);
    if (file < 0)
        return -1;
    int written = write_whole(file, content), number = errno;
    if (close(file) == 0)
        errno = number;
    else
        written = -1;
    return written;
}

int mb_file_write(const char *path, mb_slice content, mb_error *error)
{
    path_room changeable;
    if (copy_path(changeable, path, "") != 0 || write_new(changeable, open_named, content) != 0)
        return mb_fail_errno(error, path, "can't be written");
    return 0;
}

int mb_file_replace(const char *path, mb_slice content, mb_error *error)
{
    path_room beside;
    if (copy_path(beside, path, UNNAMED) != 0)
        return mb_fail_errno(error, path, "can't be written");
    if (write_new(beside, open_unnamed, content) == 0 && rename(beside, path) == 0)
        return 0;
    int code = mb_fail_errno(error, path, "can't be written");
    unlink(beside);
    return code;
}

bool mb_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool mb_is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

const char *mb_path_join(mb_arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    if (name[0] == '/' || length == 0)
        return mb_arena_copy(arena, mb_slice_of(name)).data;
    mb_slice slash = folder[length - 1] == '/' ? MB_TEXT("") : MB_TEXT("/");
    return MB_JOINED(arena, (mb_slice){folder, length}, slash, mb_slice_of(name)).data;
}

bool mb_path_leads_out(const char *folder, const char *path)
{
    char *real_folder = realpath(folder, NULL), *real_path = realpath(path, NULL);
    size_t size = real_folder ? strlen(real_folder) : 0;
    bool leads_out = size > 1 && real_path && (strncmp(real_path, real_folder, size) != 0 || real_path[size] != '/');
    free(real_folder);
    free(real_path);
    return leads_out;
}

mb_slice mb_path_name(mb_slice path)
{
    const char *slash = path.size ? memrchr(path.data, '/', path.size) : NULL;
    return slash ? mb_slice_between(slash + 1, mb_slice_end(path)) : path;
}

mb_slice mb_path_stem(const char *path)
{
    mb_slice name = mb_path_name(mb_slice_of(path));
    const char *dot = strrchr(name.data, '.');
    return dot && dot > name.data ? mb_slice_between(name.data, dot) : name;
}

static void close_folder(void *folder)
{
    DIR **open_folder = folder;
    if (*open_folder)
        closedir(*open_folder);
    *open_folder = NULL;
}

static int list_folder(mb_arena *arena, const char *folder, const char *pattern, bool (*is_wanted)(const char *path),
                       mb_strings *out, mb_error *error)
{
    DIR **open_folder = mb_new(arena, DIR *);
    mb_arena_defer(arena, close_folder, open_folder);
    *open_folder = opendir(folder);
    if (!*open_folder)
        return mb_fail_errno(error, folder, "can't be listed");

    mb_strings names = {NULL, 0, 0};
    errno = 0;
    for (struct dirent *entry; (entry = readdir(*open_folder)) != NULL; errno = 0) {
        if (fnmatch(pattern, entry->d_name, FNM_PERIOD) == 0 && is_wanted(mb_path_join(arena, folder, entry->d_name)))
            mb_strings_push(arena, &names, mb_arena_copy(arena, mb_slice_of(entry->d_name)));
    }
    int number = errno;
    close_folder(open_folder);
    errno = number;
    if (number)
        return mb_fail_errno(error, folder, "can't be listed");
    mb_strings_sort(&names);
    *out = names;
    return 0;
}

int mb_folder_list(mb_arena *arena, const char *folder, const char *pattern, mb_strings *out, mb_error *error)
{
    return list_folder(arena, folder, pattern, mb_is_file, out, error);
}

int mb_folder_list_folders(mb_arena *arena, const char *folder, mb_strings *out, mb_error *error)
{
    return list_folder(arena, folder, "*", mb_is_folder, out, error);
}
