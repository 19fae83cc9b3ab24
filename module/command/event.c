/* event.c: events of a build, as lines of JSON (RFC 8259). */
#include "event.h"

#include <stdio.h>

#include "message.h"

/* Text in quotes: what JSON can't hold as it is, is escaped; a message is valid UTF-8. */
static void print_quoted(const char *text)
{
    putchar('"');
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if (*at == '"' || *at == '\\')
            printf("\\%c", *at);
        else if (*at < 0x20 || *at == 0x7F)
            printf("\\u%04x", *at);
        else
            putchar(*at);
    }
    putchar('"');
}

static void print_text_field(const char *name, const char *text)
{
    if (!text[0])
        return;
    printf(",\"%s\":", name);
    print_quoted(text);
}

static void print_number_field(const char *name, unsigned number)
{
    if (number)
        printf(",\"%s\":%u", name, number);
}

void event_progress(size_t done, size_t total)
{
    printf("{\"event\":\"progress\",\"done\":%zu,\"total\":%zu}\n", done, total);
}

void event_built(const mb_build_result *result)
{
    printf("{\"event\":\"built\",\"pages\":%zu,\"written\":%zu,\"unchanged\":%zu,\"removed\":%zu,\"failed\":%zu}\n",
           result->pages, result->written, result->unchanged, result->removed, result->failed);
}

/* The fields of an error, from its message on, and the end of the event. */
static void print_error(const mb_error *error)
{
    fputs(",\"message\":", stdout);
    print_quoted(error->message);
    print_text_field("file", error->file);
    print_number_field("line", error->line);
    print_number_field("column", error->column);
    print_text_field("route", error->route);
    print_text_field("pack", error->pack);
    print_number_field("pack_line", error->pack_line);
    print_text_field("advice", error->advice);
    print_text_field("trace", error->trace);
    puts("}");
}

int event_failed(const mb_error *error)
{
    fputs("{\"event\":\"failed\"", stdout);
    print_error(error);
    return error_exit_code(error);
}

static void print_seconds(double seconds)
{
    printf(",\"seconds\":%.4f}\n", seconds);
}

static void print_finding_fields(const mb_finding *finding)
{
    print_text_field("code", finding->code);
    print_text_field("message", finding->message);
    print_text_field("file", finding->file);
    print_number_field("line", finding->line);
    puts("}");
}

void event_of_preview(void *context, const preview_event *event)
{
    static const char *const names[] = {
        [PREVIEW_READY] = "ready",     [PREVIEW_OPEN_TO_ALL] = "open-to-all",   [PREVIEW_CHANGED] = "changed",
        [PREVIEW_SERVED] = "served",   [PREVIEW_TROUBLE] = "trouble",           [PREVIEW_HEALED] = "healed",
        [PREVIEW_FINDING] = "finding", [PREVIEW_FINDING_GONE] = "finding-gone", [PREVIEW_POLLING] = "polling",
        [PREVIEW_ENDED] = "ended",
    };
    static const char *const text_fields[] = {
        [PREVIEW_READY] = "address", [PREVIEW_OPEN_TO_ALL] = "address", [PREVIEW_CHANGED] = "file",
        [PREVIEW_SERVED] = "route",  [PREVIEW_HEALED] = "route",        [PREVIEW_POLLING] = "reason",
        [PREVIEW_ENDED] = NULL,
    };
    (void)context;
    printf("{\"event\":\"%s\"", names[event->what]);
    if (event->text)
        print_text_field(text_fields[event->what], event->text);
    print_number_field("count", (unsigned)event->count);
    if (event->error)
        print_error(event->error);
    else if (event->finding)
        print_finding_fields(event->finding);
    else
        print_seconds(event->seconds);
    fflush(stdout);
}
