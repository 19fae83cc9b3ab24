/* begin.c: the C door to a new site and a new theme. */
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

/* What is begun: a site in `folder`, or its theme `theme`. */
typedef struct beginning {
    const char *folder, *theme;
    listener to;
} beginning;

static int begin(mb_arena *arena, beginning *wanted, mb_error *error)
{
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "writing the first files");
    return wanted->theme ? mb_start_theme(arena, wanted->folder, wanted->theme, tell, &wanted->to, error)
                         : mb_start_site(arena, wanted->folder, tell, &wanted->to, error);
}

static int begin_with_memory(beginning wanted, mb_error *error)
{
    mb_arena *arena;
    int code = mb_arena_new(BEGIN_CEILING, &arena);
    if (code)
        return mb_fail_exhausted(error, code, "writing the first files");
    code = begin(arena, &wanted, error);
    mb_arena_free(arena);
    return code;
}

int mb_site_begin(const char *folder, void (*told)(void *context, const char *file, int is_new), void *context,
                  mb_error *error)
{
    return begin_with_memory((beginning){folder, NULL, {told, context}}, error);
}

int mb_theme_begin(const char *site, const char *name, void (*told)(void *context, const char *file, int is_new),
                   void *context, mb_error *error)
{
    return begin_with_memory((beginning){site, name, {told, context}}, error);
}
