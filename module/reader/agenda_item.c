/* agenda_item.c: what may stand about an item's title, and where it goes. */
#include "reader/agenda_item.h"

#include <ctype.h>

#include "reader/when.h"

static mb_slice take_time(mb_reader *reader, mb_slice heading, mb_agenda_item *item)
{
    mb_time_hit time;
    if (!mb_find_time(heading, 0, &time) || time.start != 0)
        return heading;
    item->time = mb_iso_time(reader->arena, &time);
    return mb_slice_from(heading, time.end);
}

/* Reads a number at or after `at`, over blanks and dashes; returns its end, or 0. */
static size_t read_page(mb_slice text, size_t at, uint32_t *page)
{
    while (at < text.size && !isdigit((unsigned char)text.data[at]) && text.data[at] != ')')
        at++;
    size_t from = at;
    for (*page = 0; at < text.size && isdigit((unsigned char)text.data[at]) && at - from < 6; at++)
        *page = *page * 10 + (uint32_t)(text.data[at] - '0');
    return at > from ? at : 0;
}

/* "(Pages 5 - 18)", "(Pages 5 18)", "(Page 7)": with its brackets out of the title. */
static mb_slice take_pages(mb_reader *reader, mb_slice heading, mb_agenda_item *item)
{
    mb_hit hit;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_pages, heading, at, &hit); at = hit.end) {
        size_t first_end = read_page(heading, hit.end, &item->pages.first);
        bool bracket = hit.start > 0 && heading.data[hit.start - 1] == '(';
        if (!first_end || !bracket)
            continue;
        size_t last_end = read_page(heading, first_end, &item->pages.last);
        if (!last_end)
            item->pages.last = item->pages.first;
        size_t end = mb_slice_find(heading, MB_TEXT(")"), first_end);
        mb_slice before = mb_slice_trim(mb_slice_first(heading, hit.start - 1));
        mb_slice after = mb_slice_trim(mb_slice_from(heading, end == SIZE_MAX ? heading.size : end + 1));
        return after.size ? mb_arena_printf(reader->arena, "%.*s %.*s", MB_ARG(before), MB_ARG(after)) : before;
    }
    item->pages = (mb_pages){0, 0};
    return heading;
}

/* "… TO FOLLOW", "… (to follow)" at the end. */
static mb_slice take_to_follow(mb_reader *reader, mb_slice heading, mb_agenda_item *item)
{
    mb_hit hit;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_to_follow, heading, at, &hit); at = hit.end) {
        mb_slice behind = mb_slice_from(heading, hit.end);
        if (behind.size > 1 || (behind.size == 1 && !strchr(").", *behind.data)))
            continue;
        item->to_follow = true;
        size_t end = hit.start;
        while (end > 0 && strchr("( -:,", heading.data[end - 1]))
            end--;
        return mb_slice_first(heading, end);
    }
    return heading;
}

static mb_slice take_exempt(mb_reader *reader, mb_slice heading, mb_agenda_item *item)
{
    mb_hit hit;
    item->exempt = mb_find_phrase(reader->dialect, mb_group_exempt, heading, 0, &hit);
    return heading;
}

/* What may stand between an item's number and its title, or behind the title; in the order of reading. */
static mb_slice (*const heading_parts[])(mb_reader *, mb_slice, mb_agenda_item *) = {take_time, take_pages,
                                                                                     take_to_follow, take_exempt};

/* What stands at the right margin: "6.50 pm 11 - 14", "To follow". */
static void read_aside(mb_reader *reader, mb_slice aside, mb_agenda_item *item)
{
    mb_slice rest = mb_slice_trim(take_time(reader, aside, item));
    uint32_t first, last;
    size_t first_end = read_page(rest, 0, &first);
    if (first_end)
        item->pages = (mb_pages){first, read_page(rest, first_end, &last) ? last : first};
    take_to_follow(reader, rest, item);
}

void mb_read_agenda_title(mb_reader *reader, mb_slice heading, size_t aside, mb_agenda_item *item)
{
    mb_slice title = mb_slice_first(heading, heading.size - aside);
    for (size_t i = 0; i < sizeof heading_parts / sizeof *heading_parts; i++)
        title = mb_slice_trim(heading_parts[i](reader, title, item));
    item->title = title;
    if (aside)
        read_aside(reader, mb_slice_from(heading, heading.size - aside), item);
}
