/* sum_tables.c: what was paid, line by line. */
#include "table_of.h"

/* A line that is as wide as the page: those below are short. */
#define WIDE_LINE "The Clerk had sent round what was to be paid before the next meeting in May, with the bills. The"

static void lines_that_each_end_with_a_sum_are_a_table(void **state)
{
    (void)state;
    mb_list blocks = blocks_of(WIDE_LINE "\n"
                                         "Council agreed to pay:\n"
                                         "Clerk's salary, May £412.50\n"
                                         "Felling at the green – £ 180.00\n"
                                         "Insurance £1,204.16\n"
                                         "Nobody spoke against.\n");
    assert_int_equal(blocks.count, 3);
    assert_int_equal(block_at(blocks, 1)->place.line, 3);
    assert_string_equal(table_in(block_at(blocks, 1)), "\n\n"
                                                       "Clerk's salary, May | £412.50\n"
                                                       "Felling at the green | £ 180.00\n"
                                                       "Insurance | £1,204.16\n");
}

static void the_first_sum_may_stand_behind_the_lead_in(void **state)
{
    (void)state;
    mb_list blocks = blocks_of(WIDE_LINE "\n"
                                         "Council agreed to pay :Clerk's salary £412.50\n"
                                         "Felling at the green £180.00\n"
                                         "Insurance £1,204.16\n");
    assert_int_equal(blocks.count, 2);
    assert_slice(block_at(blocks, 0)->text, WIDE_LINE " Council agreed to pay :");
    assert_string_equal(table_in(block_at(blocks, 1)), "\n\n"
                                                       "Clerk's salary | £412.50\n"
                                                       "Felling at the green | £180.00\n"
                                                       "Insurance | £1,204.16\n");
}

static void a_colon_within_a_label_is_no_lead_in(void **state)
{
    (void)state;
    mb_list blocks =
        blocks_of(WIDE_LINE "\n"
                            "bills were:\nClerk: salary £412.50\nRangers: felling £180.00\nInsurance £1,204.16\n");
    assert_string_equal(table_in(block_at(blocks, 1)),
                        "\n\nClerk: salary | £412.50\nRangers: felling | £180.00\nInsurance | £1,204.16\n");
}

static void a_first_row_with_a_colon_like_the_next_is_whole(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("Grant to the village hall: heating £50\n\nGrant to the chess club: boards £30\n\n"
                               "Grant to the band: drums £70\n\n");
    assert_int_equal(blocks.count, 1);
    assert_string_equal(table_in(block_at(blocks, 0)), "\n\n"
                                                       "Grant to the village hall: heating | £50\n"
                                                       "Grant to the chess club: boards | £30\n"
                                                       "Grant to the band: drums | £70\n");
}

static void two_such_lines_are_text(void **state)
{
    (void)state;
    assert_no_table("The new bench was bought for £400\n\nThe old one was sold for £20\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_that_each_end_with_a_sum_are_a_table),
        cmocka_unit_test(the_first_sum_may_stand_behind_the_lead_in),
        cmocka_unit_test(a_colon_within_a_label_is_no_lead_in),
        cmocka_unit_test(a_first_row_with_a_colon_like_the_next_is_whole),
        cmocka_unit_test(two_such_lines_are_text),
    };
    return run_text_tests(tests);
}
