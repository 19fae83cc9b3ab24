/* end.c: "There being no further business, the Chairman declared the meeting closed at 8.16 pm." */
#include "reader/minutes/end.h"

#include <ctype.h>
#include <stdint.h>

#include "reader/minutes/meeting_times.h"
#include "reader/when.h"

/* "closed at 8.16 pm", "ended at approximately 9 pm"; not "closed the meeting to the public at 8.16 pm". */
#define WORDS_BEFORE_TIME 2
/* Few of so many lines in a row have words that could end a meeting. */
#define LINES_AT_ONCE 16
/* A signature and its date are no longer. */
#define SIGNATURE_SIZE 120

/* The line, with the next one where that follows at once: the sentence may have been wrapped. */
static mb_slice with_next(const mb_reader *reader, uint32_t line, uint32_t end)
{
    mb_slice text = mb_line_text(reader->text, line);
    if (line + 1 >= end || !mb_line_is_text(reader->text, line + 1))
        return text;
    return mb_lines_together(reader->scratch, reader->text, (mb_line_range){line, line + 2});
}

static bool is_bare(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (isalnum((unsigned char)text.data[i]))
            return false;
    return true;
}

/* "(The meeting commenced at 6.00 pm and closed at 8.16 pm)": the line that tells both, and nothing else; `time` is the later. */
static bool tells_both(const mb_reader *reader, mb_slice text, mb_time_hit *time)
{
    mb_hit hit;
    mb_time_hit began;
    size_t from = 0;
    while (from < text.size && strchr("([* ", text.data[from]))
        from++;
    if (!mb_starts_with(reader->dialect, mb_group_meeting_began, mb_slice_from(text, from), &hit) ||
        !mb_find_time(text, from + hit.end, &began))
        return false;
    size_t at = from + hit.end;
    for (mb_time_hit next; mb_find_time(text, at, &next); at = next.end)
        *time = next;
    return time->start > began.start && is_bare(mb_slice_from(text, time->end));
}

/* Whether the words that end a meeting begin in the first `size` bytes; the time stands at once behind them. */
static bool tells_end(const mb_reader *reader, mb_slice text, size_t size, mb_time_hit *time)
{
    mb_hit hit;
    *time = (mb_time_hit){0};
    if (tells_both(reader, text, time))
        return true;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_meeting_ended, text, at, &hit) && hit.start < size;
         at = hit.end) {
        mb_slice behind = mb_slice_from(text, hit.end);
        if (mb_find_time(behind, 0, time) && mb_slice_words(mb_slice_first(behind, time->start)) <= WORDS_BEFORE_TIME)
            return true;
        if (at == 0 && is_bare(behind))
            return true;
    }
    return false;
}

/* Lines of the source are no text in scratch: of those told anew, what they say together is. */
static void end_together(const mb_reader *reader, mb_arena_mark before)
{
    if (reader->text->printed)
        mb_go_back(reader, before);
}

static bool is_signature(const mb_reader *reader, mb_slice text);

/* "7.00 - 9.10 pm" alone, above a signature or its date. */
static bool is_range_above_signature(const mb_reader *reader, uint32_t line, uint32_t end)
{
    mb_time_hit first, last;
    uint32_t below = mb_next_text(reader->text, line + 1, end);
    return below < end && mb_is_time_range(mb_line_text(reader->text, line), &first, &last) &&
           is_signature(reader, mb_line_text(reader->text, below));
}

static bool is_end(const mb_reader *reader, uint32_t line, uint32_t end)
{
    mb_time_hit time;
    if (is_range_above_signature(reader, line, end))
        return true;
    mb_slice text = mb_line_text(reader->text, line);
    mb_arena_mark before = mb_arena_here(reader->scratch);
    bool ends =
        tells_end(reader, text, text.size, &time) || tells_end(reader, with_next(reader, line, end), text.size, &time);
    end_together(reader, before);
    return ends;
}

/* Whether the words that end a meeting may begin on one of the lines: they may go on in the line behind the last. */
static bool may_end_in(const mb_reader *reader, mb_line_range lines, uint32_t end)
{
    mb_hit hit;
    for (uint32_t line = lines.first; line < lines.end; line++)
        if (mb_line_is_text(reader->text, line) && is_range_above_signature(reader, line, end))
            return true;
    lines.end = lines.end < end ? lines.end + 1 : end;
    mb_arena_mark before = mb_arena_here(reader->scratch);
    mb_slice text = mb_lines_together(reader->scratch, reader->text, lines);
    bool may = mb_contains(reader->dialect, mb_group_meeting_ended, text, &hit) ||
               mb_contains(reader->dialect, mb_group_meeting_began, text, &hit);
    end_together(reader, before);
    return may;
}

uint32_t mb_find_meeting_end(const mb_reader *reader, mb_line_range lines)
{
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    for (uint32_t seen = line; line < lines.end; line = mb_next_text(reader->text, line, lines.end)) {
        if (line >= seen) {
            seen = lines.end - line > LINES_AT_ONCE ? line + LINES_AT_ONCE : lines.end;
            if (!may_end_in(reader, (mb_line_range){line, seen}, lines.end)) {
                line = seen;
                continue;
            }
        }
        if (is_end(reader, line, lines.end))
            break;
        line++;
    }
    return line;
}

mb_slice mb_end_time(const mb_reader *reader, mb_line_range lines)
{
    mb_time_hit time;
    if (lines.first >= lines.end || !tells_end(reader, with_next(reader, lines.first, lines.end), SIZE_MAX, &time))
        return MB_NOTHING;
    return time.end ? mb_iso_time(reader->arena, &time) : MB_NOTHING;
}

/* "Signed ………… Chairman", a date, dots: what stands below the last sentence of minutes. */
static bool is_signature(const mb_reader *reader, mb_slice text)
{
    mb_date_hit date;
    if (text.size > SIGNATURE_SIZE)
        return false;
    return is_bare(text) || mb_starts_with(reader->dialect, mb_group_signature, text, NULL) ||
           (mb_find_date(text, 0, &date) && is_bare(mb_slice_first(text, date.start)) &&
            is_bare(mb_slice_from(text, date.end)));
}

uint32_t mb_behind_signatures(const mb_reader *reader, uint32_t ended)
{
    const mb_text *text = reader->text;
    uint32_t line = ended + 1, end = line;
    while (line < text->count && !text->lines[line].starts_sheet) {
        bool adjacent = line > 0 && mb_line_is_text(text, line - 1);
        if (mb_line_is_text(text, line) && !adjacent && !is_signature(reader, mb_line_text(text, line)))
            break;
        if (text->lines[line++].role != MB_LINE_BLANK)
            end = line;
    }
    return end;
}
