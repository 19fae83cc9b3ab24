/* words.c: no word of a pack is lost, and none is told twice, however odd the text. */
#include "words_of.h"

#include "core/file.h"

static void assert_words_at(const char *printed, const char *file, int line)
{
    mb_slice source = mb_slice_of(printed);
    if (!keeps_every_word(source, pack_of_bytes(source)))
        _fail(file, line);
}
#define assert_words(printed) assert_words_at(printed, __FILE__, __LINE__)

static void in_an_agenda_with_its_front_sheet(void **state)
{
    (void)state;
    assert_words("Harle Vale Town Council\nGrounds Committee\n\nDate: Tuesday, 3rd June, 2025\nTime: 7.00 pm\n"
                 "Venue: Corn Hall\n\nCouncillors: Ann Ogle, Bob Dunn\nCo-opted Member: Di Poe\n\n"
                 "The Committee will hold a pre-meeting at 6.15pm\n\nNOTES:\n\n1. Filming: Anybody may film.\n\n"
                 "2. Leaving the Building\nBy the nearest door.\n\n"
                 "Grounds Committee - Tuesday, 3rd June, 2025\nat 7.00 pm in the Corn Hall\n"
                 "AGENDA\nMembers bring boots.\n\n1. WELCOME\n2. 7.05PM FAIR (Pages 3 - 6)\nWith tea.\n\n"
                 "TREES TO FOLLOW\n\n4. WORK PLAN\n\n"
                 "The Clerk for this meeting is Una Teal, una@harle.example, 01632 960321.\n");
}

static void where_notes_have_no_numbers_or_begin_elsewhere(void **state)
{
    (void)state;
    assert_words("Grounds Committee\n\nNOTES:\n\nAnybody may film.\n\nAGENDA\n1. WELCOME\n");
    assert_words("Grounds Committee\n\nNOTES:\n\nPlease read these.\n\n1. Filming\n\n2.\n\n3. Doors: to the left.\n\n"
                 "AGENDA\n1. WELCOME\n");
    assert_words("Grounds Committee\n\nNOTES:\n\n2. Filming\n\n3. Doors\n\nAGENDA\n1. WELCOME\n");
    assert_words("Grounds Committee\n\nNOTES:\n\n1.\n\n\nAGENDA\n1. WELCOME\n");
    assert_words("NOTES:\nAGENDA\n");
}

static void in_minutes_and_behind_them(void **state)
{
    (void)state;
    assert_words(MINUTES_HEAD "Also in attendance: Una Teal (Town Clerk)\nMembers of the public: 12\n\n"
                              "An apology was received.\n\n43\n\nWELCOME\n\nAll were welcome.\n\n7\n\n"
                              "44 SUMMER FAIR\nThe Committee RESOLVED:\n\n(a) to hold it;\n(b) to sell tea.\n\n"
                              "The meeting ended at 8.15 pm\n\nChair(person) ............\n\nDate Confirmed and "
                              "Signed ......\n\nPrepared by Democratic Services\n\nAppendix\n\nA list.\n");
}

static void in_minutes_without_items_or_end(void **state)
{
    (void)state;
    assert_words(MINUTES_HEAD);
    assert_words(MINUTES_HEAD "\nNobody came.\n");
    assert_words(MINUTES_HEAD "The meeting ended at 8.15 pm\n");
    assert_words("Present: Ann Ogle\n");
    assert_words("3 June 2025\nPresent:\nPresent:\n1 A\n1 A\n");
}

static void in_papers_with_boxes_tables_and_lists(void **state)
{
    (void)state;
    assert_words("AGENDA\n1. TREES\n\fAgenda Item 1\nReport to:\tGrounds Committee\nTitle:\tTrees\n\n"
                 "1 THE ISSUE\n\n1.1\n\n1.2\n\nEleven limes.\n\nFour oaks.\n\n1.3\n\n2 COSTS\n\nTree\tCost\nLime\t40\n"
                 "\t50\nOak\t\n\n• north\n  - south\n    ▪ east\n\n\fThis page is intentionally left blank\n"
                 "\fAgenda Item 1\n\fMap\n\nPage 3\n");
}

static void in_running_heads_stamps_and_page_numbers(void **state)
{
    (void)state;
    assert_words("Harle Vale Town Council\nOne.\nPage 1\n\fHarle Vale Town Council\nTwo.\nPage 2\n"
                 "\fHarle Vale Town Council\nThree.\nPage 3\n\fAgenda Item 9\nPage 4\n");
}

static void in_layout_text(void **state)
{
    (void)state;
    assert_words("Stall                Kept by              Rent\nTea                  Friends              4\n"
                 "Plants               Mrs Dunn             6\nBooks                Harle Library        2\n"
                 "                                          12\n");
}

static void in_a_dump_with_tags(void **state)
{
    (void)state;
    assert_words("TR\n\tTD\n\t\tLime Grove\n\tTD\n\t\t3,100\nTR\n\tTD\n\t\tAllotments\nFigure\n\tTD\n");
}

static void in_markdown_with_marks(void **state)
{
    (void)state;
    assert_words("**Grounds Committee**\n\n**NOTES:**\n\n1. **Filming:** Anybody may *film*.\n\n**AGENDA**\n\n"
                 "- WELCOME\n- 2. **FAIR** (Pages 3 4)\n\n- (a) tea\n- (b) **books\n\n*Subject to rain\n\n"
                 "| not | a table |\n\n***\n");
}

static void where_numbers_stand_alone(void **state)
{
    (void)state;
    assert_words("AGENDA\n1.\n2.\n3.\n\nWELCOME\n\nFAIR\n\nPLAN\n");
    assert_words("1\n2\n3\n4.1\n(a)\n(b)\n");
    assert_words("AGENDA\n1.\n");
    assert_words(MINUTES_HEAD "1\n\n2\n\n3\n");
}

static void where_labels_stand_alone(void **state)
{
    (void)state;
    assert_words("Date:\nTime:\nVenue:\nCouncillors:\nAGENDA\nCommittee Administrator:\n");
    assert_words("Report to:\nTitle:\n");
    assert_words("Councillors: , and ;()\nAGENDA\n1. ()\n2. (Pages )\n3. TO FOLLOW\n");
}

static void where_the_same_heading_stands_twice(void **state)
{
    (void)state;
    assert_words("AGENDA\n1. WELCOME\nAGENDA\n1. WELCOME\n2. FAIR\n" MINUTES_HEAD "1 A\n" MINUTES_HEAD "1 A\n"
                 "The meeting ended at 8 pm\nThe meeting ended at 9 pm\n");
}

static void in_the_example_site_s_packs(void **state)
{
    (void)state;
    mb_strings names = {0};
    const char *folder = "../../example-site/packs";
    assert_int_equal(mb_folder_list(kept, folder, "*.txt", &names, NULL), 0);
    assert_true(names.count >= 2);
    for (uint32_t i = 0; i < names.count; i++) {
        mb_slice source;
        assert_int_equal(
            mb_file_read(kept, mb_path_join(kept, folder, names.items[i].data), MB_PACK_CEILING, &source, NULL), 0);
        /* Underlining is in Markdown's marks, not in its words. */
        for (size_t mark; (mark = mb_slice_find(source, MB_TEXT("u>"), 0)) != SIZE_MAX;)
            ((char *)source.data)[mark] = '*', ((char *)source.data)[mark + 1] = '*';
        assert_true(keeps_every_word(source, pack_of_bytes(source)));
    }
}

static void a_lost_word_and_one_told_twice_are_found(void **state)
{
    (void)state;
    bool lost;
    words source = {0}, model = {0}, twice = {0};
    add_words(&source, MB_TEXT("The summer fair, in June"));
    add_words(&model, MB_TEXT("The fair in June."));
    add_words(&twice, MB_TEXT("The summer fair in June June"));
    assert_slice(odd_word(&source, &model, &lost), "summer");
    assert_true(lost);
    assert_slice(odd_word(&source, &twice, &lost), "June");
    assert_false(lost);
    free(source.items);
    free(model.items);
    free(twice.items);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lost_word_and_one_told_twice_are_found),
        cmocka_unit_test(in_an_agenda_with_its_front_sheet),
        cmocka_unit_test(where_notes_have_no_numbers_or_begin_elsewhere),
        cmocka_unit_test(in_minutes_and_behind_them),
        cmocka_unit_test(in_minutes_without_items_or_end),
        cmocka_unit_test(in_papers_with_boxes_tables_and_lists),
        cmocka_unit_test(in_running_heads_stamps_and_page_numbers),
        cmocka_unit_test(in_layout_text),
        cmocka_unit_test(in_a_dump_with_tags),
        cmocka_unit_test(in_markdown_with_marks),
        cmocka_unit_test(where_numbers_stand_alone),
        cmocka_unit_test(where_labels_stand_alone),
        cmocka_unit_test(where_the_same_heading_stands_twice),
        cmocka_unit_test(in_the_example_site_s_packs),
    };
    return run_reader_tests(tests);
}
