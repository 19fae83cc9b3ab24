/* people.c: everybody whom the papers name becomes a person, with all that they did. */
#include "site/people.h"

#include "core/nearest.h"
#include "core/unicode.h"

/* --- What a person did --- */

static bool came(const mb_mention *mention)
{
    return mention->kind == MB_MENTION_PRESENT || mention->kind == MB_MENTION_ATTENDEE ||
           mention->kind == MB_MENTION_SUBSTITUTE || mention->kind == MB_MENTION_SPEAKER;
}

/* Of what several mentions in one meeting's papers say, the strongest counts. */
static mb_attendance_status status_of(const mb_list *mentions, uint32_t from, uint32_t end)
{
    bool substituted = false, apologies = false, member = false;
    for (uint32_t i = from; i < end; i++) {
        const mb_mention *mention = mentions->items[i];
        if (came(mention))
            return mb_attendance_status_present;
        substituted = substituted || mention->kind == MB_MENTION_SUBSTITUTED;
        apologies = apologies || mention->kind == MB_MENTION_APOLOGIES;
        member = member || mention->kind == MB_MENTION_MEMBER;
    }
    if (substituted)
        return mb_attendance_status_substituted;
    if (apologies)
        return mb_attendance_status_apologies;
    return member ? mb_attendance_status_absent : mb_attendance_status_nothing;
}

/* Minutes without a list of members say of nobody that they were absent. */
static bool tells_absence(const mb_site_meeting *meeting)
{
    return meeting->minutes && meeting->minutes->present.count > 0;
}

/* The mentions of one meeting stand together. */
static void list_attendance(mb_assembly *assembly, const mb_identity *identity)
{
    const mb_list *mentions = &identity->mentions;
    for (uint32_t i = 0, end; i < mentions->count; i = end) {
        mb_site_meeting *meeting = ((const mb_mention *)mentions->items[i])->scene->meeting;
        for (end = i + 1;
             end < mentions->count && ((const mb_mention *)mentions->items[end])->scene->meeting == meeting;)
            end++;
        if (!meeting || !meeting->minutes)
            continue;
        mb_attendance_status status = status_of(mentions, i, end);
        if (!status || (status == mb_attendance_status_absent && !tells_absence(meeting)))
            continue;
        mb_attendance *attendance = mb_list_add(assembly->arena, &identity->person->attendance, mb_attendance);
        *attendance = (mb_attendance){meeting, status};
    }
}

static void add_contribution(mb_assembly *assembly, const mb_mention *mention, mb_site_person *person)
{
    mb_contribution *contribution = mention->record;
    mb_site_contribution *added = mb_list_add(assembly->arena, &person->contributions, mb_site_contribution);
    *added = (mb_site_contribution){mention->scene->meeting, mention->item, contribution->kind, contribution};
}

static void add_once(mb_assembly *assembly, mb_list *list, void *item)
{
    if (mb_list_last(list) != item)
        mb_list_push(assembly->arena, list, item);
}

static void list_deeds(mb_assembly *assembly, const mb_identity *identity)
{
    mb_site_person *person = identity->person;
    for (uint32_t i = 0; i < identity->mentions.count; i++) {
        const mb_mention *mention = identity->mentions.items[i];
        if (mention->kind == MB_MENTION_SPEAKER)
            add_contribution(assembly, mention, person);
        else if (mention->kind == MB_MENTION_PAPER)
            add_once(assembly, &person->reports, mention->record);
        else if (mention->kind == MB_MENTION_AUTHOR)
            add_once(assembly, &person->plan_entries, mention->record);
    }
}

/* --- Who may be shown --- */

/* A name in a meeting's papers tells no more of a member of the public than when they spoke, and where. */
static void add_public_membership(mb_assembly *assembly, const mb_identity *identity)
{
    const mb_mention *first = identity->mentions.items[0], *last = mb_list_last(&identity->mentions);
    mb_membership *membership = mb_list_add(assembly->arena, &identity->person->memberships, mb_membership);
    *membership = (mb_membership){.panel = first->scene->panel,
                                  .capacity = MB_TEXT("public"),
                                  .first = first->scene->date,
                                  .last = last->scene->date};
}

static void judge_privacy(mb_assembly *assembly, const mb_identity *identity)
{
    const mb_config_person *wanted = identity->config;
    bool is_public = mb_is_public(identity);
    if (is_public)
        add_public_membership(assembly, identity);
    identity->person->hidden = (is_public && !(wanted && wanted->show_page)) || (wanted && wanted->hide_page);
}

static const char *name_at(const void *names, size_t i)
{
    return ((const mb_strings *)names)->items[i].data;
}

/* A name that is misspelt in site.yaml or people.yaml would else be left out without a word. */
static void remark_on_name(mb_assembly *assembly, mb_code code, mb_slice name, mb_form_place place)
{
    const mb_list *people = &assembly->site->people;
    mb_strings names = {0};
    for (uint32_t i = 0; i < people->count; i++)
        mb_strings_push(assembly->scratch, &names,
                        mb_arena_copy(assembly->scratch, ((const mb_site_person *)people->items[i])->name));
    const char *near = mb_nearest(name, names.count, name_at, &names);
    mb_slice hint = near ? mb_arena_printf(assembly->scratch, " (did you mean '%s'?)", near) : MB_NOTHING;
    mb_site_remark(assembly, code, (mb_place){.line = place.line}, "no paper names '%.*s'%.*s", MB_ARG(name),
                   MB_ARG(hint));
}

static void take_configured_members(mb_assembly *assembly)
{
    const mb_list *panels = &assembly->config->panels;
    for (uint32_t i = 0; i < panels->count; i++) {
        const mb_config_panel *panel = panels->items[i];
        for (uint32_t k = 0; k < panel->members.count; k++) {
            const mb_config_member *member = panel->members.items[k];
            mb_identity *identity = mb_identity_named(assembly->identities, member->name);
            if (!identity || !identity->person) {
                remark_on_name(assembly, mb_code_member_unknown, member->name, member->place);
                continue;
            }
            identity->person->party = member->party;
            identity->person->portrait = member->portrait;
        }
    }
}

static void remark_on_strangers(mb_assembly *assembly)
{
    const mb_list *identities = &assembly->identities->list;
    for (uint32_t i = 0; i < identities->count; i++) {
        const mb_identity *identity = identities->items[i];
        const mb_config_person *wanted = identity->config;
        if (wanted && identity->mentions.count == 0 && !mb_identity_named(assembly->identities, wanted->name))
            remark_on_name(assembly, mb_code_person_unknown, wanted->name, wanted->place);
    }
}

/* --- All of them --- */

/* Surnames first, as in a list of people. */
typedef struct ordered {
    mb_slice key;
    mb_site_person *person;
} ordered;

static int by_surname(const void *a, const void *b)
{
    const ordered *left = *(ordered *const *)a, *right = *(ordered *const *)b;
    int order = mb_slice_compare(left->key, right->key);
    return order ? order : mb_slice_compare(left->person->name, right->person->name);
}

static void sort_people(mb_assembly *assembly)
{
    mb_list all = {0}, *people = &assembly->site->people;
    for (uint32_t i = 0; i < assembly->identities->list.count; i++) {
        const mb_identity *identity = assembly->identities->list.items[i];
        if (!identity->person)
            continue;
        ordered *one = mb_list_add(assembly->scratch, &all, ordered);
        one->person = identity->person;
        one->key = MB_JOINED(assembly->scratch, identity->name.surname, MB_TEXT(" "),
                             mb_slug(assembly->scratch, identity->person->name));
    }
    mb_sort_list(&all, by_surname);
    mb_map *taken = mb_map_new(assembly->scratch);
    for (uint32_t i = 0; i < all.count; i++) {
        mb_site_person *person = people->items[i] = ((ordered *)all.items[i])->person;
        person->id = mb_unique_slug(assembly, taken, mb_slug(assembly->arena, person->name));
    }
}

void mb_find_people(mb_assembly *assembly)
{
    mb_list mentions = {0};
    mb_identities *ids = assembly->identities = mb_new(assembly->scratch, mb_identities);
    ids->assembly = assembly;
    mb_gather_mentions(assembly, &mentions);
    mb_identify_people(ids, &mentions);
    for (uint32_t i = 0; i < ids->list.count; i++) {
        mb_identity *identity = ids->list.items[i];
        if (identity->mentions.count == 0)
            continue;
        mb_site_person *person = mb_list_add(assembly->arena, &assembly->site->people, mb_site_person);
        identity->person = person;
        mb_name_person(ids, identity, person);
        mb_list_memberships(ids, identity, person);
        list_attendance(assembly, identity);
        list_deeds(assembly, identity);
        judge_privacy(assembly, identity);
    }
    take_configured_members(assembly);
    remark_on_strangers(assembly);
    sort_people(assembly);
    mb_report_pairs(ids);
}

mb_site_person *mb_person_in(const mb_assembly *assembly, const mb_site_meeting *meeting, mb_slice printed)
{
    const mb_identity *identity = mb_identity_in(assembly->identities, meeting, printed);
    return identity ? identity->person : NULL;
}
