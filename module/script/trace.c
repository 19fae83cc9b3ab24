/* trace.c: see trace.h. */
#include "script/trace.h"

#include <time.h>

const char *mb_program_kind_name(mb_program_kind kind)
{
    static const char *const names[] = {[MB_LAYOUT] = "layout",   [MB_FEED] = "feed",     [MB_COMPONENT] = "component",
                                        [MB_INCLUDE] = "include", [MB_MODULE] = "module", [MB_SHELL] = "shell"};
    return names[kind];
}

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int64_t mb_trace_begin(const mb_trace *trace)
{
    return trace ? now() : 0;
}

void mb_trace_end(mb_trace *trace, const mb_program *program, int64_t begin)
{
    if (!trace)
        return;
    uint32_t i = 0;
    while (i < trace->file_count && trace->files[i].program != program)
        i++;
    if (i == MB_TRACED_FILES)
        return;
    if (i == trace->file_count)
        trace->files[trace->file_count++] = (mb_traced_file){.program = program};
    trace->files[i].runs++;
    trace->files[i].nanoseconds += now() - begin;
}

void mb_trace_object(mb_trace *trace, const mb_type_info *type, const void *record)
{
    if (!trace || !type->placed)
        return;
    for (uint32_t i = trace->object_count; i > 0; i--)
        if (trace->objects[i - 1].place == record)
            return;
    if (trace->object_count < MB_TRACED_OBJECTS)
        trace->objects[trace->object_count++] = (mb_traced_object){type, record};
}
