/* tables.c: tables whose cells stand apart by tabs or by gaps. */
#include "text_of.h"

#include "text/tables.h"

static const mb_block *table_of(const char *printed)
{
    mb_list blocks = blocks_of(printed);
    for (uint32_t i = 0; i < blocks.count; i++)
        if (block_at(blocks, i)->type == mb_block_type_table)
            return block_at(blocks, i);
    fail_msg("no table was read");
    return NULL;
}

static const mb_strings *row_at(const mb_block *table, uint32_t row)
{
    assert_true(row < table->rows.count);
    return table->rows.items[row];
}

static void assert_row(const mb_strings *row, uint32_t count, const char *const *cells, const char *file, int line)
{
    if (row->count != count) {
        print_error("%u cells, not %u\n", row->count, count);
        _fail(file, line);
    }
    for (uint32_t i = 0; i < count; i++)
        assert_slice_at(row->items[i], cells[i], file, line);
}
#define CELLS(...)                                                                                                     \
    (const char *const[])                                                                                              \
    {                                                                                                                  \
        __VA_ARGS__                                                                                                    \
    }
#define assert_cells(row, ...) assert_row(row, COUNT_OF(CELLS(__VA_ARGS__)), CELLS(__VA_ARGS__), __FILE__, __LINE__)

static void rows_with_tabs_are_a_table_and_the_first_is_its_head(void **state)
{
    (void)state;
    const mb_block *table = table_of("Stall\tKept by\tRent\nTea\tFriends of the Bandstand\t£4\nPlants\tMrs Dunn\t£6\n");
    assert_cells(&table->header, "Stall", "Kept by", "Rent");
    assert_int_equal(table->rows.count, 2);
    assert_cells(row_at(table, 0), "Tea", "Friends of the Bandstand", "£4");
    assert_cells(row_at(table, 1), "Plants", "Mrs Dunn", "£6");
}

static void an_empty_cell_keeps_its_column(void **state)
{
    (void)state;
    const mb_block *table = table_of("Stall\tKept by\tRent\nTea\t\t£4\n\tMrs Dunn\t\n");
    assert_cells(row_at(table, 0), "Tea", "", "£4");
    assert_cells(row_at(table, 1), "", "Mrs Dunn", "");
}

static void short_rows_are_filled_up_and_empty_columns_at_the_end_are_dropped(void **state)
{
    (void)state;
    const mb_block *table = table_of("Stall\tRent\t\t\nTea\t\t\t\nPlants\t£6\t\t\n");
    assert_cells(&table->header, "Stall", "Rent");
    assert_cells(row_at(table, 0), "Tea", "");
}

static void a_table_of_one_row_has_no_head(void **state)
{
    (void)state;
    const mb_block *table = table_of("Report author:\tMrs Dunn\n");
    assert_int_equal(table->header.count, 0);
    assert_cells(row_at(table, 0), "Report author:", "Mrs Dunn");
}

static void a_first_row_with_one_filled_cell_is_no_head(void **state)
{
    (void)state;
    const mb_block *table = table_of("Summer fair\t\nTea\t£4\n");
    assert_int_equal(table->header.count, 0);
    assert_int_equal(table->rows.count, 2);
}

static void cells_lose_emphasis_and_fold_their_spaces(void **state)
{
    (void)state;
    const mb_block *table = table_of("**Stall**\t**Kept  by**\nTea\t the   Friends \n");
    assert_cells(&table->header, "Stall", "Kept by");
    assert_cells(row_at(table, 0), "Tea", "the Friends");
}

static void gaps_of_spaces_are_columns_in_a_layout(void **state)
{
    (void)state;
    const mb_block *table = table_of("Stall                Kept by              Rent\n"
                                     "Tea                  Friends              £4\n"
                                     "Plants               Mrs Dunn             £6\n"
                                     "Books                Harle Library        £2\n");
    assert_cells(&table->header, "Stall", "Kept by", "Rent");
    assert_int_equal(table->rows.count, 3);
    assert_cells(row_at(table, 2), "Books", "Harle Library", "£2");
}

static void a_paragraph_before_and_behind_a_table_is_no_row(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("The stalls are these.\nStall\tRent\nTea\t£4\nThe rents are those of last year.\n");
    assert_int_equal(blocks.count, 3);
    assert_slice(block_at(blocks, 0)->text, "The stalls are these.");
    assert_slice(block_at(blocks, 2)->text, "The rents are those of last year.");
}

static void a_row_of_more_cells_than_any_paper_has_keeps_all_its_words(void **state)
{
    (void)state;
    char line[4096];
    size_t size = 0;
    for (int i = 0; i < 200; i++)
        size += (size_t)snprintf(line + size, sizeof line - size, "c%d\t", i);
    const mb_block *table = table_of(line);
    const mb_strings *row = row_at(table, 0);
    assert_int_equal(row->count, MB_TABLE_COLUMNS);
    assert_slice(row->items[0], "c0");
    mb_slice last = row->items[MB_TABLE_COLUMNS - 1];
    assert_true(mb_slice_starts(last, MB_TEXT("c127 c128 ")));
    assert_true(mb_slice_ends(last, MB_TEXT(" c199")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_with_tabs_are_a_table_and_the_first_is_its_head),
        cmocka_unit_test(an_empty_cell_keeps_its_column),
        cmocka_unit_test(short_rows_are_filled_up_and_empty_columns_at_the_end_are_dropped),
        cmocka_unit_test(a_table_of_one_row_has_no_head),
        cmocka_unit_test(a_first_row_with_one_filled_cell_is_no_head),
        cmocka_unit_test(cells_lose_emphasis_and_fold_their_spaces),
        cmocka_unit_test(gaps_of_spaces_are_columns_in_a_layout),
        cmocka_unit_test(a_paragraph_before_and_behind_a_table_is_no_row),
        cmocka_unit_test(a_row_of_more_cells_than_any_paper_has_keeps_all_its_words),
    };
    return run_text_tests(tests);
}
