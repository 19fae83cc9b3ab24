/* finding.h: a diagnostic of the model, as C programs see it. */
#ifndef MB_DOORS_FINDING_H
#define MB_DOORS_FINDING_H

#include "model/model.h"

/* The texts are copied into the arena; `file` is what the diagnostic's line is of, `corrections` the file into which its
 * correction goes (in the arena already). */
mb_finding mb_finding_of(mb_arena *arena, mb_slice file, const char *corrections, const mb_diagnostic *diagnostic);

#endif
