/* documents.c: where one paper of a pack ends and the next begins. */
#include "reading_of.h"

#define CALL                                                                                                           \
    "Grounds Committee - Tuesday, 8th July, 2025\nat 7.00 pm in the Corn Hall\nAGENDA\n1. WELCOME\n"                   \
    "2. TREES IN THE CEMETERIES (Pages 3 - 6)\n3. WORK PLAN (Page 7)\n"

static const mb_report *report_of(const char *pack, uint32_t index)
{
    return at(report, pack_of(pack)->reports, index);
}

#define MINUTED "1 WELCOME\n\nAll were welcome.\n\n2 FAIR\n\nIt was fine.\n"

static void minutes_that_lost_those_present_begin_above_those_in_attendance(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(CALL "\fHARLE VALE TOWN COUNCIL\nGROUNDS COMMITTEE\nTuesday, 3rd June, 2025\n"
                                       "In attendance: Una Teal (Town Clerk)\n\n" MINUTED);
    assert_int_equal(pack->meetings.count, 2);
    assert_int_equal(minutes_in(at(meeting, pack->meetings, 1))->items.count, 2);
    assert_int_equal(minutes_in(at(meeting, pack->meetings, 1))->in_attendance.count, 1);
}

static void minutes_that_lost_their_date_begin_with_the_name_of_the_body(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(CALL "\fHARLE VALE TOWN COUNCIL\nGROUNDS COMMITTEE\n"
                                       "Present: Councillors Ann Ogle (Chair) and Bob Dunn\n\n" MINUTED);
    assert_int_equal(pack->meetings.count, 2);
    assert_int_equal(minutes_in(at(meeting, pack->meetings, 1))->items.count, 2);
    assert_slice(at(meeting, pack->meetings, 1)->body, "Grounds Committee");
}

static void a_stamp_begins_the_papers_of_its_item(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(CALL "\f"
                                       "Agenda Item 2\nTrees in the cemeteries\n\nEleven limes are in poor health.\n"
                                       "\fAgenda Item 3\nWork plan\n\nJuly: nothing.\n");
    assert_int_equal(pack->reports.count, 2);
    const mb_report *trees = at(report, pack->reports, 0), *plan = at(report, pack->reports, 1);
    assert_slice(trees->agenda_item, "2");
    assert_slice(trees->title, "Trees in the cemeteries");
    assert_int_equal(trees->pages.first, 3);
    assert_int_equal(trees->pages.last, 6);
    assert_slice(plan->agenda_item, "3");
    const mb_agenda_item *item = at(agenda_item, meeting_in(pack)->agenda, 1);
    assert_int_equal(item->reports.count, 1);
    assert_ptr_equal(item->reports.items[0], trees);
}

static void the_stamp_is_furniture(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(CALL "\fAgenda Item 2\nTrees in the cemeteries\n\nEleven limes.\n");
    assert_int_equal(pack->furniture.count, 1);
    assert_slice(text_at(pack->furniture, 0), "Agenda Item 2");
    assert_int_equal(at(block, pack->furniture, 0)->place.line, 7);
}

static void a_stamp_of_no_item_is_kept_without_one(void **state)
{
    (void)state;
    const mb_report *report = report_of(CALL "\fAgenda Item 9\nDrains in Lime Grove\n\nThey are blocked.\n", 0);
    assert_slice(report->agenda_item, "9");
    assert_int_equal(report->pages.first, 0);
}

static void behind_a_blank_page_another_paper_begins(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(CALL "\fAgenda Item 2\nTrees in the cemeteries\n\nEleven limes.\n"
                                       "\fThis page is intentionally left blank\n"
                                       "\fMap of the cemeteries\n\nLime Grove is to the north.\n");
    assert_int_equal(pack->reports.count, 2);
    assert_slice(at(report, pack->reports, 1)->title, "Map of the cemeteries");
}

static void a_box_at_its_head_begins_a_report(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Map of the cemeteries\n\nLime Grove is to the north.\n\n"
                                  "Harle Vale Town Council\n"
                                  "Report to: Grounds Committee\n"
                                  "Title: Trees in the cemeteries\n\nEleven limes are in poor health.\n");
    assert_int_equal(pack->reports.count, 2);
    const mb_report *report = at(report, pack->reports, 1);
    assert_slice(report->title, "Trees in the cemeteries");
    assert_int_equal(report->place.line, 5);
}

static void a_title_in_the_box_counts_before_the_first_heading(void **state)
{
    (void)state;
    assert_slice(report_of("Report to: Grounds Committee\nDate: 8 July 2025\nTitle: Trees in the cemeteries\n"
                           "WARD: All\n\nLimes.\n",
                           0)
                     ->title,
                 "Trees in the cemeteries");
    assert_slice(report_of("Report to:\tGrounds Committee\nTitle:\tTrees in the cemeteries\n\nLimes.\n", 0)->title,
                 "Trees in the cemeteries");
}

static void numbered_headings_in_capitals_are_sections(void **state)
{
    (void)state;
    const mb_report *report = report_of("Report to: Grounds Committee\nTitle: Trees\n\n1 THE ISSUE\n\n"
                                        "1.1 Eleven limes are in poor health.\n\n2 RECOMMENDATION\n\n"
                                        "The Committee is asked to fell four of them.\n\n3 STATUTORY CONSIDERATIONS\n\n"
                                        "There are none.\n",
                                        0);
    assert_int_equal(report->sections.count, 3);
    const mb_section *section = at(section, report->sections, 1);
    assert_slice(section->number, "2");
    assert_slice(section->title, "RECOMMENDATION");
    assert_slice(section->printed, "2 RECOMMENDATION");
    assert_int_equal(section->place.line, 8);
    assert_slice(text_at(section->blocks, 0), "The Committee is asked to fell four of them.");
    assert_slice(at(block, at(section, report->sections, 0)->blocks, 0)->number, "1.1");
    assert_true(report->front_matter.count > 0);
}

static void a_paper_without_headings_is_one_section(void **state)
{
    (void)state;
    const mb_report *report = report_of("Trees in the cemeteries\n\nEleven limes are in poor health.\n", 0);
    assert_int_equal(report->sections.count, 1);
    assert_int_equal(at(section, report->sections, 0)->blocks.count, 2);
}

static void every_paper_has_an_id_of_its_own(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(CALL "\fAgenda Item 2\nTrees\n\nLimes.\n\fAgenda Item 2\nTrees\n\nMore limes.\n");
    assert_int_equal(pack->reports.count, 2);
    assert_false(mb_slice_equal(at(report, pack->reports, 0)->id, at(report, pack->reports, 1)->id));
}

static void a_pack_without_text_says_so(void **state)
{
    (void)state;
    static const char *const packs[] = {"", "\n\n", " \n\t\n\f\n", "\xEF\xBB\xBF"};
    for (size_t i = 0; i < COUNT_OF(packs); i++) {
        const mb_pack *pack = pack_of(packs[i]);
        assert_non_null(remark_in(pack, "empty-pack"));
        assert_int_equal(remark_in(pack, "empty-pack")->severity, mb_severity_error);
        assert_int_equal(pack->meetings.count, 0);
        assert_int_equal(pack->reports.count, 0);
    }
    assert_null(remark_in(pack_of(CALL), "empty-pack"));
}

static void bytes_of_another_encoding_are_reported_with_their_line(void **state)
{
    (void)state;
    const mb_diagnostic *remark = remark_in(pack_of(CALL "4. CAF\xC9 IN THE PARK\n"), "invalid-characters");
    assert_non_null(remark);
    assert_int_equal(remark->place.line, 7);
    assert_null(remark_in(pack_of(CALL), "invalid-characters"));
}

static void spaces_that_do_not_break_are_spaces(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of("Marlford District Council\n\nRoads Panel\n\nTuesday,\u00a03rd\u00a0June,\u202f2025\n\n"
                "AGENDA\n\n1.\u00a0WELCOME\n\n2.\u00a0FERRY\u2009FARES (Pages\u00a03 - 8)\n\n");
    const mb_meeting *meeting = pack->meetings.items[0];
    assert_slice(meeting->date, "2025-06-03");
    assert_int_equal(meeting->agenda.count, 2);
    assert_slice(((const mb_agenda_item *)meeting->agenda.items[1])->title, "FERRY FARES");
}

static void the_source_is_described(void **state)
{
    (void)state;
    const mb_source *source = pack_of(CALL "\fTrees\n")->source;
    assert_slice(source->file, "pack.txt");
    assert_slice(source->dialect, "uk");
    assert_int_equal(source->bytes.value, strlen(CALL "\fTrees\n"));
    assert_int_equal(source->lines.value, 7);
    assert_int_equal(source->sheets.value, 2);
    assert_int_equal(source->sha256.size, 64);
    assert_int_equal(source->format, mb_source_format_text);
    assert_false(pack_of(CALL)->source->sheets.known);
}

static const mb_meeting *minuted_in(const char *pack)
{
    const mb_pack *read = pack_of(pack);
    assert_int_equal(read->meetings.count, 1);
    return at(meeting, read->meetings, 0);
}

static void those_present_may_be_listed_under_an_item(void **state)
{
    (void)state;
    const mb_meeting *meeting = minuted_in(
        "HARLE PARISH COUNCIL\n\nMINUTES OF THE MEETING HELD ON MONDAY 2ND JUNE 2025\n\n1. PRESENT\n\nCllrs Ogle "
        "(Chair), Dunn, District\nCouncillor Orr, 6 members of the public, Parish Clerk.\n\n2. APOLOGIES\n\nThere were "
        "no apologies.\n\n3. FAIR\n\nIt was fine.\n");
    assert_int_equal(minutes_in(meeting)->items.count, 3);
    assert_int_equal(minutes_in(meeting)->present.count, 3);
    assert_slice(at(member, minutes_in(meeting)->present, 2)->name, "Orr");
    assert_int_equal(minutes_in(meeting)->members_of_public.value, 6);
    meeting = minuted_in(
        "Minutes of the Meeting of Harle Parish Council held on Monday 2nd June 2025\n\n"
        "25/45  Present: Cllr Ann Ogle (Chair), Cllr Bob Dunn.\nIn attendance: Una Teal (Clerk).\n\n"
        "25/46  Apologies for Absence: Apologies were received from Cllr Cy Orr.\n\n25/47  Fair: It was fine.\n");
    assert_int_equal(minutes_in(meeting)->items.count, 3);
    assert_int_equal(minutes_in(meeting)->present.count, 2);
    assert_slice(at(attendee, minutes_in(meeting)->in_attendance, 0)->role, "Clerk");
}

static void the_roll_may_be_called_under_the_first_item(void **state)
{
    (void)state;
    const mb_meeting *meeting = minuted_in(
        "The Harle Council\n\nMinutes of Meeting of the Harle Council held on 2 June 2025.\n\n"
        "1. Calling of the Roll and Apologies for Absence\n\nPresent:\nMr A Ogle, Mrs B Dunn\n\n"
        "Apologies for absence were intimated on behalf of Mr C Orr.\n\n2. Fair\n\nIt was fine.\n\n3. Roads\n\nSo "
        "were they.\n");
    assert_int_equal(minutes_in(meeting)->items.count, 3);
    assert_int_equal(minutes_in(meeting)->present.count, 2);
    assert_int_equal(at(minute_item, minutes_in(meeting)->items, 0)->apologies.count, 1);
}

static void labels_may_stand_in_a_column_with_their_colons(void **state)
{
    (void)state;
    const mb_meeting *meeting = minuted_in(
        "MINUTES OF THE PROCEEDINGS OF THE MEETING OF THE COUNCIL\nHELD AT THE MILL ON MONDAY 2 JUNE 2025\n\n"
        "In the Chair       : Mayor (Councillor A Ogle)\n\n"
        "Members Present    : Aldermen - B Dunn and C Orr\n\n"
        "                     Councillors - D Poe, E Fox and F Gee\n\n"
        "1    WELCOME\n\nAll were welcome.\n\n2    FAIR\n\nIt was fine.\n\n3    ROADS\n\nSo were they.\n");
    assert_int_equal(minutes_in(meeting)->items.count, 3);
    assert_int_equal(minutes_in(meeting)->present.count, 5);
    assert_slice(at(member, minutes_in(meeting)->present, 0)->honorific, "Alderman");
    assert_slice(at(member, minutes_in(meeting)->present, 4)->name, "F Gee");
}

static void minutes_that_name_nobody_are_known_by_their_title(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        minuted_in("HARLE PARISH COUNCIL\n\nMinutes of the meeting held on 2 June 2025\n\n1. APOLOGIES\n\n"
                   "There were none.\n\n2. FAIR\n\nIt was fine.\n\n3. ROADS\n\nSo were they.\n");
    assert_int_equal(minutes_in(meeting)->items.count, 3);
    assert_slice(meeting->date, "2025-06-02");
}

static void a_front_sheet_may_be_headed_agenda_too(void **state)
{
    (void)state;
    const mb_meeting *meeting = minuted_in(
        "Agenda\n\nMeeting: Cabinet\nVenue: Corn Hall\nDate: Tuesday, 3 June 2025 at 2.00 pm\n\nMembership\n\n"
        "Councillors\n\nAnn Ogle         -    Leader of the Council\nMrs Bea Dunn     -    Deputy Leader\n"
        "Cy Orr           -    Cabinet Member for Roads\n\n                AGENDA              Page No.\n\n"
        "1.   Apologies\n\n2.   Fair                        5 - 9\n\n3.   Roads\n");
    assert_slice(meeting->body, "Cabinet");
    assert_slice(meeting->venue, "Corn Hall");
    assert_int_equal(meeting->members.count, 3);
    assert_slice(at(member, meeting->members, 2)->name, "Cy Orr");
    assert_int_equal(meeting->agenda.count, 3);
}

#define PARAGRAPH  "Eleven of the limes are in poor health and have to be felled before the winter comes.\n\n"
#define PARAGRAPHS PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH

static void a_report_s_head_may_have_its_title_above_its_body(void **state)
{
    (void)state;
    static const char *const titles[] = {"Item: 2", "Title: Trees", "Report title: Trees", "Subject: Trees"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        char pack[5000];
        snprintf(pack, sizeof pack,
                 CALL
                 "\n%s\nReport to: Grounds Committee\nDate: 8 July 2025\nWard: All\n\n" PARAGRAPHS PARAGRAPHS PARAGRAPHS
                 "%s\nDecision Maker: Grounds Committee\nDate: 8 July 2025\nWard: All\n\n" PARAGRAPHS,
                 titles[i], titles[i]);
        const mb_pack *read = pack_of(pack);
        assert_int_equal(read->reports.count, 2);
        assert_int_equal(read->forward_plan.count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spaces_that_do_not_break_are_spaces),
        cmocka_unit_test(minutes_that_lost_those_present_begin_above_those_in_attendance),
        cmocka_unit_test(minutes_that_lost_their_date_begin_with_the_name_of_the_body),
        cmocka_unit_test(a_stamp_begins_the_papers_of_its_item),
        cmocka_unit_test(a_report_s_head_may_have_its_title_above_its_body),
        cmocka_unit_test(the_stamp_is_furniture),
        cmocka_unit_test(a_stamp_of_no_item_is_kept_without_one),
        cmocka_unit_test(behind_a_blank_page_another_paper_begins),
        cmocka_unit_test(a_box_at_its_head_begins_a_report),
        cmocka_unit_test(a_title_in_the_box_counts_before_the_first_heading),
        cmocka_unit_test(numbered_headings_in_capitals_are_sections),
        cmocka_unit_test(a_paper_without_headings_is_one_section),
        cmocka_unit_test(every_paper_has_an_id_of_its_own),
        cmocka_unit_test(a_pack_without_text_says_so),
        cmocka_unit_test(bytes_of_another_encoding_are_reported_with_their_line),
        cmocka_unit_test(the_source_is_described),
        cmocka_unit_test(those_present_may_be_listed_under_an_item),
        cmocka_unit_test(the_roll_may_be_called_under_the_first_item),
        cmocka_unit_test(labels_may_stand_in_a_column_with_their_colons),
        cmocka_unit_test(minutes_that_name_nobody_are_known_by_their_title),
        cmocka_unit_test(a_front_sheet_may_be_headed_agenda_too),
    };
    return run_reader_tests(tests);
}
