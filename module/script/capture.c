/* capture.c: what a component, a slot or an included file writes goes into a buffer of its own, and is a value then. */
#include <lauxlib.h>

#include "script/values.h"

/* A longer buffer isn't kept for the next capture at its depth. */
#define STAYING_CAPTURE ((size_t)256 << 10)

/* Ends what begin_capture began, also when an error was raised on the way. */
static int end_capture(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    if (rendering->depth > 0) {
        rendering->language = rendering->languages[--rendering->depth];
        if (rendering->captures[rendering->depth].capacity > STAYING_CAPTURE)
            mb_buffer_free(&rendering->captures[rendering->depth]);
    }
    rendering->out = rendering->depth > 0 ? &rendering->captures[rendering->depth - 1] : rendering->page_out;
    return 0;
}

/* What the captures in which a new one would stand leave of the page's length. */
static size_t length_left(const mb_rendering *rendering)
{
    size_t left = MB_PAGE_CEILING;
    for (size_t i = 0; i < rendering->depth && left > 0; i++)
        left -= rendering->captures[i].size < left ? rendering->captures[i].size : left;
    return left;
}

/* What is emitted goes into a buffer of its own from here on. Puts a value below what is on the stack that ends it when
 * it goes out of scope. */
static mb_buffer *begin_capture(lua_State *L, mb_language language)
{
    mb_rendering *rendering = mb_rendering_of(L);
    if (rendering->depth == MB_COMPONENT_DEPTH)
        mb_script_fail(L, "components call one another more than %d deep", MB_COMPONENT_DEPTH);
    mb_push_kept(L, MB_KEPT_CAPTURE);
    lua_insert(L, 1);
    lua_toclose(L, 1);
    rendering->languages[rendering->depth] = rendering->language;
    rendering->language = language;
    rendering->out = &rendering->captures[rendering->depth];
    mb_buffer_clear(rendering->out);
    rendering->out->ceiling = length_left(rendering);
    rendering->depth++;
    rendering->html_places[rendering->depth] = (mb_html_place){0};
    return rendering->out;
}

void mb_run_apart(lua_State *L, mb_language language, const char *what)
{
    int count = lua_gettop(L) - 1;
    mb_buffer *made = begin_capture(L, language);
    lua_call(L, count, 1);
    if (!lua_isnil(L, -1))
        mb_write_value(L, -1, language, made, what);
    mb_push_markup(L, language, mb_buffer_slice(made));
}

/* Upvalue: the language. stack: function, arguments */
static int capture_function(lua_State *L)
{
    mb_run_apart(L, (mb_language)lua_tointeger(L, lua_upvalueindex(1)), "what the function returns");
    return 1;
}

/* stack: …, `count` values */
static void push_captured(lua_State *L, int function, int count, mb_language language)
{
    lua_pushvalue(L, function);
    lua_insert(L, -count - 1);
    lua_pushinteger(L, language);
    lua_pushcclosure(L, capture_function, 1);
    lua_insert(L, -count - 2);
    lua_call(L, count + 1, 1);
}

void mb_push_captured(lua_State *L, int function, int count)
{
    push_captured(L, function, count, mb_rendering_of(L)->language);
}

void mb_push_slot(lua_State *L, int function)
{
    const mb_rendering *rendering = mb_rendering_of(L);
    push_captured(L, function, 0, rendering->languages[rendering->depth - 1]);
}

void mb_open_captures(lua_State *L)
{
    lua_createtable(L, 0, 0);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, end_capture);
    lua_setfield(L, -2, "__close");
    lua_setmetatable(L, -2);
    mb_keep(L, MB_KEPT_CAPTURE);
}
