/* core_unicode.c: UTF-8, case and slugs. */
#include "core_test.h"

#include <string.h>

#include "core/unicode.h"

static void the_first_byte_that_is_not_utf8_is_found(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t invalid;
    } cases[] = {
        {"", SIZE_MAX},
        {"plain text of more than eight bytes", SIZE_MAX},
        {"caf\u00e9, \u2019 and \U0001F4D6 \U0010FFFF", SIZE_MAX},
        {"\xff", 0},
        {"12345678\x80", 8},
        {"1234567\xc3", 7},
        {"a\xc3z", 1},
        {"a\xe2\x80", 1},
        {"a\xe2\x80z", 1},
        {"\xc0\x80", 0},         /* overlong */
        {"\xe0\x9f\xbf", 0},     /* overlong */
        {"\xf0\x8f\xbf\xbf", 0}, /* overlong */
        {"\xed\x9f\xbf", SIZE_MAX},
        {"\xed\xa0\x80", 0}, /* a surrogate */
        {"\xf4\x8f\xbf\xbf", SIZE_MAX},
        {"\xf4\x90\x80\x80", 0}, /* beyond the last character */
        {"\xf5\x80\x80\x80", 0},
        {"\xf0\x9f\x93", 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(mb_utf8_invalid(mb_slice_of(cases[i].text)), cases[i].invalid);
    assert_int_equal(mb_utf8_invalid((mb_slice){"a\0b", 3}), SIZE_MAX);
}

static void names_that_differ_only_in_case_have_the_same_fold(void **state)
{
    static const char *const pairs[][2] = {{"SI\u00c2N", "si\u00e2n"},
                                           {"Sia\u0302n", "SI\u00c2N"},
                                           {"STRASSE", "stra\u00dfe"},
                                           {"\u03a3\u03a3", "\u03c3\u03c2"}};
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        mb_slice one = mb_fold_case(*state, mb_slice_of(pairs[i][0]));
        mb_slice other = mb_fold_case(*state, mb_slice_of(pairs[i][1]));
        assert_true(one.size > 0 && mb_slice_equal(one, other));
    }
    assert_false(mb_slice_equal(mb_fold_case(*state, MB_TEXT("Sian")), mb_fold_case(*state, MB_TEXT("Si\u00e2n"))));
    assert_slice(mb_fold_case(*state, MB_NOTHING), NULL);
}

static void a_long_text_is_folded_like_a_short_one(void **state)
{
    char text[3000], expected[3000];
    memset(text, 'A', sizeof text);
    memset(expected, 'a', sizeof expected);
    mb_slice folded = mb_fold_case(*state, (mb_slice){text, sizeof text});
    assert_true(mb_slice_equal(folded, (mb_slice){expected, sizeof expected}));
    assert_int_equal(mb_slug(*state, (mb_slice){text, sizeof text}).size, sizeof text);
}

static void a_slug_is_what_people_would_type(void **state)
{
    static const struct {
        const char *text, *slug;
    } cases[] = {
        {"Children, Adults, Health & Wellbeing", "children-adults-health-and-wellbeing"},
        {"H&S", "h-and-s"},
        {"  Si\u00e2n \u2013 Ll\u0175yd  ", "sian-llwyd"},
        {"Children\u2019s Services", "childrens-services"},
        {"2025-11-04 Panel", "2025-11-04-panel"},
        {"\ufb01nance \u2460 H\u2082O", "finance-1-h2o"},
        {"\u0141\u00f3d\u017a \u00d8rsted \u00c6on", "lodz-orsted-aeon"},
        {"\u0391\u03b8\u03ae\u03bd\u03b1", "\u03b1\u03b8\u03b7\u03bd\u03b1"},
        {"../../etc/passwd", "etc-passwd"},
        {"&", "and"},
        {"---", ""},
        {"", ""},
        {"bad \xff byte", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_slice(mb_slug(*state, mb_slice_of(cases[i].text)), cases[i].slug);
}

static void a_heading_in_capitals_gets_its_proper_case(void **state)
{
    static const char *const abbreviations[] = {"SEND", "H&S", "GP", "SE"};
    mb_strings keep = {NULL, 0, 0};
    for (size_t i = 0; i < COUNT_OF(abbreviations); i++)
        mb_strings_push(*state, &keep, mb_slice_of(abbreviations[i]));

    static const char *const cases[][2] = {
        {"CHILDREN, ADULTS AND SEND PANEL", "Children, Adults and SEND Panel"},
        {"THE OFFICE OF THE GP", "The Office of the GP"},
        {"H&S SENDING", "H&S Sending"},
        {"WORK PLAN: THE YEAR TO COME", "Work Plan: The Year to Come"},
        {"OUT-OF-HOURS CARE", "Out-of-Hours Care"},
        {"CO-OPTED MEMBERS\u2019 VOTES", "Co-Opted Members\u2019 Votes"},
        {"19TH MEETING, A36 AND PART II", "19th Meeting, A36 and Part II"},
        {"(PAGES 5 - 18)", "(Pages 5 - 18)"},
        {"\u00c9COLE \u0174YTH", "\u00c9cole \u0174yth"},
        {"MAE O'BRIEN, CY D\u2019ARCY", "Mae O'Brien, Cy D\u2019Arcy"},
        {"CHILDREN'S VICE-CHAIR", "Children's Vice-Chair"},
        {"Minutes of the PANEL", "Minutes of the PANEL"},
        {"12.", "12."},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_slice(mb_proper_case(*state, mb_slice_of(cases[i][0]), &keep), cases[i][1]);
    assert_slice(mb_proper_case(*state, MB_TEXT("SEND"), NULL), "Send");
    assert_slice(mb_proper_case(*state, MB_NOTHING, &keep), NULL);
}

static void bytes_that_are_not_utf8_do_no_harm(void **state)
{
    assert_slice(mb_proper_case(*state, MB_TEXT("A\xff\xff\xff"), NULL), "A\uFFFD\uFFFD\uFFFD");
    assert_slice(mb_proper_case(*state, MB_TEXT("\xc3\xff PANEL"), NULL), "\uFFFD\uFFFD Panel");
    assert_slice(mb_fold_case(*state, MB_TEXT("A\xff")), "A\xff");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_byte_that_is_not_utf8_is_found),
        with_arena(names_that_differ_only_in_case_have_the_same_fold),
        with_arena(a_long_text_is_folded_like_a_short_one),
        with_arena(a_slug_is_what_people_would_type),
        with_arena(a_heading_in_capitals_gets_its_proper_case),
        with_arena(bytes_that_are_not_utf8_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
