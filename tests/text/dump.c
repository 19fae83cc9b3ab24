/* dump.c: text that was dumped with a PDF's tags: paragraphs, rows and repeats. */
#include "text_of.h"

#include "text/tables.h"

#include "text/dump.h"

#define PLAIN                                                                                                          \
    "\tThe fair is in June.\n\n"                                                                                       \
    "\tIts stalls are twelve, and nobody\nhas to pay for one.\n\n"                                                     \
    "\tTea is sold until four.\n\n"

/* The lines with that role, by number: "2 5 8". */
static mb_slice lines_with(const mb_text *text, mb_line_role role)
{
    mb_slice lines = MB_TEXT("");
    for (uint32_t i = 0; i < text->count; i++)
        if (text->lines[i].role == role)
            lines = mb_arena_printf(text_arena, "%.*s%s%u", MB_ARG(lines), lines.size ? " " : "", i + 1);
    return lines;
}

static void assert_row(const mb_strings *row, const char *first, const char *second)
{
    assert_int_equal(row->count, 2);
    assert_slice(row->items[0], first);
    assert_slice(row->items[1], second);
}

static const mb_strings *row_at(const mb_block *table, uint32_t row)
{
    assert_int_equal(table->type, mb_block_type_table);
    assert_true(row < table->rows.count);
    return table->rows.items[row];
}

static void a_tab_begins_a_paragraph_and_its_wraps_have_none(void **state)
{
    (void)state;
    assert_paragraphs(PLAIN "\t3.1 The band plays at noon\n\t3.2 The choir sings at\none\n", "The fair is in June.",
                      "Its stalls are twelve, and nobody has to pay for one.", "Tea is sold until four.",
                      "The band plays at noon", "The choir sings at one");
}

static void a_paragraph_is_told_where_it_is_printed_and_its_lines_stay_as_they_are_printed(void **state)
{
    (void)state;
    char printed[] = PLAIN "\tThe pond was dug in May by\nthe gardeners of the park and\nDucks live in it";
    mb_text text = mb_text_read_own(text_arena, text_scratch, mb_slice_of(printed));
    uint32_t first = text.count - 3;
    assert_slice(mb_line_text(&text, first),
                 "The pond was dug in May by the gardeners of the park and Ducks live in it");
    assert_false(mb_is_told(&text, first));
    assert_int_equal(text.lines[first + 1].role, MB_LINE_BLANK);
    assert_slice(mb_line_text(&text, first + 1), "");
    assert_slice(mb_slice_trim(mb_printed_line(&text, first)), "The pond was dug in May by");
    assert_slice(mb_slice_trim(mb_printed_line(&text, first + 1)), "the gardeners of the park and");
    assert_slice(mb_printed_line(&text, first + 2), "Ducks live in it");
    assert_slice(mb_raw_line(&text, first),
                 "\tThe pond was dug in May by the gardeners of the park and Ducks live in it");
    assert_slice(mb_raw_line(&text, first + 1), "");
}

static void a_sentence_goes_on_over_the_page_s_end(void **state)
{
    (void)state;
    assert_paragraphs(PLAIN "\tThe pond will be cleaned before the ducks have\n \tcome back to it.\n",
                      "The fair is in June.", "Its stalls are twelve, and nobody has to pay for one.",
                      "Tea is sold until four.", "The pond will be cleaned before the ducks have come back to it.");
}

static void a_page_begins_with_a_space_before_the_tab(void **state)
{
    (void)state;
    mb_text text = text_of(PLAIN " \tThe pond\n\n\tDucks live in it.\n");
    assert_int_equal(text.sheets, 2);
    assert_int_equal(mb_sheet_of(&text, 6), 1);
    assert_int_equal(mb_sheet_of(&text, 7), 2);
}

static void a_word_that_was_wrapped_is_joined(void **state)
{
    (void)state;
    assert_paragraphs("\tTea is sold until four.\n\n\tThe lamps are of low-\nenergy glass.\n\n"
                      "\tThe multi\xEF\xBF\xBDyear grant ends.\n\n\tA sign\xEF\xBF\xBD is lost.\n",
                      "Tea is sold until four.", "The lamps are of low-energy glass.", "The multi-year grant ends.",
                      "A sign\xEF\xBF\xBD is lost.");
}

static void tags_are_no_text(void **state)
{
    (void)state;
    mb_text text = text_of(PLAIN "\tFigure\n\tFigure 1: Stalls\n\n\tLI\n\tLbl\n\t•\n\tTea\n");
    assert_slice(lines_with(&text, MB_LINE_MARKUP), "8 11 12");
    mb_list blocks = blocks_in(&text);
    assert_slice(block_at(blocks, 3)->text, "Figure 1: Stalls");
    assert_int_equal(block_at(blocks, 4)->type, mb_block_type_list);
    assert_slice(item_at(block_at(blocks, 4)->items, 0)->text, "Tea");
}

static void an_item_that_is_printed_twice_is_read_once(void **state)
{
    (void)state;
    mb_text text =
        text_of(PLAIN "\t• tea, which is sold until\nfour\n\n\t• tea, which is sold until\nfour\n\n\t• books\n");
    assert_slice(lines_with(&text, MB_LINE_MARKUP), "11 12");
    assert_true(text.lines[10].repeats);
    mb_list blocks = blocks_in(&text);
    assert_int_equal(block_at(blocks, 3)->items.count, 2);
    assert_slice(item_at(block_at(blocks, 3)->items, 0)->text, "tea, which is sold until four");
}

static void the_same_figure_twice_is_two_figures(void **state)
{
    (void)state;
    mb_text text = text_of(PLAIN "\t330\n\t330\n\t346\n");
    assert_slice(lines_with(&text, MB_LINE_MARKUP), "");
}

#define HEAD "\tTable\n\tTR\n\tTH\n\tStall\n\n\tTH\n\tRent\n\n"

static void cells_stand_behind_their_tags(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("\tTwo stalls pay.\n\n" HEAD "\tTR\n\tTD\n\tTea and\ncakes\n\n\tTD\n\t£4\n\n"
                               "\tTR\n\tTD\n\tBooks\n\tand maps\n\n\tTD\n\t£6\n\n\tThe others are free.\n");
    assert_int_equal(blocks.count, 3);
    const mb_block *table = block_at(blocks, 1);
    assert_row(&table->header, "Stall", "Rent");
    assert_int_equal(table->rows.count, 2);
    assert_row(row_at(table, 0), "Tea and cakes", "£4");
    assert_row(row_at(table, 1), "Books and maps", "£6");
    assert_int_equal(table->place.line, 6);
    assert_slice(block_at(blocks, 2)->text, "The others are free.");
}

static void a_cell_that_is_printed_twice_is_read_once(void **state)
{
    (void)state;
    mb_list blocks = blocks_of(HEAD "\tTR\n\tTD\n\tTea and\ncakes\n\tTea and\ncakes\n\n\tTD\n\t£4\n");
    assert_row(row_at(block_at(blocks, 0), 0), "Tea and cakes", "£4");
}

static void an_empty_cell_keeps_its_place(void **state)
{
    (void)state;
    mb_list blocks = blocks_of(HEAD "\tTR\n\tTD\n\n\tTD\n\t£4\n\n\tTR\n\tTD\n\tBooks\n\n\tTD\n");
    assert_int_equal(blocks.count, 1);
    assert_row(row_at(block_at(blocks, 0), 0), "", "£4");
    assert_row(row_at(block_at(blocks, 0), 1), "Books", "");
}

static void a_gap_within_a_cell_ends_it_only_behind_the_last_row(void **state)
{
    (void)state;
    mb_list blocks =
        blocks_of(HEAD "\tTR\n\tTD\n\tTea\n\n\tCakes\n\n\tTD\n\t£4\n\n\tBooks are free.\n\n\tSo are maps.\n");
    assert_row(row_at(block_at(blocks, 0), 0), "Tea Cakes", "£4");
    assert_slice(block_at(blocks, 1)->text, "Books are free.");
}

static bool is_page(const void *vocabulary, mb_slice line)
{
    (void)vocabulary;
    return mb_slice_starts(line, MB_TEXT("Page "));
}

static void a_table_goes_on_over_the_page_s_end_with_or_without_its_head(void **state)
{
    (void)state;
    mb_text text =
        text_of(HEAD "\tTR\n\tTD\n\tTea\n\n\tTD\n\t£4\n\n\tPage 8\n"
                     " \tTR\n\tTH\n\tStall\n\n\tTH\n\tRent\n\n\tTR\n\tTD\n\tBooks\n\n\tTD\n\t£6\n\n\tPage 9\n"
                     " \tTR\n\tTD\n\tMaps\n\n\tTD\n\t£5\n");
    mb_find_furniture(text_arena, &text, is_page, NULL);
    mb_list blocks = blocks_in(&text);
    assert_int_equal(blocks.count, 1);
    const mb_block *table = block_at(blocks, 0);
    assert_int_equal(table->rows.count, 3);
    assert_row(row_at(table, 1), "Books", "£6");
    assert_row(row_at(table, 2), "Maps", "£5");
}

static void a_tag_parts_two_tables(void **state)
{
    (void)state;
    mb_list blocks = blocks_of(HEAD "\tTR\n\tTD\n\tTea\n\n\tTD\n\t£4\n\n" HEAD "\tTR\n\tTD\n\tMaps\n\n\tTD\n\t£5\n");
    assert_int_equal(blocks.count, 2);
    assert_row(row_at(block_at(blocks, 1), 0), "Maps", "£5");
}

static void rows_below_a_tagged_head_may_lack_their_tags_and_print_their_first_cell_twice(void **state)
{
    (void)state;
    mb_list blocks = blocks_of(PLAIN "\tTable\n\tTR\n\tTD\n\tShelf\n\n\tTD\n\tCost\n\n\n"
                                     "\tTea\n\tTea\n\t£4\n\n\n\tBooks\n\tBooks\n\t£6\n\n\n"
                                     "\tMaps of the\ncounty\n\n\tMaps of the\ncounty\n\n\t£5\n\n\n" PLAIN);
    const mb_block *table = NULL;
    for (uint32_t i = 0; i < blocks.count && !table; i++)
        table = block_at(blocks, i)->type == mb_block_type_table ? block_at(blocks, i) : NULL;
    assert_non_null(table);
    assert_slice(table->header.items[1], "Cost");
    assert_row(row_at(table, 0), "Tea", "£4");
    assert_row(row_at(table, 1), "Books", "£6");
    assert_row(row_at(table, 2), "Maps of the county", "£5");
}

static void tags_that_nothing_follows_are_read_to_the_end(void **state)
{
    (void)state;
    mb_text text = text_of("\tTable\n\tTR\n\tTR\n\tTD\n\tTD\n\tTD");
    assert_slice(lines_with(&text, MB_LINE_MARKUP), "1 2 3 4 5 6");
    assert_int_equal(blocks_in(&text).count, 0);
}

static void a_dump_begins_and_ends_within_a_pack(void **state)
{
    (void)state;
    mb_slice pack = mb_arena_printf(text_arena, "%s%s%s",
                                    "The working party walked both cemeteries in March with the tree officer, who\n"
                                    "found eleven limes in poor health, and recommends that four of them come down\n"
                                    "before the winter while the rest are watched. Nobody at the site objected to\n"
                                    "the felling, although two residents of Lime Grove asked for oaks instead.\n",
                                    " " PLAIN PLAIN PLAIN PLAIN PLAIN PLAIN,
                                    " Oaks were planted by the children of both schools in the week before Easter,\n"
                                    "and the stumps were ground out by the firm that had felled the limes. The cost\n"
                                    "of the work was within the budget that the Council agreed in January, since\n"
                                    "the firm took the timber, and nobody was charged for the closure of the path.\n");
    mb_text text = text_of(pack.data);
    for (uint32_t line = 0; line < text.count; line++)
        assert_int_equal(text.lines[line].kind == MB_TEXT_DUMP, line >= 4 && line < text.count - 4);
}

static void a_row_whose_first_cell_alone_has_a_tag_is_a_row_too(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("\tTable\n\tTR\n\tTD\n\tPLACE:\n\tPLACE:\n\tThe Guildhall\n\n\n"
                               "\tDAY:\n\tDAY:\n\t3rd June\n\n\n\tAll are welcome.\n");
    assert_int_equal(blocks.count, 2);
    assert_row(&block_at(blocks, 0)->header, "PLACE:", "The Guildhall");
    assert_row(row_at(block_at(blocks, 0), 0), "DAY:", "3rd June");
    assert_slice(block_at(blocks, 1)->text, "All are welcome.");
}

static void a_row_without_tags_may_follow_a_tagged_one_of_empty_cells(void **state)
{
    (void)state;
    mb_list blocks =
        blocks_of(PLAIN HEAD "\tTR\n\tTD\n\tIndoors\n\n\n\tTD\n\tFigure\n\n\n\tTeas\n\tTeas\n\t£4\n\n\n" PLAIN);
    const mb_block *table = block_at(blocks, 3);
    assert_int_equal(table->rows.count, 2);
    assert_row(row_at(table, 0), "Indoors", "");
    assert_row(row_at(table, 1), "Teas", "£4");
}

static void page_numbers_alone_are_furniture_and_a_page_may_begin_with_a_figure_below_one(void **state)
{
    (void)state;
    mb_text text = text_of(PLAIN "\t5\n \tThe fair was rained off.\n\n\t6\n \tThe table tells of rents.\n\n" HEAD
                                 "\n\n\t2023\n\t2023\n\t£6\n\tFigure\n\t7\n \t2024\n\t2024\n\t£7\n\n\n\t8\n");
    assert_int_equal(text.sheets, 4);
    assert_slice(lines_with(&text, MB_LINE_FURNITURE), "8 11 28 34");
    assert_int_equal(mb_place_of(&text, 0).page, 5);
    assert_int_equal(mb_place_of(&text, 29).page, 8);
    const mb_block *table = block_at(blocks_in(&text), 5);
    assert_int_equal(table->rows.count, 2);
    assert_row(row_at(table, 1), "2024", "£7");
}

static void a_page_that_begins_with_a_tag_begins_with_the_text_behind_it(void **state)
{
    (void)state;
    mb_text text = text_of(PLAIN " \tFigure\n\tThe pond\n\n\tDucks live in it.\n");
    assert_true(mb_begins_page(&text, 8));
    assert_int_equal(mb_sheet_of(&text, 7), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tab_begins_a_paragraph_and_its_wraps_have_none),
        cmocka_unit_test(a_paragraph_is_told_where_it_is_printed_and_its_lines_stay_as_they_are_printed),
        cmocka_unit_test(a_sentence_goes_on_over_the_page_s_end),
        cmocka_unit_test(a_page_begins_with_a_space_before_the_tab),
        cmocka_unit_test(a_word_that_was_wrapped_is_joined),
        cmocka_unit_test(tags_are_no_text),
        cmocka_unit_test(an_item_that_is_printed_twice_is_read_once),
        cmocka_unit_test(the_same_figure_twice_is_two_figures),
        cmocka_unit_test(rows_below_a_tagged_head_may_lack_their_tags_and_print_their_first_cell_twice),
        cmocka_unit_test(cells_stand_behind_their_tags),
        cmocka_unit_test(a_cell_that_is_printed_twice_is_read_once),
        cmocka_unit_test(an_empty_cell_keeps_its_place),
        cmocka_unit_test(a_gap_within_a_cell_ends_it_only_behind_the_last_row),
        cmocka_unit_test(a_table_goes_on_over_the_page_s_end_with_or_without_its_head),
        cmocka_unit_test(a_tag_parts_two_tables),
        cmocka_unit_test(tags_that_nothing_follows_are_read_to_the_end),
        cmocka_unit_test(a_dump_begins_and_ends_within_a_pack),
        cmocka_unit_test(a_row_whose_first_cell_alone_has_a_tag_is_a_row_too),
        cmocka_unit_test(a_row_without_tags_may_follow_a_tagged_one_of_empty_cells),
        cmocka_unit_test(page_numbers_alone_are_furniture_and_a_page_may_begin_with_a_figure_below_one),
        cmocka_unit_test(a_page_that_begins_with_a_tag_begins_with_the_text_behind_it),
    };
    return run_text_tests(tests);
}
