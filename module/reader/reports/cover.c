/* cover.c: title pages and contents pages.
 *
 *     Harbour Service             ┐ one title over several lines
 *     Annual Report 2024 – 2025   ┘
 *     Author: Ann Lee
 *     ───────────────────────── page
 *     Contents
 *     1. Welcome            3                                     */
#include "reader/reports/cover.h"

#include <ctype.h>

#include "reader/numbering.h"
#include "reader/people/bodies.h"
#include "reader/when.h"
#include "text/inline.h"
#include "text/marker.h"

/* A cover has few lines of text, none of them long. */
#define COVER_LINES 14
#define COVER_SIZE  130
/* A number that begins a line of a cover is a year, not that of a section. */
#define FIRST_YEAR 1900
/* Blank lines that set the parts of a cover apart: the organisation, the title. */
#define PART_GAP 2
/* Contents of more entries are no longer those of one paper. */
#define CONTENTS_ENTRIES 200
/* No paper has so many pages; from one entry to the next are no more than a few. */
#define CONTENTS_PAGES 1000
#define CONTENTS_STEP  20
/* The contents stand right behind the cover, or begin the paper. */
#define CONTENTS_WITHIN 4

typedef struct cover_reader {
    mb_reader *reader;
    mb_cover *cover;
    mb_strings part, title;
    bool named;     /* the title has a word for a paper: report, plan, … */
    bool in_author; /* the lines that follow are the author's */
} cover_reader;

static bool ends_page(const mb_reader *reader, uint32_t line)
{
    return reader->text->lines[line].starts_sheet ||
           (reader->text->lines[line].role == MB_LINE_FURNITURE && reader->text->pages[line]);
}

static bool is_contents_heading(mb_reader *reader, uint32_t line)
{
    return mb_is_phrase(reader->dialect, mb_group_contents_heading,
                        mb_plain_text(reader->scratch, mb_line_text(reader->text, line)));
}

static bool could_be_on_cover(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_item_number number = mb_item_number_of(text);
    bool numbered = number.count && number.parts[0] < FIRST_YEAR;
    return text.size <= COVER_SIZE && !memchr(text.data, '\t', text.size) && !islower((unsigned char)*text.data) &&
           mb_marker_of(text).form == MB_MARKER_NONE && !numbered;
}

/* The line behind the cover: a page's end, or the contents. `first` where these lines are no cover. */
static uint32_t find_cover_end(mb_reader *reader, mb_line_range lines)
{
    uint32_t seen = 0;
    for (uint32_t line = lines.first; line < lines.end; line++) {
        if (line > lines.first && ends_page(reader, line))
            return seen ? line : lines.first;
        if (!mb_line_is_text(reader->text, line))
            continue;
        if (is_contents_heading(reader, line))
            return seen ? line : lines.first;
        bool label = mb_starts_with(reader->dialect, mb_group_cover_label, mb_line_text(reader->text, line), NULL);
        if (++seen > COVER_LINES || (!label && !could_be_on_cover(reader, line)))
            return lines.first;
    }
    return lines.first;
}

/* The part with a word for a paper is the title; without such a part the first one is. */
static void end_part(cover_reader *c)
{
    mb_slice text = MB_TEXT("");
    if (c->part.count)
        mb_read_inline(c->reader->scratch, (mb_pieces){c->part.items, c->part.count}, &text, NULL);
    mb_hit hit;
    bool named = mb_contains(c->reader->dialect, mb_group_paper_word, text, &hit);
    if (c->part.count && (c->title.count == 0 || (named && !c->named))) {
        c->title = c->part;
        c->named = named;
    }
    c->part = (mb_strings){0};
}

/* The name stands on the first line, the office on the next. */
static void take_author(cover_reader *c, mb_slice text)
{
    mb_slice *author = &c->cover->author;
    const char *comma = mb_slice_ends(*author, MB_TEXT(",")) ? "" : ",";
    *author =
        author->size ? mb_arena_printf(c->reader->arena, "%.*s%s %.*s", MB_ARG(*author), comma, MB_ARG(text)) : text;
}

/* "September 2025", "30 September 2025", "Draft, September 2025": the cover's date ends the line. */
static bool take_date(cover_reader *c, mb_slice text)
{
    mb_arena *arena = c->reader->arena;
    mb_date_hit date;
    mb_month_hit month;
    if (mb_find_date(text, 0, &date) && date.end == text.size)
        c->cover->date = mb_iso_date(arena, &date);
    else if (mb_find_month(text, 0, &month) && month.year && month.end == text.size)
        c->cover->date = mb_arena_printf(arena, "%04d-%02d", month.year, month.month);
    else
        return false;
    return true;
}

/* The council's name and the date are parts of their own, however close they stand to the title. */
static void read_part_line(cover_reader *c, mb_slice text)
{
    mb_hit hit;
    bool named = mb_contains(c->reader->dialect, mb_group_paper_word, text, &hit);
    bool apart = !named && (take_date(c, text) || mb_names_council(c->reader, text));
    if (apart)
        end_part(c);
    mb_strings_push(c->reader->scratch, &c->part, text);
    if (apart)
        end_part(c);
}

static void read_cover_line(cover_reader *c, uint32_t line)
{
    mb_slice text = mb_line_text(c->reader->text, line);
    mb_hit hit;
    bool label = mb_starts_with(c->reader->dialect, mb_group_cover_label, text, &hit);
    if (label) {
        end_part(c);
        c->in_author = mb_slice_equal(hit.value, MB_TEXT("author"));
        text = mb_slice_trim(mb_slice_from(text, hit.end));
    }
    if (c->in_author && text.size)
        take_author(c, text);
    else if (!label)
        read_part_line(c, text);
}

static void read_cover(cover_reader *c, mb_line_range lines)
{
    uint32_t blanks = 0;
    for (uint32_t line = lines.first; line < lines.end; line++) {
        if (!mb_line_is_text(c->reader->text, line)) {
            blanks++;
            continue;
        }
        if (blanks >= PART_GAP)
            end_part(c);
        blanks = 0;
        read_cover_line(c, line);
    }
    end_part(c);
    if (c->title.count)
        mb_read_inline(c->reader->arena, (mb_pieces){c->title.items, c->title.count}, &c->cover->title, NULL);
}

static uint32_t number_at(mb_slice line, size_t from)
{
    uint32_t number = 0;
    for (; from < line.size && number < CONTENTS_PAGES; from++)
        number = number * 10 + (uint32_t)(line.data[from] - '0');
    return number;
}

/* "3. Our work ...... 7": an entry of the contents, without its number and its page. NOTHING for any other line. Where
 * the dots are lost the page may touch the title: then it is no lower than that of the entry before, `page`, and not
 * much higher. */
static mb_slice contents_entry(mb_slice line, uint32_t *page)
{
    size_t end = line.size;
    while (end > 0 && isdigit((unsigned char)line.data[end - 1]))
        end--;
    uint32_t number = number_at(line, end);
    bool glued = *page && *page <= number && number <= *page + CONTENTS_STEP;
    if (end == line.size || end == 0 || !(strchr(" \t.", line.data[end - 1]) || glued))
        return MB_NOTHING;
    *page = number;
    while (end > 0 && strchr(" \t.", line.data[end - 1]))
        end--;
    mb_slice entry = mb_slice_first(line, end);
    return mb_slice_trim(mb_slice_from(entry, mb_item_number_of(entry).end));
}

/* "4. What we did" over "16": extraction puts the pages into a column of their own. The line of the page, or `line` where
 * the next one is none. */
static uint32_t page_below(const mb_reader *reader, uint32_t line, uint32_t end, uint32_t page)
{
    uint32_t below = mb_next_text(reader->text, line + 1, end);
    uint32_t number = below < end ? mb_bare_number(mb_line_text(reader->text, below)) : 0;
    return number && page <= number && (page == 0 || number <= page + CONTENTS_STEP) ? below : line;
}

/* Behind the contents page; `first` where there is none. */
static uint32_t read_contents(mb_reader *reader, mb_line_range lines, mb_cover *cover)
{
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    for (uint32_t seen = 0; line < lines.end && seen < CONTENTS_WITHIN && !is_contents_heading(reader, line); seen++)
        line = mb_next_text(reader->text, line + 1, lines.end);
    if (line >= lines.end || !is_contents_heading(reader, line))
        return lines.first;
    uint32_t end = line + 1, page = 0;
    bool apart = false; /* pages stand below: what ends a title is none, "Our work in 2024", "Life after Covid-19" */
    for (line = mb_next_text(reader->text, end, lines.end); line < lines.end;
         line = mb_next_text(reader->text, line + 1, lines.end)) {
        mb_slice words = mb_line_text(reader->text, line), entry = MB_NOTHING;
        uint32_t below = apart ? page_below(reader, line, lines.end, page) : line;
        if (below == line)
            entry = contents_entry(words, &page);
        if (!apart && entry.size == 0)
            below = page_below(reader, line, lines.end, page);
        if (below > line) {
            entry = mb_slice_trim(mb_slice_from(words, mb_item_number_of(words).end));
            page = mb_bare_number(mb_line_text(reader->text, below));
            line = below;
            apart = true;
        }
        if (entry.size == 0 || cover->contents.count == CONTENTS_ENTRIES)
            break;
        *mb_list_add(reader->scratch, &cover->contents, mb_slice) = entry;
        end = line + 1;
    }
    return end;
}

mb_cover mb_read_cover(mb_reader *reader, mb_line_range lines)
{
    mb_cover cover = {.end = find_cover_end(reader, lines)};
    cover_reader c = {.reader = reader, .cover = &cover};
    if (cover.end > lines.first)
        read_cover(&c, (mb_line_range){lines.first, cover.end});
    cover.end = read_contents(reader, (mb_line_range){cover.end, lines.end}, &cover);
    return cover;
}
