/* core_arena.c: what an arena gives out, and what it does when it has no more. Built twice: with the arena's chunks,
 * and with one malloc for each piece. */
#include "core_test.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

static void a_piece_is_zeroed_and_aligned_for_any_type_of_its_size(void **state)
{
    for (size_t size = 0; size < 300; size += 4) {
        char *piece = mb_arena_alloc(*state, size);
        assert_int_equal((uintptr_t)piece % (size % alignof(max_align_t) ? alignof(void *) : alignof(max_align_t)), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(piece[i], 0);
        if (size)
            memset(piece, 0xFF, size);
        mb_arena_copy(*state, MB_TEXT("abc"));
    }
}

static void pieces_do_not_overlap(void **state)
{
    enum { PIECES = 3000 };
    unsigned char *pieces[PIECES];
    for (size_t i = 0; i < PIECES; i++) {
        pieces[i] = mb_arena_alloc(*state, i % 97 + 1);
        memset(pieces[i], (int)(i % 251), i % 97 + 1);
    }
    for (size_t i = 0; i < PIECES; i++)
        for (size_t at = 0; at <= i % 97; at++)
            assert_int_equal(pieces[i][at], i % 251);
}

static void a_copy_ends_with_a_nul_and_nothing_stays_nothing(void **state)
{
    mb_slice copy = mb_arena_copy(*state, (mb_slice){"panels", 5});
    assert_slice(copy, "panel");
    assert_string_equal(copy.data, "panel");
    assert_slice(mb_arena_copy(*state, MB_NOTHING), NULL);
    assert_slice(mb_arena_copy(*state, MB_TEXT("")), "");
}

static void printf_makes_text_of_any_length(void **state)
{
    assert_slice(mb_arena_printf(*state, "%s %d", "item", 9), "item 9");
    mb_slice wide = mb_arena_printf(*state, "%*d", 100000, 7);
    assert_int_equal(wide.size, 100000);
    assert_int_equal(wide.data[99999], '7');
}

static void a_list_keeps_its_items_in_order_while_it_grows(void **state)
{
    mb_list list = {NULL, 0, 0};
    assert_null(mb_list_last(&list));
    for (int i = 0; i < 1000; i++)
        *mb_list_add(*state, &list, int) = i;
    assert_int_equal(list.count, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(*(int *)list.items[i], i);
    assert_int_equal(*(int *)mb_list_last(&list), 999);

    mb_strings strings = {NULL, 0, 0};
    for (int i = 0; i < 1000; i++)
        mb_strings_push(*state, &strings, mb_arena_printf(*state, "%d", i));
    assert_slice(strings.items[0], "0");
    assert_slice(strings.items[999], "999");
}

static void a_list_with_room_reserved_holds_what_it_held_and_no_array_is_given_to_two(void **state)
{
    int numbers[64];
    mb_list lists[40] = {{NULL, 0, 0}};
    for (uint32_t l = 0; l < 40; l++) {
        mb_list_push(*state, &lists[l], &numbers[0]);
        mb_list_reserve(*state, &lists[l], l % 11);
        assert_true(lists[l].capacity >= 1 + l % 11);
        for (uint32_t i = 1; i < 2 * (l % 11); i++)
            mb_list_push(*state, &lists[l], &numbers[i]);
    }
    for (uint32_t l = 0; l < 40; l++)
        for (uint32_t i = 0; i < lists[l].count; i++)
            assert_ptr_equal(lists[l].items[i], &numbers[i]);
}

static void note_order(void *subject)
{
    char **end = subject;
    strcat(*end, "x");
}

static void what_was_deferred_is_done_once_when_the_arena_is_freed(void **state)
{
    (void)state;
    char done[8] = "", *end = done;
    mb_arena *arena;
    assert_int_equal(mb_arena_new(1 << 20, &arena), 0);
    mb_arena_defer(arena, note_order, &end);
    mb_arena_defer(arena, note_order, &end);
    assert_string_equal(done, "");
    mb_arena_free(arena);
    assert_string_equal(done, "xx");
}

static void an_arena_that_was_reset_gives_out_zeroed_memory_again(void **state)
{
    (void)state;
    char done[8] = "", *end = done;
    mb_arena *arena;
    assert_int_equal(mb_arena_new(1 << 20, &arena), 0);
    size_t empty = mb_arena_size(arena);
    for (size_t use = 1; use <= 4; use++) {
        if (mb_arena_guard(arena))
            fail_msg("the arena was exhausted by use %zu", use);
        mb_arena_defer(arena, note_order, &end);
        for (size_t i = 0; i < 300; i++) {
            char *piece = mb_arena_alloc(arena, 1000);
            for (size_t at = 0; at < 1000; at++)
                assert_int_equal(piece[at], 0);
            memset(piece, 0xFF, 1000);
        }
        mb_arena_reset(arena);
        assert_int_equal(strlen(done), use);
        assert_true(mb_arena_size(arena) < empty + 500000);
    }
    mb_arena_free(arena);
    assert_int_equal(strlen(done), 4);
}

/* Pieces of many sizes, some larger than a chunk; all of them zeroed when they are given out. */
static void use(mb_arena *arena, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t size = i % 7 ? i % 900 + 1 : 40000;
        char *piece = mb_arena_alloc(arena, size);
        for (size_t at = 0; at < size; at++)
            assert_int_equal(piece[at], 0);
        memset(piece, 0xFF, size);
    }
}

static void what_was_given_out_behind_a_mark_is_taken_back(void **state)
{
    mb_arena *arena = *state;
    mb_list list = {0};
    for (int i = 0; i < 20; i++)
        *mb_list_add(arena, &list, int) = i;
    size_t size = mb_arena_size(arena);
    for (size_t round = 0; round < 5; round++) {
        mb_arena_mark outer = mb_arena_here(arena);
        use(arena, 3);
        mb_arena_mark inner = mb_arena_here(arena);
        use(arena, 100 * round);
        mb_arena_back(arena, inner);
        use(arena, 10);
        mb_arena_back(arena, outer);
        assert_int_equal(mb_arena_size(arena), size);
    }
    for (int i = 0; i < 20; i++)
        assert_int_equal(*(int *)list.items[i], i);
}

static void an_arena_that_held_nothing_at_the_mark_holds_nothing_again(void **state)
{
    mb_arena *arena = *state;
    size_t empty = mb_arena_size(arena);
    mb_arena_mark mark = mb_arena_here(arena);
    use(arena, 50);
    mb_arena_back(arena, mark);
    assert_int_equal(mb_arena_size(arena), empty);
    use(arena, 50);
}

static void freeing_no_arena_is_allowed(void **state)
{
    (void)state;
    mb_arena_free(NULL);
}

/* Takes pieces of `size` until the arena has no more; returns their number. */
static size_t fill(mb_arena *arena, size_t size)
{
    size_t *taken = malloc(sizeof *taken);
    *taken = 0;
    if (!mb_arena_guard(arena))
        for (;;) {
            mb_arena_alloc(arena, size);
            ++*taken;
        }
    size_t result = *taken;
    free(taken);
    return result;
}

static void an_exhausted_arena_can_be_reset(void **state)
{
    (void)state;
    mb_arena *arena;
    assert_int_equal(mb_arena_new(1 << 20, &arena), 0);
    size_t first = fill(arena, 100);
    mb_arena_reset(arena);
    assert_int_equal(mb_arena_failure(arena), 0);
    assert_true(fill(arena, 100) >= first * 9 / 10);
    mb_arena_free(arena);
}

static void an_arena_never_holds_more_than_its_ceiling(void **state)
{
    (void)state;
    static const size_t ceilings[] = {0, 1, 500, 4096, 100000, 3 << 20};
    static const size_t sizes[] = {1, 64, 1000, 40000};
    for (size_t c = 0; c < COUNT_OF(ceilings); c++)
        for (size_t s = 0; s < COUNT_OF(sizes); s++) {
            mb_arena *arena;
            assert_int_equal(mb_arena_new(ceilings[c], &arena), 0);
            size_t before = mb_arena_size(arena);
            fill(arena, sizes[s]);
            assert_int_equal(mb_arena_failure(arena), MB_ELIMIT);
            assert_true(mb_arena_size(arena) <= ceilings[c] || mb_arena_size(arena) == before);
            mb_arena_free(arena);
        }
}

static void a_ceiling_can_be_used_up(void **state)
{
    (void)state;
    mb_arena *arena;
    assert_int_equal(mb_arena_new(10 << 20, &arena), 0);
    assert_true(fill(arena, 10000) > (10 << 20) / 10000 * 95 / 100);
    mb_arena_free(arena);
}

static void a_size_that_no_machine_has_is_a_limit(void **state)
{
    (void)state;
    mb_arena *arena;
    assert_int_equal(mb_arena_new(SIZE_MAX, &arena), 0);
    if (!mb_arena_guard(arena)) {
        mb_arena_alloc_array(arena, SIZE_MAX / 4, 5);
        fail_msg("the multiplication wrapped around");
    }
    assert_int_equal(mb_arena_failure(arena), MB_ELIMIT);
    mb_arena_free(arena);
}

static void an_arena_that_never_failed_says_so(void **state)
{
    mb_arena_alloc(*state, 10);
    assert_int_equal(mb_arena_failure(*state), 0);
}

#ifndef MB_ARENA_MALLOC
static void a_small_pack_costs_little_memory(void **state)
{
    mb_arena_alloc(*state, 1000);
    assert_true(mb_arena_size(*state) < 20 << 10);
}

static void a_large_pack_wastes_at_most_a_tenth(void **state)
{
    size_t taken = 0;
    for (size_t size = 1; taken < 40 << 20; size = size * 7 % 1009) {
        mb_arena_alloc(*state, size);
        taken += (size + 7) / 8 * 8;
    }
    assert_true(mb_arena_size(*state) < taken / 10 * 11);
}

static void what_lists_outgrow_other_lists_use(void **state)
{
    enum { LISTS = 2000, ITEMS = 33 };
    static int item;
    for (int l = 0; l < LISTS; l++) {
        mb_list list = {NULL, 0, 0};
        for (int i = 0; i < ITEMS; i++)
            mb_list_push(*state, &list, &item);
        assert_int_equal(list.capacity, 64);
        for (int i = 0; i < ITEMS; i++)
            assert_ptr_equal(list.items[i], &item);
    }
    assert_true(mb_arena_size(*state) < LISTS * 64 * sizeof(void *) / 10 * 11);
}

static void a_large_piece_leaves_the_rest_of_a_chunk_in_use(void **state)
{
    mb_arena_alloc(*state, 16);
    size_t first = mb_arena_size(*state);
    mb_arena_alloc(*state, 1 << 20);
    size_t second = mb_arena_size(*state);
    assert_true(second > first);
    mb_arena_alloc(*state, 2000);
    assert_int_equal(mb_arena_size(*state), second);
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(a_piece_is_zeroed_and_aligned_for_any_type_of_its_size),
        with_arena(pieces_do_not_overlap),
        with_arena(a_copy_ends_with_a_nul_and_nothing_stays_nothing),
        with_arena(printf_makes_text_of_any_length),
        with_arena(a_list_keeps_its_items_in_order_while_it_grows),
        with_arena(a_list_with_room_reserved_holds_what_it_held_and_no_array_is_given_to_two),
        cmocka_unit_test(what_was_deferred_is_done_once_when_the_arena_is_freed),
        cmocka_unit_test(an_arena_that_was_reset_gives_out_zeroed_memory_again),
        with_arena(what_was_given_out_behind_a_mark_is_taken_back),
        with_arena(an_arena_that_held_nothing_at_the_mark_holds_nothing_again),
        cmocka_unit_test(an_exhausted_arena_can_be_reset),
        cmocka_unit_test(freeing_no_arena_is_allowed),
        cmocka_unit_test(an_arena_never_holds_more_than_its_ceiling),
        cmocka_unit_test(a_ceiling_can_be_used_up),
        cmocka_unit_test(a_size_that_no_machine_has_is_a_limit),
        with_arena(an_arena_that_never_failed_says_so),
#ifndef MB_ARENA_MALLOC
        with_arena(a_small_pack_costs_little_memory),
        with_arena(a_large_pack_wastes_at_most_a_tenth),
        with_arena(what_lists_outgrow_other_lists_use),
        with_arena(a_large_piece_leaves_the_rest_of_a_chunk_in_use),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
