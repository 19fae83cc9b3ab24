/* assemble.c: the packs' meetings become the site's: merged where two packs tell of the same one, sorted, linked. */
#include <stdlib.h>

#include "core/unicode.h"
#include "model/schema.h"
#include "site/site.h"

/* One pack's word on one meeting. */
typedef struct telling {
    mb_slice id;
    mb_meeting *meeting;
    mb_pack *pack;
    uint32_t pack_position;
} telling;

/* Says of every object below `record` which pack it is in. */
static void number_places(const mb_type_info *type, void *record, uint32_t pack)
{
    if (type->placed)
        ((mb_place *)record)->pack = pack;
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++) {
        const mb_field_info *field = &fields.items[i];
        void *at = (char *)record + field->offset;
        if (field->kind == MB_KIND_record && *(void **)at)
            number_places(field->type, *(void **)at, pack);
        if (field->kind != MB_KIND_list || !mb_field_exists(field, record))
            continue;
        const mb_list *list = at;
        for (uint32_t k = 0; k < list->count; k++)
            number_places(field->type, list->items[k], pack);
    }
}

/* Both types begin with the fields of schema_meeting.def, so that a field of one is at the same offset in the other. */
_Static_assert(offsetof(mb_site_meeting, front_matter) == offsetof(mb_meeting, front_matter),
               "a SiteMeeting begins as a Meeting does");

static const size_t kind_sizes[] = {
    [MB_KIND_string] = sizeof(mb_kind_string),
    [MB_KIND_date] = sizeof(mb_kind_date),
    [MB_KIND_time] = sizeof(mb_kind_time),
    [MB_KIND_moment] = sizeof(mb_kind_moment),
    [MB_KIND_count] = sizeof(mb_kind_count),
    [MB_KIND_flag] = sizeof(mb_kind_flag),
    [MB_KIND_maybe] = sizeof(mb_kind_maybe),
    [MB_KIND_pages] = sizeof(mb_kind_pages),
    [MB_KIND_strings] = sizeof(mb_kind_strings),
    [MB_KIND_rows] = sizeof(mb_kind_rows),
    [MB_KIND_contribution_span] = sizeof(mb_kind_contribution_span),
    [MB_KIND_option] = sizeof(mb_meeting_state),
    [MB_KIND_record] = sizeof(void *),
    [MB_KIND_list] = sizeof(mb_list),
    [MB_KIND_reference] = sizeof(void *),
    [MB_KIND_references] = sizeof(mb_list),
};

/* Zeroed memory is a field that says nothing. */
static bool says_nothing(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i])
            return false;
    return true;
}

static void take_what_is_missing(mb_site_meeting *to, const mb_meeting *from)
{
    mb_fields fields = mb_type_of(meeting)->fields();
    for (uint32_t i = 0; i < fields.count; i++) {
        char *at = (char *)to + fields.items[i].offset;
        size_t size = kind_sizes[fields.items[i].kind];
        if (says_nothing(at, size))
            memcpy(at, (const char *)from + fields.items[i].offset, size);
    }
}

/* The pack that calls a meeting knows it best, so it speaks first; then by the packs' names. */
static int by_meeting_then_authority(const void *a, const void *b)
{
    const telling *left = a, *right = b;
    int order = mb_slice_compare(left->id, right->id);
    if (order)
        return order;
    bool left_calls = left->meeting->agenda.count > 0, right_calls = right->meeting->agenda.count > 0;
    if (left_calls != right_calls)
        return left_calls ? -1 : 1;
    return (left->pack_position > right->pack_position) - (left->pack_position < right->pack_position);
}

/* Date and body tell which meeting it is. Where the pack doesn't say both, it is nobody else's meeting, and the name of
 * the file tells it from others. */
static mb_slice id_of(mb_arena *arena, const mb_meeting *meeting, const mb_pack *pack)
{
    if (meeting->date.size > 0 && meeting->body.size > 0)
        return meeting->id;
    mb_slice file = pack->source->file;
    const char *slash = memrchr(file.data, '/', file.size);
    mb_slice name = slash ? mb_slice_between(slash + 1, mb_slice_end(file)) : file;
    return mb_slug(arena, mb_arena_printf(arena, "%.*s %.*s", MB_ARG(meeting->id), MB_ARG(name)));
}

static bool is_same_meeting(const mb_site_meeting *meeting, const telling *said)
{
    return meeting && said->meeting->date.size > 0 && said->meeting->body.size > 0 &&
           mb_slice_equal(meeting->id, said->id);
}

static void add_meetings(mb_arena *arena, telling *tellings, uint32_t count, mb_site_record *record)
{
    qsort(tellings, count, sizeof *tellings, by_meeting_then_authority);
    mb_site_meeting *meeting = NULL;
    for (uint32_t i = 0; i < count; i++) {
        const telling *said = &tellings[i];
        if (!is_same_meeting(meeting, said)) {
            meeting = mb_list_add(arena, &record->meetings, mb_site_meeting);
            meeting->place = said->meeting->place;
            meeting->id = said->id;
        }
        take_what_is_missing(meeting, said->meeting);
        if (mb_list_last(&meeting->packs) != said->pack)
            mb_list_push(arena, &meeting->packs, said->pack);
    }
}

static int by_date_then_body(const void *a, const void *b)
{
    const mb_site_meeting *left = *(mb_site_meeting *const *)a, *right = *(mb_site_meeting *const *)b;
    int order = mb_slice_compare(left->date, right->date);
    if (!order)
        order = mb_slice_compare(left->body, right->body);
    return order ? order : mb_slice_compare(left->id, right->id);
}

static int by_name(const void *a, const void *b)
{
    const mb_panel *left = *(mb_panel *const *)a, *right = *(mb_panel *const *)b;
    int order = mb_slice_compare(left->name, right->name);
    return order ? order : mb_slice_compare(left->id, right->id);
}

static void sort(mb_list *list, int (*compare)(const void *, const void *))
{
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, compare);
}

static mb_panel *panel_with_id(const mb_list *panels, mb_slice id)
{
    for (uint32_t i = 0; i < panels->count; i++) {
        mb_panel *panel = panels->items[i];
        if (mb_slice_equal(panel->id, id))
            return panel;
    }
    return NULL;
}

/* The meetings come by date, so a later one's words for name and members replace an earlier one's. */
static void add_panels(mb_arena *arena, mb_site_record *record)
{
    for (uint32_t i = 0; i < record->meetings.count; i++) {
        mb_site_meeting *meeting = record->meetings.items[i];
        if (meeting->body.size == 0)
            continue;
        mb_slice id = mb_slug(arena, meeting->body);
        mb_panel *panel = panel_with_id(&record->panels, id);
        if (!panel) {
            panel = mb_list_add(arena, &record->panels, mb_panel);
            panel->id = id;
        }
        panel->name = meeting->body;
        if (meeting->members.count > 0)
            panel->members = meeting->members;

        meeting->panel = panel;
        meeting->previous = mb_list_last(&panel->meetings);
        if (meeting->previous)
            meeting->previous->next = meeting;
        mb_list_push(arena, &panel->meetings, meeting);
    }
    sort(&record->panels, by_name);
}

static bool confirms_minutes(const mb_site_meeting *meeting)
{
    if (!meeting || !meeting->minutes)
        return false;
    for (uint32_t i = 0; i < meeting->minutes->items.count; i++) {
        const mb_minute_item *item = meeting->minutes->items.items[i];
        for (uint32_t k = 0; k < item->decisions.count; k++) {
            const mb_decision *decision = item->decisions.items[k];
            if (mb_slice_equal(decision->verb, MB_TEXT("CONFIRMED")))
                return true;
        }
    }
    return false;
}

static mb_meeting_state state_of(const mb_site_meeting *meeting, mb_slice today)
{
    if (meeting->minutes && confirms_minutes(meeting->next))
        return mb_meeting_state_confirmed;
    if (meeting->minutes || (meeting->date.size > 0 && mb_slice_compare(meeting->date, today) < 0))
        return mb_meeting_state_held;
    return mb_meeting_state_called;
}

void mb_site_assemble(mb_arena *arena, const mb_reading *readings, uint32_t count, mb_site_record *record)
{
    uint32_t said = 0;
    for (uint32_t i = 0; i < count; i++)
        said += readings[i].pack->meetings.count;
    telling *tellings = mb_new_array(arena, telling, said ? said : 1);

    said = 0;
    for (uint32_t i = 0; i < count; i++) {
        mb_pack *pack = readings[i].pack;
        number_places(mb_type_of(pack), pack, i + 1);
        mb_list_push(arena, &record->packs, pack);
        for (uint32_t k = 0; k < pack->meetings.count; k++) {
            mb_meeting *meeting = pack->meetings.items[k];
            tellings[said++] = (telling){id_of(arena, meeting, pack), meeting, pack, i};
        }
        for (uint32_t k = 0; k < pack->diagnostics.count; k++)
            mb_list_push(arena, &record->diagnostics, pack->diagnostics.items[k]);
        if (!record->council.data)
            record->council = pack->council;
    }

    add_meetings(arena, tellings, said, record);
    sort(&record->meetings, by_date_then_body);
    add_panels(arena, record);
    for (uint32_t i = 0; i < record->meetings.count; i++) {
        mb_site_meeting *meeting = record->meetings.items[i];
        meeting->state = state_of(meeting, record->today);
    }
}
