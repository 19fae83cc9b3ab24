/* output.h: the folder that a site is published into.
 *
 *     .public.minutebook/     new and changed files, made here first; a lock, so that two builds don't meet
 *     public/                 the published site; everything else that is in it is never touched
 *         .minutebook         the names of the files that builds wrote
 *
 * A file is put into place by a rename, so it is there whole or not at all, and a build that is killed before it
 * begins to rename leaves the site as it was. A file that is as it should be keeps its time. */
#ifndef MB_PUBLISH_OUTPUT_H
#define MB_PUBLISH_OUTPUT_H

#include <stdatomic.h>

#include "core/arena.h"
#include "core/error.h"

typedef struct mb_output {
    mb_arena *arena;
    const char *folder, *workshop; /* absolute */
    int lock;
    mb_strings earlier; /* the files of earlier builds, sorted */
    atomic_size_t written, unchanged;
    size_t removed;
} mb_output;

/* Opens the folder `to`, which need not exist yet. MB_EUSAGE (a site's own folder), MB_EIO (can't be written, or
 * another build is at it), or 0; then mb_output_close ends it, whatever came between. */
int mb_output_open(mb_arena *arena, const char *to, mb_output *out, mb_error *error);
void mb_output_close(mb_output *output);

/* Makes the file `path` in the workshop, unless it is already published with this content. `arena` is the caller's
 * own: any number of threads at once. */
int mb_output_add(mb_output *output, mb_arena *arena, const char *path, mb_slice content, mb_error *error);

/* Puts what was made into place, and takes away what isn't among `paths` (sorted) but came from an earlier build. */
int mb_output_publish(mb_output *output, const mb_strings *paths, mb_error *error);

#endif
