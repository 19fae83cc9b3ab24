/* plans.h: the work plans of one panel, edition by edition.
 *
 *     edition of February    Play areas (April)     Otters (April)    Allotments (June)
 *     edition of April       Play areas: repairs    Otters (June)     —
 *                            └ renamed, came        └ moved           └ dropped                                     */
#ifndef MB_SITE_PLANS_H
#define MB_SITE_PLANS_H

#include "site/assembly.h"
#include "site/titles.h"

/* A pack's plan for one panel. */
typedef struct mb_edition {
    const mb_bundle *bundle;
    mb_list rows; /* of mb_forward_plan_entry, in the order of the pack */
} mb_edition;

/* An entry with what ties it to the next edition. */
typedef struct mb_planned {
    mb_work_plan_entry *entry;
    const mb_bundle *first; /* the pack that has it first */
    mb_title title;         /* by the newest edition that has it */
    uint32_t last_edition;  /* the position of that one */
} mb_planned;

typedef struct mb_plan {
    mb_panel *panel;
    mb_list editions; /* of mb_edition, the oldest first */
    mb_list entries;  /* of mb_planned, in the order in which they were first planned */
} mb_plan;

/* Whether a day, or a month, lies wholly before another day. */
bool mb_is_before(mb_slice date, mb_slice other);

#endif
