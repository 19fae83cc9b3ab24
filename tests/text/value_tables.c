/* value_tables.c: labels and values whose cells nothing keeps apart. */
#include "table_of.h"

#define ROWS      "Paths swept 85% 77%\n\nLamps mended 80% 81%\n\n"
#define READ_ROWS "Paths swept | 85% | 77%\nLamps mended | 80% | 81%\n"

static void rows_that_end_in_as_many_values_are_a_table_with_the_head_above_them(void **state)
{
    (void)state;
    assert_string_equal(only_table("Indicator 1: Parks Target % Outcome %\nAverage\n\n" ROWS "Hedges cut 90% 57%\n"),
                        "\nIndicator 1: Parks | Target % | Outcome % Average\n" READ_ROWS "Hedges cut | 90% | 57%\n");
}

static void a_label_over_several_lines_may_have_its_values_behind_a_gap(void **state)
{
    (void)state;
    assert_string_equal(
        only_table(ROWS "Lamps mended within 5\ndays of being reported\n\n100% 82%\n\nGates hung 7 8\n"),
        "\n\n" READ_ROWS "Lamps mended within 5 days of being reported | 100% | 82%\nGates hung | 7 | 8\n");
}

static void a_label_may_end_in_a_number(void **state)
{
    (void)state;
    assert_string_equal(only_table(ROWS "Rangers trained to level 2 90% 57%\n"),
                        "\n\n" READ_ROWS "Rangers trained to level 2 | 90% | 57%\n");
}

static void a_block_without_values_between_two_rows_is_a_row(void **state)
{
    (void)state;
    assert_string_equal(only_table(ROWS "Gates hung 70% 60%\n\nHedges\n\nHedges cut before March 90% 57%\n"),
                        "\n\n" READ_ROWS "Gates hung | 70% | 60%\nHedges |  | \nHedges cut before March | 90% | 57%\n");
}

static void cells_on_lines_of_their_own_are_a_table(void **state)
{
    (void)state;
    assert_string_equal(
        only_table("Table 2: What it cost\n\nWork\n\nBudget\n2024-25\n\nSpent\n\nStaff\n\n£120\n\n£118\n\n"
                   "Plants and seeds, also\nfor the school\n\n£8\n\n£9\n"),
        "Table 2: What it cost\nWork | Budget 2024-25 | Spent\nStaff | £120 | £118\n"
        "Plants and seeds, also for the school | £8 | £9\n");
}

static void a_head_may_stand_right_under_a_line_of_text(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("The table shows what was spent in the two years before.\nWork\n\n2024\n\n2025\n\n"
                               "Staff\n\n£120\n\n£118\n\nSeeds\n\n£8\n\n£9\n");
    assert_int_equal(blocks.count, 2);
    assert_slice(block_at(blocks, 0)->text, "The table shows what was spent in the two years before.");
    assert_string_equal(table_in(block_at(blocks, 1)), "\nWork | 2024 | 2025\nStaff | £120 | £118\nSeeds | £8 | £9\n");
}

static void a_head_may_lack_the_cell_above_the_labels(void **state)
{
    (void)state;
    assert_string_equal(only_table("2024\n\n2025\n\nSwans\n\n11\n\n13\n\nGeese\n\n40\n\nN/A\n"),
                        "\n | 2024 | 2025\nSwans | 11 | 13\nGeese | 40 | N/A\n");
}

static void the_name_of_some_rows_may_stand_under_the_head(void **state)
{
    (void)state;
    assert_string_equal(only_table("Work\n\nBudget\n\nSpent\n\nPlants\n\nSeeds\n\n£20\n\n£18\n\nBulbs\n\n£8\n\n£9\n"),
                        "\nWork | Budget | Spent\nPlants |  | \nSeeds | £20 | £18\nBulbs | £8 | £9\n");
}

static void a_pound_sign_in_a_cell_of_its_own_goes_with_the_sum_behind_it(void **state)
{
    (void)state;
    assert_string_equal(
        only_table("Seeds\n\n£\n\n20.00\n\n£\n\n18.00\n\nBulbs\n\n£\n\n£\n\n9.00\n\nTools\n\n£\n\n8.00\n\n£\n\n-\n"),
        "\n\nSeeds | £ 20.00 | £ 18.00\nBulbs | £ | £ 9.00\nTools | £ 8.00 | £ -\n");
}

static void labels_in_one_block_stand_above_the_values_of_all(void **state)
{
    (void)state;
    assert_string_equal(
        only_table("Swans\n\n11\n\n13\n\nGeese\n(wild)\nGeese\n(tame)\n\n40\n\n41\n\n5\n\n6\n\nDucks\n\n1\n\n2\n"),
        "\n\nSwans | 11 | 13\nGeese (wild) | 40 | 41\nGeese (tame) | 5 | 6\nDucks | 1 | 2\n");
}

static void a_column_of_labels_and_one_of_values_are_a_table(void **state)
{
    (void)state;
    assert_string_equal(only_table("Table 3: How they came\nBoat\nTrain\nOn foot\n\n12%\n8%\n80%\n"),
                        "Table 3: How they came\n\nBoat | 12%\nTrain | 8%\nOn foot | 80%\n");
}

static void values_without_a_label_are_a_row_among_others(void **state)
{
    (void)state;
    assert_string_equal(only_table("Seeds\n\n51%\n\n£20\n\nBulbs\n\n49%\n\n£18\n\n100%\n\n£38\n"),
                        "\n\nSeeds | 51% | £20\nBulbs | 49% | £18\n | 100% | £38\n");
}

static void a_row_may_lack_a_sum_where_its_cells_are_money(void **state)
{
    (void)state;
    assert_string_equal(only_table("Seeds\n\n£20\n\n£18\n\nBulbs\n\n£8\n\n£9\n\nTools\n\n£1\n\n£2\n\nTotal\n\n£29\n"),
                        "\n\nSeeds | £20 | £18\nBulbs | £8 | £9\nTools | £1 | £2\nTotal | £29 | \n");
}

static void a_page_number_behind_a_table_is_none_of_its_cells(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("Swans\n\n11\n\n13\n\nGeese\n\n40\n\n41\n\nDucks\n\n1\n\n2\n\n51\n");
    assert_int_equal(blocks.count, 2);
    assert_slice(block_at(blocks, 1)->text, "51");
}

static void a_title_alone_is_the_head_of_the_labels(void **state)
{
    (void)state;
    assert_string_equal(only_table("What came in\n\nFees\n\n£20\n\n£18\n\nGrants\n\n£8\n\n£9\n\nGifts\n\n£1\n\n£2\n"),
                        "\nWhat came in |  | \nFees | £20 | £18\nGrants | £8 | £9\nGifts | £1 | £2\n");
}

static void a_title_may_stand_right_above_labels_that_begin_alike(void **state)
{
    (void)state;
    assert_string_equal(
        only_table("Shares Of Each\nHarle Parish\n\n51%\n\n£20\n\nHarle Town\n\n49%\n\n£18\n\n100%\n\n£38\n"),
        "\nShares Of Each |  | \nHarle Parish | 51% | £20\nHarle Town | 49% | £18\n | 100% | £38\n");
}

static void the_end_of_a_span_belongs_to_a_head(void **state)
{
    (void)state;
    assert_string_equal(
        only_table("Work\n\nBudget 01.04.25 -\n31.03.26\n\nSpent\n\nSeeds\n\n£20\n\n£18\n\nBulbs\n\n£8\n\n£9\n"),
        "\nWork | Budget 01.04.25 - 31.03.26 | Spent\nSeeds | £20 | £18\nBulbs | £8 | £9\n");
}

static void sums_that_two_rows_lack_may_stand_by_column(void **state)
{
    (void)state;
    assert_string_equal(
        only_table("Seeds\n\n£20\n\n£18\n\nBulbs\n\n£8\n\n£9\n\nTools\n\n£1\n\n£2\n\nHalf a year\n\n£\n\n"
                   "Staff\n\nPlants\n\nBoth\n\n£\n\n£29\n\n£58\n"),
        "\n\nSeeds | £20 | £18\nBulbs | £8 | £9\nTools | £1 | £2\nHalf a year | £ | £29\n"
        "Staff |  | \nPlants |  | \nBoth | £ | £58\n");
}

static void a_whole_number_behind_sums_is_the_page_s(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("Seeds\n\n£20\n\n£18\n\nBulbs\n\n£8\n\n£9\n\nTools\n\n£1\n\n£2\n\n53\n");
    assert_int_equal(blocks.count, 2);
    assert_slice(block_at(blocks, 1)->text, "53");
}

static void another_unit_begins_another_table(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("Seeds\n\n£20\n\n£18\n\nBulbs\n\n£8\n\n£9\n\nTools\n\n£1\n\n£2\n\n"
                               "Swans\n\n11%\n\n13%\n\nGeese\n\n40%\n\n41%\n\nDucks\n\n49%\n\n46%\n");
    assert_int_equal(blocks.count, 2);
    assert_string_equal(table_in(block_at(blocks, 1)), "\n\nSwans | 11% | 13%\nGeese | 40% | 41%\nDucks | 49% | 46%\n");
}

static void the_number_of_a_paragraph_may_number_a_table(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("4.2\n\nSwans\n\n11\n\n13\n\nGeese\n\n40\n\n41\n\nDucks\n\n1\n\n2\n");
    assert_int_equal(blocks.count, 2);
    assert_slice(block_at(blocks, 0)->number, "4.2");
    assert_int_equal(block_at(blocks, 1)->type, mb_block_type_table);
}

static void sentences_that_end_in_figures_are_no_table(void **state)
{
    (void)state;
    assert_no_table("There were 12 stalls and 300 visitors in 2024.\n\n"
                    "There were 14 stalls and 350 visitors in 2025.\n\n"
                    "There will be 16 stalls in 2026.\n");
}

static void two_such_rows_are_no_table(void **state)
{
    (void)state;
    assert_no_table(ROWS);
}

static void telephone_numbers_are_no_values(void **state)
{
    (void)state;
    assert_no_table("Ann Lee 01632 960112\n\nBob Hay 01632 960113\n\nCy Orr 01632 960114\n");
}

static void years_spans_and_dates_are_no_values(void **state)
{
    (void)state;
    assert_no_table("Lamps\n\n2023\n\n2024\n\nGates\n\n2023\n\n2024\n\nPaths\n\n2023\n\n2024\n");
    assert_no_table("Ages\n\n18-64\n\n65-74\n\nMore\n\n18-64\n\n65-74\n\nAll\n\n18-64\n\n65-74\n");
    assert_no_table("Begun\n\n31.03.24\n\n31.03.25\n\nPaid\n\n01.04.24\n\n01.04.25\n\nDone\n\n02.04.24\n\n02.04.25\n");
}

static void the_axis_of_a_chart_is_no_table(void **state)
{
    (void)state;
    assert_no_table(
        "40%\n\n38%\n\n35%\n\n0%\n2022/2023\n\n2023/2024\n\nBoat\n\nTrain\n\n100\n\n80\n\n60\n\nOn foot\n\n20\n");
}

static void a_title_that_is_longer_than_all_heads_is_none_of_them(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("How the allotments were watered in the dry summer\n\nFrom\n\nIn June\n\nIn July\n\n"
                               "The brook\n\n41\n\n0\n\nThe butts\n\n14\n\n25\n\nThe tap\n\n3\n\n61\n");
    assert_int_equal(blocks.count, 2);
    assert_slice(block_at(blocks, 0)->text, "How the allotments were watered in the dry summer");
    assert_string_equal(table_in(block_at(blocks, 1)),
                        "\nFrom | In June | In July\nThe brook | 41 | 0\nThe butts | 14 | 25\nThe tap | 3 | 61\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_that_end_in_as_many_values_are_a_table_with_the_head_above_them),
        cmocka_unit_test(a_label_over_several_lines_may_have_its_values_behind_a_gap),
        cmocka_unit_test(a_label_may_end_in_a_number),
        cmocka_unit_test(a_block_without_values_between_two_rows_is_a_row),
        cmocka_unit_test(cells_on_lines_of_their_own_are_a_table),
        cmocka_unit_test(a_head_may_stand_right_under_a_line_of_text),
        cmocka_unit_test(a_head_may_lack_the_cell_above_the_labels),
        cmocka_unit_test(the_name_of_some_rows_may_stand_under_the_head),
        cmocka_unit_test(a_pound_sign_in_a_cell_of_its_own_goes_with_the_sum_behind_it),
        cmocka_unit_test(labels_in_one_block_stand_above_the_values_of_all),
        cmocka_unit_test(a_column_of_labels_and_one_of_values_are_a_table),
        cmocka_unit_test(values_without_a_label_are_a_row_among_others),
        cmocka_unit_test(a_row_may_lack_a_sum_where_its_cells_are_money),
        cmocka_unit_test(a_page_number_behind_a_table_is_none_of_its_cells),
        cmocka_unit_test(a_title_alone_is_the_head_of_the_labels),
        cmocka_unit_test(a_title_may_stand_right_above_labels_that_begin_alike),
        cmocka_unit_test(the_end_of_a_span_belongs_to_a_head),
        cmocka_unit_test(sums_that_two_rows_lack_may_stand_by_column),
        cmocka_unit_test(a_whole_number_behind_sums_is_the_page_s),
        cmocka_unit_test(another_unit_begins_another_table),
        cmocka_unit_test(the_number_of_a_paragraph_may_number_a_table),
        cmocka_unit_test(sentences_that_end_in_figures_are_no_table),
        cmocka_unit_test(two_such_rows_are_no_table),
        cmocka_unit_test(telephone_numbers_are_no_values),
        cmocka_unit_test(years_spans_and_dates_are_no_values),
        cmocka_unit_test(the_axis_of_a_chart_is_no_table),
        cmocka_unit_test(a_title_that_is_longer_than_all_heads_is_none_of_them),
    };
    return run_text_tests(tests);
}
