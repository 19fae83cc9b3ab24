/* year_tables.c: years that were printed with the first figures under them. */
#include "table_of.h"

#define CAPTION "Table 9: Birds that were counted\n"

static void years_with_their_figures_are_columns_and_the_label_alone_is_the_first_row_s(void **state)
{
    (void)state;
    assert_string_equal(only_table(CAPTION "Counted\n2022/\n2023\n30\n\nGeese\n\n4\n\n5\n\n6\n\n"
                                           "Swans\n\n2023/\n2024\n36\n\n2024/\n2025\n51\n"),
                        "Table 9: Birds that were counted\nCounted | 2022/ 2023 | 2023/ 2024 | 2024/ 2025\n"
                        "Swans | 30 | 36 | 51\nGeese | 4 | 5 | 6\n");
}

static void a_figure_that_a_row_lacks_went_with_its_year(void **state)
{
    (void)state;
    assert_string_equal(only_table("Counted\n2022\n30\n\nGeese\n\n4\n\n5\n\n2024\n51\n(53)\n6\n\nSwans\n\n2023\n36\n"),
                        "\nCounted | 2022 | 2023 | 2024\nSwans | 30 | 36 | 51 (53)\nGeese | 4 | 5 | 6\n");
}

static void a_label_s_end_in_brackets_behind_all_is_the_last_row_s(void **state)
{
    (void)state;
    assert_string_equal(
        only_table("Counted\n2022\n30\n\nGeese\n\n4\n\n5\n\n6\n\nSwans\n\n2023\n36\n\n2024\n51\n\n(by the pond)\n"),
        "\nCounted | 2022 | 2023 | 2024\nSwans | 30 | 36 | 51\nGeese (by the pond) | 4 | 5 | 6\n");
}

static void years_along_a_chart_are_no_table(void **state)
{
    (void)state;
    assert_no_table("Swans\n2022\n30\n\n2023\n\n2024\n36\n\nGeese\n\n2025\n51\n");
    assert_no_table("Swans\n2022\n30\n\n2023\n36\n\n2024\n51\n");
    assert_no_table("Counted\n2022\n30\n\nSwans\n\n2023\n36\n4\n\n2024\n51\n5\n"); /* 4 and 5 are in no row */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_with_their_figures_are_columns_and_the_label_alone_is_the_first_row_s),
        cmocka_unit_test(a_figure_that_a_row_lacks_went_with_its_year),
        cmocka_unit_test(a_label_s_end_in_brackets_behind_all_is_the_last_row_s),
        cmocka_unit_test(years_along_a_chart_are_no_table),
    };
    return run_text_tests(tests);
}
