/* cell_tables.c: runs of cells, and the tables in them.
 *
 *     blocks of lines ─► runs of cells ─► where a table begins, and its columns (cell_columns.h) ─► rows with tabs */
#include "text/cell_tables.h"

#include <ctype.h>

#include "text/inline.h"
#include "text/marker.h"
#include "text/measure.h"
#include "text/values.h"

/* A cell has no more lines. */
#define CELL_LINES 12
/* "10a.", the number of an item. */
#define NUMBER_SIZE 5
/* How much better another start must fit to count; cells that it leaves over tell against it. */
#define FIT_APART        0.1
#define FIT_BETTER       0.05
#define FIT_OF_LEFT_OVER 0.1
/* Tables whose heads may be repeated: a pack has fewer that go over a page's end. */
#define HEADS 100
/* What a line may fall short of the page's width and yet be a paragraph's. */
#define FULL_PERCENT 93
/* The page's width, in thousandths of its type's size, where no wrapped line tells it; and how finely it is told. */
#define USUAL_WIDTH    42000
#define WIDTH_STEP     500
#define WIDTH_STEPS    200
#define WRAPS_AT_LEAST 10
typedef struct finder {
    mb_arena *scratch;
    mb_list *tables;
    const mb_list *heads; /* tables that were found before, whose heads may begin others; NULL: none yet */
    mb_begins_other_table *begins_other;
    const void *vocabulary;
    mb_cell_run run;
} finder;

/* --- The page's width --- */

static bool is_wrapped_line(const mb_text *text, uint32_t line)
{
    return text->lines[line].kind == MB_TEXT_READING_ORDER && mb_line_is_text(text, line) && line + 1 < text->count &&
           mb_line_is_text(text, line + 1) && mb_starts_small(mb_line_text(text, line + 1));
}

/* What nine in ten wrapped lines keep to. */
static unsigned find_page_width(const mb_text *text)
{
    uint32_t steps[WIDTH_STEPS] = {0}, lines = 0, beyond = 0;
    for (uint32_t line = 0; line < text->count; line++) {
        if (!is_wrapped_line(text, line))
            continue;
        unsigned step = text->lines[line].width / WIDTH_STEP;
        steps[step < WIDTH_STEPS ? step : WIDTH_STEPS - 1]++;
        lines++;
    }
    if (lines < WRAPS_AT_LEAST)
        return USUAL_WIDTH;
    unsigned step = WIDTH_STEPS;
    while (step > 0 && beyond * 10 < lines)
        beyond += steps[--step];
    return (step + 1) * WIDTH_STEP;
}

/* --- Cells --- */

/* In quarters of a doubling. */
static unsigned length_of(size_t size)
{
    unsigned steps = 0;
    size_t least = 1;
    while (least * 2 <= size) {
        least *= 2;
        steps += 4;
    }
    return steps + (unsigned)((size - least) * 4 / least);
}

/* "A2.", "5a.": what numbers an item, and no form of a marker. */
static bool is_number(mb_slice words)
{
    bool digit = false;
    for (size_t i = 0; i < words.size && words.size <= NUMBER_SIZE; i++)
        digit |= isdigit((unsigned char)words.data[i]) != 0;
    return digit && mb_slice_ends(words, MB_TEXT(".")) && mb_slice_words(words) == 1;
}

/* A decimal alone may be a figure, too, and a dash stand for none. */
static bool begins_item(mb_slice words)
{
    mb_marker marker = mb_marker_of(words);
    bool figure = marker.form == MB_MARKER_DECIMAL || (marker.form && mb_is_value_line(words));
    return marker.form && (marker.rest.size || !figure);
}

/* Whether the line can be of a cell: no item, no label, no paragraph's line. */
static bool could_be_of_cell(const mb_cell_run *run, uint32_t line)
{
    mb_slice words = mb_cell_words(run, line);
    return run->text->lines[line].kind == MB_TEXT_READING_ORDER && !run->text->lines[line].tab_inside &&
           !begins_item(words) && !is_number(words) && !mb_slice_ends(words, MB_TEXT(":")) &&
           !mb_slice_ends(words, MB_TEXT(";")) && !mb_printed_page(words) &&
           (uint64_t)run->text->lines[line].width * 100 < (uint64_t)run->page_width * FULL_PERCENT;
}

/* "3.9." below "Agreed; see paragraph", "3.30 pm and not later" below "Open until". */
static bool is_wrapped_number(const mb_cell_run *run, uint32_t line)
{
    mb_slice words = mb_cell_words(run, line), above = mb_cell_words(run, line - 1);
    mb_marker marker = mb_marker_of(words);
    bool number = is_number(words) || (marker.form == MB_MARKER_DECIMAL && mb_starts_small(marker.rest));
    return number && !mb_is_finished(above) && !is_number(above);
}

static void measure(const mb_cell_run *run, mb_cell *cell)
{
    size_t size = 0;
    cell->width = 0;
    cell->figure = true;
    for (uint32_t line = cell->first; line < cell->end; line++) {
        const mb_line *at = &run->text->lines[line];
        size += at->size + (line > cell->first);
        cell->width = at->width > cell->width ? at->width : cell->width;
        cell->figure &= mb_is_value_line(mb_cell_words(run, line));
    }
    cell->length = length_of(size);
}

static mb_cell cell_of(const mb_cell_run *run, uint32_t first, uint32_t end)
{
    mb_cell cell = {.first = first, .end = end};
    measure(run, &cell);
    return cell;
}

/* --- Tables --- */

static void add_table(finder *f, const mb_cell_start *s, const mb_cell_columns *c)
{
    mb_cell_table *table = mb_list_add(f->scratch, f->tables, mb_cell_table);
    *table = (mb_cell_table){.columns = c->count, .count = c->count * c->rows};
    table->cells = mb_new_array(f->scratch, mb_cell, table->count);
    for (uint32_t i = 0; i < table->count; i++)
        table->cells[i] = *mb_cell_at(&f->run, s, i);
}

static bool is_single(const mb_cell *cell)
{
    return cell->end <= cell->first + 1;
}

/* With the cell, or with its last line where that stands below a sentence. */
static mb_cell_start start_at(const mb_cell_run *run, uint32_t from)
{
    const mb_cell *cell = &run->cells[from];
    mb_cell_start s = {.leads = {*cell}, .count = 1, .from = from + 1};
    if (!is_single(cell) && mb_is_cell_sentence(mb_cell_words(run, cell->end - 2)))
        s.leads[0] = cell_of(run, cell->end - 1, cell->end);
    return s;
}

static mb_cell_start start_above(const mb_cell_run *run)
{
    return (mb_cell_start){.leads = {cell_of(run, run->above, run->above + 1)}, .count = 1};
}

static bool heads_are_single(const mb_cell_run *run, const mb_cell_start *s, const mb_cell_columns *c)
{
    for (uint32_t i = 1; i < c->count; i++)
        if (!is_single(mb_cell_at(run, s, i)))
            return false;
    return true;
}

/* Whether the lead's first line is wider than all cells below it, as a title is. */
static bool begins_with_title(const mb_cell_run *run, const mb_cell_start *s, const mb_cell_columns *c)
{
    unsigned widest = 0;
    for (uint32_t i = c->count; i < c->rows * c->count; i += c->count)
        widest = mb_cell_at(run, s, i)->width > widest ? mb_cell_at(run, s, i)->width : widest;
    return run->text->lines[s->leads[0].first].width > widest;
}

/* A block's last line is the head's first cell, and the ones above it a title, where the other cells of the head have
 * one line each or the title is too wide for the column. */
static void part_lead(const mb_cell_run *run, mb_cell_start *s, const mb_cell_columns *c)
{
    if (is_single(&s->leads[0]) || mb_starts_small(mb_cell_words(run, s->leads[0].end - 1)))
        return;
    if (heads_are_single(run, s, c) || begins_with_title(run, s, c))
        s->leads[0] = cell_of(run, s->leads[0].end - 1, s->leads[0].end);
}

/* Whether the first column holds labels, and all others figures: then its head may be empty. */
static bool only_labels_are_words(const mb_cell_columns *c)
{
    bool figures = c->count > 2 && c->words[0];
    for (uint32_t column = 1; column < c->count; column++)
        figures &= c->figures[column];
    return figures;
}

/* A table, where it begins, and how well it fits: better where it leaves no cell of the run over. */
typedef struct found {
    mb_cell_start start;
    mb_cell_columns columns;
    double fit;
} found;

static void add_rows(const mb_cell_run *run, const mb_cell_start *s, mb_cell_columns *c)
{
    while ((c->rows + 1) * c->count <= mb_cells_from(run, s) && mb_add_cell_row(run, s, c, c->rows))
        ;
}

static bool find_at(const mb_cell_run *run, const mb_cell_start *s, found *out)
{
    *out = (found){.start = *s};
    if (!mb_find_cell_columns(run, s, &out->columns))
        return false;
    add_rows(run, s, &out->columns);
    uint32_t left = mb_cells_from(run, s) - out->columns.count * out->columns.rows;
    out->fit = out->columns.fit - (left ? FIT_OF_LEFT_OVER : 0);
    return true;
}

static mb_cell_start with_corner(const mb_cell_start *s)
{
    return (mb_cell_start){.leads = {{0}, s->leads[0]}, .count = 2, .from = s->from};
}

/* The table that begins there, with or without an empty corner. */
static bool find_cornered(const mb_cell_run *run, const mb_cell_start *s, found *best)
{
    mb_cell_start corner = with_corner(s);
    found other;
    bool any = find_at(run, s, best);
    if (!find_at(run, &corner, &other) || !only_labels_are_words(&other.columns) ||
        (any && !best->columns.figures[0] && other.fit <= best->fit))
        return any;
    *best = other;
    return true;
}

/* The table that begins with the run's cell `from`, or with the line above the run. */
static bool find_table(const mb_cell_run *run, uint32_t from, found *best)
{
    mb_cell_start s = start_at(run, from);
    found other;
    bool any = find_cornered(run, &s, best);
    if (from > 0 || run->above == MB_NO_LINE)
        return any;
    mb_cell_start above = start_above(run);
    if (!find_cornered(run, &above, &other) || (any && other.fit <= best->fit - FIT_APART))
        return any;
    *best = other;
    return true;
}

/* Whether a table that begins a few cells further down, and not with another row of this one, fits better; but not with
 * figures before the labels. */
static bool fits_better_below(const mb_cell_run *run, uint32_t from, const found *here)
{
    found other;
    for (uint32_t next = from + 1; next < from + here->columns.count && next < run->count; next++) {
        mb_cell_start s = start_at(run, next);
        if (find_at(run, &s, &other) && other.fit > here->fit + FIT_BETTER &&
            (here->columns.figures[0] || !other.columns.figures[0]))
            return true;
    }
    return false;
}

/* Reads the table that begins with the run's cell `from`, or above it; returns the cell behind it, `from` for none. */
static uint32_t read_table(finder *f, uint32_t from)
{
    found table;
    if (!find_table(&f->run, from, &table) || fits_better_below(&f->run, from, &table))
        return from;
    part_lead(&f->run, &table.start, &table.columns);
    add_table(f, &table.start, &table.columns);
    return table.start.from + table.columns.rows * table.columns.count - table.start.count;
}

static bool same_cell(const mb_cell_run *run, const mb_cell *one, const mb_cell *two)
{
    if (one->end - one->first != two->end - two->first)
        return false;
    for (uint32_t i = 0; i < one->end - one->first; i++)
        if (!mb_slice_equal(mb_cell_words(run, one->first + i), mb_cell_words(run, two->first + i)))
            return false;
    return true;
}

static bool begins_with_head(const mb_cell_run *run, const mb_cell_start *s, const mb_cell_table *table)
{
    if (mb_cells_from(run, s) < 2 * table->columns)
        return false;
    for (uint32_t i = 0; i < table->columns; i++)
        if (!same_cell(run, mb_cell_at(run, s, i), &table->cells[i]))
            return false;
    return true;
}

/* Reads the table that begins there and goes on behind a page's end, or is cut by it: its head is that of a table that
 * was found. Returns the run's cell behind it, `from` for none. */
static uint32_t read_with_known_head(finder *f, uint32_t from, mb_cell_start s)
{
    for (uint32_t i = 0; f->heads && i < f->heads->count && i < HEADS; i++) {
        const mb_cell_table *table = f->heads->items[i];
        if (!begins_with_head(&f->run, &s, table))
            continue;
        mb_cell_columns c = {.count = table->columns};
        add_rows(&f->run, &s, &c);
        if (c.rows < 2)
            continue;
        add_table(f, &s, &c);
        return s.from + c.rows * c.count - s.count;
    }
    return from;
}

static uint32_t read_under_known_head(finder *f, uint32_t from)
{
    uint32_t behind = read_with_known_head(f, from, start_at(&f->run, from));
    if (behind > from || from > 0 || f->run.above == MB_NO_LINE)
        return behind;
    return read_with_known_head(f, from, start_above(&f->run));
}

/* --- Runs --- */

static void read_run(finder *f)
{
    for (uint32_t from = 0; from < f->run.count;) {
        uint32_t behind = read_under_known_head(f, from);
        if (behind == from)
            behind = read_table(f, from);
        from = behind > from ? behind : from + 1;
    }
    f->run.count = 0;
    f->run.above = MB_NO_LINE;
}

/* Adds the block of lines to the run, or ends the run with it. */
static void take_block(finder *f, uint32_t first, uint32_t end)
{
    uint32_t line = first;
    while (line < end && (could_be_of_cell(&f->run, line) || (line > first && is_wrapped_number(&f->run, line))))
        line++;
    if (f->run.count == MB_CELL_RUN || f->run.text->lines[first].starts_sheet)
        read_run(f);
    if (line == end && end - first <= CELL_LINES) {
        f->run.cells[f->run.count++] = cell_of(&f->run, first, end);
        return;
    }
    read_run(f);
    if (could_be_of_cell(&f->run, end - 1) && !mb_starts_small(mb_cell_words(&f->run, end - 1)))
        f->run.above = end - 1;
}

/* Ends the run; returns where the next page begins. */
static uint32_t pass_page(finder *f, uint32_t line)
{
    read_run(f);
    for (line++; line < f->run.text->count && !f->run.text->lines[line].starts_sheet; line++)
        ;
    return line;
}

static void read_runs(finder *f)
{
    const mb_text *text = f->run.text;
    f->run.count = 0;
    f->run.above = MB_NO_LINE;
    for (uint32_t line = 0, end; line < text->count; line = end) {
        for (end = line;
             end < text->count && mb_line_is_text(text, end) && (end == line || !text->lines[end].starts_sheet); end++)
            ;
        if (end > line && f->begins_other && f->begins_other(f->vocabulary, text, line))
            end = pass_page(f, line);
        else if (end > line)
            take_block(f, line, end);
        else
            end = line + 1;
    }
    read_run(f);
}

void mb_find_cell_tables(mb_arena *scratch, const mb_text *text, mb_begins_other_table *begins_other,
                         const void *vocabulary, mb_list *tables)
{
    mb_list first = {0};
    finder *f = mb_new(scratch, finder);
    *f = (finder){.scratch = scratch,
                  .tables = &first,
                  .begins_other = begins_other,
                  .vocabulary = vocabulary,
                  .run = {.text = text, .page_width = find_page_width(text)}};
    read_runs(f);
    if (first.count == 0)
        return;
    f->tables = tables;
    f->heads = &first;
    read_runs(f);
}

/* --- Laying out --- */

static void lay_out(mb_arena *scratch, mb_text *text, const mb_cell_table *table, mb_layout_line *lines)
{
    mb_columns *places = mb_new(scratch, mb_columns);
    places->count = table->columns;
    places->starts = mb_new_array(scratch, uint32_t, table->columns);
    for (uint32_t column = 0; column < table->columns; column++)
        places->starts[column] = column;
    for (uint32_t i = 0; i < table->count; i++) {
        uint32_t column = i % table->columns;
        for (uint32_t line = table->cells[i].first; line < table->cells[i].end; line++) {
            mb_layout_line *at = &lines[line];
            at->pieces = mb_new(scratch, mb_piece);
            *at->pieces = (mb_piece){mb_line_text(text, line), column, column + 1, false};
            at->count = 1;
            at->columns = places;
            at->role = MB_LAYOUT_ROW_GOES_ON;
            text->lines[line].kind = MB_TEXT_LAYOUT;
        }
    }
    for (uint32_t i = 0; i < table->count; i += table->columns) {
        uint32_t first = table->cells[i].first < table->cells[i].end ? i : i + 1;
        lines[table->cells[first].first].role = i ? MB_LAYOUT_ROW : MB_LAYOUT_TABLE;
    }
}

void mb_lay_out_cells(mb_arena *scratch, mb_text *text, const mb_list *tables, mb_layout_line *lines)
{
    for (uint32_t i = 0; i < tables->count; i++)
        lay_out(scratch, text, tables->items[i], lines);
}
