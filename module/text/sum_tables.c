/* sum_tables.c: see sum_tables.h. */
#include "text/sum_tables.h"

#include <ctype.h>

/* Two sentences that end with what something costs are no table. */
#define ROWS_AT_LEAST 3
/* A longer text is no label. */
#define LABEL_SIZE 120
/* "Clerk: salary £412.50" has no lead-in. */
#define LEAD_IN_WORDS 4

#define POUND "£"

/* Where the sum begins that ends the text: "£412.50", "£ 1,204"; SIZE_MAX where none does. */
static size_t sum_at(mb_slice text)
{
    size_t at = text.size;
    while (at > 0 && (isdigit((unsigned char)text.data[at - 1]) || strchr(".,", text.data[at - 1])))
        at--;
    if (at == text.size || !isdigit((unsigned char)text.data[at]) || !isdigit((unsigned char)mb_slice_end(text)[-1]))
        return SIZE_MAX;
    mb_slice before = mb_slice_trim(mb_slice_first(text, at));
    return mb_slice_ends(before, MB_TEXT(POUND)) ? before.size - strlen(POUND) : SIZE_MAX;
}

static mb_slice without_leader(mb_slice label)
{
    static const char *const leaders[] = {"-", "–", "—", ":", ".", "…", "="};
    for (size_t i = 0; i < sizeof leaders / sizeof *leaders; i++)
        if (mb_slice_ends(label, mb_slice_of(leaders[i])))
            return mb_slice_trim(mb_slice_first(label, label.size - strlen(leaders[i])));
    return label;
}

/* What the sum is for, without the dash, the colon or the dots that lead to it; nothing where the text is no row. */
static mb_slice label_of(mb_slice text)
{
    size_t sum = sum_at(text);
    mb_slice label = sum == SIZE_MAX ? MB_NOTHING : mb_slice_trim(mb_slice_first(text, sum)), shorter = label;
    while ((shorter = without_leader(label)).size < label.size)
        label = shorter;
    return label.size <= LABEL_SIZE ? label : MB_NOTHING;
}

static mb_block *block_at(const mb_list *blocks, uint32_t i)
{
    return ((const mb_read_block *)blocks->items[i])->block;
}

static bool is_row(const mb_block *block)
{
    return block->type == mb_block_type_paragraph && !block->number.data && label_of(block->text).size > 0;
}

static uint32_t count_rows(const mb_list *blocks, uint32_t from)
{
    uint32_t end = from;
    while (end < blocks->count && is_row(block_at(blocks, end)))
        end++;
    return end - from;
}

/* The row at the end of a lead-in, "payments were agreed: Clerk's salary £412.50"; nothing where none is. */
static mb_slice row_behind_colon(const mb_block *lead_in)
{
    size_t colon = mb_slice_find(lead_in->text, MB_TEXT(":"), 0);
    if (lead_in->type != mb_block_type_paragraph || colon == SIZE_MAX || lead_in->runs.count ||
        mb_slice_words(mb_slice_first(lead_in->text, colon)) < LEAD_IN_WORDS)
        return MB_NOTHING;
    mb_slice row = mb_slice_trim(mb_slice_from(lead_in->text, colon + 1));
    return label_of(row).size ? row : MB_NOTHING;
}

/* The row at the end of block `i`; none where the next row has a colon in its label, too: those are all whole labels. */
static mb_slice row_of_lead_in(const mb_list *blocks, uint32_t i)
{
    mb_slice next = i + 1 < blocks->count ? label_of(block_at(blocks, i + 1)->text) : MB_NOTHING;
    bool alike = mb_slice_find(next, MB_TEXT(":"), 0) < next.size;
    return alike ? MB_NOTHING : row_behind_colon(block_at(blocks, i));
}

static void add_row(const mb_block_reader *reader, mb_block *table, mb_slice text)
{
    mb_strings *row = mb_list_add(reader->arena, &table->rows, mb_strings);
    mb_strings_push(reader->arena, row, label_of(text));
    mb_strings_push(reader->arena, row, mb_slice_from(text, sum_at(text)));
}

/* Makes a table of the rows from `from` on, below the one at the end of the lead-in before them, where there is one. */
static void make_table(const mb_block_reader *reader, mb_list *blocks, uint32_t from, uint32_t rows, mb_slice first)
{
    mb_read_block *read = blocks->items[from];
    mb_block *table = mb_new(reader->arena, mb_block);
    table->type = mb_block_type_table;
    table->place = read->block->place;
    if (first.data) {
        const mb_read_block *lead_in = blocks->items[from - 1];
        table->place = mb_place_of(reader->text, lead_in->last);
        lead_in->block->text = mb_slice_trim(mb_slice_between(lead_in->block->text.data, first.data));
        add_row(reader, table, first);
    }
    for (uint32_t i = from; i < from + rows; i++)
        add_row(reader, table, block_at(blocks, i)->text);
    read->last = ((const mb_read_block *)blocks->items[from + rows - 1])->last;
    read->block = table;
}

void mb_gather_sum_tables(const mb_block_reader *reader, mb_list *blocks)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        mb_slice first = row_of_lead_in(blocks, i);
        uint32_t from = i + (first.data != NULL), rows = count_rows(blocks, from);
        if (rows + (from - i) >= ROWS_AT_LEAST) {
            make_table(reader, blocks, from, rows, first);
            if (first.data)
                blocks->items[kept++] = blocks->items[i];
            i = from + rows - 1;
            blocks->items[kept++] = blocks->items[from];
        } else {
            blocks->items[kept++] = blocks->items[i];
        }
    }
    blocks->count = kept;
}
