/* documents.c: finds where one document ends and the next begins.
 *
 *     front sheet │ AGENDA … │ COUNCIL, PANEL, date, Present: … ended at │ Agenda Item 8, Meeting: … │ …
 *                 ▲          ▲                                           ▲                           ▲
 *            its heading   the head above "Present:"            behind the minutes' end      a stamp, a report's head */
#include "reader/documents.h"

#include <ctype.h>

#include "reader/attendance/attendance.h"
#include "reader/dialect/labels.h"
#include "reader/minutes/end.h"
#include "reader/minutes/unnumbered_headings.h"
#include "reader/plans/head.h"
#include "reader/plans/labels.h"
#include "reader/plans/work_plan.h"
#include "reader/reports/contact.h"
#include "reader/reports/head_labels.h"
#include "reader/reports/headings.h"
#include "reader/when.h"
#include "text/inline.h"
#include "text/tables.h"

/* The head of minutes (council, body, date, place) has no more lines of text than that. */
#define MINUTES_HEAD_LINES 14
/* The lines that show a report's head stand within so many lines of each other. */
#define REPORT_HEAD_LINES 40
/* The council's name above it, the panel's, the department's. */
#define NAMES_ABOVE_HEAD 3
/* A page has no more lines. */
#define PAGE_LINES 120
/* Minutes say so on one of their first lines, behind the council's name. */
#define TITLE_LINES 4
/* A front sheet is one page. */
#define FRONT_SHEET_LINES 100
/* The head of a work plan (council, panel, title) has no more lines of text. */
#define PLAN_HEAD_LINES 6
/* So many items that most agendas have make one, though no line is headed so. */
#define USUAL_ITEMS 3
/* The sentence that says who met, when and where, has no more lines. */
#define SENTENCE_LINES 5

typedef struct finder {
    mb_reader *reader;
    mb_list *documents;
    mb_document *current;
    uint32_t head;        /* the first line that showed the current report's head, or UINT32_MAX */
    uint32_t next_report; /* the next line that begins a report's head, once looked for; no line is looked at twice */
    uint32_t foot;        /* the last line of the current report's foot, or UINT32_MAX */
    uint32_t notice;      /* the notice that ends the foot, or UINT32_MAX */
    bool in_plan;         /* the heads of a work plan's columns were seen: dates and bodies below them begin no paper */
} finder;

/* Minutes from their head to the signature; `first` is UINT32_MAX where there are none. */
typedef struct minutes_place {
    uint32_t first, end, present, ended;
} minutes_place;

static bool has_text(const mb_reader *reader, uint32_t first, uint32_t end)
{
    return mb_next_text(reader->text, first, end) < end;
}

/* Begins a document at `line`; one that has no text yet (only its stamp) becomes it. */
static void begin(finder *f, mb_document_kind kind, uint32_t line)
{
    mb_document *current = f->current;
    f->head = f->foot = f->notice = UINT32_MAX;
    f->in_plan = false;
    if (current && !has_text(f->reader, current->lines.first, line)) {
        current->kind = kind;
        return;
    }
    if (current)
        current->lines.end = line;
    f->current = mb_list_add(f->reader->scratch, f->documents, mb_document);
    f->current->kind = kind;
    f->current->lines = (mb_line_range){line, f->reader->text->count};
}

/* "AGENDA", also with the head of the column of pages beside it: "AGENDA        Page No." */
static bool is_agenda_heading(const mb_reader *reader, uint32_t line)
{
    mb_hit hit;
    if (!mb_line_is_text(reader->text, line) ||
        !mb_starts_with(reader->dialect, mb_group_agenda_heading, mb_line_text(reader->text, line), &hit))
        return false;
    mb_slice text = mb_line_text(reader->text, line), beside = mb_slice_trim(mb_slice_from(text, hit.end));
    return mb_is_phrase(reader->dialect, mb_group_agenda_heading, text) ||
           mb_is_phrase(reader->dialect, mb_group_pages, beside);
}

static bool begins_item(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_item_number number = mb_item_number_of(text);
    return number.count &&
           (number.end == text.size || mb_looks_like_heading(mb_slice_trim(mb_slice_from(text, number.end))));
}

/* The heading above the items: a front sheet may be headed "Agenda" as well, with no item between the two. */
static uint32_t find_agenda_heading(const mb_reader *reader, uint32_t end)
{
    uint32_t heading = UINT32_MAX;
    for (uint32_t line = 0; line < end; line++) {
        if (is_agenda_heading(reader, line))
            heading = line;
        else if (heading != UINT32_MAX && mb_line_is_text(reader->text, line) &&
                 (line - heading > FRONT_SHEET_LINES || begins_item(reader, line)))
            break;
    }
    return heading;
}

/* "1. Apologies", "4. Declarations of interest": the number of an item that most agendas have. */
static bool usual_item_at(const mb_reader *reader, uint32_t line, uint32_t *number)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_item_number printed = mb_item_number_of(text);
    mb_slice title = mb_slice_trim(mb_slice_from(text, printed.end));
    *number = printed.count == 1 && mb_looks_like_heading(title) ? printed.parts[0] : 0;
    return *number && mb_is_usual_title(reader, title);
}

/* Where no line is headed "Agenda": the line above the first item, where the items count from one below the date and the
 * members of a meeting, and several are usual. UINT32_MAX where they don't. */
static uint32_t find_unheaded_agenda(const mb_reader *reader, uint32_t end)
{
    uint32_t first = UINT32_MAX, last = 0, usual = 0, number;
    bool dated = false, called = false;
    for (uint32_t line = mb_next_text(reader->text, 0, end); line < end && usual < USUAL_ITEMS;
         line = mb_next_text(reader->text, line + 1, end)) {
        mb_slice text = mb_line_text(reader->text, line);
        mb_date_hit date;
        if (first == UINT32_MAX && line > FRONT_SHEET_LINES)
            break;
        dated |= mb_find_date(text, 0, &date);
        called |= mb_starts_with_label(reader->dialect, mb_group_member_label, text, NULL) ||
                  mb_starts_with(reader->dialect, mb_group_summons, text, NULL) ||
                  mb_is_phrase(reader->dialect, mb_group_meeting_kind, text);
        bool is_usual = usual_item_at(reader, line, &number);
        if (!number || number != last + 1)
            continue;
        if (number == 1 && line > 0)
            first = line - 1;
        last = number;
        usual += is_usual;
    }
    return dated && called && usual >= USUAL_ITEMS ? first : UINT32_MAX;
}

static uint32_t find_start(const mb_reader *reader, mb_group group, uint32_t from, uint32_t end)
{
    uint32_t line = mb_next_text(reader->text, from, end);
    while (line < end && !mb_starts_with(reader->dialect, group, mb_line_text(reader->text, line), NULL))
        line = mb_next_text(reader->text, line + 1, end);
    return line;
}

/* What shows that the lines above a list of people head minutes. */
typedef struct head_signs {
    bool date, body; /* a date; a body or a council in capitals, where the line with the date is lost */
} head_signs;

/* Whether the sentence that ends on the line has a date further up: "… was held on Wednesday 4 June" over "2025 at 7 pm." */
static bool has_date_over_lines(const mb_reader *reader, uint32_t line)
{
    uint32_t first = line;
    while (first > 0 && line - first < SENTENCE_LINES && mb_line_is_text(reader->text, first - 1))
        first--;
    mb_arena_mark before = mb_arena_here(reader->scratch);
    mb_slice sentence = MB_TEXT("");
    for (uint32_t at = first; at <= line; at++)
        sentence =
            mb_arena_printf(reader->scratch, "%.*s %.*s", MB_ARG(sentence), MB_ARG(mb_line_text(reader->text, at)));
    mb_date_hit date;
    mb_hit held;
    bool found =
        mb_find_date(sentence, 0, &date) && mb_contains(reader->dialect, mb_group_meeting_held, sentence, &held);
    mb_go_back(reader, before);
    return found;
}

/* Whether a line can belong to the head of minutes: a name, a date, an address; no sentence, unless it has the date. */
static bool is_minutes_head(const mb_reader *reader, uint32_t line, head_signs *signs)
{
    mb_slice text = mb_line_text(reader->text, line);
    bool names_chair = mb_starts_with(reader->dialect, mb_group_office, text, NULL);
    if ((mb_is_table_row(reader->text, line) && !names_chair) || mb_slice_find(text, MB_TEXT("@"), 0) != SIZE_MAX)
        return false;
    mb_date_hit date;
    mb_hit hit;
    bool found = mb_find_date(text, 0, &date);
    bool sentence = mb_slice_ends(text, MB_TEXT("."));
    if (sentence && !found)
        found = has_date_over_lines(reader, line);
    signs->date |= found;
    signs->body |= mb_is_capitals(text) && mb_contains(reader->dialect, mb_group_body, text, &hit);
    return found || !sentence;
}

/* Where the head of the minutes begins whose members are listed from `present` on: UINT32_MAX where neither a date
 * nor a body's name in capitals stands above them, since then they are no minutes. */
static uint32_t minutes_start(const mb_reader *reader, uint32_t present, uint32_t floor)
{
    uint32_t start = present, seen = 0;
    head_signs signs = {false, false};
    for (uint32_t line = present; line > floor && seen < MINUTES_HEAD_LINES; line--) {
        mb_line_role role = reader->text->lines[line - 1].role;
        bool sheet_begins = reader->text->lines[line].starts_sheet && line == start;
        if (role == MB_LINE_FURNITURE || (sheet_begins && (signs.date || signs.body)))
            break;
        if (role != MB_LINE_TEXT)
            continue;
        if (!is_minutes_head(reader, line - 1, &signs))
            break;
        start = line - 1;
        seen++;
    }
    return signs.date || signs.body ? start : UINT32_MAX;
}

static minutes_place find_minutes(finder *f, uint32_t from)
{
    const mb_reader *reader = f->reader;
    const uint32_t end = reader->text->count;
    for (uint32_t line = mb_next_text(reader->text, from, end); line < end;
         line = mb_next_text(reader->text, line + 1, end)) {
        uint32_t first = mb_begins_attendance(reader, line) ? minutes_start(reader, line, from) : UINT32_MAX;
        if (first == UINT32_MAX)
            continue;
        if (f->next_report < line)
            f->next_report = find_start(reader, mb_group_report_start, line, end);
        uint32_t ended = mb_find_meeting_end(reader, (mb_line_range){line, f->next_report});
        uint32_t behind = ended < f->next_report ? mb_behind_signatures(reader, ended) : f->next_report;
        return (minutes_place){first, behind, line, ended};
    }
    return (minutes_place){.first = UINT32_MAX, .end = UINT32_MAX};
}

static bool is_stamp(const mb_reader *reader, uint32_t line)
{
    return reader->text->lines[line].role == MB_LINE_FURNITURE &&
           mb_starts_with(reader->dialect, mb_group_report_stamp, mb_line_text(reader->text, line), NULL);
}

static bool is_blank_page_notice(const mb_reader *reader, uint32_t line)
{
    return reader->text->lines[line].role == MB_LINE_FURNITURE &&
           mb_is_phrase(reader->dialect, mb_group_blank_page, mb_line_text(reader->text, line));
}

/* "Decision maker: Cabinet" right below "Decision: Parking charges" in a paper titled as a plan: an entry of it. Elsewhere
 * the two head a report. */
static bool is_in_plan_entry(const finder *f, uint32_t line)
{
    mb_line_range above = {f->current->lines.first, line};
    return f->current->kind == MB_DOCUMENT_REPORT && line > above.first &&
           mb_is_labelled_plan_title(f->reader, line - 1) && mb_find_plan_title(f->reader, above) < above.end;
}

/* "Meeting:" alone is no head: another line of one follows it. */
static bool is_labelled_head(const finder *f, uint32_t line)
{
    const mb_reader *reader = f->reader;
    if (!mb_starts_with(reader->dialect, mb_group_report_start, mb_line_text(reader->text, line), NULL) ||
        is_in_plan_entry(f, line))
        return false;
    uint32_t end = line + REPORT_HEAD_LINES < reader->text->count ? line + REPORT_HEAD_LINES : reader->text->count;
    uint32_t next = mb_next_text(reader->text, line + 1, end);
    while (next < end && !mb_is_head_line(reader, next))
        next = mb_next_text(reader->text, next + 1, end);
    return next < end;
}

/* Whether the line shows the head of a report other than the current one, whose own head may have several such lines. */
static bool is_report_head(const finder *f, uint32_t line)
{
    const mb_reader *reader = f->reader;
    if (!mb_line_is_text(reader->text, line))
        return false;
    if (f->head != UINT32_MAX && line - f->head <= REPORT_HEAD_LINES)
        return false;
    return is_labelled_head(f, line) || (!f->in_plan && mb_begins_bare_head(reader, line)) ||
           (line - f->current->lines.first > REPORT_HEAD_LINES &&
            mb_starts_with(reader->dialect, mb_group_report_sign, mb_line_text(reader->text, line), NULL));
}

/* The box of a report's head begins above the line that shows it: with the council's name, in the same box, or alone at
 * the top of the page, or of the document where pages aren't known. */
static uint32_t head_start(const mb_reader *reader, uint32_t line, uint32_t floor)
{
    while (line > floor && mb_line_is_text(reader->text, line - 1) && !reader->text->lines[line].starts_sheet)
        line--;
    uint32_t start = line;
    for (uint32_t above = line, names = 0; above > floor && !reader->text->lines[above].starts_sheet; above--) {
        if (!mb_line_is_text(reader->text, above - 1))
            continue;
        if (++names > NAMES_ABOVE_HEAD || !mb_looks_like_heading(mb_line_text(reader->text, above - 1)))
            return line;
        start = above - 1;
    }
    bool nothing_above = start < line && mb_next_text(reader->text, floor, line) == start;
    return reader->text->sheets || nothing_above ? start : line;
}

static mb_slice stamped_item(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_hit hit;
    mb_starts_with(reader->dialect, mb_group_report_stamp, text, &hit);
    mb_item_number number = mb_item_number_of(mb_slice_trim(mb_slice_from(text, hit.end)));
    return number.count ? number.printed : MB_NOTHING;
}

/* A page that begins in mid-sentence begins no paper. */
static bool begins_page(const mb_reader *reader, uint32_t line)
{
    return reader->text->lines[line].starts_sheet && !islower((unsigned char)*mb_line_start(reader->text, line));
}

/* The first line of the page that `line` stands on, behind a blank page's notice. */
static uint32_t page_start(const mb_reader *reader, uint32_t line, uint32_t floor)
{
    uint32_t start = line;
    while (start > floor && line - start < PAGE_LINES && !begins_page(reader, start) &&
           !is_blank_page_notice(reader, start - 1))
        start--;
    return line - start < PAGE_LINES ? start : line;
}

/* Extraction may put a stamp anywhere on its page: the paper begins with the page. */
static void begin_stamped(finder *f, uint32_t line)
{
    bool in_report = f->current->kind == MB_DOCUMENT_REPORT;
    uint32_t start = in_report ? page_start(f->reader, line, f->current->lines.first) : line;
    if (start > f->current->lines.first || !in_report)
        begin(f, MB_DOCUMENT_REPORT, start);
    f->current->agenda_item = stamped_item(f->reader, line);
}

static bool begins_page_behind_foot(const finder *f, uint32_t line)
{
    return f->foot != UINT32_MAX && line > f->foot && !mb_is_foot_line(f->reader, line) &&
           mb_begins_page(f->reader->text, line);
}

/* Where the text marks no pages, the notice at the foot of a report is the last of it that is surely its own: an
 * attachment begins behind it with a title, which is more than a word and has no number that counts on from the report's. */
static bool begins_behind_notice(const finder *f, uint32_t line)
{
    const mb_text *text = f->reader->text;
    mb_slice words = mb_line_text(text, line);
    return text->sheets == 0 && f->notice != UINT32_MAX && line > f->notice && !mb_is_foot_line(f->reader, line) &&
           mb_looks_like_heading(words) && mb_slice_words(words) > 1 && mb_item_number_of(words).count == 0;
}

/* Behind the box at a report's foot its attachments begin, each on a page of its own; appendices stay with it, page by
 * page. */
static void look_behind_foot(finder *f, uint32_t line)
{
    mb_slice text = mb_line_text(f->reader->text, line);
    if (mb_starts_with(f->reader->dialect, mb_group_appendix, text, NULL))
        f->foot = f->notice = UINT32_MAX;
    else
        begin(f, MB_DOCUMENT_REPORT, line);
}

/* Council, panel and title stand above the first sentence of a work plan. */
static uint32_t plan_start(const mb_reader *reader, uint32_t line, uint32_t floor)
{
    uint32_t start = line;
    for (uint32_t above = line, seen = 0; above > floor && seen < PLAN_HEAD_LINES; above--) {
        mb_line_role role = reader->text->lines[above - 1].role;
        if (role == MB_LINE_BLANK || role == MB_LINE_MARKUP)
            continue;
        mb_slice text = mb_line_text(reader->text, above - 1);
        if (role == MB_LINE_FURNITURE || !mb_looks_like_heading(text) || mb_is_table_row(reader->text, above - 1))
            break;
        start = above - 1;
        seen++;
        if (reader->text->lines[start].starts_sheet)
            break;
    }
    return start;
}

static void begin_plan(finder *f, uint32_t line)
{
    uint32_t start = plan_start(f->reader, line, f->current->lines.first);
    if (start > f->current->lines.first)
        begin(f, MB_DOCUMENT_REPORT, start);
}

/* Begins a paper where a line of text shows one. */
static void look_at_text(finder *f, uint32_t line)
{
    const mb_reader *reader = f->reader;
    if (is_report_head(f, line)) {
        uint32_t start = head_start(reader, line, f->current->lines.first);
        if (start > f->current->lines.first)
            begin(f, MB_DOCUMENT_REPORT, start);
        f->head = line;
    } else if (begins_page_behind_foot(f, line) || begins_behind_notice(f, line)) {
        look_behind_foot(f, line);
    } else if (mb_starts_with(reader->dialect, mb_group_plan_sign, mb_line_text(reader->text, line), NULL)) {
        begin_plan(f, line);
    }
    if (f->current->kind == MB_DOCUMENT_REPORT && mb_is_foot_start(reader, line))
        f->foot = line;
    if (f->foot == line &&
        mb_starts_with(reader->dialect, mb_group_foot_notice, mb_line_text(reader->text, line), NULL))
        f->notice = line;
    if (f->current->kind == MB_DOCUMENT_REPORT && mb_begins_work_plan(reader, line, reader->text->count)) {
        reader->text->lines[line].starts_table |= !f->in_plan;
        f->in_plan = true;
    }
}

/* Begins a paper where a line shows one: a stamp, the notice on the blank page before it, its head. */
static void look_for_report(finder *f, uint32_t line)
{
    const mb_reader *reader = f->reader;
    if (is_stamp(reader, line))
        begin_stamped(f, line);
    else if (is_blank_page_notice(reader, line))
        begin(f, MB_DOCUMENT_REPORT, line + 1);
    else if (mb_line_is_text(reader->text, line))
        look_at_text(f, line);
}

/* "MINUTES OF THE MEETING …" above papers that name nobody as present: all of it is minutes. */
static bool is_titled_as_minutes(const mb_reader *reader)
{
    const uint32_t end = reader->text->count;
    uint32_t line = mb_next_text(reader->text, 0, end);
    for (unsigned seen = 0; line < end && seen < TITLE_LINES;
         seen++, line = mb_next_text(reader->text, line + 1, end)) {
        mb_slice text = mb_line_text(reader->text, line);
        mb_hit hit;
        if (mb_starts_with(reader->dialect, mb_group_minutes_head, text, &hit))
            return true;
    }
    return false;
}

void mb_find_documents(mb_reader *reader, mb_list *documents)
{
    const uint32_t end = reader->text->count;
    finder f = {.reader = reader, .documents = documents, .head = UINT32_MAX, .foot = UINT32_MAX, .notice = UINT32_MAX};
    minutes_place minutes = find_minutes(&f, 0);
    uint32_t line = 0;
    uint32_t agenda = find_agenda_heading(reader, minutes.first < end ? minutes.first : end);
    if (agenda == UINT32_MAX && !is_titled_as_minutes(reader))
        agenda = find_unheaded_agenda(reader, minutes.first < end ? minutes.first : end);
    if (agenda != UINT32_MAX) {
        begin(&f, MB_DOCUMENT_FRONT_SHEET, 0);
        f.current->lines.end = agenda;
        f.current = NULL;
        begin(&f, MB_DOCUMENT_AGENDA, agenda);
        line = agenda + 1;
    } else if (minutes.first >= end && is_titled_as_minutes(reader)) {
        begin(&f, MB_DOCUMENT_MINUTES, 0);
        return;
    } else {
        begin(&f, MB_DOCUMENT_REPORT, 0);
    }
    while (line < end) {
        if (line == minutes.first) {
            begin(&f, MB_DOCUMENT_MINUTES, minutes.first);
            f.current->present = minutes.present;
            f.current->ended = minutes.ended;
            line = minutes.end;
            if (line < end)
                begin(&f, MB_DOCUMENT_REPORT, line);
            minutes = find_minutes(&f, line);
        } else {
            look_for_report(&f, line++);
        }
    }
}
