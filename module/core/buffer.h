/* buffer.h: text that grows; born with a ceiling, so that no input can make it eat the machine.
 *
 * A buffer that passed its ceiling or ran out of memory stays failed and takes nothing more: write on without
 * checking, and look at `failed` once at the end. */
#ifndef MB_CORE_BUFFER_H
#define MB_CORE_BUFFER_H

#include "core/error.h"
#include "core/slice.h"

typedef struct mb_buffer {
    char *data; /* NUL-terminated once anything was written */
    size_t size, capacity, ceiling;
    int failed; /* 0, MB_ENOMEM or MB_ELIMIT */
} mb_buffer;

mb_buffer mb_buffer_make(size_t ceiling);
void mb_buffer_free(mb_buffer *buffer);

void mb_buffer_add(mb_buffer *buffer, mb_slice text);
void mb_buffer_text(mb_buffer *buffer, const char *text);
void mb_buffer_char(mb_buffer *buffer, char c);
void mb_buffer_printf(mb_buffer *buffer, const char *format, ...) MB_PRINTF(2, 3);

/* What was written so far, as a slice that the next write may move. */
mb_slice mb_buffer_slice(const mb_buffer *buffer);

/* Takes back what was written from `size` on. */
void mb_buffer_cut(mb_buffer *buffer, size_t size);

/* Empties the buffer and keeps its memory. */
void mb_buffer_clear(mb_buffer *buffer);

#endif
