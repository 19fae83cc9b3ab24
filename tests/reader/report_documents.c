/* report_documents.c: where papers begin, what sort they are, and to which item they belong. */
#include "reports_of.h"

#define HEAD(title) "MEETING:\tRoads Panel\nTITLE:\t" title "\nAN OPEN PUBLIC ITEM\n\n"
#define BODY        "1 THE ISSUE\n\nText.\n\n2 RECOMMENDATION\n\nNote it.\n\n3 THE REPORT\n\nText.\n\n"
#define FOOT        "Contact person\tAnn Lee 01234 567890\nBackground papers\tNone\n\n"

static void a_paper_with_a_head_is_a_committee_report(void **state)
{
    (void)state;
    assert_int_equal(report_of(HEAD("Ferry fares") BODY)->kind, mb_report_kind_committee_report);
}

static void a_stamp_ties_a_paper_to_its_item(void **state)
{
    (void)state;
    const mb_report *report = report_at(papers_of(AGENDA "Agenda Item 4\n\n" HEAD("Boats") BODY), 0);
    assert_slice(report->agenda_item, "4");
    assert_int_equal(report->pages.first, 21);
    assert_int_equal(report->pages.last, 30);
}

static void a_page_number_within_a_paper_ties_it_to_its_item(void **state)
{
    (void)state;
    const mb_report *report = report_at(papers_of(AGENDA HEAD("Boats") BODY "Page 22\n\nText.\n"), 0);
    assert_slice(report->agenda_item, "4");
}

static void a_title_ties_a_paper_to_its_item(void **state)
{
    (void)state;
    const mb_report *report = report_at(papers_of(AGENDA HEAD("Report on ferry fares") BODY), 0);
    assert_slice(report->agenda_item, "4");
}

static void a_paper_that_nothing_names_is_taken_by_its_order_and_said_to_be(void **state)
{
    (void)state;
    const mb_report *report = report_at(papers_of(AGENDA HEAD("Boats") BODY), 0);
    assert_slice(report->agenda_item, "3");
    assert_true(said("report-item-inferred"));
}

static void what_begins_on_a_page_behind_the_foot_is_an_attachment(void **state)
{
    (void)state;
    const mb_list *reports = papers_of(AGENDA HEAD("Ferry fares") BODY FOOT
                                       "\n\n\nHarbour Service\n\n\n\nAnnual Report\n2024 - 2025\n\nPage 25\n\n\n"
                                       "Ferries have run for many years without an accident of any kind.\n");
    const mb_report *attachment = report_at(reports, 1);
    assert_slice(attachment->title, "Annual Report 2024 - 2025");
    assert_int_equal(attachment->kind, mb_report_kind_annual_report);
    assert_slice(attachment->agenda_item, "4");
}

static void where_no_page_is_marked_an_attachment_begins_behind_the_notice_at_the_foot(void **state)
{
    (void)state;
    const mb_list *reports = papers_of(AGENDA HEAD("Ferry fares") BODY FOOT
                                       "Please contact the report author if you need this report in another\nformat\n\n"
                                       "Annual Report of the Ferries\n\n"
                                       "Ferries have run for many years without an accident of any kind.\n");
    assert_int_equal(reports->count, 2);
    const mb_report *attachment = report_at(reports, 1);
    assert_slice(attachment->title, "Annual Report of the Ferries");
    assert_int_equal(attachment->kind, mb_report_kind_annual_report);
}

static void what_a_report_says_behind_the_notice_is_no_paper(void **state)
{
    (void)state;
    const mb_list *reports =
        papers_of(AGENDA HEAD("Ferry fares") BODY FOOT
                  "Please contact the report author if you need this report in another\nformat\n\n"
                  "Glossary\n\nQuay: where a boat lies.\n\n"
                  "9 Further Notes\n\n9.1 The notes came later than the rest of the report did.\n\n"
                  "Report approved by the harbour master on 1 June 2026.\n");
    assert_int_equal(reports->count, 1);
}

static void an_appendix_behind_the_foot_stays_with_its_report(void **state)
{
    (void)state;
    const mb_list *reports =
        papers_of(HEAD("Ferry fares") BODY FOOT "\n\n\nAppendix 1: Fares in figures\n\nThey are high.\n");
    assert_int_equal(reports->count, 1);
}

static void an_appendix_of_several_pages_is_still_one(void **state)
{
    (void)state;
    const mb_list *reports =
        papers_of(HEAD("Ferry fares") BODY FOOT " Appendix 1: Fares in figures\n\nThey are high.\n\n"
                                                " They stay high.\n");
    assert_int_equal(reports->count, 1);
}

static void a_notice_on_a_blank_page_ends_a_paper(void **state)
{
    (void)state;
    const mb_list *reports =
        papers_of(HEAD("Ferry fares") BODY "This page is intentionally left blank\n\n" HEAD("Boats") BODY);
    assert_int_equal(reports->count, 2);
    assert_slice(report_at(reports, 1)->title, "Boats");
}

static void an_attachment_without_a_cover_has_the_title_that_its_report_gives(void **state)
{
    (void)state;
    const mb_list *reports =
        papers_of(HEAD("Ferry fares") "List of attachments to this report:\n"
                                      "Attachment 1: Ferries in 2024\n\n" BODY FOOT
                                      "\n\n\nFerries have run for many years without an accident of any kind.\n");
    assert_slice(report_at(reports, 1)->title, "Ferries in 2024");
}

static void a_stamp_in_the_middle_of_its_page_stands_for_all_of_it(void **state)
{
    (void)state;
    const mb_list *reports = papers_of(AGENDA " Agenda Item 4\n\n" HEAD("Boats") BODY
                                       " Roads Panel\nThis plan lists what the Panel will look at.\n\n"
                                       "Agenda Item 5\n\nRef\n\nTitle\n");
    assert_int_equal(reports->count, 2);
    const mb_report *plan = report_at(reports, 1);
    assert_slice(plan->agenda_item, "5");
    assert_int_equal(plan->kind, mb_report_kind_plan);
}

static void the_first_sentence_of_a_work_plan_begins_a_paper_with_its_head(void **state)
{
    (void)state;
    const mb_list *reports =
        papers_of(HEAD("Ferry fares") BODY "Text ends.\n\nMarlford District Council\n\nROADS PANEL\n\n"
                                           "This Forward Plan lists what comes.\n");
    const mb_report *plan = report_at(reports, 1);
    assert_int_equal(plan->kind, mb_report_kind_plan);
    assert_int_equal(plan->place.line, 19);
    assert_int_equal(plan->front_matter.count, 2);
    assert_string_equal(outline_of(plan), "1 \n");
}

static void the_title_of_a_work_plan_is_the_line_that_calls_it_one_or_its_item(void **state)
{
    (void)state;
    const mb_list *reports = papers_of(AGENDA HEAD("Ferry fares") BODY
                                       "Text ends.\n\nMarlford District Council\n\n"
                                       "ROADS PANEL\n\nFORWARD PLAN\n\nThis Forward Plan lists what comes.\n");
    assert_slice(report_at(reports, 1)->title, "FORWARD PLAN");
    reports = papers_of(AGENDA HEAD("Ferry fares") BODY "Text ends.\n\nMarlford District Council\n\nROADS PANEL\n\n"
                                                        "This Forward Plan lists what comes.\n");
    assert_slice(report_at(reports, 1)->title, "WORK PLAN");
}

static void slides_are_known_by_their_end(void **state)
{
    (void)state;
    const mb_report *report = report_of("Ferries of the future\n\n- They float\n- They sail\n\nAny questions?\n");
    assert_int_equal(report->kind, mb_report_kind_presentation);
}

static void the_author_on_a_cover_is_the_contact(void **state)
{
    (void)state;
    const mb_report *report = report_of("Harbour Service\nAnnual Report 2024\n\nAuthor: Ann Lee\nHead of Ferries\n\n"
                                        "\f1. Summary\n\nText.\n\n2. Boats\n\nText.\n\n3. Fares\n\nText.\n");
    assert_slice(report->title, "Harbour Service Annual Report 2024");
    assert_slice(report->contact->name, "Ann Lee");
    assert_slice(report->contact->role, "Head of Ferries");
}

static void the_title_of_an_item_above_contents_is_a_cover_and_no_head(void **state)
{
    (void)state;
    const mb_list *reports =
        papers_of(AGENDA "Agenda Item 3\n\nPotholes in spring\n\nAuthor: Ann Lee\n\nContents\n\n1. Foreword   9\n"
                         "2. What we did   10\n3. Money   12\n\n1\n\nForeword\n\nThe winter was long.\n\n2\n\n"
                         "What we did\n\nWe filled them.\n\n3\n\nMoney\n\nIt cost more than before.\n");
    assert_null(report_at(reports, 0)->header);
    assert_slice(report_at(reports, 0)->agenda_item, "3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_no_page_is_marked_an_attachment_begins_behind_the_notice_at_the_foot),
        cmocka_unit_test(a_paper_with_a_head_is_a_committee_report),
        cmocka_unit_test(a_stamp_ties_a_paper_to_its_item),
        cmocka_unit_test(a_page_number_within_a_paper_ties_it_to_its_item),
        cmocka_unit_test(a_title_ties_a_paper_to_its_item),
        cmocka_unit_test(a_paper_that_nothing_names_is_taken_by_its_order_and_said_to_be),
        cmocka_unit_test(what_begins_on_a_page_behind_the_foot_is_an_attachment),
        cmocka_unit_test(an_appendix_behind_the_foot_stays_with_its_report),
        cmocka_unit_test(an_appendix_of_several_pages_is_still_one),
        cmocka_unit_test(what_a_report_says_behind_the_notice_is_no_paper),
        cmocka_unit_test(a_notice_on_a_blank_page_ends_a_paper),
        cmocka_unit_test(an_attachment_without_a_cover_has_the_title_that_its_report_gives),
        cmocka_unit_test(a_stamp_in_the_middle_of_its_page_stands_for_all_of_it),
        cmocka_unit_test(the_first_sentence_of_a_work_plan_begins_a_paper_with_its_head),
        cmocka_unit_test(the_title_of_a_work_plan_is_the_line_that_calls_it_one_or_its_item),
        cmocka_unit_test(slides_are_known_by_their_end),
        cmocka_unit_test(the_author_on_a_cover_is_the_contact),
        cmocka_unit_test(the_title_of_an_item_above_contents_is_a_cover_and_no_head),
    };
    return run_reader_tests(tests);
}
