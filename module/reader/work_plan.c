/* work_plan.c: finds work plans by the heads of their columns, and reads those that are tables.
 *
 *     Ref Date     Decision Maker/s  Title             Report Author Contact       Director Lead
 *     9TH SEPTEMBER 2025
 *     9 Sep 2025   Roads Panel       Buses: a review   Ann Lee Tel: 01632 960112   Director of Place   */
#include "reader/work_plan.h"

#include "reader/plan_cells.h"
#include "reader/plan_columns.h"
#include "reader/plan_parts.h"
#include "text/inline.h"
#include "text/tables.h"

/* A head names so many columns, the title among them. */
#define HEADS_AT_LEAST 3
/* Heads that were printed one after the other stand within so many lines of text. */
#define HEAD_LINES 14

typedef struct plan {
    mb_reader *reader;
    bool begun;                       /* its head was read */
    unsigned roles[MB_TABLE_COLUMNS]; /* of each column */
    mb_slice heading;                 /* the date of the meeting under whose heading the rows stand */
} plan;

static bool is_head(unsigned roles)
{
    unsigned count = 0;
    for (unsigned role = 0; role < MB_PLAN_ROLES; role++)
        count += roles >> role & 1;
    return count >= HEADS_AT_LEAST && roles & MB_PLAN_BIT(MB_PLAN_TITLE);
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
    if (!is_head(all))
        return false;
    memcpy(p->roles, roles, sizeof roles);
    return true;
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

/* "9TH SEPTEMBER 2025", "FUTURE ITEMS": the meeting to which the rows below belong, or none. */
static void take_heading(plan *p, mb_slice text)
{
    mb_date_hit date;
    p->heading = mb_find_date(text, 0, &date) ? mb_iso_date(p->reader->arena, &date) : MB_NOTHING;
}

/* A row with one cell is a heading. */
static bool read_heading(plan *p, const mb_strings *cells)
{
    mb_slice only = MB_NOTHING;
    for (uint32_t c = 0; c < cells->count; c++) {
        if (cells->items[c].size && only.size)
            return false;
        if (cells->items[c].size)
            only = cells->items[c];
    }
    take_heading(p, only);
    return true;
}

static void read_row(plan *p, const mb_row *row)
{
    mb_slice title = cell_for(p, &row->cells, MB_PLAN_TITLE);
    if (title.size == 0)
        return;
    mb_reader *reader = p->reader;
    mb_forward_plan_entry *entry = mb_list_add(reader->arena, &reader->pack->forward_plan, mb_forward_plan_entry);
    entry->place = mb_place_of(reader->text, row->line);
    entry->title = title;
    entry->decision_maker = said(cell_for(p, &row->cells, MB_PLAN_MAKER));
    entry->director = said(cell_for(p, &row->cells, MB_PLAN_DIRECTOR));
    mb_read_authors(reader, cell_for(p, &row->cells, MB_PLAN_AUTHOR), entry->place, &entry->authors);

    mb_slice when = cell_for(p, &row->cells, MB_PLAN_DATE), ref = cell_for(p, &row->cells, MB_PLAN_REF);
    mb_date_hit date;
    bool dated = mb_find_date(when, 0, &date);
    entry->date = dated ? mb_iso_date(reader->arena, &date) : p->heading;
    entry->ref = said(ref);
    if (ref.data == when.data)
        entry->ref = mb_plan_reference(reader, dated ? mb_slice_from(when, date.end) : when);
}

/* Reads the table that begins on `line`, its head or what a heading parted from it; returns the line behind it. */
static uint32_t read_table(plan *p, uint32_t line, uint32_t end)
{
    mb_list rows = {0};
    uint32_t behind = mb_read_rows(p->reader->arena, p->reader->scratch, p->reader->text, line, end, &rows);
    for (uint32_t r = 0; r < rows.count; r++) {
        const mb_row *row = rows.items[r];
        if (read_head(p, &row->cells))
            p->begun = true;
        else if (p->begun && !read_more_of_head(p, &row->cells) && !read_heading(p, &row->cells))
            read_row(p, row);
    }
    return behind;
}

/* Between two parts of a plan's table stand headings; a sentence ends the plan. */
static void read_between(plan *p, uint32_t line)
{
    mb_slice text = mb_line_text(p->reader->text, line);
    if (mb_is_capitals(text))
        take_heading(p, text);
    else
        p->begun = false;
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
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    while (line < lines.end) {
        unsigned heads = mb_plan_heads(reader, mb_line_text(reader->text, line));
        bool table = (p.begun || is_head(heads)) && mb_is_table_row(reader->text, line);
        if (table) {
            line = read_table(&p, line, lines.end);
        } else if (heads && mb_begins_work_plan(reader, line, lines.end)) {
            mb_line_range above = {lines.first, line}, below = {line, lines.end};
            if (!mb_read_plan_cells(reader, above, below))
                mb_read_plan_columns(reader, above, below);
            return;
        } else {
            read_between(&p, line++);
        }
        line = mb_next_text(reader->text, line, lines.end);
    }
}
