/* page_feet.c: page numbers that stand alone at the feet of sheets are furniture, and each is the page of its sheet.
 *
 *     … are let at four fifths of the rent.      Only a count tells such a number from a figure: on each sheet it is as
 *     5                                          much higher or lower than the sheet's own number, as where a pack
 *     ────────                                   begins behind a cover, or without one.                              */
#include <stdlib.h>

#include "text/text.h"

/* As many sheets of a pack prove a count. */
#define OFTEN 3
/* No pack has so many pages. */
#define MOST_DIGITS 4

typedef struct foot {
    int64_t ahead; /* of the sheet's own number */
    uint32_t line, page;
} foot;

uint32_t mb_bare_number(mb_slice words)
{
    uint32_t number = 0;
    for (size_t i = 0; i < words.size; i++) {
        if (words.size > MOST_DIGITS || *words.data == '0' || words.data[i] < '0' || words.data[i] > '9')
            return 0;
        number = number * 10 + (uint32_t)(words.data[i] - '0');
    }
    return number;
}

/* The last line of text of the sheet, or its end. */
static uint32_t last_text(const mb_text *text, mb_line_range sheet)
{
    for (uint32_t line = sheet.end; line > sheet.first; line--)
        if (mb_line_is_text(text, line - 1))
            return line - 1;
    return sheet.end;
}

static mb_line_range lines_of(const mb_text *text, uint32_t sheet)
{
    return (mb_line_range){text->sheet_starts[sheet],
                           sheet + 1 < text->sheets ? text->sheet_starts[sheet + 1] : text->count};
}

static uint32_t find_feet(const mb_text *text, foot *feet)
{
    uint32_t count = 0;
    for (uint32_t sheet = 0; sheet < text->sheets; sheet++) {
        mb_line_range lines = lines_of(text, sheet);
        uint32_t line = last_text(text, lines);
        uint32_t page = line < lines.end ? mb_bare_number(mb_line_text(text, line)) : 0;
        if (page)
            feet[count++] = (foot){(int64_t)page - sheet, line, page};
    }
    return count;
}

static int by_ahead(const void *a, const void *b)
{
    const foot *left = a, *right = b;
    if (left->ahead != right->ahead)
        return left->ahead < right->ahead ? -1 : 1;
    return left->line < right->line ? -1 : left->line > right->line;
}

static void give_page(mb_text *text, const foot *at)
{
    mb_line_range lines = mb_lines_of_sheet(text, at->line);
    for (uint32_t line = lines.first; line < lines.end; line++)
        text->pages[line] = (uint16_t)at->page;
}

/* The one line of the sheet, whatever it is, that holds nothing but the number; the sheet's end where there are several. */
static uint32_t only_line_with(const mb_text *text, mb_line_range sheet, uint32_t page)
{
    uint32_t found = sheet.end;
    for (uint32_t line = sheet.first; line < sheet.end; line++) {
        if (mb_bare_number(mb_line_text(text, line)) != page)
            continue;
        if (found < sheet.end)
            return sheet.end;
        found = line;
    }
    return found;
}

static bool is_number_at(const mb_text *text, uint32_t line)
{
    return line < text->count && mb_bare_number(mb_line_text(text, line)) > 0;
}

/* Whether the next text above or below is a number, too. */
static bool is_among_numbers(const mb_text *text, mb_line_range sheet, uint32_t line)
{
    uint32_t above = line;
    while (above > sheet.first && !mb_line_is_text(text, above - 1))
        above--;
    return (above > sheet.first && is_number_at(text, above - 1)) ||
           is_number_at(text, mb_next_text(text, line + 1, sheet.end));
}

/* Where a column of numbers stands beside the text, extraction reads a page's number with it, amid the page. */
static void find_amid(mb_text *text, int64_t ahead)
{
    for (uint32_t sheet = 0; sheet < text->sheets; sheet++) {
        mb_line_range lines = lines_of(text, sheet);
        if (sheet + ahead <= 0)
            continue;
        uint32_t line = only_line_with(text, lines, (uint32_t)(sheet + ahead));
        if (line == lines.end || !mb_line_is_text(text, line) || !is_among_numbers(text, lines, line))
            continue;
        text->lines[line].role = MB_LINE_FURNITURE;
        give_page(text, &(foot){ahead, line, (uint32_t)(sheet + ahead)});
    }
}

void mb_find_page_feet(mb_arena *scratch, mb_text *text)
{
    if (text->sheets < OFTEN)
        return;
    mb_arena_mark before = mb_arena_here(scratch);
    foot *feet = mb_new_array(scratch, foot, text->sheets);
    uint32_t count = find_feet(text, feet);
    qsort(feet, count, sizeof *feet, by_ahead);
    for (uint32_t at = 0, end; at < count; at = end) {
        for (end = at + 1; end < count && feet[end].ahead == feet[at].ahead;)
            end++;
        /* A paper has a count of its own: the pack's is that of most sheets. */
        bool of_pack = (end - at) * 2 > count;
        for (uint32_t i = at; end - at >= OFTEN && i < end; i++) {
            text->lines[feet[i].line].role = MB_LINE_FURNITURE;
            if (of_pack)
                give_page(text, &feet[i]);
        }
        if (end - at >= OFTEN && (end - at) * 3 > text->sheets * 2)
            find_amid(text, feet[at].ahead);
    }
    mb_arena_back(scratch, before);
}
