/* headings.c: finds numbered headings and reads their titles. */
#include "reader/headings.h"

#include <ctype.h>

#include "reader/when.h"
#include "text/inline.h"
#include "text/marker.h"
#include "text/tables.h"
#include "text/wraps.h"

/* A longer text is a sentence. */
#define HEADING_SIZE 220
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

static bool opens_bracket(mb_slice text)
{
    int depth = 0;
    for (size_t i = 0; i < text.size; i++)
        depth += (text.data[i] == '(') - (text.data[i] == ')');
    return depth > 0;
}

/* A number, any other marker or a time begins something new. */
static bool begins_anew(mb_slice line)
{
    mb_time_hit time;
    return mb_item_number_of(line).count || mb_marker_of(line).form ||
           (mb_find_time(line, 0, &time) && time.start == 0);
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
    if (!adjacent || begins_anew(line) || reader->text->lines[last].kind == MB_TEXT_MARKDOWN)
        return false;
    if (mb_is_capitals(title))
        return mb_is_capitals(mb_slice_first(line, mb_slice_find(line, MB_TEXT("("), 0)));
    return !mb_is_capitals(line) && mb_looks_like_heading(line) && mb_is_full(reader->text, last, next);
}

void mb_read_title(mb_reader *reader, mb_heading *heading, size_t skip, uint32_t end)
{
    mb_slice pieces[HEADING_LINES];
    uint32_t count = 0, last = heading->title;
    pieces[count++] = mb_slice_trim(mb_slice_from(mb_line_text(reader->text, last), skip));
    mb_read_inline(reader->arena, (mb_pieces){pieces, count}, &heading->text, NULL);
    while (count < HEADING_LINES) {
        uint32_t next = mb_next_text(reader->text, last + 1, end);
        if (next >= end || !title_goes_on(reader, heading->text, last, next))
            break;
        pieces[count++] = mb_line_text(reader->text, next);
        mb_read_inline(reader->arena, (mb_pieces){pieces, count}, &heading->text, NULL);
        last = next;
    }
    heading->end = last + 1;
}

/* A heading that could begin on `line`: a number, and a title behind it or on the next line of text. */
static bool candidate_at(const mb_reader *reader, uint32_t line, uint32_t end, bool capitals, mb_heading *heading)
{
    mb_slice text = mb_line_text(reader->text, line);
    *heading = (mb_heading){.line = line, .title = line, .number = mb_item_number_of(text)};
    if (heading->number.count == 0 || mb_is_table_row(reader->text, line))
        return false;
    mb_slice title = mb_slice_trim(mb_slice_from(text, heading->number.end));
    if (title.size == 0) {
        heading->title = mb_next_text(reader->text, line + 1, end);
        if (heading->title >= end)
            return false;
        title = mb_line_text(reader->text, heading->title);
    }
    return mb_looks_like_heading(title) && (!capitals || mb_is_capitals(title));
}

void mb_find_numbered_headings(mb_reader *reader, mb_line_range lines, bool capitals, mb_list *headings)
{
    mb_heading *candidates = mb_new_array(reader->scratch, mb_heading, lines.end - lines.first + 1);
    mb_item_number *numbers = mb_new_array(reader->scratch, mb_item_number, lines.end - lines.first + 1);
    uint32_t count = 0;
    for (uint32_t line = lines.first; line < lines.end; line++)
        if (mb_line_is_text(reader->text, line) &&
            candidate_at(reader, line, lines.end, capitals, &candidates[count])) {
            numbers[count] = candidates[count].number;
            count++;
        }
    uint32_t *chosen = mb_new_array(reader->scratch, uint32_t, count + 1);
    uint32_t kept = mb_longest_count(reader->scratch, numbers, count, chosen);
    for (uint32_t i = 0; i < kept; i++) {
        mb_heading *heading = &candidates[chosen[i]];
        mb_read_title(reader, heading, heading->title == heading->line ? heading->number.end : 0, lines.end);
        mb_list_push(reader->scratch, headings, heading);
    }
}

mb_slice mb_printed_heading(mb_reader *reader, const mb_heading *heading)
{
    return mb_join_lines(reader, (mb_line_range){heading->line, heading->end});
}
