/* core_slice.c: slices compared, trimmed and searched. */
#include "core_test.h"

#include "core/slice.h"

static void trimming_takes_every_kind_of_white_space(void **state)
{
    (void)state;
    static const struct {
        const char *text, *trimmed, *trimmed_end;
    } cases[] = {
        {"panel", "panel", "panel"},
        {"  panel \t\r\n", "panel", "  panel"},
        {"\u00A0\u2003panel\u202F\uFEFF", "panel", "\u00A0\u2003panel"},
        {"\uFEFFpanel", "panel", "\uFEFFpanel"},
        {"\u00e9t\u00e9 ", "\u00e9t\u00e9", "\u00e9t\u00e9"},
        {"a b", "a b", "a b"},
        {" \u200B ", "", ""},
        {"", "", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_slice(mb_slice_trim(mb_slice_of(cases[i].text)), cases[i].trimmed);
        assert_slice(mb_slice_trim_end(mb_slice_of(cases[i].text)), cases[i].trimmed_end);
    }
    assert_slice(mb_slice_trim(MB_NOTHING), NULL);
}

static void slices_are_ordered_by_bytes_and_a_prefix_comes_first(void **state)
{
    (void)state;
    static const char *const ordered[] = {"", "A", "a", "ab", "b", "\u00e9"};
    for (size_t i = 0; i < COUNT_OF(ordered); i++)
        for (size_t j = 0; j < COUNT_OF(ordered); j++) {
            int order = mb_slice_compare(mb_slice_of(ordered[i]), mb_slice_of(ordered[j]));
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
}

static void starts_and_ends_are_found_with_and_without_case(void **state)
{
    (void)state;
    assert_true(mb_slice_starts(MB_TEXT("RESOLVED that"), MB_TEXT("RESOLVED")));
    assert_false(mb_slice_starts(MB_TEXT("Resolved that"), MB_TEXT("RESOLVED")));
    assert_true(mb_slice_starts_nocase(MB_TEXT("Resolved that"), MB_TEXT("RESOLVED")));
    assert_false(mb_slice_starts_nocase(MB_TEXT("RES"), MB_TEXT("RESOLVED")));
    assert_true(mb_slice_starts(MB_TEXT("a"), MB_TEXT("")));
    assert_true(mb_slice_ends(MB_TEXT("(Pages 5 - 18)"), MB_TEXT("18)")));
    assert_false(mb_slice_ends(MB_TEXT("18)"), MB_TEXT("(Pages 5 - 18)")));
    assert_true(mb_slice_equal_nocase(MB_TEXT("H&S"), MB_TEXT("h&s")));
    assert_false(mb_slice_equal_nocase(MB_TEXT("["), MB_TEXT("{")));
    assert_false(mb_slice_equal_nocase(MB_TEXT("\u00c9"), MB_TEXT("\u00e9")));
}

static void find_gives_the_first_place_at_or_after_an_offset(void **state)
{
    (void)state;
    static const struct {
        const char *text, *needle;
        size_t from, expected;
    } cases[] = {
        {"item 1, item 2", "item", 0, 0},
        {"item 1, item 2", "item", 1, 8},
        {"item 1, item 2", "item", 9, SIZE_MAX},
        {"aaab", "aab", 0, 1},
        {"abc", "c", 2, 2},
        {"abc", "c", 3, SIZE_MAX},
        {"abc", "c", 4, SIZE_MAX},
        {"abc", "", 1, 1},
        {"abc", "", 3, 3},
        {"ab", "abc", 0, SIZE_MAX},
        {"", "a", 0, SIZE_MAX},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(mb_slice_find(mb_slice_of(cases[i].text), mb_slice_of(cases[i].needle), cases[i].from),
                         cases[i].expected);
}

static void parts_of_a_slice_stay_inside_it(void **state)
{
    (void)state;
    assert_slice(mb_slice_from(MB_TEXT("abc"), 1), "bc");
    assert_slice(mb_slice_from(MB_TEXT("abc"), 9), "");
    assert_slice(mb_slice_first(MB_TEXT("abc"), 2), "ab");
    assert_slice(mb_slice_first(MB_TEXT("abc"), 9), "abc");
}

static void words_stand_between_spaces_and_tabs(void **state)
{
    (void)state;
    assert_int_equal(mb_slice_words(MB_TEXT("  The state\tof  the ponds ")), 5);
    assert_int_equal(mb_slice_words(MB_TEXT("ponds")), 1);
    assert_int_equal(mb_slice_words(MB_TEXT(" \t ")), 0);
    assert_int_equal(mb_slice_words(MB_NOTHING), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trimming_takes_every_kind_of_white_space),
        cmocka_unit_test(slices_are_ordered_by_bytes_and_a_prefix_comes_first),
        cmocka_unit_test(starts_and_ends_are_found_with_and_without_case),
        cmocka_unit_test(find_gives_the_first_place_at_or_after_an_offset),
        cmocka_unit_test(parts_of_a_slice_stay_inside_it),
        cmocka_unit_test(words_stand_between_spaces_and_tabs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
