/* lost_headings.c: a title that stands alone between two items. */
#include "reader/minutes/lost_headings.h"

#include "text/inline.h"
#include "text/marker.h"
#include "text/tables.h"

/* A title has no more words. */
#define TITLE_WORDS 16

mb_slice mb_number_between(mb_reader *reader, const mb_item_number *before, const mb_item_number *after)
{
    if (before->count != after->count || before->count == 0)
        return MB_NOTHING;
    for (uint32_t part = 0; part < before->count; part++) {
        if (before->parts[part] == after->parts[part])
            continue;
        if (after->parts[part] != before->parts[part] + 2)
            return MB_NOTHING;
        size_t start = 0, seen = 0, end;
        for (start = before->prefix.size; seen < part; start++)
            seen += start < before->printed.size && strchr("./-", before->printed.data[start]) != NULL;
        for (end = start; end < before->printed.size && !strchr("./-", before->printed.data[end]);)
            end++;
        return mb_arena_printf(reader->arena, "%.*s%u%.*s", (int)start, before->printed.data, before->parts[part] + 1,
                               MB_ARG(mb_slice_from(before->printed, end)));
    }
    return MB_NOTHING;
}

static bool is_gap(const mb_reader *reader, uint32_t line)
{
    return line == 0 || line >= reader->text->count || !mb_line_is_text(reader->text, line) ||
           reader->text->lines[line].starts_sheet;
}

/* Whether the line could be a title: it stands alone, or in capitals above a line that isn't; and in the look of the items
 * about it. */
static bool could_be_title(const mb_reader *reader, uint32_t line, bool capitals)
{
    mb_slice text = mb_line_text(reader->text, line);
    bool above = is_gap(reader, line + 1) || (capitals && !mb_is_capitals(mb_line_text(reader->text, line + 1)));
    bool alone = is_gap(reader, line - 1) && above;
    return alone && !mb_is_table_row(reader->text, line) && mb_looks_like_heading(text) && !mb_is_finished(text) &&
           !mb_marker_of(text).form && mb_item_number_of(text).count == 0 && mb_slice_words(text) <= TITLE_WORDS &&
           mb_is_capitals(text) == capitals;
}

/* What stands above a title is finished; under it stands a text, not another line by itself. */
static bool has_neighbours(const mb_reader *reader, uint32_t line, uint32_t first, uint32_t end)
{
    uint32_t above = line;
    while (above > first && !mb_line_is_text(reader->text, above - 1))
        above--;
    uint32_t below = mb_next_text(reader->text, line + 1, end);
    bool finished = above == first || reader->text->lines[above - 1].finished;
    return finished && below < end && (reader->text->lines[below].finished || !is_gap(reader, below + 1));
}

/* The line that holds nothing but the lost number, or `end`. */
static uint32_t find_stray_number(const mb_reader *reader, mb_slice number, uint32_t first, uint32_t end)
{
    uint32_t line = mb_next_text(reader->text, first, end);
    while (line < end && !mb_slice_equal(mb_line_text(reader->text, line), number))
        line = mb_next_text(reader->text, line + 1, end);
    return line;
}

bool mb_find_lost_heading(mb_reader *reader, const mb_heading *before, const mb_heading *after, mb_heading *found)
{
    mb_slice number = mb_number_between(reader, &before->number, &after->number);
    if (!number.data)
        return false;
    uint32_t end = after->line, title = end, count = 0;
    uint32_t stray = find_stray_number(reader, number, before->end, end);
    uint32_t first = stray < end ? stray + 1 : before->end;
    bool capitals = mb_is_capitals(before->text) && mb_is_capitals(after->text);
    for (uint32_t line = first; line < end; line++)
        if (mb_line_is_text(reader->text, line) && could_be_title(reader, line, capitals) &&
            has_neighbours(reader, line, before->end, end)) {
            title = count ? title : line;
            count++;
        }
    if (count == 0 || (count > 1 && stray == end))
        return false;
    if (stray < end)
        reader->text->lines[stray].role = MB_LINE_FURNITURE;
    *found = (mb_heading){.line = title, .title = title, .inferred = number};
    mb_read_title(reader, found, 0, end);
    return true;
}
