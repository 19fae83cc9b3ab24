/* finding.h: a diagnostic of the model, as C programs see it. */
#ifndef MB_DOORS_FINDING_H
#define MB_DOORS_FINDING_H

#include "model/model.h"

/* The texts are copied into the arena; the pack is the one that the diagnostic is of. */
mb_finding mb_finding_of(mb_arena *arena, const mb_pack *pack, const mb_diagnostic *diagnostic);

#endif
