/* pack.c: the C interface to one pack: open, its JSON, its findings. */
#include <stdlib.h>
#include <string.h>

#include "core/data.h"
#include "core/file.h"
#include "doors/copy.h"
#include "doors/finding.h"
#include "doors/options.h"
#include "model/json.h"
#include "reader/reader.h"

/* The findings are made when the pack is opened, so that an open pack never changes. */
struct mb_open_pack {
    mb_reading reading;
    const mb_finding *findings;
    size_t finding_count;
};

/* The path of the shipped vocabularies and a little bookkeeping. */
#define PATHS_CEILING ((size_t)64 << 10)

/* Real packs give two to three times their size, by the names of the fields and the indentation (measured: 2.1, 2.5
 * and 3.1); the largest pack may give sixteen times its own. */
#define JSON_CEILING ((size_t)4 << 30)

static int load_dialects_with(mb_arena *paths, const char *more, mb_dialects **out, mb_error *error)
{
    if (mb_arena_guard(paths))
        return mb_fail_exhausted(error, mb_arena_failure(paths), "finding the vocabularies");
    const char *folders[] = {mb_path_join(paths, mb_data_folder(paths), "dialects"), more};
    return mb_dialects_load(folders, more ? 2 : 1, out, error);
}

static int load_dialects(const char *more, mb_dialects **out, mb_error *error)
{
    mb_arena *paths;
    if (mb_arena_new(PATHS_CEILING, &paths))
        return mb_fail_exhausted(error, MB_ENOMEM, "finding the vocabularies");
    int code = load_dialects_with(paths, more, out, error);
    mb_arena_free(paths);
    return code;
}

static int read_with(const mb_pack_options *options, const char *path, mb_reading *out, mb_error *error)
{
    mb_dialects *dialects = NULL;
    int code = load_dialects(options->dialects, &dialects, error);
    if (code)
        return code;
    const mb_reading_options wanted = {.dialect = options->dialect, .cache = options->cache};
    code = mb_read_pack(dialects, &wanted, path, out, error);
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
        findings[i] = mb_finding_of(arena, pack->reading.pack->source->file, diagnostics->items[i]);
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
    code = read_with(&known, path, &pack->reading, error);
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
    free(pack);
}

int mb_pack_json(const mb_open_pack *pack, char **out, size_t *size, mb_error *error)
{
    mb_buffer json = mb_buffer_make(JSON_CEILING);
    mb_json_write(mb_type_of(pack), pack->reading.pack, &json);
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
