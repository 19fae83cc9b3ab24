/* numbered.c: tests of paragraphs that a clerk numbers, and of sentences. */
#include "minutes_of.h"

#include "reader/dialect/dialect.h"
#include "reader/sentences.h"

static const mb_minute_item *debate(const char *text)
{
    return item_of("PARKING IN MARLFORD", text);
}

static const mb_block *block_at(const mb_minute_item *item, uint32_t index)
{
    assert_true(index < item->blocks.count);
    return item->blocks.items[index];
}

static void assert_paragraph(const mb_minute_item *item, uint32_t index, const char *number)
{
    assert_int_equal(block_at(item, index)->type, mb_block_type_paragraph);
    assert_slice(block_at(item, index)->number, number);
}

static void numbered_items_in_which_people_speak_are_paragraphs(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("1. Mr Fox introduced the report.\n\n2. The map was passed round.\n\n"
                                        "3. RESOLVED that the meters stay.");
    assert_int_equal(item->blocks.count, 3);
    for (uint32_t i = 0; i < 3; i++)
        assert_paragraph(item, i, (const char *[]){"1", "2", "3"}[i]);
    assert_int_equal(item->contributions.count, 1);
    assert_slice(((const mb_decision *)item->decisions.items[0])->number, NULL);
}

static void numbers_of_paragraphs_may_have_brackets_or_no_mark(void **state)
{
    (void)state;
    static const char *const printed[] = {
        "1) Mr Fox introduced the report.\n\n2) The map was passed round.\n\n3) RESOLVED that the meters stay.",
        "(1) Mr Fox introduced the report.\n\n(2) The map was passed round.\n\n(3) RESOLVED that the meters stay.",
        "1    Mr Fox introduced the report.\n\n2    The map was passed round.\n\n3    RESOLVED that the meters stay.",
    };
    for (size_t i = 0; i < COUNT_OF(printed); i++) {
        const mb_minute_item *item = debate(printed[i]);
        assert_int_equal(item->blocks.count, 3);
        assert_paragraph(item, 1, "2");
        assert_int_equal(item->contributions.count, 1);
        assert_slice(block_at(item, 0)->text, "Mr Fox introduced the report.");
        assert_int_equal(item->decisions.count, 1);
    }
}

static void one_paragraph_that_begins_with_a_figure_has_no_number(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("1 Mill Lane was sold.\n\nMr Fox asked to whom.");
    assert_slice(block_at(item, 0)->number, NULL);
}

static void parts_of_another_form_than_the_paragraphs_stay_a_list(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("1. Mr Fox introduced the report.\n\n2. RESOLVED that the Cabinet:\n\n"
                                        "  (3) keep the meters;\n\n  (4) mend them.");
    assert_int_equal(block_at(item, item->blocks.count - 1)->type, mb_block_type_list);
}

static void what_is_nested_under_a_numbered_paragraph_is_a_list_behind_it(void **state)
{
    (void)state;
    const mb_minute_item *item =
        debate("1. Mr Fox introduced the report.\n\n2. Members noted:\n\n  - that it was long\n\n"
               "  - that it had maps\n\n3. Mrs Poe thanked him.");
    assert_int_equal(item->blocks.count, 4);
    assert_paragraph(item, 1, "2");
    assert_int_equal(block_at(item, 2)->type, mb_block_type_list);
    assert_int_equal(block_at(item, 2)->items.count, 2);
    assert_paragraph(item, 3, "3");
}

static void parts_whose_numbers_begin_anew_stay_a_list(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("1. Mr Fox introduced the report.\n\n2. RESOLVED that the Cabinet:\n\n"
                                        "  1. keep the meters;\n\n  2. mend them.");
    assert_int_equal(block_at(item, item->blocks.count - 1)->type, mb_block_type_list);
    assert_int_equal(item->decisions.count, 2);
    assert_slice(((const mb_decision *)item->decisions.items[1])->text, "mend them.");
}

static void a_list_in_which_nobody_speaks_stays_one(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("The map shows:\n\n1. the car park;\n\n2. the trees.");
    assert_int_equal(block_at(item, 1)->type, mb_block_type_list);
}

static void people_who_came_for_an_item_are_known_by_the_names_there(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("Ida Quill (Head of Maps) was in attendance for this item.\n\n"
                                        "Mrs Quill introduced the report.\n\nThe Head of Maps thanked the Panel.");
    for (uint32_t i = 0; i < 2; i++)
        assert_slice(((const mb_contribution *)item->contributions.items[i])->person, "Ida Quill");
}

/* ---- sentences ---- */

static void a_sentence_ends_before_a_capital_but_not_behind_a_title_or_an_initial(void **state)
{
    (void)state;
    const mb_dialect *dialect = NULL;
    mb_slice sentence, text = MB_TEXT("Cllr. A. Lee asked why. \"Nobody knows.\" It was 5.30 p.m. by then.");
    static const char *const expected[] = {"Cllr. A. Lee asked why.", "\"Nobody knows.\"", "It was 5.30 p.m. by then."};
    size_t at = 0;
    assert_int_equal(mb_dialect_choose(shipped, "uk", text, &dialect, NULL), 0);
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        assert_true(mb_next_sentence(dialect, text, &at, &sentence));
        assert_slice(sentence, expected[i]);
    }
    assert_false(mb_next_sentence(dialect, text, &at, &sentence));
}

static void parts_of_a_resolution_stay_a_list_though_they_tell_people_to_speak(void **state)
{
    (void)state;
    static const char *const printed[] = {
        "It was resolved that:\n\n(1) the Chair thank the guides;\n\n(2) Councillor Hay ask the Director for a map;\n\n"
        "(3) the grit be bought.",
        "AGREED:\n\n1) Councillor Hay to thank the guides.\n\n2) Councillor Cole will report on the grit.\n\n"
        "3) Councillor Lee asked for a map.",
        "The Panel RESOLVED\n\n(1) That the grit be bought.\n\n(2) Councillor Hay asked the Director for a map.\n\n"
        "(3) That it be noted.",
    };
    for (size_t i = 0; i < COUNT_OF(printed); i++) {
        const mb_minute_item *item = debate(printed[i]);
        assert_int_equal(block_at(item, 1)->type, mb_block_type_list);
        assert_int_equal(item->decisions.count, 3);
        assert_slice(((const mb_decision *)item->decisions.items[1])->number, "2");
    }
}

static void numbers_in_brackets_are_of_paragraphs_only_where_they_begin_with_one(void **state)
{
    (void)state;
    const mb_minute_item *item = debate("The map shows the trees.\n\n(4) Mr Fox introduced the report.\n\n"
                                        "(5) Mrs Poe thanked him.");
    assert_int_equal(block_at(item, 1)->type, mb_block_type_list);
}

static void dates_houses_and_figures_among_other_texts_are_no_numbers_of_paragraphs(void **state)
{
    (void)state;
    static const char *const printed[] = {
        "1 March was chosen for the fair in the park.\n\n2 March was chosen for the clearing of the park.",
        "1 Weir Lane had been let since the spring.\n\n2 Weir Lane was empty and its roof leaked.",
        "1 Mr Fox spoke on the works at the weir.\n\nStages\n\n2 Members asked about the noise and dust.",
    };
    for (size_t i = 0; i < COUNT_OF(printed); i++) {
        const mb_minute_item *item = debate(printed[i]);
        for (uint32_t block = 0; block < item->blocks.count; block++)
            assert_slice(block_at(item, block)->number, NULL);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbered_items_in_which_people_speak_are_paragraphs),
        cmocka_unit_test(numbers_of_paragraphs_may_have_brackets_or_no_mark),
        cmocka_unit_test(one_paragraph_that_begins_with_a_figure_has_no_number),
        cmocka_unit_test(parts_of_another_form_than_the_paragraphs_stay_a_list),
        cmocka_unit_test(what_is_nested_under_a_numbered_paragraph_is_a_list_behind_it),
        cmocka_unit_test(parts_whose_numbers_begin_anew_stay_a_list),
        cmocka_unit_test(a_list_in_which_nobody_speaks_stays_one),
        cmocka_unit_test(people_who_came_for_an_item_are_known_by_the_names_there),
        cmocka_unit_test(a_sentence_ends_before_a_capital_but_not_behind_a_title_or_an_initial),
        cmocka_unit_test(parts_of_a_resolution_stay_a_list_though_they_tell_people_to_speak),
        cmocka_unit_test(numbers_in_brackets_are_of_paragraphs_only_where_they_begin_with_one),
        cmocka_unit_test(dates_houses_and_figures_among_other_texts_are_no_numbers_of_paragraphs),
    };
    return run_reader_tests(tests);
}
