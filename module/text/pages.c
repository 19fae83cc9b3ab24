/* pages.c: gives each line the number that its page prints.
 *
 * A sheet prints one number, at its head or its foot. Where page breaks are lost a sheet has several, and some pages print
 * none: then a number counts for the text above it as far as that is surely of the same page.
 *
 *     … The fair is in June.                page ?   who knows how many pages this is
 *     This page is intentionally left blank         furniture amid the text: a page ends there, or begins
 *     Its stalls are twelve.                page 15
 *     Please recycle Page 15
 *     Tea is sold until four.               page 16
 *     Please recycle Page 16                                                                       */
#include <ctype.h>

#include "text/text.h"

/* Lines of text from either end of a sheet that can be its head or foot. */
#define EDGE 3
/* A page has no more lines of text: a longer sheet is several, whose breaks are lost. */
#define PAGE_LINES 70
/* No pack has so many pages. */
#define MOST_DIGITS 4

uint32_t mb_printed_page(mb_slice line)
{
    static const char word[] = "Page ";
    for (size_t at = 0; (at = mb_slice_find(line, MB_TEXT("Page "), at)) != SIZE_MAX;) {
        at += strlen(word);
        uint32_t number = 0;
        size_t digits = 0;
        while (at + digits < line.size && isdigit((unsigned char)line.data[at + digits]) && digits <= MOST_DIGITS)
            number = number * 10 + (uint32_t)(line.data[at + digits++] - '0');
        if (digits > 0 && digits <= MOST_DIGITS)
            return number;
    }
    return 0;
}

/* The lines of one sheet; of all the text where no sheets are told apart. */
typedef struct sheet {
    mb_text *text;
    uint32_t first, end;
    bool one_page;
} sheet;

static uint32_t number_at(const sheet *s, uint32_t line)
{
    return s->text->lines[line].role == MB_LINE_FURNITURE ? mb_printed_page(mb_line_text(s->text, line)) : 0;
}

/* The next line that prints a page number, at or after `line`. */
static uint32_t next_number(const sheet *s, uint32_t line)
{
    while (line < s->end && !number_at(s, line))
        line++;
    return line;
}

/* How many lines have words, up to one more than `most`. */
static uint32_t count_lines(const mb_text *text, uint32_t from, uint32_t to, uint32_t most)
{
    uint32_t count = 0;
    for (uint32_t i = from; i < to && count <= most; i++)
        count += text->lines[i].role != MB_LINE_BLANK;
    return count;
}

static void give(sheet *s, uint32_t from, uint32_t to, uint32_t page)
{
    for (uint32_t i = from; i < to; i++)
        s->text->pages[i] = (uint16_t)page;
}

/* Where the page surely begins that ends with the number on `line`: behind furniture that stands amid the text above, or
 * at a gap; `line` where it can't be known. */
static uint32_t page_start(const sheet *s, uint32_t from, uint32_t line)
{
    bool text = false;
    for (uint32_t i = line; i > from; i--) {
        const mb_line *above = &s->text->lines[i - 1];
        text |= above->role == MB_LINE_TEXT;
        if (text && above->role == MB_LINE_FURNITURE && count_lines(s->text, s->first, i - 1, EDGE) > EDGE)
            return i;
        if (above->role == MB_LINE_TEXT && mb_begins_page(s->text, i - 1))
            return i - 1;
    }
    return line;
}

/* Numbers at the feet of pages: one that counts on from the number before it has all the lines between them. */
static void give_from_feet(sheet *s)
{
    uint32_t from = s->first, before = 0;
    for (uint32_t line = next_number(s, s->first); line < s->end; line = next_number(s, line + 1)) {
        uint32_t page = number_at(s, line);
        bool follows = before > 0 && page == before + 1;
        give(s, follows ? from : page_start(s, from, line), line + 1, page);
        from = line + 1;
        before = page;
    }
}

static void give_page(sheet *s)
{
    uint32_t line = next_number(s, s->first);
    if (line == s->end)
        return;
    if (s->one_page && next_number(s, line + 1) == s->end)
        give(s, s->first, s->end, number_at(s, line));
    else
        give_from_feet(s);
}

/* Where the pack prints its pages' numbers behind the word, those that stand alone are a paper's own. */
static void forget_bare_numbers(mb_text *text)
{
    sheet all = {.text = text, .first = 0, .end = text->count};
    if (next_number(&all, 0) < text->count)
        give(&all, 0, text->count, 0);
}

void mb_find_pages(mb_text *text)
{
    forget_bare_numbers(text);
    for (uint32_t first = 0, end; first < text->count; first = end) {
        end = mb_lines_of_sheet(text, first).end;
        bool one_page = text->sheets > 0 && count_lines(text, first, end, PAGE_LINES) <= PAGE_LINES;
        sheet s = {text, first, end, one_page};
        give_page(&s);
    }
}
