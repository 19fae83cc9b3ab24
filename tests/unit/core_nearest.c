/* core_nearest.c: which name is suggested for a misspelt one. */
#include "core_test.h"

#include "core/nearest.h"

static const char *const names[] = {"title", "time", "pages", "printed", "to_follow", "presenters", "id"};

static const char *name_at(const void *context, size_t i)
{
    return ((const char *const *)context)[i];
}

static void the_nearest_name_is_suggested_and_a_far_one_is_not(void **state)
{
    (void)state;
    static const struct {
        const char *word, *expected;
    } cases[] = {
        {"titel", "title"}, /* two letters swapped are one edit */
        {"tite", "title"},  /* of several that are as near, the first */
        {"tilte", "title"},
        {"titles", "title"},
        {"page", "pages"},
        {"tofollow", "to_follow"},
        {"presentors", "presenters"},
        {"ids", "id"},
        {"venue", NULL},
        {"x", NULL}, /* one edit of one letter is another word */
        {"", NULL},
        {"a_name_that_is_far_too_long_to_be_a_slip_of_the_finger_in_any_configuration_file", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *found = mb_nearest(mb_slice_of(cases[i].word), COUNT_OF(names), name_at, names);
        assert_slice(mb_slice_of(found), cases[i].expected);
    }
}

static void among_no_names_there_is_no_nearest(void **state)
{
    (void)state;
    assert_null(mb_nearest(MB_TEXT("title"), 0, name_at, names));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_name_is_suggested_and_a_far_one_is_not),
        cmocka_unit_test(among_no_names_there_is_no_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
