/* standard_headings.c: a line that is a standard heading is one wherever it stands, be the text right under it. */
#include "reader/reports/standard_headings.h"

#include <ctype.h>

#include "text/inline.h"
#include "text/tables.h"

/* Behind a dash a heading says for whom, or by whom, in no more words: "Legal implications - Monitoring Officer". */
#define DASH_WORDS 6

/* What may stand behind the words of the heading: nothing, a colon, a bracket, a dash and a few words. */
static bool ends_heading(mb_slice behind)
{
    behind = mb_slice_trim(behind);
    if (mb_slice_starts(behind, MB_TEXT("(")) && mb_slice_find(behind, MB_TEXT(")"), 0) + 2 >= behind.size)
        return true;
    bool dash = mb_slice_starts(behind, MB_TEXT("-")) || mb_slice_starts(behind, MB_TEXT("\xE2\x80\x93"));
    if (dash && mb_slice_words(behind) <= DASH_WORDS && !mb_is_finished(behind))
        return true;
    return behind.size == 0 || mb_slice_equal(behind, MB_TEXT(":")) || mb_slice_equal(behind, MB_TEXT(":-"));
}

static bool is_heading_of(const mb_reader *reader, mb_group group, mb_slice text)
{
    mb_hit hit;
    return text.size && isupper((unsigned char)*text.data) && mb_starts_with(reader->dialect, group, text, &hit) &&
           ends_heading(mb_slice_from(text, hit.end));
}

/* A heading of Markdown has its marks around it. */
static mb_slice without_marks(mb_slice text)
{
    while (text.size && strchr("*# ", *text.data))
        text = mb_slice_from(text, 1);
    while (text.size && strchr("* ", mb_slice_end(text)[-1]))
        text.size--;
    return text;
}

static bool is_closing_heading(const mb_reader *reader, uint32_t line)
{
    return !mb_is_table_row(reader->text, line) &&
           is_heading_of(reader, mb_group_closing_heading, without_marks(mb_line_text(reader->text, line)));
}

bool mb_is_standard_heading(const mb_reader *reader, uint32_t line)
{
    mb_slice text = without_marks(mb_line_text(reader->text, line));
    if (mb_is_table_row(reader->text, line))
        return false;
    return is_heading_of(reader, mb_group_report_heading, text) || is_heading_of(reader, mb_group_section_kind, text) ||
           is_closing_heading(reader, line);
}

static void add(mb_reader *reader, uint32_t line, mb_list *headings)
{
    mb_section_heading *heading = mb_list_add(reader->scratch, headings, mb_section_heading);
    mb_slice text = mb_join_lines(reader, (mb_line_range){line, line + 1});
    *heading = (mb_section_heading){{.line = line, .title = line, .end = line + 1, .text = text}, 1};
}

void mb_find_standard_headings(mb_reader *reader, mb_line_range lines, mb_list *headings)
{
    for (uint32_t line = mb_next_text(reader->text, lines.first, lines.end); line < lines.end;
         line = mb_next_text(reader->text, line + 1, lines.end))
        if (mb_is_standard_heading(reader, line))
            add(reader, line, headings);
}

void mb_find_closing_headings(mb_reader *reader, mb_line_range lines, mb_list *headings)
{
    for (uint32_t line = mb_next_text(reader->text, lines.first, lines.end); line < lines.end;
         line = mb_next_text(reader->text, line + 1, lines.end))
        if (is_closing_heading(reader, line))
            add(reader, line, headings);
}
