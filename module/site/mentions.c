/* mentions.c: see mentions.h. */
#include "site/mentions.h"

typedef struct gatherer {
    mb_assembly *assembly;
    mb_list *mentions;
    mb_mention from; /* what the next mentions have in common */
} gatherer;

static void begin(gatherer *g, mb_scene scene)
{
    mb_scene *kept = mb_new(g->assembly->scratch, mb_scene);
    *kept = scene;
    g->from = (mb_mention){.scene = kept};
}

/* A name may have its honorific before it, which counts where the record has none. */
static void add_bearer(gatherer *g, mb_mention_kind kind, const mb_bearer *bearer, mb_slice honorific, void *record)
{
    if (bearer->name->form == MB_NAME_NONE)
        return;
    mb_mention *mention = mb_list_add(g->assembly->scratch, g->mentions, mb_mention);
    *mention = g->from;
    mention->kind = kind;
    mention->name = bearer->name;
    mention->honorific = honorific.size ? honorific : bearer->honorific;
    mention->record = record;
}

static void add(gatherer *g, mb_mention_kind kind, mb_slice printed, mb_slice honorific, void *record)
{
    add_bearer(g, kind, mb_known_bearer(g->assembly, printed), honorific, record);
}

static bool tells_offices(const mb_list *members)
{
    for (uint32_t i = 0; i < members->count; i++)
        if (((const mb_member *)members->items[i])->office.size)
            return true;
    return false;
}

static void add_members(gatherer *g, mb_mention_kind kind, const mb_list *members)
{
    g->from.offices_told = tells_offices(members);
    for (uint32_t i = 0; i < members->count; i++) {
        mb_member *member = members->items[i];
        g->from.place = &member->place;
        add(g, kind, member->name, member->honorific, member);
        if (member->substitute_for.size)
            add(g, MB_MENTION_SUBSTITUTED, member->substitute_for, MB_NOTHING, NULL);
    }
}

static void add_attendees(gatherer *g, const mb_list *attendees)
{
    for (uint32_t i = 0; i < attendees->count; i++) {
        mb_attendee *attendee = attendees->items[i];
        g->from.place = &attendee->place;
        add(g, MB_MENTION_ATTENDEE, attendee->name, attendee->honorific, attendee);
    }
}

static void add_contact(gatherer *g, mb_mention_kind kind, const mb_contact *contact, void *record)
{
    if (!contact)
        return;
    g->from.place = &contact->place;
    add(g, kind, contact->name, MB_NOTHING, record);
}

/* The name in full that the minutes print where the reader knew another one for the same person; or NULL. */
static const mb_person_name *spoken_name(gatherer *g, const mb_person_name *printed, mb_slice person)
{
    if (printed->form != MB_NAME_FULL)
        return NULL;
    const mb_person_name *known = mb_known_name(g->assembly, person);
    bool other = printed->surname.data == known->surname.data && printed->bearing != known->bearing;
    return other ? printed : NULL;
}

/* "Ann Lee and Bob Hay" spoke together. */
static void add_speakers(gatherer *g, mb_contribution *contribution)
{
    const mb_bearer *speaker = mb_known_bearer(g->assembly, contribution->speaker);
    const mb_list *persons = mb_known_bearers(g->assembly, contribution->person);
    g->from.place = &contribution->place;
    g->from.spoken = spoken_name(g, speaker->name, contribution->person);
    for (uint32_t i = 0; i < persons->count; i++)
        add_bearer(g, MB_MENTION_SPEAKER, persons->items[i], speaker->honorific, contribution);
    g->from.spoken = NULL;
}

static void add_names(gatherer *g, mb_mention_kind kind, const mb_strings *names)
{
    for (uint32_t i = 0; i < names->count; i++)
        add(g, kind, names->items[i], MB_NOTHING, NULL);
}

static void add_minute_item(gatherer *g, const mb_minute_item *item)
{
    g->from.place = &item->place;
    add_names(g, MB_MENTION_APOLOGIES, &item->apologies);
    for (uint32_t i = 0; i < item->substitutes.count; i++) {
        const mb_substitution *one = item->substitutes.items[i];
        add(g, MB_MENTION_SUBSTITUTED, one->absent, MB_NOTHING, NULL);
        add(g, MB_MENTION_SUBSTITUTE, one->substitute, MB_NOTHING, NULL);
    }
    for (uint32_t i = 0; i < item->declarations.count; i++) {
        mb_declaration *declaration = item->declarations.items[i];
        g->from.place = &declaration->place;
        add(g, MB_MENTION_DECLARATION, declaration->name, MB_NOTHING, NULL);
    }
    for (uint32_t i = 0; i < item->motions.count; i++) {
        const mb_motion *motion = item->motions.items[i];
        g->from.place = &motion->place;
        add(g, MB_MENTION_MOTION, motion->proposer, MB_NOTHING, NULL);
        add(g, MB_MENTION_MOTION, motion->seconder, MB_NOTHING, NULL);
    }
    for (uint32_t i = 0; i < item->contributions.count; i++)
        add_speakers(g, item->contributions.items[i]);
}

static void add_items(gatherer *g, const mb_site_meeting *meeting)
{
    for (uint32_t i = 0; i < meeting->items.count; i++) {
        mb_site_item *item = meeting->items.items[i];
        g->from.item = item;
        g->from.place = &item->place;
        if (item->agenda)
            add_names(g, MB_MENTION_PRESENTER, &item->agenda->presenters);
        if (item->minutes)
            add_minute_item(g, item->minutes);
    }
    g->from.item = NULL;
}

static void add_meeting(gatherer *g, mb_site_meeting *meeting)
{
    begin(g, (mb_scene){meeting->date, meeting, meeting->panel});
    add_members(g, MB_MENTION_MEMBER, &meeting->members);
    if (meeting->minutes) {
        add_members(g, MB_MENTION_PRESENT, &meeting->minutes->present);
        add_attendees(g, &meeting->minutes->in_attendance);
    }
    add_contact(g, MB_MENTION_CONTACT, meeting->contact, meeting->contact);
    add_items(g, meeting);
}

static void add_paper(gatherer *g, mb_site_report *paper)
{
    const mb_bundle *bundle = mb_bundle_of(g->assembly, &paper->place);
    begin(g, (mb_scene){paper->meeting ? paper->meeting->date : bundle->date, paper->meeting,
                        paper->meeting ? paper->meeting->panel : NULL});
    add_contact(g, MB_MENTION_PAPER, paper->contact, paper);
}

static void add_authors(gatherer *g, mb_work_plan_entry *entry)
{
    for (uint32_t i = 0; i < entry->editions.count; i++) {
        const mb_plan_edition *edition = entry->editions.items[i];
        begin(g, (mb_scene){.date = edition->issued});
        for (uint32_t k = 0; k < edition->entry->authors.count; k++) {
            const mb_author *author = edition->entry->authors.items[k];
            g->from.place = &author->place;
            add(g, MB_MENTION_AUTHOR, author->name, MB_NOTHING, entry);
        }
    }
}

void mb_gather_mentions(mb_assembly *assembly, mb_list *mentions)
{
    gatherer g = {.assembly = assembly, .mentions = mentions};
    const mb_site_record *site = assembly->site;
    for (uint32_t i = 0; i < site->meetings.count; i++)
        add_meeting(&g, site->meetings.items[i]);
    for (uint32_t i = 0; i < site->reports.count; i++)
        add_paper(&g, site->reports.items[i]);
    for (uint32_t i = 0; i < site->work_plan.count; i++)
        add_authors(&g, site->work_plan.items[i]);
}
