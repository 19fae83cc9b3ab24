/* fresh.c: a fresh state for each page, which isn't made each time: what every page begins with (libraries, layouts) is
 * made once, and put back before the next page (see heap.h).
 *
 *     scripts ─► idle ─► renderings that wait for a page: as many as there are threads
 *
 * To make a state took 0.5 ms, which is what the Markdown of a page takes; to put one back takes 0.02 ms. */
#include <lauxlib.h>
#include <stdlib.h>

#include "script/rendering.h"

/* Pieces that Lua gave back, and the ends of chunks, are no use to pieces of other sizes. */
#define HEAP_CEILING (4 * MB_PAGE_MEMORY)

/* A longer buffer doesn't wait for the next page. */
#define STAYING_BUFFER ((size_t)1 << 20)

static void forget_fragments(mb_rendering *rendering)
{
    for (size_t i = 0; i < rendering->fragment_count; i++)
        free((char *)(uintptr_t)rendering->fragments[i].data);
    rendering->fragment_count = rendering->fragment_bytes = 0;
}

void mb_fresh_discard(void *subject)
{
    mb_rendering *rendering = subject;
    if (rendering->trust == MB_TRUST_FULLY && rendering->L) {
        rendering->out = rendering->page_out = &rendering->scratch; /* for what runs when a state closes */
        lua_close(rendering->L);
    }
    mb_kept_words_free(rendering->words);
    forget_fragments(rendering);
    free(rendering->fragments);
    free(rendering->used);
    mb_buffer_free(&rendering->scratch);
    mb_buffer_free(&rendering->pieces);
    mb_buffer_free(&rendering->html);
    for (size_t i = 0; i < MB_COMPONENT_DEPTH; i++)
        mb_buffer_free(&rendering->captures[i]);
    mb_heap_free(rendering->heap); /* and the state in it, which holds nothing else */
    free(rendering);
}

static bool no_route(const mb_render_setup *setup, const mb_type_info *type, const void *object, mb_buffer *out)
{
    (void)setup;
    (void)type;
    (void)object;
    (void)out;
    return false;
}

static int fill_image(lua_State *L)
{
    mb_sandbox_open(L);
    mb_sandbox_seed(L, mb_rendering_of(L)->page->route);
    mb_open_environment(L);
    mb_open_programs(L);
    mb_open_modules(L);
    mb_open_help(L);
    return 0;
}

/* The modules that ship run without a page, on a site that says nothing. */
static bool make_image(mb_rendering *rendering, const mb_scripts *scripts)
{
    static const mb_site_record no_site = {0};
    static const mb_page no_page = {.route = "/", .layout = ""};
    const mb_render_setup setup = {.scripts = scripts, .site = &no_site, .route_of = no_route};
    rendering->setup = &setup;
    rendering->page = &no_page;
    rendering->out = rendering->page_out = &rendering->scratch;
    rendering->L = mb_sandbox_new(rendering);
    if (!rendering->L || !mb_reserve_stack(rendering))
        return false;
    lua_pushcfunction(rendering->L, fill_image);
    if (lua_pcall(rendering->L, 0, 0, 0) != LUA_OK)
        return false;
    if (scripts->trust == MB_TRUST_FULLY)
        return true;
    lua_gc(rendering->L, LUA_GCCOLLECT);
    rendering->image_memory = rendering->memory;
    return mb_heap_keep(rendering->heap);
}

static mb_rendering *make_rendering(const mb_scripts *scripts)
{
    mb_rendering *rendering = calloc(1, sizeof *rendering);
    if (!rendering)
        return NULL;
    rendering->scratch = rendering->pieces = rendering->html = mb_buffer_make(MB_PAGE_CEILING);
    for (size_t i = 0; i < MB_COMPONENT_DEPTH; i++)
        rendering->captures[i] = mb_buffer_make(MB_PAGE_CEILING);
    rendering->trust = scripts->trust;
    mb_sandbox_start(rendering);
    rendering->used = calloc(scripts->programs.count + 1, sizeof *rendering->used);
    if (scripts->trust == MB_TRUST_NOTHING)
        rendering->heap = mb_heap_new(HEAP_CEILING);
    bool has_heap = rendering->heap || scripts->trust == MB_TRUST_FULLY;
    if (rendering->used && has_heap && make_image(rendering, scripts))
        return rendering;
    mb_fresh_discard(rendering);
    return NULL;
}

int mb_fresh_take(const mb_scripts *scripts, mb_rendering **out, mb_error *error)
{
    mb_rendering *rendering = mb_idle_take(scripts->idle);
    if (rendering)
        mb_heap_restore(rendering->heap);
    else
        rendering = make_rendering(scripts);
    if (!rendering)
        return mb_fail_exhausted(error, MB_ENOMEM, "making a page");
    rendering->memory = rendering->image_memory;
    rendering->exhausted = (mb_where){0};
    rendering->steps = rendering->uncounted = 0;
    rendering->stopped = MB_GOING;
    rendering->refused = 0;
    rendering->program = NULL;
    rendering->used_count = rendering->depth = 0;
    rendering->touched = NULL;
    rendering->blamed = (mb_where){0};
    rendering->trace = NULL;
    rendering->seek = NULL;
    *out = rendering;
    return 0;
}

static void shorten(mb_buffer *buffer)
{
    if (buffer->capacity > STAYING_BUFFER)
        mb_buffer_free(buffer);
}

void mb_fresh_give_back(const mb_scripts *scripts, mb_rendering *rendering)
{
    if (scripts->trust == MB_TRUST_FULLY) {
        mb_fresh_discard(rendering);
        return;
    }
    mb_kept_words_end_page(rendering->words);
    forget_fragments(rendering);
    shorten(&rendering->scratch);
    shorten(&rendering->pieces);
    shorten(&rendering->html);
    for (size_t i = 0; i < MB_COMPONENT_DEPTH; i++)
        shorten(&rendering->captures[i]);
    mb_idle_leave(scripts->idle, rendering);
}
