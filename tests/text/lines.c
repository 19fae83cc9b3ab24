/* lines.c: lines, and the sheets that they stand on. */
#include "text_of.h"

static void assert_sheets(const char *printed, uint32_t sheets, const uint32_t *expected)
{
    mb_text text = text_of(printed);
    assert_int_equal(text.sheets, sheets);
    for (uint32_t i = 0; i < text.count; i++)
        assert_int_equal(mb_sheet_of(&text, i), expected[i]);
}
#define assert_sheets(printed, sheets, ...) assert_sheets(printed, sheets, (const uint32_t[]){__VA_ARGS__})

static void a_form_feed_begins_a_sheet(void **state)
{
    (void)state;
    assert_sheets("Agenda\n1. Welcome\n\fMinutes\nPresent: nobody\n\fAppendix\n", 3, 1, 1, 2, 2, 3);
    mb_text text = text_of("Agenda\n\fMinutes\n");
    assert_slice(mb_line_text(&text, 1), "Minutes");
}

static void a_form_feed_before_the_first_word_is_no_second_sheet(void **state)
{
    (void)state;
    assert_sheets("\fAgenda\n1. Welcome\n", 1, 1, 1);
}

static void where_form_feeds_end_pages_none_begins_behind_the_last(void **state)
{
    (void)state;
    assert_sheets("Agenda\n1. Welcome\n\fMinutes\n\f", 2, 1, 1, 2, 2);
    assert_sheets("Agenda\n\f", 1, 1, 1);
}

static void a_page_without_text_is_a_sheet(void **state)
{
    (void)state;
    assert_sheets("Agenda\n\f\fMinutes\n\f\f", 4, 1, 3, 4);
    assert_sheets("\fMinutes\n\f", 2, 2, 2);
}

static void a_form_feed_on_a_line_of_its_own_begins_the_sheet_of_the_next(void **state)
{
    (void)state;
    assert_sheets("Agenda\n\f\nMinutes\n", 2, 1, 2, 2);
}

static void without_form_feeds_a_line_that_begins_with_one_space_begins_a_sheet(void **state)
{
    (void)state;
    assert_sheets(" Moorbeck Town Council\nFrom the clerk\n\n Agenda\n1. Welcome\n", 2, 1, 1, 1, 2, 2);
}

static void a_lone_space_is_the_start_of_a_page_that_begins_with_a_picture(void **state)
{
    (void)state;
    assert_sheets("Agenda\n \n\nMap of the ward\n", 2, 1, 2, 2, 2);
    assert_sheets("Agenda\r\n \r\nMap of the ward\r\n", 2, 1, 2, 2);
}

static void in_a_tagged_dump_a_space_before_the_tab_begins_a_sheet(void **state)
{
    (void)state;
    assert_sheets("\tTable\n\tTD\n \tRoads\n\tLanes\n \t1 Paths\n \t21%\n", 3, 1, 1, 2, 2, 3, 3);
}

static void with_form_feeds_a_space_begins_no_sheet(void **state)
{
    (void)state;
    assert_sheets("Agenda\n 1. Welcome\n\fMinutes\n \nThe end\n", 2, 1, 1, 2, 2, 2);
}

static void a_deeper_indent_or_a_nested_bullet_begins_no_sheet(void **state)
{
    (void)state;
    assert_sheets("- roads\n - lanes\n  - paths\n    by the river\n", 0, 0, 0, 0, 0);
}

static void text_without_page_breaks_has_no_sheets(void **state)
{
    (void)state;
    mb_text text = text_of("Agenda\n1. Welcome\n");
    assert_int_equal(text.sheets, 0);
    assert_int_equal(mb_place_of(&text, 1).sheet, 0);
    assert_int_equal(mb_place_of(&text, 1).line, 2);
}

static void an_indent_counts_columns_and_a_tab_goes_to_the_next_eighth(void **state)
{
    (void)state;
    mb_text text = text_of("a\n    b\n\tc\n   \td\n\xEF\xBB\xBF e\n");
    static const uint16_t expected[] = {0, 4, 8, 8};
    for (uint32_t i = 0; i < COUNT_OF(expected); i++)
        assert_int_equal(text.lines[i].indent, expected[i]);
}

static void a_line_of_many_megabytes_is_one_line(void **state)
{
    (void)state;
    size_t size = (size_t)8 << 20;
    char *bytes = mb_arena_alloc(text_arena, size);
    memset(bytes, 'x', size);
    for (size_t i = 7; i < size; i += 8)
        bytes[i] = ' ';
    mb_text text = mb_text_read(text_arena, text_scratch, (mb_slice){bytes, size});
    assert_int_equal(text.count, 1);
    assert_int_equal(text.lines[0].size, size - 1);
    assert_int_equal(block_at(blocks_in(&text), 0)->text.size, size - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_feed_begins_a_sheet),
        cmocka_unit_test(a_form_feed_before_the_first_word_is_no_second_sheet),
        cmocka_unit_test(where_form_feeds_end_pages_none_begins_behind_the_last),
        cmocka_unit_test(a_page_without_text_is_a_sheet),
        cmocka_unit_test(a_form_feed_on_a_line_of_its_own_begins_the_sheet_of_the_next),
        cmocka_unit_test(without_form_feeds_a_line_that_begins_with_one_space_begins_a_sheet),
        cmocka_unit_test(a_lone_space_is_the_start_of_a_page_that_begins_with_a_picture),
        cmocka_unit_test(in_a_tagged_dump_a_space_before_the_tab_begins_a_sheet),
        cmocka_unit_test(with_form_feeds_a_space_begins_no_sheet),
        cmocka_unit_test(a_deeper_indent_or_a_nested_bullet_begins_no_sheet),
        cmocka_unit_test(text_without_page_breaks_has_no_sheets),
        cmocka_unit_test(an_indent_counts_columns_and_a_tab_goes_to_the_next_eighth),
        cmocka_unit_test(a_line_of_many_megabytes_is_one_line),
    };
    return run_text_tests(tests);
}
