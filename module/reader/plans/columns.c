/* columns.c: puts the rows of a work plan together again from its columns.
 *
 *     3 Nov 2020 ─┐   Roads and         Ann Lee                 Director of Place
 *     3 Nov 2020  │   Parks Benches ─┐  Tel: 01632 960112
 *                 │   Panel          │
 *                 dates              makers, titles between     authors, then directors, or mixed with them
 *
 * Extraction prints the columns of a page one after the other, or mixes the lines of two. What stands in one column
 * comes in the order of the rows, so the first author belongs to the first title of the page. */
#include "reader/plans/columns.h"

#include <ctype.h>

#include "reader/plans/bodies.h"
#include "reader/plans/parts.h"
#include "text/inline.h"

/* A maker's name that begins with one word goes on within so many lines. */
#define NEXT_WORD_WITHIN 4
#define PAGE_NUMBER_SIZE 3
/* A council has fewer directors; a plan has many rows. */
#define DIRECTORS_SEEN 64

/* Something in a column: a date, a reference, an author or a director. */
typedef struct part {
    uint32_t line;
    mb_slice text;
    uint32_t dates; /* how many stood before it on the page */
} part;

typedef struct row {
    uint32_t line; /* of its title, or of its maker where it has none */
    const mb_plan_body *maker;
    mb_strings title;
    mb_slice heading;
    mb_forward_plan_entry *entry;
} row;

typedef struct columns {
    mb_reader *reader;
    mb_list bodies;
    mb_list directors_seen; /* of mb_plan_body: known directors, word by word */
    mb_slice heading;
    bool ended;

    /* Of one page. */
    mb_list rows;
    uint32_t titled;                               /* so many rows at its start have titles */
    mb_list dates, references, authors, directors; /* of part */

    /* The maker whose name is being read, and its next word. */
    row *open;
    uint32_t next_word;
} columns;

/* Lines that follow one another without a gap. */
typedef struct block {
    mb_line_range lines;
    bool has_phone, has_director;
    bool taken; /* a maker or a title stands in it */
} block;

static mb_slice line_at(const columns *c, uint32_t line)
{
    return mb_line_text(c->reader->text, line);
}

static part *add_part(columns *c, mb_list *list, uint32_t line, mb_slice text)
{
    part *added = mb_list_add(c->reader->scratch, list, part);
    *added = (part){line, text, c->dates.count};
    return added;
}

/* --- Makers and titles --- */

static void add_title(columns *c, row *to, uint32_t line, mb_slice text)
{
    if (to->title.count == 0)
        to->line = line;
    mb_strings_push(c->reader->scratch, &to->title, text);
}

static void open_row(columns *c, uint32_t line, const mb_plan_body *maker)
{
    row *opened = mb_list_add(c->reader->scratch, &c->rows, row);
    opened->line = line;
    opened->maker = maker;
    opened->heading = c->heading;
    c->open = opened;
    c->next_word = 0;
}

static bool goes_on_below(const columns *c, const mb_plan_body *body, uint32_t at, uint32_t line)
{
    size_t end;
    for (uint32_t below = line + 1; below <= line + NEXT_WORD_WITHIN && below < c->reader->text->count; below++)
        if (mb_line_is_text(c->reader->text, below) && mb_match_plan_body(body, at, line_at(c, below), &end))
            return true;
    return false;
}

/* The body whose name begins on the line, or NULL. */
static const mb_plan_body *maker_at(columns *c, uint32_t line)
{
    mb_slice text = line_at(c, line);
    const mb_plan_body *best = NULL;
    uint32_t most = 0;
    for (uint32_t i = 0; i < c->bodies.count; i++) {
        const mb_plan_body *body = c->bodies.items[i];
        size_t end;
        uint32_t matched = mb_match_plan_body(body, 0, text, &end);
        bool surely = matched == body->words.count || goes_on_below(c, body, matched, line);
        if (matched > most && (end == text.size || matched > 1) && surely) {
            best = body;
            most = matched;
        }
    }
    if (!best && mb_is_phrase(c->reader->dialect, mb_group_body, text))
        best = mb_add_plan_body(c->reader, text, &c->bodies);
    return best;
}

/* Reads the next words of the maker's name and gives what is behind them to the title; false where the line has none. */
static bool read_maker(columns *c, uint32_t line)
{
    mb_slice text = line_at(c, line);
    size_t end;
    uint32_t matched = mb_match_plan_body(c->open->maker, c->next_word, text, &end);
    mb_slice behind = mb_slice_trim(mb_slice_from(text, end));
    c->next_word += matched;
    if (behind.size)
        add_title(c, c->open, line, behind);
    return matched > 0;
}

static bool is_open(const columns *c)
{
    return c->open && c->next_word < c->open->maker->words.count;
}

static row *first_untitled(columns *c)
{
    for (; c->titled < c->rows.count; c->titled++) {
        row *candidate = c->rows.items[c->titled];
        if (candidate->title.count == 0)
            return candidate;
    }
    return NULL;
}

/* Reads a line of makers and titles; false where it is neither. */
static bool read_maker_or_title(columns *c, block *b, uint32_t line)
{
    if (is_open(c)) {
        read_maker(c, line);
        return true;
    }
    const mb_plan_body *maker = maker_at(c, line);
    if (maker) {
        open_row(c, line, maker);
        read_maker(c, line);
        return true;
    }
    if (!b->taken || !c->open || b->has_phone || b->has_director)
        return false;
    add_title(c, c->open, line, line_at(c, line));
    return true;
}

/* --- Dates, references, page numbers --- */

static bool is_page_number(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!isdigit((unsigned char)text.data[i]))
            return false;
    return text.size <= PAGE_NUMBER_SIZE;
}

/* "4 Mar 2025", also with a reference behind it, or the heading of a meeting: "4TH MARCH 2025". */
static bool read_date(columns *c, uint32_t line)
{
    mb_slice text = line_at(c, line);
    size_t end;
    if (!mb_begins_with_plan_date(text))
        return false;
    mb_slice iso = mb_plan_date(c->reader, text, &end);
    mb_slice behind = mb_slice_trim(mb_slice_from(text, end));
    if (mb_is_capitals(text)) {
        c->heading = iso;
        return true;
    }
    if (behind.size && !mb_is_plan_reference(behind))
        return false;
    add_part(c, &c->dates, line, iso);
    if (behind.size)
        add_part(c, &c->references, line, behind);
    return true;
}

static bool read_small(columns *c, uint32_t line)
{
    mb_slice text = line_at(c, line);
    if (is_page_number(text) || mb_plan_heads(c->reader, text) || read_date(c, line))
        return true;
    if (!mb_is_plan_reference(text))
        return false;
    add_part(c, &c->references, line, text);
    return true;
}

/* --- Authors and directors --- */

static bool begins_director(const columns *c, uint32_t line)
{
    return mb_starts_with(c->reader->dialect, mb_group_plan_director, line_at(c, line), NULL);
}

/* Whether the line goes on with the director begun in `text`: as one seen before did, else where the text breaks off. */
static bool goes_on_with_director(const columns *c, mb_slice text, mb_slice line)
{
    bool seen_before = false;
    for (uint32_t i = 0; i < c->directors_seen.count; i++) {
        const mb_plan_body *seen = c->directors_seen.items[i];
        size_t end;
        uint32_t matched = mb_match_plan_body(seen, 0, text, &end);
        if (end < text.size)
            continue;
        seen_before = true;
        if (mb_match_plan_body(seen, matched, line, &end) && end == line.size)
            return true;
    }
    return !seen_before && (mb_breaks_off(text) || mb_slice_ends(text, MB_TEXT("&")));
}

static void append(columns *c, part *to, mb_slice line, const char *between)
{
    to->text = mb_arena_printf(c->reader->arena, "%.*s%s%.*s", MB_ARG(to->text), between, MB_ARG(line));
}

static void add_to_author(columns *c, part **author, uint32_t line, mb_slice last)
{
    mb_slice text = line_at(c, line);
    bool name = mb_looks_like_name(text);
    if (!*author || (name && mb_has_phone(last))) {
        *author = add_part(c, &c->authors, line, text);
        return;
    }
    bool two_names = name && mb_looks_like_name(last) && !mb_slice_ends(last, MB_TEXT(","));
    append(c, *author, text, two_names ? ", " : " ");
}

/* Reads a block of authors, directors, or both with their lines mixed. */
static void read_people(columns *c, const block *b)
{
    part *author = NULL, *director = NULL;
    mb_slice last = MB_NOTHING;
    for (uint32_t line = b->lines.first; line < b->lines.end; line++) {
        mb_slice text = line_at(c, line);
        if (read_small(c, line))
            continue;
        bool goes_on = director && goes_on_with_director(c, director->text, text);
        bool writes = mb_has_phone(text) || (b->has_phone && mb_looks_like_name(text) && !goes_on) ||
                      (!director && !begins_director(c, line));
        if (writes) {
            add_to_author(c, &author, line, last);
            last = text;
        } else if (begins_director(c, line)) {
            director = add_part(c, &c->directors, line, text);
        } else {
            append(c, director, text, " ");
        }
    }
    if (director && !author && c->directors_seen.count < DIRECTORS_SEEN)
        mb_add_plan_body(c->reader, director->text, &c->directors_seen);
}

/* --- Blocks --- */

static block find_block(const columns *c, uint32_t line, uint32_t end)
{
    block b = {.lines = {line, line}};
    for (; b.lines.end < end && mb_line_is_text(c->reader->text, b.lines.end); b.lines.end++) {
        b.has_phone |= mb_has_phone(line_at(c, b.lines.end));
        b.has_director |= begins_director(c, b.lines.end);
    }
    return b;
}

static bool are_names(const columns *c, mb_line_range lines)
{
    for (uint32_t line = lines.first; line < lines.end; line++)
        if (!mb_looks_like_name(line_at(c, line)))
            return false;
    return true;
}

static void read_title(columns *c, row *to, mb_line_range lines)
{
    for (uint32_t line = lines.first; line < lines.end; line++)
        if (!read_small(c, line))
            add_title(c, to, line, line_at(c, line));
}

/* Where the first row's maker is none that the pack names: the lines behind a date that end in "Panel" or the like. */
static void learn_maker(columns *c, const block *b)
{
    if (c->rows.count || c->dates.count == 0 || b->has_phone || b->has_director)
        return;
    mb_line_range lines = b->lines;
    while (lines.first < lines.end && read_small(c, lines.first))
        lines.first++;
    mb_slice text = mb_join_lines(c->reader, lines);
    if (mb_ends_with_body(c->reader, text))
        mb_add_plan_body(c->reader, text, &c->bodies);
}

static void read_block(columns *c, block b)
{
    row *untitled = first_untitled(c);
    if (!is_open(c) && !untitled)
        learn_maker(c, &b);
    for (uint32_t line = b.lines.first; line < b.lines.end; line++) {
        if (mb_starts_with(c->reader->dialect, mb_group_plan_end, line_at(c, line), NULL)) {
            c->ended = true;
            return;
        }
        if (read_small(c, line))
            continue;
        if (read_maker_or_title(c, &b, line)) {
            b.taken = true;
            continue;
        }
        mb_line_range rest = {line, b.lines.end};
        if (b.has_phone || b.has_director || (!untitled && are_names(c, rest)))
            read_people(c, &(block){rest, b.has_phone, b.has_director, false});
        else if (untitled)
            read_title(c, untitled, rest);
        return;
    }
}

/* --- Pages --- */

static mb_slice join(columns *c, const mb_strings *pieces)
{
    mb_slice text = MB_NOTHING;
    mb_read_inline(c->reader->arena, (mb_pieces){pieces->items, pieces->count}, &text, NULL);
    return text;
}

/* A maker without a title decides on the row above it too. `titled` gets the rows that have one. */
static void make_entries(columns *c, mb_list *titled)
{
    mb_forward_plan_entry *entry = NULL;
    for (uint32_t i = 0; i < c->rows.count; i++) {
        row *made = c->rows.items[i];
        if (made->title.count) {
            entry = mb_list_add(c->reader->arena, &c->reader->pack->forward_plan, mb_forward_plan_entry);
            entry->place = mb_place_of(c->reader->text, made->line);
            entry->title = join(c, &made->title);
            entry->decision_maker = made->maker->name;
            entry->date = made->heading;
            mb_list_push(c->reader->scratch, titled, made);
        }
        made->entry = entry;
    }
}

/* A reference stands under the date of its row. */
static void give_references(const columns *c, const mb_list *rows)
{
    for (uint32_t i = 0; i < c->references.count; i++) {
        const part *reference = c->references.items[i];
        const row *to = reference->dates ? rows->items[reference->dates - 1] : NULL;
        if (to && to->entry)
            to->entry->ref = reference->text;
    }
}

/* Dates count only where each row, or each title, has one: else the headings say more. */
static void give_dates(const columns *c, const mb_list *titled)
{
    const mb_list *rows = c->dates.count == c->rows.count ? &c->rows : titled;
    if (c->dates.count != rows->count)
        return;
    for (uint32_t i = 0; i < rows->count; i++) {
        const row *to = rows->items[i];
        if (to->title.count)
            to->entry->date = ((const part *)c->dates.items[i])->text;
    }
    give_references(c, rows);
}

typedef void give_part(columns *c, const part *one, mb_forward_plan_entry *entry);

static void give_author(columns *c, const part *one, mb_forward_plan_entry *entry)
{
    if (entry->authors.count == 0)
        mb_read_authors(c->reader, one->text, mb_place_of(c->reader->text, one->line), &entry->authors);
}

static void give_director(columns *c, const part *one, mb_forward_plan_entry *entry)
{
    (void)c;
    if (!entry->director.data)
        entry->director = one->text;
}

/* To each row the part in its position where every row has one, else to the row that was begun before the part. */
static void give_parts(columns *c, const mb_list *parts, const mb_list *rows, give_part *give)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < parts->count && rows->count; i++) {
        const part *one = parts->items[i];
        while (at + 1 < rows->count && ((const row *)rows->items[at + 1])->line < one->line)
            at++;
        const row *to = rows->items[parts->count == rows->count ? i : at];
        give(c, one, to->entry);
    }
}

static void end_page(columns *c)
{
    mb_list titled = {0};
    make_entries(c, &titled);
    give_dates(c, &titled);
    give_parts(c, &c->authors, &titled, give_author);
    give_parts(c, &c->directors, &titled, give_director);
    c->rows = c->dates = c->references = c->authors = c->directors = (mb_list){0};
    c->titled = 0;
    c->open = NULL;
}

/* The head of the first column begins a page, where the one before it had rows. */
static bool begins_page(const columns *c, uint32_t line)
{
    unsigned heads = mb_plan_heads(c->reader, line_at(c, line));
    return c->rows.count && (heads & (MB_PLAN_BIT(MB_PLAN_REF) | MB_PLAN_BIT(MB_PLAN_DATE)));
}

void mb_read_plan_columns(mb_reader *reader, mb_line_range above, mb_line_range lines)
{
    columns c = {.reader = reader};
    mb_find_plan_bodies(reader, above, &c.bodies);
    uint32_t line = lines.first;
    while (!c.ended && (line = mb_next_text(reader->text, line, lines.end)) < lines.end) {
        if (begins_page(&c, line))
            end_page(&c);
        block b = find_block(&c, line, lines.end);
        read_block(&c, b);
        line = b.lines.end;
    }
    end_page(&c);
}
