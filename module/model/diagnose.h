/* diagnose.h: what the reader has to say about a pack. */
#ifndef MB_MODEL_DIAGNOSE_H
#define MB_MODEL_DIAGNOSE_H

#include "model/model.h"

/* Adds a diagnostic to the pack and returns it, so that the caller can set its `correction`. `code` is a constant,
 * stable, in kebab-case; the message says what was found, in words, without its place. */
mb_diagnostic *mb_diagnose(mb_arena *arena, mb_pack *pack, mb_severity severity, mb_place place, const char *code,
                           mb_slice message);

#endif
