/* digest.h: what tells two files apart. */
#ifndef MB_CORE_DIGEST_H
#define MB_CORE_DIGEST_H

#include "core/arena.h"

/* The SHA-256 of `bytes`: 64 small hexadecimal digits, NUL-terminated. */
mb_slice mb_sha256_hex(mb_arena *arena, mb_slice bytes);

/* Bytes as small hexadecimal digits, NUL-terminated. */
mb_slice mb_hex(mb_arena *arena, mb_slice bytes);

#endif
