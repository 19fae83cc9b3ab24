/* minutes.c: cuts minutes into head, attendance, items and foot.
 *
 *     council, body, date   ─► meeting
 *     Present: …            ─► attendance
 *     43 WELCOME …          ─► items
 *     The meeting ended at  ─► ended; the lines for the signature          */
#include "reader/minutes.h"

#include "reader/apologies.h"
#include "reader/attendance.h"
#include "reader/bodies.h"
#include "reader/contributions.h"
#include "reader/decisions.h"
#include "reader/declarations.h"
#include "reader/minute_body.h"
#include "reader/minute_headings.h"
#include "reader/minutes_end.h"
#include "reader/motions.h"
#include "reader/numbered.h"
#include "reader/votes.h"

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

void mb_read_minutes(mb_reader *reader, mb_line_range lines, mb_meeting *meeting)
{
    meeting->minutes = mb_new(reader->arena, mb_minutes);
    mb_minutes *minutes = meeting->minutes;
    uint32_t first = mb_next_text(reader->text, lines.first, lines.end);
    meeting->place = minutes->place = mb_place_of(reader->text, first < lines.end ? first : lines.first);

    uint32_t present = find_attendance(reader, lines);
    uint32_t ended = mb_find_meeting_end(reader, (mb_line_range){present, lines.end});
    mb_list headings = {0};
    mb_find_minute_headings(reader, (mb_line_range){present, ended}, &headings);
    uint32_t items = headings.count ? ((mb_heading *)headings.items[0])->line : ended;

    mb_read_lines(reader, (mb_line_range){lines.first, present}, 0, &minutes->front_matter);
    mb_read_meeting_head(reader, &minutes->front_matter, meeting);
    mb_take_council_as_body(reader, &minutes->front_matter, meeting);
    mb_read_attendance(reader, (mb_line_range){present, items}, minutes);
    mb_roster roster = mb_roster_of(reader, meeting);
    for (uint32_t i = 0; i < headings.count; i++) {
        const mb_heading *next = i + 1 < headings.count ? headings.items[i + 1] : NULL;
        read_item(reader, headings.items[i], next ? next->line : ended, &roster, minutes);
    }
    read_end(reader, (mb_line_range){ended, lines.end}, minutes);
}
