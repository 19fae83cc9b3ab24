/* minute_headings.c: which numbers of minutes are those of its items.
 *
 * Minutes are full of numbers that count up: their items, the parts of a resolution, a list of speakers. The clerk
 * prints the items' all in one form (alone on their line or before the title, with a full stop or without), and leaves
 * room between them: so for each form the longest count is found, and the one with the most items that have room wins.
 */
#include "reader/minute_headings.h"

#include "text/inline.h"
#include "text/tables.h"

typedef enum form_feature { ALONE = 1, WITH_STOP = 2, LEADING_ZERO = 4, IN_CAPITALS = 8 } form_feature;

typedef struct candidate {
    mb_heading heading;
    unsigned form;
} candidate;

/* The forms that items are looked for in: of each form the features in `care` must be as in `want`. */
static const struct {
    unsigned care, want;
} forms[] = {
    {IN_CAPITALS, IN_CAPITALS}, {ALONE | WITH_STOP | LEADING_ZERO, 0},  {ALONE | WITH_STOP | LEADING_ZERO, WITH_STOP},
    {ALONE | WITH_STOP, ALONE}, {ALONE | WITH_STOP, ALONE | WITH_STOP}, {0, 0},
};

typedef struct number_run {
    uint32_t *chosen;
    uint32_t count, with_room;
} number_run;

static unsigned form_of(const mb_heading *heading, mb_slice line, mb_slice title)
{
    unsigned form = heading->title != heading->line ? ALONE : 0;
    if (heading->number.end > heading->number.printed.size)
        form |= WITH_STOP;
    if (*line.data == '0')
        form |= LEADING_ZERO;
    return mb_is_capitals(title) ? form | IN_CAPITALS : form;
}

/* "2024/25 Finance Report": a title, for all that it begins with a figure. */
static bool begins_with_year(mb_slice title)
{
    mb_item_number year = mb_item_number_of(title);
    return year.count && year.parts[0] >= 1900 && year.parts[0] < 2100 &&
           mb_looks_like_heading(mb_slice_trim(mb_slice_from(title, year.end)));
}

/* A heading that could begin on `line`: a number, and a title behind it or on the next line of text. */
static bool candidate_at(const mb_reader *reader, uint32_t line, uint32_t end, candidate *found)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_heading heading = {.line = line, .title = line, .number = mb_item_number_of(text)};
    if (heading.number.count == 0 || mb_is_table_row(reader->text, line))
        return false;
    mb_slice title = mb_slice_trim(mb_slice_from(text, heading.number.end));
    if (title.size == 0) {
        heading.title = mb_next_text(reader->text, line + 1, end);
        if (heading.title >= end)
            return false;
        title = mb_line_text(reader->text, heading.title);
    }
    *found = (candidate){heading, form_of(&heading, text, title)};
    return mb_looks_like_heading(title) || (found->form & ALONE && begins_with_year(title));
}

static uint32_t find_candidates(mb_reader *reader, mb_line_range lines, candidate *candidates)
{
    uint32_t count = 0;
    for (uint32_t line = lines.first; line < lines.end; line++)
        if (mb_line_is_text(reader->text, line) && candidate_at(reader, line, lines.end, &candidates[count]))
            count++;
    return count;
}

/* How many of the chosen have anything, text or a gap, between them and the next. */
static uint32_t count_with_room(const candidate *candidates, const number_run *run)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < run->count; i++) {
        uint32_t behind = candidates[run->chosen[i]].heading.title + 1;
        count += i + 1 == run->count || candidates[run->chosen[i + 1]].heading.line > behind;
    }
    return count;
}

/* The longest count among the candidates of one form. */
static number_run longest_run(mb_reader *reader, const candidate *candidates, uint32_t count, size_t form)
{
    mb_item_number *numbers = mb_new_array(reader->scratch, mb_item_number, count + 1);
    uint32_t *indexes = mb_new_array(reader->scratch, uint32_t, count + 1);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if ((candidates[i].form & forms[form].care) == forms[form].want) {
            numbers[kept] = candidates[i].heading.number;
            indexes[kept++] = i;
        }
    number_run found = {.chosen = mb_new_array(reader->scratch, uint32_t, kept + 1)};
    found.count = mb_longest_count_with_gaps(reader->scratch, numbers, kept, found.chosen);
    for (uint32_t i = 0; i < found.count; i++)
        found.chosen[i] = indexes[found.chosen[i]];
    found.with_room = count_with_room(candidates, &found);
    return found;
}

static void add(mb_reader *reader, candidate *from, uint32_t end, mb_list *headings)
{
    mb_heading *heading = &from->heading;
    mb_read_title(reader, heading, heading->title == heading->line ? heading->number.end : 0, end);
    mb_list_push(reader->scratch, headings, heading);
}

/* The number between two that are two apart, printed wrong: "1.05.8" between 18.05.7 and 18.05.9. */
static bool is_misprint(const mb_item_number *before, const mb_item_number *between, const mb_item_number *after)
{
    uint32_t last = before->count - 1;
    return between->count == before->count && after->parts[last] == before->parts[last] + 2 &&
           between->parts[last] == before->parts[last] + 1;
}

static void add_misprint(mb_reader *reader, candidate *candidates, uint32_t first, uint32_t end, uint32_t lines_end,
                         mb_list *headings)
{
    const mb_item_number *before = &candidates[first].heading.number;
    for (uint32_t i = first + 1; i < end; i++) {
        mb_heading *between = &candidates[i].heading;
        if (!is_misprint(before, &between->number, &candidates[end].heading.number))
            continue;
        size_t kept = before->printed.size;
        while (kept > 0 && before->printed.data[kept - 1] != before->separator)
            kept--;
        between->inferred = mb_arena_printf(reader->arena, "%.*s%u", (int)kept, before->printed.data,
                                            between->number.parts[between->number.count - 1]);
        mb_remark(reader, mb_code_minute_number_inferred, between->line, "item %.*s is printed as %.*s",
                  MB_ARG(between->inferred), MB_ARG(between->number.printed));
        add(reader, &candidates[i], lines_end, headings);
        return;
    }
}

void mb_find_minute_headings(mb_reader *reader, mb_line_range lines, mb_list *headings)
{
    candidate *candidates = mb_new_array(reader->scratch, candidate, lines.end - lines.first + 1);
    uint32_t count = find_candidates(reader, lines, candidates);
    number_run best = {0};
    for (size_t form = 0; form < sizeof forms / sizeof *forms; form++) {
        number_run found = longest_run(reader, candidates, count, form);
        if (found.with_room > best.with_room)
            best = found;
    }
    for (uint32_t i = 0; i < best.count; i++) {
        add(reader, &candidates[best.chosen[i]], lines.end, headings);
        if (i + 1 < best.count)
            add_misprint(reader, candidates, best.chosen[i], best.chosen[i + 1], lines.end, headings);
    }
}
