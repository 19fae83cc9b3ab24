/* address_find.c: finds what an address means in one pack.
 *
 * A step is looked for level by level below where the step before it led:
 *
 *     meeting ─► members, agenda items, minutes        ◄─ level 1: "item 9" is an agenda item where one fits
 *                └► minute items, those present        ◄─ level 2: else a minute item                            */
#include <stdio.h>

#include "core/nearest.h"
#include "model/atlas.h"
#include "model/value.h"

/* So many objects are compared with a key that fits none, to say which is nearest. */
#define MOST_COMPARED 1000

/* A list that is so long has an index where it is looked through again and again. */
#define LONG_LIST 64

static void push(mb_arena *arena, mb_targets *targets, mb_target target)
{
    if (targets->count == targets->capacity) {
        uint32_t wanted = targets->capacity ? targets->capacity * 2 : 64;
        mb_target *larger = mb_new_array(arena, mb_target, wanted);
        if (targets->count)
            memcpy(larger, targets->items, targets->count * sizeof *larger);
        targets->items = larger;
        targets->capacity = wanted;
    }
    targets->items[targets->count++] = target;
}

/* ---- keys ---- */

mb_slice mb_key_of(const mb_field_info *field, const void *record, char digits[MB_DIGITS])
{
    if (!mb_is_value(field) || !mb_field_exists(field, record))
        return MB_NOTHING;
    mb_value value = mb_value_of(field, record);
    switch (field->kind) {
    case MB_KIND_string:
    case MB_KIND_date:
    case MB_KIND_time:
    case MB_KIND_moment:
        return value.text.size ? value.text : MB_NOTHING;
    case MB_KIND_option:
        return mb_slice_of(mb_choice_word(field->choices, value.choice));
    case MB_KIND_count:
        if (!value.count.known)
            return MB_NOTHING;
        return (mb_slice){digits, (size_t)snprintf(digits, MB_DIGITS, "%lld", (long long)value.count.value)};
    default:
        return MB_NOTHING;
    }
}

static bool fits_key(const mb_step *step, mb_slice key)
{
    return step->begins ? mb_slice_starts_nocase(key, step->key) : mb_slice_equal_nocase(key, step->key);
}

/* By which field of its type an object fits the step; MB_LAST where it doesn't. */
static uint32_t rank_of(const mb_step *step, mb_target target)
{
    if (!step->key.data)
        return 0;
    mb_fields fields = target.type->fields();
    for (uint32_t i = 0; i < fields.count; i++) {
        char digits[MB_DIGITS];
        mb_slice key = mb_key_of(&fields.items[i], target.record, digits);
        if (key.data && fits_key(step, key))
            return i;
    }
    return MB_LAST;
}

/* ---- a step ---- */

/* The noun of the step where objects in that field can fit it, or NULL. */
static const mb_noun *noun_in(const mb_atlas *atlas, const mb_step *step, const mb_field_info *field)
{
    if (!mb_leads_down(field) || !mb_type_in(step->types, field->type))
        return NULL;
    return mb_noun_for(atlas, field, step->noun);
}

/* Puts the object into the hits where it fits the step as well as those that are there. */
static void look_at(mb_atlas *atlas, const mb_step *step, const mb_noun *noun, void *object, uint32_t *best)
{
    if (!mb_is_called(noun, object))
        return;
    mb_target target = {noun->field->type, object};
    uint32_t rank = rank_of(step, target);
    if (rank < *best) {
        *best = rank;
        atlas->hits.count = 0;
    }
    if (rank == *best && rank != MB_LAST)
        push(atlas->arena, &atlas->hits, target);
}

/* The same for those of a long list that the key may be of. */
static void look_up(mb_atlas *atlas, const mb_step *step, const mb_noun *noun, void *const *items, uint32_t count,
                    uint32_t *best)
{
    mb_key_matches matches = mb_match_key(atlas, noun->field->type, items, count, step->key);
    for (uint32_t i = 0; i < matches.count; i++)
        if (i == 0 || matches.entries[i].at != matches.entries[i - 1].at)
            look_at(atlas, step, noun, items[matches.entries[i].at], best);
}

/* Puts what fits the step right below an object into the hits. */
static void look_below(mb_atlas *atlas, const mb_step *step, mb_target above, uint32_t *best)
{
    bool exact = step->key.data && !step->begins && step->key.size <= MB_LONGEST_KEY;
    mb_fields fields = above.type->fields();
    for (uint32_t i = 0; i < fields.count; i++) {
        const mb_noun *noun = noun_in(atlas, step, &fields.items[i]);
        void *const *items = NULL;
        uint32_t count = noun ? mb_children(&fields.items[i], above.record, &items) : 0;
        if (exact && atlas->still && count >= LONG_LIST)
            look_up(atlas, step, noun, items, count, best);
        else
            for (uint32_t k = 0; k < count; k++)
                look_at(atlas, step, noun, items[k], best);
    }
}

/* Puts all that the level's objects have in them into the next level, which becomes the level; false where it is empty. */
static bool go_down(mb_atlas *atlas)
{
    atlas->next.count = 0;
    for (uint32_t i = 0; i < atlas->level.count; i++) {
        mb_target above = atlas->level.items[i];
        mb_fields fields = above.type->fields();
        for (uint32_t f = 0; f < fields.count; f++) {
            void *const *items = NULL;
            uint32_t count = mb_children(&fields.items[f], above.record, &items);
            for (uint32_t k = 0; k < count; k++)
                push(atlas->arena, &atlas->next, (mb_target){fields.items[f].type, items[k]});
        }
    }
    mb_targets level = atlas->next;
    atlas->next = atlas->level;
    atlas->level = level;
    return level.count > 0;
}

void mb_search(mb_atlas *atlas, mb_target start, const mb_step *step)
{
    uint32_t best = MB_LAST;
    atlas->hits.count = atlas->level.count = 0;
    push(atlas->arena, &atlas->level, start);
    do {
        for (uint32_t i = 0; i < atlas->level.count; i++)
            look_below(atlas, step, atlas->level.items[i], &best);
    } while (!atlas->hits.count && go_down(atlas));
}

const mb_target *mb_hit_of(const mb_atlas *atlas, const mb_step *step)
{
    const mb_targets *hits = &atlas->hits;
    if (step->ordinal == MB_LAST)
        return hits->count ? &hits->items[hits->count - 1] : NULL;
    if (step->ordinal)
        return step->ordinal <= hits->count ? &hits->items[step->ordinal - 1] : NULL;
    return hits->count == 1 ? hits->items : NULL;
}

/* ---- why it isn't found ---- */

static uint32_t line_of(mb_target target)
{
    mb_place place = {0};
    if (target.type->placed)
        memcpy(&place, target.record, sizeof place);
    return place.line;
}

static mb_slice several(mb_atlas *atlas, const mb_step *step)
{
    const mb_targets *hits = &atlas->hits;
    return mb_arena_printf(
        atlas->arena,
        "there are %u of '%.*s', the first two in lines %u and %u (say which: '1st %.*s', or name what "
        "it is in)",
        hits->count, MB_ARG(step->text), line_of(hits->items[0]), line_of(hits->items[1]), MB_ARG(step->text));
}

static const char *key_at(const void *context, size_t i)
{
    return ((const mb_strings *)context)->items[i].data;
}

/* The keys, each with a NUL behind it, of what the hits of a search for any key could be called. */
static mb_strings keys_of_hits(mb_atlas *atlas)
{
    mb_strings texts = {0};
    for (uint32_t i = 0; i < atlas->hits.count && i < MOST_COMPARED; i++) {
        mb_target hit = atlas->hits.items[i];
        mb_fields fields = hit.type->fields();
        for (uint32_t k = 0; k < fields.count; k++) {
            char digits[MB_DIGITS];
            mb_slice key = mb_key_of(&fields.items[k], hit.record, digits);
            if (key.data)
                mb_strings_push(atlas->arena, &texts, mb_arena_copy(atlas->arena, key));
        }
    }
    return texts;
}

static mb_slice nothing(mb_atlas *atlas, mb_target start, const mb_step *step)
{
    mb_step any = {.noun = step->noun, .types = step->types};
    uint32_t found = atlas->hits.count;
    mb_search(atlas, start, &any);
    if (found)
        return mb_arena_printf(atlas->arena, "there is no '%.*s', only %u", MB_ARG(step->text), found);
    if (!atlas->hits.count)
        return mb_arena_printf(atlas->arena, "there is no '%.*s', and no %.*s at all", MB_ARG(step->text),
                               MB_ARG(step->noun));
    mb_strings texts = keys_of_hits(atlas);
    const char *nearest = mb_nearest(step->key, texts.count, key_at, &texts);
    if (!nearest && texts.count)
        return mb_arena_printf(atlas->arena, "there is no '%.*s'; there is '%.*s %.*s', for one", MB_ARG(step->text),
                               MB_ARG(step->noun), MB_ARG(mb_short(texts.items[0])));
    return mb_arena_printf(atlas->arena, "there is no '%.*s' (did you mean '%.*s %s'?)", MB_ARG(step->text),
                           MB_ARG(step->noun), nearest ? nearest : "");
}

bool mb_address_find(mb_atlas *atlas, mb_target start, const mb_address *address, mb_target *out, mb_slice *why)
{
    *out = start;
    for (uint32_t i = 0; i < address->count; i++) {
        const mb_step *step = &address->steps[i];
        mb_search(atlas, *out, step);
        const mb_target *hit = mb_hit_of(atlas, step);
        if (!hit) {
            bool many = !step->ordinal && atlas->hits.count > 1;
            *why = many ? several(atlas, step) : nothing(atlas, *out, step);
            return false;
        }
        *out = *hit;
    }
    return true;
}
