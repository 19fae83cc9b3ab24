/* interpreter.h: is the Lua beneath us the one that we were compiled for? */
#ifndef MB_SCRIPT_INTERPRETER_H
#define MB_SCRIPT_INTERPRETER_H

#include "core/arena.h"
#include "core/error.h"

/* Asks before the first layout is compiled. MB_EUSAGE where another Lua answers, MB_ENOMEM, or 0. */
int mb_interpreter_check(mb_error *error);

/* Which build of Lua it is, in hexadecimal; NOTHING where it doesn't say so. Lua itself tells its release to compilers only. */
mb_slice mb_interpreter_build(mb_arena *arena);

#endif
