/* minute_headings.c: which of the numbers in minutes are those of the items. */
#include "reading_of.h"

static mb_slice items_of(const char *printed)
{
    const mb_minutes *minutes = minutes_of(printed);
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < minutes->items.count; i++) {
        const mb_minute_item *item = at(minute_item, minutes->items, i);
        all = mb_arena_printf(kept, "%.*s%s%.*s %.*s", MB_ARG(all), i ? "; " : "", MB_ARG(item->number),
                              MB_ARG(item->title));
    }
    return all;
}

static void items_without_full_stops_are_not_the_parts_that_have_them(void **state)
{
    (void)state;
    assert_slice(items_of("1 Welcome\n\nAll were welcome.\n\n2\n\nBandstand\n\nIt was RESOLVED:\n\n"
                          "3. Mend the roof\n\n4. Paint the rail\n\n3 Summer Fair\n\nThe fair is in June.\n\n"
                          "4\n\nTea Room\n\nIt is warm.\n\n5 Boats\n\nThey float.\n"),
                 "1 Welcome; 2 Bandstand; 3 Summer Fair; 4 Tea Room; 5 Boats");
}

static void a_numbered_list_of_speakers_is_no_list_of_items(void **state)
{
    (void)state;
    assert_slice(items_of("1\n\nWelcome\n\nAll were welcome.\n\n2\n\nStatements\n\nStatements were heard from:\n"
                          "01 Ann Ogle\n02 Bob Dunn\n03 Cy Orr\n04 Di Poe\n05 Ed Fox\n06 Flo Gee\n\n"
                          "3\n\nSummer Fair\n\nThe fair is in June.\n"),
                 "1 Welcome; 2 Statements; 3 Summer Fair");
}

static void a_list_that_goes_on_counting_from_an_item_is_no_list_of_items(void **state)
{
    (void)state;
    assert_slice(items_of("1\n\nWelcome\n\nAll were welcome.\n\n2\n\nStatements\n\nStatements were heard from:\n"
                          "03 Ann Ogle\n04 Bob Dunn\n05 Cy Orr\n06 Di Poe\n07 Ed Fox\n08 Flo Gee\n09 Gus Hay\n"
                          "10 Hal Ives\n11 Ivy Joll\n12 Jan Kay\n13 Kim Lord\n\nThey were thanked.\n"),
                 "1 Welcome; 2 Statements");
}

static void a_list_of_speakers_between_gaps_is_no_list_of_items(void **state)
{
    (void)state;
    assert_slice(items_of("1 Welcome\n\nAll were welcome.\n\n2 Statements\n\nStatements were heard from:\n\n"
                          "01 Ann Ogle\n\n02 Bob Dunn\n\n03 Cy Orr\n\n05 Di Poe\n\n06 Ed Fox\n\n07 Flo Gee\n\n"
                          "3 Summer Fair\n\nThe fair is in June.\n"),
                 "1 Welcome; 2 Statements; 3 Summer Fair");
}

static void titles_in_capitals_that_count_on_from_one_above_are_items_though_nothing_is_under_them(void **state)
{
    (void)state;
    assert_slice(
        items_of("4 WELCOME\n\nAll were welcome.\n\n5 BANDSTAND\n\nThe roof leaks.\n\n6 TEA ROOM\n\n"
                 "It is warm. It was RESOLVED:\n\n1. Mend the door\n\n2. Paint the wall\n\n"
                 "7 SUMMER FAIR\n\n8 PADDLING POOL\n\n9 BOATS\n\n10 ROSE BEDS\n\n11 SWINGS\n\n"
                 "They are new.\n"),
        "4 WELCOME; 5 BANDSTAND; 6 TEA ROOM; 7 SUMMER FAIR; 8 PADDLING POOL; 9 BOATS; 10 ROSE BEDS; 11 SWINGS");
}

static void titles_with_nothing_under_them_are_items_where_several_are_usual(void **state)
{
    (void)state;
    assert_slice(items_of("1 Apologies\n\n2 Declarations of Interest\n\n3 Bandstand\n\n4 Summer Fair\n\n"
                          "5 Date of Next Meeting\n\nIn July.\n\n6 Paddling Pool\n\nIt was cold.\n\n"
                          "7 Tea Room\n\nIt was warm.\n\n8 Boats\n\nThey float.\n"),
                 "1 Apologies; 2 Declarations of Interest; 3 Bandstand; 4 Summer Fair; 5 Date of Next Meeting; "
                 "6 Paddling Pool; 7 Tea Room; 8 Boats");
}

static void the_parts_of_a_resolution_are_no_items(void **state)
{
    (void)state;
    assert_slice(items_of("7\n\nBandstand\n\nIt was RESOLVED:\n\n1.\n\nTo mend the roof\n\n2.\n\nTo paint the rail\n\n"
                          "8\n\nSummer Fair\n\nThe fair is in June.\n\n9\n\nNext Meeting\n\nIn July.\n"),
                 "7 Bandstand; 8 Summer Fair; 9 Next Meeting");
}

static void an_item_that_lost_its_number_is_found_between_its_neighbours(void **state)
{
    (void)state;
    const char *printed = "1\n\nWelcome\n\nAll were welcome.\n\n2\n\nBandstand\n\nThe roof leaks.\n\nSummer Fair\n\n"
                          "The fair is in June.\n\n4\n\nNext Meeting\n\nIn July.\n";
    assert_slice(items_of(printed), "1 Welcome; 2 Bandstand; 3 Summer Fair; 4 Next Meeting");
    const mb_pack *pack = pack_of(mb_arena_printf(kept, "%s\n%s", MINUTES_HEAD, printed).data);
    assert_non_null(remark_in(pack, "minute-number-inferred"));
    assert_slice(at(minute_item, minutes_in(at(meeting, pack->meetings, 0))->items, 2)->printed_number, NULL);
}

static void a_number_printed_before_its_place_tells_which_title_lost_it(void **state)
{
    (void)state;
    assert_slice(
        items_of("1\n\nWelcome\n\nAll were welcome.\n\n2\n\nBandstand\n\nThe roof leaks.\n\n3\n\nIt will be mended.\n\n"
                 "Summer Fair\n\nThe fair is in June.\n\n4\n\nNext Meeting\n\nIn July.\n"),
        "1 Welcome; 2 Bandstand; 3 Summer Fair; 4 Next Meeting");
}

static void of_two_titles_that_could_have_lost_it_neither_has(void **state)
{
    (void)state;
    assert_slice(
        items_of("1\n\nWelcome\n\nAll were welcome.\n\n2\n\nBandstand\n\nThe roof leaks.\n\nThe Roof\n\nIt is old.\n\n"
                 "Summer Fair\n\nThe fair is in June.\n\n4\n\nNext Meeting\n\nIn July.\n"),
        "1 Welcome; 2 Bandstand; 4 Next Meeting");
}

static void numbers_may_have_letters_before_them(void **state)
{
    (void)state;
    assert_slice(items_of("C45/24 Minutes\nThey were signed.\n\nC46/24 Bandstand\nThe roof leaks.\n\n"
                          "C47/24 Summer Fair\nThe fair is in June.\n"),
                 "C45/24 Minutes; C46/24 Bandstand; C47/24 Summer Fair");
    assert_slice(items_of("GC.25.8: Minutes\nThey were signed.\n\nGC.25.9: Bandstand\nThe roof leaks.\n"),
                 "GC.25.8 Minutes; GC.25.9 Bandstand");
    assert_slice(items_of("Gro/285/07-08 Minutes\nThey were signed.\n\nGro/286/07-08 Bandstand\nThe roof leaks.\n"),
                 "Gro/285/07-08 Minutes; Gro/286/07-08 Bandstand");
    assert_slice(items_of("Item 1: Minutes\nThey were signed.\n\nItem 2: Bandstand\nThe roof leaks.\n"),
                 "1 Minutes; 2 Bandstand");
}

static void a_title_may_stand_above_its_number(void **state)
{
    (void)state;
    assert_slice(items_of("APOLOGIES\nGRO46/24\nThere were none.\nMINUTES\nGRO47/24\nThey were signed.\n"
                          "BANDSTAND AND\nSUMMER FAIR\nGRO48/24\nThe roof leaks, which the committee had heard before\n"
                          "more than once.\n"),
                 "GRO46/24 APOLOGIES; GRO47/24 MINUTES; GRO48/24 BANDSTAND AND SUMMER FAIR");
}

static void text_may_follow_a_title_on_its_line(void **state)
{
    (void)state;
    const char *printed = "1. Apologies: None were received.\n\n2. Minutes. The minutes were signed.\n\n"
                          "3. Bandstand: The roof leaks.\n\n4. Summer Fair - The fair is in June.\n";
    assert_slice(items_of(printed), "1 Apologies; 2 Minutes; 3 Bandstand; 4 Summer Fair");
    const mb_minute_item *item = at(minute_item, minutes_of(printed)->items, 2);
    assert_slice(text_at(item->blocks, 0), "The roof leaks.");
    assert_slice(item->printed, "3. Bandstand:");
}

static void text_may_follow_the_number_itself(void **state)
{
    (void)state;
    const char *printed = "1201 The Chairman welcomed the public.\n\n1202 The minutes were approved and signed.\n\n"
                          "1203 The roof leaks. It was agreed to mend it.\n";
    assert_slice(items_of(printed), "1201 ; 1202 ; 1203 ");
    assert_slice(text_at(at(minute_item, minutes_of(printed)->items, 1)->blocks, 0),
                 "The minutes were approved and signed.");
}

static void items_without_numbers_look_like_the_usual_ones(void **state)
{
    (void)state;
    assert_slice(items_of("Apologies for Absence\n\nCllr Orr.\n\nMinutes\n\nThey were signed.\n\nBandstand\n\n"
                          "The roof leaks.\n\nDate of Next Meeting\n\n3rd July.\n"),
                 " Apologies for Absence;  Minutes;  Bandstand;  Date of Next Meeting");
    assert_slice(items_of("APOLOGIES\nCllr Orr.\nMINUTES\nThey were signed.\nBANDSTAND\nThe roof leaks.\n"),
                 " APOLOGIES;  MINUTES;  BANDSTAND");
    assert_slice(
        items_of("**Apologies**\n\nCllr Orr.\n\n**Minutes**\n\nThey were signed.\n\n**Bandstand**\n\nIt leaks.\n"),
        " Apologies;  Minutes;  Bandstand");
    assert_slice(
        items_of("Apologies: Cllr Orr.\nMinutes: They were signed.\nBandstand: It leaks.\n\nCorrespondence: None.\n"),
        " Apologies;  Minutes;  Correspondence");
}

static void an_authority_s_letters_may_stand_apart_from_the_number(void **state)
{
    (void)state;
    assert_slice(
        items_of("HVCA 1/22\n\nAPOLOGIES\n\nRESOLVED /-\n\nThat they be noted.\n\nHVCA 2/22\n\nURGENT BUSINESS\n\n"
                 "RESOLVED /-\n\n1. That it be noted.\n\nHVCA 3/22\n\nPONDS\n\nRESOLVED/-\n\nThat they be dug.\n"),
        "HVCA 1/22 APOLOGIES; HVCA 2/22 URGENT BUSINESS; HVCA 3/22 PONDS");
}

static void a_misprinted_number_between_two_right_ones_is_inferred(void **state)
{
    (void)state;
    const char *printed = "25.06.1 Welcome\nAll were welcome.\n2.06.2 Bandstand\nThe roof leaks.\n"
                          "25.06.3 Summer Fair\nThe fair is in June.\n";
    assert_slice(items_of(printed), "25.06.1 Welcome; 25.06.2 Bandstand; 25.06.3 Summer Fair");
    const mb_pack *pack = pack_of(mb_arena_printf(kept, "%s\n%s", MINUTES_HEAD, printed).data);
    const mb_minutes *minutes = minutes_in(at(meeting, pack->meetings, 0));
    assert_slice(at(minute_item, minutes->items, 1)->printed_number, "2.06.2");
    assert_slice(at(diagnostic, pack->diagnostics, 0)->code, "minute-number-inferred");
}

static void a_title_may_begin_with_a_figure(void **state)
{
    (void)state;
    const mb_minutes *minutes = minutes_in(meeting_of(
        "HARLE VALE TOWN COUNCIL\n\nROADS PANEL\n\nTuesday, 3rd June, 2025\n\nPresent: Councillors Ann Ogle (Chair), "
        "Bob Dunn and Cy "
        "Orr\n\n51 WELCOME AND INTRODUCTIONS\n\nThe Chair welcomed everyone.\n\n52 20mph Zones - Review\n\nThe report "
        "was noted.\n\n"
        "53 2024/25 Budget\n\nThe 5 parts were noted.\n\n54 Panel Workplan\n\nThe Panel noted the workplan.\n"));
    assert_int_equal(minutes->items.count, 4);
    assert_slice(at(minute_item, minutes->items, 1)->title, "20mph Zones - Review");
    assert_slice(at(minute_item, minutes->items, 2)->title, "2024/25 Budget");
}

static void a_title_may_begin_with_a_year(void **state)
{
    (void)state;
    assert_slice(
        items_of("1\n\nWelcome\n\nAll were welcome.\n\n2\n\n2025/26 Budget for the Bandstand\n\nIt is small.\n"),
        "1 Welcome; 2 2025/26 Budget for the Bandstand");
}

static void a_title_goes_on_in_small_letters_up_to_the_gap_behind_it(void **state)
{
    (void)state;
    assert_slice(items_of("1\n\nWelcome\n\nAll were welcome.\n\n2\n\nWhat the Committee may do about the roof\n"
                          "and the rail\n\nThe roof leaks.\n"),
                 "1 Welcome; 2 What the Committee may do about the roof and the rail");
}

static void a_bracket_names_the_item_of_the_agenda(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        minutes_of("41. Welcome (Agenda item 1)\n\nAll were welcome.\n\n42. Bandstand (Item No. 3))\n\n"
                   "The roof leaks.\n\n43. Summer Fair (June)\n\nThe fair is in June.\n");
    assert_slice(at(minute_item, minutes->items, 0)->title, "Welcome");
    assert_slice(at(minute_item, minutes->items, 0)->agenda_item, "1");
    assert_slice(at(minute_item, minutes->items, 1)->title, "Bandstand");
    assert_slice(at(minute_item, minutes->items, 1)->agenda_item, "3");
    assert_slice(at(minute_item, minutes->items, 2)->title, "Summer Fair (June)");
    assert_slice(at(minute_item, minutes->items, 2)->agenda_item, NULL);
}

static void a_mark_that_leads_to_the_text_is_none_of_the_title(void **state)
{
    (void)state;
    assert_slice(
        items_of("1. Welcome:\nAll were welcome.\n\n2. Bandstand:-\nThe roof leaks.\n\n3. Summer Fair -\nIn June.\n"),
        "1 Welcome; 2 Bandstand; 3 Summer Fair");
}

static void a_sentence_that_was_wrapped_is_no_title(void **state)
{
    (void)state;
    assert_slice(
        items_of("1. All Councillors present signed the register of those who had come to the meeting, which the\n"
                 "Clerk kept.\n\n2. Apologies for Absence\nThere were none.\n\n3. Declarations of Interest\n"
                 "Nobody had any.\n\n4. Summer Fair\nThe fair is in June, and it will be held on the green "
                 "unless it rains.\n"),
        "1 ; 2 Apologies for Absence; 3 Declarations of Interest; 4 Summer Fair");
}

static void a_title_may_run_into_a_sentence_that_was_wrapped(void **state)
{
    (void)state;
    assert_slice(
        items_of("25/1  Apologies for Absence: There were none.\n\n"
                 "25/2  Declarations of Interest: Cllr Ogle declared an interest in the bandstand, of which she is\n"
                 "the owner.\n\n25/3  Summer Fair: It is in June.\n\n25/4  Roads: They were mended.\n"),
        "25/1 Apologies for Absence; 25/2 Declarations of Interest; 25/3 Summer Fair; 25/4 Roads");
}

static void a_number_printed_before_a_list_tells_which_title_in_capitals_lost_it(void **state)
{
    (void)state;
    const char *printed = "1\n\nWELCOME\nAll were welcome.\n\n2\n\nBANDSTAND\nThe Committee RESOLVED:\n\n3\n\n(1)\n\n"
                          "to mend the roof;\n\n(2)\n\nto paint it.\n\nSUMMER FAIR\nThe fair is in June.\n\n4\n\n"
                          "NEXT MEETING\nIn July.\n";
    assert_slice(items_of(printed), "1 WELCOME; 2 BANDSTAND; 3 SUMMER FAIR; 4 NEXT MEETING");
    const mb_pack *pack = pack_of(mb_arena_printf(kept, "%s\n%s", MINUTES_HEAD, printed).data);
    const mb_minute_item *item = at(minute_item, minutes_in(at(meeting, pack->meetings, 0))->items, 1);
    assert_int_equal(item->blocks.count, 2);
    assert_int_equal(item->decisions.count, 2);
}

static void a_decision_begins_a_paragraph_however_full_the_line_above(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(
        mb_arena_printf(kept, "%s\n%s", MINUTES_HEAD,
                        "1\n\nWELCOME\nAll were welcome.\n\n2\n\nBANDSTAND\nThe Clerk replied that the roof of the "
                        "bandstand would be mended before the fair.\nThe Committee RESOLVED to mend the roof, and to "
                        "paint it in the colours\nof the parish.\n\n3\n\nNEXT MEETING\nIn July.\n")
            .data);
    const mb_minute_item *item = at(minute_item, minutes_in(at(meeting, pack->meetings, 0))->items, 1);
    assert_int_equal(item->blocks.count, 2);
    assert_slice(((const mb_block *)item->blocks.items[0])->text,
                 "The Clerk replied that the roof of the bandstand would be mended before the fair.");
}

static void a_title_may_end_with_a_full_stop(void **state)
{
    (void)state;
    assert_slice(
        items_of("1.\n\nAppointment of Chair.\nRESOLVED:\nThat Ann Ogle be appointed Chair.\n\n2.\n\nQuestion "
                 "Time.\nNobody had asked.\n\n3.\n\nDeclarations of interest.\n\nThere were none.\n\n4.\n\n"
                 "To confirm as a correct record what the Clerk wrote of the meeting which was held\n"
                 "on 6th May 2025.\n\nIt was confirmed.\n"),
        "1 Appointment of Chair; 2 Question Time; 3 Declarations of interest; 4 To confirm as a correct record "
        "what the Clerk wrote of the meeting which was held on 6th May 2025");
    assert_slice(
        items_of("7\n\nBandstand\n\nRESOLVED:\n\n1.\n\nThat the roof be mended.\n\n2.\n\nThat the rail be "
                 "painted.\n\n3.\n\nThat both be paid for.\n\n8\n\nSummer Fair\n\nThe fair is in June.\n\n9\n\n"
                 "Next Meeting\n\nIn July.\n"),
        "7 Bandstand; 8 Summer Fair; 9 Next Meeting");
}

static void an_authority_of_long_name_numbers_by_its_letters(void **state)
{
    (void)state;
    assert_slice(items_of("HVFRA/25/14    Minutes\n\nThey were signed.\n\nHVFRA/25/15    Questions\n\nThere were "
                          "none.\n\nHVFRA/25/16    Pumps\n\nTwo were bought.\n"),
                 "HVFRA/25/14 Minutes; HVFRA/25/15 Questions; HVFRA/25/16 Pumps");
}

static void a_title_in_small_letters_may_end_on_a_line_of_a_few_words(void **state)
{
    (void)state;
    assert_slice(items_of("1. Apologies\nNone were received.\n"
                          "2. Matters raised at the Annual Meeting and the replies that have\ncome in since\n"
                          "The clerk read them out.\n"
                          "3. Bins\nThere are ten.\n"),
                 "1 Apologies; 2 Matters raised at the Annual Meeting and the replies that have come in since; 3 Bins");
}

static void a_planning_application_s_number_begins_a_title(void **state)
{
    (void)state;
    assert_slice(items_of("41 Apologies\n\nThere were none.\n\n42 25/01234/FUL\n\nSite: Mill Lane.\n\n"
                          "43 1/02 - The Old Dairy, Mill Lane\n\nIt was deferred.\n\n44 Appeals\n\nNone.\n"),
                 "41 Apologies; 42 25/01234/FUL; 43 1/02 - The Old Dairy, Mill Lane; 44 Appeals");
}

static void bare_titles_that_count_on_between_items_are_items(void **state)
{
    (void)state;
    assert_slice(
        items_of("1 Welcome\n\nAll were welcome.\n\n2 Private Business\n\nThe public left.\n\n3 Sale of the Weir\n"
                 "4 Lease of the Mill\n5 Staff Pay\n6 Legal Claim\n7 Waste Contract\n\nThese are not "
                 "minuted here.\n\n8 Summer Fair\n\nThe fair is in June.\n\n9 Boats\n\nThey float.\n"),
        "1 Welcome; 2 Private Business; 3 Sale of the Weir; 4 Lease of the Mill; 5 Staff Pay; 6 Legal Claim; "
        "7 Waste Contract; 8 Summer Fair; 9 Boats");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_without_full_stops_are_not_the_parts_that_have_them),
        cmocka_unit_test(a_numbered_list_of_speakers_is_no_list_of_items),
        cmocka_unit_test(a_list_that_goes_on_counting_from_an_item_is_no_list_of_items),
        cmocka_unit_test(a_list_of_speakers_between_gaps_is_no_list_of_items),
        cmocka_unit_test(titles_in_capitals_that_count_on_from_one_above_are_items_though_nothing_is_under_them),
        cmocka_unit_test(titles_with_nothing_under_them_are_items_where_several_are_usual),
        cmocka_unit_test(the_parts_of_a_resolution_are_no_items),
        cmocka_unit_test(an_item_that_lost_its_number_is_found_between_its_neighbours),
        cmocka_unit_test(a_number_printed_before_its_place_tells_which_title_lost_it),
        cmocka_unit_test(of_two_titles_that_could_have_lost_it_neither_has),
        cmocka_unit_test(numbers_may_have_letters_before_them),
        cmocka_unit_test(a_title_may_stand_above_its_number),
        cmocka_unit_test(text_may_follow_a_title_on_its_line),
        cmocka_unit_test(text_may_follow_the_number_itself),
        cmocka_unit_test(items_without_numbers_look_like_the_usual_ones),
        cmocka_unit_test(an_authority_s_letters_may_stand_apart_from_the_number),
        cmocka_unit_test(a_misprinted_number_between_two_right_ones_is_inferred),
        cmocka_unit_test(a_title_may_begin_with_a_figure),
        cmocka_unit_test(a_title_may_begin_with_a_year),
        cmocka_unit_test(a_title_goes_on_in_small_letters_up_to_the_gap_behind_it),
        cmocka_unit_test(a_bracket_names_the_item_of_the_agenda),
        cmocka_unit_test(a_mark_that_leads_to_the_text_is_none_of_the_title),
        cmocka_unit_test(a_sentence_that_was_wrapped_is_no_title),
        cmocka_unit_test(a_title_may_run_into_a_sentence_that_was_wrapped),
        cmocka_unit_test(a_number_printed_before_a_list_tells_which_title_in_capitals_lost_it),
        cmocka_unit_test(a_decision_begins_a_paragraph_however_full_the_line_above),
        cmocka_unit_test(a_title_may_end_with_a_full_stop),
        cmocka_unit_test(an_authority_of_long_name_numbers_by_its_letters),
        cmocka_unit_test(a_title_in_small_letters_may_end_on_a_line_of_a_few_words),
        cmocka_unit_test(a_planning_application_s_number_begins_a_title),
        cmocka_unit_test(bare_titles_that_count_on_between_items_are_items),
    };
    return run_reader_tests(tests);
}
