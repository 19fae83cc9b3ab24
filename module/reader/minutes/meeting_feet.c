/* meeting_feet.c: see meeting_feet.h. */
#include "reader/minutes/meeting_feet.h"

#include "reader/when.h"

/* A year, or a page. */
static bool is_number(mb_slice words)
{
    return mb_slice_is_digits(words) && words.size <= strlen("2025");
}

/* "Roads Panel - Tuesday, 4th November, 2025", and nothing else. */
static bool names_meeting(const mb_dialect *dialect, mb_slice words)
{
    mb_date_hit date;
    mb_hit hit;
    if (!mb_find_date(words, 0, &date) || date.end != words.size || date.weekday < 0)
        return false;
    mb_slice body = mb_slice_trim(mb_slice_first(words, date.start));
    if (!mb_slice_ends(body, MB_TEXT("-")) && !mb_slice_ends(body, MB_TEXT("–")))
        return false;
    return mb_contains(dialect, mb_group_body, body, &hit);
}

/* The line above that is printed on the same sheet, blank ones aside; `line` where there is none. */
static uint32_t printed_above(const mb_text *text, uint32_t line)
{
    uint32_t above = line;
    while (above > 0 && !text->lines[above].starts_sheet && text->lines[above - 1].role == MB_LINE_BLANK)
        above--;
    return above > 0 && !text->lines[above].starts_sheet ? above - 1 : line;
}

/* The lines of a foot above the page's number in the pack; none where no foot stands there. */
static mb_line_range foot_above(mb_arena *scratch, const mb_text *text, const mb_dialect *dialect, uint32_t stamp)
{
    const mb_line_range none = {0, 0};
    uint32_t last = printed_above(text, stamp), first = last;
    if (last == stamp || !mb_line_is_text(text, last))
        return none;
    mb_slice words = mb_line_text(text, last);
    if (is_number(words)) {
        first = printed_above(text, last);
        words = mb_arena_printf(scratch, "%.*s %.*s", MB_ARG(mb_line_text(text, first)), MB_ARG(words));
    }
    uint32_t own = printed_above(text, first);
    if (own == first || !mb_line_is_text(text, own) || !is_number(mb_line_text(text, own)))
        return none;
    return names_meeting(dialect, words) ? (mb_line_range){own, last + 1} : none;
}

void mb_set_aside_meeting_feet(mb_arena *scratch, mb_text *text, const mb_dialect *dialect)
{
    for (uint32_t stamp = 0; stamp < text->count; stamp++) {
        if (text->lines[stamp].role != MB_LINE_FURNITURE || !mb_printed_page(mb_line_text(text, stamp)))
            continue;
        mb_arena_mark before = mb_arena_here(scratch);
        mb_line_range foot = foot_above(scratch, text, dialect, stamp);
        mb_arena_back(scratch, before);
        for (uint32_t line = foot.first; line < foot.end; line++)
            if (mb_line_is_text(text, line))
                text->lines[line].role = MB_LINE_FURNITURE;
    }
}
