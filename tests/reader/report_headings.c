/* report_headings.c: headings without numbers, in each kind of text, and how deep they are. */
#include "reports_of.h"

/* Tells the reader that this text has one paragraph a line. */
#define UNWRAPPED                                                                                                      \
    "Ferries have crossed the harbour since the year in which the first quay was built, and nobody in the town can "   \
    "remember a winter in which they did not sail on at least three days of every week of the season.\n\n"
#define PARAGRAPH "The boats are old, and each of them is taken out of the water twice a year for repairs.\n\n"
/* Three lines as a page's edge wraps them. */
#define WRAPPED                                                                                                        \
    "Ferries have crossed the harbour since the year in which the first quay was built and\n"                          \
    "nobody in the town can remember a winter in which they did not sail on at least three\n"                          \
    "days of every week, whatever the weather was like and whoever was on board of them.\n"
#define SPACED                                                                                                         \
    "Ferries have crossed the harbour since the year in which the first quay was built and\n\n"                        \
    "nobody in the town can remember a winter in which they did not sail on at least three\n\n"                        \
    "days of every week, whatever the weather was like and whoever was on board of them.\n\n"

static const char *outline_of_text(const char *text)
{
    return outline_of(report_of(text));
}

static void a_short_line_alone_is_a_heading(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("How we work\n\n" UNWRAPPED "Our boats\n\n" PARAGRAPH),
                        "1 How we work\n1 Our boats\n");
}

static void a_sentence_alone_is_no_heading(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("How we work\n\n" UNWRAPPED "Boats are everybody's business.\n\n" PARAGRAPH),
                        "1 How we work\n");
}

static void a_line_that_leads_into_a_list_is_no_heading_unless_very_short(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("How we work\n\n" UNWRAPPED "Fares:\n\n- are low\n- stay low\n\n"
                                        "To do this:\n\n- we save\n- we sell\n\n"
                                        "This year the crew has:\n\n- sailed\n- rowed\n\n"
                                        "The crew has\n\n- sailed\n- rowed\n\n"
                                        "Crews at sea\n\n- sailed\n- rowed\n"),
                        "1 How we work\n2 Fares:\n1 Crews at sea\n");
}

static void captions_none_and_names_of_tables_are_no_headings(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("How we work\n\n" UNWRAPPED "Table 2: Boats by age\n\nBoat\tAge\nAnn\t12\n\n"
                                        "None\n\n" PARAGRAPH "Graph 1\n\n" PARAGRAPH),
                        "1 How we work\n");
}

static void the_start_of_a_sentence_cut_by_a_page_is_no_heading(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("How we work\n\n" UNWRAPPED "The crews are trained at sea\n\n\n\n"
                                        "by those who have sailed for longer than they have.\n"),
                        "1 How we work\n");
}

static void a_caption_behind_a_heading_is_no_part_of_it(void **state)
{
    (void)state;
    assert_string_equal(
        outline_of_text("How we work\n\n" UNWRAPPED "Demand for boats Fig 1: Boats by month\n\n" PARAGRAPH),
        "1 How we work\n1 Demand for boats\n");
}

static void labels_in_a_row_are_no_headings(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("How we work\n\n" UNWRAPPED
                                        "Crew\n\nMaster\n\nOwner\n\nHarbour\n\nTown\n\n" PARAGRAPH
                                        "Our boats\n\n" PARAGRAPH),
                        "1 How we work\n1 Our boats\n");
}

static void a_short_line_right_above_a_paragraph_is_a_heading(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("ANNUAL REPORT\n" WRAPPED "How we work\n" WRAPPED "Our boats\n" WRAPPED),
                        "1 ANNUAL REPORT\n1 How we work\n1 Our boats\n");
}

static void a_title_over_two_wrapped_lines_is_a_heading_and_names_the_paper(void **state)
{
    (void)state;
    const mb_report *report = report_of("Welcome to the First Annual Report from the Marlford Ferry Safety &\n"
                                        "Rescue Partnership\n" WRAPPED "Our boats\n" WRAPPED);
    assert_slice(report->title, "First Annual Report from the Marlford Ferry Safety & Rescue Partnership");
    assert_string_equal(outline_of(report),
                        "1 Welcome to the First Annual Report from the Marlford Ferry Safety & Rescue "
                        "Partnership\n1 Our boats\n");
}

static void a_heading_stands_on_a_short_sentence_a_caption_a_list_or_another_heading(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("How we work\n" WRAPPED
                                        "Our Boats\nEach of them has a name of its own.\n" WRAPPED
                                        "Our Quays\nFig. 2: Quays by age\n" WRAPPED
                                        "What is new this year?\n\u2022\n\u2022\n\nTwo boats\nA quay\n\n" WRAPPED
                                        "Our Money\nFares and Fines\n" WRAPPED),
                        "1 How we work\n1 Our Boats\n1 Our Quays\n1 What is new this year?\n1 Our Money\n"
                        "1 Fares and Fines\n");
}

static void who_is_quoted_is_named_by_no_heading(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("What people told us\n" WRAPPED
                                        "We were glad of the new boats and sail with them to school on each day\n"
                                        "Mrs Hilary Quay\n" WRAPPED
                                        "I had not thought that a boat could be so clean and come on time too\n"
                                        "Harbour Book Shop\n" WRAPPED),
                        "1 What people told us\n");
}

static void abbreviations_explained_in_a_row_are_no_headings(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("How we work\n" WRAPPED
                                        "Teams of the harbour and of the quays that belong to it:\n"
                                        "Pilots \u2013 The Pilots of the Harbour and of All its Quays\n"
                                        "HOB \u2013 Harbour Office for Boats\n"
                                        "LBO \u2013 Licences of Boats, a Team of the Office for the Boats\n"
                                        "RSC \u2013 Rescue Crews of the Harbour and of the Bay (Winter and Summer)\n"),
                        "1 How we work\n");
}

static void a_line_that_the_next_one_goes_on_with_is_no_heading(void **state)
{
    (void)state;
    assert_string_equal(
        outline_of_text("ANNUAL REPORT\n" WRAPPED "They sail from here in\n" WRAPPED
                        "Ferries have been\nrepaired in the yard that stands beside the old quay of the town.\n"),
        "1 ANNUAL REPORT\n");
}

static void a_title_in_capitals_goes_on_over_lines_and_years(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text(" WELCOME\nFROM THE\nCHAIR\n\n" WRAPPED
                                        " FARES AND TICKETS\n2020/21 - 2024/25\n12\n\n" WRAPPED),
                        "1 WELCOME FROM THE CHAIR\n1 FARES AND TICKETS 2020/21 - 2024/25\n");
}

static void a_line_above_a_numbered_paragraph_is_a_heading(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("1.\n\nSummary\n\n1.1\n\n" WRAPPED "Early complaints\n1.2\n\n" WRAPPED
                                        "2.\n\nThe Procedure\n\n" WRAPPED "3.\n\nWhat we learnt\n\n" WRAPPED),
                        "1 1 Summary\n2 Early complaints\n1 2 The Procedure\n1 3 What we learnt\n");
}

static void in_spaced_text_a_heading_stands_right_on_its_text(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text(" Welcome to our harbour\n" SPACED "How we work\n" SPACED "Our boats and\n\n"
                                        "our crews\n" SPACED),
                        "1 Welcome to our harbour\n1 How we work\n1 Our boats and our crews\n");
}

static void in_spaced_text_a_heading_may_stand_alone_between_sentences(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text(" Our harbour\n" SPACED "Our boats\n\n" SPACED),
                        "1 Our harbour\n1 Our boats\n");
}

static void cells_of_a_table_are_no_headings_in_spaced_text(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text(" Our harbour\n" SPACED "Boats that can\nsail\n\n" SPACED
                                        "Boats\nOars\nSails and masts of every kind\n\n" SPACED),
                        "1 Our harbour\n");
}

static void an_appendix_at_the_top_of_a_page_is_on_top(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("1.\n\nSummary\n\n" WRAPPED "2.\n\nThe Procedure\n\n" WRAPPED
                                        "3.\n\nWhat we learnt\n\n" WRAPPED " Appendix 1 - Stages\nStage One\n" WRAPPED),
                        "1 1 Summary\n1 2 The Procedure\n1 3 What we learnt\n1 Appendix 1 - Stages\n2 Stage One\n");
}

static void a_glossary_has_terms_not_headings(void **state)
{
    (void)state;
    assert_string_equal(
        outline_of_text("How we work\n\n" UNWRAPPED "Glossary\n\nThe Crew\n\n" PARAGRAPH "The Boat\n\n" PARAGRAPH),
        "1 How we work\n1 Glossary\n");
}

static void what_the_contents_list_is_on_top(void **state)
{
    (void)state;
    const mb_report *report = report_of("Harbour Report\n\nContents\n\nHow we work\t3\nOur boats\t4\nOur crews\t7\n\n"
                                        "How we work\n\n" UNWRAPPED "On Sundays\n\n" PARAGRAPH "Our boats\n\n" PARAGRAPH
                                        "Our crews\n\n" PARAGRAPH);
    assert_string_equal(outline_of(report), "1 How we work\n2 On Sundays\n1 Our boats\n1 Our crews\n");
    assert_slice(report->title, "Harbour Report");
}

static void under_capitals_small_letters_are_below(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("OUR HARBOUR\n\n" UNWRAPPED "On Sundays\n\n" PARAGRAPH "OUR BOATS\n\n" PARAGRAPH
                                        "OUR CREWS\n\n" PARAGRAPH),
                        "1 OUR HARBOUR\n2 On Sundays\n1 OUR BOATS\n1 OUR CREWS\n");
}

static void a_colon_puts_a_heading_below(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("Our duties\n\n" UNWRAPPED "On the water:\n\n" PARAGRAPH),
                        "1 Our duties\n2 On the water:\n");
}

static void numbers_within_a_numbered_section_are_below_it(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("1. Our harbour\n\n" UNWRAPPED "2. Our plans\n\n" PARAGRAPH
                                        "1. Buy boats\n\n" PARAGRAPH "2. Sell boats\n\n" PARAGRAPH
                                        "3. Our money\n\n" PARAGRAPH),
                        "1 1 Our harbour\n1 2 Our plans\n2 1 Buy boats\n2 2 Sell boats\n1 3 Our money\n");
}

static void where_numbers_begin_with_2_the_first_heading_lost_its_1(void **state)
{
    (void)state;
    const mb_report *report = report_of("Welcome\n\n" UNWRAPPED "2. Our boats\n\n" PARAGRAPH
                                        "3. Our crews\n\n" PARAGRAPH "4. Our money\n\n" PARAGRAPH);
    assert_string_equal(outline_of(report), "1 1 Welcome\n1 2 Our boats\n1 3 Our crews\n1 4 Our money\n");
    assert_slice(section_at(report, 0)->printed, "Welcome");
    assert_true(said("section-number-inferred"));
}

static void a_name_that_signs_a_page_is_no_heading(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("Welcome\n\n" UNWRAPPED "Ann Lee-Orr\n\n\n\nOur boats\n\n" PARAGRAPH),
                        "1 Welcome\n1 Our boats\n");
}

static void numbered_sentences_behind_a_colon_are_a_list(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("1. Our harbour\n\n" UNWRAPPED "2. Our plans\n\nWe have made three plans:\n\n"
                                        "1. The boats will be painted\n\n2. The crews will be paid\n\n"
                                        "3. The quay will be swept\n\n3. Our money\n\n" PARAGRAPH),
                        "1 1 Our harbour\n1 2 Our plans\n1 3 Our money\n");
}

static void one_word_with_a_number_is_a_heading_above_a_paragraph(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("1. Our harbour\n\n" UNWRAPPED "2. Our plans\n\n2.1 Boats\n\n" PARAGRAPH
                                        "2.2 None\n\n2.3 Crews\n\n" PARAGRAPH "3. Our money\n\n" PARAGRAPH
                                        "Glossary\n\n" PARAGRAPH),
                        "1 1 Our harbour\n1 2 Our plans\n2 2.1 Boats\n2 2.3 Crews\n1 3 Our money\n1 Glossary\n");
}

static void pages_may_stand_below_the_entries_of_the_contents(void **state)
{
    (void)state;
    const mb_report *report = report_of("Harbour Report\n\nContents\n\n1. How we work\n\n3\n\n2. Our boats\n\n4\n\n"
                                        "3. Our crews\n\n7\n\n1. How we work\n\n" UNWRAPPED "2. Our boats\n\n" PARAGRAPH
                                        "3. Our crews\n\n" PARAGRAPH);
    assert_string_equal(outline_of(report), "1 1 How we work\n1 2 Our boats\n1 3 Our crews\n");
    assert_int_equal(section_at(report, 0)->place.line, 17);
}

static void what_ends_the_title_of_an_entry_is_no_page_where_pages_stand_below(void **state)
{
    (void)state;
    const mb_report *report =
        report_of("Harbour Report\n\nContents\n\n1. How we work\n\n3\n\n2. Boats after storm-4\n\n4\n\n"
                  "3. Our crews in 5\n\n7\n\n1. How we work\n\n" UNWRAPPED "2. Boats after storm-4\n\n" PARAGRAPH
                  "3. Our crews in 5\n\n" PARAGRAPH);
    assert_string_equal(outline_of(report), "1 1 How we work\n1 2 Boats after storm-4\n1 3 Our crews in 5\n");
    assert_int_equal(section_at(report, 0)->place.line, 17);
}

static void figures_over_figures_number_no_paragraphs(void **state)
{
    (void)state;
    assert_string_equal(outline_of_text("How we work\n" WRAPPED
                                        "\nOld boats\n1\n\n5\n\nOld quays\n2\n\n7\n\nOld crews\n3\n\n9\n\n"
                                        "Old fares\n4\n\n12\n\nAll\n5\n\n33\n\n"),
                        "1 How we work\n");
}

static void paragraphs_numbered_by_section_are_not_numbered_through_the_report(void **state)
{
    (void)state;
    assert_string_equal(
        outline_of_text("1\n\nHow we work\n\n1.1\n\n" WRAPPED "\n1.2\n\n" WRAPPED "\n2\n\nOur boats\n\n2.1\n\n" WRAPPED
                        "\n2.2\n\n" WRAPPED "\nWhat the crews say\n\n1. they are of use to the town,\n\n"
                        "Old boats\n\n2. they have a use,\n\nOld quays\n\n3. they are of little use,\n\n"
                        "Old nets\n\n4. they are of no use.\n\n3\n\nOur crews\n\n3.1\n\n" WRAPPED),
        "1 1 How we work\n1 2 Our boats\n1 3 Our crews\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_ends_the_title_of_an_entry_is_no_page_where_pages_stand_below),
        cmocka_unit_test(figures_over_figures_number_no_paragraphs),
        cmocka_unit_test(paragraphs_numbered_by_section_are_not_numbered_through_the_report),
        cmocka_unit_test(where_numbers_begin_with_2_the_first_heading_lost_its_1),
        cmocka_unit_test(a_name_that_signs_a_page_is_no_heading),
        cmocka_unit_test(a_short_line_alone_is_a_heading),
        cmocka_unit_test(a_sentence_alone_is_no_heading),
        cmocka_unit_test(a_line_that_leads_into_a_list_is_no_heading_unless_very_short),
        cmocka_unit_test(captions_none_and_names_of_tables_are_no_headings),
        cmocka_unit_test(the_start_of_a_sentence_cut_by_a_page_is_no_heading),
        cmocka_unit_test(a_caption_behind_a_heading_is_no_part_of_it),
        cmocka_unit_test(labels_in_a_row_are_no_headings),
        cmocka_unit_test(a_short_line_right_above_a_paragraph_is_a_heading),
        cmocka_unit_test(a_title_over_two_wrapped_lines_is_a_heading_and_names_the_paper),
        cmocka_unit_test(a_heading_stands_on_a_short_sentence_a_caption_a_list_or_another_heading),
        cmocka_unit_test(who_is_quoted_is_named_by_no_heading),
        cmocka_unit_test(abbreviations_explained_in_a_row_are_no_headings),
        cmocka_unit_test(a_line_that_the_next_one_goes_on_with_is_no_heading),
        cmocka_unit_test(a_title_in_capitals_goes_on_over_lines_and_years),
        cmocka_unit_test(a_line_above_a_numbered_paragraph_is_a_heading),
        cmocka_unit_test(in_spaced_text_a_heading_stands_right_on_its_text),
        cmocka_unit_test(in_spaced_text_a_heading_may_stand_alone_between_sentences),
        cmocka_unit_test(cells_of_a_table_are_no_headings_in_spaced_text),
        cmocka_unit_test(an_appendix_at_the_top_of_a_page_is_on_top),
        cmocka_unit_test(a_glossary_has_terms_not_headings),
        cmocka_unit_test(what_the_contents_list_is_on_top),
        cmocka_unit_test(under_capitals_small_letters_are_below),
        cmocka_unit_test(a_colon_puts_a_heading_below),
        cmocka_unit_test(numbers_within_a_numbered_section_are_below_it),
        cmocka_unit_test(numbered_sentences_behind_a_colon_are_a_list),
        cmocka_unit_test(one_word_with_a_number_is_a_heading_above_a_paragraph),
        cmocka_unit_test(pages_may_stand_below_the_entries_of_the_contents),
    };
    return run_reader_tests(tests);
}
