/* ahead_test.c: pages and files are made ahead, and are those that are made when they are asked for. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <minutebook.h>

#include "doors/ahead.h"

#define PAGES 24

/* A thread gets twice as long from one time to the next, until this. */
#define MOST_MILLISECONDS 8192

typedef struct pages {
    mb_site *site;
    char *made[PAGES]; /* as they are without anything ahead */
    mb_request requests[PAGES + 2];
} pages;

static int open_example(void **state)
{
    pages *own = calloc(1, sizeof *own);
    *state = own;
    mb_site_options options = MB_SITE_OPTIONS;
    options.today = "2025-12-01";
    assert_int_equal(mb_site_open(MB_EXAMPLE_SITE, &options, &own->site, NULL), 0);
    assert_true(mb_site_route_count(own->site) > PAGES);
    for (size_t i = 0; i < PAGES; i++) {
        own->requests[i] = (mb_request){mb_site_route(own->site, i), MB_HTML_CONTENT};
        assert_int_equal(mb_site_render(own->site, own->requests[i].name, MB_HTML_CONTENT, &own->made[i], NULL, NULL),
                         0);
    }
    return 0;
}

static int close_example(void **state)
{
    pages *own = *state;
    mb_site_close(own->site);
    for (size_t i = 0; i < PAGES; i++)
        mb_free(own->made[i]);
    free(own);
    return 0;
}

/* --- What is made before anybody asks --- */

static void rest(long milliseconds)
{
    nanosleep(&(struct timespec){milliseconds / 1000, milliseconds % 1000 * 1000000}, NULL);
}

/* Begins with a single thread until what is asked for, `last`, was made within some milliseconds: how many these were. */
static long take_when_made(mb_ahead *ahead, const mb_request *wanted, size_t count, size_t last, char **out,
                           size_t *size)
{
    for (long milliseconds = 1; milliseconds <= MOST_MILLISECONDS; milliseconds *= 2) {
        assert_int_equal(mb_ahead_begin(ahead, wanted, count, 1, NULL), 0);
        rest(milliseconds);
        if (mb_ahead_take(ahead, wanted[last].name, wanted[last].format, out, size))
            return milliseconds;
    }
    fail_msg("nothing is made ahead");
    return 0;
}

static void a_page_is_made_ahead_and_given_once(void **state)
{
    const pages *own = *state;
    const mb_request *first = &own->requests[0];
    mb_ahead *ahead = mb_ahead_new(own->site, MB_AHEAD_ROOM);
    char *page = NULL, *again = NULL;
    size_t size = 0;
    assert_non_null(ahead);
    assert_false(mb_ahead_take(ahead, first->name, first->format, &again, NULL));
    take_when_made(ahead, first, 1, 0, &page, &size);
    assert_string_equal(page, own->made[0]);
    assert_int_equal(size, strlen(page));
    assert_false(mb_ahead_take(ahead, first->name, first->format, &again, NULL));
    assert_false(mb_ahead_take(ahead, first->name, MB_ANY_FILE, &again, NULL));
    assert_null(again);
    mb_free(page);
    mb_ahead_free(ahead);
}

/* Room for one: the one that is taken makes room for one more, and none behind that. */
static void no_more_is_made_than_may_lie_ready(void **state)
{
    const pages *own = *state;
    mb_ahead *ahead = mb_ahead_new(own->site, 1);
    char *made = NULL, *too_much = NULL;
    assert_non_null(ahead);
    long milliseconds = take_when_made(ahead, own->requests, 3, 0, &made, NULL);
    rest(milliseconds);
    assert_false(mb_ahead_take(ahead, own->requests[2].name, own->requests[2].format, &too_much, NULL));
    assert_null(too_much);
    mb_free(made);
    mb_ahead_free(ahead);
}

/* --- What who asks gets --- */

static void begin(pages *own, size_t count)
{
    assert_int_equal(mb_site_make_ahead(own->site, own->requests, count, 2, NULL), 0);
}

static int ask(const pages *own, size_t i)
{
    char *page = NULL;
    size_t size;
    if (mb_site_render(own->site, own->requests[i].name, MB_HTML_CONTENT, &page, &size, NULL))
        return -1;
    int differs = strlen(page) != size || strcmp(page, own->made[i]) != 0;
    mb_free(page);
    return differs;
}

static void pages_are_the_same_in_whatever_order_and_however_often_they_are_asked_for(void **state)
{
    begin(*state, PAGES);
    for (size_t i = 0; i < PAGES; i++)
        assert_int_equal(ask(*state, i), 0);
    begin(*state, PAGES);
    for (size_t i = PAGES; i-- > 0;) {
        assert_int_equal(ask(*state, i), 0);
        assert_int_equal(ask(*state, i), 0);
    }
}

static void another_format_of_a_page_is_another_page(void **state)
{
    pages *own = *state;
    char *page, *markdown, *file;
    own->requests[1] = (mb_request){own->requests[0].name, MB_MARKDOWN_PAGE};
    own->requests[2] = (mb_request){"index.html", MB_ANY_FILE};
    begin(own, 3);
    rest(50); /* the file is made by then, and still isn't given as a page */
    assert_int_equal(mb_site_render(own->site, "index.html", MB_ANY_FILE, &file, NULL, NULL), MB_EUSAGE);
    assert_int_equal(mb_site_make_file(own->site, "index.html", &file, NULL, NULL), 0);
    assert_int_equal(mb_site_render(own->site, "/", MB_MARKDOWN_PAGE, &markdown, NULL, NULL), 0);
    assert_int_equal(mb_site_render(own->site, "/", MB_HTML_PAGE, &page, NULL, NULL), 0);
    assert_string_equal(file, page);
    assert_string_not_equal(markdown, own->made[0]);
    assert_int_equal(ask(own, 0), 0);
    mb_free(page);
    mb_free(markdown);
    mb_free(file);
}

static void what_fails_is_told_to_who_asks(void **state)
{
    pages *own = *state;
    char *page = NULL;
    mb_error error;
    own->requests[0] = (mb_request){"/nowhere/", MB_HTML_PAGE};
    own->requests[1] = (mb_request){"/", 77};
    own->requests[2] = (mb_request){"nothing.csv", MB_ANY_FILE};
    begin(own, 4);
    assert_int_equal(ask(own, 3), 0);
    assert_int_equal(mb_site_render(own->site, "/nowhere/", MB_HTML_PAGE, &page, NULL, &error), MB_EUSAGE);
    assert_string_equal(error.message, "the site has no page '/nowhere/'");
    assert_int_equal(mb_site_render(own->site, "/", 77, &page, NULL, &error), MB_EUSAGE);
    assert_int_equal(mb_site_render(own->site, "/", MB_ANY_FILE, &page, NULL, &error), MB_EUSAGE);
    assert_int_equal(mb_site_make_file(own->site, "nothing.csv", &page, NULL, &error), MB_EUSAGE);
    assert_null(page);
}

static void *ask_for_all(void *own)
{
    for (size_t i = 0; i < PAGES; i++)
        if (ask(own, i))
            return own;
    return NULL;
}

static void several_threads_ask_and_begin_anew(void **state)
{
    pthread_t threads[4];
    void *wrong = NULL;
    begin(*state, PAGES);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, ask_for_all, *state), 0);
    for (size_t i = 0; i < 4; i++)
        begin(*state, PAGES / 2 * (i % 3));
    for (size_t i = 0; i < 4; i++) {
        pthread_join(threads[i], &wrong);
        assert_null(wrong);
    }
    begin(*state, PAGES); /* the site is closed in the middle of it */
}

/* Before the threads have begun, while they make pages, and while they rest. */
static void it_can_end_at_any_time(void **state)
{
    const pages *own = *state;
    for (long milliseconds = 0; milliseconds <= 64; milliseconds = 2 * milliseconds + 1) {
        mb_ahead *ahead = mb_ahead_new(own->site, milliseconds % 3 ? 1 : MB_AHEAD_ROOM);
        char *made = NULL;
        assert_non_null(ahead);
        assert_int_equal(mb_ahead_begin(ahead, own->requests, PAGES, 4, NULL), 0);
        rest(milliseconds);
        if (mb_ahead_take(ahead, own->requests[1].name, own->requests[1].format, &made, NULL))
            assert_string_equal(made, own->made[1]);
        mb_free(made);
        mb_ahead_free(ahead);
    }
}

static void a_child_makes_its_pages_itself(void **state)
{
    int status = -1;
    begin(*state, PAGES);
    assert_null(ask_for_all(*state)); /* so that the threads rest: the child has none of them */
    begin(*state, 0);
    pid_t child = fork();
    if (child == 0)
        _exit(ask_for_all(*state) ? 1 : 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_null(ask_for_all(*state));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_page_is_made_ahead_and_given_once, open_example, close_example),
        cmocka_unit_test_setup_teardown(no_more_is_made_than_may_lie_ready, open_example, close_example),
        cmocka_unit_test_setup_teardown(pages_are_the_same_in_whatever_order_and_however_often_they_are_asked_for,
                                        open_example, close_example),
        cmocka_unit_test_setup_teardown(another_format_of_a_page_is_another_page, open_example, close_example),
        cmocka_unit_test_setup_teardown(what_fails_is_told_to_who_asks, open_example, close_example),
        cmocka_unit_test_setup_teardown(several_threads_ask_and_begin_anew, open_example, close_example),
        cmocka_unit_test_setup_teardown(it_can_end_at_any_time, open_example, close_example),
        cmocka_unit_test_setup_teardown(a_child_makes_its_pages_itself, open_example, close_example),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
