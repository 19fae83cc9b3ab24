/* agenda.c: items of business.
 *
 * An item shows itself by a number that counts on, or, where extraction lost the number, by a bullet or a time before a
 * title in capitals. The numbers that are left say how many items were lost between them. */
#include "reader/agenda/agenda.h"

#include <ctype.h>

#include "reader/agenda/exempt.h"
#include "reader/agenda/item.h"
#include "reader/agenda/numbers.h"
#include "reader/agenda/pages.h"
#include "reader/agenda/text.h"
#include "reader/dialect/labels.h"
#include "reader/front/clerk.h"
#include "reader/minutes/speech.h"
#include "reader/minutes/unnumbered_headings.h"
#include "reader/people/person_name.h"
#include "reader/reports/headings.h"
#include "reader/sentences.h"
#include "text/inline.h"
#include "text/marker.h"
#include "text/tables.h"

/* Numbers are lost one or two at a time; a number that is further on counts something else. */
#define LOST_AT_MOST 4
/* An agenda begins with one of its first items. */
#define FIRST_AT_MOST 4
/* A year, or the number of a decision, has so many figures. */
#define REFERENCE_DIGITS 4
/* What stands below a title is looked for within so many lines: a title has no more. */
#define TITLE_LINES 12
/* What ends with a full stop and has more words is a sentence, unless a few words and a colon begin it. */
#define STOPPED_WORDS 10
#define RUN_IN_WORDS  6
/* Fewer are a list within an item. */
#define FEW_STOPPED 3
/* Extraction leaves so many lines blank between a title and what stands beside it. */
#define GAP_LINES 2

typedef enum certainty {
    NO_ITEM,
    BY_CAPITALS,        /* a title in capitals */
    BY_MARK,            /* and a bullet or a time before it */
    BY_STOPPED_NUMBER,  /* a number, and a title with a full stop: "2. Declarations of interest." */
    BY_COMPOUND_NUMBER, /* "A1", "26/014" */
    BY_NUMBER
} certainty;

typedef struct candidate {
    mb_heading heading;
    certainty certainty;
    char suffix; /* 'a' of "5a", or 0 */
    size_t skip; /* bytes of the title's line before the title */
    bool accepted;
} candidate;

/* "2025/26 Budget", "26/00014 - Verges": a title, for all that it begins with figures. */
static mb_slice behind_reference(mb_slice title)
{
    size_t at = 0;
    while (at < title.size && isdigit((unsigned char)title.data[at]))
        at++;
    if (at < REFERENCE_DIGITS && !(at && at < title.size && title.data[at] == '/'))
        return title;
    while (at < title.size && (isdigit((unsigned char)title.data[at]) || strchr("/- ", title.data[at])))
        at++;
    return mb_slice_from(title, at);
}

static mb_slice before_bracket(mb_slice title)
{
    return mb_slice_trim(mb_slice_first(title, mb_slice_find(title, MB_TEXT("("), 0)));
}

/* Where the title ends in "Minutes: to approve the minutes.", behind its colon; 0 where there is none. */
static size_t run_in_end(mb_slice title)
{
    size_t colon = mb_slice_find(title, MB_TEXT(": "), 0);
    return colon < title.size && mb_slice_words(mb_slice_first(title, colon)) <= RUN_IN_WORDS ? colon + 1 : 0;
}

/* "Declarations of interest.", "Minutes: to approve the minutes of the last meeting." A sentence is longer. */
static bool is_stopped_title(const mb_reader *reader, mb_slice title)
{
    if (!mb_slice_ends(title, MB_TEXT(".")) || title.size == 0 || !isupper((unsigned char)*title.data))
        return false;
    size_t end = run_in_end(title);
    return mb_is_usual_title(reader, title) || end || mb_slice_words(title) <= STOPPED_WORDS;
}

/* What stands before a title: a bullet, a number, a time. */
static candidate look(const mb_reader *reader, uint32_t line, uint32_t end)
{
    candidate found = {.heading = {.line = line, .title = line}};
    mb_slice whole = mb_line_text(reader->text, line), text = whole;
    mb_marker marker = mb_bullet_of(text);
    bool bullet = marker.form && marker.rest.size > 0;
    if (bullet)
        text = marker.rest;
    found.heading.number = mb_agenda_number_of(reader->dialect, text, &found.suffix);
    text = mb_slice_trim(mb_slice_from(text, found.heading.number.end));
    if (text.size == 0 && found.heading.number.count) {
        found.heading.title = mb_next_text(reader->text, line + 1, end);
        if (found.heading.title == end)
            return found;
        whole = text = mb_line_text(reader->text, found.heading.title);
    }
    found.skip = (size_t)(text.data - whole.data);
    bool aside = reader->text->lines[found.heading.title].aside > 0;
    mb_slice title = mb_behind_time(text);
    bool timed = title.data != text.data;
    if (found.heading.number.count && !mb_is_compound(&found.heading.number) && !found.suffix &&
        !mb_looks_like_heading(title) && is_stopped_title(reader, title)) {
        found.certainty = BY_STOPPED_NUMBER;
        return found;
    }
    if (mb_is_table_row(reader->text, line) || !mb_looks_like_heading(behind_reference(title)))
        return found;
    if (found.heading.number.count)
        found.certainty = mb_is_compound(&found.heading.number) ? BY_COMPOUND_NUMBER : BY_NUMBER;
    else if (mb_is_capitals(before_bracket(title)) || aside)
        found.certainty = bullet || timed || aside ? BY_MARK : BY_CAPITALS;
    return found;
}

/* "B2 Bus shelters", "Item 2": a word with a figure begins an item, a figure alone may be part of a date. */
static bool begins_worded_number(const mb_reader *reader, uint32_t line)
{
    char suffix;
    mb_slice text = mb_line_text(reader->text, line);
    mb_item_number number = mb_agenda_number_of(reader->dialect, text, &suffix);
    return mb_is_compound(&number) || (number.count && number.printed.data != text.data);
}

/* The title goes on no further than to what is said of the item: who presents it, what is to be done. */
static uint32_t title_limit(const mb_reader *reader, uint32_t title, uint32_t end)
{
    uint32_t limit = end - title > TITLE_LINES ? title + TITLE_LINES : end;
    uint32_t line = mb_next_text(reader->text, title + 1, limit);
    while (line < limit && !mb_begins_item_text(reader, line) && !begins_worded_number(reader, line))
        line = mb_next_text(reader->text, line + 1, limit);
    return line < limit ? line : end;
}

/* The title without its full stop; or the words before the colon, and the text goes on behind it. */
static void read_stopped_title(mb_reader *reader, candidate *found)
{
    mb_slice line = mb_line_text(reader->text, found->heading.title);
    mb_slice title = mb_slice_from(line, found->skip);
    size_t end = run_in_end(title);
    found->heading.end = found->heading.title + (end == 0);
    found->heading.rest = end ? found->skip + end : 0;
    found->heading.text = mb_plain_text(reader->arena, mb_without_stop(end ? mb_slice_first(title, end) : title));
}

/* Where most of the numbers that count from one stand before titles with full stops, these are items like the others. */
static void trust_stops(candidate *candidates, uint32_t count)
{
    uint32_t stopped = 0, others = 0, last = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t number = candidates[i].heading.number.parts[0];
        bool counts = candidates[i].certainty == BY_STOPPED_NUMBER || candidates[i].certainty == BY_NUMBER;
        if (!counts || number != last + 1)
            continue;
        stopped += candidates[i].certainty == BY_STOPPED_NUMBER;
        others += candidates[i].certainty == BY_NUMBER;
        last = number;
    }
    for (uint32_t i = 0; i < count; i++)
        if (candidates[i].certainty == BY_STOPPED_NUMBER)
            candidates[i].certainty = stopped >= FEW_STOPPED && stopped > others ? BY_NUMBER : NO_ITEM;
}

static uint32_t find_candidates(mb_reader *reader, mb_line_range lines, candidate *candidates)
{
    uint32_t count = 0;
    for (uint32_t line = lines.first; line < lines.end;) {
        line = mb_next_text(reader->text, line, lines.end);
        if (line == lines.end)
            break;
        candidate found = look(reader, line, lines.end);
        if (found.certainty == NO_ITEM) {
            line++;
            continue;
        }
        if (found.certainty == BY_STOPPED_NUMBER)
            read_stopped_title(reader, &found);
        else
            mb_read_title(reader, &found.heading, found.skip, title_limit(reader, found.heading.title, lines.end));
        line = found.heading.rest ? found.heading.end + 1 : found.heading.end;
        candidates[count++] = found;
    }
    return count;
}

/* Takes the strongest of the unnumbered candidates between two numbers, as many as numbers are missing. */
static void accept_lost(candidate *candidates, uint32_t first, uint32_t end, uint32_t missing)
{
    for (certainty by = BY_MARK; by >= BY_CAPITALS; by--)
        for (uint32_t i = end; i > first && missing; i--)
            if (!candidates[i - 1].accepted && candidates[i - 1].certainty == by) {
                candidates[i - 1].accepted = true;
                missing--;
            }
}

/* A supplement has single items of a longer agenda: its numbers rise, but begin and go on anywhere. False where nothing
 * is numbered. */
static bool accept_supplement(candidate *candidates, uint32_t count)
{
    uint32_t last_number = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t number = candidates[i].heading.number.parts[0];
        if (candidates[i].certainty != BY_NUMBER || number <= last_number)
            continue;
        candidates[i].accepted = true;
        last_number = number;
    }
    return last_number > 0;
}

/* "5a" behind 5, "5b" behind "5a". */
static bool is_next_letter(const candidate *next, const candidate *last)
{
    return next->suffix && last && next->heading.number.parts[0] == last->heading.number.parts[0] &&
           next->suffix == (last->suffix ? last->suffix + 1 : 'a');
}

/* Items whose numbers count from one; returns how many there are. */
static uint32_t accept_counted(candidate *candidates, uint32_t count, uint32_t *behind_last)
{
    uint32_t last_number = 0, accepted = 0;
    const candidate *last = NULL;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t number = candidates[i].heading.number.parts[0];
        uint32_t ahead = last_number ? LOST_AT_MOST : FIRST_AT_MOST;
        bool letter = candidates[i].certainty == BY_NUMBER && is_next_letter(&candidates[i], last);
        if (candidates[i].certainty != BY_NUMBER ||
            (!letter && (number <= last_number || number > last_number + ahead || candidates[i].suffix)))
            continue;
        if (!letter)
            accept_lost(candidates, *behind_last, i, number - last_number - 1);
        candidates[i].accepted = true;
        last = &candidates[i];
        last_number = number;
        *behind_last = i + 1;
        accepted++;
    }
    return accepted;
}

/* Whether one compound number can follow another: "A2" or "B1" behind "A1", "26/015" behind "26/014". */
static bool counts_on(const mb_item_number *last, const mb_item_number *next)
{
    int order = mb_slice_compare(next->prefix, last->prefix);
    if (order || next->count != last->count)
        return order > 0 && next->parts[next->count - 1] <= FIRST_AT_MOST;
    for (uint32_t i = 0; i < next->count; i++)
        if (next->parts[i] != last->parts[i])
            return next->parts[i] > last->parts[i] && next->parts[i] <= last->parts[i] + LOST_AT_MOST;
    return false;
}

/* The compound numbers that count on from the one at `first`; they are accepted where `take`. */
static uint32_t follow_compound(candidate *candidates, uint32_t count, uint32_t first, bool take)
{
    const candidate *last = NULL;
    uint32_t length = 0;
    for (uint32_t i = first; i < count; i++) {
        candidate *next = &candidates[i];
        if (next->certainty != BY_COMPOUND_NUMBER || (last && !counts_on(&last->heading.number, &next->heading.number)))
            continue;
        last = next;
        next->accepted |= take;
        length++;
    }
    return length;
}

/* Items that are numbered "A1" or "26/014". False where there are none, or one. */
static bool accept_compound(candidate *candidates, uint32_t count)
{
    uint32_t best = 0, length = 0, tried = 0;
    for (uint32_t i = 0; i < count && tried < FIRST_AT_MOST; i++) {
        if (candidates[i].certainty != BY_COMPOUND_NUMBER)
            continue;
        uint32_t here = follow_compound(candidates, count, i, false);
        if (here > length) {
            length = here;
            best = i;
        }
        tried++;
    }
    if (length < 2)
        return false;
    for (uint32_t i = 0; i < count; i++)
        candidates[i].accepted = false;
    follow_compound(candidates, count, best, true);
    return true;
}

static void accept(candidate *candidates, uint32_t count)
{
    uint32_t behind_last = 0;
    uint32_t counted = accept_counted(candidates, count, &behind_last);
    if ((counted < 2 && accept_compound(candidates, count)) || (!counted && accept_supplement(candidates, count)))
        return;
    uint32_t at_the_end = 0;
    for (uint32_t i = behind_last; i < count; i++)
        at_the_end += candidates[i].certainty == BY_MARK || counted == 0;
    accept_lost(candidates, behind_last, count, at_the_end);
}

static void number_item(mb_reader *reader, const candidate *from, uint32_t number, mb_agenda_item *item)
{
    if (from->heading.number.count) {
        item->number = item->printed_number = from->heading.number.printed;
        return;
    }
    item->number = mb_arena_printf(reader->arena, "%u", number);
    mb_offer_correction(reader, mb_target_at(agenda_item, item), "number",
                        mb_remark(reader, mb_code_agenda_number_inferred, from->heading.line,
                                  "item %.*s lost its number, inferred from the items around it",
                                  MB_ARG(item->number)));
}

/* Some councils number nothing: a number is only inferred beside one that is printed. */
static bool is_numbered(const candidate *candidates, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (candidates[i].accepted && candidates[i].heading.number.count)
            return true;
    return false;
}

static uint32_t next_accepted(const candidate *candidates, uint32_t count, uint32_t from)
{
    while (from < count && !candidates[from].accepted)
        from++;
    return from;
}

/* How many bytes at the title's end stood at the right margin. */
static size_t aside_of(const mb_reader *reader, const mb_heading *heading)
{
    size_t aside = reader->text->lines[heading->end - 1].aside;
    if (!aside && heading->end - 1 > heading->title)
        aside = reader->text->lines[heading->end - 2].aside;
    return aside < heading->text.size ? aside : 0;
}

/* "(Pages 5 - 18)" below the title, over one line or two, is part of the heading; `details` gets it. Returns the line behind
 * it, or `line`. */
static uint32_t details_end(mb_reader *reader, uint32_t line, uint32_t end, mb_slice *details)
{
    uint32_t first = mb_next_text(reader->text, line, end);
    uint32_t second = first < end ? mb_next_text(reader->text, first + 1, end) : end;
    if (first >= end || first - line > GAP_LINES)
        return line;
    *details = mb_line_text(reader->text, first);
    if (mb_are_item_details(reader, *details) && mb_slice_find(*details, MB_TEXT(")"), 0) != SIZE_MAX)
        return first + 1;
    if (second >= end || *details->data != '(' || mb_slice_find(*details, MB_TEXT(")"), 0) != SIZE_MAX)
        return line;
    *details = mb_join_lines(reader, (mb_line_range){first, second + 1});
    return mb_are_item_details(reader, *details) ? second + 1 : line;
}

static void read_items(mb_reader *reader, const candidate *candidates, uint32_t count, uint32_t end,
                       mb_meeting *meeting)
{
    uint32_t number = 0;
    bool numbered = is_numbered(candidates, count);
    for (uint32_t i = next_accepted(candidates, count, 0); i < count;) {
        const candidate *from = &candidates[i];
        i = next_accepted(candidates, count, i + 1);
        number = from->certainty == BY_NUMBER ? from->heading.number.parts[0] : number + 1;
        mb_agenda_item *item = mb_list_add(reader->arena, &meeting->agenda, mb_agenda_item);
        item->place = mb_place_of(reader->text, from->heading.line);
        uint32_t body_end = i < count ? candidates[i].heading.line : end;
        mb_slice details = MB_NOTHING;
        mb_heading heading = from->heading;
        if (!heading.rest)
            heading.end = details_end(reader, heading.end, body_end, &details);
        item->printed = mb_printed_heading(reader, &heading);
        if (numbered)
            number_item(reader, from, number, item);
        mb_read_agenda_title(reader, from->heading.text, aside_of(reader, &from->heading), item);
        if (heading.end > from->heading.end)
            mb_read_item_details(reader, details, item);
        if (heading.rest)
            mb_read_lines(reader, (mb_line_range){heading.end, body_end}, heading.rest, &item->blocks);
        else
            mb_read_lines_cut(reader, (mb_line_range){heading.end, body_end}, mb_begins_item_text, &item->blocks);
        mb_read_item_text(reader, item);
    }
}

/* Below the items: "Circulation: …", "For further information please contact …"; the name and the office of who signs. */
static bool begins_tail(const mb_reader *reader, uint32_t line, uint32_t end)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_hit hit;
    if (mb_starts_with_label(reader->dialect, mb_group_member_label, text, &hit) ||
        mb_starts_with(reader->dialect, mb_group_contact_sentence, text, NULL))
        return true;
    uint32_t next = mb_next_text(reader->text, line + 1, end);
    if (next >= end)
        return false;
    size_t comma = mb_slice_find(text, MB_TEXT(","), 0);
    bool signs = comma < text.size && mb_is_full_name(reader->dialect, mb_slice_first(text, comma)) &&
                 mb_names_role_alone(reader, mb_slice_trim(mb_slice_from(text, comma + 1))) &&
                 mb_starts_with(reader->dialect, mb_group_phone_label, mb_line_text(reader->text, next), NULL);
    return signs || (mb_is_full_name(reader->dialect, text) && mb_is_office_line(reader, next));
}

static uint32_t find_tail(const mb_reader *reader, const candidate *candidates, uint32_t count, uint32_t end)
{
    uint32_t behind = end;
    for (uint32_t i = 0; i < count; i++)
        if (candidates[i].accepted)
            behind = candidates[i].heading.end;
    uint32_t line = mb_next_text(reader->text, behind, end);
    while (line < end && !begins_tail(reader, line, end))
        line = mb_next_text(reader->text, line + 1, end);
    return line;
}

void mb_read_agenda(mb_reader *reader, mb_line_range lines, mb_meeting *meeting)
{
    uint32_t clerk = mb_find_clerk(reader, lines);
    candidate *candidates = mb_new_array(reader->scratch, candidate, lines.end - lines.first + 1);
    uint32_t heading = lines.first;
    uint32_t count = find_candidates(reader, (mb_line_range){heading + 1, clerk}, candidates);
    trust_stops(candidates, count);
    accept(candidates, count);
    uint32_t first = next_accepted(candidates, count, 0);
    uint32_t items = first < count ? candidates[first].heading.line : clerk;
    mb_read_lines(reader, (mb_line_range){heading, items}, 0, &meeting->front_matter);
    uint32_t tail = find_tail(reader, candidates, count, clerk);
    read_items(reader, candidates, count, tail, meeting);
    mb_read_page_ranges(reader, (mb_line_range){items, lines.end}, meeting);
    mb_find_exempt_items(reader, meeting);
    if (tail < lines.end)
        mb_read_clerk(reader, (mb_line_range){tail, lines.end}, meeting);
}
