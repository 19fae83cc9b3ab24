/* request.h: what a browser asks for, read with suspicion; nothing here knows of a server, so that it can be fuzzed. */
#ifndef PREVIEW_REQUEST_H
#define PREVIEW_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The longest path of a file that is looked for. */
#define REQUEST_PATH_ROOM 1024

/* Reads the path of a request's target (RFC 9112, 3.2) into `out`: percent-decoded, without its first slash and what
 * follows `?`; "index.html" is added to a folder. False for what can be no file of a site: a NUL, a backslash, a part that
 * is empty, `.` or `..`, a wrong escape, more than fits. */
bool request_path(const char *target, char out[REQUEST_PATH_ROOM]);

/* Whether the header `Host` (RFC 9110, 7.2) names this machine's own loopback or `address`, with `port` or none: a page
 * of another site whose name leads to 127.0.0.1 must not read ours. */
bool request_is_for_us(const char *host, const char *address, unsigned port);

typedef enum range_outcome { RANGE_NONE, RANGE_PART, RANGE_OUTSIDE } range_outcome;

/* Reads the header `Range` (RFC 9110, 14.2) for a file of `size` bytes: one range of bytes. What is no such range is
 * RANGE_NONE, and the whole file is the answer; `first` and `last` are only written for RANGE_PART. */
range_outcome request_range(const char *header, uint64_t size, uint64_t *first, uint64_t *last);

/* The number behind `name=` in the query of a target, or 0. */
unsigned request_number(const char *target, const char *name);

/* Whether the query of a target has the name at all. */
bool request_has(const char *target, const char *name);

#endif
