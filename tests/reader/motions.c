/* motions.c: tests of who is found to have moved what, and who to have seconded it. */
#include "minutes_of.h"

static const mb_minute_item *debate(const char *text)
{
    return item_of("PARKING IN MARLFORD", text);
}

static const mb_motion *motion_at(const mb_minute_item *item, uint32_t index)
{
    if (index >= item->motions.count)
        fail_msg("there are %u motions, so none is the %u. one", item->motions.count, index + 1);
    return item->motions.items[index];
}

static void assert_moved(const mb_minute_item *item, uint32_t index, const char *proposer, const char *seconder)
{
    assert_slice(motion_at(item, index)->proposer, proposer);
    assert_slice(motion_at(item, index)->seconder, seconder);
}

static void a_motion_has_its_proposer_its_seconder_and_its_words(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Councillor Cole moved that the meters be removed.\n\n"
                                        "Councillor O'Dell seconded the motion. She said that nobody fed them.");
    assert_int_equal(item->motions.count, 1);
    assert_moved(item, 0, "Andy Cole", "Mae O'Dell");
    assert_slice(motion_at(item, 0)->about, "that the meters be removed");
}

static void a_motion_in_the_passive_is_one_too(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("The recommendation was moved by Councillor Cole and seconded by Councillor O'Dell.");
    assert_int_equal(item->motions.count, 1);
    assert_moved(item, 0, "Andy Cole", "Mae O'Dell");
    assert_slice(motion_at(item, 0)->about, "The recommendation");
}

static void it_was_moved_by_says_nothing_of_what_was_moved(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("It was proposed by Cy Orr, seconded by Councillor Hay.");
    assert_moved(item, 0, "Cy Orr", "Bob Hay");
    assert_slice(motion_at(item, 0)->about, NULL);
}

static void what_was_moved_in_the_street_is_no_motion(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Councillor Cole replied that the water main had been moved and the road was open again.");
    assert_int_equal(item->motions.count, 0);
    item = debate("Councillor Cole replied that the tenant had moved to a flat nearby.");
    assert_int_equal(item->motions.count, 0);
}

static void what_would_have_been_and_what_is_counted_is_no_seconding(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Councillor Lee moved that the pond be cleaned.\n\nCouncillor Cole said that he "
               "would have seconded the motion, had there been a vote.\n\nCouncillor O'Dell "
               "seconded the motion.\n\nCouncillor Cole said that a call took 41 seconds and "
               "the longest took a minute.");
    assert_int_equal(item->motions.count, 1);
    assert_moved(item, 0, "Ann Lee", "Mae O'Dell");
}

static void who_moves_and_who_seconds_can_share_a_sentence(void **state)
{
    (void)state;
    assert_moved(debate("Councillor Cole moved and Councillor O'Dell seconded the recommendation."), 0, "Andy Cole",
                 "Mae O'Dell");
}

static void what_happened_before_may_open_the_sentence(void **state)
{
    (void)state;
    assert_moved(debate("Following the debate, the Chair moved and Councillor Hay, Leader, seconded the above motion."),
                 0, "Ann Lee", "Bob Hay");
}

static void an_amendment_can_name_its_seconder_in_a_clause(void **state)
{
    (void)state;
    assert_moved(debate("Councillor Cole moved an amendment which was seconded by Cy Orr."), 0, "Andy Cole", "Cy Orr");
}

static void he_or_she_who_moves_is_who_has_the_floor(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Councillor Cole addressed the Panel. He said that he would like to propose that "
               "the meters be removed.\n\n"
               "Councillor O'Dell said that she would second the proposal.");
    assert_moved(item, 0, "Andy Cole", "Mae O'Dell");
}

static void a_nomination_that_is_seconded_needs_no_proposer(void **state)
{
    (void)state;
    assert_moved(debate("Councillor Hay seconded her nomination."), 0, NULL, "Bob Hay");
}

static void what_nobody_or_a_plan_proposes_is_no_motion(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("It was proposed that a map be drawn.\n\nWhat is proposed\n\n"
                                        "The Head of Parking proposed two maps.\n\n"
                                        "Ed Fox had been seconded to the county.");
    assert_int_equal(item->motions.count, 0);
}

static void a_vote_is_the_outcome_of_the_motion_before_it(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Councillor Cole moved that the meters be removed.\n\n"
                                        "Councillor Hay seconded the motion.\n\n"
                                        "Councillor O'Dell moved an amendment.\n\n"
                                        "The amendment was seconded by Cy Orr.\n\n"
                                        "The amendment was put to the vote and LOST.\n\n"
                                        "The motion was put to the vote and CARRIED.");
    assert_int_equal(item->motions.count, 2);
    assert_int_equal(motion_at(item, 0)->outcome, mb_vote_result_carried);
    assert_moved(item, 1, "Mae O'Dell", "Cy Orr");
    assert_int_equal(motion_at(item, 1)->outcome, mb_vote_result_lost);
}

static void who_proposed_and_seconded_can_stand_in_the_shortest_form(void **state)
{
    (void)state;
    static const char *const forms[] = {
        "Proposed Cllr Cole, seconded Cllr O'Dell and resolved to pay the invoices.",
        "RESOLVED: To pay the invoices. Prop. Cllr Cole Sec. Cllr O'Dell. Agreed.",
        "Proposed by: Cllr Cole                   Seconded by: Cllr O'Dell",
        "Proposer: Councillor Andy Cole; Seconder: Councillor Mae O'Dell",
        "On a motion from Councillor Cole, seconded by Councillor O'Dell, it was",
        "On the proposal of Councillor Cole, seconded by Councillor O'Dell, the Panel agreed to pay.",
        "It was proposed by Councillor Cole and seconded by Councillor O'Dell and RESOLVED to pay the invoices.",
        "It was moved by Councillor Andy Cole, seconded by Councillor Mae O'Dell and supported by Councillor Hay.",
    };
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        const mb_minute_item *item = debate(forms[i]);
        assert_int_equal(item->motions.count, 1);
        assert_moved(item, 0, "Andy Cole", "Mae O'Dell");
    }
}

static void assert_about(const char *text, const char *about)
{
    const mb_minute_item *item = debate(text);
    assert_int_equal(item->motions.count, 1);
    assert_moved(item, 0, "Andy Cole", "Mae O'Dell");
    assert_slice(motion_at(item, 0)->about, about);
}

static void what_is_moved_may_stand_behind_who_seconds_it(void **state)
{
    (void)state;
    assert_about("It was moved by Councillor Cole and seconded by Councillor O'Dell that the meters stay.",
                 "that the meters stay");
    assert_about("Councillor Cole moved, and Councillor O'Dell seconded, an amendment that the meters stay.",
                 "an amendment that the meters stay");
    assert_about("Councillor Cole moved an amendment, seconded by Councillor O'Dell, that the meters stay.",
                 "that the meters stay");
    assert_about("Councillor Cole proposed a vote of thanks, seconded by Councillor O'Dell.", "a vote of thanks");
}

static void an_amendment_is_known_by_its_verb_s_object(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("It was moved by Councillor Cole that the meters be removed.\n\n"
                                        "Councillor O'Dell moved an amendment, seconded by Cy Orr, that half stay.\n\n"
                                        "The amendment was LOST.\n\nThe motion was CARRIED.");
    assert_int_equal(motion_at(item, 0)->outcome, mb_vote_result_carried);
    assert_int_equal(motion_at(item, 1)->outcome, mb_vote_result_lost);
}

static void motions_stand_in_lists_too(void **state)
{
    (void)state;
    assert_moved(debate("The Panel heard:\n\n1) Councillor Cole proposed, and Councillor O'Dell seconded, that the "
                        "meters stay.\n\n2) Cy Orr sneezed.\n"),
                 0, "Andy Cole", "Mae O'Dell");
}

static void who_seconds_shows_that_something_was_moved(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Councillor Cole proposed, seconded by Councillor O'Dell:-\n\n\"That the meters stay.\"");
    assert_int_equal(item->motions.count, 1);
    assert_int_equal(item->contributions.count, 0);
    assert_moved(item, 0, "Andy Cole", "Mae O'Dell");
    assert_moved(debate("By way of amendment, Councillor Cole proposed and Councillor O'Dell seconded:"), 0,
                 "Andy Cole", "Mae O'Dell");
    item = debate("Councillor Cole proposed a bench for the green, Councillor O'Dell seconded, all in favour.");
    assert_int_equal(item->motions.count, 1);
    assert_moved(item, 0, "Andy Cole", "Mae O'Dell");
    assert_slice(motion_at(item, 0)->about, "a bench for the green");
    assert_int_equal(
        debate("Councillor Cole proposed to go to the county, which had seconded an officer.")->motions.count, 1);
}

static void following_which_it_says_nothing_of_what_was_moved(void **state)
{
    (void)state;
    assert_about(
        "Following which it was proposed by Councillor Cole, seconded by Councillor O'Dell that the meters stay.",
        "that the meters stay");
}

static void this_was_put_to_the_vote_is_the_last_motion_also_an_amendment(void **state)
{
    (void)state;
    const mb_minute_item *item = debate(
        "On a motion from Councillor Cole, seconded by Councillor O'Dell, the meters were discussed.\n\nAn amendment "
        "was moved by Councillor Hay, seconded by Cy Orr. This was put to the vote and lost with 2 in favour and 3 "
        "against.\n\nCouncillor Lee opened the debate and moved the officer's recommendation that the meters stay.");
    assert_int_equal(motion_at(item, 0)->outcome, mb_vote_result_nothing);
    assert_int_equal(motion_at(item, 1)->outcome, mb_vote_result_lost);
    assert_slice(motion_at(item, 2)->proposer, "Ann Lee");
}

static void initials_stand_for_the_one_member_who_has_them(void **state)
{
    (void)state;
    assert_moved(debate("It was proposed by Cllr. AC, seconded by Cllr. MO and RESOLVED that the meters stay."), 0,
                 "Andy Cole", "Mae O'Dell");
    assert_moved(debate("Proposed by Cllr. ZZ, seconded by Cllr. BH."), 0, "ZZ", "Bob Hay");
}

static void who_is_named_behind_a_comma_seconds(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Cllr Cole proposed, Cllr O'Dell seconded and it was unanimously RESOLVED that the meters stay.");
    assert_int_equal(item->motions.count, 1);
    assert_moved(item, 0, "Andy Cole", "Mae O'Dell");
}

static void who_moves_may_stand_behind_what_it_is(void **state)
{
    (void)state;
    const mb_minute_item *item = debate(
        "As a motion, Councillor Cole, seconded by Councillor Hay, moved that the meters stay.\n\nAs an amendment "
        "Councillor O'Dell, seconded by Cy Orr, moved that they go.\n\nThe motion was carried.");
    assert_int_equal(item->motions.count, 2);
    assert_moved(item, 0, "Andy Cole", "Bob Hay");
    assert_moved(item, 1, "Mae O'Dell", "Cy Orr");
    assert_int_equal(motion_at(item, 0)->outcome, mb_vote_result_carried);
    assert_int_equal(motion_at(item, 1)->outcome, mb_vote_result_nothing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_motion_has_its_proposer_its_seconder_and_its_words),
        cmocka_unit_test(a_motion_in_the_passive_is_one_too),
        cmocka_unit_test(it_was_moved_by_says_nothing_of_what_was_moved),
        cmocka_unit_test(what_was_moved_in_the_street_is_no_motion),
        cmocka_unit_test(what_would_have_been_and_what_is_counted_is_no_seconding),
        cmocka_unit_test(who_moves_and_who_seconds_can_share_a_sentence),
        cmocka_unit_test(what_happened_before_may_open_the_sentence),
        cmocka_unit_test(an_amendment_can_name_its_seconder_in_a_clause),
        cmocka_unit_test(he_or_she_who_moves_is_who_has_the_floor),
        cmocka_unit_test(a_nomination_that_is_seconded_needs_no_proposer),
        cmocka_unit_test(what_nobody_or_a_plan_proposes_is_no_motion),
        cmocka_unit_test(a_vote_is_the_outcome_of_the_motion_before_it),
        cmocka_unit_test(who_proposed_and_seconded_can_stand_in_the_shortest_form),
        cmocka_unit_test(what_is_moved_may_stand_behind_who_seconds_it),
        cmocka_unit_test(an_amendment_is_known_by_its_verb_s_object),
        cmocka_unit_test(motions_stand_in_lists_too),
        cmocka_unit_test(who_seconds_shows_that_something_was_moved),
        cmocka_unit_test(following_which_it_says_nothing_of_what_was_moved),
        cmocka_unit_test(this_was_put_to_the_vote_is_the_last_motion_also_an_amendment),
        cmocka_unit_test(initials_stand_for_the_one_member_who_has_them),
        cmocka_unit_test(who_is_named_behind_a_comma_seconds),
        cmocka_unit_test(who_moves_may_stand_behind_what_it_is),
    };
    return run_reader_tests(tests);
}
