/* streams.h: one stream of events (WHATWG HTML, 9.2) for each page that is open, which says when it is out of date. */
#ifndef PREVIEW_STREAMS_H
#define PREVIEW_STREAMS_H

#include <event2/http.h>

#include "preview/edition.h"

/* Pages that are open at once; one more takes the place of the oldest. */
#define MOST_STREAMS 512

typedef struct streams streams;

/* NULL where memory ran out. `shown` outlives it. */
streams *streams_new(struct event_base *base, const edition *shown);
void streams_free(streams *all);

/* Makes the answer to the request a stream, for a page of edition `since`: it is told at once where that is old. */
void streams_open(streams *all, struct evhttp_request *request, unsigned since);

/* Tells every page that the edition changed; `asset`: the address of the one file that is new, or NULL. */
void streams_tell(streams *all, const char *asset);

#endif
