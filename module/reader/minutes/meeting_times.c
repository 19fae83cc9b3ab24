/* meeting_times.c: the words that tell them, and the time behind or below. */
#include "reader/minutes/meeting_times.h"

#include <ctype.h>

#include "reader/dialect/dialect.h"

/* "commenced at approximately 7 pm" */
#define WORDS_BEFORE_TIME 2
/* A foot is looked through no further. */
#define FOOT_LINES 30
#define NOON       12

/* "2.00" of "2.00 - 3.45 pm". Returns the end of the figures, 0 where there are none. */
static size_t read_figures(mb_slice text, int *hour, int *minute)
{
    size_t at = 0;
    *hour = *minute = 0;
    for (; at < text.size && at < 2 && isdigit((unsigned char)text.data[at]); at++)
        *hour = *hour * 10 + (text.data[at] - '0');
    if (!at || at + 2 >= text.size || !strchr(".:", text.data[at]) || !isdigit((unsigned char)text.data[at + 1]) ||
        !isdigit((unsigned char)text.data[at + 2]))
        return *hour && *hour <= NOON ? at : 0;
    *minute = (text.data[at + 1] - '0') * 10 + (text.data[at + 2] - '0');
    return *hour < 24 && *minute < 60 ? at + 3 : 0;
}

static size_t skip_dash(mb_slice text)
{
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "to "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (mb_slice_starts(text, mb_slice_of(dashes[i])))
            return strlen(dashes[i]);
    return 0;
}

/* The first of two times takes its half of the day from the second, unless it would be the later one: "10.00 - 12.30 pm". */
static int hour_before(int hour, int minute, const mb_time_hit *last)
{
    bool afternoon = last->hour >= NOON && hour < NOON;
    int later = hour + NOON;
    return afternoon && (later < last->hour || (later == last->hour && minute < last->minute)) ? later : hour;
}

bool mb_is_time_range(mb_slice text, mb_time_hit *first, mb_time_hit *last)
{
    text = mb_slice_trim(text);
    bool told = mb_find_time(text, 0, first) && first->start == 0;
    if (!told)
        first->end = read_figures(text, &first->hour, &first->minute);
    if (!first->end)
        return false;
    mb_slice behind = mb_slice_trim(mb_slice_from(text, first->end));
    size_t dash = skip_dash(behind);
    behind = mb_slice_trim(mb_slice_from(behind, dash));
    if (!dash || !mb_find_time(behind, 0, last) || last->start > 0 || last->end < behind.size)
        return false;
    if (!told)
        first->hour = hour_before(first->hour, first->minute, last);
    return true;
}

/* The time at once behind a phrase of the group, or below the label that it is; `time` stays where there is none. */
static bool find_told_time(const mb_reader *reader, mb_line_range lines, mb_group group, mb_time_hit *time)
{
    for (uint32_t line = mb_next_text(reader->text, lines.first, lines.end); line < lines.end;
         line = mb_next_text(reader->text, line + 1, lines.end)) {
        mb_slice text = mb_line_text(reader->text, line);
        mb_hit hit;
        if (!mb_contains(reader->dialect, group, text, &hit))
            continue;
        mb_slice behind = mb_slice_trim(mb_slice_from(text, hit.end));
        while (behind.size && strchr(":- ", *behind.data))
            behind = mb_slice_from(behind, 1);
        uint32_t below = mb_next_text(reader->text, line + 1, lines.end);
        if (behind.size == 0 && below < lines.end)
            behind = mb_line_text(reader->text, below);
        mb_time_hit told;
        if (mb_find_time(behind, 0, &told) && mb_slice_words(mb_slice_first(behind, told.start)) <= WORDS_BEFORE_TIME) {
            *time = told;
            return true;
        }
    }
    return false;
}

static bool find_range(const mb_reader *reader, mb_line_range lines, mb_time_hit *first, mb_time_hit *last)
{
    for (uint32_t line = mb_next_text(reader->text, lines.first, lines.end); line < lines.end;
         line = mb_next_text(reader->text, line + 1, lines.end))
        if (mb_is_time_range(mb_line_text(reader->text, line), first, last))
            return true;
    return false;
}

void mb_read_meeting_times(mb_reader *reader, mb_line_range head, mb_line_range foot, mb_meeting *meeting)
{
    mb_minutes *minutes = meeting->minutes;
    mb_time_hit first, last;
    if (foot.end - foot.first > FOOT_LINES)
        foot.end = foot.first + FOOT_LINES;
    bool range = find_range(reader, foot, &first, &last) || find_range(reader, head, &first, &last);
    if (!meeting->time.data && (find_told_time(reader, head, mb_group_meeting_started, &first) ||
                                find_told_time(reader, foot, mb_group_meeting_started, &first) || range))
        meeting->time = mb_iso_time(reader->arena, &first);
    if (!minutes->ended.data && (find_told_time(reader, head, mb_group_meeting_ended, &last) || range))
        minutes->ended = mb_iso_time(reader->arena, &last);
}
