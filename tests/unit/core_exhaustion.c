/* core_exhaustion.c: whichever allocation fails, the work ends with one clear error and gives everything back.
 *
 * Built twice, as core_arena.c is. */
#include "core_test.h"

#include <string.h>

#include "core/buffer.h"
#include "core/digest.h"
#include "core/file.h"
#include "core/json.h"
#include "core/unicode.h"
#include "core/yaml.h"
#include "refusing_malloc.h"

/* --- The work --- */

static const char configuration[] = "title: Our panel\n"
                                    "packs:\n"
                                    "  - one.txt\n"
                                    "  - 'two.txt'\n"
                                    "words: {a: [x, y, z], b: \"\\u00e9\", c: {d: {e: f}}}\n"
                                    "text: |\n"
                                    "  a line\n"
                                    "  and another one\n"
                                    "more: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]\n";

static int parse_configuration(mb_arena *arena, mb_error *error)
{
    mb_yaml *root;
    return mb_yaml_parse(arena, "site.yaml", mb_slice_of(configuration), &root, error);
}

static int parse_a_mistake(mb_arena *arena, mb_error *error)
{
    mb_yaml *root;
    int code = mb_yaml_parse(arena, "site.yaml", MB_TEXT("a: [1, {b: 2, c: 'x"), &root, error);
    return code == MB_EFORMAT ? 0 : code;
}

static int list_a_folder(mb_arena *arena, mb_error *error)
{
    mb_strings names;
    return mb_folder_list(arena, "/", "*", &names, error);
}

static int work_on_text(mb_arena *arena, mb_error *error)
{
    (void)error;
    mb_list list = {NULL, 0, 0};
    mb_strings keep = {NULL, 0, 0};
    mb_strings_push(arena, &keep, MB_TEXT("SEND"));
    for (int i = 0; i < 20; i++)
        *mb_list_add(arena, &list, mb_slice) = mb_arena_printf(arena, "item %d", i);
    mb_slug(arena, mb_proper_case(arena, MB_TEXT("CHILDREN AND SEND PANEL"), &keep));
    mb_fold_case(arena, mb_sha256_hex(arena, MB_TEXT("x")));
    return 0;
}

static int write_json(mb_arena *arena, mb_error *error)
{
    (void)arena;
    mb_buffer out = mb_buffer_make(1 << 20);
    mb_json json = mb_json_into(&out);
    mb_json_open(&json, '[');
    for (int i = 0; i < 500; i++)
        mb_json_text(&json, MB_TEXT("a\nb"));
    mb_json_close(&json, ']');
    int code = out.failed;
    mb_buffer_free(&out);
    return code ? mb_fail_exhausted(error, code, "writing JSON") : 0;
}

/* --- The test --- */

typedef int work(mb_arena *arena, mb_error *error);

static int in_an_arena(work *do_work, size_t ceiling, mb_error *error)
{
    mb_arena *arena;
    int code = mb_arena_new(ceiling, &arena);
    if (code)
        return mb_fail_exhausted(error, code, "making an arena");
    if (mb_arena_guard(arena)) {
        code = mb_fail_exhausted(error, mb_arena_failure(arena), "working");
        mb_arena_free(arena);
        return code;
    }
    code = do_work(arena, error);
    mb_arena_free(arena);
    return code;
}

static void survives_every_refusal(work *do_work)
{
    mb_error error = {0};
    long before = held;
    requests = 0;
    assert_int_equal(in_an_arena(do_work, SIZE_MAX, &error), 0);
    assert_given_back(before);
    long all = requests;
    assert_true(all > 1);

    long failures = 0;
    for (long n = 0; n < all; n++) {
        error = (mb_error){0};
        requests = 0;
        refused = n;
        int code = in_an_arena(do_work, SIZE_MAX, &error);
        refused = -1;
        assert_given_back(before);
        if (code == 0)
            continue; /* sorting, for example, does without */
        failures++;
        assert_true(code == MB_ENOMEM || code == MB_EIO);
        assert_int_equal(error.code, code);
        assert_non_null(strstr(error.message, "memory ran out"));
    }
    assert_true(failures > all / 2);
}

static void survives_every_ceiling(work *do_work)
{
    long before = held;
    int code = MB_ELIMIT;
    for (size_t ceiling = 0; code && ceiling < 200000; ceiling += 97) {
        mb_error error = {0};
        code = in_an_arena(do_work, ceiling, &error);
        assert_given_back(before);
        assert_true(code == 0 || code == MB_ELIMIT);
    }
    assert_int_equal(code, 0);
}

static void yaml_survives_every_refusal(void **state)
{
    (void)state;
    survives_every_refusal(parse_configuration);
}

static void yaml_with_a_mistake_survives_every_refusal(void **state)
{
    (void)state;
    survives_every_refusal(parse_a_mistake);
}

static void a_listed_folder_survives_every_refusal(void **state)
{
    (void)state;
    survives_every_refusal(list_a_folder);
}

static void lists_and_texts_survive_every_refusal(void **state)
{
    (void)state;
    survives_every_refusal(work_on_text);
}

static void a_buffer_survives_every_refusal(void **state)
{
    (void)state;
    survives_every_refusal(write_json);
}

static void yaml_survives_every_ceiling(void **state)
{
    (void)state;
    survives_every_ceiling(parse_configuration);
}

static void a_listed_folder_survives_every_ceiling(void **state)
{
    (void)state;
    survives_every_ceiling(list_a_folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(yaml_survives_every_refusal),
        cmocka_unit_test(yaml_with_a_mistake_survives_every_refusal),
        cmocka_unit_test(a_listed_folder_survives_every_refusal),
        cmocka_unit_test(lists_and_texts_survive_every_refusal),
        cmocka_unit_test(a_buffer_survives_every_refusal),
        cmocka_unit_test(yaml_survives_every_ceiling),
        cmocka_unit_test(a_listed_folder_survives_every_ceiling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
