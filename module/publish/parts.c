/* parts.c: sections are gathered until the next ones would make a part too long. */
#include "publish/parts.h"

#include "model/block_text.h"

/* No heading of a paper is deeper. */
#define DEEPEST 6

typedef struct splitter {
    mb_arena *arena;
    const mb_list *sections;
    mb_list *parts;
    size_t size; /* of the last part */
} splitter;

static void add_size(void *size, mb_slice text)
{
    *(size_t *)size += text.size;
}

static size_t size_of(const splitter *s, uint32_t first, uint32_t end)
{
    size_t size = 0;
    for (uint32_t i = first; i < end; i++)
        mb_each_text(&((const mb_section *)s->sections->items[i])->blocks, add_size, &size);
    return size;
}

/* Where the section and what lies below it ends. */
static uint32_t end_of(const splitter *s, uint32_t first, uint32_t end, int64_t level)
{
    uint32_t i = first + 1;
    while (i < end && ((const mb_section *)s->sections->items[i])->level.value > level)
        i++;
    return i;
}

static void take(splitter *s, uint32_t first, uint32_t end, size_t size)
{
    mb_report_part *part = mb_list_last(s->parts);
    if (!part || s->size + size > MB_PART_BYTES) {
        part = mb_list_add(s->arena, s->parts, mb_report_part);
        part->first = first + 1;
        s->size = 0;
    }
    part->last = end;
    s->size += size;
}

/* Sections `first` to before `end`, which stand below one heading of the level above. */
static void split(splitter *s, uint32_t first, uint32_t end, int64_t level)
{
    while (first < end) {
        uint32_t next = level < DEEPEST ? end_of(s, first, end, level) : first + 1;
        size_t size = size_of(s, first, next);
        if (size > MB_PART_BYTES && level < DEEPEST)
            split(s, first, next, level + 1);
        else
            take(s, first, next, size);
        first = next;
    }
}

void mb_report_parts(mb_arena *arena, const mb_site_report *report, mb_list *out)
{
    splitter s = {arena, &report->sections, out, 0};
    split(&s, 0, report->sections.count, 1);
    if (out->count == 0)
        mb_list_add(arena, out, mb_report_part);
}
