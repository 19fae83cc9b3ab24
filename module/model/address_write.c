/* address_write.c: writes the address of an object: the shortest of a few that are found again.
 *
 *     meeting 2025-06-17, item 22                   the nearest, by number
 *     meeting 2025-06-17, minute item 22            where an agenda item has that number
 *     meeting 2025-06-17, minutes, member Ann Lee   where the front sheet has a member of that name */
#include <stdlib.h>

#include "model/atlas.h"
#include "model/value.h"

/* How deep lists in lists are followed. */
#define DEEPEST (MB_MOST_STEPS * 2)

/* An object, and the field of the one above it that holds it. */
typedef struct level {
    mb_target target;
    const mb_field_info *field;
} level;

typedef struct walk {
    mb_atlas *atlas;
    const mb_target *const *wanted; /* sorted by their records */
    uint32_t count;
    const mb_target *targets;
    mb_slice *texts;
    level path[DEEPEST]; /* path[0] is the pack */
    uint32_t depth;
} walk;

/* ---- one step ---- */

static bool leads_to(mb_atlas *atlas, mb_target from, const mb_step *step, mb_target to)
{
    mb_search(atlas, from, step);
    const mb_target *hit = mb_hit_of(atlas, step);
    return hit && hit->record == to.record;
}

static bool is_easy_key(mb_slice key)
{
    return key.size <= MB_LONGEST_KEY && mb_slice_trim(key).size == key.size && !memchr(key.data, '"', key.size) &&
           !mb_slice_ends(key, MB_TEXT("..."));
}

/* A slug is for machines, though it is found, too. */
static bool is_slug(const mb_field_info *field)
{
    return strcmp(field->name, "id") == 0;
}

/* Finds a key that means `to` alone; dates first, since they are what people know a meeting by. */
static bool choose_key(mb_atlas *atlas, mb_target from, mb_target to, mb_step *step, char digits[MB_DIGITS])
{
    mb_fields fields = to.type->fields();
    for (int dates = 1; dates >= 0; dates--)
        for (uint32_t i = 0; i < fields.count; i++) {
            const mb_field_info *field = &fields.items[i];
            step->key = mb_key_of(field, to.record, digits);
            if ((field->kind == MB_KIND_date) == dates && step->key.data && is_easy_key(step->key) && !is_slug(field) &&
                leads_to(atlas, from, step, to))
                return true;
        }
    step->key = MB_NOTHING;
    return leads_to(atlas, from, step, to);
}

/* The number of the object among its like: "3rd paragraph". */
static bool choose_ordinal(mb_atlas *atlas, mb_target from, mb_target to, mb_step *step)
{
    mb_search(atlas, from, step);
    for (uint32_t i = 0; i < atlas->hits.count; i++)
        if (atlas->hits.items[i].record == to.record)
            step->ordinal = i + 1;
    return step->ordinal > 0;
}

static const char *ordinal_ending(uint32_t ordinal)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    bool teens = ordinal % 100 >= 11 && ordinal % 100 <= 13;
    return endings[ordinal % 10 < 4 && !teens ? ordinal % 10 : 0];
}

static mb_slice write_step(mb_arena *arena, const mb_step *step)
{
    mb_slice text = step->noun;
    if (step->ordinal)
        text = mb_arena_printf(arena, "%u%s %.*s", step->ordinal, ordinal_ending(step->ordinal), MB_ARG(text));
    if (!step->key.data)
        return text;
    bool quotes = memchr(step->key.data, ',', step->key.size) != NULL;
    return mb_arena_printf(arena, quotes ? "%.*s \"%.*s\"" : "%.*s %.*s", MB_ARG(text), MB_ARG(step->key));
}

typedef bool choice(mb_atlas *atlas, mb_target from, mb_target to, mb_step *step, char digits[MB_DIGITS]);

static bool choose_key_or_ordinal(mb_atlas *atlas, mb_target from, mb_target to, mb_step *step, char digits[MB_DIGITS])
{
    return choose_key(atlas, from, to, step, digits) || choose_ordinal(atlas, from, to, step);
}

/* A step from one object to another in it, called by the shortest noun for which `choose` finds the rest. */
static mb_slice step_to(mb_atlas *atlas, const level *from, const level *to, choice *choose)
{
    mb_slice shortest = MB_NOTHING;
    for (uint32_t i = 0; i < atlas->nouns.count; i++) {
        const mb_noun *noun = atlas->nouns.items[i];
        char digits[MB_DIGITS];
        mb_step step = {.noun = noun->words, .types = mb_set_of(to->target.type)};
        bool called =
            noun->field == to->field && mb_is_called(mb_noun_for(atlas, to->field, noun->words), to->target.record);
        if (called && choose(atlas, from->target, to->target, &step, digits)) {
            mb_slice text = write_step(atlas->arena, &step);
            if (!shortest.data || text.size < shortest.size)
                shortest = text;
        }
    }
    return shortest;
}

/* ---- the whole ---- */

/* Steps over objects that are no part of a list ("minutes") where that is clear. */
static mb_slice write_path(walk *w)
{
    mb_arena *arena = w->atlas->arena;
    mb_slice text = MB_NOTHING;
    uint32_t at = 0;
    while (at < w->depth) {
        uint32_t to = at + 1;
        while (to < w->depth && w->path[to].field->kind == MB_KIND_record)
            to++;
        mb_slice step = MB_NOTHING;
        if (to > at + 1)
            step = step_to(w->atlas, &w->path[at], &w->path[to], choose_key);
        if (!step.data) {
            to = at + 1;
            step = step_to(w->atlas, &w->path[at], &w->path[to], choose_key_or_ordinal);
        }
        if (!step.data)
            return MB_NOTHING;
        text = text.data ? mb_arena_printf(arena, "%.*s, %.*s", MB_ARG(text), MB_ARG(step)) : step;
        at = to;
    }
    return text.data ? text : mb_slice_of(mb_type_of(pack)->name);
}

/* Whether who reads the text comes to the object again: a key may begin with a word that belongs to a longer noun. */
static bool reads_back(const walk *w, mb_slice text)
{
    mb_yaml node = {.kind = MB_YAML_SCALAR, .text = text};
    mb_address address;
    mb_target found;
    mb_slice why;
    return text.data && mb_address_read(w->atlas, &node, "", &address, NULL) == 0 &&
           mb_address_find(w->atlas, w->path[0].target, &address, &found, &why) &&
           found.record == w->path[w->depth].target.record;
}

static int by_record(const void *a, const void *b)
{
    const mb_target *const *left = a, *const *right = b;
    uintptr_t one = (uintptr_t)(*left)->record, other = (uintptr_t)(*right)->record;
    return (one > other) - (one < other);
}

static void write_if_wanted(walk *w)
{
    const mb_target *key = &w->path[w->depth].target;
    const mb_target *const *found = bsearch(&key, w->wanted, w->count, sizeof *w->wanted, by_record);
    if (!found)
        return;
    while (found > w->wanted && found[-1]->record == key->record)
        found--;
    mb_slice text = write_path(w);
    bool good = reads_back(w, text);
    for (; good && found < w->wanted + w->count && (*found)->record == key->record; found++)
        w->texts[*found - w->targets] = text;
}

static void visit(walk *w)
{
    write_if_wanted(w);
    if (w->depth + 1 == DEEPEST)
        return;
    mb_target above = w->path[w->depth].target;
    mb_fields fields = above.type->fields();
    w->depth++;
    for (uint32_t i = 0; i < fields.count; i++) {
        void *const *items = NULL;
        uint32_t count = mb_children(&fields.items[i], above.record, &items);
        for (uint32_t k = 0; k < count; k++) {
            w->path[w->depth] = (level){{fields.items[i].type, items[k]}, &fields.items[i]};
            visit(w);
        }
    }
    w->depth--;
}

void mb_address_write(mb_atlas *atlas, mb_pack *pack, const mb_target *targets, uint32_t count, mb_slice *texts)
{
    if (!count)
        return;
    const mb_target **wanted = mb_new_array(atlas->arena, const mb_target *, count);
    for (uint32_t i = 0; i < count; i++)
        wanted[i] = &targets[i];
    qsort(wanted, count, sizeof *wanted, by_record);
    walk w = {.atlas = atlas, .wanted = wanted, .count = count, .targets = targets, .texts = texts};
    w.path[0] = (level){{mb_type_of(pack), pack}, NULL};
    atlas->still = true;
    visit(&w);
    atlas->still = false;
}
