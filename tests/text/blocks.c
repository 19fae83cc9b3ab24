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
    mb_block_reader reader = {text_arena, text_arena, &text};
    mb_read_blocks(&reader, (mb_line_range){0, 3}, strlen("Filming:"), &blocks);
    assert_int_equal(blocks.count, 2);
    assert_slice(block_at(blocks, 0)->text, "Anybody may film.");
    assert_slice(block_at(blocks, 1)->text, "Filming: Nobody must.");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bullets_under_one_another_are_one_list),
        cmocka_unit_test(letters_make_an_ordered_list_with_their_markers),
        cmocka_unit_test(an_item_goes_on_over_its_wrap),
        cmocka_unit_test(a_list_indented_under_an_item_is_nested_in_it),
        cmocka_unit_test(another_bullet_under_an_item_is_nested_in_it),
        cmocka_unit_test(lists_nested_deeper_than_any_paper_s_stay_at_the_last_level),
        cmocka_unit_test(a_paragraph_ends_the_list_before_it),
        cmocka_unit_test(bullets_that_extraction_put_before_their_texts_go_back_to_them),
        cmocka_unit_test(a_paragraph_s_number_on_a_line_of_its_own_goes_back_to_it),
        cmocka_unit_test(a_number_that_found_no_text_stays_as_text),
        cmocka_unit_test(a_bullet_that_found_no_text_is_no_item),
        cmocka_unit_test(furniture_parts_nothing_and_is_no_block),
        cmocka_unit_test(what_a_heading_took_of_the_first_line_is_not_read_again),
        cmocka_unit_test(blocks_stand_where_they_begin),
    };
    return run_text_tests(tests);
}
