/* torn_items.c: texts whose bullets stand above them, on lines of their own. */
#include "text_of.h"

/* The paragraphs and lists of a text in one line each: "Parks", "[tea | cakes]". */
static const char *outline_of(const char *printed)
{
    static char outline[4096];
    mb_list blocks = blocks_of(printed);
    size_t at = 0;
    *outline = 0;
    for (uint32_t i = 0; i < blocks.count; i++) {
        const mb_block *block = blocks.items[i];
        bool list = block->type == mb_block_type_list;
        at += (size_t)snprintf(outline + at, sizeof outline - at, "%s%s%.*s", i ? "\n" : "", list ? "[" : "",
                               list ? 0 : (int)block->text.size, block->text.data);
        for (uint32_t j = 0; list && j < block->items.count; j++)
            at += (size_t)snprintf(outline + at, sizeof outline - at, "%s%.*s", j ? " | " : "",
                                   MB_ARG(item_at(block->items, j)->text));
        at += (size_t)snprintf(outline + at, sizeof outline - at, "%s", list ? "]" : "");
    }
    return outline;
}

static void as_many_lines_as_bullets_are_an_item_each_though_some_are_as_wide_as_the_column(void **state)
{
    (void)state;
    assert_string_equal(outline_of("•\n•\n•\n•\n\n"
                                   "Shared the list of lamps and of the paths that they light with all the schools\n"
                                   "Reviewed the rota\n"
                                   "Completed the count of the benches and of the bins by the side of the big pond\n"
                                   "Agreed to count the swans\n"),
                        "[Shared the list of lamps and of the paths that they light with all the schools | Reviewed "
                        "the rota | Completed the count of the benches and of the bins by the side of the big pond | "
                        "Agreed to count the swans]");
}

static void a_name_within_an_item_begins_none_where_other_lines_do_so_more_surely(void **state)
{
    (void)state;
    assert_string_equal(outline_of("•\n•\n•\n\n"
                                   "That the gates of the park be painted in the same green as those of the Upper\n"
                                   "Meadow;\n"
                                   "That the band be asked whether it plays;\n"
                                   "That the lamps be mended by the firm that mended those of Mill Lane and Lower\n"
                                   "Moorbeck;\n"),
                        "[That the gates of the park be painted in the same green as those of the Upper Meadow; | "
                        "That the band be asked whether it plays; | That the lamps be mended by the firm that mended "
                        "those of Mill Lane and Lower Moorbeck;]");
}

static void items_may_end_with_commas_where_their_lines_have_room_left(void **state)
{
    (void)state;
    assert_string_equal(
        outline_of("•\n•\n•\n\n"
                   "The gates of the park are open for all of the hours that are printed on them,\n"
                   "Sundays included,\n"
                   "The lamps are lit by the firm that lights those of the mill and of the lane in\n"
                   "winter,\n"
                   "The band plays.\n"),
        "[The gates of the park are open for all of the hours that are printed on them, Sundays included, "
        "| The lamps are lit by the firm that lights those of the mill and of the lane in winter, | The "
        "band plays.]");
}

static void what_stands_beside_a_list_on_paper_takes_none_of_its_bullets(void **state)
{
    (void)state;
    assert_string_equal(
        outline_of("•\n•\n•\n\n"
                   "Friends of the Park\n\n"
                   "Planted the beds in front of the mill and watered them through the dry weeks of June\n"
                   "Swept the bandstand\n"
                   "Asked the school to paint the railings on its side of the road before the winter\n"),
        "Friends of the Park\n"
        "[Planted the beds in front of the mill and watered them through the dry weeks of June | Swept "
        "the bandstand | Asked the school to paint the railings on its side of the road before the "
        "winter]");
}

static void bullets_of_two_lists_that_stand_together_are_shared_by_their_gaps(void **state)
{
    (void)state;
    assert_string_equal(outline_of("•\n•\n\n•\n•\n•\n\n"
                                   "Opened the new gate\n"
                                   "Closed the old one\n\n"
                                   "Counted the swans\n"
                                   "Counted the ducks\n"
                                   "Counted the geese\n"),
                        "[Opened the new gate | Closed the old one]\n"
                        "[Counted the swans | Counted the ducks | Counted the geese]");
}

static void bullets_below_their_texts_are_taken_where_those_above_are_too_few(void **state)
{
    (void)state;
    assert_string_equal(
        outline_of("•\n•\n\n"
                   "Opened the new gate and gave its key to the Friends of the Park, who hang it\n"
                   "in their shed\n"
                   "Closed the old one\n"
                   "Counted the swans\n\n"
                   "•\n\n"
                   "The swans were eleven, which is two more than in the year before, and so the island has "
                   "become\n"
                   "too small for them.\n"),
        "[Opened the new gate and gave its key to the Friends of the Park, who hang it in their shed | Closed the old "
        "one | "
        "Counted the swans]\n"
        "The swans were eleven, which is two more than in the year before, and so the island has "
        "become too small for them.");
}

static void a_paragraph_right_under_the_texts_has_no_bullet(void **state)
{
    (void)state;
    assert_string_equal(outline_of("•\n•\n\n"
                                   "Opened the new gate\n"
                                   "Closed the old one\n"
                                   "All of this was done by volunteers.\n"),
                        "[Opened the new gate | Closed the old one]\n"
                        "All of this was done by volunteers.");
}

static void a_page_number_under_the_last_text_is_none_of_its_words(void **state)
{
    (void)state;
    assert_string_equal(outline_of("•\n•\n\nOpened the new gate\nClosed the old one\n15\n"),
                        "[Opened the new gate | Closed the old one]\n15");
}

static void the_number_of_the_next_paragraph_may_stand_among_the_bullets(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("2.4\n\nThe rules are:\n•\n•\n\n2.5\n\n"
                               "The gate is shut at dusk.\n"
                               "The lamps are lit at dusk.\n\n"
                               "The keeper keeps the rules.\n");
    assert_int_equal(blocks.count, 3);
    assert_int_equal(block_at(blocks, 1)->items.count, 2);
    assert_slice(block_at(blocks, 2)->number, "2.5");
    assert_slice(block_at(blocks, 2)->text, "The keeper keeps the rules.");
}

static void columns_of_bullets_for_each_row_of_a_table_are_a_list_each(void **state)
{
    (void)state;
    assert_string_equal(
        outline_of("•\n•\n\nOpened the gate\nShut the gate\n\n•\n•\n\nLit the lamps\nMended the lamps\n"),
        "[Opened the gate | Shut the gate]\n[Lit the lamps | Mended the lamps]");
}

static void a_list_goes_on_where_the_next_page_begins_with_its_bullets(void **state)
{
    (void)state;
    assert_string_equal(
        outline_of("•\n•\n\nOpened the gate\nShut the gate\n\n\f•\n•\n\nLit the lamps\nMended the lamps\n"),
        "[Opened the gate | Shut the gate | Lit the lamps | Mended the lamps]");
}

static void bullets_that_find_no_text_are_forgotten(void **state)
{
    (void)state;
    assert_string_equal(outline_of("•\n•\n•\n\nFriends of the Park\n\n•\n•\n"), "[Friends of the Park]");
}

static void an_item_in_small_letters_may_stand_below_a_short_line(void **state)
{
    (void)state;
    assert_string_equal(
        outline_of("•\n•\n•\n\nMill Lane: lamps of a new kind, which cost less by night\n"
                   "Church Hill: a bench\nthe bridge, which is closed until the spring\n"),
        "[Mill Lane: lamps of a new kind, which cost less by night | Church Hill: a bench | the bridge, "
        "which is closed until the spring]");
}

static void a_name_begins_no_item_among_those_in_small_letters(void **state)
{
    (void)state;
    assert_string_equal(outline_of("•\n•\n•\n\n"
                                   "paint the gates on the road to the quarry, and look at the gates above\n"
                                   "Nether Mill\n"
                                   "lend a lamp to every rider who buys a horse in the town in these years\n"
                                   "ask the drivers of old carts what would help them to stop in time, or to\n"
                                   "go on safely\n"),
                        "[paint the gates on the road to the quarry, and look at the gates above Nether Mill | "
                        "lend a lamp to every rider who buys a horse in the town in these years | "
                        "ask the drivers of old carts what would help them to stop in time, or to go on safely]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_many_lines_as_bullets_are_an_item_each_though_some_are_as_wide_as_the_column),
        cmocka_unit_test(a_name_within_an_item_begins_none_where_other_lines_do_so_more_surely),
        cmocka_unit_test(items_may_end_with_commas_where_their_lines_have_room_left),
        cmocka_unit_test(what_stands_beside_a_list_on_paper_takes_none_of_its_bullets),
        cmocka_unit_test(bullets_of_two_lists_that_stand_together_are_shared_by_their_gaps),
        cmocka_unit_test(bullets_below_their_texts_are_taken_where_those_above_are_too_few),
        cmocka_unit_test(a_paragraph_right_under_the_texts_has_no_bullet),
        cmocka_unit_test(a_page_number_under_the_last_text_is_none_of_its_words),
        cmocka_unit_test(the_number_of_the_next_paragraph_may_stand_among_the_bullets),
        cmocka_unit_test(columns_of_bullets_for_each_row_of_a_table_are_a_list_each),
        cmocka_unit_test(a_list_goes_on_where_the_next_page_begins_with_its_bullets),
        cmocka_unit_test(bullets_that_find_no_text_are_forgotten),
        cmocka_unit_test(an_item_in_small_letters_may_stand_below_a_short_line),
        cmocka_unit_test(a_name_begins_no_item_among_those_in_small_letters),
    };
    return run_text_tests(tests);
}
