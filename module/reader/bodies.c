/* bodies.c: takes a running title apart: body, date, time, place. */
#include "reader/bodies.h"

#include "core/unicode.h"
#include "reader/when.h"

void mb_set_meeting_date(mb_reader *reader, mb_meeting *meeting, const mb_date_hit *date, uint32_t line)
{
    meeting->date = mb_iso_date(reader->arena, date);
    int weekday = mb_weekday_of(date);
    if (date->weekday >= 0 && date->weekday != weekday)
        mb_offer_correction(reader, mb_target_at(meeting, meeting), "date",
                            mb_remark(reader, mb_code_weekday_conflict, line,
                                      "%.*s was a %s, but the paper says %s: one of the two is wrong",
                                      MB_ARG(meeting->date), mb_weekday_name(weekday), mb_weekday_name(date->weekday)));
}

static mb_slice trim_dashes(mb_slice text)
{
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", ",", ":"};
    text = mb_slice_trim(text);
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        mb_slice dash = mb_slice_of(dashes[i]);
        if (mb_slice_ends(text, dash))
            return trim_dashes(mb_slice_first(text, text.size - dash.size));
        if (mb_slice_starts(text, dash))
            return trim_dashes(mb_slice_from(text, dash.size));
    }
    return text;
}

static bool names_body(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    return mb_find_phrase(reader->dialect, mb_group_body, text, 0, &hit);
}

/* A council's own name names no body, unless nothing else does. */
static bool names_council(const mb_reader *reader, mb_slice text)
{
    mb_hit hit = {0};
    mb_slice council = mb_dialect_council(reader->dialect);
    if (council.size && mb_slice_starts_nocase(council, text))
        return true;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_council, text, at, &hit); at = hit.end)
        if (hit.end == text.size)
            return true;
    return false;
}

static mb_slice without_minutes_of(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    if (mb_starts_with(reader->dialect, mb_group_minutes_heading, text, &hit))
        return mb_slice_trim(mb_slice_from(text, hit.end));
    return text;
}

/* "Harle Parish Council Annual Meeting": the body alone. */
static mb_slice without_meeting_kind(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_meeting_kind, text, at, &hit); at = hit.end)
        if (hit.start > 0 && trim_dashes(mb_slice_from(text, hit.end)).size == 0)
            return trim_dashes(mb_slice_first(text, hit.start));
    return text;
}

static void take_body(mb_reader *reader, mb_slice text, mb_meeting *meeting)
{
    text = without_meeting_kind(reader, without_minutes_of(reader, trim_dashes(text)));
    if (meeting->body.data || !names_body(reader, text) || names_council(reader, text))
        return;
    meeting->body = mb_proper_case(reader->arena, text, mb_dialect_abbreviations(reader->dialect));
}

/* A parish council meets as itself: "Harle Parish Council A.G.M." */
static void take_council(mb_reader *reader, mb_slice text, mb_meeting *meeting)
{
    mb_hit council = {0}, next;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_council, text, at, &next); at = next.end)
        council = next;
    if (!meeting->body.data && council.end)
        meeting->body = mb_proper_case(reader->arena, without_minutes_of(reader, mb_slice_first(text, council.end)),
                                       mb_dialect_abbreviations(reader->dialect));
}

static bool is_address(mb_slice text, size_t at)
{
    return mb_slice_starts(mb_slice_from(text, at), MB_TEXT("http"));
}

/* "in the Corn Hall, Marlford": behind the time, up to an address of a broadcast. */
static void take_venue(mb_reader *reader, mb_slice text, mb_meeting *meeting)
{
    mb_hit hit;
    text = mb_slice_trim(text);
    if (meeting->venue.data || !mb_starts_with(reader->dialect, mb_group_venue_start, text, &hit))
        return;
    size_t end = hit.end;
    while (end < text.size && !is_address(text, end))
        end++;
    if (end < text.size)
        meeting->webcast = mb_slice_from(text, end);
    meeting->venue = trim_dashes(mb_slice_between(text.data + hit.end, text.data + end));
}

static void read_paragraph(mb_reader *reader, const mb_block *paragraph, mb_meeting *meeting)
{
    mb_slice text = paragraph->text;
    mb_date_hit date;
    mb_time_hit time;
    if (!mb_find_date(text, 0, &date)) {
        take_body(reader, text, meeting);
        return;
    }
    take_body(reader, mb_slice_first(text, date.start), meeting);
    if (!meeting->date.data)
        mb_set_meeting_date(reader, meeting, &date, paragraph->place.line - 1);
    if (mb_find_time(text, date.end, &time) && !meeting->time.data) {
        meeting->time = mb_iso_time(reader->arena, &time);
        take_venue(reader, mb_slice_from(text, time.end), meeting);
    }
}

void mb_read_meeting_head(mb_reader *reader, const mb_list *paragraphs, mb_meeting *meeting)
{
    for (uint32_t i = 0; i < paragraphs->count; i++) {
        const mb_block *block = paragraphs->items[i];
        if (block->type == mb_block_type_paragraph)
            read_paragraph(reader, block, meeting);
    }
    for (uint32_t i = 0; i < paragraphs->count && !meeting->body.data; i++)
        take_council(reader, ((const mb_block *)paragraphs->items[i])->text, meeting);
}

void mb_identify_meeting(mb_reader *reader, mb_meeting *meeting)
{
    mb_slice name = mb_arena_printf(reader->scratch, "%.*s %.*s", MB_ARG(meeting->date), MB_ARG(meeting->body));
    meeting->id = mb_slug(reader->arena, name);
}
