/* slug.c: what of a text can stand in an address, as the site makes its own addresses. */
#include <lauxlib.h>

#include "core/unicode.h"
#include "script/values.h"

/* slug(text): what of it can stand in an address. */
static int make_slug(lua_State *L)
{
    mb_slice text;
    text.data = luaL_checklstring(L, 1, &text.size);
    if (text.size > MB_SLUG_TEXT)
        mb_script_fail(L, "a text of %d KiB makes no slug", (int)(text.size >> 10));
    mb_count_steps(L, text.size);
    mb_buffer *out = &mb_rendering_of(L)->scratch;
    mb_buffer_clear(out);
    if (mb_write_slug(text, out))
        mb_stop_page(L, MB_STOPPED_BY_MACHINE);
    mb_check_buffer(L, out);
    lua_pushlstring(L, out->data ? out->data : "", out->size);
    return 1;
}

void mb_open_slug(lua_State *L)
{
    lua_register(L, "slug", make_slug);
}
