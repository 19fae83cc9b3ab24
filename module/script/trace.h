/* trace.h: what a page was made of: the files that ran, with their times, and the objects that they read. For who works on
 * a layout; a build doesn't ask. */
#ifndef MB_SCRIPT_TRACE_H
#define MB_SCRIPT_TRACE_H

#include "script/program.h"

/* Objects beyond these aren't listed: nobody reads on. */
#define MB_TRACED_OBJECTS 2000
#define MB_TRACED_FILES   256

typedef struct mb_traced_file {
    const mb_program *program;
    uint32_t runs;
    int64_t nanoseconds; /* with what it called */
} mb_traced_file;

typedef struct mb_traced_object {
    const mb_type_info *type;
    const mb_place *place;
} mb_traced_object;

struct mb_trace {
    mb_traced_file files[MB_TRACED_FILES];
    mb_traced_object objects[MB_TRACED_OBJECTS];
    uint32_t file_count, object_count;
};

/* Each does nothing where `trace` is NULL. */
int64_t mb_trace_begin(const mb_trace *trace);
void mb_trace_end(mb_trace *trace, const mb_program *program, int64_t begin);
void mb_trace_object(mb_trace *trace, const mb_type_info *type, const void *record);

/* "layout", "component", ... */
const char *mb_program_kind_name(mb_program_kind kind);

#endif
