/* contact.c: the contact person and the background papers.
 *
 *     Contact person │ Ann Lee, Head of Roads 01234 567890      Contact person
 *     Background     │ None                                     Ann Lee 01234 567890
 *     papers         │                                          Background
 *                                                               papers
 *                                                               None                    */
#include "reader/reports/contact.h"

#include <ctype.h>

#include "reader/people/names.h"
#include "reader/reports/head_labels.h"

#include "text/inline.h"

/* The box has no more lines than that. */
#define FOOT_LINES 24
/* A telephone number has at least so many digits. */
#define PHONE_DIGITS 7

bool mb_is_foot_line(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    return mb_starts_with(reader->dialect, mb_group_contact_label, text, NULL) ||
           mb_starts_with(reader->dialect, mb_group_background_label, text, NULL) ||
           mb_starts_with(reader->dialect, mb_group_foot_notice, text, NULL);
}

/* A label of the box stands alone, before a tab, or before its value: "Contact person" within a sentence is none, and
 * one in the report's head isn't either. */
static bool begins_foot(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_hit hit;
    if (!mb_starts_with(reader->dialect, mb_group_contact_label, text, &hit))
        return false;
    mb_slice behind = mb_slice_trim(mb_slice_from(text, hit.end));
    return (behind.size == 0 || !islower((unsigned char)*behind.data)) && !mb_stands_in_head(reader, line);
}

bool mb_is_foot_start(const mb_reader *reader, uint32_t line)
{
    return begins_foot(reader, line) ||
           mb_starts_with(reader->dialect, mb_group_foot_notice, mb_line_text(reader->text, line), NULL);
}

/* Whether the line is a label of the box, or a part of one, without the value. */
static bool is_bare_label(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    return mb_is_phrase(reader->dialect, mb_group_contact_label, text) ||
           mb_is_phrase(reader->dialect, mb_group_background_label, text) ||
           mb_is_phrase(reader->dialect, mb_group_background_label_part, text);
}

/* Behind the last label, the value that follows it, and the lines right under it. */
static uint32_t foot_end(const mb_reader *reader, uint32_t first, uint32_t end)
{
    uint32_t last = first;
    for (uint32_t line = first + 1; line < end && line - first < FOOT_LINES; line++) {
        if (reader->text->lines[line].starts_sheet)
            break;
        if (!mb_line_is_text(reader->text, line))
            continue;
        bool wanted = line == last + 1 || is_bare_label(reader, last) || mb_is_foot_line(reader, line) ||
                      is_bare_label(reader, line);
        if (wanted)
            last = line;
    }
    return last + 1;
}

mb_line_range mb_find_report_foot(const mb_reader *reader, mb_line_range lines)
{
    for (uint32_t line = lines.first; line < lines.end; line++)
        if (mb_line_is_text(reader->text, line) && begins_foot(reader, line))
            return (mb_line_range){line, foot_end(reader, line, lines.end)};
    return (mb_line_range){lines.end, lines.end};
}

static bool is_phone_character(char c)
{
    return isdigit((unsigned char)c) || c == ' ' || c == '(' || c == ')' || c == '+' || c == '-';
}

/* The first telephone number in the text; NOTHING where there is none. */
static mb_slice find_phone(mb_slice text)
{
    for (size_t from = 0; from < text.size; from++) {
        bool starts = isdigit((unsigned char)text.data[from]) || text.data[from] == '+' || text.data[from] == '(';
        if (!starts || (from && isalnum((unsigned char)text.data[from - 1])))
            continue;
        size_t to = from, digits = 0;
        while (to < text.size && is_phone_character(text.data[to]))
            digits += isdigit((unsigned char)text.data[to++]) != 0;
        if (digits >= PHONE_DIGITS) {
            while (!isdigit((unsigned char)text.data[to - 1]))
                to--;
            return mb_slice_between(text.data + from, text.data + to);
        }
        from = to;
    }
    return MB_NOTHING;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static mb_slice find_email(mb_slice text)
{
    size_t at = mb_slice_find(text, MB_TEXT("@"), 0);
    if (at == SIZE_MAX)
        return MB_NOTHING;
    size_t from = at, to = at;
    while (from > 0 && !is_space(text.data[from - 1]))
        from--;
    while (to < text.size && !is_space(text.data[to]) && !strchr(",;", text.data[to]))
        to++;
    return mb_slice_between(text.data + from, text.data + to);
}

/* Where the name ends: at a comma, a dash between spaces, or a bracket. */
static size_t name_end(mb_slice text)
{
    static const char *const ends[] = {", ", ",", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " (", " |"};
    size_t first = text.size;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = mb_slice_find(text, mb_slice_of(ends[i]), 0);
        if (at < first)
            first = at;
    }
    return first;
}

static mb_slice trim_separators(mb_slice text)
{
    static const char *const separators[] = {",", ";", "-", "\xE2\x80\x93", "\xE2\x80\x94", "|", ":"};
    text = mb_slice_trim(text);
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        mb_slice separator = mb_slice_of(separators[i]);
        if (mb_slice_starts(text, separator))
            return trim_separators(mb_slice_from(text, separator.size));
        if (mb_slice_ends(text, separator))
            return trim_separators(mb_slice_first(text, text.size - separator.size));
    }
    return text;
}

/* The label before a number or an address, "Tel:", is no part of the role. */
static mb_slice without_phone_label(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    if (mb_find_phrase(reader->dialect, mb_group_phone_label, text, 0, &hit))
        text = mb_slice_first(text, hit.start);
    return trim_separators(text);
}

void mb_read_contact(mb_reader *reader, mb_slice text, mb_contact *contact)
{
    mb_slice phone = find_phone(text), email = find_email(text);
    contact->phone = phone;
    contact->email = email;
    size_t end = text.size;
    if (phone.data && (size_t)(phone.data - text.data) < end)
        end = (size_t)(phone.data - text.data);
    if (email.data && (size_t)(email.data - text.data) < end)
        end = (size_t)(email.data - text.data);
    mb_slice person = without_phone_label(reader, mb_slice_first(text, end));
    size_t name = name_end(person);
    mb_slice honorific = MB_NOTHING, role = trim_separators(mb_slice_from(person, name));
    mb_slice bare = mb_bare_name(reader, trim_separators(mb_slice_first(person, name)), &honorific);
    if (bare.size)
        contact->name = bare;
    if (role.size)
        contact->role = role;
}

typedef struct foot_reader {
    mb_reader *reader;
    mb_strings contact, papers;
    mb_strings *open; /* the value that lines are added to, or NULL */
} foot_reader;

/* A label without its second word ("Background", then "papers") goes on with it. */
static void read_foot_cell(foot_reader *f, mb_slice text)
{
    const mb_dialect *dialect = f->reader->dialect;
    mb_hit hit;
    if (mb_starts_with(dialect, mb_group_foot_notice, text, NULL)) {
        f->open = NULL;
        return;
    }
    if (mb_starts_with(dialect, mb_group_contact_label, text, &hit))
        f->open = &f->contact;
    else if (mb_starts_with(dialect, mb_group_background_label, text, &hit))
        f->open = &f->papers;
    else
        hit.end = 0;
    text = mb_slice_trim(mb_slice_from(text, hit.end));
    if (mb_is_phrase(dialect, mb_group_background_label_part, text))
        return;
    if (text.size && f->open)
        mb_strings_push(f->reader->scratch, f->open, text);
}

static mb_slice join(mb_reader *reader, const mb_strings *lines)
{
    mb_slice text = MB_NOTHING;
    if (lines->count)
        mb_read_inline(reader->arena, (mb_pieces){lines->items, lines->count}, &text, NULL);
    return text;
}

void mb_read_report_foot(mb_reader *reader, mb_line_range foot, mb_report *report)
{
    foot_reader f = {.reader = reader};
    for (uint32_t line = foot.first; line < foot.end; line++) {
        if (!mb_line_is_text(reader->text, line))
            continue;
        mb_slice text = mb_line_text(reader->text, line);
        size_t tab = mb_slice_find(text, MB_TEXT("\t"), 0);
        read_foot_cell(&f, mb_slice_trim(mb_slice_first(text, tab)));
        if (tab != SIZE_MAX)
            read_foot_cell(&f, mb_slice_trim(mb_slice_from(text, tab)));
    }
    mb_slice contact = join(reader, &f.contact), papers = join(reader, &f.papers);
    if (contact.size) {
        report->contact = mb_new(reader->arena, mb_contact);
        report->contact->place = mb_place_of(reader->text, foot.first);
        mb_read_contact(reader, contact, report->contact);
    }
    if (papers.size)
        report->background_papers = papers;
}

void mb_read_contact_card(mb_reader *reader, mb_line_range lines, mb_report *report)
{
    for (uint32_t line = mb_next_text(reader->text, lines.first, lines.end); line < lines.end;
         line = mb_next_text(reader->text, line + 1, lines.end)) {
        mb_slice text = mb_line_text(reader->text, line);
        if (!find_email(text).size || !find_phone(text).size)
            continue;
        report->contact = mb_new(reader->arena, mb_contact);
        report->contact->place = mb_place_of(reader->text, line);
        mb_read_contact(reader, text, report->contact);
        return;
    }
}
