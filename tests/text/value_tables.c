/* value_tables.c: labels and values whose cells nothing keeps apart. */
#include "text_of.h"

static const mb_block *only_table(const char *printed)
{
    mb_list blocks = blocks_of(printed);
    assert_int_equal(blocks.count, 1);
    assert_int_equal(block_at(blocks, 0)->type, mb_block_type_table);
    return block_at(blocks, 0);
}

static void assert_row_at(const mb_strings *row, const char *label, const char *first, const char *second,
                          const char *file, int line)
{
    if (row->count != 3) {
        print_error("%u cells, not 3\n", row->count);
        _fail(file, line);
    }
    assert_slice_at(row->items[0], label, file, line);
    assert_slice_at(row->items[1], first, file, line);
    assert_slice_at(row->items[2], second, file, line);
}
#define assert_cells(row, label, first, second) assert_row_at(row, label, first, second, __FILE__, __LINE__)

#define ROWS "Paths swept 85% 77%\n\nLamps mended 80% 81%\n\n"

static void rows_that_end_in_as_many_values_are_a_table_with_the_head_above_them(void **state)
{
    (void)state;
    const mb_block *table =
        only_table("Indicator 1: Parks Target % Outcome %\nAverage\n\n" ROWS "Hedges cut 90% 57%\n");
    assert_cells(&table->header, "Indicator 1: Parks", "Target %", "Outcome % Average");
    assert_int_equal(table->rows.count, 3);
    assert_cells(table->rows.items[0], "Paths swept", "85%", "77%");
    assert_cells(table->rows.items[2], "Hedges cut", "90%", "57%");
}

static void a_label_over_several_lines_may_have_its_values_behind_a_gap(void **state)
{
    (void)state;
    const mb_block *table = only_table(ROWS "Lamps mended within 5\ndays of being reported\n\n100% 82%\n\n"
                                            "Gates hung 7 8\n");
    assert_int_equal(table->rows.count, 4);
    assert_cells(table->rows.items[2], "Lamps mended within 5 days of being reported", "100%", "82%");
}

static void a_label_may_end_in_a_number(void **state)
{
    (void)state;
    const mb_block *table = only_table(ROWS "Rangers trained to level 2 90% 57%\n");
    assert_cells(table->rows.items[2], "Rangers trained to level 2", "90%", "57%");
}

static void a_block_without_values_between_two_rows_is_a_row(void **state)
{
    (void)state;
    const mb_block *table = only_table(ROWS "Gates hung 70% 60%\n\nHedges\n\nHedges cut before March 90% 57%\n");
    assert_int_equal(table->rows.count, 5);
    assert_cells(table->rows.items[3], "Hedges", "", "");
}

static void sentences_that_end_in_figures_are_no_table(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("There were 12 stalls and 300 visitors in 2024.\n\n"
                               "There were 14 stalls and 350 visitors in 2025.\n\n"
                               "There will be 16 stalls in 2026.\n");
    assert_int_equal(block_at(blocks, 0)->type, mb_block_type_paragraph);
}

static void two_such_rows_are_no_table(void **state)
{
    (void)state;
    assert_int_equal(block_at(blocks_of(ROWS), 0)->type, mb_block_type_paragraph);
}

static void telephone_numbers_are_no_values(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("Ann Lee 01632 960112\n\nBob Hay 01632 960113\n\nCy Orr 01632 960114\n");
    assert_int_equal(block_at(blocks, 0)->type, mb_block_type_paragraph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_that_end_in_as_many_values_are_a_table_with_the_head_above_them),
        cmocka_unit_test(a_label_over_several_lines_may_have_its_values_behind_a_gap),
        cmocka_unit_test(a_label_may_end_in_a_number),
        cmocka_unit_test(a_block_without_values_between_two_rows_is_a_row),
        cmocka_unit_test(sentences_that_end_in_figures_are_no_table),
        cmocka_unit_test(two_such_rows_are_no_table),
        cmocka_unit_test(telephone_numbers_are_no_values),
    };
    return run_text_tests(tests);
}
