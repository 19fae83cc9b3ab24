/* streams.c: see streams.h. */
#include "preview/streams.h"

#include <event2/buffer.h>
#include <event2/event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A word now and then keeps a quiet stream from being taken for a dead one. */
#define HEARTBEAT_SECONDS 15

typedef struct stream {
    streams *all;
    struct evhttp_request *request;
} stream;

struct streams {
    const edition *shown;
    struct event *heartbeat;
    stream *open[MOST_STREAMS]; /* the oldest first */
    size_t count;
};

static void send_text(const stream *to, const char *text)
{
    struct evbuffer *piece = evbuffer_new();
    if (!piece)
        return;
    evbuffer_add(piece, text, strlen(text));
    evhttp_send_reply_chunk(to->request, piece);
    evbuffer_free(piece);
}

static void beat(evutil_socket_t descriptor, short what, void *context)
{
    (void)descriptor;
    (void)what;
    streams *all = context;
    for (size_t i = 0; i < all->count; i++)
        send_text(all->open[i], ":\n\n");
}

streams *streams_new(struct event_base *base, const edition *shown)
{
    streams *all = calloc(1, sizeof *all);
    if (!all)
        return NULL;
    all->shown = shown;
    all->heartbeat = event_new(base, -1, EV_PERSIST, beat, all);
    const struct timeval pause = {HEARTBEAT_SECONDS, 0};
    if (!all->heartbeat || event_add(all->heartbeat, &pause) != 0) {
        streams_free(all);
        return NULL;
    }
    return all;
}

static void forget(stream *closed)
{
    streams *all = closed->all;
    size_t i = 0;
    while (i < all->count && all->open[i] != closed)
        i++;
    if (i < all->count)
        memmove(&all->open[i], &all->open[i + 1], (--all->count - i) * sizeof *all->open);
    free(closed);
}

/* The browser left. A request whose answer wasn't complete is taken off its connection then, and is ours to free. */
static void end_with_connection(struct evhttp_connection *connection, void *context)
{
    (void)connection;
    stream *closed = context;
    if (!evhttp_request_get_connection(closed->request))
        evhttp_request_free(closed->request);
    forget(closed);
}

static void end(stream *open)
{
    struct evhttp_connection *connection = evhttp_request_get_connection(open->request);
    evhttp_connection_set_closecb(connection, NULL, NULL);
    evhttp_send_reply_end(open->request);
    forget(open);
}

void streams_free(streams *all)
{
    if (!all)
        return;
    while (all->count > 0)
        end(all->open[all->count - 1]);
    if (all->heartbeat)
        event_free(all->heartbeat);
    free(all);
}

static void tell(const stream *to, const char *asset)
{
    char text[1200];
    snprintf(text, sizeof text, "event: edition\nid: %u\ndata: %s\n\n", to->all->shown->number, asset ? asset : "");
    send_text(to, text);
}

void streams_open(streams *all, struct evhttp_request *request, unsigned since)
{
    stream *opened = calloc(1, sizeof *opened);
    if (!opened) {
        evhttp_send_error(request, 503, NULL);
        return;
    }
    if (all->count == MOST_STREAMS)
        end(all->open[0]);
    *opened = (stream){all, request};
    all->open[all->count++] = opened;

    struct evkeyvalq *headers = evhttp_request_get_output_headers(request);
    evhttp_add_header(headers, "Content-Type", "text/event-stream");
    evhttp_add_header(headers, "Cache-Control", "no-store");
    evhttp_connection_set_closecb(evhttp_request_get_connection(request), end_with_connection, opened);
    evhttp_connection_set_timeout(evhttp_request_get_connection(request), 4 * HEARTBEAT_SECONDS);
    evhttp_send_reply_start(request, 200, "OK");
    send_text(opened, "retry: 500\n\n");
    if (since < all->shown->last_reload || since > all->shown->number)
        tell(opened, NULL);
    else if (since < all->shown->number)
        tell(opened, "*");
}

void streams_tell(streams *all, const char *asset)
{
    for (size_t i = 0; i < all->count; i++)
        tell(all->open[i], asset);
}
