/* file.h: whole files in and out, with a message for each way in which that goes wrong. */
#ifndef MB_CORE_FILE_H
#define MB_CORE_FILE_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/error.h"

/* Puts the system's reason (errno) into words; `doing` is what could not be done: "can't be read". Returns MB_EIO. */
int mb_fail_errno(mb_error *error, const char *path, const char *doing);

/* Reads a regular file of at most `limit` bytes into the arena (a NUL follows, not counted).
 * MB_EIO (missing, unreadable, a directory), MB_ELIMIT (larger), or 0. */
int mb_file_read(mb_arena *arena, const char *path, size_t limit, mb_slice *out, mb_error *error);

/* Reads the first `size` bytes of a regular file, where it has so many; returns their number, 0 where it can't be read. */
size_t mb_file_peek(const char *path, char *room, size_t size);

/* Writes a file, making the folders on the way. MB_EIO, or 0. */
int mb_file_write(const char *path, mb_slice content, mb_error *error);

/* The same in one step: other programs, and this one after a crash, see the old file or the whole new one. It is its
 * owner's alone to read. */
int mb_file_replace(const char *path, mb_slice content, mb_error *error);

/* Whether `path` is a folder, or a regular file. */
bool mb_is_folder(const char *path);
bool mb_is_file(const char *path);

/* `folder`/`name`, or `name` itself where it is absolute or `folder` is empty; NUL-terminated, in the arena. */
const char *mb_path_join(mb_arena *arena, const char *folder, const char *name);

/* Whether `path` is somewhere else than in `folder`, by a link or by `..`; of what isn't there: no. */
bool mb_path_leads_out(const char *folder, const char *path);

/* A file's name without its folder: of packs/2025-11-04.txt, 2025-11-04.txt. */
mb_slice mb_path_name(mb_slice path);

/* A file's name without its folder and without its last extension: of packs/2025-11-04.txt, 2025-11-04. */
mb_slice mb_path_stem(const char *path);

/* The file names (not the folders) in `folder` that match the shell pattern `pattern`, sorted by bytes.
 * MB_EIO, or 0. */
int mb_folder_list(mb_arena *arena, const char *folder, const char *pattern, mb_strings *out, mb_error *error);

/* The folders in `folder`, but for hidden ones, likewise. */
int mb_folder_list_folders(mb_arena *arena, const char *folder, mb_strings *out, mb_error *error);

#endif
