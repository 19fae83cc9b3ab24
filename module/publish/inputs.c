/* inputs.c: see inputs.h. Digests of the parts, a line each, so that no two parts run into one another. */
#include "publish/inputs.h"

#include "core/build.h"
#include "core/digest.h"
#include "core/file.h"
#include "core/unicode.h"
#include "markdown/markdown.h"
#include "publish/files.h"
#include "script/interpreter.h"

/* Ids of 100,000 pages need some MiB. */
#define FILE_CEILING ((size_t)64 << 20)

static void add(mb_arena *arena, mb_strings *lines, mb_slice part)
{
    mb_strings_push(arena, lines, mb_sha256_hex(arena, part));
}

/* False where the file may have changed since the site was opened. */
static bool add_file(mb_arena *arena, mb_strings *lines, const char *path, const mb_stamp *opened)
{
    mb_slice text = MB_NOTHING;
    if (opened->is_there && mb_file_read(arena, path, FILE_CEILING, &text, NULL))
        return false;
    add(arena, lines, opened->is_there ? text : MB_TEXT("missing"));
    return mb_stamp_holds(opened, path);
}

static bool add_site_files(mb_arena *arena, mb_strings *lines, const mb_snapshot *site)
{
    for (size_t i = 0; i < MB_SITE_FILES; i++)
        if (!add_file(arena, lines, mb_path_join(arena, site->folder, mb_site_file_names[i]), &site->files[i]))
            return false;
    return true;
}

/* False where nobody asked for the readings by their keys. */
static bool add_readings(mb_arena *arena, mb_strings *lines, const mb_snapshot *site)
{
    const mb_readings *readings = &site->readings;
    add(arena, lines, mb_dialects_digest(readings->vocabulary.dialects));
    for (uint32_t i = 0; i < readings->count; i++) {
        if (!readings->items[i].key.data)
            return false;
        add(arena, lines, site->config.packs.items[i]);
        mb_strings_push(arena, lines, readings->items[i].key);
    }
    return true;
}

static void add_settings(mb_arena *arena, mb_strings *lines, const mb_list *settings)
{
    for (uint32_t i = 0; i < settings->count; i++) {
        const mb_setting_value *setting = settings->items[i];
        add(arena, lines, setting->name);
        add(arena, lines, mb_arena_printf(arena, "%d %.*s", (int)setting->kind, MB_ARG(setting->text)));
    }
}

/* Their order is that of their layers, which their paths don't tell. */
static void add_style_sheets(mb_arena *arena, mb_strings *lines, const mb_strings *sheets)
{
    for (uint32_t i = 0; i < sheets->count; i++)
        add(arena, lines, sheets->items[i]);
}

static void add_paths(mb_arena *arena, mb_strings *lines, const mb_list *files)
{
    for (uint32_t i = 0; i < files->count; i++) {
        const mb_published_file *file = files->items[i];
        mb_strings_push(arena, lines, mb_arena_printf(arena, "%s %s\n", file->what, file->path));
    }
}

mb_slice mb_inputs_digest(mb_arena *arena, const mb_publication *publication, const mb_list *files)
{
    const mb_snapshot *site = publication->site;
    mb_slice build = mb_build_id(arena), lua = mb_interpreter_build(arena);
    mb_strings lines = {0};
    if (!build.data || !lua.data || site->config.trust.size > 0)
        return MB_NOTHING;
    add(arena, &lines, build);
    add(arena, &lines, lua);
    add(arena, &lines, mb_unicode_version());
    add(arena, &lines, mb_slice_of(mb_markdown_parser_version()));
    add(arena, &lines, site->record->today);
    add(arena, &lines, mb_scripts_digest(publication->scripts, arena));
    add_settings(arena, &lines, &publication->settings);
    add_style_sheets(arena, &lines, &publication->style_sheets);
    if (!add_readings(arena, &lines, site) || !add_site_files(arena, &lines, site))
        return MB_NOTHING;
    add_paths(arena, &lines, files);
    return mb_sha256_hex(arena, mb_arena_join(arena, lines.items, lines.count));
}
