/* glossary_table.c: entries become the rows of a table, where they hold all that stood there. */
#include "reader/glossary_table.h"

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

/* Blocks `first` up to but without `end` of a section. */
typedef struct block_run {
    mb_section *section;
    uint32_t first, end;
    size_t signs;
} block_run;

static bool find_in_section(mb_section *section, mb_line_range lines, block_run *run)
{
    *run = (block_run){.section = section, .first = UINT32_MAX};
    for (uint32_t i = 0; i < section->blocks.count; i++) {
        const mb_block *block = section->blocks.items[i];
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
    const mb_report *report = mb_list_last(&reader->pack->reports);
    for (uint32_t i = 0; report && i < report->sections.count; i++)
        if (find_in_section(report->sections.items[i], lines, run))
            return true;
    return false;
}

static size_t signs_of_entries(const mb_reader *reader, uint32_t first)
{
    size_t count = 0;
    for (uint32_t i = first; i < reader->pack->glossary.count; i++) {
        const mb_glossary_entry *entry = reader->pack->glossary.items[i];
        count += signs_of(entry->term) + signs_of(entry->meaning);
    }
    return count;
}

static mb_block *make_table(const mb_reader *reader, mb_line_range lines, const mb_strings *header, uint32_t first)
{
    mb_block *table = mb_new(reader->arena, mb_block);
    table->type = mb_block_type_table;
    table->place = mb_place_of(reader->text, lines.first);
    table->header = *header;
    for (uint32_t i = first; i < reader->pack->glossary.count; i++) {
        const mb_glossary_entry *entry = reader->pack->glossary.items[i];
        mb_strings *row = mb_list_add(reader->arena, &table->rows, mb_strings);
        mb_strings_push(reader->arena, row, entry->term);
        mb_strings_push(reader->arena, row, entry->meaning);
    }
    return table;
}

void mb_make_glossary_table(mb_reader *reader, mb_line_range lines, const mb_strings *header, const mb_list *heads,
                            uint32_t first)
{
    block_run run;
    if (!find_run(reader, lines, &run))
        return;
    size_t told = signs_of_strings(header) * (1 + heads->count) + signs_of_entries(reader, first);
    if (told != run.signs)
        return;
    mb_list *blocks = &run.section->blocks;
    blocks->items[run.first] = make_table(reader, lines, header, first);
    memmove(blocks->items + run.first + 1, blocks->items + run.end, (blocks->count - run.end) * sizeof *blocks->items);
    blocks->count -= run.end - run.first - 1;
    for (uint32_t i = 0; i < heads->count; i++)
        reader->text->lines[*(const uint32_t *)heads->items[i]].role = MB_LINE_FURNITURE;
}
