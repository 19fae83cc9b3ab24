/* core_map.c: what belongs to a text is found again. */
#include "core_test.h"

#include "core/map.h"

static void what_was_put_at_a_text_is_found_there(void **state)
{
    mb_map *map = mb_map_new(*state);
    int one, two;
    *mb_map_at(map, MB_TEXT("panel")) = &one;
    *mb_map_at(map, MB_TEXT("board")) = &two;
    assert_ptr_equal(mb_map_get(map, MB_TEXT("panel")), &one);
    assert_ptr_equal(*mb_map_at(map, MB_TEXT("board")), &two);
    assert_int_equal(mb_map_count(map), 2);
}

static void a_text_that_is_new_has_nothing(void **state)
{
    mb_map *map = mb_map_new(*state);
    assert_null(mb_map_get(map, MB_TEXT("panel")));
    assert_int_equal(mb_map_count(map), 0);
    assert_null(*mb_map_at(map, MB_TEXT("panel")));
    assert_int_equal(mb_map_count(map), 1);
}

static void a_text_that_says_nothing_is_the_empty_one(void **state)
{
    mb_map *map = mb_map_new(*state);
    int one;
    *mb_map_at(map, MB_NOTHING) = &one;
    assert_ptr_equal(mb_map_get(map, MB_TEXT("")), &one);
}

static void a_map_of_many_texts_keeps_each(void **state)
{
    mb_arena *arena = *state;
    mb_map *map = mb_map_new(arena);
    enum { MANY = 20000 };
    for (size_t i = 0; i < MANY; i++)
        *mb_map_at(map, mb_arena_printf(arena, "text %zu", i)) = (void *)(i + 1);
    assert_int_equal(mb_map_count(map), MANY);
    for (size_t i = 0; i < MANY; i++)
        assert_ptr_equal(mb_map_get(map, mb_arena_printf(arena, "text %zu", i)), (void *)(i + 1));
}

/* The hash takes texts apart by their length. */
static void texts_of_every_length_are_told_apart(void **state)
{
    enum { LONGEST = 40 };
    static const char letters[LONGEST + 1] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn";
    mb_arena *arena = *state;
    mb_map *map = mb_map_for(arena, 10);
    size_t count = 0;
    for (size_t size = 1; size <= LONGEST; size++)
        for (size_t changed = 0; changed < size; changed++) {
            char *text = mb_new_array(arena, char, size);
            memcpy(text, letters, size);
            text[changed] = '-';
            *mb_map_at(map, (mb_slice){text, size}) = text;
            count++;
        }
    assert_int_equal(mb_map_count(map), count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(what_was_put_at_a_text_is_found_there),     with_arena(a_text_that_is_new_has_nothing),
        with_arena(a_text_that_says_nothing_is_the_empty_one), with_arena(a_map_of_many_texts_keeps_each),
        with_arena(texts_of_every_length_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
