/* trace.c: see trace.h. */
#include "doors/trace.h"

#include <stdlib.h>

#include "core/json.h"
#include "model/places.h"
#include "script/trace.h"

static void write_text(mb_json *json, const char *key, mb_slice text)
{
    mb_json_key(json, key);
    mb_json_text(json, text);
}

static void write_number(mb_json *json, const char *key, int64_t number)
{
    mb_json_key(json, key);
    mb_json_number(json, number);
}

static void write_files(mb_json *json, const mb_trace *trace)
{
    mb_json_key(json, "files");
    mb_json_open(json, '[');
    for (uint32_t i = 0; i < trace->file_count; i++) {
        const mb_traced_file *file = &trace->files[i];
        mb_json_open_flat(json, '{');
        write_text(json, "kind", mb_slice_of(mb_program_kind_name(file->program->kind)));
        write_text(json, "file", mb_slice_of(file->program->path));
        write_number(json, "runs", file->runs);
        write_number(json, "microseconds", file->nanoseconds / 1000);
        mb_json_close(json, '}');
    }
    mb_json_close(json, ']');
}

static void write_objects(mb_json *json, const mb_publication *publication, const mb_trace *trace)
{
    mb_json_key(json, "objects");
    mb_json_open(json, '[');
    for (uint32_t i = 0; i < trace->object_count; i++) {
        const mb_traced_object *object = &trace->objects[i];
        const mb_pack *pack = mb_pack_at(publication->site->record, object->place);
        if (!pack || !object->place->line)
            continue;
        mb_json_open_flat(json, '{');
        write_text(json, "type", mb_slice_of(object->type->title));
        write_text(json, "file", pack->source->file);
        write_number(json, "line", object->place->line);
        if (object->place->page)
            write_number(json, "page", object->place->page);
        mb_json_close(json, '}');
    }
    mb_json_close(json, ']');
}

/* Whether the page shows something of the file. */
static bool is_about(const mb_publication *publication, const mb_trace *trace, const char *file)
{
    for (uint32_t i = 0; i < trace->object_count; i++) {
        const mb_pack *pack = mb_pack_at(publication->site->record, trace->objects[i].place);
        if (pack && mb_slice_equal(pack->source->file, mb_slice_of(file)))
            return true;
    }
    return false;
}

static void write_findings(mb_json *json, const mb_publication *publication, const mb_trace *trace,
                           const mb_finding *findings, size_t count)
{
    static const char *const severities[] = {"", "note", "warning", "error"};
    mb_json_key(json, "findings");
    mb_json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        const mb_finding *finding = &findings[i];
        if (!is_about(publication, trace, finding->file))
            continue;
        mb_json_open_flat(json, '{');
        write_text(json, "severity", mb_slice_of(severities[finding->severity]));
        write_text(json, "code", mb_slice_of(finding->code));
        write_text(json, "message", mb_slice_of(finding->message));
        write_text(json, "file", mb_slice_of(finding->file));
        write_number(json, "line", finding->line);
        mb_json_close(json, '}');
    }
    mb_json_close(json, ']');
}

int mb_write_trace(const mb_publication *publication, const mb_page *page, const mb_finding *findings, size_t count,
                   mb_buffer *out, mb_error *error)
{
    mb_trace *trace = calloc(1, sizeof *trace);
    if (!trace)
        return mb_fail_exhausted(error, MB_ENOMEM, "tracing the page");
    mb_buffer markdown = mb_buffer_make(MB_PAGE_CEILING);
    int code = mb_page_traced(publication, page, trace, &markdown, error);
    if (!code) {
        mb_json json = mb_json_into(out);
        mb_json_open(&json, '{');
        write_text(&json, "route", mb_slice_of(page->route));
        write_files(&json, trace);
        write_objects(&json, publication, trace);
        write_findings(&json, publication, trace, findings, count);
        write_text(&json, "markdown", mb_buffer_slice(&markdown));
        mb_json_close(&json, '}');
    }
    mb_buffer_free(&markdown);
    free(trace);
    return code;
}
