/* trouble.h: the page that stands in for one that can't be made: what happened, where, what to do. */
#ifndef PREVIEW_TROUBLE_H
#define PREVIEW_TROUBLE_H

#include <event2/buffer.h>
#include <minutebook.h>

/* Adds the whole HTML for some mistakes, at least one, all text escaped. */
void trouble_page(const mb_error *errors, size_t count, struct evbuffer *out);

/* The same for an address that leads to no page. */
void trouble_no_page(const char *route, const char *advice, struct evbuffer *out);

#endif
