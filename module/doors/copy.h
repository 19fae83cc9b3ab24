/* copy.h: text that leaves the library and becomes its caller's. */
#ifndef MB_DOORS_COPY_H
#define MB_DOORS_COPY_H

#include "core/buffer.h"

/* Hands the buffer's memory to the caller, for mb_free; `size` may be NULL. A buffer that failed is freed and gives
 * its code, with what was being done in the error. */
int mb_give_copy(mb_buffer *buffer, const char *doing, char **out, size_t *size, mb_error *error);

#endif
