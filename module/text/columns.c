/* columns.c: tables in text that kept its layout: columns between rivers, and rows out of wrapped cells. */
#include <ctype.h>

#include "text/inline.h"
#include "text/layout.h"
#include "text/marker.h"
#include "text/measure.h"
#include "text/rivers.h"

/* Blank lines between the rows of a table that has lines drawn between them. */
#define MOST_BLANKS 2
/* Every page has fewer lines. */
#define TABLE_LINES 500
/* So many columns of the page can a cell's line be shorter than its column, and yet have had no room for a word. */
#define NEARLY_FULL 5

typedef struct table {
    mb_arena *scratch;
    mb_layout_line *lines;
    uint32_t first, last;
    mb_rivers rivers;
    mb_columns *columns;
    uint32_t *ends;   /* of each: where the next one's text begins */
    unsigned *widest; /* of each: the widest piece, on paper */
    bool grouped;     /* blank lines stand between the rows */
} table;

static bool begins_table(const mb_layout_line *line)
{
    return line->count >= 2 && !line->asides && !(line->labelled && line->count == 2);
}

static bool has_letters(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (isalpha((unsigned char)text.data[i]))
            return true;
    return false;
}

static bool begins_or_ends_below(const mb_piece *piece, const mb_layout_line *above)
{
    for (uint32_t p = 0; p < above->count; p++)
        if (above->pieces[p].from == piece->from || above->pieces[p].to == piece->to)
            return true;
    return false;
}

/* Whether the line begins a table of other columns: none of its pieces but the first begins or ends below one of the
 * table's head or last line. */
static bool has_other_columns(const table *t, uint32_t line)
{
    const mb_layout_line *here = &t->lines[line];
    for (uint32_t p = 1; p < here->count; p++)
        if (begins_or_ends_below(&here->pieces[p], &t->lines[t->first]) ||
            begins_or_ends_below(&here->pieces[p], &t->lines[t->last]))
            return false;
    return here->count > 1;
}

/* Whether the line, behind a gap, begins another table of labels and texts: its text begins in another column. Figures
 * may stand anywhere in theirs. */
static bool begins_other_texts(const table *t, uint32_t line)
{
    const mb_layout_line *here = &t->lines[line], *last = &t->lines[t->last];
    return line > t->last + 1 && here->count == 2 && last->count == 2 && has_letters(here->pieces[1].text) &&
           has_letters(last->pieces[1].text) && has_other_columns(t, line);
}

/* The next line of text, a few blank ones aside, or `end`. */
static uint32_t text_behind(const table *t, uint32_t line, uint32_t end)
{
    uint32_t most = end - line > MOST_BLANKS + 2 ? line + MOST_BLANKS + 2 : end;
    for (line++; line < most && t->lines[line].count == 0;)
        line++;
    return line < most ? line : end;
}

/* Between two columns a line of its own, with blanks about it, is a heading between two tables; in a wider table it is
 * one within, unless other columns begin below it. */
static bool is_heading_between(const table *t, uint32_t line, uint32_t end)
{
    if (t->lines[line].count != 1 || line == t->last + 1)
        return false;
    uint32_t below = text_behind(t, line, end);
    return t->lines[t->first].count == 2 || (below < end && has_other_columns(t, below));
}

/* Whether the line is a heading within a wide table, and may reach over its columns: it stands alone with blanks about
 * it, and the line below keeps to the columns of the head. */
static bool is_heading_within(const table *t, uint32_t line, uint32_t end)
{
    const mb_layout_line *head = &t->lines[t->first];
    uint32_t below = text_behind(t, line, end), kept = 0;
    if (t->lines[line].count != 1 || head->count == 2 || line == t->last + 1 || below == end || below == line + 1)
        return false;
    for (uint32_t p = 0; p < t->lines[below].count; p++)
        kept += begins_or_ends_below(&t->lines[below].pieces[p], head);
    return kept > 2;
}

static bool takes_line(table *t, uint32_t line, uint32_t end)
{
    if (is_heading_between(t, line, end) || begins_other_texts(t, line))
        return false;
    if (is_heading_within(t, line, end))
        return true;
    return mb_narrow_rivers(&t->rivers, &t->lines[line]) ||
           (line > t->first + 1 && mb_put_into_columns(t->scratch, &t->rivers, &t->lines[line]));
}

static void grow(table *t, uint32_t end)
{
    if (!mb_begin_rivers(&t->rivers, &t->lines[t->first]))
        return;
    for (uint32_t line = t->first + 1; line < end && line - t->last <= MOST_BLANKS + 1; line++) {
        if (t->lines[line].count == 0)
            continue;
        if (line - t->first > TABLE_LINES || !takes_line(t, line, end))
            return;
        t->last = line;
    }
}

static uint32_t text_above(const table *t, uint32_t line)
{
    while (line > t->first && t->lines[line - 1].count == 0)
        line--;
    return line - 1;
}

static uint32_t text_below(const table *t, uint32_t line)
{
    while (line <= t->last && t->lines[line].count == 0)
        line++;
    return line;
}

/* --- Columns --- */

uint32_t mb_column_of(const mb_layout_line *line, uint32_t p)
{
    uint32_t column = line->columns->count - 1;
    while (column > 0 && line->columns->starts[column] > line->pieces[p].from)
        column--;
    return column;
}

static void measure_columns(table *t)
{
    t->ends = mb_new_array(t->scratch, uint32_t, t->columns->count);
    t->widest = mb_new_array(t->scratch, unsigned, t->columns->count);
    for (uint32_t column = 0; column < t->columns->count; column++)
        t->ends[column] = UINT32_MAX;
    for (uint32_t line = t->first; line <= t->last; line++)
        for (uint32_t p = 0; p < t->lines[line].count; p++) {
            const mb_piece *piece = &t->lines[line].pieces[p];
            uint32_t column = mb_column_of(&t->lines[line], p);
            unsigned width = mb_width(piece->text);
            if (width > t->widest[column])
                t->widest[column] = width;
            if (column > 0 && piece->from < t->ends[column - 1])
                t->ends[column - 1] = piece->from;
        }
}

static void set_columns(table *t)
{
    t->columns = mb_new(t->scratch, mb_columns);
    t->columns->starts = mb_new_array(t->scratch, uint32_t, t->rivers.count + 1);
    t->columns->count = 1;
    for (uint32_t i = 0; i < t->rivers.count; i++)
        if (mb_is_inner(&t->rivers.items[i]))
            t->columns->starts[t->columns->count++] = t->rivers.items[i].from;
    for (uint32_t line = t->first; line <= t->last; line++)
        t->lines[line].columns = t->columns;
    measure_columns(t);
}

/* The first piece of the line that stands in the column, or NULL. */
static const mb_piece *cell_of(const table *t, uint32_t line, uint32_t column)
{
    for (uint32_t p = 0; p < t->lines[line].count; p++)
        if (mb_column_of(&t->lines[line], p) == column)
            return &t->lines[line].pieces[p];
    return NULL;
}

/* --- Rows --- */

/* Whether the cell's first word had no room behind the one above: on paper that would be wider than the column's widest,
 * and it would come near the next column. */
static bool had_no_room(const table *t, const mb_piece *before, mb_slice word, uint32_t column)
{
    if (mb_width(before->text) + MB_SPACE_WIDTH + mb_width(word) <= t->widest[column])
        return false;
    return column + 1 == t->columns->count || before->to + 1 + word.size + NEARLY_FULL > t->ends[column];
}

/* "tCO2" and "pH" don't. */
static bool starts_small(mb_slice text)
{
    return islower((unsigned char)*text.data) && (text.size == 1 || !isupper((unsigned char)text.data[1]));
}

/* Whether a cell can go on with the one above it: in small letters, behind words that lead on, or because its first
 * word had no room there. A figure does not, nor does one of several that begin with the same word: "Councillor". */
static bool cell_goes_on(const table *t, uint32_t above, const mb_piece *cell, uint32_t column)
{
    const mb_piece *before = cell_of(t, above, column);
    if (!before)
        return false;
    if ((starts_small(cell->text) && !mb_is_finished(before->text)) || mb_breaks_off(before->text))
        return true;
    mb_slice word = mb_first_word(cell->text);
    return has_letters(before->text) && !mb_slice_equal(word, mb_first_word(before->text)) &&
           had_no_room(t, before, word, column);
}

/* The words behind a number in the first column hang: a line that begins below them goes on. */
static bool hangs(const table *t, uint32_t above, uint32_t line)
{
    const mb_piece *cell = cell_of(t, line, 0), *before = cell_of(t, above, 0);
    return cell && before && cell->from > before->from + 1 && t->lines[line].pieces == cell &&
           mb_start_of(&t->lines[above]) == cell->from;
}

/* Whether the line stands below one cell, which isn't in the first column: no paragraph does. */
static bool stands_below_cell(const table *t, uint32_t above, uint32_t line)
{
    const mb_piece *words = t->lines[line].pieces;
    uint32_t column = mb_column_of(&t->lines[line], 0);
    const mb_piece *cell = cell_of(t, above, column);
    return t->lines[line].count == 1 && column > 0 && cell && cell->from == words->from;
}

static int bracket_depth(mb_slice text)
{
    int depth = 0;
    for (size_t i = 0; i < text.size; i++)
        depth += (text.data[i] == '(') - (text.data[i] == ')');
    return depth;
}

/* Whether the line above is cut in the midst of a cell: "Director of" over "Parks". Rows begin on one line, so that its
 * other cells go on, too, be it behind a line's end that was meant: "Ann Lee" over "Tel: 01632". A head may name a column
 * "Kept by"; then the row below it is whole. */
static bool is_cut_above(const table *t, uint32_t above, uint32_t line)
{
    const mb_layout_line *here = &t->lines[line];
    bool may_go_on = line == above + 1 && (above > t->first || here->count < t->lines[above].count);
    for (uint32_t p = 0; may_go_on && p < here->count; p++) {
        const mb_piece *before = cell_of(t, above, mb_column_of(here, p));
        if (before && bracket_depth(before->text) == 0 && has_letters(before->text) && mb_breaks_off(before->text))
            return true;
    }
    return false;
}

/* A line goes on with the row above it where every cell that it fills can. */
static bool row_goes_on(const table *t, uint32_t above, uint32_t line)
{
    if (hangs(t, above, line) || stands_below_cell(t, above, line) || is_cut_above(t, above, line))
        return true;
    const mb_layout_line *here = &t->lines[line];
    for (uint32_t p = 0; p < here->count; p++)
        if (!cell_goes_on(t, above, &here->pieces[p], mb_column_of(here, p)))
            return false;
    return true;
}

/* "5    What comes next" below a table: a number and a title behind a gap, which keeps to no column of a narrow one. */
static bool is_numbered_heading(const table *t, uint32_t line)
{
    const mb_layout_line *here = &t->lines[line];
    uint32_t above = text_above(t, line);
    if (here->count != 2 || !here->labelled || line == above + 1)
        return false;
    return t->columns->count > 3 || !(begins_or_ends_below(&here->pieces[1], &t->lines[t->first]) ||
                                      begins_or_ends_below(&here->pieces[1], &t->lines[above]));
}

/* Where blank lines part the rows, those that follow one another at once are the wraps of a row, unless most of them
 * are as full as a row. */
static bool is_grouped(const table *t)
{
    uint32_t groups = 1, rows = 0, wraps = 0;
    for (uint32_t line = text_below(t, t->first + 1); line <= t->last; line = text_below(t, line + 1)) {
        uint32_t above = text_above(t, line);
        if (line > above + 1)
            groups++;
        else if (t->lines[line].count >= t->lines[above].count && !row_goes_on(t, above, line))
            rows++;
        else
            wraps++;
    }
    return groups > 1 && wraps >= rows;
}

/* Whether the line keeps to the first column right below a row, where blank lines part all rows above it. */
static bool ends_last_row(const table *t, uint32_t above)
{
    const mb_piece *words = t->lines[t->last].pieces, *cell = cell_of(t, above, 0);
    return t->lines[t->last].count == 1 && cell && cell->from == words->from && words->to < t->ends[0] && is_grouped(t);
}

/* A line of one piece at a table's end is the wrap of a cell, or the paragraph below the table. */
static void drop_text_below(table *t)
{
    while (t->last > t->first && is_numbered_heading(t, t->last)) {
        t->lines[t->last].columns = NULL;
        t->last = text_above(t, t->last);
    }
    while (t->last > t->first && t->lines[t->last].count < 2) {
        uint32_t above = text_above(t, t->last);
        if (t->last == above + 1 &&
            (stands_below_cell(t, above, t->last) || row_goes_on(t, above, t->last) || ends_last_row(t, above)))
            break;
        t->lines[t->last].columns = NULL;
        t->last = above;
    }
}

static bool begins_row(const table *t, uint32_t line)
{
    uint32_t above = text_above(t, line);
    return line > above + 1 || (!t->grouped && !row_goes_on(t, above, line));
}

/* "(Chair)" below "Councillor Ann Lee", "Bob Hay)" below "Cy Orr (in place of". */
static bool is_bracket_of(mb_slice cell, mb_slice above)
{
    bool words = cell.size > 1 && *cell.data == '(' && isalpha((unsigned char)cell.data[1]) && !mb_marker_of(cell).form;
    return (words && bracket_depth(above) == 0) || (bracket_depth(above) > 0 && bracket_depth(cell) < 0);
}

static void find_brackets(table *t, uint32_t line)
{
    mb_layout_line *here = &t->lines[line];
    uint32_t above = text_above(t, line);
    for (uint32_t p = 0; p < here->count && line == above + 1; p++) {
        const mb_piece *before = cell_of(t, above, mb_column_of(here, p));
        here->pieces[p].goes_on = before && is_bracket_of(here->pieces[p].text, before->text);
    }
}

static void give_roles(table *t)
{
    t->grouped = is_grouped(t);
    t->lines[t->first].role = MB_LAYOUT_TABLE;
    for (uint32_t line = text_below(t, t->first + 1); line <= t->last; line = text_below(t, line + 1)) {
        t->lines[line].role = begins_row(t, line) ? MB_LAYOUT_ROW : MB_LAYOUT_ROW_GOES_ON;
        if (t->lines[line].role == MB_LAYOUT_ROW)
            find_brackets(t, line);
    }
}

/* --- Tables --- */

/* Two rows, or one with wraps; and no more rows of one cell than of more. */
static bool is_table(const table *t)
{
    uint32_t rows = 0, single = 0;
    for (uint32_t line = t->first; line <= t->last; line = text_below(t, line + 1)) {
        bool begins = t->lines[line].role != MB_LAYOUT_ROW_GOES_ON;
        rows += begins && t->lines[line].count > 1;
        single += begins && t->lines[line].count == 1;
    }
    return t->columns->count > 1 && rows >= single && t->last > t->first;
}

/* An agenda below the names of its columns: numbers and titles, with times and page ranges at the right. */
static bool is_agenda(const table *t)
{
    uint32_t items = 0, others = 0;
    for (uint32_t line = t->first; line <= t->last; line++) {
        const mb_layout_line *here = &t->lines[line];
        items += here->labelled && here->count == 2u + here->asides;
        others += here->count > 1 && !here->labelled;
    }
    return items > others;
}

static void forget(table *t)
{
    for (uint32_t line = t->first; line <= t->last; line++) {
        t->lines[line].role = MB_LAYOUT_PLAIN;
        t->lines[line].columns = NULL;
    }
}

uint32_t mb_find_columns(mb_arena *scratch, mb_layout_line *lines, uint32_t line, uint32_t end)
{
    if (!begins_table(&lines[line]))
        return line;
    table t = {.scratch = scratch, .lines = lines, .first = line, .last = line};
    grow(&t, end);
    set_columns(&t);
    drop_text_below(&t);
    mb_part_figures(scratch, &t.rivers, lines, t.first, t.last);
    mb_part_head(scratch, &t.rivers, lines, t.first, t.last);
    set_columns(&t);
    give_roles(&t);
    if (is_table(&t) && !is_agenda(&t))
        return t.last + 1;
    forget(&t);
    return line;
}
