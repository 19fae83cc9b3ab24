/* copy.c: text that leaves the library and becomes its caller's. */
#include "doors/copy.h"

#include <stdlib.h>

int mb_give_copy(mb_buffer *buffer, const char *doing, char **out, size_t *size, mb_error *error)
{
    if (buffer->failed) {
        int code = mb_fail_exhausted(error, buffer->failed, doing);
        mb_buffer_free(buffer);
        return code;
    }
    *out = buffer->data;
    if (size)
        *size = buffer->size;
    return MB_OK;
}

void mb_free(void *memory)
{
    free(memory);
}
