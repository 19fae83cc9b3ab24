/* beside_text.c: charts and small tables that were printed between the lines of the text beside them. */
#include "table_of.h"

static void labels_and_figures_between_the_lines_of_a_text_are_a_table(void **state)
{
    (void)state;
    mb_list blocks = blocks_of(
        "Pond\n\nOf the swans that were counted in the spring, those of the pond were\n\n40\n\nBrook\n\n"
        "by far the most, which is the work of the wardens who look after it. In\n\n12\n\nriver\n\n"
        "the years before they had been a few, and the brook had as many of them.\n\n9\n\nWeir\n\n3\n\nLock\n\n1\n0\n\n"
        "10\n\n20\n\nNobody saw any elsewhere.\n");
    assert_string_equal(table_in(block_at(blocks, 0)), "\n\nPond | 40\nBrook | 12\nriver | 9\nWeir | 3\nLock | 1\n");
    assert_slice(
        block_at(blocks, 1)->text,
        "Of the swans that were counted in the spring, those of the pond were by far the most, which is the work "
        "of the wardens who look after it. In the years before they had been a few, and the brook had as many of "
        "them.");
    assert_slice(block_at(blocks, 2)->text, "0");
}

static void the_heads_of_two_columns_are_two_labels_more_than_figures(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("Place\nUpper\n\npond\n\nSwans\nby the\n\n46\n\nOf the swans that were counted in the "
                               "spring,\n\nwall\nBrook\nRiver\n\n"
                               "those of the pond were by far the most, and\n\n34\n8\n\nwere looked after by the "
                               "wardens of the park\n\n3\n\nLock\n\n1\n\n"
                               "All\n\n92\n Weir\n\nand by all who fed them.\n");
    assert_string_equal(
        table_in(block_at(blocks, 0)),
        "\nPlace | Swans\nUpper pond by the wall | 46\nBrook | 34\nRiver | 8\nWeir | 3\nLock | 1\nAll | 92\n");
    assert_int_equal(blocks.count, 2);
}

static void figures_without_labels_between_paragraphs_are_no_table(void **state)
{
    (void)state;
    assert_no_table("Of the swans that were counted in the spring, those of the pond were\n\n40\n\n"
                    "by far the most, which is the work of the wardens who look after it.\n\n12\n\nBrook\n\n3\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_and_figures_between_the_lines_of_a_text_are_a_table),
        cmocka_unit_test(the_heads_of_two_columns_are_two_labels_more_than_figures),
        cmocka_unit_test(figures_without_labels_between_paragraphs_are_no_table),
    };
    return run_text_tests(tests);
}
