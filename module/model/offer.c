/* offer.c: corrections to paste, and the diagnostics that they answer. */
#include "model/offer.h"

#include "model/atlas.h"

/* Whether YAML takes the text for what it is without quotes. */
static bool is_plain(mb_slice text)
{
    bool starts = !strchr("\"'&*!|>%@`[]{}#-?:, ", *text.data);
    bool key = mb_slice_find(text, MB_TEXT(": "), 0) != SIZE_MAX || mb_slice_ends(text, MB_TEXT(":"));
    return starts && !key && mb_slice_find(text, MB_TEXT(" #"), 0) == SIZE_MAX;
}

/* In single quotes, in which only they themselves are doubled. */
static mb_slice in_quotes(mb_arena *arena, mb_slice text)
{
    char *copy = mb_arena_alloc(arena, text.size * 2 + 2), *end = copy;
    *end++ = '\'';
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '\'')
            *end++ = '\'';
        *end++ = text.data[i];
    }
    *end++ = '\'';
    return mb_slice_between(copy, end);
}

static mb_slice write_correction(mb_arena *arena, mb_arena *scratch, const mb_offer *offer, mb_slice address)
{
    mb_value value = mb_value_of(offer->field, offer->target.record);
    mb_slice yaml = mb_value_yaml(scratch, offer->field, &value);
    mb_slice at = is_plain(address) ? address : in_quotes(scratch, address);
    return mb_arena_printf(arena, "- at: %.*s\n  %s: {was: %.*s, is: %.*s}\n", MB_ARG(at), offer->field->name,
                           MB_ARG(yaml), MB_ARG(yaml));
}

void mb_offer_corrections(mb_arena *arena, mb_arena *scratch, mb_pack *pack, const mb_list *offers)
{
    uint32_t count = offers->count < MB_MOST_OFFERS ? offers->count : MB_MOST_OFFERS;
    if (!count)
        return;
    mb_arena_mark before = mb_arena_here(scratch);
    mb_target *targets = mb_new_array(scratch, mb_target, count);
    mb_slice *addresses = mb_new_array(scratch, mb_slice, count);
    for (uint32_t i = 0; i < count; i++)
        targets[i] = ((const mb_offer *)offers->items[i])->target;
    mb_address_write(mb_atlas_new(scratch), pack, targets, count, addresses);
    for (uint32_t i = 0; i < count; i++) {
        const mb_offer *offer = offers->items[i];
        if (addresses[i].data && mb_field_exists(offer->field, offer->target.record))
            offer->diagnostic->correction = write_correction(arena, scratch, offer, addresses[i]);
    }
    mb_arena_back(scratch, before);
}

void mb_withdraw_answered(mb_pack *pack, const mb_list *offers, const mb_list *corrected)
{
    for (uint32_t i = 0; i < offers->count; i++) {
        const mb_offer *offer = offers->items[i];
        if (mb_is_corrected(corrected, offer->target.record, offer->field->name))
            offer->diagnostic->code = MB_NOTHING;
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < pack->diagnostics.count; i++) {
        mb_diagnostic *diagnostic = pack->diagnostics.items[i];
        if (diagnostic->code.data)
            pack->diagnostics.items[kept++] = diagnostic;
    }
    pack->diagnostics.count = kept;
}
