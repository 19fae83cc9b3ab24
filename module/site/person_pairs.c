/* person_pairs.c: reports people who may be one, and leaves it to the site's owner to say so.
 *
 *     Chris Wray, Christopher Wray      the same surname, first names that may be one
 *     R Wray, Roy Wray                  initials that fit, without a panel in common
 *     Cosima Wray, Cosima Way           one letter apart
 *     Ann Lee, Ann Lee-Hay              a part of a double-barrelled name                                           */
#include "core/unicode.h"
#include "site/identities.h"

/* As many people with one surname, or names one letter apart, are compared with one another. */
#define MOST_COMPARED 60
/* A shorter surname that is one letter off is another one. */
#define LONG_SURNAME 5
/* Shorter first names are too near to others: Ann and Ian. */
#define LONG_FIRST_NAME 5

typedef struct pairing {
    const mb_identities *ids;
    mb_map *told; /* by the two names */
} pairing;

/* --- What speaks against a pair --- */

static bool is_named_apart(const mb_identities *ids, const mb_identity *one, const mb_identity *other)
{
    for (uint32_t i = 0; one->config && i < one->config->apart_from.count; i++) {
        mb_person_name name = *mb_known_name(ids->assembly, one->config->apart_from.items[i]);
        if (mb_slice_equal(name.key, other->name.key))
            return true;
    }
    return false;
}

/* Both are on the lists of one meeting; mentions are in the meetings' order. */
static bool met(const mb_identity *a, const mb_identity *b)
{
    uint32_t i = 0, k = 0;
    while (i < a->mentions.count && k < b->mentions.count) {
        const mb_mention *left = a->mentions.items[i], *right = b->mentions.items[k];
        bool both_listed = MB_IS_LISTED(left->kind) && MB_IS_LISTED(right->kind);
        if (both_listed && left->scene->meeting && left->scene->meeting == right->scene->meeting)
            return true;
        if (!MB_IS_LISTED(left->kind) || (MB_IS_LISTED(right->kind) && left->order < right->order))
            i++;
        else
            k++;
    }
    return false;
}

/* --- What speaks for one --- */

static bool share_name(const mb_identities *ids, const mb_identity *a, const mb_identity *b)
{
    bool same_first = mb_slice_equal(a->name.first, b->name.first);
    bool same_surname = mb_slice_equal(a->name.surname, b->name.surname);
    if (same_surname)
        return same_first || mb_first_names_are_alike(ids->assembly->dialect, a->name.first, b->name.first);
    return same_first && a->name.form == MB_NAME_FULL && mb_surname_is_part(&a->name, &b->name);
}

/* Whether one letter more, less, another, or two swapped, make one word the other. */
static bool are_one_edit_apart(mb_slice a, mb_slice b)
{
    if (a.size > b.size)
        return are_one_edit_apart(b, a);
    size_t at = 0;
    while (at < a.size && a.data[at] == b.data[at])
        at++;
    mb_slice left = mb_slice_from(a, at), right = mb_slice_from(b, at);
    if (b.size == a.size + 1)
        return mb_slice_equal(left, mb_slice_from(right, 1));
    if (b.size != a.size)
        return false;
    bool swapped = left.size > 1 && left.data[0] == right.data[1] && left.data[1] == right.data[0] &&
                   mb_slice_equal(mb_slice_from(left, 2), mb_slice_from(right, 2));
    return swapped || mb_slice_equal(mb_slice_from(left, 1), mb_slice_from(right, 1));
}

static bool are_misspelt(const mb_identity *a, const mb_identity *b)
{
    const mb_person_name *left = &a->name, *right = &b->name;
    if (left->form != MB_NAME_FULL || right->form != MB_NAME_FULL)
        return false;
    if (mb_slice_equal(left->first, right->first))
        return left->surname.size >= LONG_SURNAME && are_one_edit_apart(left->surname, right->surname);
    return mb_slice_equal(left->surname, right->surname) && left->first.size >= LONG_FIRST_NAME &&
           are_one_edit_apart(left->first, right->first);
}

/* --- Reports --- */

/* The one whom the papers name more often keeps the name. */
static void order_pair(const mb_identity **one, const mb_identity **other)
{
    if ((*one)->mentions.count >= (*other)->mentions.count)
        return;
    const mb_identity *swapped = *one;
    *one = *other;
    *other = swapped;
}

static bool is_new(pairing *p, mb_slice one, mb_slice other)
{
    bool in_order = mb_slice_compare(one, other) < 0;
    void **place = mb_map_at(p->told, mb_arena_printf(p->ids->assembly->scratch, "%.*s|%.*s",
                                                      MB_ARG(in_order ? one : other), MB_ARG(in_order ? other : one)));
    bool first = !*place;
    *place = p;
    return first;
}

static mb_slice correction_for(mb_assembly *assembly, mb_slice name, mb_slice other)
{
    return mb_arena_printf(assembly->arena, "# people.yaml\n- name: %.*s\n  other_names: [%.*s]\n", MB_ARG(name),
                           MB_ARG(other));
}

static void report(pairing *p, const mb_identity *one, const mb_identity *other)
{
    mb_assembly *assembly = p->ids->assembly;
    order_pair(&one, &other);
    if (is_named_apart(p->ids, one, other) || is_named_apart(p->ids, other, one) || met(one, other) ||
        !is_new(p, one->name.key, other->name.key))
        return;
    mb_slice name = one->person->name, second = other->person->name;
    mb_diagnostic *diagnostic =
        mb_site_remark(assembly, mb_code_possible_same_person, *((const mb_mention *)other->mentions.items[0])->place,
                       "'%.*s' may be '%.*s'; they are kept apart, since nothing here says that they are one",
                       MB_ARG(second), MB_ARG(name));
    diagnostic->correction = correction_for(assembly, name, second);
}

/* The reader took two first names for one person's, since only one was on the meeting's lists. */
static void report_spoken(pairing *p, const mb_identity *identity)
{
    mb_assembly *assembly = p->ids->assembly;
    for (uint32_t i = 0; i < identity->mentions.count; i++) {
        const mb_mention *mention = identity->mentions.items[i];
        if (!mention->spoken || mention->spoken->bearing->configured ||
            !is_new(p, identity->name.key, mention->spoken->key))
            continue;
        mb_diagnostic *diagnostic =
            mb_site_remark(assembly, mb_code_possible_same_person, *mention->place,
                           "'%.*s' is taken to be '%.*s', the only one of that surname on the list of this meeting",
                           MB_ARG(mention->spoken->bare), MB_ARG(identity->person->name));
        diagnostic->correction = correction_for(assembly, identity->person->name, mention->spoken->bare);
    }
}

typedef bool likeness(const mb_identities *ids, const mb_identity *a, const mb_identity *b);

static bool misspelt(const mb_identities *ids, const mb_identity *a, const mb_identity *b)
{
    (void)ids;
    return are_misspelt(a, b);
}

static void compare_group(pairing *p, const mb_list *group, likeness *alike)
{
    for (uint32_t i = 0; i < group->count && i < MOST_COMPARED; i++)
        for (uint32_t k = 0; k < i; k++)
            if (alike(p->ids, group->items[k], group->items[i]))
                report(p, group->items[k], group->items[i]);
}

/* Groups of identities by a key; each identity is put into one or more. */
typedef struct groups {
    mb_arena *scratch;
    mb_map *by_key;
    mb_list all; /* of mb_list */
} groups;

static void put(groups *g, mb_slice key, void *identity)
{
    void **place = mb_map_at(g->by_key, key);
    if (!*place)
        *place = mb_list_add(g->scratch, &g->all, mb_list);
    if (mb_list_last(*place) != identity)
        mb_list_push(g->scratch, *place, identity);
}

/* "Lee-Hay" also stands with "Lee" and with "Hay". */
static void put_surnames(groups *g, const mb_identity *identity)
{
    put(g, identity->name.surname, (void *)identity);
    mb_slice rest = identity->name.double_barrelled ? mb_slug(g->scratch, identity->name.bare) : MB_NOTHING;
    while (rest.size) {
        size_t hyphen = mb_slice_find(rest, MB_TEXT("-"), 0);
        put(g, mb_slice_first(rest, hyphen), (void *)identity);
        rest = hyphen == SIZE_MAX ? MB_NOTHING : mb_slice_from(rest, hyphen + 1);
    }
}

/* Under every form of the name that lacks one letter, so that names one letter apart meet in a group. */
static void put_shortened(groups *g, const mb_identity *identity)
{
    mb_slice first = identity->name.first, surname = identity->name.surname;
    for (size_t i = 0; i <= surname.size; i++)
        put(g,
            mb_arena_printf(g->scratch, "%.*s %.*s%.*s", MB_ARG(first), (int)i, surname.data,
                            MB_ARG(mb_slice_from(surname, i + 1))),
            (void *)identity);
    for (size_t i = 0; i <= first.size; i++)
        put(g,
            mb_arena_printf(g->scratch, "%.*s%.*s, %.*s", (int)i, first.data, MB_ARG(mb_slice_from(first, i + 1)),
                            MB_ARG(surname)),
            (void *)identity);
}

void mb_report_pairs(const mb_identities *ids)
{
    mb_arena *scratch = ids->assembly->scratch;
    pairing p = {ids, mb_map_new(scratch)};
    groups surnames = {scratch, mb_map_new(scratch), {0}}, shortened = {scratch, mb_map_new(scratch), {0}};
    for (uint32_t i = 0; i < ids->list.count; i++) {
        mb_identity *identity = ids->list.items[i];
        if (!identity->person || identity->name.form < MB_NAME_INITIALS)
            continue;
        report_spoken(&p, identity);
        put_surnames(&surnames, identity);
        put_shortened(&shortened, identity);
    }
    for (uint32_t i = 0; i < surnames.all.count; i++)
        compare_group(&p, surnames.all.items[i], share_name);
    for (uint32_t i = 0; i < shortened.all.count; i++)
        compare_group(&p, shortened.all.items[i], misspelt);
}
