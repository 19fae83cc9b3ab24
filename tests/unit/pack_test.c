/* pack_test.c: the C interface to a pack, as a program meets it. */
#include <minutebook.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PACK "../../example-site/packs/2025-11-04.txt"

static mb_open_pack *opened(const char *path, const mb_pack_options *options)
{
    mb_open_pack *pack = NULL;
    assert_int_equal(mb_pack_open(path, options, &pack, NULL), MB_OK);
    return pack;
}

static void a_pack_opens_without_options_and_without_an_error_to_fill(void **state)
{
    (void)state;
    mb_pack_close(opened(PACK, NULL));
}

static void the_json_has_the_size_that_is_said_and_a_nul_behind_it(void **state)
{
    (void)state;
    mb_open_pack *pack = opened(PACK, NULL);
    char *json = NULL;
    size_t size = 0;
    assert_int_equal(mb_pack_json(pack, &json, &size, NULL), MB_OK);
    assert_int_equal(strlen(json), size);
    assert_non_null(strstr(json, "Hester Wainfleet"));
    mb_free(json);
    mb_pack_close(pack);
}

static void a_caller_may_not_care_for_the_size_of_the_json(void **state)
{
    (void)state;
    mb_open_pack *pack = opened(PACK, NULL);
    char *json = NULL;
    assert_int_equal(mb_pack_json(pack, &json, NULL, NULL), MB_OK);
    mb_free(json);
    mb_pack_close(pack);
}

static void the_findings_end_with_null(void **state)
{
    (void)state;
    mb_open_pack *pack = opened(PACK, NULL);
    size_t count = mb_pack_finding_count(pack);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        const mb_finding *finding = mb_pack_finding(pack, i);
        assert_in_range(finding->severity, MB_NOTE, MB_ERROR);
        assert_string_equal(finding->file, PACK);
        assert_true(finding->code[0] && finding->message[0] && finding->correction);
    }
    assert_null(mb_pack_finding(pack, count));
    mb_pack_close(pack);
}

static void a_pack_that_is_not_there_fails_with_its_name(void **state)
{
    (void)state;
    mb_open_pack *pack = NULL;
    mb_error error;
    assert_int_equal(mb_pack_open("gone.txt", NULL, &pack, &error), MB_EIO);
    assert_null(pack);
    assert_int_equal(error.code, MB_EIO);
    assert_string_equal(error.file, "gone.txt");
}

static void options_of_an_older_caller_mean_the_usual_for_what_it_did_not_have(void **state)
{
    (void)state;
    mb_pack_options options = {.size = offsetof(mb_pack_options, dialects),
                               .dialect = "uk",
                               .dialects = "a folder that an old caller does not set"};
    mb_pack_close(opened(PACK, &options));
}

static void options_that_are_larger_than_the_library_knows_are_refused(void **state)
{
    (void)state;
    mb_pack_options options = {.size = sizeof options + 1};
    mb_open_pack *pack;
    mb_error error;
    assert_int_equal(mb_pack_open(PACK, &options, &pack, &error), MB_EUSAGE);
    assert_non_null(strstr(error.advice, "MB_PACK_OPTIONS"));
}

static void options_without_their_size_are_refused(void **state)
{
    (void)state;
    mb_pack_options options = {.size = 0};
    mb_open_pack *pack;
    assert_int_equal(mb_pack_open(PACK, &options, &pack, NULL), MB_EUSAGE);
}

/* ---- corrections: a folder with a pack, and the title that its item is given ---- */

typedef struct place {
    char folder[64], pack[96], json[1 << 16];
} place;

static int begin(void **state)
{
    place *p = calloc(1, sizeof *p);
    *state = p;
    strcpy(p->folder, "/tmp/minutebook-pack-XXXXXX");
    if (!mkdtemp(p->folder))
        return -1;
    snprintf(p->pack, sizeof p->pack, "%s/packs/day.txt", p->folder);
    char folders[200];
    snprintf(folders, sizeof folders, "mkdir -p %s/packs/corrections %s/corrections", p->folder, p->folder);
    return system(folders);
}

static int end(void **state)
{
    place *p = *state;
    char command[100];
    snprintf(command, sizeof command, "rm -r %s", p->folder);
    int code = system(command);
    free(p);
    return code;
}
#define in_place(test) cmocka_unit_test_setup_teardown(test, begin, end)

static const char *write_file(place *p, const char *name, const char *text)
{
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", p->folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    return path;
}

static const char *write_corrections(place *p, const char *name, const char *title)
{
    char yaml[100];
    snprintf(yaml, sizeof yaml, "- at: item 1\n  title: {was: WELCOME, is: %s}\n", title);
    return write_file(p, name, yaml);
}

static void assert_title(place *p, const char *corrections, const char *title)
{
    mb_pack_options options = MB_PACK_OPTIONS;
    char *json, line[100];
    options.corrections = corrections;
    mb_open_pack *pack = opened(p->pack, &options);
    assert_int_equal(mb_pack_json(pack, &json, NULL, NULL), MB_OK);
    snprintf(line, sizeof line, "\"title\":\"%s\"", title);
    assert_non_null(strstr(json, line));
    mb_free(json);
    mb_pack_close(pack);
}

static void corrections_are_found_beside_the_pack_or_beside_its_folder(void **state)
{
    place *p = *state;
    write_file(p, "packs/day.txt", "AGENDA\n1. WELCOME\n2. FAIR\n");
    assert_title(p, NULL, "WELCOME");
    write_corrections(p, "corrections/day.yaml", "OF THE SITE");
    assert_title(p, NULL, "OF THE SITE");
    write_corrections(p, "packs/corrections/day.yaml", "OF THE PACK");
    assert_title(p, NULL, "OF THE PACK");
    assert_title(p, "", "WELCOME");
    assert_title(p, write_corrections(p, "other.yaml", "OF MINE"), "OF MINE");
}

static void a_mistake_in_corrections_has_its_place(void **state)
{
    place *p = *state;
    mb_pack_options options = MB_PACK_OPTIONS;
    mb_open_pack *pack;
    mb_error error;
    write_file(p, "packs/day.txt", "AGENDA\n1. WELCOME\n2. FAIR\n");
    options.corrections = write_file(p, "mine.yaml", "- at: item 1\n  titel: {was: a, is: b}\n");
    assert_int_equal(mb_pack_open(p->pack, &options, &pack, &error), MB_EFORMAT);
    assert_int_equal(error.line, 2);
    assert_string_equal(error.file, options.corrections);
    options.corrections = "gone.yaml";
    assert_int_equal(mb_pack_open(p->pack, &options, &pack, &error), MB_EIO);
}

static void a_finding_names_the_file_for_its_correction(void **state)
{
    place *p = *state;
    char expected[100];
    write_file(p, "packs/day.txt", "AGENDA\n1. WELCOME\n- FAIR\n3. PLAN\n");
    mb_open_pack *pack = opened(p->pack, NULL);
    snprintf(expected, sizeof expected, "%s/packs/corrections/day.yaml", p->folder);
    assert_string_equal(mb_pack_finding(pack, 0)->corrections, expected);
    mb_pack_close(pack);
    write_file(p, "site.yaml", "");
    pack = opened(p->pack, NULL);
    snprintf(expected, sizeof expected, "%s/corrections/day.yaml", p->folder);
    assert_string_equal(mb_pack_finding(pack, 0)->corrections, expected);
    mb_pack_close(pack);
}

static void nothing_is_closed_and_freed_without_harm(void **state)
{
    (void)state;
    mb_pack_close(NULL);
    mb_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pack_opens_without_options_and_without_an_error_to_fill),
        cmocka_unit_test(the_json_has_the_size_that_is_said_and_a_nul_behind_it),
        cmocka_unit_test(a_caller_may_not_care_for_the_size_of_the_json),
        cmocka_unit_test(the_findings_end_with_null),
        cmocka_unit_test(a_pack_that_is_not_there_fails_with_its_name),
        cmocka_unit_test(options_of_an_older_caller_mean_the_usual_for_what_it_did_not_have),
        cmocka_unit_test(options_that_are_larger_than_the_library_knows_are_refused),
        cmocka_unit_test(options_without_their_size_are_refused),
        in_place(corrections_are_found_beside_the_pack_or_beside_its_folder),
        in_place(a_mistake_in_corrections_has_its_place),
        in_place(a_finding_names_the_file_for_its_correction),
        cmocka_unit_test(nothing_is_closed_and_freed_without_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
