/* correct.c: puts a pack right, and says which corrections could not be applied. */
#include "model/correct.h"

#include "model/atlas.h"
#include "model/diagnose.h"

typedef struct work {
    mb_corrections *corrections;
    mb_arena *arena;
    mb_pack *pack;
    mb_list *corrected;
} work;

/* ---- what can't be done ---- */

static mb_place place_of(const work *w, mb_target target)
{
    mb_place place = w->pack->place;
    if (target.type->placed)
        memcpy(&place, target.record, sizeof place);
    return place;
}

static void remark(work *w, mb_code code, mb_target target, const mb_yaml *at, mb_slice what)
{
    mb_slice message = mb_arena_printf(w->arena, "the correction in %s:%u changes nothing: %.*s", w->corrections->file,
                                       at->line, MB_ARG(what));
    mb_diagnose(w->arena, w->pack, code, place_of(w, target), message);
}

static void remark_other_value(work *w, mb_target target, const mb_field_change *change, const mb_field_info *field,
                               const mb_value *found, const mb_value *was)
{
    mb_slice read = mb_value_yaml(w->arena, field, found), said = mb_value_yaml(w->arena, field, was);
    remark(w, mb_code_correction_differs, target, change->was,
           mb_arena_printf(w->arena, "`%s` was read as %.*s, not as %.*s", field->name, MB_ARG(mb_short(read)),
                           MB_ARG(mb_short(said))));
}

/* ---- what hangs on a value ---- */

/* The fields that the record will not have any more say nothing, since those that it will have may lie in their place. */
static void clear_fields_of(mb_target target, uint32_t old, uint32_t new)
{
    mb_fields fields = target.type->fields();
    for (uint32_t i = 0; i < fields.count; i++)
        if (fields.items[i].of >> old & 1 && !(fields.items[i].of >> new & 1))
            mb_field_clear(&fields.items[i], target.record);
}

/* Which fields there are, and the pieces in which a text is told again. */
static void clear_what_follows(mb_target target, const mb_field_info *field, const mb_value *value)
{
    if (mb_sorts_fields(field, target.type))
        clear_fields_of(target, mb_value_of(field, target.record).choice, value->choice);
    const mb_field_info *runs = mb_field_find(target.type, MB_TEXT("runs"));
    if (runs && mb_field_exists(runs, target.record) && strcmp(field->name, "text") == 0)
        mb_field_clear(runs, target.record);
}

static bool spans_blocks_there_are(const mb_field_info *field, const mb_value *found, const mb_value *is)
{
    if (field->kind != MB_KIND_contribution_span)
        return true;
    return found->span.of && is->span.last < found->span.of->count;
}

/* ---- one correction ---- */

static void apply_change(work *w, mb_target target, const mb_field_change *change)
{
    const mb_field_info *field = mb_field_find(target.type, change->entry->key);
    if (!mb_field_exists(field, target.record)) {
        remark(w, mb_code_correction_differs, target, change->was,
               mb_arena_printf(w->arena, "there is no `%s` in it", field->name));
        return;
    }
    mb_value found = mb_value_of(field, target.record), was, is;
    mb_value_read(w->arena, field, change->was, w->corrections->file, &was, NULL);
    mb_value_read(w->arena, field, change->is, w->corrections->file, &is, NULL);
    if (!mb_value_equal(field, &found, &was)) {
        remark_other_value(w, target, change, field, &found, &was);
        return;
    }
    if (!spans_blocks_there_are(field, &found, &is)) {
        remark(w, mb_code_correction_differs, target, change->is, MB_TEXT("there are fewer blocks"));
        return;
    }
    mb_corrected *done = mb_list_add(w->arena, w->corrected, mb_corrected);
    *done = (mb_corrected){target, field, found};
    if (mb_value_equal(field, &found, &is))
        return;
    clear_what_follows(target, field, &is);
    mb_value_put(field, target.record, &is);
}

/* In the order of the schema: what an object is comes first, since it decides which other fields there are. */
static void apply(work *w, const mb_correction *correction, mb_target target)
{
    mb_fields fields = target.type->fields();
    for (uint32_t i = 0; i < fields.count; i++)
        for (uint32_t k = 0; k < correction->count; k++)
            if (mb_slice_equal(correction->changes[k].entry->key, mb_slice_of(fields.items[i].name)))
                apply_change(w, target, &correction->changes[k]);
}

void mb_correct(mb_corrections *corrections, mb_pack *pack, mb_list *corrected)
{
    work w = {corrections, corrections->arena, pack, corrected};
    uint32_t count = corrections->list.count;
    mb_target *targets = mb_new_array(w.arena, mb_target, count);
    bool *found = mb_new_array(w.arena, bool, count);
    for (uint32_t i = 0; i < count; i++) {
        const mb_correction *correction = corrections->list.items[i];
        mb_target whole = {mb_type_of(pack), pack};
        mb_slice why;
        found[i] = mb_address_find(corrections->atlas, whole, &correction->address, &targets[i], &why);
        if (!found[i])
            remark(&w, mb_code_correction_finds_nothing, targets[i], correction->node, why);
    }
    for (uint32_t i = 0; i < count; i++)
        if (found[i])
            apply(&w, corrections->list.items[i], targets[i]);
}

bool mb_is_corrected(const mb_list *corrected, const void *record, const char *field)
{
    for (uint32_t i = 0; i < corrected->count; i++) {
        const mb_corrected *done = corrected->items[i];
        if (done->target.record == record && strcmp(done->field->name, field) == 0)
            return true;
    }
    return false;
}
