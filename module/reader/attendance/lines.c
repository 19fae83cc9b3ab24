/* lines.c: tells the wraps of a list from the ends of its entries. */
#include "reader/attendance/lines.h"

#include <ctype.h>

#include "reader/dialect/labels.h"
#include "reader/minutes/speech.h"
#include "reader/people/person_name.h"
#include "reader/sentences.h"
#include "text/inline.h"
#include "text/tables.h"
#include "text/wraps.h"

/* A bracket that opened so many lines above was never closed. */
#define BRACKET_LINES 4
/* A line of several people that is so long was ended by the page's edge, even where another line is longer still: one
 * that lost its own end when a word was joined over it. */
#define LONG_LINE 75
/* The first half of a label is no longer. */
#define LABEL_SIZE   40
#define FEW_SURNAMES 2

static const mb_group groups[] = {mb_group_attendance_label, mb_group_absence_label, mb_group_online_present_label,
                                  mb_group_capacity_label,   mb_group_present_label, mb_group_substitutes_present_label,
                                  mb_group_public_label,     mb_group_office};

static bool begins_with_label(const mb_reader *reader, mb_slice text)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (mb_starts_with_list_label(reader->dialect, groups[i], text, NULL))
            return true;
    return mb_starts_with(reader->dialect, mb_group_officer_label, text, NULL);
}

/* "Other Members in" above "Attendance:": one label over two lines. */
static bool ends_label(const mb_reader *reader, mb_slice before, mb_slice text)
{
    mb_hit hit;
    if (before.size > LABEL_SIZE || begins_with_label(reader, before))
        return false;
    mb_slice both = mb_arena_printf(reader->scratch, "%.*s %.*s", MB_ARG(before), MB_ARG(text));
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (mb_starts_with_list_label(reader->dialect, groups[i], both, &hit) && hit.end > before.size)
            return true;
    return false;
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

/* "…, Cy Orr and Kwabena": one word of a name, the rest of which is on the next line. */
static bool ends_within_name(const mb_reader *reader, mb_slice before)
{
    size_t from = before.size;
    while (from > 0 && before.data[from - 1] != ' ' && before.data[from - 1] != ',')
        from--;
    mb_slice rest = mb_slice_trim(mb_slice_first(before, from));
    mb_slice last = mb_slice_from(before, from);
    return isupper((unsigned char)*last.data) && isalpha((unsigned char)mb_slice_end(last)[-1]) &&
           (mb_slice_ends(rest, MB_TEXT(",")) || mb_slice_ends(rest, MB_TEXT(" and"))) &&
           !mb_is_phrase(reader->dialect, mb_group_post_nominal, last);
}

static bool is_long_list(mb_slice before)
{
    return before.size >= LONG_LINE && mb_slice_find(before, MB_TEXT(", "), 0) < before.size;
}

/* "Ann Lee, Head of Roads": a name in full and a job, which no list goes on with unless a comma stands before it. */
static bool names_job_holder(const mb_reader *reader, mb_slice text)
{
    size_t comma = mb_slice_find(text, MB_TEXT(","), 0), dash = mb_office_dash(text);
    size_t end = comma < dash ? comma : dash;
    return end < text.size && mb_is_full_name(reader->dialect, mb_slice_first(text, end)) &&
           mb_names_office(reader, mb_slice_from(text, end));
}

/* "Ann Lee (press)" */
static bool names_with_bracket(const mb_reader *reader, mb_slice text)
{
    size_t bracket = mb_slice_find(text, MB_TEXT("("), 0);
    return bracket < text.size && mb_slice_ends(text, MB_TEXT(")")) &&
           mb_is_full_name(reader->dialect, mb_slice_trim(mb_slice_first(text, bracket)));
}

/* "Ann Lee" below "Head of Roads", or the other way round: a name and its office on lines of their own. */
static bool alternates(const mb_reader *reader, mb_slice before, mb_slice text)
{
    return (mb_names_role_alone(reader, before) && mb_is_full_name(reader->dialect, text)) ||
           (mb_names_role_alone(reader, text) && mb_is_full_name(reader->dialect, before));
}

/* "Councillors Lee, Hay and Orr": surnames, so that the last one is whole. */
static bool lists_surnames(const mb_dialect *dialect, mb_slice text)
{
    size_t single = 0, pieces = 0;
    if (!mb_starts_with(dialect, mb_group_honorific, text, NULL) &&
        !mb_starts_with_list_label(dialect, mb_group_attendance_label, text, NULL))
        return false;
    for (size_t at = mb_next_word(text, 0); at < text.size; pieces++) {
        size_t comma = mb_slice_find(text, MB_TEXT(", "), at), joined = mb_slice_find(text, MB_TEXT(" and "), at);
        size_t end = comma < joined ? comma : joined;
        mb_slice piece = mb_slice_between(text.data + at, text.data + (end < text.size ? end : text.size));
        single += mb_slice_words(piece) == 1;
        at = end < text.size ? mb_next_word(text, end + (end == joined)) : text.size;
    }
    return single >= FEW_SURNAMES && single * 2 >= pieces;
}

/* "…, Mrs Orr, District" above "Councillor Poe": one honorific over two lines. */
static bool breaks_honorific(const mb_reader *reader, mb_slice before, mb_slice text)
{
    mb_hit hit;
    mb_slice last = before, first = mb_slice_first(text, mb_word_end(text, 0));
    for (size_t at = 0; (at = mb_next_word(before, at)) < before.size;)
        last = mb_slice_from(before, at);
    mb_slice both = mb_arena_printf(reader->scratch, "%.*s %.*s", MB_ARG(last), MB_ARG(first));
    return mb_starts_with(reader->dialect, mb_group_honorific, both, &hit) && hit.end > last.size;
}

/* "Councillor Kwabena" above "Asante-Reed": a name that is wrapped in a narrow column, and not two surnames. */
static bool breaks_name(const mb_reader *reader, mb_slice before, mb_slice text)
{
    mb_hit hit;
    if (!mb_starts_with(reader->dialect, mb_group_honorific, before, &hit) ||
        mb_slice_words(mb_slice_trim(mb_slice_from(before, hit.end))) != 1)
        return false;
    size_t end = 0;
    while (end < text.size && !strchr("(,", text.data[end]))
        end++;
    mb_slice name = mb_slice_trim(mb_slice_first(text, end));
    return mb_slice_words(name) == 1 && isalpha((unsigned char)mb_slice_end(name)[-1]) && !mb_is_capitals(name) &&
           !mb_is_phrase(reader->dialect, mb_group_body, name);
}

static bool begins_entry(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    bool adjacent = line > 0 && mb_line_is_text(reader->text, line - 1);
    mb_slice before = adjacent ? mb_line_text(reader->text, line - 1) : MB_NOTHING;
    if (adjacent && ends_label(reader, before, text))
        return false;
    if (begins_with_label(reader, text))
        return true;
    if (!adjacent)
        return false;
    bool capital = isupper((unsigned char)*text.data) || (unsigned char)*text.data >= 0x80;
    if (leads_on(before) || !capital || is_in_bracket(reader, line) || breaks_honorific(reader, before, text) ||
        breaks_name(reader, before, text))
        return false;
    if (mb_starts_with(reader->dialect, mb_group_honorific, text, NULL) ||
        mb_is_capitals(text) != mb_is_capitals(before))
        return true;
    if (alternates(reader, before, text) || (names_job_holder(reader, before) && names_with_bracket(reader, text)))
        return true;
    if (names_job_holder(reader, text) && (!ends_within_name(reader, before) || names_job_holder(reader, before) ||
                                           lists_surnames(reader->dialect, before)))
        return true;
    return !mb_is_full(reader->text, line - 1, line) && !ends_within_name(reader, before) && !is_long_list(before);
}

/* Whether the entry goes on behind a gap: a page's end, or the blank lines that some extraction puts everywhere. */
static bool goes_on_behind_gap(const mb_reader *reader, uint32_t last, uint32_t next)
{
    return leads_on(mb_line_text(reader->text, last)) && !mb_is_table_row(reader->text, next) &&
           !begins_with_label(reader, mb_line_text(reader->text, next));
}

/* The line behind the entry that begins on `line`. */
static uint32_t entry_end(const mb_reader *reader, uint32_t line, uint32_t end)
{
    uint32_t last = line;
    for (uint32_t next = line + 1; next < end; next++) {
        if (!mb_line_is_text(reader->text, next))
            continue;
        bool goes_on = next == last + 1 ? !begins_entry(reader, next) && !mb_is_table_row(reader->text, next)
                                        : goes_on_behind_gap(reader, last, next);
        if (!goes_on)
            break;
        last = next;
    }
    return last + 1;
}

static uint32_t table_end(const mb_reader *reader, uint32_t line, uint32_t end)
{
    while (line < end && (!mb_line_is_text(reader->text, line) || mb_is_table_row(reader->text, line) ||
                          !begins_with_label(reader, mb_line_text(reader->text, line))))
        line++;
    return line;
}

void mb_read_entries(mb_reader *reader, mb_line_range lines, mb_list *blocks)
{
    for (uint32_t line = mb_next_text(reader->text, lines.first, lines.end); line < lines.end;
         line = mb_next_text(reader->text, line, lines.end)) {
        uint32_t first = line;
        if (mb_is_table_row(reader->text, line)) {
            line = table_end(reader, line, lines.end);
            mb_read_lines(reader, (mb_line_range){first, line}, 0, blocks);
            continue;
        }
        line = entry_end(reader, line, lines.end);
        mb_block *entry = mb_list_add(reader->arena, blocks, mb_block);
        entry->type = mb_block_type_paragraph;
        entry->place = mb_place_of(reader->text, first);
        entry->text = mb_join_lines(reader, (mb_line_range){first, line});
    }
}
