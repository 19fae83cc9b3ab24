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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_before_the_words_sent_apologies),
        cmocka_unit_test(names_behind_the_words_sent_apologies),
        cmocka_unit_test(a_bare_list_under_the_heading_is_of_those_who_sent_apologies),
        cmocka_unit_test(no_apologies_are_nobody_s),
        cmocka_unit_test(an_apology_under_another_heading_is_no_absence),
        cmocka_unit_test(a_substitute_for_somebody_named_by_surname),
        cmocka_unit_test(a_substitute_without_more_stands_in_for_the_one_who_is_absent),
        cmocka_unit_test(where_two_are_absent_nobody_knows_for_whom_a_substitute_came),
    };
    return run_reader_tests(tests);
}
