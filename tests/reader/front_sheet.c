/* front_sheet.c: who meets when and where, as the sheet before an agenda says it. */
#include "reading_of.h"

#define FRONT_SHEET                                                                                                    \
    "Harle Vale Town Council\n"                                                                                        \
    "Grounds and Open Spaces Committee\n\n"                                                                            \
    "Date: Tuesday, 3rd June, 2025\n"                                                                                  \
    "Time: 7.00 pm\n"                                                                                                  \
    "Venue: Corn Hall - Market Square, Harle\n\n"                                                                      \
    "Councillors: Ann Ogle (Chair), Bob Dunn and Cy Orr\n"                                                             \
    "Co-opted Voting Member: Dr Di Poe\n"                                                                              \
    "Co-opted Non-Voting Members: Ed Fox and Fay Gill\n\n"                                                             \
    "The Committee will hold a pre-meeting at 6.15pm\n\n"
#define AGENDA                                                                                                         \
    "Grounds and Open Spaces Committee - Tuesday, 3rd June, 2025\nat 7.00 pm in the Corn Hall\n"                       \
    "AGENDA\n1. WELCOME\n2. APOLOGIES\n"

static void labels_say_when_and_where(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of(FRONT_SHEET AGENDA);
    assert_slice(meeting->body, "Grounds and Open Spaces Committee");
    assert_slice(meeting->date, "2025-06-03");
    assert_slice(meeting->time, "19:00");
    assert_slice(meeting->venue, "Corn Hall - Market Square, Harle");
    assert_slice(meeting->id, "2025-06-03-grounds-and-open-spaces-committee");
    assert_false(meeting->online);
}

static void a_value_stands_behind_its_label_or_on_the_next_line(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("Grounds Committee\n\nDate:\n\nTuesday, 3rd June, 2025\n\nTime:\n\n7.00 pm\n\n"
                   "Venue:\n\nCorn Hall, Harle\n\nAGENDA\n1. WELCOME\n");
    assert_slice(meeting->date, "2025-06-03");
    assert_slice(meeting->time, "19:00");
    assert_slice(meeting->venue, "Corn Hall, Harle");
}

static void labels_set_in_bold_are_labels(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of("**Grounds Committee**\n\n**Date:** Tuesday, 3rd June, 2025\n\n"
                                           "**Time:** 7.00 pm\n\n**Venue:** Corn Hall, Harle\n\n**AGENDA**\n\n"
                                           "- 1. WELCOME\n");
    assert_slice(meeting->body, "Grounds Committee");
    assert_slice(meeting->date, "2025-06-03");
    assert_slice(meeting->time, "19:00");
    assert_slice(meeting->venue, "Corn Hall, Harle");
}

static void without_labels_the_running_title_says_it(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of(AGENDA);
    assert_slice(meeting->body, "Grounds and Open Spaces Committee");
    assert_slice(meeting->date, "2025-06-03");
    assert_slice(meeting->time, "19:00");
    assert_slice(meeting->venue, "Corn Hall");
}

static void a_body_printed_in_capitals_is_put_in_proper_case(void **state)
{
    (void)state;
    assert_slice(meeting_of("GROUNDS AND NHS LIAISON COMMITTEE\n\nDate: 3 June 2025\n\nAGENDA\n1. WELCOME\n")->body,
                 "Grounds and NHS Liaison Committee");
}

static void the_council_s_own_name_is_no_body(void **state)
{
    (void)state;
    assert_slice(
        meeting_of("HARLE VALE TOWN COUNCIL\n\nGrounds Committee\n\nDate: 3 June 2025\n\nAGENDA\n1. WELCOME\n")->body,
        "Grounds Committee");
}

static void members_stand_under_the_label_of_their_capacity(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of(FRONT_SHEET AGENDA);
    static const struct {
        const char *name, *honorific, *capacity, *office;
    } expected[] = {
        {"Ann Ogle", "Councillor", "councillor", "Chair"}, {"Bob Dunn", "Councillor", "councillor", NULL},
        {"Cy Orr", "Councillor", "councillor", NULL},      {"Di Poe", "Dr", "co-opted voting", NULL},
        {"Ed Fox", NULL, "co-opted non-voting", NULL},     {"Fay Gill", NULL, "co-opted non-voting", NULL},
    };
    assert_int_equal(meeting->members.count, COUNT_OF(expected));
    for (uint32_t i = 0; i < COUNT_OF(expected); i++) {
        const mb_member *member = at(member, meeting->members, i);
        assert_slice(member->name, expected[i].name);
        assert_slice(member->honorific, expected[i].honorific);
        assert_slice(member->capacity, expected[i].capacity);
        assert_slice(member->office, expected[i].office);
    }
}

static void members_are_read_over_a_wrap(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("Grounds Committee\n\nDate: 3 June 2025\n\n"
                   "Councillors: Ann Ogle, Bob Dunn, Cy Orr, Gil Harrowgate-Pembury, Hal Inskip and Ivy\n"
                   "Prosser-Jarvis\n"
                   "Co-opted Member: Di Poe\n\nAGENDA\n1. WELCOME\n");
    assert_int_equal(meeting->members.count, 7);
    assert_slice(at(member, meeting->members, 5)->name, "Ivy Prosser-Jarvis");
    assert_slice(at(member, meeting->members, 6)->name, "Di Poe");
}

static void a_pre_meeting_has_its_own_time(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of(FRONT_SHEET AGENDA);
    assert_slice(meeting->pre_meeting, "18:15");
    assert_slice(meeting->time, "19:00");
}

static void a_video_call_is_a_meeting_online(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("Grounds Committee\n\nDate: 3 June 2025\n\nVenue: Virtual Meeting - Zoom\n\nAGENDA\n1. WELCOME\n");
    assert_true(meeting->online);
    assert_slice(meeting->venue, "Virtual Meeting - Zoom");
}

static void a_weekday_that_does_not_fit_its_date_is_reported_with_its_line(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Grounds Committee\n\nDate: Monday, 3rd June, 2025\n\nAGENDA\n1. WELCOME\n");
    const mb_diagnostic *remark = remark_in(pack, "weekday-conflict");
    assert_non_null(remark);
    assert_int_equal(remark->severity, mb_severity_warning);
    assert_int_equal(remark->place.line, 3);
    assert_non_null(strstr(remark->message.data, "2025-06-03 was a Tuesday, but the paper says Monday"));
    assert_slice(meeting_in(pack)->date, "2025-06-03");
    assert_null(remark_in(pack_of(FRONT_SHEET AGENDA), "weekday-conflict"));
}

static void a_meeting_without_date_or_body_is_reported(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Papers for the summer\n\nAGENDA\n1. WELCOME\n");
    assert_non_null(remark_in(pack, "meeting-without-date"));
    assert_non_null(remark_in(pack, "meeting-without-body"));
    pack = pack_of(FRONT_SHEET AGENDA);
    assert_null(remark_in(pack, "meeting-without-date"));
    assert_null(remark_in(pack, "meeting-without-body"));
}

static void notes_with_bold_titles_are_title_and_text(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of("**Grounds Committee**\n\n**NOTES:**\n\n"
                                           "1. **Filming:** Anybody may film.\n\nPlease tell the clerk.\n\n"
                                           "2. **Leaving the Building** is by the nearest door.\n\n" AGENDA);
    assert_int_equal(meeting->notes.count, 2);
    const mb_note *filming = at(note, meeting->notes, 0);
    assert_slice(filming->number, "1");
    assert_slice(filming->title, "Filming");
    assert_slice(text_at(filming->blocks, 0), "Anybody may film.");
    assert_slice(text_at(filming->blocks, 1), "Please tell the clerk.");
    assert_slice(at(note, meeting->notes, 1)->title, "Leaving the Building");
    assert_slice(text_at(at(note, meeting->notes, 1)->blocks, 0), "is by the nearest door.");
}

static void notes_without_bold_have_a_title_before_a_colon_or_on_a_line_of_its_own(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("Grounds Committee\n\n NOTES:\n1.\n\nFilming: Anybody may film.\n\n2.\n\n"
                   "Leaving the Building\nLeave by the nearest door.\n\n3.\n\n"
                   "Decisions of this meeting are published on the council's website within three days\n"
                   "of the meeting.\n\n" AGENDA);
    assert_int_equal(meeting->notes.count, 3);
    assert_slice(at(note, meeting->notes, 0)->title, "Filming");
    assert_slice(text_at(at(note, meeting->notes, 0)->blocks, 0), "Anybody may film.");
    assert_slice(at(note, meeting->notes, 1)->title, "Leaving the Building");
    assert_slice(text_at(at(note, meeting->notes, 1)->blocks, 0), "Leave by the nearest door.");
    assert_int_equal(at(note, meeting->notes, 1)->place.line, 8);
}

static void a_note_may_be_all_text(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("Grounds Committee\n\nNOTES\n\n1. Papers are kept in the library.\n\n" AGENDA);
    assert_slice(at(note, meeting->notes, 0)->title, NULL);
    assert_slice(text_at(at(note, meeting->notes, 0)->blocks, 0), "Papers are kept in the library.");
}

static void numbers_within_a_note_begin_no_other(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of("Grounds Committee\n\nNOTES\n\n1. Speaking\nSay so by:\n\n5. letter\n\n"
                                           "9. telephone\n\n2. Filming\nAnybody may film.\n\n" AGENDA);
    assert_int_equal(meeting->notes.count, 2);
    assert_slice(at(note, meeting->notes, 1)->title, "Filming");
}

static void the_running_title_behind_the_notes_belongs_to_none(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of(FRONT_SHEET "NOTES\n\n1. Filming: Anybody may film.\n\n" AGENDA);
    assert_int_equal(at(note, meeting->notes, 0)->blocks.count, 1);
    const mb_list *front = &meeting->front_matter;
    bool found = false;
    for (uint32_t i = 0; i < front->count; i++)
        found |= mb_slice_starts(text_at(*front, i), MB_TEXT("Grounds and Open Spaces Committee - Tuesday"));
    assert_true(found);
}

/* A front sheet with these lines between the body and the items. */
static const mb_pack *sheet_of(const char *lines)
{
    return pack_of(mb_arena_printf(kept,
                                   "HARLE BOROUGH COUNCIL\n\nGrounds Committee\n\n%s\n\nAGENDA\n1. WELCOME\n"
                                   "2. APOLOGIES\n",
                                   lines)
                       .data);
}

static void the_council_stands_at_the_top(void **state)
{
    (void)state;
    assert_slice(sheet_of("Date: 3 June 2025")->council, "Harle Borough Council");
}

static void the_date_of_issue_has_many_words(void **state)
{
    (void)state;
    static const char *const printed[] = {
        "Issued: Monday 26 May 2025",      "Date of issue: 26th May 2025",
        "Published on Monday 26 May 2025", "Despatch date: 26 May 2025",
        "Dated this 26th day of May 2025", "This agenda was published on 26 May 2025.",
        "Date Published 26/05/2025",       "Monday, 26 May 2025",
    };
    for (size_t i = 0; i < COUNT_OF(printed); i++) {
        const mb_pack *pack = sheet_of(mb_arena_printf(kept, "%s\n\nDate: 3 June 2025", printed[i]).data);
        assert_slice(pack->issued, "2025-05-26");
        assert_slice(meeting_in(pack)->date, "2025-06-03");
    }
    assert_null(sheet_of("Date: 3 June 2025\n\nPublished on the council's website")->issued.data);
}

static void labels_stand_in_a_column_beside_their_values(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_in(sheet_of("Date      Tuesday 3 June 2025\nTime      2.00pm - 4.30pm\n"
                            "Venue     Oak Room, Civic Centre, Harle and on Microsoft\n          Teams\n"
                            "Chair     Councillor Ann Ogle"));
    assert_slice(meeting->date, "2025-06-03");
    assert_slice(meeting->time, "14:00");
    assert_slice(meeting->venue, "Oak Room, Civic Centre, Harle and on Microsoft Teams");
    assert_false(meeting->online);
    assert_slice(at(member, meeting->members, 0)->name, "Ann Ogle");
    assert_slice(at(member, meeting->members, 0)->office, "Chair");
}

static void labels_run_on_in_one_line(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_in(sheet_of("Date: Tuesday 3 June 2025 Time: 19.00 Venue: Corn Hall, Harle Contact: Di Poe"));
    assert_slice(meeting->date, "2025-06-03");
    assert_slice(meeting->time, "19:00");
    assert_slice(meeting->venue, "Corn Hall, Harle");
}

static void values_of_several_lines_stand_below_their_labels(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("Notice of Meeting\n\nRoads and Parks Select Committee\nDate and Time\n\nPlace\n\nContact\n\n"
                   "Thursday, 16 February\n2023\n10.00 am\n\nHarle County Council,\nCouncil Chamber,\n11 Market Hill,\n"
                   "Harle\nHA2 8EF\n\nDi Poe, Scrutiny\nOfficer\nTel: 01632 960687\ndi.poe@harle.example\n\n"
                   "AGENDA\n1. WELCOME\n");
    assert_slice(meeting->date, "2023-02-16");
    assert_slice(meeting->time, "10:00");
    assert_slice(meeting->venue, "Harle County Council, Council Chamber, 11 Market Hill, Harle HA2 8EF");
    assert_slice(meeting->contact->role, "Scrutiny Officer");
}

static void time_and_place_may_stand_on_lines_of_their_own(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("Open Agenda\n\nCabinet\nTuesday 18 October 2022\n11.00 am\nMeeting Room G2 - "
                   "160 Market Street, Harle\n\nAGENDA\n1. WELCOME\n");
    assert_slice(meeting->body, "Cabinet");
    assert_slice(meeting->time, "11:00");
    assert_slice(meeting->venue, "Meeting Room G2 - 160 Market Street, Harle");
    meeting = meeting_of("SCRUTINY BOARD (ROADS, PARKS AND PONDS)\n\nMeeting to be held in the Corn Hall, Harle on\n"
                         "Wednesday, 24th November, 2021 at 10.00 am\n\nAGENDA\n1. WELCOME\n");
    assert_slice(meeting->body, "Scrutiny Board (Roads, Parks and Ponds)");
}

static void what_the_members_are_in_charge_of_stands_in_a_column_of_its_own(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("Cabinet\nTuesday 18 October 2022\n\nMembership\n\nPortfolio\n\nCouncillor Ann Ogle\nCouncillor Bob "
                   "Dunn\n\nLeader of the Council\nParks and Ponds\n\nAGENDA\n1. WELCOME\n");
    assert_int_equal(meeting->members.count, 2);
    meeting = meeting_of("Scrutiny Board\nTuesday 18 October 2022\n\nMEMBERSHIP\n\nCouncillors\nE Ogle\nB Dunn\nC Orr\n"
                         "D Poe\n\nCOUNTY COUNCILLORS (2)\n\nE Fox, F Gill (Vice-Chairman)\n\nAGENDA\n1. WELCOME\n");
    assert_int_equal(meeting->members.count, 6);
}

static void a_note_in_capitals_over_two_lines_is_a_sentence(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of(
        "Grounds Committee\n3rd June 2025\n\nNOTES:\n\n1. Papers: Papers are on the website.\n\n2. THE PAPERS "
        "BEHIND THIS SHEET ARE IN THE ORDER OF THE AGENDA ITEMS AND OF THEIR\nNUMBERS.\n\n"
        "3. Evacuation\nLeave by the door.\n\nContact: Di Poe\nTel: (01632) 960481\n\nAGENDA\n1. WELCOME\n");
    assert_int_equal(meeting->notes.count, 3);
    assert_slice(at(note, meeting->notes, 1)->title, NULL);
    assert_slice(text_at(at(note, meeting->notes, 1)->blocks, 0),
                 "THE PAPERS BEHIND THIS SHEET ARE IN THE ORDER OF THE AGENDA ITEMS AND OF THEIR NUMBERS.");
    assert_slice(at(note, meeting->notes, 2)->title, "Evacuation");
}

static void a_telephone_number_keeps_its_brackets(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("Grounds Committee\n3rd June 2025\n\nContact: Di Poe\nTel: (01632) 960481\n\n"
                   "AGENDA\n1. WELCOME\n");
    assert_slice(meeting->contact->phone, "(01632) 960481");
}

static void values_stand_below_as_many_labels(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_in(
        sheet_of("Date: 3 June 2025\n\nAsk for:\nTelephone:\nEmail:\n\nDi Poe\n01632 960001\npoe@harle.example"));
    assert_slice(meeting->contact->name, "Di Poe");
    assert_slice(meeting->contact->phone, "01632 960001");
    assert_slice(meeting->contact->email, "poe@harle.example");
}

static void the_clerk_has_office_telephone_and_address(void **state)
{
    (void)state;
    static const char *const printed[] = {
        "Contact officer: Di Poe, Governance Officer, 01632 960001, poe@harle.example",
        "For further information about this agenda please contact Di Poe, Governance Officer, on 01632 960001 or\n"
        "poe@harle.example",
        "Enquiries about this agenda should be made to:\n\nDi Poe, Governance Officer      Telephone: 01632 960001\n"
        "                                Email: poe@harle.example",
        "Di Poe\n\nGovernance Officer\n\nTelephone: 01632 960001\n\nE-mail: poe@harle.example",
    };
    for (size_t i = 0; i < COUNT_OF(printed); i++) {
        const mb_meeting *meeting =
            meeting_in(sheet_of(mb_arena_printf(kept, "Date: 3 June 2025\n\n%s", printed[i]).data));
        assert_non_null(meeting->contact);
        assert_slice(meeting->contact->name, "Di Poe");
        assert_slice(meeting->contact->role, "Governance Officer");
        assert_slice(meeting->contact->phone, "01632 960001");
        assert_slice(meeting->contact->email, "poe@harle.example");
        assert_int_equal(meeting->members.count, 0);
    }
}

static void a_telephone_number_may_have_dashes_and_thin_spaces(void **state)
{
    (void)state;
    static const char *const printed[] = {"01632\u2013960001", "01632\u2011960\u202f001", "01632 \u2212 960\u2009001",
                                          "01632\u00a0960001"};
    static const char *const read[] = {"01632\u2013960001", "01632\u2011960 001", "01632 \u2212 960 001",
                                       "01632 960001"};
    for (size_t i = 0; i < COUNT_OF(printed); i++) {
        const mb_meeting *meeting = meeting_in(sheet_of(
            mb_arena_printf(kept, "Date: 3 June 2025\n\nContact officer: Di Poe, %s, poe@harle.example", printed[i])
                .data));
        assert_non_null(meeting->contact);
        assert_slice(meeting->contact->phone, read[i]);
    }
}

static void members_stand_in_columns_below_their_heading(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_in(sheet_of("Date: 3 June 2025\n\nMembership\n\n"
                            "Councillor Ann Ogle (Chair)              Councillor Bob Dunn (Vice-Chair)\n"
                            "Councillor Cy Orr                        Councillor Gil van Loon\n\n"
                            "Co-opted members (non-voting)\n\n"
                            "Ed Fox (Harle Housing)                   Dr Di Poe (Marl Health)\n\n"
                            "The public may attend."));
    assert_int_equal(meeting->members.count, 6);
    assert_slice(at(member, meeting->members, 1)->office, "Vice-Chair");
    assert_slice(at(member, meeting->members, 3)->name, "Gil van Loon");
    assert_slice(at(member, meeting->members, 4)->capacity, "co-opted non-voting");
    assert_slice(at(member, meeting->members, 5)->organisation, "Marl Health");
}

static void members_stand_by_party_and_beside_what_they_represent(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_in(sheet_of("Date: 3 June 2025\n\nMembership (3)\n\nConservative (2): Mr A Ogle (Chairman) and\n"
                            "Mrs B Dunn\n\nGreen (1):\n\nMs F Gill"));
    assert_int_equal(meeting->members.count, 3);
    assert_slice(at(member, meeting->members, 0)->office, "Chair");
    assert_slice(at(member, meeting->members, 2)->name, "F Gill");
    assert_slice(at(member, meeting->members, 2)->capacity, "councillor");
    assert_slice(at(member, meeting->members, 2)->organisation, "Green");
    meeting = meeting_in(sheet_of("Date: 3 June 2025\n\nMembers\n\nCllr Ann Ogle            Harle City Council\n"
                                  "Cllr Bob Dunn            Marl District Council\n"
                                  "Cllr Cy Orr              Marl District Council\n"));
    assert_int_equal(meeting->members.count, 3);
    assert_slice(at(member, meeting->members, 1)->organisation, "Marl District Council");
}

static void substitutes_are_no_members(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_in(sheet_of("Date: 3 June 2025\n\nMembers:\n\nCouncillor Ogle (Chair) and\n"
                            "Councillors: Dunn and Orr\n\nSubstitutes:\n\nCouncillors: Fox and Gill\n"));
    assert_int_equal(meeting->members.count, 3);
    meeting = meeting_in(sheet_of("Date: 3 June 2025\n\nTo: All members of the Grounds Committee\n"));
    assert_int_equal(meeting->members.count, 0);
}

static void a_broadcast_has_its_address(void **state)
{
    (void)state;
    assert_slice(meeting_in(sheet_of("Date: 3 June 2025\n\nThe meeting is streamed live at\n"
                                     "https://harle.example/live, and can be watched there."))
                     ->webcast,
                 "https://harle.example/live");
    assert_null(meeting_in(sheet_of("Date: 3 June 2025\n\nIt is not webcast.\n"))->webcast.data);
}

static void a_body_that_is_half_a_name_begins_on_the_line_above(void **state)
{
    (void)state;
    assert_slice(meeting_of("HARLE BOROUGH COUNCIL\n\nGROUNDS AND COMMUNITIES\nOVERVIEW AND SCRUTINY COMMITTEE\n\n"
                            "Date: 3 June 2025\n\nAGENDA\n1. WELCOME\n")
                     ->body,
                 "Grounds and Communities Overview and Scrutiny Committee");
}

static void a_summons_tells_it_in_a_sentence(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("HARLE COUNTY BOROUGH COUNCIL\nCOMMITTEE SUMMONS\nYou are summoned to attend a meeting of the "
                   "GROUNDS SCRUTINY\n"
                   "COMMITTEE which will be held in the Corn Hall, Harle on TUESDAY, 3 JUNE 2025 at 7.00 PM for\n"
                   "the purpose of transacting the following business.\n\nAGENDA\n1. WELCOME\n");
    assert_slice(meeting->body, "Grounds Scrutiny Committee");
    assert_slice(meeting->date, "2025-06-03");
    assert_slice(meeting->time, "19:00");
    assert_slice(meeting->venue, "Corn Hall, Harle");
}

static void a_letter_has_its_own_date_and_its_summons_that_of_the_meeting(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of(
        "Harle Vale Town Council\n\nDate: 20 May 2025\n\nTo: All Members of the Grounds Committee\n\n"
        "Councillors: Ann Ogle, Bob Dunn and Cy Orr\n\nDear Member\n\nYou are invited to attend a meeting of the "
        "Grounds Committee, to be held on Tuesday, 3rd June, 2025 at 7.00 pm in the Corn Hall, Harle.\n\nYours "
        "sincerely\n\nUna Teal\n\nAGENDA\n1. WELCOME\n2. APOLOGIES\n");
    assert_slice(meeting->body, "Grounds Committee");
    assert_slice(meeting->date, "2025-06-03");
    assert_slice(meeting->time, "19:00");
    assert_slice(meeting->venue, "Corn Hall, Harle");
    assert_int_equal(meeting->members.count, 3);
}

static void a_note_s_title_may_be_the_beginning_of_its_sentence(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of(
        FRONT_SHEET
        "NOTES:\n\n1. Decisions taken stand in the minutes, of which every member gets a copy by post, and which\n"
        "hang in the hall.\n\n2. Any person who wishes to see the papers may call at the Corn Hall in\n"
        "office hours.\n\n" AGENDA);
    assert_int_equal(meeting->notes.count, 2);
    assert_slice(at(note, meeting->notes, 0)->title, "Decisions taken");
    assert_slice(at(note, meeting->notes, 1)->title, NULL);
}

static void members_stand_below_the_name_of_their_body(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_in(
        sheet_of("Date: 3 June 2025\n\nMembers of the Roads and Parks Committee\n\nCllr Ann Ogle (Chair)          Cllr "
                 "Bob Dunn\nCllr Cy Orr                    Cllr Di Poe\n\nSubstitutes\n\nCllr Ed Fox\n"));
    assert_int_equal(meeting->members.count, 4);
}

static void the_place_may_be_told_before_the_date_and_over_two_lines(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of(
        "HARLE PARISH COUNCIL\n\nYou are hereby summoned to attend the Meeting of Harle Parish Council to be held at "
        "The Corn Hall,\nHigh Street on Wednesday 4th June 2025 at 7.30pm to transact the business below.\n\nAGENDA\n\n"
        "1. Apologies\n2. Fair\n");
    assert_slice(meeting->venue, "Corn Hall, High Street");
    assert_slice(meeting->time, "19:30");
}

static void a_note_s_first_line_is_no_title_where_the_next_goes_on_with_it(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_in(sheet_of(
        "Date: 3 June 2025\n\nNOTES:\n\n1. Papers are put on the website within three working days. The minutes go to\n"
        "the next meeting of the Committee.\n\n2. Leaving the Building\nLeave by the nearest door.\n"));
    assert_int_equal(meeting->notes.count, 2);
    assert_slice(at(note, meeting->notes, 0)->title, NULL);
    assert_slice(at(note, meeting->notes, 1)->title, "Leaving the Building");
}

static void members_and_what_they_represent_may_stand_one_below_the_other(void **state)
{
    (void)state;
    static const char *const sheets[] = {
        "Date: 3 June 2025\n\nMembers\n\nAnn Ogle (Chair)\n\nIndependent\n\nCllr Bob Dunn\n\nHarle City Council\n\n"
        "Cllr Cy Orr\n\nMarl District Council\n\nThe public may attend.\n\n",
        "Date: 3 June 2025\n\nMembers\n\nAnn Ogle (Chair)\n\nCllr Bob Dunn\n\nCllr Cy Orr\n\nIndependent\n\n"
        "Harle City Council\n\nMarl District Council\n\nThe public may attend.\n\n",
    };
    for (size_t i = 0; i < COUNT_OF(sheets); i++) {
        const mb_meeting *meeting = meeting_in(sheet_of(sheets[i]));
        assert_int_equal(meeting->members.count, 3);
        assert_slice(at(member, meeting->members, 0)->office, "Chair");
        assert_slice(at(member, meeting->members, 0)->organisation, "Independent");
        assert_slice(at(member, meeting->members, 1)->organisation, "Harle City Council");
        assert_slice(at(member, meeting->members, 2)->name, "Cy Orr");
        assert_slice(at(member, meeting->members, 2)->organisation, "Marl District Council");
    }
}

static void the_last_member_represents_no_heading(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of("Roads Board\n\nDate: 3 June 2025\n\nMembers\n\nCllr Bob Dunn\n\nHarle City "
                                           "Council\n\nCllr Cy Orr\n\nMarl Town Council\n\nCllr Di Poe\n\n" AGENDA);
    assert_int_equal(meeting->members.count, 3);
    assert_slice(at(member, meeting->members, 2)->organisation, NULL);
}

static void who_holds_an_office_may_stand_below_it(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_in(sheet_of("Date\n\n3 June 2025\n\nVenue\n\nCorn Hall\n\nChair\n\nSister Ann Ogle\n\n"));
    assert_int_equal(meeting->members.count, 1);
    assert_slice(at(member, meeting->members, 0)->name, "Sister Ann Ogle");
    assert_slice(at(member, meeting->members, 0)->office, "Chair");
}

static void an_office_below_a_name_is_not_the_next_one_s(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_in(sheet_of("Date: 3 June 2025\n\nMembers\n\nCllr Ann Ogle\n\nChair\n\nCllr Bob Dunn\n\n"));
    for (uint32_t i = 0; i < meeting->members.count; i++)
        assert_true(!at(member, meeting->members, i)->office.data ||
                    mb_slice_equal(at(member, meeting->members, i)->name, MB_TEXT("Ann Ogle")));
}

static void a_council_in_capitals_stands_above_its_body(void **state)
{
    (void)state;
    assert_slice(
        meeting_of("HARLE AND MARL COMBINED AUTHORITY\nROADS COMMITTEE\nDate:\n\n3 June 2025\n\n" AGENDA)->body,
        "Roads Committee");
}

static void a_postcode_may_stand_behind_a_blank_line(void **state)
{
    (void)state;
    assert_slice(meeting_in(sheet_of("Date: 3 June 2025\n\nVenue: Corn Hall, Harle\n\nHA3 9ZZ\n\n"))->venue,
                 "Corn Hall, Harle HA3 9ZZ");
}

static void a_label_within_a_value_begins_with_a_capital(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_in(sheet_of("Date: 3 June 2025\n\nVenue\n\nHybrid meeting: Oak Room, Harle\n\n"));
    assert_slice(meeting->venue, "Hybrid meeting: Oak Room, Harle");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_say_when_and_where),
        cmocka_unit_test(a_value_stands_behind_its_label_or_on_the_next_line),
        cmocka_unit_test(labels_set_in_bold_are_labels),
        cmocka_unit_test(without_labels_the_running_title_says_it),
        cmocka_unit_test(a_body_printed_in_capitals_is_put_in_proper_case),
        cmocka_unit_test(the_council_s_own_name_is_no_body),
        cmocka_unit_test(members_stand_under_the_label_of_their_capacity),
        cmocka_unit_test(members_are_read_over_a_wrap),
        cmocka_unit_test(a_pre_meeting_has_its_own_time),
        cmocka_unit_test(a_video_call_is_a_meeting_online),
        cmocka_unit_test(a_weekday_that_does_not_fit_its_date_is_reported_with_its_line),
        cmocka_unit_test(a_meeting_without_date_or_body_is_reported),
        cmocka_unit_test(notes_with_bold_titles_are_title_and_text),
        cmocka_unit_test(notes_without_bold_have_a_title_before_a_colon_or_on_a_line_of_its_own),
        cmocka_unit_test(a_note_may_be_all_text),
        cmocka_unit_test(numbers_within_a_note_begin_no_other),
        cmocka_unit_test(the_running_title_behind_the_notes_belongs_to_none),
        cmocka_unit_test(the_council_stands_at_the_top),
        cmocka_unit_test(the_date_of_issue_has_many_words),
        cmocka_unit_test(labels_stand_in_a_column_beside_their_values),
        cmocka_unit_test(labels_run_on_in_one_line),
        cmocka_unit_test(values_of_several_lines_stand_below_their_labels),
        cmocka_unit_test(time_and_place_may_stand_on_lines_of_their_own),
        cmocka_unit_test(what_the_members_are_in_charge_of_stands_in_a_column_of_its_own),
        cmocka_unit_test(a_note_in_capitals_over_two_lines_is_a_sentence),
        cmocka_unit_test(a_telephone_number_keeps_its_brackets),
        cmocka_unit_test(values_stand_below_as_many_labels),
        cmocka_unit_test(the_clerk_has_office_telephone_and_address),
        cmocka_unit_test(a_telephone_number_may_have_dashes_and_thin_spaces),
        cmocka_unit_test(members_stand_in_columns_below_their_heading),
        cmocka_unit_test(members_stand_by_party_and_beside_what_they_represent),
        cmocka_unit_test(substitutes_are_no_members),
        cmocka_unit_test(a_broadcast_has_its_address),
        cmocka_unit_test(a_body_that_is_half_a_name_begins_on_the_line_above),
        cmocka_unit_test(a_summons_tells_it_in_a_sentence),
        cmocka_unit_test(a_letter_has_its_own_date_and_its_summons_that_of_the_meeting),
        cmocka_unit_test(a_note_s_title_may_be_the_beginning_of_its_sentence),
        cmocka_unit_test(members_stand_below_the_name_of_their_body),
        cmocka_unit_test(the_place_may_be_told_before_the_date_and_over_two_lines),
        cmocka_unit_test(a_note_s_first_line_is_no_title_where_the_next_goes_on_with_it),
        cmocka_unit_test(members_and_what_they_represent_may_stand_one_below_the_other),
        cmocka_unit_test(the_last_member_represents_no_heading),
        cmocka_unit_test(who_holds_an_office_may_stand_below_it),
        cmocka_unit_test(an_office_below_a_name_is_not_the_next_one_s),
        cmocka_unit_test(a_council_in_capitals_stands_above_its_body),
        cmocka_unit_test(a_postcode_may_stand_behind_a_blank_line),
        cmocka_unit_test(a_label_within_a_value_begins_with_a_capital),
    };
    return run_reader_tests(tests);
}
