/* item.c: what may stand about an item's title, and where it goes. */
#include "reader/agenda/item.h"

#include <ctype.h>

#include "reader/agenda/text.h"
#include "reader/people/person_name.h"
#include "reader/when.h"

/* Behind a time: the other end of a range, and what parts either from the title. */
static mb_slice without_range_end(mb_slice heading)
{
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "to "};
    heading = mb_slice_trim(heading);
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        if (!mb_slice_starts(heading, mb_slice_of(dashes[i])))
            continue;
        mb_slice rest = mb_slice_trim(mb_slice_from(heading, strlen(dashes[i])));
        mb_time_hit time;
        return mb_find_time(rest, 0, &time) && time.start == 0 ? mb_slice_from(rest, time.end) : heading;
    }
    return heading;
}

static mb_slice take_time(mb_reader *reader, mb_slice heading, mb_agenda_item *item)
{
    mb_time_hit time;
    if (!mb_find_time(heading, 0, &time) || time.start != 0)
        return heading;
    item->time = mb_iso_time(reader->arena, &time);
    return without_range_end(mb_slice_from(heading, time.end));
}

mb_slice mb_behind_time(mb_slice heading)
{
    mb_time_hit time;
    bool timed = mb_find_time(heading, 0, &time) && time.start == 0;
    return timed ? mb_slice_trim(without_range_end(mb_slice_from(heading, time.end))) : heading;
}

/* "(Pages 5 - 18)", "(15 mins)", "(at 3.00 pm, to follow)": out of the title, with the brackets. */
static mb_slice take_brackets(mb_reader *reader, mb_slice heading, mb_agenda_item *item)
{
    for (size_t open = mb_slice_find(heading, MB_TEXT("("), 0); open != SIZE_MAX;
         open = mb_slice_find(heading, MB_TEXT("("), open)) {
        size_t close = mb_slice_find(heading, MB_TEXT(")"), open);
        size_t end = close == SIZE_MAX ? heading.size : close + 1;
        mb_slice within = mb_slice_between(heading.data + open + 1, heading.data + (close == SIZE_MAX ? end : close));
        if (!mb_read_item_details(reader, within, item)) {
            open++;
            continue;
        }
        mb_slice before = mb_slice_trim(mb_slice_first(heading, open));
        mb_slice after = mb_slice_trim(mb_slice_from(heading, end));
        heading = after.size ? mb_arena_printf(reader->arena, "%.*s %.*s", MB_ARG(before), MB_ARG(after)) : before;
        open = before.size;
    }
    return heading;
}

static mb_slice without_dash(mb_slice title)
{
    static const char *const marks[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", ",", ":", "(", " "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (mb_slice_ends(title, mb_slice_of(marks[i])))
            return without_dash(mb_slice_first(title, title.size - strlen(marks[i])));
    return title;
}

/* "… - 15 minutes" at the end, behind a dash. */
static mb_slice take_allotted(mb_reader *reader, mb_slice heading, mb_agenda_item *item)
{
    size_t dash = mb_office_dash(heading);
    mb_slice behind = mb_slice_from(heading, dash);
    mb_hit minutes;
    while (behind.size && !isalnum((unsigned char)*behind.data))
        behind = mb_slice_from(behind, 1);
    mb_agenda_item found = *item;
    if (!behind.size || !isdigit((unsigned char)*behind.data) ||
        !mb_contains(reader->dialect, mb_group_minute_word, behind, &minutes) || minutes.end < behind.size ||
        !mb_read_item_details(reader, behind, &found))
        return heading;
    *item = found;
    return without_dash(mb_slice_first(heading, dash));
}

/* "… Pages 5 - 18" at the end, a range without brackets. */
static mb_slice take_pages(mb_reader *reader, mb_slice heading, mb_agenda_item *item)
{
    mb_hit hit;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_pages, heading, at, &hit); at = hit.end) {
        mb_agenda_item found = *item;
        if (hit.start == 0 || !mb_read_item_details(reader, mb_slice_from(heading, hit.start), &found) ||
            found.pages.first >= found.pages.last)
            continue;
        *item = found;
        return without_dash(mb_slice_first(heading, hit.start));
    }
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
        return without_dash(mb_slice_first(heading, hit.start));
    }
    return heading;
}

static mb_slice take_exempt(mb_reader *reader, mb_slice heading, mb_agenda_item *item)
{
    mb_hit hit;
    item->exempt = mb_find_phrase(reader->dialect, mb_group_exempt, heading, 0, &hit) &&
                   !mb_contains(reader->dialect, mb_group_exempt_doubt, heading, &hit);
    return heading;
}

/* What may stand between an item's number and its title, or behind the title; in the order of reading. */
static mb_slice (*const heading_parts[])(mb_reader *, mb_slice, mb_agenda_item *) = {
    take_time, take_brackets, take_allotted, take_pages, take_to_follow, take_exempt};

/* The figures at the margin are pages: "11 - 14", "7". */
static void read_margin_pages(mb_reader *reader, mb_slice margin, mb_agenda_item *item)
{
    size_t at = margin.size;
    while (at > 0 && (isdigit((unsigned char)margin.data[at - 1]) || !isalpha((unsigned char)margin.data[at - 1])))
        at--;
    mb_slice figures = mb_slice_trim(mb_slice_from(margin, at));
    if (figures.size)
        mb_read_item_details(reader, mb_arena_printf(reader->scratch, "Pages %.*s", MB_ARG(figures)), item);
}

/* What stands at the right margin: "6.50 pm 11 - 14", "To follow", "Ann Lee 4.30pm". */
static void read_aside(mb_reader *reader, mb_slice aside, mb_agenda_item *item)
{
    mb_time_hit time;
    aside = mb_slice_trim(aside);
    size_t name = 0;
    while (name < aside.size && !isdigit((unsigned char)aside.data[name]))
        name++;
    mb_read_presenters(reader, mb_slice_trim(mb_slice_first(aside, name)), item);
    if (mb_find_time(aside, 0, &time)) {
        item->time = mb_iso_time(reader->arena, &time);
        aside = mb_slice_trim(without_range_end(mb_slice_from(aside, time.end)));
    }
    take_to_follow(reader, aside, item);
    if (!mb_read_item_details(reader, aside, item))
        read_margin_pages(reader, aside, item);
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
