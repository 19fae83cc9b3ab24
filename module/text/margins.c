/* margins.c: the right margin of a page of layout, as far as its lines tell it. */
#include "text/margins.h"

#include <stdlib.h>

/* Extraction rounds columns. */
#define SAME_COLUMN 1
/* Lines on either side that are looked at: the page that a line stands on has no more. */
#define PAGE_LINES 80
/* Lines that begin further away tell nothing: titles in the middle, stamps at the right. */
#define NEAR_COLUMNS 16
/* A column of the layout is between so many thousandths of the letters' size wide (measured: 467 to 654). */
#define LEAST_COLUMN 450
#define MOST_COLUMN  650

bool mb_stands_below(const mb_text *text, uint32_t above, uint32_t below)
{
    const mb_line *a = &text->lines[above], *b = &text->lines[below];
    if (abs(a->column - b->column) <= SAME_COLUMN)
        return true;
    int twice = (int)(2 * a->indent + a->size) - (int)(2 * b->indent + b->size);
    return a->indent > 0 && b->indent > 0 && abs(twice) <= 2 * SAME_COLUMN;
}

/* What the line's width says of lines that begin in another column: at least so much. */
static unsigned width_from(const mb_line *line, uint16_t column)
{
    if (line->column >= column)
        return line->width + (unsigned)(line->column - column) * LEAST_COLUMN;
    unsigned lost = (unsigned)(column - line->column) * MOST_COLUMN;
    return line->width > lost ? line->width - lost : 0;
}

static bool is_running_text(const mb_line *line)
{
    return line->role == MB_LINE_TEXT && line->kind == MB_TEXT_LAYOUT && !line->tab_inside;
}

unsigned mb_room_of(const mb_text *text, uint32_t line)
{
    mb_line_range sheet = mb_lines_of_sheet(text, line);
    uint32_t first = line - sheet.first > PAGE_LINES ? line - PAGE_LINES : sheet.first;
    uint32_t end = line + PAGE_LINES < sheet.end ? line + PAGE_LINES : sheet.end;
    unsigned widest = 0;
    for (uint32_t i = first; i < end; i++) {
        if (!is_running_text(&text->lines[i]) || abs(text->lines[i].column - text->lines[line].column) > NEAR_COLUMNS)
            continue;
        unsigned width = width_from(&text->lines[i], text->lines[line].column);
        if (width > widest)
            widest = width;
    }
    return widest;
}
