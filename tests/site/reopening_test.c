/* reopening_test.c: a site that is opened again after an edit is the same, to the byte, as one that is opened afresh. */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <minutebook.h>

#include "../unit/test_folder.h"
#include "core/file.h"
#include "core/stamp.h"

/* Under valgrind fewer are asked for. */
#define EDITS      30
#define MOST_PACKS 12
#define CEILING    ((size_t)16 << 20)

/* The papers that are edited, and those that are copied under other names. */
static const char *const papers[] = {"2025-09-09.txt", "2025-11-04.txt", "2026-02-03-planning.md"};
#define PAPERS (sizeof papers / sizeof *papers)

typedef struct workshop {
    test_folder folder;
    mb_arena *arena;
    const char *packs[MOST_PACKS];
    uint32_t count, chance;
} workshop;

/* The same edits in each run. */
static uint32_t any_below(workshop *w, size_t count)
{
    w->chance = w->chance * 1664525 + 1013904223;
    return (uint32_t)((uint64_t)(w->chance >> 8) * count >> 24);
}

static mb_slice read_text(const workshop *w, const char *path)
{
    mb_slice text;
    assert_int_equal(mb_file_read(w->arena, path, CEILING, &text, NULL), 0);
    return text;
}

static void write_parts(const char *path, mb_slice before, mb_slice between, mb_slice after)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    const mb_slice parts[] = {before, between, after};
    for (size_t i = 0; i < 3; i++)
        assert_true(parts[i].size == 0 || fwrite(parts[i].data, 1, parts[i].size, file) == parts[i].size);
    assert_int_equal(fclose(file), 0);
}

/* --- The edits --- */

static void add_pack(workshop *w)
{
    if (w->count == MOST_PACKS)
        return;
    const char *path = mb_arena_printf(w->arena, "%s/packs/%08x.txt", w->folder, any_below(w, 1 << 24)).data;
    const char *from = mb_path_join(w->arena, MB_EXAMPLE_SITE "/packs", papers[any_below(w, PAPERS)]);
    w->packs[w->count++] = path;
    write_parts(path, read_text(w, from), MB_TEXT("\n"), MB_NOTHING);
}

static void remove_pack(workshop *w)
{
    if (w->count < 2)
        return;
    uint32_t removed = any_below(w, w->count);
    assert_int_equal(unlink(w->packs[removed]), 0);
    w->packs[removed] = w->packs[--w->count];
}

static mb_slice any_line(workshop *w, mb_slice text)
{
    size_t at = any_below(w, text.size), end = at;
    while (at > 0 && text.data[at - 1] != '\n')
        at--;
    while (end < text.size && text.data[end] != '\n')
        end++;
    return mb_slice_between(text.data + at, text.data + end);
}

/* A name or the first word of a sentence; empty where the line has none. */
static mb_slice capitalised_word(mb_slice line)
{
    size_t at = 0, end;
    while (at < line.size && !isupper((unsigned char)line.data[at]))
        at++;
    for (end = at; end < line.size && isalpha((unsigned char)line.data[end]);)
        end++;
    return mb_slice_between(line.data + at, line.data + end);
}

static void replace(const char *path, mb_slice text, mb_slice old, mb_slice new)
{
    write_parts(path, mb_slice_between(text.data, old.data), new,
                mb_slice_between(mb_slice_end(old), mb_slice_end(text)));
}

static void change_words(workshop *w)
{
    for (int i = 0; i < 12; i++) {
        const char *path = w->packs[any_below(w, w->count)];
        mb_slice text = read_text(w, path);
        mb_slice old = capitalised_word(any_line(w, text)), new = capitalised_word(any_line(w, text));
        if (old.size && new.size)
            replace(path, text, old, new);
    }
}

static void drop_line(workshop *w)
{
    const char *path = w->packs[any_below(w, w->count)];
    mb_slice text = read_text(w, path);
    replace(path, text, any_line(w, text), MB_NOTHING);
}

static void move_line(workshop *w)
{
    const char *path = w->packs[any_below(w, w->count)];
    mb_slice text = read_text(w, path), line = any_line(w, text), there = any_line(w, text);
    write_parts(path, mb_slice_between(text.data, there.data), line, mb_slice_between(there.data, mb_slice_end(text)));
}

/* Of whom the papers have a telephone number. */
#define CLERK "- name: Callum Breage\n  hide: [page, phone]\n"

static void hide_clerk(workshop *w)
{
    write_parts(mb_path_join(w->arena, w->folder, "people.yaml"), MB_TEXT(CLERK), MB_NOTHING, MB_NOTHING);
}

/* Their clerk's number, as it is printed and otherwise. */
static const char *const numbers[] = {"01632 960145", "01632/960 146", "+44 1632 960145", "01632 960147"};
#define NUMBERS (sizeof numbers / sizeof *numbers)

/* A line has a number, or has one no more: what is hidden comes and goes, in packs that had none of it. */
static void write_number(workshop *w)
{
    const char *path = w->packs[any_below(w, w->count)];
    mb_slice text = read_text(w, path), line = any_line(w, text);
    const mb_slice end = {mb_slice_end(line), 0};
    replace(path, text, end,
            mb_arena_printf(w->arena, " Ring %s, or write to callum.breage@wexcombe.example.",
                            numbers[any_below(w, NUMBERS)]));
}

/* The clerk of one pack has another number, so that another one is hidden. */
static void change_number(workshop *w)
{
    const char *path = w->packs[any_below(w, w->count)];
    mb_slice text = read_text(w, path), old = MB_TEXT("example 01632 960145");
    size_t at = mb_slice_find(text, old, 0);
    if (at != SIZE_MAX)
        replace(path, text, mb_slice_first(mb_slice_from(text, at), old.size), MB_TEXT("example 01632 960147"));
}

static void change_people(workshop *w)
{
    const char *path = mb_path_join(w->arena, w->folder, "people.yaml");
    const mb_slice name = capitalised_word(any_line(w, read_text(w, w->packs[0])));
    const mb_slice rest[] = {MB_TEXT(" Hartwell\n"), MB_TEXT(" Hartwell\n  hide: [page, phone, email]\n")};
    write_parts(path, MB_TEXT("- name: "), name.size ? name : MB_TEXT("Ann"), rest[any_below(w, 2)]);
}

/* A layout changes, comes or goes; with the last one of a kind its pages do. */
static void change_layouts(workshop *w)
{
    static const char *const names[] = {"layouts/home.md", "layouts/meeting.md", "layouts/calendar.md",
                                        "feeds/meetings.txt.lua"};
    static const char *const texts[] = {"# One\n", "# Two of ${site.title}\n"};
    uint32_t chosen = any_below(w, sizeof names / sizeof *names);
    const char *path = mb_path_join(w->arena, w->folder, names[chosen]);
    if (mb_is_file(path) && any_below(w, 2))
        assert_int_equal(unlink(path), 0);
    else
        assert_int_equal(
            mb_file_write(path, mb_slice_of(chosen == 3 ? "emit(\"three\")\n" : texts[any_below(w, 2)]), NULL), 0);
}

static void (*const edits[])(workshop *) = {add_pack,       remove_pack,  change_words,  change_words,  change_words,
                                            drop_line,      move_line,    change_people, hide_clerk,    change_layouts,
                                            change_layouts, write_number, hide_clerk,    change_number, write_number};

/* --- What is the same --- */

static mb_site *open_site(const workshop *w, const mb_site *previous)
{
    mb_site_options options = MB_SITE_OPTIONS;
    mb_site *site = NULL;
    mb_error error = {0};
    options.today = "2025-10-01";
    options.previous = previous;
    if (mb_site_open(w->folder, &options, &site, &error))
        fail_msg("%s", error.message);
    return site;
}

static void assert_same_json(const mb_site *site, const mb_site *other)
{
    char *one, *two;
    size_t size, other_size;
    assert_int_equal(mb_site_json(site, &one, &size, NULL), 0);
    assert_int_equal(mb_site_json(other, &two, &other_size, NULL), 0);
    assert_int_equal(size, other_size);
    assert_memory_equal(one, two, size);
    mb_free(one);
    mb_free(two);
}

static void assert_same_findings(const mb_site *site, const mb_site *other)
{
    assert_int_equal(mb_site_finding_count(site), mb_site_finding_count(other));
    for (size_t i = 0; i < mb_site_finding_count(site); i++) {
        const mb_finding *one = mb_site_finding(site, i), *two = mb_site_finding(other, i);
        assert_string_equal(one->file, two->file);
        assert_string_equal(one->message, two->message);
        assert_int_equal(one->line, two->line);
    }
}

static void assert_same_pages(const mb_site *site, const mb_site *other)
{
    assert_int_equal(mb_site_file_count(site), mb_site_file_count(other));
    for (size_t i = 0; i < mb_site_file_count(site); i++)
        assert_string_equal(mb_site_file(site, i), mb_site_file(other, i));
}

static void assert_same_file(const mb_site *site, const mb_site *other, const char *path)
{
    char *one, *two;
    size_t size, other_size;
    assert_int_equal(mb_site_make_file(site, path, &one, &size, NULL), 0);
    assert_int_equal(mb_site_make_file(other, path, &two, &other_size, NULL), 0);
    assert_int_equal(size, other_size);
    assert_memory_equal(one, two, size);
    mb_free(one);
    mb_free(two);
}

static void assert_some_files_are_the_same(workshop *w, const mb_site *site, const mb_site *other)
{
    assert_same_file(site, other, "index.html");
    for (int i = 0; i < 5; i++)
        assert_same_file(site, other, mb_site_file(site, any_below(w, mb_site_file_count(site))));
}

static int wanted_edits = EDITS;

static void any_edits_leave_what_a_fresh_reading_gives(void **state)
{
    workshop *w = *state;
    mb_site *shown = open_site(w, NULL);
    for (int i = 0; i < wanted_edits; i++) {
        edits[any_below(w, sizeof edits / sizeof *edits)](w);
        mb_site *next = open_site(w, shown), *fresh = open_site(w, NULL);
        assert_same_json(next, fresh);
        assert_same_findings(next, fresh);
        assert_same_pages(next, fresh);
        assert_some_files_are_the_same(w, next, fresh);
        mb_site_close(fresh);
        mb_site_close(shown);
        shown = next;
    }
    mb_site_close(shown);
}

/* Pages that are still being made hold the site that they began with. */
static void the_site_before_stays_as_it_was(void **state)
{
    workshop *w = *state;
    mb_site *before = open_site(w, NULL), *same = open_site(w, NULL);
    change_words(w);
    mb_site *after = open_site(w, before);
    assert_same_json(before, same);
    mb_site_close(before);
    mb_site_close(after);
    mb_site_close(same);
}

/* A pack that has nothing of what is hidden has something of it when the clerk's number is another one. */
static void what_is_hidden_later_is_hidden_in_packs_that_had_nothing_of_it(void **state)
{
    workshop *w = *state;
    const mb_slice meeting = MB_TEXT("The Democratic Services Officer for this meeting is Callum Breage who can be "
                                     "contacted on callum.breage@wexcombe.example 01632 960145.\n");
    const char *called = mb_path_join(w->arena, w->folder, "packs/called.txt");
    const char *other = mb_path_join(w->arena, w->folder, "packs/other.txt");
    mb_slice text = read_text(w, MB_EXAMPLE_SITE "/packs/2025-09-09.txt");
    size_t at = mb_slice_find(text, meeting, 0);
    assert_true(at < text.size);
    write_parts(called, text, MB_NOTHING, MB_NOTHING);
    write_parts(other, MB_TEXT("Roads Panel\n\nTuesday, 3rd March, 2026\n\nRing 01632 960147.\n"), MB_NOTHING,
                MB_NOTHING);
    while (w->count > 0)
        assert_int_equal(unlink(w->packs[--w->count]), 0);
    hide_clerk(w);
    mb_site *before = open_site(w, NULL);
    replace(called, text, mb_slice_first(mb_slice_from(text, at), meeting.size),
            MB_TEXT("The Democratic Services Officer for this meeting is Callum Breage who can be contacted on "
                    "callum.breage@wexcombe.example 01632 960147.\n"));
    mb_site *after = open_site(w, before), *fresh = open_site(w, NULL);
    assert_same_json(after, fresh);
    mb_site_close(before);
    mb_site_close(after);
    mb_site_close(fresh);
}

/* Packs that could have changed once more in the tick in which they were read are read again. */
static void wait_for_tick(void)
{
    const struct timespec pause = {0, 2 * MB_STAMP_TICK_MS * 1000000};
    nanosleep(&pause, NULL);
}

/* The list of files is kept where only the words of a layout changed; it is no part of the site before. */
static void all_files_are_made_after_the_site_before_is_closed(void **state)
{
    workshop *w = *state;
    const char *layout = mb_path_join(w->arena, w->folder, "layouts/home.md");
    assert_int_equal(mb_file_write(layout, MB_TEXT("# One\n"), NULL), 0);
    wait_for_tick();
    mb_site *before = open_site(w, NULL);
    assert_int_equal(mb_file_write(layout, MB_TEXT("# Another\n"), NULL), 0);
    mb_site *after = open_site(w, before), *fresh = open_site(w, NULL);
    mb_site_close(before);
    assert_same_pages(after, fresh);
    for (size_t i = 0; i < mb_site_file_count(after); i++)
        assert_same_file(after, fresh, mb_site_file(after, i));
    mb_site_close(after);
    mb_site_close(fresh);
}

static int begin(void **state)
{
    workshop *w = calloc(1, sizeof *w);
    *state = w;
    if (!make_test_folder(w->folder) || mb_arena_new((size_t)1 << 30, &w->arena))
        return 1;
    if (mb_arena_guard(w->arena))
        return 1;
    const mb_slice site =
        MB_TEXT("title: Edited\ncouncil: Wexcombe and Harle Council\ntheme: plain\npacks: packs/*.txt\n");
    if (mb_file_write(mb_path_join(w->arena, w->folder, "site.yaml"), site, NULL) ||
        mb_file_write(mb_path_join(w->arena, w->folder, "packs/none"), MB_TEXT(""), NULL))
        return 1;
    for (int i = 0; i < 4; i++)
        add_pack(w);
    return 0;
}

static int end(void **state)
{
    workshop *w = *state;
    mb_arena_free(w->arena);
    int code = remove_test_folder(w->folder);
    free(w);
    return code;
}
#define in_a_workshop(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(int count, char **arguments)
{
    if (count > 1)
        wanted_edits = atoi(arguments[1]);
    const struct CMUnitTest tests[] = {
        in_a_workshop(any_edits_leave_what_a_fresh_reading_gives),
        in_a_workshop(the_site_before_stays_as_it_was),
        in_a_workshop(what_is_hidden_later_is_hidden_in_packs_that_had_nothing_of_it),
        in_a_workshop(all_files_are_made_after_the_site_before_is_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
