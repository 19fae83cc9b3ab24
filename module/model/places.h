/* places.h: in which pack of a site an object stands.
 *
 *     place.pack 3 ─► site->pack_numbers: 3 is at position 2 ─► the second of site->packs
 *
 * Records hold a number that stays with their pack, so that another pack between two others changes none of them. What is
 * shown and sorted is the position. */
#ifndef MB_MODEL_PLACES_H
#define MB_MODEL_PLACES_H

#include "model/model.h"

/* Says of every object of the pack which number the pack has. */
void mb_number_places(mb_pack *pack, uint32_t number);

/* The position of the place's pack in the site, from 1; 0 where the place names none. Where the site tells nothing of
 * numbers, or is NULL, they are positions. */
uint32_t mb_pack_position(const mb_site_record *site, const mb_place *place);

/* The pack itself, or NULL. */
const mb_pack *mb_pack_at(const mb_site_record *site, const mb_place *place);

#endif
