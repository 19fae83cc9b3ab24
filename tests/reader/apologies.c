/* apologies.c: tests of who is found to have sent apologies, and who to have come instead. */
#include "minutes_of.h"

static const mb_minute_item *apologies(const char *text)
{
    return item_of("APOLOGIES FOR ABSENCE AND SUBSTITUTIONS", text);
}

static void assert_apologies(const mb_minute_item *item, uint32_t count, const char *const names[])
{
    assert_int_equal(item->apologies.count, count);
    for (uint32_t i = 0; i < count; i++)
        assert_slice(item->apologies.items[i], names[i]);
}

static void assert_substitute(const mb_minute_item *item, const char *absent, const char *substitute)
{
    assert_int_equal(item->substitutes.count, 1);
    const mb_substitution *substitution = item->substitutes.items[0];
    assert_slice(substitution->absent, absent);
    assert_slice(substitution->substitute, substitute);
}

static void names_before_the_words_sent_apologies(void **state)
{
    (void)state;
    const mb_minute_item *item =
        apologies("Councillor Gwen Ray, Councillor Hal Moss and Ivy Dunn (Co-opted Member) had "
                  "all sent their apologies to the Panel.");
    assert_apologies(item, 3, (const char *[]){"Gwen Ray", "Hal Moss", "Ivy Dunn"});
}

static void names_behind_the_words_sent_apologies(void **state)
{
    (void)state;
    const mb_minute_item *item =
        apologies("Apologies for absence were received from Councillors Gwen Ray and Hal Moss, and from Dr Ivy Dunn.");
    assert_apologies(item, 3, (const char *[]){"Gwen Ray", "Hal Moss", "Ivy Dunn"});
}

static void a_bare_list_under_the_heading_is_of_those_who_sent_apologies(void **state)
{
    (void)state;
    assert_apologies(apologies("Councillor Gwen Ray and Hal Moss."), 2, (const char *[]){"Gwen Ray", "Hal Moss"});
}

static void several_may_stand_in_for_several(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Apologies had been received from Councillors Ray and Moss, and Councillors Hay and Cole were substituting for "
        "them.",
        "Apologies were received on behalf of Councillors Ray and Moss with Councillors Hay and Cole in attendance as "
        "substitute Members respectively.",
        "Apologies were received from Councillor Ray (Councillor Hay attended in her place) and Councillor Moss "
        "(Councillor Cole deputising).",
        "Apologies: Cllr Ray - Cllr Hay substituting; Cllr Moss - Cllr Cole substituting"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const mb_minute_item *item = apologies(texts[i]);
        assert_apologies(item, 2, (const char *[]){"Ray", "Moss"});
        assert_int_equal(item->substitutes.count, 2);
        assert_slice(at(substitution, item->substitutes, 1)->absent, "Moss");
        assert_slice(at(substitution, item->substitutes, 1)->substitute, "Cole");
    }
    assert_int_equal(apologies("Councillor Hay substituted for Councillor Ray and Councillor Cole substituted for "
                               "Councillor Moss.")
                         ->substitutes.count,
                     2);
}

static void what_was_received_stands_before_who_sent_it(void **state)
{
    (void)state;
    assert_apologies(apologies("The following apologies were received: Councillors Ray and Moss."), 2,
                     (const char *[]){"Ray", "Moss"});
    assert_apologies(apologies("Apologies were given for Cllrs Ray & Moss."), 2, (const char *[]){"Ray", "Moss"});
    assert_apologies(apologies("Apologies were submitted by Councillors Ray, Moss and by Ivy Dunn."), 3,
                     (const char *[]){"Ray", "Moss", "Ivy Dunn"});
    assert_apologies(apologies("Apologies: Cllr Ray - Cllr Hay substituting; Cllr Moss"), 2,
                     (const char *[]){"Ray", "Moss"});
}

static void no_apologies_are_nobody_s(void **state)
{
    (void)state;
    static const char *const none[] = {"There were none.", "None", "No apologies were received from members."};
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        assert_apologies(apologies(none[i]), 0, NULL);
    }
}

static void an_apology_under_another_heading_is_no_absence(void **state)
{
    (void)state;
    const mb_minute_item *item = item_of("PARKING", "Councillor Bob Hay gave his apologies for the late map.");
    assert_apologies(item, 0, NULL);
}

static void a_substitute_for_somebody_named_by_surname(void **state)
{
    (void)state;
    const mb_minute_item *item = apologies("Councillor Gwen Ray sent her apologies.\n\n"
                                           "Councillor Jim Kerr was present as a substitute for Councillor Ray.");
    assert_substitute(item, "Gwen Ray", "Jim Kerr");
}

static void a_substitute_without_more_stands_in_for_the_one_who_is_absent(void **state)
{
    (void)state;
    const mb_minute_item *item = apologies("Apologies were received from Councillor Gwen Ray. Councillor Jim Kerr "
                                           "attended as substitute.");
    assert_apologies(item, 1, (const char *[]){"Gwen Ray"});
    assert_substitute(item, "Gwen Ray", "Jim Kerr");
}

static void where_two_are_absent_nobody_knows_for_whom_a_substitute_came(void **state)
{
    (void)state;
    const mb_minute_item *item = apologies("Apologies were received from Councillors Gwen Ray and Hal Moss. Councillor "
                                           "Jim Kerr attended as substitute.");
    assert_int_equal(item->substitutes.count, 0);
}

/* The item's apologies, and its substitutes as "absent <- substitute". */
static mb_slice told(const char *text)
{
    const mb_minute_item *item = apologies(text);
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < item->apologies.count; i++)
        all = mb_arena_printf(kept, "%.*s%s%.*s", MB_ARG(all), i ? ", " : "", MB_ARG(item->apologies.items[i]));
    for (uint32_t i = 0; i < item->substitutes.count; i++) {
        const mb_substitution *substitution = at(substitution, item->substitutes, i);
        all = mb_arena_printf(kept, "%.*s; %.*s <- %.*s", MB_ARG(all), MB_ARG(substitution->absent),
                              MB_ARG(substitution->substitute));
    }
    return all;
}

static void apologies_are_told_in_many_words(void **state)
{
    (void)state;
    static const struct {
        const char *text, *told;
    } forms[] = {
        {"The Clerk announced that apologies for absence had been received from Councillor Gwen Ray and Ivy Dunn "
         "(Place "
         "Director, Marl, Harle & Vale Board).",
         "Gwen Ray, Ivy Dunn"},
        {"Cllrs Ray, Moss and Dunn sent their apologises.", "Ray, Moss, Dunn"},
        {"Apologies and a valid reason for absence had been received from Cllrs Ray, V Moss and I Dunn and these were "
         "accepted.",
         "Ray, V Moss, I Dunn"},
        {"Apologies were received and accepted from Cllr R Ray who was on holiday and Cllr Miss J Moss who was ill.\n\n"
         "Ivy Dunn had also sent her apologies.",
         "R Ray, J Moss, Ivy Dunn"},
        {"Apologies for absence were intimated by Councillors Ray, Moss and Dunn.", "Ray, Moss, Dunn"},
        {"An apology for absence was received on behalf of Councillor Gwen Ray.", "Gwen Ray"},
        {"Apologies were noted from Gwen Ray.", "Gwen Ray"},
        {"Cllr T Ray (holiday), Cllr L Moss (work).", "T Ray, L Moss"},
        {"A Ray, EDC and M Ray (Councillors)", "A Ray, M Ray"},
        {"Councillors Gwen Ray and Hal Moss apologised for their inability to attend the meeting.",
         "Gwen Ray, Hal Moss"},
        {"Apologies were received from:\n\n- Gwen Ray (Arts)\n- Cllr Hal Moss\n", "Gwen Ray, Hal Moss"},
        {"Councillor Gwen Ray had sent his apologies but without a substitute being appointed.", "Gwen Ray"},
    };
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        assert_slice(told(forms[i].text), forms[i].told);
}

static void substitutes_are_told_in_many_words(void **state)
{
    (void)state;
    static const struct {
        const char *text, *told;
    } forms[] = {
        {"Councillor Gwen Ray had sent her apologies to the Panel, she was substituted for the duration of the meeting "
         "by "
         "Councillor Jim Kerr.",
         "Gwen Ray; Gwen Ray <- Jim Kerr"},
        {"Councillor Gwen Ray had sent her apologies to the Panel, Councillor Jim Kerr was there all evening as her "
         "substitute.",
         "Gwen Ray; Gwen Ray <- Jim Kerr"},
        {"Councillors Gwen Ray and Hal Moss had sent their apologies. Councillors Jim Kerr and Ivy Dunn were their "
         "respective substitutes for the duration of the meeting.",
         "Gwen Ray, Hal Moss; Gwen Ray <- Jim Kerr; Hal Moss <- Ivy Dunn"},
        {"Apologies for absence were received from:\n\nCouncillor Gwen Ray \xE2\x80\x93 substitute Councillor Jim "
         "Kerr\n\n"
         "Councillor Hal Moss \xE2\x80\x93 Councillor Ivy Dunn acted as substitute",
         "Gwen Ray, Hal Moss; Gwen Ray <- Jim Kerr; Hal Moss <- Ivy Dunn"},
        {"Two Co-opted Members of the Panel, Gwen Ray and Hal Moss had sent their apologies.", "Gwen Ray, Hal Moss"},
        {"There was an apology for absence from Councillor Gwen Ray whose substitute was Councillor Jim Kerr",
         "Gwen Ray; Gwen Ray <- Jim Kerr"},
        {"Councillor Gwen Ray sent her apology. Councillor Jim Kerr was her substitute for the meeting.\n\n"
         "Councillor Hal Moss sent his apology. Councillor Ivy Dunn was his substitute for the meeting.",
         "Gwen Ray, Hal Moss; Gwen Ray <- Jim Kerr; Hal Moss <- Ivy Dunn"},
        {"Councillor Gwen Ray gave her apologies and was substituted by Councillor Jim Kerr.",
         "Gwen Ray; Gwen Ray <- Jim Kerr"},
        {"Apologies from Councillor Gwen Ray who was substituted by Councillor Jim Kerr.",
         "Gwen Ray; Gwen Ray <- Jim Kerr"},
        {"Councillor Gwen Ray had sent her apologies to the Panel, Councillor Jim Kerr was present as her substitute.",
         "Gwen Ray; Gwen Ray <- Jim Kerr"},
        {"Apologies were received from Cllr Gwen Ray and Cllr Hal Moss.\n\nThere were the following substitutions:\n\n"
         "Cllr Jim Kerr for Cllr Gwen Ray\n\nCllr Ivy Dunn for Cllr Hal Moss\n",
         "Gwen Ray, Hal Moss; Gwen Ray <- Jim Kerr; Hal Moss <- Ivy Dunn"},
        {"Apologies were received from Mr D Ray (Ms H Kerr attended as substitute), Mr A Moss (Mr D Dunn, Medical "
         "Director "
         "attended in his absence) and Ms B Fox, Marl Trust.",
         "D Ray, A Moss, B Fox; D Ray <- H Kerr; A Moss <- D Dunn"},
        {"Apologies were received from Mr H Ray, for whom Mrs S Kerr was substituting, and from Mr A Moss.",
         "H Ray, A Moss; H Ray <- S Kerr"},
        {"Apologies had been received from Councillor S Ray. It was noted that, in accordance with Rule 4, Councillor "
         "T "
         "Kerr had been appointed as a substitute member for Councillor S Ray.",
         "S Ray; S Ray <- T Kerr"},
        {"Dr Ian Ray (Board) and Alex Moss (Watch) had sent their apologies. Tracey Kerr was present at the meeting on "
         "behalf of Dr Ray.",
         "Ian Ray, Alex Moss; Ian Ray <- Tracey Kerr"},
        {"Apologies were received from Councillor Gwen Ray - substitute Councillor Jim Kerr.",
         "Gwen Ray; Gwen Ray <- Jim Kerr"},
        {"Apologies were received from Councillor Gwen Ray \xE2\x80\x93 Councillor Jim Kerr acted as substitute.",
         "Gwen Ray; Gwen Ray <- Jim Kerr"},
        {"Apologies were received from Councillor Gwen Ray - substitute to be named.", "Gwen Ray"},
        {"Apologies were received from Councillor Gwen Ray, Councillor Jim Kerr was her substitute.",
         "Gwen Ray; Gwen Ray <- Jim Kerr"},
        {"Apologies were received from Councillor Gwen Ray.\n\nCllr Jim Kerr \xE2\x80\x93 substitute for Cllr Ray\n",
         "Gwen Ray; Gwen Ray <- Jim Kerr"},
        {"Apologies were received from Gwen Ray. Hal Moss was attending as Gwen Ray's substitute.",
         "Gwen Ray; Gwen Ray <- Hal Moss"},
    };
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        assert_slice(told(forms[i].text), forms[i].told);
}

static void what_was_agreed_about_a_reason_is_no_name(void **state)
{
    (void)state;
    assert_apologies(apologies("Cllr Gwen Ray - it was agreed that her reasons be accepted."), 1,
                     (const char *[]){"Gwen Ray"});
}

static void apologies_for_lateness_or_leaving_early_are_no_absence(void **state)
{
    (void)state;
    assert_apologies(
        apologies("Apologies were received from Councillor Gwen Ray. Councillor Hal Moss sent apologies for "
                  "lateness. Apologies for leaving early were received from Councillor Ivy Dunn."),
        1, (const char *[]){"Gwen Ray"});
}

static void who_comes_late_takes_nobody_s_absence_away(void **state)
{
    (void)state;
    static const char *const told[] = {
        "Apologies for absence were received from Councillor Gwen Ray and apologies for lateness from Councillor Hal "
        "Moss.",
        "Apologies for absence were received from Councillor Gwen Ray, and for early departure from Councillor Hal "
        "Moss.",
        "Apologies were received from Councillor Gwen Ray (unwell) and Councillor Hal Moss (apologies for lateness).",
        "Apologies for lateness were received from Councillor Hal Moss and apologies for absence from Councillor Gwen "
        "Ray.",
        "Councillor Ivy Dunn was present for part of the meeting, and apologies were received from Councillor Gwen "
        "Ray.",
    };
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        assert_apologies(apologies(told[i]), 1, (const char *[]){"Gwen Ray"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_before_the_words_sent_apologies),
        cmocka_unit_test(names_behind_the_words_sent_apologies),
        cmocka_unit_test(a_bare_list_under_the_heading_is_of_those_who_sent_apologies),
        cmocka_unit_test(several_may_stand_in_for_several),
        cmocka_unit_test(what_was_received_stands_before_who_sent_it),
        cmocka_unit_test(no_apologies_are_nobody_s),
        cmocka_unit_test(an_apology_under_another_heading_is_no_absence),
        cmocka_unit_test(a_substitute_for_somebody_named_by_surname),
        cmocka_unit_test(a_substitute_without_more_stands_in_for_the_one_who_is_absent),
        cmocka_unit_test(where_two_are_absent_nobody_knows_for_whom_a_substitute_came),
        cmocka_unit_test(apologies_are_told_in_many_words),
        cmocka_unit_test(substitutes_are_told_in_many_words),
        cmocka_unit_test(what_was_agreed_about_a_reason_is_no_name),
        cmocka_unit_test(apologies_for_lateness_or_leaving_early_are_no_absence),
        cmocka_unit_test(who_comes_late_takes_nobody_s_absence_away),
    };
    return run_reader_tests(tests);
}
