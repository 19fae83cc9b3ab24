/* site.h: what the functions of minutebook.h hold of a site. */
#ifndef MB_DOORS_SITE_H
#define MB_DOORS_SITE_H

#include "publish/publish.h"

struct mb_site {
    mb_snapshot *snapshot;
    mb_publication *publication;
    mb_finding *findings;
    size_t finding_count;
};

/* Tells of the mistake that ended the work, where nobody heard of it, and gives it to the caller. */
int mb_end_told(int code, mb_problems *problems, const mb_error *mistake, mb_error *error);

#endif
