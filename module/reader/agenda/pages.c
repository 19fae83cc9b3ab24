/* pages.c: a range at the margin of a title, which extraction in reading order prints further down.
 *
 *     7. MINUTES             4 - 7        7. MINUTES
 *     8. POTHOLES  TO FOLLOW              8. POTHOLES TO FOLLOW
 *                                         4 - 7                     ◄─ page 4 has the stamp "Agenda Item 7" */
#include "reader/agenda/pages.h"

#include <ctype.h>

#include "reader/numbering.h"

/* A figure of a page has no more digits. */
#define DIGITS 4
/* No meeting has more business; each range is looked for among all stamps. */
#define RANGES_AT_MOST 200
/* "2024 - 2028": a plan is for no more years. */
#define YEARS_APART 10

static size_t read_page(mb_slice text, size_t at, uint32_t *page)
{
    size_t end = at;
    for (*page = 0; end < text.size && isdigit((unsigned char)text.data[end]); end++) {
        if (end - at == DIGITS)
            return 0;
        *page = *page * 10 + (uint32_t)(text.data[end] - '0');
    }
    return end > at ? end : 0;
}

static size_t skip_spaces(mb_slice text, size_t at)
{
    while (at < text.size && text.data[at] == ' ')
        at++;
    return at;
}

/* Behind the dash at `at`, or 0. */
static size_t skip_dash(mb_slice text, size_t at)
{
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (mb_slice_starts(mb_slice_from(text, at), mb_slice_of(dashes[i])))
            return at + strlen(dashes[i]);
    return 0;
}

/* "5 - 12", "5–12", "(5 - 12)" */
static bool read_range(mb_slice text, mb_pages *pages)
{
    bool bracket = text.size > 2 && *text.data == '(' && mb_slice_ends(text, MB_TEXT(")"));
    if (bracket)
        text = mb_slice_between(text.data + 1, mb_slice_end(text) - 1);
    uint32_t first, last;
    size_t dash = read_page(text, 0, &first);
    size_t second = dash ? skip_dash(text, skip_spaces(text, dash)) : 0;
    size_t end = second ? read_page(text, skip_spaces(text, second), &last) : 0;
    if (!end || end < text.size || first == 0 || first > last)
        return false;
    *pages = (mb_pages){first, last};
    return true;
}

static bool is_year(uint32_t figure)
{
    return figure >= 1900 && figure <= 2100;
}

/* "2024 - 2025" ends a title. Only the largest of packs has such pages, and papers of more than a few. */
static bool are_years(const mb_reader *reader, mb_pages pages)
{
    return is_year(pages.first) && is_year(pages.last) &&
           (pages.last - pages.first <= YEARS_APART || reader->text->sheets < pages.last);
}

static bool range_on(const mb_reader *reader, uint32_t line, mb_pages *pages)
{
    return mb_line_is_text(reader->text, line) && read_range(mb_line_text(reader->text, line), pages) &&
           !are_years(reader, *pages);
}

bool mb_is_page_range(const mb_reader *reader, uint32_t line)
{
    return range_on(reader, line, &(mb_pages){0});
}

/* ---- stamps: "Agenda Item 7" on the first page of its papers ---- */

typedef struct stamp {
    uint32_t page;
    mb_slice item;
} stamp;

static mb_list find_stamps(const mb_reader *reader)
{
    mb_list stamps = {0};
    for (uint32_t line = 0; line < reader->text->count; line++) {
        mb_hit hit;
        mb_slice text = mb_line_text(reader->text, line);
        if (reader->text->lines[line].role != MB_LINE_FURNITURE || !reader->text->pages[line] ||
            !mb_starts_with(reader->dialect, mb_group_report_stamp, text, &hit))
            continue;
        stamp *found = mb_list_add(reader->scratch, &stamps, stamp);
        found->page = reader->text->pages[line];
        found->item = mb_item_number_of(mb_slice_trim(mb_slice_from(text, hit.end))).printed;
    }
    return stamps;
}

static mb_slice item_stamped_on(const mb_list *stamps, uint32_t page)
{
    for (uint32_t i = 0; i < stamps->count; i++) {
        const stamp *at = stamps->items[i];
        if (at->page == page)
            return at->item;
    }
    return MB_NOTHING;
}

/* ---- ranges ---- */

static mb_agenda_item *item_by_number(const mb_meeting *meeting, mb_slice number)
{
    for (uint32_t i = 0; number.size && i < meeting->agenda.count; i++) {
        mb_agenda_item *item = meeting->agenda.items[i];
        if (mb_slice_equal(item->number, number))
            return item;
    }
    return NULL;
}

static mb_agenda_item *item_above(const mb_meeting *meeting, uint32_t line)
{
    mb_agenda_item *above = NULL;
    for (uint32_t i = 0; i < meeting->agenda.count; i++) {
        mb_agenda_item *item = meeting->agenda.items[i];
        if (item->place.line > line)
            break;
        above = item;
    }
    return above;
}

/* What is to follow has no pages yet: the range was printed before another title. */
static mb_agenda_item *owner_of(const mb_meeting *meeting, const mb_list *stamps, mb_pages pages, uint32_t line)
{
    mb_agenda_item *stamped = item_by_number(meeting, item_stamped_on(stamps, pages.first));
    mb_agenda_item *above = item_above(meeting, line);
    if (stamped && !stamped->pages.first)
        return stamped;
    return above && !above->to_follow ? above : NULL;
}

void mb_read_page_ranges(mb_reader *reader, mb_line_range lines, mb_meeting *meeting)
{
    mb_list stamps = {0};
    uint32_t ranges = 0;
    for (uint32_t line = lines.first; line < lines.end && ranges < RANGES_AT_MOST; line++) {
        mb_pages pages;
        if (!range_on(reader, line, &pages))
            continue;
        if (ranges++ == 0)
            stamps = find_stamps(reader);
        mb_agenda_item *owner = owner_of(meeting, &stamps, pages, line);
        if (owner && !owner->pages.first)
            owner->pages = pages;
    }
}
