/* twin_tables.c: takes two tables that were printed into each other apart.
 *
 *     lines ─► labels and values ─► rows of the one and of the other */
#include "text/twin_tables.h"

#include "text/inline.h"
#include "text/marker.h"
#include "text/measure.h"
#include "text/tables.h"
#include "text/values.h"

/* Fewer pairs of labels, or columns of two heads, could be anything. */
#define PAIRS_AT_LEAST   4
#define COLUMNS_AT_LEAST 3
#define MOST_COLUMNS     6
#define MOST_CELLS       120
/* No label has a longer line, or more lines; between two cells stand no more blank lines. */
#define CELL_LINE   40
#define CELL_LINES  6
#define MOST_BLANKS 2

typedef struct cell {
    mb_slice text; /* a label's lines joined, or a value */
    mb_line_range lines;
    bool is_value;
} cell;

typedef struct twins {
    const mb_block_reader *reader;
    const mb_text *text;
    uint32_t line, end; /* what is left to read */
    cell cells[MOST_CELLS];
    uint32_t count;
    mb_block *first, *second;
    uint32_t second_at; /* the cell with which the second begins */
} twins;

/* --- Cells --- */

static bool could_be_label(const twins *t, uint32_t line)
{
    const mb_line *at = &t->text->lines[line];
    return at->size <= CELL_LINE && !at->marked && !at->finished && !mb_is_table_row(t->text, line);
}

static void read_values(twins *t, uint32_t line)
{
    mb_strings values = {0};
    mb_add_values(t->reader->scratch, mb_line_text(t->text, line), &values);
    for (uint32_t i = 0; i < values.count && t->count < MOST_CELLS; i++)
        t->cells[t->count++] = (cell){values.items[i], {line, line + 1}, true};
}

/* Reads the lines up to a gap, a page's start or a value as a label; false where they are none. */
static bool read_label(twins *t, uint32_t line)
{
    mb_slice pieces[CELL_LINES];
    uint32_t first = line, count = 0;
    for (; line < t->end && mb_line_is_text(t->text, line); line++) {
        if (line > first && (t->text->lines[line].starts_sheet || t->text->lines[line].values))
            break;
        if (count == CELL_LINES || !could_be_label(t, line))
            return false;
        pieces[count++] = mb_line_text(t->text, line);
    }
    cell *label = &t->cells[t->count++];
    *label = (cell){pieces[0], {first, line}, false};
    if (count > 1)
        mb_read_inline(t->reader->scratch, (mb_pieces){pieces, count}, &label->text, NULL);
    return true;
}

/* Reads on until there are `count` cells; false where there are fewer. */
static bool have(twins *t, uint32_t count)
{
    while (t->count < count) {
        uint32_t line = mb_next_text(t->text, t->line, t->end);
        if (line == t->end || count >= MOST_CELLS || (t->count && line > t->line + MOST_BLANKS))
            return false;
        if (t->text->lines[line].values)
            read_values(t, line);
        else if (!read_label(t, line))
            return false;
        t->line = t->cells[t->count - 1].lines.end;
    }
    return true;
}

static bool is_label(twins *t, uint32_t i)
{
    return have(t, i + 1) && !t->cells[i].is_value;
}

static bool is_value(twins *t, uint32_t i)
{
    return have(t, i + 1) && t->cells[i].is_value;
}

static bool same(const twins *t, uint32_t a, uint32_t b)
{
    return mb_slice_equal(t->cells[a].text, t->cells[b].text);
}

static uint32_t count_values(twins *t, uint32_t i)
{
    uint32_t count = 0;
    while (is_value(t, i + count))
        count++;
    return count;
}

static void add_text(const twins *t, mb_slice text, mb_strings *row)
{
    mb_strings_push(t->reader->arena, row, mb_arena_printf(t->reader->arena, "%.*s", MB_ARG(text)));
}

static mb_strings *add_row(const twins *t, mb_block *table, mb_slice label)
{
    mb_strings *row = mb_list_add(t->reader->arena, &table->rows, mb_strings);
    add_text(t, label, row);
    return row;
}

static void add_cells(const twins *t, uint32_t from, uint32_t count, mb_strings *row)
{
    for (uint32_t i = from; i < from + count; i++)
        add_text(t, t->cells[i].text, row);
}

/* --- Charts of the same things --- */

/* A label, the same label, and a value behind the first or behind each. */
typedef struct pair {
    uint32_t values[2];
    uint32_t count;  /* of values */
    uint32_t second; /* the second label; 0 where it is missing */
    uint32_t behind;
} pair;

static pair pair_at(twins *t, uint32_t i)
{
    pair p = {.behind = i + 1};
    if (!is_label(t, i))
        return p;
    if (is_value(t, p.behind))
        p.values[p.count++] = p.behind++;
    if (is_label(t, p.behind) && same(t, i, p.behind)) {
        p.second = p.behind++;
        while (p.count < 2 && is_value(t, p.behind))
            p.values[p.count++] = p.behind++;
    }
    return p;
}

static void give_title(const twins *t, uint32_t i, mb_block *table, uint32_t columns)
{
    add_cells(t, i, 1, &table->header);
    while (table->header.count < columns)
        mb_strings_push(t->reader->arena, &table->header, MB_TEXT(""));
}

/* Reads charts whose first pair of labels begins with cell `i`; returns the cell behind them, or 0. */
static uint32_t read_charts(twins *t, uint32_t i)
{
    uint32_t values = pair_at(t, i).count, pairs = 0, titles = i;
    for (;; pairs++) {
        pair p = pair_at(t, i);
        bool last = !p.second && p.count == 1 && pairs >= PAIRS_AT_LEAST;
        if (p.count == 0 || (!last && (!p.second || p.count != values)))
            break;
        add_cells(t, p.values[0], 1, add_row(t, t->first, t->cells[i].text));
        if (p.second)
            add_cells(t, p.values[1], values - 1, add_row(t, t->second, t->cells[i].text));
        i = p.behind;
        if (last)
            break;
    }
    if (pairs < PAIRS_AT_LEAST)
        return 0;
    t->second_at = titles == 2 ? 1 : pair_at(t, titles).second;
    if (titles == 2) {
        give_title(t, 0, t->first, 2);
        give_title(t, 1, t->second, values);
    }
    return i;
}

static uint32_t find_charts(twins *t)
{
    for (uint32_t titles = 0; titles <= 2 && is_label(t, titles); titles += 2)
        if (pair_at(t, titles).second)
            return read_charts(t, titles);
    return 0;
}

/* --- Tables of the same columns --- */

typedef struct deal {
    uint32_t values; /* of a row */
    uint32_t at;
    uint32_t unnamed[MOST_CELLS]; /* where the values of rows begin whose labels come later */
    uint32_t unnamed_count;
    uint32_t strays[MOST_COLUMNS]; /* values of no row of the longer table */
    uint32_t stray_count;
} deal;

/* The columns of two heads, one behind the other, with which the cells begin; 0 where there are none. */
static uint32_t columns_of_heads(twins *t)
{
    for (uint32_t columns = COLUMNS_AT_LEAST; columns <= MOST_COLUMNS && is_label(t, columns + 1); columns++) {
        bool repeated = !same(t, 0, columns);
        for (uint32_t c = 1; c < columns && repeated; c++)
            repeated = is_label(t, columns + c) && same(t, c, columns + c);
        if (repeated)
            return columns;
    }
    return 0;
}

/* Reads a row of a label and its values. */
static bool read_row(twins *t, deal *d, mb_block *table)
{
    if (!is_label(t, d->at) || count_values(t, d->at + 1) < d->values)
        return false;
    add_cells(t, d->at, d->values + 1, mb_list_add(t->reader->arena, &table->rows, mb_strings));
    d->at += d->values + 1;
    return true;
}

/* Values behind a row: those of rows whose labels come later, and those of the other table's. */
static bool take_unnamed(twins *t, deal *d)
{
    uint32_t count = count_values(t, d->at);
    for (; count >= d->values; count -= d->values, d->at += d->values)
        d->unnamed[d->unnamed_count++] = d->at;
    if (d->stray_count + count > MOST_COLUMNS)
        return false;
    for (; count > 0; count--)
        d->strays[d->stray_count++] = d->at++;
    return true;
}

/* The widest line of a label, but for those of one cell. */
static unsigned label_width(const twins *t, uint32_t but)
{
    unsigned widest = 0;
    for (uint32_t i = 0; i < t->count; i++)
        for (uint32_t line = t->cells[i].lines.first; line < t->cells[i].lines.end; line++)
            if (i != but && !t->cells[i].is_value && t->text->lines[line].width > widest)
                widest = t->text->lines[line].width;
    return widest;
}

/* Gives the lines of a label to `count` labels: another begins where its first word would have fitted on the line above. */
static bool part_label(const twins *t, uint32_t i, uint32_t count, mb_slice *labels)
{
    unsigned widest = label_width(t, i);
    uint32_t found = 0, first = t->cells[i].lines.first;
    for (uint32_t line = first + 1; line <= t->cells[i].lines.end; line++) {
        if (line < t->cells[i].lines.end &&
            t->text->lines[line - 1].width + MB_SPACE_WIDTH + mb_width(mb_first_word(mb_line_text(t->text, line))) >
                widest)
            continue;
        if (found == count)
            return false;
        mb_strings pieces = {0};
        for (; first < line; first++)
            mb_strings_push(t->reader->scratch, &pieces, mb_line_text(t->text, first));
        mb_read_inline(t->reader->scratch, (mb_pieces){pieces.items, pieces.count}, &labels[found++], NULL);
    }
    return found == count;
}

/* Reads a row, before whose label those of the rows stand whose values came first. */
static bool read_named_rows(twins *t, deal *d)
{
    mb_slice labels[MOST_CELLS];
    uint32_t label = d->at, count = d->unnamed_count + 1;
    if (!is_label(t, label) || count_values(t, label + 1) < d->values)
        return false;
    labels[0] = t->cells[label].text;
    if (count > 1 && !part_label(t, label, count, labels))
        return false;
    for (uint32_t i = 0; i < d->unnamed_count; i++)
        add_cells(t, d->unnamed[i], d->values, add_row(t, t->second, labels[i]));
    add_cells(t, label + 1, d->values, add_row(t, t->second, labels[count - 1]));
    d->unnamed_count = 0;
    d->at += d->values + 1;
    return true;
}

/* "4% 0% Not counted" before the next label: words stand in the last cell of a row. */
static bool read_row_of_words(twins *t, deal *d)
{
    if (!is_label(t, d->at) || count_values(t, d->at + 1) + 1 != d->values || !is_label(t, d->at + d->values) ||
        !is_label(t, d->at + d->values + 1) || count_values(t, d->at + d->values + 2) < d->values)
        return false;
    add_cells(t, d->at, d->values + 1, mb_list_add(t->reader->arena, &t->second->rows, mb_strings));
    d->at += d->values + 1;
    return true;
}

/* What the first table has left: labels, then the values of all, a column's behind the other's; the strays are of the
 * last column that isn't whole. */
static bool read_rest(twins *t, deal *d)
{
    uint32_t labels = 0;
    while (is_label(t, d->at + labels))
        labels++;
    uint32_t values = count_values(t, d->at + labels), whole = labels ? values / labels : 0;
    if (labels < 2 || values + d->stray_count != labels * d->values || whole + 1 < d->values)
        return false;
    for (uint32_t row = 0; row < labels; row++) {
        mb_strings *cells = add_row(t, t->first, t->cells[d->at + row].text);
        for (uint32_t c = 0; c < d->values; c++) {
            uint32_t nth = c * labels + row;
            bool stray = nth >= whole * labels && row < d->stray_count;
            uint32_t behind = nth < whole * labels ? nth : nth - d->stray_count;
            add_cells(t, stray ? d->strays[row] : d->at + labels + behind, 1, cells);
        }
    }
    d->stray_count = 0;
    d->at += labels + values;
    return true;
}

static uint32_t find_tables(twins *t)
{
    uint32_t columns = columns_of_heads(t);
    deal d = {.values = columns - 1, .at = 2 * columns};
    if (columns == 0 || !read_row(t, &d, t->first) || !read_row(t, &d, t->second))
        return 0;
    while (take_unnamed(t, &d) && (read_named_rows(t, &d) || read_row_of_words(t, &d)))
        ;
    if (is_label(t, d.at) && is_label(t, d.at + 1))
        read_rest(t, &d);
    if (d.unnamed_count || d.stray_count || t->second->rows.count < 2)
        return 0;
    t->second_at = columns;
    add_cells(t, 0, columns, &t->first->header);
    add_cells(t, columns, columns, &t->second->header);
    return d.at;
}

uint32_t mb_read_twin_tables(const mb_block_reader *reader, uint32_t line, uint32_t end, mb_block *first,
                             mb_block *second)
{
    mb_block left = *first, right = *second;
    twins t; /* without its cells: most lines begin no table, and clearing room for one takes longer than to see that */
    t.reader = reader;
    t.text = reader->text;
    t.line = line;
    t.end = end;
    t.first = &left;
    t.second = &right;
    t.count = t.second_at = 0;
    uint32_t behind = find_charts(&t);
    if (behind == 0)
        behind = find_tables(&t);
    if (behind == 0)
        return line;
    *first = left;
    *second = right;
    second->place = mb_place_of(reader->text, t.cells[t.second_at].lines.first);
    return t.cells[behind - 1].lines.end;
}
