/* ledger.c: see ledger.h. A failure of any kind is as good as no ledger: all is made. Its memory is its own, so that this
 * holds where memory runs out as well. */
#include "publish/ledger.h"

#include "core/cache.h"
#include "publish/inputs.h"

/* The names of 100,000 files and their digests take some 30 MiB, and ids.yaml some more. */
#define LEDGER_CEILING ((size_t)256 << 20)

static bool find(mb_ledger *ledger)
{
    mb_slice kept;
    size_t size = ledger->count * sizeof *ledger->digests;
    if (!mb_cache_find(ledger->arena, ledger->folder, ledger->key.data, size, &kept) || kept.size != size)
        return false;
    memcpy(ledger->digests, kept.data, size);
    return true;
}

/* False where there is no ledger, nor can be. */
static bool look_up(const mb_publication *publication, const mb_list *files, mb_ledger *ledger)
{
    if (mb_arena_guard(ledger->arena))
        return false;
    ledger->folder = mb_cache_folder(ledger->arena, publication->site->cache, "builds");
    if (!ledger->folder)
        return false;
    ledger->key = mb_inputs_digest(ledger->arena, publication, files);
    if (!ledger->key.data)
        return false;
    ledger->count = files->count;
    ledger->digests = mb_new_array(ledger->arena, mb_digest, files->count ? files->count : 1);
    ledger->is_found = find(ledger);
    return true;
}

void mb_ledger_open(const mb_publication *publication, const mb_list *files, mb_ledger *out)
{
    *out = (mb_ledger){0};
    if (mb_arena_new(LEDGER_CEILING, &out->arena) == 0 && !look_up(publication, files, out))
        mb_ledger_close(out);
}

void mb_ledger_close(mb_ledger *ledger)
{
    mb_arena_free(ledger->arena);
    *ledger = (mb_ledger){0};
}

void mb_ledger_note(mb_ledger *ledger, size_t number, mb_slice content)
{
    if (ledger->folder && !ledger->is_found)
        ledger->digests[number] = mb_sha256(content);
}

void mb_ledger_keep(const mb_ledger *ledger)
{
    if (!ledger->folder || ledger->is_found || mb_arena_guard(ledger->arena))
        return;
    const mb_slice digests = {(const char *)ledger->digests, ledger->count * sizeof *ledger->digests};
    if (mb_cache_keep(ledger->arena, ledger->folder, ledger->key.data, digests, NULL) == 0)
        mb_cache_trim(ledger->arena, ledger->folder, MB_LEDGERS_SIZE);
}
