/* glossary.c: finds glossaries and reads their entries.
 *
 *     Term     Meaning                       under such heads: cells by tabs, or lines
 *     IRO      Independent Reviewing Officer
 *
 *     Local                                  a term of several lines stands in a block of its own
 *     Board
 *
 *     A body of officers and teachers …                                                          */
#include "reader/glossary/glossary.h"

#include <stdlib.h>

#include "reader/glossary/terms.h"
#include "reader/reports/contact.h"
#include "reader/reports/paper_tables.h"
#include "text/inline.h"
#include "text/marker.h"
#include "text/tables.h"
#include "text/wraps.h"

/* A line of a term's column is no longer; a meaning's column is broader. */
#define TERM_LINE    28
#define MEANING_LINE 40
/* A run of lines with dashes is a glossary where so many terms are abbreviations that their meanings explain, and one
 * in so many; under a glossary's heading two entries are enough. */
#define EXPLAINED_AT_LEAST 3
#define EXPLAINED_ONE_IN   4
#define UNDER_HEADING      2
/* So many columns further in, and a line belongs to something else. */
#define OTHER_INDENT 4
/* Lines within such a run that have no dash. */
#define STRAY_LINES 2

typedef struct finder {
    mb_reader *reader;
    uint32_t end;
} finder;

typedef struct definition {
    uint32_t line;
    mb_slice term;
    mb_strings meaning;
} definition;

static mb_slice line_at(const finder *f, uint32_t line)
{
    return mb_line_text(f->reader->text, line);
}

static uint32_t next_line(const finder *f, uint32_t line)
{
    return mb_next_text(f->reader->text, line + 1, f->end);
}

static void define(const finder *f, uint32_t line, mb_slice term, mb_slice meaning)
{
    if (term.size == 0 || meaning.size == 0)
        return;
    mb_glossary_entry *entry = mb_list_add(f->reader->arena, &f->reader->pack->glossary, mb_glossary_entry);
    entry->place = mb_place_of(f->reader->text, line);
    entry->term = term;
    entry->meaning = meaning;
}

static mb_slice joined(const finder *f, const mb_strings *pieces)
{
    mb_slice text = MB_NOTHING;
    if (pieces->count)
        mb_read_inline(f->reader->arena, (mb_pieces){pieces->items, pieces->count}, &text, NULL);
    return text;
}

bool mb_is_split_glossary_head(const mb_reader *reader, uint32_t line, uint32_t end)
{
    uint32_t next = line < end ? mb_next_text(reader->text, line + 1, end) : end;
    mb_hit hit;
    return next < end &&
           mb_starts_with(reader->dialect, mb_group_glossary_term, mb_line_text(reader->text, line), &hit) &&
           hit.end == mb_line_text(reader->text, line).size &&
           mb_is_phrase(reader->dialect, mb_group_glossary_meaning, mb_line_text(reader->text, next));
}

bool mb_is_glossary_head(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    return mb_starts_with(reader->dialect, mb_group_glossary_term, text, &hit) &&
           mb_is_phrase(reader->dialect, mb_group_glossary_meaning, mb_slice_trim(mb_slice_from(text, hit.end)));
}

static bool is_head(const finder *f, uint32_t line)
{
    return mb_is_glossary_head(f->reader, line_at(f, line));
}

/* --- Tables --- */

static uint32_t read_table(const finder *f, uint32_t line)
{
    mb_list rows = {0};
    uint32_t behind = mb_read_rows(f->reader->arena, f->reader->scratch, f->reader->text, line, f->end, &rows);
    for (uint32_t r = 1; r < rows.count; r++) {
        const mb_row *row = rows.items[r];
        if (row->cells.count >= 2)
            define(f, row->line, row->cells.items[0], row->cells.items[1]);
    }
    return behind;
}

/* Where the terms' column is narrow, extraction leaves one space between the names of the columns: they are on a line of
 * their own above the rows. */
static bool stands_above_rows(const finder *f, uint32_t line)
{
    uint32_t next = next_line(f, line);
    return next < f->end && mb_is_table_row(f->reader->text, next) && !mb_is_table_row(f->reader->text, line);
}

/* --- Blocks under a head --- */

static bool is_set_otherwise(const finder *f, uint32_t line, uint32_t other)
{
    const mb_line *one = &f->reader->text->lines[line], *two = &f->reader->text->lines[other];
    return abs(one->indent - two->indent) >= OTHER_INDENT || one->kind != two->kind;
}

/* The end of the lines that follow `line` without a gap. */
static uint32_t block_end(const finder *f, uint32_t line)
{
    uint32_t end = line;
    while (end < f->end && mb_line_is_text(f->reader->text, end) && !is_head(f, end) && !is_set_otherwise(f, end, line))
        end++;
    return end;
}

/* Whether the block is nothing but a term, whose meaning is the next block. */
static bool is_term_alone(const finder *f, mb_line_range block, uint32_t next)
{
    mb_slice first = line_at(f, block.first), abbreviation = mb_leading_abbreviation(first);
    for (uint32_t line = block.first; line < block.end; line++)
        if (line_at(f, line).size > TERM_LINE || mb_slice_ends(line_at(f, line), MB_TEXT(".")))
            return false;
    bool explained = abbreviation.size && mb_explains(mb_slice_from(first, abbreviation.size), abbreviation);
    return !explained && next < f->end && line_at(f, next).size > MEANING_LINE;
}

static void add_lines(const finder *f, mb_line_range lines, mb_strings *pieces)
{
    for (uint32_t line = lines.first; line < lines.end; line++)
        mb_strings_push(f->reader->scratch, pieces, line_at(f, line));
}

/* Within a block without gaps an entry begins with an abbreviation and its explanation, behind a line that wasn't
 * broken by the page's edge. */
static bool begins_entry(const finder *f, uint32_t line)
{
    mb_slice text = line_at(f, line), abbreviation = mb_leading_abbreviation(text);
    return abbreviation.size && mb_explains(mb_slice_from(text, mb_term_size(text)), abbreviation) &&
           !mb_is_full(f->reader->text, line - 1, line);
}

static void define_line_by_line(const finder *f, mb_line_range block)
{
    for (uint32_t line = block.first, end; line < block.end; line = end) {
        mb_slice text = line_at(f, line);
        size_t term = mb_term_size(text);
        mb_strings meaning = {0};
        mb_slice rest = mb_slice_trim(mb_slice_from(text, term));
        if (rest.size)
            mb_strings_push(f->reader->scratch, &meaning, rest);
        end = line + 1;
        while (end < block.end && !begins_entry(f, end))
            end++;
        add_lines(f, (mb_line_range){line + 1, end}, &meaning);
        define(f, line, mb_slice_first(text, term), joined(f, &meaning));
    }
}

/* A glossary goes on over a page's end where its head is repeated, or the page begins with an abbreviation. */
static bool ends_glossary(const finder *f, uint32_t head, uint32_t line, bool behind_head)
{
    bool new_page = f->reader->text->lines[line].starts_sheet && !behind_head;
    if (is_head(f, line))
        return mb_is_table_row(f->reader->text, line);
    return mb_is_table_row(f->reader->text, line) || is_set_otherwise(f, line, head) ||
           mb_marker_of(line_at(f, line)).form || (new_page && !mb_leading_abbreviation(line_at(f, line)).size);
}

/* Reads the blocks under the head on `line`; returns the line behind them. `heads` gets the lines that repeat it. */
static uint32_t read_blocks(const finder *f, uint32_t line, mb_list *heads)
{
    bool behind_head = true;
    uint32_t head = line;
    line = next_line(f, line);
    while (line < f->end && !ends_glossary(f, head, line, behind_head)) {
        behind_head = is_head(f, line);
        if (behind_head) {
            *mb_list_add(f->reader->scratch, heads, uint32_t) = line;
            line = next_line(f, line);
            continue;
        }
        mb_line_range block = {line, block_end(f, line)};
        uint32_t next = mb_next_text(f->reader->text, block.end, f->end);
        if (is_term_alone(f, block, next)) {
            mb_strings term = {0}, meaning = {0};
            mb_line_range below = {next, block_end(f, next)};
            add_lines(f, block, &term);
            add_lines(f, below, &meaning);
            define(f, line, joined(f, &term), joined(f, &meaning));
            next = mb_next_text(f->reader->text, below.end, f->end);
        } else if (mb_term_size(line_at(f, line))) {
            define_line_by_line(f, block);
        } else {
            return line;
        }
        line = next;
    }
    return line;
}

static mb_block *make_table(const finder *f, uint32_t line, const mb_strings *header, uint32_t first)
{
    mb_block *table = mb_new(f->reader->arena, mb_block);
    table->type = mb_block_type_table;
    table->place = mb_place_of(f->reader->text, line);
    table->header = *header;
    for (uint32_t i = first; i < f->reader->pack->glossary.count; i++) {
        const mb_glossary_entry *entry = f->reader->pack->glossary.items[i];
        mb_strings *row = mb_list_add(f->reader->arena, &table->rows, mb_strings);
        mb_strings_push(f->reader->arena, row, entry->term);
        mb_strings_push(f->reader->arena, row, entry->meaning);
    }
    return table;
}

/* The columns' names in the head on `line`. */
static mb_strings names_of_columns(const finder *f, uint32_t line)
{
    mb_hit hit;
    mb_strings names = {0};
    mb_slice text = line_at(f, line);
    if (!mb_starts_with(f->reader->dialect, mb_group_glossary_term, text, &hit))
        return names;
    mb_strings_push(f->reader->arena, &names, mb_slice_first(text, hit.end));
    mb_strings_push(f->reader->arena, &names, mb_slice_trim(mb_slice_from(text, hit.end)));
    return names;
}

static uint32_t read_rows_below(const finder *f, uint32_t line)
{
    mb_list rows = {0}, heads = {0};
    uint32_t first = f->reader->pack->glossary.count;
    uint32_t behind =
        mb_read_rows(f->reader->arena, f->reader->scratch, f->reader->text, next_line(f, line), f->end, &rows);
    for (uint32_t r = 0; r < rows.count; r++) {
        const mb_row *row = rows.items[r];
        if (row->cells.count >= 2)
            define(f, row->line, row->cells.items[0], row->cells.items[1]);
    }
    mb_strings header = names_of_columns(f, line);
    mb_put_table(f->reader, (mb_line_range){line, behind}, make_table(f, line, &header, first), &heads);
    return behind;
}

/* The blocks under a head are entries, and a table of them. */
static uint32_t read_blocks_as_table(const finder *f, uint32_t line)
{
    mb_list heads = {0};
    mb_strings header = names_of_columns(f, line);
    uint32_t first = f->reader->pack->glossary.count, behind = read_blocks(f, line, &heads);
    if (f->reader->pack->glossary.count < first + UNDER_HEADING || header.count == 0)
        return behind;
    mb_put_table(f->reader, (mb_line_range){line, behind}, make_table(f, line, &header, first), &heads);
    return behind;
}

/* --- Blocks one below the other, the head's too --- */

/* The end of the block's lines on its page. */
static uint32_t cell_end(const finder *f, uint32_t line)
{
    uint32_t end = line + 1;
    while (end < f->end && mb_line_is_text(f->reader->text, end) && !f->reader->text->lines[end].starts_sheet)
        end++;
    return end;
}

/* Whether the block can be a term: short lines, and no other part of the paper begins with it. */
static bool could_be_term(const finder *f, mb_line_range block)
{
    for (uint32_t line = block.first; line < block.end; line++)
        if (line_at(f, line).size > TERM_LINE || mb_is_finished(line_at(f, line)))
            return false;
    return block.first < f->end && !mb_marker_of(line_at(f, block.first)).form &&
           !mb_is_foot_start(f->reader, block.first);
}

/* Reads terms and meanings that stand one below the other as blocks, and so do the columns' names on `line`; returns the
 * line behind them. The meanings are all sentences, or none is. */
static uint32_t read_cells(const finder *f, uint32_t line)
{
    mb_list heads = {0};
    mb_strings header = {0};
    uint32_t first = f->reader->pack->glossary.count, at = line, behind = line;
    bool sentences = false;
    while (at < f->end && !mb_is_table_row(f->reader->text, at)) {
        uint32_t next = mb_next_text(f->reader->text, cell_end(f, at), f->end);
        if (mb_is_split_glossary_head(f->reader, at, f->end)) {
            next = next_line(f, at);
            for (uint32_t i = 0; i < 2; i++) {
                uint32_t name = i ? next : at;
                if (at == line)
                    mb_strings_push(f->reader->arena, &header, line_at(f, name));
                else
                    *mb_list_add(f->reader->scratch, &heads, uint32_t) = name;
            }
            at = next_line(f, next);
            continue;
        }
        mb_line_range term = {at, cell_end(f, at)}, meaning = {next, next < f->end ? cell_end(f, next) : f->end};
        if (!could_be_term(f, term) || next == f->end)
            break;
        mb_slice text = mb_join_lines(f->reader, meaning);
        bool sentence = mb_is_finished(text);
        if (at > line && f->reader->pack->glossary.count > first && sentence != sentences)
            break;
        sentences = sentence;
        define(f, at, mb_join_lines(f->reader, term), text);
        behind = meaning.end;
        at = mb_next_text(f->reader->text, behind, f->end);
    }
    if (behind > line)
        mb_put_table(f->reader, (mb_line_range){line, behind}, make_table(f, line, &header, first), &heads);
    return behind;
}

/* --- Lines with a dash --- */

static mb_slice without_bullet(mb_slice line)
{
    mb_marker marker = mb_marker_of(line);
    return marker.form == MB_MARKER_BULLET ? marker.rest : line;
}

/* Collects the entries of the run that begins on `line`; returns the line behind it. */
static uint32_t collect_run(const finder *f, uint32_t line, bool under_heading, mb_list *run)
{
    uint32_t strays = 0, behind = line, last = line;
    for (; line < f->end && strays <= STRAY_LINES; line = next_line(f, line)) {
        mb_slice text = without_bullet(line_at(f, line)), term, meaning;
        definition *previous = mb_list_last(run);
        if (mb_split_term(text, under_heading, &term, &meaning) &&
            !mb_starts_with(f->reader->dialect, mb_group_appendix, term, NULL)) {
            definition *found = mb_list_add(f->reader->scratch, run, definition);
            found->line = line;
            found->term = term;
            mb_strings_push(f->reader->scratch, &found->meaning, meaning);
        } else if (previous && strays == 0 && mb_goes_on(f->reader->text, last, line)) {
            mb_strings_push(f->reader->scratch, &previous->meaning, text);
        } else {
            strays++;
            continue;
        }
        strays = 0;
        last = line;
        behind = line + 1;
    }
    return behind;
}

static bool is_glossary(const mb_list *run, bool under_heading)
{
    uint32_t explained = 0;
    for (uint32_t i = 0; i < run->count; i++) {
        const definition *one = run->items[i];
        mb_slice abbreviation = mb_leading_abbreviation(one->term);
        explained += abbreviation.size && mb_explains(one->meaning.items[0], abbreviation);
    }
    return (under_heading && run->count >= UNDER_HEADING) ||
           (explained >= EXPLAINED_AT_LEAST && explained * EXPLAINED_ONE_IN >= run->count);
}

/* Reads the run of lines with dashes that begins on `line`; returns the line behind it, `line` where there is none. */
static uint32_t read_run(const finder *f, uint32_t line, bool under_heading)
{
    mb_list run = {0};
    mb_slice term, meaning;
    if (!mb_split_term(without_bullet(line_at(f, line)), under_heading, &term, &meaning))
        return line;
    uint32_t behind = collect_run(f, line, under_heading, &run);
    if (is_glossary(&run, under_heading))
        for (uint32_t i = 0; i < run.count; i++) {
            const definition *one = run.items[i];
            define(f, one->line, mb_plain_text(f->reader->arena, one->term), joined(f, &one->meaning));
        }
    return behind;
}

/* A heading, with or without its number. */
static bool is_heading(const finder *f, uint32_t line)
{
    mb_slice text = line_at(f, line);
    while (text.size && strchr("0123456789.# *", *text.data))
        text = mb_slice_from(text, 1);
    return mb_is_phrase(f->reader->dialect, mb_group_glossary_heading, text);
}

void mb_read_glossary(mb_reader *reader, mb_line_range lines)
{
    finder f = {reader, lines.end};
    bool under_heading = false;
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    while (line < lines.end) {
        uint32_t behind = line;
        if (is_head(&f, line) && stands_above_rows(&f, line))
            behind = read_rows_below(&f, line);
        else if (is_head(&f, line))
            behind = mb_is_table_row(reader->text, line) ? read_table(&f, line) : read_blocks_as_table(&f, line);
        else if (mb_is_split_glossary_head(reader, line, lines.end) && !mb_is_table_row(reader->text, line))
            behind = read_cells(&f, line);
        else
            behind = read_run(&f, line, under_heading);
        under_heading = behind == line && is_heading(&f, line);
        line = mb_next_text(reader->text, behind > line ? behind : line + 1, lines.end);
    }
}

/* --- Terms defined twice --- */

static int by_term(const void *a, const void *b)
{
    const mb_glossary_entry *left = *(mb_glossary_entry *const *)a, *right = *(mb_glossary_entry *const *)b;
    int order = mb_slice_compare(left->term, right->term);
    return order ? order : (left->place.line > right->place.line) - (left->place.line < right->place.line);
}

void mb_drop_repeated_terms(mb_reader *reader)
{
    mb_list *glossary = &reader->pack->glossary;
    mb_arena_mark before = mb_arena_here(reader->scratch);
    mb_glossary_entry **sorted = mb_new_array(reader->scratch, mb_glossary_entry *, glossary->count + 1);
    for (uint32_t i = 0; i < glossary->count; i++)
        sorted[i] = glossary->items[i];
    qsort(sorted, glossary->count, sizeof *sorted, by_term);
    bool *repeated = mb_new_array(reader->scratch, bool, reader->text->count + 1); /* by line */
    for (uint32_t i = 1; i < glossary->count; i++)
        if (mb_slice_equal(sorted[i]->term, sorted[i - 1]->term))
            repeated[sorted[i]->place.line] = true;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < glossary->count; i++) {
        mb_glossary_entry *entry = glossary->items[i];
        if (!repeated[entry->place.line])
            glossary->items[kept++] = entry;
    }
    glossary->count = kept;
    mb_arena_back(reader->scratch, before);
}
