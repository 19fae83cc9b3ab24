/* diagnostics.c: the page of the diagnostics: each code has a section there, whose paper shows it and whose correction
 * cures it; and each conflict is found where there is one, and only there. */
#include "correction_of.h"

#include "core/file.h"
#include "reader/conflicts.h"

#define PAGE "../../module/docs/diagnostics.md"

typedef struct section {
    mb_slice code, body;
} section;

typedef struct page {
    section sections[mb_code_count + 10];
    size_t count;
} page;

static page read_page(void)
{
    page found = {.count = 0};
    mb_slice text;
    assert_int_equal(mb_file_read(kept, PAGE, 1 << 20, &text, NULL), 0);
    for (size_t at = mb_slice_find(text, MB_TEXT("\n## "), 0);
         at != SIZE_MAX && found.count < COUNT_OF(found.sections);) {
        size_t next = mb_slice_find(text, MB_TEXT("\n## "), at + 1);
        size_t end = next == SIZE_MAX ? text.size : next;
        mb_slice body = mb_slice_between(text.data + at + strlen("\n## "), text.data + end);
        size_t line = mb_slice_find(body, MB_TEXT("\n"), 0);
        found.sections[found.count++] = (section){mb_slice_first(body, line), mb_slice_from(body, line)};
        at = next;
    }
    return found;
}

static const section *section_of(const page *p, const char *code)
{
    for (size_t i = 0; i < p->count; i++)
        if (mb_slice_equal(p->sections[i].code, mb_slice_of(code)))
            return &p->sections[i];
    return NULL;
}

/* The first fenced block of that language; NOTHING where there is none. */
static mb_slice fenced(mb_slice body, const char *language)
{
    mb_slice opening = mb_arena_printf(kept, "\n```%s\n", language);
    size_t at = mb_slice_find(body, opening, 0);
    if (at == SIZE_MAX)
        return MB_NOTHING;
    at += opening.size;
    size_t end = mb_slice_find(body, MB_TEXT("```\n"), at);
    return mb_arena_copy(kept, mb_slice_between(body.data + at, body.data + end));
}

static void every_code_has_a_section_and_every_section_is_of_a_code(void **state)
{
    (void)state;
    page p = read_page();
    for (int code = 0; code < mb_code_count; code++) {
        const section *found = section_of(&p, mb_codes[code].code);
        if (!found)
            fail_msg("%s has no section '## %s'", PAGE, mb_codes[code].code);
        const char *severity = mb_choice_word(&mb_choices_severity, mb_codes[code].severity);
        mb_slice said = mb_arena_printf(kept, "\n*%s.* ", severity);
        if (mb_slice_find(found->body, said, 0) == SIZE_MAX)
            fail_msg("the section '%s' doesn't say that it is of severity '%s'", mb_codes[code].code, severity);
    }
    if (p.count != mb_code_count)
        fail_msg("%s has %zu sections, and there are %d codes", PAGE, p.count, mb_code_count);
}

/* What no text alone can show; of votes, below. */
static const char *const not_of_text[] = {"empty-pack",          "invalid-characters",  "damaged-pdf",
                                          "panel-name-unclear",  "person-unclear",      "possible-same-person",
                                          "vote-count-conflict", "address-lost",        "member-unknown",
                                          "person-unknown",      "site-without-address"};

static bool needs_paper(const char *code)
{
    for (size_t i = 0; i < COUNT_OF(not_of_text); i++)
        if (strcmp(not_of_text[i], code) == 0)
            return false;
    return true;
}

static bool is_of_corrections(const char *code)
{
    return strncmp(code, "correction-", strlen("correction-")) == 0;
}

static void the_paper_of_each_section_shows_it_and_the_correction_cures_it(void **state)
{
    (void)state;
    page p = read_page();
    for (int i = 0; i < mb_code_count; i++) {
        const char *code = mb_codes[i].code;
        mb_slice body = section_of(&p, code)->body;
        mb_slice paper = fenced(body, "text"), yaml = fenced(body, "yaml");
        if (!needs_paper(code))
            continue;
        if (!paper.data)
            fail_msg("the section '%s' has no paper", code);
        const mb_pack *read = pack_of(paper.data),
                      *corrected = yaml.data ? corrected_pack(paper.data, yaml.data) : NULL;
        const mb_pack *shows = is_of_corrections(code) ? corrected : read;
        if (!remark_in(shows, code))
            fail_msg("the paper of the section '%s' doesn't show it", code);
        if (corrected && shows == read && remark_in(corrected, code))
            fail_msg("the correction of the section '%s' doesn't cure it", code);
    }
}

static const char *const names[] = {
#define MB_DIAGNOSTIC(name, code, severity, meaning) "mb_code_" #name,
#include "model/diagnostics.def"
#undef MB_DIAGNOSTIC
};

static bool is_used_in(const char *folder, const char *name)
{
    mb_strings files = {0};
    assert_int_equal(mb_folder_list(kept, folder, "*.c", &files, NULL), 0);
    for (uint32_t i = 0; i < files.count; i++) {
        mb_slice text;
        const char *path = mb_path_join(kept, folder, files.items[i].data);
        assert_int_equal(mb_file_read(kept, path, 1 << 20, &text, NULL), 0);
        if (mb_slice_find(text, mb_slice_of(name), 0) != SIZE_MAX)
            return true;
    }
    mb_strings below = {0};
    assert_int_equal(mb_folder_list_folders(kept, folder, &below, NULL), 0);
    for (uint32_t i = 0; i < below.count; i++)
        if (is_used_in(mb_path_join(kept, folder, below.items[i].data), name))
            return true;
    return false;
}

static void every_code_is_said_somewhere(void **state)
{
    (void)state;
    static const char *const folders[] = {"../../module/model", "../../module/reader", "../../module/site"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        bool used = false;
        for (size_t k = 0; k < COUNT_OF(folders) && !used; k++)
            used = is_used_in(folders[k], names[i]);
        if (!used)
            fail_msg("nothing says %s", names[i]);
    }
}

static void a_code_is_known_by_one_name(void **state)
{
    (void)state;
    for (int i = 0; i < mb_code_count; i++)
        for (int k = 0; k < i; k++)
            assert_string_not_equal(mb_codes[i].code, mb_codes[k].code);
}

static void diagnostics_come_in_the_order_of_their_lines(void **state)
{
    (void)state;
    const mb_list *found = &pack_of("AGENDA\n1. WELCOME\n- FAIR\n3. PLAN\n- ROADS\n5. PONDS\n")->diagnostics;
    assert_true(found->count == 4);
    for (uint32_t i = 1; i < found->count; i++)
        assert_true(at(diagnostic, *found, i - 1)->place.line <= at(diagnostic, *found, i)->place.line);
}

static void a_correction_can_make_a_conflict(void **state)
{
    (void)state;
    static const char printed[] = MINUTES_HEAD "1 APOLOGIES\n\nApologies were received from Councillor Bob Dunne.\n\n"
                                               "2 FAIR\n\nIt was fine.\n";
    assert_null(remark_in(pack_of(printed), "present-and-absent"));
    const mb_pack *pack = corrected_pack(printed, "- at: item 1\n  apologies: {was: [Bob Dunne], is: [Bob Dunn]}\n");
    assert_null(remark_in(pack, "present-and-absent")); /* answered: a person said so */
    pack = corrected_pack(printed, "- at: present Bob Dunn\n  name: {was: Bob Dunn, is: Bob Dunne}\n");
    assert_non_null(remark_in(pack, "present-and-absent"));
}

static void a_count_is_that_of_the_names(void **state)
{
    (void)state;
    mb_reader reader = reader_with("uk");
    mb_pack *pack = reader.pack = mb_new(kept, mb_pack);
    mb_text text = {.count = 0};
    reader.text = &text;
    mb_meeting *meeting = mb_list_add(kept, &pack->meetings, mb_meeting);
    meeting->date = MB_TEXT("2025-06-03");
    meeting->body = MB_TEXT("Grounds Committee");
    meeting->minutes = mb_new(kept, mb_minutes);
    mb_minute_item *item = mb_list_add(kept, &meeting->minutes->items, mb_minute_item);
    mb_vote *vote = mb_list_add(kept, &item->votes, mb_vote);
    vote->place.line = item->place.line = meeting->place.line = 1;
    vote->in_favour = MB_COUNT(2);
    vote->named = mb_new(kept, mb_named_votes);
    mb_strings_push(kept, &vote->named->in_favour, MB_TEXT("Ann Ogle"));
    mb_strings_push(kept, &vote->named->in_favour, MB_TEXT("Bob Dunn"));
    mb_strings_push(kept, &vote->named->against, MB_TEXT("Cy Orr"));
    mb_find_conflicts(&reader);
    assert_null(remark_in(pack, "vote-count-conflict"));
    vote->in_favour = MB_COUNT(3);
    mb_find_conflicts(&reader);
    assert_slice(remark_in(pack, "vote-count-conflict")->message, "3 votes in favour are counted, and 2 are named");
}

static void where_nothing_conflicts_nothing_is_said(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(PAPER);
    for (uint32_t i = 0; i < pack->diagnostics.count; i++)
        print_error("%.*s\n", MB_ARG(at(diagnostic, pack->diagnostics, i)->message));
    assert_int_equal(pack->diagnostics.count, 0);
    assert_null(remark_in(pack_of("Grounds Committee\n8 July 2025\nAGENDA\n1. WELCOME\n2. TREES (Pages 3 - 4)\n"),
                          "item-without-paper"));
    assert_null(remark_in(pack_of("Grounds Committee\n8 July 2025\nAGENDA\n1. WELCOME\n2. TREES (Pages 3 - 4)\n"
                                  "3. PONDS (Pages 5 - 6) TO FOLLOW\n\nAgenda Item 2\nReport to: Grounds Committee\n"
                                  "Title: Trees\n\n1 THE ISSUE\n\nOne leans.\n"),
                          "item-without-paper"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_has_a_section_and_every_section_is_of_a_code),
        cmocka_unit_test(the_paper_of_each_section_shows_it_and_the_correction_cures_it),
        cmocka_unit_test(every_code_is_said_somewhere),
        cmocka_unit_test(a_code_is_known_by_one_name),
        cmocka_unit_test(diagnostics_come_in_the_order_of_their_lines),
        cmocka_unit_test(a_correction_can_make_a_conflict),
        cmocka_unit_test(a_count_is_that_of_the_names),
        cmocka_unit_test(where_nothing_conflicts_nothing_is_said),
    };
    return run_reader_tests(tests);
}
