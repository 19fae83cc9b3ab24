/* numbered_headings.c: tells the numbers of sections from those of paragraphs, lists and pages.
 *
 *     1 THE ISSUE ─► 2 RECOMMENDATION ─► 3 THE REPORT ─► …      counts up: the chain
 *                                        3.2 Highlights         its first part is the chain's, and it stands alone */
#include "reader/reports/numbered_headings.h"

#include <ctype.h>

#include "text/inline.h"
#include "text/marker.h"
#include "text/tables.h"
#include "text/value_tables.h"
#include "text/wraps.h"

/* Fewer headings that count up are as likely to be a list. */
#define CHAIN_LENGTH 3
/* The first number of a chain: an introduction may have lost its 1. */
#define CHAIN_START 2
/* A title with a number of two parts has no more words than that: a paragraph has. */
#define TITLE_WORDS 10
/* With a colon behind it, and no list, it is a title of at most so many. */
#define COLON_WORDS 5

/* A title right on its text is no longer, and fills no more of the page's width. */
#define TITLE_SIZE    60
#define TITLE_PERCENT 75
/* Shorter lines are cells or headings. */
#define RUNNING_SIZE 25
/* A paragraph's first line is longer. */
#define PARAGRAPH_SIZE 50

typedef struct finder {
    mb_reader *reader;
    mb_line_range lines;
    mb_list candidates; /* of mb_heading */
    bool capitals;
} finder;

/* "2.0 CONSTRAINTS" is the second section; a heading in bold has its marks before the number. */
static mb_item_number section_number(mb_slice text)
{
    size_t marks = 0;
    while (marks < text.size && strchr("*# ", text.data[marks]))
        marks++;
    mb_item_number number = mb_item_number_of(mb_slice_from(text, marks));
    if (number.count)
        number.end += marks;
    if (number.count == 2 && number.separator == '.' && number.parts[1] == 0 && number.parts[0])
        number.count = 1;
    return number;
}

/* The number that the line begins with, and where its title begins: behind it, or on the next line of text. */
static bool read_number(const mb_reader *reader, uint32_t line, uint32_t end, mb_heading *heading, mb_slice *title)
{
    mb_slice text = mb_line_text(reader->text, line);
    *heading = (mb_heading){.line = line, .title = line, .number = section_number(text)};
    if (heading->number.count == 0 || mb_is_table_row(reader->text, line))
        return false;
    *title = mb_slice_trim(mb_slice_from(text, heading->number.end));
    if (title->size == 0) {
        heading->title = mb_next_text(reader->text, line + 1, end);
        if (heading->title >= end || mb_is_table_row(reader->text, heading->title))
            return false;
        *title = mb_line_text(reader->text, heading->title);
    }
    return true;
}

/* Whether nothing but the title stands in its paragraph; one printed in capitals goes on over its wraps. */
static bool stands_alone(const mb_reader *reader, const mb_heading *heading, uint32_t end)
{
    uint32_t next = mb_next_text(reader->text, heading->title + 1, end);
    return next >= end || !mb_goes_on(reader->text, heading->title, next);
}

/* A title that leaves much of its line empty ends there, though the text begins on the next line. */
static bool stands_on_text(const mb_reader *reader, const mb_heading *heading, uint32_t end)
{
    const mb_text *text = reader->text;
    uint32_t next = mb_next_text(text, heading->title + 1, end);
    if (next >= end || mb_is_unwrapped(text, heading->title) || mb_starts_small(mb_line_text(text, next)))
        return false;
    mb_slice title = mb_line_text(text, heading->title);
    return title.size <= TITLE_SIZE && !mb_slice_ends(title, MB_TEXT(":")) &&
           text->lines[heading->title].width * 100 < mb_page_width(text, heading->title) * TITLE_PERCENT;
}

/* In text that has one paragraph a line, numbered lines without a gap are a list. */
static bool stands_in_list(const mb_reader *reader, uint32_t line, uint32_t end)
{
    const mb_text *text = reader->text;
    if (!mb_is_unwrapped(text, line))
        return false;
    bool after = line + 1 < end && mb_line_is_text(text, line + 1) && text->lines[line + 1].marked;
    bool before = line > 0 && mb_line_is_text(text, line - 1) && text->lines[line - 1].marked;
    return after || before;
}

static bool is_candidate(const finder *f, uint32_t line, mb_heading *heading)
{
    mb_slice title;
    if (!read_number(f->reader, line, f->lines.end, heading, &title) || heading->number.count != 1)
        return false;
    if (!mb_looks_like_heading(title))
        return false;
    if (mb_is_capitals(title))
        return true;
    return !f->capitals &&
           (stands_alone(f->reader, heading, f->lines.end) || stands_on_text(f->reader, heading, f->lines.end)) &&
           !stands_in_list(f->reader, line, f->lines.end);
}

/* "We have learnt three things:" leads into a list, however its items are set. */
static bool is_led_into(const mb_reader *reader, uint32_t above)
{
    return above != UINT32_MAX && mb_slice_ends(mb_line_text(reader->text, above), MB_TEXT(":"));
}

/* The items of such a list that stand one below the other, a line each. */
typedef struct led_list {
    uint32_t last; /* the line of the item read last, or UINT32_MAX */
    uint32_t number;
} led_list;

/* Whether the number on `line`, below the text on `above`, is the next of the list, or begins one. */
static bool is_led(const finder *f, led_list *list, uint32_t above, uint32_t line, uint32_t number)
{
    bool begins = number == 1 && mb_is_unwrapped(f->reader->text, line) && is_led_into(f->reader, above);
    bool goes_on = list->last != UINT32_MAX && above == list->last && number == list->number + 1;
    if (begins || goes_on)
        *list = (led_list){line, number};
    return begins || goes_on;
}

static void find_candidates(finder *f)
{
    mb_list found = {0};
    mb_heading heading;
    led_list list = {UINT32_MAX, 0};
    uint32_t above = UINT32_MAX;
    for (uint32_t line = mb_next_text(f->reader->text, f->lines.first, f->lines.end); line < f->lines.end;
         above = line, line = mb_next_text(f->reader->text, line + 1, f->lines.end))
        if (is_candidate(f, line, &heading) && !is_led(f, &list, above, line, heading.number.parts[0]))
            *mb_list_add(f->reader->scratch, &found, mb_heading) = heading;
    f->candidates = found;
}

/* The candidates that count up one by one; none where they are too few, or begin with a later number. */
static void find_chain(const finder *f, mb_list *chain)
{
    uint32_t count = f->candidates.count;
    if (count < CHAIN_LENGTH)
        return;
    mb_item_number *numbers = mb_new_array(f->reader->scratch, mb_item_number, count);
    uint32_t *chosen = mb_new_array(f->reader->scratch, uint32_t, count);
    for (uint32_t i = 0; i < count; i++)
        numbers[i] = ((const mb_heading *)f->candidates.items[i])->number;
    uint32_t length = mb_longest_count(f->reader->scratch, numbers, count, chosen);
    if (length < CHAIN_LENGTH || numbers[chosen[0]].parts[0] > CHAIN_START)
        return;
    for (uint32_t i = 0; i < length; i++)
        mb_list_push(f->reader->scratch, chain, f->candidates.items[chosen[i]]);
}

/* The marks that open a bold heading stand before its number. */
static mb_slice without_closing_marks(mb_slice title)
{
    while (title.size && mb_slice_end(title)[-1] == '*')
        title.size--;
    return mb_slice_trim(title);
}

static const mb_heading *add(finder *f, const mb_heading *found, uint32_t level, mb_list *headings)
{
    mb_section_heading *heading = mb_list_add(f->reader->scratch, headings, mb_section_heading);
    heading->heading = *found;
    heading->level = level;
    mb_read_title(f->reader, &heading->heading, found->title == found->line ? found->number.end : 0, f->lines.end);
    heading->heading.text = without_closing_marks(heading->heading.text);
    return &heading->heading;
}

static bool follows_list(const mb_reader *reader, uint32_t line, uint32_t end)
{
    uint32_t next = mb_next_text(reader->text, line + 1, end);
    if (next >= end)
        return false;
    mb_marker marker = mb_marker_of(mb_line_text(reader->text, next));
    bool numbered = mb_item_number_of(marker.rest).count > 1;
    return marker.form && marker.form != MB_MARKER_DECIMAL && !numbered;
}

/* Whether the next line of text begins a numbered paragraph as deep as this one, or a section. */
static bool lacks_body(const mb_reader *reader, const mb_heading *heading, uint32_t end)
{
    uint32_t next = mb_next_text(reader->text, heading->title + 1, end);
    if (next >= end)
        return true;
    mb_slice text = mb_line_text(reader->text, next);
    mb_item_number number = mb_item_number_of(text);
    if (number.count == 0 || number.count > heading->number.count)
        return false;
    return number.count > 1 || mb_is_capitals(mb_slice_from(text, number.end)) || number.end == text.size;
}

/* Whether a table of several columns begins on the line, of which each cell stands on a line of its own. */
static bool begins_table_of_cells(const mb_reader *reader, uint32_t line, uint32_t end)
{
    mb_block_reader trial = {.arena = reader->scratch, .scratch = reader->scratch, .text = reader->text};
    mb_block table = {.type = mb_block_type_table};
    mb_arena_mark before = mb_arena_here(reader->scratch);
    bool begins = mb_read_value_table(&trial, line, end, true, &table) > line && table.header.count > 2;
    mb_arena_back(reader->scratch, before);
    return begins;
}

/* A number and a word or two on lines of their own may be the cells of a table: a heading has text under it. */
static bool has_text_under(const mb_reader *reader, const mb_heading *heading, uint32_t end)
{
    if (heading->title == heading->line)
        return true;
    uint32_t next = mb_next_text(reader->text, heading->title + 1, end);
    return next < end &&
           (mb_line_text(reader->text, next).size >= RUNNING_SIZE || mb_is_table_row(reader->text, next) ||
            reader->text->lines[next].marked || begins_table_of_cells(reader, next, end));
}

/* Whether running text without a number stands under the title: one word is a title then, too. */
static bool has_paragraph_under(const mb_reader *reader, const mb_heading *heading, uint32_t end)
{
    uint32_t next = mb_next_text(reader->text, heading->title + 1, end);
    if (next >= end || mb_is_table_row(reader->text, next))
        return false;
    mb_slice text = mb_line_text(reader->text, next);
    return text.size >= PARAGRAPH_SIZE && mb_item_number_of(text).count == 0 && isupper((unsigned char)*text.data);
}

/* "3.2 What people value", rather than "3.2 The service costs £2m." or "3.2 None". */
static bool is_sub_heading(const mb_reader *reader, mb_slice title, const mb_heading *heading, uint32_t end)
{
    size_t words = mb_slice_words(title);
    bool colon = mb_slice_ends(title, MB_TEXT(":"));
    if (!mb_looks_like_heading(title) || words > (colon ? COLON_WORDS : TITLE_WORDS) ||
        (words < 2 && !has_paragraph_under(reader, heading, end)))
        return false;
    if (mb_starts_with(reader->dialect, mb_group_caption, title, NULL) ||
        mb_starts_with(reader->dialect, mb_group_recommendation_label, title, NULL))
        return false;
    if (!stands_alone(reader, heading, end) || !has_text_under(reader, heading, end))
        return false;
    return colon ? !follows_list(reader, heading->title, end) : !lacks_body(reader, heading, end);
}

/* Adds the sub-headings between two headings of the chain: first those that count up from 1, then decimal ones. */
static void add_below(finder *f, const mb_heading *above, uint32_t end, mb_list *headings)
{
    uint32_t expected = 1, before = above->line;
    bool recommendation = mb_kind_of_section(f->reader, above->text) == mb_section_kind_recommendation;
    for (uint32_t line = above->end; line < end; line++) {
        mb_heading heading;
        mb_slice title;
        if (!mb_line_is_text(f->reader->text, line))
            continue;
        bool led = is_led_into(f->reader, before);
        before = line;
        if (!read_number(f->reader, line, end, &heading, &title))
            continue;
        const mb_item_number *number = &heading.number;
        if (number->count > 1) {
            bool own = number->separator == '.' && number->parts[0] == above->number.parts[0];
            if (own && !recommendation && is_sub_heading(f->reader, title, &heading, end))
                add(f, &heading, number->count, headings);
        } else if (number->parts[0] == expected && is_candidate(f, line, &heading) &&
                   mb_is_unwrapped(f->reader->text, line) && (expected > 1 || !led)) {
            add(f, &heading, 2, headings);
            expected++;
        }
    }
}

void mb_find_section_numbers(mb_reader *reader, mb_line_range lines, mb_list *headings)
{
    finder f = {.reader = reader, .lines = lines, .capitals = true};
    mb_list chain = {0};
    find_candidates(&f);
    find_chain(&f, &chain);
    if (chain.count == 0) {
        f.capitals = false;
        find_candidates(&f);
        find_chain(&f, &chain);
    }
    for (uint32_t i = 0; i < chain.count; i++) {
        const mb_heading *above = add(&f, chain.items[i], 1, headings);
        bool last = i + 1 == chain.count;
        add_below(&f, above, last ? lines.end : ((const mb_heading *)chain.items[i + 1])->line, headings);
    }
}
