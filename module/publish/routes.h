/* routes.h: which pages a site has, and where. */
#ifndef MB_PUBLISH_ROUTES_H
#define MB_PUBLISH_ROUTES_H

#include "script/script.h"

/* Writes the route of the page that shows the object; false where it has no page. */
bool mb_route_of(const mb_type_info *type, const void *object, mb_buffer *out);

/* Adds every page of the site (mb_page) that `scripts` has a layout for, sorted by route. MB_EFORMAT where two pages
 * would have one route, or 0. */
int mb_routes_list(mb_arena *arena, const mb_site_record *site, const mb_scripts *scripts, mb_list *pages,
                   mb_error *error);

/* Sorts `pages` by route; MB_EFORMAT where two have the same, or 0. */
int mb_routes_sort(const mb_site_record *site, mb_list *pages, mb_error *error);

/* The file of a route: meetings/2025-11-04-panel/index.html, or 404.html of /404.html. In the arena. */
const char *mb_route_file(mb_arena *arena, const char *route);

#endif
