/* shelf_test.c: a site that is opened another day takes from the shelf what is as it was, and reads the rest. */
#include <dirent.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "../unit/test_folder.h"
#include "core/file.h"
#include "model/json.h"
#include "site/site.h"

#define PACKS 2

typedef struct place {
    test_folder folder;
    mb_arena *arena;
    const char *caches; /* as mb_snapshot_options has it */
} place;

static void write_file(const place *p, const char *name, const char *text)
{
    assert_int_equal(mb_file_write(mb_path_join(p->arena, p->folder, name), mb_slice_of(text), NULL), 0);
}

static void write_pack(const place *p, const char *name, const char *title)
{
    char text[800];
    snprintf(text, sizeof text,
             "Ponds Committee\n\nDate: Tuesday, 4th March, 2025\n\n"
             "Contact officer: Bob Reed, Governance Officer, 01632 960145, reed@ponds.example\n\n"
             "AGENDA\n\n- 1. WELCOME\n\n- 2. %s\n\n- 3. THE DUCKS\n\n",
             title);
    write_file(p, name, text);
}

static int begin(void **state)
{
    place *p = calloc(1, sizeof *p);
    *state = p;
    if (!make_test_folder(p->folder) || mb_arena_new((size_t)64 << 20, &p->arena))
        return 1;
    p->caches = mb_path_join(p->arena, p->folder, "caches");
    write_file(p, "site.yaml", "title: Ponds\n");
    write_pack(p, "packs/a.txt", "THE NORTH POND");
    write_pack(p, "packs/b.txt", "THE SOUTH POND");
    return 0;
}

static int end(void **state)
{
    place *p = *state;
    mb_arena_free(p->arena);
    int code = remove_test_folder(p->folder);
    free(p);
    return code;
}
#define in_place(test) cmocka_unit_test_setup_teardown(test, begin, end)

static mb_snapshot *opened(const place *p, const char *today)
{
    mb_snapshot *site;
    const mb_snapshot_options options = {.jobs = 1, .today = today, .cache = p->caches};
    assert_int_equal(mb_snapshot_read(p->folder, &options, &site, NULL), 0);
    return site;
}

/* How many packs are read when the site is opened: those on the shelf are as they were kept. */
static uint32_t packs_read_on(const place *p, const char *today)
{
    mb_snapshot *site = opened(p, today);
    uint32_t count = 0;
    for (uint32_t i = 0; i < site->readings.count; i++)
        count += site->readings.items[i].key.data && !site->readings.items[i].was_kept;
    mb_snapshot_free(site);
    return count;
}

static uint32_t packs_read(const place *p)
{
    return packs_read_on(p, "2025-03-01");
}

static mb_strings entries(const place *p)
{
    mb_strings names = {0};
    assert_int_equal(mb_folder_list(p->arena, mb_path_join(p->arena, p->caches, "readings"), "*", &names, NULL), 0);
    return names;
}

static mb_slice json_of(const place *p, const mb_snapshot *site)
{
    mb_buffer json = mb_buffer_make((size_t)1 << 20);
    assert_int_equal(mb_json_write(mb_type_of(site_record), site->record, &json), 0);
    for (uint32_t i = 0; i < site->readings.count; i++)
        assert_int_equal(mb_json_write(mb_type_of(pack), site->readings.items[i].pack, &json), 0);
    mb_slice copy = mb_arena_copy(p->arena, mb_buffer_slice(&json));
    mb_buffer_free(&json);
    return copy;
}

static mb_slice site_json(const place *p)
{
    mb_snapshot *site = opened(p, "2025-03-01");
    mb_slice json = json_of(p, site);
    mb_snapshot_free(site);
    return json;
}

static void what_was_read_is_not_read_again(void **state)
{
    const place *p = *state;
    mb_slice fresh = site_json(p);
    assert_int_equal(entries(p).count, PACKS);
    assert_int_equal(packs_read(p), 0);
    assert_true(mb_slice_equal(site_json(p), fresh));
    assert_int_equal(entries(p).count, PACKS);
}

static void a_pack_that_changed_is_read_again(void **state)
{
    const place *p = *state;
    packs_read(p);
    write_pack(p, "packs/b.txt", "THE SOUTH PONT");
    assert_int_equal(packs_read(p), 1);
    write_pack(p, "packs/b.txt", "THE SOUTH POND");
    assert_int_equal(packs_read(p), 0);
}

static void a_pack_of_another_name_is_read_again(void **state)
{
    const place *p = *state;
    packs_read(p);
    write_pack(p, "packs/c.txt", "THE SOUTH POND");
    assert_int_equal(packs_read(p), 1);
}

static void a_correction_has_its_pack_read_again(void **state)
{
    const place *p = *state;
    packs_read(p);
    write_file(p, "corrections/a.yaml", "");
    assert_int_equal(packs_read(p), 1);
    write_file(p, "corrections/a.yaml",
               "- at: meeting 2025-03-04, item 2\n  title: {was: THE NORTH POND, is: The old pond}\n");
    assert_int_equal(packs_read(p), 1);
    assert_true(mb_slice_find(site_json(p), MB_TEXT("The old pond"), 0) != SIZE_MAX);
    assert_int_equal(packs_read(p), 0);
}

static void a_vocabulary_has_all_packs_read_again(void **state)
{
    const place *p = *state;
    packs_read(p);
    write_file(p, "dialects/ponds.yaml", "name: ponds\nextends: uk\n");
    assert_int_equal(packs_read(p), PACKS);
    write_file(p, "dialects/ponds.yaml", "name: ponds\nextends: uk\nabbreviations: [POND]\n");
    assert_int_equal(packs_read(p), PACKS);
    write_file(p, "site.yaml", "title: Ponds\ndialect: ponds\n");
    assert_int_equal(packs_read(p), PACKS);
    assert_int_equal(packs_read(p), 0);
}

static void holidays_have_all_packs_read_again(void **state)
{
    const place *p = *state;
    packs_read(p);
    write_file(p, "site.yaml", "title: Ponds\nholidays:\n  added: [2025-03-03]\n");
    assert_int_equal(packs_read(p), PACKS);
    write_file(p, "site.yaml", "title: Ponds\nholidays:\n  dropped: [2025-03-03]\n");
    assert_int_equal(packs_read(p), PACKS);
}

static void another_day_and_another_title_have_none_read_again(void **state)
{
    const place *p = *state;
    packs_read(p);
    assert_int_equal(packs_read_on(p, "2030-01-01"), 0);
    write_file(p, "site.yaml", "title: Many ponds\nurl: https://ponds.example/\n");
    assert_int_equal(packs_read(p), 0);
}

/* Writes over a byte of each entry, or cuts it there. */
static void damage(const place *p, size_t at, bool cut)
{
    mb_strings names = entries(p);
    const char *folder = mb_path_join(p->arena, p->caches, "readings");
    for (uint32_t i = 0; i < names.count; i++) {
        const char *path = mb_path_join(p->arena, folder, names.items[i].data);
        mb_slice text;
        assert_int_equal(mb_file_read(p->arena, path, (size_t)1 << 20, &text, NULL), 0);
        at = at < text.size ? at : text.size - 1;
        ((char *)(uintptr_t)text.data)[at] ^= 0x20;
        assert_int_equal(mb_file_replace(path, mb_slice_first(text, cut ? at : text.size), NULL), 0);
    }
}

static void what_is_damaged_is_read_again_and_kept_again(void **state)
{
    const place *p = *state;
    mb_slice fresh = site_json(p);
    static const size_t places[] = {0, 30, 84, 90, 200, 1000, 100000};
    for (size_t i = 0; i < 2 * sizeof places / sizeof *places; i++) {
        damage(p, places[i / 2], i % 2);
        assert_true(mb_slice_equal(site_json(p), fresh));
        assert_int_equal(packs_read(p), 0);
    }
}

static void a_folder_that_cannot_be_written_does_no_harm(void **state)
{
    place *p = *state;
    write_file(p, "caches", "a file in the way");
    assert_int_equal(packs_read(p), PACKS);
    assert_int_equal(packs_read(p), PACKS);
}

static void without_a_folder_nothing_is_kept(void **state)
{
    place *p = *state;
    mb_slice kept = site_json(p);
    p->caches = "";
    setenv("XDG_CACHE_HOME", mb_path_join(p->arena, p->folder, "mine"), 1);
    assert_true(mb_slice_equal(site_json(p), kept));
    assert_false(mb_is_folder(mb_path_join(p->arena, p->folder, "mine")));
    p->caches = NULL;
    packs_read(p);
    assert_true(mb_is_folder(mb_path_join(p->arena, p->folder, "mine/minutebook/readings")));
}

static void what_a_site_hides_is_hidden_in_that_site_alone(void **state)
{
    const place *p = *state;
    mb_slice open = site_json(p);
    write_file(p, "people.yaml", "- name: Bob Reed\n  hide: [page, phone]\n");
    mb_slice hidden = site_json(p);
    assert_true(mb_slice_find(open, MB_TEXT("960145"), 0) != SIZE_MAX);
    assert_true(mb_slice_find(hidden, MB_TEXT("960145"), 0) == SIZE_MAX);
    assert_true(mb_slice_equal(site_json(p), hidden));
    unlink(mb_path_join(p->arena, p->folder, "people.yaml"));
    assert_true(mb_slice_equal(site_json(p), open));
}

typedef struct opening {
    const place *place;
    mb_snapshot *site;
} opening;

static void *open_often(void *context)
{
    opening *job = context;
    for (int i = 0; i < 8; i++) {
        mb_snapshot_free(job->site);
        job->site = opened(job->place, "2025-03-01");
    }
    return NULL;
}

static void two_at_once_share_the_shelf(void **state)
{
    place *p = *state;
    opening jobs[2] = {{p, NULL}, {p, NULL}};
    pthread_t threads[2];
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, open_often, &jobs[i]), 0);
    for (size_t i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    assert_true(mb_slice_equal(json_of(p, jobs[0].site), json_of(p, jobs[1].site)));
    for (size_t i = 0; i < 2; i++)
        mb_snapshot_free(jobs[i].site);
    assert_int_equal(entries(p).count, PACKS);
    assert_int_equal(packs_read(p), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_place(what_was_read_is_not_read_again),
        in_place(a_pack_that_changed_is_read_again),
        in_place(a_pack_of_another_name_is_read_again),
        in_place(a_correction_has_its_pack_read_again),
        in_place(a_vocabulary_has_all_packs_read_again),
        in_place(holidays_have_all_packs_read_again),
        in_place(another_day_and_another_title_have_none_read_again),
        in_place(what_is_damaged_is_read_again_and_kept_again),
        in_place(a_folder_that_cannot_be_written_does_no_harm),
        in_place(without_a_folder_nothing_is_kept),
        in_place(what_a_site_hides_is_hidden_in_that_site_alone),
        in_place(two_at_once_share_the_shelf),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
