/* value_tables.c: rows that end in as many values each.
 *
 *     Indicator Target % Outcome %           the head: as many columns as a row has values, and the labels'
 *     Paths swept 85% 77%
 *     Lamps mended within a week             a label's wraps, then its values, with or without a gap between
 *     of being reported
 *
 *     100% 82%
 *     Hedges                                 a block without values above a label: a row of its own
 *     Hedges cut before March 80% 80%
 *
 * A sentence seldom ends in two figures; three in a row that do so are a table. */
#include "text/value_tables.h"

#include <ctype.h>

#include "text/inline.h"
#include "text/marker.h"
#include "text/tables.h"

#define ROWS_AT_LEAST   3
#define VALUES_AT_LEAST 2
#define MOST_VALUES     12
/* A row has no more lines than that, its label's wraps and a heading above it included. */
#define ROW_LINES 7

typedef struct unit {
    mb_line_range above; /* a block before the label: the table's head, or a row without values */
    mb_line_range label; /* the last of its lines holds the values */
    size_t values;       /* where they begin in that line */
    uint32_t count;      /* of them */
} unit;

typedef struct value_table {
    mb_arena *arena, *scratch;
    const mb_text *text;
    mb_block *table;
} value_table;

/* A figure; a number that begins with 0 and goes on is a telephone's. */
static bool is_value(mb_slice word)
{
    size_t digits = 0;
    for (size_t i = 0; i < word.size; i++) {
        if (isdigit((unsigned char)word.data[i]))
            digits++;
        else if (!strchr(",.%+-()/", word.data[i]) && (unsigned char)word.data[i] < 0x80)
            return false;
    }
    return digits > 0 && !(*word.data == '0' && digits == word.size && digits > 1);
}

/* The values that the line ends in, `most` of them; `at` gets where they begin. */
static uint32_t count_values(mb_slice line, uint32_t most, size_t *at)
{
    uint32_t count = 0;
    *at = line.size;
    for (size_t end = line.size; end > 0 && count < most;) {
        size_t from = end;
        while (from > 0 && line.data[from - 1] != ' ')
            from--;
        if (!is_value(mb_slice_between(line.data + from, line.data + end)))
            break;
        count++;
        *at = from;
        end = from;
        while (end > 0 && line.data[end - 1] == ' ')
            end--;
    }
    return count;
}

/* The first line at or after `line` that ends in values, or `end`: labels are short and don't end like sentences. */
static uint32_t find_values(const mb_text *text, uint32_t line, uint32_t end, uint32_t most, unit *read)
{
    for (uint32_t seen = 0; line < end && seen < ROW_LINES; seen++, line = mb_next_text(text, line + 1, end)) {
        mb_slice words = mb_line_text(text, line);
        if (mb_marker_of(words).form || mb_is_table_row(text, line))
            return end;
        read->count = count_values(words, most, &read->values);
        if (read->count >= VALUES_AT_LEAST)
            return line;
        if (mb_is_finished(words))
            return end;
    }
    return end;
}

static uint32_t text_before(const mb_text *text, uint32_t line, uint32_t first)
{
    while (line > first && !mb_line_is_text(text, line - 1))
        line--;
    return line;
}

/* Reads the unit that begins on `line`, with `most` values; false where there is none. */
static bool read_unit(const mb_text *text, uint32_t line, uint32_t end, uint32_t most, unit *read)
{
    uint32_t values = find_values(text, line, end, most, read);
    if (values == end)
        return false;
    uint32_t label = values;
    if (read->values == 0 && text_before(text, label, line) > line)
        label = text_before(text, label, line) - 1;
    while (label > line && mb_line_is_text(text, label - 1))
        label--;
    read->label = (mb_line_range){label, values + 1};
    read->above = (mb_line_range){line, text_before(text, label, line)};
    for (uint32_t above = read->above.first; above < read->above.end; above++)
        if (!mb_line_is_text(text, above))
            return false;
    return true;
}

static uint32_t count_rows(const mb_text *text, uint32_t line, uint32_t end, uint32_t *behind)
{
    unit first, next;
    *behind = line;
    if (!read_unit(text, line, end, MOST_VALUES, &first) || first.values == 0)
        return 0;
    uint32_t rows = 0;
    for (next = first; next.count == first.count; rows++) {
        *behind = next.label.end;
        if (!read_unit(text, mb_next_text(text, *behind, end), end, first.count, &next))
            return rows + 1;
    }
    return rows;
}

static mb_slice join(const value_table *t, mb_line_range lines, size_t until)
{
    mb_strings pieces = {0};
    mb_slice joined = MB_TEXT("");
    for (uint32_t line = lines.first; line < lines.end; line++) {
        mb_slice words = mb_line_text(t->text, line);
        if (line + 1 == lines.end)
            words = mb_slice_trim(mb_slice_first(words, until));
        if (mb_line_is_text(t->text, line) && words.size)
            mb_strings_push(t->scratch, &pieces, words);
    }
    if (pieces.count)
        mb_read_inline(t->arena, (mb_pieces){pieces.items, pieces.count}, &joined, NULL);
    return joined;
}

static void add_row(const value_table *t, mb_slice label, mb_slice values, uint32_t columns)
{
    mb_strings *row = mb_list_add(t->arena, &t->table->rows, mb_strings);
    mb_strings_push(t->arena, row, label);
    for (size_t at = 0; row->count < columns;) {
        mb_slice value = mb_slice_from(values, at);
        size_t space = mb_slice_find(value, MB_TEXT(" "), 0);
        value = mb_slice_first(value, space);
        mb_strings_push(t->arena, row, value.size ? value : MB_TEXT(""));
        at += value.size;
        while (at < values.size && values.data[at] == ' ')
            at++;
    }
}

/* A head's last columns begin with a capital each: "Indicator 1 | Target % | Outcome %". Its wraps belong to the last. */
static void read_head(const value_table *t, mb_line_range lines, uint32_t columns)
{
    mb_slice line = mb_line_text(t->text, lines.first);
    size_t starts[MOST_VALUES + 1] = {0};
    uint32_t found = columns;
    for (size_t at = line.size; at > 1 && found > 1; at--)
        if (isupper((unsigned char)line.data[at - 1]) && line.data[at - 2] == ' ')
            starts[--found] = at - 1;
    mb_slice wraps = join(t, (mb_line_range){lines.first + 1, lines.end}, SIZE_MAX);
    for (uint32_t c = 0; c < columns; c++) {
        if (c > 0 && starts[c] == 0)
            continue;
        size_t end = c + 1 < columns ? starts[c + 1] : line.size;
        mb_slice cell = mb_slice_trim(mb_slice_between(line.data + starts[c], line.data + end));
        if (c + 1 == columns && wraps.size)
            cell = mb_arena_printf(t->arena, "%.*s %.*s", MB_ARG(cell), MB_ARG(wraps));
        mb_strings_push(t->arena, &t->table->header, cell);
    }
}

uint32_t mb_read_value_table(mb_arena *arena, mb_arena *scratch, const mb_text *text, uint32_t line, uint32_t end,
                             mb_block *table)
{
    uint32_t behind;
    if (count_rows(text, line, end, &behind) < ROWS_AT_LEAST)
        return line;
    value_table t = {arena, scratch, text, table};
    uint32_t columns = 0;
    for (uint32_t at = line; at < behind; at = mb_next_text(text, at, behind)) {
        unit row;
        read_unit(text, at, behind, columns ? columns - 1 : MOST_VALUES, &row);
        if (!columns) {
            columns = row.count + 1;
            if (row.above.first < row.above.end)
                read_head(&t, row.above, columns);
        } else if (row.above.first < row.above.end) {
            add_row(&t, join(&t, row.above, SIZE_MAX), MB_TEXT(""), columns);
        }
        mb_slice last = mb_line_text(text, row.label.end - 1);
        add_row(&t, join(&t, row.label, row.values), mb_slice_from(last, row.values), columns);
        at = row.label.end;
    }
    return behind;
}
