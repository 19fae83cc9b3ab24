/* fnv.h: FNV-1a of 64 bits, a byte at a time: for keys that take some bytes as others (draft-eastlake-fnv). */
#ifndef MB_CORE_FNV_H
#define MB_CORE_FNV_H

#include <stdint.h>

#define MB_FNV_START UINT64_C(14695981039346656037)

static inline uint64_t mb_fnv_add(uint64_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * UINT64_C(1099511628211);
}

#endif
