/* twin_tables.c: two tables or charts that were printed into each other. */
#include "table_of.h"

static void assert_twins_at(const char *text, const char *first, const char *second, const char *file, int line)
{
    mb_list blocks = blocks_of(text);
    if (blocks.count < 2)
        _fail(file, line);
    assert_string_equal(table_in(block_at(blocks, 0)), first);
    assert_string_equal(table_in(block_at(blocks, 1)), second);
}
#define assert_twins(text, first, second) assert_twins_at(text, first, second, __FILE__, __LINE__)

static void charts_that_print_each_label_twice_are_two_tables(void **state)
{
    (void)state;
    assert_twins("By the pond\n\nBy the brook\n\nSwans\n\n4%\n\nSwans\n\nGeese\n\nGeese\n\n7%\n\nDucks\n\n10%\n\n"
                 "Ducks\n\nCoots\n\n12%\n\nCoots\n\nRails\n\n20%\n\n25%\n\n50%\n",
                 "\nBy the pond | \nSwans | 4%\nGeese | 7%\nDucks | 10%\nCoots | 12%\nRails | 20%\n",
                 "\nBy the brook\nSwans\nGeese\nDucks\nCoots\n");
}

static void charts_may_both_have_values(void **state)
{
    (void)state;
    assert_twins("Swans\n\n4\n\nSwans\n\n5\n\nGeese\n\n7\n\nGeese\n\n8\n\nDucks\n\n10\n\nDucks\n\n3\n\nCoots\n\n1\n\n"
                 "Coots\n\n2\n",
                 "\n\nSwans | 4\nGeese | 7\nDucks | 10\nCoots | 1\n",
                 "\n\nSwans | 5\nGeese | 8\nDucks | 3\nCoots | 2\n");
}

#define HEADS "Bird\n\n2023\n\n2024\n\nPlace seen\nmost often\n\n2023\n\n2024\n\nSwans\n\n4%\n\n5%\n\n"

static void tables_with_the_same_columns_are_read_one_row_each_and_then_the_longer_one(void **state)
{
    (void)state;
    assert_twins(
        HEADS
        "Pond\n\n40%\n\n50%\n\nBrook\n\n30%\n\n20%\n\nWeir and\nlock\n\n1%\n\nNot counted\n\nElsewhere\n\n3%\n\n7%\n",
        "\nBird | 2023 | 2024\nSwans | 4% | 5%\n",
        "\nPlace seen most often | 2023 | 2024\nPond | 40% | 50%\nBrook | 30% | 20%\n"
        "Weir and lock | 1% | Not counted\nElsewhere | 3% | 7%\n");
}

static void what_the_shorter_table_has_left_comes_last_by_column(void **state)
{
    (void)state;
    assert_twins(HEADS "Pond\n\n40%\n\n50%\n\n6%\n\nBrook\n\n30%\n\n20%\n\nGeese\n\nDucks\n\n11%\n\n12%\n\n8%\n",
                 "\nBird | 2023 | 2024\nSwans | 4% | 5%\nGeese | 11% | 6%\nDucks | 12% | 8%\n",
                 "\nPlace seen most often | 2023 | 2024\nPond | 40% | 50%\nBrook | 30% | 20%\n");
}

static void labels_whose_values_came_first_are_told_by_what_would_have_fitted(void **state)
{
    (void)state;
    assert_twins(
        HEADS "Pond by the mill\n\n40%\n\n50%\n\n6%\n\n7%\n\nWillows and some\nold\nBrook\n\n30%\n\n20%\n\n",
        "\nBird | 2023 | 2024\nSwans | 4% | 5%\n",
        "\nPlace seen most often | 2023 | 2024\nPond by the mill | 40% | 50%\nWillows and some old | 6% | 7%\nBrook | "
        "30% | 20%\n");
}

static void a_label_that_is_printed_twice_now_and_then_is_no_chart(void **state)
{
    (void)state;
    assert_no_table("Swans\n\nSwans\n\n4\n\nGeese\n\nDucks\n\n7\n\nCoots\n\nRails\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(charts_that_print_each_label_twice_are_two_tables),
        cmocka_unit_test(charts_may_both_have_values),
        cmocka_unit_test(tables_with_the_same_columns_are_read_one_row_each_and_then_the_longer_one),
        cmocka_unit_test(what_the_shorter_table_has_left_comes_last_by_column),
        cmocka_unit_test(labels_whose_values_came_first_are_told_by_what_would_have_fitted),
        cmocka_unit_test(a_label_that_is_printed_twice_now_and_then_is_no_chart),
    };
    return run_text_tests(tests);
}
