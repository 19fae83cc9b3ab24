/* marker.c: bullets, numbers and letters that begin an item, and what only looks like them. */
#include "text_of.h"

#include "text/marker.h"

static void assert_marker_at(const char *line, mb_marker_form form, const char *printed, const char *rest,
                             const char *file, int at)
{
    mb_marker marker = mb_marker_of(mb_slice_of(line));
    if (marker.form != form) {
        print_error("\"%s\": form %d, not %d\n", line, marker.form, form);
        _fail(file, at);
    }
    assert_slice_at(marker.printed, printed, file, at);
    if (!mb_slice_equal(marker.rest, mb_slice_of(rest)))
        assert_slice_at(marker.rest, rest, file, at);
}
#define assert_marker(line, form, printed, rest) assert_marker_at(line, form, printed, rest, __FILE__, __LINE__)
#define assert_no_marker(line)                   assert_marker(line, MB_MARKER_NONE, NULL, line)

static void every_shape_of_bullet_is_a_bullet(void **state)
{
    (void)state;
    static const char *const bullets[] = {"•", "·", "▪", "●", "○", "◦", "‣", "■", "□", "✓", "➢", "\uF0B7", "\uF0A7"};
    for (size_t i = 0; i < COUNT_OF(bullets); i++) {
        mb_slice apart = mb_arena_printf(text_arena, "%s fill the grit bins", bullets[i]);
        mb_slice touching = mb_arena_printf(text_arena, "%sfill the grit bins", bullets[i]);
        assert_marker(apart.data, MB_MARKER_BULLET, bullets[i], "fill the grit bins");
        assert_marker(touching.data, MB_MARKER_BULLET, bullets[i], "fill the grit bins");
    }
}

static void a_dash_or_an_o_is_a_bullet_when_a_space_follows(void **state)
{
    (void)state;
    assert_marker("- grit bins", MB_MARKER_BULLET, "-", "grit bins");
    assert_marker("–\tgrit bins", MB_MARKER_BULLET, "–", "grit bins");
    assert_marker("* grit bins", MB_MARKER_BULLET, "*", "grit bins");
    assert_marker("o grit bins", MB_MARKER_BULLET, "o", "grit bins");
    assert_marker("o", MB_MARKER_BULLET, "o", "");
    assert_no_marker("-5 degrees were forecast");
    assert_no_marker("*Subject to contract");
    assert_no_marker("of the grit bins");
    assert_no_marker("**Grit** bins");
}

static void numbers_with_a_stop_or_brackets_begin_items(void **state)
{
    (void)state;
    assert_marker("1. Grit bins", MB_MARKER_NUMBER, "1", "Grit bins");
    assert_marker("12) Grit bins", MB_MARKER_NUMBER, "12)", "Grit bins");
    assert_marker("(3) Grit bins", MB_MARKER_NUMBER, "(3)", "Grit bins");
    assert_marker("104.", MB_MARKER_NUMBER, "104", "");
    assert_marker("2a. Grit bins", MB_MARKER_NUMBER, "2a", "Grit bins");
    assert_marker("2b) Grit bins", MB_MARKER_NUMBER, "2b)", "Grit bins");
}

static void letters_and_roman_numbers_begin_items(void **state)
{
    (void)state;
    assert_marker("(a) the grit bins", MB_MARKER_LETTER, "(a)", "the grit bins");
    assert_marker("b) the grit bins", MB_MARKER_LETTER, "b)", "the grit bins");
    assert_marker("iii. the grit bins", MB_MARKER_LETTER, "iii", "the grit bins");
    assert_no_marker("etc. and the grit bins");
    assert_marker("(iv) the grit bins", MB_MARKER_LETTER, "(iv)", "the grit bins");
    assert_marker("viii) the grit bins", MB_MARKER_LETTER, "viii)", "the grit bins");
    assert_marker("c. the grit bins", MB_MARKER_LETTER, "c", "the grit bins");
    assert_marker("(B) the grit bins", MB_MARKER_LETTER, "(B)", "the grit bins");
}

static void a_decimal_number_numbers_a_paragraph(void **state)
{
    (void)state;
    assert_marker("3.1 The grit bins", MB_MARKER_DECIMAL, "3.1", "The grit bins");
    assert_marker("3.1. The grit bins", MB_MARKER_DECIMAL, "3.1", "The grit bins");
    assert_marker("3.12.4\tThe grit bins", MB_MARKER_DECIMAL, "3.12.4", "The grit bins");
    assert_marker("4.1", MB_MARKER_DECIMAL, "4.1", "");
}

static void years_dates_and_sums_are_no_markers(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "2024. The year began wet",
        "12.05.2024 Site visit",
        "4 November 2025",
        "04/11/2025 at the Corn Hall",
        "3.5% more than last year",
        "£4.20 a head",
        "1,250 households",
        "12.50, or less",
        "10.30am Site visit",
        "1st Harle Scouts",
        "2019.20 accounts",
        "163.50",
        "22/18 Roads",
        "14 residents wrote",
        "(2024) The year",
        "(12 of 14) agreed",
        "1.Welcome",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_no_marker(texts[i]);
}

static void initials_and_words_are_no_letters_of_a_list(void **state)
{
    (void)state;
    static const char *const texts[] = {"A. Fairweather sent apologies",
                                        "(the Chair) agreed",
                                        "mix) of uses",
                                        "I agreed with him",
                                        "a resident asked why",
                                        "(a)nybody may speak",
                                        "(ab) is no letter",
                                        "a",
                                        "(a"};
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_no_marker(texts[i]);
}

static void roman_numbers_behind_letters_begin_a_list_within_theirs(void **state)
{
    (void)state;
    static const struct {
        const char *last, *marker;
        bool nested;
    } cases[] = {{"(a)", "(b)", false}, {"(b)", "(i)", true},    {"(i)", "(ii)", false},   {"(ii)", "(c)", true},
                 {"(h)", "(i)", false}, {"(i)", "(j)", false},   {"(iii)", "(iv)", false}, {"(b)", "(d)", false},
                 {"(a)", "(ii)", true}, {"(i)", "(iii)", false}, {"(v)", "(vi)", false},   {"(u)", "(v)", false}};
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        if (mb_begins_nested_letters(mb_slice_of(cases[i].last), mb_slice_of(cases[i].marker)) != cases[i].nested)
            fail_msg("%s behind %s", cases[i].marker, cases[i].last);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shape_of_bullet_is_a_bullet),
        cmocka_unit_test(a_dash_or_an_o_is_a_bullet_when_a_space_follows),
        cmocka_unit_test(numbers_with_a_stop_or_brackets_begin_items),
        cmocka_unit_test(letters_and_roman_numbers_begin_items),
        cmocka_unit_test(a_decimal_number_numbers_a_paragraph),
        cmocka_unit_test(years_dates_and_sums_are_no_markers),
        cmocka_unit_test(initials_and_words_are_no_letters_of_a_list),
        cmocka_unit_test(roman_numbers_behind_letters_begin_a_list_within_theirs),
    };
    return run_text_tests(tests);
}
