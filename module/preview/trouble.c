/* trouble.c: see trouble.h. */
#include "preview/trouble.h"

#include <event2/http.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Lines before and after the one that has the mistake. */
#define CONTEXT_LINES 4
/* What is shown of a line: a pack can have lines of a page's length. */
#define LONGEST_LINE 400

static void add_text(struct evbuffer *out, const char *text)
{
    char *safe = evhttp_htmlescape(text);
    if (safe)
        evbuffer_add(out, safe, strlen(safe));
    free(safe);
}

static void add_markup(struct evbuffer *out, const char *markup)
{
    evbuffer_add(out, markup, strlen(markup));
}

static void begin(struct evbuffer *out, const char *title)
{
    add_markup(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    add_text(out, title);
    add_markup(out, "</title>\n<link rel=\"stylesheet\" href=\"/_minutebook/trouble.css\">\n</head>\n<body>\n<main>\n");
}

static void finish(struct evbuffer *out, const char *last)
{
    add_markup(out, "</main>\n<footer>");
    add_text(out, last);
    add_markup(out, "</footer>\n</body>\n</html>\n");
}

static void add_paragraph(struct evbuffer *out, const char *kind, const char *before, const char *text)
{
    if (!text[0])
        return;
    evbuffer_add_printf(out, "<p class=\"%s\">", kind);
    add_text(out, before);
    add_text(out, text);
    add_markup(out, "</p>\n");
}

static void add_place(struct evbuffer *out, const char *before, const char *file, uint32_t line, uint32_t column)
{
    char place[600];
    if (!file[0])
        return;
    if (!line)
        snprintf(place, sizeof place, "%s", file);
    else if (!column)
        snprintf(place, sizeof place, "%s:%u", file, line);
    else
        snprintf(place, sizeof place, "%s:%u:%u", file, line, column);
    add_paragraph(out, "place", before, place);
}

static void add_line(struct evbuffer *out, uint32_t number, const char *text, bool is_here)
{
    char shown[LONGEST_LINE + 1];
    size_t size = strcspn(text, "\r\n");
    snprintf(shown, sizeof shown, "%.*s", (int)(size < LONGEST_LINE ? size : LONGEST_LINE), text);
    evbuffer_add_printf(out, "<span%s>%5u  ", is_here ? " class=\"here\"" : "", number);
    add_text(out, shown);
    add_markup(out, "</span>");
}

/* The lines of the file around the one that is meant; nothing where the file can't be read any more. */
static void add_lines(struct evbuffer *out, const char *path, uint32_t line)
{
    FILE *file = path[0] && line ? fopen(path, "r") : NULL;
    if (!file)
        return;
    char *text = NULL;
    size_t room = 0;
    add_markup(out, "<pre>");
    for (uint32_t number = 1; number <= line + CONTEXT_LINES && getline(&text, &room, file) >= 0; number++)
        if (number + CONTEXT_LINES >= line)
            add_line(out, number, text, number == line);
    add_markup(out, "</pre>\n");
    free(text);
    fclose(file);
}

static void add_trace(struct evbuffer *out, const char *trace)
{
    if (!trace[0])
        return;
    add_markup(out, "<p>Through</p>\n<pre>");
    while (*trace) {
        char call[LONGEST_LINE + 1];
        size_t size = strcspn(trace, "\n");
        snprintf(call, sizeof call, "%.*s", (int)size, trace);
        add_markup(out, "<span>");
        add_text(out, call);
        add_markup(out, "</span>");
        trace += size + (trace[size] == '\n');
    }
    add_markup(out, "</pre>\n");
}

static void add_error(struct evbuffer *out, const mb_error *error, bool is_first)
{
    add_markup(out, is_first ? "<h1>" : "<h2>");
    add_text(out, error->message);
    add_markup(out, is_first ? "</h1>\n" : "</h2>\n");
    add_place(out, "", error->file, error->line, error->column);
    add_lines(out, error->file, error->line);
    add_paragraph(out, "advice", "", error->advice);
    add_paragraph(out, "route", "While making ", error->route);
    add_place(out, "From ", error->pack, error->pack_line, 0);
    add_lines(out, error->pack, error->pack_line);
    add_trace(out, error->trace);
}

void trouble_page(const mb_error *errors, size_t count, struct evbuffer *out)
{
    begin(out, errors[0].message);
    for (size_t i = 0; i < count; i++)
        add_error(out, &errors[i], i == 0);
    finish(out, count == 1 ? "This page goes by itself when the mistake is mended."
                           : "This page goes by itself when the mistakes are mended.");
}

void trouble_no_page(const char *route, const char *advice, struct evbuffer *out)
{
    begin(out, "There is no such page");
    add_markup(out, "<h1>There is no such page</h1>\n");
    add_paragraph(out, "place", "", route);
    add_paragraph(out, "advice", "", advice);
    finish(out, "A theme with a page of its own for this publishes it as 404.html.");
}
