/* torn_counts.c: columns of numbers, and the texts below them. */
#include "text/torn_counts.h"

#include "text/torn_items.h"

/* Fewer numbers could be anything. */
#define NUMBERS_AT_LEAST 3
/* No list has more items. */
#define MOST_NUMBERS 60

static uint32_t number_on(const mb_text *text, uint32_t line)
{
    bool lone = mb_line_is_text(text, line) && text->lines[line].kind == MB_TEXT_READING_ORDER;
    return lone ? mb_bare_number(mb_line_text(text, line)) : 0;
}

/* The line behind the numbers that count up from `line` on, each right below the one before. */
static uint32_t count_end(const mb_text *text, uint32_t line)
{
    uint32_t first = number_on(text, line), end = line;
    while (first && end < text->count && end - line < MOST_NUMBERS && (end == line || !text->lines[end].starts_sheet) &&
           number_on(text, end) == first + (end - line))
        end++;
    return end;
}

/* Adds the numbers on `column` where the run of lines below them has as many texts. */
static void add_counted(mb_arena *scratch, const mb_text *text, mb_line_range column, mb_list *numbers)
{
    uint32_t count = column.end - column.first, first = mb_next_text(text, column.end, text->count);
    if (first == text->count || first == column.end || !mb_is_on_sheet(text, first, column.first) ||
        text->lines[first].marked || text->lines[first].kind != MB_TEXT_READING_ORDER)
        return;
    mb_torn_run run = mb_torn_run_at(text, first, text->count, true);
    if (count < run.certain || count > run.possible)
        return;
    uint32_t *starts = mb_new_array(scratch, uint32_t, count + 1);
    mb_torn_starts(scratch, text, &run, count, starts);
    for (uint32_t i = 0; i < count; i++)
        *mb_list_add(scratch, numbers, mb_torn_number) = (mb_torn_number){column.first + i, starts[i], true};
}

void mb_find_torn_counts(mb_arena *scratch, const mb_text *text, mb_list *numbers)
{
    for (uint32_t line = 0, end; line<text->count; line = end> line ? end : line + 1) {
        end = count_end(text, line);
        if (end - line >= NUMBERS_AT_LEAST)
            add_counted(scratch, text, (mb_line_range){line, end}, numbers);
    }
}
