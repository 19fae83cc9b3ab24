/* version_test.c: the library says the versions that its header says. */
#include <minutebook.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void the_library_is_of_the_version_that_its_header_says(void **state)
{
    (void)state;
    assert_string_equal(mb_version(), MB_VERSION);
    assert_int_equal(mb_abi_version(), MB_ABI_VERSION);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_library_is_of_the_version_that_its_header_says)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
