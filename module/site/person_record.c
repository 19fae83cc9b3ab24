/* person_record.c: which of the names that the papers print is a person's, and who may be shown. */
#include <ctype.h>
#include <stdlib.h>

#include "core/unicode.h"
#include "site/people.h"

/* More spellings of one name than any council's papers have; further ones are left out. */
#define MOST_SPELLINGS 32

typedef struct spelling {
    mb_slice text, slug;
    bool listed, in_full, mixed_case;
    uint32_t accents, count;
    mb_slice date; /* the newest */
} spelling;

typedef struct spellings {
    spelling items[MOST_SPELLINGS];
    uint32_t count;
} spellings;

static bool has_small_letters(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (islower((unsigned char)text.data[i]))
            return true;
    return false;
}

/* Letters outside ASCII that Latin names have: U+00C0 to U+02AF, in two bytes. */
static uint32_t count_accents(mb_slice text)
{
    uint32_t accents = 0;
    for (size_t i = 0; i < text.size; i++)
        accents += (unsigned char)text.data[i] >= 0xC3 && (unsigned char)text.data[i] <= 0xCA;
    return accents;
}

/* Most mentions have the very name of the one before. */
static bool is_text(mb_slice a, mb_slice b)
{
    return a.data == b.data ? a.size == b.size : mb_slice_equal(a, b);
}

static void add_spelling(spellings *all, mb_arena *scratch, const mb_mention *mention, const mb_person_name *name)
{
    uint32_t i = 0;
    while (i < all->count && !is_text(all->items[i].text, name->bare))
        i++;
    if (i == MOST_SPELLINGS || name->form < MB_NAME_INITIALS)
        return;
    spelling *one = &all->items[i];
    if (i == all->count) {
        all->count++;
        *one = (spelling){.text = name->bare,
                          .slug = mb_slug(scratch, name->bare),
                          .accents = count_accents(name->bare),
                          .in_full = name->form == MB_NAME_FULL,
                          .mixed_case = has_small_letters(name->bare)};
    }
    one->listed = one->listed || (MB_IS_LISTED(mention->kind) && name == mention->name);
    one->count++;
    if (one->date.data != mention->scene->date.data && mb_slice_compare(one->date, mention->scene->date) < 0)
        one->date = mention->scene->date;
}

/* Lists are set with care, so their spelling comes first; then the one that keeps hyphens and accents. */
static int by_fitness(const void *a, const void *b)
{
    const spelling *left = a, *right = b;
    if (left->in_full != right->in_full)
        return left->in_full ? -1 : 1;
    if (left->mixed_case != right->mixed_case)
        return left->mixed_case ? -1 : 1;
    if (left->listed != right->listed)
        return left->listed ? -1 : 1;
    if (left->slug.size != right->slug.size)
        return left->slug.size > right->slug.size ? -1 : 1;
    if (left->accents != right->accents)
        return left->accents > right->accents ? -1 : 1;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    int order = mb_slice_compare(right->date, left->date);
    return order ? order : mb_slice_compare(left->text, right->text);
}

static void add_other_name(const mb_identities *ids, mb_site_person *person, mb_slice name)
{
    mb_slice slug = mb_slug(ids->assembly->scratch, name);
    if (mb_slice_equal(slug, mb_slug(ids->assembly->scratch, person->name)))
        return;
    for (uint32_t i = 0; i < person->other_names.count; i++)
        if (mb_slice_equal(slug, mb_slug(ids->assembly->scratch, person->other_names.items[i])))
            return;
    mb_strings_push(ids->assembly->arena, &person->other_names, name);
}

void mb_name_person(const mb_identities *ids, const mb_identity *identity, mb_site_person *person)
{
    spellings all = {.count = 0};
    mb_slice newest = MB_NOTHING;
    for (uint32_t i = 0; i < identity->mentions.count; i++) {
        const mb_mention *mention = identity->mentions.items[i];
        add_spelling(&all, ids->assembly->scratch, mention, mention->name);
        if (mention->spoken)
            add_spelling(&all, ids->assembly->scratch, mention, mention->spoken);
        if (mention->honorific.size && mb_slice_compare(newest, mention->scene->date) <= 0) {
            newest = mention->scene->date;
            person->honorific = mention->honorific;
        }
    }
    qsort(all.items, all.count, sizeof *all.items, by_fitness);
    person->name = identity->config ? identity->config->name : all.count ? all.items[0].text : identity->name.bare;
    for (uint32_t i = 0; i < all.count; i++)
        add_other_name(ids, person, all.items[i].text);
    for (uint32_t i = 0; identity->config && i < identity->config->other_names.count; i++)
        add_other_name(ids, person, identity->config->other_names.items[i]);
    mb_strings_sort(&person->other_names);
}

bool mb_is_public(const mb_identity *identity)
{
    for (uint32_t i = 0; i < identity->mentions.count; i++) {
        const mb_mention *mention = identity->mentions.items[i];
        const mb_member *member = mention->kind <= MB_MENTION_PRESENT ? mention->record : NULL;
        if (member && mb_slice_equal(member->capacity, MB_TEXT("public")))
            continue;
        if (mention->kind != MB_MENTION_SPEAKER || mb_slice_equal(mention->honorific, MB_TEXT("Councillor")))
            return false;
    }
    return true;
}
