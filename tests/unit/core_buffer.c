/* core_buffer.c: text that grows up to its ceiling. */
#include "core_test.h"

#include <string.h>

#include "core/buffer.h"

static void a_buffer_joins_what_is_written_to_it(void **state)
{
    (void)state;
    mb_buffer buffer = mb_buffer_make(1000);
    assert_slice(mb_buffer_slice(&buffer), "");
    mb_buffer_add(&buffer, MB_TEXT("one"));
    mb_buffer_char(&buffer, ' ');
    mb_buffer_text(&buffer, "two");
    mb_buffer_printf(&buffer, " %d", 3);
    mb_buffer_add(&buffer, MB_NOTHING);
    assert_slice(mb_buffer_slice(&buffer), "one two 3");
    assert_string_equal(buffer.data, "one two 3");
    assert_int_equal(buffer.failed, 0);
    mb_buffer_free(&buffer);
    assert_null(buffer.data);
}

static void a_buffer_holds_exactly_its_ceiling(void **state)
{
    (void)state;
    mb_buffer buffer = mb_buffer_make(600);
    for (int i = 0; i < 600; i++)
        mb_buffer_char(&buffer, 'x');
    assert_int_equal(buffer.failed, 0);
    assert_int_equal(buffer.size, 600);
    mb_buffer_char(&buffer, 'x');
    assert_int_equal(buffer.failed, MB_ELIMIT);
    mb_buffer_free(&buffer);
}

static void a_buffer_that_failed_takes_nothing_more(void **state)
{
    (void)state;
    mb_buffer buffer = mb_buffer_make(5);
    mb_buffer_text(&buffer, "abc");
    mb_buffer_text(&buffer, "defg");
    mb_buffer_text(&buffer, "h");
    mb_buffer_printf(&buffer, "%d", 1);
    assert_slice(mb_buffer_slice(&buffer), "abc");
    assert_int_equal(buffer.failed, MB_ELIMIT);
    mb_buffer_free(&buffer);
}

static void printf_counts_against_the_ceiling(void **state)
{
    (void)state;
    mb_buffer buffer = mb_buffer_make(1000);
    mb_buffer_printf(&buffer, "%*d", 1001, 1);
    assert_int_equal(buffer.failed, MB_ELIMIT);
    assert_int_equal(buffer.size, 0);
    mb_buffer_free(&buffer);
}

static void a_cleared_buffer_starts_again(void **state)
{
    (void)state;
    mb_buffer buffer = mb_buffer_make(5);
    mb_buffer_text(&buffer, "abcdefg");
    mb_buffer_clear(&buffer);
    mb_buffer_text(&buffer, "new");
    assert_slice(mb_buffer_slice(&buffer), "new");
    assert_int_equal(buffer.failed, 0);
    mb_buffer_free(&buffer);
}

static void the_largest_ceiling_does_not_wrap_around(void **state)
{
    (void)state;
    mb_buffer buffer = mb_buffer_make(SIZE_MAX);
    mb_buffer_text(&buffer, "a");
    volatile size_t far = SIZE_MAX - 1; /* a compiler that knows it warns of it */
    mb_buffer_add(&buffer, (mb_slice){"", far});
    assert_int_equal(buffer.failed, MB_ELIMIT);
    mb_buffer_free(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_buffer_joins_what_is_written_to_it),
        cmocka_unit_test(a_buffer_holds_exactly_its_ceiling),
        cmocka_unit_test(a_buffer_that_failed_takes_nothing_more),
        cmocka_unit_test(printf_counts_against_the_ceiling),
        cmocka_unit_test(a_cleared_buffer_starts_again),
        cmocka_unit_test(the_largest_ceiling_does_not_wrap_around),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
