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

static void so_many_votes_to_so_many_are_the_larger_side_s_first(void **state)
{
    (void)state;
    assert_vote(debate("The motion was CARRIED by 5 votes to 1, with 1 abstention."), mb_vote_result_carried, 5, 1, 1);
    assert_vote(debate("The amendment was lost by 7 votes to 2."), mb_vote_result_lost, 2, 7, NOT_SAID);
    assert_vote(debate("The amendment was lost by 2 votes to 7."), mb_vote_result_lost, 2, 7, NOT_SAID);
    assert_vote(debate("The amendment fell by 7 votes to 2."), mb_vote_result_fell, 2, 7, NOT_SAID);
    assert_vote(debate("The amendment fell by 2 votes to 7."), mb_vote_result_fell, 2, 7, NOT_SAID);
}

static void votes_to_votes_without_a_result_are_in_favour_first(void **state)
{
    (void)state;
    assert_vote(debate("On a vote of 3 votes to 5, the hedge stayed."), mb_vote_result_nothing, 3, 5, NOT_SAID);
    assert_vote(debate("On a vote of 5 votes to 3, the hedge went."), mb_vote_result_nothing, 5, 3, NOT_SAID);
}

static void counts_in_brackets_need_no_word_for_a_vote(void **state)
{
    (void)state;
    assert_vote(debate("RESOLVED (5 For, 1 Against) that the meters stay."), mb_vote_result_nothing, 5, 1, NOT_SAID);
    assert_vote(debate("[Notes;\n\n1. The above resolution was carried with 30 Councillors voting in favour, 12 voting "
                       "against and 2 abstentions.\n\n2. It rained.]"),
                mb_vote_result_carried, 30, 12, 2);
}

static void a_year_is_no_count(void **state)
{
    (void)state;
    assert_int_equal(debate("Calls in favour rose to 2020 against 1850 in the vote of the county.")->votes.count, 0);
}

static void all_in_favour_is_a_vote_but_agreed_unanimously_is_none(void **state)
{
    (void)state;
    assert_int_equal(the_vote(debate("Councillor Cole proposed a vote of thanks. All in favour."))->unanimous, MB_YES);
    assert_int_equal(
        the_vote(debate("On being put to the vote it was unanimously RESOLVED that the meters stay."))->unanimous,
        MB_YES);
    assert_int_equal(debate("It was AGREED unanimously that the meters stay.")->votes.count, 0);
}

static void a_vote_says_what_it_was_about(void **state)
{
    (void)state;
    assert_slice(the_vote(debate("On being put to the vote the amendment was LOST."))->about, "the amendment");
    assert_slice(the_vote(debate("The officers' recommendation was CARRIED unanimously."))->about,
                 "The officers' recommendation");
    assert_slice(the_vote(debate("On being put to the vote it was CARRIED: 4 in favour."))->about, NULL);
}

static mb_slice joined(const mb_strings *names)
{
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < names->count; i++)
        all = mb_arena_printf(kept, "%.*s%s%.*s", MB_ARG(all), i ? "; " : "", MB_ARG(names->items[i]));
    return all;
}

static void a_recorded_vote_has_names_for_each_side(void **state)
{
    (void)state;
    static const char *const forms[] = {
        "A recorded vote was then taken on the motion, as follows:\n\nFor (2): Councillors Lee and Hay\n\nAgainst (1): "
        "Councillor Cole\n\nAbstained (1): Councillor O'Dell\n\nThe motion was declared CARRIED.",
        "A recorded vote was taken on the motion: For: Councillors Lee and Hay (2); Against: Councillor Cole (1); "
        "Abstentions: Councillor O'Dell (1). The motion was CARRIED.",
        "On a division on the motion, there voted:- For the motion (2) - Councillors Lee and Hay; Against the motion "
        "(1) - "
        "Councillor Cole; Declined to vote (1) - Councillor O'Dell.\n\nThe motion was declared CARRIED.",
    };
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        const mb_minute_item *item = debate(forms[i]);
        assert_vote(item, mb_vote_result_carried, 2, 1, 1);
        const mb_vote *vote = the_vote(item);
        assert_non_null(vote->named);
        assert_slice(joined(&vote->named->in_favour), "Ann Lee; Bob Hay");
        assert_slice(joined(&vote->named->against), "Andy Cole");
        assert_slice(joined(&vote->named->abstained), "Mae O'Dell");
        assert_int_equal(vote->unanimous, MB_NO);
    }
}

static void names_without_counts_are_counted(void **state)
{
    (void)state;
    assert_vote(debate("A recorded vote was taken:\n\nFor: Councillors Lee, Hay and Cole\n\nAgainst: none\n"),
                mb_vote_result_nothing, 3, 0, NOT_SAID);
}

static void names_that_do_not_fit_their_count_are_reported(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of(mb_arena_printf(kept, "%s\n%s", MINUTES_HEAD,
                                "1 WELCOME\n\nAll were welcome.\n\n2 SUMMER FAIR\n\nA recorded vote was "
                                "taken:\n\nFor (3): Councillors Ogle and Dunn\n\nAgainst (0): none\n")
                    .data);
    assert_non_null(remark_in(pack, "vote-count-conflict"));
}

static void an_argument_for_something_is_no_side_of_a_vote(void **state)
{
    (void)state;
    assert_int_equal(debate("For: it would save money.\n\nAgainst: it would take time.")->votes.count, 0);
}

static void a_motion_that_is_resolved_unanimously_was_voted_on(void **state)
{
    (void)state;
    const mb_vote *vote =
        the_vote(debate("On a motion from Councillor Cole, seconded by Councillor Hay, it was RESOLVED "
                        "(unanimously) that the meters stay."));
    assert_int_equal(vote->unanimous, MB_YES);
    assert_int_equal(vote->result, mb_vote_result_carried);
    assert_slice(vote->about, NULL);
    vote = the_vote(debate("On a motion from Councillor Cole, seconded by Councillor Hay, it was unanimously\n\n"
                           "RESOLVED that the meters stay."));
    assert_int_equal(vote->unanimous, MB_YES);
    assert_int_equal(
        debate("On a motion from Councillor Cole, seconded by Councillor Hay, it was RESOLVED that the meters "
               "stay.")
            ->votes.count,
        0);
}

static void a_side_s_label_names_and_count_may_stand_apart(void **state)
{
    (void)state;
    static const char *const forms[] = {
        "The voting on the motion was recorded as follows:\n\nYES\n\nLee, "
        "Hay\n\n2\n\nNO\n\nCole\n\n1\n\nABSTAIN\n\nO'Dell\n\n1",
        "A named vote was taken.\n\nThose in favour were: Councillors Lee and Hay (2)\n\nThose against were: "
        "Councillor Cole "
        "(1)\n\nThose who abstained: Councillor O'Dell (1)",
        "There voted for the motion as printed above:\n\nCouncillors Lee and Hay ............ 2\n\nThere voted against "
        "the "
        "motion:\n\nCouncillor Cole ........ 1\n\nThere abstained from voting:\n\nCouncillor O'Dell ....... 1",
    };
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        const mb_minute_item *item = debate(forms[i]);
        assert_vote(item, mb_vote_result_nothing, 2, 1, 1);
        const mb_vote *vote = the_vote(item);
        assert_non_null(vote->named);
        assert_slice(joined(&vote->named->in_favour), "Ann Lee; Bob Hay");
        assert_slice(joined(&vote->named->against), "Andy Cole");
        assert_slice(joined(&vote->named->abstained), "Mae O'Dell");
    }
}

static void a_label_that_is_cut_off_at_its_bracket_is_none(void **state)
{
    (void)state;
    assert_int_equal(debate("A named vote was taken.\n\nThose in favour (")->votes.count, 0);
    assert_int_equal(debate("A named vote was taken.\n\nThose in favour (2")->votes.count, 0);
}

static void counts_one_below_the_other_are_one_vote(void **state)
{
    (void)state;
    assert_vote(debate("The Panel voted as follows:\n\nFor: 9\n\nAgainst: 4\n\nAbstain: 1\n\nThe motion was carried."),
                mb_vote_result_carried, 9, 4, 1);
    assert_vote(debate("The meters stay.\n\nVoting record\n\n8 For\n\n1 Against\n\n2 Abstentions"),
                mb_vote_result_nothing, 8, 1, 2);
    assert_vote(
        debate("On the amendment being put to the meeting 24 Members voted for, 11 against and 2 abstained.\n\nThe "
               "amendment was declared carried."),
        mb_vote_result_carried, 24, 11, 2);
    assert_int_equal(debate("Charges for parking:\n\nFor 2 hours\n\nFor 9 hours")->votes.count, 0);
}

static void who_is_counted_may_be_named_in_a_bracket(void **state)
{
    (void)state;
    assert_vote(
        debate("Upon being put to the vote 2 Members (Councillors Lee and Hay) voted in favour of the amendment, and 7 "
               "against, whereupon the Chair declared the amendment to be lost."),
        mb_vote_result_lost, 2, 7, NOT_SAID);
}

static void a_motion_and_an_amendment_may_receive_votes(void **state)
{
    (void)state;
    assert_vote(
        debate("On a vote being taken, the motion received 34 votes and the amendment received 29 votes, with 3 "
               "abstentions, and the motion was therefore carried."),
        mb_vote_result_carried, 34, 29, 3);
}

static void a_motion_or_an_amendment_alone_receives_votes_for_and_against(void **state)
{
    (void)state;
    assert_vote(debate("The amendment received 12 votes in favour and 3 against and was carried."),
                mb_vote_result_carried, 12, 3, NOT_SAID);
    assert_vote(debate("On being put to the vote, the amendment received 9 votes for, 2 votes against and 1 "
                       "abstention and was carried."),
                mb_vote_result_carried, 9, 2, 1);
}

static void counts_may_be_for_the_motion_and_for_the_amendment(void **state)
{
    (void)state;
    assert_vote(debate("Voting\n\nFor the motion - 12\n\nFor the amendment - 9"), mb_vote_result_nothing, 12, 9,
                NOT_SAID);
    assert_vote(debate("For the motion: 4\nAgainst the motion: 2\n"), mb_vote_result_nothing, 4, 2, NOT_SAID);
}

static void counts_for_the_amendment_alone_are_in_favour(void **state)
{
    (void)state;
    assert_vote(debate("The amendment was put to the vote.\n\nFor the amendment: 3\n\nAgainst the amendment: 8\n\n"
                       "Abstentions: 1\n\nThe amendment was LOST."),
                mb_vote_result_lost, 3, 8, 1);
    assert_vote(debate("Voting\n\nFor the amendment - 9\n\nFor the motion - 12"), mb_vote_result_nothing, 12, 9,
                NOT_SAID);
}

static void two_counts_of_one_side_are_of_two_votes(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("For: 7\n\nAgainst: 2\n\nFor: 5\n\nAgainst: 4");
    assert_int_equal(item->votes.count, 2);
}

static void names_for_the_amendment_are_against_the_motion_where_it_has_names(void **state)
{
    (void)state;
    const mb_vote *vote = the_vote(debate("A recorded vote was taken on the motion:\n\nFor the motion: Councillors Lee "
                                          "and Hay (2)\n\nFor the amendment: Councillor Cole (1)"));
    assert_int_equal(vote->named->in_favour.count, 2);
    assert_int_equal(vote->named->against.count, 1);
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
        cmocka_unit_test(so_many_votes_to_so_many_are_the_larger_side_s_first),
        cmocka_unit_test(votes_to_votes_without_a_result_are_in_favour_first),
        cmocka_unit_test(counts_in_brackets_need_no_word_for_a_vote),
        cmocka_unit_test(a_year_is_no_count),
        cmocka_unit_test(all_in_favour_is_a_vote_but_agreed_unanimously_is_none),
        cmocka_unit_test(a_vote_says_what_it_was_about),
        cmocka_unit_test(a_recorded_vote_has_names_for_each_side),
        cmocka_unit_test(names_without_counts_are_counted),
        cmocka_unit_test(names_that_do_not_fit_their_count_are_reported),
        cmocka_unit_test(an_argument_for_something_is_no_side_of_a_vote),
        cmocka_unit_test(a_motion_that_is_resolved_unanimously_was_voted_on),
        cmocka_unit_test(a_side_s_label_names_and_count_may_stand_apart),
        cmocka_unit_test(a_label_that_is_cut_off_at_its_bracket_is_none),
        cmocka_unit_test(counts_one_below_the_other_are_one_vote),
        cmocka_unit_test(who_is_counted_may_be_named_in_a_bracket),
        cmocka_unit_test(a_motion_and_an_amendment_may_receive_votes),
        cmocka_unit_test(a_motion_or_an_amendment_alone_receives_votes_for_and_against),
        cmocka_unit_test(counts_may_be_for_the_motion_and_for_the_amendment),
        cmocka_unit_test(counts_for_the_amendment_alone_are_in_favour),
        cmocka_unit_test(two_counts_of_one_side_are_of_two_votes),
        cmocka_unit_test(names_for_the_amendment_are_against_the_motion_where_it_has_names),
    };
    return run_reader_tests(tests);
}
