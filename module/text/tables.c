/* tables.c: rows and cells by tabs or by runs of spaces. */
#include "text/tables.h"

#include "text/inline.h"

#define GAP "   "

mb_slice mb_raw_line(const mb_text *text, uint32_t line)
{
    const mb_line *at = &text->lines[line];
    const char *least = line ? at[-1].data + at[-1].size : text->source.data;
    const char *most = line + 1 < text->count ? at[1].data : mb_slice_end(text->source);
    const char *from = at->data, *to = from + at->size;
    while (from > least && from[-1] != '\n')
        from--;
    while (to < most && *to != '\n')
        to++;
    return mb_slice_between(from, to);
}

/* A dump sets a tab before each paragraph: there only a tab between two texts parts cells. */
bool mb_is_table_row(const mb_text *text, uint32_t line)
{
    if (!mb_line_is_text(text, line))
        return false;
    mb_slice trimmed = mb_line_text(text, line);
    if (text->lines[line].kind == MB_TEXT_LAYOUT)
        return mb_slice_find(trimmed, MB_TEXT(GAP), 0) != SIZE_MAX;
    mb_slice within = text->lines[line].kind == MB_TEXT_DUMP ? trimmed : mb_raw_line(text, line);
    return memchr(within.data, '\t', within.size);
}

/* Where the separator ends that begins at `at`: behind one tab, or behind all the spaces of a gap. */
static size_t behind_separator(mb_slice row, size_t at, mb_slice separator)
{
    at += separator.size;
    while (separator.size > 1 && at < row.size && row.data[at] == ' ')
        at++;
    return at;
}

static void split_cells(mb_arena *arena, mb_slice row, mb_slice separator, mb_strings *cells)
{
    for (size_t from = 0;;) {
        size_t to = cells->count + 1 < MB_TABLE_COLUMNS ? mb_slice_find(row, separator, from) : SIZE_MAX;
        mb_slice cell = mb_slice_between(row.data + from, row.data + (to == SIZE_MAX ? row.size : to));
        mb_strings_push(arena, cells, mb_plain_text(arena, mb_slice_trim(cell)));
        if (to == SIZE_MAX)
            return;
        from = behind_separator(row, to, separator);
    }
}

static uint32_t filled_cells(const mb_strings *row)
{
    uint32_t filled = 0;
    for (uint32_t i = 0; i < row->count; i++)
        filled += row->items[i].size > 0;
    return filled;
}

/* Drops empty columns at the end, and gives every row the same number of cells. */
static void even_out_rows(mb_arena *arena, mb_list *rows)
{
    uint32_t columns = 0;
    for (uint32_t r = 0; r < rows->count; r++) {
        mb_strings *row = rows->items[r];
        while (row->count && row->items[row->count - 1].size == 0)
            row->count--;
        if (row->count > columns)
            columns = row->count;
    }
    for (uint32_t r = 0; r < rows->count; r++) {
        mb_strings *row = rows->items[r];
        while (row->count < columns)
            mb_strings_push(arena, row, MB_TEXT(""));
    }
}

uint32_t mb_read_table(mb_arena *arena, const mb_text *text, uint32_t line, uint32_t end, mb_list *blocks)
{
    mb_block *table = mb_list_add(arena, blocks, mb_block);
    table->type = mb_block_type_table;
    table->place = mb_place_of(text, line);
    for (; line < end && mb_is_table_row(text, line); line++) {
        mb_strings *row = mb_new(arena, mb_strings);
        if (text->lines[line].kind == MB_TEXT_LAYOUT)
            split_cells(arena, mb_line_text(text, line), MB_TEXT(GAP), row);
        else
            split_cells(arena, mb_raw_line(text, line), MB_TEXT("\t"), row);
        mb_list_push(arena, &table->rows, row);
    }
    even_out_rows(arena, &table->rows);
    if (table->rows.count > 1 && filled_cells(table->rows.items[0]) > 1) {
        table->header = *(mb_strings *)table->rows.items[0];
        memmove(table->rows.items, table->rows.items + 1, --table->rows.count * sizeof *table->rows.items);
    }
    return line;
}
