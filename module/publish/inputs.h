/* inputs.h: a digest of all that the pages of a site are made from, by content: while it is the same, so are the pages.
 *
 *     the program; the Lua that answers                             by the linker's digests
 *     the tables of Unicode, the parser of Markdown                 by their versions
 *     the day, site.yaml, people.yaml, ids.yaml                     as they were when the site was opened
 *     packs, corrections, dialects                                  by the keys of their readings
 *     layouts, components, modules, shells, feeds; settings         of all layers
 *     style sheets                                                  by their addresses, in their order
 *     what is published                                             by kinds and paths */
#ifndef MB_PUBLISH_INPUTS_H
#define MB_PUBLISH_INPUTS_H

#include "publish/publish.h"

/* The digest for these files (mb_published_file) of the publication, in hexadecimal; assets are no part of it, being files
 * themselves. NOTHING where it can't be told: layouts that are trusted reach the whole machine, a file that was changed
 * just now may have been read before, and a program or a Lua may be without a digest. */
mb_slice mb_inputs_digest(mb_arena *arena, const mb_publication *publication, const mb_list *files);

#endif
