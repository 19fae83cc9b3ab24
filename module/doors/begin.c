/* begin.c: the C door to a new site. */
#include "site/starter.h"

/* Paths and a few pages of text. */
#define BEGIN_CEILING ((size_t)16 << 20)

typedef struct listener {
    void (*told)(void *context, const char *file, int is_new);
    void *context;
} listener;

static void tell(void *context, const char *path, bool is_new)
{
    const listener *to = context;
    if (to->told)
        to->told(to->context, path, is_new);
}

static int begin(mb_arena *arena, const char *folder, listener *to, mb_error *error)
{
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "beginning the site");
    return mb_start_site(arena, folder, tell, to, error);
}

int mb_site_begin(const char *folder, void (*told)(void *context, const char *file, int is_new), void *context,
                  mb_error *error)
{
    mb_arena *arena;
    listener to = {told, context};
    int code = mb_arena_new(BEGIN_CEILING, &arena);
    if (code)
        return mb_fail_exhausted(error, code, "beginning the site");
    code = begin(arena, folder, &to, error);
    mb_arena_free(arena);
    return code;
}
