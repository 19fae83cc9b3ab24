/* memory.h: cmark's memory comes from an arena.
 *
 * That makes its trees cheap to make and free to give back, and lets exhaustion end at the arena's guard, where cmark
 * alone would abort the program. */
#ifndef MB_MARKDOWN_MEMORY_H
#define MB_MARKDOWN_MEMORY_H

#include <cmark.h>

#include "core/arena.h"

/* What to give to cmark. It hands its allocator no context, so the arena is remembered for each thread, and only from
 * mb_md_lend to the next. */
cmark_mem *mb_md_memory(void);

/* From now on this thread's cmark takes its memory from `arena`; returns the one before, to be lent again when done. */
mb_arena *mb_md_lend(mb_arena *arena);

#endif
