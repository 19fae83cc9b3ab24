/* beside_text.c: takes the cells of a table and the lines of the text beside it apart.
 *
 *     lines ─► full lines, labels, figures ─► paragraphs, and rows */
#include "text/beside_text.h"

#include "text/inline.h"
#include "text/marker.h"
#include "text/tables.h"
#include "text/values.h"

/* A label is shorter than the text's lines, in percent of the widest, which has so many characters at least. */
#define LABEL_PERCENT 80
#define LABEL_LINE    36
#define TEXT_LINE     40
/* A first figure stands no further down than so many lines; a table has no more lines, and fewer of the text follow one
 * another within it. */
#define LINES_AHEAD   14
#define MOST_LINES    200
#define MOST_CELLS    40
#define TEXT_TOGETHER 8
/* Fewer cells, or sentences that they interrupt, could be anything. */
#define CELLS_AT_LEAST         4
#define INTERRUPTIONS_AT_LEAST 2
/* A title in capitals has so many letters. */
#define TITLE_SIZE 12
#define NONE       UINT32_MAX

typedef enum line_kind { KIND_TEXT, KIND_LABEL, KIND_FIGURE, KIND_END } line_kind;

typedef struct label {
    mb_strings pieces;
    uint32_t figure; /* its index, or NONE */
    bool continued;
} label;

typedef struct beside {
    const mb_block_reader *reader;
    const mb_text *text;
    uint32_t first, end;
    unsigned widest;
    label labels[MOST_CELLS];
    uint32_t label_count;
    mb_slice figures[MOST_CELLS];
    uint32_t figure_lines[MOST_CELLS], figure_count;
    uint32_t labels_before; /* labels before the first figure, and figures before the last label */
    uint32_t figures_before;
    uint32_t first_label; /* its line */
    uint32_t interruptions;
} beside;

static mb_slice words_at(const beside *b, uint32_t line)
{
    return mb_line_text(b->text, line);
}

static bool is_title(mb_slice words)
{
    return words.size >= TITLE_SIZE && mb_is_capitals(words);
}

static bool is_figure(const mb_text *text, uint32_t line)
{
    return text->lines[line].values && mb_slice_words(mb_line_text(text, line)) == 1;
}

static bool is_end(const mb_text *text, uint32_t line)
{
    return text->lines[line].marked || mb_is_table_row(text, line) || is_title(mb_line_text(text, line));
}

static line_kind kind_of(const beside *b, uint32_t line)
{
    const mb_line *at = &b->text->lines[line];
    mb_slice words = words_at(b, line);
    if (at->values)
        return is_figure(b->text, line) ? KIND_FIGURE : KIND_END;
    if (is_end(b->text, line))
        return KIND_END;
    bool narrow = at->width * 100 < b->widest * LABEL_PERCENT;
    return words.size <= LABEL_LINE && narrow && !at->finished ? KIND_LABEL : KIND_TEXT;
}

/* --- Which lines --- */

/* Whether a figure stands alone within the next lines, and a line of text, too. */
static bool may_begin(const mb_text *text, uint32_t line, uint32_t end)
{
    bool figure = false, wide = false;
    for (uint32_t seen = 0; seen < LINES_AHEAD && line < end; seen++, line = mb_next_text(text, line + 1, end)) {
        const mb_line *at = &text->lines[line];
        if (seen == 0 && at->values)
            return false;
        figure |= at->values;
        wide |= at->size >= TEXT_LINE;
    }
    return figure && wide;
}

/* Whether enough figures stand alone before the first line that can be neither of the table nor beside it. */
static bool has_figures(const mb_text *text, uint32_t line, uint32_t end)
{
    uint32_t figures = 0;
    for (uint32_t first = line; line < end && line < first + MOST_LINES && figures < CELLS_AT_LEAST;
         line = mb_next_text(text, line + 1, end)) {
        if (is_figure(text, line))
            figures++;
        else if (text->lines[line].values || is_end(text, line))
            return false;
    }
    return figures >= CELLS_AT_LEAST;
}

/* The widest line up to a title or an item. */
static unsigned widest_line(const beside *b, uint32_t end)
{
    unsigned widest = 0;
    uint32_t line = b->first;
    for (; line < end && line < b->first + MOST_LINES; line = mb_next_text(b->text, line + 1, end)) {
        if (b->text->lines[line].marked || is_title(words_at(b, line)))
            break;
        if (b->text->lines[line].width > widest)
            widest = b->text->lines[line].width;
    }
    return widest;
}

/* Behind the last label or figure, and then behind the sentence that goes on there. */
static uint32_t find_end(const beside *b, uint32_t end)
{
    uint32_t behind = b->first, together = 0, line = b->first;
    bool open = false, text_open = false; /* the text above the last cell, or the line, ends no sentence */
    for (; line < end && line < b->first + MOST_LINES && together <= TEXT_TOGETHER;
         line = mb_next_text(b->text, line + 1, end)) {
        line_kind kind = kind_of(b, line);
        if (kind == KIND_END)
            break;
        together = kind == KIND_TEXT ? together + 1 : 0;
        if (kind == KIND_TEXT) {
            text_open = !b->text->lines[line].finished;
        } else {
            behind = line + 1;
            open = text_open;
        }
    }
    line = mb_next_text(b->text, behind, end);
    while (line < end && kind_of(b, line) == KIND_TEXT && (open || line == behind)) {
        open = !b->text->lines[line].finished;
        behind = line + 1;
        line = mb_next_text(b->text, behind, end);
    }
    return behind;
}

/* --- Labels and figures --- */

/* The label that a line in small letters goes on with: the one that did so before, or the last; NULL where every label
 * has its figure. */
static label *open_label(beside *b)
{
    if (b->figure_count >= b->label_count)
        return NULL;
    for (uint32_t i = b->label_count; i > 0; i--)
        if (b->labels[i - 1].continued && b->labels[i - 1].figure == NONE)
            return &b->labels[i - 1];
    return &b->labels[b->label_count - 1];
}

static bool add_label(beside *b, uint32_t line)
{
    mb_slice words = words_at(b, line);
    label *open = mb_starts_small(words) ? open_label(b) : NULL;
    if (open) {
        open->continued = true;
        mb_strings_push(b->reader->scratch, &open->pieces, words);
        return true;
    }
    if (b->label_count == MOST_CELLS)
        return false;
    if (b->label_count == 0)
        b->first_label = line;
    label *added = &b->labels[b->label_count++];
    *added = (label){.figure = NONE};
    mb_strings_push(b->reader->scratch, &added->pieces, words);
    b->labels_before += b->figure_count == 0;
    b->figures_before = b->figure_count;
    return true;
}

static bool add_figure(beside *b, uint32_t line)
{
    if (b->figure_count == MOST_CELLS)
        return false;
    b->figure_lines[b->figure_count] = line;
    b->figures[b->figure_count++] = words_at(b, line);
    return true;
}

static bool read_cells(beside *b)
{
    mb_slice above = MB_NOTHING;
    bool cell = false;
    for (uint32_t line = b->first; line < b->end; line = mb_next_text(b->text, line + 1, b->end)) {
        line_kind kind = kind_of(b, line);
        if ((kind == KIND_LABEL && !add_label(b, line)) || (kind == KIND_FIGURE && !add_figure(b, line)))
            return false;
        if (kind == KIND_TEXT) {
            b->interruptions += cell && above.size && !mb_is_finished(above) && mb_starts_small(words_at(b, line));
            above = words_at(b, line);
        }
        cell = kind != KIND_TEXT;
    }
    return b->label_count >= CELLS_AT_LEAST && b->figure_count >= CELLS_AT_LEAST &&
           b->interruptions >= INTERRUPTIONS_AT_LEAST;
}

/* --- Rows --- */

static mb_slice join(const beside *b, const mb_strings *pieces)
{
    mb_slice joined = MB_TEXT("");
    mb_read_inline(b->reader->arena, (mb_pieces){pieces->items, pieces->count}, &joined, NULL);
    return joined;
}

static void remove_label(beside *b, uint32_t index)
{
    for (uint32_t i = index; i + 1 < b->label_count; i++)
        b->labels[i] = b->labels[i + 1];
    b->label_count--;
    b->labels_before--;
}

/* Two labels more than figures are the heads of both columns: the first of all, and one before the first figure, other
 * than a row's label that goes on behind it. */
static bool take_heads(beside *b, mb_block *table)
{
    uint32_t second = b->labels[1].continued ? 2 : 1;
    if (b->label_count != b->figure_count + 2 || b->labels_before < 3 || b->labels[second].continued)
        return false;
    mb_strings_push(b->reader->arena, &table->header, join(b, &b->labels[0].pieces));
    mb_strings_push(b->reader->arena, &table->header, join(b, &b->labels[second].pieces));
    remove_label(b, second);
    remove_label(b, 0);
    return true;
}

/* Gives each figure to the first label above it that has none; one that finds none above goes to one below. `before[i]`
 * is the number of labels above figure i. */
static void pair(beside *b, const uint32_t *before)
{
    uint32_t next = 0;
    bool given[MOST_CELLS] = {false};
    for (uint32_t f = 0; f < b->figure_count; f++)
        if (next < before[f]) {
            b->labels[next++].figure = f;
            given[f] = true;
        }
    for (uint32_t f = 0; f < b->figure_count; f++)
        for (uint32_t l = 0; !given[f] && l < b->label_count; l++)
            if (b->labels[l].figure == NONE) {
                b->labels[l].figure = f;
                given[f] = true;
            }
}

static void add_rows(const beside *b, mb_block *table)
{
    for (uint32_t f = 0; f < b->figure_count; f++)
        for (uint32_t l = 0; l < b->label_count; l++)
            if (b->labels[l].figure == f) {
                mb_strings *row = mb_list_add(b->reader->arena, &table->rows, mb_strings);
                mb_strings_push(b->reader->arena, row, join(b, &b->labels[l].pieces));
                mb_strings_push(b->reader->arena, row, b->figures[f]);
            }
}

/* How many labels stand above each figure, where `heads` are none of them. */
static void count_labels(const beside *b, uint32_t heads, uint32_t *before)
{
    uint32_t figure = 0, labels = 0;
    beside again = *b;
    again.label_count = again.figure_count = 0;
    for (uint32_t line = b->first; line < b->end && figure < b->figure_count;
         line = mb_next_text(b->text, line + 1, b->end)) {
        line_kind kind = kind_of(b, line);
        if (kind == KIND_LABEL)
            add_label(&again, line);
        if (kind == KIND_FIGURE) {
            again.figure_count++;
            labels = again.label_count;
            before[figure++] = labels > heads ? labels - heads : 0;
        }
    }
}

/* --- What stands beside --- */

static bool is_scale(const beside *b, uint32_t line, uint32_t kept)
{
    for (uint32_t f = kept; f < b->figure_count; f++)
        if (b->figure_lines[f] == line)
            return true;
    return false;
}

/* Whether a paragraph ends with the line above: a sentence does, and its line isn't full. */
static bool begins_paragraph(const beside *b, uint32_t above, uint32_t line)
{
    return b->text->lines[above].finished && !mb_starts_small(words_at(b, line)) &&
           b->text->lines[above].width * 100 < b->widest * 90;
}

static void add_apart(const beside *b, uint32_t line, bool begins, mb_list *paragraphs)
{
    mb_apart *apart = mb_list_last(paragraphs);
    if (!apart || begins) {
        apart = mb_list_add(b->reader->scratch, paragraphs, mb_apart);
        apart->first = line;
    }
    mb_strings_push(b->reader->scratch, &apart->pieces, words_at(b, line));
    apart->last = line;
}

/* The text, and behind it the figures of a chart's scale, each on its own; `kept` figures are of the table. */
static void read_apart(const beside *b, uint32_t kept, mb_list *paragraphs)
{
    uint32_t above = NONE;
    for (uint32_t line = b->first; line < b->end; line = mb_next_text(b->text, line + 1, b->end))
        if (kind_of(b, line) == KIND_TEXT) {
            add_apart(b, line, above == NONE || begins_paragraph(b, above, line), paragraphs);
            above = line;
        }
    for (uint32_t line = b->first; line < b->end; line = mb_next_text(b->text, line + 1, b->end))
        if (is_scale(b, line, kept))
            add_apart(b, line, true, paragraphs);
}

uint32_t mb_read_beside_text(const mb_block_reader *reader, uint32_t line, uint32_t end, mb_block *table,
                             mb_list *paragraphs)
{
    if (!may_begin(reader->text, line, end) || !has_figures(reader->text, line, end))
        return line;
    beside b = {.reader = reader, .text = reader->text, .first = line, .end = end};
    b.widest = widest_line(&b, end);
    b.end = find_end(&b, end);
    if (!read_cells(&b))
        return line;
    mb_block read = *table;
    uint32_t before[MOST_CELLS] = {0}, figures = b.figure_count;
    bool heads = take_heads(&b, &read);
    /* Figures behind the last label that no label lacks are a scale's. */
    if (!heads && b.figure_count > b.label_count && b.figures_before < b.label_count)
        b.figure_count = b.label_count;
    if (b.figure_count != b.label_count)
        return line;
    count_labels(&b, heads ? 2 : 0, before);
    pair(&b, before);
    add_rows(&b, &read);
    uint32_t kept = b.figure_count;
    b.figure_count = figures;
    read_apart(&b, kept, paragraphs);
    read.place = mb_place_of(b.text, b.first_label);
    *table = read;
    return b.end;
}
