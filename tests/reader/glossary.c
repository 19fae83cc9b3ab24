/* glossary.c: terms and their meanings, as papers print them. */
#include "reading_of.h"

static void assert_entry_at(const mb_pack *pack, uint32_t index, const char *term, const char *meaning,
                            const char *file, int line)
{
    if (index >= pack->glossary.count) {
        print_error("there are %u terms\n", pack->glossary.count);
        _fail(file, line);
    }
    const mb_glossary_entry *entry = pack->glossary.items[index];
    assert_slice_at(entry->term, term, file, line);
    assert_slice_at(entry->meaning, meaning, file, line);
}
#define assert_entry(pack, index, term, meaning) assert_entry_at(pack, index, term, meaning, __FILE__, __LINE__)

static void a_table_of_terms_and_meanings_is_a_glossary(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Term\tMeaning\nPRoW\tPublic right of way\nStint\tThe right to graze one cow\n");
    assert_int_equal(pack->glossary.count, 2);
    assert_entry(pack, 0, "PRoW", "Public right of way");
    assert_entry(pack, 1, "Stint", "The right to graze one cow");
    assert_int_equal(((const mb_glossary_entry *)pack->glossary.items[1])->place.line, 3);
}

static void a_glossary_goes_on_behind_its_repeated_head(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Term\tMeaning\nPRoW\tPublic right of way\n\n\n"
                                  "Term\tMeaning\nStint\tThe right to graze one cow\n");
    assert_int_equal(pack->glossary.count, 2);
}

static void without_tabs_an_abbreviation_ends_where_its_explanation_begins(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Term Meaning\n\n"
                                  "HVG Harle Valley Growers, who hold the allotments by the river and let\n"
                                  "them by the year.\n\n"
                                  "RAT Data Rainfall And Temperature, as the school measures them every day\n\n"
                                  "Term Meaning\n\n"
                                  "FARI Charity Friends of the lower park\n");
    assert_int_equal(pack->glossary.count, 3);
    assert_entry(pack, 0, "HVG",
                 "Harle Valley Growers, who hold the allotments by the river and let them by the year.");
    assert_entry(pack, 1, "RAT Data", "Rainfall And Temperature, as the school measures them every day");
    assert_entry(pack, 2, "FARI", "Charity Friends of the lower park");
}

/* The only table of the pack's papers; fails where there is another number of them. */
static const mb_block *only_table(const mb_pack *pack)
{
    const mb_block *table = NULL;
    for (uint32_t r = 0; r < pack->reports.count; r++) {
        const mb_report *report = pack->reports.items[r];
        for (uint32_t i = 0; i < report->sections.count; i++) {
            const mb_list *blocks = &((const mb_section *)report->sections.items[i])->blocks;
            for (uint32_t b = 0; b < blocks->count; b++) {
                const mb_block *block = blocks->items[b];
                if (block->type != mb_block_type_table)
                    continue;
                assert_null(table);
                table = block;
            }
        }
    }
    assert_non_null(table);
    return table;
}

static void without_tabs_the_entries_are_a_table_and_its_head_is_repeated_by_none(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("MEETING:\tRoads Panel\nTITLE:\tFerry fares\nAN OPEN PUBLIC ITEM\n\n"
                                  "1 THE ISSUE\n\nFares.\n\n2 RECOMMENDATION\n\nNote it.\n\n3 THE REPORT\n\n"
                                  "These words are used.\n\nTerm Meaning\n\n"
                                  "HVG Harle Valley Growers, who hold the allotments.\n\n"
                                  "Commons Act 2006 Sets out who may graze what, and where.\n\n"
                                  "\fTerm Meaning\n\n"
                                  "FPT Friends of the Park and its Trees.\n");
    const mb_block *table = only_table(pack);
    assert_slice(table->header.items[0], "Term");
    assert_slice(table->header.items[1], "Meaning");
    assert_int_equal(table->rows.count, 3);
    const mb_strings *last = table->rows.items[2];
    assert_slice(last->items[0], "FPT");
    assert_slice(last->items[1], "Friends of the Park and its Trees.");
    assert_int_equal(pack->furniture.count, 1);
}

static void without_tabs_a_term_in_words_ends_before_the_last_capital(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Term Meaning\n\n"
                                  "Commons Act 2006 Sets out who may graze what, and where, and when.\n\n"
                                  "Stint The right to graze one cow.\n");
    assert_entry(pack, 0, "Commons Act 2006", "Sets out who may graze what, and where, and when.");
    assert_entry(pack, 1, "Stint", "The right to graze one cow.");
}

static void a_term_of_several_lines_has_its_meaning_in_the_next_block(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Term Meaning\n\n"
                                  "Allotment\nHolders' Forum\n\n"
                                  "Meets in spring and autumn to settle who has which plot, and\n"
                                  "who mends the fence.\n\n"
                                  "HVG Harle Valley Growers\n");
    assert_int_equal(pack->glossary.count, 2);
    assert_entry(pack, 0, "Allotment Holders' Forum",
                 "Meets in spring and autumn to settle who has which plot, and who mends the fence.");
}

static void a_glossary_ends_where_no_term_can_begin(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Term Meaning\n\nHVG Harle Valley Growers\n\n"
                                  "this is the end of what is explained.\n\nThe Growers meet in spring.\n");
    assert_int_equal(pack->glossary.count, 1);
}

static void a_run_of_abbreviations_with_dashes_is_a_glossary_without_a_heading(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Teams of the parks service:\n\n"
                                  "HVG \xE2\x80\x93 Harle Valley Growers\nBowls\nFLP- Friends of the Lower Park\n"
                                  "Rangers \xE2\x80\x93 All who look after paths\nTWG - Tree Wardens Group\n");
    assert_int_equal(pack->glossary.count, 4);
    assert_entry(pack, 1, "FLP", "Friends of the Lower Park");
    assert_entry(pack, 2, "Rangers", "All who look after paths");
}

static void lines_with_dashes_alone_are_no_glossary(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of("Ann Lee \xE2\x80\x93 Chair\nBob Hay \xE2\x80\x93 Clerk\nCy Orr \xE2\x80\x93 Treasurer\n"
                "Di Poe \xE2\x80\x93 Secretary\n");
    assert_int_equal(pack->glossary.count, 0);
}

static void under_the_heading_of_a_glossary_lines_with_dashes_or_colons_are_entries(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of("The paths were mended.\n\n3. Glossary of terms\n\nStint: the right to graze one cow\n"
                "Pound: where strays are kept\n\n");
    assert_int_equal(pack->glossary.count, 2);
    assert_entry(pack, 1, "Pound", "where strays are kept");
}

static void a_term_that_is_defined_twice_counts_once(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Term\tMeaning\nStint\tThe right to graze one cow\n\nThe paths were mended.\n\n"
                                  "Term\tMeaning\nStint\tA share of the common\n");
    assert_int_equal(pack->glossary.count, 1);
    assert_entry(pack, 0, "Stint", "The right to graze one cow");
}

static void names_of_columns_with_one_space_between_head_the_rows_below(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Glossary\n"
                                  "  Term Meaning\n"
                                  "  GCW        Grounds and Cemeteries Warden: walks both cemeteries twice in a week,\n"
                                  "             with or without a dog.\n"
                                  "  LTO        Lime Tree Order: nobody may fell a lime.\n"
                                  "  PSL        Public stall: one whose rent is paid by the Council.\n");
    assert_int_equal(pack->glossary.count, 3);
    assert_entry(pack, 0, "GCW",
                 "Grounds and Cemeteries Warden: walks both cemeteries twice in a week, with or without a dog.");
    const mb_report *report = pack->reports.items[0];
    const mb_section *section = report->sections.items[0];
    assert_slice(section->title, "Glossary");
    const mb_block *table = section->blocks.items[0];
    assert_int_equal(table->type, mb_block_type_table);
    assert_slice(table->header.items[0], "Term");
    assert_slice(table->header.items[1], "Meaning");
    assert_int_equal(table->rows.count, 3);
}

static void cells_of_a_glossary_may_stand_one_below_the_other_and_over_a_page_s_end(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of("Agenda Item 4\nGlossary\nTerm\n\nMeaning\n\nGCW\n\nGrounds and Cemeteries Warden: walks "
                "both\ncemeteries.\n\nPage 8\n\fTerm\n\nMeaning\n\nLTO\n\nLime Tree Order: nobody may "
                "fell a lime.\n\nContact person\n\nAnn Lee\n\nPage 9\n\f");
    assert_int_equal(pack->glossary.count, 2);
    assert_entry(pack, 0, "GCW", "Grounds and Cemeteries Warden: walks both cemeteries.");
    assert_entry(pack, 1, "LTO", "Lime Tree Order: nobody may fell a lime.");
    const mb_report *report = pack->reports.items[0];
    const mb_section *section = report->sections.items[0];
    assert_slice(section->title, "Glossary");
    const mb_block *table = section->blocks.items[0];
    assert_int_equal(table->type, mb_block_type_table);
    assert_int_equal(table->rows.count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_of_terms_and_meanings_is_a_glossary),
        cmocka_unit_test(a_glossary_goes_on_behind_its_repeated_head),
        cmocka_unit_test(without_tabs_an_abbreviation_ends_where_its_explanation_begins),
        cmocka_unit_test(without_tabs_a_term_in_words_ends_before_the_last_capital),
        cmocka_unit_test(a_term_of_several_lines_has_its_meaning_in_the_next_block),
        cmocka_unit_test(a_glossary_ends_where_no_term_can_begin),
        cmocka_unit_test(a_run_of_abbreviations_with_dashes_is_a_glossary_without_a_heading),
        cmocka_unit_test(without_tabs_the_entries_are_a_table_and_its_head_is_repeated_by_none),
        cmocka_unit_test(lines_with_dashes_alone_are_no_glossary),
        cmocka_unit_test(under_the_heading_of_a_glossary_lines_with_dashes_or_colons_are_entries),
        cmocka_unit_test(a_term_that_is_defined_twice_counts_once),
        cmocka_unit_test(names_of_columns_with_one_space_between_head_the_rows_below),
        cmocka_unit_test(cells_of_a_glossary_may_stand_one_below_the_other_and_over_a_page_s_end),
    };
    return run_reader_tests(tests);
}
