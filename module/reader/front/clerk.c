/* clerk.c: a name, an office, an e-mail address, a telephone number. */
#include "reader/front/clerk.h"

#include <ctype.h>

#include "reader/front/fields.h"
#include "reader/people/person_name.h"
#include "reader/people/phone.h"
#include "reader/reports/headings.h"

/* The longest office has no more words. */
#define OFFICE_WORDS 10

uint32_t mb_find_clerk(const mb_reader *reader, mb_line_range lines)
{
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    while (line < lines.end && !mb_starts_with(reader->dialect, mb_group_clerk, mb_line_text(reader->text, line), NULL))
        line = mb_next_text(reader->text, line + 1, lines.end);
    return line;
}

bool mb_is_office_line(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    return mb_names_office(reader, text) && mb_slice_words(text) <= OFFICE_WORDS && mb_looks_like_heading(text) &&
           mb_is_title_case(reader, text);
}

static bool is_address_character(char c)
{
    return isalnum((unsigned char)c) || strchr("._-+'", c);
}

static mb_slice find_email(mb_slice text)
{
    size_t at = mb_slice_find(text, MB_TEXT("@"), 0);
    if (at == SIZE_MAX)
        return MB_NOTHING;
    size_t from = at, to = at + 1;
    while (from > 0 && is_address_character(text.data[from - 1]))
        from--;
    while (to < text.size && is_address_character(text.data[to]))
        to++;
    while (to > at && text.data[to - 1] == '.')
        to--;
    return from < at && to > at + 1 ? mb_slice_between(text.data + from, text.data + to) : MB_NOTHING;
}

void mb_read_address(mb_slice text, mb_contact *contact)
{
    if (!contact->email.data)
        contact->email = find_email(text);
    if (!contact->phone.data)
        contact->phone = mb_find_phone(text, 0);
}

/* The words with a capital at the start of the text: a name. */
static mb_slice leading_name(mb_slice text)
{
    size_t end = 0;
    for (size_t at = 0; at < text.size && isupper((unsigned char)text.data[at]);) {
        while (at < text.size && !isspace((unsigned char)text.data[at]) && !strchr(",;(", text.data[at]))
            at++;
        end = at;
        while (at < text.size && text.data[at] == ' ')
            at++;
    }
    return mb_slice_first(text, end);
}

void mb_read_clerk(mb_reader *reader, mb_line_range lines, mb_meeting *meeting)
{
    uint32_t first = meeting->front_matter.count;
    mb_read_lines_cut(reader, lines, mb_begins_front_line, &meeting->front_matter);
    for (uint32_t i = first; i < meeting->front_matter.count; i++) {
        const mb_block *block = meeting->front_matter.items[i];
        mb_hit hit;
        if (!meeting->contact && mb_starts_with(reader->dialect, mb_group_clerk, block->text, &hit)) {
            meeting->contact = mb_new(reader->arena, mb_contact);
            meeting->contact->place = block->place;
            meeting->contact->role = hit.value;
            meeting->contact->name = leading_name(mb_slice_trim(mb_slice_from(block->text, hit.end)));
        }
        if (meeting->contact)
            mb_read_address(block->text, meeting->contact);
    }
}
