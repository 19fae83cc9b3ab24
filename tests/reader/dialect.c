/* dialect.c: vocabularies: what a phrase matches, what a file can say, and the message for each mistake in it. */
#include "reading_of.h"

#include <sys/stat.h>
#include <unistd.h>

#include "core/file.h"
#include "reader/dialect/dialect.h"

#define BASE "name: base\nphrases:\n  body: [Panel]\n"

/* A new folder with these files: name, content, name, content, …, NULL. */
static const char *folder_of(const char *const *files)
{
    static const char pattern[] = "/tmp/minutebook-dialects-XXXXXX";
    char *folder = mb_arena_alloc(kept, sizeof pattern);
    memcpy(folder, pattern, sizeof pattern);
    assert_non_null(mkdtemp(folder));
    for (; *files; files += 2)
        assert_int_equal(mb_file_write(mb_path_join(kept, folder, files[0]), mb_slice_of(files[1]), NULL), 0);
    return folder;
}

static void remove_folder(const char *folder)
{
    mb_strings files = {0};
    mb_folder_list(kept, folder, "*", &files, NULL);
    for (uint32_t i = 0; i < files.count; i++)
        unlink(mb_path_join(kept, folder, files.items[i].data));
    rmdir(folder);
}

static void free_dialects(void *dialects)
{
    mb_dialects_free(dialects);
}

static int load(const char *const *files, mb_dialects **dialects, mb_error *error)
{
    const char *folder = folder_of(files);
    int code = mb_dialects_load(&folder, 1, dialects, error);
    remove_folder(folder);
    if (code == 0)
        mb_arena_defer(kept, free_dialects, *dialects);
    return code;
}
#define FILES(...)                                                                                                     \
    (const char *const[])                                                                                              \
    {                                                                                                                  \
        __VA_ARGS__, NULL                                                                                              \
    }

static const mb_dialects *loaded(const char *const *files)
{
    mb_dialects *dialects = NULL;
    mb_error error = {0};
    if (load(files, &dialects, &error) != 0)
        fail_msg("%s:%u: %s", error.file, error.line, error.message);
    return dialects;
}

static const mb_dialect *chosen(const mb_dialects *dialects, const char *name, const char *source)
{
    const mb_dialect *dialect = NULL;
    assert_int_equal(mb_dialect_choose(dialects, name, mb_slice_of(source), &dialect, NULL), 0);
    return dialect;
}

static void assert_refused_at(const char *const *files, uint32_t line, const char *words, const char *advice,
                              const char *source, int at_line)
{
    mb_dialects *dialects = NULL;
    mb_error error = {0};
    int code = load(files, &dialects, &error);
    bool right = code == MB_EFORMAT && error.line == line && strstr(error.message, words) &&
                 (!advice || strstr(error.advice, advice) || strstr(error.message, advice));
    if (!right) {
        print_error("code %d, line %u: %s (%s)\n", code, error.line, error.message, error.advice);
        _fail(source, at_line);
    }
}
#define assert_refused(files, line, words, advice) assert_refused_at(files, line, words, advice, __FILE__, __LINE__)

static void the_longest_phrase_counts(void **state)
{
    (void)state;
    const mb_dialect *dialect =
        chosen(loaded(FILES("a.yaml", "name: a\nphrases:\n  office:\n    Chair: [Chair, Chair of the Panel]\n"
                                      "    Vice-Chair: [Chair of]\n")),
               NULL, "");
    mb_hit hit;
    assert_true(mb_starts_with(dialect, mb_group_office, MB_TEXT("Chair of the Panel, Ann Ogle"), &hit));
    assert_int_equal(hit.end, strlen("Chair of the Panel"));
    assert_slice(hit.value, "Chair");
    assert_true(mb_starts_with(dialect, mb_group_office, MB_TEXT("Chair of us"), &hit));
    assert_slice(hit.value, "Vice-Chair");
}

static void a_phrase_is_whole_words_only(void **state)
{
    (void)state;
    const mb_dialect *dialect = chosen(loaded(FILES("a.yaml", BASE)), NULL, "");
    mb_hit hit;
    assert_true(mb_contains(dialect, mb_group_body, MB_TEXT("the Parks Panel's view"), &hit));
    assert_false(mb_contains(dialect, mb_group_body, MB_TEXT("Panels of glass"), &hit));
    assert_false(mb_contains(dialect, mb_group_body, MB_TEXT("SubPanel"), &hit));
    assert_false(mb_contains(dialect, mb_group_body, MB_TEXT("Panelé"), &hit));
    assert_true(mb_is_phrase(dialect, mb_group_body, MB_TEXT("PANEL:")));
    assert_false(mb_is_phrase(dialect, mb_group_body, MB_TEXT("Panel today")));
}

static void case_spaces_and_the_shape_of_quotes_and_dashes_do_not_matter(void **state)
{
    (void)state;
    const mb_dialect *dialect = chosen(
        loaded(FILES("a.yaml", "name: a\nphrases:\n  present-label: [\"Members' roll - present\"]\n")), NULL, "");
    static const char *const shapes[] = {"Members' roll - present", "MEMBERS\u2019 ROLL \u2013 PRESENT",
                                         "members\u2018  roll \u2014\tpresent", "Members' roll\u00A0- present",
                                         "Members' roll \u2011 present: Ann"};
    for (size_t i = 0; i < COUNT_OF(shapes); i++)
        assert_true(mb_starts_with(dialect, mb_group_present_label, mb_slice_of(shapes[i]), NULL));
    assert_false(mb_starts_with(dialect, mb_group_present_label, MB_TEXT("Members' roll-present"), NULL));
}

static void a_phrase_set_in_bold_is_found_with_its_marks(void **state)
{
    (void)state;
    mb_reader reader = reader_with("uk");
    mb_hit hit;
    assert_true(mb_is_phrase(reader.dialect, mb_group_agenda_heading, MB_TEXT("**AGENDA**")));
    assert_true(mb_starts_with(reader.dialect, mb_group_date_label, MB_TEXT("**Date:** 3rd June"), &hit));
    assert_int_equal(hit.end, strlen("**Date"));
}

static void a_phrase_of_one_letter_is_a_word_too(void **state)
{
    (void)state;
    const mb_dialect *dialect = chosen(
        loaded(FILES("a.yaml", "name: a\nphrases:\n  none: [a, \"&\", an eye, i see, \u00e9t\u00e9]\n")), NULL, "");
    static const char *const starts[] = {"a",          "A hat", "a, b",           "&", "&c", "an  eye",
                                         "**an** eye", "*a*",   "\u00e9t\u00e9 1"};
    for (size_t i = 0; i < COUNT_OF(starts); i++)
        assert_true(mb_starts_with(dialect, mb_group_none, mb_slice_of(starts[i]), NULL));
    static const char *const others[] = {"", "as", "an", "a1", "an eyelid", "\u00e8t\u00e9", "b"};
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_false(mb_starts_with(dialect, mb_group_none, mb_slice_of(others[i]), NULL));
}

/* One walk along a sentence answers for all groups: what it says is what a walk for each would have said. */
static void a_reading_finds_what_the_dialect_finds(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Councillor Ann Ogle moved, and Councillor Bo Tarn seconded, the amendment; it was **CARRIED** by 5 votes to "
        "2.",
        "The Panel RESOLVED to note the report\tand asked if the Vice\u2013Chair could attend.",
        "Apologies were received from Mr. Cole, Dr\u00A0Dale & the Officers' Clerk; no one substituted for them.",
        "Chairs and Panels",
        "The Chairman declared the meeting\nclosed, and on behalf\nof all thanked those who had\nmoved, by a\nsingle "
        "vote, AGENDA\n",
        "",
        "*",
        "\u2019\u2014",
    };
    const mb_dialect *dialect = chosen(shipped, "uk", ""), *reading = mb_dialect_for_reading(kept, dialect, NULL);
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        for (unsigned group = 0; group < mb_group_count; group++) {
            mb_hit one = {0}, other = {0};
            mb_slice text = mb_slice_of(texts[i]);
            for (size_t at = 0; mb_find_phrase(dialect, group, text, at, &one); at = one.end) {
                assert_true(mb_find_phrase(reading, group, text, at, &other));
                assert_int_equal(one.start, other.start);
                assert_int_equal(one.end, other.end);
            }
            assert_false(mb_find_phrase(reading, group, text, one.end, &other));
        }
}

static void a_phrase_of_one_group_is_none_of_another(void **state)
{
    (void)state;
    const mb_dialect *dialect = chosen(loaded(FILES("a.yaml", BASE)), NULL, "");
    assert_false(mb_starts_with(dialect, mb_group_council, MB_TEXT("Panel"), NULL));
}

static void a_dialect_has_the_phrases_of_the_one_it_extends_and_its_own(void **state)
{
    (void)state;
    const mb_dialects *dialects =
        loaded(FILES("a.yaml", "name: hill\nextends: base\ncouncil: Hill Council\nphrases:\n  body: [Moot]\n", "b.yaml",
                     BASE "abbreviations: [SEND]\n"));
    const mb_dialect *hill = chosen(dialects, "hill", ""), *base = chosen(dialects, "base", "");
    assert_true(mb_is_phrase(hill, mb_group_body, MB_TEXT("Moot")));
    assert_true(mb_is_phrase(hill, mb_group_body, MB_TEXT("Panel")));
    assert_false(mb_is_phrase(base, mb_group_body, MB_TEXT("Moot")));
    assert_slice(mb_dialect_council(hill), "Hill Council");
    assert_slice(mb_dialect_council(base), NULL);
    assert_int_equal(mb_dialect_abbreviations(hill)->count, 1);
}

static void the_dialect_with_the_most_marks_in_the_pack_is_chosen(void **state)
{
    (void)state;
    const mb_dialects *dialects =
        loaded(FILES("a.yaml", BASE, "b.yaml", "name: hill\nextends: base\nmarks: [Hill Council]\n", "c.yaml",
                     "name: dale\nextends: base\nmarks: [Dale Council, dale.example]\n"));
    assert_slice(mb_dialect_name(chosen(dialects, NULL, "Hill Council\nPapers")), "hill");
    assert_slice(mb_dialect_name(chosen(dialects, NULL, "Hill Council met Dale Council at www.dale.example")), "dale");
    assert_slice(mb_dialect_name(chosen(dialects, NULL, "Vale Council")), "base");
    assert_slice(mb_dialect_name(chosen(dialects, "hill", "Dale Council")), "hill");
}

static void a_dialect_that_does_not_exist_is_refused_with_the_names_of_those_that_do(void **state)
{
    (void)state;
    const mb_dialect *dialect = NULL;
    mb_error error = {0};
    assert_int_equal(mb_dialect_choose(shipped, "wessex", MB_TEXT(""), &dialect, &error), MB_EUSAGE);
    assert_non_null(strstr(error.message, "'wessex'"));
    assert_non_null(strstr(error.advice, "bathnes, uk"));
}

static void a_file_of_a_later_folder_replaces_the_dialect_of_that_name(void **state)
{
    (void)state;
    const char *folders[] = {folder_of(FILES("a.yaml", BASE)),
                             folder_of(FILES("mine.yaml", "name: base\nphrases:\n  body: [Moot]\n"))};
    mb_dialects *dialects = NULL;
    assert_int_equal(mb_dialects_load(folders, 2, &dialects, NULL), 0);
    mb_arena_defer(kept, free_dialects, dialects);
    remove_folder(folders[0]);
    remove_folder(folders[1]);
    assert_true(mb_is_phrase(chosen(dialects, "base", ""), mb_group_body, MB_TEXT("Moot")));
    assert_false(mb_is_phrase(chosen(dialects, "base", ""), mb_group_body, MB_TEXT("Panel")));
}

static void an_unknown_key_is_refused_with_its_line_and_the_nearest_name(void **state)
{
    (void)state;
    assert_refused(FILES("a.yaml", "name: a\nphrases:\n  body: [Panel]\n  bodys: [Moot]\n"), 4, "'bodys'", "'body'");
    assert_refused(FILES("a.yaml", "name: a\nextend: uk\n"), 2, "'extend'", "'extends'");
}

static void a_mistake_in_the_yaml_is_refused_with_its_line(void **state)
{
    (void)state;
    mb_dialects *dialects = NULL;
    mb_error error = {0};
    assert_int_equal(load(FILES("a.yaml", "name: a\nphrases:\n  body: [Panel\n"), &dialects, &error), MB_EFORMAT);
    assert_true(error.line >= 3);
    assert_non_null(strstr(error.file, "a.yaml"));
}

static void phrases_of_the_wrong_type_are_refused_with_their_line(void **state)
{
    (void)state;
    assert_refused(FILES("a.yaml", "name: a\nphrases:\n  body: Panel\n"), 3, "list of phrases", NULL);
    assert_refused(FILES("a.yaml", "name: a\nphrases:\n  body: [Panel, \"\"]\n"), 3, "isn't empty", NULL);
    assert_refused(FILES("a.yaml", "name: a\nphrases:\n  office:\n    Chair: Chairman\n"), 4, "list of phrases", NULL);
    assert_refused(FILES("a.yaml", "name: a\nphrases: [Panel]\n"), 2, "groups of phrases", NULL);
    assert_refused(FILES("a.yaml", "council: Hill Council\n"), 1, "needs a name", NULL);
    assert_refused(FILES("a.yaml", "- Panel\n"), 1, "mapping", NULL);
}

static void dialects_that_extend_one_another_in_a_circle_are_refused(void **state)
{
    (void)state;
    assert_refused(FILES("a.yaml", "name: a\nextends: b\n", "b.yaml", "name: b\nextends: a\n"), 1, "circle", NULL);
}

static void a_dialect_that_extends_nothing_there_is_refused(void **state)
{
    (void)state;
    assert_refused(FILES("a.yaml", "name: a\nextends: wessex\n"), 2, "'wessex'", NULL);
}

static void a_folder_without_dialects_is_refused(void **state)
{
    (void)state;
    mb_dialects *dialects = NULL;
    mb_error error = {0};
    assert_int_equal(load(FILES("readme.txt", "name: a\n"), &dialects, &error), MB_EIO);
    assert_non_null(strstr(error.message, "no dialect"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longest_phrase_counts),
        cmocka_unit_test(a_phrase_is_whole_words_only),
        cmocka_unit_test(case_spaces_and_the_shape_of_quotes_and_dashes_do_not_matter),
        cmocka_unit_test(a_phrase_set_in_bold_is_found_with_its_marks),
        cmocka_unit_test(a_phrase_of_one_letter_is_a_word_too),
        cmocka_unit_test(a_reading_finds_what_the_dialect_finds),
        cmocka_unit_test(a_phrase_of_one_group_is_none_of_another),
        cmocka_unit_test(a_dialect_has_the_phrases_of_the_one_it_extends_and_its_own),
        cmocka_unit_test(the_dialect_with_the_most_marks_in_the_pack_is_chosen),
        cmocka_unit_test(a_dialect_that_does_not_exist_is_refused_with_the_names_of_those_that_do),
        cmocka_unit_test(a_file_of_a_later_folder_replaces_the_dialect_of_that_name),
        cmocka_unit_test(an_unknown_key_is_refused_with_its_line_and_the_nearest_name),
        cmocka_unit_test(a_mistake_in_the_yaml_is_refused_with_its_line),
        cmocka_unit_test(phrases_of_the_wrong_type_are_refused_with_their_line),
        cmocka_unit_test(dialects_that_extend_one_another_in_a_circle_are_refused),
        cmocka_unit_test(a_dialect_that_extends_nothing_there_is_refused),
        cmocka_unit_test(a_folder_without_dialects_is_refused),
    };
    return run_reader_tests(tests);
}
