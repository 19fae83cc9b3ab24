/* reports.c: a paper from its head or its cover to the box at its foot.
 *
 *     head, or cover and contents │ sections … │ foot │ appendices, sections too
 *     └──────── front matter ─────┘            └──────┘ front matter               */
#include "reader/reports/reports.h"

#include "core/unicode.h"
#include "reader/plans/head.h"
#include "reader/reports/closing_sections.h"
#include "reader/reports/contact.h"
#include "reader/reports/cover.h"
#include "reader/reports/head.h"
#include "reader/reports/head_labels.h"
#include "reader/reports/items.h"
#include "reader/reports/kind.h"
#include "reader/reports/recommendations.h"
#include "reader/reports/sections.h"
#include "reader/reports/titled_head.h"
#include "text/inline.h"
#include "text/tables.h"

/* A report has no more attachments: the papers that stand further behind it are somebody else's. */
#define ATTACHMENTS 64
/* A title is no longer than that: what is longer is cut at a word. */
#define TITLE_SIZE 200

typedef struct paper {
    mb_reader *reader;
    mb_report *report;
    mb_line_range lines;
    const mb_document *document;
    uint32_t body; /* where sections may begin */
    uint32_t plan; /* the line of a work plan's title; `lines.end` where there is none */
    mb_line_range foot;
    mb_line_range title; /* in a head without labels; else empty */
    mb_cover cover;
    mb_list headings; /* of mb_section_heading */
    mb_list running;  /* of mb_running_paragraph */
} paper;

static mb_slice first_cell(mb_slice row)
{
    row = mb_slice_trim(row);
    return mb_slice_trim(mb_slice_first(row, mb_slice_find(row, MB_TEXT("\t"), 0)));
}

static mb_slice cut_title(mb_slice title)
{
    if (title.size > TITLE_SIZE) {
        title.size = TITLE_SIZE;
        while (title.size > 1 && title.data[title.size] != ' ')
            title.size--;
    }
    return title;
}

/* "Welcome to the Annual Report" heads a report whose cover is lost. */
static mb_slice without_welcome(const mb_reader *reader, mb_slice title)
{
    mb_hit hit;
    if (mb_starts_with(reader->dialect, mb_group_welcome, title, &hit))
        title = mb_slice_trim(mb_slice_from(title, hit.end));
    return title;
}

/* A paper without a head or a cover has the title under which the report before it lists it; `behind` is how many
 * papers stand between them. */
static mb_slice title_as_attachment(const mb_reader *reader)
{
    const mb_list *reports = &reader->pack->reports;
    uint32_t behind = 0;
    for (uint32_t i = reports->count - 1; i > 0 && behind < ATTACHMENTS; i--, behind++) {
        const mb_report *before = reports->items[i - 1];
        if (!before->header || before->kind != mb_report_kind_committee_report)
            continue;
        const mb_strings *attachments = &before->header->attachments;
        if (behind >= attachments->count)
            return MB_NOTHING;
        mb_slice title = attachments->items[behind];
        size_t colon = mb_slice_find(title, MB_TEXT(":"), 0);
        bool label = mb_starts_with(reader->dialect, mb_group_attachment_label, title, NULL);
        return label && colon != SIZE_MAX ? mb_slice_trim(mb_slice_from(title, colon + 1)) : title;
    }
    return MB_NOTHING;
}

static mb_slice first_text(const mb_reader *reader, mb_line_range lines)
{
    return first_cell(mb_line_text(reader->text, lines.first));
}

static void find_title(paper *p)
{
    mb_report *report = p->report;
    const mb_section_heading *first = p->headings.count ? p->headings.items[0] : NULL;
    if (!report->title.data)
        report->title = p->cover.title;
    if (!report->title.data && !report->header)
        report->title = title_as_attachment(p->reader);
    if (!report->title.data && !report->header)
        report->title = first ? without_welcome(p->reader, first->heading.text) : first_text(p->reader, p->lines);
    report->title = mb_plain_text(p->reader->arena, cut_title(report->title));
}

static uint32_t first_section(const paper *p)
{
    const mb_section_heading *first = p->headings.count ? p->headings.items[0] : NULL;
    return first ? first->heading.line : p->body;
}

/* The title of the agenda may stand in the head without a label. */
static bool take_printed_title(paper *p, mb_slice title)
{
    mb_line_range head = {p->lines.first, first_section(p)};
    mb_line_range found = mb_find_line_titled(p->reader, title, head);
    if (found.end > found.first)
        p->report->title = mb_join_lines(p->reader, found);
    return found.end > found.first;
}

/* A head that has lost its title leaves that of the agenda. */
static void title_from_agenda(paper *p)
{
    const mb_list *agenda = &((const mb_meeting *)p->reader->pack->meetings.items[0])->agenda;
    for (uint32_t i = 0; i < agenda->count; i++) {
        const mb_agenda_item *item = agenda->items[i];
        if (!mb_slice_equal(item->number, p->report->agenda_item))
            continue;
        if (take_printed_title(p, item->title))
            continue;
        p->report->title = item->title;
        mb_offer_correction(p->reader, mb_target_at(report, p->report), "title",
                            mb_remark(p->reader, mb_code_report_title_inferred, p->report->place.line - 1,
                                      "the head of this report has no title: that of agenda item %.*s was taken",
                                      MB_ARG(item->number)));
    }
}

/* The title of a plan stands somewhere above its first sentence, below the names of council and panel. */
static void find_plan_title(paper *p)
{
    const mb_reader *reader = p->reader;
    mb_hit hit;
    if (mb_contains(reader->dialect, mb_group_plan_title, p->report->title, &hit))
        return;
    p->report->title = MB_NOTHING;
    for (uint32_t line = p->lines.first; line < p->lines.end; line++) {
        mb_slice text = mb_line_text(reader->text, line);
        if (!mb_line_is_text(reader->text, line))
            continue;
        if (mb_starts_with(reader->dialect, mb_group_plan_sign, text, NULL))
            return;
        if (mb_contains(reader->dialect, mb_group_plan_title, text, &hit))
            p->report->title = mb_plain_text(reader->arena, text);
    }
}

/* Behind the last row of a work plan may stand headings, of what was planned before. */
static void find_plan_sections(paper *p)
{
    p->body = p->lines.end;
    while (p->body > p->plan && !mb_is_table_row(p->reader->text, p->body - 1))
        p->body--;
    if (p->body > p->plan)
        mb_find_section_headings(p->reader, (mb_line_range){p->body, p->lines.end}, &p->cover.contents, &p->running,
                                 &p->headings);
    if (p->headings.count == 0)
        p->body = p->lines.end;
}

/* A head without labels has the agenda's title; else there may be a cover. */
static void find_front_without_labels(paper *p)
{
    p->title = mb_find_head_title(p->reader, p->document, p->lines);
    if (p->title.end > p->title.first) {
        p->body = p->title.end;
        return;
    }
    p->cover = mb_read_cover(p->reader, p->lines);
    p->body = p->cover.end;
}

/* A work plan has a head and rows; what looks like a heading in it are names and dates. */
static void find_parts(paper *p)
{
    mb_reader *reader = p->reader;
    p->foot = mb_find_report_foot(reader, p->lines);
    p->plan = p->lines.end;
    p->body = mb_find_plan_sign(reader, p->lines);
    if (p->body < p->lines.end)
        return;
    p->plan = mb_find_plan_title(reader, p->lines);
    if (p->plan < p->lines.end) {
        find_plan_sections(p);
        return;
    }
    p->body = mb_find_head_end(reader, p->lines);
    if (p->body == p->lines.first)
        find_front_without_labels(p);
    mb_find_section_headings(reader, (mb_line_range){p->body, p->foot.first}, &p->cover.contents, &p->running,
                             &p->headings);
}

static void read_author(paper *p)
{
    if (p->report->contact || !p->cover.author.size)
        return;
    p->report->contact = mb_new(p->reader->arena, mb_contact);
    p->report->contact->place = p->report->place;
    mb_read_contact(p->reader, p->cover.author, p->report->contact);
}

static void read_front(paper *p)
{
    uint32_t sections = first_section(p);
    bool titled = p->title.end > p->title.first;
    if (titled || mb_find_head_end(p->reader, p->lines) > p->lines.first)
        mb_read_report_head(p->reader, (mb_line_range){p->lines.first, sections}, p->report);
    if (titled && !p->report->title.data)
        p->report->title = mb_join_lines(p->reader, p->title);
    mb_read_lines(p->reader, (mb_line_range){p->lines.first, sections}, 0, &p->report->front_matter);
    if (p->foot.first < p->lines.end) {
        mb_read_report_foot(p->reader, p->foot, p->report);
        mb_read_lines(p->reader, p->foot, 0, &p->report->front_matter);
    }
    read_author(p);
}

/* What stands behind the foot belongs to the paper too: appendices. */
static void read_behind_foot(paper *p)
{
    mb_line_range behind = {mb_next_text(p->reader->text, p->foot.end, p->lines.end), p->lines.end};
    if (behind.first >= behind.end)
        return;
    mb_list headings = {0}, running = {0};
    mb_find_section_headings(p->reader, behind, &p->cover.contents, &running, &headings);
    const mb_section_heading *first = headings.count ? headings.items[0] : NULL;
    uint32_t begin = first ? first->heading.line : behind.end;
    if (mb_next_text(p->reader->text, behind.first, begin) < begin)
        mb_read_whole_section(p->reader, (mb_line_range){behind.first, begin}, p->report);
    mb_read_sections(p->reader, &headings, &running, behind.end, p->report);
}

static void read_body(paper *p)
{
    uint32_t first = mb_next_text(p->reader->text, p->body, p->foot.first);
    if (p->headings.count)
        mb_read_sections(p->reader, &p->headings, &p->running, p->foot.first, p->report);
    else if (first < p->foot.first)
        mb_read_whole_section(p->reader, (mb_line_range){first, p->foot.first}, p->report);
    read_behind_foot(p);
}

/* A paper with a cover has no other head than its date. */
static void read_cover_date(paper *p)
{
    if (p->report->header || !p->cover.date.data)
        return;
    p->report->header = mb_new(p->reader->arena, mb_report_header);
    p->report->header->place = p->report->place;
    p->report->header->date = p->cover.date;
}

void mb_read_report(mb_reader *reader, const mb_document *document)
{
    paper p = {.reader = reader, .document = document, .lines = document->lines};
    p.lines.first = mb_next_text(reader->text, p.lines.first, p.lines.end);
    if (p.lines.first == p.lines.end)
        return;
    p.report = mb_list_add(reader->arena, &reader->pack->reports, mb_report);
    p.report->place = mb_place_of(reader->text, p.lines.first);
    find_parts(&p);
    read_front(&p);
    if (p.plan < p.lines.end)
        mb_read_plan_head(reader, p.lines, p.plan, p.report);
    find_title(&p);
    p.report->kind = mb_kind_of_report(reader, p.lines, p.report);
    if (p.report->kind == mb_report_kind_presentation && !p.report->contact)
        mb_read_contact_card(reader, p.lines, p.report);
    mb_tie_report(reader, document, p.report);
    if (p.report->kind == mb_report_kind_plan)
        find_plan_title(&p);
    if (!p.report->title.size && p.report->agenda_item.data && reader->pack->meetings.count)
        title_from_agenda(&p);
    read_body(&p);
    read_cover_date(&p);
    if (p.report->kind == mb_report_kind_plan && !p.report->contact)
        mb_read_plan_contact(reader, p.report);
    if (p.report->header)
        mb_read_closing_sections(reader, p.report);
    mb_read_recommendations(reader, p.report);
}
