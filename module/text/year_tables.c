/* year_tables.c: years with their first figures, and rows.
 *
 *     lines ─► blocks (label, year, values) ─► years in order, rows ─► table */
#include "text/year_tables.h"

#include <ctype.h>
#include <stdlib.h>

#include "text/inline.h"
#include "text/marker.h"
#include "text/tables.h"
#include "text/values.h"

/* Fewer years could be anything. */
#define YEARS_AT_LEAST 3
#define MOST_BLOCKS    60
/* No label or year has a longer line. */
#define CELL_LINE 45
/* Nor has it more lines. */
#define LABEL_LINES 4
/* Between two blocks stand no more blank lines. */
#define MOST_BLANKS 2

typedef struct part {
    mb_slice label, year;
    mb_strings values;
    uint32_t behind;
} part;

typedef struct year_table {
    const mb_block_reader *reader;
    const mb_text *text;
    part parts[MOST_BLOCKS];
    uint32_t count;
    const part *years[MOST_BLOCKS];
    uint32_t columns; /* years */
} year_table;

static mb_slice words_at(const year_table *t, uint32_t line)
{
    return mb_line_text(t->text, line);
}

static bool is_year_line(mb_slice words)
{
    return mb_is_year(words) && mb_slice_words(words) == 1;
}

static mb_slice joined(const year_table *t, mb_slice above, mb_slice words)
{
    return above.size ? mb_arena_printf(t->reader->arena, "%.*s %.*s", MB_ARG(above), MB_ARG(words)) : words;
}

/* "(115)" under "86" goes on in its cell. */
static void add_values(const year_table *t, mb_slice words, mb_strings *values)
{
    mb_strings found = {0};
    mb_add_values(t->reader->arena, words, &found);
    for (uint32_t i = 0; i < found.count; i++) {
        mb_slice *last = values->count ? &values->items[values->count - 1] : NULL;
        if (last && *found.items[i].data == '(')
            *last = joined(t, *last, found.items[i]);
        else
            mb_strings_push(t->reader->arena, values, found.items[i]);
    }
}

static bool could_be_label(const year_table *t, uint32_t line)
{
    const mb_line *at = &t->text->lines[line];
    return at->size <= CELL_LINE && !at->marked && !at->finished && !mb_is_table_row(t->text, line);
}

/* Reads the lines up to a gap: a label's, then a year's, then values. False where they are none of that, or in another
 * order. */
static bool read_part(year_table *t, uint32_t line, uint32_t end, part *p)
{
    *p = (part){0};
    for (; line < end && mb_line_is_text(t->text, line); line++) {
        mb_slice words = words_at(t, line);
        if (is_year_line(words) && !p->values.count)
            p->year = joined(t, p->year, words);
        else if (t->text->lines[line].values)
            add_values(t, words, &p->values);
        else if (!p->year.size && !p->values.count && could_be_label(t, line))
            p->label = joined(t, p->label, words);
        else
            return false;
    }
    p->behind = line;
    return true;
}

static void read_parts(year_table *t, uint32_t line, uint32_t end)
{
    while (line < end && t->count < MOST_BLOCKS && read_part(t, line, end, &t->parts[t->count])) {
        uint32_t behind = t->parts[t->count++].behind;
        line = mb_next_text(t->text, behind, end);
        if (line > behind + MOST_BLANKS)
            return;
    }
}

static int by_year(const void *a, const void *b)
{
    const part *const *left = a, *const *right = b;
    return mb_slice_compare((*left)->year, (*right)->year);
}

/* Puts the years in order; false where there are too few, one has no figure, or one stands twice. */
static bool find_years(year_table *t)
{
    for (uint32_t i = 0; i < t->count; i++)
        if (t->parts[i].year.size)
            t->years[t->columns++] = &t->parts[i];
    qsort(t->years, t->columns, sizeof *t->years, by_year);
    for (uint32_t i = 0; i < t->columns; i++)
        if (t->years[i]->values.count == 0 || (i && by_year(&t->years[i - 1], &t->years[i]) == 0) ||
            (i && t->years[i]->label.size && t->years[i] != &t->parts[0]))
            return false;
    return t->columns >= YEARS_AT_LEAST && t->columns <= MB_TABLE_COLUMNS;
}

static mb_strings *add_row(const year_table *t, mb_slice label, mb_list *rows)
{
    mb_strings *row = mb_list_add(t->reader->arena, rows, mb_strings);
    mb_strings_push(t->reader->arena, row, label);
    return row;
}

/* Adds the row of the part's values; where it lacks some, the next figure of each year that has more stands in its
 * place. `taken` counts the figures that each year has given. */
static bool fill_row(const year_table *t, const part *p, uint32_t *taken, mb_strings *row)
{
    uint32_t at = 0, lacks = t->columns > p->values.count ? t->columns - p->values.count : 0;
    for (uint32_t c = 0; c < t->columns; c++) {
        bool given = lacks > 0 && taken[c] < t->years[c]->values.count;
        if (!given && at == p->values.count)
            return false;
        mb_strings_push(t->reader->arena, row, given ? t->years[c]->values.items[taken[c]++] : p->values.items[at++]);
        lacks -= given;
    }
    return at == p->values.count;
}

/* A label's end in brackets, printed behind everything else, is the last row's. */
static bool ends_last_label(const year_table *t, const part *p)
{
    return p == &t->parts[t->count - 1] && mb_slice_starts(p->label, MB_TEXT("(")) && !p->values.count;
}

static bool is_values(const year_table *t, uint32_t i)
{
    return i < t->count && !t->parts[i].year.size && !t->parts[i].label.size;
}

static void gather_values(const year_table *t, const part *from, part *row)
{
    for (uint32_t v = 0; v < from->values.count; v++)
        mb_strings_push(t->reader->scratch, &row->values, from->values.items[v]);
}

/* Whether no figure is left that stands in no row. */
static bool gave_all(const year_table *t, const uint32_t *taken)
{
    for (uint32_t c = 0; c < t->columns; c++)
        if (taken[c] < t->years[c]->values.count)
            return false;
    return true;
}

/* The first row's figures went with the years; its label stands alone. */
static bool read_rows(const year_table *t, mb_list *rows)
{
    uint32_t *taken = mb_new_array(t->reader->scratch, uint32_t, t->columns);
    mb_strings *first = add_row(t, MB_TEXT(""), rows);
    for (uint32_t c = 0; c < t->columns; c++)
        mb_strings_push(t->reader->arena, first, t->years[c]->values.items[taken[c]++]);
    for (uint32_t i = 0; i < t->count; i++) {
        const part *p = &t->parts[i];
        mb_strings *last = mb_list_last(rows);
        if (p->year.size)
            continue;
        if (ends_last_label(t, p)) {
            last->items[0] = joined(t, last->items[0], p->label);
        } else if (p->values.count || is_values(t, i + 1)) {
            part row = {0};
            gather_values(t, p, &row);
            while (is_values(t, i + 1))
                gather_values(t, &t->parts[++i], &row);
            if (!fill_row(t, &row, taken, add_row(t, p->label, rows)))
                return false;
        } else if (p->label.size && !first->items[0].size) {
            first->items[0] = p->label;
        } else {
            return false;
        }
    }
    return first->items[0].size > 0 && gave_all(t, taken);
}

static void read_head(const year_table *t, mb_block *table)
{
    const part *first = &t->parts[0];
    mb_strings_push(t->reader->arena, &table->header, first->year.size ? first->label : MB_TEXT(""));
    for (uint32_t c = 0; c < t->columns; c++)
        mb_strings_push(t->reader->arena, &table->header, t->years[c]->year);
}

/* Whether the block that begins on `line` holds a year on a line of its own, behind a few lines of a label. */
static bool begins_with_year(const mb_text *text, uint32_t line, uint32_t end)
{
    for (uint32_t last = line + LABEL_LINES; line < end && line < last && mb_line_is_text(text, line); line++)
        if (is_year_line(mb_line_text(text, line)))
            return true;
    return false;
}

uint32_t mb_read_year_table(const mb_block_reader *reader, uint32_t line, uint32_t end, mb_block *table)
{
    mb_block read = *table;
    uint32_t first = line;
    if (reader->is_caption && reader->is_caption(reader->vocabulary, mb_line_text(reader->text, line))) {
        read.caption = mb_line_text(reader->text, line);
        first = mb_next_text(reader->text, line + 1, end);
    }
    if (!begins_with_year(reader->text, first, end))
        return line;
    year_table t = {.reader = reader, .text = reader->text};
    read_parts(&t, first, end);
    if (!find_years(&t) || !read_rows(&t, &read.rows))
        return line;
    read_head(&t, &read);
    *table = read;
    return t.parts[t.count - 1].behind;
}
