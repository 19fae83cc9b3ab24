/* torn_heads.c: gathers the cells of a head from the paragraphs above its table, and puts them in order. */
#include "text/torn_heads.h"

#include <ctype.h>

#include "text/inline.h"
#include "text/values.h"

/* A cell of a head has no longer line, and no more text. */
#define CELL_LINE 32
#define CELL_SIZE 60
/* So far above its table may a cell stand, and so many paragraphs of text may stand between. */
#define LINES_ABOVE 70
#define TEXTS_AMONG 1
/* Heads of fewer columns are told from other short lines by nothing. */
#define LEAST_COLUMNS 4
#define MOST_COLUMNS  12

typedef struct torn_head {
    mb_slice cells[MOST_COLUMNS]; /* from the last printed to the first */
    uint32_t count;
    mb_list blocks; /* that the cells were read as */
    mb_slice below; /* the lines of the next cell that were looked at */
    mb_block *caption;
    uint32_t texts; /* paragraphs among the cells */
    bool torn;      /* something stands among them */
} torn_head;

static bool is_paragraph(const mb_block *block)
{
    return block->type == mb_block_type_paragraph;
}

/* The line on which the block's text begins. */
static uint32_t text_line(const mb_text *text, const mb_block *block)
{
    uint32_t line = block->place.line - 1;
    if (block->number.data && mb_slice_equal(mb_line_text(text, line), block->number))
        line = mb_next_text(text, line + 1, text->count);
    return line;
}

/* Whether the block can be of a cell: short lines, and no sentence. */
static bool could_be_of_cell(const mb_text *text, const mb_block *block)
{
    mb_slice words = block->text;
    if (!is_paragraph(block) || words.size == 0 || words.size > CELL_SIZE || mb_is_finished(words))
        return false;
    uint32_t line = text_line(text, block);
    return line < text->count && text->lines[line].size <= CELL_LINE;
}

/* Whether the block's text goes on with that of the block above it, on the line below. */
static bool goes_on(const mb_text *text, const mb_block *above, const mb_block *block)
{
    uint32_t line = text_line(text, block);
    return above && !block->number.data && line > 0 && mb_line_is_text(text, line - 1) && could_be_of_cell(text, above);
}

/* Adds the block to the cell that is being read from its last line on. */
static bool take_cell(mb_arena *arena, const mb_text *text, const mb_block *above, mb_block *block, torn_head *head)
{
    head->below =
        head->below.size ? mb_arena_printf(arena, "%.*s %.*s", MB_ARG(block->text), MB_ARG(head->below)) : block->text;
    mb_list_push(arena, &head->blocks, block);
    if (goes_on(text, above, block))
        return true;
    mb_slice cell = head->below;
    if (islower((unsigned char)*cell.data) || isdigit((unsigned char)*cell.data) || cell.size > CELL_SIZE)
        return false;
    head->torn |= head->count > 0 && (head->texts > 0 || block->number.data);
    head->cells[head->count++] = cell;
    head->below = MB_NOTHING;
    return true;
}

/* Takes the block above those that were looked at; false where no cell can stand further up. */
static bool take(mb_arena *arena, const mb_text *text, const mb_block *above, mb_block *block, torn_head *head)
{
    if (could_be_of_cell(text, block))
        return take_cell(arena, text, above, block, head);
    if (is_paragraph(block) && block->text.size == 0)
        return head->torn = true;
    if (block->type == mb_block_type_caption && !head->caption) {
        head->caption = block;
        return head->torn = true;
    }
    return is_paragraph(block) && !block->number.data && head->texts++ < TEXTS_AMONG;
}

/* Finds the cells above the table; the corner above the labels may be empty. */
static bool find_head(mb_arena *arena, const mb_text *text, const mb_list *blocks, uint32_t table, uint32_t columns,
                      torn_head *head)
{
    const mb_block *below = blocks->items[table];
    for (uint32_t i = table; i > 0 && head->count < columns; i--) {
        mb_block *block = blocks->items[i - 1];
        const mb_block *above = i > 1 ? blocks->items[i - 2] : NULL;
        if (block->place.line + LINES_ABOVE < below->place.line || !take(arena, text, above, block, head))
            break;
    }
    return head->torn && head->below.size == 0 && (head->count == columns || head->count + 1 == columns);
}

/* The first year in the text, or 0. */
static uint32_t year_in(mb_slice text)
{
    for (size_t at = 0; at + 4 <= text.size; at++) {
        mb_slice year = mb_slice_between(text.data + at, text.data + at + 4);
        bool digit_before = at > 0 && isdigit((unsigned char)text.data[at - 1]);
        if (mb_is_year(year) && !digit_before)
            return (uint32_t)((year.data[2] - '0') * 10 + (year.data[3] - '0')) + (*year.data == '2' ? 100 : 0) + 1900;
    }
    return 0;
}

/* Years count up from left to right: puts the cells that have one in that order, in the places that such cells have. */
static bool order_by_years(mb_slice *cells, uint32_t count)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        found += year_in(cells[i]) > 0;
        for (uint32_t k = 0; year_in(cells[i]) && k < i; k++)
            if (year_in(cells[k]) > year_in(cells[i])) {
                mb_slice later = cells[k];
                cells[k] = cells[i];
                cells[i] = later;
            }
    }
    return found > 1;
}

static bool is_of_percent(mb_slice head)
{
    return mb_slice_find(head, MB_TEXT("%"), 0) != SIZE_MAX;
}

static bool has_percent(const mb_block *table, uint32_t column)
{
    for (uint32_t r = 0; r < table->rows.count; r++) {
        const mb_strings *row = table->rows.items[r];
        if (column < row->count && mb_slice_ends(row->items[column], MB_TEXT("%")))
            return true;
    }
    return false;
}

/* How many of the cells are of percents above figures that are none, or the other way round. */
static uint32_t count_misfits(const mb_block *table, const mb_slice *cells, uint32_t count, bool from_right)
{
    uint32_t misfits = 0;
    for (uint32_t i = 0; i < count; i++)
        misfits += is_of_percent(cells[from_right ? count - 1 - i : i]) != has_percent(table, i + 1);
    return misfits;
}

static void turn_round(mb_slice *cells, uint32_t count)
{
    for (uint32_t i = 0; i < count / 2; i++) {
        mb_slice left = cells[i];
        cells[i] = cells[count - 1 - i];
        cells[count - 1 - i] = left;
    }
}

static void give_head(mb_arena *arena, const torn_head *head, uint32_t columns, mb_block *table)
{
    mb_slice cells[MOST_COLUMNS];
    bool corner = head->count == columns;
    for (uint32_t i = 0; i < head->count; i++)
        cells[i] = head->cells[head->count - 1 - i];
    mb_slice *values = cells + corner;
    uint32_t count = head->count - corner;
    if (!order_by_years(values, count) && count_misfits(table, values, count, false) &&
        !count_misfits(table, values, count, true))
        turn_round(values, count);
    mb_strings_push(arena, &table->header, corner ? cells[0] : MB_TEXT(""));
    for (uint32_t i = 0; i < count; i++)
        mb_strings_push(arena, &table->header, values[i]);
    if (head->caption)
        table->caption = head->caption->text;
}

static bool is_of_head(const torn_head *head, const mb_block *block)
{
    for (uint32_t i = 0; i < head->blocks.count; i++)
        if (head->blocks.items[i] == block)
            return true;
    return block == head->caption;
}

/* Takes the cells and the caption out of the blocks. The number that a cell was given is that of the text below. */
static void remove_head(const torn_head *head, mb_list *blocks)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        mb_block *block = blocks->items[i], *below = i + 1 < blocks->count ? blocks->items[i + 1] : NULL;
        if (!is_of_head(head, block)) {
            blocks->items[kept++] = block;
            continue;
        }
        if (block->type == mb_block_type_caption || !block->number.data)
            continue;
        if (below && is_paragraph(below) && !below->number.data && !is_of_head(head, below)) {
            below->number = block->number;
            below->place = block->place;
            continue;
        }
        block->text = MB_TEXT("");
        block->runs = (mb_list){0};
        blocks->items[kept++] = block;
    }
    blocks->count = kept;
}

void mb_gather_torn_heads(mb_arena *arena, const mb_text *text, mb_list *blocks)
{
    for (uint32_t i = 0; i < blocks->count; i++) {
        mb_block *table = blocks->items[i];
        if (table->type != mb_block_type_table || table->header.count || table->caption.data || !table->rows.count)
            continue;
        uint32_t columns = ((const mb_strings *)table->rows.items[0])->count, before = blocks->count;
        torn_head head = {0};
        if (columns < LEAST_COLUMNS || columns > MOST_COLUMNS || !find_head(arena, text, blocks, i, columns, &head))
            continue;
        give_head(arena, &head, columns, table);
        remove_head(&head, blocks);
        i -= before - blocks->count;
    }
}
