/* headings.c: finds numbered headings and reads their titles. */
#include "reader/reports/headings.h"

#include <ctype.h>

#include "reader/agenda/text.h"
#include "reader/when.h"
#include "text/inline.h"
#include "text/marker.h"
#include "text/tables.h"
#include "text/values.h"
#include "text/wraps.h"

/* A longer text is a sentence. */
#define HEADING_SIZE 220
/* A title of so many bytes beside figures at the margin may have filled its column; what is left of it is short. */
#define WIDE_TITLE 45
#define LAST_WORDS 6
/* A title of so many bytes is broken somewhere, however wide the page. */
#define LONG_TITLE 60
#define YEAR_SIZE  4
/* A heading over more lines is none. */
#define HEADING_LINES 5

static bool begins_like_heading(mb_slice text)
{
    unsigned char c = text.size ? (unsigned char)*text.data : 0;
    return isupper(c) || c == '"' || c == '\'' || c >= 0xC3 || (c == '*' && text.size > 4);
}

bool mb_looks_like_heading(mb_slice text)
{
    bool sentence =
        mb_slice_ends(text, MB_TEXT(".")) || mb_slice_ends(text, MB_TEXT(";")) || mb_slice_ends(text, MB_TEXT(","));
    return text.size <= HEADING_SIZE && begins_like_heading(text) && (!sentence || mb_is_capitals(text));
}

bool mb_is_title_case(const mb_reader *reader, mb_slice text)
{
    for (size_t at = 0; at < text.size;) {
        size_t end = mb_slice_find(text, MB_TEXT(" "), at);
        end = end < text.size ? end : text.size;
        mb_slice word = mb_slice_between(text.data + at, text.data + end);
        if (word.size && islower((unsigned char)*word.data) &&
            !mb_is_phrase(reader->dialect, mb_group_name_joiner, word))
            return false;
        at = end + 1;
    }
    return true;
}

static bool opens_bracket(mb_slice text)
{
    int depth = 0;
    for (size_t i = 0; i < text.size; i++)
        depth += (text.data[i] == '(') - (text.data[i] == ')');
    return depth > 0;
}

/* "B - Matters for decision": a part of an agenda, between two of its items. */
static bool names_part(mb_slice line)
{
    if (line.size < 5 || !isupper((unsigned char)*line.data))
        return false;
    mb_slice behind = mb_slice_from(line, 1);
    return mb_slice_starts(behind, MB_TEXT(" - ")) || mb_slice_starts(behind, MB_TEXT(" \xE2\x80\x93 "));
}

/* A number, any other marker or a time begins something new. */
static bool begins_anew(mb_slice line)
{
    mb_time_hit time;
    return mb_item_number_of(line).count || mb_marker_of(line).form || names_part(line) ||
           (mb_find_time(line, 0, &time) && time.start == 0);
}

/* Whether a line that begins with a small letter is the last of its title: no sentence, and behind it a gap, or what is
 * said of an item; or a few words, and a line behind them that begins anew. */
static bool ends_title(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    bool gap = line + 1 == reader->text->count || !mb_line_is_text(reader->text, line + 1) ||
               mb_begins_item_text(reader, line + 1);
    if (!gap && mb_slice_words(text) <= LAST_WORDS)
        gap = !mb_starts_small(mb_line_text(reader->text, line + 1));
    return gap && islower((unsigned char)*text.data) && !mb_is_finished(text);
}

/* "12. Changes to the Constitution - Financial and Contract          7 - 56" over "Procedure Rules", with a gap behind it: what
 * stands at the margin made the title's column narrower. */
static bool goes_on_beside_margin(const mb_reader *reader, mb_slice title, uint32_t last, uint32_t next)
{
    uint32_t aside = reader->text->lines[last].aside;
    mb_slice line = mb_line_text(reader->text, next);
    bool gap = next + 1 == reader->text->count || !mb_line_is_text(reader->text, next + 1);
    return aside && gap && title.size > aside + WIDE_TITLE && mb_slice_words(line) <= LAST_WORDS &&
           !mb_is_finished(line) && !mb_starts_with(reader->dialect, mb_group_item_text, line, NULL);
}

/* "1. Welcome, apologies for absence, and what was left open at" over "the last meeting", which is no sentence. */
static bool goes_on_small(const mb_reader *reader, mb_slice title, uint32_t last, uint32_t next)
{
    mb_slice line = mb_line_text(reader->text, next);
    return mb_starts_small(line) && !mb_is_finished(line) &&
           !mb_starts_with(reader->dialect, mb_group_item_text, line, NULL) &&
           (title.size >= LONG_TITLE || mb_is_full(reader->text, last, next));
}

/* "2024-25", "2024/2025": the end of a title, and neither capitals nor small letters. */
static bool is_years(mb_slice line)
{
    return line.size > YEAR_SIZE + 1 && line.size <= 2 * YEAR_SIZE + 1 && mb_is_year(line) &&
           mb_slice_is_digits(mb_slice_from(line, YEAR_SIZE + 1));
}

/* Whether a title goes on from line `last` to line `next`. */
static bool title_goes_on(const mb_reader *reader, mb_slice title, uint32_t last, uint32_t next)
{
    mb_slice line = mb_line_text(reader->text, next);
    bool adjacent = next == last + 1;
    if (mb_is_table_row(reader->text, next))
        return false;
    if (opens_bracket(title) && mb_slice_find(line, MB_TEXT(")"), 0) != SIZE_MAX)
        return true;
    if (adjacent && !begins_anew(line) && goes_on_beside_margin(reader, title, last, next))
        return true;
    if (!adjacent || begins_anew(line) || mb_is_unwrapped(reader->text, last) || reader->text->lines[last].aside)
        return false;
    if (reader->text->lines[next].aside)
        return true;
    if (is_years(line))
        return true;
    mb_slice words = mb_slice_first(title, mb_slice_find(title, MB_TEXT("("), 0));
    if (mb_is_capitals(words))
        return mb_is_capitals(mb_slice_first(line, mb_slice_find(line, MB_TEXT("("), 0)));
    if (!mb_is_finished(title) && (ends_title(reader, next) || (mb_starts_small(line) && mb_breaks_off(title)) ||
                                   goes_on_small(reader, title, last, next)))
        return true;
    bool lone = next + 1 == reader->text->count || !mb_line_is_text(reader->text, next + 1);
    bool full = mb_is_full(reader->text, last, next) ||
                (lone && !mb_is_finished(title) && mb_is_nearly_full(reader->text, last));
    return !mb_is_capitals(line) && mb_looks_like_heading(line) && full;
}

void mb_read_title(mb_reader *reader, mb_heading *heading, size_t skip, uint32_t end)
{
    mb_slice pieces[HEADING_LINES + 1]; /* one more for what stands at the margin, which comes last */
    uint32_t count = 0, last = heading->title;
    pieces[count++] = mb_slice_trim(mb_slice_from(mb_line_text(reader->text, last), skip));
    mb_read_inline(reader->arena, (mb_pieces){pieces, count}, &heading->text, NULL);
    while (count < HEADING_LINES) {
        uint32_t next = mb_next_text(reader->text, last + 1, end);
        if (next >= end || !title_goes_on(reader, heading->text, last, next))
            break;
        uint32_t aside = reader->text->lines[next].aside ? 0 : reader->text->lines[last].aside;
        mb_slice margin = MB_NOTHING;
        if (aside && aside < pieces[count - 1].size) {
            margin = mb_slice_from(pieces[count - 1], pieces[count - 1].size - aside);
            pieces[count - 1] = mb_slice_trim_end(mb_slice_first(pieces[count - 1], pieces[count - 1].size - aside));
        }
        pieces[count++] = mb_line_text(reader->text, next);
        if (margin.data)
            pieces[count++] = margin;
        mb_read_inline(reader->arena, (mb_pieces){pieces, count}, &heading->text, NULL);
        last = next;
        if (margin.data)
            break;
    }
    heading->end = last + 1;
}

mb_slice mb_printed_heading(mb_reader *reader, const mb_heading *heading)
{
    if (heading->rest == 0)
        return mb_join_lines(reader, (mb_line_range){heading->line, heading->end});
    return mb_plain_text(reader->arena, mb_slice_first(mb_line_text(reader->text, heading->end), heading->rest));
}

void mb_offer_number(mb_reader *reader, const mb_heading *heading, mb_target headed)
{
    if (heading->remark)
        mb_offer_correction(reader, headed, "number", heading->remark);
}
