/* image_writer.c: what is put into an image, and its parts when all is there. */
#include <stdlib.h>

#include "core/map.h"
#include "model/image_parts.h"

/* Far more than the model of the largest pack. */
#define IMAGE_CEILING ((size_t)2 << 30)

#define NUMBER_ROOM 10

static void free_buffer(void *buffer)
{
    mb_buffer_free(buffer);
}

mb_image_writer *mb_image_begin(mb_arena *scratch)
{
    mb_image_writer *w = mb_new(scratch, mb_image_writer);
    *w = (mb_image_writer){.scratch = scratch, .walk = mb_buffer_make(IMAGE_CEILING)};
    mb_arena_defer(scratch, free_buffer, &w->walk);
    return w;
}

static void add_number(mb_buffer *out, uint64_t number)
{
    char bytes[NUMBER_ROOM];
    size_t size = 0;
    for (; number >= 0x80; number >>= 7)
        bytes[size++] = (char)(number | 0x80);
    bytes[size++] = (char)number;
    mb_buffer_add(out, (mb_slice){bytes, size});
}

void mb_image_put_number(mb_image_writer *w, uint64_t number)
{
    add_number(&w->walk, number);
}

void mb_image_put_text(mb_image_writer *w, mb_slice text)
{
    mb_strings_push(w->scratch, &w->texts, text);
}

void mb_image_put_texts(mb_image_writer *w, const mb_strings *texts)
{
    mb_image_put_number(w, texts->count);
    for (uint32_t i = 0; i < texts->count; i++)
        mb_image_put_text(w, texts->items[i]);
}

/* --- The parts --- */

/* A text of the walk, and where it is to stand. */
typedef struct piece {
    mb_slice text;
    size_t at;
} piece;

static int by_address(const void *a, const void *b)
{
    const piece *left = *(const piece *const *)a, *right = *(const piece *const *)b;
    uintptr_t of_left = (uintptr_t)left->text.data, of_right = (uintptr_t)right->text.data;
    return (of_left > of_right) - (of_left < of_right);
}

/* Pieces that overlap or touch are one stretch of memory. */
static void place_texts(piece **sorted, size_t count, mb_buffer *out)
{
    const char *end = NULL;
    for (size_t i = 0; i < count; i++) {
        mb_slice text = sorted[i]->text;
        const char *text_end = mb_slice_end(text);
        if (i > 0 && (uintptr_t)text.data > (uintptr_t)end)
            mb_buffer_char(out, '\0');
        if (i == 0 || (uintptr_t)text.data > (uintptr_t)end)
            end = text.data;
        sorted[i]->at = out->size - (size_t)(end - text.data);
        if ((uintptr_t)text_end <= (uintptr_t)end)
            continue;
        mb_buffer_add(out, mb_slice_between(end, text_end));
        end = text_end;
    }
    mb_buffer_char(out, '\0');
}

static void write_spans(const piece *pieces, size_t count, mb_buffer *out)
{
    size_t end = 0;
    for (size_t i = 0; i < count; i++) {
        mb_slice text = pieces[i].text;
        add_number(out, text.data ? (uint64_t)text.size + 1 : 0);
        if (text.size == 0)
            continue;
        add_number(out, mb_image_folded((int64_t)pieces[i].at - (int64_t)end));
        end = pieces[i].at + text.size;
    }
}

static void write_texts(mb_image_writer *w, mb_buffer *text, mb_buffer *spans)
{
    size_t count = w->texts.count, filled = 0;
    piece *pieces = mb_new_array(w->scratch, piece, count ? count : 1);
    piece **sorted = mb_new_array(w->scratch, piece *, count ? count : 1);
    for (size_t i = 0; i < count; i++) {
        pieces[i].text = w->texts.items[i];
        if (pieces[i].text.size > 0)
            sorted[filled++] = &pieces[i];
    }
    if (filled > 1)
        qsort(sorted, filled, sizeof *sorted, by_address);
    place_texts(sorted, filled, text);
    write_spans(pieces, count, spans);
}

static void write_targets(mb_image_writer *w, mb_buffer *out)
{
    if (w->targets.count == 0)
        return;
    mb_map *positions = mb_map_new(w->scratch);
    for (uint32_t i = 0; i < w->records.count; i++)
        *mb_map_at(positions, mb_address_key(&w->records.items[i])) = &w->records.items[i];
    for (uint32_t i = 0; i < w->targets.count; i++) {
        void *const *found = mb_map_get(positions, mb_address_key(&w->targets.items[i]));
        w->failed = w->failed || !found;
        add_number(out, found ? (uint64_t)(found - w->records.items) : 0);
    }
}

mb_slice mb_image_end(mb_image_writer *w)
{
    mb_buffer *parts = mb_new_array(w->scratch, mb_buffer, MB_IMAGE_PARTS + 1), *head = &parts[MB_IMAGE_PARTS];
    for (size_t i = 0; i <= MB_IMAGE_PARTS; i++) {
        parts[i] = mb_buffer_make(IMAGE_CEILING);
        mb_arena_defer(w->scratch, free_buffer, &parts[i]);
    }
    write_texts(w, &parts[MB_IMAGE_TEXT], &parts[MB_IMAGE_SPANS]);
    write_targets(w, &parts[MB_IMAGE_TARGETS]);
    parts[MB_IMAGE_WALK] = w->walk;
    w->walk = mb_buffer_make(IMAGE_CEILING);
    add_number(head, w->records.count);
    mb_slice all[MB_IMAGE_PARTS + 1];
    for (size_t i = 0; i < MB_IMAGE_PARTS; i++) {
        add_number(head, parts[i].size);
        all[i + 1] = mb_buffer_slice(&parts[i]);
        w->failed = w->failed || parts[i].failed;
    }
    all[0] = mb_buffer_slice(head);
    return w->failed || head->failed ? MB_NOTHING : mb_arena_join(w->scratch, all, MB_IMAGE_PARTS + 1);
}
