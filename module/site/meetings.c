/* meetings.c: the packs' meetings become the site's: merged where several packs tell of the same one. */
#include <stdlib.h>

#include "core/file.h"
#include "core/unicode.h"
#include "site/tellings.h"

/* Both types begin with the fields of schema_meeting.def, so that a field of one is at the same offset in the other. */
_Static_assert(offsetof(mb_site_meeting, front_matter) == offsetof(mb_meeting, front_matter),
               "a SiteMeeting begins as a Meeting does");

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_meetings(const mb_telling *a, const mb_telling *b)
{
    mb_slice left = a->panel ? a->panel->id : MB_NOTHING, right = b->panel ? b->panel->id : MB_NOTHING;
    int order = mb_slice_compare(left, right);
    if (!order)
        order = mb_slice_compare(a->meeting->date, b->meeting->date);
    return order ? order : compare_numbers(a->sitting, b->sitting);
}

static int by_meeting(const void *a, const void *b)
{
    const mb_telling *left = *(mb_telling *const *)a, *right = *(mb_telling *const *)b;
    int order = compare_meetings(left, right);
    if (!order)
        order = compare_numbers(left->bundle->rank, right->bundle->rank);
    return order ? order : compare_numbers(left->meeting->place.line, right->meeting->place.line);
}

/* A pack that minutes two meetings of one panel on one day tells of two sittings; likewise one that calls two. */
static void number_sittings(mb_tellings all)
{
    uint32_t minuted = 0, called = 0;
    for (uint32_t i = 0; i < all.count; i++) {
        mb_telling *one = all.items[i], *before = i ? all.items[i - 1] : NULL;
        if (!before || before->bundle != one->bundle || !mb_slice_equal(before->meeting->date, one->meeting->date) ||
            before->panel != one->panel)
            minuted = called = 0;
        one->sitting = one->meeting->minutes ? minuted++ : called++;
    }
}

static mb_tellings gather(mb_assembly *assembly)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < assembly->count; i++)
        count += assembly->bundles[i].pack->meetings.count;
    mb_tellings all = {mb_new_array(assembly->scratch, mb_telling *, count ? count : 1), 0};
    mb_telling *tellings = mb_new_array(assembly->scratch, mb_telling, count ? count : 1);
    for (uint32_t i = 0; i < assembly->count; i++) {
        const mb_bundle *bundle = &assembly->bundles[i];
        for (uint32_t k = 0; k < bundle->pack->meetings.count; k++) {
            mb_meeting *meeting = bundle->pack->meetings.items[k];
            mb_telling *one = &tellings[all.count];
            *one = (mb_telling){mb_panel_of(assembly, meeting->body), 0, meeting, bundle};
            all.items[all.count++] = one;
        }
    }
    if (count)
        qsort(all.items, count, sizeof *all.items, by_meeting);
    number_sittings(all);
    if (count)
        qsort(all.items, count, sizeof *all.items, by_meeting);
    return all;
}

/* --- One meeting --- */

static bool calls(const mb_telling *telling)
{
    return !telling->meeting->minutes || telling->meeting->agenda.count > 0;
}

static int by_authority(const void *a, const void *b, void *by_issue)
{
    const mb_telling *left = *(mb_telling *const *)a, *right = *(mb_telling *const *)b;
    if (calls(left) != calls(right))
        return calls(left) ? -1 : 1;
    const mb_bundle *one = left->bundle, *other = right->bundle;
    int order = *(const bool *)by_issue ? mb_slice_compare(other->pack->issued, one->pack->issued)
                                        : mb_slice_compare(other->date, one->date);
    return order ? order : compare_numbers(other->rank, one->rank);
}

/* Dates of issue decide where all tellings have one. */
static void put_latest_first(mb_tellings tellings)
{
    bool by_issue = true;
    for (uint32_t i = 0; i < tellings.count; i++)
        by_issue = by_issue && tellings.items[i]->bundle->pack->issued.size > 0;
    qsort_r(tellings.items, tellings.count, sizeof *tellings.items, by_authority, &by_issue);
}

/* A meeting whose date or body is not known has the name of its file, which tells it from others. */
static mb_slice id_of(mb_assembly *assembly, const mb_telling *telling)
{
    mb_slice date = telling->meeting->date, file = telling->bundle->pack->source->file;
    if (telling->panel && date.size > 0) {
        mb_slice id = MB_JOINED(assembly->arena, date, MB_TEXT("-"), telling->panel->id);
        return telling->sitting ? mb_arena_printf(assembly->arena, "%.*s-%u", MB_ARG(id), telling->sitting + 1) : id;
    }
    mb_slice known = mb_slug(assembly->scratch, telling->meeting->id);
    return mb_slug(assembly->arena,
                   mb_arena_printf(assembly->scratch, "%.*s %.*s", MB_ARG(known), MB_ARG(mb_path_name(file))));
}

static int by_file(const void *a, const void *b)
{
    return mb_compare_bundles(*(mb_bundle *const *)a, *(mb_bundle *const *)b);
}

/* A pack's papers belong to the meeting that it calls. */
static void note_calls(mb_assembly *assembly, mb_tellings tellings, mb_site_meeting *meeting)
{
    for (uint32_t i = 0; i < tellings.count; i++) {
        const mb_telling *one = tellings.items[i];
        mb_bundle *bundle = &assembly->bundles[one->bundle - assembly->bundles];
        if (!one->meeting->minutes && !bundle->called)
            bundle->called = meeting;
    }
}

static void list_packs(mb_assembly *assembly, mb_tellings tellings, mb_site_meeting *meeting)
{
    mb_list bundles = {0};
    for (uint32_t i = 0; i < tellings.count; i++)
        mb_list_push(assembly->scratch, &bundles, (void *)tellings.items[i]->bundle);
    mb_sort_list(&bundles, by_file);
    for (uint32_t i = 0; i < bundles.count; i++) {
        mb_pack *pack = ((const mb_bundle *)bundles.items[i])->pack;
        if (mb_list_last(&meeting->packs) != pack)
            mb_list_push(assembly->arena, &meeting->packs, pack);
    }
}

static mb_slice meeting_key(mb_arena *arena, const mb_panel *panel, mb_slice date)
{
    return MB_JOINED(arena, date, MB_TEXT(" "), panel->id);
}

static void add_meeting(mb_assembly *assembly, mb_tellings tellings)
{
    put_latest_first(tellings);
    const mb_telling *first = tellings.items[0];
    mb_site_meeting *meeting = mb_list_add(assembly->arena, &assembly->site->meetings, mb_site_meeting);
    meeting->place = first->meeting->place;
    meeting->id = id_of(assembly, first);
    meeting->panel = first->panel;
    for (uint32_t i = 0; i < tellings.count; i++)
        mb_take_what_is_missing(mb_type_of(meeting), meeting, tellings.items[i]->meeting);
    list_packs(assembly, tellings, meeting);
    note_calls(assembly, tellings, meeting);
    mb_note_changes(assembly, tellings, meeting);
    mb_merge_agendas(assembly, tellings, meeting);
    if (first->panel && meeting->date.size && first->sitting == 0)
        *mb_map_at(assembly->meetings, meeting_key(assembly->scratch, first->panel, meeting->date)) = meeting;
}

static bool are_of_one_meeting(const mb_telling *a, const mb_telling *b)
{
    return a->panel && a->meeting->date.size > 0 && compare_meetings(a, b) == 0;
}

void mb_merge_meetings(mb_assembly *assembly)
{
    mb_tellings all = gather(assembly);
    assembly->meetings = mb_map_new(assembly->scratch);
    for (uint32_t first = 0, end; first < all.count; first = end) {
        for (end = first + 1; end < all.count && are_of_one_meeting(all.items[first], all.items[end]);)
            end++;
        add_meeting(assembly, (mb_tellings){all.items + first, end - first});
    }
}

mb_site_meeting *mb_meeting_on(const mb_assembly *assembly, const mb_panel *panel, mb_slice date)
{
    return panel ? mb_map_get(assembly->meetings, meeting_key(assembly->scratch, panel, date)) : NULL;
}

mb_site_meeting *mb_add_announced_meeting(mb_assembly *assembly, mb_panel *panel, mb_slice date, mb_place place)
{
    mb_site_meeting *meeting = mb_list_add(assembly->arena, &assembly->site->meetings, mb_site_meeting);
    meeting->place = place;
    meeting->id = MB_JOINED(assembly->arena, date, MB_TEXT("-"), panel->id);
    meeting->body = panel->name;
    meeting->date = date;
    meeting->panel = panel;
    meeting->state = mb_meeting_state_announced;
    mb_list_push(assembly->arena, &meeting->packs, mb_bundle_of(assembly, &place)->pack);
    *mb_map_at(assembly->meetings, meeting_key(assembly->scratch, panel, date)) = meeting;
    return meeting;
}

/* --- Their order --- */

static int by_date_then_body(const void *a, const void *b)
{
    const mb_site_meeting *left = *(mb_site_meeting *const *)a, *right = *(mb_site_meeting *const *)b;
    int order = mb_slice_compare(left->date, right->date);
    if (!order)
        order = mb_slice_compare(left->body, right->body);
    return order ? order : mb_slice_compare(left->id, right->id);
}

/* The meetings come by date, so a later one's members replace an earlier one's. */
static void link_to_panel(mb_assembly *assembly, mb_site_meeting *meeting)
{
    mb_panel *panel = meeting->panel;
    if (meeting->members.count > 0)
        panel->members = meeting->members;
    meeting->previous = mb_list_last(&panel->meetings);
    if (meeting->previous)
        meeting->previous->next = meeting;
    mb_list_push(assembly->arena, &panel->meetings, meeting);
}

void mb_order_meetings(mb_assembly *assembly)
{
    mb_list *meetings = &assembly->site->meetings;
    mb_sort_list(meetings, by_date_then_body);
    for (uint32_t i = 0; i < meetings->count; i++)
        if (((mb_site_meeting *)meetings->items[i])->panel)
            link_to_panel(assembly, meetings->items[i]);
}
