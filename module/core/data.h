/* data.h: where the files that ship with the library are. */
#ifndef MB_CORE_DATA_H
#define MB_CORE_DATA_H

#include "core/arena.h"

/* The folder that holds the shipped `dialects`, `themes` and `lua`: `../share/minutebook` beside the library (or the
 * program that it is linked into) where that exists, so that a copied installation finds its own; else the folder of
 * the build's install prefix. NUL-terminated, in the arena. */
const char *mb_data_folder(mb_arena *arena);

#endif
