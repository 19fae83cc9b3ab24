/* cache.h: results that take long, kept between runs in a folder that may be emptied at any time.
 *
 *     FOLDER/KEY ─► minutebook cache 1
 *                   SHA-256 of the key and the content
 *                   content …
 *
 * A disk that was full, a hand that edited, a file that was moved: an entry whose digest doesn't fit isn't there. */
#ifndef MB_CORE_CACHE_H
#define MB_CORE_CACHE_H

#include "core/arena.h"

/* The folder of a person's caches that programs keep under `name`: $XDG_CACHE_HOME/minutebook/name, else
 * ~/.cache/minutebook/name; NULL where the environment names neither. */
const char *mb_cache_folder(mb_arena *arena, const char *name);

/* The content that is kept under `key`, a file's name; false where there is none, or where it isn't whole. */
bool mb_cache_find(mb_arena *arena, const char *folder, const char *key, size_t limit, mb_slice *out);

/* Keeps the content under `key`, in the place of what was there. MB_EIO, or 0. */
int mb_cache_keep(mb_arena *arena, const char *folder, const char *key, mb_slice content, mb_error *error);

#endif
