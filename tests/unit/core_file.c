/* core_file.c: files in and out, and the message for each way in which that goes wrong. */
#include "core_test.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/data.h"
#include "core/file.h"
#include "test_folder.h"

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

static const char *in(place *p, const char *name)
{
    return mb_path_join(p->arena, p->folder, name);
}

static void what_was_written_is_read_again(void **state)
{
    place *p = *state;
    mb_slice content = {"one\0two\n", 8}, found;
    assert_int_equal(mb_file_write(in(p, "a/b/c.txt"), content, NULL), 0);
    assert_int_equal(mb_file_read(p->arena, in(p, "a/b/c.txt"), 8, &found, NULL), 0);
    assert_true(mb_slice_equal(found, content));
    assert_int_equal(found.data[8], '\0');

    assert_int_equal(mb_file_write(in(p, "a/b/c.txt"), MB_TEXT("x"), NULL), 0);
    assert_int_equal(mb_file_read(p->arena, in(p, "a/b/c.txt"), 8, &found, NULL), 0);
    assert_slice(found, "x");
}

static void an_empty_file_is_empty_text(void **state)
{
    place *p = *state;
    mb_slice found = MB_NOTHING;
    assert_int_equal(mb_file_write(in(p, "empty"), MB_TEXT(""), NULL), 0);
    assert_int_equal(mb_file_read(p->arena, in(p, "empty"), 8, &found, NULL), 0);
    assert_slice(found, "");
}

static void assert_cannot_read(place *p, const char *path, size_t limit, int code, const char *message)
{
    mb_slice found;
    mb_error error = {0};
    assert_int_equal(mb_file_read(p->arena, path, limit, &found, &error), code);
    assert_string_equal(error.file, path);
    assert_string_equal(error.message, message);
    assert_true(error.advice[0] != '\0');
}

static void a_file_that_cannot_be_read_says_why(void **state)
{
    place *p = *state;
    assert_int_equal(mb_file_write(in(p, "file"), MB_TEXT("12345"), NULL), 0);
    assert_int_equal(mkfifo(in(p, "pipe"), 0600), 0);
    assert_int_equal(symlink("loop", in(p, "loop")), 0);

    assert_cannot_read(p, in(p, "none"), 9, MB_EIO, "can't be read: there is no such file or folder");
    assert_cannot_read(p, "", 9, MB_EIO, "can't be read: there is no such file or folder");
    assert_cannot_read(p, in(p, "file/x"), 9, MB_EIO, "can't be read: a part of the path is a file, not a folder");
    assert_cannot_read(p, p->folder, 9, MB_EIO, "can't be read: it is a folder");
    assert_cannot_read(p, in(p, "pipe"), 9, MB_EIO, "can't be read: it is no regular file");
    assert_cannot_read(p, in(p, "loop"), 9, MB_EIO, "can't be read: its symbolic links go in a circle");
    assert_cannot_read(p, in(p, "file"), 4, MB_ELIMIT, "has 5 bytes; at most 4 are read");
}

static void a_file_without_permission_says_so(void **state)
{
    place *p = *state;
    if (geteuid() == 0)
        skip(); /* root may read everything */
    assert_int_equal(mb_file_write(in(p, "secret"), MB_TEXT("x"), NULL), 0);
    assert_int_equal(chmod(in(p, "secret"), 0), 0);
    assert_cannot_read(p, in(p, "secret"), 9, MB_EIO, "can't be read: permission is denied");
}

static void a_file_that_cannot_be_written_says_why(void **state)
{
    place *p = *state;
    assert_int_equal(mb_file_write(in(p, "file"), MB_TEXT("x"), NULL), 0);
    char long_name[300];
    memset(long_name, 'n', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';

    const struct {
        const char *path, *message;
    } cases[] = {
        {p->folder, "can't be written: it is a folder"},
        {in(p, "file/x"), "can't be written: a part of the path is a file, not a folder"},
        {in(p, long_name), "can't be written: the name is too long"},
        {"/dev/full", "can't be written: the disk is full"},
        {"", "can't be written: there is no such file or folder"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        mb_error error = {0};
        assert_int_equal(mb_file_write(cases[i].path, MB_TEXT("x"), &error), MB_EIO);
        assert_string_equal(error.message, cases[i].message);
        assert_string_equal(error.file, cases[i].path);
    }
}

static void a_folder_lists_its_files_in_order_and_no_folders(void **state)
{
    place *p = *state;
    static const char *const names[] = {"b.yaml", "a.yaml", "B.yaml", "x.txt", ".hidden.yaml", "sub/c.yaml"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        assert_int_equal(mb_file_write(in(p, names[i]), MB_TEXT("x"), NULL), 0);
    assert_int_equal(mkdir(in(p, "folder.yaml"), 0700), 0);

    mb_strings found;
    assert_int_equal(mb_folder_list(p->arena, p->folder, "*.yaml", &found, NULL), 0);
    assert_int_equal(found.count, 3);
    assert_slice(found.items[0], "B.yaml");
    assert_slice(found.items[1], "a.yaml");
    assert_slice(found.items[2], "b.yaml");

    assert_int_equal(mb_folder_list(p->arena, p->folder, "*.none", &found, NULL), 0);
    assert_int_equal(found.count, 0);
    mb_error error;
    assert_int_equal(mb_folder_list(p->arena, in(p, "nowhere"), "*", &found, &error), MB_EIO);
    assert_string_equal(error.message, "can't be listed: there is no such file or folder");
}

static void folders_and_files_are_told_apart(void **state)
{
    place *p = *state;
    assert_int_equal(mb_file_write(in(p, "file"), MB_TEXT("x"), NULL), 0);
    assert_true(mb_is_folder(p->folder));
    assert_false(mb_is_folder(in(p, "file")));
    assert_true(mb_is_file(in(p, "file")));
    assert_false(mb_is_file(p->folder));
    assert_false(mb_is_file(in(p, "none")) || mb_is_folder(in(p, "none")));
}

static void a_name_is_joined_to_its_folder_unless_it_is_absolute(void **state)
{
    place *p = *state;
    assert_string_equal(mb_path_join(p->arena, "site", "packs"), "site/packs");
    assert_string_equal(mb_path_join(p->arena, "site/", "packs"), "site/packs");
    assert_string_equal(mb_path_join(p->arena, "/", "packs"), "/packs");
    assert_string_equal(mb_path_join(p->arena, "site", "/packs"), "/packs");
    assert_string_equal(mb_path_join(p->arena, "", "packs"), "packs");
}

static void a_stem_is_a_name_without_its_folder_and_its_last_extension(void **state)
{
    (void)state;
    assert_slice(mb_path_stem("site/packs/2025-11-04.txt"), "2025-11-04");
    assert_slice(mb_path_stem("v1.2/pack"), "pack");
    assert_slice(mb_path_stem("a.b.c"), "a.b");
    assert_slice(mb_path_stem("packs/.hidden"), ".hidden");
}

/* The tests' programs stand in build/tests, beside build/share. */
static void the_shipped_files_are_found_beside_the_program(void **state)
{
    place *p = *state;
    char program[PATH_MAX], share[PATH_MAX];
    assert_non_null(realpath("/proc/self/exe", program));
    *strrchr(program, '/') = '\0';
    assert_non_null(realpath(mb_path_join(p->arena, program, "../share/minutebook"), share));
    assert_string_equal(mb_data_folder(p->arena), share);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_folder(what_was_written_is_read_again),
        with_folder(an_empty_file_is_empty_text),
        with_folder(a_file_that_cannot_be_read_says_why),
        with_folder(a_file_without_permission_says_so),
        with_folder(a_file_that_cannot_be_written_says_why),
        with_folder(a_folder_lists_its_files_in_order_and_no_folders),
        with_folder(folders_and_files_are_told_apart),
        with_folder(a_name_is_joined_to_its_folder_unless_it_is_absolute),
        cmocka_unit_test(a_stem_is_a_name_without_its_folder_and_its_last_extension),
        with_folder(the_shipped_files_are_found_beside_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
