/* buffer.c: text that doubles its memory as it grows, up to its ceiling. */
#include "core/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define FIRST_CAPACITY 256

mb_buffer mb_buffer_make(size_t ceiling)
{
    return (mb_buffer){.ceiling = ceiling < SIZE_MAX / 4 ? ceiling : SIZE_MAX / 4};
}

void mb_buffer_free(mb_buffer *buffer)
{
    free(buffer->data);
    *buffer = mb_buffer_make(buffer->ceiling);
}

bool mb_buffer_grow(mb_buffer *buffer, size_t more)
{
    if (buffer->failed)
        return false;
    if (more > buffer->ceiling - buffer->size) {
        buffer->failed = MB_ELIMIT;
        return false;
    }
    size_t needed = buffer->size + more + 1;
    if (needed <= buffer->capacity)
        return true;
    size_t capacity = buffer->capacity ? buffer->capacity * 2 : FIRST_CAPACITY;
    if (capacity < needed)
        capacity = needed;
    char *data = realloc(buffer->data, capacity);
    if (!data) {
        buffer->failed = MB_ENOMEM;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

void mb_buffer_text(mb_buffer *buffer, const char *text)
{
    mb_buffer_add(buffer, mb_slice_of(text));
}

/* Most texts fit into the room that is there and needn't be printed a second time. */
void mb_buffer_printf(mb_buffer *buffer, const char *format, ...)
{
    if (!mb_buffer_reserve(buffer, 0))
        return;
    size_t room = buffer->capacity - buffer->size;
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(buffer->data + buffer->size, room, format, arguments);
    va_end(arguments);
    if (size < 0 || !mb_buffer_reserve(buffer, (size_t)size)) {
        buffer->data[buffer->size] = '\0';
        return;
    }
    if ((size_t)size >= room) {
        va_start(arguments, format);
        vsnprintf(buffer->data + buffer->size, (size_t)size + 1, format, arguments);
        va_end(arguments);
    }
    buffer->size += (size_t)size;
}

mb_slice mb_buffer_slice(const mb_buffer *buffer)
{
    return (mb_slice){buffer->data ? buffer->data : "", buffer->size};
}

void mb_buffer_cut(mb_buffer *buffer, size_t size)
{
    if (size >= buffer->size)
        return;
    buffer->size = size;
    buffer->data[size] = '\0';
}

void mb_buffer_clear(mb_buffer *buffer)
{
    buffer->size = 0;
    buffer->failed = 0;
    if (buffer->data)
        buffer->data[0] = '\0';
}
