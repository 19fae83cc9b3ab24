/* people.c: what stands behind a name says who the person is in the meeting. */
#include "reader/people/people.h"

#include "reader/people/names.h"
#include "reader/when.h"

/* "from item 5", "left at 8.15 pm", "19.10" */
static bool tells_part(const mb_reader *reader, mb_slice remark)
{
    mb_time_hit time;
    return mb_starts_with(reader->dialect, mb_group_part_of_meeting, remark, NULL) ||
           (mb_find_time(remark, 0, &time) && time.start == 0);
}

/* "in place of Ann Lee"; "in place of Ann Lee, items 1-4"; "for Councillor Lee" */
static bool take_substitute(mb_reader *reader, mb_slice remark, mb_member *member)
{
    mb_hit hit = {.end = strlen("for ")};
    bool for_member = mb_slice_starts(remark, MB_TEXT("for ")) &&
                      mb_starts_with(reader->dialect, mb_group_honorific, mb_slice_from(remark, hit.end), NULL);
    if (!for_member && !mb_find_phrase(reader->dialect, mb_group_substitute, remark, 0, &hit))
        return false;
    mb_slice honorific = MB_NOTHING;
    mb_slice name = mb_slice_trim(mb_slice_from(remark, hit.end));
    size_t comma = mb_slice_find(name, MB_TEXT(","), 0);
    if (comma < name.size && tells_part(reader, mb_slice_trim(mb_slice_from(name, comma + 1))))
        name = mb_slice_first(name, comma);
    member->substitute_for = mb_bare_name(reader, name, &honorific);
    return true;
}

static bool take_office(mb_reader *reader, mb_slice remark, mb_member *member)
{
    mb_hit hit;
    if (!mb_starts_with(reader->dialect, mb_group_office, remark, &hit))
        return false;
    if (!member->office.data)
        member->office = hit.value;
    return true;
}

/* "Town Clerk" */
static bool take_officer(mb_reader *reader, mb_slice remark, mb_member *member)
{
    mb_hit hit;
    if (!mb_starts_with(reader->dialect, mb_group_officer_label, remark, &hit))
        return false;
    member->office = hit.value;
    member->capacity = MB_TEXT("officer");
    return true;
}

/* "virtual", "by Teams" */
static bool take_online(mb_reader *reader, mb_slice remark, mb_member *member)
{
    if (!mb_starts_with(reader->dialect, mb_group_by_video, remark, NULL))
        return false;
    member->online = true;
    return true;
}

/* How long somebody was there makes nobody anything. */
static bool tells_of_presence(mb_reader *reader, mb_slice remark, mb_member *member)
{
    (void)member;
    return tells_part(reader, remark);
}

/* "(Non-voting)" behind a co-opted member; "(Co-opted Member)" behind anybody. */
static bool take_capacity(mb_reader *reader, mb_slice remark, mb_member *member)
{
    mb_hit hit;
    bool co_opted = mb_slice_starts(member->capacity, MB_TEXT("co-opted"));
    mb_group group = co_opted ? mb_group_voting_remark : mb_group_capacity_label;
    if (!mb_is_phrase(reader->dialect, group, remark) || !mb_starts_with(reader->dialect, group, remark, &hit))
        return false;
    member->capacity = hit.value;
    return true;
}

static bool take_organisation(mb_reader *reader, mb_slice remark, mb_member *member)
{
    (void)reader;
    if (!member->organisation.data)
        member->organisation = remark;
    return true;
}

/* What a remark behind a member's name can be; the last takes any. */
static bool (*const remarks[])(mb_reader *, mb_slice, mb_member *) = {
    take_substitute, take_office, take_officer, take_online, tells_of_presence, take_capacity, take_organisation};

static void take_remark(mb_reader *reader, mb_slice remark, mb_member *member)
{
    for (size_t i = 0; remark.data && i < sizeof remarks / sizeof *remarks; i++)
        if (remarks[i](reader, remark, member))
            return;
}

static void add_member(mb_reader *reader, const mb_name *name, mb_slice capacity, mb_place place, mb_list *members)
{
    mb_member *member = mb_list_add(reader->arena, members, mb_member);
    member->place = place;
    member->name = name->name;
    member->honorific = name->honorific;
    if (mb_slice_equal(capacity, MB_TEXT("councillor")) && !name->honorific.data)
        member->honorific = MB_TEXT("Councillor");
    bool councillor = mb_slice_equal(member->honorific, MB_TEXT("Councillor"));
    member->capacity = capacity.data ? capacity : councillor ? MB_TEXT("councillor") : MB_TEXT("member");
    take_remark(reader, name->remark, member);
    if (name->office.data != name->remark.data)
        take_remark(reader, name->office, member);
}

void mb_add_members(mb_reader *reader, const mb_list *names, mb_slice capacity, mb_place place, mb_list *members)
{
    for (uint32_t i = 0; i < names->count; i++)
        add_member(reader, names->items[i], capacity, place, members);
}

void mb_read_members(mb_reader *reader, mb_slice text, mb_slice capacity, mb_place place, mb_list *members)
{
    mb_list names = {0};
    mb_read_names(reader, text, &names);
    mb_add_members(reader, &names, capacity, place, members);
}

/* "Head of Roads (via Zoom)" without how or how long somebody was there. */
static mb_slice without_presence(const mb_reader *reader, mb_slice office)
{
    size_t open = office.size;
    while (open > 0 && office.data[open - 1] != '(')
        open--;
    if (open == 0 || !mb_slice_ends(office, MB_TEXT(")")))
        return office;
    mb_slice within = mb_slice_from(office, open);
    bool presence = mb_starts_with(reader->dialect, mb_group_by_video, within, NULL) || tells_part(reader, within);
    return presence ? mb_slice_trim(mb_slice_first(office, open - 1)) : office;
}

static mb_slice role_of(const mb_reader *reader, const mb_name *name)
{
    if (name->office.data)
        return without_presence(reader, name->office);
    bool presence = mb_starts_with(reader->dialect, mb_group_part_of_meeting, name->remark, NULL) ||
                    mb_starts_with(reader->dialect, mb_group_by_video, name->remark, NULL);
    return presence ? MB_NOTHING : name->remark;
}

void mb_add_attendees(mb_reader *reader, const mb_list *names, mb_place place, mb_list *attendees)
{
    for (uint32_t i = 0; i < names->count; i++) {
        const mb_name *name = names->items[i];
        mb_attendee *attendee = mb_list_add(reader->arena, attendees, mb_attendee);
        attendee->place = place;
        attendee->name = name->name;
        attendee->honorific = name->honorific;
        attendee->role = role_of(reader, name);
    }
}
