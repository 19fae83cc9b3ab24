/* core_csv.c: fields that hold what they should, and nothing that a spreadsheet would run. */
#include "core_test.h"

#include "core/csv.h"

static void assert_field(const char *text, const char *expected)
{
    mb_buffer out = mb_buffer_make(1000);
    mb_csv_escape(&out, mb_slice_of(text));
    assert_slice(mb_buffer_slice(&out), expected);
    mb_buffer_free(&out);
}

static void a_field_has_quotes_only_where_it_needs_them(void **state)
{
    (void)state;
    assert_field("Ponds & parks", "Ponds & parks");
    assert_field("", "");
    assert_field("Ann, Bob", "\"Ann, Bob\"");
    assert_field("the \"old\" mill", "\"the \"\"old\"\" mill\"");
    assert_field("one; two", "\"one; two\"");
    assert_field("ends in a space ", "\"ends in a space \"");
}

static void what_a_spreadsheet_would_calculate_is_text(void **state)
{
    (void)state;
    assert_field("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"");
    assert_field("+44 20", "\"'+44 20\"");
    assert_field("-1", "\"'-1\"");
    assert_field("@SUM(A1)", "\"'@SUM(A1)\"");
    assert_field("  =1+1", "\"'  =1+1\"");
    assert_field("\u00A0=1+1", "\"'\u00A0=1+1\"");
    assert_field("＝1+1", "\"'＝1+1\"");
    assert_field("\t=1", "\"'\t=1\"");
    assert_field("\ntext", "\"'\ntext\"");
    assert_field("a = b - c", "a = b - c");
}

static void line_breaks_stay_and_other_control_characters_go(void **state)
{
    (void)state;
    assert_field("one\r\ntwo\rthree\nfour", "\"one\ntwo\nthree\nfour\"");
    assert_field("a\x01"
                 "b\x7F"
                 "c",
                 "a\uFFFD"
                 "b\uFFFD"
                 "c");
    mb_buffer out = mb_buffer_make(1000);
    mb_csv_escape(&out, (mb_slice){"a\0b", 3});
    assert_slice(mb_buffer_slice(&out), "a\uFFFD"
                                        "b");
    mb_buffer_free(&out);
}

static void rows_end_in_cr_lf_but_for_breaks_within_quotes(void **state)
{
    (void)state;
    mb_buffer out = mb_buffer_make(1000);
    mb_csv_finish(&out, MB_TEXT("a,\"b\n\"\"c\"\n1,2\r\n"));
    assert_slice(mb_buffer_slice(&out), "\uFEFFa,\"b\n\"\"c\"\r\n1,2\r\n");
    mb_buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_has_quotes_only_where_it_needs_them),
        cmocka_unit_test(what_a_spreadsheet_would_calculate_is_text),
        cmocka_unit_test(line_breaks_stay_and_other_control_characters_go),
        cmocka_unit_test(rows_end_in_cr_lf_but_for_breaks_within_quotes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
