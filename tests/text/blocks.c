/* blocks.c: paragraphs and lists out of a page's lines. */
#include "text_of.h"

static void assert_item(mb_list items, uint32_t index, const char *marker, const char *text)
{
    const mb_list_item *item = item_at(items, index);
    assert_slice(item->marker, marker);
    assert_slice(item->text, text);
}

static void bullets_under_one_another_are_one_list(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("The stalls are:\n• tea and cakes\n• second-hand books\n• plants\n");
    assert_int_equal(blocks.count, 2);
    const mb_block *list = block_at(blocks, 1);
    assert_int_equal(list->type, mb_block_type_list);
    assert_false(list->ordered);
    assert_int_equal(list->items.count, 3);
    assert_item(list->items, 0, NULL, "tea and cakes");
    assert_item(list->items, 2, NULL, "plants");
}

static void letters_make_an_ordered_list_with_their_markers(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("(a) tea and cakes;\n(b) second-hand books;\n(c) plants.\n");
    const mb_block *list = block_at(blocks, 0);
    assert_true(list->ordered);
    assert_item(list->items, 0, "(a)", "tea and cakes;");
    assert_item(list->items, 2, "(c)", "plants.");
}

static void an_item_goes_on_over_its_wrap(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("• tea and cakes, which the Friends of the Bandstand bake, and which are sold until\n"
                               "four in the afternoon\n"
                               "• plants\n");
    const mb_block *list = block_at(blocks, 0);
    assert_int_equal(list->items.count, 2);
    assert_item(list->items, 0, NULL,
                "tea and cakes, which the Friends of the Bandstand bake, and which are sold until four in the "
                "afternoon");
}

static void a_list_indented_under_an_item_is_nested_in_it(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("- stalls\n  - tea\n  - plants\n- games\n");
    assert_int_equal(blocks.count, 1);
    const mb_block *list = block_at(blocks, 0);
    assert_int_equal(list->items.count, 2);
    const mb_list_item *stalls = item_at(list->items, 0);
    assert_int_equal(stalls->items.count, 2);
    assert_item(stalls->items, 1, NULL, "plants");
    assert_item(list->items, 1, NULL, "games");
}

static void another_bullet_under_an_item_is_nested_in_it(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("• stalls\no tea\no plants\n• games\n");
    const mb_block *list = block_at(blocks, 0);
    assert_int_equal(list->items.count, 2);
    assert_int_equal(item_at(list->items, 0)->items.count, 2);
    assert_item(item_at(list->items, 0)->items, 0, NULL, "tea");
}

static void roman_numbers_are_nested_under_a_letter(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("(a) tea;\n(b) stalls:\n(i) plants; and\n(ii) books;\n(c) games.\n");
    const mb_block *list = block_at(blocks, 0);
    assert_int_equal(list->items.count, 3);
    assert_int_equal(item_at(list->items, 1)->items.count, 2);
    assert_item(list->items, 2, "(c)", "games.");
}

static void lists_nested_deeper_than_any_paper_s_stay_at_the_last_level(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("- a\n  - b\n    - c\n      - d\n        - e\n          - f\n            - g\n"
                               "              - h\n");
    const mb_list *items = &block_at(blocks, 0)->items;
    uint32_t depth = 0, count = 0;
    for (; items->count; depth++) {
        count += items->count;
        items = &item_at(*items, items->count - 1)->items;
    }
    assert_int_equal(depth, 6);
    assert_int_equal(count, 8);
}

static void a_paragraph_ends_the_list_before_it(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("• tea\n• plants\n\nThe Committee chose both.\n\n• games\n");
    assert_int_equal(blocks.count, 3);
    assert_int_equal(block_at(blocks, 0)->items.count, 2);
    assert_int_equal(block_at(blocks, 2)->items.count, 1);
}

static void bullets_that_extraction_put_before_their_texts_go_back_to_them(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("The stalls are:\n\n•\n\n•\n\n•\n\ntea and cakes\n\nsecond-hand books\n\nplants\n");
    assert_int_equal(blocks.count, 2);
    const mb_block *list = block_at(blocks, 1);
    assert_int_equal(list->items.count, 3);
    assert_item(list->items, 0, NULL, "tea and cakes");
    assert_item(list->items, 1, NULL, "second-hand books");
    assert_item(list->items, 2, NULL, "plants");
    assert_int_equal(item_at(list->items, 1)->place.line, 5);
}

static void a_paragraph_s_number_on_a_line_of_its_own_goes_back_to_it(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("4.1\n\nThe bandstand was built in 1902.\n\n4.2\n\nIts roof is of lead.\n");
    assert_int_equal(blocks.count, 2);
    assert_int_equal(block_at(blocks, 0)->type, mb_block_type_paragraph);
    assert_slice(block_at(blocks, 0)->number, "4.1");
    assert_slice(block_at(blocks, 0)->text, "The bandstand was built in 1902.");
    assert_slice(block_at(blocks, 1)->number, "4.2");
    assert_int_equal(block_at(blocks, 1)->place.line, 5);
}

static void the_axis_of_a_chart_numbers_nothing(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("1.5\n1\n0.5\n0\n\nThe figures have gone down, and nobody could say why.\n");
    for (uint32_t i = 0; i < blocks.count; i++)
        assert_null(block_at(blocks, i)->number.data);
}

static void a_number_that_found_no_text_stays_as_text(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("The bandstand was built in 1902.\n\n4.2\n");
    assert_int_equal(blocks.count, 2);
    assert_slice(block_at(blocks, 1)->text, "4.2");
}

static void a_bullet_that_found_no_text_is_no_item(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("The bandstand was built in 1902.\n\n•\n");
    assert_int_equal(blocks.count, 1);
}

static void furniture_parts_nothing_and_is_no_block(void **state)
{
    (void)state;
    mb_text text = text_of("The bandstand was built in 1902, by a firm from Harle, for the\n"
                           "Page 3\n"
                           "jubilee of the town.\n");
    text.lines[1].role = MB_LINE_FURNITURE;
    mb_list blocks = blocks_in(&text);
    assert_int_equal(blocks.count, 1);
    assert_slice(block_at(blocks, 0)->text,
                 "The bandstand was built in 1902, by a firm from Harle, for the jubilee of the town.");
}

static void what_a_heading_took_of_the_first_line_is_not_read_again(void **state)
{
    (void)state;
    mb_text text = text_of("Filming: Anybody may film.\n\nFilming: Nobody must.\n");
    mb_list blocks = {0};
    mb_block_reader reader = block_reader_of(&text);
    mb_read_blocks(&reader, (mb_line_range){0, 3}, strlen("Filming:"), &blocks);
    assert_int_equal(blocks.count, 2);
    assert_slice(block_at(blocks, 0)->text, "Anybody may film.");
    assert_slice(block_at(blocks, 1)->text, "Filming: Nobody must.");
}

static void a_text_whose_bullet_was_torn_off_goes_on_where_a_name_was_surely_wrapped(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("•\n\n•\n\nbooks, lent for the day by the Friends of the Bandstand at Moorbeck Cross\n"
                               "Librarianship\n\nplants\n");
    assert_int_equal(blocks.count, 1);
    const mb_block *list = block_at(blocks, 0);
    assert_int_equal(list->items.count, 2);
    assert_item(list->items, 0, NULL,
                "books, lent for the day by the Friends of the Bandstand at Moorbeck Cross Librarianship");
    assert_item(list->items, 1, NULL, "plants");
}

static void a_heading_that_took_the_whole_line_leaves_no_empty_paragraph(void **state)
{
    (void)state;
    mb_text text = text_of("Filming\nAnybody may film.\n");
    mb_list blocks = {0};
    mb_block_reader reader = block_reader_of(&text);
    mb_read_blocks(&reader, (mb_line_range){0, 2}, strlen("Filming"), &blocks);
    assert_int_equal(blocks.count, 1);
    assert_slice(block_at(blocks, 0)->text, "Anybody may film.");
    assert_int_equal(block_at(blocks, 0)->place.line, 2);
}

static void blocks_stand_where_they_begin(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("\nThe stalls.\n\n\f\n• tea\n• plants\n\nName\tSum\nTea\t4\n");
    assert_int_equal(block_at(blocks, 0)->place.line, 2);
    assert_int_equal(block_at(blocks, 0)->place.sheet, 1);
    assert_int_equal(block_at(blocks, 1)->place.line, 5);
    assert_int_equal(block_at(blocks, 1)->place.sheet, 2);
    assert_int_equal(item_at(block_at(blocks, 1)->items, 1)->place.line, 6);
    assert_int_equal(block_at(blocks, 2)->place.line, 8);
}

static const char long_line[] =
    "The Friends of the Bandstand have looked after the park for longer than anybody now in the village can remember, "
    "and "
    "they were asked for their accounts only once in all those years, by a **new** clerk.\n\n";

static mb_list unwrapped_blocks_of(const char *text)
{
    static char whole[4096];
    snprintf(whole, sizeof whole, "%s%s%s%s", long_line, long_line, text, long_line);
    return blocks_of(whole);
}

static void an_item_that_a_page_end_cut_in_two_is_one_item(void **state)
{
    (void)state;
    mb_list blocks =
        unwrapped_blocks_of("- Paint the railings on the side of the road and\n\n- mend the gate behind them\n"
                            "- Order new lamps\n\n");
    const mb_block *list = block_at(blocks, 2);
    assert_int_equal(list->items.count, 2);
    assert_item(list->items, 0, NULL, "Paint the railings on the side of the road and mend the gate behind them");
}

static void an_item_goes_on_where_its_brackets_are_still_open(void **state)
{
    (void)state;
    mb_list blocks =
        unwrapped_blocks_of("- Invite the neighbours of the park (the school, the mill and the head of the\n\n"
                            "Fire Station) to the fair\n\n");
    const mb_block *list = block_at(blocks, 2);
    assert_int_equal(list->items.count, 1);
    assert_item(
        list->items, 0, NULL,
        "Invite the neighbours of the park (the school, the mill and the head of the Fire Station) to the fair");
}

static void lines_under_a_lead_in_that_lost_their_bullets_are_a_list(void **state)
{
    (void)state;
    mb_list blocks = unwrapped_blocks_of("The fair pays for:\n\nPaint and brushes\nThe band\nLamps for the path\n\n");
    const mb_block *list = block_at(blocks, 3);
    assert_int_equal(list->type, mb_block_type_list);
    assert_int_equal(list->items.count, 3);
    assert_item(list->items, 1, NULL, "The band");
}

static void two_lines_under_a_lead_in_are_no_list(void **state)
{
    (void)state;
    mb_list blocks = unwrapped_blocks_of("The fair is in:\n\nThe Park\nMill Lane\n\n");
    assert_int_equal(block_at(blocks, 3)->type, mb_block_type_paragraph);
}

static void a_paragraph_number_behind_a_bullet_numbers_a_paragraph(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("- 3.1 The gate was hung again.\n");
    assert_int_equal(block_at(blocks, 0)->type, mb_block_type_paragraph);
    assert_slice(block_at(blocks, 0)->number, "3.1");
    assert_slice(block_at(blocks, 0)->text, "The gate was hung again.");
}

static void three_bullets_before_three_texts_are_given_to_them_line_by_line(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("•\n•\n•\n\n"
                               "Paint and brushes for the railings, and somebody who will use them on a\n"
                               "dry day\n"
                               "The band, who play for their supper and nothing else\n"
                               "Lamps for the path behind the mill, which is dark from four o'clock on in\n"
                               "December\n");
    const mb_block *list = block_at(blocks, 0);
    assert_int_equal(list->items.count, 3);
    assert_item(list->items, 1, NULL, "The band, who play for their supper and nothing else");
}

static void a_wrap_between_adjacent_lines_is_joined_in_the_source_where_that_may_be_written_to(void **state)
{
    (void)state;
    char printed[] = "The gate of the lower park was hung again after the storm, and the fence of the\n"
                     "upper park will follow in the spring.\n";
    mb_text text = text_of(printed);
    text.joins_in_place = true;
    mb_list blocks = blocks_in(&text);
    assert_ptr_equal(block_at(blocks, 0)->text.data, printed);
    assert_slice(block_at(blocks, 0)->text, "The gate of the lower park was hung again after the storm, and the fence "
                                            "of the upper park will follow in the spring.");
    assert_slice(mb_line_text(&text, 1), "upper park will follow in the spring.");
    mb_list again = blocks_in(&text);
    assert_slice(block_at(again, 0)->text, "The gate of the lower park was hung again after the storm, and the fence "
                                           "of the upper park will follow in the spring.");
}

static void a_wrap_is_joined_in_the_source_whatever_stands_at_the_end_of_its_line(void **state)
{
    (void)state;
    static const char *const line_ends[] = {"\n", "\r\n", "  \n", " \r\n"};
    for (size_t i = 0; i < COUNT_OF(line_ends); i++) {
        char printed[400];
        snprintf(printed, sizeof printed,
                 "The gate of the lower park was hung again after the storm, and the fence of the%s"
                 "upper park will follow in the spring, with roses & thyme.%s",
                 line_ends[i], line_ends[i]);
        mb_text text = mb_text_read_own(text_arena, text_scratch, mb_slice_of(printed));
        assert_slice(mb_line_text(&text, 1), "upper park will follow in the spring, with roses & thyme.");
        mb_list blocks = blocks_in(&text);
        assert_ptr_equal(block_at(blocks, 0)->text.data, printed);
        assert_slice(block_at(blocks, 0)->text,
                     "The gate of the lower park was hung again after the storm, and the fence "
                     "of the upper park will follow in the spring, with roses & thyme.");
    }
}

static void lines_with_blank_ones_between_are_closed_up_in_the_source(void **state)
{
    (void)state;
    char printed[] = "\r\n  The gate \n\n   \r\n\tof the park";
    mb_text text = mb_text_read_own(text_arena, text_scratch, mb_slice_of(printed));
    assert_int_equal(text.count, 5);
    assert_slice(text.source, "  The gate\n\tof the park");
    assert_slice(mb_line_text(&text, 1), "The gate");
    assert_int_equal(text.lines[3].role, MB_LINE_BLANK);
    assert_slice(mb_line_text(&text, 4), "of the park");
}

static void a_word_cut_at_its_hyphen_is_joined_without_a_space_in_a_copy(void **state)
{
    (void)state;
    char printed[] = "The gate of the lower park was hung again after the storm, by a group of multi-\n"
                     "agency volunteers in the spring.\n";
    mb_text text = text_of(printed);
    text.joins_in_place = true;
    mb_list blocks = blocks_in(&text);
    assert_slice(block_at(blocks, 0)->text, "The gate of the lower park was hung again after the storm, by a group of "
                                            "multi-agency volunteers in the spring.");
    assert_non_null(strchr(printed, '\n'));
}

static void a_figure_s_caption_stands_between_two_lines_of_text(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("Two of the three ponds that were dug had been refused against the advice of Ann Lee.\n"
                               "Figure 1: Weeks from the letter to the pond, by month and by place in the park\n"
                               "Three of the nine gardeners were away for most of the year. Since September all are\n"
                               "back, two of them with a dog.\n");
    assert_int_equal(blocks.count, 3);
    assert_int_equal(block_at(blocks, 1)->type, mb_block_type_caption);
    assert_slice(block_at(blocks, 1)->text,
                 "Figure 1: Weeks from the letter to the pond, by month and by place in the park");
    assert_true(mb_slice_starts(block_at(blocks, 2)->text, MB_TEXT("Three of the nine")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bullets_under_one_another_are_one_list),
        cmocka_unit_test(letters_make_an_ordered_list_with_their_markers),
        cmocka_unit_test(an_item_goes_on_over_its_wrap),
        cmocka_unit_test(a_list_indented_under_an_item_is_nested_in_it),
        cmocka_unit_test(another_bullet_under_an_item_is_nested_in_it),
        cmocka_unit_test(roman_numbers_are_nested_under_a_letter),
        cmocka_unit_test(lists_nested_deeper_than_any_paper_s_stay_at_the_last_level),
        cmocka_unit_test(a_paragraph_ends_the_list_before_it),
        cmocka_unit_test(bullets_that_extraction_put_before_their_texts_go_back_to_them),
        cmocka_unit_test(a_paragraph_s_number_on_a_line_of_its_own_goes_back_to_it),
        cmocka_unit_test(the_axis_of_a_chart_numbers_nothing),
        cmocka_unit_test(a_number_that_found_no_text_stays_as_text),
        cmocka_unit_test(a_bullet_that_found_no_text_is_no_item),
        cmocka_unit_test(furniture_parts_nothing_and_is_no_block),
        cmocka_unit_test(what_a_heading_took_of_the_first_line_is_not_read_again),
        cmocka_unit_test(a_text_whose_bullet_was_torn_off_goes_on_where_a_name_was_surely_wrapped),
        cmocka_unit_test(a_heading_that_took_the_whole_line_leaves_no_empty_paragraph),
        cmocka_unit_test(blocks_stand_where_they_begin),
        cmocka_unit_test(an_item_that_a_page_end_cut_in_two_is_one_item),
        cmocka_unit_test(an_item_goes_on_where_its_brackets_are_still_open),
        cmocka_unit_test(lines_under_a_lead_in_that_lost_their_bullets_are_a_list),
        cmocka_unit_test(two_lines_under_a_lead_in_are_no_list),
        cmocka_unit_test(a_paragraph_number_behind_a_bullet_numbers_a_paragraph),
        cmocka_unit_test(three_bullets_before_three_texts_are_given_to_them_line_by_line),
        cmocka_unit_test(a_wrap_between_adjacent_lines_is_joined_in_the_source_where_that_may_be_written_to),
        cmocka_unit_test(a_wrap_is_joined_in_the_source_whatever_stands_at_the_end_of_its_line),
        cmocka_unit_test(lines_with_blank_ones_between_are_closed_up_in_the_source),
        cmocka_unit_test(a_word_cut_at_its_hyphen_is_joined_without_a_space_in_a_copy),
        cmocka_unit_test(a_figure_s_caption_stands_between_two_lines_of_text),
    };
    return run_text_tests(tests);
}
