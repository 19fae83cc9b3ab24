/* config_test.c: what a person writes in site.yaml, right and wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../unit/test_folder.h"
#include "core/file.h"
#include "site/config.h"

typedef struct place {
    mb_arena *arena;
    test_folder folder;
    mb_site_config config;
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

static int read_site(place *p, const char *yaml)
{
    write_file(p, "site.yaml", yaml);
    return mb_site_config_read(p->arena, p->folder, NULL, &p->config, &p->error);
}

static void packs_are_found_by_name_and_by_pattern_each_once(void **state)
{
    place *p = *state;
    write_file(p, "packs/b.txt", "");
    write_file(p, "packs/a.txt", "");
    write_file(p, "packs/notes.doc", "");
    write_file(p, "c.md", "");
    assert_int_equal(read_site(p, "title: T\npacks: [packs/*.txt, c.md, packs/a.txt]\n"), 0);
    assert_int_equal(p->config.packs.count, 3);
    assert_non_null(strstr(p->config.packs.items[0].data, "/c.md"));
    assert_non_null(strstr(p->config.packs.items[1].data, "/packs/a.txt"));
    assert_non_null(strstr(p->config.packs.items[2].data, "/packs/b.txt"));
}

static void a_pack_that_is_named_in_several_spellings_is_one(void **state)
{
    place *p = *state;
    write_file(p, "packs/a.txt", "");
    mb_slice yaml =
        mb_arena_printf(p->arena,
                        "title: T\npacks: [packs/a.txt, ./packs/a.txt, packs//a.txt, packs/../packs/./*.txt, "
                        "%s/packs/a.txt]\n",
                        p->folder);
    assert_int_equal(read_site(p, yaml.data), 0);
    assert_int_equal(p->config.packs.count, 1);
    assert_string_equal(p->config.packs.items[0].data, mb_path_join(p->arena, p->folder, "packs/a.txt"));
}

static void a_time_zone_is_one_of_the_database(void **state)
{
    place *p = *state;
    if (!mb_is_file("/usr/share/zoneinfo/tzdata.zi"))
        skip();
    assert_int_equal(read_site(p, "title: T\ntime_zone: Europe/London\n"), 0);
    assert_int_equal(read_site(p, "time_zone: Europe/Jersey\n"), 0);
    assert_int_equal(read_site(p, "time_zone: UTC\n"), 0);
    assert_int_equal(read_site(p, "title: T\ntime_zone: Europe/Lundon\n"), MB_EFORMAT);
    assert_int_equal(p->error.line, 2);
    assert_string_equal(p->error.message, "the tz database has no time zone 'Europe/Lundon'");
    assert_string_equal(p->error.advice, "did you mean 'Europe/London'?");
}

static void a_site_that_says_nothing_has_the_packs_in_its_folder(void **state)
{
    place *p = *state;
    write_file(p, "packs/a.txt", "");
    write_file(p, "packs/b.md", "");
    assert_int_equal(read_site(p, ""), 0);
    assert_int_equal(p->config.packs.count, 2);
    assert_string_equal(p->config.theme.data, MB_DEFAULT_THEME);
}

static void an_unknown_key_is_refused_with_its_place_and_a_suggestion(void **state)
{
    place *p = *state;
    assert_int_equal(read_site(p, "title: T\n\nteme: plain\n"), MB_EFORMAT);
    assert_int_equal(p->error.line, 3);
    assert_int_equal(p->error.column, 1);
    assert_non_null(strstr(p->error.file, "/site.yaml"));
    assert_non_null(strstr(p->error.message, "teme"));
    assert_non_null(strstr(p->error.advice[0] ? p->error.advice : p->error.message, "theme"));
}

static void a_value_of_the_wrong_type_is_refused_with_its_place(void **state)
{
    place *p = *state;
    assert_int_equal(read_site(p, "title: [a, b]\n"), MB_EFORMAT);
    assert_int_equal(p->error.line, 1);
    assert_int_equal(read_site(p, "title: T\npacks: {a: b}\n"), MB_EFORMAT);
    assert_int_equal(p->error.line, 2);
    assert_int_equal(read_site(p, "title: T\npacks:\n  - {a: b}\n"), MB_EFORMAT);
    assert_int_equal(p->error.line, 3);
}

static void a_mistake_in_the_yaml_has_its_place(void **state)
{
    place *p = *state;
    assert_int_equal(read_site(p, "title: T\npacks: [a\n"), MB_EFORMAT);
    assert_true(p->error.line >= 2);
}

static void a_pack_that_is_not_there_is_refused_with_its_line(void **state)
{
    place *p = *state;
    assert_int_equal(read_site(p, "title: T\npacks:\n  - packs/lost.txt\n"), MB_EIO);
    assert_int_equal(p->error.line, 3);
    assert_non_null(strstr(p->error.message, "packs/lost.txt"));
}

static void a_folder_without_site_yaml_is_no_site(void **state)
{
    place *p = *state;
    assert_int_equal(mb_site_config_read(p->arena, p->folder, NULL, &p->config, &p->error), MB_EIO);
    assert_non_null(strstr(p->error.message, "site.yaml"));
}

static void a_pattern_that_matches_no_file_is_refused_with_its_place(void **state)
{
    place *p = *state;
    write_file(p, "packs/a.txt", "");
    assert_int_equal(read_site(p, "title: T\npacks: papers/*.txt\n"), MB_EIO);
    assert_int_equal(p->error.line, 2);
    assert_int_equal(read_site(p, "packs: []\n"), MB_EIO);
    assert_int_equal(read_site(p, "packs: [papers/*.txt, packs/*.txt]\n"), 0);
}

static void a_pack_can_have_its_official_address_and_its_rank(void **state)
{
    place *p = *state;
    write_file(p, "packs/2025-11-04.txt", "");
    write_file(p, "packs/2025-11-04-supplement.txt", "");
    write_file(p, "a.txt", "");
    assert_int_equal(read_site(p, "packs:\n  - packs/*.txt\n  - file: a.txt\n    url: https://council.example/7\n"), 0);
    assert_int_equal(p->config.packs.count, 3);
    assert_non_null(strstr(p->config.packs.items[0].data, "/a.txt"));
    assert_string_equal(p->config.urls[0].data, "https://council.example/7");
    assert_int_equal(p->config.ranks[0], 2);
    assert_non_null(strstr(p->config.packs.items[1].data, "supplement"));
    assert_int_equal(p->config.ranks[1], 1);
    assert_int_equal(p->config.ranks[2], 0);
    assert_null(p->config.urls[2].data);
    assert_int_equal(read_site(p, "packs:\n  - fiel: a.txt\n"), MB_EFORMAT);
    assert_int_equal(p->error.line, 2);
    assert_int_equal(read_site(p, "packs:\n  - url: https://council.example/7\n"), MB_EFORMAT);
}

static void panels_are_described(void **state)
{
    place *p = *state;
    assert_int_equal(read_site(p, "panels:\n"
                                  "  - name: Roads Panel\n"
                                  "    other_names: [Streets Panel, Highways Panel]\n"
                                  "    description: Looks after roads.\n"
                                  "    members:\n"
                                  "      - name: Ann Lee\n"
                                  "        party: Independent\n"),
                     0);
    const mb_config_panel *panel = p->config.panels.items[0];
    assert_string_equal(panel->name.data, "Roads Panel");
    assert_string_equal(panel->other_names.items[1].data, "Highways Panel");
    const mb_config_member *member = panel->members.items[0];
    assert_string_equal(member->party.data, "Independent");
}

static void a_mistake_in_a_panel_has_its_place(void **state)
{
    static const struct {
        const char *yaml;
        unsigned line;
    } cases[] = {
        {"panels: Roads Panel\n", 1},
        {"panels:\n  - Roads Panel\n", 2},
        {"panels:\n  - name: Roads Panel\n    naem: x\n", 3},
        {"panels:\n  - other_names: [x]\n", 2},
        {"panels:\n  - name: Roads Panel\n    members: Ann Lee\n", 3},
        {"panels:\n  - name: Roads Panel\n    members:\n      - party: x\n", 4},
        {"panels:\n  - name: \"!!!\"\n", 2},
        {"panels:\n  - name: Roads Panel\n  - name: Rivers Panel\n  - name: Roads - panel\n", 4},
    };
    place *p = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(read_site(p, cases[i].yaml), MB_EFORMAT);
        assert_int_equal(p->error.line, cases[i].line);
    }
}

/* --- Several mistakes --- */

typedef struct complaints {
    unsigned lines[MB_MOST_PROBLEMS];
    char advice[MB_MOST_PROBLEMS][512];
    unsigned count;
} complaints;

static void hear(void *context, const mb_error *error)
{
    complaints *heard = context;
    heard->lines[heard->count] = error->line;
    strcpy(heard->advice[heard->count++], error->advice);
}

static void every_mistake_is_told_in_one_run(void **state)
{
    place *p = *state;
    complaints heard = {.count = 0};
    mb_problems problems = {hear, &heard, 0};
    write_file(p, "people.yaml", "- name: Ann Lee\n  hide: [phon]\n");
    write_file(p, "site.yaml",
               "titel: T\n"
               "url: council.example\n"
               "panels:\n"
               "  - name: Roads Panel\n"
               "    colour: blue\n"
               "    members: [{naem: Ann Lee}]\n"
               "packs: [packs/a.txt, packs/b.txt]\n"
               "deadlines:\n"
               "  - {purpose: questions, days: many, counting: clear, calendar: working, time: 5pm}\n");
    assert_int_equal(mb_site_config_read(p->arena, p->folder, &problems, &p->config, &p->error), MB_EFORMAT);
    static const unsigned lines[] = {1, 2, 5, 6, 6, 9, 9, 9, 7, 7, 2};
    assert_int_equal(heard.count, sizeof lines / sizeof *lines);
    for (size_t i = 0; i < heard.count; i++)
        assert_int_equal(heard.lines[i], lines[i]);
    assert_int_equal(p->error.line, 1);
    assert_string_equal(heard.advice[0], "did you mean 'title'?");
    assert_string_equal(heard.advice[3], "did you mean 'name'?");
    assert_string_equal(heard.advice[10], "did you mean 'phone'?");
}

static void people_yaml_is_a_list_that_does_not_contradict_itself(void **state)
{
    place *p = *state;
    write_file(p, "people.yaml", "Ann Lee\n");
    assert_int_equal(read_site(p, "title: T\n"), MB_EFORMAT);
    assert_int_equal(p->error.line, 1);
    write_file(p, "people.yaml", "- name: Ann Lee\n  hide: [page]\n  show: [page]\n");
    assert_int_equal(read_site(p, "title: T\n"), MB_EFORMAT);
    assert_int_equal(p->error.line, 3);
    write_file(p, "people.yaml", "# nobody yet\n");
    assert_int_equal(read_site(p, "title: T\n"), 0);
    write_file(p, "people.yaml", "- name: Ann Lee\n  hide: [phone, email]\n");
    assert_int_equal(read_site(p, "title: T\n"), 0);
    assert_true(((mb_config_person *)p->config.people.items[0])->hide_email);
}

static void a_site_can_say_all_of_this(void **state)
{
    place *p = *state;
    assert_int_equal(read_site(p, "language: cy\ntime_zone: Europe/London\nlicence: Open\n"
                                  "settings: {accent: blue, year: 2026}\n"
                                  "navigation: [{title: About, url: /about/}]\n"
                                  "links: [{title: The council, url: https://council.example/}]\n"
                                  "deadlines:\n  - {purpose: petition, days: 3, counting: ordinary, calendar: all, "
                                  "time: \"12:00\", panels: [Roads Panel]}\n"
                                  "holidays: {added: [2026-06-15]}\n"),
                     0);
    assert_string_equal(p->config.language.data, "cy");
    assert_string_equal(p->config.licence->title.data, "Open");
    const mb_form_pair *year = p->config.settings.items[1];
    assert_string_equal(year->value.data, "2026");
    const mb_config_link *about = p->config.navigation.items[0];
    assert_string_equal(about->url.data, "/about/");
    const mb_config_deadline *petition = p->config.deadlines.items[0];
    assert_int_equal(petition->days, 3);
    assert_int_equal(petition->panels.count, 1);
    assert_int_equal(p->config.holidays.added.count, 1);
}

static void a_value_that_no_page_could_use_is_refused(void **state)
{
    static const char *const wrong[] = {
        "url: javascript:alert(1)\n",
        "url: https://council.example/?page=1\n",
        "panels: [{name: A, members: [{name: B, portrait: a/../../b.jpg}]}]\n",
        "language: English please\n",
        "time_zone: London\n",
        "navigation: [{title: About}]\n",
        "links: [{title: x, url: \"javascript:x\"}]\n",
        "settings: [accent]\n",
        "settings: {accent: [blue]}\n",
        "holidays: {added: [Monday]}\n",
        "licence: [x]\n",
        "panels: [{name: P, members: [{name: A, portrait: ../../secret.png}]}]\n",
        "panels: [{name: P, members: [{name: A, portrait: /etc/passwd}]}]\n",
        "deadlines: [{purpose: question, days: -1, counting: clear, calendar: all, time: \"12:00\"}]\n",
        "title: {a: b}\n",
        "just text\n",
    };
    place *p = *state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(read_site(p, wrong[i]), MB_EFORMAT);
        assert_int_equal(p->error.line, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_place(packs_are_found_by_name_and_by_pattern_each_once),
        in_place(a_pack_that_is_named_in_several_spellings_is_one),
        in_place(a_time_zone_is_one_of_the_database),
        in_place(a_site_that_says_nothing_has_the_packs_in_its_folder),
        in_place(a_pattern_that_matches_no_file_is_refused_with_its_place),
        in_place(an_unknown_key_is_refused_with_its_place_and_a_suggestion),
        in_place(a_value_of_the_wrong_type_is_refused_with_its_place),
        in_place(a_mistake_in_the_yaml_has_its_place),
        in_place(a_pack_that_is_not_there_is_refused_with_its_line),
        in_place(a_pack_can_have_its_official_address_and_its_rank),
        in_place(panels_are_described),
        in_place(a_mistake_in_a_panel_has_its_place),
        in_place(a_folder_without_site_yaml_is_no_site),
        in_place(every_mistake_is_told_in_one_run),
        in_place(people_yaml_is_a_list_that_does_not_contradict_itself),
        in_place(a_site_can_say_all_of_this),
        in_place(a_value_that_no_page_could_use_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
