/* listing.h: the pages and feeds of a site, and their files. They are the same until a pack changes or a layout comes or
 * goes, so publications of one site share them: who saves a layout doesn't wait for 100,000 addresses. */
#ifndef MB_PUBLISH_LISTING_H
#define MB_PUBLISH_LISTING_H

#include "script/script.h"
#include "site/site.h"

/* Constant once it is made; counted. */
typedef struct mb_listing mb_listing;

/* The one of `former`, which may be NULL, where it is of the same site and the layouts have the same names; else a new
 * one. Who holds it holds the site. MB_EFORMAT where two pages would have one route (see mb_routes_list), MB_ENOMEM, or 0. */
int mb_listing_take(const mb_snapshot *site, const mb_scripts *scripts, mb_listing *former, mb_problems *problems,
                    mb_listing **out, mb_error *error);
void mb_listing_free(mb_listing *listing);

/* Its pages and feeds (mb_page), by route; their files and those of data (mb_published_file), by path. */
const mb_list *mb_listed_pages(const mb_listing *listing);
const mb_list *mb_listed_feeds(const mb_listing *listing);
const mb_list *mb_listed_files(const mb_listing *listing);

#endif
