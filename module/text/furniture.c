/* furniture.c: finds what a page prints around its text: page numbers, running heads and feet, notices.
 *
 *     ┌ sheet ───────────────┐
 *     │ Agenda Item 6        │ ◄─ by its words (the dialect knows them)
 *     │ SOMEWHERE COUNCIL    │
 *     │ …                    │
 *     │ 20                   │ ◄─ a number that touches a running head or foot
 *     │ Panel - 15 September │ ◄─ by repetition, at the edge of sheets or beside other furniture
 *     │ Page 5               │ ◄─ by its words; the page number that the sheet prints
 *     └──────────────────────┘                                                                        */
#include <ctype.h>
#include <stdlib.h>

#include "core/fnv.h"
#include "text/inline.h"
#include "text/marker.h"
#include "text/tables.h"
#include "text/text.h"

/* Lines of text from either end of a sheet that can be running heads or feet. */
#define EDGE 3
/* A line that stands in so many such places is no text; in so many where it cuts a sentence in two. */
#define OFTEN 3
#define TWICE 2
/* Longer lines are text, however often they stand there. */
#define FURNITURE_SIZE 160
/* A running head has words: fewer letters, and it is a bullet, a figure or a table's head. Beside other furniture a
 * shorter one will do. */
#define FURNITURE_LETTERS 14
#define BESIDE_LETTERS    8

/* Room for the first of them; it doubles. */
#define FIRST_LINES 64

#define PAGE "Page "

static bool has_letters(mb_slice line, uint32_t least)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < line.size && letters < least; i++)
        letters += isalpha((unsigned char)line.data[i]) != 0;
    return letters == least;
}

/* Where "Page 5" begins that ends the line, also with the number of a paper's own page behind it, or of all pages;
 * SIZE_MAX where the line prints none. */
static size_t page_mark(mb_slice line)
{
    size_t at = mb_slice_find(line, MB_TEXT(PAGE), 0);
    if (at == SIZE_MAX || at + strlen(PAGE) == line.size || !isdigit((unsigned char)line.data[at + strlen(PAGE)]))
        return SIZE_MAX;
    for (size_t i = at + strlen(PAGE); i < line.size; i++)
        if (!strchr("0123456789 of", line.data[i]))
            return SIZE_MAX;
    return at;
}

static bool is_printed(const mb_text *text, uint32_t line)
{
    return text->lines[line].role == MB_LINE_TEXT || text->lines[line].role == MB_LINE_FURNITURE;
}

/* Whether `line` is among the first or the last lines of text on its sheet. */
static bool is_at_edge(const mb_text *text, uint32_t line)
{
    uint32_t above = 0, below = 0;
    for (uint32_t i = line; i > 0 && !text->lines[i].starts_sheet && above < EDGE; i--)
        above += is_printed(text, i - 1);
    if (above < EDGE)
        return true;
    for (uint32_t i = line + 1; i < text->count && !text->lines[i].starts_sheet && below < EDGE; i++)
        below += is_printed(text, i);
    return below < EDGE;
}

/* The furniture that the line touches, as its line from 1, or 0. */
static uint32_t touched_furniture(const mb_text *text, uint32_t line)
{
    if (line + 1 < text->count && text->lines[line + 1].role == MB_LINE_FURNITURE)
        return line + 2;
    return line > 0 && text->lines[line - 1].role == MB_LINE_FURNITURE ? line : 0;
}

/* Where a line stands that could be a running head or foot: a number that another page's would not share; 0 where the
 * line can't be one, as an item of a list with which two pages begin. */
static uint32_t running_place(const mb_text *text, uint32_t line)
{
    mb_slice words = mb_line_text(text, line);
    if (!mb_line_is_text(text, line) || words.size > FURNITURE_SIZE || text->lines[line].tab_inside ||
        (text->lines[line].marked && mb_bullet_of(words).form))
        return 0;
    uint32_t beside = touched_furniture(text, line), page = beside ? 0 : mb_printed_page(words);
    if (!beside && !page)
        return text->sheets && is_at_edge(text, line) && has_letters(words, FURNITURE_LETTERS) ? mb_sheet_of(text, line)
                                                                                               : 0;
    if (!has_letters(words, BESIDE_LETTERS))
        return 0;
    return beside ? beside : page;
}

/* The key of a line for counting: its bytes, with every digit the same. The page may be printed on the line, or on one
 * of its own, and extraction may glue the two together. */
static uint64_t key_of(mb_slice line)
{
    uint64_t key = MB_FNV_START;
    line = mb_slice_trim(mb_slice_first(line, page_mark(line)));
    for (size_t i = 0; i < line.size; i++)
        key = mb_fnv_add(key, isdigit((unsigned char)line.data[i]) ? '0' : line.data[i]);
    return key;
}

typedef struct running_line {
    uint64_t key;
    uint32_t line, place;
} running_line;

static int by_key(const void *a, const void *b)
{
    const running_line *left = a, *right = b;
    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    return left->line < right->line ? -1 : left->line > right->line;
}

/* How many lines from `at` on share their key. */
static uint32_t count_alike(const running_line *lines, uint32_t count, uint32_t at)
{
    uint32_t end = at + 1;
    while (end < count && lines[end].key == lines[at].key)
        end++;
    return end - at;
}

/* The number that is all of a line of text; 0 for none. */
static uint32_t bare_number(const mb_text *text, uint32_t line)
{
    return mb_line_is_text(text, line) ? mb_bare_number(mb_line_text(text, line)) : 0;
}

/* The line above or below on the sheet that is nothing but a number, or `line`. */
static uint32_t number_above(const mb_text *text, uint32_t line)
{
    return line > 0 && !text->lines[line].starts_sheet && bare_number(text, line - 1) ? line - 1 : line;
}

static uint32_t number_below(const mb_text *text, uint32_t line)
{
    bool below = line + 1 < text->count && !text->lines[line + 1].starts_sheet && bare_number(text, line + 1);
    return below ? line + 1 : line;
}

/* Sets a running head or foot aside, and with it the page number that touches it on its sheet. */
static void set_aside(mb_text *text, uint32_t line, bool with_number_below)
{
    uint32_t above = number_above(text, line), below = with_number_below ? number_below(text, line) : line;
    text->lines[line].role = text->lines[above].role = text->lines[below].role = MB_LINE_FURNITURE;
}

/* The last line of text before `line`, or `line` where there is none. */
static uint32_t text_before(const mb_text *text, uint32_t line)
{
    for (uint32_t before = line; before > 0; before--)
        if (mb_line_is_text(text, before - 1))
            return before - 1;
    return line;
}

/* Whether the line stands between two sheets, and the sentence above it goes on below. */
static bool cuts_sentence(const mb_text *text, uint32_t line)
{
    uint32_t before = text_before(text, line), after = mb_next_text(text, line + 1, text->count);
    if (before == line || after == text->count)
        return false;
    bool between = text->lines[after].starts_sheet || text->lines[line].starts_sheet;
    return between && islower((unsigned char)*mb_line_start(text, after)) && !text->lines[before].finished;
}

static uint32_t page_on(const mb_text *text, uint32_t line)
{
    return text->lines[line].role == MB_LINE_FURNITURE ? mb_printed_page(mb_line_text(text, line)) : 0;
}

/* The page that the line above or below on the sheet prints, blank ones aside; 0 for none. */
static uint32_t page_beside(const mb_text *text, uint32_t line)
{
    uint32_t above = line, below = line + 1;
    while (above > 0 && text->lines[above - 1].role == MB_LINE_BLANK && !text->lines[above].starts_sheet)
        above--;
    while (below < text->count && text->lines[below].role == MB_LINE_BLANK && !text->lines[below].starts_sheet)
        below++;
    uint32_t page = below < text->count && !text->lines[below].starts_sheet ? page_on(text, below) : 0;
    return page || above == 0 || text->lines[above].starts_sheet ? page : page_on(text, above - 1);
}

/* Whether one of the lines stands beside a page's number, or most of them on pages that follow one another, or on every
 * other one: else each begins a paper, as the council's name does. */
static bool runs_on(const mb_text *text, const running_line *lines, uint32_t count)
{
    uint32_t near = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t sheet = mb_sheet_of(text, lines[i].line), before = i ? mb_sheet_of(text, lines[i - 1].line) : sheet;
        near += sheet == before + 1 || sheet == before + 2;
        if (page_beside(text, lines[i].line))
            return true;
    }
    return !text->sheets || near * 2 + 1 >= count;
}

/* Lines of one sort: few among all. */
typedef struct running_lines {
    mb_arena *scratch;
    running_line *items;
    uint32_t count, capacity;
} running_lines;

static void add_line(running_lines *found, running_line line)
{
    if (found->count == found->capacity) {
        uint32_t wanted = found->capacity ? found->capacity * 2 : FIRST_LINES;
        running_line *larger = mb_new_array(found->scratch, running_line, wanted);
        if (found->count)
            memcpy(larger, found->items, sizeof *larger * found->count);
        found->items = larger;
        found->capacity = wanted;
    }
    found->items[found->count++] = line;
}

static void sort_by_key(running_lines *found)
{
    if (found->count)
        qsort(found->items, found->count, sizeof *found->items, by_key);
}

static running_lines find_running_lines(mb_arena *scratch, const mb_text *text)
{
    running_lines found = {.scratch = scratch};
    for (uint32_t i = 0; i < text->count; i++) {
        uint32_t place = running_place(text, i);
        if (place)
            add_line(&found, (running_line){key_of(mb_line_text(text, i)), i, place});
    }
    sort_by_key(&found);
    return found;
}

static running_lines find_own_pages(mb_arena *scratch, const mb_text *text)
{
    running_lines found = {.scratch = scratch};
    for (uint32_t i = 0; i < text->count; i++) {
        uint32_t own = bare_number(text, i), page = own ? page_beside(text, i) : 0;
        if (page > own)
            add_line(&found, (running_line){page - own, i, page});
    }
    sort_by_key(&found);
    return found;
}

/* Whether numbers right below the running lines can be of pages: some count as the sheets do, where those are known. Those
 * of three pages that don't are of the items that begin there. */
static bool number_pages(const mb_text *text, const running_line *lines, uint32_t count)
{
    uint32_t numbers = 0, counted = 0, number = 0, sheet = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t below = number_below(text, lines[i].line);
        if (below == lines[i].line)
            continue;
        uint32_t here = bare_number(text, below), on = mb_sheet_of(text, below);
        counted += numbers > 0 && here - number == on - sheet;
        numbers++;
        number = here;
        sheet = on;
    }
    return !text->sheets || numbers < OFTEN || counted > 0;
}

static void set_aside_running_lines(mb_arena *scratch, mb_text *text)
{
    running_lines lines = find_running_lines(scratch, text);
    const running_line *found = lines.items;
    for (uint32_t at = 0, alike; at < lines.count; at += alike) {
        alike = count_alike(found, lines.count, at);
        uint32_t places = 1;
        bool cuts = cuts_sentence(text, found[at].line);
        for (uint32_t i = at + 1; i < at + alike; i++) {
            places += found[i].place != found[i - 1].place;
            cuts |= cuts_sentence(text, found[i].line);
        }
        bool running = places >= (cuts ? TWICE : OFTEN) && (cuts || runs_on(text, found + at, alike));
        bool pages = running && number_pages(text, found + at, alike);
        for (uint32_t i = at; running && i < at + alike; i++)
            set_aside(text, found[i].line, pages);
    }
}

/* A paper has page numbers of its own, beside the pack's: as many lower on each page. */
static void set_aside_own_pages(mb_arena *scratch, mb_text *text)
{
    running_lines lines = find_own_pages(scratch, text);
    const running_line *found = lines.items;
    for (uint32_t at = 0, alike; at < lines.count; at += alike) {
        alike = count_alike(found, lines.count, at);
        for (uint32_t i = at; alike >= OFTEN && i < at + alike; i++)
            text->lines[found[i].line].role = MB_LINE_FURNITURE;
    }
}

void mb_find_furniture(mb_arena *scratch, mb_text *text, mb_is_furniture_phrase *is_phrase, const void *vocabulary)
{
    for (uint32_t i = 0; i < text->count; i++)
        if (mb_line_is_text(text, i) && text->lines[i].size <= FURNITURE_SIZE &&
            is_phrase(vocabulary, mb_line_text(text, i)))
            text->lines[i].role = MB_LINE_FURNITURE;
    mb_arena_mark before = mb_arena_here(scratch);
    set_aside_running_lines(scratch, text);
    mb_arena_back(scratch, before);
    set_aside_own_pages(scratch, text);
    mb_arena_back(scratch, before);
    mb_set_aside_repeated_heads(text);
    mb_find_pages(text);
}
