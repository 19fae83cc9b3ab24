/* cells.c: rows of a work plan out of its cells.
 *
 *     4 Mar 2025          The column of a cell shows in its words: a date or a reference, a body, a name or a telephone
 *     HV 2417             number, a director's office; what is none of these is a title. A row begins where the columns
 *                         begin again. Headings over the whole width, and dates that stand beside them, extraction
 *     Roads Panel         may print below all rows of the page, and so the cells beside them.
 *
 *     Lamps on Mill Lane                                                                                          */
#include "reader/plans/cells.h"

#include <ctype.h>

#include "reader/plans/bodies.h"
#include "reader/plans/parts.h"
#include "reader/reports/paper_tables.h"
#include "text/inline.h"

/* A head's cell, a date's and a director's are no longer; more rows has no plan. */
#define CELL_LINES 8
#define MOST_ROWS  2000

typedef enum cell_kind {
    CELL_HEADING, /* "4TH MARCH 2025", "FUTURE ITEMS" */
    CELL_WHEN,
    CELL_MAKER,
    CELL_TITLE,
    CELL_AUTHOR,
    CELL_OTHER,
    CELL_DIRECTOR,
    CELL_KINDS
} cell_kind;

static const unsigned roles_of[CELL_KINDS] = {[CELL_WHEN] = MB_PLAN_BIT(MB_PLAN_REF) | MB_PLAN_BIT(MB_PLAN_DATE),
                                              [CELL_MAKER] = MB_PLAN_BIT(MB_PLAN_MAKER),
                                              [CELL_TITLE] = MB_PLAN_BIT(MB_PLAN_TITLE),
                                              [CELL_AUTHOR] = MB_PLAN_BIT(MB_PLAN_AUTHOR),
                                              [CELL_OTHER] = MB_PLAN_BIT(MB_PLAN_OTHER),
                                              [CELL_DIRECTOR] = MB_PLAN_BIT(MB_PLAN_DIRECTOR)};

typedef struct row {
    mb_slice cells[CELL_KINDS]; /* that of CELL_HEADING: where it is a heading, and nothing else */
    uint32_t line, sheet;
    cell_kind last;
} row;

typedef struct plan {
    mb_reader *reader;
    mb_list bodies;
    mb_strings heads; /* as printed, */
    cell_kind kinds[CELL_KINDS];
    mb_list repeated; /* the lines of heads on further pages */
    mb_list rows;     /* of row */
    mb_list lost;     /* of row: dates and makers without a title */
    uint32_t behind;
} plan;

static mb_slice line_at(const plan *p, uint32_t line)
{
    return mb_line_text(p->reader->text, line);
}

static uint32_t block_end(const plan *p, uint32_t line, uint32_t end)
{
    uint32_t behind = line + 1;
    while (behind < end && mb_line_is_text(p->reader->text, behind) && !p->reader->text->lines[behind].starts_sheet)
        behind++;
    return behind;
}

/* --- Heads --- */

static cell_kind kind_of_head(unsigned roles)
{
    for (unsigned kind = CELL_WHEN; kind < CELL_KINDS; kind++)
        if (roles & roles_of[kind])
            return kind;
    return CELL_HEADING;
}

static unsigned head_roles(const plan *p, mb_line_range block)
{
    unsigned roles = 0;
    for (uint32_t line = block.first; line < block.end; line++) {
        unsigned more = mb_plan_heads(p->reader, line_at(p, line));
        if (!more)
            return 0;
        roles |= more;
    }
    return roles;
}

static bool has_column(const plan *p, cell_kind kind)
{
    for (uint32_t i = 0; i < p->heads.count; i++)
        if (p->kinds[i] == kind)
            return true;
    return false;
}

/* Reads the heads from `line` on, each a block; returns the line behind them. Those of another page only repeat them. */
static uint32_t read_heads(plan *p, uint32_t line, uint32_t end, bool first)
{
    while (line < end) {
        mb_line_range block = {line, block_end(p, line, end)};
        cell_kind kind = kind_of_head(head_roles(p, block));
        if (kind == CELL_HEADING || (first && has_column(p, kind)))
            return line;
        if (first) {
            p->kinds[p->heads.count] = kind;
            mb_strings_push(p->reader->arena, &p->heads, mb_join_lines(p->reader, block));
        }
        for (; !first && line < block.end; line++)
            *mb_list_add(p->reader->scratch, &p->repeated, uint32_t) = line;
        line = mb_next_text(p->reader->text, block.end, end);
    }
    return line;
}

/* --- Cells --- */

static bool is_heading(mb_slice text)
{
    mb_date_hit date;
    return mb_is_capitals(text) && mb_slice_words(text) > 1 &&
           (mb_find_date(text, 0, &date) || !mb_is_plan_reference(text));
}

static bool is_when(const plan *p, mb_slice text)
{
    size_t end;
    if (mb_is_plan_reference(text))
        return true;
    if (!mb_begins_with_plan_date(text))
        return false;
    mb_plan_date(p->reader, text, &end);
    mb_slice behind = mb_slice_trim(mb_slice_from(text, end));
    return behind.size == 0 || mb_is_plan_reference(behind);
}

static bool is_maker(const plan *p, mb_slice text)
{
    for (uint32_t i = 0; i < p->bodies.count; i++)
        if (mb_slice_equal_nocase(((const mb_plan_body *)p->bodies.items[i])->name, text))
            return true;
    bool subject = mb_slice_find(text, MB_TEXT(":"), 0) != SIZE_MAX;
    return !subject && (mb_is_phrase(p->reader->dialect, mb_group_body, text) || mb_ends_with_body(p->reader, text));
}

static bool are_when(const plan *p, mb_line_range block)
{
    for (uint32_t line = block.first; line < block.end; line++)
        if (!is_when(p, line_at(p, line)))
            return false;
    return true;
}

/* A name, a telephone number, or a part of one: "Tel: 01632" over "960112". */
static bool is_of_author(const plan *p, mb_slice text)
{
    bool digits = true;
    for (size_t i = 0; i < text.size; i++)
        digits &= isdigit((unsigned char)text.data[i]) || text.data[i] == ' ';
    return digits || mb_has_phone(text) || mb_looks_like_name(text) ||
           mb_starts_with(p->reader->dialect, mb_group_phone_label, text, NULL);
}

static bool are_of_author(const plan *p, mb_line_range block)
{
    for (uint32_t line = block.first; line < block.end; line++)
        if (!is_of_author(p, line_at(p, line)))
            return false;
    return true;
}

static row *open_row(const plan *p)
{
    row *last = mb_list_last(&p->rows);
    return last && last->last != CELL_HEADING ? last : NULL;
}

/* The column of the block, behind what its row has; CELL_KINDS where it can be of none. */
static cell_kind kind_of(const plan *p, mb_line_range block)
{
    const row *open = open_row(p);
    mb_slice text = mb_join_lines(p->reader, block);
    bool titled = open && open->cells[CELL_TITLE].size;
    if (is_when(p, text) || are_when(p, block))
        return CELL_WHEN;
    if (mb_starts_with(p->reader->dialect, mb_group_plan_director, text, NULL))
        return titled && !mb_has_phone(text) ? CELL_DIRECTOR : CELL_KINDS;
    if (mb_has_phone(text))
        return titled && open->last <= CELL_AUTHOR && are_of_author(p, block) ? CELL_AUTHOR : CELL_KINDS;
    if (has_column(p, CELL_MAKER) && is_maker(p, text) && !(open && open->last == CELL_MAKER))
        return CELL_MAKER;
    if (titled && open->last == CELL_TITLE && has_column(p, CELL_AUTHOR) && mb_looks_like_name(text))
        return CELL_AUTHOR;
    if (titled && open->last == CELL_AUTHOR && has_column(p, CELL_OTHER) && has_column(p, CELL_WHEN))
        return CELL_OTHER; /* a row begins with its date */
    return CELL_TITLE;
}

static row *add_row(plan *p, mb_list *rows, uint32_t line)
{
    row *added = mb_list_add(p->reader->scratch, rows, row);
    added->line = line;
    added->sheet = mb_sheet_of(p->reader->text, line);
    return added;
}

/* Puts the block into its row, or into a new one; false where it is no cell. */
static bool add_cell(plan *p, mb_line_range block)
{
    cell_kind kind = kind_of(p, block);
    if (kind == CELL_KINDS || !has_column(p, kind) || p->rows.count == MOST_ROWS)
        return false;
    row *to = open_row(p);
    if (!to || to->last >= kind)
        to = add_row(p, &p->rows, block.first);
    to->cells[kind] = mb_join_lines(p->reader, block);
    to->last = kind;
    return true;
}

/* Reads a block: the headings in it, and the cell between them. */
static bool read_block(plan *p, mb_line_range block)
{
    uint32_t from = block.first;
    for (uint32_t line = block.first; line <= block.end; line++) {
        bool heading = line < block.end && is_heading(line_at(p, line));
        if (line < block.end && !heading)
            continue;
        if (from < line && !add_cell(p, (mb_line_range){from, line}))
            return false;
        if (heading) {
            row *added = add_row(p, &p->rows, line);
            added->cells[CELL_HEADING] = line_at(p, line);
        }
        from = line + 1;
    }
    return true;
}

static bool ends_plan(const plan *p, mb_line_range block)
{
    return mb_starts_with(p->reader->dialect, mb_group_plan_end, line_at(p, block.first), NULL);
}

/* Whether no row begins from the line on: what stands there is said of the plan, "Questions about it: Ann Lee …". */
static bool is_behind_rows(const plan *p, uint32_t line, uint32_t end)
{
    for (line = mb_next_text(p->reader->text, line, end); line < end;
         line = mb_next_text(p->reader->text, line + 1, end))
        if (is_when(p, line_at(p, line)) || is_heading(line_at(p, line)))
            return false;
    return p->rows.count > 0;
}

static bool read_rows(plan *p, uint32_t line, uint32_t end)
{
    while (line < end) {
        mb_line_range block = {line, block_end(p, line, end)};
        if (ends_plan(p, block))
            return true;
        if (head_roles(p, block)) {
            line = read_heads(p, line, end, false);
            continue;
        }
        if (block.end - block.first > CELL_LINES || !read_block(p, block))
            return is_behind_rows(p, block.first, end);
        p->behind = block.end;
        line = mb_next_text(p->reader->text, block.end, end);
    }
    return true;
}

/* --- Cells and headings that were printed below their rows --- */

/* A date, a decision maker or both. */
static bool lacks_title(const row *one)
{
    return one->last == CELL_WHEN || one->last == CELL_MAKER;
}

/* Gives such cells to the first row of their page that has none of them; false where there is none. */
static bool give_cells(plan *p, const row *lost)
{
    for (uint32_t i = 0; i < p->rows.count; i++) {
        row *to = p->rows.items[i];
        if (to->sheet != lost->sheet || to->last <= CELL_MAKER ||
            (lost->cells[CELL_WHEN].size && to->cells[CELL_WHEN].size) ||
            (lost->cells[CELL_MAKER].size && to->cells[CELL_MAKER].size))
            continue;
        for (cell_kind kind = CELL_WHEN; kind <= CELL_MAKER; kind++)
            if (lost->cells[kind].size)
                to->cells[kind] = lost->cells[kind];
        to->line = to->line < lost->line ? to->line : lost->line;
        return true;
    }
    return false;
}

static bool give_lost_cells(plan *p)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < p->rows.count; i++) {
        row *one = p->rows.items[i];
        if (lacks_title(one))
            mb_list_push(p->reader->scratch, &p->lost, one);
        else
            p->rows.items[kept++] = one;
    }
    p->rows.count = kept;
    for (uint32_t i = 0; i < p->lost.count; i++)
        if (!give_cells(p, p->lost.items[i]))
            return false;
    return true;
}

/* Where the heading belongs: above the first row of its date, else above the first without one behind `from`. */
static uint32_t place_of_heading(const plan *p, const row *heading, uint32_t from)
{
    mb_slice wanted = mb_plan_date(p->reader, heading->cells[CELL_HEADING], NULL);
    for (uint32_t i = 0; i < p->rows.count; i++) {
        const row *one = p->rows.items[i];
        if (one->last == CELL_HEADING)
            continue;
        mb_slice date = mb_plan_date(p->reader, one->cells[CELL_WHEN], NULL);
        if (wanted.size ? mb_slice_equal(date, wanted) : date.size == 0)
            return i;
    }
    return from;
}

static void place_headings(plan *p)
{
    for (uint32_t i = 0; i < p->rows.count; i++) {
        row *heading = p->rows.items[i];
        if (heading->last != CELL_HEADING)
            continue;
        uint32_t to = place_of_heading(p, heading, i);
        if (to >= i)
            continue;
        memmove(p->rows.items + to + 1, p->rows.items + to, (i - to) * sizeof *p->rows.items);
        p->rows.items[to] = heading;
    }
}

/* --- What is made of the rows --- */

static mb_slice said(mb_slice cell)
{
    return cell.size ? cell : MB_NOTHING;
}

static void add_entry(const plan *p, const row *from, mb_slice heading)
{
    mb_reader *reader = p->reader;
    mb_forward_plan_entry *entry = mb_list_add(reader->arena, &reader->pack->forward_plan, mb_forward_plan_entry);
    mb_slice when = from->cells[CELL_WHEN];
    size_t end;
    mb_slice date = mb_plan_date(reader, when, &end);
    entry->place = mb_place_of(reader->text, from->line);
    entry->title = from->cells[CELL_TITLE];
    entry->decision_maker = said(from->cells[CELL_MAKER]);
    entry->director = said(from->cells[CELL_DIRECTOR]);
    entry->date = date.data ? date : heading;
    entry->ref = mb_plan_reference(reader, mb_slice_from(when, end));
    mb_read_authors(reader, from->cells[CELL_AUTHOR], entry->place, &entry->authors);
}

static void add_entries(const plan *p)
{
    mb_slice heading = MB_NOTHING;
    for (uint32_t i = 0; i < p->rows.count; i++) {
        const row *one = p->rows.items[i];
        if (one->last == CELL_HEADING)
            heading = mb_plan_date(p->reader, one->cells[CELL_HEADING], NULL);
        else if (one->cells[CELL_TITLE].size)
            add_entry(p, one, heading);
    }
}

static void make_table(const plan *p, mb_line_range lines)
{
    mb_block *table = mb_new(p->reader->arena, mb_block);
    table->type = mb_block_type_table;
    table->place = mb_place_of(p->reader->text, lines.first);
    table->header = p->heads;
    for (uint32_t i = 0; i < p->rows.count; i++) {
        const row *one = p->rows.items[i];
        mb_strings *cells = mb_list_add(p->reader->arena, &table->rows, mb_strings);
        for (uint32_t c = 0; c < p->heads.count; c++) {
            mb_slice cell =
                one->last == CELL_HEADING ? (c ? MB_NOTHING : one->cells[CELL_HEADING]) : one->cells[p->kinds[c]];
            mb_strings_push(p->reader->arena, cells, cell.data ? cell : MB_TEXT(""));
        }
    }
    mb_put_table(p->reader, lines, table, &p->repeated);
}

static bool has_titles(const plan *p)
{
    uint32_t titles = 0, rows = 0;
    for (uint32_t i = 0; i < p->rows.count; i++) {
        const row *one = p->rows.items[i];
        rows += one->last != CELL_HEADING;
        titles += one->cells[CELL_TITLE].size > 0;
    }
    return rows > 0 && titles == rows;
}

bool mb_read_plan_cells(mb_reader *reader, mb_line_range above, mb_line_range lines)
{
    plan p = {.reader = reader, .behind = lines.first};
    mb_find_plan_bodies(reader, above, &p.bodies);
    uint32_t line = read_heads(&p, lines.first, lines.end, true);
    if (!has_column(&p, CELL_TITLE) || !read_rows(&p, line, lines.end) || !give_lost_cells(&p) || !has_titles(&p))
        return false;
    place_headings(&p);
    add_entries(&p);
    make_table(&p, (mb_line_range){lines.first, p.behind});
    return true;
}
