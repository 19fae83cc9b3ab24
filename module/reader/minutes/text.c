/* text.c: goes through blocks, and through the items of lists within them. */
#include "reader/minutes/text.h"

#include <ctype.h>

typedef struct collection {
    mb_reader *reader;
    mb_list *texts;
    uint32_t block;
} collection;

static void add(collection *c, mb_slice text, mb_place place)
{
    if (text.size == 0)
        return;
    mb_minute_text *added = mb_list_add(c->reader->scratch, c->texts, mb_minute_text);
    *added = (mb_minute_text){text, place, c->block};
}

static void add_items(collection *c, const mb_list *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_list_item *item = items->items[i];
        add(c, item->text, item->place);
        add_items(c, &item->items);
    }
}

static bool is_count(mb_slice cell)
{
    for (size_t i = 0; i < cell.size; i++)
        if (!isdigit((unsigned char)cell.data[i]))
            return false;
    return cell.size > 0;
}

/* A row's first cell is its label; a number in its last one is a count. */
static void add_row(collection *c, const mb_strings *cells, mb_place place)
{
    mb_slice text = MB_NOTHING;
    for (uint32_t i = 0; i < cells->count; i++) {
        mb_slice cell = cells->items[i];
        if (cell.size == 0)
            continue;
        if (!text.data)
            text = cell;
        else if (i > 1 && i + 1 == cells->count && is_count(cell))
            text = mb_arena_printf(c->reader->arena, "%.*s (%.*s)", MB_ARG(text), MB_ARG(cell));
        else
            text = mb_arena_printf(c->reader->arena, "%.*s%s %.*s", MB_ARG(text), i == 1 ? ":" : ",", MB_ARG(cell));
    }
    add(c, text, place);
}

static void add_table(collection *c, const mb_block *table)
{
    add_row(c, &table->header, table->place);
    for (uint32_t i = 0; i < table->rows.count; i++)
        add_row(c, table->rows.items[i], table->place);
}

void mb_collect_minute_texts(mb_reader *reader, const mb_minute_item *item, mb_list *texts)
{
    collection c = {reader, texts, 0};
    for (; c.block < item->blocks.count; c.block++) {
        const mb_block *block = item->blocks.items[c.block];
        if (block->type == mb_block_type_paragraph)
            add(&c, block->text, block->place);
        else if (block->type == mb_block_type_list)
            add_items(&c, &block->items);
        else if (block->type == mb_block_type_table)
            add_table(&c, block);
    }
}
