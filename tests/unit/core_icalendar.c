/* core_icalendar.c: values and lines of iCalendar. */
#include "core_test.h"

#include "core/icalendar.h"

static void assert_value(const char *text, const char *expected)
{
    mb_buffer out = mb_buffer_make(1000);
    mb_calendar_escape(&out, mb_slice_of(text));
    assert_slice(mb_buffer_slice(&out), expected);
    mb_buffer_free(&out);
}

static void assert_lines(const char *file, const char *expected)
{
    mb_buffer out = mb_buffer_make(1000);
    mb_calendar_finish(&out, mb_slice_of(file));
    assert_slice(mb_buffer_slice(&out), expected);
    mb_buffer_free(&out);
}

static void what_means_something_in_a_value_has_a_backslash(void **state)
{
    (void)state;
    assert_value("Parks, Ponds; \\ \"Paths\": all", "Parks\\, Ponds\\; \\\\ \"Paths\": all");
}

static void no_value_can_begin_a_line(void **state)
{
    (void)state;
    assert_value("a\r\nEND:VEVENT\rb\nc", "a\\nEND:VEVENT\\nb\\nc");
    assert_value("a\x08"
                 "b\tc",
                 "a\uFFFD"
                 "b\tc");
}

static void lines_end_in_cr_lf_and_empty_ones_go(void **state)
{
    (void)state;
    assert_lines("A:1\n\nB:2\r\n\r\nC:3", "A:1\r\nB:2\r\nC:3\r\n");
}

#define TEN    "0123456789"
#define FIFTY  TEN TEN TEN TEN TEN
#define NINETY FIFTY TEN TEN TEN TEN

static void a_long_line_is_folded_after_75_octets(void **state)
{
    (void)state;
    assert_lines(FIFTY TEN TEN "01234\n", FIFTY TEN TEN "01234\r\n");
    assert_lines(FIFTY TEN TEN "012345\n", FIFTY TEN TEN "01234\r\n 5\r\n");
    assert_lines(FIFTY TEN TEN "01234" NINETY "\n",
                 FIFTY TEN TEN "01234\r\n " FIFTY TEN TEN "0123\r\n 456789" TEN "\r\n");
}

static void a_character_is_never_folded(void **state)
{
    (void)state;
    assert_lines(FIFTY TEN TEN "0123£5\n", FIFTY TEN TEN "0123\r\n £5\r\n");
    assert_lines(FIFTY TEN TEN "012😀\n", FIFTY TEN TEN "012\r\n 😀\r\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_means_something_in_a_value_has_a_backslash),
        cmocka_unit_test(no_value_can_begin_a_line),
        cmocka_unit_test(lines_end_in_cr_lf_and_empty_ones_go),
        cmocka_unit_test(a_long_line_is_folded_after_75_octets),
        cmocka_unit_test(a_character_is_never_folded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
