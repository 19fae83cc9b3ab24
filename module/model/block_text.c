/* block_text.c: see block_text.h. */
#include "model/block_text.h"

#include "model/schema.h"

static void each_item_text(const mb_list *items, mb_take_text *take, void *context)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_list_item *item = items->items[i];
        take(context, item->text);
        each_item_text(&item->items, take, context);
    }
}

static void each_cell(const mb_strings *row, mb_take_text *take, void *context)
{
    for (uint32_t i = 0; i < row->count; i++)
        take(context, row->items[i]);
}

static void each_text_of_table(const mb_block *block, mb_take_text *take, void *context)
{
    take(context, block->caption);
    each_cell(&block->header, take, context);
    for (uint32_t i = 0; i < block->rows.count; i++)
        each_cell(block->rows.items[i], take, context);
}

static void each_text_of(const mb_block *block, mb_take_text *take, void *context)
{
    if (block->type == mb_block_type_list)
        each_item_text(&block->items, take, context);
    else if (block->type == mb_block_type_table)
        each_text_of_table(block, take, context);
    else
        take(context, block->text);
}

void mb_each_text(const mb_list *blocks, mb_take_text *take, void *context)
{
    for (uint32_t i = 0; i < blocks->count; i++)
        each_text_of(blocks->items[i], take, context);
}

void mb_push_item_texts(mb_arena *arena, const mb_list *items, mb_strings *texts)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_list_item *item = items->items[i];
        mb_strings_push(arena, texts, item->text);
        mb_push_item_texts(arena, &item->items, texts);
    }
}

void mb_push_texts(mb_arena *arena, const mb_block *block, mb_strings *texts)
{
    if (block->text.size)
        mb_strings_push(arena, texts, block->text);
    if (block->type == mb_block_type_list)
        mb_push_item_texts(arena, &block->items, texts);
}

/* Text that is measured first and then written. */
typedef struct joined {
    char *data;
    size_t size;
    mb_slice last;
} joined;

static void join(void *context, mb_slice text)
{
    joined *all = context;
    if (text.size == 0)
        return;
    if (all->data && all->size)
        all->data[all->size] = '\n';
    all->size += all->size > 0;
    if (all->data)
        memcpy(all->data + all->size, text.data, text.size);
    all->size += text.size;
    all->last = text;
}

mb_slice mb_blocks_text(mb_arena *arena, const mb_list *blocks, uint32_t first, uint32_t last)
{
    joined all = {0};
    for (uint32_t i = first; blocks && i <= last && i < blocks->count; i++)
        each_text_of(blocks->items[i], join, &all);
    if (all.size == all.last.size)
        return all.last; /* the only one, or nothing */
    all = (joined){.data = mb_new_array(arena, char, all.size + 1)};
    for (uint32_t i = first; i <= last && i < blocks->count; i++)
        each_text_of(blocks->items[i], join, &all);
    return (mb_slice){all.data, all.size};
}
