/* workbench.h: what making a page takes, and the next page finds again. */
#ifndef MB_PUBLISH_WORKBENCH_H
#define MB_PUBLISH_WORKBENCH_H

#include "core/arena.h"
#include "core/buffer.h"
#include "core/idle.h"

typedef struct mb_workbench {
    mb_arena *arena;             /* for Markdown on its way to HTML */
    mb_buffer markdown, content; /* of the page: as its layout wrote it, and as HTML */
} mb_workbench;

/* One at which nobody else works, with nothing on it. MB_ENOMEM, or 0. */
int mb_workbench_take(mb_idle *idle, mb_workbench **out, mb_error *error);
void mb_workbench_leave(mb_idle *idle, mb_workbench *bench);

/* What mb_idle_new needs. */
void mb_workbench_discard(void *bench);

#endif
