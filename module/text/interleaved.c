/* interleaved.c: takes two columns of text apart that were printed line by line.
 *
 *     lines ─► left and right part of each ─► rows */
#include "text/interleaved.h"

#include <ctype.h>

#include "text/inline.h"
#include "text/marker.h"
#include "text/measure.h"
#include "text/tables.h"

/* A line of the narrow column, or of the head, is no longer. */
#define NAME_LINE 30
/* No table has more lines. */
#define MOST_LINES 400
/* So many lines of names must interrupt sentences of the text, and so many rows must be found. */
#define INTERRUPTIONS_AT_LEAST 3
#define ROWS_AT_LEAST          2
/* A line so much wider than the widest that surely is of the text alone holds a name, too; a name beside text can be so
 * much wider than the widest that stands alone. In percent. */
#define BOTH_PERCENT 112
#define NAME_PERCENT 112

/* What one line holds of the two columns. */
typedef struct line_parts {
    mb_slice left, right;
} line_parts;

typedef struct interleaved {
    const mb_block_reader *reader;
    const mb_text *text;
    mb_line_range lines; /* behind the head */
    unsigned name_width, text_width;
    uint32_t interruptions;
} interleaved;

static bool is_name_line(const mb_text *text, uint32_t line)
{
    const mb_line *at = &text->lines[line];
    return at->size <= NAME_LINE && isupper((unsigned char)*mb_line_start(text, line)) && !at->finished &&
           !at->marked && !mb_is_table_row(text, line);
}

/* Behind the last line of the table, if it is one: a gap ends it, unless the text goes on in small letters. */
static uint32_t find_end(const mb_text *text, uint32_t line, uint32_t end)
{
    uint32_t behind = line;
    if (end - line > MOST_LINES)
        end = line + MOST_LINES;
    while (line < end && !text->lines[line].marked && !mb_is_table_row(text, line) &&
           (line == behind || mb_starts_small(mb_line_text(text, line)))) {
        behind = line + 1;
        line = mb_next_text(text, behind, end);
    }
    return behind;
}

static bool measure(interleaved *t)
{
    for (uint32_t line = t->lines.first; line < t->lines.end; line++) {
        if (!mb_line_is_text(t->text, line))
            continue;
        unsigned width = t->text->lines[line].width;
        if (mb_starts_small(mb_line_text(t->text, line)))
            t->text_width = width > t->text_width ? width : t->text_width;
        else if (is_name_line(t->text, line))
            t->name_width = width > t->name_width ? width : t->name_width;
    }
    return t->name_width > 0 && t->name_width < t->text_width;
}

/* Where the text begins on a line that holds both: behind the words that fit into the narrow column; where it goes on in
 * small letters, behind the last of them that has a capital. */
static size_t end_of_name(const interleaved *t, mb_slice words)
{
    size_t end = 0, capital = 0;
    for (size_t at = 1; at < words.size; at++) {
        if (words.data[at] != ' ' || mb_width(mb_slice_first(words, at)) * 100 > t->name_width * NAME_PERCENT)
            continue;
        size_t word = at;
        while (word > 0 && words.data[word - 1] != ' ')
            word--;
        end = at;
        capital = isupper((unsigned char)words.data[word]) ? at : capital;
    }
    return islower((unsigned char)words.data[end + 1]) ? capital : end;
}

static line_parts part(const interleaved *t, uint32_t line)
{
    mb_slice words = mb_line_text(t->text, line);
    if (is_name_line(t->text, line))
        return (line_parts){.left = words};
    if (mb_starts_small(words) || t->text->lines[line].width * 100 <= t->text_width * BOTH_PERCENT)
        return (line_parts){.right = words};
    size_t end = end_of_name(t, words);
    return (line_parts){mb_slice_first(words, end), mb_slice_trim(mb_slice_from(words, end))};
}

/* The text at or behind the line, or nothing. */
static mb_slice next_right(const interleaved *t, uint32_t line)
{
    for (; line < t->lines.end; line++)
        if (mb_line_is_text(t->text, line) && part(t, line).right.size)
            return part(t, line).right;
    return MB_NOTHING;
}

/* Whether the text above ended with its line: another begins, whose first word would have fitted there. */
static bool is_ended(const interleaved *t, mb_slice above, mb_slice below)
{
    return above.size == 0 || (below.size && !mb_starts_small(below) &&
                               mb_width(above) + MB_SPACE_WIDTH + mb_width(mb_first_word(below)) <= t->text_width);
}

typedef struct open_row {
    mb_strings left, right;
} open_row;

static mb_slice join(const interleaved *t, const mb_strings *pieces)
{
    mb_slice joined = MB_TEXT("");
    if (pieces->count)
        mb_read_inline(t->reader->arena, (mb_pieces){pieces->items, pieces->count}, &joined, NULL);
    return joined;
}

static void close_row(const interleaved *t, open_row *row, mb_block *table)
{
    if (row->left.count + row->right.count == 0)
        return;
    mb_strings *cells = mb_list_add(t->reader->arena, &table->rows, mb_strings);
    mb_strings_push(t->reader->arena, cells, join(t, &row->left));
    mb_strings_push(t->reader->arena, cells, join(t, &row->right));
    *row = (open_row){0};
}

static void read_rows(interleaved *t, mb_block *table)
{
    open_row row = {0};
    mb_slice above = MB_NOTHING;
    for (uint32_t line = t->lines.first; line < t->lines.end; line++) {
        if (!mb_line_is_text(t->text, line))
            continue;
        line_parts parts = part(t, line);
        mb_slice below = next_right(t, line);
        if (parts.left.size && row.right.count && is_ended(t, above, below)) {
            close_row(t, &row, table);
            above = MB_NOTHING;
        }
        t->interruptions +=
            parts.left.size && above.size && !mb_is_finished(above) && below.size && mb_starts_small(below);
        if (parts.left.size)
            mb_strings_push(t->reader->scratch, &row.left, parts.left);
        if (parts.right.size) {
            mb_strings_push(t->reader->scratch, &row.right, parts.right);
            above = parts.right;
        }
    }
    close_row(t, &row, table);
}

uint32_t mb_read_interleaved(const mb_block_reader *reader, uint32_t line, uint32_t end, mb_block *table)
{
    const mb_text *text = reader->text;
    interleaved t = {.reader = reader, .text = text};
    if (line + 3 >= end || !mb_line_is_text(text, line + 1) || !mb_line_is_text(text, line + 2) ||
        !is_name_line(text, line) || !is_name_line(text, line + 1))
        return line;
    t.lines = (mb_line_range){line + 2, find_end(text, line + 2, end)};
    mb_block read = *table;
    if (!measure(&t))
        return line;
    read_rows(&t, &read);
    if (t.interruptions < INTERRUPTIONS_AT_LEAST || read.rows.count < ROWS_AT_LEAST)
        return line;
    mb_strings_push(reader->arena, &read.header, mb_line_text(text, line));
    mb_strings_push(reader->arena, &read.header, mb_line_text(text, line + 1));
    *table = read;
    return t.lines.end;
}
