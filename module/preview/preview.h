/* preview.h: shows a site while it is worked on: a server over the pages as they are now.
 *
 *     files ─► watch ─► edition (the site as it is now, and its number) ─► answers ─► browser
 *                           └──────────────► streams (a page is told when it is out of date) ──┘
 *
 * One thread, one event loop (libevent). It knows the library by its public header only. */
#ifndef PREVIEW_PREVIEW_H
#define PREVIEW_PREVIEW_H

#include <minutebook.h>
#include <stdbool.h>

/* What happens, told once, in order. */
typedef enum preview_happening {
    PREVIEW_READY,       /* `text`: the address to open */
    PREVIEW_OPEN_TO_ALL, /* `text`: the address, which others on the network reach too */
    PREVIEW_CHANGED, /* `text`: a file that changed; `count`: how many did; `seconds`: to find out and to open the site;
                        `is_broken`: it can't be opened as it is now */
    PREVIEW_SERVED,  /* `text`: the route of a page; `seconds`: what it took to make */
    PREVIEW_TROUBLE, /* `error`: why the site or a page can't be shown */
    PREVIEW_HEALED, /* what was in trouble no longer is: the page at the route `text`, or, where that is NULL, the site */
    PREVIEW_FINDING,      /* `finding`: a reading has it now and hadn't before */
    PREVIEW_FINDING_GONE, /* `finding`: the other way round */
    PREVIEW_POLLING,      /* files are looked at from time to time; `text`: why */
    PREVIEW_ENDED
} preview_happening;

/* What a happening tells; it and its texts live until the function returns. */
typedef struct preview_event {
    preview_happening what;
    const char *text;
    size_t count;
    double seconds;
    bool is_broken;
    const mb_error *error;
    const mb_finding *finding;
} preview_event;

typedef struct preview_options {
    const char *site;  /* its folder */
    const char *today; /* see mb_site_options, as for the next */
    const char *cache;
    const char *address; /* to listen at: an IP address */
    unsigned port;
    bool poll; /* look at the files from time to time, where the system's notices don't come (network folders) */
    void (*tell)(void *context, const preview_event *event);
    void *context;
} preview_options;

#define PREVIEW_ADDRESS "127.0.0.1"
#define PREVIEW_PORT    8000

/* Serves until SIGINT or SIGTERM; a site with mistakes is served too, as its mistakes. MB_EIO (the port is in use, the
 * address isn't this machine's), MB_EUSAGE (an address that is none), MB_ENOMEM, or 0. */
int preview_run(const preview_options *options, mb_error *error);

#endif
