/* heap_test.c: a Lua state's memory gives out pieces that don't overlap, and is put back as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "script/heap.h"

#define CEILING ((size_t)64 << 20)
#define PIECES  400
#define CHANGES 40000

typedef struct piece {
    unsigned char *data;
    size_t size;
    unsigned char fill;
} piece;

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

/* Mostly small, as Lua's are, and some large. */
static size_t random_size(uint32_t *seed)
{
    uint32_t kind = next_random(seed) % 100;
    return 1 + next_random(seed) % (kind < 70 ? 64 : kind < 97 ? 2000 : 100000);
}

static void assert_holds(const piece *held, size_t size)
{
    for (size_t i = 0; i < size; i++)
        assert_int_equal(held->data[i], held->fill);
}

static void change(mb_heap *heap, piece *held, uint32_t *seed)
{
    size_t size = next_random(seed) % 3 ? random_size(seed) : 0;
    assert_holds(held, held->size);
    held->data = mb_heap_resize(heap, held->data, held->size, size);
    if (size == 0) {
        assert_null(held->data);
        *held = (piece){0};
        return;
    }
    assert_non_null(held->data);
    assert_int_equal((uintptr_t)held->data % 16, 0);
    assert_holds(held, held->size < size ? held->size : size);
    held->size = size;
    held->fill = (unsigned char)next_random(seed);
    memset(held->data, held->fill, size);
}

static void change_many(mb_heap *heap, piece *pieces, uint32_t seed)
{
    for (int i = 0; i < CHANGES; i++)
        change(heap, &pieces[next_random(&seed) % PIECES], &seed);
}

static void no_piece_touches_another(void **state)
{
    (void)state;
    piece pieces[PIECES] = {0};
    mb_heap *heap = mb_heap_new(CEILING);
    change_many(heap, pieces, 1);
    for (int i = 0; i < PIECES; i++)
        assert_holds(&pieces[i], pieces[i].size);
    mb_heap_free(heap);
}

static void what_was_kept_is_put_back_at_the_same_addresses(void **state)
{
    (void)state;
    piece pieces[PIECES] = {0}, later[PIECES];
    mb_heap *heap = mb_heap_new(CEILING);
    change_many(heap, pieces, 2);
    assert_true(mb_heap_keep(heap));
    for (uint32_t round = 0; round < 5; round++) {
        memcpy(later, pieces, sizeof later);
        change_many(heap, later, 10 + round);
        mb_heap_restore(heap);
        for (int i = 0; i < PIECES; i++)
            assert_holds(&pieces[i], pieces[i].size);
    }
    mb_heap_free(heap);
}

static void a_piece_that_holds_nothing_between_pages_is_zeroed_and_its_neighbours_are_put_back(void **state)
{
    (void)state;
    mb_heap *heap = mb_heap_new(CEILING);
    piece pieces[3];
    for (int i = 0; i < 3; i++) {
        pieces[i] = (piece){mb_heap_resize(heap, NULL, 0, 5000), 5000, (unsigned char)(i + 1)};
        memset(pieces[i].data, pieces[i].fill, pieces[i].size);
    }
    mb_heap_keep_clear(heap, pieces[1].data, pieces[1].size);
    assert_true(mb_heap_keep(heap));
    for (int i = 0; i < 3; i++)
        memset(pieces[i].data, 0xAA, pieces[i].size);
    mb_heap_restore(heap);
    pieces[1].fill = 0;
    for (int i = 0; i < 3; i++)
        assert_holds(&pieces[i], pieces[i].size);
    mb_heap_free(heap);
}

static void the_same_wishes_get_the_same_addresses_after_it_was_put_back(void **state)
{
    (void)state;
    void *first[100], *kept;
    mb_heap *heap = mb_heap_new(CEILING);
    kept = mb_heap_resize(heap, NULL, 0, 1000);
    assert_true(mb_heap_keep(heap));
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 100; i++) {
            void *made = mb_heap_resize(heap, NULL, 0, (size_t)(i * i) + 1);
            if (round == 0)
                first[i] = made;
            assert_ptr_equal(made, first[i]);
            assert_ptr_not_equal(made, kept);
        }
        mb_heap_restore(heap);
    }
    mb_heap_free(heap);
}

static void it_gives_no_more_than_its_ceiling(void **state)
{
    (void)state;
    mb_heap *heap = mb_heap_new((size_t)1 << 20);
    size_t given = 0;
    assert_null(mb_heap_resize(heap, NULL, 0, (size_t)1 << 40));
    while (mb_heap_resize(heap, NULL, 0, 1000))
        given += 1000;
    assert_in_range(given, 1 << 19, 1 << 20);
    mb_heap_free(heap);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_piece_touches_another),
        cmocka_unit_test(what_was_kept_is_put_back_at_the_same_addresses),
        cmocka_unit_test(a_piece_that_holds_nothing_between_pages_is_zeroed_and_its_neighbours_are_put_back),
        cmocka_unit_test(the_same_wishes_get_the_same_addresses_after_it_was_put_back),
        cmocka_unit_test(it_gives_no_more_than_its_ceiling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
