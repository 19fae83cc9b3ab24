/* paper_tables.c: a table takes the place of blocks, where it holds all that stood there. */
#include "reader/reports/paper_tables.h"

#include <ctype.h>

/* The letters and signs of a text, white space aside. */
static size_t signs_of(mb_slice text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += !isspace((unsigned char)text.data[i]);
    return count;
}

static size_t signs_of_strings(const mb_strings *strings)
{
    size_t count = 0;
    for (uint32_t i = 0; i < strings->count; i++)
        count += signs_of(strings->items[i]);
    return count;
}

static size_t signs_of_items(const mb_list *items)
{
    size_t count = 0;
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_list_item *item = items->items[i];
        count += signs_of(item->marker) + signs_of(item->text) + signs_of_items(&item->items);
    }
    return count;
}

static size_t signs_of_block(const mb_block *block)
{
    size_t count = signs_of(block->text); /* a table's caption, too */
    if (block->type == mb_block_type_paragraph)
        return count + signs_of(block->number);
    if (block->type == mb_block_type_list)
        return signs_of_items(&block->items);
    if (block->type != mb_block_type_table)
        return count;
    count += signs_of_strings(&block->header);
    for (uint32_t r = 0; r < block->rows.count; r++)
        count += signs_of_strings(block->rows.items[r]);
    return count;
}

/* Blocks `first` up to but without `end` of a section, or of what stands before the sections. */
typedef struct block_run {
    mb_list *blocks;
    uint32_t first, end;
    size_t signs;
} block_run;

static bool find_in(mb_list *blocks, mb_line_range lines, block_run *run)
{
    *run = (block_run){.blocks = blocks, .first = UINT32_MAX};
    for (uint32_t i = 0; i < blocks->count; i++) {
        const mb_block *block = blocks->items[i];
        if (block->place.line <= lines.first || block->place.line > lines.end)
            continue;
        run->first = run->first == UINT32_MAX ? i : run->first;
        run->end = i + 1;
        run->signs += signs_of_block(block);
    }
    return run->first != UINT32_MAX;
}

/* The papers are in order, and the lines are those of the one that was read last. */
static bool find_run(const mb_reader *reader, mb_line_range lines, block_run *run)
{
    mb_report *report = mb_list_last(&reader->pack->reports);
    if (!report)
        return false;
    for (uint32_t i = 0; i < report->sections.count; i++)
        if (find_in(&((mb_section *)report->sections.items[i])->blocks, lines, run))
            return true;
    return find_in(&report->front_matter, lines, run);
}

static size_t signs_of_lines(const mb_reader *reader, const mb_list *lines)
{
    size_t count = 0;
    for (uint32_t i = 0; i < lines->count; i++)
        count += signs_of(mb_line_text(reader->text, *(const uint32_t *)lines->items[i]));
    return count;
}

void mb_put_table(mb_reader *reader, mb_line_range lines, mb_block *table, const mb_list *heads)
{
    block_run run;
    if (!find_run(reader, lines, &run) || signs_of_block(table) + signs_of_lines(reader, heads) != run.signs)
        return;
    mb_list *blocks = run.blocks;
    blocks->items[run.first] = table;
    memmove(blocks->items + run.first + 1, blocks->items + run.end, (blocks->count - run.end) * sizeof *blocks->items);
    blocks->count -= run.end - run.first - 1;
    for (uint32_t i = 0; i < heads->count; i++)
        reader->text->lines[*(const uint32_t *)heads->items[i]].role = MB_LINE_FURNITURE;
}
