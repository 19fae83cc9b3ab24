/* decisions.c: tests of what is found to have been decided, and in which words. */
#include "minutes_of.h"

static const mb_minute_item *debate(const char *text)
{
    return item_of("PARKING IN MARLFORD", text);
}

static const mb_decision *decision_at(const mb_minute_item *item, uint32_t index)
{
    if (index >= item->decisions.count)
        fail_msg("there are %u decisions, so none is the %u. one", item->decisions.count, index + 1);
    return item->decisions.items[index];
}

static void assert_decided(const mb_minute_item *item, uint32_t index, const char *verb, const char *number,
                           const char *text)
{
    assert_slice(decision_at(item, index)->verb, verb);
    assert_slice(decision_at(item, index)->number, number);
    assert_slice(decision_at(item, index)->text, text);
}

static void what_a_body_decides_runs_to_the_end_of_its_paragraph(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("The Panel RESOLVED to note the report. It would meet again in May.");
    assert_int_equal(item->decisions.count, 1);
    assert_decided(item, 0, "RESOLVED", NULL, "The Panel RESOLVED to note the report. It would meet again in May.");
}

static void a_body_may_have_its_whole_name(void **state)
{
    (void)state;
    assert_decided(debate("The Roads and Parks Scrutiny Panel agreed to visit the car park."), 0, "AGREED", NULL,
                   "The Roads and Parks Scrutiny Panel agreed to visit the car park.");
}

static void a_person_s_agreement_is_no_decision(void **state)
{
    (void)state;
    assert_int_equal(debate("The Leader of the Council agreed to visit the car park.")->decisions.count, 0);
}

static void a_verb_in_capitals_decides_but_a_heading_does_not(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("SUMMARY OF WHAT WAS RESOLVED\n\nIt was RESOLVED that the meters stay.");
    assert_int_equal(item->decisions.count, 1);
    assert_decided(item, 0, "RESOLVED", NULL, "It was RESOLVED that the meters stay.");
}

static void numbered_parts_are_a_decision_each(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("The Panel RESOLVED:\n\n(1) to note the report;\n\n(2) to visit the car park.\n\n"
               "The Chair closed her book.");
    assert_int_equal(item->decisions.count, 2);
    assert_decided(item, 0, "RESOLVED", "1", "to note the report;");
    assert_decided(item, 1, "RESOLVED", "2", "to visit the car park.");
}

static void a_heading_between_parts_does_not_end_them(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("It was APPROVED:\n\n1. That the meters stay.\n\nMoney\n\n2. That they take coins.\n\n"
               "1. Another list begins here.");
    assert_int_equal(item->decisions.count, 2);
    assert_decided(item, 1, "APPROVED", "2", "That they take coins.");
}

static void parts_without_numbers_are_one_decision(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("The Panel RESOLVED to:\n\n- note the report;\n- visit the car park.");
    assert_int_equal(item->decisions.count, 1);
    assert_decided(item, 0, "RESOLVED", NULL, "The Panel RESOLVED to: note the report; visit the car park.");
}

static void a_part_s_own_parts_belong_to_its_text(void **state)
{
    (void)state;
    const mb_minute_item *item = debate(
        "The Panel RESOLVED:\n\n1. Car parks\n\n (a) to keep the meters;\n\n (b) to mend them.\n\n2. To go home.");
    assert_decided(item, 0, "RESOLVED", "1", "Car parks (a) to keep the meters; (b) to mend them.");
    assert_decided(item, 1, "RESOLVED", "2", "To go home.");
}

static void a_verb_alone_leaves_the_decision_to_the_next_paragraph(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("It was APPROVED\n\n2a. Car parks: that the meters stay.");
    assert_int_equal(item->decisions.count, 1);
    assert_decided(item, 0, "APPROVED", "2a", "Car parks: that the meters stay.");
}

static void a_motion_put_to_the_vote_is_decided_in_that_sentence(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("The motion was put to the vote and LOST: 2 in favour, 5 against. It rained.");
    assert_decided(item, 0, "LOST", NULL, "The motion was put to the vote and LOST: 2 in favour, 5 against.");
}

static void a_decision_ends_where_the_next_begins(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("It was RESOLVED that the meters stay. The motion to visit the car park was put to "
               "the vote and CARRIED.");
    assert_int_equal(item->decisions.count, 2);
    assert_decided(item, 0, "RESOLVED", NULL, "It was RESOLVED that the meters stay.");
    assert_decided(item, 1, "CARRIED", NULL, "The motion to visit the car park was put to the vote and CARRIED.");
}

static void a_sentence_that_opens_as_decisions_do_is_one(void **state)
{
    (void)state;
    assert_decided(debate("After discussion it was agreed that the meters stay. It rained."), 0, "AGREED", NULL,
                   "After discussion it was agreed that the meters stay.");
    assert_int_equal(debate("The Chair said that it was agreed that the meters stay.")->decisions.count, 0);
}

static void minutes_are_confirmed_in_the_passive_too(void **state)
{
    (void)state;
    assert_decided(debate("The minutes of the meeting in May were agreed as correct."), 0, "AGREED", NULL,
                   "The minutes of the meeting in May were agreed as correct.");
}

static void assert_one(const char *printed, const char *verb, const char *text)
{
    const mb_minute_item *item = debate(printed);
    if (item->decisions.count != 1)
        fail_msg("'%s' has %u decisions", printed, item->decisions.count);
    assert_decided(item, 0, verb, NULL, text);
}

static void a_verb_at_the_start_decides_whatever_its_case(void **state)
{
    (void)state;
    assert_one("Resolved: no objection. Proposed by Councillor Cole.", "RESOLVED", "Resolved: no objection.");
    assert_one("Resolved to reject the tender.", "RESOLVED", "Resolved to reject the tender.");
    assert_one("Agreed - that the meters stay.", "AGREED", "Agreed - that the meters stay.");
    assert_int_equal(debate("Agreed plans hung on the wall.")->decisions.count, 0);
}

static void who_moves_seconds_and_resolves_can_share_a_sentence(void **state)
{
    (void)state;
    assert_one("It was proposed by Councillor Cole, seconded by Councillor O'Dell and resolved that the meters stay.",
               "RESOLVED",
               "It was proposed by Councillor Cole, seconded by Councillor O'Dell and resolved that the meters stay.");
    assert_one("On the proposal of Councillor Cole, seconded by Councillor O'Dell, the Panel agreed to wait.", "AGREED",
               "On the proposal of Councillor Cole, seconded by Councillor O'Dell, the Panel agreed to wait.");
}

static void the_passive_decides_where_it_says_who_did(void **state)
{
    (void)state;
    assert_one("The accounts for the year were approved by the Parish Council and signed by the Chairman.", "APPROVED",
               "The accounts for the year were approved by the Parish Council and signed by the Chairman.");
    assert_int_equal(debate("The road was approved by engineers.")->decisions.count, 0);
    assert_int_equal(debate("Officers confirmed that it was approved by the Council last year.")->decisions.count, 0);
}

static void reports_are_noted_and_recommendations_agreed(void **state)
{
    (void)state;
    assert_one("The report was noted.", "NOTED", "The report was noted.");
    assert_one("The recommendation was agreed by majority.", "AGREED", "The recommendation was agreed by majority.");
    assert_one("The Panel noted their workplan.", "NOTED", "The Panel noted their workplan.");
    assert_int_equal(debate("It was noted that the meters were old.")->decisions.count, 0);
}

static void of_two_verbs_the_stronger_counts(void **state)
{
    (void)state;
    assert_one("All agreed this was a true record and were signed and approved.", "APPROVED",
               "All agreed this was a true record and were signed and approved.");
    assert_one("All Councillors approved and it was resolved that Cllr Cole sign the book.", "RESOLVED",
               "All Councillors approved and it was resolved that Cllr Cole sign the book.");
}

static void a_title_before_a_decision_is_no_part_of_it(void **state)
{
    (void)state;
    assert_one("Internal Audit - All Councillors agreed that Ms Poe be asked.", "AGREED",
               "All Councillors agreed that Ms Poe be asked.");
}

static void a_lead_in_breaks_off_before_its_parts(void **state)
{
    (void)state;
    static const char *const leads[] = {
        "RESOLVED that", "RESOLVED (5 For, 1 Against):", "The Panel resolved:-", "RESOLVED -",
        "RESOLVED:",     "The Panel RESOLVED to:"};
    for (size_t i = 0; i < COUNT_OF(leads); i++) {
        const mb_minute_item *item =
            debate(mb_arena_printf(kept, "%s\n\n(i) the meters stay; and\n\n(ii) the map be drawn.", leads[i]).data);
        assert_int_equal(item->decisions.count, 2);
        assert_decided(item, 0, "RESOLVED", "i", "the meters stay; and");
        assert_decided(item, 1, "RESOLVED", "ii", "the map be drawn.");
    }
}

static void parts_may_have_verbs_of_their_own(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Decision\n\nThe Panel:\n\n1. agreed the timetable;\n\n2. noted the costs; and\n\n3. drank tea.");
    assert_int_equal(item->decisions.count, 2);
    assert_decided(item, 0, "AGREED", "1", "agreed the timetable;");
    assert_decided(item, 1, "NOTED", "2", "noted the costs; and");
}

static void reasons_and_actions_are_no_part_of_a_decision(void **state)
{
    (void)state;
    assert_one("RESOLVED: To accept the tender of £1,200. Prop. Cllr Cole Sec. Cllr O'Dell. ACTION: Clerk to write.",
               "RESOLVED", "RESOLVED: To accept the tender of £1,200.");
    assert_one("RESOLVED that the meters stay. Reason for decision: they are new.", "RESOLVED",
               "RESOLVED that the meters stay.");
}

static void two_votes_without_a_full_stop_between_them_are_two(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("On being put to the vote the amendment was LOST (2 in favour, 5 against) On being put to the vote the "
               "motion was CARRIED (5 in favour, 2 against)");
    assert_int_equal(item->decisions.count, 2);
    assert_decided(item, 0, "LOST", NULL, "On being put to the vote the amendment was LOST (2 in favour, 5 against)");
    assert_int_equal(item->votes.count, 2);
}

static void what_is_only_moved_is_not_decided(void **state)
{
    (void)state;
    assert_int_equal(
        debate("It was moved by Councillor Cole and duly seconded that Application 7 be APPROVED as reported.")
            ->decisions.count,
        0);
    assert_one("It was moved by Councillor Cole, seconded by Councillor Hay and RESOLVED that the plan be APPROVED.",
               "RESOLVED",
               "It was moved by Councillor Cole, seconded by Councillor Hay and RESOLVED that the plan be APPROVED.");
}

static void a_decision_may_have_a_heading(void **state)
{
    (void)state;
    assert_one("Considered.\n\nDecision\n\nThat the meters stay.", "RESOLVED", "That the meters stay.");
    assert_one("Decision\n\nThe Panel AGREED that the meters stay.", "AGREED",
               "The Panel AGREED that the meters stay.");
    assert_int_equal(
        debate("Decision\n\nTo recommend to Council that:\n\n(i) the meters stay;\n\n(ii) the map be drawn.")
            ->decisions.count,
        2);
}

static void a_word_for_decisions_that_heads_nothing_decides_nothing(void **state)
{
    (void)state;
    static const char *const sentences[] = {"Decision-making at the mill is being looked into.",
                                            "Decision-makers must have regard to the flood map.",
                                            "Resolution-based working was in its second year.",
                                            "Decisions (listed in the annex) were taken in May.",
                                            "Resolution - see item 4.",
                                            "Agreed-upon charges were in the annex."};
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        assert_int_equal(debate(sentences[i])->decisions.count, 0);
    assert_one("Resolved - that the meters stay.", "RESOLVED", "Resolved - that the meters stay.");
    assert_one("Decision: That the meters stay.", "RESOLVED", "Decision: That the meters stay.");
}

static void a_clause_may_stand_before_it_was_resolved(void **state)
{
    (void)state;
    assert_one("On a show of hands, with 5 in favour, 1 against, it was resolved to keep the meters.", "RESOLVED",
               "On a show of hands, with 5 in favour, 1 against, it was resolved to keep the meters.");
    assert_int_equal(
        debate("Councillor Cole said that, after years of talk, it was resolved by the county to keep them.")
            ->decisions.count,
        0);
}

static void who_moved_it_is_no_part_of_what_was_approved(void **state)
{
    (void)state;
    assert_one(
        "The minutes of the last meeting were approved. Proposed by Cllr Cole, seconded by Cllr Hay, all in favour.",
        "APPROVED", "The minutes of the last meeting were approved.");
    assert_one("Cllr Cole proposed a letter to the county. This was seconded by Cllr Hay and unanimously agreed.",
               "AGREED", "This was seconded by Cllr Hay and unanimously agreed.");
}

static void a_body_decides_with_something_in_mind(void **state)
{
    (void)state;
    assert_slice(
        decision_at(debate("The Panel, with this change in mind, confirmed the minutes of the last meeting."), 0)->verb,
        "CONFIRMED");
    assert_slice(decision_at(debate("The Chair suggested a visit.\n\nThe Panel agreed with this proposal."), 0)->verb,
                 "AGREED");
}

static void what_was_resolved_may_stand_below_the_verb(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("On a motion from Councillor Cole, seconded by Councillor Hay, it was\n\nRESOLVED "
               "that\n\nThis Panel notes that:\n\n1. It rains.\n\n2. The lamps are out.");
    assert_int_equal(item->decisions.count, 2);
    assert_decided(item, 1, "RESOLVED", "2", "The lamps are out.");
    assert_decided(debate("The Panel noted an addition about lamps and confirmed the minutes as a true record."), 0,
                   "CONFIRMED", NULL,
                   "The Panel noted an addition about lamps and confirmed the minutes as a true record.");
}

static void the_first_part_may_stand_in_the_sentence(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("RESOLVED: 1. That the meters stay.\n\n2. That the map be drawn.");
    assert_int_equal(item->decisions.count, 2);
    assert_decided(item, 0, "RESOLVED", "1", "That the meters stay.");
    assert_decided(item, 1, "RESOLVED", "2", "That the map be drawn.");
    item = debate("RESOLVED - (a) that the meters stay; (b) that the map be drawn; and (c) that it be printed.");
    assert_int_equal(item->decisions.count, 3);
    assert_decided(item, 2, "RESOLVED", "c", "that it be printed.");
    assert_one("RESOLVED that the meters (a gift) stay.", "RESOLVED", "RESOLVED that the meters (a gift) stay.");
}

static void a_part_has_the_list_that_it_announces(void **state)
{
    (void)state;
    const mb_minute_item *item = debate(
        "RESOLVED: (a) That leave be given subject to the following conditions:\n\n(i) the roof;\n\n(ii) the rail.");
    assert_int_equal(item->decisions.count, 1);
    assert_decided(item, 0, "RESOLVED", "a",
                   "That leave be given subject to the following conditions: (i) the roof; (ii) the rail.");
}

static void parts_may_have_the_number_of_their_item(void **state)
{
    (void)state;
    const mb_minute_item *item = debate(
        "UNANIMOUSLY RESOLVED TO RECOMMEND TO COUNCIL:\n\n11.1 that the meters stay;\n\n11.2 that the map be drawn.");
    assert_int_equal(item->decisions.count, 2);
    assert_decided(item, 1, "RESOLVED", "11.2", "that the map be drawn.");
}

static void a_decision_may_hang_from_its_first_line(void **state)
{
    (void)state;
    const char *text = "     RESOLVED - That the report be noted and that the officers who wrote it\n"
                       "                be thanked for their work.";
    const mb_minutes *minutes = minutes_of(
        mb_arena_printf(kept,
                        "1    WELCOME\n\n     All were welcome, and were told where to go in the event of a fire.\n\n"
                        "2    FAIR\n\n%s\n\n3    ROADS                          and lanes\n\n     They were mended.\n",
                        text)
            .data);
    const mb_minute_item *item = at(minute_item, minutes->items, 1);
    assert_int_equal(item->decisions.count, 1);
    assert_decided(item, 0, "RESOLVED", NULL,
                   "RESOLVED - That the report be noted and that the officers who wrote it be thanked for their work.");
}

static void a_verb_alone_may_be_all_of_it(void **state)
{
    (void)state;
    assert_one("The Panel was told that hedges grow.\n\nNoted.", "NOTED", "Noted.");
    assert_one("Hedges grow.\n\nAGREED", "AGREED", "AGREED");
    assert_one("Hedges grow.\n\nAgreed\n\nThat a map be drawn.", "AGREED", "That a map be drawn.");
}

static void a_lead_in_may_stand_below_its_verb(void **state)
{
    (void)state;
    assert_one("RESOLVED:\n\nThat these be agreed:\n\n\xE2\x80\xA2 the map; and\n\xE2\x80\xA2 the plan.", "RESOLVED",
               "That these be agreed: the map; and the plan.");
}

static void a_body_may_recommend(void **state)
{
    (void)state;
    assert_one("RECOMMENDED that the Cabinet plants trees.", "RECOMMENDED",
               "RECOMMENDED that the Cabinet plants trees.");
    const mb_minute_item *item =
        debate("RECOMMENDED:\n\n(a) that the plan be approved; and\n\n(b) that it be printed.");
    assert_decided(item, 0, "RECOMMENDED", "a", "that the plan be approved; and");
    assert_decided(item, 1, "RECOMMENDED", "b", "that it be printed.");
    assert_one("Unanimously recommended that the Cabinet plants trees.", "RECOMMENDED",
               "Unanimously recommended that the Cabinet plants trees.");
}

static void what_officers_advised_is_no_decision(void **state)
{
    (void)state;
    assert_one("Recommended: that permission be granted.\n\nRESOLVED that permission be refused.", "RESOLVED",
               "RESOLVED that permission be refused.");
    assert_one("Recommended:\n\n(1) that permission be granted; and\n\n(2) that a fee be paid.\n\n"
               "RESOLVED that permission be refused.",
               "RESOLVED", "RESOLVED that permission be refused.");
}

static void what_members_note_or_approve_is_decided(void **state)
{
    (void)state;
    assert_decided(debate("Members noted the report."), 0, "NOTED", NULL, "Members noted the report.");
    assert_decided(debate("Councillors unanimously approved the accounts."), 0, "APPROVED", NULL,
                   "Councillors unanimously approved the accounts.");
    assert_int_equal(debate("Members noted that the report was long.")->decisions.count, 0);
    assert_int_equal(debate("Members noted the lack of trees.")->decisions.count, 0);
}

static void reasons_and_conditions_are_no_decisions_of_their_own(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("RESOLVED: that leave be refused for the following reasons:\n\n1. Overlooking.\n\n2. Noise.");
    assert_int_equal(item->decisions.count, 1);
    assert_decided(item, 0, "RESOLVED", NULL,
                   "RESOLVED: that leave be refused for the following reasons: 1. Overlooking. 2. Noise.");
}

static void an_item_within_an_item_is_no_part_of_the_decision_above_it(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("11.1 Car Parks\n\nDecision\n\n1) To note the map.\n\n11.2 Winter Gritting\n\n"
                                        "The Panel AGREED to buy salt.");
    assert_int_equal(item->decisions.count, 2);
    assert_decided(item, 0, "RESOLVED", "1", "To note the map.");
    assert_decided(item, 1, "AGREED", NULL, "The Panel AGREED to buy salt.");
}

static void what_members_noted_of_a_thing_is_no_decision(void **state)
{
    (void)state;
    assert_int_equal(debate("Members noted the budget was overspent.")->decisions.count, 0);
    assert_int_equal(debate("Members noted the proposals would harm the weir and asked for others.")->decisions.count,
                     0);
    assert_int_equal(debate("Members noted the report, which was long.")->decisions.count, 1);
    assert_int_equal(debate("Members approved the accounts and these were signed.")->decisions.count, 1);
}

static void titles_behind_a_lead_in_are_its_parts_to_the_last(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("RESOLVED to adopt:\n\n4.1 Weirs Policy\n\n4.2 Night Working Policy\n\nThe "
                                        "Director will print them by the autumn.");
    assert_int_equal(item->decisions.count, 2);
    assert_decided(item, 1, "RESOLVED", "4.2", "Night Working Policy");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_body_decides_runs_to_the_end_of_its_paragraph),
        cmocka_unit_test(a_body_may_have_its_whole_name),
        cmocka_unit_test(a_person_s_agreement_is_no_decision),
        cmocka_unit_test(a_verb_in_capitals_decides_but_a_heading_does_not),
        cmocka_unit_test(numbered_parts_are_a_decision_each),
        cmocka_unit_test(a_heading_between_parts_does_not_end_them),
        cmocka_unit_test(parts_without_numbers_are_one_decision),
        cmocka_unit_test(a_part_s_own_parts_belong_to_its_text),
        cmocka_unit_test(a_verb_alone_leaves_the_decision_to_the_next_paragraph),
        cmocka_unit_test(a_motion_put_to_the_vote_is_decided_in_that_sentence),
        cmocka_unit_test(a_decision_ends_where_the_next_begins),
        cmocka_unit_test(a_sentence_that_opens_as_decisions_do_is_one),
        cmocka_unit_test(minutes_are_confirmed_in_the_passive_too),
        cmocka_unit_test(a_verb_at_the_start_decides_whatever_its_case),
        cmocka_unit_test(who_moves_seconds_and_resolves_can_share_a_sentence),
        cmocka_unit_test(the_passive_decides_where_it_says_who_did),
        cmocka_unit_test(reports_are_noted_and_recommendations_agreed),
        cmocka_unit_test(of_two_verbs_the_stronger_counts),
        cmocka_unit_test(a_title_before_a_decision_is_no_part_of_it),
        cmocka_unit_test(a_lead_in_breaks_off_before_its_parts),
        cmocka_unit_test(parts_may_have_verbs_of_their_own),
        cmocka_unit_test(reasons_and_actions_are_no_part_of_a_decision),
        cmocka_unit_test(two_votes_without_a_full_stop_between_them_are_two),
        cmocka_unit_test(what_is_only_moved_is_not_decided),
        cmocka_unit_test(a_decision_may_have_a_heading),
        cmocka_unit_test(a_word_for_decisions_that_heads_nothing_decides_nothing),
        cmocka_unit_test(a_clause_may_stand_before_it_was_resolved),
        cmocka_unit_test(who_moved_it_is_no_part_of_what_was_approved),
        cmocka_unit_test(a_body_decides_with_something_in_mind),
        cmocka_unit_test(what_was_resolved_may_stand_below_the_verb),
        cmocka_unit_test(the_first_part_may_stand_in_the_sentence),
        cmocka_unit_test(a_part_has_the_list_that_it_announces),
        cmocka_unit_test(parts_may_have_the_number_of_their_item),
        cmocka_unit_test(a_decision_may_hang_from_its_first_line),
        cmocka_unit_test(a_verb_alone_may_be_all_of_it),
        cmocka_unit_test(a_lead_in_may_stand_below_its_verb),
        cmocka_unit_test(a_body_may_recommend),
        cmocka_unit_test(what_officers_advised_is_no_decision),
        cmocka_unit_test(what_members_note_or_approve_is_decided),
        cmocka_unit_test(reasons_and_conditions_are_no_decisions_of_their_own),
        cmocka_unit_test(an_item_within_an_item_is_no_part_of_the_decision_above_it),
        cmocka_unit_test(what_members_noted_of_a_thing_is_no_decision),
        cmocka_unit_test(titles_behind_a_lead_in_are_its_parts_to_the_last),
    };
    return run_reader_tests(tests);
}
