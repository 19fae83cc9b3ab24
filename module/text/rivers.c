/* rivers.c: what runs down a table blank, and the lines that keep to it. */
#include "text/rivers.h"

#include <ctype.h>

#include "text/measure.h"

/* The spaces of a river: extraction puts two or more between columns, and one between words. */
#define NARROWEST 2
/* Extraction moves a cell by so many columns where the line is dense. */
#define SHIFT 3
/* Figures and words that meet at one column in so many lines, and in all, don't do so by chance; one of the figures has
 * so many digits: those of dates and telephones stand before words, too. */
#define FIGURES_AT_LEAST 4
#define DIGITS_AT_LEAST  3
/* Lines that have a river which the head alone crosses. */
#define LINES_BELOW_HEAD 3

bool mb_is_inner(const mb_river *r)
{
    return r->from > 0 && r->to < UINT32_MAX;
}

static bool overlap(uint32_t from, uint32_t to, const mb_river *r)
{
    return from < r->to && r->from < to;
}

static void keep_river(mb_rivers *kept, uint32_t from, uint32_t to)
{
    bool margin = from == 0 || to == UINT32_MAX;
    if (from < to && (margin || to - from >= NARROWEST))
        kept->items[kept->count++] = (mb_river){from, to};
}

/* Takes the piece's columns out of the rivers; false where there would be too many. */
static bool take_out(mb_rivers *of, const mb_piece *piece)
{
    if (of->count > MB_TABLE_COLUMNS)
        return false;
    mb_rivers left = {0};
    for (uint32_t i = 0; i < of->count; i++) {
        const mb_river *r = &of->items[i];
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

static bool has_part_of(const mb_rivers *of, const mb_river *r)
{
    for (uint32_t i = 0; i < of->count; i++)
        if (overlap(r->from, r->to, &of->items[i]))
            return true;
    return false;
}

/* Whether one of the line's gaps is part of a river between columns. */
static bool shares_gap(const mb_layout_line *line, const mb_rivers *of)
{
    for (uint32_t p = 1; p < line->count; p++)
        for (uint32_t i = 0; i < of->count; i++)
            if (mb_is_inner(&of->items[i]) && overlap(line->pieces[p - 1].to, line->pieces[p].from, &of->items[i]))
                return true;
    return false;
}

/* Narrows the rivers by the line, and drops none; false, and nothing changed, where it is no line of the table. */
static bool flows_around(mb_rivers *of, const mb_layout_line *line)
{
    mb_rivers left = *of;
    for (uint32_t p = 0; p < line->count; p++)
        if (!take_out(&left, &line->pieces[p]))
            return false;
    for (uint32_t i = 0; i < of->count; i++)
        if (mb_is_inner(&of->items[i]) && !has_part_of(&left, &of->items[i]))
            return false;
    if (line->count > 1 && !shares_gap(line, of))
        return false;
    *of = left;
    return true;
}

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
static bool cut(const mb_piece *piece, const mb_river *r, mb_piece *left, mb_piece *right)
{
    for (uint32_t column = r->to; column > r->from && column > piece->from + 1; column--) {
        size_t at = byte_at(piece->text, column - 1 - piece->from);
        if (column - 1 >= piece->to || at >= piece->text.size || piece->text.data[at] != ' ')
            continue;
        mb_slice words = piece->text;
        *left = (mb_piece){mb_slice_first(words, at), piece->from, column - 1, false};
        *right = (mb_piece){mb_slice_from(words, at + 1), column, piece->to, false};
        return true;
    }
    return false;
}

/* The line with the pieces cut that cross a river, in scratch. */
static mb_layout_line cut_at_rivers(mb_arena *scratch, const mb_rivers *of, const mb_layout_line *line)
{
    mb_layout_line all = *line;
    all.pieces = mb_new_array(scratch, mb_piece, line->count + of->count);
    all.count = 0;
    for (uint32_t p = 0; p < line->count; p++) {
        mb_piece rest = line->pieces[p], left;
        for (uint32_t i = 0; i < of->count; i++) {
            const mb_river *r = &of->items[i];
            bool crossed = mb_is_inner(r) && rest.from < r->from && rest.to > r->to;
            if (crossed && cut(&rest, r, &left, &rest))
                all.pieces[all.count++] = left;
        }
        all.pieces[all.count++] = rest;
    }
    return all;
}

/* The first river that the gap from `from` to `to` is part of, or that it only just misses; else NULL. */
static const mb_river *river_at(const mb_rivers *of, uint32_t from, uint32_t to)
{
    for (uint32_t i = 0; i < of->count; i++)
        if (mb_is_inner(&of->items[i]) && overlap(from, to + SHIFT, &of->items[i]) &&
            overlap(from > SHIFT ? from - SHIFT : 0, to, &of->items[i]))
            return &of->items[i];
    return NULL;
}

static bool crosses_river(const mb_rivers *of, const mb_piece *piece)
{
    for (uint32_t i = 0; i < of->count; i++)
        if (mb_is_inner(&of->items[i]) && piece->from + SHIFT < of->items[i].from &&
            piece->to > of->items[i].to + SHIFT)
            return true;
    return false;
}

/* Whether most gaps of the line are rivers, though extraction has moved some: moves the pieces into their columns. */
static bool put_into_columns(const mb_rivers *of, mb_layout_line *line)
{
    uint32_t found = 0;
    const mb_river *last = NULL;
    for (uint32_t p = 0; p < line->count; p++) {
        mb_piece *piece = &line->pieces[p];
        if (crosses_river(of, piece))
            return false;
        const mb_river *r = p ? river_at(of, piece[-1].to, piece->from) : NULL;
        if (!r || r == last)
            continue;
        if (piece->from < r->from)
            piece->from = r->from;
        last = r;
        found++;
    }
    return found * 2 > line->count - 1;
}

bool mb_begin_rivers(mb_rivers *rivers, const mb_layout_line *line)
{
    *rivers = (mb_rivers){1, {{0, UINT32_MAX}}};
    for (uint32_t p = 0; p < line->count; p++)
        if (!take_out(rivers, &line->pieces[p]))
            return false;
    return true;
}

/* A dash in the place of a figure, behind all that the table has at the right: extraction puts it there, since the
 * figures above begin further to the left. */
static void pull_in_dash(const mb_rivers *of, mb_layout_line *line)
{
    static const char *const dashes[] = {"-", "–", "—"};
    mb_piece *last = &line->pieces[line->count - 1];
    uint32_t margin = of->items[of->count - 1].from;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (line->count > 1 && last->from >= margin && mb_slice_equal(last->text, mb_slice_of(dashes[i])))
            last->from = margin - 1;
}

bool mb_narrow_rivers(mb_rivers *rivers, mb_layout_line *line)
{
    pull_in_dash(rivers, line);
    return flows_around(rivers, line);
}

bool mb_put_into_columns(mb_arena *scratch, const mb_rivers *rivers, mb_layout_line *line)
{
    if (line->count < 3 || !shares_gap(line, rivers))
        return false;
    mb_layout_line anew = cut_at_rivers(scratch, rivers, line);
    if (!put_into_columns(rivers, &anew))
        return false;
    *line = anew;
    return true;
}

/* Where the words behind a figure begin, as a column of the page; `digits` gets how many the figure has. 0 where the
 * piece is no figure with words behind. */
static uint32_t words_behind_figure(const mb_piece *piece, uint32_t *digits)
{
    mb_slice figure = mb_first_word(piece->text), words = mb_slice_from(piece->text, figure.size + 1);
    *digits = 0;
    for (size_t i = 0; i < figure.size; i++) {
        if (isalpha((unsigned char)figure.data[i]))
            return 0;
        *digits += isdigit((unsigned char)figure.data[i]) != 0;
    }
    bool named = *digits && words.size && isalpha((unsigned char)*words.data);
    return named ? piece->to - mb_characters(words) : 0;
}

/* The piece that covers the space before the column, or NULL. */
static mb_piece *piece_over(const mb_layout_line *line, uint32_t column)
{
    for (uint32_t p = 0; p < line->count; p++)
        if (line->pieces[p].from < column && line->pieces[p].to > column)
            return &line->pieces[p];
    return NULL;
}

/* Whether, but for the head, no piece crosses the column in any other way than a figure with words behind. */
static bool figures_meet(const mb_layout_line *lines, uint32_t first, uint32_t last, uint32_t column)
{
    uint32_t met = 0, most = 0;
    for (uint32_t line = first + 1; line <= last; line++) {
        uint32_t digits;
        const mb_piece *piece = piece_over(&lines[line], column);
        if (!piece)
            continue;
        if (words_behind_figure(piece, &digits) != column)
            return false;
        met++;
        most = digits > most ? digits : most;
    }
    return met >= FIGURES_AT_LEAST && most >= DIGITS_AT_LEAST;
}

/* Cuts the piece at its space before the column, or at the one nearest to it. */
static bool cut_near(const mb_piece *piece, uint32_t column, mb_piece *left, mb_piece *right)
{
    for (uint32_t away = 0; away <= SHIFT && away < column; away++) {
        const mb_river before = {column - 1 - away, column - away}, behind = {column - 1 + away, column + away};
        if (cut(piece, &before, left, right) || cut(piece, &behind, left, right))
            return true;
    }
    return false;
}

static void cut_line(mb_arena *scratch, mb_layout_line *line, uint32_t column)
{
    mb_piece left, right, *over = piece_over(line, column);
    if (!over || !cut_near(over, column, &left, &right))
        return;
    mb_piece *pieces = mb_new_array(scratch, mb_piece, line->count + 1);
    uint32_t at = (uint32_t)(over - line->pieces);
    memcpy(pieces, line->pieces, at * sizeof *pieces);
    pieces[at] = left;
    pieces[at + 1] = right;
    if (right.from < column)
        pieces[at + 1].from = column;
    memcpy(pieces + at + 2, over + 1, (line->count - at - 1) * sizeof *pieces);
    line->pieces = pieces;
    line->count++;
}

static void add_river(mb_rivers *rivers, uint32_t column)
{
    uint32_t at = rivers->count++;
    for (; at > 0 && rivers->items[at - 1].from > column; at--)
        rivers->items[at] = rivers->items[at - 1];
    rivers->items[at] = (mb_river){column - 1, column};
}

/* Whether lines below the head have words on both sides of the river, enough of them. */
static bool parts_cells(const mb_layout_line *lines, uint32_t first, uint32_t last, const mb_river *r)
{
    uint32_t parted = 0;
    for (uint32_t line = first + 1; line <= last; line++)
        for (uint32_t p = 1; p < lines[line].count; p++)
            parted += lines[line].pieces[p - 1].to <= r->from && lines[line].pieces[p].from >= r->to;
    return parted >= LINES_BELOW_HEAD;
}

void mb_part_head(mb_arena *scratch, mb_rivers *rivers, mb_layout_line *lines, uint32_t first, uint32_t last)
{
    mb_rivers below;
    uint32_t line = first + 1;
    while (line <= last && lines[line].count == 0)
        line++;
    if (line > last || !mb_begin_rivers(&below, &lines[line]))
        return;
    for (; line <= last; line++)
        for (uint32_t p = 0; p < lines[line].count; p++)
            if (!take_out(&below, &lines[line].pieces[p]))
                return;
    for (uint32_t i = 0; i < below.count && rivers->count < MB_TABLE_COLUMNS; i++) {
        const mb_river *r = &below.items[i];
        if (!mb_is_inner(r) || has_part_of(rivers, r) || !parts_cells(lines, first, last, r))
            continue;
        uint32_t cells = lines[first].count;
        cut_line(scratch, &lines[first], r->to);
        if (lines[first].count > cells)
            add_river(rivers, r->to);
    }
}

void mb_part_figures(mb_arena *scratch, mb_rivers *rivers, mb_layout_line *lines, uint32_t first, uint32_t last)
{
    for (uint32_t line = first + 1; line <= last; line++)
        for (uint32_t p = 0; p < lines[line].count && rivers->count < MB_TABLE_COLUMNS; p++) {
            uint32_t digits, column = words_behind_figure(&lines[line].pieces[p], &digits);
            if (!column || !figures_meet(lines, first, last, column))
                continue;
            for (uint32_t each = first; each <= last; each++)
                cut_line(scratch, &lines[each], column);
            add_river(rivers, column);
        }
}
