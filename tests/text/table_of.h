/* table_of.h: a table that was read, in one text, for tests. */
#ifndef MB_TABLE_OF_H
#define MB_TABLE_OF_H

#include "text_of.h"

/* A table in one text: its caption, its head and its rows, the cells of each parted by " | ". */
static inline const char *table_in(const mb_block *table)
{
    static char printed[4096];
    if (table->type != mb_block_type_table)
        return "no table";
    size_t at = (size_t)snprintf(printed, sizeof printed, "%.*s\n", MB_ARG(table->caption));
    for (uint32_t r = 0; r <= table->rows.count; r++) {
        const mb_strings *row = r ? table->rows.items[r - 1] : &table->header;
        for (uint32_t c = 0; c < row->count; c++)
            at += (size_t)snprintf(printed + at, sizeof printed - at, "%s%.*s", c ? " | " : "", MB_ARG(row->items[c]));
        at += (size_t)snprintf(printed + at, sizeof printed - at, "\n");
    }
    return printed;
}

static inline const char *only_table(const char *text)
{
    mb_list blocks = blocks_of(text);
    if (blocks.count != 1)
        fail_msg("there are %u blocks, not a table alone", blocks.count);
    return table_in(block_at(blocks, 0));
}

static inline void assert_no_table_at(const char *text, const char *file, int line)
{
    mb_list blocks = blocks_of(text);
    for (uint32_t i = 0; i < blocks.count; i++)
        if (block_at(blocks, i)->type == mb_block_type_table) {
            print_error("a table was read:\n%s", table_in(block_at(blocks, i)));
            _fail(file, line);
        }
}
#define assert_no_table(text) assert_no_table_at(text, __FILE__, __LINE__)

#endif
