/* assembly.h: what the steps share that put the packs of a site together.
 *
 *     bundles ─► panels ─► meetings ─► work plan ─► items ─► papers ─► registers ─► people ─► what is left open
 *
 * A bundle is one pack as it was handed in; the steps read what the packs say and write the site's record. */
#ifndef MB_SITE_ASSEMBLY_H
#define MB_SITE_ASSEMBLY_H

#include "core/map.h"
#include "model/diagnose.h"
#include "model/schema.h"
#include "site/gist.h"
#include "site/person_names.h"
#include "site/site.h"
#include "site/titles.h"

/* One pack. Which of two packs is the later one matters where both tell of the same meeting. */
typedef struct mb_bundle {
    mb_pack *pack;
    const mb_dialect *dialect;
    mb_slice date; /* of issue, else of the meeting that it calls, else of the newest that it minutes; or NOTHING */
    uint32_t rank; /* its place in site.yaml */
    const mb_list *wordless; /* see mb_reading */
    mb_gist *gist;
    mb_site_meeting *called; /* the meeting that it calls, or NULL */
} mb_bundle;

typedef struct mb_assembly {
    mb_arena *arena;   /* the site's */
    mb_arena *scratch; /* forgotten when the site is made */
    const mb_site_config *config;
    const mb_dialect *dialect; /* for words that belong to no pack; may be NULL */
    mb_bundle *bundles;        /* by file name */
    uint32_t count;
    mb_site_record *site;
    mb_map *panels;   /* by the key of each of their names (panel_names.h) */
    mb_map *bodies;   /* of mb_panel *: what mb_panel_of has found, by the name as printed */
    mb_map *meetings; /* by panel and date: mb_meeting_on */
    mb_list plans;    /* of mb_plan, by panel */
    struct mb_identities *identities;
    mb_list undertakings;             /* of mb_undertaking, one for each of the site's actions */
    mb_map *titles, *names, *bearers; /* see mb_known_title and its like */
    mb_map *together;                 /* see mb_known_bearers */
    mb_map *title_numbers;            /* by key */
    mb_map *bearings;                 /* by the key of a name */
    mb_map *surnames;                 /* each once */
} mb_assembly;

/* The pack in which the place is. */
const mb_bundle *mb_bundle_of(const mb_assembly *assembly, const mb_place *place);

/* They stand side by side, by file name. */
static inline int mb_compare_bundles(const mb_bundle *a, const mb_bundle *b)
{
    return (a > b) - (a < b);
}

/* Says something about the packs together. */
mb_diagnostic *mb_site_remark(mb_assembly *assembly, mb_code code, mb_place place, const char *format, ...)
    MB_PRINTF(4, 5);

/* Who goes by a name, as far as it is known: one for all names with the same key. A name is on 100 places of each pack,
 * so what it leads to is kept at hand. */
typedef struct mb_bearing {
    struct mb_identity *configured, *in_full; /* by people.yaml; in the papers, by the name in full. Or NULL */
    const mb_site_meeting *meeting;           /* the last one for which it was noted who is meant there, */
    struct mb_identity *meant;                /* and who that was */
} mb_bearing;

/* known.c: what a title or a person's name says; good while the site is put together. A known name has its bearing, and the
 * letters of one surname stand at one place: their address says whether two surnames are equal. Known titles are numbered from
 * 1; those with the same key have the same number. */
const mb_title *mb_known_title(const mb_assembly *assembly, mb_slice printed);
const mb_person_name *mb_known_name(const mb_assembly *assembly, mb_slice printed);

/* Likewise where an honorific may stand before the name. */
typedef struct mb_bearer {
    const mb_person_name *name;
    mb_slice honorific;
} mb_bearer;
const mb_bearer *mb_known_bearer(const mb_assembly *assembly, mb_slice printed);

/* Those of "Ann Lee and Bob Hay" (mb_bearer); none where it says nothing. */
const mb_list *mb_known_bearers(const mb_assembly *assembly, mb_slice printed);

/* Sorts a list's items; `compare` gets pointers to two of its pointers, and must never call two of them equal. */
void mb_sort_list(mb_list *list, int (*compare)(const void *, const void *));

/* ids.c: the slug, or, where it is taken, the slug with the next number behind it: "minutes-2". */
mb_slice mb_unique_slug(mb_assembly *assembly, mb_map *taken, mb_slice wanted);

/* A title's slug, not longer than fits in an address; empty where the title says nothing. */
mb_slice mb_short_slug(mb_arena *arena, mb_slice title);

/* The same of a title that is known: it lives as long as what is known. */
mb_slice mb_known_slug(const mb_assembly *assembly, mb_slice title);

/* "2025-11-04-panel/street-trees/decision-2": the id of a thing of the item. */
mb_slice mb_numbered_id(mb_arena *arena, mb_slice item, mb_slice what, uint32_t number);

/* --- The steps, in their order --- */

/* panels.c: one panel for each body that the packs name, whatever they call it. */
void mb_find_panels(mb_assembly *assembly);

/* The panel that a body's name means, or NULL. */
mb_panel *mb_panel_of(const mb_assembly *assembly, mb_slice body);

/* meetings.c: every meeting that the packs tell of, once. */
void mb_merge_meetings(mb_assembly *assembly);

/* Adds a meeting that only a work plan names. */
mb_site_meeting *mb_add_announced_meeting(mb_assembly *assembly, mb_panel *panel, mb_slice date, mb_place place);

/* The panel's meetings in order, each with its neighbours. */
void mb_order_meetings(mb_assembly *assembly);

/* The panel's meeting on that day, or NULL; of several the first. */
mb_site_meeting *mb_meeting_on(const mb_assembly *assembly, const mb_panel *panel, mb_slice date);

/* plans.c: what the panels plan, over all editions of their work plans; and the meetings that only they name. */
void mb_read_plans(mb_assembly *assembly);

/* items.c: what the agenda and the minutes of each meeting say of the same business. */
void mb_tie_items(mb_assembly *assembly);

/* plan_ties.c: what became of each entry of a work plan. */
void mb_tie_plans(mb_assembly *assembly);

/* items.c: the addresses of all items. */
void mb_identify_items(mb_assembly *assembly);

/* papers.c: every paper with its meeting and its item of business. */
void mb_place_papers(mb_assembly *assembly);

/* copies.c: which papers are copies of one another. */
void mb_find_copies(mb_assembly *assembly);

/* people.c: everybody whom the papers name, once. */
void mb_find_people(mb_assembly *assembly);

/* Who is meant by a name in a meeting's papers; NULL where nobody, or where it can't be known. */
mb_site_person *mb_person_in(const mb_assembly *assembly, const mb_site_meeting *meeting, mb_slice printed);

/* registers.c: what was decided, asked, declared and promised. */
void mb_fill_registers(mb_assembly *assembly);

/* terms.c: the terms that the packs explain. */
void mb_gather_terms(mb_assembly *assembly);

/* The question that the contribution asks or answers, or NULL. */
mb_question *mb_question_of(const mb_site_item *item, const mb_contribution *contribution);

/* states.c: how far each meeting has come. */
void mb_judge_meetings(mb_assembly *assembly);

/* notice.c: the deadlines of site.yaml, for meetings that are to come. */
void mb_set_deadlines(mb_assembly *assembly);

/* gaps.c: what the packs leave open. */
void mb_find_gaps(mb_assembly *assembly);

/* hiding.c: takes the telephone numbers and e-mail addresses that people.yaml hides out of all texts, and those without a
 * page out of what the reader found of who spoke. */
void mb_hide_values(mb_assembly *assembly);

#endif
