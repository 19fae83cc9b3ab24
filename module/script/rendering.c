/* rendering.c: one page: a fresh Lua state, its layout, then the shell around what Markdown made of it. */
#include "script/rendering.h"

#include <lauxlib.h>
#include <stdio.h>

#include "script/values.h"

/* What a protected call is asked to do. */
typedef struct task {
    const mb_program *program;
    mb_slice content; /* of the shell */
} task;

void mb_note_use(mb_rendering *rendering, const mb_program *program)
{
    for (size_t i = 0; i < rendering->used_count; i++)
        if (rendering->used[i] == program)
            return;
    rendering->used[rendering->used_count++] = program;
}

/* Loads the program into L and pushes its function. What Lua asks for meanwhile that is no object of its own (code, lines,
 * constants) is never changed, nor given back as long as the registry has the function: half of what an image holds. */
static void load(lua_State *L, const mb_program *program)
{
    mb_rendering *rendering = mb_rendering_of(L);
    char name[4096];
    snprintf(name, sizeof name, "@%s", program->path);
    rendering->is_loading = rendering->heap != NULL;
    int status = luaL_loadbufferx(L, program->bytecode.data, program->bytecode.size, name, "b");
    rendering->is_loading = false;
    if (status != LUA_OK)
        lua_error(L);
}

void mb_open_programs(lua_State *L)
{
    const mb_scripts *scripts = mb_rendering_of(L)->setup->scripts;
    for (uint32_t i = 0; i < scripts->programs.count; i++) {
        const mb_program *program = scripts->programs.items[i];
        if (!mb_program_wins(scripts, program))
            continue;
        load(L, program);
        lua_rawsetp(L, LUA_REGISTRYINDEX, program);
    }
}

void mb_push_program(lua_State *L, const mb_program *program)
{
    mb_note_use(mb_rendering_of(L), program);
    if (!program->ships)
        mb_watch_page(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, program);
}

static int begin_page(lua_State *L)
{
    mb_sandbox_seed(L, mb_rendering_of(L)->page->route);
    mb_open_page(L);
    return 0;
}

void mb_run_program(lua_State *L, const mb_program *program)
{
    mb_rendering *rendering = mb_rendering_of(L);
    int64_t begin = mb_trace_begin(rendering->trace);
    mb_push_program(L, program);
    lua_call(L, 0, 1);
    mb_trace_end(rendering->trace, program, begin);
    if (!lua_isnil(L, -1))
        mb_write_value(L, -1, rendering->language, rendering->out, "what the layout returns");
    lua_pop(L, 1);
}

/* stack: task */
static int run_task(lua_State *L)
{
    const task *wanted = lua_touserdata(L, 1);
    if (wanted->program->kind == MB_LAYOUT) {
        mb_run_layout(L, wanted->program);
        return 0;
    }
    if (wanted->content.data) {
        mb_push_whole_html(L, wanted->content);
        lua_setglobal(L, "content");
    }
    mb_run_program(L, wanted->program);
    return 0;
}

/* A layout that caught the error of a limit, and ended before the next. */
static int describe_caught_stop(const mb_rendering *rendering, mb_error *error)
{
    if (rendering->stopped == MB_STOPPED_BY_MEMORY || rendering->stopped == MB_STOPPED_BY_MACHINE)
        return mb_fail_memory(rendering, error);
    return mb_fail_at(error, MB_ELIMIT, (mb_where){rendering->program, 0, 0}, "%s", mb_stop_reason(rendering->stopped));
}

static int describe_status(const mb_rendering *rendering, int status, mb_error *error)
{
    int code = error->code; /* of the message handler */
    if (status == LUA_ERRMEM)
        code = mb_fail_memory(rendering, error);
    else if (status == LUA_OK)
        code = describe_caught_stop(rendering, error);
    else if (status == LUA_ERRERR || !code)
        code = mb_fail_at(error, MB_EFORMAT, (mb_where){rendering->program, 0, 0},
                          "an error came up while another one was being handled");
    mb_name_route(error, rendering->page->route);
    return code;
}

/* Calls `function` with `argument`, protected; its failure is described in `error`. */
int mb_rendering_call(mb_rendering *rendering, lua_CFunction function, void *argument, mb_error *error)
{
    lua_State *L = rendering->L;
    mb_error described = {0};
    rendering->error = &described;
    lua_settop(L, 0);
    lua_pushcfunction(L, mb_describe_failure);
    lua_pushcfunction(L, function);
    lua_pushlightuserdata(L, argument);
    int status = lua_pcall(L, 1, 0, 1);
    mb_sandbox_end(rendering);
    if (status == LUA_OK && !rendering->stopped)
        return 0;
    int code = describe_status(rendering, status, &described);
    if (error)
        *error = described;
    return code;
}

int mb_rendering_new(const mb_render_setup *setup, const mb_page *page, mb_rendering **out, mb_error *error)
{
    mb_rendering *rendering;
    int code = mb_fresh_take(setup->scripts, &rendering, error);
    if (code)
        return code;
    rendering->setup = setup;
    rendering->page = page;
    mb_sandbox_start(rendering);
    code = mb_rendering_call(rendering, begin_page, NULL, error);
    if (code)
        mb_rendering_free(rendering);
    else
        *out = rendering;
    return code;
}

void mb_rendering_free(mb_rendering *rendering)
{
    if (rendering)
        mb_fresh_give_back(rendering->setup->scripts, rendering);
}

static int render(mb_rendering *rendering, mb_program_kind kind, const char *name, mb_slice content,
                  mb_language language, mb_buffer *out, mb_error *error)
{
    task wanted = {mb_program_find(rendering->setup->scripts, kind, mb_slice_of(name)), content};
    if (!wanted.program) {
        if (kind == MB_SHELL)
            mb_fail(error, MB_EIO, "neither the site nor its theme has a shell.html");
        else
            mb_fail(error, MB_EIO, "neither the site nor its theme has layouts/%s.lua or layouts/%s.md", name, name);
        mb_advise(error, "write it, or name a theme that has it as the `base` in theme.yaml");
        mb_name_route(error, rendering->page->route);
        return MB_EIO;
    }
    rendering->program = wanted.program->path;
    rendering->out = rendering->page_out = out;
    rendering->language = language;
    rendering->html_places[0] = (mb_html_place){.read = out->size};
    return mb_rendering_call(rendering, run_task, &wanted, error);
}

int mb_render_layout(mb_rendering *rendering, mb_buffer *out, mb_error *error)
{
    const mb_page *page = rendering->page;
    mb_program_kind kind = page->language == MB_MARKDOWN ? MB_LAYOUT : MB_FEED;
    return render(rendering, kind, page->layout, MB_NOTHING, page->language, out, error);
}

int mb_render_shell(mb_rendering *rendering, mb_slice content, mb_buffer *html, mb_error *error)
{
    return render(rendering, MB_SHELL, "shell", content, MB_HTML, html, error);
}

void mb_rendering_trace(mb_rendering *rendering, mb_trace *trace)
{
    rendering->trace = trace;
}

const mb_slice *mb_render_fragments(const mb_rendering *rendering, size_t *count)
{
    *count = rendering->fragment_count;
    return rendering->fragments;
}

static bool is_same_name(const mb_program *one, const mb_program *other)
{
    return one->kind == other->kind && strcmp(one->name, other->name) == 0;
}

void mb_rendering_files(const mb_rendering *rendering, mb_buffer *out)
{
    const mb_list *programs = &rendering->setup->scripts->programs;
    for (size_t i = 0; i < rendering->used_count; i++) {
        const mb_program *used = rendering->used[i];
        mb_buffer_printf(out, "%s %s\n", mb_program_kind_name(used->kind), used->path);
        for (uint32_t k = 0; k < programs->count; k++) {
            const mb_program *other = programs->items[k];
            if (other != used && is_same_name(used, other))
                mb_buffer_printf(out, "over %s\n", other->path);
        }
    }
}
