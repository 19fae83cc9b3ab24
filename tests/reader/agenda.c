/* agenda.c: the items of an agenda, as its reader sees them. */
#include "reading_of.h"

static const mb_agenda_item *item_of(const char *items, uint32_t index)
{
    return at(agenda_item, *agenda_of(items), index);
}

/* The numbers of an agenda's items, with a blank between them. */
static mb_slice numbers_of(const char *items)
{
    const mb_list *agenda = agenda_of(items);
    mb_slice numbers = MB_TEXT("");
    for (uint32_t i = 0; i < agenda->count; i++)
        numbers = mb_arena_printf(kept, "%.*s%s%.*s", MB_ARG(numbers), i ? " " : "",
                                  MB_ARG(at(agenda_item, *agenda, i)->number));
    return numbers;
}

static void a_number_and_a_title_are_an_item(void **state)
{
    (void)state;
    const mb_agenda_item *item = item_of("1. WELCOME AND INTRODUCTIONS\n2. APOLOGIES\n", 0);
    assert_slice(item->number, "1");
    assert_slice(item->printed_number, "1");
    assert_slice(item->title, "WELCOME AND INTRODUCTIONS");
    assert_slice(item->printed, "1. WELCOME AND INTRODUCTIONS");
    assert_int_equal(item->place.line, 2);
}

static void a_number_on_a_line_of_its_own_belongs_to_the_title_below(void **state)
{
    (void)state;
    const mb_agenda_item *item = item_of("1.\n\nWELCOME\n\n2.\n\nAPOLOGIES\n", 1);
    assert_slice(item->number, "2");
    assert_slice(item->title, "APOLOGIES");
    assert_int_equal(item->place.line, 6);
}

static void a_title_need_not_be_in_capitals(void **state)
{
    (void)state;
    assert_slice(item_of("1. Welcome\n2. Apologies for absence\n", 1)->title, "Apologies for absence");
}

static void a_time_stands_before_the_title(void **state)
{
    (void)state;
    const mb_agenda_item *item = item_of("1. 10.05AM THE SUMMER FAIR\n2. 2:30 pm Tree felling\n", 0);
    assert_slice(item->time, "10:05");
    assert_slice(item->title, "THE SUMMER FAIR");
    item = item_of("1. 10.05AM THE SUMMER FAIR\n2. 2:30 pm Tree felling\n", 1);
    assert_slice(item->time, "14:30");
    assert_slice(item->title, "Tree felling");
}

static void a_time_within_a_title_is_part_of_it(void **state)
{
    (void)state;
    const mb_agenda_item *item = item_of("1. PARKING AFTER 6.00 PM IN LIME GROVE\n", 0);
    assert_slice(item->time, NULL);
    assert_slice(item->title, "PARKING AFTER 6.00 PM IN LIME GROVE");
}

static void a_page_range_is_read_with_its_dash_and_without(void **state)
{
    (void)state;
    static const char *const ranges[] = {"(Pages 5 - 18)", "(Pages 5 18)", "(Pages 5-18)", "(PAGES 5 – 18)",
                                         "(Pages 5 to 18)"};
    for (size_t i = 0; i < COUNT_OF(ranges); i++) {
        mb_slice items = mb_arena_printf(kept, "1. MINUTES OF THE LAST MEETING %s\n", ranges[i]);
        const mb_agenda_item *item = item_of(items.data, 0);
        assert_int_equal(item->pages.first, 5);
        assert_int_equal(item->pages.last, 18);
        assert_slice(item->title, "MINUTES OF THE LAST MEETING");
    }
}

static void one_page_is_first_and_last(void **state)
{
    (void)state;
    const mb_agenda_item *item = item_of("1. WORK PLAN (Page 7)\n", 0);
    assert_int_equal(item->pages.first, 7);
    assert_int_equal(item->pages.last, 7);
}

static void pages_that_are_no_range_stay_in_the_title(void **state)
{
    (void)state;
    const mb_agenda_item *item = item_of("1. YELLOW PAGES 2025\n", 0);
    assert_int_equal(item->pages.first, 0);
    assert_slice(item->title, "YELLOW PAGES 2025");
}

static void a_page_range_over_two_lines_is_one(void **state)
{
    (void)state;
    const mb_agenda_item *item = item_of("1.\n\nTREES IN THE CEMETERIES: WHICH TO FELL AND WHICH TO KEEP (Pages\n"
                                         "17 - 24)\nThe tree officer will report.\n",
                                         0);
    assert_int_equal(item->pages.first, 17);
    assert_int_equal(item->pages.last, 24);
    assert_slice(item->title, "TREES IN THE CEMETERIES: WHICH TO FELL AND WHICH TO KEEP");
    assert_slice(text_at(item->blocks, 0), "The tree officer will report.");
}

static void a_title_in_capitals_goes_on_over_its_wrap(void **state)
{
    (void)state;
    const mb_agenda_item *item = item_of("1. TREES IN THE CEMETERIES OF HARLE VALE AND MOORBECK: WHICH TO FELL\n"
                                         "AND WHICH TO KEEP\nThe tree officer will report.\n",
                                         0);
    assert_slice(item->title, "TREES IN THE CEMETERIES OF HARLE VALE AND MOORBECK: WHICH TO FELL AND WHICH TO KEEP");
}

static void a_bracket_that_never_closes_swallows_no_item(void **state)
{
    (void)state;
    const mb_list *agenda =
        agenda_of("1. TREES IN THE CEMETERIES (see the map\n2. WORK PLAN\n3. DATE OF NEXT MEETING\n");
    assert_int_equal(agenda->count, 3);
    assert_slice(at(agenda_item, *agenda, 0)->title, "TREES IN THE CEMETERIES (see the map");
}

static void papers_to_follow_are_said_and_are_no_part_of_the_title(void **state)
{
    (void)state;
    static const char *const forms[] = {"1. HOLIDAY CLUBS TO FOLLOW\n", "1. HOLIDAY CLUBS (to follow)\n",
                                        "1. HOLIDAY CLUBS - Report to follow\n"};
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        const mb_agenda_item *item = item_of(forms[i], 0);
        assert_true(item->to_follow);
        assert_slice(item->title, "HOLIDAY CLUBS");
    }
    assert_false(item_of("1. RULES TO FOLLOW IN A FLOOD\n", 0)->to_follow);
}

static void an_item_without_the_public_is_exempt(void **state)
{
    (void)state;
    assert_true(item_of("1. LEASE OF THE TEA TENT (EXEMPT ITEM)\n", 0)->exempt);
    assert_false(item_of("1. LEASE OF THE TEA TENT\n", 0)->exempt);
}

static void numbers_that_were_lost_are_inferred_and_reported(void **state)
{
    (void)state;
    const mb_pack *pack = agenda_pack_of("- WELCOME AND INTRODUCTIONS\n"
                                         "- 2. APOLOGIES FOR ABSENCE\n"
                                         "- 3. DECLARATIONS OF INTEREST\n"
                                         "10.15AM THE SUMMER FAIR\n"
                                         "- 5. WORK PLAN\n");
    const mb_list *agenda = &meeting_in(pack)->agenda;
    assert_int_equal(agenda->count, 5);
    assert_slice(at(agenda_item, *agenda, 0)->number, "1");
    assert_slice(at(agenda_item, *agenda, 0)->printed_number, NULL);
    assert_slice(at(agenda_item, *agenda, 3)->number, "4");
    assert_slice(at(agenda_item, *agenda, 3)->time, "10:15");
    assert_slice(at(agenda_item, *agenda, 4)->printed_number, "5");

    const mb_diagnostic *remark = remark_in(pack, "agenda-number-inferred");
    assert_non_null(remark);
    assert_int_equal(remark->place.line, 2);
    assert_non_null(strstr(mb_arena_copy(kept, remark->message).data, "item 1 "));
    const mb_diagnostic *second = pack->diagnostics.items[pack->diagnostics.count - 1];
    assert_slice(second->code, "agenda-number-inferred");
    assert_int_equal(second->place.line, 5);
}

static void an_agenda_with_all_its_numbers_reports_none(void **state)
{
    (void)state;
    assert_null(remark_in(agenda_pack_of("1. WELCOME\n2. APOLOGIES\n"), "agenda-number-inferred"));
}

static void a_heading_in_capitals_is_no_item_where_no_number_is_missing(void **state)
{
    (void)state;
    const mb_list *agenda = agenda_of("1. WELCOME\n\nPART ONE\n\n2. APOLOGIES\n");
    assert_int_equal(agenda->count, 2);
    assert_slice(text_at(at(agenda_item, *agenda, 0)->blocks, 0), "PART ONE");
}

static void a_list_within_a_description_holds_no_items(void **state)
{
    (void)state;
    const mb_list *agenda = agenda_of("1. WELCOME\n2. DECLARATIONS OF INTEREST\nMembers are asked to say:\n"
                                      "(a) which item the interest belongs to;\n(b) what the interest is.\n\n"
                                      "The choices are:\n\n1. to stay\n2. to leave the room\n\n3. WORK PLAN\n");
    assert_slice(numbers_of("1. WELCOME\n2. DECLARATIONS OF INTEREST\nMembers are asked to say:\n"
                            "(a) which item the interest belongs to;\n(b) what the interest is.\n\n"
                            "The choices are:\n\n1. to stay\n2. to leave the room\n\n3. WORK PLAN\n"),
                 "1 2 3");
    const mb_list *blocks = &at(agenda_item, *agenda, 1)->blocks;
    assert_int_equal(blocks->count, 4);
    assert_int_equal(at(block, *blocks, 1)->items.count, 2);
}

static void a_number_far_ahead_counts_something_else(void **state)
{
    (void)state;
    assert_slice(numbers_of("1. WELCOME\n2. APOLOGIES\n24 Lime Grove\n3. WORK PLAN\n"), "1 2 3");
}

static void the_clerk_s_line_is_no_part_of_the_last_item(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_in(agenda_pack_of("1. WELCOME\n2. WORK PLAN\nMembers may propose subjects.\n\n"
                                  "The Committee Administrator for this meeting is Una Teal who can be contacted on\n"
                                  "una_teal@harle.example or 01632 960 321.\n"));
    assert_int_equal(at(agenda_item, meeting->agenda, 1)->blocks.count, 1);
    assert_non_null(meeting->contact);
    assert_slice(meeting->contact->name, "Una Teal");
    assert_slice(meeting->contact->role, "Committee Administrator");
    assert_slice(meeting->contact->email, "una_teal@harle.example");
    assert_slice(meeting->contact->phone, "01632 960 321");
    assert_int_equal(meeting->contact->place.line, 6);
}

static void what_stands_before_the_first_item_is_front_matter(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_in(agenda_pack_of("Members are reminded to bring boots.\n\n1. WELCOME\n"));
    assert_int_equal(meeting->agenda.count, 1);
    assert_slice(text_at(meeting->front_matter, meeting->front_matter.count - 1),
                 "Members are reminded to bring boots.");
}

static void a_paper_without_an_agenda_is_a_report_and_the_reader_says_so(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Trees in the cemeteries\n\nEleven limes are in poor health.\n");
    assert_int_equal(pack->meetings.count, 0);
    assert_int_equal(pack->reports.count, 1);
    assert_non_null(remark_in(pack, "no-meeting"));
}

static void pages_below_the_title_are_part_of_the_heading(void **state)
{
    (void)state;
    const char *items =
        "1.\n\nMINUTES\n\n(Pages 5 - 16)\n\nTo sign the minutes.\n\n2.\n\nTHE PARKS AND PONDS OF HARLE\n\n"
        "(Pages\n17 - 24)\n\nTo note the report.\n\n3.\n\nTHE BANDSTAND\n\n(Pages 25\n- 28)\n\nTo look on.\n";
    const mb_agenda_item *item = item_of(items, 0);
    assert_int_equal(item->pages.last, 16);
    assert_int_equal(item->blocks.count, 1);
    assert_slice(item->printed, "1. MINUTES (Pages 5 - 16)");
    item = item_of(items, 1);
    assert_int_equal(item->pages.first, 17);
    assert_int_equal(item->blocks.count, 1);
    item = item_of(items, 2);
    assert_int_equal(item->pages.last, 28);
    assert_int_equal(item->blocks.count, 1);
}

static void items_may_end_with_full_stops_or_say_what_is_to_be_done(void **state)
{
    (void)state;
    const char *items = "1. Apologies for absence: to receive and accept apologies.\n2. Declarations of interest.\n"
                        "3. Minutes: to approve the minutes of the meeting held on 4th April 2023.\n4. Bandstand\n"
                        "5. Finance: to approve payments for May.\n6. Correspondence.\n";
    assert_slice(numbers_of(items), "1 2 3 4 5 6");
    const mb_agenda_item *item = item_of(items, 2);
    assert_slice(item->title, "Minutes");
    assert_slice(text_at(item->blocks, 0), "to approve the minutes of the meeting held on 4th April 2023.");
    assert_slice(item_of(items, 1)->title, "Declarations of interest");
    assert_slice(numbers_of("1. Welcome\n2. Bandstand\nThe Committee is asked\n1. To mend the roof.\n2. To paint it.\n"
                            "3. To pay.\n3. Summer fair\n"),
                 "1 2 3");
}

static void a_title_in_small_letters_goes_on_below(void **state)
{
    (void)state;
    assert_slice(item_of("1. Welcome, apologies for absence, declarations of interest and what was\n"
                         "   left open at the last meeting\n   Chair\n2. Bandstand\n",
                         0)
                     ->title,
                 "Welcome, apologies for absence, declarations of interest and what was left open at the last meeting");
}

static void an_agenda_without_its_heading_begins_with_its_first_item(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("NOTICE OF MEETING\n\nRoads and Parks Committee\nMONDAY, 12TH OCTOBER, 2020 at 19:00\n"
                   "Members: Councillors Lucia das Ogle (Chair) and Bob Dunn\nQuorum: 3\n1. FILMING AT MEETINGS\n"
                   "The meeting may be filmed.\n2. APOLOGIES FOR ABSENCE\n3. URGENT BUSINESS\n4. DECLARATIONS OF "
                   "INTEREST\n5. FUTURE MEETINGS\n23 November 2020\nEd Fox, Principal Committee Co-ordinator\n"
                   "Tel - 01632 960957\nEmail: ed.fox@harle.example\n");
    assert_int_equal(meeting->agenda.count, 5);
    assert_slice(meeting->time, "19:00");
    assert_slice(at(member, meeting->members, 0)->name, "Lucia das Ogle");
    assert_int_equal(meeting->members.count, 2);
    assert_slice(meeting->contact->name, "Ed Fox");
    assert_slice(meeting->contact->phone, "01632 960957");
}

static void a_sentence_below_the_items_says_whom_to_ask(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("HARLE COUNTY COUNCIL\nROADS COMMITTEE\nTHURSDAY, 13 JULY 2023 AT 10.00AM\n\n"
                   "AGENDA\n\n1. APOLOGIES\n\n2. BANDSTAND\n\nReport of the Head of Parks\n\n"
                   "If you require further information about this agenda please contact Di "
                   "Poe,\nDemocratic Services, on telephone no 01632 960481 or e-mail\n"
                   "di.poe@harle.example.\n");
    assert_non_null(meeting->contact);
    assert_slice(meeting->contact->name, "Di Poe");
    assert_slice(meeting->contact->email, "di.poe@harle.example");
    assert_int_equal(at(agenda_item, meeting->agenda, 1)->blocks.count, 1);
}

static void a_supplement_has_single_items_of_a_longer_agenda(void **state)
{
    (void)state;
    assert_slice(numbers_of("7. STREET TREES (Pages 5 - 8)\n12. THE WEIR AT LOW MILL (Pages 9 - 14)\n"), "7 12");
    assert_slice(numbers_of("9.\n\nSTREET TREES\n"), "9");
}

static void an_agenda_without_items_is_a_meeting_without_items(void **state)
{
    (void)state;
    const mb_meeting *meeting = meeting_in(agenda_pack_of("The items will be printed next week.\n"));
    assert_int_equal(meeting->agenda.count, 0);
    assert_slice(text_at(meeting->front_matter, 1), "The items will be printed next week.");
}

static void spelt_out_with_spaces_agenda_is_still_agenda(void **state)
{
    (void)state;
    assert_int_equal(meeting_of("A G E N D A\n1. WELCOME\n2. APOLOGIES\n")->agenda.count, 2);
    assert_int_equal(meeting_of("**AGENDA**\n\n- 1. WELCOME\n- 2. APOLOGIES\n")->agenda.count, 2);
}

/* The titles of an agenda's items, with a stroke between them. */
static mb_slice titles_of(const char *items)
{
    const mb_list *agenda = agenda_of(items);
    mb_slice titles = MB_TEXT("");
    for (uint32_t i = 0; i < agenda->count; i++)
        titles = mb_arena_printf(kept, "%.*s%s%.*s", MB_ARG(titles), i ? " | " : "",
                                 MB_ARG(at(agenda_item, *agenda, i)->title));
    return titles;
}

static void numbers_have_the_form_of_their_council(void **state)
{
    (void)state;
    assert_slice(numbers_of("26/014 Apologies\n26/015 Declarations of interest\n26/016 Minutes\n"),
                 "26/014 26/015 26/016");
    assert_slice(numbers_of("A1 Apologies\nA2 Declarations of interest\n\nB - Decisions\n\nB1 Verges\nD1 Depot\n"),
                 "A1 A2 B1 D1");
    assert_slice(numbers_of("Item 1 Apologies\nItem 2: Minutes\n"), "1 2");
    assert_slice(numbers_of("1. Apologies\n2. Audit plan\n2a. Audit progress\n2b. Audit fees\n3. Work plan\n"),
                 "1 2 2a 2b 3");
    assert_slice(numbers_of("1. Apologies\n2. Sums\n1) of the year\n3) of the month\n3. Work plan\n"), "1 2 3");
}

static void a_title_may_begin_with_a_year_or_the_number_of_a_decision(void **state)
{
    (void)state;
    assert_slice(titles_of("1. Apologies\n2. 2025/26 Budget\n3. Work plan\n"),
                 "Apologies | 2025/26 Budget | Work plan");
    assert_slice(titles_of("B1 26/00014 - Verges\nB2 26/00015 - Bus shelters\n"),
                 "26/00014 - Verges | 26/00015 - Bus shelters");
}

static void minutes_and_times_stand_in_brackets_behind_the_title(void **state)
{
    (void)state;
    const char *items = "1. WELCOME (5 minutes)\n2. DENTAL CARE (at 3.00 pm, 30 mins) TO FOLLOW\n"
                        "3. HOUSING PLAN 2026-2029 (approx. 40 minutes) (Pages 11 18)\n4. PATHS (Bridleways)\n"
                        "5. 10.05am - 10.20am Audit plan\n";
    assert_slice(titles_of(items), "WELCOME | DENTAL CARE | HOUSING PLAN 2026-2029 | PATHS (Bridleways) | Audit plan");
    assert_int_equal(item_of(items, 0)->minutes_allotted.value, 5);
    assert_slice(item_of(items, 1)->time, "15:00");
    assert_int_equal(item_of(items, 1)->minutes_allotted.value, 30);
    assert_true(item_of(items, 1)->to_follow);
    assert_int_equal(item_of(items, 2)->pages.last, 18);
    assert_slice(item_of(items, 4)->time, "10:05");
}

static void what_is_said_of_an_item_stands_below_its_title(void **state)
{
    (void)state;
    const char *items =
        "1. AUDIT PLAN FOR THE NEW YEAR\nPresented by: Di Poe, Head of Audit\n(10.10am - 10.40am)\n"
        "Pages 3 - 8\n2. DENTAL CARE IN THE VALLEY\n(20 mins)\n"
        "Presenters: Ann Ogle, Marl Care Trust, and Councillor Bob Dunn, Cabinet Member for Roads and Parks\n"
        "3. CAR PARKS\nReport of the Director of Place\n\n9 - 12\n4. WORK PLAN\n";
    assert_slice(titles_of(items), "AUDIT PLAN FOR THE NEW YEAR | DENTAL CARE IN THE VALLEY | CAR PARKS | WORK PLAN");
    const mb_agenda_item *audit = item_of(items, 0), *care = item_of(items, 1), *parks = item_of(items, 2);
    assert_int_equal(audit->presenters.count, 1);
    assert_slice(audit->presenters.items[0], "Di Poe");
    assert_slice(audit->time, "10:10");
    assert_int_equal(audit->pages.first, 3);
    assert_int_equal(care->presenters.count, 2);
    assert_slice(care->presenters.items[0], "Ann Ogle");
    assert_slice(care->presenters.items[1], "Bob Dunn");
    assert_int_equal(care->minutes_allotted.value, 20);
    assert_int_equal(parks->presenters.count, 0);
    assert_int_equal(parks->pages.last, 12);
}

static void columns_at_the_margin_hold_who_leads_the_time_and_the_pages(void **state)
{
    (void)state;
    const char *items = "No.    Item                             Lead                Time        Page\n"
                        "1.     Welcome and apologies            Chair               4.30pm\n"
                        "2.     Minutes of the last meeting and  Chair               4.40pm      3-8\n"
                        "       matters arising\n"
                        "3.     Growth fund                      Di Poe              4.50pm      9-14\n"
                        "4.     High needs                       Bob Dunn            5.45pm      To follow\n";
    assert_slice(titles_of(items),
                 "Welcome and apologies | Minutes of the last meeting and matters arising | Growth fund | High needs");
    const mb_agenda_item *fund = item_of(items, 2);
    assert_slice(fund->time, "16:50");
    assert_int_equal(fund->pages.first, 9);
    assert_int_equal(fund->pages.last, 14);
    assert_slice(fund->presenters.items[0], "Di Poe");
    assert_int_equal(item_of(items, 0)->presenters.count, 0);
    assert_true(item_of(items, 3)->to_follow);
}

/* The numbers of the exempt ones, with a blank between them. */
static mb_slice exempt_of(const char *items)
{
    const mb_list *agenda = agenda_of(items);
    mb_slice numbers = MB_TEXT("");
    for (uint32_t i = 0; i < agenda->count; i++)
        if (at(agenda_item, *agenda, i)->exempt)
            numbers = mb_arena_printf(kept, "%.*s%s%.*s", MB_ARG(numbers), numbers.size ? " " : "",
                                      MB_ARG(at(agenda_item, *agenda, i)->number));
    return numbers;
}

static void items_under_a_private_part_are_exempt(void **state)
{
    (void)state;
    assert_slice(exempt_of("PART I - PUBLIC\n\n1. Apologies\n2. Minutes\n\nPART II - PRIVATE\n\n3. Lease of the mill\n"
                           "4. Staffing\n"),
                 "3 4");
}

static void the_item_that_excludes_the_public_is_open_and_those_behind_it_are_not(void **state)
{
    (void)state;
    assert_slice(
        exempt_of("1. Apologies\n2. Exclusion of the press and public\nTo exclude the public from the following "
                  "items.\n3. Lease of the mill\n4. Date of next meeting\n"),
        "3");
    assert_slice(exempt_of("1. Apologies\n2. Exclusion of the press and public\nTo agree whether any report is to be "
                           "discussed in private.\n3. Car parks\n"),
                 "");
    assert_slice(
        exempt_of("1. Apologies\n2. Cyber security\nThis report is exempt by virtue of paragraph 7.\n3. Trees\n"), "2");
    assert_slice(exempt_of("1. Apologies\n2. A case of a tenant\nThe Panel is asked to exclude the public from the "
                           "meeting for this item.\n3. Trees\n"),
                 "2");
}

static void a_part_of_the_agenda_right_below_a_title_is_none_of_it(void **state)
{
    (void)state;
    const mb_agenda_item *item = item_of("A1. Welcome to all who have come\n\nA2. Benches in the parks of the town (To "
                                         "follow)\nB - Monitoring\n\nB1. Lamps on the bridge\n",
                                         1);
    assert_slice(item->title, "Benches in the parks of the town");
}

static void a_title_in_bold_fills_its_line_sooner(void **state)
{
    (void)state;
    const mb_agenda_item *item = item_of("1.     Welcome\n\n"
                                         "2.     Lamps on the bridge and along the river: a verbal update from\n"
                                         "       Harle Vale Police\n\n"
                                         "       The sergeant will say what was seen on the bridge after dark in the\n"
                                         "       winter months, and what the patrols of this spring have changed.\n\n"
                                         "3.     Trees\n",
                                         1);
    assert_slice(item->title, "Lamps on the bridge and along the river: a verbal update from Harle Vale Police");
}

static void pages_at_the_margin_make_a_title_s_column_narrow(void **state)
{
    (void)state;
    const char *items =
        "11.    Work Programme                                                              6\n\n"
        "12.    Proposed Changes to the Constitution - Finance and Contracts                7 - 56\n       Rules\n\n"
        "13.    Review of the Fair                                                          57 - 62\n";
    assert_slice(item_of(items, 1)->title, "Proposed Changes to the Constitution - Finance and Contracts Rules");
    assert_int_equal(item_of(items, 1)->pages.last, 56);
}

static void whether_something_is_exempt_is_asked_in_public(void **state)
{
    (void)state;
    assert_false(
        item_of("1. To consider whether any items should be taken in private because of the\n   disclosure of exempt "
                "information.\n\n2. Fair\n",
                0)
            ->exempt);
    assert_true(item_of("1. Welcome\n2. Sale of the Hall (exempt item)\n", 1)->exempt);
}

static void one_item_alone_may_be_without_the_public(void **state)
{
    (void)state;
    assert_slice(
        exempt_of("1. Apologies\n2. Exclusion of the public\nThat the public be excluded from the meeting for the "
                  "following item of business.\n3. Lease of the mill\n4. Panel workplan\n"),
        "3");
    assert_slice(
        exempt_of("1. Apologies\n2. Exclusion of the public\nThat the public be excluded from the meeting for the "
                  "following items of business.\n3. Lease of the mill\n4. Sale of the mill\n"),
        "3 4");
}

static void an_item_that_may_be_several_is_not_one_alone(void **state)
{
    (void)state;
    static const char *const several[] = {"item(s) of business.", "item/s of business.",
                                          "item of business, namely items 3 and 4."};
    for (size_t i = 0; i < sizeof several / sizeof *several; i++)
        assert_slice(exempt_of(mb_arena_printf(kept,
                                               "1. Apologies\n2. Exclusion of the public\nThat the public be excluded "
                                               "from the meeting for the following %s\n3. Lease of the mill\n4. Sale "
                                               "of the mill\n",
                                               several[i])
                                   .data),
                     "3 4");
}

static void minutes_may_stand_behind_a_dash(void **state)
{
    (void)state;
    const mb_agenda_item *item = item_of("1. CABINET MEMBER UPDATE - 15 minutes\n2. MINUTES - 3RD JUNE 2025\n", 0);
    assert_slice(item->title, "CABINET MEMBER UPDATE");
    assert_int_equal(item->minutes_allotted.value, 15);
    assert_slice(item_of("1. CABINET MEMBER UPDATE\n2. MINUTES - 3RD JUNE 2025\n", 1)->title,
                 "MINUTES - 3RD JUNE 2025");
}

/* An agenda whose pages and those of its papers are numbered. */
#define STAMPED(items)                                                                                                 \
    "Roads Panel - Tuesday, 3rd June, 2025\nAGENDA\n" items "\n\nPage 3\n\n\fAgenda Item 2\n\nMinutes of the last "    \
    "meeting were taken.\n\nPage 4\n\n\fThey were long.\n\nPage 5\n\n\fThey went on.\n\nPage 6\n\n\f"

static void a_range_that_was_printed_further_down_belongs_to_the_item_whose_stamp_its_first_page_has(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of(STAMPED("1.\n\nWELCOME\n\n2.\n\nMINUTES\n\n3.\n\nPOTHOLES\n\n4 - 6\n\n4.\n\nBUSES\n"));
    assert_int_equal(at(agenda_item, meeting->agenda, 1)->pages.first, 4);
    assert_int_equal(at(agenda_item, meeting->agenda, 1)->pages.last, 6);
    assert_int_equal(at(agenda_item, meeting->agenda, 2)->pages.first, 0);
}

static void a_range_on_a_line_of_its_own_belongs_to_the_item_above_and_to_no_paragraph(void **state)
{
    (void)state;
    const char *items =
        "1.\n\nMINUTES\nTo agree those of the last meeting.\n5 - 12\nREPORTS\n\n2.\n\nPOTHOLES\nTo note.\n"
        "13 - 13\n";
    const mb_agenda_item *item = item_of(items, 0);
    assert_int_equal(item->pages.first, 5);
    assert_int_equal(item->pages.last, 12);
    assert_int_equal(item->blocks.count, 3);
    assert_int_equal(item_of(items, 1)->pages.last, 13);
}

static void years_below_a_title_are_no_pages(void **state)
{
    (void)state;
    const char *items = "1.\n\nMINUTES\nTo agree those of the last meeting.\n5 - 12\n\n2.\n\nPLAN FOR PARKS\n"
                        "2024 - 2025\nTo agree the plan.\n\n3.\n\nPLAN FOR PONDS\n2020 - 2045\nTo note it.\n";
    for (uint32_t i = 1; i < 3; i++) {
        assert_int_equal(item_of(items, i)->pages.first, 0);
        assert_int_equal(item_of(items, i)->pages.last, 0);
    }
    assert_int_equal(item_of(items, 0)->pages.last, 12);
}

static void what_is_to_follow_has_no_pages(void **state)
{
    (void)state;
    assert_int_equal(item_of("1.\n\nMINUTES\n\n2.\n\nPOTHOLES TO FOLLOW\n\n5 - 12\n", 1)->pages.first, 0);
}

static void a_number_may_touch_its_title(void **state)
{
    (void)state;
    static const char *const items[] = {"26/014.Apologies for absence\nTo receive them.\n26/015.Planning\n",
                                        "1.Apologies for absence\nTo receive them.\n2.Planning\n"};
    for (size_t i = 0; i < COUNT_OF(items); i++) {
        assert_slice(item_of(items[i], 0)->title, "Apologies for absence");
        assert_slice(item_of(items[i], 1)->title, "Planning");
    }
}

static void a_title_may_end_with_years_on_a_line_of_their_own(void **state)
{
    (void)state;
    const char *items =
        "1.\n\nPARKS AND PONDS: ANNUAL REPORT\n2024-25\n\nHow they were kept.\n\n2.\n\nOther business\n";
    assert_slice(item_of(items, 0)->title, "PARKS AND PONDS: ANNUAL REPORT 2024-25");
}

static void the_end_of_a_title_may_stand_right_above_who_presents_it(void **state)
{
    (void)state;
    const char *items = "1.\n\nPolicing of the park in the evening and at night: verbal update\nfrom the Harle Police\n"
                        "Presented by Ann Lee\n\n2.\n\nOther business\n";
    const mb_agenda_item *item = item_of(items, 0);
    assert_slice(item->title, "Policing of the park in the evening and at night: verbal update from the Harle Police");
    assert_int_equal(item->presenters.count, 1);
}

static void a_stamp_that_another_range_has_told_before_takes_no_second_one(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of(STAMPED("1.\n\nWELCOME\n\n2.\n\nMINUTES\n\n2 - 3\n\n3.\n\nPOTHOLES\n\n4 - 6\n\n4.\n\nBUSES\n"));
    assert_int_equal(at(agenda_item, meeting->agenda, 1)->pages.first, 2);
    assert_int_equal(at(agenda_item, meeting->agenda, 2)->pages.first, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_and_a_title_are_an_item),
        cmocka_unit_test(a_number_on_a_line_of_its_own_belongs_to_the_title_below),
        cmocka_unit_test(a_title_need_not_be_in_capitals),
        cmocka_unit_test(a_time_stands_before_the_title),
        cmocka_unit_test(a_time_within_a_title_is_part_of_it),
        cmocka_unit_test(a_page_range_is_read_with_its_dash_and_without),
        cmocka_unit_test(one_page_is_first_and_last),
        cmocka_unit_test(pages_that_are_no_range_stay_in_the_title),
        cmocka_unit_test(a_page_range_over_two_lines_is_one),
        cmocka_unit_test(a_title_in_capitals_goes_on_over_its_wrap),
        cmocka_unit_test(a_bracket_that_never_closes_swallows_no_item),
        cmocka_unit_test(papers_to_follow_are_said_and_are_no_part_of_the_title),
        cmocka_unit_test(an_item_without_the_public_is_exempt),
        cmocka_unit_test(numbers_that_were_lost_are_inferred_and_reported),
        cmocka_unit_test(an_agenda_with_all_its_numbers_reports_none),
        cmocka_unit_test(a_heading_in_capitals_is_no_item_where_no_number_is_missing),
        cmocka_unit_test(a_list_within_a_description_holds_no_items),
        cmocka_unit_test(a_number_far_ahead_counts_something_else),
        cmocka_unit_test(the_clerk_s_line_is_no_part_of_the_last_item),
        cmocka_unit_test(what_stands_before_the_first_item_is_front_matter),
        cmocka_unit_test(a_paper_without_an_agenda_is_a_report_and_the_reader_says_so),
        cmocka_unit_test(pages_below_the_title_are_part_of_the_heading),
        cmocka_unit_test(items_may_end_with_full_stops_or_say_what_is_to_be_done),
        cmocka_unit_test(a_title_in_small_letters_goes_on_below),
        cmocka_unit_test(an_agenda_without_its_heading_begins_with_its_first_item),
        cmocka_unit_test(a_sentence_below_the_items_says_whom_to_ask),
        cmocka_unit_test(a_supplement_has_single_items_of_a_longer_agenda),
        cmocka_unit_test(an_agenda_without_items_is_a_meeting_without_items),
        cmocka_unit_test(spelt_out_with_spaces_agenda_is_still_agenda),
        cmocka_unit_test(numbers_have_the_form_of_their_council),
        cmocka_unit_test(a_title_may_begin_with_a_year_or_the_number_of_a_decision),
        cmocka_unit_test(minutes_and_times_stand_in_brackets_behind_the_title),
        cmocka_unit_test(what_is_said_of_an_item_stands_below_its_title),
        cmocka_unit_test(columns_at_the_margin_hold_who_leads_the_time_and_the_pages),
        cmocka_unit_test(items_under_a_private_part_are_exempt),
        cmocka_unit_test(the_item_that_excludes_the_public_is_open_and_those_behind_it_are_not),
        cmocka_unit_test(a_part_of_the_agenda_right_below_a_title_is_none_of_it),
        cmocka_unit_test(a_title_in_bold_fills_its_line_sooner),
        cmocka_unit_test(pages_at_the_margin_make_a_title_s_column_narrow),
        cmocka_unit_test(whether_something_is_exempt_is_asked_in_public),
        cmocka_unit_test(one_item_alone_may_be_without_the_public),
        cmocka_unit_test(an_item_that_may_be_several_is_not_one_alone),
        cmocka_unit_test(minutes_may_stand_behind_a_dash),
        cmocka_unit_test(a_range_that_was_printed_further_down_belongs_to_the_item_whose_stamp_its_first_page_has),
        cmocka_unit_test(a_range_on_a_line_of_its_own_belongs_to_the_item_above_and_to_no_paragraph),
        cmocka_unit_test(years_below_a_title_are_no_pages),
        cmocka_unit_test(what_is_to_follow_has_no_pages),
        cmocka_unit_test(a_number_may_touch_its_title),
        cmocka_unit_test(a_title_may_end_with_years_on_a_line_of_their_own),
        cmocka_unit_test(the_end_of_a_title_may_stand_right_above_who_presents_it),
        cmocka_unit_test(a_stamp_that_another_range_has_told_before_takes_no_second_one),
    };
    return run_reader_tests(tests);
}
