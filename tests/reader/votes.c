/* votes.c: tests of how votes are counted. */
#include "minutes_of.h"

#define NOT_SAID (-1)

static const mb_minute_item *debate(const char *text)
{
    return item_of("PARKING IN MARLFORD", text);
}

static void assert_count(mb_count count, int expected)
{
    assert_int_equal(count.known ? count.value : NOT_SAID, expected);
}

static const mb_vote *the_vote(const mb_minute_item *item)
{
    if (item->votes.count != 1)
        fail_msg("there are %u votes, not one", item->votes.count);
    return item->votes.items[0];
}

static void assert_vote(const mb_minute_item *item, mb_vote_result result, int in_favour, int against, int abstained)
{
    const mb_vote *vote = the_vote(item);
    assert_int_equal(vote->result, result);
    assert_count(vote->in_favour, in_favour);
    assert_count(vote->against, against);
    assert_count(vote->abstained, abstained);
}

static void counts_stand_before_their_sides(void **state)
{
    (void)state;
    assert_vote(debate("The motion was put to the vote and CARRIED: 4 in favour, 2 against, 1 abstention."),
                mb_vote_result_carried, 4, 2, 1);
}

static void counts_can_be_words_and_have_words_between(void **state)
{
    (void)state;
    assert_vote(
        debate("The proposal was LOST when it was put to the vote (two of the members voting in favour, none voting "
               "against, and 3 abstentions)"),
        mb_vote_result_lost, 2, 0, 3);
}

static void counts_can_stand_behind_labels(void **state)
{
    (void)state;
    assert_vote(debate("Voting on the motion, which was carried - For: 4, Against: 2, Abstentions: 0."),
                mb_vote_result_carried, 4, 2, 0);
}

static void a_count_in_the_next_sentence_completes_the_vote(void **state)
{
    (void)state;
    assert_vote(
        debate("The amendment was CARRIED (5 members in favour and 1 voting against. There were also 3 abstentions)"),
        mb_vote_result_carried, 5, 1, 3);
}

static void abstentions_alone_are_a_vote_whose_result_is_not_said(void **state)
{
    (void)state;
    assert_vote(debate("The Panel RESOLVED to note the report.\n\nOne member of the Panel abstained from voting."),
                mb_vote_result_nothing, NOT_SAID, NOT_SAID, 1);
}

static void unanimous_is_who_nobody_was_against(void **state)
{
    (void)state;
    assert_int_equal(the_vote(debate("The motion was CARRIED unanimously."))->unanimous, MB_YES);
    assert_int_equal(the_vote(debate("The motion was CARRIED: 4 in favour, 2 against."))->unanimous, MB_NO);
}

static void what_somebody_tells_of_a_vote_elsewhere_is_none(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Councillor Cole said that the motion of the county was lost, with 12 votes "
                                        "against. He added that one member had abstained.\n\nThe bus lost its way.");
    assert_int_equal(item->votes.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_stand_before_their_sides),
        cmocka_unit_test(counts_can_be_words_and_have_words_between),
        cmocka_unit_test(counts_can_stand_behind_labels),
        cmocka_unit_test(a_count_in_the_next_sentence_completes_the_vote),
        cmocka_unit_test(abstentions_alone_are_a_vote_whose_result_is_not_said),
        cmocka_unit_test(unanimous_is_who_nobody_was_against),
        cmocka_unit_test(what_somebody_tells_of_a_vote_elsewhere_is_none),
    };
    return run_reader_tests(tests);
}
