/* section_levels.c: levels of headings that have no number, by the first of these that the paper has.
 *
 *     numbered sections      what has no number is below them, but for appendices and standard headings
 *     a contents page        what it lists is on top
 *     headings in capitals   are on top, the others below
 *     pages                  what begins one is on top; a heading right above another is, too
 *     none of these          a colon behind a heading puts it below the others                        */
#include "reader/reports/section_levels.h"

#include <ctype.h>

#include "core/unicode.h"
#include "reader/sentences.h"
#include "text/inline.h"

/* So many headings of a kind, and they are the paper's way of telling levels apart. */
#define HABIT 3
/* So many headings at the top of a page in a paper whose pages are known. */
#define PAGE_HABIT 3
/* "2", "B", "IV" */
#define APPENDIX_NUMBER 3

typedef struct leveller {
    mb_reader *reader;
    const mb_list *headings;
    mb_list contents; /* of mb_slice: slugs */
    uint32_t numbered, capitals, listed, paged;
} leveller;

static mb_section_heading *heading_at(const leveller *l, uint32_t i)
{
    return l->headings->items[i];
}

static bool is_listed(const leveller *l, const mb_section_heading *heading)
{
    mb_slice slug = mb_slug(l->reader->scratch, heading->heading.text);
    for (uint32_t i = 0; i < l->contents.count; i++)
        if (mb_slice_equal(slug, *(const mb_slice *)l->contents.items[i]))
            return true;
    return false;
}

static void count_habits(leveller *l)
{
    for (uint32_t i = 0; i < l->headings->count; i++) {
        const mb_section_heading *heading = heading_at(l, i);
        l->numbered += heading->level == 1;
        if (heading->level)
            continue;
        l->capitals += mb_is_capitals(heading->heading.text);
        l->listed += l->contents.count && is_listed(l, heading);
        l->paged += mb_begins_page(l->reader->text, heading->heading.line);
    }
}

/* Whether nothing stands between this heading and the next one. */
static bool is_bare(const leveller *l, uint32_t i)
{
    if (i + 1 >= l->headings->count)
        return false;
    const mb_heading *next = &heading_at(l, i + 1)->heading;
    return mb_next_text(l->reader->text, heading_at(l, i)->heading.end, next->line) == next->line;
}

/* "Appendix 2: What residents told us", "Appendix B – Costs": it has its letter or number, and a title behind it. */
static bool is_titled_appendix(const leveller *l, mb_slice title)
{
    static const char *const marks[] = {":", "-", "\xE2\x80\x93", "\xE2\x80\x94"};
    mb_hit hit;
    if (!mb_starts_with(l->reader->dialect, mb_group_appendix, title, &hit))
        return false;
    size_t number = mb_next_word(title, 0), end = mb_word_end(title, number);
    if (end > number && title.data[end - 1] == ':')
        end--;
    mb_slice behind = mb_slice_trim(mb_slice_from(title, end));
    bool marked = false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        marked |= mb_slice_starts(behind, mb_slice_of(marks[i])) && behind.size > strlen(marks[i]);
    return marked && end - number <= APPENDIX_NUMBER && isalnum((unsigned char)title.data[number]);
}

static uint32_t level_of(const leveller *l, uint32_t i)
{
    const mb_section_heading *heading = heading_at(l, i);
    mb_slice title = heading->heading.text;
    if (mb_starts_with(l->reader->dialect, mb_group_appendix, title, NULL) &&
        (mb_begins_page(l->reader->text, heading->heading.line) || is_titled_appendix(l, title)))
        return 1;
    if (mb_is_phrase(l->reader->dialect, mb_group_glossary_heading, title))
        return 1;
    if (l->numbered)
        return 2;
    if (l->listed >= HABIT)
        return is_listed(l, heading) ? 1 : 2;
    if (l->capitals >= HABIT)
        return mb_is_capitals(title) ? 1 : 2;
    if (mb_slice_ends(title, MB_TEXT(":")))
        return 2;
    if (l->paged >= PAGE_HABIT)
        return mb_begins_page(l->reader->text, heading->heading.line) || i == 0 || is_bare(l, i) ? 1 : 2;
    return 1;
}

void mb_level_sections(mb_reader *reader, const mb_list *headings, const mb_list *contents)
{
    leveller l = {.reader = reader, .headings = headings};
    for (uint32_t i = 0; i < contents->count; i++)
        *mb_list_add(reader->scratch, &l.contents, mb_slice) =
            mb_slug(reader->scratch, *(const mb_slice *)contents->items[i]);
    count_habits(&l);
    for (uint32_t i = 0; i < headings->count; i++)
        if (heading_at(&l, i)->level == 0)
            heading_at(&l, i)->level = level_of(&l, i);
}
