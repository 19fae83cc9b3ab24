/* attendance_lines.c: tells the wraps of a list from the ends of its entries. */
#include "reader/attendance_lines.h"

#include <ctype.h>

#include "reader/labels.h"
#include "text/inline.h"
#include "text/wraps.h"

/* A bracket that opened so many lines above was never closed. */
#define BRACKET_LINES 4

static bool begins_with_label(const mb_reader *reader, mb_slice text)
{
    static const mb_group groups[] = {mb_group_attendance_label,
                                      mb_group_absence_label,
                                      mb_group_online_present_label,
                                      mb_group_capacity_label,
                                      mb_group_present_label,
                                      mb_group_public_label,
                                      mb_group_office};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (mb_starts_with_list_label(reader->dialect, groups[i], text, NULL))
            return true;
    return mb_starts_with(reader->dialect, mb_group_officer_label, text, NULL);
}

static bool is_in_bracket(const mb_reader *reader, uint32_t line)
{
    int depth = 0;
    for (uint32_t above = line; above > 0 && line - above < BRACKET_LINES && mb_line_is_text(reader->text, above - 1);
         above--) {
        mb_slice text = mb_line_text(reader->text, above - 1);
        for (size_t i = text.size; i-- > 0;) {
            depth += (text.data[i] == '(') - (text.data[i] == ')');
            if (depth > 0)
                return true;
        }
    }
    return false;
}

static bool leads_on(mb_slice before)
{
    static const char *const ends[] = {",", " and", " &", ";", "-"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (mb_slice_ends(before, mb_slice_of(ends[i])))
            return true;
    return mb_breaks_off(before);
}

bool mb_begins_entry(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    if (begins_with_label(reader, text))
        return true;
    if (line == 0 || !mb_line_is_text(reader->text, line - 1))
        return false;
    mb_slice before = mb_line_text(reader->text, line - 1);
    bool capital = isupper((unsigned char)*text.data) || (unsigned char)*text.data >= 0x80;
    if (leads_on(before) || !capital || is_in_bracket(reader, line))
        return false;
    if (mb_starts_with(reader->dialect, mb_group_honorific, text, NULL))
        return true;
    return !mb_is_full(reader->text, line - 1, line);
}
