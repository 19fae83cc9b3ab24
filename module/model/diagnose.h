/* diagnose.h: what the reader has to say about a pack: the kinds of diagnostics, and how one is added. */
#ifndef MB_MODEL_DIAGNOSE_H
#define MB_MODEL_DIAGNOSE_H

#include "model/model.h"

/* The kinds, spelt mb_code_weekday_conflict. */
typedef enum mb_code {
#define MB_DIAGNOSTIC(name, code, severity, meaning) mb_code_##name,
#include "model/diagnostics.def"
#undef MB_DIAGNOSTIC
    mb_code_count
} mb_code;

typedef struct mb_code_info {
    const char *code; /* stable, in kebab-case */
    mb_severity severity;
    const char *meaning;
} mb_code_info;

extern const mb_code_info mb_codes[mb_code_count];

/* Adds a diagnostic to the pack and returns it. The message says what was found, in words, without its place. */
mb_diagnostic *mb_diagnose(mb_arena *arena, mb_pack *pack, mb_code code, mb_place place, mb_slice message);

#endif
