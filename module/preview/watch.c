/* watch.c: see watch.h. */
#include "preview/watch.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "preview/clock.h"
#include "preview/files_seen.h"

#define NOTICES                                                                                                        \
    (IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF |               \
     IN_MOVE_SELF | IN_ATTRIB)

/* Files that are being written now; more than these at once only make a look come early. */
#define MOST_UNFINISHED 64

struct watch {
    watch_options options;
    files_seen *seen;
    char **folders;
    size_t folder_count;
    int notices; /* inotify's descriptor; -1 while polling */
    struct event *on_notice, *settled, *tick;
    double first; /* notice since the last look; 0: none */
    /* Notices about one file begin with its folder's number and its name. */
    struct {
        int folder;
        char name[NAME_MAX + 1];
    } unfinished[MOST_UNFINISHED];
    size_t unfinished_count;
};

static struct timeval milliseconds(long count)
{
    return (struct timeval){count / 1000, count % 1000 * 1000};
}

static void poll_from_now_on(watch *watched, const char *why)
{
    if (watched->on_notice)
        event_free(watched->on_notice);
    watched->on_notice = NULL;
    if (watched->notices >= 0)
        close(watched->notices);
    watched->notices = -1;
    struct timeval pause = milliseconds(WATCH_POLL_MS);
    event_add(watched->tick, &pause);
    watched->options.polling(watched->options.context, why);
}

static void attend_folder(void *context, const char *folder)
{
    watch *watched = context;
    if (watched->notices < 0 || inotify_add_watch(watched->notices, folder, NOTICES | IN_ONLYDIR) >= 0)
        return;
    if (errno == ENOSPC || errno == ENOMEM)
        poll_from_now_on(watched, "the system's limit of watched folders (fs.inotify.max_user_watches) is reached");
}

/* No notice tells that a folder is back that was gone. */
static void wait_for_missing_folders(watch *watched)
{
    bool any_missing = watched->notices < 0;
    for (size_t i = 0; i < watched->folder_count; i++)
        any_missing = any_missing || access(watched->folders[i], F_OK) != 0;
    struct timeval pause = milliseconds(WATCH_POLL_MS);
    if (any_missing)
        event_add(watched->tick, &pause);
}

static void look(watch *watched)
{
    watched->first = 0;
    watched->unfinished_count = 0;
    double start = preview_seconds();
    const char *first;
    size_t count = files_look(watched->seen, (const char *const *)watched->folders, watched->folder_count,
                              attend_folder, watched, &first);
    wait_for_missing_folders(watched);
    if (count > 0)
        watched->options.changed(watched->options.context, first, count, preview_seconds() - start);
}

static void wait_for_quiet(watch *watched)
{
    if (watched->first == 0)
        watched->first = preview_seconds();
    long rest = WATCH_LONGEST_MS - (long)((preview_seconds() - watched->first) * 1000);
    long quiet = watched->unfinished_count > 0 ? rest : WATCH_QUIET_MS < rest ? WATCH_QUIET_MS : rest;
    struct timeval pause = milliseconds(quiet > 0 ? quiet : 0);
    event_add(watched->settled, &pause);
}

static size_t unfinished_at(const watch *watched, const struct inotify_event *notice)
{
    size_t i = 0;
    while (i < watched->unfinished_count &&
           (watched->unfinished[i].folder != notice->wd || strcmp(watched->unfinished[i].name, notice->name) != 0))
        i++;
    return i;
}

static void note_writing(watch *watched, const struct inotify_event *notice)
{
    if (notice->len == 0)
        return;
    size_t i = unfinished_at(watched, notice);
    bool is_known = i < watched->unfinished_count;
    if (notice->mask & IN_MODIFY) {
        if (is_known || watched->unfinished_count == MOST_UNFINISHED)
            return;
        watched->unfinished[i].folder = notice->wd;
        snprintf(watched->unfinished[i].name, sizeof watched->unfinished[i].name, "%s", notice->name);
        watched->unfinished_count++;
    } else if (is_known && notice->mask & (IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM)) {
        watched->unfinished[i] = watched->unfinished[--watched->unfinished_count];
    }
}

/* A hidden file is no source: editors keep their own beside ours. */
static bool matters(const struct inotify_event *notice)
{
    return notice->len == 0 || notice->name[0] != '.';
}

static void take_notices(evutil_socket_t descriptor, short what, void *context)
{
    (void)what;
    watch *watched = context;
    _Alignas(struct inotify_event) char room[16384];
    bool any = false;
    for (ssize_t size; (size = read((int)descriptor, room, sizeof room)) > 0;) {
        for (char *at = room; at < room + size;) {
            const struct inotify_event *notice = (const struct inotify_event *)at;
            at += sizeof *notice + notice->len;
            if (!matters(notice))
                continue;
            note_writing(watched, notice);
            any = true;
        }
    }
    if (any)
        wait_for_quiet(watched);
}

static void look_now(evutil_socket_t descriptor, short what, void *context)
{
    (void)descriptor;
    (void)what;
    look(context);
}

static void start_notices(watch *watched)
{
    watched->notices = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watched->notices < 0) {
        poll_from_now_on(watched, "the system gives no notices of changed files");
        return;
    }
    watched->on_notice =
        event_new(watched->options.base, watched->notices, EV_READ | EV_PERSIST, take_notices, watched);
    if (watched->on_notice)
        event_add(watched->on_notice, NULL);
}

int watch_new(const watch_options *options, watch **out)
{
    watch *watched = calloc(1, sizeof *watched);
    if (!watched)
        return MB_ENOMEM;
    watched->options = *options;
    watched->notices = -1;
    watched->seen = files_seen_new();
    watched->settled = evtimer_new(options->base, look_now, watched);
    watched->tick = evtimer_new(options->base, look_now, watched);
    if (!watched->seen || !watched->settled || !watched->tick) {
        watch_free(watched);
        return MB_ENOMEM;
    }
    if (options->poll)
        poll_from_now_on(watched, "as was asked for");
    else
        start_notices(watched);
    *out = watched;
    return 0;
}

static void forget_folders(watch *watched)
{
    for (size_t i = 0; i < watched->folder_count; i++)
        free(watched->folders[i]);
    free(watched->folders);
    watched->folders = NULL;
    watched->folder_count = 0;
}

void watch_free(watch *watched)
{
    if (!watched)
        return;
    struct event *events[] = {watched->on_notice, watched->settled, watched->tick};
    for (size_t i = 0; i < sizeof events / sizeof *events; i++)
        if (events[i])
            event_free(events[i]);
    if (watched->notices >= 0)
        close(watched->notices);
    forget_folders(watched);
    files_seen_free(watched->seen);
    free(watched);
}

static bool are_the_same(const watch *watched, const char *const *folders, size_t count)
{
    if (count != watched->folder_count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (strcmp(watched->folders[i], folders[i]) != 0)
            return false;
    return true;
}

void watch_folders(watch *watched, const char *const *folders, size_t count)
{
    if (are_the_same(watched, folders, count))
        return;
    forget_folders(watched);
    watched->folders = calloc(count, sizeof *watched->folders);
    for (size_t i = 0; watched->folders && i < count; i++) {
        char *copy = strdup(folders[i]);
        if (copy)
            watched->folders[watched->folder_count++] = copy;
    }
    const char *first;
    files_look(watched->seen, (const char *const *)watched->folders, watched->folder_count, attend_folder, watched,
               &first);
    wait_for_missing_folders(watched);
}
