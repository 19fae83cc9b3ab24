/* core_build.c: a build knows itself. */
#include "core_test.h"

#include <ctype.h>

#include "core/build.h"

static void a_build_has_a_digest(void **state)
{
    mb_slice id = mb_build_id(*state);
    assert_true(id.size >= 32);
    for (size_t i = 0; i < id.size; i++)
        assert_true(isxdigit((unsigned char)id.data[i]));
    assert_slice(mb_build_id(*state), id.data);
}

static void another_library_has_another_digest(void **state)
{
    mb_slice other = mb_build_id_at(*state, (uintptr_t)cmocka_set_message_output);
    assert_false(mb_slice_equal(other, mb_build_id(*state)));
    assert_int_equal(mb_build_id_at(*state, 0).size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {with_arena(a_build_has_a_digest),
                                       with_arena(another_library_has_another_digest)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
