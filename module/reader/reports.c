/* reports.c: titles and sections of papers. */
#include "reader/reports.h"

#include "core/unicode.h"
#include "reader/headings.h"
#include "text/inline.h"
#include "text/tables.h"

/* A paper's title stands among its first lines. */
#define TITLE_WITHIN 30
/* A title is no longer than that: what is longer is cut at a word. */
#define TITLE_SIZE 200

static mb_slice first_cell(mb_slice row)
{
    row = mb_slice_trim(row);
    return mb_slice_trim(mb_slice_first(row, mb_slice_find(row, MB_TEXT("\t"), 0)));
}

/* The title that a label gives, on its line or the next. */
static mb_slice labelled_title(mb_reader *reader, mb_line_range lines)
{
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    for (uint32_t seen = 0; line < lines.end && seen < TITLE_WITHIN; seen++) {
        mb_slice text = mb_line_text(reader->text, line);
        uint32_t next = mb_next_text(reader->text, line + 1, lines.end);
        mb_hit hit;
        bool labelled = false;
        for (; mb_starts_with(reader->dialect, mb_group_report_title, text, &hit); labelled = true)
            text = mb_slice_trim(mb_slice_from(text, hit.end));
        if (labelled)
            return text.size || next == lines.end ? first_cell(text) : mb_line_text(reader->text, next);
        line = next;
    }
    return MB_NOTHING;
}

/* The first line that looks like a heading, else the first line. */
static mb_slice first_heading(const mb_reader *reader, mb_line_range lines)
{
    uint32_t first = mb_next_text(reader->text, lines.first, lines.end), line = first;
    for (uint32_t seen = 0; line < lines.end && seen < TITLE_WITHIN; seen++) {
        mb_slice text = first_cell(mb_line_text(reader->text, line));
        if (mb_looks_like_heading(text) && !mb_is_table_row(reader->text, line))
            return text;
        line = mb_next_text(reader->text, line + 1, lines.end);
    }
    return first_cell(mb_line_text(reader->text, first));
}

static mb_slice find_title(mb_reader *reader, mb_line_range lines)
{
    mb_slice title = labelled_title(reader, lines);
    if (title.size == 0)
        title = first_heading(reader, lines);
    if (title.size > TITLE_SIZE) {
        title.size = TITLE_SIZE;
        while (title.size > 1 && title.data[title.size] != ' ')
            title.size--;
    }
    return mb_plain_text(reader->arena, title);
}

static void add_section(mb_reader *reader, const mb_heading *heading, uint32_t end, mb_report *report)
{
    mb_section *section = mb_list_add(reader->arena, &report->sections, mb_section);
    section->place = mb_place_of(reader->text, heading->line);
    section->level = MB_COUNT(1);
    if (heading->text.data) {
        section->number = heading->number.printed;
        section->title = heading->text;
        section->printed = mb_printed_heading(reader, heading);
    }
    mb_read_lines(reader, (mb_line_range){heading->end, end}, 0, &section->blocks);
}

static void read_sections(mb_reader *reader, mb_line_range lines, mb_report *report)
{
    mb_list headings = {0};
    mb_find_numbered_headings(reader, lines, true, &headings);
    if (headings.count < 2) {
        mb_heading whole = {.line = lines.first, .end = lines.first};
        add_section(reader, &whole, lines.end, report);
        return;
    }
    mb_read_lines(reader, (mb_line_range){lines.first, ((mb_heading *)headings.items[0])->line}, 0,
                  &report->front_matter);
    for (uint32_t i = 0; i < headings.count; i++) {
        const mb_heading *next = i + 1 < headings.count ? headings.items[i + 1] : NULL;
        add_section(reader, headings.items[i], next ? next->line : lines.end, report);
    }
}

static mb_agenda_item *stamped_item(const mb_reader *reader, mb_slice number)
{
    const mb_meeting *called = reader->pack->meetings.count ? reader->pack->meetings.items[0] : NULL;
    for (uint32_t i = 0; called && number.data && i < called->agenda.count; i++) {
        mb_agenda_item *item = called->agenda.items[i];
        if (mb_slice_equal(item->number, number))
            return item;
    }
    return NULL;
}

void mb_read_report(mb_reader *reader, const mb_document *document)
{
    mb_line_range lines = document->lines;
    lines.first = mb_next_text(reader->text, lines.first, lines.end);
    if (lines.first == lines.end)
        return;
    mb_report *report = mb_list_add(reader->arena, &reader->pack->reports, mb_report);
    report->place = mb_place_of(reader->text, lines.first);
    report->title = find_title(reader, lines);
    report->kind = mb_report_kind_other;
    report->agenda_item = document->agenda_item;
    mb_agenda_item *item = stamped_item(reader, document->agenda_item);
    if (item) {
        report->pages = item->pages;
        mb_list_push(reader->arena, &item->reports, report);
    }
    report->id = mb_slug(
        reader->arena, mb_arena_printf(reader->scratch, "%u %.*s", reader->pack->reports.count, MB_ARG(report->title)));
    read_sections(reader, lines, report);
}
