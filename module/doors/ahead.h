/* ahead.h: pages and files that threads of the library's make before somebody asks for them. */
#ifndef MB_DOORS_AHEAD_H
#define MB_DOORS_AHEAD_H

#include <minutebook.h>
#include <stdbool.h>

/* So many bytes are made and not yet asked for; then the threads rest. They hold some thousands of pages. */
#define MB_AHEAD_ROOM ((size_t)64 << 20)

typedef struct mb_ahead mb_ahead;

/* Nothing is made yet, and there is no thread. NULL without memory. */
mb_ahead *mb_ahead_new(const mb_site *site, size_t room);

/* Ends the threads, each behind what it is making, and forgets what they made; NULL is allowed. */
void mb_ahead_free(mb_ahead *ahead);

/* See mb_site_make_ahead. */
int mb_ahead_begin(mb_ahead *ahead, const mb_request *wanted, size_t count, unsigned jobs, mb_error *error);

/* Gives what was made, once; waits for what is being made. False where it isn't: then nobody makes it but who asks. */
bool mb_ahead_take(mb_ahead *ahead, const char *name, int format, char **out, size_t *size);

#endif
