/* readings_test.c: what a site that is opened again takes over from the one before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "../unit/test_folder.h"
#include "core/file.h"
#include "model/places.h"
#include "site/site.h"

typedef struct place {
    test_folder folder;
    mb_snapshot *first, *second;
} place;

static void write_file(const place *p, const char *name, const char *text)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s", p->folder, name);
    assert_int_equal(mb_file_write(path, mb_slice_of(text), NULL), 0);
}

static void write_pack(const place *p, const char *name, const char *title)
{
    char text[400];
    snprintf(text, sizeof text,
             "Ponds Committee\n\nDate: Tuesday, 4th March, 2025\n\nAGENDA\n\n- 1. WELCOME\n\n- 2. %s\n\n", title);
    write_file(p, name, text);
}

/* Until the clock for files has ticked, nobody knows whether a file changed once more. */
static void wait_for_tick(void)
{
    const struct timespec pause = {0, 2 * MB_STAMP_TICK_MS * 1000000};
    nanosleep(&pause, NULL);
}

static int begin(void **state)
{
    place *p = calloc(1, sizeof *p);
    *state = p;
    if (!make_test_folder(p->folder))
        return 1;
    write_file(p, "site.yaml", "title: Ponds\n");
    write_pack(p, "packs/a.txt", "THE NORTH POND");
    write_pack(p, "packs/b.txt", "THE SOUTH POND");
    wait_for_tick();
    return mb_snapshot_read(p->folder, &(mb_snapshot_options){.jobs = 1}, &p->first, NULL);
}

static int end(void **state)
{
    place *p = *state;
    mb_snapshot_free(p->first);
    mb_snapshot_free(p->second);
    int code = remove_test_folder(p->folder);
    free(p);
    return code;
}
#define in_place(test) cmocka_unit_test_setup_teardown(test, begin, end)

static void open_again(place *p)
{
    const mb_snapshot_options options = {.jobs = 2, .previous = p->first};
    assert_int_equal(mb_snapshot_read(p->folder, &options, &p->second, NULL), 0);
}

static const mb_pack *pack(const mb_snapshot *site, uint32_t i)
{
    return site->readings.items[i].pack;
}

static void packs_that_are_as_they_were_are_taken_over(void **state)
{
    place *p = *state;
    open_again(p);
    assert_ptr_equal(pack(p->first, 0), pack(p->second, 0));
    assert_ptr_equal(pack(p->first, 1), pack(p->second, 1));
}

static void a_pack_that_changed_is_read_again(void **state)
{
    place *p = *state;
    write_pack(p, "packs/b.txt", "THE WESTERN POND");
    open_again(p);
    assert_ptr_equal(pack(p->first, 0), pack(p->second, 0));
    assert_ptr_not_equal(pack(p->first, 1), pack(p->second, 1));
}

static void a_pack_that_changed_in_the_same_tick_is_read_again(void **state)
{
    place *p = *state;
    write_pack(p, "packs/b.txt", "THE EAST POND");
    mb_snapshot_free(p->first);
    assert_int_equal(mb_snapshot_read(p->folder, &(mb_snapshot_options){.jobs = 1}, &p->first, NULL), 0);
    write_pack(p, "packs/b.txt", "THE WEST POND");
    open_again(p);
    assert_ptr_not_equal(pack(p->first, 1), pack(p->second, 1));
}

static uint32_t position_of(const mb_snapshot *site, uint32_t i)
{
    const mb_meeting *meeting = pack(site, i)->meetings.items[0];
    assert_ptr_equal(mb_pack_at(site->record, &meeting->place), pack(site, i));
    return mb_pack_position(site->record, &meeting->place);
}

static void a_pack_between_two_others_has_none_read_again(void **state)
{
    place *p = *state;
    write_pack(p, "packs/aa.txt", "A POND IN BETWEEN");
    open_again(p);
    assert_ptr_equal(pack(p->first, 0), pack(p->second, 0));
    assert_ptr_equal(pack(p->first, 1), pack(p->second, 2));
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(position_of(p->second, i), i + 1);
    assert_int_equal(position_of(p->first, 1), 2);
}

static void the_packs_behind_one_that_went_are_taken_over(void **state)
{
    place *p = *state;
    char path[200];
    snprintf(path, sizeof path, "%s/packs/a.txt", p->folder);
    assert_int_equal(unlink(path), 0);
    open_again(p);
    assert_ptr_equal(pack(p->first, 1), pack(p->second, 0));
    assert_int_equal(position_of(p->second, 0), 1);
    mb_snapshot_free(p->first);
    p->first = p->second;
    write_pack(p, "packs/c.txt", "THE LAST POND");
    open_again(p);
    assert_ptr_equal(pack(p->first, 0), pack(p->second, 0));
    assert_int_equal(position_of(p->second, 0), 1);
    assert_int_equal(position_of(p->second, 1), 2);
}

static void a_changed_vocabulary_has_all_packs_read_again(void **state)
{
    place *p = *state;
    write_file(p, "dialects/ponds.yaml", "name: ponds\nextends: uk\n");
    open_again(p);
    assert_ptr_not_equal(pack(p->first, 0), pack(p->second, 0));
}

static void a_site_of_unchanged_files_is_the_same_site(void **state)
{
    place *p = *state;
    write_file(p, "layouts/home.md", "# Mine\n");
    open_again(p);
    assert_ptr_equal(p->first, p->second);
}

/* What is hidden is gone from the readings: they are that site's, and no other's. */
static void a_site_that_hides_something_is_the_same_or_has_readings_of_its_own(void **state)
{
    place *p = *state;
    write_file(p, "people.yaml", "- name: Ann Lee\n  hide: [phone]\n");
    wait_for_tick();
    open_again(p);
    assert_ptr_not_equal(pack(p->first, 0), pack(p->second, 0));
    mb_snapshot_free(p->first);
    p->first = p->second;
    open_again(p);
    assert_ptr_equal(p->first, p->second);
    mb_snapshot_free(p->second);
    write_pack(p, "packs/b.txt", "THE WESTERN POND");
    open_again(p);
    assert_ptr_not_equal(pack(p->first, 0), pack(p->second, 0));
    mb_snapshot_free(p->second);
    write_pack(p, "packs/b.txt", "THE SOUTH POND");
    write_file(p, "site.yaml", "title: Many ponds\n");
    open_again(p);
    assert_ptr_not_equal(pack(p->first, 0), pack(p->second, 0));
}

static void a_site_that_hides_something_has_them_also_without_its_last_pack(void **state)
{
    place *p = *state;
    write_file(p, "people.yaml", "- name: Ann Lee\n  hide: [phone]\n");
    wait_for_tick();
    open_again(p);
    mb_snapshot_free(p->first);
    p->first = p->second;
    char path[200];
    snprintf(path, sizeof path, "%s/packs/b.txt", p->folder);
    assert_int_equal(unlink(path), 0);
    open_again(p);
    assert_int_equal(p->second->readings.count, 1);
    assert_ptr_not_equal(pack(p->first, 0), pack(p->second, 0));
}

static void a_changed_configuration_makes_another_site_of_the_same_readings(void **state)
{
    place *p = *state;
    write_file(p, "site.yaml", "title: Many ponds\n");
    open_again(p);
    assert_ptr_not_equal(p->first, p->second);
    assert_ptr_equal(pack(p->first, 0), pack(p->second, 0));
    assert_true(mb_slice_equal(p->second->record->title, MB_TEXT("Many ponds")));
}

static void what_was_taken_over_outlives_the_site_before(void **state)
{
    place *p = *state;
    open_again(p);
    mb_snapshot_free(p->first);
    p->first = NULL;
    const mb_meeting *meeting = pack(p->second, 0)->meetings.items[0];
    assert_int_equal(meeting->agenda.count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_place(packs_that_are_as_they_were_are_taken_over),
        in_place(a_pack_that_changed_is_read_again),
        in_place(a_pack_that_changed_in_the_same_tick_is_read_again),
        in_place(a_pack_between_two_others_has_none_read_again),
        in_place(the_packs_behind_one_that_went_are_taken_over),
        in_place(a_changed_vocabulary_has_all_packs_read_again),
        in_place(a_site_of_unchanged_files_is_the_same_site),
        in_place(a_site_that_hides_something_is_the_same_or_has_readings_of_its_own),
        in_place(a_site_that_hides_something_has_them_also_without_its_last_pack),
        in_place(a_changed_configuration_makes_another_site_of_the_same_readings),
        in_place(what_was_taken_over_outlives_the_site_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
