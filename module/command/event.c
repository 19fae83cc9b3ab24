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
    printf("{\"event\":\"built\",\"pages\":%zu,\"written\":%zu,\"unchanged\":%zu,\"removed\":%zu}\n", result->pages,
           result->written, result->unchanged, result->removed);
}

int event_failed(const mb_error *error)
{
    fputs("{\"event\":\"failed\",\"message\":", stdout);
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
    return error_exit_code(error);
}
