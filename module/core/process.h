/* process.h: runs another program, and takes what it writes.
 *
 *     input ─► a file without a name ─► stdin ┌─────────┐ stdout ─► output
 *                                             │ program │
 *                                             └─────────┘ stderr ─► complaint (its beginning)
 *
 * No shell is between, nothing of this process but its environment reaches the program, and nothing of this process
 * is changed: no signal's handling, no working folder. Any number of threads may run programs at once. */
#ifndef MB_CORE_PROCESS_H
#define MB_CORE_PROCESS_H

#include "core/buffer.h"

typedef struct mb_process {
    const char *const *arguments; /* the program's name, which is sought in PATH, and its arguments; NULL ends them */
    mb_slice input;
    unsigned milliseconds; /* it may run that long */
} mb_process;

typedef enum mb_process_end {
    MB_PROCESS_ENDED,    /* by itself, with the exit code */
    MB_PROCESS_CRASHED,  /* by a signal that wasn't ours */
    MB_PROCESS_MISSING,  /* no program of that name is in PATH */
    MB_PROCESS_SLOW,     /* its time was over, and it was ended */
    MB_PROCESS_TALKATIVE /* it wrote more than the output takes, and was ended; or memory for the output ran out */
} mb_process_end;

#define MB_PROCESS_COMPLAINT 1024
typedef struct mb_process_result {
    mb_process_end end;
    int exit_code;                        /* 0 too where the host leaves no child's end to be asked for */
    char complaint[MB_PROCESS_COMPLAINT]; /* the beginning of what it wrote to stderr, NUL-terminated */
} mb_process_result;

/* Runs the program to its end, however it ends; its output is added to `output`, whose ceiling is its limit. MB_EIO
 * where the system can't start a process at all, or 0. */
int mb_process_run(const mb_process *wanted, mb_buffer *output, mb_process_result *result, mb_error *error);

#endif
