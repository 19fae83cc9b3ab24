/* core_error.c: what a caller reads in an mb_error. */
#include "core_test.h"

#include <stdio.h>
#include <string.h>

#include "core/error.h"

static void a_failure_returns_its_code_and_says_what_and_where(void **state)
{
    (void)state;
    mb_error error;
    memset(&error, 'x', sizeof error);
    assert_int_equal(mb_fail_at(&error, MB_EFORMAT, (mb_where){"site.yaml", 3, 7}, "unknown key '%s'", "titel"),
                     MB_EFORMAT);
    assert_int_equal(error.code, MB_EFORMAT);
    assert_string_equal(error.file, "site.yaml");
    assert_int_equal(error.line, 3);
    assert_int_equal(error.column, 7);
    assert_string_equal(error.message, "unknown key 'titel'");
    assert_string_equal(error.advice, "");
    assert_string_equal(error.route, "");
}

static void a_failure_without_a_place_has_no_file_and_no_line(void **state)
{
    (void)state;
    mb_error error;
    memset(&error, 'x', sizeof error);
    assert_int_equal(mb_fail(&error, MB_EUSAGE, "no such dialect"), MB_EUSAGE);
    assert_string_equal(error.file, "");
    assert_int_equal(error.line, 0);
    assert_int_equal(error.column, 0);
}

static void advice_stands_beside_the_message(void **state)
{
    (void)state;
    mb_error error;
    mb_fail(&error, MB_EIO, "the disk is full");
    mb_advise(&error, "make room for %d files", 3);
    assert_string_equal(error.message, "the disk is full");
    assert_string_equal(error.advice, "make room for 3 files");
}

static void a_new_failure_takes_away_the_advice_of_the_last_one(void **state)
{
    (void)state;
    mb_error error;
    mb_fail(&error, MB_EIO, "one");
    mb_advise(&error, "do this");
    mb_fail(&error, MB_EIO, "two");
    assert_string_equal(error.advice, "");
}

static void a_caller_who_passes_no_error_still_gets_the_code(void **state)
{
    (void)state;
    assert_int_equal(mb_fail(NULL, MB_EIO, "x"), MB_EIO);
    assert_int_equal(mb_fail_at(NULL, MB_EIO, (mb_where){"x", 1, 1}, "x"), MB_EIO);
    assert_int_equal(mb_fail_exhausted(NULL, MB_ENOMEM, "x"), MB_ENOMEM);
    mb_advise(NULL, "x");
}

static void a_message_that_is_too_long_is_cut_between_two_characters(void **state)
{
    (void)state;
    static const char *const characters[] = {"a", "\u00e9", "\u2019", "\U0001F4D6"};
    for (size_t c = 0; c < COUNT_OF(characters); c++) {
        char text[2000] = "";
        size_t size = strlen(characters[c]);
        for (size_t at = 0; at + size < sizeof text; at += size)
            memcpy(text + at, characters[c], size + 1);
        mb_error error;
        mb_fail(&error, MB_EIO, "%s", text);
        size_t kept = strlen(error.message);
        assert_int_equal(kept % size, 0);
        assert_true(kept > sizeof error.message - 1 - size);
    }
}

static void exhaustion_tells_a_limit_from_a_machine_without_memory(void **state)
{
    (void)state;
    mb_error error;
    assert_int_equal(mb_fail_exhausted(&error, MB_ELIMIT, "reading the pack"), MB_ELIMIT);
    assert_non_null(strstr(error.message, "reading the pack needs more memory than is allowed"));
    assert_int_equal(mb_fail_exhausted(&error, MB_ENOMEM, "reading the pack"), MB_ENOMEM);
    assert_non_null(strstr(error.message, "memory ran out while reading the pack"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_failure_returns_its_code_and_says_what_and_where),
        cmocka_unit_test(a_failure_without_a_place_has_no_file_and_no_line),
        cmocka_unit_test(advice_stands_beside_the_message),
        cmocka_unit_test(a_new_failure_takes_away_the_advice_of_the_last_one),
        cmocka_unit_test(a_caller_who_passes_no_error_still_gets_the_code),
        cmocka_unit_test(a_message_that_is_too_long_is_cut_between_two_characters),
        cmocka_unit_test(exhaustion_tells_a_limit_from_a_machine_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
