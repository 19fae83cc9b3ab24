/* core_cache.c: what is kept is found again, and what was changed behind our back isn't. */
#include "core_test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/cache.h"
#include "core/file.h"
#include "test_folder.h"

#define LIMIT 1000

/* Each test has a folder of its own, which is the state, beside an arena. */
typedef struct place {
    mb_arena *arena;
    test_folder folder;
} place;

static int make_place(void **state)
{
    place *p = calloc(1, sizeof *p);
    *state = p;
    return !make_test_folder(p->folder) || mb_arena_new(1 << 20, &p->arena);
}

static int remove_place(void **state)
{
    place *p = *state;
    int code = remove_test_folder(p->folder);
    mb_arena_free(p->arena);
    free(p);
    return code;
}
#define with_folder(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

static void keep(place *p, const char *key, const char *content)
{
    assert_int_equal(mb_cache_keep(p->arena, p->folder, key, mb_slice_of(content), NULL), 0);
}

static void assert_kept(place *p, const char *key, const char *content)
{
    mb_slice found;
    assert_true(mb_cache_find(p->arena, p->folder, key, LIMIT, &found));
    assert_slice(found, content);
}

static void assert_not_kept(place *p, const char *key)
{
    mb_slice found;
    assert_false(mb_cache_find(p->arena, p->folder, key, LIMIT, &found));
}

/* Writes over the entry's bytes from `at` on, or cuts it there where `with` is NULL. */
static void damage(place *p, const char *key, long at, const char *with)
{
    const char *path = mb_path_join(p->arena, p->folder, key);
    FILE *file = fopen(path, "r+");
    assert_non_null(file);
    assert_int_equal(fseek(file, at, at < 0 ? SEEK_END : SEEK_SET), 0);
    if (with)
        fputs(with, file);
    else
        assert_int_equal(ftruncate(fileno(file), ftell(file)), 0);
    fclose(file);
}

static void what_was_kept_is_found_until_something_else_is_kept(void **state)
{
    place *p = *state;
    assert_not_kept(p, "a");
    keep(p, "a", "one\n\ntwo");
    keep(p, "b", "");
    assert_kept(p, "a", "one\n\ntwo");
    assert_kept(p, "b", "");
    keep(p, "a", "three");
    assert_kept(p, "a", "three");
}

static void an_entry_that_was_changed_or_cut_is_not_found(void **state)
{
    place *p = *state;
    static const struct {
        long at;
        const char *with;
    } damages[] = {{-1, "x"}, {-1, NULL}, {-1, "xy"}, {0, NULL}, {0, "M"}, {30, "zz"}, {40, NULL}, {84, NULL}};
    for (size_t i = 0; i < COUNT_OF(damages); i++) {
        keep(p, "a", "the text of a paper");
        damage(p, "a", damages[i].at, damages[i].with);
        assert_not_kept(p, "a");
    }
    keep(p, "a", "the text of a paper");
    assert_kept(p, "a", "the text of a paper");
}

static void an_entry_under_another_s_name_is_not_found(void **state)
{
    place *p = *state;
    keep(p, "a", "one");
    assert_int_equal(rename(mb_path_join(p->arena, p->folder, "a"), mb_path_join(p->arena, p->folder, "b")), 0);
    assert_not_kept(p, "b");
}

static void an_entry_that_is_larger_than_anything_that_is_kept_is_not_read(void **state)
{
    place *p = *state;
    keep(p, "a", "0123456789");
    mb_slice found;
    assert_false(mb_cache_find(p->arena, p->folder, "a", 9, &found));
    assert_true(mb_cache_find(p->arena, p->folder, "a", 10, &found));
}

static void a_folder_is_made_and_nothing_but_the_entry_stays_in_it(void **state)
{
    place *p = *state;
    const char *folder = mb_path_join(p->arena, p->folder, "deep/er");
    assert_int_equal(mb_cache_keep(p->arena, folder, "a", MB_TEXT("one"), NULL), 0);
    mb_strings names;
    assert_int_equal(mb_folder_list(p->arena, folder, "*", &names, NULL), 0);
    assert_int_equal(names.count, 1);
    assert_int_equal(mb_folder_list(p->arena, folder, ".*", &names, NULL), 0);
    assert_int_equal(names.count, 0);
}

/* A key that is a digest, and all of one digit. */
static const char *digest_of(place *p, char digit)
{
    char key[65] = "";
    memset(key, digit, sizeof key - 1);
    return mb_arena_copy(p->arena, mb_slice_of(key)).data;
}

static void set_age(place *p, const char *key, time_t seconds)
{
    const struct timespec times[] = {{time(NULL) - seconds, 0}, {time(NULL) - seconds, 0}};
    assert_int_equal(utimensat(AT_FDCWD, mb_path_join(p->arena, p->folder, key), times, 0), 0);
}

static void a_folder_that_is_too_large_loses_what_was_used_least_lately(void **state)
{
    enum { DAY = 24 * 60 * 60, ENTRY = 300, SIZE_OF_ONE = 84 + ENTRY };
    place *p = *state;
    char content[ENTRY + 1] = "";
    memset(content, 'x', ENTRY);
    for (char digit = '1'; digit <= '5'; digit++) {
        keep(p, digest_of(p, digit), content);
        set_age(p, digest_of(p, digit), (digit - '0') * DAY + 100);
    }
    keep(p, "somebody's.yaml", content);
    set_age(p, "somebody's.yaml", 99 * DAY);
    mb_cache_trim(p->arena, p->folder, 5 * SIZE_OF_ONE);
    assert_kept(p, digest_of(p, '5'), content);
    mb_cache_trim(p->arena, p->folder, 5 * SIZE_OF_ONE - 1);
    assert_kept(p, digest_of(p, '5'), content);
    assert_kept(p, digest_of(p, '1'), content);
    assert_kept(p, digest_of(p, '2'), content);
    assert_not_kept(p, digest_of(p, '3'));
    assert_not_kept(p, digest_of(p, '4'));
    assert_kept(p, "somebody's.yaml", content);
}

static void a_folder_that_cannot_be_written_is_an_error(void **state)
{
    place *p = *state;
    keep(p, "a", "one");
    mb_error error = {0};
    const char *folder = mb_path_join(p->arena, p->folder, "a");
    assert_int_equal(mb_cache_keep(p->arena, folder, "b", MB_TEXT("two"), &error), MB_EIO);
    assert_true(error.advice[0] != '\0');
}

static void the_environment_says_where_a_person_s_caches_are(void **state)
{
    place *p = *state;
    char *home = strdup(getenv("HOME") ? getenv("HOME") : "/");
    setenv("HOME", "/home/ann", 1);
    setenv("XDG_CACHE_HOME", "/var/ann", 1);
    assert_string_equal(mb_cache_folder(p->arena, NULL, "pdf"), "/var/ann/minutebook/pdf");
    setenv("XDG_CACHE_HOME", "not/absolute", 1);
    assert_string_equal(mb_cache_folder(p->arena, NULL, "pdf"), "/home/ann/.cache/minutebook/pdf");
    unsetenv("XDG_CACHE_HOME");
    unsetenv("HOME");
    assert_null(mb_cache_folder(p->arena, NULL, "pdf"));
    assert_null(mb_cache_folder(p->arena, "", "pdf"));
    assert_string_equal(mb_cache_folder(p->arena, "mine", "pdf"), "mine/pdf");
    setenv("HOME", home, 1);
    free(home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_folder(what_was_kept_is_found_until_something_else_is_kept),
        with_folder(an_entry_that_was_changed_or_cut_is_not_found),
        with_folder(an_entry_under_another_s_name_is_not_found),
        with_folder(an_entry_that_is_larger_than_anything_that_is_kept_is_not_read),
        with_folder(a_folder_is_made_and_nothing_but_the_entry_stays_in_it),
        with_folder(a_folder_that_is_too_large_loses_what_was_used_least_lately),
        with_folder(a_folder_that_cannot_be_written_is_an_error),
        with_folder(the_environment_says_where_a_person_s_caches_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
