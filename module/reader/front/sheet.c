/* sheet.c: fields, members, the clerk; notes. */
#include "reader/front/sheet.h"

#include "reader/front/contact.h"
#include "reader/front/fields.h"
#include "reader/front/members.h"
#include "reader/people/bodies.h"
#include "reader/reports/headings.h"
#include "text/inline.h"
#include "text/marker.h"
#include "text/wraps.h"

/* A note's title is no longer than that; what is longer is its text. */
#define NOTE_TITLE_SIZE 90
/* The running title that is printed again before the agenda begins within so many lines of it, blank ones included. */
#define RUNNING_TITLE_LINES 12

static uint32_t find_notes(const mb_reader *reader, mb_line_range lines)
{
    for (uint32_t line = lines.first; line < lines.end; line++)
        if (mb_line_is_text(reader->text, line) &&
            mb_is_phrase(reader->dialect, mb_group_notes_heading, mb_line_text(reader->text, line)))
            return line;
    return lines.end;
}

/* Whether the sentence on the line goes on below. A title may lead into one: it leaves room on its line. */
static bool is_cut(const mb_reader *reader, uint32_t line)
{
    if (line + 1 >= reader->text->count || !mb_line_is_text(reader->text, line + 1))
        return false;
    mb_slice below = mb_line_text(reader->text, line + 1);
    bool in_capitals =
        mb_is_capitals(mb_line_text(reader->text, line)) && mb_is_capitals(below) && mb_is_finished(below);
    return in_capitals || (mb_starts_small(below) && mb_is_full(reader->text, line, line + 1));
}

/* Where a note's title ends within its first line: behind a bold lead or a colon, behind words that the dialect knows for
 * a title, or at the line's end where the whole line is short and no sentence. 0 where the note has no title. */
static size_t note_title_end(const mb_reader *reader, uint32_t number, mb_slice line)
{
    mb_hit known;
    size_t bold = mb_slice_starts(line, MB_TEXT("**")) ? mb_slice_find(line, MB_TEXT("**"), 2) : SIZE_MAX;
    if (bold != SIZE_MAX)
        return bold + 2;
    size_t colon = mb_slice_find(line, MB_TEXT(":"), 0);
    if (colon != SIZE_MAX && colon <= NOTE_TITLE_SIZE && mb_slice_find(line, MB_TEXT("http"), 0) > colon)
        return colon + (mb_slice_starts(mb_slice_from(line, colon), MB_TEXT(":-")) ? 2 : 1);
    if (mb_starts_with(reader->dialect, mb_group_note_title, line, &known))
        return known.end;
    return line.size <= NOTE_TITLE_SIZE && !mb_is_finished(line) && !is_cut(reader, number) ? line.size : 0;
}

static mb_slice without_colon(mb_slice title)
{
    while (title.size && strchr(":-* ", mb_slice_end(title)[-1]))
        title.size--;
    return title;
}

static void read_note(mb_reader *reader, mb_line_range lines, mb_slice number, size_t skip, mb_meeting *meeting)
{
    mb_note *note = mb_list_add(reader->arena, &meeting->notes, mb_note);
    note->place = mb_place_of(reader->text, lines.first);
    note->number = number;
    if (skip >= reader->text->lines[lines.first].size) {
        lines.first = mb_next_text(reader->text, lines.first + 1, lines.end);
        skip = 0;
        if (lines.first == lines.end)
            return;
    }
    mb_slice rest = mb_slice_from(mb_line_text(reader->text, lines.first), skip);
    size_t spaces = (size_t)(mb_slice_trim(rest).data - rest.data);
    size_t title = note_title_end(reader, lines.first, mb_slice_trim(rest));
    if (title) {
        mb_slice printed = mb_slice_first(mb_slice_trim(rest), title);
        note->title = without_colon(mb_plain_text(reader->arena, printed));
    }
    mb_read_lines(reader, lines, skip + spaces + title, &note->blocks);
}

/* The notes are numbered from 1 on; other numbers belong to their texts. What stands before the first is front matter. */
static void read_notes(mb_reader *reader, mb_line_range lines, mb_meeting *meeting)
{
    uint32_t next_number = 1, first = lines.end;
    mb_item_number number = {0};
    for (uint32_t line = lines.first; line <= lines.end; line++) {
        mb_item_number here = {0};
        if (line < lines.end && mb_line_is_text(reader->text, line))
            here = mb_item_number_of(mb_line_text(reader->text, line));
        bool begins = here.count == 1 && here.parts[0] == next_number;
        if (!begins && line < lines.end)
            continue;
        if (number.count)
            read_note(reader, (mb_line_range){first, line}, number.printed, number.end, meeting);
        else
            mb_read_lines(reader, (mb_line_range){lines.first, line}, 0, &meeting->front_matter);
        number = here;
        first = line;
        next_number++;
    }
}

/* The line where the running title is printed again, behind the notes: it belongs to none of them. */
static uint32_t notes_end(const mb_reader *reader, mb_line_range lines, const mb_meeting *meeting)
{
    uint32_t end = lines.end;
    for (uint32_t line = lines.end; line > lines.first && lines.end - line < RUNNING_TITLE_LINES; line--) {
        if (!mb_line_is_text(reader->text, line - 1))
            continue;
        mb_slice text = mb_line_text(reader->text, line - 1);
        if (meeting->body.size && mb_slice_starts_nocase(text, meeting->body))
            end = line - 1;
    }
    return end;
}

void mb_read_front_sheet(mb_reader *reader, mb_line_range lines, mb_meeting *meeting)
{
    uint32_t notes = find_notes(reader, lines);
    mb_read_lines_cut(reader, (mb_line_range){lines.first, notes}, mb_begins_front_line, &meeting->front_matter);
    mb_entries entries = mb_front_entries(reader, &meeting->front_matter);
    mb_read_front_fields(reader, &entries, meeting);
    if (notes == lines.end)
        return;

    uint32_t end = notes_end(reader, (mb_line_range){notes, lines.end}, meeting);
    mb_read_lines(reader, (mb_line_range){notes, notes + 1}, 0, &meeting->front_matter);
    read_notes(reader, (mb_line_range){notes + 1, end}, meeting);
    mb_read_lines_cut(reader, (mb_line_range){end, lines.end}, mb_begins_front_line, &meeting->front_matter);
}

void mb_read_front_matter(mb_reader *reader, mb_meeting *meeting)
{
    mb_entries entries = mb_front_entries(reader, &meeting->front_matter);
    mb_read_front_fields(reader, &entries, meeting);
    mb_take_council_as_body(reader, &meeting->front_matter, meeting);
    mb_read_front_members(reader, &entries, meeting);
    mb_read_front_contact(reader, &entries, meeting);
    mb_read_webcast(reader, &entries, meeting);
    mb_read_bare_issue_date(reader, &entries, meeting);
}
