/* head.c: what stands above and below the rows of a work plan.
 *
 *     Marlford District Council
 *     Roads Panel                      ─► meeting
 *     Work programme 2025/26           ─► title
 *     …                                (rows)
 *     Questions about this work programme: Ann Lee, Clerk, 01632 960112 */
#include "reader/plans/head.h"

#include "core/unicode.h"
#include "reader/people/bodies.h"
#include "reader/reports/contact.h"
#include "reader/reports/head_labels.h"
#include "reader/reports/headings.h"
#include "text/inline.h"

/* Council, body and title stand on so many lines. */
#define HEAD_LINES 5
/* A longer line is a sentence. */
#define TITLE_WORDS 10

static bool is_title(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    return mb_slice_words(text) <= TITLE_WORDS && mb_contains(reader->dialect, mb_group_plan_title, text, &hit);
}

uint32_t mb_find_plan_title(const mb_reader *reader, mb_line_range lines)
{
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    for (uint32_t seen = 0; line < lines.end && seen < HEAD_LINES; seen++) {
        mb_slice text = mb_line_text(reader->text, line);
        if (!mb_looks_like_heading(text) || reader->text->lines[line].tab_inside || mb_is_head_line(reader, line))
            return lines.end;
        if (is_title(reader, text))
            return line;
        line = mb_next_text(reader->text, line + 1, lines.end);
    }
    return lines.end;
}

void mb_read_plan_head(mb_reader *reader, mb_line_range lines, uint32_t title, mb_report *report)
{
    mb_hit hit;
    report->title = mb_plain_text(reader->arena, mb_line_text(reader->text, title));
    for (uint32_t line = lines.first; line < title; line++) {
        mb_slice text = mb_line_text(reader->text, line);
        if (!mb_line_is_text(reader->text, line) || mb_names_council(reader, text) ||
            !mb_contains(reader->dialect, mb_group_body, text, &hit))
            continue;
        report->header = mb_new(reader->arena, mb_report_header);
        report->header->place = mb_place_of(reader->text, lines.first);
        report->header->meeting = mb_proper_case(reader->arena, text, mb_dialect_abbreviations(reader->dialect));
        return;
    }
}

static bool read_contact(mb_reader *reader, const mb_list *blocks, mb_report *report)
{
    for (uint32_t i = 0; i < blocks->count; i++) {
        const mb_block *block = blocks->items[i];
        mb_hit hit;
        if (block->type != mb_block_type_paragraph ||
            !mb_starts_with(reader->dialect, mb_group_plan_end, block->text, &hit))
            continue;
        mb_slice text = mb_slice_trim(mb_slice_from(block->text, hit.end));
        while (text.size && strchr(": ", *text.data))
            text = mb_slice_from(text, 1);
        while (mb_slice_ends(text, MB_TEXT(".")))
            text.size--;
        mb_contact *contact = mb_new(reader->arena, mb_contact);
        contact->place = block->place;
        mb_read_contact(reader, text, contact);
        if (contact->name.size && !mb_is_capitals(contact->name)) /* else it is a department's */
            report->contact = contact;
        return true;
    }
    return false;
}

void mb_read_plan_contact(mb_reader *reader, mb_report *report)
{
    bool found = read_contact(reader, &report->front_matter, report);
    for (uint32_t i = 0; !found && i < report->sections.count; i++)
        found = read_contact(reader, &((const mb_section *)report->sections.items[i])->blocks, report);
}
