/* output.h: the folder that a site is published into.
 *
 *     .public.minutebook/     new and changed files, made here first, by number; a lock, so that two builds don't meet
 *     public/                 the published site; everything else that is in it is never touched
 *         .minutebook         the names of the files that builds wrote
 *
 * A file is put into place by a rename, so it is there whole or not at all, and a build that is killed before it
 * begins to rename leaves the site as it was. A file that is as it should be keeps its time. */
#ifndef MB_PUBLISH_OUTPUT_H
#define MB_PUBLISH_OUTPUT_H

#include "core/arena.h"
#include "core/digest.h"
#include "core/error.h"

typedef enum mb_output_state { MB_FILE_MISSING, MB_FILE_MADE, MB_FILE_UNCHANGED } mb_output_state;

typedef struct mb_output {
    mb_arena *arena;
    const char *folder, *workshop; /* absolute */
    int lock;
    bool is_new;             /* there was no such folder, so that no file can be in the way */
    mb_strings files;        /* what will be published, by number */
    mb_output_state *states; /* of the files */
    mb_strings sorted;       /* the files by name */
    mb_strings earlier;      /* the files of earlier builds, by name */
    size_t written, unchanged, removed;
} mb_output;

/* Opens the folder `to`, which need not exist yet, for these files. MB_EUSAGE (a site's own folder), MB_EIO (can't be
 * written, or another build is at it), or 0; then mb_output_close ends it, whatever came between. */
int mb_output_open(mb_arena *arena, const char *to, mb_strings files, mb_output *out, mb_error *error);
void mb_output_close(mb_output *output);

/* Makes the file of that number in the workshop, unless it is already published with this content. Any number of
 * threads at once, each with another file. MB_EIO, or 0. */
int mb_output_add(mb_output *output, uint32_t number, mb_slice content, mb_error *error);

/* Whether the file of that number is published with this content, so that it need not be made; as any thread asks. */
bool mb_output_holds(mb_output *output, uint32_t number, const mb_digest *content);

/* Puts what was made into place, and takes away what came from an earlier build and isn't among the files. A file that
 * was never added is left as it is. */
int mb_output_publish(mb_output *output, mb_error *error);

#endif
