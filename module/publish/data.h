/* data.h: the site as JSON, from the table of descriptors: an index, each meeting, report and person, the decisions and
 * other lists, and the schema. */
#ifndef MB_PUBLISH_DATA_H
#define MB_PUBLISH_DATA_H

#include "publish/publish.h"

/* A file of data is at most this long. */
#define MB_DATA_CEILING ((size_t)1 << 30)

/* Adds the files of data (mb_published_file) to `files`. Somebody who has no page by privacy has no file, and is named in the
 * others as the papers print the name, but isn't among the people. */
void mb_data_list(mb_arena *arena, const mb_site_record *site, mb_list *files);

#endif
