/* server.c: the loop that everything else runs in. */
#include <errno.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "preview/answers.h"
#include "preview/clock.h"
#include "preview/edition.h"
#include "preview/preview.h"
#include "preview/streams.h"
#include "preview/watch.h"

/* A browser's headers are below 8 KiB; nobody sends us a body. */
#define MOST_HEADER_BYTES 16384
#define MOST_BODY_BYTES   1024
/* A client that is silent in the middle of a request is left after this. */
#define SILENCE_SECONDS 20
/* Connections beyond the system's limit of open files wait so long. */
#define CROWDED_MS 200

typedef struct server {
    const preview_options *options;
    struct event_base *base;
    struct evhttp *http;
    struct evconnlistener *listener;
    struct event *interrupted, *terminated, *crowded;
    watch *watched;
    edition shown;
    answering answers;
} server;

__attribute__((format(printf, 4, 5))) static int fail(mb_error *error, int code, const char *advice, const char *format,
                                                      ...)
{
    if (!error)
        return code;
    va_list values;
    va_start(values, format);
    *error = (mb_error){.code = code};
    vsnprintf(error->message, sizeof error->message, format, values);
    snprintf(error->advice, sizeof error->advice, "%s", advice);
    va_end(values);
    return code;
}

static int fail_without_memory(mb_error *error)
{
    return fail(error, MB_ENOMEM, "", "memory ran out while the preview was started");
}

static void watch_sources(server *s)
{
    enum { MOST_FOLDERS = 64 };
    const char *folders[MOST_FOLDERS];
    size_t count = 0;
    const char *folder;
    if (!s->shown.site)
        folders[count++] = s->options->site;
    while (s->shown.site && count < MOST_FOLDERS && (folder = mb_site_source_folder(s->shown.site, count)) != NULL)
        folders[count++] = folder;
    watch_folders(s->watched, folders, count);
}

/* The address of the style sheet that the site publishes as a copy of the file, or NULL; also where the file is gone. */
static const char *style_from(const mb_site *site, const char *file, char *room, size_t size)
{
    const char *ending = strrchr(file, '.'), *path;
    if (!site || !ending || strcmp(ending, ".css") != 0 || access(file, R_OK) != 0)
        return NULL;
    for (size_t i = 0; (path = mb_site_file(site, i)) != NULL; i++) {
        const char *origin = mb_site_file_origin(site, i);
        if (!origin || strcmp(origin, file) != 0)
            continue;
        snprintf(room, size, "/%s", path);
        return room;
    }
    return NULL;
}

static void take_change(void *context, const char *first, size_t count, double looked)
{
    server *s = context;
    char room[1024];
    double start = preview_seconds();
    const char *style = count == 1 && !s->shown.is_broken ? style_from(s->shown.site, first, room, sizeof room) : NULL;
    if (style)
        edition_note_asset(&s->shown);
    else
        edition_renew(&s->shown, s->options);
    preview_tell(s->options, (preview_event){.what = PREVIEW_CHANGED,
                                             .text = first,
                                             .count = count,
                                             .is_broken = s->shown.is_broken,
                                             .seconds = looked + preview_seconds() - start});
    streams_tell(s->answers.pages, style);
    watch_sources(s);
}

static void tell_polling(void *context, const char *why)
{
    server *s = context;
    preview_tell(s->options, (preview_event){.what = PREVIEW_POLLING, .text = why});
}

static void stop(evutil_socket_t signal, short what, void *base)
{
    (void)signal;
    (void)what;
    event_base_loopbreak(base);
}

static void wait_in_a_crowd(struct evconnlistener *listener, void *context)
{
    const server *s = context;
    const struct timeval pause = {0, CROWDED_MS * 1000};
    evconnlistener_disable(listener);
    event_add(s->crowded, &pause);
}

static void listen_again(evutil_socket_t descriptor, short what, void *context)
{
    (void)descriptor;
    (void)what;
    evconnlistener_enable(((const server *)context)->listener);
}

static int parse_address(const preview_options *options, struct sockaddr_storage *out, int *size, mb_error *error)
{
    char text[128];
    bool is_six = strchr(options->address, ':') != NULL;
    snprintf(text, sizeof text, is_six ? "[%s]:%u" : "%s:%u", options->address, options->port ? options->port : 1);
    *size = sizeof *out;
    memset(out, 0, sizeof *out);
    if (evutil_parse_sockaddr_port(text, (struct sockaddr *)out, size) != 0)
        return fail(error, MB_EUSAGE, "give one as 127.0.0.1 or ::1", "'%s' is no IP address", options->address);
    if (!options->port && is_six)
        ((struct sockaddr_in6 *)out)->sin6_port = 0;
    else if (!options->port)
        ((struct sockaddr_in *)out)->sin_port = 0;
    return 0;
}

static int fail_to_listen(const preview_options *options, int reason, mb_error *error)
{
    if (reason == EADDRINUSE)
        return fail(error, MB_EIO,
                    "is another preview running? Choose another port with --port; --port 0 takes any that is free",
                    "port %u is in use", options->port);
    return fail(error, MB_EIO, "choose another with --address and --port", "%s:%u can't be listened at: %s",
                options->address, options->port, strerror(reason));
}

static int listen_at(server *s, mb_error *error)
{
    struct sockaddr_storage address;
    int size;
    int code = parse_address(s->options, &address, &size, error);
    if (code)
        return code;
    s->listener =
        evconnlistener_new_bind(s->base, NULL, NULL, LEV_OPT_CLOSE_ON_FREE | LEV_OPT_CLOSE_ON_EXEC | LEV_OPT_REUSEABLE,
                                -1, (struct sockaddr *)&address, size);
    if (!s->listener)
        return fail_to_listen(s->options, errno, error);
    struct sockaddr_storage bound;
    socklen_t bound_size = sizeof bound;
    getsockname(evconnlistener_get_fd(s->listener), (struct sockaddr *)&bound, &bound_size);
    s->answers.port = ntohs(bound.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&bound)->sin6_port
                                                        : ((struct sockaddr_in *)&bound)->sin_port);
    evconnlistener_set_error_cb(s->listener, wait_in_a_crowd);
    return 0;
}

static int prepare(server *s, mb_error *error)
{
    s->base = event_base_new();
    s->http = s->base ? evhttp_new(s->base) : NULL;
    if (!s->http)
        return fail_without_memory(error);
    int code = listen_at(s, error);
    if (code)
        return code;
    evhttp_set_allowed_methods(s->http, EVHTTP_REQ_GET | EVHTTP_REQ_HEAD);
    evhttp_set_max_headers_size(s->http, MOST_HEADER_BYTES);
    evhttp_set_max_body_size(s->http, MOST_BODY_BYTES);
    evhttp_set_timeout(s->http, SILENCE_SECONDS);
    evhttp_set_gencb(s->http, answer_request, &s->answers);

    const watch_options watching = {s->base, s->options->poll, take_change, tell_polling, s};
    s->answers.pages = streams_new(s->base, &s->shown);
    s->interrupted = evsignal_new(s->base, SIGINT, stop, s->base);
    s->terminated = evsignal_new(s->base, SIGTERM, stop, s->base);
    s->crowded = evtimer_new(s->base, listen_again, s);
    if (!s->answers.pages || !s->interrupted || !s->terminated || !s->crowded || watch_new(&watching, &s->watched))
        return fail_without_memory(error);
    event_add(s->interrupted, NULL);
    event_add(s->terminated, NULL);
    evhttp_bind_listener(s->http, s->listener);
    return 0;
}

static bool is_loopback(const char *address)
{
    return strncmp(address, "127.", 4) == 0 || strcmp(address, "::1") == 0;
}

static void serve(server *s)
{
    char address[160];
    bool is_six = strchr(s->options->address, ':') != NULL;
    snprintf(address, sizeof address, is_six ? "http://[%s]:%u/" : "http://%s:%u/", s->options->address,
             s->answers.port);
    watch_sources(s);
    edition_renew(&s->shown, s->options);
    watch_sources(s);
    if (!is_loopback(s->options->address))
        preview_tell(s->options, (preview_event){.what = PREVIEW_OPEN_TO_ALL, .text = address});
    preview_tell(s->options, (preview_event){.what = PREVIEW_READY, .text = address});
    event_base_dispatch(s->base);
    preview_tell(s->options, (preview_event){.what = PREVIEW_ENDED});
}

static void clear(server *s)
{
    struct event *events[] = {s->interrupted, s->terminated, s->crowded};
    streams_free(s->answers.pages);
    watch_free(s->watched);
    for (size_t i = 0; i < sizeof events / sizeof *events; i++)
        if (events[i])
            event_free(events[i]);
    if (s->http)
        evhttp_free(s->http);
    if (s->base)
        event_base_free(s->base);
    edition_end(&s->shown);
}

/* The library's own words about sockets: what matters of them is in our messages. */
static void say_nothing(int severity, const char *message)
{
    (void)severity;
    (void)message;
}

int preview_run(const preview_options *options, mb_error *error)
{
    server s = {.options = options};
    s.answers = (answering){.options = options, .shown = &s.shown};
    event_set_log_callback(say_nothing);
    signal(SIGPIPE, SIG_IGN);
    int code = prepare(&s, error);
    if (!code)
        serve(&s);
    clear(&s);
    return code;
}
