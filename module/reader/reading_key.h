/* reading_key.h: tells readings apart without reading: two that have the same key are the same. */
#ifndef MB_READER_READING_KEY_H
#define MB_READER_READING_KEY_H

#include "reader/reader.h"
#include "reader/source.h"

/* The digest of all that the reading comes from: this build and the tables that it reads with, the dialects, the options,
 * `corrections` (the text of them), the pack. NOTHING where the build can't be told from another. */
mb_slice mb_reading_key(mb_arena *arena, const mb_dialects *dialects, const mb_reading_options *options,
                        const mb_pack_file *file, mb_slice corrections);

#endif
