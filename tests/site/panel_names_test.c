/* panel_names_test.c: which names mean the same panel. */
#include "../reader/reading_of.h"

#include "site/panel_names.h"

static mb_panel_name name_of(const char *printed)
{
    static const mb_dialect *dialect;
    mb_error error;
    if (!dialect)
        assert_int_equal(mb_dialect_choose(shipped, "uk", MB_TEXT(""), &dialect, &error), 0);
    return mb_panel_name_of(kept, dialect, MB_TEXT("Example Council"), mb_slice_of(printed));
}

static bool same(const char *a, const char *b)
{
    return mb_slice_equal(name_of(a).key, name_of(b).key);
}

static bool abbreviates(const char *a, const char *b)
{
    mb_panel_name left = name_of(a), right = name_of(b);
    bool one = mb_panel_name_abbreviates(&left, &right);
    assert_int_equal(one, mb_panel_name_abbreviates(&right, &left));
    if (one)
        assert_true(mb_slice_equal(left.initials, right.initials));
    return one;
}

static void case_small_words_and_punctuation_make_no_difference(void **state)
{
    (void)state;
    assert_true(same("Roads, Parks and Rivers Panel", "ROADS PARKS & RIVERS PANEL"));
    assert_true(same("Planning Sub-Committee", "Planning Sub Committee"));
    assert_true(same("The Children’s Panel", "Children's Panel"));
    assert_false(same("Roads Panel", "Parks Panel"));
}

static void the_council_before_a_name_is_not_part_of_it(void **state)
{
    (void)state;
    assert_true(same("Example Council - Roads Panel", "Roads Panel"));
    assert_true(same("Example Council Roads Panel", "Roads Panel"));
    assert_slice(name_of("Example Council").printed, "Example Council");
}

static void an_abbreviation_stands_for_the_words_whose_initials_it_has(void **state)
{
    (void)state;
    assert_true(abbreviates("Roads and Parks PDS Panel", "Roads & Parks Policy Development and Scrutiny Panel"));
    assert_true(abbreviates("RPDS Panel", "Roads Policy Development and Scrutiny Panel"));
    assert_false(abbreviates("Roads PDS Panel", "Roads Policy and Scrutiny Panel"));
    assert_false(abbreviates("ROADS PANEL", "Rivers Of A Distant South Panel"));
}

static void a_word_can_be_shortened(void **state)
{
    (void)state;
    assert_true(abbreviates("Planning Cttee", "Planning Committee"));
    assert_true(abbreviates("Econ Dev Committee", "Economic Development Committee"));
    assert_false(abbreviates("Roads Panel", "Rivers Panel"));
    assert_false(abbreviates("Panel", "Panels Board"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_small_words_and_punctuation_make_no_difference),
        cmocka_unit_test(the_council_before_a_name_is_not_part_of_it),
        cmocka_unit_test(an_abbreviation_stands_for_the_words_whose_initials_it_has),
        cmocka_unit_test(a_word_can_be_shortened),
    };
    return run_reader_tests(tests);
}
