/* diagnose.c: adds diagnostics to a pack. */
#include "model/diagnose.h"

const mb_code_info mb_codes[mb_code_count] = {
#define MB_DIAGNOSTIC(name, code, severity, meaning) {code, mb_severity_##severity, meaning},
#include "model/diagnostics.def"
#undef MB_DIAGNOSTIC
};

mb_diagnostic *mb_diagnose(mb_arena *arena, mb_pack *pack, mb_code code, mb_place place, mb_slice message)
{
    mb_diagnostic *diagnostic = mb_list_add(arena, &pack->diagnostics, mb_diagnostic);
    diagnostic->place = place;
    diagnostic->severity = mb_codes[code].severity;
    diagnostic->code = mb_slice_of(mb_codes[code].code);
    diagnostic->message = message;
    return diagnostic;
}
