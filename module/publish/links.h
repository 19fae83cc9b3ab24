/* links.h: whether the links of a built site lead somewhere. */
#ifndef MB_PUBLISH_LINKS_H
#define MB_PUBLISH_LINKS_H

#include "publish/publish.h"

/* What a page's HTML has: its ids, and the addresses of its links; each text ends with a NUL. */
typedef struct mb_page_links {
    mb_buffer ids, targets;
    bool is_read;
} mb_page_links;

/* Reads the HTML of a page; mb_links_free takes back what it takes. */
void mb_links_read(mb_slice html, mb_page_links *out);
void mb_links_free(mb_page_links *links);

/* Looks whether every link from one page to another, and to a place of a page, leads to something that is published.
 * `pages` has an entry for each of the publication's files. MB_EFORMAT where one doesn't, MB_ENOMEM, or 0. */
int mb_links_check(const mb_publication *publication, mb_arena *arena, const mb_page_links *pages,
                   mb_problems *problems, mb_error *error);

/* Looks where `navigation`, `links` and `licence` of site.yaml lead within the site. MB_EFORMAT, or 0. */
int mb_links_configured(const mb_publication *publication, mb_problems *problems, mb_error *error);

#endif
