/* corrections_test.c: the corrections of a site belong to the packs that have their names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../unit/test_folder.h"
#include "core/file.h"
#include "site/corrections.h"
#include "site/site.h"

typedef struct place {
    mb_arena *arena;
    test_folder folder;
    mb_error error;
} place;

static int begin(void **state)
{
    place *p = calloc(1, sizeof *p);
    *state = p;
    return !make_test_folder(p->folder) || mb_arena_new((size_t)1 << 20, &p->arena);
}

static int end(void **state)
{
    place *p = *state;
    int code = remove_test_folder(p->folder);
    mb_arena_free(p->arena);
    free(p);
    return code;
}
#define in_place(test) cmocka_unit_test_setup_teardown(test, begin, end)

static void write_file(place *p, const char *name, const char *text)
{
    assert_int_equal(mb_file_write(mb_path_join(p->arena, p->folder, name), mb_slice_of(text), &p->error), 0);
}

static int find(place *p, const char *const *packs, const char *const **out)
{
    mb_strings paths = {0};
    for (; *packs; packs++)
        mb_strings_push(p->arena, &paths, mb_slice_of(mb_path_join(p->arena, p->folder, *packs)));
    return mb_site_corrections(p->arena, p->folder, &paths, out, &p->error);
}
#define PACKS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void corrections_belong_to_the_pack_of_their_name(void **state)
{
    place *p = *state;
    const char *const *found;
    write_file(p, "corrections/b.yaml", "");
    write_file(p, "corrections/why.txt", "");
    assert_int_equal(find(p, PACKS("packs/a.txt", "packs/b.txt", "more/b.md"), &found), 0);
    assert_null(found[0]);
    assert_string_equal(found[1], mb_path_join(p->arena, p->folder, "corrections/b.yaml"));
    assert_string_equal(found[2], found[1]);
}

static void a_site_without_corrections_has_none(void **state)
{
    place *p = *state;
    const char *const *found;
    assert_int_equal(find(p, PACKS("packs/a.txt"), &found), 0);
    assert_null(found[0]);
    assert_int_equal(find(p, PACKS(NULL), &found), 0);
}

static void corrections_of_no_pack_are_refused_with_the_nearest(void **state)
{
    place *p = *state;
    const char *const *found;
    write_file(p, "corrections/2025-03-4.yaml", "");
    assert_int_equal(find(p, PACKS("packs/2025-03-04.txt", "packs/2025-05-06.txt"), &found), MB_EFORMAT);
    assert_non_null(strstr(p->error.file, "/corrections/2025-03-4.yaml"));
    assert_non_null(strstr(p->error.message, "did you mean '2025-03-04'?"));
}

static void a_site_reads_its_packs_with_their_corrections(void **state)
{
    place *p = *state;
    const mb_snapshot_options options = {.today = "2025-07-01", .jobs = 1};
    mb_snapshot *site;
    write_file(p, "site.yaml", "title: Harle\n");
    write_file(p, "packs/a.txt", "Parks Panel\n\nDate: 8 July 2025\n\nAGENDA\n1. WELCOME\n2. FAIR\n");
    write_file(p, "corrections/a.yaml", "- at: item 2\n  title: {was: FAIR, is: SUMMER FAIR}\n");
    assert_int_equal(mb_snapshot_read(p->folder, &options, &site, &p->error), 0);
    const mb_site_meeting *meeting = site->record->meetings.items[0];
    const mb_agenda_item *item = meeting->agenda.items[1];
    assert_true(mb_slice_equal(item->title, MB_TEXT("SUMMER FAIR")));
    mb_snapshot_free(site);

    write_file(p, "corrections/a.yaml", "- at: item 2\n  titel: {was: FAIR, is: SUMMER FAIR}\n");
    assert_int_equal(mb_snapshot_read(p->folder, &options, &site, &p->error), MB_EFORMAT);
    assert_int_equal(p->error.line, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_place(corrections_belong_to_the_pack_of_their_name),
        in_place(a_site_without_corrections_has_none),
        in_place(corrections_of_no_pack_are_refused_with_the_nearest),
        in_place(a_site_reads_its_packs_with_their_corrections),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
