/* layout.c: text that kept the page's layout, told as other text is. */
#include "table_of.h"

#include "text/tables.h"

static mb_text layout_of(const char *printed)
{
    mb_text text = text_of(printed);
    for (uint32_t line = 0; line < text.count; line++)
        assert_int_equal(text.lines[line].kind, MB_TEXT_LAYOUT);
    return text;
}

/* Fails unless the lines are told so, a table's separators as tabs; the last expectation is NULL. */
static void assert_told_at(const char *printed, const char *const *expected, const char *file, int line)
{
    mb_text text = layout_of(printed);
    uint32_t count = 0;
    for (; expected[count] && count < text.count; count++)
        assert_slice_at(mb_line_text(&text, count), expected[count], file, line);
    if (expected[count] || count != text.count) {
        print_error("%u lines were told\n", text.count);
        _fail(file, line);
    }
}
#define assert_told(printed, ...) assert_told_at(printed, (const char *const[]){__VA_ARGS__, NULL}, __FILE__, __LINE__)

static void numbers_stand_before_what_they_number(void **state)
{
    (void)state;
    assert_told("1.     WELCOME\n"
                "2.     DOG BINS\n"
                "       The bins in Lime Grove are full by noon.\n"
                "         (a) Who empties them?\n"
                "14     PAYMENTS\n"
                "22/18  MINUTES\n",
                "1. WELCOME", "2. DOG BINS", "The bins in Lime Grove are full by noon.", "(a) Who empties them?",
                "14 PAYMENTS", "22/18 MINUTES");
}

static void a_minute_s_number_may_have_letters_and_strokes(void **state)
{
    (void)state;
    assert_told("FC/23/001    Election of Chair\n"
                "             Councillor Lee was elected Chair of the Council.\n"
                "FC/23/002    Apologies for Absence\n"
                "             There were none.\n"
                "FC/23/003    Bandstand\n"
                "             The roof will be mended.\n"
                "                (a) Who pays?\n",
                "FC/23/001 Election of Chair", "Councillor Lee was elected Chair of the Council.",
                "FC/23/002 Apologies for Absence", "There were none.", "FC/23/003 Bandstand",
                "The roof will be mended.", "(a) Who pays?");
}

static void labels_stand_before_their_values(void **state)
{
    (void)state;
    assert_told("Date:          Tuesday, 4th March 2025\n"
                "Time:          6.30 pm\n"
                "Venue:         The Old Library, Harle\n",
                "Date: Tuesday, 4th March 2025", "Time: 6.30 pm", "Venue: The Old Library, Harle");
}

static void a_page_range_at_the_right_margin_stands_behind_its_title(void **state)
{
    (void)state;
    assert_told("7.     MINUTES OF THE PREVIOUS                 5 - 16\n"
                "       MEETING\n"
                "       To sign the minutes.\n"
                "8.     Dog bins                            (Pages 17 - 20)\n"
                "       To hear the warden.\n"
                "9.     Lime Grove: what the tree officer       To follow\n"
                "       found in March\n",
                "7. MINUTES OF THE PREVIOUS", "MEETING 5 - 16", "To sign the minutes.", "8. Dog bins (Pages 17 - 20)",
                "To hear the warden.", "9. Lime Grove: what the tree officer", "found in March To follow");
}

static void an_agenda_with_times_and_pages_is_no_table(void **state)
{
    (void)state;
    assert_told("Item   Subject                                Time      Pages\n"
                "1.     Apologies                              6.30 pm\n"
                "2.     Dog bins                               6.35 pm   5 - 10\n"
                "       To hear the warden.\n"
                "3.     Limes                                  6.50 pm   11 - 14\n",
                "Item Subject Time Pages", "1. Apologies 6.30 pm", "2. Dog bins 6.35 pm 5 - 10", "To hear the warden.",
                "3. Limes 6.50 pm 11 - 14");
}

static void wrapped_cells_are_joined_where_blank_lines_part_the_rows(void **state)
{
    (void)state;
    assert_told("Ref          Subject                 Report author\n"
                "Date                                 Contact\n"
                "\n"
                "WH 12        Dog bins in             Ann Lee\n"
                "4 Mar        Lime Grove              01632 960112\n"
                "\n"
                "             The old pond            Bob Hay\n",
                "Ref Date\tSubject\tReport author Contact", "", "",
                "WH 12 4 Mar\tDog bins in Lime Grove\tAnn Lee 01632 960112", "", "", "The old pond\tBob Hay");
}

static void wrapped_cells_are_joined_where_nothing_parts_the_rows(void **state)
{
    (void)state;
    assert_told("Measure               Now               Reason\n"
                "Crews                 18                Rounds of equal length leave fewer\n"
                "                                        crews waiting for others to finish\n"
                "Working days          Tuesday to        Lets the transfer station at the\n"
                "                      Friday            quarry stay open for the same\n"
                "                                        cost\n"
                "Homes on a            1,050             So that no crew works beyond\n"
                "round                                   half past three\n"
                "Vehicles              22                Two would not be replaced\n",
                "Measure\tNow\tReason",
                "Crews\t18\tRounds of equal length leave fewer crews waiting for others to finish", "",
                "Working days\tTuesday to Friday\tLets the transfer station at the quarry stay open for the same cost",
                "", "", "Homes on a round\t1,050\tSo that no crew works beyond half past three", "",
                "Vehicles\t22\tTwo would not be replaced");
}

static void names_in_columns_are_not_joined(void **state)
{
    (void)state;
    assert_told("Councillor Ann Lee (Chair)                   Councillor Bob Hay (Vice-Chair)\n"
                "Councillor Cy Orr                            Councillor Di Poe\n"
                "Councillor Ed Fox                            Councillor Flo Gant\n",
                "Councillor Ann Lee (Chair)\tCouncillor Bob Hay (Vice-Chair)", "Councillor Cy Orr\tCouncillor Di Poe",
                "Councillor Ed Fox\tCouncillor Flo Gant");
}

static void a_bracket_belongs_to_the_name_above_it(void **state)
{
    (void)state;
    assert_told("Councillor Ann Lee          Councillor Bob Hay          Councillor Cy Orr\n"
                "(Chair)                     Councillor Di Poe           Councillor Ed Fox (in\n"
                "Councillor Flo Gant         Councillor Gus Ives         place of Hal Joy)\n",
                "Councillor Ann Lee (Chair)\tCouncillor Bob Hay\tCouncillor Cy Orr",
                "Councillor Di Poe\tCouncillor Ed Fox (in place of Hal Joy)",
                "Councillor Flo Gant\tCouncillor Gus Ives");
}

static void an_empty_corner_and_figures_at_the_right_are_columns(void **state)
{
    (void)state;
    assert_told("                               2026/27         2027/28\n"
                "Crews and overtime           -£110,000       -£192,000\n"
                "Letters and calls              £89,000               –\n"
                "Net cost                      -£21,000       -£192,000\n",
                "2026/27\t2027/28", "Crews and overtime\t-£110,000\t-£192,000", "Letters and calls\t£89,000\t–",
                "Net cost\t-£21,000\t-£192,000");
}

static void a_cell_that_fills_its_column_is_cut_from_the_next(void **state)
{
    (void)state;
    assert_told("Meeting    Subject                     Author          Director\n"
                "22 May     Waste and recycling         Ann Lee         Place\n"
                "12 July    Leisure centres: renewal of Bob Hay         Communities\n"
                "           the contract\n"
                "9 Sept     Air in Lime Grove           Cy Orr          Place\n",
                "Meeting\tSubject\tAuthor\tDirector", "22 May\tWaste and recycling\tAnn Lee\tPlace",
                "12 July\tLeisure centres: renewal of the contract\tBob Hay\tCommunities", "",
                "9 Sept\tAir in Lime Grove\tCy Orr\tPlace");
}

static void figures_right_before_words_are_a_column(void **state)
{
    (void)state;
    assert_told("Area                 Households Day now              Date of change\n"
                "Sandholme                 4,870 Tuesday              1 June 2026\n"
                "Mossgate                  6,120 Wednesday            1 June 2026\n"
                "Ellerwick                11,300 Tuesday and          15 June 2026\n"
                "                                Friday\n"
                "Pinfold                     950 Friday               15 June 2026\n",
                "Area\tHouseholds\tDay now\tDate of change", "Sandholme\t4,870\tTuesday\t1 June 2026",
                "Mossgate\t6,120\tWednesday\t1 June 2026", "Ellerwick\t11,300\tTuesday and Friday\t15 June 2026", "",
                "Pinfold\t950\tFriday\t15 June 2026");
}

static void a_paragraph_below_a_table_is_none_of_it(void **state)
{
    (void)state;
    assert_told("Stall                Kept by              Rent\n"
                "Tea                  Friends              £4\n"
                "Plants               Mrs Dunn             £6\n"
                "The rents are those of last year, and will be looked at in May.\n"
                "3.4    The stalls are let by the year.\n",
                "Stall\tKept by\tRent", "Tea\tFriends\t£4", "Plants\tMrs Dunn\t£6",
                "The rents are those of last year, and will be looked at in May.",
                "3.4 The stalls are let by the year.");
}

static void a_lone_line_with_a_gap_is_no_table(void **state)
{
    (void)state;
    assert_told("Grounds Committee                                   Page 7\n"
                "\n"
                "   The bins were emptied.\n"
                "   The limes were felled.\n"
                "   Nobody asked any question.\n"
                "\n"
                "Chair .....................................          Date ..................\n"
                "      1   one\n"
                "      2   two\n",
                "Grounds Committee Page 7", "", "The bins were emptied.", "The limes were felled.",
                "Nobody asked any question.", "", "Chair ..................................... Date ..................",
                "1 one", "2 two");
}

static void a_table_goes_on_behind_the_gaps_that_its_wraps_have_left(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("Stall                Kept by\n"
                               "\n"
                               "Tea and              Friends of the\n"
                               "cakes                old library\n"
                               "\n"
                               "Plants               Mrs Dunn\n"
                               "\n"
                               "The rents are those of last year.\n");
    assert_int_equal(blocks.count, 2);
    const mb_block *table = block_at(blocks, 0);
    assert_int_equal(table->rows.count, 2);
    assert_slice(((const mb_strings *)table->rows.items[0])->items[1], "Friends of the old library");
}

static void a_repeated_head_is_furniture_however_its_page_is_laid_out(void **state)
{
    (void)state;
    mb_text text = text_of("Stall                Kept by\n"
                           "Tea                  Friends\n"
                           "Plants               Mrs Dunn\n"
                           "\fStall                          Kept by\n"
                           "Books                          Mr Hay\n"
                           "Jam                            Ms Lee\n");
    mb_set_aside_repeated_heads(&text);
    assert_int_equal(text.lines[3].role, MB_LINE_FURNITURE);
    mb_list blocks = blocks_in(&text);
    assert_int_equal(blocks.count, 1);
    assert_int_equal(block_at(blocks, 0)->rows.count, 4);
}

static void a_paragraph_goes_on_in_its_column(void **state)
{
    (void)state;
    assert_paragraphs("4.1    The working party walked both cemeteries in March with the tree officer, who found\n"
                      "       eleven limes in poor health. Four of them come down before the winter.\n"
                      "4.2    Nobody objected.\n"
                      "The clerk will write to the residents of Lime Grove, who have asked for oaks.\n",
                      "The working party walked both cemeteries in March with the tree officer, who found eleven limes "
                      "in poor health. Four of them come down before the winter.",
                      "Nobody objected.",
                      "The clerk will write to the residents of Lime Grove, who have asked for oaks.");
}

static void what_stands_in_another_column_is_another_paragraph(void **state)
{
    (void)state;
    assert_paragraphs("4.1    Limes\n"
                      "4.2    Oaks\n"
                      "4.3    The limes beside the chapel are looked at again in two years' time, by\n"
                      "       which they may have\n"
                      "come down in a storm, said the warden, who was thanked for his many walks\n"
                      "       The end.\n",
                      "Limes", "Oaks",
                      "The limes beside the chapel are looked at again in two years' time, by which they may have",
                      "come down in a storm, said the warden, who was thanked for his many walks", "The end.");
}

static void another_table_begins_where_other_columns_do(void **state)
{
    (void)state;
    assert_told("Age          Ponds        Mills        Weirs\n"
                "Under 50     12           4            9\n"
                "\n"
                "Terms\n"
                "\n"
                "Term    Meaning\n"
                "\n"
                "Sluice  A gate that holds the water back.\n"
                "\n"
                "Whom to ask        Ann Lee, the miller\n"
                "When to come       On any Friday before noon\n",
                "Age\tPonds\tMills\tWeirs", "Under 50\t12\t4\t9", "", "Terms", "", "Term\tMeaning", "",
                "Sluice\tA gate that holds the water back.", "", "Whom to ask\tAnn Lee, the miller",
                "When to come\tOn any Friday before noon");
}

static void a_heading_may_reach_over_the_columns_of_a_table(void **state)
{
    (void)state;
    assert_told("Date      Place          Who           Cost\n"
                "\n"
                "SEPTEMBER AND OCTOBER\n"
                "\n"
                "4 Sep     Mill Lane      Ann Lee       £20\n"
                "\n"
                "9 Oct     Church Hill    Bob Hay       £30\n",
                "Date\tPlace\tWho\tCost", "", "SEPTEMBER AND OCTOBER", "", "4 Sep\tMill Lane\tAnn Lee\t£20", "",
                "9 Oct\tChurch Hill\tBob Hay\t£30");
}

static void a_numbered_heading_below_a_wide_table_is_none_of_it(void **state)
{
    (void)state;
    assert_told("No.   Action         Who           Cost\n"
                "\n"
                "2     Mend the gate  Ann Lee       £20\n"
                "\n"
                "7     Cut the hedge  Bob Hay       £30\n"
                "\n"
                "5     What comes next\n",
                "No.\tAction\tWho\tCost", "", "2\tMend the gate\tAnn Lee\t£20", "", "7\tCut the hedge\tBob Hay\t£30",
                "", "5 What comes next");
}

static void labels_in_a_column_are_a_paragraph_each(void **state)
{
    (void)state;
    assert_paragraphs("  MEETING:          Grounds and Open Spaces Committee\n"
                      "  MEETING DATE:     4th March 2025        REFERENCE:               HV 2417\n"
                      "  TITLE:            Benches on the Common, and who sits on them\n"
                      "  WARD:             All\n",
                      "MEETING: Grounds and Open Spaces Committee", "MEETING DATE: 4th March 2025 REFERENCE: HV 2417",
                      "TITLE: Benches on the Common, and who sits on them", "WARD: All");
}

#define STALLS_HEAD " Stall           Kept by          Rent\n"
#define STALLS      " Tea             Friends            £4\n Books           Library            £6\n"

static bool is_page_number(const void *vocabulary, mb_slice line)
{
    (void)vocabulary;
    return mb_printed_page(line) > 0;
}

static const char *table_over_pages(const char *printed)
{
    mb_text text = layout_of(printed);
    mb_find_furniture(text_arena, &text, is_page_number, NULL);
    mb_list blocks = blocks_in(&text);
    for (uint32_t i = 0; i < blocks.count; i++)
        if (block_at(blocks, i)->type == mb_block_type_table)
            return table_in(block_at(blocks, i));
    return "none";
}

static void a_table_goes_on_at_the_top_of_the_next_page(void **state)
{
    (void)state;
    assert_string_equal(table_over_pages(STALLS_HEAD STALLS "\n                      Page 8\n\f"
                                                            " Maps            Nobody             £5\n"
                                                            " Cakes           The school         £2\n\n"
                                                            "                      Page 9\n"),
                        "\nStall | Kept by | Rent\nTea | Friends | £4\nBooks | Library | £6\nMaps | Nobody | £5\n"
                        "Cakes | The school | £2\n");
    assert_string_equal(table_over_pages(STALLS_HEAD STALLS "\n                      Page 8\n\f"
                                                            " Walk            Begins           Dogs\n"
                                                            " Brook           Mill Lane         yes\n\n"
                                                            "                      Page 9\n"),
                        "\nStall | Kept by | Rent\nTea | Friends | £4\nBooks | Library | £6\n");
}

static void a_head_may_be_all_of_a_table_that_is_left_on_its_page(void **state)
{
    (void)state;
    assert_string_equal(table_over_pages("Two stalls have moved since March.\n\n" STALLS_HEAD
                                         "\n                      Page 8\n\f" STALLS
                                         "\n                      Page 9\n"),
                        "\nStall | Kept by | Rent\nTea | Friends | £4\nBooks | Library | £6\n");
}

static void a_list_goes_on_over_a_page_s_end_whatever_the_measure_of_the_next_page(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("   Of the stalls      two have moved.\n   Of the others      one has closed.\n"
                               "   Of the rents       none was paid.\n\n"
                               "       (1) to note the figures;\n\f"
                               "         (2) to sweep the square.\n"
                               "         (3) to mend the pump.\n");
    const mb_block *list = block_at(blocks, blocks.count - 1);
    assert_int_equal(list->type, mb_block_type_list);
    assert_int_equal(list->items.count, 3);
}

static void the_last_row_is_wrapped_as_those_are_that_blank_lines_part(void **state)
{
    (void)state;
    assert_told("Path                        Limit      Before\n"
                "\n"
                "Upper Mill, Weir            20         27.4\n"
                "Bank\n"
                "\n"
                "Long Meadow, the wide gate  20         29.1\n"
                "\n"
                "Nether Mill, Ford           30         31.2\n"
                "Lane\n"
                "\n"
                "3.4    The paths are swept by the year.\n",
                "Path\tLimit\tBefore", "", "Upper Mill, Weir Bank\t20\t27.4", "", "",
                "Long Meadow, the wide gate\t20\t29.1", "", "Nether Mill, Ford Lane\t30\t31.2", "", "",
                "3.4 The paths are swept by the year.");
}

static void words_that_hang_behind_a_number_begin_an_item(void **state)
{
    (void)state;
    const char *printed = "What was said:\n\n"
                          "    1    A day that moves is hard to remember, and so is one that does not (704).\n"
                          "    2    Bins on the path are a danger.\n"
                          "    3    Carts should not begin before seven.\n\nAll of it is true.\n";
    mb_list blocks = blocks_of(printed);
    assert_int_equal(blocks.count, 3);
    assert_int_equal(block_at(blocks, 1)->type, mb_block_type_list);
    assert_int_equal(block_at(blocks, 1)->items.count, 3);
    assert_slice(item_at(block_at(blocks, 1)->items, 1)->text, "Bins on the path are a danger.");
}

static void words_hang_behind_a_number_that_no_gap_follows(void **state)
{
    (void)state;
    const char *printed = "The Panel agreed:\n"
                          "1. that the roof of the bandstand be mended by the end of June by\n"
                          "      Orr and Sons, whose price was the lowest of the three\n"
                          "2a. that the rail be painted\n"
                          "      2  Green paint was bought.\n"
                          "      Red paint   was not.\n"
                          "      Blue paint  was not.\n"
                          "      Grey paint   was not.\n";
    mb_list blocks = blocks_of(printed);
    assert_slice(item_at(block_at(blocks, 1)->items, 0)->text,
                 "that the roof of the bandstand be mended by the end of June by Orr and Sons, whose price was the "
                 "lowest of the three");
    assert_slice(item_at(block_at(blocks, 1)->items, 1)->text, "that the rail be painted");
}

static void the_next_letter_begins_an_item_though_no_sentence_ended(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("26/019.Planning\n\n"
                               "           a) P26/0044 Mill House, Church Lane: rear extension\n"
                               "           b) P26/0051 Long Meadow: two dwellings\n"
                               "26/020.Finance\n\n"
                               "           The accounts are kept by the clerk, who may be asked.\n");
    assert_int_equal(block_at(blocks, 1)->type, mb_block_type_list);
    assert_int_equal(block_at(blocks, 1)->items.count, 2);
}

static void a_numbered_heading_below_a_table_of_three_columns_is_none_of_it(void **state)
{
    (void)state;
    assert_told("Year                   New homes                     Improvements\n"
                "2026/27                £9.4m                         £5.1m\n"
                "2027/28                £12.0m                        £5.3m\n"
                "\n"
                "4         STATUTORY CONSIDERATIONS\n"
                "\n"
                "4.1       A council that owns homes has to keep a plan for them.\n",
                "Year\tNew homes\tImprovements", "2026/27\t£9.4m\t£5.1m", "2027/28\t£12.0m\t£5.3m", "",
                "4 STATUTORY CONSIDERATIONS", "", "4.1 A council that owns homes has to keep a plan for them.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_stand_before_what_they_number),
        cmocka_unit_test(a_minute_s_number_may_have_letters_and_strokes),
        cmocka_unit_test(labels_stand_before_their_values),
        cmocka_unit_test(a_page_range_at_the_right_margin_stands_behind_its_title),
        cmocka_unit_test(an_agenda_with_times_and_pages_is_no_table),
        cmocka_unit_test(wrapped_cells_are_joined_where_blank_lines_part_the_rows),
        cmocka_unit_test(wrapped_cells_are_joined_where_nothing_parts_the_rows),
        cmocka_unit_test(names_in_columns_are_not_joined),
        cmocka_unit_test(a_bracket_belongs_to_the_name_above_it),
        cmocka_unit_test(an_empty_corner_and_figures_at_the_right_are_columns),
        cmocka_unit_test(a_cell_that_fills_its_column_is_cut_from_the_next),
        cmocka_unit_test(figures_right_before_words_are_a_column),
        cmocka_unit_test(a_paragraph_below_a_table_is_none_of_it),
        cmocka_unit_test(a_lone_line_with_a_gap_is_no_table),
        cmocka_unit_test(a_table_goes_on_behind_the_gaps_that_its_wraps_have_left),
        cmocka_unit_test(a_repeated_head_is_furniture_however_its_page_is_laid_out),
        cmocka_unit_test(a_paragraph_goes_on_in_its_column),
        cmocka_unit_test(what_stands_in_another_column_is_another_paragraph),
        cmocka_unit_test(another_table_begins_where_other_columns_do),
        cmocka_unit_test(a_heading_may_reach_over_the_columns_of_a_table),
        cmocka_unit_test(a_numbered_heading_below_a_wide_table_is_none_of_it),
        cmocka_unit_test(labels_in_a_column_are_a_paragraph_each),
        cmocka_unit_test(a_table_goes_on_at_the_top_of_the_next_page),
        cmocka_unit_test(a_head_may_be_all_of_a_table_that_is_left_on_its_page),
        cmocka_unit_test(a_list_goes_on_over_a_page_s_end_whatever_the_measure_of_the_next_page),
        cmocka_unit_test(the_last_row_is_wrapped_as_those_are_that_blank_lines_part),
        cmocka_unit_test(words_that_hang_behind_a_number_begin_an_item),
        cmocka_unit_test(words_hang_behind_a_number_that_no_gap_follows),
        cmocka_unit_test(the_next_letter_begins_an_item_though_no_sentence_ended),
        cmocka_unit_test(a_numbered_heading_below_a_table_of_three_columns_is_none_of_it),
    };
    return run_text_tests(tests);
}
