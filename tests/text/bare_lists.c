/* bare_lists.c: lists without bullets, told from paragraphs by what shows it. */
#include "text_of.h"

static void assert_list_at(const mb_block *list, const char *const *items, const char *file, int line)
{
    uint32_t count = 0;
    if (list->type != mb_block_type_list) {
        print_error("no list, but: %.*s\n", MB_ARG(list->text));
        _fail(file, line);
    }
    for (; items[count] && count < list->items.count; count++)
        assert_slice_at(item_at(list->items, count)->text, items[count], file, line);
    if (items[count] || count != list->items.count) {
        print_error("the list has %u items\n", list->items.count);
        _fail(file, line);
    }
}
#define assert_list(list, ...) assert_list_at(list, (const char *const[]){__VA_ARGS__, NULL}, __FILE__, __LINE__)

static void assert_no_list_at(const char *printed, const char *file, int line)
{
    mb_list blocks = blocks_of(printed);
    for (uint32_t i = 0; i < blocks.count; i++)
        if (block_at(blocks, i)->type != mb_block_type_paragraph) {
            print_error("block %u is no paragraph\n", i + 1);
            _fail(file, line);
        }
}
#define assert_no_list(printed) assert_no_list_at(printed, __FILE__, __LINE__)

/* A paragraph that tells how wide the page is. */
#define WIDE                                                                                                           \
    "The keeper of the Lower Park told the Committee that the lamps beside the pond had been out for a\n"              \
    "week, and that nobody had seen to it.\n\n"

static void phrases_under_a_lead_in_are_a_list_and_the_last_may_end_like_a_sentence(void **state)
{
    (void)state;
    mb_list blocks = blocks_of(WIDE "The Friends look after these:\n"
                                    "The bandstand in the Lower Park\n"
                                    "The railings beside the road\n"
                                    "The lamps on Mill Lane.\n"
                                    "\n"
                                    "They meet twice a year.\n");
    assert_int_equal(blocks.count, 4);
    assert_list(block_at(blocks, 2), "The bandstand in the Lower Park", "The railings beside the road",
                "The lamps on Mill Lane.");
}

static void a_sentence_of_several_lines_is_no_item_of_such_a_list(void **state)
{
    (void)state;
    mb_list blocks =
        blocks_of(WIDE "The Friends look after these:\n"
                       "The bandstand in the Lower Park\n"
                       "The railings beside the road\n"
                       "The lamps on Mill Lane\n"
                       "They meet twice a year, in the spring to share the work among them and in the autumn to\n"
                       "tell one another how it went.\n");
    assert_list(block_at(blocks, 2), "The bandstand in the Lower Park", "The railings beside the road",
                "The lamps on Mill Lane");
    assert_int_equal(block_at(blocks, 3)->type, mb_block_type_paragraph);
}

static void sentences_under_a_lead_in_are_paragraphs(void **state)
{
    (void)state;
    assert_no_list(WIDE "The Clerk reported on the fair:\n\nIt rained.\n\nThe band played.\n\nNobody came.\n");
}

static void an_address_is_no_list(void **state)
{
    (void)state;
    assert_no_list(WIDE "To know more, write to:\n\nHarle Vale Council\nThe Corn Hall\nMarket Street\n01999 123456\n");
    assert_no_list(WIDE "To know more, write to:\n\nThe Town Clerk,\nThe Corn Hall,\nMarket Street,\nMarlford\n");
}

static void lines_that_begin_alike_are_a_list(void **state)
{
    (void)state;
    mb_list blocks =
        blocks_of(WIDE "These asked:\n\nQuestion 1 - Ann Lee - The lamps.\nQuestions 2 & 3 - Bob Orr - The gate.\n"
                       "Question 4 - Cy Day - The swans.\nAll were answered.\n");
    assert_int_equal(blocks.count, 4);
    assert_list(block_at(blocks, 2), "Question 1 - Ann Lee - The lamps.", "Questions 2 & 3 - Bob Orr - The gate.",
                "Question 4 - Cy Day - The swans.");
}

static void quotations_under_a_lead_in_are_a_list(void **state)
{
    (void)state;
    mb_list blocks = blocks_of(WIDE "What visitors say:\n\n“The lamps are bright.” Ann (12)\n“I like the swans” Bob\n"
                                    "“A good band.” Cy\n\nThere were no others.\n");
    assert_list(block_at(blocks, 2), "“The lamps are bright.” Ann (12)", "“I like the swans” Bob", "“A good band.” Cy");
}

static void lines_that_count_up_are_items_with_their_numbers(void **state)
{
    (void)state;
    mb_list blocks =
        blocks_of(WIDE "Statements came from:\n01 Ann Lee\n02 Bob Orr\n04 Cy Day, Harle Vale\n\nAll were read.\n");
    assert_int_equal(blocks.count, 4);
    assert_list(block_at(blocks, 2), "Ann Lee", "Bob Orr", "Cy Day, Harle Vale");
    assert_true(block_at(blocks, 2)->ordered);
    assert_slice(item_at(block_at(blocks, 2)->items, 2)->marker, "04");
}

static void without_a_lead_in_a_few_numbered_lines_are_no_list(void **state)
{
    (void)state;
    assert_no_list(WIDE "12 Mill Lane\n\n13 Mill Lane\n\n14 Mill Lane\n\n15 Mill Lane\n\n16 Mill Lane\n");
    assert_no_list(WIDE "1 Mill Lane\n\n2 Mill Lane\n\n3 Mill Lane\n");
}

static void sentences_wrapped_at_a_narrower_edge_than_the_page_s_are_a_list(void **state)
{
    (void)state;
    mb_list blocks = blocks_of(
        WIDE "The Committee made these points:\n"
             "The lamps were to be mended before the nights grew longer than in the\n"
             "summer holidays.\n"
             "It was suggested that the keeper should be asked to close the gate on the\n"
             "road at dusk.\n"
             "If that helped, the gate on the lane could be closed at the same time, and so\n"
             "on.\n"
             "The Clerk said that all this had been done once, and that nobody could remember for how long it\n"
             "had been kept up.\n");
    assert_int_equal(blocks.count, 4);
    assert_list(block_at(blocks, 2),
                "The lamps were to be mended before the nights grew longer than in the summer holidays.",
                "It was suggested that the keeper should be asked to close the gate on the road at dusk.",
                "If that helped, the gate on the lane could be closed at the same time, and so on.");
}

static void figures_with_their_words_are_a_list(void **state)
{
    (void)state;
    mb_list blocks = blocks_of(WIDE "The year in the park was a good one.\n\n"
                                    "1,123 visitors came\n\nFrom 83 towns\n\n41 of them by boat\n\n12 were swans\n\n"
                                    "The year before had been better.\n");
    assert_int_equal(blocks.count, 4);
    assert_list(block_at(blocks, 2), "1,123 visitors came", "From 83 towns", "41 of them by boat", "12 were swans");
}

static void labels_with_their_figures_are_no_list(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("By boat 12\n\nBy train 15\n\nOn foot 800\n\nBy carriage 3\n");
    for (uint32_t i = 0; i < blocks.count; i++)
        assert_int_not_equal(block_at(blocks, i)->type, mb_block_type_list);
}

static void what_people_ask_under_a_lead_in_is_no_list_however_alike_it_begins(void **state)
{
    (void)state;
    assert_no_list(WIDE
                   "Members made these points:\n\nCouncillor Lee asked when the lamps would be lit. The Clerk said "
                   "at dusk.\n\nCouncillor Orr asked why.\n\nCouncillor Day asked for more.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_under_a_lead_in_are_a_list_and_the_last_may_end_like_a_sentence),
        cmocka_unit_test(a_sentence_of_several_lines_is_no_item_of_such_a_list),
        cmocka_unit_test(sentences_under_a_lead_in_are_paragraphs),
        cmocka_unit_test(an_address_is_no_list),
        cmocka_unit_test(lines_that_begin_alike_are_a_list),
        cmocka_unit_test(quotations_under_a_lead_in_are_a_list),
        cmocka_unit_test(lines_that_count_up_are_items_with_their_numbers),
        cmocka_unit_test(without_a_lead_in_a_few_numbered_lines_are_no_list),
        cmocka_unit_test(sentences_wrapped_at_a_narrower_edge_than_the_page_s_are_a_list),
        cmocka_unit_test(figures_with_their_words_are_a_list),
        cmocka_unit_test(labels_with_their_figures_are_no_list),
        cmocka_unit_test(what_people_ask_under_a_lead_in_is_no_list_however_alike_it_begins),
    };
    return run_text_tests(tests);
}
