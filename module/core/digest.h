/* digest.h: what tells two files apart. */
#ifndef MB_CORE_DIGEST_H
#define MB_CORE_DIGEST_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"

typedef struct mb_digest {
    uint8_t bytes[32];
} mb_digest;

/* The SHA-256 of `bytes`; of what a regular file holds, which isn't a link: false where it can't be read. */
mb_digest mb_sha256(mb_slice bytes);
bool mb_sha256_of_file(const char *path, mb_digest *out);

/* The SHA-256 of `bytes`: 64 small hexadecimal digits, NUL-terminated. */
mb_slice mb_sha256_hex(mb_arena *arena, mb_slice bytes);

/* Bytes as small hexadecimal digits, NUL-terminated. */
mb_slice mb_hex(mb_arena *arena, mb_slice bytes);

#endif
