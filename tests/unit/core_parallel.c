/* core_parallel.c: work that is shared by threads. */
#include "core_test.h"

#include <stdatomic.h>

#include "core/parallel.h"

#include <stdio.h>

enum { COUNT = 1000 };

typedef struct tally {
    atomic_int times[COUNT];
    size_t fails_from; /* every position from here on fails */
    size_t last_told, tellings;
    size_t stop_at; /* this telling ends the work; 0: none does */
} tally;

static int work(void *context, size_t position, mb_error *error)
{
    tally *t = context;
    atomic_fetch_add(&t->times[position], 1);
    if (position >= t->fails_from)
        return mb_fail(error, MB_EUSAGE, "position %zu", position);
    return 0;
}

static int tell(void *context, size_t done)
{
    tally *t = context;
    t->last_told = done;
    t->tellings++;
    return t->tellings == t->stop_at;
}

static const unsigned job_counts[] = {0, 1, 2, 7, 100000};
#define EACH_JOB_COUNT(i)                                                                                              \
    size_t i = 0;                                                                                                      \
    i < sizeof job_counts / sizeof *job_counts;                                                                        \
    i++

static void every_position_is_worked_on_once(void **state)
{
    (void)state;
    for (EACH_JOB_COUNT(i)) {
        tally t = {.fails_from = COUNT};
        const mb_parallel wanted = {COUNT, job_counts[i], work, tell, &t, NULL};
        assert_int_equal(mb_parallel_do(&wanted, NULL), 0);
        for (size_t at = 0; at < COUNT; at++)
            assert_int_equal(t.times[at], 1);
        assert_int_equal(t.last_told, COUNT);
        assert_true(t.tellings > 0);
    }
}

static void the_first_position_that_fails_is_the_one_that_is_reported(void **state)
{
    (void)state;
    for (EACH_JOB_COUNT(i)) {
        tally t = {.fails_from = 300};
        const mb_parallel wanted = {COUNT, job_counts[i], work, NULL, &t, NULL};
        mb_error error;
        assert_int_equal(mb_parallel_do(&wanted, &error), MB_EUSAGE);
        assert_string_equal(error.message, "position 300");
        assert_true(t.times[299] == 1);
    }
}

typedef struct heard {
    size_t count;
    char first[1024], last[1024];
} heard;

static void hear(void *context, const mb_error *error)
{
    heard *h = context;
    snprintf(h->count++ == 0 ? h->first : h->last, sizeof h->first, "%s", error->message);
}

static void who_is_told_of_every_mistake_hears_the_first_ones_in_order(void **state)
{
    (void)state;
    for (EACH_JOB_COUNT(i)) {
        tally t = {.fails_from = 300};
        heard h = {0};
        mb_problems problems = {hear, &h, 0};
        const mb_parallel wanted = {COUNT, job_counts[i], work, NULL, &t, &problems};
        mb_error error;
        assert_int_equal(mb_parallel_do(&wanted, &error), MB_EUSAGE);
        assert_string_equal(error.message, "position 300");
        assert_string_equal(h.first, "position 300");
        assert_string_equal(h.last, "position 319");
        assert_int_equal(h.count, MB_MOST_PROBLEMS);
        assert_int_equal(t.times[COUNT - 1], 1);
    }
}

static void who_hears_of_the_progress_can_end_the_work(void **state)
{
    (void)state;
    tally t = {.fails_from = COUNT, .stop_at = 3};
    const mb_parallel wanted = {COUNT, 1, work, tell, &t, NULL};
    mb_error error;
    assert_int_equal(mb_parallel_do(&wanted, &error), MB_ESTOPPED);
    assert_int_equal(t.tellings, 3);
    assert_int_equal(t.times[2], 1);
    assert_int_equal(t.times[3], 0);
}

static void no_work_is_done_at_once(void **state)
{
    (void)state;
    const mb_parallel wanted = {0, 0, work, NULL, NULL, NULL};
    assert_int_equal(mb_parallel_do(&wanted, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_position_is_worked_on_once),
        cmocka_unit_test(the_first_position_that_fails_is_the_one_that_is_reported),
        cmocka_unit_test(who_is_told_of_every_mistake_hears_the_first_ones_in_order),
        cmocka_unit_test(who_hears_of_the_progress_can_end_the_work),
        cmocka_unit_test(no_work_is_done_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
