/* cell_tables.c: tables of which each cell is a block of its own, in text whose pages end with form feeds. */
#include "table_of.h"

static mb_list blocks_of_cells(const char *printed)
{
    static mb_text text;
    text = text_of(printed);
    mb_read_cells(text_arena, text_scratch, &text, NULL, NULL);
    return blocks_in(&text);
}

static const char *only_table_of_cells(const char *printed)
{
    mb_list blocks = blocks_of_cells(printed);
    if (blocks.count != 1)
        fail_msg("there are %u blocks, not a table alone", blocks.count);
    return table_in(block_at(blocks, 0));
}

static void assert_no_table_of_cells(const char *printed)
{
    mb_list blocks = blocks_of_cells(printed);
    for (uint32_t i = 0; i < blocks.count; i++)
        if (block_at(blocks, i)->type == mb_block_type_table)
            fail_msg("a table was read:\n%s", table_in(block_at(blocks, i)));
}

#define LONG_LINES                                                                                                     \
    "The ponds of the parish were looked at in spring and again in autumn, and most of them were\n"                    \
    "found to be in good order; the one beside the mill has lost its bank on the side towards the\n"                   \
    "road and is to be mended before the winter.\n"

#define STOCK                                                                                                          \
    "Spades with a long\nhandle\n\n14\n\n£210\n\n"                                                                    \
    "Rakes\n\n8\n\n£96\n\n"                                                                                           \
    "Barrows\n\n3\n\n£240\n"
#define READ_STOCK "Spades with a long handle | 14 | £210\nRakes | 8 | £96\nBarrows | 3 | £240\n"

static void a_heads_cells_may_have_two_lines(void **state)
{
    (void)state;
    assert_string_equal(only_table_of_cells("Tool\n\nIn the\nshed\n\nWorth in\nall\n\n" STOCK "\f"),
                        "\nTool | In the shed | Worth in all\n" READ_STOCK);
}

static void the_corner_of_a_head_may_be_empty(void **state)
{
    (void)state;
    assert_string_equal(only_table_of_cells("In the\nshed\n\nWorth in\nall\n\n" STOCK "\f"),
                        "\n | In the shed | Worth in all\n" READ_STOCK);
}

static void a_heads_first_cell_may_stand_right_below_text(void **state)
{
    (void)state;
    mb_list blocks = blocks_of_cells(LONG_LINES "Tool\n\nIn the shed\n\nWorth\n\n" STOCK "\f");
    assert_int_equal(blocks.count, 2);
    assert_string_equal(table_in(block_at(blocks, 1)), "\nTool | In the shed | Worth\n" READ_STOCK);
}

static void a_title_above_the_heads_first_cell_is_none_of_it(void **state)
{
    (void)state;
    mb_list blocks =
        blocks_of_cells("Appendix: what the shed by the river holds\nTool\n\nIn the shed\n\nWorth\n\n" STOCK "\f");
    assert_int_equal(blocks.count, 2);
    assert_slice(block_at(blocks, 0)->text, "Appendix: what the shed by the river holds");
    assert_string_equal(table_in(block_at(blocks, 1)), "\nTool | In the shed | Worth\n" READ_STOCK);
}

static void columns_of_words_are_told_by_the_widths_at_which_they_are_wrapped(void **state)
{
    (void)state;
    assert_string_equal(
        only_table_of_cells("No.\n\nAction\n\nWho\n\nWhat is left to do\n\n"
                            "4\n\nMend the gate at the\ntop of the meadow\n\nRangers\n\nThe wood was ordered in May "
                            "and\nhas not come\n\n"
                            "9\n\nClear the ditch along\nthe lane\n\nContractor\n\nBegins when the nests are empty\n\n"
                            "12\n\nPaint the boat\n\nScouts\n\nA second coat, if the weather\nholds until then\n\f"),
        "\nNo. | Action | Who | What is left to do\n"
        "4 | Mend the gate at the top of the meadow | Rangers | The wood was ordered in May and has not come\n"
        "9 | Clear the ditch along the lane | Contractor | Begins when the nests are empty\n"
        "12 | Paint the boat | Scouts | A second coat, if the weather holds until then\n");
}

static void two_columns_are_labels_and_longer_texts(void **state)
{
    (void)state;
    assert_string_equal(only_table_of_cells("Term\n\nMeaning\n\n"
                                            "Sluice\n\nA gate that holds the water of a\nstream back\n\n"
                                            "Weir\n\nA low wall across a stream, over\nwhich the water runs\n\n"
                                            "Leat\n\nA ditch that leads water to a mill\n\n"
                                            "Race\n\nThe fast water behind the wheel of\na mill\n\f"),
                        "\nTerm | Meaning\nSluice | A gate that holds the water of a stream back\n"
                        "Weir | A low wall across a stream, over which the water runs\n"
                        "Leat | A ditch that leads water to a mill\n"
                        "Race | The fast water behind the wheel of a mill\n");
}

static void a_table_goes_on_behind_a_pages_end_under_its_head(void **state)
{
    (void)state;
    mb_list blocks = blocks_of_cells("Tool\n\nIn the shed\n\nWorth\n\nForks\n\n6\n\n£90\n\n\fTool\n\nIn the "
                                     "shed\n\nWorth\n\n" STOCK "\f");
    assert_int_equal(blocks.count, 1);
    assert_string_equal(table_in(block_at(blocks, 0)), "\nTool | In the shed | Worth\nForks | 6 | £90\n" READ_STOCK);
}

static void numbered_paragraphs_are_no_table(void **state)
{
    (void)state;
    assert_no_table_of_cells("4.1\n\nThe gate was mended.\n\n4.2\n\nThe ditch was cleared.\n\n4.3\n\nThe boat was "
                             "painted.\n\n4.4\n\nThe path was swept.\n\n4.5\n\nThe roof was looked at.\n\f");
}

static void numbered_items_are_no_table(void **state)
{
    (void)state;
    assert_no_table_of_cells("GROUNDS PANEL\n\nTuesday, 4th March, 2025\n\nPresent: Councillors Ann Lee and Bob Hay\n\n"
                             "21\n\nAPOLOGIES\n\nApologies had been received from Cy Orr.\n\n"
                             "22\n\nBENCHES\n\nCouncillor Hay asked who would paint them.\n\f");
}

static void an_agenda_is_no_table(void **state)
{
    (void)state;
    assert_no_table_of_cells("1.\n\nWelcome\n\n2.\n\nDeclarations of interest\n\n3.\n\nMinutes\n\n4.\n\nThe gate of "
                             "the meadow\n\n5.\n\nAny other business\n\f");
}

static void names_one_below_the_other_are_no_table(void **state)
{
    (void)state;
    assert_no_table_of_cells("Councillor Ann Lee\n\nCouncillor Bob Hay\n\nCouncillor Cy Orr\n\nCouncillor Di Fox\n\n"
                             "Councillor Ed Gray\n\nCouncillor Flo Kay\n\f");
}

static void text_without_form_feeds_is_left_alone(void **state)
{
    (void)state;
    mb_text text = text_of("Tool\n\nIn the\nshed\n\nWorth in\nall\n\n" STOCK);
    mb_slice before = text.source;
    mb_read_cells(text_arena, text_scratch, &text, NULL, NULL);
    assert_ptr_equal(text.source.data, before.data);
}

static bool begins_with_tool(const void *vocabulary, const mb_text *text, uint32_t line)
{
    (void)vocabulary;
    return mb_slice_equal(mb_line_text(text, line), MB_TEXT("Tool"));
}

static void tables_that_are_read_by_their_words_are_left_alone(void **state)
{
    (void)state;
    mb_text text = text_of("Tool\n\nIn the shed\n\nWorth\n\n" STOCK "\f");
    mb_slice before = text.source;
    mb_read_cells(text_arena, text_scratch, &text, begins_with_tool, NULL);
    assert_ptr_equal(text.source.data, before.data);
}

static void a_number_may_be_wrapped_in_a_cell(void **state)
{
    (void)state;
    assert_string_equal(only_table_of_cells("Tool\n\nIn the shed\n\nSee also\n\n"
                                            "Spades\n\n14\n\nthe minutes, paragraph\n3.9.\n\n"
                                            "Rakes\n\n8\n\nthe minutes, paragraph\n4.1.\n\n"
                                            "Barrows\n\n3\n\nthe report\n\n"
                                            "Hoes\n\n5\n\nthe report\n\f"),
                        "\nTool | In the shed | See also\nSpades | 14 | the minutes, paragraph 3.9.\n"
                        "Rakes | 8 | the minutes, paragraph 4.1.\nBarrows | 3 | the report\nHoes | 5 | the report\n");
}

static void two_tables_side_by_side_are_one_as_they_are_printed(void **state)
{
    (void)state;
    assert_string_equal(only_table_of_cells("From\n\n£\n\nFor\n\n£\n\n"
                                            "Rents\n\n205,000\n\nPonds and paths\n\n221,600\n\n"
                                            "Grants of the county\n\n118,000\n\nBulbs\n\n84,200\n\n"
                                            "All\n\n323,000\n\nAll\n\n305,800\n\f"),
                        "\nFrom | £ | For | £\nRents | 205,000 | Ponds and paths | 221,600\n"
                        "Grants of the county | 118,000 | Bulbs | 84,200\nAll | 323,000 | All | 305,800\n");
}

static void a_word_stands_for_a_figure_beside_another_figure(void **state)
{
    (void)state;
    assert_string_equal(only_table_of_cells("Tool\n\nIn the shed\n\nWorth\n\n" STOCK "\nRope\n\n2\n\nnothing\n\f"),
                        "\nTool | In the shed | Worth\n" READ_STOCK "Rope | 2 | nothing\n");
}

static void a_wrapped_line_of_a_cell_may_begin_with_a_time(void **state)
{
    (void)state;
    assert_string_equal(only_table_of_cells("Tool\n\nIn the shed\n\nOpen\n\n"
                                            "Spades\n\n14\n\nfrom Monday until\n3.30 pm on Friday\n\n"
                                            "Rakes\n\n8\n\nfrom Monday until\n4.15 pm on Friday\n\n"
                                            "Barrows\n\n3\n\nin the afternoon\n\n"
                                            "Hoes\n\n5\n\nin the afternoon\n\f"),
                        "\nTool | In the shed | Open\nSpades | 14 | from Monday until 3.30 pm on Friday\n"
                        "Rakes | 8 | from Monday until 4.15 pm on Friday\nBarrows | 3 | in the afternoon\n"
                        "Hoes | 5 | in the afternoon\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_heads_cells_may_have_two_lines),
        cmocka_unit_test(the_corner_of_a_head_may_be_empty),
        cmocka_unit_test(a_heads_first_cell_may_stand_right_below_text),
        cmocka_unit_test(a_title_above_the_heads_first_cell_is_none_of_it),
        cmocka_unit_test(columns_of_words_are_told_by_the_widths_at_which_they_are_wrapped),
        cmocka_unit_test(two_columns_are_labels_and_longer_texts),
        cmocka_unit_test(a_table_goes_on_behind_a_pages_end_under_its_head),
        cmocka_unit_test(numbered_paragraphs_are_no_table),
        cmocka_unit_test(numbered_items_are_no_table),
        cmocka_unit_test(an_agenda_is_no_table),
        cmocka_unit_test(names_one_below_the_other_are_no_table),
        cmocka_unit_test(text_without_form_feeds_is_left_alone),
        cmocka_unit_test(tables_that_are_read_by_their_words_are_left_alone),
        cmocka_unit_test(a_number_may_be_wrapped_in_a_cell),
        cmocka_unit_test(two_tables_side_by_side_are_one_as_they_are_printed),
        cmocka_unit_test(a_word_stands_for_a_figure_beside_another_figure),
        cmocka_unit_test(a_wrapped_line_of_a_cell_may_begin_with_a_time),
    };
    return run_text_tests(tests);
}
