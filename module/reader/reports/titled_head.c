/* titled_head.c: near the top of a stamped paper the title of its agenda item heads a report whose text begins below. */
#include "reader/reports/titled_head.h"

#include "reader/reports/headings.h"
#include "reader/reports/items.h"
#include "reader/reports/standard_headings.h"

/* The title stands on one of the first lines, and the report's first heading soon under it. */
#define TITLE_WITHIN   10
#define HEADING_WITHIN 8
/* A title goes over no more lines. */
#define TITLE_LINES 3

/* A report begins with a standard heading, with a number or without. */
static bool begins_text(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_item_number number = mb_item_number_of(text);
    mb_slice title = mb_slice_trim(mb_slice_from(text, number.end));
    return mb_is_standard_heading(reader, line) ||
           (number.count == 1 && number.parts[0] == 1 && (title.size == 0 || mb_looks_like_heading(title)));
}

/* Below the contents of a paper with a cover stands what they list. */
static bool has_text_below(const mb_reader *reader, uint32_t line, uint32_t end)
{
    uint32_t next = mb_next_text(reader->text, line, end);
    for (uint32_t seen = 0; next < end && seen < HEADING_WITHIN; seen++) {
        if (reader->text->lines[next].starts_sheet ||
            mb_is_phrase(reader->dialect, mb_group_contents_heading, mb_line_text(reader->text, next)))
            return false;
        if (begins_text(reader, next))
            return true;
        next = mb_next_text(reader->text, next + 1, end);
    }
    return false;
}

/* The lines from `line` on that together are the title; empty where they are not. */
static mb_line_range lines_of_title(mb_reader *reader, mb_slice title, uint32_t line, uint32_t end)
{
    for (uint32_t last = line; last < end && last < line + TITLE_LINES && mb_line_is_text(reader->text, last); last++) {
        mb_line_range lines = {line, last + 1};
        if (last > line && mb_is_standard_heading(reader, last))
            break;
        if (mb_is_alike(reader, mb_join_lines(reader, lines), title))
            return lines;
    }
    return (mb_line_range){line, line};
}

/* The same without a line above that the title does without. */
static mb_line_range title_at(mb_reader *reader, mb_slice title, uint32_t line, uint32_t end)
{
    mb_line_range found = lines_of_title(reader, title, line, end);
    while (found.end > found.first + 1) {
        mb_line_range less = lines_of_title(reader, title, found.first + 1, found.end);
        if (less.end == less.first)
            break;
        found = less;
    }
    return found;
}

mb_line_range mb_find_line_titled(mb_reader *reader, mb_slice title, mb_line_range lines)
{
    for (uint32_t line = mb_next_text(reader->text, lines.first, lines.end); line < lines.end;
         line = mb_next_text(reader->text, line + 1, lines.end)) {
        mb_line_range found = title_at(reader, title, line, lines.end);
        if (found.end > found.first)
            return found;
    }
    return (mb_line_range){lines.first, lines.first};
}

mb_line_range mb_find_head_title(mb_reader *reader, const mb_document *document, mb_line_range lines)
{
    const mb_agenda_item *item = mb_stamped_item(reader, document);
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    for (uint32_t seen = 0; item && line < lines.end && seen < TITLE_WITHIN; seen++) {
        if (seen && reader->text->lines[line].starts_sheet)
            break;
        mb_line_range title = title_at(reader, item->title, line, lines.end);
        if (title.end > title.first && has_text_below(reader, title.end, lines.end))
            return title;
        if (begins_text(reader, line))
            break;
        line = mb_next_text(reader->text, line + 1, lines.end);
    }
    return (mb_line_range){lines.first, lines.first};
}
