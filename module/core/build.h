/* build.h: which build of the library this is: what it keeps on disk for itself, another build must not take for its own. */
#ifndef MB_CORE_BUILD_H
#define MB_CORE_BUILD_H

#include "core/arena.h"

/* The linker's digest of the object that holds this function, in hexadecimal: other code, other digits. NOTHING where the
 * linker was told to leave it out. */
mb_slice mb_build_id(mb_arena *arena);

/* The same for the object that holds a function of another library, by its address. */
mb_slice mb_build_id_at(mb_arena *arena, uintptr_t function);

#endif
