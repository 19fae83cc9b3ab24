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
    };
    return run_reader_tests(tests);
}
