/* reader.h: a pack's bytes become the typed model.
 *
 *     bytes ─► text room (pages, lines, furniture) ─► documents ─► front sheet, agenda, minutes, reports ─► mb_pack
 *
 * Odd text never fails: it becomes a diagnostic, and reading goes on. Only files that can't be read, limits and
 * memory fail. */
#ifndef MB_READER_READER_H
#define MB_READER_READER_H

#include "core/error.h"
#include "model/model.h"

/* A pack has at most this many bytes: ten times the largest that councils publish as text. */
#define MB_PACK_CEILING ((size_t)256 << 20)

/* The vocabularies that packs can be read with: constant once loaded, shared by any number of threads, counted. */
typedef struct mb_dialects mb_dialects;

/* One of them; reader/dialect/dialect.h says what it can be asked. */
typedef struct mb_dialect mb_dialect;

/* Loads every `*.yaml` of the folders; a file of a later folder replaces one of the same name in an earlier.
 * MB_EIO, MB_EFORMAT (YAML error, unknown key, with file, line and column), or 0. */
int mb_dialects_load(const char *const *folders, size_t count, mb_dialects **out, mb_error *error);

/* One more holder of the dialects, who gives them back with mb_dialects_free. */
mb_dialects *mb_dialects_hold(mb_dialects *dialects);

/* Gives the caller's hold on the dialects back; they live on while a reading holds them. NULL is allowed. */
void mb_dialects_free(mb_dialects *dialects);

/* A digest of all that they were loaded from. */
mb_slice mb_dialects_digest(const mb_dialects *dialects);

/* A pack that was read, the arena that holds it and its source, and the dialects, whose words it may point to; among
 * them the one that it was read with. */
typedef struct mb_reading {
    mb_arena *arena;
    mb_pack *pack;
    mb_dialects *dialects;
    const mb_dialect *dialect;
    mb_list wordless;     /* of mb_pages: sheets of the file without text */
    struct mb_gist *gist; /* in a site: what it knows of the text (site/gist.h); NULL: nothing yet */
    mb_slice key;         /* where a keeper was asked: under which name it is kept */
    bool was_kept;        /* the keeper had it */
} mb_reading;

/* Who keeps readings from one run to the next. */
typedef struct mb_keeper {
    /* Gives the reading that was kept under the key, a digest of all that a reading comes from; false where there is none.
     * Any thread may ask. */
    bool (*find)(void *context, mb_slice key, mb_reading *out);
    void *context;
} mb_keeper;

/* How a pack is read; NULL, or zeroed memory: as usual. */
typedef struct mb_reading_options {
    const char *dialect;     /* the name of the dialect; NULL: the one whose marks fit best */
    const char *cache;       /* the folder of caches, for the texts of PDFs; NULL: the person's; "": nothing is kept */
    const char *corrections; /* a file of corrections (see model/corrections.h); NULL: none */
    mb_slice corrections_text;          /* what is in that file; NOTHING: it is read */
    const struct mb_holidays *holidays; /* beside those of the dialect; NULL: none */
    const mb_keeper *keeper;            /* is asked for the reading before the pack is read; NULL: nobody */
} mb_reading_options;

/* Reads the file at `path`, text or a PDF. MB_EIO, MB_ELIMIT (a file over MB_PACK_CEILING), MB_EUSAGE (no such dialect;
 * the message lists them), MB_EFORMAT (a mistake in the corrections, with file, line and column), MB_ENOMEM, or 0; then
 * the caller owns `out` and gives it back with mb_reading_free. */
int mb_read_pack(mb_dialects *dialects, const mb_reading_options *options, const char *path, mb_reading *out,
                 mb_error *error);

/* The same for text in memory, which is copied; `file` names it in places and messages. */
int mb_read_bytes(mb_dialects *dialects, const mb_reading_options *options, mb_slice bytes, const char *file,
                  mb_reading *out, mb_error *error);

void mb_reading_free(mb_reading *reading);

#endif
