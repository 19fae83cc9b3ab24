/* source.h: a pack's file, and the text in it. */
#ifndef MB_READER_SOURCE_H
#define MB_READER_SOURCE_H

#include "core/arena.h"
#include "core/error.h"

typedef struct mb_pack_file {
    const char *name;
    mb_slice text;   /* in the pack's arena; may be written to */
    mb_slice sha256; /* of the file, as is its size */
    size_t size;
    bool is_pdf;
    mb_slice damage; /* what tells that a part of a PDF is lost; else empty */
} mb_pack_file;

/* Reads the file at `path`; the text of a PDF is kept in the caches in the folder `cache` (see core/cache.h).
 * Codes as mb_read_pack has. */
int mb_pack_file_read(mb_arena *arena, mb_arena *scratch, const char *path, const char *cache, mb_pack_file *out,
                      mb_error *error);

/* The same of text in memory, which is copied. */
void mb_pack_file_of(mb_arena *arena, mb_slice text, const char *name, mb_pack_file *out);

#endif
