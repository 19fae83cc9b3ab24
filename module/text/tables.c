/* tables.c: rows and cells by tabs.
 *
 *     lines ─► printed rows ─► rows as a reader sees them ─► block
 *
 * Extraction prints a row whose cells were wrapped as several: each of their lines is a row of its own. */
#include "text/tables.h"

#include <ctype.h>

#include "text/inline.h"

/* How far above a line without a tab inside the row may stand that makes it one: more wraps than a cell has. */
#define WRAPPED_LINES 24
/* Cells that go on in small letters from the row above: that many, and the rows are lines of wrapped cells. */
#define WRAPS_AT_LEAST 3
#define WRAPS_ONE_IN   4

mb_slice mb_raw_line(const mb_text *text, uint32_t line)
{
    const mb_line *at = &text->lines[line];
    const char *from = mb_line_start(text, line), *to = from + at->size;
    const char *least = NULL, *most = NULL; /* of what is told anew a line feed is the end, and always there */
    if (!mb_is_told(text, line)) {
        least = line ? mb_printed_at(text, line - 1) : text->source.data;
        least += line && !mb_is_told(text, line - 1) ? at[-1].size : 0;
        most = line + 1 < text->count ? mb_printed_at(text, line + 1) : mb_slice_end(text->source);
        most = most < to ? mb_slice_end(text->source) : most; /* a paragraph is told on its first line */
    }
    while (from != least && from[-1] != '\n')
        from--;
    while (to != most && *to != '\n')
        to++;
    return mb_slice_between(from, to);
}

/* --- Which lines are rows --- */

static bool has_two_cells(const mb_text *text, uint32_t line)
{
    return mb_line_is_text(text, line) && text->lines[line].tab_inside;
}

/* In layouts and dumps stand lines between the rows of a table that are none of it: tags, blanks for a cell's wraps. */
static bool has_rows_apart(const mb_text *text, uint32_t line)
{
    return text->lines[line].kind == MB_TEXT_LAYOUT || text->lines[line].kind == MB_TEXT_DUMP;
}

static bool has_one_cell(const mb_text *text, uint32_t line)
{
    const mb_line *at = &text->lines[line];
    return at->role == MB_LINE_TEXT && (at->tab_inside || at->tab_around);
}

static bool stands_by_row(const mb_text *text, uint32_t line)
{
    if (line + 1 < text->count && has_two_cells(text, line + 1))
        return true;
    for (uint32_t back = 1; back <= WRAPPED_LINES && back <= line; back++) {
        if (has_two_cells(text, line - back))
            return true;
        if (!has_one_cell(text, line - back))
            return false;
    }
    return false;
}

bool mb_is_table_row(const mb_text *text, uint32_t line)
{
    if (has_two_cells(text, line))
        return true;
    return has_one_cell(text, line) && (has_rows_apart(text, line) || stands_by_row(text, line));
}

/* --- Printed rows --- */

static void split_cells(mb_arena *scratch, mb_slice row, mb_strings *cells)
{
    for (size_t from = 0;;) {
        size_t to = cells->count + 1 < MB_TABLE_COLUMNS ? mb_slice_find(row, MB_TEXT("\t"), from) : SIZE_MAX;
        mb_slice cell = mb_slice_between(row.data + from, row.data + (to == SIZE_MAX ? row.size : to));
        mb_strings_push(scratch, cells, mb_slice_trim(cell));
        if (to == SIZE_MAX)
            break;
        from = to + 1;
    }
    while (cells->count && cells->items[cells->count - 1].size == 0)
        cells->count--;
}

static void read_printed_row(mb_arena *scratch, const mb_text *text, uint32_t line, mb_list *printed)
{
    mb_row *row = mb_list_add(scratch, printed, mb_row);
    row->line = line;
    split_cells(scratch, mb_raw_line(text, line), &row->cells);
}

/* The row behind a page's end at which the table goes on, or `end`: nothing stands between but blank lines and the
 * head, set aside. */
static uint32_t row_behind_repeated_head(const mb_text *text, uint32_t head, uint32_t line, uint32_t end)
{
    bool repeated = false;
    for (; line < end && !mb_line_is_text(text, line); line++)
        repeated |= text->lines[line].role == MB_LINE_FURNITURE &&
                    mb_slice_equal(mb_line_text(text, line), mb_line_text(text, head));
    return repeated && line < end && mb_is_table_row(text, line) ? line : end;
}

/* The table's row below `line`, or `end`. */
static uint32_t row_below(const mb_text *text, uint32_t line, uint32_t end)
{
    uint32_t next = line + 1;
    if (has_rows_apart(text, line))
        next = mb_next_text(text, next, end);
    return next < end && mb_is_table_row(text, next) && !text->lines[next].starts_table ? next : end;
}

static mb_slice cell_of(const mb_row *row, uint32_t column)
{
    return column < row->cells.count ? row->cells.items[column] : MB_NOTHING;
}

static uint32_t most_cells(const mb_list *printed)
{
    uint32_t most = 0;
    for (uint32_t r = 0; r < printed->count; r++)
        if (((const mb_row *)printed->items[r])->cells.count > most)
            most = ((const mb_row *)printed->items[r])->cells.count;
    return most;
}

static bool has_digit(mb_slice cell)
{
    for (size_t i = 0; i < cell.size; i++)
        if (isdigit((unsigned char)cell.data[i]))
            return true;
    return false;
}

/* Whether the row has a figure in each column where all rows of the table have one. */
static bool has_figures_of(const mb_list *printed, const mb_row *row)
{
    for (uint32_t column = 1; column < row->cells.count; column++) {
        bool figures = printed->count > 1;
        for (uint32_t r = 1; r < printed->count && figures; r++)
            figures = has_digit(cell_of(printed->items[r], column));
        if (figures && !has_digit(cell_of(row, column)))
            return false;
    }
    return true;
}

/* The row with which the next page begins, where the table in a layout goes on there, or `end`: nothing stands between
 * but the page's furniture, and the row has as many cells, and figures where the others have them. */
static uint32_t row_on_next_page(mb_arena *scratch, const mb_text *text, const mb_list *printed, uint32_t line,
                                 uint32_t end)
{
    uint32_t next = mb_next_text(text, line, end);
    if (next == end || text->lines[next].kind != MB_TEXT_LAYOUT || !text->lines[next].starts_table ||
        mb_sheet_of(text, next) != mb_sheet_of(text, line - 1) + 1)
        return end;
    mb_row row = {next, {0}};
    split_cells(scratch, mb_raw_line(text, next), &row.cells);
    return row.cells.count > 1 && row.cells.count == most_cells(printed) && has_figures_of(printed, &row) ? next : end;
}

static uint32_t read_printed_rows(mb_arena *scratch, const mb_text *text, uint32_t line, uint32_t end, mb_list *printed)
{
    uint32_t head = line, behind = line;
    while (line < end) {
        for (; line < end; line = row_below(text, line, end)) {
            read_printed_row(scratch, text, line, printed);
            behind = line + 1;
        }
        line = row_behind_repeated_head(text, head, behind, end);
        line = line < end ? line : row_on_next_page(scratch, text, printed, behind, end);
    }
    return behind;
}

/* Whether the row is the first of its table, or on its page. */
static bool is_first_row(const mb_text *text, uint32_t line)
{
    if (!has_rows_apart(text, line))
        return line == 0 || !mb_is_table_row(text, line - 1);
    uint32_t above = line;
    while (above > 0 && !mb_line_is_text(text, above - 1))
        above--;
    return text->lines[line].starts_table || above == 0 || !mb_is_on_sheet(text, above - 1, line);
}

void mb_set_aside_repeated_heads(mb_text *text)
{
    uint32_t head = UINT32_MAX;
    for (uint32_t line = 0; line < text->count; line++) {
        if (!mb_line_is_text(text, line))
            continue;
        if (!has_two_cells(text, line)) {
            head = mb_is_table_row(text, line) ? head : UINT32_MAX;
            continue;
        }
        bool first = is_first_row(text, line);
        if (first && head != UINT32_MAX && mb_slice_equal(mb_line_text(text, line), mb_line_text(text, head)))
            text->lines[line].role = MB_LINE_FURNITURE;
        else if (first)
            head = line;
    }
}

/* --- Rows as a reader sees them --- */

static uint32_t filled_cells(const mb_strings *row)
{
    uint32_t filled = 0;
    for (uint32_t i = 0; i < row->count; i++)
        filled += row->items[i].size > 0;
    return filled;
}

/* Whether a cell goes on, in small letters, with an unfinished one above it. */
static bool goes_on_in_small_letters(const mb_row *above, const mb_row *row)
{
    for (uint32_t c = 0; c < row->cells.count; c++)
        if (mb_starts_small(cell_of(row, c)) && cell_of(above, c).size && !mb_is_finished(cell_of(above, c)))
            return true;
    return false;
}

static bool cells_are_wrapped(const mb_list *printed)
{
    uint32_t wraps = 0;
    for (uint32_t r = 1; r < printed->count; r++)
        wraps += goes_on_in_small_letters(printed->items[r - 1], printed->items[r]);
    return wraps >= WRAPS_AT_LEAST && wraps * WRAPS_ONE_IN >= printed->count;
}

/* "Total CIC" over "population", "Timeliness of" over "CIC reviews": a label's second line stands alone. */
static bool goes_on_with_label(const mb_row *above, const mb_row *row)
{
    mb_slice label = cell_of(row, 0);
    return row->cells.count == 1 && above->cells.count > 1 && cell_of(above, 0).size &&
           (mb_starts_small(label) || mb_breaks_off(cell_of(above, 0)));
}

/* A head that begins with an empty corner goes on in a row that does so too, and fills fewer cells. */
static bool goes_on_with_head(const mb_list *printed, uint32_t r)
{
    const mb_row *above = printed->items[r - 1], *row = printed->items[r];
    return r == 1 && printed->count > 2 && cell_of(above, 0).size == 0 && cell_of(row, 0).size == 0 &&
           filled_cells(&row->cells) < filled_cells(&above->cells) && cell_of(printed->items[2], 0).size > 0;
}

/* Among lines of wrapped cells a row begins where every cell begins like a sentence, behind one that ends like one.
 * `last` is the last text of the row's last column. */
static bool begins_among_wraps(const mb_row *row, mb_slice last)
{
    if (cell_of(row, 0).size == 0 || row->cells.count < 2)
        return false;
    for (uint32_t c = 0; c < row->cells.count; c++)
        if (mb_starts_small(cell_of(row, c)))
            return false;
    return mb_is_finished(last);
}

typedef struct joiner {
    mb_arena *arena, *scratch;
    const mb_list *printed;
    mb_list *rows;
    uint32_t columns;
    bool whole; /* rows are printed whole, whatever their cells' wraps */
} joiner;

/* Joins the printed rows `first` up to but without `end` to one row. */
static void join_rows(joiner *j, uint32_t first, uint32_t end)
{
    mb_row *row = mb_list_add(j->scratch, j->rows, mb_row);
    row->line = ((const mb_row *)j->printed->items[first])->line;
    mb_slice *pieces = mb_new_array(j->scratch, mb_slice, end - first);
    row->cells = (mb_strings){mb_new_array(j->arena, mb_slice, j->columns), 0, j->columns};
    for (uint32_t c = 0; c < j->columns; c++) {
        uint32_t count = 0;
        for (uint32_t r = first; r < end; r++)
            if (cell_of(j->printed->items[r], c).size)
                pieces[count++] = cell_of(j->printed->items[r], c);
        mb_slice text = MB_TEXT("");
        if (count)
            mb_read_inline(j->arena, (mb_pieces){pieces, count}, &text, NULL);
        mb_strings_push(j->arena, &row->cells, text);
    }
}

static void join_printed_rows(joiner *j)
{
    const mb_list *printed = j->printed;
    bool wrapped = cells_are_wrapped(printed);
    mb_slice last = MB_NOTHING;
    uint32_t first = 0;
    for (uint32_t r = 0; r < printed->count; r++) {
        const mb_row *row = printed->items[r];
        bool goes_on = r > first && !j->whole &&
                       (goes_on_with_label(printed->items[r - 1], row) || goes_on_with_head(printed, r) ||
                        (wrapped && r > 1 && !begins_among_wraps(row, last)));
        if (!goes_on && r > first) {
            join_rows(j, first, r);
            first = r;
        }
        if (row->cells.count == j->columns)
            last = cell_of(row, j->columns - 1);
    }
    if (first < printed->count)
        join_rows(j, first, printed->count);
}

uint32_t mb_read_rows(mb_arena *arena, mb_arena *scratch, const mb_text *text, uint32_t line, uint32_t end,
                      mb_list *rows)
{
    mb_list printed = {0};
    uint32_t behind = read_printed_rows(scratch, text, line, end, &printed);
    joiner j = {arena, scratch, &printed, rows, most_cells(&printed), has_rows_apart(text, line)};
    join_printed_rows(&j);
    return behind;
}

uint32_t mb_read_table(mb_arena *arena, mb_arena *scratch, const mb_text *text, uint32_t line, uint32_t end,
                       mb_block *table)
{
    mb_list rows = {0};
    uint32_t behind = mb_read_rows(arena, scratch, text, line, end, &rows);
    bool head = rows.count > 1 && filled_cells(&((const mb_row *)rows.items[0])->cells) > 1;
    if (head)
        table->header = ((const mb_row *)rows.items[0])->cells;
    mb_list_reserve(arena, &table->rows, rows.count - head);
    for (uint32_t r = head; r < rows.count; r++) {
        mb_strings *cells = mb_list_add(arena, &table->rows, mb_strings);
        *cells = ((const mb_row *)rows.items[r])->cells;
    }
    return behind;
}
