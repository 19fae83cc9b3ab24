/* torn_letters.c: markers of several lists that were printed before the texts of all. */
#include "text_of.h"

static mb_text text_with_letters(const char *printed)
{
    mb_text text = text_of(printed);
    mb_read_cells(text_arena, text_scratch, &text, NULL, NULL);
    return text;
}

#define TWO_LISTS "26/019.\n\nPlanning\na)\nb)\n\n26/020.\n\nMoney\na)\nb)\n\n26/021.\n\n"

static void texts_are_told_on_the_lines_of_their_markers(void **state)
{
    (void)state;
    mb_text text =
        text_with_letters(TWO_LISTS "A barn at the mill: new roof\nA wall\n\nTo pay what is\nowed.\nTo note the "
                                    "balances.\n\nAny other business\nNone was told.\n\f");
    assert_slice(mb_line_text(&text, 3), "a) A barn at the mill: new roof");
    assert_slice(mb_line_text(&text, 4), "b) A wall");
    assert_slice(mb_line_text(&text, 6), "26/020.");
    assert_slice(mb_line_text(&text, 9), "a) To pay what is owed.");
    assert_slice(mb_line_text(&text, 10), "b) To note the balances.");
    assert_slice(mb_line_text(&text, 12), "26/021.");
    for (uint32_t line = 13; line < 21; line++)
        assert_false(mb_line_is_text(&text, line));
    assert_slice(mb_line_text(&text, 21), "Any other business");
    assert_int_equal(mb_place_of(&text, 9).line, 10);
}

static void lists_that_have_too_few_texts_are_left_alone(void **state)
{
    (void)state;
    mb_text text = text_with_letters(TWO_LISTS "A barn\nA wall\n\nTo pay.\n\nAny other business\n\f");
    assert_slice(mb_line_text(&text, 3), "a)");
    assert_slice(mb_line_text(&text, 14), "A barn");
}

static void the_number_numbers_what_stands_behind_the_texts(void **state)
{
    (void)state;
    mb_text text = text_with_letters(TWO_LISTS "A barn\nA wall\n\nTo pay.\nTo note.\n\f");
    assert_slice(mb_line_text(&text, 3), "a)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_told_on_the_lines_of_their_markers),
        cmocka_unit_test(lists_that_have_too_few_texts_are_left_alone),
        cmocka_unit_test(the_number_numbers_what_stands_behind_the_texts),
    };
    return run_text_tests(tests);
}
