/* layout.c: lines into pieces, tables out of them, and all of it told anew; see layout.h. */
#include "text/layout.h"

#include <ctype.h>

#include "text/cell_tables.h"
#include "text/inline.h"
#include "text/marker.h"
#include "text/measure.h"
#include "text/torn_counts.h"
#include "text/torn_letters.h"

/* Extraction puts one space between words, and more between columns. */
#define GAP           "  "
#define NARROWEST_GAP 2
/* "10.2.1", "22/18", "A12": what numbers a paragraph is no longer. */
#define NUMBER_SIZE 8
#define MINUTE_SIZE 12 /* letters of a committee before it: "HVFRA/23/14" */
/* "Forward plan reference:", "Also in attendance:". */
#define LABEL_SIZE  40
#define REMARK_SIZE 16
/* Who leads, the ward, a time, a page range. */
#define MOST_ASIDES 4
/* A name or a ward, between the title and one of the others. */
#define MIDDLE_SIZE 28
/* Running heads stand above a page's text, running feet and its number below it. */
#define MOST_ABOVE 2
#define MOST_BELOW 2
/* The name of a column. */
#define HEAD_CELL_SIZE 40

/* --- Pieces --- */

uint32_t mb_characters(mb_slice text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

/* Calls for each piece of the line; returns their number. */
static uint32_t split(mb_slice line, uint32_t indent, mb_piece *pieces)
{
    uint32_t count = 0, column = indent;
    for (size_t at = 0; at < line.size;) {
        size_t gap = mb_slice_find(line, MB_TEXT(GAP), at);
        mb_slice text = mb_slice_between(line.data + at, line.data + (gap < line.size ? gap : line.size));
        uint32_t to = column + mb_characters(text);
        if (pieces)
            pieces[count] = (mb_piece){text, column, to, false};
        count++;
        at += text.size;
        column = to;
        for (; at < line.size && line.data[at] == ' '; at++)
            column++;
    }
    return count;
}

/* "7.", "(a)", "•", "4.1", "14", "22/18", "FC/23/001": no sum, and no word. */
static bool is_number(mb_slice text)
{
    mb_marker marker = mb_marker_of(text);
    if (marker.form)
        return marker.rest.size == 0;
    bool digits = false, strokes = false;
    for (size_t i = 0; i < text.size; i++) {
        if (!isalnum((unsigned char)text.data[i]) && !strchr("./()", text.data[i]))
            return false;
        digits |= isdigit((unsigned char)text.data[i]) != 0;
        strokes |= text.data[i] == '/';
    }
    bool minute = strokes && text.size && isupper((unsigned char)*text.data);
    return digits && text.size <= (minute ? MINUTE_SIZE : NUMBER_SIZE);
}

static bool is_label(mb_slice text)
{
    return is_number(text) ||
           (text.size <= LABEL_SIZE && (mb_slice_ends(text, MB_TEXT(":")) || mb_slice_ends(text, MB_TEXT(":-"))));
}

/* "(Pages 5 - 16)", "Pages 5 - 16" */
static bool names_pages(mb_slice text)
{
    bool digit = isdigit((unsigned char)mb_slice_end(text)[-1]);
    return mb_slice_starts_nocase(text, MB_TEXT("(page")) || (digit && mb_slice_starts_nocase(text, MB_TEXT("page")));
}

/* The same, and "5 - 16", "7" */
static bool is_page_range(mb_slice text)
{
    if (names_pages(text))
        return true;
    uint32_t numbers = 0, digits = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool digit = isdigit((unsigned char)text.data[i]);
        if (!digit && !strchr(" -", text.data[i]) && !mb_slice_starts(mb_slice_from(text, i), MB_TEXT("–")) &&
            ((unsigned char)text.data[i] & 0xC0) != 0x80)
            return false;
        numbers += digit && digits == 0;
        digits = digit ? digits + 1 : 0;
        if (digits > 3)
            return false;
    }
    return numbers == 1 || numbers == 2;
}

/* "6.30 pm", "10:05am" */
static bool is_clock(mb_slice text)
{
    size_t at = 0;
    while (at < text.size && isdigit((unsigned char)text.data[at]))
        at++;
    if (at == 0 || at > 2)
        return false;
    while (at < text.size && strchr(".:0123456789 ", text.data[at]))
        at++;
    mb_slice half = mb_slice_from(text, at);
    return mb_slice_equal_nocase(half, MB_TEXT("am")) || mb_slice_equal_nocase(half, MB_TEXT("pm"));
}

/* "To follow", "Verbal", "Attached" */
static bool is_remark(mb_slice text)
{
    return text.size <= REMARK_SIZE && isupper((unsigned char)*text.data) && mb_slice_words(text) <= 2 &&
           !mb_slice_ends(text, MB_TEXT(":"));
}

/* "Ann Lee", "Abbey Ward", before one of those. */
static bool is_middle(mb_slice text)
{
    return text.size <= MIDDLE_SIZE && isupper((unsigned char)*text.data) && mb_slice_words(text) <= 3 &&
           !mb_slice_ends(text, MB_TEXT(":"));
}

/* How many pieces at the line's end are an agenda item's time, page range or remark. A word or a number alone is one
 * behind a numbered title only. */
static uint8_t count_asides(const mb_layout_line *line)
{
    bool numbered = line->labelled && is_number(line->pieces[0].text);
    uint32_t least = line->labelled ? 2 : 1, count = 0;
    while (count < MOST_ASIDES && line->count > least + count) {
        mb_slice last = line->pieces[line->count - 1 - count].text;
        bool sure = is_clock(last) || names_pages(last);
        bool likely = is_page_range(last) || is_remark(last) || (count > 0 && is_middle(last));
        if (!sure && !(numbered && likely))
            break;
        count++;
    }
    return line->count == least + count ? (uint8_t)count : 0;
}

static bool has_letters(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (isalpha((unsigned char)text.data[i]) || (unsigned char)text.data[i] >= 0xC0)
            return true;
    return false;
}

static void read_pieces(mb_arena *scratch, const mb_text *text, mb_layout_line *lines)
{
    for (uint32_t i = 0; i < text->count; i++) {
        if (text->lines[i].kind != MB_TEXT_LAYOUT || !mb_line_is_text(text, i))
            continue;
        mb_layout_line *line = &lines[i];
        mb_slice words = mb_line_text(text, i);
        line->count = split(words, text->lines[i].indent, NULL);
        line->pieces = mb_new_array(scratch, mb_piece, line->count);
        split(words, text->lines[i].indent, line->pieces);
        line->labelled = line->count > 1 && is_label(line->pieces[0].text) && has_letters(line->pieces[1].text);
        line->asides = count_asides(line);
    }
}

/* --- What stands at the right margin --- */

uint32_t mb_start_of(const mb_layout_line *line)
{
    if (line->labelled)
        return line->pieces[1].from;
    mb_marker marker = mb_marker_of(line->pieces[0].text);
    if (!marker.form || marker.rest.size == 0)
        return line->pieces[0].from;
    return line->pieces[0].to - mb_characters(marker.rest);
}

/* Whether the title on `line` goes on in the next line: that begins in the same column, in small letters or with a word
 * that had no room before the margin, or goes on in capitals. */
static bool title_goes_on(const mb_layout_line *lines, uint32_t line, uint32_t end, uint32_t margin)
{
    if (line + 1 == end || lines[line + 1].count != 1)
        return false;
    const mb_layout_line *this = &lines[line], *next = &lines[line + 1];
    const mb_piece *title = &this->pieces[this->count - 1];
    mb_slice words = next->pieces[0].text;
    if (mb_start_of(this) != next->pieces[0].from || mb_is_capitals(title->text) != mb_is_capitals(words))
        return false;
    if (islower((unsigned char)*words.data) && !mb_slice_ends(title->text, MB_TEXT(".")))
        return true;
    return mb_is_capitals(words) || title->to + 1 + mb_characters(mb_first_word(words)) + NARROWEST_GAP > margin;
}

/* Puts the asides behind the title. `margin` is where the leftmost of the page begin. */
static void move_asides(mb_layout_line *lines, uint32_t line, uint32_t end, uint32_t margin)
{
    mb_layout_line *first = &lines[line];
    first->count -= first->asides;
    uint32_t last = line;
    while (title_goes_on(lines, last, end, margin))
        last++;
    lines[last].added = first->pieces + first->count;
    lines[last].added_count = first->asides;
}

static uint32_t find_margin(const mb_layout_line *lines, uint32_t first, uint32_t end)
{
    uint32_t margin = UINT32_MAX;
    for (uint32_t line = first; line < end; line++)
        if (lines[line].role == MB_LAYOUT_PLAIN && lines[line].asides) {
            uint32_t from = lines[line].pieces[lines[line].count - lines[line].asides].from;
            margin = from < margin ? from : margin;
        }
    return margin;
}

static void arrange_page(mb_arena *scratch, mb_layout_line *lines, uint32_t first, uint32_t end)
{
    for (uint32_t line = first; line < end;) {
        uint32_t behind = lines[line].count ? mb_find_columns(scratch, lines, line, end) : line;
        line = behind > line ? behind : line + 1;
    }
    uint32_t margin = find_margin(lines, first, end);
    for (uint32_t line = first; line < end; line++)
        if (lines[line].role == MB_LAYOUT_PLAIN && lines[line].asides)
            move_asides(lines, line, end, margin);
}

/* --- Heads at the end of a page --- */

static uint32_t next_printed(const mb_layout_line *lines, uint32_t line, uint32_t end)
{
    while (line < end && lines[line].count == 0)
        line++;
    return line;
}

/* The columns of the table with which the page begins, below its running head; 0 where it begins with none. */
static uint32_t columns_at_top(const mb_layout_line *lines, uint32_t first, uint32_t end)
{
    uint32_t line = next_printed(lines, first, end);
    for (uint32_t above = 0; line < end && above <= MOST_ABOVE; above++) {
        if (lines[line].role == MB_LAYOUT_TABLE)
            return lines[line].columns->count;
        line = next_printed(lines, line + 1, end);
    }
    return 0;
}

static bool could_be_head(const mb_layout_line *line)
{
    for (uint32_t p = 0; p < line->count; p++)
        if (line->pieces[p].text.size > HEAD_CELL_SIZE || islower((unsigned char)*line->pieces[p].text.data) ||
            mb_is_finished(line->pieces[p].text))
            return false;
    return line->role == MB_LAYOUT_PLAIN && line->count > 1 && !line->asides;
}

/* A table's head may be all of it that is left on a page: the last line above the page's foot, with as many cells as the
 * table has columns with which the next page begins. */
static void find_head_at_foot(mb_arena *scratch, mb_layout_line *lines, uint32_t first, uint32_t end, uint32_t columns)
{
    uint32_t below = 0;
    for (uint32_t line = end; line > first && below <= MOST_BELOW; line--) {
        mb_layout_line *here = &lines[line - 1];
        if (here->count == columns && could_be_head(here)) {
            mb_columns *of = mb_new(scratch, mb_columns);
            *of = (mb_columns){columns, mb_new_array(scratch, uint32_t, columns)};
            for (uint32_t p = 0; p < columns; p++)
                of->starts[p] = here->pieces[p].from;
            here->columns = of;
            here->role = MB_LAYOUT_TABLE;
            return;
        }
        below += here->count > 0;
    }
}

/* --- Telling --- */

typedef struct teller {
    mb_layout_line *lines;
    uint32_t count;
    char *out; /* NULL while the size is counted */
    size_t size;
} teller;

static void tell(teller *t, mb_slice text)
{
    if (t->out && text.size)
        memcpy(t->out + t->size, text.data, text.size);
    t->size += text.size;
}

static void tell_words(teller *t, mb_slice words, bool first)
{
    if (!first)
        tell(t, MB_TEXT(" "));
    tell(t, words);
}

static void tell_plain(teller *t, const mb_layout_line *line)
{
    for (uint32_t p = 0; p < line->count; p++)
        tell_words(t, line->pieces[p].text, p == 0);
    for (uint32_t p = 0; p < line->added_count; p++)
        tell_words(t, line->added[p].text, false);
}

/* Whether piece `p` of line `i` belongs to the row on the lines from `line` up to `end`. */
static bool is_of_row(const teller *t, uint32_t i, uint32_t p, uint32_t line, uint32_t end)
{
    bool goes_on = t->lines[i].pieces[p].goes_on;
    return i == line ? !goes_on : i < end || (goes_on && t->lines[i].role == MB_LAYOUT_ROW);
}

/* A cell's lines, one behind the other. */
static void tell_cell(teller *t, uint32_t line, uint32_t end, uint32_t column)
{
    mb_slice last = MB_NOTHING;
    for (uint32_t i = line; i <= end && i < t->count; i++)
        for (uint32_t p = 0; p < t->lines[i].count && t->lines[i].columns; p++) {
            if (mb_column_of(&t->lines[i], p) != column || !is_of_row(t, i, p, line, end))
                continue;
            mb_slice words = t->lines[i].pieces[p].text;
            bool joins = last.size > 1 && mb_slice_ends(last, MB_TEXT("-")) && last.data[last.size - 2] != ' ';
            tell_words(t, words, last.size == 0 || joins);
            last = words;
        }
}

static void tell_row(teller *t, uint32_t line)
{
    uint32_t end = line + 1;
    while (end < t->count && (t->lines[end].count == 0 || t->lines[end].role == MB_LAYOUT_ROW_GOES_ON))
        end++;
    for (uint32_t column = 0; column < t->lines[line].columns->count; column++) {
        if (column > 0)
            tell(t, MB_TEXT("\t"));
        tell_cell(t, line, end, column);
    }
}

static void tell_line(teller *t, uint32_t line)
{
    const mb_layout_line *layout = &t->lines[line];
    t->size = 0;
    if (layout->role == MB_LAYOUT_PLAIN)
        tell_plain(t, layout);
    else if (layout->role != MB_LAYOUT_ROW_GOES_ON)
        tell_row(t, line);
}

/* A line that holds one piece and nothing else is told as it stands. */
static bool is_told_as_it_stands(const mb_layout_line *layout)
{
    return layout->role == MB_LAYOUT_PLAIN && layout->count == 1 && layout->added_count == 0;
}

static mb_slice told_of(mb_text *text, teller *t, uint32_t line)
{
    if (is_told_as_it_stands(&t->lines[line]))
        return t->lines[line].pieces[0].text;
    t->out = NULL;
    tell_line(t, line);
    t->out = mb_told_room(text, t->size);
    tell_line(t, line);
    return (mb_slice){t->out, t->size};
}

static void make_room(mb_arena *arena, mb_text *text, teller *t)
{
    uint32_t lines = 0;
    size_t size = 0;
    for (uint32_t line = 0; line < t->count; line++)
        if (t->lines[line].count && !is_told_as_it_stands(&t->lines[line])) {
            tell_line(t, line);
            size += t->size;
            lines++;
        }
    mb_make_told_room(arena, text, lines, size);
}

static uint8_t aside_size(const mb_layout_line *line)
{
    size_t size = line->added_count ? line->added_count - 1u : 0;
    for (uint32_t p = 0; p < line->added_count; p++)
        size += line->added[p].text.size;
    return size <= UINT8_MAX ? (uint8_t)size : 0;
}

/* Has the line be what was told of it. */
static void set_line(const mb_text *text, mb_line *line, const mb_layout_line *layout, mb_slice told)
{
    mb_slice words = mb_slice_trim(told);
    mb_set_words(text, line, words);
    line->role = words.size ? MB_LINE_TEXT : MB_LINE_BLANK;
    line->gap = false;
    line->tab_around = told.size > words.size;
    line->starts_table = layout->role == MB_LAYOUT_TABLE;
    line->aside = aside_size(layout);
    uint32_t start = mb_start_of(layout);
    line->column = (start < MB_FURTHEST ? start : MB_FURTHEST) & MB_FURTHEST;
    mb_slice first = layout->pieces[layout->labelled].text, last = layout->pieces[layout->count - 1].text;
    mb_set_width(line, mb_slice_between(first.data, mb_slice_end(last)));
}

static void tell_anew(mb_arena *arena, mb_text *text, teller *t)
{
    make_room(arena, text, t);
    for (uint32_t line = 0; line < t->count; line++)
        if (t->lines[line].count)
            set_line(text, &text->lines[line], &t->lines[line], told_of(text, t, line));
}

void mb_read_layout(mb_arena *arena, mb_arena *scratch, mb_text *text)
{
    if (!mb_has_kind(text, MB_TEXT_LAYOUT))
        return;
    mb_keep_printed(scratch, text);
    mb_arena_mark mark = mb_arena_here(scratch);
    teller t = {.lines = mb_new_array(scratch, mb_layout_line, text->count), .count = text->count};
    read_pieces(scratch, text, t.lines);
    uint32_t before = 0;
    for (uint32_t first = 0, end; first < text->count; before = first, first = end) {
        for (end = first + 1; end < text->count && !text->lines[end].starts_sheet; end++)
            ;
        arrange_page(scratch, t.lines, first, end);
        uint32_t columns = first ? columns_at_top(t.lines, first, end) : 0;
        if (columns > 1)
            find_head_at_foot(scratch, t.lines, before, first, columns);
    }
    tell_anew(arena, text, &t);
    mb_arena_back(scratch, mark);
}

/* Extraction that does so prints the blocks of a page row by row; that which doesn't prints many tables by columns. */
static bool marks_pages_by_form_feeds(const mb_text *text)
{
    return text->source.size && memchr(text->source.data, '\f', text->source.size);
}

void mb_read_cells(mb_arena *arena, mb_arena *scratch, mb_text *text, mb_begins_other_table *begins_other,
                   const void *vocabulary)
{
    if (!marks_pages_by_form_feeds(text) || !mb_has_kind(text, MB_TEXT_READING_ORDER))
        return;
    mb_keep_printed(scratch, text);
    mb_arena_mark before = mb_arena_here(scratch);
    mb_list tables = {0}, letters = {0}, numbers = {0};
    mb_find_cell_tables(scratch, text, begins_other, vocabulary, &tables);
    mb_find_torn_letters(scratch, text, &letters);
    mb_find_torn_numbers(scratch, text, &numbers);
    mb_find_torn_counts(scratch, text, &numbers);
    if (tables.count + letters.count + numbers.count) {
        teller t = {.lines = mb_new_array(scratch, mb_layout_line, text->count), .count = text->count};
        mb_lay_out_cells(scratch, text, &tables, t.lines);
        mb_lay_out_torn_letters(scratch, text, &letters, t.lines);
        mb_lay_out_torn_numbers(scratch, text, &numbers, t.lines);
        tell_anew(arena, text, &t);
        mb_set_aside_repeated_heads(text);
    }
    mb_arena_back(scratch, before);
}
