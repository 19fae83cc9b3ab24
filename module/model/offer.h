/* offer.h: text to paste into the corrections, for diagnostics on a value. */
#ifndef MB_MODEL_OFFER_H
#define MB_MODEL_OFFER_H

#include "model/correct.h"

/* Nobody pastes more; further diagnostics have no such text. */
#define MB_MOST_OFFERS 500

/* A diagnostic, and the value that it is on. */
typedef struct mb_offer {
    mb_diagnostic *diagnostic;
    mb_target target;
    const mb_field_info *field;
} mb_offer;

/* Gives the diagnostics of `offers` (of mb_offer) their `correction`: one that says that the value is right as it is, so
 * that a person changes what is not. */
void mb_offer_corrections(mb_arena *arena, mb_arena *scratch, mb_pack *pack, const mb_list *offers);

/* Takes back the diagnostics of `offers` on values that are in `corrected`: a person has answered them. */
void mb_withdraw_answered(mb_pack *pack, const mb_list *offers, const mb_list *corrected);

#endif
