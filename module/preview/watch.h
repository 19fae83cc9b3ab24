/* watch.h: tells which files of some folders changed, once the writing has settled.
 *
 * The system's notices (inotify) only say when to look; a look compares every file with what is remembered of it, by
 * size and time, then by content. So new folders, lost notices and editors that save by renaming need no rules of their
 * own, and a file that was only touched is none that changed. */
#ifndef PREVIEW_WATCH_H
#define PREVIEW_WATCH_H

#include <event2/event.h>
#include <minutebook.h>
#include <stdbool.h>

/* A save is many notices: the look comes this long after the last of them, but not later than that after the first. */
#define WATCH_QUIET_MS   40
#define WATCH_LONGEST_MS 1000
/* How often files are looked at where no notices come. */
#define WATCH_POLL_MS 500

typedef struct watch watch;

typedef struct watch_options {
    struct event_base *base;
    bool poll;
    /* Some files changed, came or went: their number, the first of them in the order of their paths, and how many seconds
     * it took to find out. */
    void (*changed)(void *context, const char *first, size_t count, double seconds);
    /* From now on files are looked at from time to time, and why. */
    void (*polling)(void *context, const char *why);
    void *context;
} watch_options;

/* MB_ENOMEM, or 0. */
int watch_new(const watch_options *options, watch **out);
void watch_free(watch *watched);

/* Watches these folders and what is below them, from now on, instead of the former ones. Hidden folders
 * aren't looked into, nor those that a build published into: a site is no source of itself. */
void watch_folders(watch *watched, const char *const *folders, size_t count);

#endif
