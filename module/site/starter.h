/* starter.h: the files with which a site or a theme begins. */
#ifndef MB_SITE_STARTER_H
#define MB_SITE_STARTER_H

#include "core/arena.h"
#include "core/error.h"

/* Told of each file of a new site: its path, and whether it was written; else there was one already. */
typedef void mb_starter_teller(void *context, const char *path, bool is_new);

/* Writes them into `folder`, which need not exist; nothing that is there is changed, but for the folder .minutebook: it
 * has what editors read of this library, always of this version. MB_EIO, or 0. */
int mb_start_site(mb_arena *arena, const char *folder, mb_starter_teller *tell, void *context, mb_error *error);

/* The same for a theme of the site in `folder`, in its folder themes/`name`. MB_EIO, MB_EUSAGE (there is no site, or that
 * can't be a theme's name), or 0. */
int mb_start_theme(mb_arena *arena, const char *folder, const char *name, mb_starter_teller *tell, void *context,
                   mb_error *error);

#endif
