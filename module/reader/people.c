/* people.c: what stands behind a name says who the person is in the meeting. */
#include "reader/people.h"

#include "reader/names.h"

/* "in place of Ann Lee" */
static bool take_substitute(mb_reader *reader, mb_slice remark, mb_member *member)
{
    mb_hit hit;
    if (!mb_find_phrase(reader->dialect, mb_group_substitute, remark, 0, &hit))
        return false;
    mb_slice honorific = MB_NOTHING;
    member->substitute_for = mb_bare_name(reader, mb_slice_trim(mb_slice_from(remark, hit.end)), &honorific);
    return true;
}

static bool take_office(mb_reader *reader, mb_slice remark, mb_member *member)
{
    mb_hit hit;
    if (!mb_starts_with(reader->dialect, mb_group_office, remark, &hit))
        return false;
    member->office = hit.value;
    return true;
}

static bool take_organisation(mb_reader *reader, mb_slice remark, mb_member *member)
{
    (void)reader;
    member->organisation = remark;
    return true;
}

/* What a remark behind a member's name can be; the last takes any. */
static bool (*const remarks[])(mb_reader *, mb_slice, mb_member *) = {take_substitute, take_office, take_organisation};

static void take_remark(mb_reader *reader, mb_slice remark, mb_member *member)
{
    for (size_t i = 0; i < sizeof remarks / sizeof *remarks; i++)
        if (remarks[i](reader, remark, member))
            return;
}

void mb_read_members(mb_reader *reader, mb_slice text, mb_slice capacity, mb_place place, mb_list *members)
{
    mb_list names = {0};
    mb_read_names(reader, text, &names);
    bool councillors = mb_slice_equal(capacity, MB_TEXT("councillor"));
    for (uint32_t i = 0; i < names.count; i++) {
        const mb_name *name = names.items[i];
        mb_member *member = mb_list_add(reader->arena, members, mb_member);
        member->place = place;
        member->name = name->name;
        member->honorific = name->honorific;
        if (councillors && !name->honorific.data)
            member->honorific = MB_TEXT("Councillor");
        bool councillor = mb_slice_equal(member->honorific, MB_TEXT("Councillor"));
        member->capacity = capacity.data ? capacity : councillor ? MB_TEXT("councillor") : MB_TEXT("member");
        if (name->remark.data)
            take_remark(reader, name->remark, member);
    }
}

void mb_read_attendees(mb_reader *reader, mb_slice text, mb_place place, mb_list *attendees)
{
    mb_list names = {0};
    mb_read_names(reader, text, &names);
    for (uint32_t i = 0; i < names.count; i++) {
        const mb_name *name = names.items[i];
        mb_attendee *attendee = mb_list_add(reader->arena, attendees, mb_attendee);
        attendee->place = place;
        attendee->name = name->name;
        attendee->honorific = name->honorific;
        attendee->role = name->remark;
    }
}
