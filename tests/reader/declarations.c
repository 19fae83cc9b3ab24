/* declarations.c: tests of which interests are found to have been declared. */
#include "minutes_of.h"

static const mb_minute_item *declarations(const char *text)
{
    return item_of("DECLARATIONS OF INTEREST", text);
}

static void assert_declared(const mb_minute_item *item, uint32_t index, const char *name, const char *kind,
                            const char *reason)
{
    if (index >= item->declarations.count)
        fail_msg("there are %u declarations, so none is the %u. one", item->declarations.count, index + 1);
    const mb_declaration *declaration = item->declarations.items[index];
    assert_slice(declaration->name, name);
    assert_slice(declaration->kind, kind);
    assert_slice(declaration->reason, reason);
}

static void an_interest_has_its_kind_as_printed_and_its_reason(void **state)
{
    (void)state;
    const mb_minute_item *item =
        declarations("Councillor Andy Cole declared a disclosable pecuniary interest in item 12 "
                     "as he owns the car park. He left the room for that item.");
    assert_int_equal(item->declarations.count, 1);
    assert_declared(item, 0, "Andy Cole", "disclosable pecuniary interest", "he owns the car park");
}

static void an_interest_without_a_reason_has_none(void **state)
{
    (void)state;
    assert_declared(declarations("Councillor Cole declared an other interest in item 12."), 0, "Andy Cole",
                    "other interest", NULL);
}

static void members_who_declare_together_have_a_declaration_each(void **state)
{
    (void)state;
    const mb_minute_item *item =
        declarations("Councillors Bob Hay and Mae O'Dell declared personal interests because they rent allotments.");
    assert_int_equal(item->declarations.count, 2);
    assert_declared(item, 1, "Mae O'Dell", "personal interests", "they rent allotments");
}

static void a_declaration_can_be_told_in_a_clause(void **state)
{
    (void)state;
    assert_declared(declarations("Cy Orr declared that he had a non-pecuniary interest since his son parks there."), 0,
                    "Cy Orr", "non-pecuniary interest", "his son parks there");
}

static void nothing_declared_is_no_declaration(void **state)
{
    (void)state;
    assert_int_equal(declarations("No interests were declared.")->declarations.count, 0);
    assert_int_equal(declarations("Councillor Bob Hay declared the car park open.")->declarations.count, 0);
}

static void the_reason_may_come_first(void **state)
{
    (void)state;
    assert_declared(declarations("As a close friend of the applicant, Cllr Cole declared a personal and prejudicial "
                                 "interest in item 12.3(c)."),
                    0, "Andy Cole", "personal and prejudicial interest", "a close friend of the applicant");
}

static void interests_are_declared_in_lists_too(void **state)
{
    (void)state;
    const mb_minute_item *item =
        declarations("Declarations were made by the following Councillors;\n\nItem 7 - Statements\n\n"
                     "- Councillor Andy Cole declared an 'other' interest as Chairman of the company. He left.\n");
    assert_declared(item, 0, "Andy Cole", "'other' interest", "Chairman of the company");
}

static void each_of_several_declares(void **state)
{
    (void)state;
    const mb_minute_item *item =
        declarations("Councillors Cole and Hay each declared a non-financial interest in item 5 "
                     "due to the fact that they were on the Board.");
    assert_int_equal(item->declarations.count, 2);
    assert_declared(item, 1, "Bob Hay", "non-financial interest", "they were on the Board");
}

static void what_an_interest_is_about_may_lead_in(void **state)
{
    (void)state;
    assert_declared(declarations("In relation to item 8, Councillor Hay declared a personal interest as a trustee."), 0,
                    "Bob Hay", "personal interest", "a trustee");
    assert_declared(declarations("For transparency, Councillor Hay declared that he is a trustee."), 0, "Bob Hay", NULL,
                    "he is a trustee");
    assert_declared(declarations("Councillor Hay wished it to be noted that he is a trustee."), 0, "Bob Hay", NULL,
                    "he is a trustee");
}

static void the_chair_may_declare_by_the_office(void **state)
{
    (void)state;
    assert_declared(declarations("The Chair declared a personal interest in item 4 as she is a governor."), 0,
                    "Ann Lee", "personal interest", "she is a governor");
}

static void a_note_has_its_kind_between_item_and_reason(void **state)
{
    (void)state;
    assert_declared(declarations("Councillor Hay: Item 5 - Disclosable pecuniary interest - employed by the college"),
                    0, "Bob Hay", "Disclosable pecuniary interest", "employed by the college");
    assert_declared(declarations("Councillor Hay - Personal interest as a member of the town council"), 0, "Bob Hay",
                    "Personal interest", "a member of the town council");
}

static void a_dash_may_stand_between_who_and_what(void **state)
{
    (void)state;
    assert_declared(declarations("Cllr Cole - declared a DPI in respect of item 8 as he worked for the company."), 0,
                    "Andy Cole", "DPI", "he worked for the company");
    assert_declared(declarations("Cllr Cole: personal interest in item 5 as a member of the club."), 0, "Andy Cole",
                    "personal interest", "a member of the club");
}

static void what_the_member_did_then_is_no_part_of_the_reason(void **state)
{
    (void)state;
    assert_declared(
        declarations("Cllr Cole declared a non-pecuniary interest in item 1 as a patient at the surgery, and "
                     "withdrew from the meeting while it was considered."),
        0, "Andy Cole", "non-pecuniary interest", "a patient at the surgery");
}

static void a_table_of_interests_is_read_by_its_heads(void **state)
{
    (void)state;
    const mb_minute_item *item = declarations("Councillor\tAgenda Item\tType of interest\tReason\n"
                                              "Cole\t17\tPecuniary\tEmployed by the society\n"
                                              "Hay\t9\tNon Pecuniary\tFriend of the applicant\n");
    assert_int_equal(item->declarations.count, 2);
    assert_declared(item, 0, "Andy Cole", "Pecuniary", "Employed by the society");
    assert_declared(item, 1, "Bob Hay", "Non Pecuniary", "Friend of the applicant");
}

static void what_somebody_says_or_declares_it_for_is_no_reason(void **state)
{
    (void)state;
    const mb_minute_item *item = declarations(
        "Councillor Cole declared an other interest as a member of the Marl Trust and said that he would make "
        "no comment.\n\nThe Chair, Councillor Ann Lee declared a non-pecuniary interest as a director of the "
        "Marl Trust in relation to agenda item 9 (Parking). She would stay.");
    assert_declared(item, 0, "Andy Cole", "other interest", "a member of the Marl Trust");
    assert_declared(item, 1, "Ann Lee", "non-pecuniary interest", "a director of the Marl Trust");
}

static void what_is_declared_under_the_item_s_title_is_an_interest(void **state)
{
    (void)state;
    assert_declared(
        declarations("Councillor Cole declared that he had been the Cabinet Member when the report was written."), 0,
        "Andy Cole", NULL, "he had been the Cabinet Member when the report was written");
    assert_int_equal(item_of("PARKING", "Councillor Cole declared that he was tired.")->declarations.count, 0);
}

static void interests_may_stand_by_item(void **state)
{
    (void)state;
    const mb_minute_item *item = declarations("The Panel heard of these:-\n\n- Item 4bi - Councillor Cole (Financial)\n"
                                              "- Item 9.5 - Councillor O'Dell\n- Item 10 - the roof leaks");
    assert_int_equal(item->declarations.count, 2);
    assert_declared(item, 0, "Andy Cole", "Financial", NULL);
    assert_declared(item, 1, "Mae O'Dell", NULL, NULL);
}

static void an_interest_of_no_kind_may_have_a_reason(void **state)
{
    (void)state;
    const mb_minute_item *item =
        declarations("The following were made:\n\na. Cllr. Cole - item 5 as his daughter parks there.\n"
                     "b. Cllr. O'Dell thanked the Clerk as usual.");
    assert_int_equal(item->declarations.count, 1);
    assert_declared(item, 0, "Andy Cole", NULL, "his daughter parks there");
}

static void a_kind_may_be_told_of_several_before_they_are_named(void **state)
{
    (void)state;
    const mb_minute_item *item =
        declarations("Members declared personal interests in minute 14 of this meeting as follows:\n\n"
                     "Cole - Member of Marl Town Council\n\nO'Dell - Governor of Marl School\n\nThe meeting went on.");
    assert_int_equal(item->declarations.count, 2);
    assert_declared(item, 0, "Andy Cole", "personal interests", "Member of Marl Town Council");
    assert_declared(item, 1, "Mae O'Dell", "personal interests", "Governor of Marl School");
}

static void what_members_tell_of_themselves_is_an_interest(void **state)
{
    (void)state;
    const mb_minute_item *item =
        declarations("Councillor Bob Hay informed the Panel that he is a member of the Canal Trust.\n\n"
                     "Councillor Mae O'Dell advised that her daughter drives a bus.\n\n"
                     "The Chair advised that the forms were late.");
    assert_int_equal(item->declarations.count, 2);
    assert_declared(item, 0, "Bob Hay", NULL, "he is a member of the Canal Trust");
    assert_declared(item, 1, "Mae O'Dell", NULL, "her daughter drives a bus");
}

static void an_interest_may_be_declared_in_the_passive(void **state)
{
    (void)state;
    const mb_minute_item *item = declarations(
        "A declaration was made by Councillor Cole, as he owns the car park.\n\n"
        "A non-pecuniary interest was declared by Councillor O'Dell in item 12 because she parks there.\n\n"
        "No declarations of interest were made by Councillors Lee and Hay.");
    assert_int_equal(item->declarations.count, 2);
    assert_declared(item, 0, "Andy Cole", NULL, "he owns the car park");
    assert_declared(item, 1, "Mae O'Dell", "non-pecuniary interest", "she parks there");
}

static void an_interest_in_buying_is_no_declaration(void **state)
{
    (void)state;
    const mb_minute_item *item =
        item_of("LAND AT THE WEIR",
                "A statement of interest in buying the land was received from Mr Roach of Roach and Sons.\n\n"
                "Expressions of interest were received from Councillor Cole and Councillor O'Dell.\n\n"
                "A declaration of interest was received from Mr Roach, as he owns the weir.");
    assert_int_equal(item->declarations.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_interest_has_its_kind_as_printed_and_its_reason),
        cmocka_unit_test(an_interest_without_a_reason_has_none),
        cmocka_unit_test(members_who_declare_together_have_a_declaration_each),
        cmocka_unit_test(a_declaration_can_be_told_in_a_clause),
        cmocka_unit_test(nothing_declared_is_no_declaration),
        cmocka_unit_test(the_reason_may_come_first),
        cmocka_unit_test(interests_are_declared_in_lists_too),
        cmocka_unit_test(each_of_several_declares),
        cmocka_unit_test(what_an_interest_is_about_may_lead_in),
        cmocka_unit_test(the_chair_may_declare_by_the_office),
        cmocka_unit_test(a_note_has_its_kind_between_item_and_reason),
        cmocka_unit_test(a_dash_may_stand_between_who_and_what),
        cmocka_unit_test(what_the_member_did_then_is_no_part_of_the_reason),
        cmocka_unit_test(a_table_of_interests_is_read_by_its_heads),
        cmocka_unit_test(what_somebody_says_or_declares_it_for_is_no_reason),
        cmocka_unit_test(what_is_declared_under_the_item_s_title_is_an_interest),
        cmocka_unit_test(interests_may_stand_by_item),
        cmocka_unit_test(an_interest_of_no_kind_may_have_a_reason),
        cmocka_unit_test(a_kind_may_be_told_of_several_before_they_are_named),
        cmocka_unit_test(what_members_tell_of_themselves_is_an_interest),
        cmocka_unit_test(an_interest_may_be_declared_in_the_passive),
        cmocka_unit_test(an_interest_in_buying_is_no_declaration),
    };
    return run_reader_tests(tests);
}
