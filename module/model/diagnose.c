/* diagnose.c: adds diagnostics to a pack. */
#include "model/diagnose.h"

mb_diagnostic *mb_diagnose_v(mb_arena *arena, mb_pack *pack, mb_severity severity, mb_place place, const char *code,
                             const char *format, va_list arguments)
{
    mb_diagnostic *diagnostic = mb_list_add(arena, &pack->diagnostics, mb_diagnostic);
    diagnostic->place = place;
    diagnostic->severity = severity;
    diagnostic->code = mb_slice_of(code);
    diagnostic->message = mb_arena_vprintf(arena, format, arguments);
    return diagnostic;
}

mb_diagnostic *mb_diagnose(mb_arena *arena, mb_pack *pack, mb_severity severity, mb_place place, const char *code,
                           const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    mb_diagnostic *diagnostic = mb_diagnose_v(arena, pack, severity, place, code, format, arguments);
    va_end(arguments);
    return diagnostic;
}
