/* torn_numbers.c: numbers that were printed between bullets and their texts. */
#include "text_of.h"

static mb_text text_with_numbers(const char *printed)
{
    mb_text text = text_of(printed);
    mb_read_cells(text_arena, text_scratch, &text, NULL, NULL);
    return text;
}

static void a_number_below_bullets_numbers_what_stands_behind_their_texts(void **state)
{
    (void)state;
    mb_text text = text_with_numbers("Filming is allowed, if\n•\n•\n\n5.\n\nno flash is used;\nnobody is disturbed.\n\n"
                                     "Leaving the building\nUse the stairs.\n\f");
    assert_false(mb_line_is_text(&text, 4));
    assert_slice(mb_line_text(&text, 6), "no flash is used;");
    assert_slice(mb_line_text(&text, 9), "5. Leaving the building");
    assert_int_equal(mb_place_of(&text, 9).line, 10);
}

static void more_texts_than_bullets_are_none_of_theirs(void **state)
{
    (void)state;
    mb_text text = text_with_numbers("Rules\n•\n\n5.\n\nNo flash.\nNo whistling.\nNo dogs.\n\nThe stairs\n\f");
    assert_slice(mb_line_text(&text, 3), "5.");
    assert_slice(mb_line_text(&text, 9), "The stairs");
}

static void a_number_without_bullets_above_it_stays_where_it_is(void **state)
{
    (void)state;
    mb_text text = text_with_numbers("The rules are these.\n\n5.\n\nNo flash.\n\nThe stairs\n\f");
    assert_slice(mb_line_text(&text, 2), "5.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_below_bullets_numbers_what_stands_behind_their_texts),
        cmocka_unit_test(more_texts_than_bullets_are_none_of_theirs),
        cmocka_unit_test(a_number_without_bullets_above_it_stays_where_it_is),
    };
    return run_text_tests(tests);
}
