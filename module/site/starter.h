/* starter.h: the files with which a site begins. */
#ifndef MB_SITE_STARTER_H
#define MB_SITE_STARTER_H

#include "core/arena.h"
#include "core/error.h"

/* Told of each file of a new site: its path, and whether it was written; else there was one already. */
typedef void mb_starter_teller(void *context, const char *path, bool is_new);

/* Writes them into `folder`, which need not exist; nothing that is there is changed. MB_EIO, or 0. */
int mb_start_site(mb_arena *arena, const char *folder, mb_starter_teller *tell, void *context, mb_error *error);

#endif
