/* torn_letters.c: which texts belong to the markers of which list. */
#include "text/torn_letters.h"

#include <ctype.h>

#include "text/marker.h"
#include "text/torn_items.h"

/* "26/021.", "14" */
#define NUMBER_SIZE 8
/* So many lists are parted from their texts at once, and so many lines a title between them has. */
#define MOST_LISTS  8
#define MOST_ITEMS  30
#define TITLE_LINES 3

/* The lone markers of a list: on lines that follow one another. */
typedef struct torn_list {
    mb_line_range markers;
} torn_list;

typedef struct torn_lists {
    torn_list items[MOST_LISTS]; /* the lowest first */
    uint32_t count;
} torn_lists;

static bool is_readable(const mb_text *text, uint32_t line)
{
    return mb_line_is_text(text, line) && text->lines[line].kind == MB_TEXT_READING_ORDER;
}

static bool is_lone_letter(const mb_text *text, uint32_t line)
{
    if (!is_readable(text, line) || !text->lines[line].marked)
        return false;
    mb_marker marker = mb_marker_of(mb_line_text(text, line));
    return (marker.form == MB_MARKER_LETTER || marker.form == MB_MARKER_BULLET) && marker.rest.size == 0;
}

static bool is_lone_number(const mb_text *text, uint32_t line)
{
    mb_slice words = mb_line_text(text, line);
    if (!is_readable(text, line) || words.size > NUMBER_SIZE || !isdigit((unsigned char)*words.data))
        return false;
    for (size_t i = 1; i < words.size; i++)
        if (!isdigit((unsigned char)words.data[i]) && !strchr("./", words.data[i]))
            return false;
    return true;
}

/* The line of text above `line` on its page, or `line`. */
static uint32_t text_above(const mb_text *text, uint32_t line)
{
    for (uint32_t above = line; above > 0 && !text->lines[above].starts_sheet; above--) {
        if (mb_line_is_text(text, above - 1))
            return above - 1;
        if (text->lines[above - 1].role != MB_LINE_BLANK)
            break;
    }
    return line;
}

/* The list whose last marker stands above `line`; false where none does. */
static bool find_list_above(const mb_text *text, uint32_t line, torn_list *list)
{
    uint32_t last = text_above(text, line);
    if (last == line || !is_lone_letter(text, last))
        return false;
    list->markers = (mb_line_range){last, last + 1};
    while (list->markers.first > 0 && list->markers.end - list->markers.first < MOST_ITEMS &&
           !text->lines[list->markers.first].starts_sheet && is_lone_letter(text, list->markers.first - 1))
        list->markers.first--;
    return true;
}

/* The number of the item whose title stands above the list, or the list's first line. */
static uint32_t number_above(const mb_text *text, uint32_t list)
{
    uint32_t line = list;
    for (uint32_t lines = 0; lines <= TITLE_LINES; lines++) {
        uint32_t above = text_above(text, line);
        if (above == line || is_lone_letter(text, above))
            return list;
        if (is_lone_number(text, above))
            return lines ? above : list;
        line = above;
    }
    return list;
}

/* The lists above the number, with nothing but a number and a title between two of them. */
static torn_lists find_lists(const mb_text *text, uint32_t number)
{
    torn_lists lists = {.count = 0};
    torn_list list;
    for (uint32_t below = number; lists.count < MOST_LISTS && find_list_above(text, below, &list);) {
        lists.items[lists.count++] = list;
        uint32_t above = number_above(text, list.markers.first);
        if (above == list.markers.first)
            break;
        below = above;
    }
    return lists;
}

/* Adds the list's markers with their texts, which begin on `line`; returns the line behind them, `line` where they are
 * not as many. */
static uint32_t add_list(mb_arena *scratch, const mb_text *text, const torn_list *list, uint32_t line, mb_list *letters)
{
    uint32_t count = list->markers.end - list->markers.first;
    if (line == text->count || text->lines[line].marked || is_lone_number(text, line) || !is_readable(text, line) ||
        !mb_is_on_sheet(text, line, list->markers.first))
        return line;
    mb_torn_run run = mb_torn_run_at(text, line, text->count, true);
    if (count < run.certain || count > run.possible)
        return line;
    uint32_t *starts = mb_new_array(scratch, uint32_t, count + 1);
    mb_torn_starts(scratch, text, &run, count, starts);
    if (starts[count] < run.lines.end)
        return line;
    for (uint32_t i = 0; i < count; i++)
        *mb_list_add(scratch, letters, mb_torn_letter) =
            (mb_torn_letter){list->markers.first + i, {starts[i], starts[i + 1]}};
    return run.lines.end;
}

/* Whether what the number numbers stands there: a title. */
static bool is_title(const mb_text *text, uint32_t line, uint32_t number)
{
    return line < text->count && is_readable(text, line) && mb_is_on_sheet(text, line, number) &&
           !text->lines[line].marked && !is_lone_number(text, line) &&
           isupper((unsigned char)*mb_line_start(text, line));
}

static void look_below(mb_arena *scratch, const mb_text *text, uint32_t number, mb_list *letters)
{
    torn_lists lists = find_lists(text, number);
    if (lists.count < 2)
        return;
    uint32_t found = letters->count, line = mb_next_text(text, number + 1, text->count);
    for (uint32_t i = lists.count; i > 0; i--) {
        uint32_t behind = add_list(scratch, text, &lists.items[i - 1], line, letters);
        if (behind == line) {
            letters->count = found;
            return;
        }
        line = mb_next_text(text, behind, text->count);
    }
    if (!is_title(text, line, number))
        letters->count = found;
}

void mb_find_torn_letters(mb_arena *scratch, const mb_text *text, mb_list *letters)
{
    for (uint32_t line = 1; line < text->count; line++)
        if (is_lone_number(text, line))
            look_below(scratch, text, line, letters);
}

static bool is_laid_out(const mb_torn_letter *letter, const mb_layout_line *lines)
{
    bool laid_out = lines[letter->marker].count > 0;
    for (uint32_t line = letter->text.first; line < letter->text.end; line++)
        laid_out |= lines[line].count > 0;
    return laid_out;
}

void mb_lay_out_torn_letters(mb_arena *scratch, const mb_text *text, const mb_list *letters, mb_layout_line *lines)
{
    for (uint32_t i = 0; i < letters->count; i++) {
        const mb_torn_letter *letter = letters->items[i];
        if (is_laid_out(letter, lines))
            continue;
        mb_layout_line *to = &lines[letter->marker];
        to->pieces = mb_new_array(scratch, mb_piece, 1 + letter->text.end - letter->text.first);
        to->labelled = true;
        to->pieces[to->count++].text = mb_line_text(text, letter->marker);
        for (uint32_t line = letter->text.first; line < letter->text.end; line++) {
            to->pieces[to->count++].text = mb_line_text(text, line);
            lines[line].pieces = mb_new(scratch, mb_piece);
            lines[line].count = 1;
            lines[line].pieces->text = mb_slice_first(mb_line_text(text, line), 0);
        }
    }
}
