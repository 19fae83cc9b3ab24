/* cell_columns.c: tries each number of columns, by the widths at which cells are wrapped and by how well they fit. */
#include "text/cell_columns.h"

#include <ctype.h>
#include <stdlib.h>

#include "text/inline.h"
#include "text/measure.h"

/* A longer number counts no rows. */
#define MOST_DIGITS 9
/* Rows below the head: as many prove a table, or fewer whose columns fit nearly perfectly. */
#define ROWS_AT_LEAST 3
#define ROWS_THAT_FIT 2
/* Rows below the head that the fit is measured by. */
#define ROWS_MEASURED 12
/* Two columns are also what labels and what they label look like: more rows, and a better fit, tell them. */
#define ROWS_OF_TWO 4
#define FIT_OF_TWO  0.5
#define FIT         0.4
#define PERFECT_FIT 0.9
/* No other number of columns may fit nearly as well. */
#define FIT_APART 0.1
/* How much more than a doubling in length a difference in kind is. */
#define KIND_STEPS 8
/* "No.", "Ref.", "Item" */
#define NUMBERS_NAME 5
/* "nothing", "not known" */
#define WORDS_FOR_FIGURE 2
/* Between two columns. */
#define COLUMN_GAP 600
/* Landscape pages are wider than upright ones, where no line is as wide as an upright page's. */
#define LANDSCAPE_PERCENT 170
#define UPRIGHT_PERCENT   70
/* Behind its numbers a page's text is narrower than its tables. */
#define WIDER_PERCENT 115

/* --- A start, and the columns from there --- */

static unsigned room_for(const mb_cell_run *run, unsigned widest)
{
    bool landscape = (uint64_t)widest * 100 < (uint64_t)run->page_width * UPRIGHT_PERCENT;
    return run->page_width / 100 * (landscape ? LANDSCAPE_PERCENT : WIDER_PERCENT);
}

/* The width of the head's first cell, above which a title may stand. */
static unsigned width_below_title(const mb_cell_run *run, const mb_cell *cell)
{
    return cell->first < cell->end ? run->text->lines[cell->end - 1].width : 0;
}

/* "nothing", "not known" in a column of figures, beside a figure in another. */
static bool stands_for_figure(const mb_cell_run *run, const mb_cell_start *s, const mb_cell_columns *c, uint32_t row,
                              uint32_t column)
{
    const mb_cell *cell = mb_cell_at(run, s, row * c->count + column);
    bool beside = false;
    for (uint32_t other = 0; other < c->count; other++)
        beside |= other != column && c->figures[other] && mb_cell_at(run, s, row * c->count + other)->figure;
    mb_slice words = cell->end == cell->first + 1 ? mb_cell_words(run, cell->first) : MB_NOTHING;
    return beside && words.size && mb_starts_small(words) && mb_slice_words(words) <= WORDS_FOR_FIGURE;
}

/* Adds row `row`; false, and nothing changed, where it is too wide for the page or of other kinds than those above. */
bool mb_add_cell_row(const mb_cell_run *run, const mb_cell_start *s, mb_cell_columns *c, uint32_t row)
{
    mb_cell_columns grown = *c;
    unsigned whole = 0, widest = 0;
    for (uint32_t column = 0; column < c->count; column++) {
        const mb_cell *cell = mb_cell_at(run, s, row * c->count + column);
        bool figure = cell->figure || (row > 2 && stands_for_figure(run, s, c, row, column));
        if (row > 2 && c->figures[column] && !figure)
            return false;
        grown.figures[column] = row == 0 || (c->figures[column] && figure);
        grown.words[column] = row == 0 || (c->words[column] && !cell->figure);
        unsigned width = row + column == 0 ? width_below_title(run, cell) : cell->width;
        if (width > c->widths[column])
            grown.widths[column] = width;
        whole += grown.widths[column] + (column ? COLUMN_GAP : 0);
        widest = grown.widths[column] > widest ? grown.widths[column] : widest;
    }
    if (whole > room_for(run, widest))
        return false;
    *c = grown;
    c->rows++;
    return true;
}

/* Whether each line that goes on in small letters was full: the next word had no room in the column. */
static bool is_wrapped_at(const mb_cell_run *run, const mb_cell *cell, unsigned width)
{
    for (uint32_t line = cell->first; line + 1 < cell->end; line++) {
        mb_slice next = mb_cell_words(run, line + 1);
        if (mb_starts_small(next) &&
            run->text->lines[line].width + MB_SPACE_WIDTH + mb_width(mb_first_word(next)) <= width)
            return false;
    }
    return true;
}

static bool wraps_agree(const mb_cell_run *run, const mb_cell_start *s, const mb_cell_columns *c)
{
    for (uint32_t i = c->count; i < c->rows * c->count; i++)
        if (!is_wrapped_at(run, mb_cell_at(run, s, i), c->widths[i % c->count]))
            return false;
    return true;
}

static double squares(double sum, double sum_of_squares, double count)
{
    return sum_of_squares - sum * sum / count;
}

/* The share of the cells' differences that lies between the columns, less what chance would give. */
static double measure_fit(const mb_cell_run *run, const mb_cell_start *s, const mb_cell_columns *c)
{
    uint32_t rows = c->rows - 1 < ROWS_MEASURED ? c->rows - 1 : ROWS_MEASURED, n = rows * c->count;
    double within = 0, all[4] = {0};
    for (uint32_t column = 0; column < c->count; column++) {
        double sums[4] = {0};
        for (uint32_t row = 1; row <= rows; row++) {
            const mb_cell *cell = mb_cell_at(run, s, row * c->count + column);
            double length = cell->length, kind = cell->figure ? KIND_STEPS : 0;
            double seen[4] = {length, length * length, kind, kind * kind};
            for (size_t i = 0; i < 4; i++) {
                sums[i] += seen[i];
                all[i] += seen[i];
            }
        }
        within += squares(sums[0], sums[1], rows) + squares(sums[2], sums[3], rows);
    }
    double whole = squares(all[0], all[1], n) + squares(all[2], all[3], n);
    if (whole <= 0 || n <= c->count)
        return 0;
    return 1 - within / whole * (n - 1) / (n - c->count);
}

static uint32_t number_of(mb_slice digits)
{
    uint32_t number = 0;
    for (size_t i = 0; i < digits.size && i < MOST_DIGITS; i++)
        number = number * 10 + (uint32_t)(digits.data[i] - '0');
    return number;
}

/* "4.1", "4.2"; "21", "22": the number of the next paragraph or item. */
static bool is_next_number(mb_slice one, mb_slice next)
{
    size_t last = one.size, from = next.size;
    while (last > 0 && isdigit((unsigned char)one.data[last - 1]))
        last--;
    while (from > 0 && isdigit((unsigned char)next.data[from - 1]))
        from--;
    mb_slice prefix = mb_slice_first(one, last);
    return mb_slice_equal(prefix, mb_slice_first(next, from)) &&
           number_of(mb_slice_from(next, from)) == number_of(mb_slice_from(one, last)) + 1;
}

/* The name of a column of numbers: "No.", "Ref". */
static bool names_numbers(const mb_cell_run *run, const mb_cell *head)
{
    return head->first < head->end && mb_cell_words(run, head->first).size <= NUMBERS_NAME;
}

/* Numbered paragraphs are no table: neither two columns, of which the first holds figures, nor any with one that counts
 * up, unless its head says that it does. */
static bool is_numbering(const mb_cell_run *run, const mb_cell_start *s, const mb_cell_columns *c)
{
    if (c->count == 2 && c->figures[0])
        return true;
    for (uint32_t column = 0; column < c->count; column++) {
        bool counts_up = c->figures[column] && !names_numbers(run, mb_cell_at(run, s, column));
        for (uint32_t row = 2; row < c->rows && counts_up; row++)
            counts_up = is_next_number(mb_cell_words(run, mb_cell_at(run, s, (row - 1) * c->count + column)->first),
                                       mb_cell_words(run, mb_cell_at(run, s, row * c->count + column)->first));
        if (counts_up)
            return true;
    }
    return false;
}

/* Of two columns of words, the labels' is the narrower, and stands before the text that it labels. */
static bool labels_are_longer(const mb_cell_run *run, const mb_cell_start *s, const mb_cell_columns *c)
{
    unsigned lengths[2] = {0};
    for (uint32_t i = 2; i < 2 * c->rows; i++)
        lengths[i % 2] += mb_cell_at(run, s, i)->length;
    return !c->figures[1] && lengths[0] > lengths[1];
}

static bool fit_columns(const mb_cell_run *run, const mb_cell_start *s, uint32_t count, mb_cell_columns *c)
{
    *c = (mb_cell_columns){.count = count};
    uint32_t most = mb_cells_from(run, s) / count;
    most = most <= ROWS_MEASURED ? most : ROWS_MEASURED + 1;
    while (c->rows < most && mb_add_cell_row(run, s, c, c->rows))
        ;
    if (c->rows <= ROWS_THAT_FIT || is_numbering(run, s, c) || !wraps_agree(run, s, c))
        return false;
    c->fit = measure_fit(run, s, c);
    if (count == 2)
        return c->rows > ROWS_OF_TWO && c->fit >= FIT_OF_TWO && !labels_are_longer(run, s, c);
    return c->fit >= (c->rows > ROWS_AT_LEAST ? FIT : PERFECT_FIT);
}

/* --- Heads --- */

/* "No." and "Ref." are none. */
bool mb_is_cell_sentence(mb_slice words)
{
    return mb_is_finished(words) && mb_slice_words(words) > 1;
}

/* "£", "%", "£000" names a column by its unit. */
static bool is_unit(mb_slice words)
{
    for (size_t i = 0; i < words.size; i++)
        if (words.data[i] >= '1' && words.data[i] <= '9')
            return false;
    return mb_slice_starts(words, MB_TEXT("£")) || mb_slice_equal(words, MB_TEXT("%"));
}

/* What a head's cells hold, if they can be names of columns: words, years or units. */
static bool could_be_head(const mb_cell_run *run, const mb_cell_start *s, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const mb_cell *cell = mb_cell_at(run, s, i);
        if (cell->first == cell->end)
            continue;
        mb_slice words = mb_cell_words(run, cell->first);
        if ((cell->figure && !is_unit(words)) || mb_starts_small(words) ||
            mb_is_cell_sentence(mb_cell_words(run, cell->end - 1)))
            return false;
    }
    return true;
}

static bool same_name(const mb_cell_run *run, const mb_cell *one, const mb_cell *other)
{
    return one->first < one->end && other->first < other->end &&
           mb_slice_equal(mb_cell_words(run, one->first), mb_cell_words(run, other->first));
}

/* Whether the head of twice so many columns names all but the first of each half alike: "Income", "£", "Costs", "£". */
static bool names_stand_twice(const mb_cell_run *run, const mb_cell_start *s, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++)
        if (!same_name(run, mb_cell_at(run, s, i), mb_cell_at(run, s, count + i)))
            return false;
    return could_be_head(run, s, 2 * count);
}

/* Whether each half has labels in its first column, and figures in all others. */
static bool halves_are_labelled(const mb_cell_columns *both)
{
    uint32_t half = both->count / 2;
    for (uint32_t column = 0; column < both->count; column++)
        if (!(column % half ? both->figures[column] : both->words[column]))
            return false;
    return true;
}

/* Two tables side by side are printed row by row as one, whose head shows that it is two. */
static bool find_tables_abreast(const mb_cell_run *run, const mb_cell_start *s, mb_cell_columns *both)
{
    for (uint32_t count = 2; 2 * count <= MB_CELL_COLUMNS && 2 * count * ROWS_AT_LEAST <= mb_cells_from(run, s);
         count++) {
        *both = (mb_cell_columns){.count = 2 * count, .fit = 1};
        while (both->rows < ROWS_AT_LEAST && mb_add_cell_row(run, s, both, both->rows))
            ;
        if (both->rows == ROWS_AT_LEAST && names_stand_twice(run, s, count) && halves_are_labelled(both))
            return true;
    }
    return false;
}

/* The best number of columns from there, with a head; false where none fits, or several do. */
bool mb_find_cell_columns(const mb_cell_run *run, const mb_cell_start *s, mb_cell_columns *best)
{
    mb_cell_columns all[MB_CELL_COLUMNS + 1];
    if (find_tables_abreast(run, s, best))
        return true;
    *best = (mb_cell_columns){0};
    for (uint32_t count = 2; count <= MB_CELL_COLUMNS && count * ROWS_AT_LEAST <= mb_cells_from(run, s); count++) {
        if (!fit_columns(run, s, count, &all[count]))
            all[count].fit = 0;
        else if (all[count].fit > best->fit && could_be_head(run, s, count))
            *best = all[count];
    }
    for (uint32_t count = 2; best->count && count <= MB_CELL_COLUMNS && count * ROWS_AT_LEAST <= mb_cells_from(run, s);
         count++)
        if (count % best->count && all[count].fit > best->fit - FIT_APART)
            return false;
    return best->count > 0;
}
