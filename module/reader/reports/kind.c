/* kind.c: tells committee reports, annual reports, summaries, slides and plans apart. */
#include "reader/reports/kind.h"

/* Council, panel and title stand above the first sentence of a work plan. */
#define PLAN_SIGN_WITHIN 8

static const struct {
    const char *value;
    mb_report_kind kind;
} kinds[] = {
    {"executive summary", mb_report_kind_executive_summary}, {"annual report", mb_report_kind_annual_report},
    {"presentation", mb_report_kind_presentation},           {"plan", mb_report_kind_plan},
    {"narrative plan", mb_report_kind_narrative_plan},
};

static mb_report_kind kind_of_title(const mb_reader *reader, mb_slice title)
{
    mb_hit hit;
    if (mb_contains(reader->dialect, mb_group_plan_title, title, &hit))
        return mb_report_kind_plan;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_report_kind, title, at, &hit); at = hit.end)
            if (mb_slice_equal(hit.value, mb_slice_of(kinds[i].value)))
                return kinds[i].kind;
    return mb_report_kind_other;
}

uint32_t mb_find_plan_sign(const mb_reader *reader, mb_line_range lines)
{
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    for (uint32_t seen = 0; line < lines.end && seen < PLAN_SIGN_WITHIN; seen++) {
        if (mb_starts_with(reader->dialect, mb_group_plan_sign, mb_line_text(reader->text, line), NULL))
            return line;
        line = mb_next_text(reader->text, line + 1, lines.end);
    }
    return lines.end;
}

/* Slides end with "Any questions?" or thanks to those who listened. */
static bool has_slides_end(const mb_reader *reader, mb_line_range lines)
{
    for (uint32_t line = mb_next_text(reader->text, lines.first, lines.end); line < lines.end;
         line = mb_next_text(reader->text, line + 1, lines.end))
        if (mb_is_phrase(reader->dialect, mb_group_slides_end, mb_line_text(reader->text, line)))
            return true;
    return false;
}

mb_report_kind mb_kind_of_report(const mb_reader *reader, mb_line_range lines, const mb_report *report)
{
    mb_report_kind kind = kind_of_title(reader, report->title);
    if (report->header && kind != mb_report_kind_plan)
        return mb_report_kind_committee_report;
    if (mb_find_plan_sign(reader, lines) < lines.end)
        return mb_report_kind_plan;
    if (kind == mb_report_kind_other && has_slides_end(reader, lines))
        return mb_report_kind_presentation;
    return kind;
}
