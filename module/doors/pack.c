/* pack.c: the C interface to one pack: open, its JSON, its findings. */
#include <stdlib.h>
#include <string.h>

#include "core/data.h"
#include "core/file.h"
#include "doors/copy.h"
#include "doors/finding.h"
#include "doors/options.h"
#include "model/corrections.h"
#include "model/json.h"
#include "reader/reader.h"

/* The findings are made when the pack is opened, so that an open pack never changes. */
struct mb_open_pack {
    mb_reading reading;
    mb_arena *paths;
    const char *corrections; /* the file for them */
    const mb_finding *findings;
    size_t finding_count;
};

/* A few paths. */
#define PATHS_CEILING ((size_t)64 << 10)

/* Real packs give two to three times their size, by the names of the fields and the indentation (measured: 2.1, 2.5
 * and 3.1); the largest pack may give sixteen times its own. */
#define JSON_CEILING ((size_t)4 << 30)

static int load_dialects(mb_arena *paths, const char *more, mb_dialects **out, mb_error *error)
{
    const char *folders[] = {mb_path_join(paths, mb_data_folder(paths), "dialects"), more};
    return mb_dialects_load(folders, more ? 2 : 1, out, error);
}

/* ---- where the corrections of a pack are ---- */

/* The folder that a path leads through last, with its slash: "site/packs/" of "site/packs/x.txt", "" of "x.txt". */
static mb_slice folder_of(mb_slice path)
{
    while (path.size && path.data[path.size - 1] != '/')
        path.size--;
    return path;
}

/* The folder above: "site/" of "site/packs/". */
static mb_slice folder_above(mb_arena *arena, mb_slice folder)
{
    mb_slice above = folder.size ? folder_of(mb_slice_first(folder, folder.size - 1)) : MB_NOTHING;
    bool named = folder.size && !mb_slice_ends(folder, MB_TEXT("./")) && folder.size > 1;
    return named ? above : mb_arena_printf(arena, "%.*s../", MB_ARG(folder));
}

/* Beside the pack, or beside its folder, as in a site whose packs have one of their own; where there are none, where
 * they would be. */
static const char *corrections_beside(mb_arena *arena, const char *path)
{
    mb_slice in = folder_of(mb_slice_of(path));
    const char *folder = mb_arena_copy(arena, in).data, *above = mb_arena_copy(arena, folder_above(arena, in)).data;
    const char *beside_pack = mb_corrections_path(arena, folder, path);
    const char *beside_folder = mb_corrections_path(arena, above, path);
    if (mb_is_file(beside_pack))
        return beside_pack;
    bool of_site = mb_is_file(beside_folder) || mb_is_file(mb_path_join(arena, above, "site.yaml"));
    return of_site ? beside_folder : beside_pack;
}

/* Sets the file into which corrections go; and, where there are any to apply, `out`. */
static void find_corrections(mb_arena *arena, const mb_pack_options *options, const char *path, const char **file,
                             const char **out)
{
    const char *given = options->corrections;
    *file = given && *given ? given : corrections_beside(arena, path);
    *out = given ? (*given ? given : NULL) : (mb_is_file(*file) ? *file : NULL);
}

static int read_with(const mb_pack_options *options, const char *path, mb_open_pack *pack, mb_error *error)
{
    mb_dialects *dialects = NULL;
    if (mb_arena_guard(pack->paths))
        return mb_fail_exhausted(error, mb_arena_failure(pack->paths), "finding the pack's corrections");
    mb_reading_options how = {.dialect = options->dialect, .cache = options->cache};
    find_corrections(pack->paths, options, path, &pack->corrections, &how.corrections);
    int code = load_dialects(pack->paths, options->dialects, &dialects, error);
    if (code)
        return code;
    code = mb_read_pack(dialects, &how, path, &pack->reading, error);
    mb_dialects_free(dialects);
    return code;
}

static int list_findings(mb_open_pack *pack, mb_error *error)
{
    mb_arena *arena = pack->reading.arena;
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "listing what was found in the pack");

    const mb_list *diagnostics = &pack->reading.pack->diagnostics;
    mb_finding *findings = mb_new_array(arena, mb_finding, diagnostics->count);
    for (uint32_t i = 0; i < diagnostics->count; i++)
        findings[i] = mb_finding_of(arena, pack->reading.pack->source->file, pack->corrections, diagnostics->items[i]);
    pack->findings = findings;
    pack->finding_count = diagnostics->count;
    return MB_OK;
}

int mb_pack_open(const char *path, const mb_pack_options *options, mb_open_pack **out, mb_error *error)
{
    mb_pack_options known = MB_PACK_OPTIONS;
    int code = mb_take_options(&known, sizeof known, options, "MB_PACK_OPTIONS", error);
    if (code)
        return code;
    mb_open_pack *pack = calloc(1, sizeof *pack);
    if (!pack)
        return mb_fail_exhausted(error, MB_ENOMEM, "opening a pack");
    code = mb_arena_new(PATHS_CEILING, &pack->paths);
    code = code ? mb_fail_exhausted(error, code, "opening a pack") : read_with(&known, path, pack, error);
    if (!code)
        code = list_findings(pack, error);
    if (code) {
        mb_pack_close(pack);
        return code;
    }
    *out = pack;
    return MB_OK;
}

void mb_pack_close(mb_open_pack *pack)
{
    if (!pack)
        return;
    mb_reading_free(&pack->reading);
    mb_arena_free(pack->paths);
    free(pack);
}

int mb_pack_json(const mb_open_pack *pack, char **out, size_t *size, mb_error *error)
{
    mb_buffer json = mb_buffer_make(JSON_CEILING);
    mb_json_write_view(mb_type_of(pack), pack->reading.pack, &(mb_json_view){0}, &json);
    return mb_give_copy(&json, "writing the model as JSON", out, size, error);
}

size_t mb_pack_finding_count(const mb_open_pack *pack)
{
    return pack->finding_count;
}

const mb_finding *mb_pack_finding(const mb_open_pack *pack, size_t index)
{
    return index < pack->finding_count ? &pack->findings[index] : NULL;
}

void mb_pack_words(const mb_open_pack *pack, mb_words *out)
{
    *out = mb_words_of(pack->reading.pack);
}
