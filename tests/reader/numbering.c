/* numbering.c: which of a paper's numbers are those of its items. */
#include "reading_of.h"

#include "reader/numbering.h"

#define MOST 32

/* The numbers among the words that count up one by one, with a blank between them. */
static mb_slice counted(const char *const *printed, uint32_t count)
{
    mb_item_number numbers[MOST];
    uint32_t chosen[MOST];
    assert_true(count <= MOST);
    for (uint32_t i = 0; i < count; i++) {
        numbers[i] = mb_item_number_of(mb_slice_of(printed[i]));
        assert_true(numbers[i].count > 0);
    }
    uint32_t kept_count = mb_longest_count(kept, numbers, count, chosen);
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < kept_count; i++)
        all = mb_arena_printf(kept, "%.*s%s%s", MB_ARG(all), i ? " " : "", printed[chosen[i]]);
    return all;
}
#define NUMBERS(...)                                                                                                   \
    (const char *const[])                                                                                              \
    {                                                                                                                  \
        __VA_ARGS__                                                                                                    \
    }
#define assert_counted(expected, ...)                                                                                  \
    assert_slice(counted(NUMBERS(__VA_ARGS__), COUNT_OF(NUMBERS(__VA_ARGS__))), expected)

static void assert_number(const char *text, const char *printed, size_t end)
{
    mb_item_number number = mb_item_number_of(mb_slice_of(text));
    assert_true(number.count > 0);
    assert_slice(number.printed, printed);
    assert_int_equal(number.end, end);
}

static void an_item_s_number_is_read_in_every_form(void **state)
{
    (void)state;
    assert_number("43 WELCOME", "43", 2);
    assert_number("43. WELCOME", "43", 3);
    assert_number("43", "43", 2);
    assert_number("22/18 WELCOME", "22/18", 5);
    assert_number("19.09.01 WELCOME", "19.09.01", 8);
    assert_number("19.09.01.\tWELCOME", "19.09.01", 9);
}

static void what_only_begins_with_digits_is_no_number(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "43rd meeting", "43) WELCOME",  "(43) WELCOME", "WELCOME 43",     "",
        "43a WELCOME",  "1,250 houses", "22/18.09 A",   "123456 WELCOME", "10.30am TEA"};
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_int_equal(mb_item_number_of(mb_slice_of(texts[i])).count, 0);
}

static void a_page_number_between_items_is_none(void **state)
{
    (void)state;
    assert_counted("43 44 45 46", "43", "44", "7", "45", "8", "46");
}

static void numbers_with_the_year_count_by_their_first_part(void **state)
{
    (void)state;
    assert_counted("22/18 23/18 24/18", "22/18", "1", "23/18", "2", "24/18");
    assert_counted("18/22 18/23 18/24", "18/22", "18/23", "9", "18/24");
}

static void numbers_that_begin_with_the_date_count_by_their_last_part(void **state)
{
    (void)state;
    assert_counted("19.09.01 19.09.02 19.09.03", "19.09.01", "3.1", "19.09.02", "12.05", "19.09.03");
}

static void a_list_that_counts_from_one_again_does_not_interrupt_the_items(void **state)
{
    (void)state;
    assert_counted("1 2 3 4 5 6", "1", "2", "3", "1", "2", "3", "4", "5", "6");
    assert_counted("50 51 52 53", "50", "51", "1", "2", "52", "1", "2", "3", "53");
}

static void one_number_is_a_count_of_one_and_none_is_none(void **state)
{
    (void)state;
    assert_counted("7", "7");
    uint32_t chosen[1];
    assert_int_equal(mb_longest_count(kept, NULL, 0, chosen), 0);
}

static void numbers_of_another_form_do_not_go_on_with_a_count(void **state)
{
    (void)state;
    assert_counted("3 4 5", "3", "4/1", "4.1", "4", "5");
}

static void a_hundred_thousand_numbers_are_counted_at_once(void **state)
{
    (void)state;
    const uint32_t count = 100000; /* compared each with each they would take minutes */
    mb_item_number *numbers = mb_new_array(kept, mb_item_number, count);
    uint32_t *chosen = mb_new_array(kept, uint32_t, count);
    for (uint32_t i = 0; i < count; i++)
        numbers[i] = (mb_item_number){.parts = {i % 2 ? i / 2 + 1 : 7}, .count = 1};
    assert_int_equal(mb_longest_count(kept, numbers, count, chosen), count / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item_s_number_is_read_in_every_form),
        cmocka_unit_test(what_only_begins_with_digits_is_no_number),
        cmocka_unit_test(a_page_number_between_items_is_none),
        cmocka_unit_test(numbers_with_the_year_count_by_their_first_part),
        cmocka_unit_test(numbers_that_begin_with_the_date_count_by_their_last_part),
        cmocka_unit_test(a_list_that_counts_from_one_again_does_not_interrupt_the_items),
        cmocka_unit_test(one_number_is_a_count_of_one_and_none_is_none),
        cmocka_unit_test(numbers_of_another_form_do_not_go_on_with_a_count),
        cmocka_unit_test(a_hundred_thousand_numbers_are_counted_at_once),
    };
    return run_reader_tests(tests);
}
