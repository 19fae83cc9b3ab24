/* memberships.c: a person's seats and offices, each as long as the packs name it in the same way.
 *
 *     June      member, no office told    ┐
 *     June      councillor, Chair         ├ councillor, Chair: June to September
 *     September councillor, Chair         ┘
 *     November  councillor, no office       councillor: November                                                   */
#include <stdlib.h>

#include "site/people.h"
#include "site/titles.h"

/* What one mention says of a seat or an office. */
typedef struct seat {
    mb_panel *panel; /* NULL for an office */
    mb_slice capacity, office, organisation, date;
    bool offices_told, is_substitute;
} seat;

static const char *const substitute = "substitute";

static seat seat_of_member(const mb_mention *mention)
{
    const mb_member *member = mention->record;
    bool stands_in = member->substitute_for.size > 0;
    return (seat){.panel = mention->scene->panel,
                  .capacity = stands_in ? mb_slice_of(substitute) : member->capacity,
                  .office = member->office,
                  .organisation = member->organisation,
                  .offices_told = mention->offices_told,
                  .is_substitute = stands_in};
}

static seat seat_of_office(mb_slice office)
{
    return (seat){.office = office, .offices_told = true};
}

/* Whom somebody stands in for has a seat, of which no more is told. */
static seat seat_of_absent(const mb_mention *mention)
{
    return (seat){.panel = mention->scene->panel};
}

static seat seat_of(const mb_mention *mention)
{
    switch (mention->kind) {
    case MB_MENTION_SUBSTITUTED:
        return seat_of_absent(mention);
    case MB_MENTION_MEMBER:
    case MB_MENTION_PRESENT:
        return seat_of_member(mention);
    case MB_MENTION_ATTENDEE:
        return seat_of_office(((const mb_attendee *)mention->record)->role);
    case MB_MENTION_CONTACT:
        return seat_of_office(((const mb_contact *)mention->record)->role);
    case MB_MENTION_PAPER:
        return seat_of_office(((const mb_site_report *)mention->record)->contact->role);
    default:
        return (seat){0};
    }
}

static bool says_something(const seat *one)
{
    return one->panel || one->office.size;
}

/* Mentions that stand side by side and tell of seats on one panel, on one day: the papers of a meeting name somebody often.
 * Those between them that tell of none are passed over. */
typedef struct seat_run {
    mb_slice date;
    uint32_t first, end; /* among the person's mentions */
} seat_run;

/* The runs of one panel, or those of no panel; of a member, or of a substitute. */
typedef struct seat_group {
    mb_panel *panel;
    bool is_substitute;
    mb_list runs; /* of seat_run */
} seat_group;

static bool is_date(mb_slice a, mb_slice b)
{
    return a.data == b.data ? a.size == b.size : mb_slice_equal(a, b);
}

static seat_group *group_of(mb_arena *scratch, mb_list *groups, const seat *one)
{
    for (uint32_t i = 0; i < groups->count; i++) {
        seat_group *group = groups->items[i];
        if (group->panel == one->panel && group->is_substitute == one->is_substitute)
            return group;
    }
    seat_group *group = mb_list_add(scratch, groups, seat_group);
    group->panel = one->panel;
    group->is_substitute = one->is_substitute;
    return group;
}

static void gather_groups(mb_arena *scratch, const mb_identity *identity, mb_list *groups)
{
    seat_group *group = NULL;
    seat_run *run = NULL;
    for (uint32_t i = 0; i < identity->mentions.count; i++) {
        const mb_mention *mention = identity->mentions.items[i];
        const seat one = seat_of(mention);
        if (!says_something(&one))
            continue;
        if (!run || group->panel != one.panel || group->is_substitute != one.is_substitute ||
            !is_date(run->date, mention->scene->date)) {
            group = group_of(scratch, groups, &one);
            run = mb_list_add(scratch, &group->runs, seat_run);
            run->date = mention->scene->date;
            run->first = i;
        }
        run->end = i + 1;
    }
}

static int by_date(const void *a, const void *b)
{
    const seat_run *left = *(seat_run *const *)a, *right = *(seat_run *const *)b;
    int order = mb_slice_compare(left->date, right->date);
    return order ? order : (left->first > right->first) - (left->first < right->first);
}

/* Panel by panel, what is no panel's last. */
static int by_panel(const void *a, const void *b)
{
    const seat_group *left = *(seat_group *const *)a, *right = *(seat_group *const *)b;
    if (!left->panel != !right->panel)
        return left->panel ? -1 : 1;
    int order = left->panel == right->panel ? 0 : mb_slice_compare(left->panel->id, right->panel->id);
    if (!order && left->is_substitute != right->is_substitute)
        return left->is_substitute ? 1 : -1;
    uint32_t one = ((const seat_run *)left->runs.items[0])->first,
             other = ((const seat_run *)right->runs.items[0])->first;
    return order ? order : (one > other) - (one < other);
}

/* "co-opted" is "co-opted voting", as told with less care. */
static bool agree(mb_slice a, mb_slice b)
{
    return mb_slice_starts(a, b) || mb_slice_starts(b, a);
}

static bool are_one_office(const mb_identities *ids, mb_slice a, mb_slice b)
{
    if (mb_slice_equal(a, b))
        return true;
    mb_title left = *mb_known_title(ids->assembly, a);
    mb_title right = *mb_known_title(ids->assembly, b);
    return mb_slice_equal(left.key, right.key) || mb_title_likeness(&left, &right) >= MB_LIKE_TITLES;
}

static bool go_on(const mb_identities *ids, const seat *before, const seat *now)
{
    if (before->panel != now->panel || before->is_substitute != now->is_substitute)
        return false;
    if (!now->panel)
        return are_one_office(ids, before->office, now->office);
    bool same_office = !before->offices_told || !now->offices_told || mb_slice_equal(before->office, now->office);
    return same_office && agree(before->capacity, now->capacity) && agree(before->organisation, now->organisation);
}

/* What the later mention tells more of the same seat. */
static void take_over(seat *before, const seat *now)
{
    if (now->capacity.size > before->capacity.size)
        before->capacity = now->capacity;
    if (now->organisation.size > before->organisation.size)
        before->organisation = now->organisation;
    if (now->office.size && (now->offices_told || !before->office.size))
        before->office = now->office;
    before->offices_told = before->offices_told || now->offices_told;
}

static int by_first_day(const void *a, const void *b)
{
    const mb_membership *left = *(mb_membership *const *)a, *right = *(mb_membership *const *)b;
    int order = mb_slice_compare(left->first, right->first);
    if (!order && !left->panel != !right->panel)
        return left->panel ? -1 : 1;
    if (!order && left->panel)
        order = mb_slice_compare(left->panel->id, right->panel->id);
    if (!order)
        order = mb_slice_compare(left->last, right->last);
    return order ? order : mb_slice_compare(left->office, right->office);
}

/* A seat that goes on from mention to mention, and how long. */
typedef struct going_on {
    seat seat;
    mb_slice last, last_told;
    bool is_open;
} going_on;

static void end_membership(const mb_identities *ids, going_on *now, const seat *next, mb_site_person *person)
{
    const seat *one = &now->seat;
    if (!now->is_open)
        return;
    /* Lists that tell no office can't say that it was still this one. */
    bool goes_on = next && one->panel && next->panel == one->panel && !next->is_substitute;
    mb_membership *membership = mb_list_add(ids->assembly->arena, &person->memberships, mb_membership);
    *membership = (mb_membership){one->panel,        one->capacity, one->office,
                                  one->organisation, one->date,     goes_on ? now->last_told : now->last};
    now->is_open = false;
}

static void take_seat(const mb_identities *ids, going_on *now, const seat *next, mb_site_person *person)
{
    if (now->is_open && go_on(ids, &now->seat, next)) {
        take_over(&now->seat, next);
    } else {
        end_membership(ids, now, next, person);
        *now = (going_on){.seat = *next, .last_told = next->date, .is_open = true};
    }
    now->last = next->date;
    if (next->offices_told)
        now->last_told = next->date;
}

void mb_list_memberships(const mb_identities *ids, const mb_identity *identity, mb_site_person *person)
{
    mb_list groups = {0};
    going_on now = {.is_open = false};
    gather_groups(ids->assembly->scratch, identity, &groups);
    mb_sort_list(&groups, by_panel);
    for (uint32_t i = 0; i < groups.count; i++) {
        seat_group *group = groups.items[i];
        mb_sort_list(&group->runs, by_date);
        for (uint32_t k = 0; k < group->runs.count; k++) {
            const seat_run *run = group->runs.items[k];
            for (uint32_t m = run->first; m < run->end; m++) {
                const mb_mention *mention = identity->mentions.items[m];
                seat one = seat_of(mention);
                one.date = mention->scene->date;
                if (says_something(&one))
                    take_seat(ids, &now, &one, person);
            }
        }
    }
    end_membership(ids, &now, NULL, person);
    mb_sort_list(&person->memberships, by_first_day);
}
