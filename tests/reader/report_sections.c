/* report_sections.c: numbered sections, their paragraphs, and what the committee is asked to do. */
#include "reports_of.h"

#define HEAD "MEETING:\tRoads Panel\nTITLE:\tFerry fares\nAN OPEN PUBLIC ITEM\n\n"

static void numbers_that_count_up_head_sections(void **state)
{
    (void)state;
    const mb_report *report = report_of(HEAD "1 THE ISSUE\n\n1.1 Fares rose.\n\n2\n\nRECOMMENDATION\n\n2.1 Note it.\n\n"
                                             "3. THE REPORT\n\n3.1 They rose again.\n\n7 FERRIES SAIL\n");
    assert_string_equal(outline_of(report), "1 1 THE ISSUE\n1 2 RECOMMENDATION\n1 3 THE REPORT\n");
    assert_int_equal(section_at(report, 0)->kind, mb_section_kind_issue);
    assert_int_equal(section_at(report, 1)->kind, mb_section_kind_recommendation);
    assert_int_equal(section_at(report, 1)->place.line, 9);
}

static void titles_in_small_letters_head_sections_too(void **state)
{
    (void)state;
    const mb_report *report =
        report_of("Harbour Service\n\nAnnual Report 2024\n\n\n\n1. Introduction\n\nText of it.\n\n"
                  "2. Who we are\n\nText of it.\n\n3. What we did:\n\nText of it.\n");
    assert_string_equal(outline_of(report), "1 1 Introduction\n1 2 Who we are\n1 3 What we did:\n");
}

static void a_standard_heading_that_lost_its_number_is_a_section(void **state)
{
    (void)state;
    const mb_report *report = report_of(HEAD "1 THE ISSUE\n\nFares.\n\n2 CLIMATE CHANGE\n\nNone.\n\n"
                                             "OTHER OPTIONS CONSIDERED\n\nNone\n\n3 CONSULTATION\n\nAll.\n");
    assert_string_equal(outline_of(report),
                        "1 1 THE ISSUE\n1 2 CLIMATE CHANGE\n1 OTHER OPTIONS CONSIDERED\n1 3 CONSULTATION\n");
    assert_int_equal(section_at(report, 2)->kind, mb_section_kind_options);
}

static void a_short_title_with_a_number_of_two_parts_is_a_sub_heading(void **state)
{
    (void)state;
    const mb_report *report =
        report_of(HEAD "1 THE ISSUE\n\n1.1 Fares.\n\n2 RECOMMENDATION\n\n2.1 Proposal 1: Note the report\n\n"
                       "3 THE REPORT\n\n3.1 What people say\n\n- Fares are high\n- Boats are slow\n\n"
                       "3.2 People were asked about these:\n\n- fares\n- boats\n\n3.3 None\n\n3.4 No comment\n");
    assert_string_equal(outline_of(report),
                        "1 1 THE ISSUE\n1 2 RECOMMENDATION\n1 3 THE REPORT\n2 3.1 What people say\n");
}

static void a_paragraph_number_behind_a_stray_bullet_is_its_number(void **state)
{
    (void)state;
    const mb_report *report =
        report_of(HEAD "1 THE ISSUE\n\n- 1.1 Fares rose:\n - in May\n - in June\n- 1.2 They fell.\n\n"
                       "2 RECOMMENDATION\n\n2.1 Note it.\n\n3 THE REPORT\n\nText.\n");
    const mb_section *issue = section_at(report, 0);
    assert_slice(block_at(issue, 0)->number, "1.1");
    assert_int_equal(block_at(issue, 1)->items.count, 2);
    assert_slice(block_at(issue, 2)->number, "1.2");
    assert_slice(block_at(issue, 2)->text, "They fell.");
}

static void a_paragraph_number_on_a_line_of_its_own_is_that_of_the_text_below(void **state)
{
    (void)state;
    const mb_report *report = report_of(HEAD "1\n\nTHE ISSUE\n\n1.1\n\nFares rose.\n\n1.2\n\nThey fell.\n\n"
                                             "2\n\nRECOMMENDATION\n\nNote it.\n\n3\n\nTHE REPORT\n\nText.\n");
    const mb_section *issue = section_at(report, 0);
    assert_slice(block_at(issue, 0)->number, "1.1");
    assert_slice(block_at(issue, 0)->text, "Fares rose.");
    assert_slice(block_at(issue, 1)->number, "1.2");
}

static const mb_recommendation *recommendation_of(const char *section, uint32_t index)
{
    static char text[4096];
    snprintf(text, sizeof text, HEAD "1 THE ISSUE\n\nFares.\n\n2 RECOMMENDATION\n\n%s\n\n3 THE REPORT\n\nText.\n",
             section);
    const mb_report *report = report_of(text);
    if (index >= report->recommendations.count)
        fail_msg("there are %u recommendations", report->recommendations.count);
    return report->recommendations.items[index];
}

static void a_paragraph_number_behind_bullets_of_the_one_before_waits_for_its_own_text(void **state)
{
    (void)state;
    const mb_report *report =
        report_of(HEAD "1 THE ISSUE\n\n1.1\n\nThe rules are:\n•\n•\n\n1.2\n\nFares rise once a year.\n"
                       "Fares never fall.\n\nThe rules are kept.\n\n2 RECOMMENDATION\n\n2.1 Note it.\n\n"
                       "3 THE REPORT\n\nText.\n");
    const mb_section *issue = section_at(report, 0);
    assert_int_equal(block_at(issue, 1)->items.count, 2);
    assert_slice(block_at(issue, 2)->number, "1.2");
    assert_slice(block_at(issue, 2)->text, "The rules are kept.");
}

static void a_recommendation_has_a_number_and_a_label(void **state)
{
    (void)state;
    const mb_recommendation *second =
        recommendation_of("The Panel is asked to:\n\n- 2.1 **Proposal 1:** Note it\n- 2.2 Proposal 2: Ask for more", 1);
    assert_slice(second->number, "2.2");
    assert_slice(second->label, "Proposal 2");
    assert_slice(second->text, "Ask for more");
}

static void a_recommendation_takes_the_list_under_it_along(void **state)
{
    (void)state;
    const mb_recommendation *first = recommendation_of("2.1 Note the work on:\n\n- boats\n- fares", 0);
    assert_slice(first->text, "Note the work on: boats fares");
    assert_null(first->label.data);
}

static void the_items_of_a_list_are_recommendations(void **state)
{
    (void)state;
    const mb_recommendation *second = recommendation_of("The Panel is asked to:\n\n(a) note it;\n(b) ask for more.", 1);
    assert_slice(second->number, "(b)");
    assert_slice(second->text, "ask for more.");
}

static void a_sentence_alone_is_a_recommendation(void **state)
{
    (void)state;
    assert_slice(recommendation_of("The Panel is asked to note the report", 0)->text,
                 "The Panel is asked to note the report");
}

static void a_paper_without_a_section_for_them_announces_its_recommendations(void **state)
{
    (void)state;
    static const char paper[] =
        HEAD "1 THE ISSUE\n\nThe landing stages were looked at.\n\n"
             "The recommendations of the survey were:\n\n- mend the steps\n- paint the rails\n\n"
             "The steps are:\n\n- wet\n- steep\n\n2 THE REPORT\n\nText.\n";
    const mb_report *report = report_of(paper);
    assert_int_equal(report->recommendations.count, 2);
    const mb_recommendation *second = report->recommendations.items[1];
    assert_slice(second->text, "paint the rails");
}

#define SLIDE_HEAD                                                                                                     \
    "The Ponds\n\nAnnual Report 2024\n\n ABOUT THE PONDS\n\nText about all the ponds of the town.\n\n12\n\n"
#define SLIDE_ROWS "Reeds\n\n£120\n\n£118\n\nCarp\n\n£8\n\n£9\n\nNets\n\n£7\n\n£6\n\n"

static void a_slide_s_title_that_was_printed_into_its_table_heads_it(void **state)
{
    (void)state;
    const mb_report *report = report_of(SLIDE_HEAD "Work\n\nBudget\n\nSpent\n WHAT THE PONDS COST\n\n" SLIDE_ROWS
                                                   " WHO LOOKS AFTER THEM\n\nWe do.\n");
    const mb_section *costs = section_at(report, report->sections.count - 2);
    assert_slice(costs->title, "WHAT THE PONDS COST");
    const mb_block *table = block_at(costs, 0);
    assert_int_equal(table->type, mb_block_type_table);
    assert_int_equal(table->header.count, 3);
    assert_slice(table->header.items[0], "Work");
    assert_int_equal(table->rows.count, 3);
}

static void a_heading_below_a_whole_table_takes_none_of_it(void **state)
{
    (void)state;
    const mb_report *report = report_of(SLIDE_HEAD "Work\n\nBudget\n\nSpent\n\n" SLIDE_ROWS " WHAT THE PONDS COST\n\n"
                                                   "Seats\n\n£10\n\n£11\n\nSteps\n\n£5\n\n£4\n");
    const mb_section *costs = section_at(report, report->sections.count - 1);
    assert_slice(costs->title, "WHAT THE PONDS COST");
    assert_int_equal(block_at(costs, 0)->place.line, costs->place.line + 2);
}

static void an_appendix_with_its_number_and_title_is_on_top_wherever_it_stands(void **state)
{
    (void)state;
    const mb_report *report =
        report_of(HEAD "1 THE ISSUE\n\n1.1 Fares rose.\n\n2 RECOMMENDATION\n\n2.1 Note it.\n\n"
                       "3 THE REPORT\n\n3.1 They rose again.\n\nAppendix 2: What passengers said\n"
                       "The words most often written on the forms were ferry, river and home. A selection:\n\nFerry\n");
    assert_string_equal(outline_of(report), "1 1 THE ISSUE\n1 2 RECOMMENDATION\n1 3 THE REPORT\n"
                                            "1 Appendix 2: What passengers said\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_that_count_up_head_sections),
        cmocka_unit_test(titles_in_small_letters_head_sections_too),
        cmocka_unit_test(a_standard_heading_that_lost_its_number_is_a_section),
        cmocka_unit_test(a_short_title_with_a_number_of_two_parts_is_a_sub_heading),
        cmocka_unit_test(a_paragraph_number_behind_a_stray_bullet_is_its_number),
        cmocka_unit_test(a_paragraph_number_on_a_line_of_its_own_is_that_of_the_text_below),
        cmocka_unit_test(a_paragraph_number_behind_bullets_of_the_one_before_waits_for_its_own_text),
        cmocka_unit_test(a_recommendation_has_a_number_and_a_label),
        cmocka_unit_test(a_recommendation_takes_the_list_under_it_along),
        cmocka_unit_test(the_items_of_a_list_are_recommendations),
        cmocka_unit_test(a_sentence_alone_is_a_recommendation),
        cmocka_unit_test(a_paper_without_a_section_for_them_announces_its_recommendations),
        cmocka_unit_test(a_slide_s_title_that_was_printed_into_its_table_heads_it),
        cmocka_unit_test(a_heading_below_a_whole_table_takes_none_of_it),
        cmocka_unit_test(an_appendix_with_its_number_and_title_is_on_top_wherever_it_stands),
    };
    return run_reader_tests(tests);
}
