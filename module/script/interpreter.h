/* interpreter.h: is the Lua beneath us the one that we were compiled for? */
#ifndef MB_SCRIPT_INTERPRETER_H
#define MB_SCRIPT_INTERPRETER_H

#include "core/error.h"

/* Asks before the first layout is compiled. MB_EUSAGE where another Lua answers, MB_ENOMEM, or 0. */
int mb_interpreter_check(mb_error *error);

#endif
