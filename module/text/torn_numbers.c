/* torn_numbers.c: what a number between bullets and their texts numbers. */
#include "text/torn_numbers.h"

#include <ctype.h>

#include "text/marker.h"
#include "text/torn_items.h"

/* "5.", "14", "3.11" */
#define NUMBER_SIZE 6
/* No list has more bullets in a column. */
#define MOST_BULLETS 60

static bool is_lone_bullet(const mb_text *text, uint32_t line)
{
    mb_marker marker = mb_bullet_of(mb_line_text(text, line));
    return mb_line_is_text(text, line) && marker.form && marker.rest.size == 0;
}

static bool is_lone_number(const mb_text *text, uint32_t line)
{
    mb_slice words = mb_line_text(text, line);
    if (!mb_line_is_text(text, line) || text->lines[line].kind != MB_TEXT_READING_ORDER || words.size > NUMBER_SIZE)
        return false;
    for (size_t i = 0; i < words.size; i++)
        if (!isdigit((unsigned char)words.data[i]) && (words.data[i] != '.' || i == 0))
            return false;
    return words.size > 0;
}

/* How many bullets stand right above the line, blank ones aside, on its page; `lines` gets them from the first on. */
static uint32_t bullets_above(const mb_text *text, uint32_t line, uint32_t *lines)
{
    uint32_t count = 0;
    while (line > 0 && count < MOST_BULLETS && !text->lines[line].starts_sheet) {
        line--;
        if (is_lone_bullet(text, line))
            lines[MOST_BULLETS - ++count] = line;
        else if (text->lines[line].role != MB_LINE_BLANK)
            break;
    }
    return count;
}

/* The line that the number numbers, or `none`: behind the texts of the bullets above it. */
static uint32_t text_of(const mb_text *text, uint32_t number, uint32_t none)
{
    uint32_t lines[MOST_BULLETS], count = bullets_above(text, number, lines);
    uint32_t first = mb_next_text(text, number + 1, text->count);
    if (count == 0 || first == text->count || text->lines[first].marked)
        return none;
    mb_torn_run run = mb_torn_run_at(text, first, text->count, true);
    if (count < run.certain || count > run.possible)
        return none;
    uint32_t behind = mb_next_text(text, run.lines.end, text->count);
    if (behind == text->count || behind == run.lines.end || text->lines[behind].marked ||
        is_lone_number(text, behind) || !isupper((unsigned char)*mb_line_start(text, behind)))
        return none;
    for (uint32_t line = number + 1; line <= behind; line++)
        if (text->lines[line].starts_sheet)
            return none;
    return behind;
}

void mb_find_torn_numbers(mb_arena *scratch, const mb_text *text, mb_list *numbers)
{
    for (uint32_t line = 1; line < text->count; line++) {
        if (!is_lone_number(text, line))
            continue;
        uint32_t behind = text_of(text, line, line);
        if (behind > line)
            *mb_list_add(scratch, numbers, mb_torn_number) = (mb_torn_number){line, behind, false};
    }
}

void mb_lay_out_torn_numbers(mb_arena *scratch, const mb_text *text, const mb_list *numbers, mb_layout_line *lines)
{
    for (uint32_t i = 0; i < numbers->count; i++) {
        const mb_torn_number *one = numbers->items[i];
        mb_layout_line *number = &lines[one->number], *behind = &lines[one->text];
        if (number->count || behind->count)
            continue;
        number->pieces = mb_new(scratch, mb_piece);
        number->count = 1;
        number->pieces->text = mb_slice_first(mb_line_text(text, one->number), 0);
        behind->pieces = mb_new_array(scratch, mb_piece, 2);
        behind->count = 2;
        behind->labelled = true;
        behind->pieces[0].text = mb_line_text(text, one->number);
        behind->pieces[1].text = mb_line_text(text, one->text);
        if (one->hangs)
            behind->pieces[1].from = mb_characters(behind->pieces[0].text) + 1;
    }
}
