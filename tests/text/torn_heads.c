/* torn_heads.c: the cells of a table's head that stand in paragraphs above it. */
#include "text_of.h"

#include "text/torn_heads.h"

static mb_list gathered(const char *printed)
{
    mb_text text = text_of(printed);
    mb_list blocks = blocks_in(&text);
    mb_gather_torn_heads(text_arena, &text, &blocks);
    return blocks;
}

/* The head's cells, parted by " | ". */
static const char *head_of(const mb_block *table)
{
    static char printed[512];
    size_t at = 0;
    *printed = 0;
    for (uint32_t i = 0; i < table->header.count; i++)
        at += (size_t)snprintf(printed + at, sizeof printed - at, "%s%.*s", i ? " | " : "",
                               MB_ARG(table->header.items[i]));
    return printed;
}

#define TEXT "Bulbs are bought in autumn, when the market has most of them, and planted before the frost.\n\n"
#define ROWS "Tulips\n\n11\n\n13\n\n4\n\nCrocuses\n\n40\n\n41\n\n5\n\nSnowdrops\n\n1\n\n2\n\n1\n"

static void cells_around_a_caption_and_a_number_are_the_head_in_the_order_of_years(void **state)
{
    (void)state;
    mb_list blocks = gathered(TEXT "Kept for\n2026\n\nLost\n\nTable 2: Bulbs\n\nBrought from\n2024\n\n3.2\n\n" ROWS);
    assert_int_equal(blocks.count, 3);
    assert_slice(block_at(blocks, 1)->number, "3.2");
    assert_slice(block_at(blocks, 2)->caption, "Table 2: Bulbs");
    assert_string_equal(head_of(block_at(blocks, 2)), " | Brought from 2024 | Lost | Kept for 2026");
}

#define SHARES "Tulips\n\n11\n\n13%\n\n4\n\nCrocuses\n\n40\n\n41%\n\n5\n\nSnowdrops\n\n1\n\n2%\n\n1\n"

static void a_number_that_a_cell_was_given_is_that_of_the_text_below(void **state)
{
    (void)state;
    mb_list blocks =
        gathered("Flower\n\nTable 5: Bulbs. They are told as the market does.\nDug up\n\n3.8\n\n% that grew\n\n" TEXT
                 "Planted\n\n3.7\n\n" SHARES);
    assert_int_equal(blocks.count, 3);
    assert_slice(block_at(blocks, 0)->number, "3.8");
    assert_memory_equal(block_at(blocks, 0)->text.data, "Bulbs are", 9);
    assert_slice(block_at(blocks, 1)->number, "3.7");
    assert_string_equal(head_of(block_at(blocks, 2)), "Flower | Dug up | % that grew | Planted");
}

static void a_head_printed_from_right_to_left_is_turned_to_fit_its_percents(void **state)
{
    (void)state;
    mb_list blocks =
        gathered(TEXT "Flower\n\n% lost\n\nTable 5: Bulbs\n\nLost\n\nPlanted\n\n3.7\n\n"
                      "Tulips\n\n11\n\n13\n\n4%\n\nCrocuses\n\n40\n\n41\n\n5%\n\nLilies\n\n1\n\n2\n\n1%\n");
    assert_string_equal(head_of(block_at(blocks, 2)), "Flower | Planted | Lost | % lost");
}

static void short_lines_that_are_no_row_of_cells_are_no_head(void **state)
{
    (void)state;
    mb_list blocks = gathered(TEXT "Lost\n\n3.2\n\n" ROWS);
    assert_int_equal(((const mb_block *)mb_list_last(&blocks))->header.count, 0);
    assert_int_equal(blocks.count, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_around_a_caption_and_a_number_are_the_head_in_the_order_of_years),
        cmocka_unit_test(a_number_that_a_cell_was_given_is_that_of_the_text_below),
        cmocka_unit_test(a_head_printed_from_right_to_left_is_turned_to_fit_its_percents),
        cmocka_unit_test(short_lines_that_are_no_row_of_cells_are_no_head),
    };
    return run_text_tests(tests);
}
