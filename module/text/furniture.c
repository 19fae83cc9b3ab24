/* furniture.c: finds what a page prints around its text: page numbers, running heads and feet, notices.
 *
 *     ┌ sheet ───────────────┐
 *     │ Agenda Item 6        │ ◄─ by its words (the dialect knows them)
 *     │ BATH AND …           │
 *     │ …                    │
 *     │ Panel - 15 September │ ◄─ by repetition: it stands at the edge of three sheets
 *     │ Page 5               │ ◄─ by its words; the page number that the sheet prints
 *     └──────────────────────┘                                                                        */
#include <ctype.h>
#include <stdlib.h>

#include "text/text.h"

/* Lines of text from either end of a sheet that can be running heads or feet. */
#define EDGE 3
/* A line that stands at so many sheets' edges is no text. */
#define OFTEN 3
/* Longer lines are text, however often they stand there. */
#define FURNITURE_SIZE 160
/* A running head has words: fewer letters, and it is a bullet, a figure or a table's head. */
#define FURNITURE_LETTERS 14

static bool could_be_running_head(const mb_text *text, uint32_t line)
{
    mb_slice words = mb_line_text(text, line);
    if (!mb_line_is_text(text, line) || words.size > FURNITURE_SIZE || memchr(words.data, '\t', words.size))
        return false;
    uint32_t letters = 0;
    for (size_t i = 0; i < words.size; i++)
        letters += isalpha((unsigned char)words.data[i]) != 0;
    return letters >= FURNITURE_LETTERS;
}

/* Whether `line` is among the first or the last lines of text on its sheet. */
static bool is_at_edge(const mb_text *text, uint32_t line)
{
    uint32_t above = 0, below = 0;
    for (uint32_t i = line; i > 0 && !text->lines[i].starts_sheet && above < EDGE; i--)
        above += text->lines[i - 1].role != MB_LINE_BLANK;
    if (above < EDGE)
        return true;
    for (uint32_t i = line + 1; i < text->count && !text->lines[i].starts_sheet && below < EDGE; i++)
        below += text->lines[i].role != MB_LINE_BLANK;
    return below < EDGE;
}

/* The key of a line for counting: its bytes, with every digit the same. */
static uint64_t key_of(mb_slice line)
{
    uint64_t key = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < line.size; i++) {
        unsigned char c = (unsigned char)line.data[i];
        key = (key ^ (isdigit(c) ? '0' : c)) * 1099511628211u;
    }
    return key;
}

typedef struct edge_line {
    uint64_t key;
    uint32_t line;
} edge_line;

static int by_key(const void *a, const void *b)
{
    const edge_line *left = a, *right = b;
    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    return left->line < right->line ? -1 : left->line > right->line;
}

/* How many lines from `at` on share their key. */
static uint32_t count_alike(const edge_line *lines, uint32_t count, uint32_t at)
{
    uint32_t end = at + 1;
    while (end < count && lines[end].key == lines[at].key)
        end++;
    return end - at;
}

static void set_aside_repeated_edges(mb_arena *scratch, mb_text *text)
{
    edge_line *edges = mb_new_array(scratch, edge_line, text->count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < text->count; i++)
        if (could_be_running_head(text, i) && is_at_edge(text, i))
            edges[count++] = (edge_line){key_of(mb_line_text(text, i)), i};
    qsort(edges, count, sizeof *edges, by_key);
    for (uint32_t at = 0, alike; at < count; at += alike) {
        alike = count_alike(edges, count, at);
        uint32_t sheets = 1;
        for (uint32_t i = at + 1; i < at + alike; i++)
            sheets += text->lines[edges[i].line].sheet != text->lines[edges[i - 1].line].sheet;
        for (uint32_t i = at; sheets >= OFTEN && i < at + alike; i++)
            text->lines[edges[i].line].role = MB_LINE_FURNITURE;
    }
}

/* The number at the end of a line, or 0. */
static uint32_t last_number(mb_slice line)
{
    size_t from = line.size;
    while (from > 0 && isdigit((unsigned char)line.data[from - 1]))
        from--;
    if (line.size - from > 4)
        return 0;
    uint32_t number = 0;
    for (size_t i = from; i < line.size; i++)
        number = number * 10 + (uint32_t)(line.data[i] - '0');
    return number;
}

static bool prints_page(mb_slice line)
{
    size_t at = mb_slice_find(line, MB_TEXT("Page "), 0);
    return at != SIZE_MAX && last_number(line);
}

static void give_pages(mb_text *text)
{
    for (uint32_t first = 0, end; first < text->count; first = end) {
        uint32_t page = 0;
        for (end = first; end < text->count && (end == first || !text->lines[end].starts_sheet); end++)
            if (text->lines[end].role == MB_LINE_FURNITURE && prints_page(mb_line_text(text, end)))
                page = last_number(mb_line_text(text, end));
        for (uint32_t i = first; page && i < end; i++)
            text->lines[i].page = page;
    }
}

void mb_find_furniture(mb_arena *scratch, mb_text *text, mb_is_furniture_phrase *is_phrase, const void *vocabulary)
{
    for (uint32_t i = 0; i < text->count; i++)
        if (mb_line_is_text(text, i) && text->lines[i].size <= FURNITURE_SIZE &&
            is_phrase(vocabulary, mb_line_text(text, i)))
            text->lines[i].role = MB_LINE_FURNITURE;
    if (text->sheets >= OFTEN)
        set_aside_repeated_edges(scratch, text);
    give_pages(text);
}
