/* minutes.c: cuts minutes into head, attendance, items and foot.
 *
 *     council, body, date   ─► meeting
 *     Present: …            ─► attendance
 *     43 WELCOME …          ─► items
 *     The meeting ended at  ─► ended; the lines for the signature          */
#include "reader/minutes/minutes.h"

#include "reader/attendance/apologies.h"
#include "reader/attendance/attendance.h"
#include "reader/attendance/declarations.h"
#include "reader/dialect/labels.h"
#include "reader/minutes/body.h"
#include "reader/minutes/contributions.h"
#include "reader/minutes/decisions.h"
#include "reader/minutes/end.h"
#include "reader/minutes/headings.h"
#include "reader/minutes/meeting_times.h"
#include "reader/minutes/motions.h"
#include "reader/minutes/numbered.h"
#include "reader/minutes/numbers.h"
#include "reader/minutes/unnumbered_headings.h"
#include "reader/minutes/votes.h"
#include "reader/people/bodies.h"

/* A title stands at once above its text, or with its translation between. */
#define LINES_OF_TITLE 3

static uint32_t find_attendance(const mb_reader *reader, mb_line_range lines)
{
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    while (line < lines.end && !mb_begins_attendance(reader, line))
        line = mb_next_text(reader->text, line + 1, lines.end);
    return line;
}

static void read_end(mb_reader *reader, mb_line_range lines, mb_minutes *minutes)
{
    minutes->ended = mb_end_time(reader, lines);
    mb_read_lines(reader, lines, 0, &minutes->front_matter);
}

static void read_views(mb_reader *reader, mb_roster *roster, mb_minute_item *item)
{
    mb_number_paragraphs(reader, roster, item);
    mb_read_contributions(reader, roster, item);
    mb_read_apologies(reader, item);
    mb_read_declarations(reader, roster, item);
    mb_read_motions(reader, roster, item);
    mb_read_votes(reader, roster, item);
    mb_read_decisions(reader, roster, item);
}

static void read_item(mb_reader *reader, const mb_heading *heading, uint32_t end, mb_roster *roster,
                      mb_minutes *minutes)
{
    mb_minute_item *item = mb_list_add(reader->arena, &minutes->items, mb_minute_item);
    item->place = mb_place_of(reader->text, heading->line);
    item->printed_number = heading->number.printed;
    item->number = heading->inferred.data ? heading->inferred : heading->number.printed;
    mb_offer_number(reader, heading, mb_target_at(minute_item, item));
    item->printed = mb_printed_heading(reader, heading);
    item->title = heading->text;
    item->agenda_item = mb_take_item_reference(reader->dialect, &item->title);
    mb_read_item_lines(reader, heading, end, &item->blocks);
    if (!item->agenda_item.data && item->blocks.count)
        item->agenda_item = mb_item_reference(reader->dialect, ((const mb_block *)item->blocks.items[0])->text);
    mb_roster_add_attending(roster, item);
    mb_reader of_item = mb_begin_part(reader);
    read_views(&of_item, roster, item);
    mb_end_part(reader);
}

typedef enum above_present { NOT_YET, FOUND, ENDS } above_present;
typedef above_present is_above_present(const mb_reader *reader, mb_slice text);

/* The line that belongs to the list of those present, of the few lines of text above it; `present` where there is none. */
static uint32_t find_above(const mb_reader *reader, uint32_t present, uint32_t first, is_above_present *is)
{
    unsigned seen = 0;
    for (uint32_t line = present; line > first && seen < LINES_OF_TITLE; line--) {
        if (!mb_line_is_text(reader->text, line - 1))
            continue;
        seen++;
        above_present found = is(reader, mb_line_text(reader->text, line - 1));
        if (found != NOT_YET)
            return found == FOUND ? line - 1 : present;
    }
    return present;
}

/* "Chair: Councillor Ann Lee" above the list of the others. */
static above_present names_chair(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    return mb_starts_with_label(reader->dialect, mb_group_office, text, &hit) &&
                   mb_starts_with(reader->dialect, mb_group_honorific, mb_slice_trim(mb_slice_from(text, hit.end)),
                                  NULL)
               ? FOUND
               : NOT_YET;
}

/* The number above the list of those present, where that is the first item's: "1. Calling of the Roll" over "Present:". */
static above_present numbers_present(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    mb_slice title = mb_slice_trim(mb_slice_from(text, mb_minute_number_of(reader->dialect, text).end));
    if (title.size >= text.size || !mb_looks_like_heading(title))
        return NOT_YET;
    return mb_is_usual_title(reader, title) || mb_contains(reader->dialect, mb_group_apology, title, &hit) ||
                   mb_contains(reader->dialect, mb_group_present_label, title, &hit)
               ? FOUND
               : ENDS;
}

/* Where those present are listed under an item of their own, that item's blocks hold the lines. */
static void read_attendance(mb_reader *reader, mb_line_range lines, bool within_item, mb_minutes *minutes)
{
    mb_list aside = {0};
    mb_read_attendance(reader, lines, within_item ? &aside : &minutes->front_matter, minutes);
}

/* The search for the documents came as far, unless it took other lines for the list of people. */
static uint32_t find_end(const mb_reader *reader, const mb_document *document, uint32_t present)
{
    mb_line_range lines = document->lines;
    if (present == lines.end)
        return mb_find_meeting_end(reader, lines);
    uint32_t from = present == document->present ? document->ended : present;
    return mb_find_meeting_end(reader, (mb_line_range){from < lines.end ? from : lines.end, lines.end});
}

void mb_read_minutes(mb_reader *reader, const mb_document *document, mb_meeting *meeting)
{
    const mb_line_range lines = document->lines;
    meeting->minutes = mb_new(reader->arena, mb_minutes);
    mb_minutes *minutes = meeting->minutes;
    uint32_t first = mb_next_text(reader->text, lines.first, lines.end);
    meeting->place = minutes->place = mb_place_of(reader->text, first < lines.end ? first : lines.first);

    uint32_t present = find_attendance(reader, lines);
    uint32_t ended = find_end(reader, document, present);
    present = find_above(reader, present, lines.first, names_chair);
    uint32_t opened = present < lines.end ? find_above(reader, present, lines.first, numbers_present) : lines.first;
    mb_list headings = {0};
    mb_find_minute_headings(reader, (mb_line_range){opened, ended}, &headings);
    uint32_t items = headings.count ? ((mb_heading *)headings.items[0])->line : ended;
    uint32_t second = headings.count > 1 ? ((mb_heading *)headings.items[1])->line : ended;
    bool within_item = items <= present && present < second;
    uint32_t head_end = items < present ? items : present;

    mb_read_lines(reader, (mb_line_range){lines.first, head_end}, 0, &minutes->front_matter);
    mb_read_meeting_head(reader, &minutes->front_matter, meeting);
    mb_take_council_as_body(reader, &minutes->front_matter, meeting);
    if (head_end < present && !within_item)
        present = items;
    read_attendance(reader, (mb_line_range){present, within_item ? second : items}, within_item, minutes);
    mb_roster roster = mb_roster_of(reader, meeting);
    for (uint32_t i = 0; i < headings.count; i++) {
        const mb_heading *next = i + 1 < headings.count ? headings.items[i + 1] : NULL;
        read_item(reader, headings.items[i], next ? next->line : ended, &roster, minutes);
    }
    read_end(reader, (mb_line_range){ended, lines.end}, minutes);
    mb_read_meeting_times(reader, (mb_line_range){lines.first, items}, (mb_line_range){ended, lines.end}, meeting);
}
