/* routes.h: which pages a site has, and where. */
#ifndef MB_PUBLISH_ROUTES_H
#define MB_PUBLISH_ROUTES_H

#include "script/script.h"

/* Writes the address of the object within the site: the route of its page, or its place on the page of something else where
 * it has none of its own: /meetings/2025-11-04-panel/street-trees/#decision-1. False where no page shows it. */
bool mb_route_of(const mb_render_setup *setup, const mb_type_info *type, const void *object, mb_buffer *out);

/* Adds every page of the site (mb_page) that `scripts` has a layout for, sorted by route. MB_EFORMAT where two pages
 * would have one route, which is told of each such route, or 0. */
int mb_routes_list(mb_arena *arena, const mb_site_record *site, const mb_scripts *scripts, mb_list *pages,
                   mb_problems *problems, mb_error *error);

/* The route of page `i` of a list of pages, for mb_nearest. */
const char *mb_route_at(const void *pages, size_t i);

/* The file of a route: meetings/2025-11-04-panel/index.html, or 404.html of /404.html. In the arena. */
const char *mb_route_file(mb_arena *arena, const char *route);

#endif
