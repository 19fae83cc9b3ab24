/* buffer.h: text that grows; born with a ceiling, so that no input can make it eat the machine.
 *
 * A buffer that passed its ceiling or ran out of memory stays failed and takes nothing more: write on without
 * checking, and look at `failed` once at the end. */
#ifndef MB_CORE_BUFFER_H
#define MB_CORE_BUFFER_H

#include <string.h>

#include "core/error.h"
#include "core/slice.h"

typedef struct mb_buffer {
    char *data; /* NUL-terminated once anything was written */
    size_t size, capacity, ceiling;
    int failed; /* 0, MB_ENOMEM or MB_ELIMIT */
} mb_buffer;

mb_buffer mb_buffer_make(size_t ceiling);
void mb_buffer_free(mb_buffer *buffer);

/* Makes room for `more` bytes and the final NUL; false where the buffer has failed. */
bool mb_buffer_grow(mb_buffer *buffer, size_t more);

static inline bool mb_buffer_reserve(mb_buffer *buffer, size_t more)
{
    bool fits = more < buffer->capacity - buffer->size && more <= buffer->ceiling - buffer->size && !buffer->failed;
    return fits || mb_buffer_grow(buffer, more);
}

static inline void mb_buffer_add(mb_buffer *buffer, mb_slice text)
{
    if (!mb_buffer_reserve(buffer, text.size))
        return;
    if (text.size)
        memcpy(buffer->data + buffer->size, text.data, text.size);
    buffer->size += text.size;
    buffer->data[buffer->size] = '\0';
}

static inline void mb_buffer_char(mb_buffer *buffer, char c)
{
    if (!mb_buffer_reserve(buffer, 1))
        return;
    buffer->data[buffer->size++] = c;
    buffer->data[buffer->size] = '\0';
}

void mb_buffer_text(mb_buffer *buffer, const char *text);
void mb_buffer_printf(mb_buffer *buffer, const char *format, ...) MB_PRINTF(2, 3);

/* What was written so far, as a slice that the next write may move. */
mb_slice mb_buffer_slice(const mb_buffer *buffer);

/* Takes back what was written from `size` on. */
void mb_buffer_cut(mb_buffer *buffer, size_t size);

/* Empties the buffer and keeps its memory. */
void mb_buffer_clear(mb_buffer *buffer);

#endif
