/* kept_ids.h: the ids under which a site was published, as ids.yaml beside it keeps them.
 *
 *     people:
 *       a-lee: ann-lee                         was published, and leads to the one that has a better name
 *       ann-lee:                               is there under its own name
 *     items:
 *       2025-11-04-roads-panel:
 *         street-trees:                        of /meetings/2025-11-04-roads-panel/street-trees/
 *
 * What was published once stays in the file. An id that nothing has any more leads to what was known by that name, or to
 * what a person writes behind it. */
#ifndef MB_SITE_KEPT_IDS_H
#define MB_SITE_KEPT_IDS_H

#include "core/map.h"
#include "model/schema.h"

/* The kinds of object whose ids are kept. */
enum { MB_KEPT_KINDS = 5 };

typedef struct mb_kept_id {
    mb_slice id;
    mb_slice now;  /* the id that it leads to, or NOTHING */
    uint32_t line; /* 0: it is new */
} mb_kept_id;

typedef struct mb_kept_ids {
    const char *file; /* ids.yaml */
    mb_list of[MB_KEPT_KINDS];
} mb_kept_ids;

/* An id that was published, of what has another one now. */
typedef struct mb_moved_id {
    const mb_type_info *type;
    mb_slice id;        /* the former */
    const void *object; /* what has it now */
} mb_moved_id;

/* Reads the file, which need not be there. Every mistake is told to `problems`. MB_EFORMAT, MB_EIO, or 0. */
int mb_kept_ids_read(mb_arena *arena, const char *folder, mb_problems *problems, mb_kept_ids *out, mb_error *error);

/* Finds out where the ids lead that nothing has any more, and adds to `moved` (mb_moved_id) which; says of the others that
 * they lead nowhere. MB_ENOMEM, MB_ELIMIT, or 0. */
int mb_settle_kept_ids(mb_arena *arena, mb_kept_ids *ids, mb_site_record *site, mb_list *moved, mb_error *error);

/* The place of an object's type among the kinds, or -1. */
int mb_kept_kind(const mb_type_info *type);

/* Adds ids that are published now: for each kind those of `published`. */
void mb_keep_ids(mb_arena *arena, mb_kept_ids *ids, const mb_strings published[MB_KEPT_KINDS]);

/* Writes the file, where it isn't so already. MB_EIO, or 0. */
int mb_kept_ids_write(mb_arena *arena, const mb_kept_ids *ids, mb_error *error);

/* former_ids.c: the ids that an object would have had under its other names. */
void mb_former_ids(mb_arena *arena, const mb_type_info *type, const void *object, mb_strings *out);

#endif
