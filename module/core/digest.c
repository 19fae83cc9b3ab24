/* digest.c: SHA-256 by libmd. */
#include "core/digest.h"

#include <sys/types.h>

#include <sha256.h>

mb_slice mb_sha256_hex(mb_arena *arena, mb_slice bytes)
{
    char hex[SHA256_DIGEST_STRING_LENGTH];
    SHA256Data((const uint8_t *)(bytes.data ? bytes.data : ""), bytes.size, hex);
    return mb_arena_copy(arena, mb_slice_of(hex));
}
