/* titles_test.c: how alike titles are, and which of two lists mean the same. */
#include "../unit/core_test.h"

#include "site/titles.h"

static double likeness(mb_arena *arena, const char *a, const char *b)
{
    mb_title left = mb_title_of(arena, NULL, mb_slice_of(a)), right = mb_title_of(arena, NULL, mb_slice_of(b));
    return mb_title_likeness(&left, &right);
}

static void case_dashes_and_plurals_make_no_difference(void **state)
{
    assert_true(likeness(*state, "STREET TREES - REPLANTING", "Street tree: replanting") == 1);
    assert_true(likeness(*state, "Libraries", "library") == 1);
    assert_true(likeness(*state, "Parks & Rivers", "Parks and Rivers") == 1);
}

static void a_short_form_is_like_the_title_that_holds_it(void **state)
{
    assert_true(likeness(*state, "Street trees", "Street trees: what the survey of last autumn found") >=
                MB_LIKE_TITLES);
    assert_true(likeness(*state, "Update", "Update on the street trees of the lower town") < MB_LIKE_TITLES);
}

static void other_words_are_not_alike(void **state)
{
    assert_true(likeness(*state, "Street trees", "Street lighting") < MB_LIKE_TITLES);
    assert_true(likeness(*state, "Street trees", "") == 0);
}

static void titles_of_different_years_are_not_alike(void **state)
{
    assert_true(likeness(*state, "Annual report on trees 2024", "Annual report on trees 2025") == 0);
    assert_true(likeness(*state, "Annual report on trees 2024", "Annual report on trees") >= MB_LIKE_TITLES);
}

enum { MOST = 4 };

/* Pairs titles, each "number|title" or "title", and writes the partners of the left side: "2 - 1". */
static mb_slice pairs(mb_arena *arena, const char *const left[], const char *const right[])
{
    mb_candidate items[2][MOST];
    mb_candidates sides[2] = {{items[0], 0}, {items[1], 0}};
    for (int side = 0; side < 2; side++)
        for (const char *const *text = side ? right : left; *text; text++) {
            mb_slice whole = mb_slice_of(*text);
            size_t bar = mb_slice_find(whole, MB_TEXT("|"), 0);
            mb_slice title = bar == SIZE_MAX ? whole : mb_slice_from(whole, bar + 1);
            items[side][sides[side].count++] = (mb_candidate){
                mb_title_of(arena, NULL, title), bar == SIZE_MAX ? MB_NOTHING : mb_slice_first(whole, bar), 0};
        }
    mb_pair_titles(arena, sides[0], sides[1]);
    mb_slice found = MB_TEXT("");
    for (uint32_t i = 0; i < sides[0].count; i++)
        found = mb_arena_printf(arena, "%.*s%s%u", MB_ARG(found), i ? " " : "", items[0][i].partner);
    return found;
}

static void the_same_titles_are_paired_in_their_order(void **state)
{
    assert_slice(pairs(*state, (const char *[]){"Trees", "Minutes", "Trees", NULL},
                       (const char *[]){"TREES", "Weirs", "Trees", NULL}),
                 "1 0 3");
}

static void a_number_speaks_for_a_title_that_was_shortened(void **state)
{
    assert_slice(pairs(*state, (const char *[]){"7|Trees in the streets of the lower town", NULL},
                       (const char *[]){"6|Lower town", "7|Street trees", NULL}),
                 "2");
}

static void a_number_alone_does_not_pair_what_is_wholly_different(void **state)
{
    assert_slice(pairs(*state, (const char *[]){"7|Trees", NULL}, (const char *[]){"7|Weirs", NULL}), "0");
}

static void the_most_alike_are_paired_first(void **state)
{
    assert_slice(pairs(*state, (const char *[]){"Street trees", "Street trees in the lower town", NULL},
                       (const char *[]){"Street trees of the lower town", "The street trees", NULL}),
                 "2 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(case_dashes_and_plurals_make_no_difference),
        with_arena(a_short_form_is_like_the_title_that_holds_it),
        with_arena(other_words_are_not_alike),
        with_arena(titles_of_different_years_are_not_alike),
        with_arena(the_same_titles_are_paired_in_their_order),
        with_arena(a_number_speaks_for_a_title_that_was_shortened),
        with_arena(a_number_alone_does_not_pair_what_is_wholly_different),
        with_arena(the_most_alike_are_paired_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
