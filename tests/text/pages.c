/* pages.c: which lines are of the page whose number is printed. */
#include "text_of.h"

static bool is_phrase(const void *vocabulary, mb_slice line)
{
    (void)vocabulary;
    return mb_printed_page(line) || mb_slice_equal(line, MB_TEXT("Left blank"));
}

/* The page of each line: "17 17 0 19". */
static mb_slice pages_of(const char *printed)
{
    mb_text text = text_of(printed);
    mb_find_furniture(text_arena, &text, is_phrase, NULL);
    mb_slice pages = MB_TEXT("");
    for (uint32_t i = 0; i < text.count; i++)
        pages = mb_arena_printf(text_arena, "%.*s%s%u", MB_ARG(pages), i ? " " : "", mb_place_of(&text, i).page);
    return pages;
}

static void the_number_is_the_one_behind_the_word(void **state)
{
    (void)state;
    assert_int_equal(mb_printed_page(MB_TEXT("Page 7")), 7);
    assert_int_equal(mb_printed_page(MB_TEXT("Please recycle Page 16")), 16);
    assert_int_equal(mb_printed_page(MB_TEXT("Page 1 of 3")), 1);
    assert_int_equal(mb_printed_page(MB_TEXT("Page 16                  1")), 16);
    assert_int_equal(mb_printed_page(MB_TEXT("Page of notes, Page 4")), 4);
    assert_int_equal(mb_printed_page(MB_TEXT("Page 123456")), 0);
    assert_int_equal(mb_printed_page(MB_TEXT("Pages 7")), 0);
    assert_int_equal(mb_printed_page(MB_TEXT("Page ")), 0);
}

static void every_line_of_a_sheet_has_its_number_wherever_that_stands(void **state)
{
    (void)state;
    assert_slice(pages_of("Tea.\nPage 17\n\fCakes.\n\fPage 19\nJam.\nRye.\nOats.\nSalt.\n\fYeast.\n"),
                 "17 17 0 19 19 19 19 19 0");
}

static void where_breaks_are_lost_a_number_counts_for_what_stands_behind_the_one_before_it(void **state)
{
    (void)state;
    assert_slice(pages_of("Tea.\nPage 7\nCakes.\nJam.\nPage 8\nRye.\nPage 9\nOats.\n"), "0 7 8 8 8 9 9 0");
}

static void where_numbers_are_lost_too_it_counts_for_nothing_that_may_be_of_another_page(void **state)
{
    (void)state;
    assert_slice(pages_of("Tea.\nPage 7\nCakes.\nJam.\nPage 11\nRye.\nPage 12\n"), "0 7 0 0 11 12 12");
}

static void a_page_begins_behind_a_notice_or_a_gap(void **state)
{
    (void)state;
    assert_slice(pages_of("Tea.\nCakes.\nJam.\nRye.\nLeft blank\nOats.\nSalt.\nPage 7\n"), "0 0 0 0 0 7 7 7");
    assert_slice(pages_of("Tea.\n\n\n\nOats.\nPage 7\n"), "0 0 0 0 7 7");
}

/* So many lines that no page has them. */
#define TEN    "One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nSeven.\nEight.\nNine.\nTen.\n"
#define NINETY TEN TEN TEN TEN TEN TEN TEN TEN TEN

static void a_sheet_that_is_longer_than_a_page_is_several(void **state)
{
    (void)state;
    mb_text text = text_of(NINETY "Left blank\nTea.\nPage 7\n\fJam.\n");
    mb_find_furniture(text_arena, &text, is_phrase, NULL);
    assert_int_equal(mb_place_of(&text, 0).page, 0);
    assert_int_equal(mb_place_of(&text, 89).page, 0);
    assert_int_equal(mb_place_of(&text, 91).page, 7);
    assert_int_equal(mb_place_of(&text, 92).page, 7);
}

static void numbers_alone_at_the_feet_of_pages_that_count_up_are_page_numbers(void **state)
{
    (void)state;
    assert_slice(pages_of("Tea.\n\fOats.\n7\n\fJam.\n\fRye.\n9\n\fYeast.\n10\n"), "0 7 7 0 9 9 10 10");
    assert_slice(pages_of("Tea.\n\fOats.\n7\n\fJam.\n\fRye.\n4\n\fYeast.\n10\n"), "0 0 0 0 0 0 0 0");
}

static void a_page_number_amid_its_page_is_known_by_those_of_the_others(void **state)
{
    (void)state;
    assert_slice(pages_of("Tea.\n7\n\fOats.\n8\n\fJam.\n4\n\n9\nRye.\n\fYeast.\n10\n"), "7 7 8 8 9 9 9 9 9 10 10");
    assert_slice(pages_of("Tea.\n7\n\fOats.\n8\n\fMarket\n9\nRye.\n\fYeast.\n10\n"), "7 7 8 8 0 0 0 10 10");
    assert_slice(pages_of("Tea.\n7\n\fOats.\n8\n\fJam.\n9\nRye.\n9\nSalt.\n\fYeast.\n10\n"), "7 7 8 8 0 0 0 0 0 10 10");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_number_is_the_one_behind_the_word),
        cmocka_unit_test(every_line_of_a_sheet_has_its_number_wherever_that_stands),
        cmocka_unit_test(where_breaks_are_lost_a_number_counts_for_what_stands_behind_the_one_before_it),
        cmocka_unit_test(where_numbers_are_lost_too_it_counts_for_nothing_that_may_be_of_another_page),
        cmocka_unit_test(a_page_begins_behind_a_notice_or_a_gap),
        cmocka_unit_test(a_sheet_that_is_longer_than_a_page_is_several),
        cmocka_unit_test(numbers_alone_at_the_feet_of_pages_that_count_up_are_page_numbers),
        cmocka_unit_test(a_page_number_amid_its_page_is_known_by_those_of_the_others),
    };
    return run_text_tests(tests);
}
