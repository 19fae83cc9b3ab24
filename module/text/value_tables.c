/* value_tables.c: rows of a label and as many values each.
 *
 *     Indicator Target % Outcome %           Extraction prints the cells of a row on one line, or each on lines of its
 *     Paths swept 85% 77%                    own, in the order in which they stand on the page. What tells them apart
 *     Lamps mended within a week             is that a table repeats itself: a label, then as many figures as in the
 *     of being reported                      row before. A wrapped label, a name above some rows, several labels in
 *                                            one block, and figures without a label are part of it.
 *     100% 82%
 *
 *     Hedges                                 A group is labels, each a block of lines, and the values behind them.
 *
 *     Hedges cut before March
 *
 *     80%
 *
 *     80%
 *
 * A sentence seldom ends in two figures; three in a row that do so are a table. */
#include "text/value_tables.h"

#include <ctype.h>

#include "text/inline.h"
#include "text/marker.h"
#include "text/measure.h"
#include "text/tables.h"
#include "text/torn_items.h"
#include "text/values.h"
#include "text/wraps.h"

/* So many rows are a table: fewer where a head has as many cells as they do, more where each has but one value. */
#define ROWS_AT_LEAST        3
#define ROWS_UNDER_HEAD      2
#define SINGLE_ROWS_AT_LEAST 4
#define MOST_VALUES          12
/* A label has no more lines, or bytes; beside a single value it has fewer lines. A group has no more labels, its
 * table's head included. */
#define LABEL_LINES        14
#define LABEL_SIZE         240
#define SINGLE_LABEL_LINES 2
#define GROUP_LABELS       14
/* No shorter line of a caption was ended by the page's edge. */
#define WRAPPED_CAPTION 50
/* Values of several rows, which may follow all their labels. */
#define GROUP_VALUES 200

/* A page's number has no more digits. */
#define PAGE_DIGITS 3

static const char pound[] = "\xC2\xA3";

typedef struct group {
    mb_line_range labels[GROUP_LABELS];
    uint32_t label_count;
    size_t until; /* where values begin on the last label's last line */
    mb_strings values;
    uint32_t value_lines[GROUP_VALUES];
    uint32_t lines;  /* of values */
    uint32_t run;    /* lines of values that follow one another, */
    bool equal_runs; /* as many in each run */
    bool titled;     /* the first label is a title that stood right above the second */
    uint32_t in_run; /* of the run that is being read */
    uint32_t behind;
} group;

typedef struct value_table {
    const mb_block_reader *reader;
    const mb_text *text;
    uint32_t end;
    uint32_t columns; /* the label's included */
    mb_list rows;     /* of mb_strings */
    uint32_t full;    /* rows with all their values, and a label or a unit */
    const mb_strings *last_full;
    bool has_head;
} value_table;

/* --- Units --- */

/* What a cell's figure is of: '%', money, or 0 where it doesn't say. */
static char unit_of(mb_slice cell)
{
    if (mb_slice_ends(cell, MB_TEXT("%")))
        return '%';
    return mb_slice_starts(cell, mb_slice_of(pound)) ? 'L' : 0;
}

static bool has_unit(const mb_slice *values, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (unit_of(values[i]))
            return true;
    return false;
}

/* --- Groups --- */

static mb_slice words_at(const value_table *t, uint32_t line)
{
    return mb_line_text(t->text, line);
}

/* "31.03.26" under "Budget 01.04.25 -": the second line of a span is no item's number. */
static bool ends_span(const value_table *t, uint32_t line)
{
    if (line == 0 || !mb_line_is_text(t->text, line - 1))
        return false;
    mb_slice above = words_at(t, line - 1);
    return mb_slice_ends(above, MB_TEXT("-")) || mb_slice_ends(above, MB_TEXT("\xE2\x80\x93"));
}

/* Whether the line can be a label's: no item, no sentence, no row of another table. */
static bool could_be_label(const value_table *t, uint32_t line, size_t until)
{
    const mb_line *at = &t->text->lines[line];
    return at->size <= LABEL_SIZE && (!at->marked || ends_span(t, line)) && !mb_is_table_row(t->text, line) &&
           !(until == at->size && at->finished);
}

static bool is_caption(const value_table *t, mb_line_range lines)
{
    return t->reader->is_caption && t->reader->is_caption(t->reader->vocabulary, words_at(t, lines.first));
}

/* Whether a caption ends above the line, though no gap parts the two. */
static bool ends_caption(const value_table *t, const mb_line_range *lines, uint32_t line)
{
    mb_slice above = words_at(t, line - 1);
    return is_caption(t, *lines) && !islower((unsigned char)*words_at(t, line).data) && !mb_breaks_off(above) &&
           !(above.size >= WRAPPED_CAPTION && mb_is_full(t->text, line - 1, line));
}

/* Adds the line to the last label, or begins another; false where there is no room. */
static bool add_label_line(const value_table *t, group *g, uint32_t line)
{
    mb_line_range *last = g->label_count ? &g->labels[g->label_count - 1] : NULL;
    if (last && last->end == line && mb_line_is_text(t->text, line - 1) && !ends_caption(t, last, line)) {
        last->end = line + 1;
        return last->end - last->first <= LABEL_LINES;
    }
    if (g->label_count == GROUP_LABELS)
        return false;
    g->labels[g->label_count++] = (mb_line_range){line, line + 1};
    return true;
}

static void end_run(group *g)
{
    if (g->run == 0)
        g->run = g->in_run;
    g->equal_runs &= g->in_run == g->run;
    g->in_run = 0;
}

static bool add_value_line(const value_table *t, group *g, uint32_t line, size_t from)
{
    uint32_t before = g->values.count;
    if (before && line > g->behind)
        end_run(g);
    mb_add_values(t->reader->arena, mb_slice_from(words_at(t, line), from), &g->values);
    if (g->values.count > GROUP_VALUES)
        return false;
    for (uint32_t i = before; i < g->values.count; i++)
        g->value_lines[i] = line;
    g->in_run++;
    g->lines++;
    g->behind = line + 1;
    return true;
}

/* Whether the figure behind sums of money is the page's number. */
static bool is_page_number(const group *g, mb_slice words)
{
    for (size_t i = 0; i < words.size; i++)
        if (!isdigit((unsigned char)words.data[i]))
            return false;
    for (uint32_t i = 0; i < g->values.count; i++)
        if (unit_of(g->values.items[i]) != 'L')
            return false;
    return g->values.count > 1 && words.size <= PAGE_DIGITS && g->values.items[g->values.count - 1].size > sizeof pound;
}

/* Reads the group that begins on `line`; false where there is none. Lines end in at most `most` values. */
static bool read_group(const value_table *t, uint32_t line, uint32_t most, group *g)
{
    *g = (group){.equal_runs = true, .until = SIZE_MAX};
    for (line = mb_next_text(t->text, line, t->end); line < t->end; line = mb_next_text(t->text, line + 1, t->end)) {
        mb_slice words = words_at(t, line);
        if (t->text->lines[line].values) {
            if (is_page_number(g, words))
                break;
            if (!add_value_line(t, g, line, 0))
                return false;
            continue;
        }
        size_t until;
        if (mb_trailing_values(words, most, &until) < (most > 1 ? 2 : 1))
            until = words.size;
        if (g->values.count || !could_be_label(t, line, until) || !add_label_line(t, g, line))
            break;
        if (until < words.size) {
            g->until = until;
            add_value_line(t, g, line, until);
            break;
        }
    }
    end_run(g);
    return g->values.count > 0;
}

/* --- Rows --- */

static mb_slice join(const value_table *t, mb_line_range lines, size_t until)
{
    mb_strings pieces = {0};
    mb_slice joined = MB_TEXT("");
    for (uint32_t line = lines.first; line < lines.end; line++) {
        mb_slice words = words_at(t, line);
        if (line + 1 == lines.end)
            words = mb_slice_trim(mb_slice_first(words, until));
        if (mb_line_is_text(t->text, line) && words.size)
            mb_strings_push(t->reader->scratch, &pieces, words);
    }
    if (pieces.count)
        mb_read_inline(t->reader->arena, (mb_pieces){pieces.items, pieces.count}, &joined, NULL);
    return joined;
}

static void add_row(value_table *t, mb_slice label, const mb_slice *values, uint32_t count)
{
    mb_strings *row = mb_list_add(t->reader->arena, &t->rows, mb_strings);
    mb_strings_push(t->reader->arena, row, label);
    for (uint32_t i = 0; i + 1 < t->columns; i++)
        mb_strings_push(t->reader->arena, row, i < count ? values[i] : MB_TEXT(""));
    if (count + 1 == t->columns && (label.size || has_unit(values, count))) {
        t->full++;
        t->last_full = row;
    }
}

static const mb_line_range *last_label(const group *g)
{
    return &g->labels[g->label_count - 1];
}

/* Whether the last label of the group is `count` labels, one below the other. */
static bool holds_labels(const value_table *t, const group *g, uint32_t count, mb_torn_run *run)
{
    if (g->label_count == 0 || g->until != SIZE_MAX)
        return false;
    *run = mb_torn_run_at(t->text, last_label(g)->first, last_label(g)->end, true);
    return run->lines.end == last_label(g)->end && run->certain <= count && count <= run->possible;
}

/* A row for each of the labels that stand in one block, before the cells of all. */
static void add_rows_of_block(value_table *t, const mb_torn_run *run, const mb_slice *cells, uint32_t count)
{
    uint32_t *starts = mb_new_array(t->reader->scratch, uint32_t, count + 1), values = t->columns - 1;
    mb_torn_starts(t->reader->scratch, t->text, run, count, starts);
    starts[count] = run->lines.end;
    for (uint32_t i = 0; i < count; i++)
        add_row(t, join(t, (mb_line_range){starts[i], starts[i + 1]}, SIZE_MAX), cells + i * values, values);
}

/* Whether a cell would stand below one of another unit. */
static bool changes_unit(const value_table *t, const mb_slice *values, uint32_t count)
{
    const mb_strings *above = t->last_full;
    for (uint32_t i = 0; above && i < count && i + 1 < above->count; i++) {
        char unit = unit_of(values[i]), other = unit_of(above->items[i + 1]);
        if (unit && other && unit != other)
            return true;
    }
    return false;
}

/* Whether the cells of each row are of the same units as those of the first, and each has one. */
static bool repeats_units(const group *g, uint32_t values, uint32_t rows)
{
    for (uint32_t i = 0; i < rows * values; i++)
        if (!unit_of(g->values.items[i]) || unit_of(g->values.items[i]) != unit_of(g->values.items[i % values]))
            return false;
    return values > 1 && rows > 1;
}

/* Adds the rows that the group's values make: the first has the label, further ones lack theirs, as those of totals do.
 * Values that fill no row are left: `left` gets their number. False where the group is none of this table's. */
static bool add_rows(value_table *t, const group *g, uint32_t *left)
{
    uint32_t values = t->columns - 1, rows = g->values.count / values;
    mb_torn_run run;
    *left = g->values.count % values;
    if (rows == 0 || changes_unit(t, g->values.items, values))
        return false;
    if (rows > 1 && *left == 0 && holds_labels(t, g, rows, &run)) {
        add_rows_of_block(t, &run, g->values.items, rows);
        return true;
    }
    bool proved = t->full >= (t->has_head ? 1 : ROWS_UNDER_HEAD);
    if (rows > 1 && values == 1)
        return false;
    if ((rows > 1 || *left) && !proved && !repeats_units(g, values, rows))
        return false;
    mb_slice label = g->label_count ? join(t, *last_label(g), g->until) : MB_TEXT("");
    for (uint32_t i = 0; i < rows; i++)
        add_row(t, i ? MB_TEXT("") : label, g->values.items + i * values, values);
    return true;
}

/* --- Heads --- */

/* A head on one line: its last columns begin with a capital each: "Indicator 1 | Target % | Outcome %". Its wraps
 * belong to the last. False where it has fewer columns, or two, which no capital tells apart. */
static bool split_head(const value_table *t, mb_line_range lines, mb_strings *header)
{
    mb_slice line = words_at(t, lines.first);
    size_t starts[MOST_VALUES + 1] = {0};
    uint32_t found = t->columns;
    for (size_t at = line.size; at > 1 && found > 1; at--)
        if (isupper((unsigned char)line.data[at - 1]) && line.data[at - 2] == ' ')
            starts[--found] = at - 1;
    if (found > 1 || t->columns < 3)
        return false;
    mb_slice wraps = join(t, (mb_line_range){lines.first + 1, lines.end}, SIZE_MAX);
    for (uint32_t c = 0; c < t->columns; c++) {
        size_t end = c + 1 < t->columns ? starts[c + 1] : line.size;
        mb_slice cell = mb_slice_trim(mb_slice_between(line.data + starts[c], line.data + end));
        if (c + 1 == t->columns && wraps.size)
            cell = mb_arena_printf(t->reader->arena, "%.*s %.*s", MB_ARG(cell), MB_ARG(wraps));
        mb_strings_push(t->reader->arena, header, cell);
    }
    return true;
}

/* Whether the first of so many blocks above the first row is longer than all others together: the title of a paragraph
 * that the table stands in, rather than the name of a column. */
static bool begins_with_title(const value_table *t, const group *g, uint32_t first, uint32_t count)
{
    size_t others = 0;
    for (uint32_t i = first + 1; i < first + count; i++)
        others += join(t, g->labels[i], SIZE_MAX).size;
    return join(t, g->labels[first], SIZE_MAX).size > others;
}

/* What the blocks above the first row are: a caption, a head, the name of the rows below it. False where they are more
 * than that: then the table doesn't begin with the first of them. A name is told from a cell of the head only where
 * `alone` says that nothing of the kind stands above. A title alone is the head of the labels: those of the values are
 * lost, or there were none. */
static bool read_head(value_table *t, const group *g, bool alone, mb_block *table)
{
    uint32_t first = 0, count = g->label_count - 1;
    mb_strings header = {0};
    mb_slice caption = MB_NOTHING, name = MB_NOTHING;
    if (count && is_caption(t, g->labels[0])) {
        caption = join(t, g->labels[0], SIZE_MAX);
        first = 1;
        count--;
    }
    if (count == t->columns + 1 && !first && begins_with_title(t, g, first, count))
        return false;
    if (count == t->columns + 1 && (alone || first))
        name = join(t, g->labels[first + --count], SIZE_MAX);
    bool lone = count == 1 && (g->titled || !split_head(t, g->labels[first], &header));
    if (lone && caption.data) {
        name = join(t, g->labels[first], SIZE_MAX);
        count = 0;
    }
    if (count > 1 && count != t->columns && count != t->columns - 1)
        return false;
    if (count > 1 && count == t->columns - 1)
        mb_strings_push(t->reader->arena, &header, MB_TEXT(""));
    for (uint32_t i = first; header.count < t->columns && i < first + count; i++)
        mb_strings_push(t->reader->arena, &header, join(t, g->labels[i], SIZE_MAX));
    while (header.count && header.count < t->columns)
        mb_strings_push(t->reader->arena, &header, MB_TEXT(""));
    table->caption = caption;
    table->header = header;
    t->has_head = header.count > 0 && !lone;
    if (name.data)
        add_row(t, name, NULL, 0);
    return true;
}

/* --- Columns one after another --- */

/* Labels in one block, then as many lines of values in the next: a row's on each, or a column's in each block. */
static bool add_columns(value_table *t, const group *g, bool alone, mb_block *table)
{
    uint32_t labels = g->run, values = g->values.count / (labels ? labels : 1);
    mb_torn_run run;
    if (labels < ROWS_AT_LEAST || !g->equal_runs || g->values.count % labels || values > MOST_VALUES ||
        !holds_labels(t, g, labels, &run))
        return false;
    t->columns = values + 1;
    if (!read_head(t, g, alone, table))
        return false;
    mb_slice *by_row = mb_new_array(t->reader->scratch, mb_slice, g->values.count);
    bool by_column = g->lines > labels;
    for (uint32_t row = 0; row < labels; row++)
        for (uint32_t column = 0; column < values; column++)
            by_row[row * values + column] = g->values.items[by_column ? column * labels + row : row * values + column];
    add_rows_of_block(t, &run, by_row, labels);
    return true;
}

/* --- */

/* The least number of rows that prove the table. */
static uint32_t rows_needed(const value_table *t)
{
    if (t->columns == 2)
        return SINGLE_ROWS_AT_LEAST;
    return t->has_head ? ROWS_UNDER_HEAD : ROWS_AT_LEAST;
}

/* Whether a row that lacks values is surely one of the table's: sums of money, and no others, stand in it. */
static bool is_short_row_of_money(const value_table *t, const group *g)
{
    bool money = g->label_count == 1 && g->values.count + 1 < t->columns;
    for (uint32_t i = 0; i < g->values.count; i++)
        money &= unit_of(g->values.items[i]) == 'L';
    return money && t->full >= ROWS_AT_LEAST;
}

/* How many names may stand above a row: one, or two in a table of money. */
static uint32_t names_above_row(const value_table *t)
{
    if (t->columns == 2)
        return 0;
    return t->full >= ROWS_AT_LEAST && unit_of(t->last_full->items[t->columns - 1]) == 'L' ? 2 : 1;
}

/* Where the row above and the group's own lack as many sums as the group has, these stand by column: the sums of both
 * rows in one, then of both in the next. Adds the group's row and fills both; false where it isn't so. */
static bool add_by_column(value_table *t, const group *g)
{
    mb_strings *above = mb_list_last(&t->rows);
    uint32_t values = t->columns - 1, has = 0;
    while (above && has < values && above->items[has + 1].size)
        has++;
    if (has == 0 || has == values || g->values.count != has + 2 * (values - has) || g->label_count == 0)
        return false;
    const mb_slice *cells = g->values.items;
    mb_slice *own = mb_new_array(t->reader->scratch, mb_slice, values);
    for (uint32_t c = 0; c < values; c++) {
        own[c] = c < has ? cells[c] : cells[has + 2 * (c - has) + 1];
        if (c >= has)
            above->items[c + 1] = cells[has + 2 * (c - has)];
    }
    for (uint32_t i = 0; i + 1 < g->label_count; i++)
        add_row(t, join(t, g->labels[i], SIZE_MAX), NULL, 0);
    add_row(t, join(t, *last_label(g), g->until), own, values);
    return true;
}

static bool is_long_single_label(const value_table *t, const group *g)
{
    return t->columns == 2 && g->label_count && last_label(g)->end - last_label(g)->first > SINGLE_LABEL_LINES;
}

/* Reads the rows behind the first group; returns the line behind the last of them. */
static uint32_t read_rows(value_table *t, uint32_t behind)
{
    group g;
    uint32_t kept = t->rows.count, at = behind;
    while (read_group(t, at, t->columns - 1, &g) && g.label_count <= 1 + names_above_row(t) &&
           !is_long_single_label(t, &g)) {
        uint32_t left = 0;
        bool sure = is_short_row_of_money(t, &g);
        if (t->full >= ROWS_AT_LEAST && add_by_column(t, &g)) {
            kept = t->rows.count;
            behind = at = g.behind;
            continue;
        }
        for (uint32_t i = 0; i + 1 < g.label_count; i++)
            add_row(t, join(t, g.labels[i], SIZE_MAX), NULL, 0);
        if (!sure && !add_rows(t, &g, &left))
            break;
        if (sure)
            add_row(t, join(t, *last_label(&g), g.until), g.values.items, g.values.count);
        kept = t->rows.count;
        behind = left ? g.value_lines[g.values.count - left] : g.behind;
        if (left)
            add_row(t, MB_TEXT(""), g.values.items + g.values.count - left, left);
        at = g.behind;
    }
    t->rows.count = kept;
    return behind;
}

static mb_slice first_word_at(const value_table *t, uint32_t line)
{
    return mb_first_word(words_at(t, line));
}

/* A title may stand right above the first row's label: labels begin with the same word, and the title doesn't. Parts
 * the two by the label of the row below. */
static void part_title_from_label(const value_table *t, group *g)
{
    group below;
    mb_line_range *label = &g->labels[0];
    if (g->label_count != 1 || label->end == label->first + 1 || !read_group(t, g->behind, MOST_VALUES, &below) ||
        below.label_count == 0)
        return;
    mb_slice word = first_word_at(t, last_label(&below)->first);
    if (mb_slice_equal(first_word_at(t, label->first), word))
        return;
    for (uint32_t line = label->first + 1; line < label->end; line++)
        if (mb_line_is_text(t->text, line) && mb_slice_equal(first_word_at(t, line), word)) {
            g->labels[1] = (mb_line_range){line, label->end};
            label->end = line;
            g->label_count = 2;
            g->titled = true;
            return;
        }
}

static uint32_t read_table(value_table *t, uint32_t line, bool alone, mb_block *table)
{
    group g;
    uint32_t left;
    if (!read_group(t, line, MOST_VALUES, &g) || g.label_count == 0)
        return line;
    if (add_columns(t, &g, alone, table))
        return g.behind;
    part_title_from_label(t, &g);
    t->columns = g.values.count + 1;
    if (t->columns > MOST_VALUES + 1 || is_long_single_label(t, &g) || !read_head(t, &g, alone, table) ||
        !add_rows(t, &g, &left))
        return line;
    uint32_t behind = read_rows(t, g.behind);
    return t->full >= rows_needed(t) ? behind : line;
}

uint32_t mb_read_value_table(const mb_block_reader *reader, uint32_t line, uint32_t end, bool alone, mb_block *table)
{
    value_table t = {.reader = reader, .text = reader->text, .end = end};
    mb_block read = *table;
    uint32_t behind = read_table(&t, line, alone, &read);
    if (behind == line)
        return line;
    read.rows = t.rows;
    *table = read;
    return behind;
}
