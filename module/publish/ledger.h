/* ledger.h: what files were like when they were last made from the same, so that nobody makes them again.
 *
 *     all inputs ─► digest ─► in the cache? ── yes ──► digest of each file ─► is it so in the folder? ── yes ──► done
 *                                  └── no ─► every file is made ─► its digest ─► cache
 *
 * As with readings (site/shelf.h) nothing can go stale, since its name comes from all that it was made from; and what
 * somebody edited or took away is made again, since the folder's own files are asked. */
#ifndef MB_PUBLISH_LEDGER_H
#define MB_PUBLISH_LEDGER_H

#include "core/digest.h"
#include "publish/publish.h"

/* What the ledgers of all sites of a person take of the disk; one of 100,000 files has 3 MiB. */
#define MB_LEDGERS_SIZE ((uint64_t)64 << 20)

typedef struct mb_ledger {
    mb_arena *arena;
    const char *folder; /* NULL: nothing is kept */
    mb_slice key;
    mb_digest *digests; /* of the files, by number */
    size_t count;
    bool is_found; /* they were made before; then the digests tell as what */
} mb_ledger;

/* The ledger of these files (mb_published_file); mb_ledger_close gives it back. */
void mb_ledger_open(const mb_publication *publication, const mb_list *files, mb_ledger *out);
void mb_ledger_close(mb_ledger *ledger);

/* Notes what a file is made as. Any number of threads at once, each with another file. */
void mb_ledger_note(mb_ledger *ledger, size_t number, mb_slice content);

/* Keeps it, once every file is noted and in its place. */
void mb_ledger_keep(const mb_ledger *ledger);

#endif
