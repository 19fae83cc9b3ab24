/* plans.c: see plans.h. */
#include "site/plans.h"

#include <stdlib.h>

bool mb_is_before(mb_slice date, mb_slice other)
{
    return mb_slice_compare(date, mb_slice_first(other, date.size)) < 0;
}

/* --- Editions --- */

static mb_plan *plan_of(mb_assembly *assembly, mb_map *plans, mb_panel *panel)
{
    void **place = mb_map_at(plans, panel->id);
    if (!*place) {
        mb_plan *plan = *place = mb_list_add(assembly->scratch, &assembly->plans, mb_plan);
        plan->panel = panel;
    }
    return *place;
}

static mb_edition *edition_of(mb_assembly *assembly, mb_plan *plan, const mb_bundle *bundle)
{
    mb_edition *last = mb_list_last(&plan->editions);
    if (last && last->bundle == bundle)
        return last;
    last = mb_list_add(assembly->scratch, &plan->editions, mb_edition);
    last->bundle = bundle;
    return last;
}

/* Whoever else decides, it is the panel whose papers have the plan that will hear of it. */
static mb_panel *panel_of_row(const mb_assembly *assembly, const mb_bundle *bundle, const mb_forward_plan_entry *row)
{
    mb_panel *panel = mb_panel_of(assembly, row->decision_maker);
    return panel ? panel : bundle->called ? bundle->called->panel : NULL;
}

static void gather_editions(mb_assembly *assembly)
{
    mb_map *plans = mb_map_new(assembly->scratch);
    for (uint32_t i = 0; i < assembly->count; i++) {
        const mb_bundle *bundle = &assembly->bundles[i];
        for (uint32_t k = 0; k < bundle->pack->forward_plan.count; k++) {
            mb_forward_plan_entry *row = bundle->pack->forward_plan.items[k];
            mb_panel *panel = panel_of_row(assembly, bundle, row);
            if (!panel || row->title.size == 0)
                continue;
            mb_edition *edition = edition_of(assembly, plan_of(assembly, plans, panel), bundle);
            mb_list_push(assembly->scratch, &edition->rows, row);
        }
    }
}

static int by_age(const void *a, const void *b)
{
    const mb_bundle *left = (*(mb_edition *const *)a)->bundle, *right = (*(mb_edition *const *)b)->bundle;
    int order = mb_slice_compare(left->date, right->date);
    return order ? order : (left->rank > right->rank) - (left->rank < right->rank);
}

static int by_panel(const void *a, const void *b)
{
    return mb_slice_compare((*(mb_plan *const *)a)->panel->id, (*(mb_plan *const *)b)->panel->id);
}

/* --- Entries over editions --- */

static void add_edition(mb_assembly *assembly, mb_plan *plan, mb_planned *planned, uint32_t position,
                        mb_forward_plan_entry *row)
{
    const mb_edition *edition = plan->editions.items[position];
    mb_work_plan_entry *entry = planned->entry;
    mb_plan_edition *told = mb_list_add(assembly->arena, &entry->editions, mb_plan_edition);
    *told = (mb_plan_edition){
        .place = row->place, .issued = edition->bundle->date, .date = row->date, .title = row->title, .entry = row};
    entry->title = row->title;
    entry->date = row->date;
    if (row->ref.size)
        entry->ref = row->ref;
    planned->title = *mb_known_title(assembly, row->title);
    planned->last_edition = position;
}

static mb_planned *add_entry(mb_assembly *assembly, mb_plan *plan, const mb_bundle *bundle,
                             const mb_forward_plan_entry *row)
{
    mb_planned *planned = mb_list_add(assembly->scratch, &plan->entries, mb_planned);
    planned->entry = mb_list_add(assembly->arena, &assembly->site->work_plan, mb_work_plan_entry);
    planned->first = bundle;
    planned->entry->place = row->place;
    planned->entry->panel = plan->panel;
    return planned;
}

/* Forgets the entries whose day had passed when the edition came out. */
static void close_entries(mb_list *open, mb_slice issued)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < open->count; i++) {
        mb_slice date = ((const mb_planned *)open->items[i])->entry->date;
        if (!date.size || !mb_is_before(date, issued))
            open->items[kept++] = open->items[i];
    }
    open->count = kept;
}

static mb_candidates candidates(mb_assembly *assembly, uint32_t count)
{
    return (mb_candidates){mb_new_array(assembly->scratch, mb_candidate, count + 1), count};
}

/* What is planned again for the same day under the same title. */
static mb_slice title_and_date(mb_assembly *assembly, const mb_title *title, mb_slice date)
{
    return MB_JOINED(assembly->scratch, title->key, MB_TEXT(" "), date);
}

static bool plans_for(const mb_edition *edition, mb_slice date)
{
    for (uint32_t i = 0; i < edition->rows.count; i++)
        if (mb_slice_equal(((const mb_forward_plan_entry *)edition->rows.items[i])->date, date))
            return true;
    return false;
}

/* A partner that is none: what has it is not paired again. */
#define CAME UINT32_MAX

/* An edition that begins behind the meeting which it goes out with no longer has what is on that meeting's agenda: a
 * row of the same title is the next of its kind. */
static void set_aside_what_came(mb_assembly *assembly, const mb_edition *edition, const mb_list *open,
                                mb_candidates before)
{
    const mb_site_meeting *called = edition->bundle->called;
    if (!called || plans_for(edition, called->date))
        return;
    mb_candidates left = candidates(assembly, before.count), right = candidates(assembly, called->agenda.count);
    for (uint32_t i = 0; i < left.count; i++) {
        const mb_planned *planned = open->items[i];
        bool due = mb_slice_equal(planned->entry->date, called->date);
        left.items[i] = (mb_candidate){due ? planned->title : (mb_title){.key = MB_TEXT("")}, MB_NOTHING, 0};
    }
    for (uint32_t i = 0; i < right.count; i++)
        right.items[i].title = *mb_known_title(assembly, ((const mb_agenda_item *)called->agenda.items[i])->title);
    mb_pair_titles(assembly->scratch, left, right);
    for (uint32_t i = 0; i < left.count; i++)
        if (left.items[i].partner && !before.items[i].partner)
            before.items[i].partner = CAME;
}

/* `open` has the entries that the edition may go on with, and takes those that it begins. */
static void take_edition(mb_assembly *assembly, mb_plan *plan, uint32_t position, mb_list *open)
{
    const mb_edition *edition = plan->editions.items[position];
    close_entries(open, edition->bundle->date);
    mb_candidates before = candidates(assembly, open->count), now = candidates(assembly, edition->rows.count);
    for (uint32_t i = 0; i < before.count; i++) {
        const mb_planned *planned = open->items[i];
        before.items[i].title = planned->title;
        before.items[i].number = title_and_date(assembly, &planned->title, planned->entry->date);
    }
    for (uint32_t i = 0; i < edition->rows.count; i++) {
        const mb_forward_plan_entry *row = edition->rows.items[i];
        now.items[i].title = *mb_known_title(assembly, row->title);
        now.items[i].number = title_and_date(assembly, &now.items[i].title, row->date);
    }
    mb_pair_numbers(assembly->scratch, before, now);
    set_aside_what_came(assembly, edition, open, before);
    for (uint32_t i = 0; i < before.count; i++)
        before.items[i].number = ((const mb_planned *)open->items[i])->entry->ref;
    for (uint32_t i = 0; i < edition->rows.count; i++)
        now.items[i].number = ((const mb_forward_plan_entry *)edition->rows.items[i])->ref;
    mb_pair_titles(assembly->scratch, before, now);

    for (uint32_t i = 0; i < edition->rows.count; i++) {
        mb_forward_plan_entry *row = edition->rows.items[i];
        uint32_t known = now.items[i].partner;
        mb_planned *planned = known ? open->items[known - 1] : add_entry(assembly, plan, edition->bundle, row);
        if (!known)
            mb_list_push(assembly->scratch, open, planned);
        add_edition(assembly, plan, planned, position, row);
    }
}

/* --- Meetings that only a plan names --- */

/* The day of the newest meeting that a pack of the panel calls or minutes. */
static mb_slice newest_meeting(const mb_assembly *assembly, const mb_panel *panel, mb_slice least)
{
    for (uint32_t i = 0; i < assembly->site->meetings.count; i++) {
        const mb_site_meeting *meeting = assembly->site->meetings.items[i];
        if (meeting->panel == panel && mb_slice_compare(least, meeting->date) < 0)
            least = meeting->date;
    }
    return least;
}

#define WHOLE_DATE (sizeof "2025-11-04" - 1)

static void announce(mb_assembly *assembly, const mb_plan *plan)
{
    const mb_edition *newest = mb_list_last(&plan->editions);
    mb_slice after = newest_meeting(assembly, plan->panel, newest->bundle->date);
    for (uint32_t i = 0; i < newest->rows.count; i++) {
        const mb_forward_plan_entry *row = newest->rows.items[i];
        mb_panel *panel = mb_panel_of(assembly, row->decision_maker);
        if (row->decision_maker.size && panel != plan->panel)
            continue; /* somebody who decides alone, on a day when nobody need meet */
        if (row->date.size == WHOLE_DATE && mb_slice_compare(row->date, after) > 0 &&
            !mb_meeting_on(assembly, plan->panel, row->date))
            mb_add_announced_meeting(assembly, plan->panel, row->date, row->place);
    }
}

void mb_read_plans(mb_assembly *assembly)
{
    gather_editions(assembly);
    mb_sort_list(&assembly->plans, by_panel);
    for (uint32_t i = 0; i < assembly->plans.count; i++) {
        mb_plan *plan = assembly->plans.items[i];
        mb_sort_list(&plan->editions, by_age);
        mb_list open = {0};
        for (uint32_t k = 0; k < plan->editions.count; k++)
            take_edition(assembly, plan, k, &open);
        announce(assembly, plan);
    }
}
