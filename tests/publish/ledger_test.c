/* ledger_test.c: a site that stays open, as in a preview, has the ledger of its pages as well. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "../unit/test_folder.h"
#include "core/file.h"
#include "core/stamp.h"
#include "publish/ledger.h"

typedef struct place {
    test_folder folder;
    mb_arena *arena;
    mb_snapshot *site;
} place;

static void write_file(const place *p, const char *name, const char *text)
{
    assert_int_equal(mb_file_write(mb_path_join(p->arena, p->folder, name), mb_slice_of(text), NULL), 0);
}

/* Of a file that changed just now nobody knows whether it will once more. */
static void wait_for_tick(void)
{
    const struct timespec pause = {0, 2 * MB_STAMP_TICK_MS * 1000000};
    nanosleep(&pause, NULL);
}

/* Opens the site, or opens it again. */
static void open_site(place *p)
{
    wait_for_tick();
    mb_snapshot *site;
    const mb_snapshot_options options = {
        .jobs = 1,
        .today = "2025-03-01",
        .cache = mb_path_join(p->arena, p->folder, "caches"),
        .previous = p->site,
    };
    assert_int_equal(mb_snapshot_read(p->folder, &options, &site, NULL), 0);
    mb_snapshot_free(p->site);
    p->site = site;
}

static int begin(void **state)
{
    place *p = calloc(1, sizeof *p);
    *state = p;
    if (!make_test_folder(p->folder) || mb_arena_new((size_t)64 << 20, &p->arena))
        return 1;
    write_file(p, "site.yaml", "title: Ponds\n");
    write_file(p, "people.yaml", "- name: Bob Reed\n  hide: [phone]\n");
    write_file(p, "packs/a.txt",
               "Ponds Committee\n\nDate: Tuesday, 4th March, 2025\n\n"
               "Contact officer: Bob Reed, Governance Officer, 01632 960145, reed@ponds.example\n\n"
               "AGENDA\n\n- 1. WELCOME\n\n- 2. THE NORTH POND\n\n");
    open_site(p);
    return 0;
}

static int end(void **state)
{
    place *p = *state;
    mb_snapshot_free(p->site);
    mb_arena_free(p->arena);
    int code = remove_test_folder(p->folder);
    free(p);
    return code;
}
#define in_place(test) cmocka_unit_test_setup_teardown(test, begin, end)

/* Publishes the site; whether its files were there before, so that none is made. */
static bool is_built_from_the_ledger(const place *p)
{
    mb_publication *publication;
    mb_error error;
    assert_int_equal(mb_publication_new(p->site, NULL, NULL, &publication, &error), 0);
    mb_ledger ledger;
    mb_ledger_open(publication, &publication->files, &ledger);
    bool is_found = ledger.is_found;
    mb_ledger_close(&ledger);
    const mb_build_options options = {.to = mb_path_join(p->arena, p->folder, "public"), .jobs = 1};
    assert_int_equal(mb_publish(publication, &options, NULL, NULL, &error), 0);
    mb_publication_free(publication);
    return is_found;
}

static void a_site_that_hides_something_has_its_ledger_when_it_is_opened_again(void **state)
{
    place *p = *state;
    is_built_from_the_ledger(p); /* writes ids.yaml */
    open_site(p);
    is_built_from_the_ledger(p);
    write_file(p, "site.yaml", "title: Many ponds\n");
    open_site(p);
    assert_false(is_built_from_the_ledger(p));
    assert_true(is_built_from_the_ledger(p));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_place(a_site_that_hides_something_has_its_ledger_when_it_is_opened_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
