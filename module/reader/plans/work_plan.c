/* work_plan.c: finds work plans by the heads of their columns, and reads those that are tables.
 *
 *     Ref Date     Decision Maker/s  Title             Report Author Contact       Director Lead
 *     9TH SEPTEMBER 2025
 *     9 Sep 2025   Roads Panel       Buses: a review   Ann Lee Tel: 01632 960112   Director of Place
 *     WH 2409                                                                                            */
#include "reader/plans/work_plan.h"

#include <ctype.h>

#include "reader/plans/cells.h"
#include "reader/plans/columns.h"
#include "reader/plans/labels.h"
#include "reader/plans/lists.h"
#include "reader/plans/parts.h"
#include "reader/reports/paper_tables.h"
#include "text/inline.h"
#include "text/tables.h"

/* A head names so many columns, the title among them. */
#define HEADS_AT_LEAST 3
/* Heads that were printed one after the other stand within so many lines of text. */
#define HEAD_LINES 14

/* A row, perhaps of several printed ones; or a heading between rows, which has nothing but its first cell. */
typedef struct planned {
    mb_strings cells;
    uint32_t line;
    bool heading;
} planned;

typedef struct plan {
    mb_reader *reader;
    bool begun;                       /* its head was read */
    unsigned roles[MB_TABLE_COLUMNS]; /* of each column */
    mb_slice heading;                 /* the date of the meeting under whose heading the rows stand */
    mb_strings head;                  /* as printed */
    mb_list rows;                     /* of planned */
    mb_list repeated;                 /* the lines of heads on further pages */
    uint32_t first, behind;           /* its lines */
    uint32_t parts;                   /* tables and what stands between them */
} plan;

static bool is_head(unsigned roles)
{
    unsigned count = 0;
    for (unsigned role = 0; role < MB_PLAN_OTHER; role++)
        count += roles >> role & 1;
    return count >= HEADS_AT_LEAST && roles & MB_PLAN_BIT(MB_PLAN_TITLE);
}

/* In the row of a table date and title are enough beside a column that has no field. */
static bool heads_table(unsigned roles)
{
    const unsigned least = MB_PLAN_BIT(MB_PLAN_TITLE) | MB_PLAN_BIT(MB_PLAN_DATE) | MB_PLAN_BIT(MB_PLAN_OTHER);
    return is_head(roles) || (roles & least) == least;
}

/* --- Tables --- */

/* Whether the row heads the columns of a plan; sets their roles. */
static bool read_head(plan *p, const mb_strings *cells)
{
    unsigned all = 0, roles[MB_TABLE_COLUMNS] = {0};
    for (uint32_t c = 0; c < cells->count && c < MB_TABLE_COLUMNS; c++) {
        roles[c] = mb_plan_heads(p->reader, cells->items[c]);
        if (cells->items[c].size && !roles[c])
            return false;
        all |= roles[c];
    }
    if (!heads_table(all))
        return false;
    memcpy(p->roles, roles, sizeof roles);
    return true;
}

static mb_slice cell_at(const mb_strings *cells, uint32_t column)
{
    return column < cells->count ? cells->items[column] : MB_NOTHING;
}

/* Puts each cell behind the one above it. */
static void join_cells(plan *p, mb_strings *cells, const mb_strings *more)
{
    for (uint32_t c = 0; c < more->count; c++) {
        if (c == cells->count)
            mb_strings_push(p->reader->arena, cells, MB_TEXT(""));
        mb_slice *cell = &cells->items[c], behind = more->items[c];
        if (behind.size)
            *cell = cell->size ? mb_arena_printf(p->reader->arena, "%.*s %.*s", MB_ARG(*cell), MB_ARG(behind)) : behind;
    }
}

/* Whether the row goes on with the head above it: "Ref" over "Date", "Report Author" over "Contact". */
static bool read_more_of_head(plan *p, const mb_strings *cells)
{
    unsigned more[MB_TABLE_COLUMNS] = {0}, all = 0;
    for (uint32_t c = 0; c < cells->count && c < MB_TABLE_COLUMNS; c++) {
        more[c] = mb_plan_heads(p->reader, cells->items[c]);
        if (cells->items[c].size && !more[c])
            return false;
        all |= more[c];
    }
    if (all && p->rows.count == 0)
        join_cells(p, &p->head, cells);
    for (uint32_t c = 0; c < cells->count && c < MB_TABLE_COLUMNS; c++)
        p->roles[c] |= more[c];
    return all != 0;
}

static mb_slice cell_for(const plan *p, const mb_strings *cells, mb_plan_role role)
{
    for (uint32_t c = 0; c < cells->count && c < MB_TABLE_COLUMNS; c++)
        if (p->roles[c] & MB_PLAN_BIT(role))
            return cells->items[c];
    return MB_NOTHING;
}

static mb_slice said(mb_slice cell)
{
    return cell.size ? cell : MB_NOTHING;
}

static planned *add_row(plan *p, const mb_strings *cells, uint32_t line)
{
    planned *added = mb_list_add(p->reader->scratch, &p->rows, planned);
    *added = (planned){.line = line};
    join_cells(p, &added->cells, cells);
    return added;
}

/* The row that was read last, or NULL where it is a heading. */
static planned *open_row(const plan *p)
{
    planned *last = mb_list_last(&p->rows);
    return last && !last->heading ? last : NULL;
}

static uint32_t filled_cells(const mb_strings *cells)
{
    uint32_t filled = 0;
    for (uint32_t c = 0; c < cells->count; c++)
        filled += cells->items[c].size > 0;
    return filled;
}

/* Whether a telephone number breaks off in the text, of whose digits the next line has more. */
static bool breaks_phone_off(mb_slice text)
{
    return text.size && isdigit((unsigned char)text.data[text.size - 1]) && !mb_has_phone(text);
}

static bool is_rest_of_phone(const plan *p, mb_slice text)
{
    const planned *last = open_row(p);
    mb_slice author = last ? cell_for(p, &last->cells, MB_PLAN_AUTHOR) : MB_NOTHING;
    return breaks_phone_off(author) &&
           mb_has_phone(mb_arena_printf(p->reader->scratch, "%.*s %.*s", MB_ARG(author), MB_ARG(text)));
}

/* The lines of cells that are longer than the title: a reference below the date, the end of a telephone number. */
static bool goes_on(const plan *p, const mb_strings *cells)
{
    mb_slice when = cell_at(cells, 0), author = cell_for(p, cells, MB_PLAN_AUTHOR);
    if (!open_row(p) || cell_for(p, cells, MB_PLAN_TITLE).size || cell_for(p, cells, MB_PLAN_MAKER).size)
        return false;
    return when.size ? mb_is_plan_reference(when) : author.size && is_rest_of_phone(p, author);
}

/* A row with one cell is a heading. */
static void read_row(plan *p, const mb_row *row)
{
    if (goes_on(p, &row->cells))
        join_cells(p, &open_row(p)->cells, &row->cells);
    else
        add_row(p, &row->cells, row->line)->heading = filled_cells(&row->cells) <= 1;
}

/* Reads the table that begins on `line`, its head or what a heading parted from it; returns the line behind it. */
static uint32_t read_table(plan *p, uint32_t line, uint32_t end)
{
    mb_list rows = {0};
    uint32_t behind = mb_read_rows(p->reader->arena, p->reader->scratch, p->reader->text, line, end, &rows);
    for (uint32_t r = 0; r < rows.count; r++) {
        const mb_row *row = rows.items[r];
        bool head = read_head(p, &row->cells);
        if (head && !p->begun) {
            p->first = row->line;
            p->head = (mb_strings){0};
            join_cells(p, &p->head, &row->cells);
            p->begun = true;
        } else if (p->begun && (head || read_more_of_head(p, &row->cells))) {
            if (p->rows.count)
                *mb_list_add(p->reader->scratch, &p->repeated, uint32_t) = row->line;
        } else if (p->begun) {
            read_row(p, row);
        }
    }
    p->behind = behind;
    p->parts++;
    return behind;
}

/* --- What is made of the rows --- */

static void add_entry(const plan *p, const planned *row, mb_slice heading)
{
    mb_reader *reader = p->reader;
    mb_forward_plan_entry *entry = mb_list_add(reader->arena, &reader->pack->forward_plan, mb_forward_plan_entry);
    entry->place = mb_place_of(reader->text, row->line);
    entry->title = cell_for(p, &row->cells, MB_PLAN_TITLE);
    entry->decision_maker = said(cell_for(p, &row->cells, MB_PLAN_MAKER));
    entry->director = said(cell_for(p, &row->cells, MB_PLAN_DIRECTOR));
    mb_read_authors(reader, cell_for(p, &row->cells, MB_PLAN_AUTHOR), entry->place, &entry->authors);

    mb_slice when = cell_for(p, &row->cells, MB_PLAN_DATE), ref = cell_for(p, &row->cells, MB_PLAN_REF);
    size_t end;
    entry->date = mb_plan_date(reader, when, &end);
    entry->date = entry->date.data ? entry->date : heading;
    entry->ref = said(ref);
    if (ref.data == when.data)
        entry->ref = mb_plan_reference(reader, mb_slice_from(when, end));
}

/* A plan of several parts becomes one table, with its headings as rows. */
static void make_table(plan *p)
{
    mb_arena *arena = p->reader->arena;
    mb_block *table = mb_new(arena, mb_block);
    table->type = mb_block_type_table;
    table->place = mb_place_of(p->reader->text, p->first);
    table->header = p->head;
    for (uint32_t i = 0; i < p->rows.count; i++) {
        mb_strings *cells = mb_list_add(arena, &table->rows, mb_strings);
        *cells = ((const planned *)p->rows.items[i])->cells;
        while (cells->count < p->head.count)
            mb_strings_push(arena, cells, MB_TEXT(""));
    }
    mb_put_table(p->reader, (mb_line_range){p->first, p->behind}, table, &p->repeated);
}

/* Ends the plan whose rows were read. A day that is printed once holds for the rows below it. */
static void end_plan(plan *p)
{
    mb_slice heading = MB_NOTHING, day = MB_NOTHING;
    for (uint32_t i = 0; i < p->rows.count; i++) {
        const planned *row = p->rows.items[i];
        mb_slice when = cell_for(p, &row->cells, MB_PLAN_DATE);
        if (row->heading || when.size)
            day = row->heading ? MB_NOTHING : mb_plan_date(p->reader, when, NULL);
        if (row->heading)
            heading = mb_plan_date(p->reader, cell_at(&row->cells, 0), NULL);
        else if (cell_for(p, &row->cells, MB_PLAN_TITLE).size)
            add_entry(p, row, heading.data ? heading : day);
    }
    if (p->parts > 1)
        make_table(p);
    *p = (plan){.reader = p->reader};
}

/* Between two parts of a plan's table stand headings, or what had no room in a cell on the page before; a sentence ends
 * the plan. */
static void read_between(plan *p, uint32_t line)
{
    mb_slice text = mb_line_text(p->reader->text, line);
    if (!p->begun)
        return;
    if (mb_is_capitals(text) && !is_rest_of_phone(p, text)) {
        mb_strings cells = {0};
        mb_strings_push(p->reader->arena, &cells, text);
        add_row(p, &cells, line)->heading = true;
    } else if (is_rest_of_phone(p, text)) {
        mb_slice author = cell_for(p, &open_row(p)->cells, MB_PLAN_AUTHOR);
        for (uint32_t c = 0; c < open_row(p)->cells.count; c++)
            if (open_row(p)->cells.items[c].data == author.data)
                open_row(p)->cells.items[c] =
                    mb_arena_printf(p->reader->arena, "%.*s %.*s", MB_ARG(author), MB_ARG(text));
    } else {
        end_plan(p);
        return;
    }
    p->behind = line + 1;
    p->parts++;
}

/* --- Columns one after the other --- */

bool mb_begins_work_plan(const mb_reader *reader, uint32_t line, uint32_t end)
{
    unsigned roles = 0;
    uint32_t at = line;
    for (uint32_t seen = 0; at < end && seen < HEAD_LINES; seen++) {
        unsigned more = mb_plan_heads(reader, mb_line_text(reader->text, at));
        if (!more)
            break;
        roles |= more;
        at = mb_next_text(reader->text, at + 1, end);
    }
    return is_head(roles);
}

void mb_read_work_plan(mb_reader *reader, mb_line_range lines)
{
    plan p = {.reader = reader};
    uint32_t entries = reader->pack->forward_plan.count;
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    while (line < lines.end) {
        unsigned heads = mb_plan_heads(reader, mb_line_text(reader->text, line));
        bool table = (p.begun || heads_table(heads)) && mb_is_table_row(reader->text, line);
        if (table) {
            line = read_table(&p, line, lines.end);
        } else if (heads && mb_begins_work_plan(reader, line, lines.end)) {
            mb_line_range above = {lines.first, line}, below = {line, lines.end};
            end_plan(&p);
            if (!mb_read_plan_cells(reader, above, below))
                mb_read_plan_columns(reader, above, below);
            return;
        } else {
            read_between(&p, line++);
        }
        line = mb_next_text(reader->text, line, lines.end);
    }
    end_plan(&p);
    if (reader->pack->forward_plan.count == entries)
        mb_read_plan_lists(reader, lines);
    if (reader->pack->forward_plan.count == entries)
        mb_read_plan_labels(reader, lines);
}
