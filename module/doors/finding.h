/* finding.h: a diagnostic of the model, and where its words are, as C programs see them. */
#ifndef MB_DOORS_FINDING_H
#define MB_DOORS_FINDING_H

#include <minutebook.h>

#include "model/model.h"

/* The texts are copied into the arena; `file` is what the diagnostic's line is of, `corrections` the file into which its
 * correction goes (in the arena already). */
mb_finding mb_finding_of(mb_arena *arena, mb_slice file, const char *corrections, const mb_diagnostic *diagnostic);

/* Where the words of the pack are. */
mb_words mb_words_of(const mb_pack *pack);

#endif
