/* fields.c: fields by their labels, and by what a sentence says. */
#include "reader/front/fields.h"

#include <ctype.h>

#include "core/unicode.h"
#include "core/working_day.h"
#include "reader/dialect/labels.h"
#include "reader/people/bodies.h"
#include "text/inline.h"

/* Between "issued" and the date: "on", "this". */
#define BEFORE_DATE 12
/* An agenda is out five clear days before its meeting (Local Government Act 1972, section 100B), seldom earlier than: */
#define ISSUED_WITHIN 60
/* A short line below the date can be the place; a longer one is a sentence. */
#define PLACE_WORDS 14
/* The rest of an address, on a line of its own. */
#define ADDRESS_WORDS 6
/* A postcode alone can stand behind a blank line: no other field looks like one. */
#define POSTCODE_LINES 2
#define POSTCODE_WORDS 2

/* ---- what stands behind a label ---- */

static bool take_body(mb_reader *reader, mb_slice value, mb_place place, mb_meeting *meeting)
{
    (void)place;
    return mb_set_body_named(reader, value, meeting);
}

/* A letter bears the date on which it was written; the meeting's is that in its summons. */
static void keep_date_of_letter(mb_reader *reader, const mb_date_hit *date, const mb_meeting *meeting)
{
    mb_slice written = mb_iso_date(reader->arena, date);
    mb_day day = mb_day_of(written), held = mb_day_of(meeting->date);
    if (!reader->pack->issued.data && day < held && held - day <= ISSUED_WITHIN)
        reader->pack->issued = written;
}

static bool take_date(mb_reader *reader, mb_slice value, mb_place place, mb_meeting *meeting)
{
    mb_date_hit date;
    if (!mb_find_date(value, 0, &date))
        return false;
    if (meeting->date.data)
        keep_date_of_letter(reader, &date, meeting);
    else
        mb_set_meeting_date(reader, meeting, &date, place.line - 1);
    return true;
}

/* "18.30", "1830 hours": behind a label a number is a time. */
static bool find_bare_time(mb_slice value, mb_time_hit *time)
{
    int digits[4], count = 0;
    for (size_t at = 0; at < value.size && count < 4; at++) {
        if (isdigit((unsigned char)value.data[at]))
            digits[count++] = value.data[at] - '0';
        else if (value.data[at] != '.' || at == 0)
            break;
    }
    if (count != 4)
        return false;
    *time = (mb_time_hit){.hour = digits[0] * 10 + digits[1], .minute = digits[2] * 10 + digits[3]};
    return time->hour < 24 && time->minute < 60;
}

static bool take_time(mb_reader *reader, mb_slice value, mb_place place, mb_meeting *meeting)
{
    (void)place;
    mb_time_hit time;
    if (!mb_find_time(value, 0, &time) && !find_bare_time(value, &time))
        return false;
    if (!meeting->time.data)
        meeting->time = mb_iso_time(reader->arena, &time);
    return true;
}

/* "Date and time: Tuesday 3 March 2026 at 7.00 pm", "Date: Tuesday 3 March 2026, 7.00 pm" */
static bool take_when(mb_reader *reader, mb_slice value, mb_place place, mb_meeting *meeting)
{
    mb_date_hit date;
    if (!mb_find_date(value, 0, &date))
        return take_time(reader, value, place, meeting);
    take_date(reader, value, place, meeting);
    if (!take_time(reader, mb_slice_from(value, date.end), place, meeting))
        take_time(reader, mb_slice_first(value, date.start), place, meeting);
    return true;
}

/* A running title right below is part of the paragraph: then the place is on its first line. */
static mb_slice without_running_title(mb_reader *reader, mb_slice venue, mb_place place)
{
    mb_date_hit date;
    if (!mb_find_date(venue, 0, &date) || !place.line)
        return venue;
    mb_slice line = mb_plain_text(reader->scratch, mb_line_text(reader->text, place.line - 1));
    size_t shared = 0;
    for (size_t size = 1; size <= line.size && size <= venue.size; size++)
        if (mb_slice_equal(mb_slice_from(line, line.size - size), mb_slice_first(venue, size)))
            shared = size;
    return shared ? mb_slice_first(venue, shared) : venue;
}

static bool take_venue(mb_reader *reader, mb_slice value, mb_place place, mb_meeting *meeting)
{
    value = without_running_title(reader, value, place);
    if (!meeting->venue.data && value.size)
        meeting->venue = mb_proper_case(reader->arena, mb_plain_text(reader->arena, value),
                                        mb_dialect_abbreviations(reader->dialect));
    return value.size > 0;
}

/* The date right behind a phrase such as "Issued", "Published on", "Dated this". */
static bool take_issued(mb_reader *reader, mb_slice value, mb_place place, mb_meeting *meeting)
{
    (void)place, (void)meeting;
    mb_date_hit date;
    if (!mb_find_date(value, 0, &date) || date.start > BEFORE_DATE)
        return false;
    if (!reader->pack->issued.data)
        reader->pack->issued = mb_iso_date(reader->arena, &date);
    return true;
}

/* "Street, Harle", "HA3 9ZZ": the rest of an address, on the line below. */
static bool goes_on_with_address(const mb_reader *reader, const mb_entry *above, const mb_entry *below)
{
    mb_date_hit date;
    mb_slice text = below->text;
    bool postcode = text.size > 3 && mb_is_capitals(text) && isdigit((unsigned char)text.data[text.size - 3]);
    uint32_t near = postcode && mb_slice_words(text) <= POSTCODE_WORDS ? POSTCODE_LINES : 1;
    if (below->taken || below->in_row || below->place.line > above->place.line + near || text.size == 0 ||
        mb_slice_words(text) > ADDRESS_WORDS || mb_is_finished(text) || mb_is_finished(above->text))
        return false;
    bool address = postcode || mb_slice_find(text, MB_TEXT(","), 0) != SIZE_MAX;
    return address && isupper((unsigned char)*text.data) && !mb_begins_front_entry(reader->dialect, text) &&
           !mb_find_date(text, 0, &date) && !mb_starts_with(reader->dialect, mb_group_honorific, text, NULL);
}

static void extend_venue(mb_reader *reader, mb_entries *entries, uint32_t at, mb_meeting *meeting)
{
    if (at + 1 >= entries->count || !goes_on_with_address(reader, &entries->items[at], &entries->items[at + 1]))
        return;
    mb_slice rest =
        mb_proper_case(reader->arena, entries->items[at + 1].text, mb_dialect_abbreviations(reader->dialect));
    if (mb_is_capitals(entries->items[at + 1].text) && !mb_is_capitals(entries->items[at].text))
        rest = entries->items[at + 1].text;
    meeting->venue = mb_arena_printf(reader->arena, "%.*s %.*s", MB_ARG(meeting->venue), MB_ARG(rest));
    entries->items[at + 1].taken = true;
}

static const struct {
    mb_group label;
    bool (*take)(mb_reader *, mb_slice value, mb_place place, mb_meeting *); /* false: the value is none */
} fields[] = {
    {mb_group_issued_label, take_issued}, {mb_group_body_label, take_body}, {mb_group_when_label, take_when},
    {mb_group_date_label, take_when},     {mb_group_time_label, take_time}, {mb_group_venue_label, take_venue},
};

static void read_labelled(mb_reader *reader, mb_entries *entries, uint32_t entry, mb_meeting *meeting)
{
    mb_entry *of = &entries->items[entry];
    bool had_venue = meeting->venue.data != NULL;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        mb_hit hit;
        if (!mb_starts_with_label(reader->dialect, fields[i].label, of->text, &hit))
            continue;
        uint32_t at;
        mb_slice value = mb_entry_value(reader, entries, entry, hit.end, &at);
        if (fields[i].take(reader, value, entries->items[at].place, meeting)) {
            of->taken = entries->items[at].taken = true;
            if (fields[i].label == mb_group_venue_label && !had_venue)
                extend_venue(reader, entries, at, meeting);
            return;
        }
    }
}

/* ---- what a sentence says ---- */

/* "This agenda was published on 3 March 2026": the phrase anywhere, a date right behind it. */
static void read_issued(mb_reader *reader, mb_entry *entry, mb_meeting *meeting)
{
    mb_hit hit;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_issued_label, entry->text, at, &hit); at = hit.end)
        if (take_issued(reader, mb_slice_from(entry->text, hit.end), entry->place, meeting)) {
            entry->taken = true;
            return;
        }
}

/* "The Panel will have a pre-meeting at 9.30am" */
static void read_pre_meeting(mb_reader *reader, const mb_entry *entry, mb_meeting *meeting)
{
    mb_hit hit;
    mb_time_hit time;
    if (meeting->pre_meeting.data || !mb_contains(reader->dialect, mb_group_pre_meeting, entry->text, &hit))
        return;
    mb_slice value = mb_slice_from(entry->text, hit.end);
    if (mb_find_time(value.size ? value : entry->beside, 0, &time))
        meeting->pre_meeting = mb_iso_time(reader->arena, &time);
}

/* The entries that no label tells: paragraphs of a running title, or of a summons. */
static mb_list running_text(mb_reader *reader, const mb_entries *entries)
{
    mb_list paragraphs = {0};
    for (uint32_t i = 0; i < entries->count; i++) {
        const mb_entry *entry = &entries->items[i];
        if (entry->taken || entry->in_row)
            continue;
        mb_block *paragraph = mb_list_add(reader->scratch, &paragraphs, mb_block);
        paragraph->type = mb_block_type_paragraph;
        paragraph->text = entry->text;
        paragraph->place = entry->place;
    }
    return paragraphs;
}

static void take_venue_below(mb_reader *reader, mb_entries *entries, uint32_t entry, mb_meeting *meeting)
{
    take_venue(reader, entries->items[entry].text, entries->items[entry].place, meeting);
    extend_venue(reader, entries, entry, meeting);
}

/* Under its date, or the time below that, on a line of its own: "Corn Hall, Market Place, Harle". */
static void read_venue_below_date(mb_reader *reader, mb_entries *entries, mb_meeting *meeting)
{
    mb_date_hit date;
    mb_time_hit time;
    mb_hit hit;
    for (uint32_t i = 0; i + 1 < entries->count && !meeting->venue.data; i++) {
        uint32_t next = i + 1;
        if (mb_find_time(entries->items[next].text, 0, &time) && time.start == 0 &&
            time.end == entries->items[next].text.size && next + 1 < entries->count)
            next++;
        mb_slice below = entries->items[next].text;
        bool dated = mb_find_date(entries->items[i].text, 0, &date) &&
                     mb_slice_equal(mb_iso_date(reader->scratch, &date), meeting->date);
        if (dated && mb_slice_words(below) <= PLACE_WORDS && !mb_is_finished(below) &&
            mb_contains(reader->dialect, mb_group_room, below, &hit))
            take_venue_below(reader, entries, next, meeting);
    }
}

/* A place that is a room as well is one where people meet. */
static bool is_online(const mb_dialect *dialect, mb_slice venue)
{
    mb_hit hit;
    return mb_starts_with(dialect, mb_group_online_venue, venue, NULL) ||
           (mb_contains(dialect, mb_group_online_venue, venue, &hit) &&
            !mb_contains(dialect, mb_group_room, venue, &hit));
}

/* "You are invited to attend a meeting of the Roads Panel, to be held on Monday …": tells more than any label above. */
static void read_summons(mb_reader *reader, const mb_entries *entries, mb_meeting *meeting)
{
    for (uint32_t i = 0; i < entries->count; i++) {
        const mb_entry *entry = &entries->items[i];
        if (!mb_starts_with(reader->dialect, mb_group_summons, entry->text, NULL))
            continue;
        mb_block paragraph = {.type = mb_block_type_paragraph, .text = entry->text, .place = entry->place};
        mb_list paragraphs = {0};
        mb_list_push(reader->scratch, &paragraphs, &paragraph);
        mb_read_meeting_head(reader, &paragraphs, meeting);
    }
}

void mb_read_front_fields(mb_reader *reader, mb_entries *entries, mb_meeting *meeting)
{
    read_summons(reader, entries, meeting);
    for (uint32_t i = 0; i < entries->count; i++) {
        if (!entries->items[i].taken)
            read_labelled(reader, entries, i, meeting);
        if (!entries->items[i].taken)
            read_issued(reader, &entries->items[i], meeting);
        read_pre_meeting(reader, &entries->items[i], meeting);
    }
    mb_list paragraphs = running_text(reader, entries);
    mb_read_meeting_head(reader, &paragraphs, meeting);
    read_venue_below_date(reader, entries, meeting);
    meeting->online = is_online(reader->dialect, meeting->venue);
}

bool mb_begins_front_line(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    return mb_begins_front_entry(reader->dialect, text) ||
           mb_starts_with(reader->dialect, mb_group_pre_meeting, text, NULL) || mb_stands_below_council(reader, line);
}

/* ---- the broadcast ---- */

/* The address of a page that begins at or behind `from`, without the punctuation of its sentence. */
static mb_slice find_url(mb_slice text, size_t from)
{
    size_t http = mb_slice_find(text, MB_TEXT("http"), from), www = mb_slice_find(text, MB_TEXT("www."), from);
    size_t at = http < www ? http : www;
    if (at == SIZE_MAX)
        return MB_NOTHING;
    size_t end = at;
    while (end < text.size && !isspace((unsigned char)text.data[end]) && !strchr("<>()\"", text.data[end]))
        end++;
    while (end > at && strchr(".,;:", text.data[end - 1]))
        end--;
    return mb_slice_between(text.data + at, text.data + end);
}

static bool take_webcast(mb_reader *reader, mb_slice text, mb_meeting *meeting)
{
    mb_hit hit;
    if (meeting->webcast.data || !mb_contains(reader->dialect, mb_group_webcast, text, &hit))
        return meeting->webcast.data != NULL;
    meeting->webcast = find_url(text, hit.start);
    return meeting->webcast.data != NULL;
}

void mb_read_webcast(mb_reader *reader, const mb_entries *entries, mb_meeting *meeting)
{
    for (uint32_t i = 0; i < entries->count; i++)
        if (take_webcast(reader, entries->items[i].text, meeting))
            return;
    for (uint32_t i = 0; i < meeting->notes.count; i++) {
        const mb_note *note = meeting->notes.items[i];
        for (uint32_t b = 0; b < note->blocks.count; b++) {
            const mb_block *block = note->blocks.items[b];
            if (block->type == mb_block_type_paragraph && take_webcast(reader, block->text, meeting))
                return;
        }
    }
}

/* ---- the date of issue without a word ---- */

void mb_read_bare_issue_date(mb_reader *reader, const mb_entries *entries, const mb_meeting *meeting)
{
    mb_day held = meeting->date.data ? mb_day_of(meeting->date) : MB_NO_DAY;
    for (uint32_t i = 0; i < entries->count && held != MB_NO_DAY && !reader->pack->issued.data; i++) {
        mb_date_hit date;
        mb_slice text = entries->items[i].text;
        if (entries->items[i].taken || !mb_find_date(text, 0, &date) || date.start > 0 || date.end < text.size)
            continue;
        mb_slice printed = mb_iso_date(reader->arena, &date);
        mb_day day = mb_day_of(printed);
        if (day < held && held - day <= ISSUED_WITHIN)
            reader->pack->issued = printed;
    }
}
