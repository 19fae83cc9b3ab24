/* options.h: option structs of callers that were compiled against an older header. */
#ifndef MB_DOORS_OPTIONS_H
#define MB_DOORS_OPTIONS_H

#include "core/error.h"

/* Copies the options that the caller gave (NULL: none) over the usual ones in `known`, which has `size` bytes; what an
 * older caller didn't have stays as usual. Every option struct begins with its size. `macro` is what a caller begins
 * with. MB_EUSAGE where the size makes no sense or is of a newer header, or 0. */
int mb_take_options(void *known, size_t size, const void *given, const char *macro, mb_error *error);

#endif
