/* contributions.c: tests of who is found to have said what, and as what it counts. */
#include "minutes_of.h"

static const mb_minute_item *debate(const char *text)
{
    return item_of("PARKING IN MARLFORD", text);
}

static const mb_contribution *contribution_at(const mb_minute_item *item, uint32_t index)
{
    if (index >= item->contributions.count)
        fail_msg("there are %u contributions, so none is the %u. one", item->contributions.count, index + 1);
    return item->contributions.items[index];
}

static mb_slice text_of_block(const mb_minute_item *item, uint32_t index)
{
    assert_true(index < item->blocks.count);
    return ((const mb_block *)item->blocks.items[index])->text;
}

/* The person and the kind of the only contribution, or of that at `index`. */
static void assert_said(const mb_minute_item *item, uint32_t index, const char *person, mb_contribution_kind kind)
{
    assert_slice(contribution_at(item, index)->person, person);
    assert_int_equal(contribution_at(item, index)->kind, kind);
}

/* ---- who ---- */

static void a_councillor_with_the_full_name_is_that_member(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Councillor Andy Cole asked if the meters took notes.");
    assert_slice(contribution_at(item, 0)->speaker, "Councillor Andy Cole");
    assert_said(item, 0, "Andy Cole", mb_contribution_kind_question);
}

static void a_surname_is_the_only_person_with_it(void **state)
{
    (void)state;
    assert_said(debate("Councillor Cole asked if the meters took notes."), 0, "Andy Cole",
                mb_contribution_kind_question);
}

static void the_shape_of_an_apostrophe_makes_nobody_else(void **state)
{
    (void)state;
    assert_said(debate("Councillor Mae O’Dell asked if the meters took notes."), 0, "Mae O'Dell",
                mb_contribution_kind_question);
}

static void first_names_that_begin_alike_are_one_person_s(void **state)
{
    (void)state;
    assert_said(debate("Councillor Andrew Cole asked if the meters took notes."), 0, "Andy Cole",
                mb_contribution_kind_question);
}

static void another_first_name_is_another_person(void **state)
{
    (void)state;
    assert_said(debate("Councillor Ruth Cole asked if the meters took notes."), 0, "Ruth Cole",
                mb_contribution_kind_question);
}

static void the_chairman_is_the_chair_of_that_meeting(void **state)
{
    (void)state;
    assert_said(debate("The Chairman asked if the meters took notes."), 0, "Ann Lee", mb_contribution_kind_question);
}

static void a_job_is_who_holds_it_also_where_it_is_printed_with_another_word(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("The Director of Roads, Parks & Bridges welcomed the scheme.");
    assert_slice(contribution_at(item, 0)->speaker, "The Director of Roads, Parks & Bridges");
    assert_said(item, 0, "Di Poe", mb_contribution_kind_statement);
}

static void a_job_that_nobody_present_holds_is_nobody_known(void **state)
{
    (void)state;
    assert_said(debate("The Head of Bridges welcomed the scheme."), 0, NULL, mb_contribution_kind_statement);
}

static void somebody_unknown_is_known_by_surname_afterwards(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Ida Quill asked why the bench was gone.\n\n"
                                        "The Head of Parking replied that it was being mended.\n\n"
                                        "Mrs Quill thanked him.");
    assert_said(item, 0, "Ida Quill", mb_contribution_kind_question);
    assert_said(item, 2, "Ida Quill", mb_contribution_kind_thanks);
}

static void two_people_who_present_together_are_both_named(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Di Poe, Director of Roads and Parks and Ed Fox, Head of Parking gave a presentation to the Panel.");
    assert_int_equal(item->contributions.count, 1);
    assert_said(item, 0, "Di Poe and Ed Fox", mb_contribution_kind_presentation);
}

static void two_jobs_joined_are_both_holders(void **state)
{
    (void)state;
    assert_said(debate("The Director of Roads and Parks and the Head of Parking introduced the report."), 0,
                "Di Poe and Ed Fox", mb_contribution_kind_presentation);
}

static void what_stands_before_the_speaker_hides_nobody(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Referring to page 12 of the agenda the Chair asked who had drawn the map.");
    assert_slice(contribution_at(item, 0)->speaker, "the Chair");
    assert_said(item, 0, "Ann Lee", mb_contribution_kind_question);
}

static void an_aside_between_commas_is_passed_over(void **state)
{
    (void)state;
    assert_said(debate("Councillor Bob Hay, speaking as the member for Upper Marl, asked if the meters took notes."), 0,
                "Bob Hay", mb_contribution_kind_question);
}

static void bodies_organisations_and_groups_are_no_speakers(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("The Panel asked for a map.\n\nThe Executive said little.\n\n"
                                        "Marl Valley Services introduced new buses.\n\nOfficers confirmed the date.\n\n"
                                        "Members commented on the price.");
    assert_int_equal(item->contributions.count, 0);
}

/* ---- what ---- */

static void asking_behind_other_words_is_a_question(void **state)
{
    (void)state;
    assert_said(debate("Cy Orr thanked the officers for the map but asked why it showed no trees."), 0, "Cy Orr",
                mb_contribution_kind_question);
    assert_said(debate("Cy Orr said that he liked the map. He asked whether it could show trees."), 0, "Cy Orr",
                mb_contribution_kind_question);
}

static void telling_somebody_to_do_something_is_no_question(void **state)
{
    (void)state;
    assert_said(debate("The Chair opened the meeting and asked those present to switch off their telephones."), 0,
                "Ann Lee", mb_contribution_kind_statement);
    assert_said(debate("Cy Orr said that shopkeepers had not been asked."), 0, "Cy Orr",
                mb_contribution_kind_statement);
}

static void what_an_officer_says_behind_a_question_is_a_reply(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Councillor Cole asked if the meters took notes.\n\n"
                                        "The Head of Parking said that they did not.\n\n"
                                        "Di Poe added that they took cards.\n\n"
                                        "The Chair said that she would bring coins.");
    assert_said(item, 1, "Ed Fox", mb_contribution_kind_reply);
    assert_said(item, 2, "Di Poe", mb_contribution_kind_reply);
    assert_said(item, 3, "Ann Lee", mb_contribution_kind_statement);
}

static void what_an_officer_says_unasked_is_a_statement(void **state)
{
    (void)state;
    assert_said(debate("The Head of Parking said that the car park was full."), 0, "Ed Fox",
                mb_contribution_kind_statement);
}

static void an_officer_s_comment_answers_only_a_question(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Councillor Cole asked if the meters took notes.\n\n"
                                        "The Head of Parking commented that they did not.\n\n"
                                        "Di Poe commented that parking was cheap.");
    assert_said(item, 1, "Ed Fox", mb_contribution_kind_reply);
    assert_said(item, 2, "Di Poe", mb_contribution_kind_statement);
}

static void who_is_printed_with_a_job_answers_as_an_officer_from_then_on(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Ida Quill, Managing Director of Marl Buses welcomed the timetable.\n\n"
                                        "Councillor Cole asked if it could be printed larger.\n\n"
                                        "Ida Quill said that it could.");
    assert_said(item, 2, "Ida Quill", mb_contribution_kind_reply);
}

static void addressing_the_panel_with_an_update_is_a_presentation(void **state)
{
    (void)state;
    assert_said(debate("Councillor Flo Gray, Cabinet Member for Transport addressed the Panel; a note of the update "
                       "follows."),
                0, "Flo Gray", mb_contribution_kind_presentation);
    assert_said(debate("Councillor Bob Hay addressed the Panel. He said that the road was too narrow."), 0, "Bob Hay",
                mb_contribution_kind_statement);
}

static void an_answer_can_be_announced_by_its_first_words(void **state)
{
    (void)state;
    assert_said(debate("In response to the petition, the Chair and officers gave assurance about the trees."), 0,
                "Ann Lee", mb_contribution_kind_reply);
}

/* ---- how far ---- */

static void a_paragraph_of_he_or_she_goes_on_with_the_same_speaker(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("The Head of Parking introduced the report.\n\n"
                                        "He explained that the car park was full.\n\n"
                                        "Councillor Cole asked if it could grow.");
    assert_int_equal(item->contributions.count, 2);
    assert_int_equal(contribution_at(item, 0)->blocks.first, 0);
    assert_int_equal(contribution_at(item, 0)->blocks.last, 1);
    assert_int_equal(contribution_at(item, 1)->blocks.first, 2);
}

static void a_paragraph_that_names_the_same_speaker_anew_is_a_new_contribution(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Cy Orr asked who paid for the map.\n\nCy Orr asked who would print it.");
    assert_int_equal(item->contributions.count, 2);
}

static void a_second_speaker_within_a_paragraph_splits_it(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Councillor Cole asked who paid for the map. The Head of Parking replied that the Council did. He added "
               "that it was cheap.");
    assert_int_equal(item->blocks.count, 2);
    assert_slice(text_of_block(item, 0), "Councillor Cole asked who paid for the map.");
    assert_slice(text_of_block(item, 1),
                 "The Head of Parking replied that the Council did. He added that it was cheap.");
    assert_false(((const mb_block *)item->blocks.items[0])->continues);
    assert_true(((const mb_block *)item->blocks.items[1])->continues);
    assert_int_equal(contribution_at(item, 1)->blocks.first, 1);
}

static void a_split_cuts_the_emphasis_where_it_cuts_the_text(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Councillor Cole asked who **paid**. The Head of Parking replied that the **Council** did.");
    const mb_block *first = item->blocks.items[0], *second = item->blocks.items[1];
    const mb_run *paid = first->runs.items[1], *full_stop = first->runs.items[2];
    const mb_run *replied = second->runs.items[0], *council = second->runs.items[1];
    assert_slice(paid->text, "paid");
    assert_slice(full_stop->text, ".");
    assert_slice(replied->text, "The Head of Parking replied that the ");
    assert_slice(council->text, "Council");
}

static void the_same_speaker_named_twice_splits_nothing(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Ed Fox introduced the report. Ed Fox noted that the car park was full. Mr Fox explained the costs.");
    assert_int_equal(item->blocks.count, 1);
    assert_int_equal(item->contributions.count, 1);
}

static void a_decision_is_nobody_s_contribution(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("The Head of Parking introduced the report.\n\nThe car park was full.\n\n"
                                        "The Panel RESOLVED to note the report.\n\nThe map was passed round.");
    assert_int_equal(item->contributions.count, 1);
    assert_int_equal(contribution_at(item, 0)->blocks.last, 1);
}

static void a_paragraph_in_nobody_s_words_ends_a_question_but_not_a_presentation(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("The Head of Parking introduced the report.\n\nMembers of the public park free.\n\n"
               "Councillor Cole asked who paid.\n\nMembers looked at the map.");
    assert_int_equal(contribution_at(item, 0)->blocks.last, 1);
    assert_int_equal(contribution_at(item, 1)->blocks.last, 2);
}

/* ---- other forms ---- */

static void a_name_and_a_subject_above_an_answer_are_a_question(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Una Teal, Marl Ramblers - Bus stops in the lanes\n"
                                        "Officers confirmed that the stops would stay where they are.\n\n"
                                        "Sid Vane - Lamps\nOfficers replied that the lamps had been ordered.\n");
    assert_int_equal(item->contributions.count, 2);
    assert_slice(contribution_at(item, 0)->speaker, "Una Teal");
    assert_int_equal(contribution_at(item, 0)->kind, mb_contribution_kind_question);
    assert_slice(contribution_at(item, 1)->speaker, "Sid Vane");
    assert_int_equal(debate("Una Teal - Bus stops in the lanes\n\nThe report was noted.")->contributions.count, 0);
}

static void who_moves_what_is_printed_below_has_not_spoken_yet(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Councillor Andy Cole moved an amendment as follows:\n\n"
                                        "That the meters be blue.\n\nCouncillor Andy Cole said that blue was cheaper.");
    assert_int_equal(item->contributions.count, 1);
    assert_int_equal(contribution_at(item, 0)->blocks.first, 2);
}

static void a_petition_is_presented_by_a_statement_and_a_report_by_who_came_with_it(void **state)
{
    (void)state;
    assert_said(debate("Di Poe addressed the Panel."), 0, "Di Poe", mb_contribution_kind_presentation);
    assert_int_equal(contribution_at(debate("Mr Sid Vane presented a petition about lamps."), 0)->kind,
                     mb_contribution_kind_statement);
}

static void a_statement_that_is_set_out_below_goes_on_whatever_it_begins_with(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Una Teal made a statement about lamps, a summary is set out below.\n\nThere "
                                        "are nine lamps in the lane.\n\nThe Panel "
                                        "must mend them.\n\nCouncillor Cole asked where they were.");
    assert_int_equal(item->contributions.count, 2);
    assert_int_equal(contribution_at(item, 0)->blocks.last, 2);
}

static void a_supplementary_question_and_an_invitation_stand_before_the_speaker_or_behind(void **state)
{
    (void)state;
    assert_said(debate("As a supplementary question, Andy Cole asked how many lamps there were."), 0, "Andy Cole",
                mb_contribution_kind_question);
    assert_said(
        debate("Councillor Andy Cole, who represents Marl Cross, was invited to speak and said that he agreed."), 0,
        "Andy Cole", mb_contribution_kind_statement);
}

static void a_surname_may_begin_with_a_small_word(void **state)
{
    (void)state;
    assert_slice(contribution_at(debate("Councillor van Loon asked whether the cameras worked."), 0)->speaker,
                 "Councillor van Loon");
}

static void an_office_in_an_attendance_sentence_may_hold_brackets(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Gwen Pike, Chief Analyst (Roads, Parks and Paths) and Hal Moss, Head of Fares, were in "
               "attendance for this item.\n\nMrs Pike outlined the report.");
    assert_said(item, 0, "Gwen Pike", mb_contribution_kind_presentation);
}

static void an_officer_without_a_name_answers(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Councillor Andy Cole asked if the meters took notes. The officer explained that "
               "they did.\n\nOfficers confirmed that a report was on its way.");
    assert_int_equal(item->contributions.count, 2);
    assert_slice(contribution_at(item, 1)->speaker, "The officer");
    assert_said(item, 1, NULL, mb_contribution_kind_reply);
}

static void who_responds_to_a_question_from_somebody_is_the_speaker(void **state)
{
    (void)state;
    assert_said(debate("In response to a question from Councillor Cole, Ms Poe stated that they did."), 0, "Di Poe",
                mb_contribution_kind_reply);
    assert_said(debate("Regarding a query by Councillor Cole on the meters, the Head of Parking said that they did."),
                0, "Ed Fox", mb_contribution_kind_statement);
    assert_said(debate("In response, Councillor Cole said that he was content."), 0, "Andy Cole",
                mb_contribution_kind_reply);
}

static void what_members_ask_and_say_ends_a_presentation(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Ed Fox gave a presentation which covered the following:\n\n- Meters\n- Lines\n\n"
               "Panel members made the following points and asked the following questions:\n\n"
               "Councillor Cole asked about the lines. The officer said that they were yellow.\n\n"
               "Councillor O'Dell asked why.\n\nCouncillor Hay asked how long.");
    assert_int_equal(contribution_at(item, 0)->blocks.last, 1);
    assert_int_equal(item->contributions.count, 5);
    assert_said(item, 4, "Bob Hay", mb_contribution_kind_question);
}

static void a_body_that_receives_an_update_hears_who_gives_it(void **state)
{
    (void)state;
    const mb_minute_item *item = debate(
        "The Panel received an update from Councillor Jo Marsh, Cabinet Member for Parks:\n\nTrees \xE2\x80\x93\n\n"
        "- Nine were planted.\n\nCouncillor Cole asked where.\n\nThe Cabinet Member replied that she would find out.");
    assert_said(item, 0, "Jo Marsh", mb_contribution_kind_presentation);
    assert_int_equal(contribution_at(item, 0)->blocks.last, 2);
    assert_said(item, 2, "Jo Marsh", mb_contribution_kind_reply);
    assert_int_equal(debate("The Panel received the minutes of the Forum.")->contributions.count, 0);
}

static void who_gives_an_update_ends_before_what_it_was_about_and_what_followed(void **state)
{
    (void)state;
    static const struct {
        const char *text, *speaker;
    } updates[] = {
        {"The Panel received an update from the Head of Roads and asked about kerbs.", "the Head of Roads"},
        {"The Panel received an update from the Head of Roads on the Kerb Plan.", "the Head of Roads"},
        {"The Panel received an update from the Head of Roads and Parks, regarding kerbs.",
         "the Head of Roads and Parks"},
        {"The Panel received an update from Councillor Jo Marsh on kerbs.", "Councillor Jo Marsh"},
        {"The Panel received an update from Councillor Jo Marsh, Cabinet Member for Parks, and asked why.",
         "Councillor Jo Marsh"},
    };
    for (size_t i = 0; i < COUNT_OF(updates); i++)
        assert_slice(contribution_at(debate(updates[i].text), 0)->speaker, updates[i].speaker);
    assert_int_equal(debate("The Panel received an update from the Forum on kerbs.")->contributions.count, 0);
}

static void a_part_of_a_job_is_who_spoke_last_of_those_who_have_it(void **state)
{
    (void)state;
    const mb_minute_item *item = debate(
        "Councillor Jo Marsh, Cabinet Member for Parks, introduced the report.\n\nCouncillor Cole asked why.\n\n"
        "The Cabinet Member explained that it rained.\n\nCouncillor Flo Gray, Cabinet Member for Transport, added "
        "that it still did.\n\nThe Cabinet Member said that it would stop.");
    assert_said(item, 2, "Jo Marsh", mb_contribution_kind_reply);
    assert_slice(contribution_at(item, 4)->person, "Flo Gray");
}

static void apologies_are_nobody_s_words_and_announcements_are_the_chair_s(void **state)
{
    (void)state;
    assert_int_equal(debate("Councillor Andy Cole gave his apologies.")->contributions.count, 0);
    assert_said(debate("The Chair made two announcements:\n\n1. The fair was over.\n\n2. The lamps were lit."), 0,
                "Ann Lee", mb_contribution_kind_statement);
}

static void who_addresses_the_panel_with_a_statement_presents_nothing(void **state)
{
    (void)state;
    const mb_minute_item *item = debate(
        "Una Teal, Marl Ramblers addressed the Panel. A copy of her statement is in the Minute Book, a summary is set "
        "out below.\n\nThe lanes are muddy.");
    assert_int_equal(item->contributions.count, 1);
    assert_said(item, 0, "Una Teal", mb_contribution_kind_statement);
}

static void an_office_speaks_on_behalf_of_another(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Councillor Cole asked why.\n\nThe Head of Parking, on behalf of the Cabinet Member, "
               "replied that he would ask.");
    assert_slice(contribution_at(item, 1)->speaker, "The Head of Parking");
    assert_said(item, 1, "Ed Fox", mb_contribution_kind_reply);
}

static void a_first_name_is_the_only_person_with_it(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Una Teal made a statement about lamps.\n\nCouncillor Cole asked where. Una stated "
               "that they were in the lane.\n\nDi thanked the Panel.");
    assert_said(item, 2, "Una Teal", mb_contribution_kind_reply);
    assert_said(item, 3, "Di Poe", mb_contribution_kind_thanks);
}

static void a_name_may_stand_behind_the_office(void **state)
{
    (void)state;
    const mb_minute_item *item = debate(
        "The Cabinet Member for Parks, Councillor Jo Marsh reported that it rained.\n\nGus Lowe, Head of Trees gave a "
        "short verbal update on behalf of the Cabinet Member.\n\nIn the absence of the Chair, the Vice-Chair asked "
        "for nominations.\n\nCouncillor Max Hill in an ad hoc statement reminded the Panel that it was late.");
    assert_said(item, 0, "Jo Marsh", mb_contribution_kind_statement);
    assert_said(item, 1, "Gus Lowe", mb_contribution_kind_presentation);
    assert_said(item, 2, "Bob Hay", mb_contribution_kind_question);
    assert_said(item, 3, "Max Hill", mb_contribution_kind_statement);
}

static void a_paragraph_about_another_member_is_not_the_speaker_s(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("The Chair noted that it was late.\n\nCouncillor O'Dell left the meeting at this point.");
    assert_int_equal(item->contributions.count, 1);
    assert_int_equal(contribution_at(item, 0)->blocks.last, 0);
}

static void thanks_may_be_given_on_behalf_of_the_panel(void **state)
{
    (void)state;
    assert_said(debate("The Chair on behalf of the Panel congratulated all concerned."), 0, "Ann Lee",
                mb_contribution_kind_thanks);
}

static void who_is_invited_with_a_job_is_known_by_surname(void **state)
{
    (void)state;
    assert_said(debate("The Chair invited Councillor Max Hill (Cabinet Member for Trees) to give his "
                       "update.\n\nCouncillor Hill gave "
                       "the following update:\n\n- Nine were planted."),
                1, "Max Hill", mb_contribution_kind_presentation);
}

static void a_speaker_on_the_line_below_a_lead_in_begins_a_paragraph(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("The Panel asked the following questions and made the following points on parking:\n"
               "Councillor Cole commented that it was late, that the meters took no notes, and that "
               "nobody knew.\n");
    assert_int_equal(item->blocks.count, 2);
    assert_int_equal(item->contributions.count, 1);
}

static void who_shows_pictures_presents_and_who_hands_in_a_petition_makes_a_statement(void **state)
{
    (void)state;
    assert_said(debate("Di Poe, Director of Roads showed pictures of the bridges."), 0, "Di Poe",
                mb_contribution_kind_presentation);
    assert_said(debate("Ida Quill handed in a petition of ninety names for the bench."), 0, "Ida Quill",
                mb_contribution_kind_statement);
}

static void each_item_of_a_list_may_have_its_speaker(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("These statements were made:\n\n"
                                        "\xE2\x80\xA2 Councillor Mae O'Dell made a statement on buses. She was cross.\n"
                                        "\xE2\x80\xA2 It is attached.\n"
                                        "\xE2\x80\xA2 Jan Holt made a statement on trains.\n\n"
                                        "The Chair thanked them.");
    assert_said(item, 0, "Mae O'Dell", mb_contribution_kind_statement);
    assert_said(item, 1, "Jan Holt", mb_contribution_kind_statement);
    assert_said(item, 2, "Ann Lee", mb_contribution_kind_thanks);
    assert_int_equal(item->contributions.count, 3);
    assert_int_equal(item->blocks.count, 4);
    const mb_block *first = item->blocks.items[1], *second = item->blocks.items[2];
    assert_int_equal(first->items.count, 2);
    assert_int_equal(second->items.count, 1);
    assert_false(first->continues);
    assert_true(second->continues);
    assert_int_equal(contribution_at(item, 1)->blocks.first, 2);
}

static void the_points_of_a_report_are_no_speakers(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("The Head of Parking gave a presentation on:\n\n"
                                        "\xE2\x80\xA2 The Director agreed a plan in May.\n"
                                        "\xE2\x80\xA2 Schools supported it.");
    assert_int_equal(item->contributions.count, 1);
    assert_int_equal(item->blocks.count, 2);
}

static void an_organisation_may_stand_between_dashes_behind_the_name(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Malcolm Bald - Mill Area Residents \xE2\x80\x93 made a statement on quiet streets.\n\n"
               "Internal Audit - The Head of Parking introduced the report.\n\n"
               "Councillor Gray - Cabinet Member for Transport introduced the plan.");
    assert_said(item, 0, "Malcolm Bald", mb_contribution_kind_statement);
    assert_said(item, 1, "Flo Gray", mb_contribution_kind_presentation);
    assert_slice(contribution_at(item, 1)->speaker, "Councillor Gray");
}

static void a_statement_answers_nothing(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Councillor Hay asked if it was late.\n\nThe Head of Parking replied that it was.\n\n"
               "Rose Nash, Chair of the Marl Councils, made a statement on behalf of the parishes.");
    assert_said(item, 2, "Rose Nash", mb_contribution_kind_statement);
    assert_said(debate("Jan Holt made a statement on dogs. She asked for more bins."), 0, "Jan Holt",
                mb_contribution_kind_statement);
}

static void two_members_may_share_an_honorific(void **state)
{
    (void)state;
    assert_said(debate("Councillors Hay and Cole welcomed it."), 0, "Bob Hay and Andy Cole",
                mb_contribution_kind_statement);
}

static void the_name_behind_an_office_may_have_no_honorific(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("The Monitoring Officer, Maria Luck explained the law.\n\nThe Chair (Councillor Ann Lee) agreed.");
    assert_said(item, 0, "Maria Luck", mb_contribution_kind_statement);
    assert_slice(contribution_at(item, 1)->speaker, "The Chair (Councillor Ann Lee)");
    assert_slice(contribution_at(item, 1)->person, "Ann Lee");
}

static void a_company_is_nobody(void **state)
{
    (void)state;
    assert_int_equal(debate("Marl Water reported that the main had burst.")->contributions.count, 0);
}

static void what_stands_behind_a_name_and_a_colon_was_said(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("Cllr Cole: What about trains?\n\nCllr Lee: That is a matter for the County.\n\n"
               "Cllr Hay: to write to the County.\n\nCllr O'Dell: Councillor Gray");
    assert_int_equal(item->contributions.count, 2);
    const mb_contribution *asked = item->contributions.items[0], *told = item->contributions.items[1];
    assert_slice(asked->person, "Andy Cole");
    assert_int_equal(asked->kind, mb_contribution_kind_question);
    assert_slice(told->person, "Ann Lee");
    assert_int_equal(told->kind, mb_contribution_kind_reply);
}

static void a_list_of_who_does_what_is_no_debate(void **state)
{
    (void)state;
    static const char *const lists[] = {
        "Cllr Cole: ask the builder about the wall\n\nCllr Lee: Find two prices for a gate.",
        "Cllr Cole: Weir Hall Management Committee\n\nCllr Lee: Canal Forum and Trust\n\nCllr Hay: Why a forum?",
        "Cllr Cole: 8 Weir Road, a porch to the front\n\nCllr Lee: Against the motion as it was",
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const mb_minute_item *item = debate(lists[i]);
        for (uint32_t c = 0; c < item->contributions.count; c++) {
            const mb_contribution *contribution = item->contributions.items[c];
            assert_slice(contribution->person, "Bob Hay");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_councillor_with_the_full_name_is_that_member),
        cmocka_unit_test(a_surname_is_the_only_person_with_it),
        cmocka_unit_test(the_shape_of_an_apostrophe_makes_nobody_else),
        cmocka_unit_test(first_names_that_begin_alike_are_one_person_s),
        cmocka_unit_test(another_first_name_is_another_person),
        cmocka_unit_test(the_chairman_is_the_chair_of_that_meeting),
        cmocka_unit_test(a_job_is_who_holds_it_also_where_it_is_printed_with_another_word),
        cmocka_unit_test(a_job_that_nobody_present_holds_is_nobody_known),
        cmocka_unit_test(somebody_unknown_is_known_by_surname_afterwards),
        cmocka_unit_test(two_people_who_present_together_are_both_named),
        cmocka_unit_test(two_jobs_joined_are_both_holders),
        cmocka_unit_test(what_stands_before_the_speaker_hides_nobody),
        cmocka_unit_test(an_aside_between_commas_is_passed_over),
        cmocka_unit_test(bodies_organisations_and_groups_are_no_speakers),
        cmocka_unit_test(asking_behind_other_words_is_a_question),
        cmocka_unit_test(telling_somebody_to_do_something_is_no_question),
        cmocka_unit_test(what_an_officer_says_behind_a_question_is_a_reply),
        cmocka_unit_test(what_an_officer_says_unasked_is_a_statement),
        cmocka_unit_test(an_officer_s_comment_answers_only_a_question),
        cmocka_unit_test(who_is_printed_with_a_job_answers_as_an_officer_from_then_on),
        cmocka_unit_test(addressing_the_panel_with_an_update_is_a_presentation),
        cmocka_unit_test(an_answer_can_be_announced_by_its_first_words),
        cmocka_unit_test(a_paragraph_of_he_or_she_goes_on_with_the_same_speaker),
        cmocka_unit_test(a_paragraph_that_names_the_same_speaker_anew_is_a_new_contribution),
        cmocka_unit_test(a_second_speaker_within_a_paragraph_splits_it),
        cmocka_unit_test(a_split_cuts_the_emphasis_where_it_cuts_the_text),
        cmocka_unit_test(the_same_speaker_named_twice_splits_nothing),
        cmocka_unit_test(a_decision_is_nobody_s_contribution),
        cmocka_unit_test(a_paragraph_in_nobody_s_words_ends_a_question_but_not_a_presentation),
        cmocka_unit_test(a_name_and_a_subject_above_an_answer_are_a_question),
        cmocka_unit_test(who_moves_what_is_printed_below_has_not_spoken_yet),
        cmocka_unit_test(a_petition_is_presented_by_a_statement_and_a_report_by_who_came_with_it),
        cmocka_unit_test(a_statement_that_is_set_out_below_goes_on_whatever_it_begins_with),
        cmocka_unit_test(a_supplementary_question_and_an_invitation_stand_before_the_speaker_or_behind),
        cmocka_unit_test(a_surname_may_begin_with_a_small_word),
        cmocka_unit_test(an_office_in_an_attendance_sentence_may_hold_brackets),
        cmocka_unit_test(an_officer_without_a_name_answers),
        cmocka_unit_test(who_responds_to_a_question_from_somebody_is_the_speaker),
        cmocka_unit_test(what_members_ask_and_say_ends_a_presentation),
        cmocka_unit_test(a_body_that_receives_an_update_hears_who_gives_it),
        cmocka_unit_test(who_gives_an_update_ends_before_what_it_was_about_and_what_followed),
        cmocka_unit_test(a_part_of_a_job_is_who_spoke_last_of_those_who_have_it),
        cmocka_unit_test(apologies_are_nobody_s_words_and_announcements_are_the_chair_s),
        cmocka_unit_test(who_addresses_the_panel_with_a_statement_presents_nothing),
        cmocka_unit_test(an_office_speaks_on_behalf_of_another),
        cmocka_unit_test(a_first_name_is_the_only_person_with_it),
        cmocka_unit_test(a_name_may_stand_behind_the_office),
        cmocka_unit_test(a_paragraph_about_another_member_is_not_the_speaker_s),
        cmocka_unit_test(thanks_may_be_given_on_behalf_of_the_panel),
        cmocka_unit_test(who_is_invited_with_a_job_is_known_by_surname),
        cmocka_unit_test(a_speaker_on_the_line_below_a_lead_in_begins_a_paragraph),
        cmocka_unit_test(who_shows_pictures_presents_and_who_hands_in_a_petition_makes_a_statement),
        cmocka_unit_test(each_item_of_a_list_may_have_its_speaker),
        cmocka_unit_test(the_points_of_a_report_are_no_speakers),
        cmocka_unit_test(an_organisation_may_stand_between_dashes_behind_the_name),
        cmocka_unit_test(a_statement_answers_nothing),
        cmocka_unit_test(the_name_behind_an_office_may_have_no_honorific),
        cmocka_unit_test(a_company_is_nobody),
        cmocka_unit_test(two_members_may_share_an_honorific),
        cmocka_unit_test(what_stands_behind_a_name_and_a_colon_was_said),
        cmocka_unit_test(a_list_of_who_does_what_is_no_debate),
    };
    return run_reader_tests(tests);
}
