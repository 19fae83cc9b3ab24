/* furniture.c: what a page prints around its text. */
#include "text_of.h"

static bool is_phrase(const void *vocabulary, mb_slice line)
{
    (void)vocabulary;
    return mb_slice_starts(line, MB_TEXT("Page ")) || mb_slice_equal(line, MB_TEXT("Left blank"));
}

static mb_text page_of(const char *printed)
{
    mb_text text = text_of(printed);
    mb_find_furniture(text_arena, &text, is_phrase, NULL);
    return text;
}

/* The lines that were set aside, by number: "2 5 8". */
static mb_slice set_aside(const mb_text *text)
{
    mb_slice lines = MB_TEXT("");
    for (uint32_t i = 0; i < text->count; i++)
        if (text->lines[i].role == MB_LINE_FURNITURE)
            lines = mb_arena_printf(text_arena, "%.*s%s%u", MB_ARG(lines), lines.size ? " " : "", i + 1);
    return lines;
}

static void a_line_is_furniture_by_its_words(void **state)
{
    (void)state;
    mb_text text = page_of("Left blank\nThe fair is in June.\nPage 4\n");
    assert_slice(set_aside(&text), "1 3");
}

static void a_line_at_the_edge_of_three_sheets_is_furniture(void **state)
{
    (void)state;
    mb_text text = page_of("Harle Vale Town Council\nThe fair is in June.\n"
                           "\fHarle Vale Town Council\nIts stalls are twelve.\n"
                           "\fHarle Vale Town Council\nTea is sold until four.\n");
    assert_slice(set_aside(&text), "1 3 5");
}

static void running_feet_differ_in_their_digits_only(void **state)
{
    (void)state;
    mb_text text = page_of("The fair is in June.\nGrounds Committee, sheet 9\n"
                           "\fIts stalls are twelve.\nGrounds Committee, sheet 8\n"
                           "\fTea is sold until four.\nGrounds Committee, sheet 7\n");
    assert_slice(set_aside(&text), "2 4 6");
}

static void a_line_on_two_sheets_is_text(void **state)
{
    (void)state;
    mb_text text = page_of("Harle Vale Town Council\nThe fair is in June.\n"
                           "\fHarle Vale Town Council\nIts stalls are twelve.\n"
                           "\fTea is sold until four.\n");
    assert_slice(set_aside(&text), "");
}

static void a_line_on_two_sheets_is_furniture_where_it_cuts_a_sentence(void **state)
{
    (void)state;
    mb_text text = page_of("The fair is in June, and where the\nHarle Vale Fairs 24\n"
                           "\fweather is bad, in July.\nHarle Vale Fairs 25\n"
                           "\fTea is sold until four.\n");
    assert_slice(set_aside(&text), "2 4");
}

static void a_line_three_times_on_one_sheet_is_text(void **state)
{
    (void)state;
    mb_text text = page_of("Noted by the Committee\nNoted by the Committee\nNoted by the Committee\n"
                           "\fIts stalls are twelve.\n\fTea is sold until four.\n");
    assert_slice(set_aside(&text), "");
}

static void a_line_amid_the_page_is_text_however_often_it_stands_there(void **state)
{
    (void)state;
#define AMID "One.\nTwo.\nThree.\nThe Committee noted the report\nFour.\nFive.\nSix.\n"
    mb_text text = page_of(AMID "\fA" AMID "\fB" AMID "\fC" AMID);
    assert_slice(set_aside(&text), "");
}

static void the_head_of_a_table_on_every_sheet_is_text(void **state)
{
    (void)state;
    mb_text text = page_of("Stall\tKept by whom\tRent\nTea\tFriends\t£4\n"
                           "\fStall\tKept by whom\tRent\nPlants\tMrs Dunn\t£6\n"
                           "\fStall\tKept by whom\tRent\nBooks\tLibrary\t£2\n");
    assert_slice(set_aside(&text), "");
}

static void a_bullet_or_a_figure_on_every_sheet_is_text(void **state)
{
    (void)state;
    mb_text text = page_of("• Tea\n12,400\nOne.\n\f• Tea\n12,400\nTwo.\n\f• Tea\n12,400\nThree.\n");
    assert_slice(set_aside(&text), "");
}

static void an_item_of_a_list_with_which_pages_begin_is_text(void **state)
{
    (void)state;
    mb_text text = page_of("• Stalls for the friends of\nthe park\n\f• Stalls for the friends of\nthe school\n"
                           "\f• Stalls for the friends of\nthe band\n");
    assert_slice(set_aside(&text), "");
}

static void every_line_of_a_sheet_has_the_page_that_the_sheet_prints(void **state)
{
    (void)state;
    mb_text text = page_of("The fair is in June.\nPage 17\n\fIts stalls are twelve.\n\fPage 19\nTea until four.\n");
    assert_int_equal(mb_place_of(&text, 0).page, 17);
    assert_int_equal(mb_place_of(&text, 1).page, 17);
    assert_int_equal(mb_place_of(&text, 2).page, 0);
    assert_int_equal(mb_place_of(&text, 3).page, 19);
    assert_int_equal(mb_place_of(&text, 4).page, 19);
    assert_int_equal(mb_place_of(&text, 4).sheet, 3);
}

static void a_foot_that_ends_in_the_page_number_is_furniture_without_page_breaks_too(void **state)
{
    (void)state;
    mb_text text =
        page_of("Tea.\nPlease recycle Page 7\nCakes.\nPlease recycle Page 8\nPlants.\nPlease recycle Page 9\n");
    assert_slice(set_aside(&text), "2 4 6");
}

static void a_line_beside_the_page_number_of_three_pages_is_furniture(void **state)
{
    (void)state;
    mb_text text = page_of("Tea.\nPlease recycle\nPage 7\nCakes.\nPlease recycle\nPage 8\n"
                           "Plants.\nPlease recycle\nPage 9\n");
    assert_slice(set_aside(&text), "2 3 5 6 8 9");
}

static void a_number_that_touches_a_running_foot_is_the_page_s(void **state)
{
    (void)state;
    mb_text text =
        page_of("Tea.\n12\nGrounds Committee - Minutes\nPage 7\nCakes.\n13\nGrounds Committee - Minutes\nPage 8\n"
                "Plants.\n14\nGrounds Committee - Minutes\nPage 9\n");
    assert_slice(set_aside(&text), "2 3 4 6 7 8 10 11 12");
}

static void a_number_on_the_next_page_does_not_touch_a_running_foot(void **state)
{
    (void)state;
    mb_text text = page_of("Tea.\nGrounds Committee - Minutes\n\f6\nFair\nCakes.\nGrounds Committee - Minutes\n\f7\n"
                           "Plants\nThey grow.\nGrounds Committee - Minutes\n\f8\nBoats\n");
    assert_slice(set_aside(&text), "2 6 10");
}

static void a_number_beside_another_notice_is_text(void **state)
{
    (void)state;
    mb_text text = page_of("Left blank\n4\nTHE FAIR\n");
    assert_slice(set_aside(&text), "1");
}

static void a_page_number_may_be_glued_to_the_running_foot(void **state)
{
    (void)state;
    mb_text text =
        page_of("The fair is in June.\nPrinted on paper\nPage 3\n\fIts stalls are twelve.\nPrinted on paperPage 4\n"
                "\fTea is sold until four.\nPrinted on paper\nPage 5\n");
    assert_slice(set_aside(&text), "2 3 5 7 8");
    assert_int_equal(text.pages[3], 4);
}

static void the_page_is_the_number_behind_its_word(void **state)
{
    (void)state;
    mb_text text = page_of("The fair is in June.\nPage 16   1\n\fIts stalls are twelve.\nPage 2 of 9\n");
    assert_int_equal(text.pages[0], 16);
    assert_int_equal(text.pages[2], 2);
}

static void a_paper_s_own_page_numbers_stand_beside_those_of_the_pack(void **state)
{
    (void)state;
    mb_text text = page_of("The fair is in June.\n1\nPage 16\n\fIts stalls are twelve.\n2\nPage 17\n"
                           "\fTea is sold until four.\n3\nPage 18\n\fThe band plays these:\n7\nPage 19\n");
    assert_slice(set_aside(&text), "2 3 5 6 8 9 12");
}

static void a_line_with_which_papers_begin_is_text(void **state)
{
    (void)state;
    mb_text text =
        page_of("Harle Vale Town Council\nThe fair is in June.\n\fIts stalls are twelve.\n"
                "\fTea is sold until four.\n\fHarle Vale Town Council\nThe pond will be cleaned.\n"
                "\fDucks live in it.\n\fOthers come and go.\n\fHarle Vale Town Council\nLimes are felled.\n");
    assert_slice(set_aside(&text), "");
}

static void numbers_below_a_running_head_that_do_not_count_with_its_pages_are_text(void **state)
{
    (void)state;
    mb_text text =
        page_of("\fGrounds Committee - Minutes\n4\nFair\nIt is in June.\n\fGrounds Committee - Minutes\nTea\n\f"
                "Grounds Committee - Minutes\n5\nBoats\nThey float.\n\fGrounds Committee - Minutes\n8\n"
                "Trees\nThey grow.\n");
    assert_slice(set_aside(&text), "1 5 7 11");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_furniture_by_its_words),
        cmocka_unit_test(a_line_at_the_edge_of_three_sheets_is_furniture),
        cmocka_unit_test(running_feet_differ_in_their_digits_only),
        cmocka_unit_test(a_line_on_two_sheets_is_text),
        cmocka_unit_test(a_line_on_two_sheets_is_furniture_where_it_cuts_a_sentence),
        cmocka_unit_test(a_line_three_times_on_one_sheet_is_text),
        cmocka_unit_test(a_line_amid_the_page_is_text_however_often_it_stands_there),
        cmocka_unit_test(the_head_of_a_table_on_every_sheet_is_text),
        cmocka_unit_test(a_bullet_or_a_figure_on_every_sheet_is_text),
        cmocka_unit_test(an_item_of_a_list_with_which_pages_begin_is_text),
        cmocka_unit_test(every_line_of_a_sheet_has_the_page_that_the_sheet_prints),
        cmocka_unit_test(a_foot_that_ends_in_the_page_number_is_furniture_without_page_breaks_too),
        cmocka_unit_test(a_line_beside_the_page_number_of_three_pages_is_furniture),
        cmocka_unit_test(a_number_that_touches_a_running_foot_is_the_page_s),
        cmocka_unit_test(a_number_on_the_next_page_does_not_touch_a_running_foot),
        cmocka_unit_test(a_number_beside_another_notice_is_text),
        cmocka_unit_test(a_page_number_may_be_glued_to_the_running_foot),
        cmocka_unit_test(the_page_is_the_number_behind_its_word),
        cmocka_unit_test(a_paper_s_own_page_numbers_stand_beside_those_of_the_pack),
        cmocka_unit_test(a_line_with_which_papers_begin_is_text),
        cmocka_unit_test(numbers_below_a_running_head_that_do_not_count_with_its_pages_are_text),
    };
    return run_text_tests(tests);
}
