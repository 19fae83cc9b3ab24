/* clean.c: bytes that are no text, and the ways in which files end their lines. */
#include "text_of.h"

#include "core/unicode.h"

static void a_byte_order_mark_is_no_part_of_the_first_line(void **state)
{
    (void)state;
    mb_text text = text_of("\xEF\xBB\xBF"
                           "Moorbeck Parish Council\n");
    assert_slice(mb_line_text(&text, 0), "Moorbeck Parish Council");
    assert_slice(text.source, "Moorbeck Parish Council\n");
    assert_int_equal(text.replaced, 0);
}

static void bytes_of_another_encoding_become_replacement_characters_and_are_counted(void **state)
{
    (void)state;
    mb_text text = text_of("Agenda\nCaf\xE9 in the park\nThe clerk\x92s report\n");
    assert_slice(mb_line_text(&text, 1), "Caf\uFFFD in the park");
    assert_slice(mb_line_text(&text, 2), "The clerk\uFFFDs report");
    assert_int_equal(text.replaced, 2);
    assert_int_equal(text.replaced_at, 2);
}

static void a_nul_in_the_file_ends_nothing(void **state)
{
    (void)state;
    mb_text text = mb_text_read(text_arena, text_scratch, MB_TEXT("Agenda\n\nRoads\0and paths\nDrains\n"));
    assert_int_equal(text.count, 4);
    assert_slice(mb_line_text(&text, 2), "Roads\uFFFDand paths");
    assert_slice(mb_line_text(&text, 3), "Drains");
    assert_int_equal(text.replaced_at, 3);
}

static void overlong_forms_surrogates_and_cut_characters_are_no_text(void **state)
{
    (void)state;
    static const char *const invalid[] = {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x80", "\xFF", "\x80"};
    for (size_t i = 0; i < COUNT_OF(invalid); i++) {
        mb_text text = text_of(invalid[i]);
        assert_int_equal(text.replaced, strlen(invalid[i]));
        assert_int_equal(mb_utf8_invalid(text.source), SIZE_MAX);
    }
}

static void text_that_needs_no_cleaning_is_not_copied(void **state)
{
    (void)state;
    mb_slice source = MB_TEXT("Cyngor Sir – “papers” for the Panel\n");
    assert_ptr_equal(mb_text_read(text_arena, text_scratch, source).source.data, source.data);
}

static void spaces_that_do_not_break_are_spaces_within_lines_and_nothing_before_them(void **state)
{
    (void)state;
    mb_text text = text_of("Minutes\n\u00a0None\u00a0came.\n\n\u00a0\u00a0Tea was\u202fmade.\n");
    assert_int_equal(text.sheets, 0);
    assert_slice(mb_line_text(&text, 1), "None came.");
    assert_slice(mb_line_text(&text, 3), "Tea was made.");
}

static void lines_that_end_in_cr_lf_have_no_cr_in_their_text(void **state)
{
    (void)state;
    mb_text text = text_of("Agenda\r\n\r\n1. Welcome\r\n");
    assert_int_equal(text.count, 3);
    assert_slice(mb_line_text(&text, 0), "Agenda");
    assert_int_equal(text.lines[1].role, MB_LINE_BLANK);
    assert_slice(mb_line_text(&text, 2), "1. Welcome");
}

static void a_lone_cr_ends_no_line_and_is_a_space_in_the_text(void **state)
{
    (void)state;
    mb_text text = text_of("The Panel\rthanked him.\n\nThe end");
    assert_int_equal(text.count, 3);
    assert_slice(block_at(blocks_in(&text), 0)->text, "The Panel thanked him.");
}

static void the_last_line_needs_no_line_feed(void **state)
{
    (void)state;
    mb_text text = text_of("Agenda\n1. Welcome");
    assert_int_equal(text.count, 2);
    assert_slice(mb_line_text(&text, 1), "1. Welcome");
}

static void an_empty_file_has_no_lines(void **state)
{
    (void)state;
    assert_int_equal(text_of("").count, 0);
    assert_int_equal(text_of("\xEF\xBB\xBF").count, 0);
    assert_int_equal(blocks_of("").count, 0);
}

static void a_file_of_white_space_has_lines_and_no_blocks(void **state)
{
    (void)state;
    mb_text text = text_of("\n  \n\t\n\xC2\xA0\n\n");
    assert_int_equal(text.count, 5);
    assert_int_equal(mb_next_text(&text, 0, text.count), 5);
    assert_int_equal(blocks_in(&text).count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_byte_order_mark_is_no_part_of_the_first_line),
        cmocka_unit_test(bytes_of_another_encoding_become_replacement_characters_and_are_counted),
        cmocka_unit_test(a_nul_in_the_file_ends_nothing),
        cmocka_unit_test(overlong_forms_surrogates_and_cut_characters_are_no_text),
        cmocka_unit_test(text_that_needs_no_cleaning_is_not_copied),
        cmocka_unit_test(spaces_that_do_not_break_are_spaces_within_lines_and_nothing_before_them),
        cmocka_unit_test(lines_that_end_in_cr_lf_have_no_cr_in_their_text),
        cmocka_unit_test(a_lone_cr_ends_no_line_and_is_a_space_in_the_text),
        cmocka_unit_test(the_last_line_needs_no_line_feed),
        cmocka_unit_test(an_empty_file_has_no_lines),
        cmocka_unit_test(a_file_of_white_space_has_lines_and_no_blocks),
    };
    return run_text_tests(tests);
}
