/* site.h: what the functions of minutebook.h hold of a site. */
#ifndef MB_DOORS_SITE_H
#define MB_DOORS_SITE_H

#include "doors/ahead.h"
#include "publish/publish.h"

struct mb_site {
    mb_snapshot *snapshot;
    mb_publication *publication;
    mb_finding *findings;
    size_t finding_count;
    mb_ahead *ahead;
};

/* Make it now, as mb_site_render and mb_site_make_file describe. */
int mb_make_page(const mb_site *site, const char *route, int format, char **out, size_t *size, mb_error *error);
int mb_make_file(const mb_site *site, const char *path, char **out, size_t *size, mb_error *error);

/* Tells of the mistake that ended the work, where nobody heard of it, and gives it to the caller. */
int mb_end_told(int code, mb_problems *problems, const mb_error *mistake, mb_error *error);

#endif
