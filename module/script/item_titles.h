/* item_titles.h: the titles of items and papers as in a sentence, made once a site, by whichever page asks first.
 *
 * A publication makes them of its site, and its pages share them: `title_of` in a layout is all that asks. A title may be
 * a slice of the site's own text. */
#ifndef MB_SCRIPT_ITEM_TITLES_H
#define MB_SCRIPT_ITEM_TITLES_H

#include "model/schema.h"

/* Safe from several threads. */
typedef struct mb_titles mb_titles;

/* `site` outlives it. NULL without memory. */
mb_titles *mb_titles_new(const mb_site_record *site);
void mb_titles_free(mb_titles *titles);

#endif
