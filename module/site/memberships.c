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
    return (seat){.panel = mention->panel,
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
    return (seat){.panel = mention->panel};
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

static seat *gather_seats(const mb_identities *ids, const mb_identity *identity, uint32_t *count)
{
    seat *seats = mb_new_array(ids->assembly->scratch, seat, identity->mentions.count + 1);
    *count = 0;
    for (uint32_t i = 0; i < identity->mentions.count; i++) {
        const mb_mention *mention = identity->mentions.items[i];
        seat one = seat_of(mention);
        if (!one.panel && !one.office.size)
            continue;
        one.date = mention->date;
        seats[(*count)++] = one;
    }
    return seats;
}

/* Seats that stand side by side and say the same of panel and day: the papers of a meeting name somebody often. */
typedef struct seat_run {
    const seat *first;
    uint32_t count;
} seat_run;

static bool is_date(mb_slice a, mb_slice b)
{
    return a.data == b.data ? a.size == b.size : mb_slice_equal(a, b);
}

static seat_run *gather_runs(mb_arena *scratch, const seat *seats, uint32_t count, uint32_t *run_count)
{
    seat_run *runs = mb_new_array(scratch, seat_run, count + 1);
    *run_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        const seat *before = i ? &seats[i - 1] : NULL;
        if (!before || before->panel != seats[i].panel || before->is_substitute != seats[i].is_substitute ||
            !is_date(before->date, seats[i].date))
            runs[(*run_count)++].first = &seats[i];
        runs[*run_count - 1].count++;
    }
    return runs;
}

/* Panel by panel, what is no panel's last; within each by date. */
static int by_panel_then_date(const void *a, const void *b)
{
    const seat *left = ((const seat_run *)a)->first, *right = ((const seat_run *)b)->first;
    if (!left->panel != !right->panel)
        return left->panel ? -1 : 1;
    int order = left->panel == right->panel ? 0 : mb_slice_compare(left->panel->id, right->panel->id);
    if (!order && left->is_substitute != right->is_substitute)
        return left->is_substitute ? 1 : -1;
    if (!order)
        order = mb_slice_compare(left->date, right->date);
    return order ? order : (left > right) - (left < right);
}

static const seat *in_order(mb_arena *scratch, const seat *seats, uint32_t count)
{
    uint32_t run_count;
    seat_run *runs = gather_runs(scratch, seats, count, &run_count);
    qsort(runs, run_count, sizeof *runs, by_panel_then_date);
    seat *sorted = mb_new_array(scratch, seat, count + 1), *end = sorted;
    for (uint32_t i = 0; i < run_count; end += runs[i].count, i++)
        memcpy(end, runs[i].first, runs[i].count * sizeof *end);
    return sorted;
}

/* "co-opted" is "co-opted voting", as told with less care. */
static bool agree(mb_slice a, mb_slice b)
{
    return mb_slice_starts(a, b) || mb_slice_starts(b, a);
}

static bool are_one_office(const mb_identities *ids, mb_slice a, mb_slice b)
{
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

void mb_list_memberships(const mb_identities *ids, const mb_identity *identity, mb_site_person *person)
{
    uint32_t count;
    const seat *gathered = gather_seats(ids, identity, &count);
    const seat *seats = in_order(ids->assembly->scratch, gathered, count);
    for (uint32_t i = 0; i < count;) {
        seat one = seats[i];
        mb_slice last = one.date, last_told = one.date;
        for (i++; i < count && go_on(ids, &one, &seats[i]); i++) {
            take_over(&one, &seats[i]);
            last = seats[i].date;
            if (seats[i].offices_told)
                last_told = last;
        }
        /* Lists that tell no office can't say that it was still this one. */
        if (i < count && one.panel && seats[i].panel == one.panel && !seats[i].is_substitute)
            last = last_told;
        mb_membership *membership = mb_list_add(ids->assembly->arena, &person->memberships, mb_membership);
        *membership = (mb_membership){one.panel, one.capacity, one.office, one.organisation, one.date, last};
    }
    mb_sort_list(&person->memberships, by_first_day);
}
