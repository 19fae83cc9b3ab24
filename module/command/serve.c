/* serve.c: `minutebook serve`: shows a site while it is worked on. */
#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "event.h"
#include "message.h"
#include "operand.h"
#include "preview/preview.h"
#include "usage.h"

enum { PORT, ADDRESS, OPEN, POLL, QUIET, JSON, DATE, CACHE };

#define MOST_PORTS 65535

extern char **environ;

/* How the preview is told about. */
typedef struct teller {
    bool quiet, open;
} teller;

/* The browser that the desktop prefers; who has none sees the address in the terminal. */
static void open_browser(const char *address)
{
    char program[] = "xdg-open", room[256];
    snprintf(room, sizeof room, "%s", address);
    char *arguments[] = {program, room, NULL};
    pid_t child;
    if (posix_spawnp(&child, program, NULL, NULL, arguments, environ) != 0)
        fputs("no browser was opened: there is no xdg-open\n", stderr);
}

static void print_change(const preview_event *event)
{
    print_text(stdout, event->text);
    if (event->count > 1)
        printf(" and %zu more", event->count - 1);
    if (event->is_broken)
        puts(": the pages show the mistake until it is mended");
    else
        printf(": the site is new after %.0f ms\n", event->seconds * 1000);
}

static void tell_in_words(void *context, const preview_event *event)
{
    const teller *how = context;
    switch (event->what) {
    case PREVIEW_READY:
        printf("showing the site at %s (Ctrl-C ends)\n", event->text);
        if (how->open)
            open_browser(event->text);
        break;
    case PREVIEW_OPEN_TO_ALL:
        printf("others on your network can see this site at %s\n", event->text);
        break;
    case PREVIEW_CHANGED:
        if (!how->quiet)
            print_change(event);
        break;
    case PREVIEW_SERVED:
        if (!how->quiet) {
            print_text(stdout, event->text);
            printf(" in %.1f ms\n", event->seconds * 1000);
        }
        break;
    case PREVIEW_TROUBLE:
        fflush(stdout);
        report_error(event->error);
        break;
    case PREVIEW_HEALED:
        fputs("mended", stdout);
        if (event->text) {
            fputs(": ", stdout);
            print_text(stdout, event->text);
        }
        putchar('\n');
        break;
    case PREVIEW_FINDING:
        if (!how->quiet && event->finding->severity > MB_NOTE)
            print_finding(stdout, event->finding);
        break;
    case PREVIEW_FINDING_GONE:
        if (!how->quiet && event->finding->severity > MB_NOTE) {
            fputs("gone: ", stdout);
            print_finding(stdout, event->finding);
        }
        break;
    case PREVIEW_POLLING:
        printf("looking at the files twice a second: %s\n", event->text);
        break;
    case PREVIEW_ENDED:
        puts("ended");
        break;
    }
    fflush(stdout);
}

/* 0 to MOST_PORTS, or -1. */
static int parse_port(const char *text)
{
    char *end;
    errno = 0;
    long port = strtol(text, &end, 10);
    return errno || *end || end == text || port < 0 || port > MOST_PORTS ? -1 : (int)port;
}

static int run(const mb_arguments *given)
{
    int port = given->values[PORT] ? parse_port(given->values[PORT]) : PREVIEW_PORT;
    if (port < 0)
        return wrong_use(&serve_command, "'%s' is no port from 0 to %d", given->values[PORT], MOST_PORTS);
    teller how = {given->values[QUIET] != NULL, given->values[OPEN] != NULL};
    const preview_options options = {
        .site = given->operands[0],
        .today = given->values[DATE],
        .cache = given->values[CACHE],
        .address = given->values[ADDRESS] ? given->values[ADDRESS] : PREVIEW_ADDRESS,
        .port = (unsigned)port,
        .poll = given->values[POLL] != NULL,
        .tell = given->values[JSON] ? event_of_preview : tell_in_words,
        .context = &how,
    };
    mb_error error = {0};
    return preview_run(&options, &error) ? report_error(&error) : finish_output();
}

const mb_command serve_command = {
    .name = "serve",
    .operands = "SITE",
    .summary = "show a site while it is worked on",
    .description =
        "Shows the site in the folder SITE at an address of this machine. A page is made when it is asked for;\n"
        "when a pack, a layout or another file changes, the pages that are open load anew. A mistake shows in\n"
        "the page, and goes when it is mended. Nothing is written into SITE.",
    .fewest = 1,
    .most = 1,
    .options =
        {
            [PORT] = {"port", "N", "listen at this port, not at 8000; 0: at any that is free"},
            [ADDRESS] = {"address", "IP", "listen at this address, not at 127.0.0.1"},
            [OPEN] = {"open", NULL, "open it in the browser"},
            [POLL] = {"poll", NULL, "look at the files twice a second, where notices of changes don't come"},
            [QUIET] = {"quiet", NULL, "tell of mistakes only"},
            [JSON] = {"json", NULL, "tell what happens as events, a line of JSON each"},
            [DATE] = {"date", "DAY", "make the site for this day (2025-11-04), not for today"},
            [CACHE] = CACHE_OPTION,
        },
    .run = run,
};
