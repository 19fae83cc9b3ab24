/* report_head.c: the box at a report's head, as extraction leaves it. */
#include "reports_of.h"

#define BODY                                                                                                           \
    "\n1 THE ISSUE\n\n1.1 Ferries are late.\n\n2 RECOMMENDATION\n\n2.1 Note it.\n\n3 THE REPORT\n\n3.1 They are.\n"

static void a_head_kept_apart_by_tabs_gives_its_fields(void **state)
{
    (void)state;
    const mb_report *report = report_of("Marlford District Council\t\t\n"
                                        "MEETING/ DECISION MAKER:\tRoads and Ferries Panel\t\n"
                                        "MEETING/\t3rd June 2025\tEXECUTIVE FORWARD PLAN REFERENCE:\n"
                                        "DECISION DATE:\t\tE 1234\n"
                                        "TITLE:\tFerry fares\t\n"
                                        "WARD:\tAll\t\n"
                                        "AN OPEN PUBLIC ITEM\t\t\n"
                                        "List of attachments to this report:\t\t\n"
                                        "Attachment 1: Fares since 2020\t\t\n" BODY);
    assert_slice(report->title, "Ferry fares");
    assert_slice(report->header->meeting, "Roads and Ferries Panel");
    assert_slice(report->header->date, "2025-06-03");
    assert_slice(report->header->forward_plan_reference, "E 1234");
    assert_slice(report->header->ward, "All");
    assert_int_equal(report->header->is_public, MB_YES);
    assert_int_equal(report->header->attachments.count, 1);
    assert_slice(report->header->attachments.items[0], "Attachment 1: Fares since 2020");
}

static void labels_printed_before_their_values_still_get_them(void **state)
{
    (void)state;
    const mb_report *report = report_of("Marlford District Council\n"
                                        "MEETING/\nDECISION\nMAKER:\nMEETING/\nDECISION\nDATE:\n\n"
                                        "Roads, Bridges and Ferries Policy and\nScrutiny Panel\n\n"
                                        "EXECUTIVE FORWARD\nPLAN REFERENCE:\n\n"
                                        "3rd June 2025\n\n"
                                        "TITLE:\n\nFerry fares\n\n"
                                        "WARD:\n\nFORWARD PLAN\nREFERENCE:\n\nE 77\n\nAll\n"
                                        "AN OPEN PUBLIC ITEM\n" BODY);
    assert_slice(report->header->meeting, "Roads, Bridges and Ferries Policy and Scrutiny Panel");
    assert_slice(report->header->date, "2025-06-03");
    assert_slice(report->header->forward_plan_reference, "E 77");
    assert_slice(report->header->ward, "All");
    assert_slice(report->title, "Ferry fares");
}

static void a_label_repeated_in_its_value_is_no_part_of_it(void **state)
{
    (void)state;
    const mb_report *report = report_of("MEETING:\tRoads Panel\t\n"
                                        "MEETING DATE:\t03 June 2025 FORWARD PLAN REFERENCE:\t\n"
                                        "TITLE:\tTITLE: Ferry fares\t\n"
                                        "WARD:\tWARD: Quayside\t\n" BODY);
    assert_slice(report->title, "Ferry fares");
    assert_slice(report->header->ward, "Quayside");
    assert_slice(report->header->date, "2025-06-03");
    assert_null(report->header->forward_plan_reference.data);
}

static void attachments_that_are_none_are_none(void **state)
{
    (void)state;
    const mb_report *report = report_of("MEETING:\n\nRoads Panel\n\nTITLE:\n\nFerry fares\n\nAN OPEN PUBLIC ITEM\n\n"
                                        "List of attachments to this report:\nNone\n" BODY);
    assert_int_equal(report->header->attachments.count, 0);
}

static void an_exempt_report_is_not_public(void **state)
{
    (void)state;
    assert_int_equal(report_of("MEETING:\tRoads Panel\nTITLE:\tFerry fares\nAN EXEMPT ITEM\n" BODY)->header->is_public,
                     MB_NO);
}

static void a_head_that_lost_its_title_takes_that_of_the_agenda(void **state)
{
    (void)state;
    const mb_list *reports = papers_of(AGENDA "Agenda Item 4\n\nMEETING:\tRoads Panel\nWARD:\tAll\n"
                                              "AN OPEN PUBLIC ITEM\n" BODY);
    assert_slice(report_at(reports, 0)->title, "FERRY FARES");
    assert_true(said("report-title-inferred"));
}

static void the_contact_is_taken_apart(void **state)
{
    (void)state;
    const mb_report *report =
        report_of("MEETING:\tRoads Panel\nTITLE:\tFerry fares\n" BODY
                  "\nContact person\tAnn Lee, Head of Ferries Tel: 01234 567890 ann@marl.example\n"
                  "Background papers\tTimetable of 2024\n\n"
                  "Please contact the report author if you need this in another form\n");
    assert_slice(report->contact->name, "Ann Lee");
    assert_slice(report->contact->role, "Head of Ferries");
    assert_slice(report->contact->phone, "01234 567890");
    assert_slice(report->contact->email, "ann@marl.example");
    assert_slice(report->background_papers, "Timetable of 2024");
}

static void a_foot_whose_labels_stand_above_their_values_is_read(void **state)
{
    (void)state;
    const mb_report *report = report_of("MEETING:\tRoads Panel\nTITLE:\tFerry fares\n" BODY
                                        "\nContact person\n\nAnn Lee \xE2\x80\x93 Head of Ferries\n01234 567890\n\n"
                                        "Background\npapers\n\nNone\n\n"
                                        "Please contact the report author if you need it in large print or in an\n"
                                        "other language\n");
    assert_slice(report->contact->name, "Ann Lee");
    assert_slice(report->contact->role, "Head of Ferries");
    assert_slice(report->background_papers, "None");
    assert_int_equal(section_at(report, 2)->blocks.count, 1);
}

static void the_card_on_the_last_slide_is_the_contact(void **state)
{
    (void)state;
    const mb_report *report = report_of("Ferries of the future\n\n- They float\n- They sail\n\nAny questions?\n\n"
                                        "Ann Lee ann@marl.example Head of Ferries | Harbour Service | 01234 567 890\n\n"
                                        "Bob Hay bob@marl.example Clerk | 01234 567 891\n");
    assert_slice(report->contact->name, "Ann Lee");
    assert_slice(report->contact->phone, "01234 567 890");
}

static void background_in_a_report_is_no_foot(void **state)
{
    (void)state;
    const mb_list *reports =
        papers_of("MEETING:\tRoads Panel\nTITLE:\tFerry fares\n" BODY
                  "\nBackground papers are kept at the quay.\n\n\n\nFares rose in every year of ten.\n");
    assert_int_equal(reports->count, 1);
}

static void labels_without_colons_are_labels_where_each_has_a_value(void **state)
{
    (void)state;
    const mb_report *report = report_of("Marlford District Council\nMeeting\n\nRoads Panel\n\nDate\n\n3 June 2025\n\n"
                                        "Title\n\nFerry fares: what the\nislands pay\n\nWard\n\nAll\n\n"
                                        "Forward Plan reference\n\nKD 0412\n\nStatus\n\nOpen to the public\n" BODY);
    assert_slice(report->title, "Ferry fares: what the islands pay");
    assert_int_equal(report->kind, mb_report_kind_committee_report);
    assert_slice(report->header->meeting, "Roads Panel");
    assert_slice(report->header->date, "2025-06-03");
    assert_slice(report->header->forward_plan_reference, "KD 0412");
    assert_slice(report->header->ward, "All");
    assert_int_equal(report->header->is_public, MB_YES);
}

static void the_head_s_other_labels_take_their_own_values(void **state)
{
    (void)state;
    const mb_report *report = report_of("Report to:\tRoads Panel\nTitle:\tFerry fares\nReport of:\tHead of Ferries\n"
                                        "Wards affected:\tQuayside\nForward Plan reference:\tNone\n"
                                        "Public or private:\tPrivate\n" BODY);
    assert_slice(report->title, "Ferry fares");
    assert_slice(report->header->ward, "Quayside");
    assert_null(report->header->forward_plan_reference.data);
    assert_int_equal(report->header->is_public, MB_NO);
}

static void a_cover_s_date_and_the_council_s_name_are_no_part_of_its_title(void **state)
{
    (void)state;
    const mb_report *report = report_of("Harbour Service\nAnnual Report 2024/25\nMarlford District Council\n"
                                        "September 2025\n\fContents\nForeword .... 3\n1 Ferries .... 3\n"
                                        "2 Quays4\nGlossary .... 5\n\fForeword\n\nFerries are late, and everybody\n"
                                        "knows it.\n");
    assert_slice(report->title, "Harbour Service Annual Report 2024/25");
    assert_slice(report->header->date, "2025-09");
    assert_int_equal(report->kind, mb_report_kind_annual_report);
    assert_int_equal(report->sections.count, 1);
}

static void author_and_date_on_a_cover_are_no_head(void **state)
{
    (void)state;
    const mb_report *report =
        report_of("Ferries Annual Report 2024\n\nAuthor:\n\nAnn Lee,\n\nHead of Ferries\n\n"
                  "Date: October 2025\n\n\fContents\n\n1. Boats 2\n\n\f1. Boats\n\nWe have six.\n");
    assert_slice(report->title, "Ferries Annual Report 2024");
    assert_int_equal(report->kind, mb_report_kind_annual_report);
}

static void a_work_plan_is_known_by_its_title(void **state)
{
    (void)state;
    const mb_report *report =
        report_of("Marlford District Council\nROADS PANEL\nWork programme 2025/26\n\n"
                  "The Panel decides what it looks at.\n\n"
                  "Date and reference\tTitle\tReport author\tDirector\n"
                  "3 June 2025 KD 0412\tFerry fares\tDr Ann Lee 01632 960112\tDirector of Place\n\n"
                  "Questions about this work programme: Bob Hay, Panel Clerk, 01632 960113\n");
    assert_slice(report->title, "Work programme 2025/26");
    assert_int_equal(report->kind, mb_report_kind_plan);
    assert_slice(report->header->meeting, "Roads Panel");
    assert_slice(report->contact->name, "Bob Hay");
    assert_int_equal(papers->forward_plan.count, 1);
    const mb_forward_plan_entry *entry = papers->forward_plan.items[0];
    assert_slice(entry->date, "2025-06-03");
    assert_slice(entry->ref, "KD 0412");
    assert_slice(((const mb_author *)entry->authors.items[0])->name, "Ann Lee");
}

static void attachments_that_are_listed_at_the_end_of_the_head_begin_no_section(void **state)
{
    (void)state;
    const mb_report *report =
        report_of("MEETING:\n\nRoads Panel\n\nTITLE:\n\nFerry fares\n\nAN OPEN PUBLIC ITEM\n\n\n\n"
                  "List of attachments to this report:\n\n\n\n"
                  "Appendix 1: What passengers said\n\n\n" BODY);
    assert_int_equal(report->header->attachments.count, 1);
    assert_slice(report->header->attachments.items[0], "Appendix 1: What passengers said");
    assert_slice(section_at(report, 0)->title, "THE ISSUE");
}

static void the_agenda_items_number_in_a_head_is_no_part_of_the_meeting(void **state)
{
    (void)state;
    const mb_report *report = report_of("Marlford District Council\n"
                                        "MEETING:\nRoads and Ferries Panel\nAGENDA ITEM NUMBER\n"
                                        "MEETING DATE:\n3rd June 2025\n7\n"
                                        "TITLE:\nFerry fares\nWARD:\nALL\nAN OPEN PUBLIC ITEM\n" BODY);
    assert_slice(report->header->meeting, "Roads and Ferries Panel");
    assert_slice(report->header->date, "2025-06-03");
    assert_slice(report->header->ward, "ALL");
    assert_slice(report->title, "Ferry fares");
    assert_null(report->header->forward_plan_reference.data);
}

static void a_label_that_nobody_knows_ends_the_value_above_it(void **state)
{
    (void)state;
    const mb_report *report = report_of("Report to: Roads Panel\n"
                                        "Can the decision be called in?\n"
                                        "Date of meeting: 3 June 2025\n"
                                        "Subject: Ferry fares\n"
                                        "Harbour master's view: In favour\n"
                                        "Wards affected: Quayside\n"
                                        "Boats concerned: Three\n" BODY);
    assert_slice(report->header->meeting, "Roads Panel");
    assert_slice(report->title, "Ferry fares");
    assert_slice(report->header->ward, "Quayside");
}

static void the_value_of_the_last_label_may_stand_below_it(void **state)
{
    (void)state;
    const mb_report *report = report_of("Report for:\n\nCabinet, 3 June 2025\n\nTitle:\n\nFerry fares\n" BODY);
    assert_slice(report->title, "Ferry fares");
    assert_slice(report->header->meeting, "Cabinet");
    assert_slice(report->header->date, "2025-06-03");
}

static void a_body_and_a_date_above_the_labels_are_the_meetings(void **state)
{
    (void)state;
    const mb_report *report = report_of("Marlford District Council\nRoads Panel\n3 June 2025\n\n"
                                        "Subject:\n\nFerry fares\n\nCabinet Member:\n\nAnn Lee - Roads\n\n"
                                        "Key Decision:\n\nNo\n" BODY);
    assert_slice(report->header->meeting, "Roads Panel");
    assert_slice(report->header->date, "2025-06-03");
    assert_slice(report->title, "Ferry fares");
}

static void whom_to_ask_may_stand_in_the_head(void **state)
{
    (void)state;
    const mb_report *report = report_of("Subject:\n\nFerry fares\n\nDate of Meeting:\n\n3 June 2025\n\n"
                                        "Contact Officer:\n\nName: Ann Lee\nEmail: ann@marlford.example\n\n"
                                        "Ward(s) affected:\n\nAll\n\nTel:\n\n01632 960123\n\n"
                                        "FOR GENERAL RELEASE\n" BODY);
    assert_slice(report->contact->name, "Ann Lee");
    assert_slice(report->contact->email, "ann@marlford.example");
    assert_slice(report->contact->phone, "01632 960123");
    assert_slice(report->header->ward, "All");
    assert_int_equal(report->header->is_public, MB_YES);
    assert_int_equal(report->sections.count, 3);
}

static void a_question_in_the_head_says_whether_the_report_is_exempt(void **state)
{
    (void)state;
    const mb_report *report = report_of("Report to: Roads Panel\nDate: 3 June 2025\nSubject: Ferry fares\n"
                                        "Does the report contain confidential or exempt information? "
                                        "\xE2\x98\x92 Yes \xE2\x98\x90 No\n" BODY);
    assert_int_equal(report->header->is_public, MB_NO);
    report = report_of("Report to: Roads Panel\nDate: 3 June 2025\nSubject: Ferry fares\n"
                       "Classification: Part I - Official\n" BODY);
    assert_int_equal(report->header->is_public, MB_YES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_head_kept_apart_by_tabs_gives_its_fields),
        cmocka_unit_test(labels_printed_before_their_values_still_get_them),
        cmocka_unit_test(a_label_repeated_in_its_value_is_no_part_of_it),
        cmocka_unit_test(attachments_that_are_none_are_none),
        cmocka_unit_test(an_exempt_report_is_not_public),
        cmocka_unit_test(a_head_that_lost_its_title_takes_that_of_the_agenda),
        cmocka_unit_test(the_contact_is_taken_apart),
        cmocka_unit_test(the_card_on_the_last_slide_is_the_contact),
        cmocka_unit_test(background_in_a_report_is_no_foot),
        cmocka_unit_test(labels_without_colons_are_labels_where_each_has_a_value),
        cmocka_unit_test(the_head_s_other_labels_take_their_own_values),
        cmocka_unit_test(a_cover_s_date_and_the_council_s_name_are_no_part_of_its_title),
        cmocka_unit_test(author_and_date_on_a_cover_are_no_head),
        cmocka_unit_test(a_work_plan_is_known_by_its_title),
        cmocka_unit_test(a_foot_whose_labels_stand_above_their_values_is_read),
        cmocka_unit_test(attachments_that_are_listed_at_the_end_of_the_head_begin_no_section),
        cmocka_unit_test(the_agenda_items_number_in_a_head_is_no_part_of_the_meeting),
        cmocka_unit_test(a_label_that_nobody_knows_ends_the_value_above_it),
        cmocka_unit_test(the_value_of_the_last_label_may_stand_below_it),
        cmocka_unit_test(a_body_and_a_date_above_the_labels_are_the_meetings),
        cmocka_unit_test(whom_to_ask_may_stand_in_the_head),
        cmocka_unit_test(a_question_in_the_head_says_whether_the_report_is_exempt),
    };
    return run_reader_tests(tests);
}
