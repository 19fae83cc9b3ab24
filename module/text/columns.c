/* columns.c: tables in text that kept its layout: what runs down between their columns is blank in every line.
 *
 *     Route             ░░░ Villages ░░░ Cost per
 *                       ░░░          ░░░ passenger
 *     61 Wexcombe to    ░░░        7 ░░░    £2.95
 *     Chalk Norton      ░░░          ░░░
 *
 * The rivers (░) of a first line are what the lines below leave of its gaps; a line that crosses one ends the table. */
#include <ctype.h>

#include "text/inline.h"
#include "text/layout.h"
#include "text/measure.h"

/* The spaces of a river: extraction puts two or more between columns, and one between words. */
#define NARROWEST 2
/* Blank lines between the rows of a table that has lines drawn between them. */
#define MOST_BLANKS 2
/* Extraction moves a cell by so many columns where the line is dense. */
#define SHIFT 3
/* Every page has fewer lines. */
#define TABLE_LINES 500
/* So many columns of the page can a cell's line be shorter than its column, and yet have had no room for a word. */
#define NEARLY_FULL 3

typedef struct river {
    uint32_t from, to;
} river;

/* From the left to the right; those to the left and to the right of all text are rivers, too. */
typedef struct rivers {
    uint32_t count;
    river items[MB_TABLE_COLUMNS + 1];
} rivers;

typedef struct table {
    mb_arena *scratch;
    mb_layout_line *lines;
    uint32_t first, last;
    rivers rivers;
    mb_columns *columns;
    uint32_t *ends;   /* of each: where the next one's text begins */
    unsigned *widest; /* of each: the widest piece, on paper */
    bool grouped;     /* blank lines stand between the rows */
} table;

/* --- Rivers --- */

static bool is_inner(const river *r)
{
    return r->from > 0 && r->to < UINT32_MAX;
}

static uint32_t count_inner(const rivers *of)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < of->count; i++)
        count += is_inner(&of->items[i]);
    return count;
}

static bool overlap(uint32_t from, uint32_t to, const river *r)
{
    return from < r->to && r->from < to;
}

static void keep_river(rivers *kept, uint32_t from, uint32_t to)
{
    bool margin = from == 0 || to == UINT32_MAX;
    if (from < to && (margin || to - from >= NARROWEST))
        kept->items[kept->count++] = (river){from, to};
}

/* Takes the piece's columns out of the rivers; false where there would be too many. */
static bool take_out(rivers *of, const mb_piece *piece)
{
    if (of->count > MB_TABLE_COLUMNS)
        return false;
    rivers left = {0};
    for (uint32_t i = 0; i < of->count; i++) {
        const river *r = &of->items[i];
        if (!overlap(piece->from, piece->to, r)) {
            left.items[left.count++] = *r;
            continue;
        }
        keep_river(&left, r->from, piece->from);
        keep_river(&left, piece->to, r->to);
    }
    *of = left;
    return true;
}

static bool has_part_of(const rivers *of, const river *r)
{
    for (uint32_t i = 0; i < of->count; i++)
        if (overlap(r->from, r->to, &of->items[i]))
            return true;
    return false;
}

/* Whether one of the line's gaps is part of a river between columns. */
static bool shares_gap(const mb_layout_line *line, const rivers *of)
{
    for (uint32_t p = 1; p < line->count; p++)
        for (uint32_t i = 0; i < of->count; i++)
            if (is_inner(&of->items[i]) && overlap(line->pieces[p - 1].to, line->pieces[p].from, &of->items[i]))
                return true;
    return false;
}

/* Narrows the rivers by the line, and drops none; false, and nothing changed, where it is no line of the table. */
static bool flows_around(rivers *of, const mb_layout_line *line)
{
    rivers left = *of;
    for (uint32_t p = 0; p < line->count; p++)
        if (!take_out(&left, &line->pieces[p]))
            return false;
    for (uint32_t i = 0; i < of->count; i++)
        if (is_inner(&of->items[i]) && !has_part_of(&left, &of->items[i]))
            return false;
    if (line->count > 1 && !shares_gap(line, of))
        return false;
    *of = left;
    return true;
}

/* --- Lines --- */

/* The byte of the text that stands `columns` behind its beginning. */
static size_t byte_at(mb_slice text, uint32_t columns)
{
    size_t at = 0;
    for (; at < text.size; at++)
        if (((unsigned char)text.data[at] & 0xC0) != 0x80 && columns-- == 0)
            break;
    return at;
}

/* Cuts a piece that crosses the river at its last space there: where a cell fills its column, one space is all that
 * extraction leaves. */
static bool cut(const mb_piece *piece, const river *r, mb_piece *left, mb_piece *right)
{
    for (uint32_t column = r->to; column > r->from && column > piece->from + 1; column--) {
        size_t at = byte_at(piece->text, column - 1 - piece->from);
        if (column - 1 >= piece->to || at >= piece->text.size || piece->text.data[at] != ' ')
            continue;
        mb_slice words = piece->text;
        *left = (mb_piece){mb_slice_first(words, at), piece->from, column - 1};
        *right = (mb_piece){mb_slice_from(words, at + 1), column, piece->to};
        return true;
    }
    return false;
}

/* The line with the pieces cut that cross a river, in scratch. */
static mb_layout_line cut_at_rivers(const table *t, const mb_layout_line *line)
{
    mb_layout_line all = *line;
    all.pieces = mb_new_array(t->scratch, mb_piece, line->count + count_inner(&t->rivers));
    all.count = 0;
    for (uint32_t p = 0; p < line->count; p++) {
        mb_piece rest = line->pieces[p], left;
        for (uint32_t i = 0; i < t->rivers.count; i++) {
            const river *r = &t->rivers.items[i];
            bool crossed = is_inner(r) && rest.from < r->from && rest.to > r->to;
            if (crossed && cut(&rest, r, &left, &rest))
                all.pieces[all.count++] = left;
        }
        all.pieces[all.count++] = rest;
    }
    return all;
}

/* The first river that the gap from `from` to `to` is part of, or that it only just misses; else NULL. */
static const river *river_at(const rivers *of, uint32_t from, uint32_t to)
{
    for (uint32_t i = 0; i < of->count; i++)
        if (is_inner(&of->items[i]) && overlap(from, to + SHIFT, &of->items[i]) &&
            overlap(from > SHIFT ? from - SHIFT : 0, to, &of->items[i]))
            return &of->items[i];
    return NULL;
}

static bool crosses_river(const rivers *of, const mb_piece *piece)
{
    for (uint32_t i = 0; i < of->count; i++)
        if (is_inner(&of->items[i]) && piece->from + SHIFT < of->items[i].from && piece->to > of->items[i].to + SHIFT)
            return true;
    return false;
}

/* Whether most gaps of the line are rivers, though extraction has moved some: moves the pieces into their columns. */
static bool put_into_columns(const rivers *of, mb_layout_line *line)
{
    uint32_t found = 0;
    const river *last = NULL;
    for (uint32_t p = 0; p < line->count; p++) {
        mb_piece *piece = &line->pieces[p];
        if (crosses_river(of, piece))
            return false;
        const river *r = p ? river_at(of, piece[-1].to, piece->from) : NULL;
        if (!r || r == last)
            continue;
        if (piece->from < r->from)
            piece->from = r->from;
        last = r;
        found++;
    }
    return found * 2 > line->count - 1;
}

/* Whether the line belongs to the table. Now and then extraction moves a cell to the left or the right, over the river
 * beside it: that line narrows no river. */
static bool takes_line(table *t, uint32_t line)
{
    mb_layout_line *here = &t->lines[line];
    if (flows_around(&t->rivers, here))
        return true;
    if (line == t->first + 1 || here->count < 3 || !shares_gap(here, &t->rivers))
        return false;
    mb_layout_line anew = cut_at_rivers(t, here);
    if (!put_into_columns(&t->rivers, &anew))
        return false;
    *here = anew;
    return true;
}

static bool begins_table(const mb_layout_line *line)
{
    return line->count >= 2 && !line->asides && !(line->labelled && line->count == 2);
}

static void grow(table *t, uint32_t end)
{
    t->rivers = (rivers){1, {{0, UINT32_MAX}}};
    for (uint32_t p = 0; p < t->lines[t->first].count; p++)
        if (!take_out(&t->rivers, &t->lines[t->first].pieces[p]))
            return;
    for (uint32_t line = t->first + 1; line < end && line - t->last <= MOST_BLANKS + 1; line++) {
        if (t->lines[line].count == 0)
            continue;
        if (line - t->first > TABLE_LINES || !takes_line(t, line))
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
        if (is_inner(&t->rivers.items[i]))
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
    return column + 1 == t->columns->count || before->to + 1 + word.size + NARROWEST + NEARLY_FULL > t->ends[column];
}

static bool has_letters(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (isalpha((unsigned char)text.data[i]))
            return true;
    return false;
}

/* Whether a cell can go on with the one above it: in small letters, behind words that lead on, or because its first
 * word had no room there. A figure does not. */
static bool cell_goes_on(const table *t, uint32_t above, const mb_piece *cell, uint32_t column)
{
    const mb_piece *before = cell_of(t, above, column);
    if (!before)
        return false;
    if ((islower((unsigned char)*cell->text.data) && !mb_is_finished(before->text)) || mb_breaks_off(before->text))
        return true;
    return has_letters(before->text) && had_no_room(t, before, mb_first_word(cell->text), column);
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

/* A line goes on with the row above it where every cell that it fills can. */
static bool row_goes_on(const table *t, uint32_t above, uint32_t line)
{
    if (hangs(t, above, line) || stands_below_cell(t, above, line))
        return true;
    const mb_layout_line *here = &t->lines[line];
    for (uint32_t p = 0; p < here->count; p++)
        if (!cell_goes_on(t, above, &here->pieces[p], mb_column_of(here, p)))
            return false;
    return true;
}

/* A line of one piece at a table's end is the wrap of a cell, or the paragraph below the table. */
static void drop_text_below(table *t)
{
    while (t->last > t->first && t->lines[t->last].count < 2) {
        uint32_t above = text_above(t, t->last);
        if (t->last == above + 1 && (stands_below_cell(t, above, t->last) || row_goes_on(t, above, t->last)))
            break;
        t->lines[t->last].columns = NULL;
        t->last = above;
    }
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

static bool begins_row(const table *t, uint32_t line)
{
    uint32_t above = text_above(t, line);
    return line > above + 1 || (!t->grouped && !row_goes_on(t, above, line));
}

static void give_roles(table *t)
{
    t->grouped = is_grouped(t);
    t->lines[t->first].role = MB_LAYOUT_TABLE;
    for (uint32_t line = text_below(t, t->first + 1); line <= t->last; line = text_below(t, line + 1))
        t->lines[line].role = begins_row(t, line) ? MB_LAYOUT_ROW : MB_LAYOUT_ROW_GOES_ON;
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
    give_roles(&t);
    if (is_table(&t) && !is_agenda(&t))
        return t.last + 1;
    forget(&t);
    return line;
}
