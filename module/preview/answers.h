/* answers.h: what the server says to each request. */
#ifndef PREVIEW_ANSWERS_H
#define PREVIEW_ANSWERS_H

#include <event2/http.h>

#include "preview/edition.h"
#include "preview/streams.h"

/* What answers are made from. `port` is the one that is listened at. */
typedef struct answering {
    const preview_options *options;
    edition *shown;
    streams *pages;
    unsigned port;
    bool has_page_trouble; /* `page_trouble` was told, and its page wasn't made since */
    mb_error page_trouble;
} answering;

/* Answers a request; `context` is the answering. Every answer says `Cache-Control: no-store`. */
void answer_request(struct evhttp_request *request, void *context);

#endif
