/* workbench.c: see workbench.h. */
#include "publish/workbench.h"

#include <stdlib.h>

#include "markdown/markdown.h"
#include "script/script.h"

/* A longer buffer doesn't wait for the next page. */
#define STAYING_BUFFER ((size_t)4 << 20)

static mb_workbench *make(void)
{
    mb_workbench *bench = calloc(1, sizeof *bench);
    if (!bench)
        return NULL;
    if (mb_arena_new(MB_MARKDOWN_MEMORY, &bench->arena)) {
        free(bench);
        return NULL;
    }
    bench->markdown = bench->content = mb_buffer_make(MB_PAGE_CEILING);
    return bench;
}

int mb_workbench_take(mb_idle *idle, mb_workbench **out, mb_error *error)
{
    mb_workbench *bench = mb_idle_take(idle);
    if (!bench)
        bench = make();
    if (!bench)
        return mb_fail_exhausted(error, MB_ENOMEM, "making a page");
    *out = bench;
    return 0;
}

static void clear(mb_buffer *buffer)
{
    if (buffer->capacity > STAYING_BUFFER)
        mb_buffer_free(buffer);
    else
        mb_buffer_clear(buffer);
}

void mb_workbench_leave(mb_idle *idle, mb_workbench *bench)
{
    clear(&bench->markdown);
    clear(&bench->content);
    mb_idle_leave(idle, bench);
}

void mb_workbench_discard(void *subject)
{
    mb_workbench *bench = subject;
    mb_buffer_free(&bench->markdown);
    mb_buffer_free(&bench->content);
    mb_arena_free(bench->arena);
    free(bench);
}
