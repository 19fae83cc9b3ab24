/* program.c: finds what a site and its themes have in Lua, and compiles it once.
 *
 * Only text is compiled, and only our own bytecode, kept in memory, is loaded: a file with bytecode in it is refused,
 * since Lua doesn't check it. */
#include "script/program.h"

#include <lauxlib.h>
#include <lua.h>
#include <stdlib.h>

#include "core/digest.h"
#include "core/file.h"
#include "core/nearest.h"
#include "script/interpreter.h"
#include "script/languages.h"
#include "script/rendering.h"
#include "script/template.h"

/* A layout is written by hand: 4 MiB is a thousand times the longest. */
#define LAYOUT_CEILING   ((size_t)4 << 20)
#define BYTECODE_CEILING ((size_t)64 << 20)
/* A theme has some dozens of files. */
#define SCRIPTS_CEILING ((size_t)256 << 20)

/* Where each kind is in a layer. */
typedef struct place {
    const char *folder, *pattern;
    mb_program_kind kind;
    mb_program_form form;
} place;
static const place places[] = {
    {"layouts", "*.lua", MB_LAYOUT, MB_FORM_LUA},
    {"layouts", "*.md", MB_LAYOUT, MB_FORM_MARKDOWN},
    {"components", "*.lua", MB_COMPONENT, MB_FORM_LUA},
    {"components", "*.md", MB_COMPONENT, MB_FORM_MARKDOWN},
    {"components", "*.html", MB_COMPONENT, MB_FORM_HTML},
    {"includes", "*.lua", MB_INCLUDE, MB_FORM_LUA},
    {"includes", "*.md", MB_INCLUDE, MB_FORM_MARKDOWN},
    {"includes", "*.html", MB_INCLUDE, MB_FORM_HTML},
    {"lua", "*.lua", MB_MODULE, MB_FORM_LUA},
    {"", "shell.html", MB_SHELL, MB_FORM_HTML},
};

static int write_bytes(lua_State *L, const void *bytes, size_t size, void *context)
{
    (void)L;
    mb_buffer *out = context;
    mb_buffer_add(out, (mb_slice){bytes, size});
    return out->failed;
}

/* Takes "layout.md:12: " off Lua's message and returns the line. */
static uint32_t take_line(mb_slice *message)
{
    for (size_t colon = 0; (colon = mb_slice_find(*message, MB_TEXT(":"), colon)) != SIZE_MAX; colon++) {
        char *end;
        const char *digits = message->data + colon + 1;
        unsigned long line = strtoul(digits, &end, 10);
        if (end > digits && end[0] == ':' && end[1] == ' ') {
            *message = mb_slice_between(end + 2, mb_slice_end(*message));
            return (uint32_t)line;
        }
    }
    return 0;
}

static int describe_syntax(lua_State *L, const char *path, mb_error *error)
{
    mb_slice message;
    message.data = lua_tolstring(L, -1, &message.size);
    uint32_t line = take_line(&message);
    return mb_fail_at(error, MB_EFORMAT, (mb_where){path, line, 0}, "%.*s", MB_ARG(message));
}

static int compile(const char *path, mb_slice text, mb_buffer *bytecode, mb_error *error)
{
    lua_State *L = luaL_newstate();
    if (!L)
        return mb_fail_exhausted(error, MB_ENOMEM, "compiling a layout");
    char name[4096];
    snprintf(name, sizeof name, "@%s", path);
    int status = luaL_loadbufferx(L, text.data, text.size, name, "t");
    int code = 0;
    if (status == LUA_ERRSYNTAX)
        code = describe_syntax(L, path, error);
    else if (status != LUA_OK || lua_dump(L, write_bytes, bytecode, 0) != 0)
        code = mb_fail_exhausted(error, MB_ENOMEM, "compiling a layout");
    lua_close(L);
    return code;
}

static int compile_file(mb_slice text, const char *path, mb_program_form form, mb_buffer *lua, mb_buffer *bytecode,
                        mb_error *error)
{
    if (form == MB_FORM_LUA)
        return compile(path, text, bytecode, error);
    int code = mb_template_to_lua(text, path, lua, error);
    if (!code && lua->failed)
        code = mb_fail_exhausted(error, lua->failed, "compiling a layout");
    return code ? code : compile(path, mb_buffer_slice(lua), bytecode, error);
}

static const mb_program *find(const mb_list *programs, uint32_t from, mb_program_kind kind, mb_slice name)
{
    for (uint32_t i = from; i < programs->count; i++) {
        const mb_program *program = programs->items[i];
        if (program->kind == kind && mb_slice_equal(mb_slice_of(program->name), name))
            return program;
    }
    return NULL;
}

/* What a load needs beside the arena, where an exhausted arena still finds it. */
typedef struct loading {
    mb_scripts *scripts;
    const mb_scripts *former; /* or NULL */
    mb_buffer lua, bytecode;
    uint32_t layer_start; /* the first program of the layer that is being loaded */
    const char *bounds;   /* the theme's folder, which its files may not leave; or NULL */
    bool ships;
    mb_problems *problems;
    int mistaken; /* the code of the first mistake after which loading went on, described in `mistake` */
    mb_error mistake;
} loading;

int mb_fail_link(const char *path, const char *theme, mb_error *error)
{
    mb_fail_at(error, MB_EFORMAT, (mb_where){path, 0, 0}, "leads out of the theme %s", theme);
    mb_advise(error, "put the file itself there; `trust: full` in site.yaml lets a theme reach everything");
    return MB_EFORMAT;
}

static const mb_program *compiled_before(const loading *load, const mb_program *program)
{
    for (uint32_t i = 0; load->former && i < load->former->programs.count; i++) {
        const mb_program *before = load->former->programs.items[i];
        if (before->kind == program->kind && before->form == program->form && strcmp(before->path, program->path) == 0)
            return mb_slice_equal(before->text, program->text) ? before : NULL;
    }
    return NULL;
}

static int find_bytecode(loading *load, mb_program *program, mb_error *error)
{
    const mb_program *before = compiled_before(load, program);
    int code = 0;
    mb_buffer_clear(&load->lua);
    mb_buffer_clear(&load->bytecode);
    if (!before)
        code = compile_file(program->text, program->path, program->form, &load->lua, &load->bytecode, error);
    program->bytecode =
        mb_arena_copy(load->scripts->arena, before ? before->bytecode : mb_buffer_slice(&load->bytecode));
    return code;
}

static int load_file(loading *load, const char *path, mb_slice name, const place *where, mb_error *error)
{
    mb_arena *arena = load->scripts->arena;
    name = mb_arena_copy(arena, name);
    const mb_program *other = find(&load->scripts->programs, load->layer_start, where->kind, name);
    if (other) {
        mb_fail_at(error, MB_EFORMAT, (mb_where){path, 0, 0}, "there is also %s, and only one of them can be '%s'",
                   other->path, name.data);
        mb_advise(error, "take one of the two away");
        return MB_EFORMAT;
    }

    if (load->bounds && mb_path_leads_out(load->bounds, path))
        return mb_fail_link(path, load->bounds, error);
    mb_slice text;
    int code = mb_file_read(arena, path, LAYOUT_CEILING, &text, error);
    if (code)
        return code;
    mb_program program = {.kind = where->kind,
                          .form = where->form,
                          .name = name.data,
                          .path = path,
                          .text = text,
                          .ships = load->ships,
                          .is_empty = mb_slice_trim(text).size == 0};
    code = find_bytecode(load, &program, error);
    if (!code)
        *mb_list_add(arena, &load->scripts->programs, mb_program) = program;
    return code;
}

/* A mistake in one file keeps nobody from hearing of those in the others. */
static int pass_over(loading *load, int code, const mb_error *error)
{
    if (code != MB_EFORMAT || !mb_tells_all(load->problems))
        return code;
    mb_take_mistake(load->problems, error, &load->mistaken, &load->mistake);
    return 0;
}

static int fail_no_feed(const char *path, mb_error *error)
{
    mb_fail_at(error, MB_EFORMAT, (mb_where){path, 0, 0}, "no feed can have such a name");
    mb_advise(error,
              "end it in .atom, .csv, .ics, .json, .txt or .xml, with .lua behind where it is Lua from its start");
    return MB_EFORMAT;
}

/* Loads feeds/calendar.ics, or feeds/panel/calendar.ics.lua: a feed has the name of what it writes. */
static int load_feeds_in(loading *load, const char *folder, const char *prefix, mb_error *error)
{
    mb_arena *arena = load->scripts->arena;
    mb_strings files = {0};
    int code = mb_folder_list(arena, folder, "*", &files, error);
    for (uint32_t i = 0; !code && i < files.count; i++) {
        const char *path = mb_path_join(arena, folder, files.items[i].data);
        bool is_template = !mb_slice_ends(files.items[i], MB_TEXT(".lua"));
        mb_slice written = is_template ? files.items[i] : mb_path_stem(files.items[i].data);
        mb_slice name = mb_arena_printf(arena, "%s%.*s", prefix, MB_ARG(written));
        mb_language language;
        const place where = {.kind = MB_FEED, .form = is_template ? MB_FORM_FEED : MB_FORM_LUA};
        code = mb_language_of_file(name, &language) ? load_file(load, path, name, &where, error)
                                                    : fail_no_feed(path, error);
        code = pass_over(load, code, error);
    }
    return code;
}

static int load_feeds(loading *load, const char *layer, mb_error *error)
{
    mb_arena *arena = load->scripts->arena;
    const char *folder = mb_path_join(arena, layer, "feeds");
    mb_strings inside = {0};
    if (!mb_is_folder(folder))
        return 0;
    int code = load_feeds_in(load, folder, "", error);
    if (!code)
        code = mb_folder_list_folders(arena, folder, &inside, error);
    for (uint32_t i = 0; !code && i < inside.count; i++)
        code = load_feeds_in(load, mb_path_join(arena, folder, inside.items[i].data),
                             mb_arena_printf(arena, "%s/", inside.items[i].data).data, error);
    return code;
}

static int load_layer(loading *load, const char *layer, mb_error *error)
{
    mb_arena *arena = load->scripts->arena;
    load->layer_start = load->scripts->programs.count;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *folder = *places[i].folder ? mb_path_join(arena, layer, places[i].folder) : layer;
        if (!mb_is_folder(folder))
            continue;
        mb_strings names = {0};
        int code = mb_folder_list(arena, folder, places[i].pattern, &names, error);
        for (uint32_t k = 0; !code && k < names.count; k++) {
            code = load_file(load, mb_path_join(arena, folder, names.items[k].data), mb_path_stem(names.items[k].data),
                             &places[i], error);
            code = pass_over(load, code, error);
        }
        if (code)
            return code;
    }
    return load_feeds(load, layer, error);
}

/* The last layer is the library's own; the themes beside it came with it. */
static bool is_shipped(const char *const *layers, size_t layer, size_t count)
{
    mb_slice folder = mb_slice_of(layers[layer]), library = mb_slice_of(layers[count - 1]);
    return layer + 1 == count || (mb_slice_starts(folder, library) &&
                                  mb_slice_starts(mb_slice_from(folder, library.size), MB_TEXT("/themes/")));
}

static int load_layers(loading *load, const char *const *layers, size_t count, mb_error *error)
{
    if (mb_arena_guard(load->scripts->arena))
        return mb_fail_exhausted(error, mb_arena_failure(load->scripts->arena), "reading the layouts");
    for (size_t i = 0; i < count; i++) {
        load->ships = is_shipped(layers, i, count);
        load->bounds = load->scripts->trust == MB_TRUST_NOTHING && mb_is_theme_layer(i, count) ? layers[i] : NULL;
        int code = load_layer(load, layers[i], error);
        if (code)
            return code;
    }
    return 0;
}

int mb_scripts_load(const char *const *layers, size_t count, mb_trust trust, const mb_scripts *former,
                    mb_problems *problems, mb_scripts **out, mb_error *error)
{
    mb_arena *arena;
    int code = mb_interpreter_check(error);
    if (code)
        return code;
    code = mb_arena_new(SCRIPTS_CEILING, &arena);
    if (code)
        return mb_fail_exhausted(error, code, "reading the layouts");
    mb_scripts *scripts = calloc(1, sizeof *scripts);
    mb_idle *idle = mb_idle_new(mb_fresh_discard);
    if (!scripts || !idle) {
        free(scripts);
        mb_idle_free(idle);
        mb_arena_free(arena);
        return mb_fail_exhausted(error, MB_ENOMEM, "reading the layouts");
    }
    scripts->arena = arena;
    scripts->idle = idle;
    scripts->trust = trust;
    loading load = {.scripts = scripts,
                    .former = former,
                    .lua = mb_buffer_make(BYTECODE_CEILING),
                    .bytecode = mb_buffer_make(BYTECODE_CEILING),
                    .problems = problems};
    mb_error described = {0};
    code = load_layers(&load, layers, count, &described);
    if (!code && load.mistaken) {
        code = load.mistaken;
        described = load.mistake;
    }
    if (code && error)
        *error = described;
    mb_buffer_free(&load.lua);
    mb_buffer_free(&load.bytecode);
    if (code)
        mb_scripts_free(scripts);
    else
        *out = scripts;
    return code;
}

void mb_scripts_free(mb_scripts *scripts)
{
    if (!scripts)
        return;
    mb_idle_free(scripts->idle);
    mb_arena_free(scripts->arena);
    free(scripts);
}

mb_slice mb_scripts_digest(const mb_scripts *scripts, mb_arena *arena)
{
    mb_strings parts = {0};
    for (uint32_t i = 0; i < scripts->programs.count; i++) {
        const mb_program *program = scripts->programs.items[i];
        mb_strings_push(arena, &parts,
                        mb_arena_printf(arena, "%d %d %s\n", program->kind, program->form, program->path));
        mb_strings_push(arena, &parts, mb_sha256_hex(arena, program->text));
    }
    return mb_sha256_hex(arena, mb_arena_join(arena, parts.items, parts.count));
}

const mb_program *mb_program_find(const mb_scripts *scripts, mb_program_kind kind, mb_slice name)
{
    return find(&scripts->programs, 0, kind, name);
}

bool mb_program_wins(const mb_scripts *scripts, const mb_program *program)
{
    return mb_program_find(scripts, program->kind, mb_slice_of(program->name)) == program;
}

const char *mb_scripts_layout(const mb_scripts *scripts, const char *name)
{
    const mb_program *program = mb_program_find(scripts, MB_LAYOUT, mb_slice_of(name));
    return program ? program->path : NULL;
}

void mb_scripts_feeds(const mb_scripts *scripts, mb_arena *arena, mb_strings *out)
{
    for (uint32_t i = 0; i < scripts->programs.count; i++) {
        const mb_program *program = scripts->programs.items[i];
        if (program->kind == MB_FEED && !program->is_empty && mb_program_wins(scripts, program))
            mb_strings_push(arena, out, mb_slice_of(program->name));
    }
    mb_strings_sort(out);
}
