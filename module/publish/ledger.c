/* ledger.c: see ledger.h. A failure of any kind is as good as no ledger: all is made. */
#include "publish/ledger.h"

#include "core/cache.h"
#include "publish/inputs.h"

static bool find(mb_arena *arena, mb_ledger *ledger)
{
    mb_slice kept;
    size_t size = ledger->count * sizeof *ledger->digests;
    if (!mb_cache_find(arena, ledger->folder, ledger->key.data, size, &kept) || kept.size != size)
        return false;
    memcpy(ledger->digests, kept.data, size);
    return true;
}

void mb_ledger_open(mb_arena *arena, const mb_publication *publication, const mb_list *files, mb_ledger *out)
{
    *out = (mb_ledger){.folder = mb_cache_folder(arena, publication->site->cache, "builds"), .count = files->count};
    if (!out->folder)
        return;
    out->key = mb_inputs_digest(arena, publication, files);
    out->digests = mb_new_array(arena, mb_digest, files->count ? files->count : 1);
    if (out->key.data)
        out->is_found = find(arena, out);
    else
        out->folder = NULL;
}

void mb_ledger_note(mb_ledger *ledger, size_t number, mb_slice content)
{
    if (ledger->folder && !ledger->is_found)
        ledger->digests[number] = mb_sha256(content);
}

void mb_ledger_keep(mb_arena *arena, const mb_ledger *ledger)
{
    const mb_slice digests = {(const char *)ledger->digests, ledger->count * sizeof *ledger->digests};
    if (ledger->folder && !ledger->is_found &&
        mb_cache_keep(arena, ledger->folder, ledger->key.data, digests, NULL) == 0)
        mb_cache_trim(arena, ledger->folder, MB_LEDGERS_SIZE);
}
