/* build.h: publishing a site, and how a program hears of the work. */
#ifndef MB_NODE_BUILD_H
#define MB_NODE_BUILD_H

#include "value.h"

/* The program's own functions, each of which may be missing. An exception from one ends the work, as soon as the library
 * asks, and is the one that the program gets. */
typedef struct mb_listener {
    napi_env env;
    napi_value progress, problem;
} mb_listener;

/* What the library calls with each mistake, and with the files made so far; the context is an mb_listener. */
void mb_tell_problem(void *listener, const mb_error *error);
int mb_tell_progress(void *listener, size_t done, size_t total);

/* The method build({to, jobs, keepGoing, progress, problem}) of Site. */
napi_value mb_build(napi_env env, napi_callback_info info);

#endif
