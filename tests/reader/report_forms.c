/* report_forms.c: the forms that reports have in other councils. */
#include "reports_of.h"

#define LONG                                                                                                           \
    " This is said at some length, so that it goes on over the end of the line as the\n"                               \
    "paragraphs of reports do, and ends here.\n\n"

static const char *const running_text =
    "Report to: Roads Panel\nDate: 3 June 2025\nSubject: Ferry fares\n\n"
    "Executive Summary\nFares are to rise.\n\n"
    "Recommendations\n1.\n\nThe Panel is asked to:\n\na) agree the fares;\n\n"
    "b) ask for a report on:\n\n\xE2\x80\xA2 boats\n\n\xE2\x80\xA2 piers\n\n"
    "Background\n2.\n\nThe ferries are old." LONG "3.\n\nSo is the pier." LONG
    "Views of the harbour master\n4.\n\nHe is for it." LONG "Financial Implications\n5.\n\nThere are none." LONG
    "Background Papers\n\nFares of 2024\n";

static void paragraphs_numbered_through_the_report_stand_under_headings_without_a_number(void **state)
{
    (void)state;
    const mb_report *report = report_of(running_text);
    assert_string_equal(outline_of(report), "1 Executive Summary\n1 Recommendations\n1 Background\n"
                                            "1 Views of the harbour master\n1 Financial Implications\n"
                                            "1 Background Papers\n");
    const mb_section *background = section_at(report, 2);
    assert_slice(block_at(background, 0)->number, "2");
    assert_slice(block_at(background, 1)->number, "3");
    assert_int_equal(block_at(background, 1)->type, mb_block_type_paragraph);
}

static void rows_of_figures_number_no_sections_of_a_report_with_running_numbers(void **state)
{
    (void)state;
    mb_slice text = mb_slice_of(running_text);
    for (int band = 1; band <= 5; band++)
        text =
            mb_arena_printf(kept, "%.*s\n%d.1 pounds in zone 1\n\n%d.2 pounds in zone 2\n", MB_ARG(text), band, band);
    assert_int_equal(report_of(text.data)->sections.count, 6);
}

static void a_running_paragraph_that_asks_hasitsrecommendations_in_the_list_under_it(void **state)
{
    (void)state;
    const mb_report *report = report_of(running_text);
    assert_int_equal(report->recommendations.count, 2);
    const mb_recommendation *second = report->recommendations.items[1];
    assert_slice(second->number, "b)");
    assert_slice(second->text, "ask for a report on: boats piers");
}

static void a_section_of_background_papers_tells_them(void **state)
{
    (void)state;
    assert_slice(report_of(running_text)->background_papers, "Fares of 2024");
}

static void words_in_bold_among_closing_sections_are_no_items(void **state)
{
    (void)state;
    const mb_report *report =
        report_of("**Report to:** Roads Panel\n**Date:** 3 June 2025\n**Subject:** Ferry fares\n\n"
                  "**1 THE ISSUE**\n\n1.1 Fares are to **rise** in May.\n\n"
                  "**2 BACKGROUND PAPERS**\n\nThe **fares** of 2024 and the boats of **2023** are in the library.\n\n"
                  "**3 APPENDICES**\n\nThe **plan** of the pier and its boats is **below**.\n");
    assert_slice(report->background_papers, "The fares of 2024 and the boats of 2023 are in the library.");
    assert_int_equal(report->header->attachments.count, 0);
}

static void a_list_does_not_number_paragraphs(void **state)
{
    (void)state;
    const mb_report *report = report_of("Report to: Roads Panel\nDate: 3 June 2025\nSubject: Ferry fares\n\n"
                                        "1 THE ISSUE\n\n1.1 Four things are wrong:\n\n1. The pier.\n2. The boats.\n"
                                        "3. The fares.\n4. The weather.\n\n2 RECOMMENDATION\n\n2.1 Note it.\n\n"
                                        "3 THE REPORT\n\n3.1 They are.\n");
    assert_string_equal(outline_of(report), "1 1 THE ISSUE\n1 2 RECOMMENDATION\n1 3 THE REPORT\n");
}

static void recommendations_above_the_numbered_sections_are_read(void **state)
{
    (void)state;
    const mb_report *report = report_of("Report to: Roads Panel\nDate: 3 June 2025\nSubject: Ferry fares\n\n"
                                        "Recommendations:\n\nThe Panel is recommended to:\n\n1. Agree the fares.\n\n"
                                        "2. Note the weather.\n\n"
                                        "1. REASONS FOR THE DECISIONS\n\n1.1. Fares are low.\n\n"
                                        "2. ALTERNATIVE OPTIONS\n\n2.1. To keep them.\n\n"
                                        "3. DETAILS OF THE REPORT\n\n3.1. They have been so for years.\n");
    assert_int_equal(report->recommendations.count, 2);
    assert_slice(((mb_recommendation *)report->recommendations.items[0])->text, "Agree the fares.");
    assert_string_equal(outline_of(report), "1 Recommendations:\n1 1 REASONS FOR THE DECISIONS\n"
                                            "1 2 ALTERNATIVE OPTIONS\n1 3 DETAILS OF THE REPORT\n");
}

static void sections_may_be_numbered_with_a_nought(void **state)
{
    (void)state;
    const mb_report *report = report_of("Report to: Roads Panel\nDate: 3 June 2025\nSubject: Ferry fares\n\n"
                                        "1.0 PURPOSE OF REPORT\n\n1.1 Fares are low.\n\n"
                                        "2.0 RECOMMENDATIONS\n\n2.1 Raise them.\n\n3.0 BACKGROUND\n\n3.1 They are.\n");
    assert_string_equal(outline_of(report), "1 1.0 PURPOSE OF REPORT\n1 2.0 RECOMMENDATIONS\n1 3.0 BACKGROUND\n");
    assert_int_equal(report->recommendations.count, 1);
}

static void a_title_right_onitstext_keeps_its_place_among_the_sections(void **state)
{
    (void)state;
    const mb_report *report =
        report_of("Report to: Roads Panel\nDate: 3 June 2025\nSubject: Ferry fares\n\n"
                  "1.\n\nIntroduction\n\n1.1\n\nFares are low." LONG "2.\n\nRecommendations\nCabinet is asked:\n\n"
                  "2.1\n\nTo raise them." LONG "3.\n\nBackground information\n\n3.1\n\nThey have been low." LONG
                  "4.\n\nAlternative options\n\n4.1\n\nTo keep them." LONG);
    assert_string_equal(outline_of(report), "1 1 Introduction\n1 2 Recommendations\n1 3 Background information\n"
                                            "1 4 Alternative options\n");
    assert_int_equal(report->recommendations.count, 1);
}

static void a_head_without_labels_has_the_title_of_the_agenda(void **state)
{
    (void)state;
    const mb_list *reports = papers_of(
        AGENDA "Agenda Item 4\n\nRoads Panel\n\n3 June 2025\n\n"
               "Report of the Director of Place\n\nFerry fares\n\n"
               "Purpose of the Report\n1.\n\nFares are low." LONG "Recommendations\n2.\n\nThat they be raised." LONG
               "Consultation\n3.\n\nThe harbour master is for it." LONG "Risk Management\n4.\n\nThere is none." LONG);
    const mb_report *report = report_at(reports, 0);
    assert_slice(report->title, "Ferry fares");
    assert_slice(report->header->meeting, "Roads Panel");
    assert_slice(report->header->date, "2025-06-03");
    assert_int_equal(report->kind, mb_report_kind_committee_report);
    assert_int_equal(report->sections.count, 4);
}

static void sections_at_the_end_tell_attachments_and_whom_to_ask(void **state)
{
    (void)state;
    const mb_report *report = report_of("Report to: Roads Panel\nDate: 3 June 2025\nSubject: Ferry fares\n\n"
                                        "1. RECOMMENDATION\n\n1.1 Raise the fares.\n\n"
                                        "2. APPENDICES\n\nAppendix 1: Fares of other towns\n\n"
                                        "3. CONTACT DETAILS\n\nReport author\n\nAnn Lee\n\nHead of Ferries\n\n"
                                        "Telephone 01632 960123\n\nRelevant Director\n\nBob Poe\n\n01632 960124\n");
    assert_int_equal(report->header->attachments.count, 1);
    assert_slice(report->header->attachments.items[0], "Appendix 1: Fares of other towns");
    assert_slice(report->contact->name, "Ann Lee");
    assert_slice(report->contact->role, "Head of Ferries");
    assert_slice(report->contact->phone, "01632 960123");
}

static void a_section_at_the_end_that_runs_over_an_appendix_is_cut(void **state)
{
    (void)state;
    mb_slice text = mb_slice_of(running_text);
    for (unsigned pier = 2; pier <= 30; pier++)
        text = mb_arena_printf(kept, "%.*s\nThe fares of pier %u are low.\n", MB_ARG(text), pier);
    mb_slice taken = report_of(text.data)->background_papers;
    assert_true(mb_slice_starts(taken, MB_TEXT("Fares of 2024 The fares of pier 2 are low. ")));
    assert_true(mb_slice_ends(taken, MB_TEXT(" The fares of pier 20 are low.")));
}

static void recommendations_printed_twice_are_read_once(void **state)
{
    (void)state;
    const mb_report *report = report_of("Report to: Roads Panel\nDate: 3 June 2025\nSubject: Ferry fares\n\n"
                                        "Recommendation(s):\n\nThe Panel is asked to endorse the new fares.\n\n"
                                        "1. INTRODUCTION\n\n1.1 Fares are low.\n\n2. DETAILS\n\n2.1 They are.\n\n"
                                        "3. RECOMMENDATION(S)\n\nThe Panel is asked to endorse the new fares.\n");
    assert_int_equal(report->recommendations.count, 1);
}

static void equal_recommendations_under_two_numbers_are_two(void **state)
{
    (void)state;
    const mb_report *report = report_of("Report to: Roads Panel\nDate: 3 June 2025\nSubject: Ferry fares\n\n"
                                        "**1 THE ISSUE**\n\n1.1 Fares are low.\n\n**2 RECOMMENDATION**\n\n"
                                        "2.1 Agree the fares.\n\n2.2 Note the report.\n\n2.3 Agree the fares.\n\n"
                                        "**3 THE REPORT**\n\n3.1 They are.\n");
    assert_int_equal(report->recommendations.count, 3);
    assert_slice(((const mb_recommendation *)report->recommendations.items[2])->number, "2.3");
}

static void a_labels_value_is_in_the_next_cell(void **state)
{
    (void)state;
    const mb_report *report = report_of("MEETING:\tRoads Panel\tAGENDA ITEM NUMBER\t\n"
                                        "MEETING DATE:\t3rd June 2025\t\t\n"
                                        "TITLE:\tFerry fares\t\t\nWARD:\tALL\t\t\nAN OPEN PUBLIC ITEM\t\t\t\n"
                                        "List of attachments to this report: Appendix 1 Fares Appendix 2 Map for "
                                        "Appendix 1\t\t\t\n\n"
                                        "**1 THE ISSUE**\n\n1.1 Ferries are late.\n\n"
                                        "**2 RECOMMENDATION**\n\n2.1 Note it.\n\n"
                                        "**3 THE REPORT**\n\n3.1 They are.\n");
    assert_slice(report->title, "Ferry fares");
    assert_slice(report->header->ward, "ALL");
    assert_slice(report->header->meeting, "Roads Panel");
    assert_int_equal(report->header->attachments.count, 2);
    assert_slice(report->header->attachments.items[0], "Appendix 1 Fares");
    assert_slice(report->header->attachments.items[1], "Appendix 2 Map for Appendix 1");
    assert_string_equal(outline_of(report), "1 1 THE ISSUE\n1 2 RECOMMENDATION\n1 3 THE REPORT\n");
    assert_int_equal(report->recommendations.count, 1);
}

static void names_between_the_stamp_and_the_head_are_no_paper(void **state)
{
    (void)state;
    const mb_list *reports =
        papers_of(AGENDA "Agenda Item 4\n\nMarlford District Council\n\nRoads Panel\n\n"
                         "MEETING:\tRoads Panel\nMEETING DATE:\t3rd June 2025\nTITLE:\tFerry fares\nWARD:\tALL\n\n"
                         "1 THE ISSUE\n\n1.1 Ferries are late.\n\n2 RECOMMENDATION\n\n2.1 Note it.\n\n"
                         "3 THE REPORT\n\n3.1 They are.\n");
    assert_int_equal(reports->count, 1);
    assert_slice(report_at(reports, 0)->title, "Ferry fares");
    assert_slice(report_at(reports, 0)->agenda_item, "4");
}

static void proposals_are_recommendations_where_there_are_no_others(void **state)
{
    (void)state;
    const mb_report *report = report_of("Marlford District Council\n\nRoads Panel\n\n3 June 2025\n\n"
                                        "Subject:\tFerry fares\nCabinet Member:\tAnn Lee\nKey Decision:\tNo\n\n"
                                        "**Executive Summary**\n\nFares are low.\n\n"
                                        "**Proposals**\n\nThat the Committee:\n\n(i) Notes the fares.\n"
                                        "(ii) Asks for a report.\n\n"
                                        "**Purpose of Report**\n\n1. To tell of fares.\n\n"
                                        "**Background**\n\n2. Fares were set in 2019.\n\n3. Costs have risen.\n\n"
                                        "**Legal Implications**\n\n4. There are none.\n");
    assert_int_equal(report->recommendations.count, 2);
    assert_slice(((mb_recommendation *)report->recommendations.items[1])->text, "Asks for a report.");
    assert_string_equal(outline_of(report), "1 Executive Summary\n1 Proposals\n1 Purpose of Report\n1 Background\n"
                                            "1 Legal Implications\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_numbered_through_the_report_stand_under_headings_without_a_number),
        cmocka_unit_test(rows_of_figures_number_no_sections_of_a_report_with_running_numbers),
        cmocka_unit_test(a_running_paragraph_that_asks_hasitsrecommendations_in_the_list_under_it),
        cmocka_unit_test(a_section_of_background_papers_tells_them),
        cmocka_unit_test(words_in_bold_among_closing_sections_are_no_items),
        cmocka_unit_test(a_list_does_not_number_paragraphs),
        cmocka_unit_test(recommendations_above_the_numbered_sections_are_read),
        cmocka_unit_test(sections_may_be_numbered_with_a_nought),
        cmocka_unit_test(a_title_right_onitstext_keeps_its_place_among_the_sections),
        cmocka_unit_test(a_head_without_labels_has_the_title_of_the_agenda),
        cmocka_unit_test(sections_at_the_end_tell_attachments_and_whom_to_ask),
        cmocka_unit_test(a_section_at_the_end_that_runs_over_an_appendix_is_cut),
        cmocka_unit_test(recommendations_printed_twice_are_read_once),
        cmocka_unit_test(equal_recommendations_under_two_numbers_are_two),
        cmocka_unit_test(a_labels_value_is_in_the_next_cell),
        cmocka_unit_test(names_between_the_stamp_and_the_head_are_no_paper),
        cmocka_unit_test(proposals_are_recommendations_where_there_are_no_others),
    };
    return run_reader_tests(tests);
}
