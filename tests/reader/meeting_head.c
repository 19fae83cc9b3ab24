/* meeting_head.c: which body met, when and where, from the head of minutes; and when the meeting ended. */
#include "reading_of.h"

static const mb_meeting *meeting_with(const char *head, const char *end)
{
    return meeting_of(mb_arena_printf(kept,
                                      "%s\nPresent: Councillors Ann Ogle (Chair) and Bob Dunn\n\n1 WELCOME\n\nAll were "
                                      "welcome.\n\n2 SUMMER FAIR\n\nThe fair is in June.\n\n%s\n",
                                      head, end)
                          .data);
}

static void assert_meeting(const char *head, const char *body, const char *date, const char *time, const char *venue)
{
    const mb_meeting *meeting = meeting_with(head, "");
    assert_slice(meeting->body, body);
    assert_slice(meeting->date, date);
    assert_slice(meeting->time, time);
    assert_slice(meeting->venue, venue);
}

static void a_sentence_tells_body_day_and_place(void **state)
{
    (void)state;
    assert_meeting("HARLESHIRE COUNTY COUNCIL\n\nMINUTES of a meeting of the Roads Committee held in the Corn Hall,\n"
                   "Market Place, Harle on Thursday, 9 January 2025.\n",
                   "Roads Committee", "2025-01-09", NULL, "Corn Hall, Market Place, Harle");
    assert_meeting("Minutes of the Ordinary Meeting of Ingle Parish Council held on Monday 3rd June 2024 at 7:00pm in "
                   "the Reading Room\n",
                   "Ingle Parish Council", "2024-06-03", "19:00", "Reading Room");
    assert_meeting("SALTBRIDGE TOWN COUNCIL\n\nMinutes of a Meeting of Town Council held in The Guildhall on Thursday "
                   "6th December 2012 at 7.00pm\n",
                   "Town Council", "2012-12-06", "19:00", "Guildhall");
    assert_meeting("HARLE BRIDGE PARISH COUNCIL\n\nMINUTES OF THE PLANNING COMMITTEE MEETING\nHELD ON TUESDAY 14 MAY "
                   "2019 AT 7.30 PM IN THE READING ROOM\n",
                   "Planning Committee", "2019-05-14", "19:30", "Reading Room");
}

static void a_title_goes_on_from_line_to_line(void **state)
{
    (void)state;
    assert_meeting(
        "Harle City Council\nMinutes of the Roads and Parks\nPolicy Committee\n12 September 2024 at 5.00 pm\n",
        "Roads and Parks Policy Committee", "2024-09-12", "17:00", NULL);
}

static void a_council_s_meeting_is_that_of_the_council(void **state)
{
    (void)state;
    assert_meeting("MARL AND HARLE COUNCIL\n\nMINUTES OF COUNCIL MEETING\n\nThursday, 16th May, 2024\n", "Council",
                   "2024-05-16", NULL, NULL);
    assert_meeting("HARLE BOROUGH COUNCIL\n\nMinutes of the Full Council Meeting\nHeld: Wednesday, 26 February 2025 at "
                   "19:00\nCouncil Chamber, Civic Centre, Harle\n",
                   "Full Council", "2025-02-26", "19:00", "Council Chamber, Civic Centre, Harle");
}

static void a_title_that_names_no_body_but_a_room_goes_on(void **state)
{
    (void)state;
    assert_meeting("Minutes of the gathering in the Council Chamber\n\nof the Grounds Committee\n\n3rd June 2025\n",
                   "gathering in the Council Chamber of the Grounds Committee", "2025-06-03", NULL, NULL);
}

static void assert_ends(const char *end, const char *time)
{
    assert_slice(minutes_in(meeting_with("GROUNDS COMMITTEE\nTuesday, 3rd June, 2025\n", end))->ended, time);
}

static void the_end_is_told_in_many_ways(void **state)
{
    (void)state;
    assert_ends("The meeting ended at 3.40 pm", "15:40");
    assert_ends("Meeting started: 7.00 pm\nMeeting ended: 7.05 pm", "19:05");
    assert_ends("Rising at: 9.14 p.m.", "21:14");
    assert_ends("NOTE: The meeting concluded at 7.25pm.", "19:25");
    assert_ends("There being no further business the Chairman declared the meeting closed at 8.16 pm.", "20:16");
    assert_ends("There being no further business on the paper for this evening, the Chairman declared the meeting\n"
                "closed at 8.16 pm.",
                "20:16");
    assert_ends("The Chair thanked all who had come and brought the meeting to a close at approximately 9pm.", "21:00");
}

static void a_place_stands_behind_the_time_without_a_word_before_it(void **state)
{
    (void)state;
    assert_meeting("ROADS SCRUTINY COMMITTEE\n\nTUESDAY 12 OCTOBER 2021 COMMENCING AT 5.00 PM COUNCIL CHAMBER, COUNTY "
                   "HALL, HARLE\n",
                   "Roads Scrutiny Committee", "2021-10-12", "17:00", "Council Chamber, County Hall, Harle");
}

static void closing_it_to_the_public_does_not_end_a_meeting(void **state)
{
    (void)state;
    const mb_minutes *minutes = minutes_of(
        "1 WELCOME\n\nThe Chair closed the meeting to members of the public at 7.45pm.\n\n2 SUMMER FAIR\n\nThe "
        "fair is in June.\n\nThe meeting closed at 8.00pm.\n");
    assert_int_equal(minutes->items.count, 2);
    assert_slice(minutes->ended, "20:00");
}

static void signatures_belong_to_the_minutes(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of(MINUTES_HEAD "\n1 WELCOME\n\nAll were welcome.\n\nThe meeting ended at 9.32 pm\n\n"
                             "Chair .......................\n\nDate Confirmed and Signed ................\n\n"
                             "3rd July 2025\n\nNext meeting: 3rd July 2025\n");
    assert_int_equal(pack->reports.count, 0);
}

static void assert_times(const char *head, const char *end, const char *began, const char *ended)
{
    const mb_meeting *meeting =
        meeting_with(mb_arena_printf(kept, "GROUNDS COMMITTEE\nTuesday, 3rd June, 2025\n%s\n", head).data, end);
    assert_slice(meeting->time, began);
    assert_slice(minutes_in(meeting)->ended, ended);
}

static void the_beginning_is_told_at_the_head_or_at_the_foot(void **state)
{
    (void)state;
    assert_times("Meeting started: 7.00 pm\nMeeting ended: 9.10 pm", "", "19:00", "21:10");
    assert_times("Meeting started:\n\n7.00 pm\n\nMeeting ended:\n\n9.10 pm", "", "19:00", "21:10");
    assert_times("Time began: 6.00pm\nTime ended: 7.50pm\n", "", "18:00", "19:50");
    assert_times("", "(The meeting commenced at 6.30pm and closed at 10.15pm)", "18:30", "22:15");
    assert_times("", "2.00 - 3.45 pm\n03 June 2025\n\nCHAIRMAN", "14:00", "15:45");
    assert_times("", "10.00 am to 12.15 pm\nCHAIR", "10:00", "12:15");
    assert_times("", "10.30 - 12.15 pm\nCHAIR", "10:30", "12:15");
}

static void words_of_the_beginning_without_a_time_leave_those_at_the_foot(void **state)
{
    (void)state;
    assert_times("", "The Panel met at the Corn Hall, Harle.\n\n7.00 - 9.10 pm\nCHAIR", "19:00", "21:10");
    assert_times("Meeting started: see below\nMeeting ended: see below", "7.00 - 9.10 pm\nCHAIR", "19:00", "21:10");
}

static void the_place_may_stand_on_a_line_of_its_own(void **state)
{
    (void)state;
    assert_meeting(
        "HARLE PARISH COUNCIL\n\nMINUTES OF THE ORDINARY MEETING OF HARLE PARISH COUNCIL\nHELD ON MONDAY 4TH "
        "MARCH 2019, 7.30PM\n\nAT THE READING ROOM, CHURCH LANE\n",
        "Harle Parish Council", "2019-03-04", "19:30", "Reading Room, Church Lane");
    assert_meeting(
        "Date of Meeting: Monday 11 October 2021\n\nMinutes of the proceedings of the\nRoads Commission held "
        "at\nHarle Town Hall, Mare Street\n\nChair: Councillor Ann Ogle\n",
        "Roads Commission", "2021-10-11", NULL, "Harle Town Hall, Mare Street");
}

static void a_body_s_name_is_free_of_its_council_and_of_how_it_met(void **state)
{
    (void)state;
    assert_meeting("THE HARLE COUNCIL - ROADS COMMITTEE - REMOTE MEETING\n\n30 June 2022\n", "Roads Committee",
                   "2022-06-30", NULL, NULL);
    assert_meeting("A hybrid meeting (in person and via Zoom) of the Roads Committee was held in the\nCouncil Chamber, "
                   "2 Church Street, Market Place, Harle, on Wednesday 4 January\n2023 at 7.00 pm.\n",
                   "Roads Committee", "2023-01-04", "19:00", "Council Chamber, 2 Church Street, Market Place, Harle");
    assert_meeting("ROADS AND PARKS SCRUTINY\nCOMMITTEE\n10 JUNE 2022\n", "Roads and Parks Scrutiny Committee",
                   "2022-06-10", NULL, NULL);
}

static void a_committee_s_council_is_no_part_of_its_name(void **state)
{
    (void)state;
    assert_meeting(
        "Minutes of Meeting of the Roads Committee of Harle and Ingle District Council held in the Corn Hall on "
        "Tuesday 7 April 2026 at 7.00 pm\n",
        "Roads Committee", "2026-04-07", "19:00", "Corn Hall");
}

static void the_sentence_that_ends_a_meeting_may_tell_when_it_began(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_with("HARLE COUNCIL\n\nROADS COMMITTEE\n\n18 MARCH 2026\n",
                     "(Note: none.)\n\nThe meeting, having commenced at 6.30 pm, closed at 8.05 pm.");
    assert_slice(meeting->minutes->ended, "20:05");
    assert_slice(meeting->time, "18:30");
}

static void a_body_of_several_councils_keeps_them(void **state)
{
    (void)state;
    assert_meeting(
        "Minutes of the Joint Lighting Committee of Harle Parish Council and Ingle Parish Council held in the "
        "Corn Hall on Tuesday 7 April 2026 at 7.00 pm\n",
        "Joint Lighting Committee of Harle Parish Council and Ingle Parish Council", "2026-04-07", "19:00",
        "Corn Hall");
    assert_meeting(
        "Minutes of the Board of Trustees of Harle Town Council held in the Corn Hall on Tuesday 7 April 2026 "
        "at 7.00 pm\n",
        "Board of Trustees", "2026-04-07", "19:00", "Corn Hall");
    assert_meeting(
        "Minutes of the Board of Harle Town Council held in the Corn Hall on Tuesday 7 April 2026 at 7.00 pm\n",
        "Board of Harle Town Council", "2026-04-07", "19:00", "Corn Hall");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_tells_body_day_and_place),
        cmocka_unit_test(a_title_goes_on_from_line_to_line),
        cmocka_unit_test(a_council_s_meeting_is_that_of_the_council),
        cmocka_unit_test(a_title_that_names_no_body_but_a_room_goes_on),
        cmocka_unit_test(the_end_is_told_in_many_ways),
        cmocka_unit_test(a_place_stands_behind_the_time_without_a_word_before_it),
        cmocka_unit_test(closing_it_to_the_public_does_not_end_a_meeting),
        cmocka_unit_test(signatures_belong_to_the_minutes),
        cmocka_unit_test(the_beginning_is_told_at_the_head_or_at_the_foot),
        cmocka_unit_test(words_of_the_beginning_without_a_time_leave_those_at_the_foot),
        cmocka_unit_test(the_place_may_stand_on_a_line_of_its_own),
        cmocka_unit_test(a_body_s_name_is_free_of_its_council_and_of_how_it_met),
        cmocka_unit_test(a_committee_s_council_is_no_part_of_its_name),
        cmocka_unit_test(a_body_of_several_councils_keeps_them),
        cmocka_unit_test(the_sentence_that_ends_a_meeting_may_tell_when_it_began),
    };
    return run_reader_tests(tests);
}
