/* section_headings.c: numbered headings, then standard ones that lost their number, then all others. */
#include "reader/reports/section_headings.h"

#include "reader/reports/numbered_headings.h"
#include "reader/reports/plain_headings.h"
#include "reader/reports/running_paragraphs.h"
#include "reader/reports/section_levels.h"
#include "reader/reports/standard_headings.h"
#include "text/inline.h"
#include "text/tables.h"
#include "text/wraps.h"

/* Without numbers, so many standard headings are the headings of a report. */
#define STANDARD_HEADINGS 4

static const struct {
    const char *value;
    mb_section_kind kind;
} kinds[] = {
    {"issue", mb_section_kind_issue},           {"recommendation", mb_section_kind_recommendation},
    {"report", mb_section_kind_report},         {"statutory", mb_section_kind_statutory},
    {"resources", mb_section_kind_resources},   {"risk", mb_section_kind_risk},
    {"equalities", mb_section_kind_equalities}, {"climate", mb_section_kind_climate},
    {"options", mb_section_kind_options},       {"consultation", mb_section_kind_consultation},
};

mb_section_kind mb_kind_of_section(const mb_reader *reader, mb_slice title)
{
    mb_hit hit;
    if (!mb_starts_with(reader->dialect, mb_group_section_kind, title, &hit))
        return mb_section_kind_nothing;
    mb_slice behind = mb_slice_trim(mb_slice_from(title, hit.end));
    if (behind.size && !strchr("(:,&-", *behind.data) && !mb_slice_starts(behind, MB_TEXT("\xE2\x80\x93")))
        return mb_section_kind_nothing;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (mb_slice_equal(hit.value, mb_slice_of(kinds[i].value)))
            return kinds[i].kind;
    return mb_section_kind_nothing;
}

/* A standard heading in capitals on a line of its own, where numbered ones stand around it. */
static bool is_lost_heading(const mb_reader *reader, uint32_t line, mb_heading *heading)
{
    mb_slice text = mb_line_text(reader->text, line);
    if (!mb_is_capitals(text) || mb_is_table_row(reader->text, line))
        return false;
    *heading = (mb_heading){.line = line, .title = line};
    return mb_kind_of_section(reader, text) != mb_section_kind_nothing;
}

static void add_lost_headings(mb_reader *reader, mb_line_range lines, const mb_list *numbered, mb_list *headings)
{
    uint32_t next = 0;
    for (uint32_t line = lines.first; line < lines.end; line++) {
        mb_section_heading *known = next < numbered->count ? numbered->items[next] : NULL;
        mb_heading heading;
        if (known && known->heading.line == line) {
            mb_list_push(reader->scratch, headings, known);
            line = known->heading.end - 1;
            next++;
        } else if (next && mb_line_is_text(reader->text, line) && is_lost_heading(reader, line, &heading)) {
            mb_section_heading *lost = mb_list_add(reader->scratch, headings, mb_section_heading);
            mb_read_title(reader, &heading, 0, lines.end);
            *lost = (mb_section_heading){heading, 1};
            line = heading.end - 1;
        }
    }
}

/* Where numbers begin with 2, the first heading of all has lost its 1. */
static void restore_first_number(mb_reader *reader, const mb_list *headings)
{
    uint32_t i = 0;
    while (i < headings->count && ((const mb_section_heading *)headings->items[i])->level != 1)
        i++;
    const mb_section_heading *numbered = i < headings->count ? headings->items[i] : NULL;
    if (i == 0 || !numbered || numbered->heading.number.count != 1 || numbered->heading.number.parts[0] != 2)
        return;
    mb_section_heading *first = headings->items[0];
    first->level = 1;
    first->heading.number = (mb_item_number){.parts = {1}, .count = 1, .printed = MB_TEXT("1")};
    first->heading.remark = mb_remark(reader, mb_code_section_number_inferred, first->heading.line,
                                      "this section lost its number, inferred to be 1 from the one after it");
}

static const mb_section_heading *heading_at(const mb_list *headings, uint32_t i)
{
    return i < headings->count ? headings->items[i] : NULL;
}

/* Both lists in the order of the lines; of two on the same line the first list's. */
static mb_list merge(mb_reader *reader, const mb_list *first, const mb_list *second)
{
    mb_list merged = {0};
    uint32_t i = 0, k = 0, behind = 0;
    while (i < first->count || k < second->count) {
        const mb_section_heading *a = heading_at(first, i), *b = heading_at(second, k);
        const mb_section_heading *next = !b || (a && a->heading.line <= b->heading.line) ? a : b;
        i += next == a;
        k += next == b;
        if (next->heading.line < behind)
            continue;
        behind = next->heading.end;
        mb_list_push(reader->scratch, &merged, (void *)next);
    }
    return merged;
}

static bool has_recommendation(const mb_reader *reader, const mb_list *headings)
{
    for (uint32_t i = 0; i < headings->count; i++)
        if (mb_kind_of_section(reader, heading_at(headings, i)->heading.text) == mb_section_kind_recommendation)
            return true;
    return false;
}

/* Without numbered sections: the headings over running paragraphs, and those that any report has. */
static mb_list find_unnumbered(mb_reader *reader, mb_line_range lines, const mb_list *running)
{
    mb_list over = {0}, standard = {0};
    mb_add_running_headings(reader, running, &over);
    mb_find_standard_headings(reader, lines, &standard);
    bool habit = standard.count >= STANDARD_HEADINGS && has_recommendation(reader, &standard);
    if (!habit && running->count == 0)
        return (mb_list){0};
    return merge(reader, &over, &standard);
}

/* Standard headings stand without a number above the first section, and "Appendices" behind the last one. */
static mb_list find_around(mb_reader *reader, mb_line_range lines, const mb_list *numbered)
{
    mb_list above = {0}, behind = {0};
    const mb_heading *last = &heading_at(numbered, numbered->count - 1)->heading;
    mb_find_standard_headings(reader, (mb_line_range){lines.first, heading_at(numbered, 0)->heading.line}, &above);
    mb_find_closing_headings(reader, (mb_line_range){last->end, lines.end}, &behind);
    return merge(reader, &above, &behind);
}

void mb_find_section_headings(mb_reader *reader, mb_line_range lines, const mb_list *contents, mb_list *running,
                              mb_list *headings)
{
    mb_list numbered = {0}, known = {0};
    mb_find_running_paragraphs(reader, lines, running);
    if (running->count == 0)
        mb_find_section_numbers(reader, lines, &numbered);
    if (numbered.count) {
        mb_list around = find_around(reader, lines, &numbered);
        add_lost_headings(reader, lines, &numbered, &known);
        known = merge(reader, &known, &around);
    } else {
        known = find_unnumbered(reader, lines, running);
    }
    mb_find_plain_headings(reader, lines, &known, headings);
    restore_first_number(reader, headings);
    mb_level_sections(reader, headings, contents);
}
