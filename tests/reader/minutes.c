/* minutes.c: who was there, what was taken, what was decided. */
#include "reading_of.h"

/* A head with more than one list of people. */
static const mb_minutes *attendance_of(const char *lists)
{
    return minutes_in(meeting_of(mb_arena_printf(kept,
                                                 "HARLE VALE TOWN COUNCIL\nGROUNDS COMMITTEE\n"
                                                 "Tuesday, 3rd June, 2025\n%s\n"
                                                 "1 WELCOME\nThe Chair welcomed everyone.\n",
                                                 lists)
                                     .data));
}

static mb_slice decided(const char *paragraphs)
{
    const mb_minutes *minutes =
        minutes_of(mb_arena_printf(kept, "1 WELCOME\nAll were welcome.\n\n2 SUMMER FAIR\n%s\n", paragraphs).data);
    const mb_list *decisions = &at(minute_item, minutes->items, 1)->decisions;
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < decisions->count; i++)
        all = mb_arena_printf(kept, "%.*s%s[%.*s] %.*s", MB_ARG(all), i ? " " : "",
                              MB_ARG(at(decision, *decisions, i)->verb), MB_ARG(at(decision, *decisions, i)->text));
    return all;
}

static void the_head_says_which_body_met_and_when(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_of(MINUTES_HEAD "\n1 WELCOME\nAll were welcome.\n");
    assert_slice(meeting->body, "Grounds Committee");
    assert_slice(meeting->date, "2025-06-03");
    assert_slice(meeting->id, "2025-06-03-grounds-committee");
    assert_int_equal(meeting->agenda.count, 0);
    assert_int_equal(meeting->place.line, 1);
}

static void a_foot_that_names_the_meeting_is_furniture(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(MINUTES_HEAD "\n1 WELCOME\nThe Chair asked who would\n\n17\n"
                                               "Harle Vale Grounds Committee - Tuesday, 3rd June,\n2025\n\nPage 5\n\n"
                                               "open the fair.\n");
    assert_int_equal(pack->furniture.count, 4);
    assert_slice(text_at(pack->furniture, 1), "Harle Vale Grounds Committee - Tuesday, 3rd June,");
    const mb_minutes *minutes = minutes_in(pack->meetings.items[0]);
    assert_slice(text_at(at(minute_item, minutes->items, 0)->blocks, 0), "The Chair asked who would open the fair.");
}

static void a_day_above_a_page_that_has_no_number_of_its_own_is_text(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(MINUTES_HEAD "\n1 WELCOME\nAll were welcome.\n\n2 NEXT MEETING\n"
                                               "Grounds Committee - Tuesday, 1st July, 2025\n\nPage 5\n");
    assert_int_equal(pack->furniture.count, 1);
}

static void who_is_told_to_substitute_in_an_item_does_so_in_the_list_of_those_present(void **state)
{
    (void)state;
    const mb_minutes *minutes = minutes_of("1 Apologies for Absence\nApologies were received from Councillor Hay. "
                                           "Councillor Bob Dunn attended as substitute.\n\n2 Fair\nIt is in June.\n");
    assert_slice(at(member, minutes->present, 0)->substitute_for, NULL);
    assert_slice(at(member, minutes->present, 1)->substitute_for, "Hay");
}

static void those_present_and_those_in_attendance_stand_under_their_labels(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("Present:- Councillors Ann Ogle (Chair), Bob Dunn and Gil Hay (in place of Cy Orr)\n"
                      "Co-opted Voting Member: Dr Di Poe\n"
                      "Also in attendance: Una Teal (Town Clerk), Vic Wye (Head of Parks and Roads)\n"
                      "Members of the public: 3\n");
    assert_int_equal(minutes->present.count, 4);
    assert_slice(at(member, minutes->present, 0)->office, "Chair");
    assert_slice(at(member, minutes->present, 2)->substitute_for, "Cy Orr");
    assert_slice(at(member, minutes->present, 3)->capacity, "co-opted voting");
    assert_int_equal(minutes->in_attendance.count, 2);
    assert_slice(at(attendee, minutes->in_attendance, 0)->name, "Una Teal");
    assert_slice(at(attendee, minutes->in_attendance, 1)->role, "Head of Parks and Roads");
    assert_true(minutes->members_of_public.known);
    assert_int_equal(minutes->members_of_public.value, 3);
}

static void a_dozen_members_of_the_public_are_twelve(void **state)
{
    (void)state;
    assert_int_equal(attendance_of("Present: Ann Ogle\nMembers of the public: 12\n")->members_of_public.value, 12);
    assert_false(attendance_of("Present: Ann Ogle\n")->members_of_public.known);
}

static void a_list_of_people_goes_on_over_its_wrap(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("Present: Councillors Ann Ogle (Chair), Bob Dunn, Cy Orr, Gil Harrowgate-Pembury, Hal\n"
                      "Inskip and Ivy Prosser-Jarvis\n");
    assert_int_equal(minutes->present.count, 6);
    assert_slice(at(member, minutes->present, 4)->name, "Hal Inskip");
    assert_slice(at(member, minutes->present, 5)->honorific, "Councillor");
}

static void the_lists_stay_in_the_front_matter_too(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("Present: Councillor Ann Ogle\n");
    const mb_list *front = &minutes->front_matter;
    assert_slice(text_at(*front, front->count - 1), "Present: Councillor Ann Ogle");
}

static void an_item_has_its_number_its_title_and_its_text(void **state)
{
    (void)state;
    const mb_minutes *minutes = minutes_of("43 WELCOME\nThe Chair welcomed everyone.\n\n"
                                           "44 SUMMER FAIR\nThe Clerk had a list of stalls.\n\nIt was long.\n");
    assert_int_equal(minutes->items.count, 2);
    const mb_minute_item *item = at(minute_item, minutes->items, 1);
    assert_slice(item->number, "44");
    assert_slice(item->printed_number, "44");
    assert_slice(item->title, "SUMMER FAIR");
    assert_slice(item->printed, "44 SUMMER FAIR");
    assert_int_equal(item->blocks.count, 2);
    assert_slice(text_at(item->blocks, 1), "It was long.");
    assert_int_equal(item->place.line, 9);
}

static void a_number_on_a_line_of_its_own_belongs_to_the_title_below(void **state)
{
    (void)state;
    const mb_minutes *minutes = minutes_of("43\n\nWELCOME\n\nThe Chair welcomed everyone.\n\n44\n\nSUMMER FAIR\n\n"
                                           "The Clerk had a list.\n");
    assert_int_equal(minutes->items.count, 2);
    const mb_minute_item *item = at(minute_item, minutes->items, 1);
    assert_slice(item->number, "44");
    assert_slice(item->title, "SUMMER FAIR");
    assert_slice(item->printed, "44 SUMMER FAIR");
    assert_int_equal(item->place.line, 12);
    assert_slice(text_at(item->blocks, 0), "The Clerk had a list.");
}

static void a_title_goes_on_over_two_lines(void **state)
{
    (void)state;
    const mb_minutes *minutes = minutes_of("1 WELCOME\nAll were welcome.\n\n"
                                           "2 TREES IN THE CEMETERIES OF HARLE VALE AND MOORBECK: WHICH TO FELL\n"
                                           "AND WHICH TO KEEP\nThe tree officer reported.\n");
    assert_slice(at(minute_item, minutes->items, 1)->title,
                 "TREES IN THE CEMETERIES OF HARLE VALE AND MOORBECK: WHICH TO FELL AND WHICH TO KEEP");
    assert_slice(text_at(at(minute_item, minutes->items, 1)->blocks, 0), "The tree officer reported.");
}

static void numbers_with_the_year_or_the_date_are_numbers(void **state)
{
    (void)state;
    const mb_minutes *minutes = minutes_of("22/18 Welcome\nAll were welcome.\n\n23/18 Summer fair\nIt is in June.\n");
    assert_slice(at(minute_item, minutes->items, 1)->number, "23/18");
    minutes = minutes_of("19.09.01 Welcome\nAll were welcome.\n\n19.09.02 Summer fair\nIt is in June.\n");
    assert_slice(at(minute_item, minutes->items, 1)->number, "19.09.02");
}

static void a_page_number_between_items_is_no_item(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        minutes_of("43 WELCOME\nAll were welcome.\n\n7\n\n44 SUMMER FAIR\nIt is in June.\n\n8\n\n"
                   "45 WORK PLAN\nIt was noted.\n");
    assert_int_equal(minutes->items.count, 3);
}

static void a_numbered_list_within_an_item_holds_no_items(void **state)
{
    (void)state;
    const mb_minutes *minutes = minutes_of("43 WELCOME\nAll were welcome.\n\n44 SUMMER FAIR\nThe stalls are:\n\n"
                                           "1. Tea\n2. Books\n3. Plants\n\n45 WORK PLAN\nIt was noted.\n");
    assert_int_equal(minutes->items.count, 3);
    assert_int_equal(at(block, at(minute_item, minutes->items, 1)->blocks, 1)->items.count, 3);
}

static void what_the_body_decided_is_kept_word_for_word(void **state)
{
    (void)state;
    assert_slice(decided("The Clerk had a list. The Committee RESOLVED to hold the fair, and to ask for tea."),
                 "[RESOLVED] The Committee RESOLVED to hold the fair, and to ask for tea.");
    assert_slice(decided("It was RESOLVED that the fair be held."),
                 "[RESOLVED] It was RESOLVED that the fair be held.");
    assert_slice(decided("The Committee agreed to meet at the bandstand."),
                 "[AGREED] The Committee agreed to meet at the bandstand.");
    assert_slice(decided("The Committee noted the report."), "[NOTED] The Committee noted the report.");
    assert_slice(decided("The Committee approved the plan. It will be published."),
                 "[APPROVED] The Committee approved the plan. It will be published.");
}

static void several_decisions_of_an_item_are_several(void **state)
{
    (void)state;
    assert_slice(decided("The Committee agreed to hold the fair.\n\nBob Dunn thanked them.\n\n"
                         "The Committee noted the report."),
                 "[AGREED] The Committee agreed to hold the fair. [NOTED] The Committee noted the report.");
}

static void what_a_person_agreed_or_asked_is_no_decision(void **state)
{
    (void)state;
    assert_slice(decided("Councillor Dunn agreed that the tea was good. He asked if the matter had been resolved."),
                 "");
    assert_slice(decided("The Committee discussed whether it should have agreed to the fair."), "");
}

static void the_end_is_when_the_meeting_closed(void **state)
{
    (void)state;
    static const char *const ends[] = {"The meeting ended at 8.15 pm", "Meeting closed at 20:15",
                                       "There being no further business, the meeting closed at 8:15pm.",
                                       "The meeting concluded at 8.15 p.m."};
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        const mb_minutes *minutes =
            minutes_of(mb_arena_printf(kept, "1 WELCOME\nAll were welcome.\n\n%s\n", ends[i]).data);
        assert_slice(minutes->ended, "20:15");
        assert_int_equal(at(minute_item, minutes->items, 0)->blocks.count, 1);
    }
    assert_slice(minutes_of("1 WELCOME\nAll were welcome.\n")->ended, NULL);
}

static void two_minutes_in_a_pack_are_two_meetings(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(MINUTES_HEAD "\n1 WELCOME\nAll were welcome.\n\n2 FAIR\nIt is in June.\n\n"
                                               "The meeting ended at 8.15 pm\n\n\f"
                                               "HARLE VALE TOWN COUNCIL\nROADS COMMITTEE\nMonday, 9th June, 2025\n"
                                               "Present: Councillors Cy Orr (Chair) and Di Poe-Hart\n\n"
                                               "1 WELCOME\nAll were welcome.\n\n2 DRAINS\nThey are blocked.\n\n"
                                               "The meeting ended at 9.00 pm\n");
    assert_int_equal(pack->meetings.count, 2);
    const mb_meeting *second = at(meeting, pack->meetings, 1);
    assert_slice(second->body, "Roads Committee");
    assert_slice(second->date, "2025-06-09");
    assert_slice(minutes_in(second)->ended, "21:00");
    assert_slice(at(minute_item, minutes_in(second)->items, 1)->title, "DRAINS");
    assert_slice(at(member, minutes_in(second)->present, 0)->name, "Cy Orr");
    assert_int_equal(minutes_in(meeting_in(pack))->items.count, 2);
}

static void minutes_behind_an_agenda_are_another_meeting(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of("Grounds Committee - Tuesday, 8th July, 2025\nat 7.00 pm in the Corn Hall\nAGENDA\n1. WELCOME\n"
                "2. MINUTES (Pages 3 - 6)\n\n\fAgenda Item 2\n" MINUTES_HEAD
                "\n1 WELCOME\nAll were welcome.\n\nThe meeting ended at 8.15 pm\n");
    assert_int_equal(pack->meetings.count, 2);
    assert_slice(meeting_in(pack)->date, "2025-07-08");
    assert_null(meeting_in(pack)->minutes);
    assert_slice(at(meeting, pack->meetings, 1)->date, "2025-06-03");
    assert_int_equal(pack->reports.count, 0);
}

static void a_parish_council_lists_its_clerk_among_those_present(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        minutes_in(meeting_of("Harle Parish Council A.G.M. - 3rd June 2025\nPresent\n"
                              "Councillors A Ogle (Chair) B Dunn, C Orr and\nD Poe\n"
                              "Clerk U Teal\nMembers of the Public - Two Members\n"
                              "1 Welcome\nThe Chair welcomed everyone.\n2 Close\nIt was late.\n"));
    assert_int_equal(minutes->present.count, 5);
    assert_slice(at(member, minutes->present, 1)->name, "B Dunn");
    assert_slice(at(member, minutes->present, 3)->name, "D Poe");
    assert_slice(at(member, minutes->present, 4)->office, "Clerk");
    assert_slice(at(member, minutes->present, 4)->capacity, "officer");
    assert_int_equal(minutes->members_of_public.value, 2);
}

static void a_council_that_meets_as_itself_is_the_body(void **state)
{
    (void)state;
    assert_slice(meeting_of("Harle Parish Council A.G.M. - 3rd June 2025\nPresent\nCouncillor A Ogle\n"
                            "1 Welcome\nAll were welcome.\n")
                     ->body,
                 "Harle Parish Council");
}

static void letters_behind_a_name_are_no_person(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("Present: Mr A Ogle, OBE, Mrs B Dunn and Mr C Orr, JP\n");
    assert_int_equal(minutes->present.count, 3);
    assert_slice(at(member, minutes->present, 1)->name, "B Dunn");
}

static void a_heading_in_capitals_above_the_items_is_nobody(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("Present: Ann Ogle\nIn attendance: Una Teal (Town Clerk)\nOPEN ITEMS\n");
    assert_int_equal(minutes->in_attendance.count, 1);
}

static void run_in_headings_of_an_item_begin_paragraphs(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        minutes_of("21 FINANCE\nStatement of Accounts - The accounts for the year were approved by the council\n"
                   "and signed by the Chairman\nInternal Audit - All agreed that Mrs Una Teal be asked to look at\n"
                   "the books.\n22 LAMPS\nThe lamps were lit.\n");
    const mb_minute_item *item = at(minute_item, minutes->items, 0);
    assert_int_equal(item->blocks.count, 2);
    assert_slice(text_at(item->blocks, 1),
                 "Internal Audit - All agreed that Mrs Una Teal be asked to look at the books.");
}

static void an_item_may_name_its_agenda_item(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        minutes_of("76. Apologies\n(Item 1)\nThere were none.\n77. Lamps\n(Agenda item 2a)\nThey were lit.\n"
                   "78. Trees\n(Mrs Ogle left.)\nThey were felled.\n");
    assert_slice(at(minute_item, minutes->items, 0)->agenda_item, "1");
    assert_slice(at(minute_item, minutes->items, 1)->agenda_item, "2a");
    assert_slice(at(minute_item, minutes->items, 2)->agenda_item, NULL);
}

static void one_line_may_tell_when_the_meeting_began_and_ended(void **state)
{
    (void)state;
    static const char *const ends[] = {
        "(The meeting commenced at 6.00 pm and closed at 8.15 pm)",
        "The meeting was adjourned for lunch between 1.00pm and 1.45pm and ended at 8.15pm.",
        "Duration of meeting: 10.00 a.m. to 8.15 p.m."};
    for (size_t i = 0; i < COUNT_OF(ends); i++)
        assert_slice(minutes_of(mb_arena_printf(kept, "1 WELCOME\nAll were welcome.\n\n%s\n", ends[i]).data)->ended,
                     "20:15");
    assert_slice(
        minutes_of("1 WELCOME\nThe meeting opened at 6.00 pm with a song by the choir of the school.\n")->ended, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_head_says_which_body_met_and_when),
        cmocka_unit_test(a_foot_that_names_the_meeting_is_furniture),
        cmocka_unit_test(a_day_above_a_page_that_has_no_number_of_its_own_is_text),
        cmocka_unit_test(who_is_told_to_substitute_in_an_item_does_so_in_the_list_of_those_present),
        cmocka_unit_test(those_present_and_those_in_attendance_stand_under_their_labels),
        cmocka_unit_test(a_dozen_members_of_the_public_are_twelve),
        cmocka_unit_test(a_list_of_people_goes_on_over_its_wrap),
        cmocka_unit_test(the_lists_stay_in_the_front_matter_too),
        cmocka_unit_test(an_item_has_its_number_its_title_and_its_text),
        cmocka_unit_test(a_number_on_a_line_of_its_own_belongs_to_the_title_below),
        cmocka_unit_test(a_title_goes_on_over_two_lines),
        cmocka_unit_test(numbers_with_the_year_or_the_date_are_numbers),
        cmocka_unit_test(a_page_number_between_items_is_no_item),
        cmocka_unit_test(a_numbered_list_within_an_item_holds_no_items),
        cmocka_unit_test(what_the_body_decided_is_kept_word_for_word),
        cmocka_unit_test(several_decisions_of_an_item_are_several),
        cmocka_unit_test(what_a_person_agreed_or_asked_is_no_decision),
        cmocka_unit_test(the_end_is_when_the_meeting_closed),
        cmocka_unit_test(two_minutes_in_a_pack_are_two_meetings),
        cmocka_unit_test(minutes_behind_an_agenda_are_another_meeting),
        cmocka_unit_test(a_parish_council_lists_its_clerk_among_those_present),
        cmocka_unit_test(a_council_that_meets_as_itself_is_the_body),
        cmocka_unit_test(letters_behind_a_name_are_no_person),
        cmocka_unit_test(a_heading_in_capitals_above_the_items_is_nobody),
        cmocka_unit_test(run_in_headings_of_an_item_begin_paragraphs),
        cmocka_unit_test(an_item_may_name_its_agenda_item),
        cmocka_unit_test(one_line_may_tell_when_the_meeting_began_and_ended),
    };
    return run_reader_tests(tests);
}
