/* places.c: see places.h. */
#include "model/places.h"

#include "model/schema.h"

static void number_record(const mb_type_info *type, void *record, uint32_t number)
{
    if (type->placed)
        ((mb_place *)record)->pack = number;
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++) {
        const mb_field_info *field = &fields.items[i];
        void *const *items;
        uint32_t count = mb_children(field, record, &items);
        for (uint32_t k = 0; k < count; k++)
            number_record(field->type, items[k], number);
    }
}

void mb_number_places(mb_pack *pack, uint32_t number)
{
    number_record(mb_type_of(pack), pack, number);
}

uint32_t mb_pack_position(const mb_site_record *site, const mb_place *place)
{
    const mb_pack_numbers *numbers = site ? &site->pack_numbers : NULL;
    if (!numbers || !numbers->positions)
        return place->pack;
    return place->pack > 0 && place->pack <= numbers->count ? numbers->positions[place->pack - 1] : 0;
}

const mb_pack *mb_pack_at(const mb_site_record *site, const mb_place *place)
{
    uint32_t position = mb_pack_position(site, place);
    return site && position > 0 && position <= site->packs.count ? site->packs.items[position - 1] : NULL;
}
