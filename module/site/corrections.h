/* corrections.h: which corrections belong to which pack of a site. */
#ifndef MB_SITE_CORRECTIONS_H
#define MB_SITE_CORRECTIONS_H

#include "core/arena.h"
#include "core/error.h"

/* The file of corrections for each pack, in the order of `packs`, NULL where there is none: of packs/2025-11-04.txt,
 * corrections/2025-11-04.yaml in the site's folder. A file there that belongs to no pack is a mistake: MB_EFORMAT. */
int mb_site_corrections(mb_arena *arena, const char *folder, const mb_strings *packs, const char *const **out,
                        mb_error *error);

#endif
