/* seek.c: which line of a layout wrote a text of the page, for mistakes that only the whole site shows. */
#include <stdio.h>

#include "script/rendering.h"

enum { SPELLINGS = sizeof((mb_seek *)NULL)->spellings / sizeof(mb_slice) };

void mb_rendering_seek(mb_rendering *rendering, mb_seek *seek)
{
    rendering->seek = seek;
}

static bool is_in(mb_slice written, const mb_seek *seek)
{
    for (size_t i = 0; i < SPELLINGS; i++)
        if (mb_slice_find(written, seek->spellings[i], 0) != SIZE_MAX)
            return true;
    return false;
}

static size_t longest(const mb_seek *seek)
{
    size_t size = 0;
    for (size_t i = 0; i < SPELLINGS; i++)
        size = seek->spellings[i].size > size ? seek->spellings[i].size : size;
    return size;
}

/* A text may have begun in what was written before. */
static mb_slice around(const mb_buffer *out, size_t before, size_t size)
{
    return mb_slice_from(mb_buffer_slice(out), before > size ? before - size : 0);
}

static bool is_in_fragments(const mb_rendering *rendering, mb_seek *seek)
{
    bool found = false;
    for (; seek->fragments < rendering->fragment_count; seek->fragments++)
        found = found || is_in(rendering->fragments[seek->fragments], seek);
    return found;
}

void mb_seek_in(lua_State *L, const mb_buffer *out, size_t before)
{
    lua_Debug level;
    const mb_rendering *rendering = mb_rendering_of(L);
    mb_seek *seek = rendering->seek;
    if (*seek->file)
        return;
    if (!is_in_fragments(rendering, seek) && !is_in(around(out, before, longest(seek)), seek))
        return;
    for (int i = 0; lua_getstack(L, i, &level); i++) {
        lua_getinfo(L, "Sl", &level);
        if (level.currentline <= 0)
            continue;
        snprintf(seek->file, sizeof seek->file, "%s", level.source + 1);
        seek->line = (uint32_t)level.currentline;
        return;
    }
}
