/* split_tables.c: tables that a slide's title was printed into.
 *
 *     Work                Extraction prints the lines of a slide by their height on it: the head of the table, then the
 *                         title, which is larger and stands beside the table, then its rows; or some of the rows
 *     Cost                above the title and the rest below.
 *      WHAT THE
 *     PONDS COST          Only a table that isn't whole without what stands below the title was split by it.
 *
 *     Reeds
 *
 *     £120                                                                                                      */
#include "reader/reports/split_tables.h"

#include "text/value_tables.h"

/* No slide has more lines. */
#define SLIDE_LINES 250

/* The line with which the page above the heading begins, behind a page break or a page's number; or the heading's. */
static uint32_t page_start(const mb_text *text, uint32_t from, uint32_t heading)
{
    if (heading - from > SLIDE_LINES)
        from = heading - SLIDE_LINES;
    uint32_t below = heading;
    for (uint32_t line = heading; line > from; line--) {
        if (!mb_line_is_text(text, line - 1))
            continue;
        if (mb_slice_is_digits(mb_line_text(text, line - 1)) && below < heading && text->lines[line - 1].size <= 3)
            return below;
        below = line - 1;
        if (text->lines[below].starts_sheet)
            return below;
    }
    return heading;
}

static void change_role(mb_text *text, const mb_heading *heading, mb_line_role from, mb_line_role to)
{
    for (uint32_t line = heading->line; line < heading->end; line++)
        if (text->lines[line].role == from)
            text->lines[line].role = to & 7U;
}

void mb_hide_heading(mb_text *text, const mb_heading *heading)
{
    change_role(text, heading, MB_LINE_TEXT, MB_LINE_HIDDEN);
}

void mb_show_heading(mb_text *text, const mb_heading *heading)
{
    change_role(text, heading, MB_LINE_HIDDEN, MB_LINE_TEXT);
}

/* Whether the table on `line` is whole where it must end at `end`: there is one, and its last row is full. */
static bool is_whole(const mb_block_reader *reader, uint32_t line, uint32_t end)
{
    mb_block table = {.type = mb_block_type_table};
    if (mb_read_value_table(reader, line, end, true, &table) == line || table.rows.count == 0)
        return false;
    const mb_strings *row = mb_list_last(&table.rows);
    return row->items[row->count - 1].size > 0;
}

uint32_t mb_find_split_table(mb_reader *reader, uint32_t from, const mb_heading *heading, uint32_t end)
{
    uint32_t start = page_start(reader->text, from, heading->line);
    if (!reader->text->lines[heading->line].starts_sheet || start == heading->line)
        return heading->end;
    mb_block_reader trial = {.arena = reader->scratch, .scratch = reader->scratch, .text = reader->text};
    mb_block table = {.type = mb_block_type_table};
    mb_arena_mark before = mb_arena_here(reader->scratch);
    bool whole = is_whole(&trial, start, heading->line);
    mb_arena_back(reader->scratch, before);
    if (whole)
        return heading->end;
    mb_hide_heading(reader->text, heading);
    bool split = mb_read_value_table(&trial, start, end, true, &table) > heading->end;
    mb_show_heading(reader->text, heading);
    mb_arena_back(reader->scratch, before);
    return split ? start : heading->end;
}
