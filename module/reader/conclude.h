/* conclude.h: what comes once all of a pack is read. */
#ifndef MB_READER_CONCLUDE_H
#define MB_READER_CONCLUDE_H

#include "model/corrections.h"
#include "reader/reading.h"

/* Resolves persons and references, looks for conflicts, offers corrections for what the reader is unsure of, and applies
 * those that are given (or NULL); what follows from them is concluded anew. Puts the diagnostics in the order of their
 * lines. */
void mb_conclude(mb_reader *reader, mb_corrections *corrections);

#endif
