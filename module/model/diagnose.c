/* diagnose.c: adds diagnostics to a pack. */
#include "model/diagnose.h"

mb_diagnostic *mb_diagnose(mb_arena *arena, mb_pack *pack, mb_severity severity, mb_place place, const char *code,
                           mb_slice message)
{
    mb_diagnostic *diagnostic = mb_list_add(arena, &pack->diagnostics, mb_diagnostic);
    diagnostic->place = place;
    diagnostic->severity = severity;
    diagnostic->code = mb_slice_of(code);
    diagnostic->message = message;
    return diagnostic;
}
