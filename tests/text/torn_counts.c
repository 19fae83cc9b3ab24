/* torn_counts.c: plain numbers that were printed in a column before what they count. */
#include "text_of.h"

static mb_text text_with_counts(const char *printed)
{
    mb_text text = text_of(printed);
    mb_read_cells(text_arena, text_scratch, &text, NULL, NULL);
    return text;
}

#define LONG_ONE  "The band plays too long, and it plays on Sundays, when the park should be quiet for (704)."
#define SHORT_TWO "The benches are wet in winter and in most of the weeks of spring and autumn (391 people)."
#define WRAPPED                                                                                                        \
    "Nobody feeds the ducks in winter, when they need it more than at any other time of the year, nor\nthe geese."

static void a_column_of_plain_numbers_counts_the_texts_below_it(void **state)
{
    (void)state;
    mb_text text = text_with_counts("What was said:\n1\n2\n3\n\n" LONG_ONE "\n" SHORT_TWO "\n" WRAPPED
                                    "\n\nWe thank everybody.\n\f");
    mb_list blocks = blocks_in(&text);
    assert_int_equal(blocks.count, 3);
    const mb_block *list = block_at(blocks, 1);
    assert_int_equal(list->type, mb_block_type_list);
    assert_int_equal(list->items.count, 3);
    assert_slice(item_at(list->items, 0)->marker, "1");
    assert_slice(item_at(list->items, 0)->text, LONG_ONE);
    assert_slice(item_at(list->items, 1)->marker, "2");
    assert_slice(item_at(list->items, 1)->text, SHORT_TWO);
    assert_slice(item_at(list->items, 2)->marker, "3");
}

static void numbers_that_are_not_as_many_as_the_texts_count_none(void **state)
{
    (void)state;
    mb_text text = text_with_counts("1\n2\n3\n\nThe benches are wet.\nNobody feeds the ducks.\n\nWe thank you.\n\f");
    assert_slice(mb_line_text(&text, 0), "1");
    assert_slice(mb_line_text(&text, 4), "The benches are wet.");
}

static void numbers_that_do_not_count_up_are_figures(void **state)
{
    (void)state;
    mb_text text = text_with_counts("3\n5\n4\n\nThe benches are wet.\nNobody feeds the ducks.\nThe band plays.\n\f");
    assert_slice(mb_line_text(&text, 0), "3");
    assert_slice(mb_line_text(&text, 4), "The benches are wet.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_column_of_plain_numbers_counts_the_texts_below_it),
        cmocka_unit_test(numbers_that_are_not_as_many_as_the_texts_count_none),
        cmocka_unit_test(numbers_that_do_not_count_up_are_figures),
    };
    return run_text_tests(tests);
}
