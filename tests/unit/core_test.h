/* core_test.h: what every unit test starts with: cmocka, an arena for each test, slices compared as text. */
#ifndef MB_CORE_TEST_H
#define MB_CORE_TEST_H

/* cmocka.h needs these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/arena.h"

/* The arena has no guard: a test that exhausts it by mistake ends by abort, and fails. */
static inline int make_arena(void **state)
{
    return mb_arena_new((size_t)64 << 20, (mb_arena **)state);
}

static inline int free_arena(void **state)
{
    mb_arena_free(*state);
    return 0;
}

/* A test of a list that gets an arena as its state. */
#define with_arena(test) cmocka_unit_test_setup_teardown(test, make_arena, free_arena)

static inline void assert_slice_at(mb_slice found, const char *expected, const char *file, int line)
{
    if (mb_slice_equal(found, mb_slice_of(expected)) && !found.data == !expected)
        return;
    print_error("expected \"%s\", found %s%.*s%s\n", expected ? expected : "(nothing)", found.data ? "\"" : "(nothing)",
                MB_ARG(found), found.data ? "\"" : "");
    _fail(file, line);
}
#define assert_slice(found, expected) assert_slice_at((found), (expected), __FILE__, __LINE__)

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

#endif
