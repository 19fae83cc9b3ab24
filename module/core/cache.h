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

/* The folder `name` of the caches in the folder `cache`. With `cache` NULL they are the person's: $XDG_CACHE_HOME/minutebook,
 * else ~/.cache/minutebook. NULL where `cache` is empty, since nothing is kept then, and where the environment names neither. */
const char *mb_cache_folder(mb_arena *arena, const char *cache, const char *name);

/* The content that is kept under `key`, a file's name; false where there is none, or where it isn't whole. An entry that is
 * found is marked as used, to the day. */
bool mb_cache_find(mb_arena *arena, const char *folder, const char *key, size_t limit, mb_slice *out);

/* Keeps the content under `key`, in the place of what was there. MB_EIO, or 0. */
int mb_cache_keep(mb_arena *arena, const char *folder, const char *key, mb_slice content, mb_error *error);

/* Where all entries together have more than `most` bytes, drops those that were used least lately, down to three quarters of
 * it. Only entries whose key is a digest are counted, and dropped. */
void mb_cache_trim(mb_arena *scratch, const char *folder, uint64_t most);

#endif
