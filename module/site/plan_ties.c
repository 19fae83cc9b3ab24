/* plan_ties.c: what became of each entry of a work plan: it moved, was dropped, or came to a meeting. */
#include "core/day.h"
#include "site/plans.h"

/* An entry that no later edition has may still come to one of the next meetings: within a quarter of a year. */
#define LATE_DAYS 92

/* The reference that a paper of the item has in the council's forward plan. */
static mb_slice reference_of(const mb_site_item *item)
{
    for (uint32_t i = 0; item->agenda && i < item->agenda->reports.count; i++) {
        const mb_report *report = item->agenda->reports.items[i];
        if (report->header && report->header->forward_plan_reference.size)
            return report->header->forward_plan_reference;
    }
    return MB_NOTHING;
}

static void give_entry(mb_assembly *assembly, mb_planned *planned, mb_site_item *item)
{
    planned->entry->item = item;
    mb_list_push(assembly->arena, &item->plan_entries, planned->entry);
}

/* What only a plan names has its entries for items. */
static void plan_items(mb_assembly *assembly, mb_site_meeting *meeting, const mb_list *entries)
{
    for (uint32_t i = 0; i < entries->count; i++) {
        mb_planned *planned = entries->items[i];
        mb_site_item *item = mb_list_add(assembly->arena, &meeting->items, mb_site_item);
        item->place = planned->entry->place;
        item->meeting = meeting;
        item->title = planned->entry->title;
        mb_list_push(assembly->arena, &item->plan_entries, planned->entry);
    }
}

static void tie_to_meeting(mb_assembly *assembly, mb_site_meeting *meeting, const mb_list *entries)
{
    if (meeting->state == mb_meeting_state_announced) {
        plan_items(assembly, meeting, entries);
        return;
    }
    mb_list *items = &meeting->items;
    mb_candidates left = {mb_new_array(assembly->scratch, mb_candidate, entries->count + 1), entries->count};
    mb_candidates right = {mb_new_array(assembly->scratch, mb_candidate, items->count + 1), items->count};
    for (uint32_t i = 0; i < left.count; i++) {
        const mb_planned *planned = entries->items[i];
        left.items[i] = (mb_candidate){planned->title, planned->entry->ref, 0};
    }
    for (uint32_t i = 0; i < right.count; i++) {
        const mb_site_item *item = items->items[i];
        mb_slice title = item->plan_entries.count ? MB_NOTHING : item->title;
        right.items[i] = (mb_candidate){*mb_known_title(assembly, title), reference_of(item), 0};
    }
    mb_pair_titles(assembly->scratch, left, right);
    for (uint32_t i = 0; i < left.count; i++)
        if (left.items[i].partner)
            give_entry(assembly, entries->items[i], items->items[left.items[i].partner - 1]);
}

/* --- One panel --- */

static int by_date(const void *a, const void *b)
{
    const mb_planned *left = *(mb_planned *const *)a, *right = *(mb_planned *const *)b;
    int order = mb_slice_compare(left->entry->date, right->entry->date);
    if (!order)
        order = mb_slice_compare(left->entry->title, right->entry->title);
    if (!order)
        order = mb_compare_bundles(left->first, right->first);
    return order ? order
                 : (left->entry->place.line > right->entry->place.line) -
                       (left->entry->place.line < right->entry->place.line);
}

/* Those planned for the meeting's own day; they stand together. */
static void tie_days(mb_assembly *assembly, const mb_plan *plan)
{
    for (uint32_t i = 0; i < plan->entries.count;) {
        mb_slice date = ((const mb_planned *)plan->entries.items[i])->entry->date;
        mb_list day = {0};
        for (; i < plan->entries.count; i++) {
            mb_planned *planned = plan->entries.items[i];
            if (!mb_slice_equal(planned->entry->date, date))
                break;
            mb_list_push(assembly->scratch, &day, planned);
        }
        mb_site_meeting *meeting = mb_meeting_on(assembly, plan->panel, date);
        if (meeting)
            tie_to_meeting(assembly, meeting, &day);
    }
}

/* Those that did not come on their day, meeting by meeting: what is planned before each, not too long ago. */
static void tie_late(mb_assembly *assembly, const mb_plan *plan)
{
    mb_list waiting = {0};
    uint32_t next = 0;
    for (uint32_t i = 0; i < plan->panel->meetings.count; i++) {
        mb_site_meeting *meeting = plan->panel->meetings.items[i];
        mb_day day = mb_day_of(meeting->date);
        if (day == MB_NO_DAY || meeting->state == mb_meeting_state_announced)
            continue;
        for (; next < plan->entries.count; next++) {
            mb_planned *planned = plan->entries.items[next];
            mb_day wanted = mb_day_of(planned->entry->date);
            if (wanted >= day)
                break;
            if (wanted != MB_NO_DAY && !planned->entry->item)
                mb_list_push(assembly->scratch, &waiting, planned);
        }
        mb_list due = {0};
        for (uint32_t k = 0; k < waiting.count; k++) {
            mb_planned *planned = waiting.items[k];
            if (!planned->entry->item && mb_day_of(planned->entry->date) + LATE_DAYS >= day)
                mb_list_push(assembly->scratch, &due, planned);
        }
        waiting = due;
        if (due.count)
            tie_to_meeting(assembly, meeting, &due);
    }
}

static mb_plan_state state_of(const mb_plan *plan, const mb_planned *planned)
{
    const mb_work_plan_entry *entry = planned->entry;
    const mb_plan_edition *first = entry->editions.items[0];
    uint32_t after = planned->last_edition + 1;
    if (entry->item)
        return mb_plan_state_came;
    if (after < plan->editions.count &&
        !mb_is_before(entry->date, ((const mb_edition *)plan->editions.items[after])->bundle->date))
        return mb_plan_state_dropped;
    return mb_slice_equal(first->date, entry->date) ? mb_plan_state_planned : mb_plan_state_moved;
}

/* --- All panels --- */

static int by_date_then_title(const void *a, const void *b)
{
    const mb_work_plan_entry *left = *(mb_work_plan_entry *const *)a, *right = *(mb_work_plan_entry *const *)b;
    int order = mb_slice_compare(left->date, right->date);
    if (!order)
        order = mb_slice_compare(left->title, right->title);
    return order ? order : mb_slice_compare(left->id, right->id);
}

static void identify(mb_assembly *assembly)
{
    mb_map *taken = mb_map_new(assembly->scratch);
    for (uint32_t i = 0; i < assembly->plans.count; i++) {
        const mb_plan *plan = assembly->plans.items[i];
        for (uint32_t k = 0; k < plan->entries.count; k++) {
            mb_work_plan_entry *entry = ((mb_planned *)plan->entries.items[k])->entry;
            mb_slice slug = mb_known_slug(assembly, ((mb_plan_edition *)entry->editions.items[0])->title);
            mb_slice wanted = MB_JOINED(assembly->arena, plan->panel->id, MB_TEXT("/"), slug);
            entry->id = mb_unique_slug(assembly, taken, wanted);
        }
    }
}

void mb_tie_plans(mb_assembly *assembly)
{
    identify(assembly);
    for (uint32_t i = 0; i < assembly->plans.count; i++) {
        mb_plan *plan = assembly->plans.items[i];
        mb_sort_list(&plan->entries, by_date);
        tie_days(assembly, plan);
        tie_late(assembly, plan);
        for (uint32_t k = 0; k < plan->entries.count; k++) {
            mb_planned *planned = plan->entries.items[k];
            planned->entry->state = state_of(plan, planned);
        }
    }
    mb_list *work_plan = &assembly->site->work_plan;
    mb_sort_list(work_plan, by_date_then_title);
    for (uint32_t i = 0; i < work_plan->count; i++) {
        mb_work_plan_entry *entry = work_plan->items[i];
        mb_list_push(assembly->arena, &entry->panel->work_plan, entry);
    }
}
