/* identities.c: see identities.h. */
#include "site/identities.h"

/* No council has more people of one surname; of a longer list each would be compared with each. */
#define MOST_NAMESAKES 200
/* "R Hartnell" can only mean Roger Hartnell once "R W Hartnell" is known to be him. */
#define MERGING_TURNS 2

/* So often the papers of a meeting name somebody, on average: the maps that grow with names and meetings begin as large as
 * they are to be. */
#define MENTIONS_A_MEETING 5

/* A name where it stands. What is known has its address, so that two addresses say it all; the texts behind them stand
 * all over the packs. */
typedef struct spot {
    const void *name, *where;
} spot;

static void **place_at(const mb_identities *ids, mb_map *map, const void *name, const void *where)
{
    spot *key = mb_new(ids->assembly->scratch, spot);
    *key = (spot){name, where};
    return mb_map_at(map, (mb_slice){(const char *)key, sizeof *key});
}

static void *found_at(const mb_map *map, const void *name, const void *where)
{
    const spot key = {name, where};
    return mb_map_get(map, (mb_slice){(const char *)&key, sizeof key});
}

/* --- Names in full, and with initials --- */

/* What tells people of one name apart. */
static const char nothing[] = "", a_man[] = "Mr", a_woman[] = "Mrs", of_the_public[] = "public";

static mb_identity *identity_told_apart(mb_identities *ids, const mb_person_name *name, const char *by)
{
    void **place = place_at(ids, ids->keys, name->bearing, by);
    if (!*place)
        *place = mb_list_add(ids->assembly->scratch, &ids->list, mb_identity);
    return *place;
}

static mb_identity *identity_in_full(mb_identities *ids, const mb_person_name *name)
{
    mb_bearing *bearing = name->bearing;
    if (!bearing->in_full)
        bearing->in_full = identity_told_apart(ids, name, nothing);
    return bearing->in_full;
}

/* The names of people.yaml lead to one identity each, before any mention is looked at. */
static void take_configured(mb_identities *ids)
{
    const mb_list *people = &ids->assembly->config->people;
    for (uint32_t i = 0; i < people->count; i++) {
        const mb_config_person *wanted = people->items[i];
        mb_identity *identity = mb_list_add(ids->assembly->scratch, &ids->list, mb_identity);
        identity->name = *mb_known_name(ids->assembly, wanted->name);
        identity->config = wanted;
        identity->name.bearing->configured = identity;
        for (uint32_t k = 0; k < wanted->other_names.count; k++)
            mb_known_name(ids->assembly, wanted->other_names.items[k])->bearing->configured = identity;
    }
}

static bool is_councillor(const mb_mention *mention)
{
    const mb_member *member = mention->kind <= MB_MENTION_PRESENT ? mention->record : NULL;
    return mb_slice_equal(mention->honorific, MB_TEXT("Councillor")) ||
           (member && mb_slice_equal(member->capacity, MB_TEXT("councillor")));
}

static void note_panel(mb_identities *ids, mb_identity *identity, mb_panel *panel)
{
    for (uint32_t i = identity->panels.count; i-- > 0;)
        if (identity->panels.items[i] == panel)
            return;
    mb_list_push(ids->assembly->scratch, &identity->panels, panel);
}

static void add_mention(mb_identities *ids, mb_identity *identity, mb_mention *mention)
{
    if (identity->name.form == MB_NAME_NONE)
        identity->name = *mention->name;
    mention->identity = identity;
    mb_list_push(ids->assembly->scratch, &identity->mentions, mention);
    identity->is_councillor = identity->is_councillor || is_councillor(mention);
    if (MB_IS_LISTED(mention->kind) && mention->scene->panel)
        note_panel(ids, identity, mention->scene->panel);
}

/* The honorifics that tell who can't be the same. */
static const char *gender_of(mb_slice honorific)
{
    static const struct {
        const char *honorific, *gender;
    } told[] = {{"Mr", a_man},   {"Sir", a_man},    {"Lord", a_man},   {"Mrs", a_woman},
                {"Ms", a_woman}, {"Miss", a_woman}, {"Dame", a_woman}, {"Lady", a_woman}};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (mb_slice_equal(honorific, mb_slice_of(told[i].honorific)))
            return told[i].gender;
    return nothing;
}

/* "Mr R Smith" and "Mrs R Smith" are two. */
static mb_identity *identity_of(mb_identities *ids, const mb_mention *mention)
{
    mb_identity *configured = mention->name->bearing->configured;
    if (configured || mention->name->form < MB_NAME_INITIALS)
        return configured;
    if (mention->name->form == MB_NAME_FULL)
        return identity_in_full(ids, mention->name);
    const char *gender = gender_of(mention->honorific);
    mb_identity *identity = identity_told_apart(ids, mention->name, gender);
    identity->is_gendered = gender != nothing;
    return identity;
}

static void take_names(mb_identities *ids, const mb_list *mentions)
{
    for (uint32_t i = 0; i < mentions->count; i++) {
        mb_mention *mention = mentions->items[i];
        mb_identity *identity = identity_of(ids, mention);
        mention->order = i;
        if (identity)
            add_mention(ids, identity, mention);
    }
}

/* --- Members of the public who bear a councillor's name --- */

static bool sits_on(const mb_identity *identity, const mb_panel *panel)
{
    for (uint32_t i = 0; i < identity->panels.count; i++)
        if (identity->panels.items[i] == panel)
            return true;
    return false;
}

static bool may_be_namesake(const mb_identity *identity, const mb_mention *mention)
{
    return mention->kind == MB_MENTION_SPEAKER && mention->honorific.size == 0 && !identity->config &&
           !sits_on(identity, mention->scene->panel);
}

/* A councillor is called one. Who speaks at another panel's meeting without the honorific is somebody else. */
static void part_namesakes(mb_identities *ids, mb_identity *identity)
{
    mb_list all = identity->mentions, kept = {0};
    mb_identity *namesake = NULL;
    for (uint32_t i = 0; i < all.count; i++) {
        mb_mention *mention = all.items[i];
        if (!may_be_namesake(identity, mention)) {
            mb_list_push(ids->assembly->scratch, &kept, mention);
            continue;
        }
        if (!namesake)
            namesake = identity_told_apart(ids, &identity->name, of_the_public);
        add_mention(ids, namesake, mention);
    }
    if (namesake)
        identity->mentions = kept;
}

/* --- Who can be meant --- */

/* Those whom a short name can mean in one scope. */
typedef struct choice {
    mb_identity *one, *other;
} choice;

/* Notes whom the surname can mean in a meeting, or on a panel. */
static void add_choice(mb_identities *ids, mb_identity *identity, const void *scope)
{
    void **place = place_at(ids, ids->scopes, identity->name.surname.data, scope);
    if (!*place)
        *place = mb_new(ids->assembly->scratch, choice);
    choice *known = *place;
    if (!known->one)
        known->one = identity;
    else if (known->one != identity && !known->other)
        known->other = identity;
}

static void list_choices(mb_identities *ids)
{
    for (uint32_t i = 0; i < ids->list.count; i++) {
        mb_identity *identity = ids->list.items[i];
        const mb_site_meeting *last = NULL;
        for (uint32_t k = 0; k < identity->mentions.count && !identity->merged_into; k++) {
            const mb_mention *mention = identity->mentions.items[k];
            if (!MB_IS_LISTED(mention->kind) || !mention->scene->meeting || mention->scene->meeting == last)
                continue;
            last = mention->scene->meeting;
            add_choice(ids, identity, last);
        }
        for (uint32_t k = 0; k < identity->panels.count && !identity->merged_into; k++)
            add_choice(ids, identity, identity->panels.items[k]);
    }
}

/* --- Initials --- */

static bool initials_fit(const mb_identity *with_initials, const mb_identity *full)
{
    const mb_person_name *a = &with_initials->name, *b = &full->name;
    if (a->first.data[0] != b->first.data[0] || with_initials == full)
        return false;
    return !a->middle.size || !b->middle.size || a->middle.data[0] == b->middle.data[0];
}

/* Whether the papers of a panel on whose lists `full` stands name the other one. */
static bool is_met_on_panel_of(const mb_identity *with_initials, const mb_identity *full)
{
    for (uint32_t i = 0; i < with_initials->mentions.count; i++)
        if (sits_on(full, ((const mb_mention *)with_initials->mentions.items[i])->scene->panel))
            return true;
    return false;
}

/* Whether its name tells more: "Roy Smith", "R W Smith" or "Mr R Smith" more than "R Smith". */
static bool tells_more(const mb_identity *other, const mb_identity *one)
{
    return other->name.form == MB_NAME_FULL || (other->name.middle.size && !one->name.middle.size) ||
           (other->is_gendered && !one->is_gendered && other->name.middle.size == one->name.middle.size);
}

/* The only one with a longer form of the name, on a panel whose papers have the short one. */
static mb_identity *long_form(const mb_identity *short_form, const mb_list *namesakes)
{
    mb_identity *found = NULL;
    if (namesakes->count > MOST_NAMESAKES)
        return NULL;
    for (uint32_t i = 0; i < namesakes->count; i++) {
        mb_identity *other = namesakes->items[i];
        if (other->merged_into || !initials_fit(short_form, other) || !tells_more(other, short_form) ||
            !is_met_on_panel_of(short_form, other))
            continue;
        if (found)
            return NULL;
        found = other;
    }
    return found;
}

static void merge(mb_identities *ids, mb_identity *from, mb_identity *into)
{
    from->merged_into = into;
    for (uint32_t i = 0; i < from->mentions.count; i++)
        add_mention(ids, into, from->mentions.items[i]);
    from->mentions = (mb_list){0};
}

static mb_map *by_surname(mb_identities *ids)
{
    mb_map *surnames = mb_map_new(ids->assembly->scratch);
    for (uint32_t i = 0; i < ids->list.count; i++) {
        mb_identity *identity = ids->list.items[i];
        if (identity->mentions.count == 0)
            continue;
        void **place = mb_map_at(surnames, identity->name.surname);
        if (!*place)
            *place = mb_new(ids->assembly->scratch, mb_list);
        mb_list_push(ids->assembly->scratch, *place, identity);
    }
    return surnames;
}

/* An initial and the one whom it can mean. */
typedef struct claim {
    mb_identity *short_form, *full;
} claim;

/* "Mr D Love" and "Mrs D Love" can't both be Dan Love. */
static void weigh_claim(const claim *one)
{
    mb_identity *full = one->full;
    if (full->claimed_by && one->short_form->is_gendered && full->claimed_by->is_gendered)
        full->is_disputed = true;
    if (!full->claimed_by || one->short_form->is_gendered)
        full->claimed_by = one->short_form;
}

static void resolve_initials(mb_identities *ids, const mb_map *surnames)
{
    mb_list claims = {0};
    for (uint32_t i = 0; i < ids->list.count; i++) {
        mb_identity *identity = ids->list.items[i];
        if (identity->name.form != MB_NAME_INITIALS || identity->config || identity->mentions.count == 0)
            continue;
        mb_identity *full = long_form(identity, mb_map_get(surnames, identity->name.surname));
        if (full)
            *mb_list_add(ids->assembly->scratch, &claims, claim) = (claim){identity, full};
    }
    for (uint32_t i = 0; i < claims.count; i++)
        weigh_claim(claims.items[i]);
    for (uint32_t i = 0; i < claims.count; i++) {
        const claim *one = claims.items[i];
        if (!one->full->is_disputed && !one->full->merged_into)
            merge(ids, one->short_form, one->full);
    }
}

/* --- Surnames --- */

static void report_unclear(mb_identities *ids, const mb_mention *mention, const choice *meant)
{
    void **told = place_at(ids, ids->unclear, mention->name->surname.data, mention->scene->panel);
    if (*told)
        return;
    *told = meant->one;
    mb_site_remark(ids->assembly, mb_code_person_unclear, *mention->place,
                   "'%.*s' can be %.*s or %.*s, so nobody is taken to be meant", MB_ARG(mention->name->bare),
                   MB_ARG(meant->one->name.bare), MB_ARG(meant->other->name.bare));
}

static void resolve_surname(mb_identities *ids, mb_mention *mention)
{
    if (!mention->scene->meeting || !mention->scene->panel)
        return;
    const void *const scopes[] = {mention->scene->meeting, mention->scene->panel};
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++) {
        const choice *meant = found_at(ids->scopes, mention->name->surname.data, scopes[i]);
        if (!meant)
            continue;
        if (meant->other)
            report_unclear(ids, mention, meant);
        else
            add_mention(ids, meant->one, mention);
        return;
    }
}

static int by_order(const void *a, const void *b)
{
    const mb_mention *left = *(mb_mention *const *)a, *right = *(mb_mention *const *)b;
    return (left->order > right->order) - (left->order < right->order);
}

/* What was resolved late stands behind; an identity's mentions are in the order of all. */
static void put_in_order(mb_identities *ids)
{
    for (uint32_t i = 0; i < ids->list.count; i++)
        mb_sort_list(&((mb_identity *)ids->list.items[i])->mentions, by_order);
}

/* Most mentions tell what the one before told of the same name. */
static void note_meaning(mb_identities *ids, const mb_mention *mention)
{
    mb_bearing *bearing = mention->name->bearing;
    if (bearing->meeting == mention->scene->meeting && bearing->meant == mention->identity)
        return;
    bearing->meeting = mention->scene->meeting;
    bearing->meant = mention->identity;
    *place_at(ids, ids->in_meeting, bearing, mention->scene->meeting) = mention->identity;
}

static void note_meanings(mb_identities *ids, const mb_list *mentions)
{
    for (uint32_t i = 0; i < mentions->count; i++) {
        const mb_mention *mention = mentions->items[i];
        if (mention->identity && mention->scene->meeting)
            note_meaning(ids, mention);
    }
}

void mb_identify_people(mb_identities *ids, const mb_list *mentions)
{
    mb_arena *scratch = ids->assembly->scratch;
    ids->keys = mb_map_new(scratch);
    ids->scopes = mb_map_for(scratch, mentions->count / MENTIONS_A_MEETING);
    ids->unclear = mb_map_new(scratch);
    ids->in_meeting = mb_map_for(scratch, mentions->count / MENTIONS_A_MEETING);
    take_configured(ids);
    take_names(ids, mentions);
    uint32_t named = ids->list.count;
    for (uint32_t i = 0; i < named; i++)
        if (((mb_identity *)ids->list.items[i])->is_councillor)
            part_namesakes(ids, ids->list.items[i]);
    mb_map *surnames = by_surname(ids);
    for (int turn = 0; turn < MERGING_TURNS; turn++)
        resolve_initials(ids, surnames);
    list_choices(ids);
    for (uint32_t i = 0; i < mentions->count; i++) {
        mb_mention *mention = mentions->items[i];
        if (!mention->identity && mention->name->form == MB_NAME_SURNAME)
            resolve_surname(ids, mention);
    }
    put_in_order(ids);
    note_meanings(ids, mentions);
}

mb_identity *mb_identity_in(const mb_identities *ids, const mb_site_meeting *meeting, mb_slice printed)
{
    const mb_person_name *name = mb_known_name(ids->assembly, printed);
    if (name->form == MB_NAME_NONE || !meeting)
        return NULL;
    return found_at(ids->in_meeting, name->bearing, meeting);
}

mb_identity *mb_identity_named(const mb_identities *ids, mb_slice printed)
{
    const mb_person_name *name = mb_known_name(ids->assembly, printed);
    if (name->form < MB_NAME_INITIALS)
        return NULL;
    mb_identity *identity = name->bearing->configured;
    if (!identity)
        identity = found_at(ids->keys, name->bearing, nothing);
    while (identity && identity->merged_into)
        identity = identity->merged_into;
    return identity && identity->person ? identity : NULL;
}
