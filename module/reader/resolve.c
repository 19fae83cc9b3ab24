/* resolve.c: from what minutes print to the full name. */
#include "reader/resolve.h"

#include "reader/names.h"
#include "reader/roster.h"

static void add_contacts(mb_roster *roster, const mb_pack *pack)
{
    for (uint32_t i = 0; i < pack->reports.count; i++) {
        const mb_report *report = pack->reports.items[i];
        const mb_contact *contact = report->contact;
        if (contact && contact->name.data && contact->role.data)
            mb_roster_add(roster, (mb_person){.name = contact->name, .role = contact->role});
    }
}

static void resolve_contribution(mb_roster *roster, mb_contribution *contribution)
{
    contribution->person = mb_roster_full_name(roster, contribution->speaker);
    if (contribution->person.data && !mb_roster_find(roster, contribution->person))
        mb_roster_add(roster, (mb_person){.name = contribution->person});
}

static void resolve_item(mb_roster *roster, const mb_minute_item *item)
{
    mb_roster_add_attending(roster, item);
    for (uint32_t i = 0; i < item->contributions.count; i++)
        resolve_contribution(roster, item->contributions.items[i]);
}

void mb_resolve_people(mb_reader *reader)
{
    for (uint32_t i = 0; i < reader->pack->meetings.count; i++) {
        const mb_meeting *meeting = reader->pack->meetings.items[i];
        if (!meeting->minutes)
            continue;
        mb_roster roster = mb_roster_of(reader, meeting);
        add_contacts(&roster, reader->pack);
        for (uint32_t j = 0; j < meeting->minutes->items.count; j++)
            resolve_item(&roster, meeting->minutes->items.items[j]);
    }
}
