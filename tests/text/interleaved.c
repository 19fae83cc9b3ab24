/* interleaved.c: two columns of text that were printed line by line. */
#include "table_of.h"

#define HEAD "The services were looked at in turn.\nService\nWhat was found\n"
#define PARKS                                                                                                          \
    "Parks and Open Spaces The gate of the park was left open for\nThe Harle Rangers all of a night in May, and deer " \
    "came in and\n"                                                                                                    \
    "ate what had been planted along the wall for the\nWest Team\nsummer show. It was mended.\n"
#define PONDS                                                                                                          \
    "The Ponds and Brooks\nNobody had fed the carp, which is why those of the\nTown Brook\nupper pond had gone to "    \
    "the lower one, "                                                                                                  \
    "and "                                                                                                             \
    "the\nWardens\nangler who asked was told so.\n"

static void lines_of_both_columns_are_rows_of_names_and_texts(void **state)
{
    (void)state;
    mb_list blocks = blocks_of(HEAD PARKS PONDS);
    assert_int_equal(blocks.count, 2);
    assert_slice(block_at(blocks, 0)->text, "The services were looked at in turn.");
    assert_string_equal(
        table_in(block_at(blocks, 1)),
        "\nService | What was found\n"
        "Parks and Open Spaces The Harle Rangers West Team | The gate of the park was left open for all of a night in "
        "May, "
        "and deer came in "
        "and ate what had been planted along the wall for the summer show. It was mended.\n"
        "The Ponds and Brooks Town Brook Wardens | Nobody had fed the carp, which is why those of the upper pond had "
        "gone to the lower "
        "one, and the angler who asked was told so.\n");
}

static void a_row_goes_on_behind_a_page_s_end(void **state)
{
    (void)state;
    mb_list blocks =
        blocks_of(HEAD PARKS PONDS
                  "Steps\nThey are steep, and wet in the winter, which is why\n\nthey were closed.\n\n4.2 More.\n");
    assert_int_equal(blocks.count, 3);
    const mb_strings *last = mb_list_last(&block_at(blocks, 1)->rows);
    assert_slice(last->items[1], "They are steep, and wet in the winter, which is why they were closed.");
}

static void short_lines_above_a_paragraph_are_no_table(void **state)
{
    (void)state;
    assert_no_table(
        "Parks Service\nOpen Spaces\nThe gate of the park was left open for all of a night in May, and deer\n"
        "came in and ate what had been planted along the wall for the summer show.\nIt was mended.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_of_both_columns_are_rows_of_names_and_texts),
        cmocka_unit_test(a_row_goes_on_behind_a_page_s_end),
        cmocka_unit_test(short_lines_above_a_paragraph_are_no_table),
    };
    return run_text_tests(tests);
}
