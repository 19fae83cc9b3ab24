/* lists.c: dates, and the bullets below them. */
#include "reader/plans/lists.h"

#include "reader/minutes/speech.h"
#include "reader/plans/head.h"
#include "reader/plans/parts.h"
#include "text/inline.h"
#include "text/marker.h"
#include "text/wraps.h"

/* Fewer meetings or items are a list of something else. */
#define MEETINGS_AT_LEAST 2
#define ITEMS_AT_LEAST    3

typedef struct planned {
    mb_slice date; /* NOTHING: not yet arranged */
    mb_slice title;
    uint32_t line;
} planned;

/* Nothing but a date: "14 June 2025", "14 June 2025:". */
static mb_slice date_alone(const mb_reader *reader, mb_slice text)
{
    size_t end;
    mb_slice date = mb_plan_date(reader, text, &end);
    mb_slice behind = mb_slice_from(text, end);
    return mb_begins_with_plan_date(text) && (behind.size == 0 || mb_slice_equal(behind, MB_TEXT(":"))) ? date
                                                                                                        : MB_NOTHING;
}

/* The item with the lines that it goes on over; `end` gets the line behind it. */
static mb_slice read_item(mb_reader *reader, uint32_t line, uint32_t last, uint32_t *end)
{
    mb_slice title = mb_bullet_of(mb_line_text(reader->text, line)).rest;
    uint32_t next = line + 1;
    while (next < last && mb_line_is_text(reader->text, next) && mb_starts_small(mb_line_text(reader->text, next)) &&
           !mb_bullet_of(mb_line_text(reader->text, next)).form) {
        title = mb_arena_printf(reader->arena, "%.*s %.*s", MB_ARG(title), MB_ARG(mb_line_text(reader->text, next)));
        next++;
    }
    *end = next;
    return mb_plain_text(reader->arena, title);
}

/* "(Ann Lee)" at the title's end: who writes the paper. */
static void take_author(mb_reader *reader, mb_forward_plan_entry *entry)
{
    size_t open = entry->title.size;
    while (open > 0 && entry->title.data[open - 1] != '(')
        open--;
    if (open == 0 || !mb_slice_ends(entry->title, MB_TEXT(")")))
        return;
    mb_slice within = mb_slice_between(entry->title.data + open, mb_slice_end(entry->title) - 1);
    if (!mb_is_full_name(reader->dialect, within))
        return;
    mb_read_authors(reader, within, entry->place, &entry->authors);
    entry->title = mb_slice_trim(mb_slice_first(entry->title, open - 1));
}

static void add_entries(mb_reader *reader, const mb_list *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const planned *item = items->items[i];
        mb_forward_plan_entry *entry = mb_list_add(reader->arena, &reader->pack->forward_plan, mb_forward_plan_entry);
        entry->place = mb_place_of(reader->text, item->line);
        entry->date = item->date;
        entry->title = item->title;
        take_author(reader, entry);
    }
}

void mb_read_plan_lists(mb_reader *reader, mb_line_range lines)
{
    uint32_t title = mb_find_plan_title(reader, lines), meetings = 0;
    mb_list items = {0};
    mb_slice date = MB_NOTHING;
    if (title == lines.end)
        return;
    for (uint32_t line = mb_next_text(reader->text, title + 1, lines.end); line < lines.end;
         line = mb_next_text(reader->text, line, lines.end)) {
        mb_slice text = mb_line_text(reader->text, line);
        if (mb_bullet_of(text).form && meetings) {
            planned *item = mb_list_add(reader->scratch, &items, planned);
            *item = (planned){.date = date, .line = line};
            item->title = read_item(reader, line, lines.end, &line);
            continue;
        }
        date = date_alone(reader, text);
        meetings += date.data != NULL;
        line++;
    }
    if (meetings >= MEETINGS_AT_LEAST && items.count >= ITEMS_AT_LEAST)
        add_entries(reader, &items);
}
