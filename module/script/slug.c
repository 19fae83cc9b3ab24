/* slug.c: what of a text can stand in an address, as the site makes its own addresses. */
#include <lauxlib.h>

#include "core/unicode.h"
#include "script/values.h"

/* A slug is about as long as its text, and a title is no book. */
#define SLUG_TEXT    ((size_t)64 << 10)
#define SLUG_CEILING ((size_t)16 << 20)

static int write_slug(mb_slice text, mb_buffer *out)
{
    mb_arena *arena;
    int code = mb_arena_new(SLUG_CEILING, &arena);
    if (code)
        return code;
    if (mb_arena_guard(arena))
        code = mb_arena_failure(arena);
    else
        mb_buffer_add(out, mb_slug(arena, text));
    mb_arena_free(arena);
    return code;
}

/* slug(text): what of it can stand in an address. */
static int make_slug(lua_State *L)
{
    mb_slice text;
    text.data = luaL_checklstring(L, 1, &text.size);
    if (text.size > SLUG_TEXT)
        mb_script_fail(L, "a text of %d KiB makes no slug", (int)(text.size >> 10));
    mb_count_steps(L, text.size);
    mb_buffer *out = &mb_rendering_of(L)->scratch;
    mb_buffer_clear(out);
    if (write_slug(text, out))
        mb_stop_page(L, MB_STOPPED_BY_MACHINE);
    mb_check_buffer(L, out);
    lua_pushlstring(L, out->data ? out->data : "", out->size);
    return 1;
}

void mb_open_slug(lua_State *L)
{
    lua_register(L, "slug", make_slug);
}
