/* bodies.c: takes a running title apart: body, date, time, place. */
#include "reader/people/bodies.h"

#include <ctype.h>

#include "core/unicode.h"
#include "reader/people/person_name.h"
#include "reader/reports/headings.h"
#include "reader/sentences.h"
#include "reader/when.h"
#include "text/inline.h"
#include "text/tables.h"

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

/* ---- the body ---- */

/* A body's name ends with the word for what it is: "Planning Committee", "Planning Committee A" or
 * "Scrutiny Board (Roads and Parks)"; "Council Chamber" is a room. */
#define WORDS_BEHIND_BODY 2
/* The first half of a name that stands over two lines is no longer. */
#define NAME_WORDS 8

static bool names_body(const mb_reader *reader, mb_slice text)
{
    mb_hit hit, room;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_body, text, at, &hit); at = hit.end) {
        mb_slice behind = mb_slice_trim(mb_slice_from(text, hit.end));
        bool bracketed = behind.size > 2 && *behind.data == '(' && mb_slice_ends(behind, MB_TEXT(")"));
        if ((bracketed || mb_slice_words(behind) <= WORDS_BEHIND_BODY) &&
            !mb_contains(reader->dialect, mb_group_room, behind, &room))
            return true;
    }
    return false;
}

/* A council's own name names no body, unless nothing else does. */
bool mb_names_council(const mb_reader *reader, mb_slice text)
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

bool mb_stands_below_council(const mb_reader *reader, uint32_t line)
{
    mb_hit hit;
    mb_slice text = mb_line_text(reader->text, line);
    if (line == 0 || !mb_line_is_text(reader->text, line - 1) || reader->text->lines[line].gap ||
        !names_body(reader, text) || mb_names_council(reader, text))
        return false;
    mb_slice above = mb_line_text(reader->text, line - 1);
    return mb_slice_words(above) <= NAME_WORDS && mb_names_council(reader, above) &&
           !mb_contains(reader->dialect, mb_group_meeting_of, above, &hit);
}

/* "Ingle Parish Council" of "Minutes of the Annual Meeting of Ingle Parish Council"; `found` says whether there was such
 * a phrase. */
static mb_slice behind_meeting_of(const mb_reader *reader, mb_slice text, bool *found)
{
    mb_hit hit;
    *found = false;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_meeting_of, text, at, &hit);) {
        text = mb_slice_trim(mb_slice_from(text, hit.end));
        *found = true;
        at = 0;
    }
    return text;
}

static mb_slice before_phrase(const mb_reader *reader, mb_group group, mb_slice text)
{
    mb_hit hit;
    return mb_contains(reader->dialect, group, text, &hit) ? mb_slice_trim(mb_slice_first(text, hit.start)) : text;
}

/* "Harle Parish Council Annual Meeting", "The Cabinet - Minutes": the body alone. */
static mb_slice without_meeting_kind(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    mb_take_article(reader->dialect, &text);
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_meeting_kind, text, at, &hit); at = hit.end)
        if (hit.start > 0 && trim_dashes(mb_slice_from(text, hit.end)).size == 0)
            return trim_dashes(mb_slice_first(text, hit.start));
    return trim_dashes(text);
}

/* "on Monday" before a date. */
static mb_slice without_small_words(const mb_reader *reader, mb_slice text)
{
    for (;;) {
        size_t at = text.size;
        while (at > 0 && text.data[at - 1] != ' ')
            at--;
        if (at == 0 || !mb_is_phrase(reader->dialect, mb_group_name_joiner, mb_slice_from(text, at)))
            return text;
        text = trim_dashes(mb_slice_first(text, at));
    }
}

static void set_body(mb_reader *reader, mb_slice text, mb_meeting *meeting)
{
    meeting->body = mb_proper_case(reader->arena, text, mb_dialect_abbreviations(reader->dialect));
}

/* "Harle Council - Roads Committee": the committee. */
static mb_slice behind_council(const mb_reader *reader, mb_slice text)
{
    size_t dash = mb_office_dash(text);
    mb_slice behind = trim_dashes(mb_slice_from(text, dash));
    return mb_names_council(reader, mb_slice_first(text, dash)) && names_body(reader, behind) ? behind : text;
}

/* Whether the text is the name of one council: "Harle and Ingle District Council" is, "Harle Town Council and Ingle Parish
 * Council" isn't. */
static bool is_one_council(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    unsigned councils = 0;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_council, text, at, &hit); at = hit.end)
        councils++;
    return councils <= 1 && mb_slice_words(text) > 1 && mb_names_council(reader, text);
}

/* "Roads Committee of Harle District Council": the committee. "The Board of Harle District Council" is all of it, since a
 * board alone could be anybody's. */
static mb_slice before_council(const mb_reader *reader, mb_slice text)
{
    size_t of = SIZE_MAX;
    for (size_t at = 0; (at = mb_slice_find(text, MB_TEXT(" of "), at)) < text.size; at++)
        of = at;
    if (of >= text.size)
        return text;
    mb_slice body = mb_slice_first(text, of), behind = mb_slice_trim(mb_slice_from(text, of + strlen(" of ")));
    if (mb_slice_starts_nocase(behind, MB_TEXT("the ")))
        behind = mb_slice_from(behind, strlen("the "));
    return mb_slice_words(body) > 1 && is_one_council(reader, behind) && names_body(reader, body) &&
                   !mb_names_council(reader, body)
               ? body
               : text;
}

/* "A hybrid meeting (in person and by video) of the Roads Committee" without what the bracket says. */
static mb_slice without_bracket(mb_reader *reader, mb_slice text)
{
    mb_hit kind;
    size_t open = mb_slice_find(text, MB_TEXT("("), 0), close = mb_slice_find(text, MB_TEXT(") "), open);
    if (open >= text.size || close >= text.size ||
        !mb_contains(reader->dialect, mb_group_meeting_kind, mb_slice_first(text, open), &kind) || kind.end + 1 < open)
        return text;
    return mb_arena_printf(reader->arena, "%.*s%.*s", (int)open, text.data,
                           MB_ARG(mb_slice_from(text, close + strlen(") "))));
}

static void take_body(mb_reader *reader, mb_slice text, mb_meeting *meeting)
{
    bool introduced;
    text = before_phrase(reader, mb_group_meeting_held, trim_dashes(without_bracket(reader, text)));
    text = behind_meeting_of(reader, text, &introduced);
    text = behind_council(reader, without_small_words(reader, without_meeting_kind(reader, text)));
    text = before_council(reader, text);
    bool kind_alone = mb_is_phrase(reader->dialect, mb_group_meeting_kind, text);
    if (!meeting->body.data && !kind_alone && names_body(reader, text) &&
        (introduced || !mb_names_council(reader, text)))
        set_body(reader, text, meeting);
}

bool mb_set_body_named(mb_reader *reader, mb_slice name, mb_meeting *meeting)
{
    if (meeting->body.data)
        return false;
    take_body(reader, name, meeting);
    return meeting->body.data != NULL;
}

/* A parish council meets as itself: "Harle Parish Council A.G.M." */
static void take_council(mb_reader *reader, mb_slice text, mb_meeting *meeting)
{
    mb_hit council = {0}, next;
    bool introduced;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_council, text, at, &next); at = next.end)
        council = next;
    if (!meeting->body.data && council.end)
        set_body(reader, behind_meeting_of(reader, mb_slice_first(text, council.end), &introduced), meeting);
}

/* ---- the place ---- */

/* A longer line is a sentence. */
#define PLACE_WORDS 14
/* "at 7.30 pm prompt" */
#define TIME_WORDS 4

static bool is_address(mb_slice text, size_t at)
{
    return mb_slice_starts(mb_slice_from(text, at), MB_TEXT("http"));
}

/* Up to "at 7 pm" or "commencing": not up to the "at" of "at the Corn Hall". */
static mb_slice before_start(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    mb_time_hit time;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_meeting_starts, text, at, &hit); at = hit.end) {
        mb_slice behind = mb_slice_trim(mb_slice_from(text, hit.end));
        bool timed = behind.size == 0 || (mb_find_time(behind, 0, &time) && time.start == 0);
        if (timed || !mb_is_phrase(reader->dialect, mb_group_venue_start,
                                   mb_slice_between(text.data + hit.start, text.data + hit.end)))
            return mb_slice_first(text, hit.start);
    }
    return text;
}

/* "in the Corn Hall, Marlford": up to an address of a broadcast or the end of the sentence. */
static void take_venue(mb_reader *reader, mb_slice text, mb_meeting *meeting)
{
    mb_hit hit;
    text = before_phrase(reader, mb_group_venue_end, before_start(reader, trim_dashes(text)));
    mb_time_hit time;
    if (meeting->venue.data || !mb_starts_with(reader->dialect, mb_group_venue_start, text, &hit) ||
        (mb_find_time(text, hit.end, &time) &&
         mb_slice_trim(mb_slice_from(text, hit.end)).data == text.data + time.start))
        return;
    size_t end = hit.end;
    while (end < text.size && !is_address(text, end))
        end++;
    if (end < text.size)
        meeting->webcast = mb_slice_from(text, end);
    mb_slice venue = mb_slice_between(text.data + hit.end, text.data + end);
    venue = without_small_words(reader, trim_dashes(venue));
    while (mb_slice_ends(venue, MB_TEXT(".")))
        venue.size--;
    if (venue.size)
        meeting->venue = mb_proper_case(reader->arena, venue, mb_dialect_abbreviations(reader->dialect));
}

/* ---- paragraphs ---- */

/* Where the sentence has its time: behind the date, or before it. */
static bool find_time(mb_slice text, const mb_date_hit *date, mb_time_hit *time)
{
    if (mb_find_time(text, date->end, time))
        return true;
    return mb_find_time(mb_slice_first(text, date->start), 0, time);
}

/* "Tuesday 12 October at 5.00 pm Council Chamber, County Hall, Harle": nothing but the place behind the time. */
static void take_bare_venue(mb_reader *reader, mb_slice text, mb_meeting *meeting)
{
    mb_hit room;
    text = trim_dashes(text);
    if (!meeting->venue.data && text.size && isupper((unsigned char)*text.data) &&
        mb_slice_words(text) <= PLACE_WORDS && !mb_is_finished(text) &&
        mb_contains(reader->dialect, mb_group_room, text, &room) && !mb_names_council(reader, text) &&
        !mb_starts_with(reader->dialect, mb_group_present_label, text, NULL))
        meeting->venue = mb_proper_case(reader->arena, text, mb_dialect_abbreviations(reader->dialect));
}

static void read_dated_paragraph(mb_reader *reader, mb_slice text, const mb_date_hit *date, mb_meeting *meeting)
{
    mb_time_hit time;
    mb_hit held;
    mb_slice before = mb_slice_first(text, date->start);
    if (mb_contains(reader->dialect, mb_group_meeting_held, before, &held))
        take_venue(reader, mb_slice_from(before, held.end), meeting);
    size_t behind = date->end;
    if (find_time(text, date, &time)) {
        if (!meeting->time.data)
            meeting->time = mb_iso_time(reader->arena, &time);
        if (time.start > behind) {
            take_venue(reader, mb_slice_between(text.data + behind, text.data + time.start), meeting);
            behind = time.end;
        }
    }
    take_venue(reader, mb_slice_from(text, behind), meeting);
    take_bare_venue(reader, mb_slice_from(text, behind), meeting);
}

/* "Minutes of the Roads Committee" before "held"; not "Meetings are". */
static bool ends_with_capital(mb_slice text)
{
    size_t last = text.size;
    while (last > 0 && text.data[last - 1] != ' ')
        last--;
    return text.size == 0 || isupper((unsigned char)text.data[last]);
}

/* "held in the Corn Hall", or "at the Corn Hall" below the date. */
static void read_undated_paragraph(mb_reader *reader, mb_slice text, mb_meeting *meeting)
{
    mb_hit held, room;
    mb_time_hit time;
    if (meeting->date.data && !meeting->time.data && mb_find_time(text, 0, &time) &&
        mb_slice_words(text) <= TIME_WORDS && time.start <= strlen("at ")) {
        meeting->time = mb_iso_time(reader->arena, &time);
        return;
    }
    take_body(reader, text, meeting);
    if (mb_contains(reader->dialect, mb_group_meeting_held, text, &held) &&
        ends_with_capital(mb_slice_trim(mb_slice_first(text, held.start))))
        take_venue(reader, mb_slice_from(text, held.end), meeting);
    else if (meeting->date.data && mb_slice_words(text) <= PLACE_WORDS &&
             mb_contains(reader->dialect, mb_group_room, text, &room))
        take_venue(reader, text, meeting);
}

static void read_paragraph(mb_reader *reader, mb_slice text, uint32_t line, mb_meeting *meeting)
{
    mb_date_hit date;
    if (!mb_find_date(text, 0, &date)) {
        read_undated_paragraph(reader, text, meeting);
        return;
    }
    take_body(reader, mb_slice_first(text, date.start), meeting);
    bool first = !meeting->date.data;
    if (first)
        mb_set_meeting_date(reader, meeting, &date, line);
    if (first || !meeting->time.data)
        read_dated_paragraph(reader, text, &date, meeting);
}

/* "Roads and Parks" above "Overview and Scrutiny Committee", which is half a name. */
static bool is_first_half(const mb_reader *reader, const mb_block *above, const mb_block *below)
{
    return above->place.line + 1 == below->place.line && mb_is_capitals(above->text) == mb_is_capitals(below->text) &&
           mb_is_phrase(reader->dialect, mb_group_half_body, below->text) && !names_body(reader, above->text) &&
           !mb_names_council(reader, above->text) && mb_slice_words(above->text) <= NAME_WORDS;
}

/* "Minutes of the Roads and" goes on with "Parks Committee" in the next paragraph: a title's lines are set in the
 * middle of the page, and look like paragraphs of their own. */
static bool title_goes_on(const mb_reader *reader, const mb_block *above, const mb_block *below)
{
    bool introduced;
    mb_date_hit date;
    mb_slice title = before_phrase(reader, mb_group_meeting_held, behind_meeting_of(reader, above->text, &introduced));
    return !mb_find_date(above->text, 0, &date) &&
           (mb_breaks_off(above->text) || (introduced && !names_body(reader, title)) ||
            is_first_half(reader, above, below));
}

/* "7.00 pm" looks like a numbered paragraph. */
static mb_slice whole_text(mb_reader *reader, const mb_block *block)
{
    return block->number.size ? mb_arena_printf(reader->arena, "%.*s %.*s", MB_ARG(block->number), MB_ARG(block->text))
                              : block->text;
}

void mb_read_meeting_head(mb_reader *reader, const mb_list *paragraphs, mb_meeting *meeting)
{
    mb_slice title = MB_NOTHING;
    for (uint32_t i = 0; i < paragraphs->count; i++) {
        const mb_block *block = paragraphs->items[i];
        if (block->type != mb_block_type_paragraph)
            continue;
        mb_slice text = whole_text(reader, block);
        bool begins = !title.data;
        title = begins ? text : mb_arena_printf(reader->arena, "%.*s %.*s", MB_ARG(title), MB_ARG(text));
        if (i + 1 < paragraphs->count && begins && title_goes_on(reader, block, paragraphs->items[i + 1]))
            continue;
        read_paragraph(reader, title, block->place.line - 1, meeting);
        title = MB_NOTHING;
    }
}

void mb_take_council_as_body(mb_reader *reader, const mb_list *paragraphs, mb_meeting *meeting)
{
    for (uint32_t i = 0; i < paragraphs->count && !meeting->body.data; i++)
        take_council(reader, ((const mb_block *)paragraphs->items[i])->text, meeting);
}

/* ---- the council ---- */

/* The council's name stands near the top of a pack. */
#define COUNCIL_LINES 60
/* "The Royal Borough of Harle and Marlford Council" */
#define COUNCIL_WORDS 9

/* "Cllr Ann Lee     Harle City Council", "Leader of the Council" */
static bool names_somebody(const mb_reader *reader, uint32_t line, mb_slice text)
{
    return mb_is_table_row(reader->text, line) || mb_starts_with(reader->dialect, mb_group_honorific, text, NULL) ||
           mb_starts_with(reader->dialect, mb_group_role_word, text, NULL);
}

void mb_find_council(mb_reader *reader)
{
    const mb_text *text = reader->text;
    uint32_t end = text->count < COUNCIL_LINES ? text->count : COUNCIL_LINES;
    for (uint32_t line = mb_next_text(text, 0, end); line < end && !reader->pack->council.data;
         line = mb_next_text(text, line + 1, end)) {
        mb_slice name = mb_plain_text(reader->scratch, mb_line_text(text, line));
        uint32_t next = mb_next_text(text, line + 1, end);
        if (next < end && mb_names_council(reader, mb_line_text(text, next)) && line > 0) {
            line = next;
            continue; /* a column of the councils that members are of */
        }
        size_t words = mb_slice_words(name);
        bool named = words > 1 && words <= COUNCIL_WORDS && mb_names_council(reader, name) &&
                     !mb_is_phrase(reader->dialect, mb_group_body, name) && mb_office_dash(name) == name.size &&
                     mb_looks_like_heading(name) && mb_is_title_case(reader, name) &&
                     !names_somebody(reader, line, name);
        bool introduced;
        if (named && behind_meeting_of(reader, name, &introduced).data == name.data)
            reader->pack->council = mb_proper_case(reader->arena, mb_arena_copy(reader->arena, name),
                                                   mb_dialect_abbreviations(reader->dialect));
    }
}

void mb_identify_meeting(mb_reader *reader, mb_meeting *meeting)
{
    mb_slice name = mb_arena_printf(reader->scratch, "%.*s %.*s", MB_ARG(meeting->date), MB_ARG(meeting->body));
    meeting->id = mb_slug(reader->arena, name);
}
