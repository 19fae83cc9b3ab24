/* copies.c: papers that are copies of one another, found by their text and by their titles: one went to two panels, or
 * stands in a pack and was published alone.
 *
 * Papers that may be the same share a key of their sketches, or their title. Each is compared with one other for each
 * key, so that the time grows with the papers, not with their square. */
#include "core/day.h"
#include "site/assembly.h"
#include "site/shingles.h"
#include "site/titles.h"

/* So much of the text is the same in two copies, whatever extraction did to them. */
#define SAME_TEXT 0.6
/* Under one title a paper may have been revised for the second panel. */
#define REVISED_TEXT 0.3
/* A new edition of a work plan is no copy of the one before. */
#define SAME_PLAN 0.95
/* A shorter text tells too little. */
#define FEWEST_WORDS 60
/* Without a text to compare a title has to tell more, and the papers to be of about the same time. */
#define TELLING_WORDS 3
#define SAME_TIME     120

/* A paper meets another at many keys, in turn with some others. */
#define UNLIKE_KEPT 8

typedef struct candidate {
    mb_site_report *paper;
    const mb_sketch *sketch;
    mb_title title;
    mb_day day;
    struct candidate *same;                /* a paper before it that is the same, or NULL */
    struct candidate *unlike[UNLIKE_KEPT]; /* the last that it was compared with and isn't the same as */
    uint32_t unlike_count;
    mb_list copies; /* of the first of several: all of them */
} candidate;

typedef struct matcher {
    mb_assembly *assembly;
    candidate *items;
    uint32_t count;
} matcher;

static candidate *first_of(candidate *one)
{
    while (one->same)
        one = one->same;
    return one;
}

static bool have_text(const candidate *a, const candidate *b)
{
    return a->sketch->words >= FEWEST_WORDS && b->sketch->words >= FEWEST_WORDS;
}

static bool are_of_one_time(const candidate *a, const candidate *b)
{
    if (a->day == MB_NO_DAY || b->day == MB_NO_DAY)
        return false;
    return a->day - b->day <= SAME_TIME && b->day - a->day <= SAME_TIME;
}

static bool have_one_title(const candidate *a, const candidate *b)
{
    return a->title.words.count >= TELLING_WORDS && mb_slice_equal(a->title.key, b->title.key);
}

static bool are_the_same(const candidate *a, const candidate *b)
{
    bool one_title = have_one_title(a, b) && are_of_one_time(a, b);
    bool plans = a->paper->kind == mb_report_kind_plan && b->paper->kind == mb_report_kind_plan;
    if (!have_text(a, b))
        return one_title && !plans && a->paper->place.pack != b->paper->place.pack;
    double likeness = mb_sketch_likeness(a->sketch, b->sketch);
    if (plans)
        return likeness >= SAME_PLAN;
    return likeness >= (one_title ? REVISED_TEXT : SAME_TEXT);
}

static void join(candidate *a, candidate *b)
{
    candidate *first = first_of(a), *second = first_of(b);
    if (first == second)
        return;
    if (first < second)
        second->same = first;
    else
        first->same = second;
}

static bool is_known_unlike(const candidate *one, const candidate *other)
{
    for (uint32_t i = 0; i < one->unlike_count && i < UNLIKE_KEPT; i++)
        if (one->unlike[i] == other)
            return true;
    return false;
}

/* Compares the paper with the last one that had the same key. */
static void meet(candidate *before, candidate *one)
{
    if (!before || is_known_unlike(one, before) || first_of(before) == first_of(one))
        return;
    if (are_the_same(before, one))
        join(before, one);
    else
        one->unlike[one->unlike_count++ % UNLIKE_KEPT] = before;
}

/* The last paper that had a key. Keys are as good as chance, so they are their own hashes. */
typedef struct last_with_key {
    uint64_t key; /* 0: free */
    candidate *paper;
} last_with_key;

static last_with_key *place_of(last_with_key *places, size_t room, uint64_t key)
{
    size_t at = key & (room - 1);
    while (places[at].key && places[at].key != key)
        at = (at + 1) & (room - 1);
    return &places[at];
}

static void compare_texts(matcher *m)
{
    size_t room = 1;
    while (room < (size_t)m->count * MB_SKETCH_KEYS * 2)
        room *= 2;
    last_with_key *places = mb_new_array(m->assembly->scratch, last_with_key, room);
    for (uint32_t i = 0; i < m->count; i++) {
        const mb_sketch *sketch = m->items[i].sketch;
        for (uint32_t k = 0; k < MB_SKETCH_KEYS && sketch->words >= FEWEST_WORDS; k++) {
            if (!sketch->keys[k])
                continue;
            last_with_key *last = place_of(places, room, sketch->keys[k]);
            meet(last->paper, &m->items[i]);
            *last = (last_with_key){sketch->keys[k], &m->items[i]};
        }
    }
}

static void compare_titles(matcher *m)
{
    mb_map *keys = mb_map_new(m->assembly->scratch);
    for (uint32_t i = 0; i < m->count; i++)
        if (m->items[i].title.words.count >= TELLING_WORDS) {
            void **last = mb_map_at(keys, m->items[i].title.key);
            meet(*last, &m->items[i]);
            *last = &m->items[i];
        }
}

static void add_meeting(mb_assembly *assembly, mb_site_report *paper, mb_site_meeting *meeting)
{
    if (!meeting || meeting == paper->meeting)
        return;
    for (uint32_t i = 0; i < paper->also_presented_to.count; i++)
        if (paper->also_presented_to.items[i] == meeting)
            return;
    mb_list_push(assembly->arena, &paper->also_presented_to, meeting);
}

static void tell_copies(mb_assembly *assembly, const mb_list *copies)
{
    for (uint32_t i = 0; i < copies->count; i++)
        for (uint32_t k = 0; k < copies->count; k++) {
            mb_site_report *paper = copies->items[i], *other = copies->items[k];
            if (i == k)
                continue;
            mb_list_push(assembly->arena, &paper->same_as, other);
            add_meeting(assembly, paper, other->meeting);
        }
}

static matcher prepare(mb_assembly *assembly)
{
    const mb_list *reports = &assembly->site->reports;
    matcher m = {assembly, mb_new_array(assembly->scratch, candidate, reports->count + 1), reports->count};
    for (uint32_t i = 0; i < m.count; i++) {
        mb_site_report *paper = reports->items[i];
        mb_slice day = paper->meeting ? paper->meeting->date : mb_bundle_of(assembly, &paper->place)->date;
        m.items[i].paper = paper;
        m.items[i].title = *mb_known_title(assembly, paper->title);
        m.items[i].day = mb_day_of(day);
        m.items[i].sketch = mb_paper_sketch(mb_bundle_of(assembly, &paper->place)->gist, &paper->sections);
    }
    return m;
}

/* More copies of one paper than this are a form that many papers fill in. */
#define MOST_COPIES 50

void mb_find_copies(mb_assembly *assembly)
{
    matcher m = prepare(assembly);
    compare_texts(&m);
    compare_titles(&m);
    for (uint32_t i = 0; i < m.count; i++)
        mb_list_push(assembly->scratch, &first_of(&m.items[i])->copies, m.items[i].paper);
    for (uint32_t i = 0; i < m.count; i++)
        if (m.items[i].copies.count > 1 && m.items[i].copies.count <= MOST_COPIES)
            tell_copies(assembly, &m.items[i].copies);
}
