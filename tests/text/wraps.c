/* wraps.c: which lines belong to one paragraph. */
#include "text_of.h"

#include "text/measure.h"
#include "text/wraps.h"

static void a_line_as_wide_as_the_page_goes_on(void **state)
{
    (void)state;
    assert_paragraphs("The Town Clerk reported that the roof of the bandstand had been surveyed twice since\n"
                      "Easter. Neither survey found rot, but both advised that the lead should be replaced.\n",
                      "The Town Clerk reported that the roof of the bandstand had been surveyed twice since "
                      "Easter. Neither survey found rot, but both advised that the lead should be replaced.");
}

static void a_line_that_the_author_ended_early_ends_its_paragraph(void **state)
{
    (void)state;
    assert_paragraphs("The Town Clerk reported that the roof of the bandstand had been surveyed twice since\n"
                      "Easter.\n"
                      "Councillor Ogle asked who would pay.\n",
                      "The Town Clerk reported that the roof of the bandstand had been surveyed twice since Easter.",
                      "Councillor Ogle asked who would pay.");
}

static void a_blank_line_ends_a_paragraph(void **state)
{
    (void)state;
    assert_paragraphs("The Town Clerk reported that the roof of the bandstand had been surveyed twice.\n\n"
                      "Neither survey found rot.\n",
                      "The Town Clerk reported that the roof of the bandstand had been surveyed twice.",
                      "Neither survey found rot.");
}

static void a_sentence_goes_on_over_the_end_of_a_page(void **state)
{
    (void)state;
    assert_paragraphs("The Committee thanked the volunteers who had painted the railings, and asked the\n"
                      "\n\n"
                      "\fTown Clerk to write to each of them before the summer fair.\n",
                      "The Committee thanked the volunteers who had painted the railings, and asked the Town Clerk to "
                      "write to each of them before the summer fair.");
    assert_paragraphs("The Committee thanked the volunteers, and\n"
                      "\n"
                      "\fasked for more of them.\n",
                      "The Committee thanked the volunteers, and asked for more of them.");
}

static void a_sentence_that_ended_on_its_page_does_not(void **state)
{
    (void)state;
    assert_paragraphs("The Committee thanked the volunteers who had painted the railings by the bandstand.\n"
                      "\fThe Town Clerk will write to each of them.\n",
                      "The Committee thanked the volunteers who had painted the railings by the bandstand.",
                      "The Town Clerk will write to each of them.");
}

static void a_hyphen_at_the_end_of_a_line_joins_its_word(void **state)
{
    (void)state;
    assert_paragraphs("The new railings are made to last, since the Council wishes its parks to be of a well-\n"
                      "kept look for many years to come, as the strategy says.\n",
                      "The new railings are made to last, since the Council wishes its parks to be of a well-"
                      "kept look for many years to come, as the strategy says.");
}

static void a_line_that_extraction_made_of_two_does_not_tell_how_wide_the_page_is(void **state)
{
    (void)state;
    assert_paragraphs("The number of railings painted by the volunteers of the Upper\n"
                      "Park was larger than in any year before, and they were thanked for it.\n"
                      "\n"
                      "The new railings are made to last, since all of its parks are to be of a wellkept look for many "
                      "years to come, as the strategy for them says\n"
                      "in so many words.\n",
                      "The number of railings painted by the volunteers of the Upper Park was larger than "
                      "in any year before, and they were thanked for it.",
                      "The new railings are made to last, since all of its parks are to be of a wellkept look for "
                      "many years to come, as the strategy for them says in so many words.");
}

static void a_dash_between_words_keeps_its_spaces(void **state)
{
    (void)state;
    assert_paragraphs("The fair will be held on the first Saturday in June, as it was in other years, beside -\n"
                      "not on - the bowling green.\n",
                      "The fair will be held on the first Saturday in June, as it was in other years, beside - not on "
                      "- the bowling green.");
}

static void a_heading_in_capitals_belongs_to_no_paragraph(void **state)
{
    (void)state;
    assert_paragraphs("The Committee thanked the volunteers who had painted the railings beside the stand,\n"
                      "THE SUMMER FAIR AND ITS STALLS, WITH THE PROPOSED LIST OF STALLHOLDERS\n"
                      "The Town Clerk had a list of stallholders.\n",
                      "The Committee thanked the volunteers who had painted the railings beside the stand,",
                      "THE SUMMER FAIR AND ITS STALLS, WITH THE PROPOSED LIST OF STALLHOLDERS",
                      "The Town Clerk had a list of stallholders.");
}

static void a_number_wrapped_in_mid_sentence_is_no_item(void **state)
{
    (void)state;
    assert_paragraphs("The number of stalls at the summer fair has grown in each of the last three years, to\n"
                      "14. That is as many as the bowling green can hold.\n",
                      "The number of stalls at the summer fair has grown in each of the last three years, to "
                      "14. That is as many as the bowling green can hold.");
}

static void a_number_behind_a_full_stop_is_an_item(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("The number of stalls at the summer fair has grown in each of the last three years.\n"
                               "14. Summer fair\n");
    assert_int_equal(blocks.count, 2);
    assert_int_equal(block_at(blocks, 1)->type, mb_block_type_list);
}

static void a_bullet_is_an_item_whatever_the_line_before_it(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("The number of stalls at the summer fair has grown in each of the last three years and\n"
                               "• so has the takings of the tea tent\n");
    assert_int_equal(block_at(blocks, 1)->type, mb_block_type_list);
}

static void in_spaced_text_one_blank_line_ends_nothing(void **state)
{
    (void)state;
    assert_paragraphs("The Town Clerk reported that the roof of the bandstand had been surveyed twice and\n\n"
                      "that neither survey had found rot in it, although both of the surveyors had advised\n\n"
                      "that the lead on its northern side should be replaced before another winter, which\n\n"
                      "the Committee thought wise, and for which there is money in the budget of the year.\n\n\n"
                      "The summer fair was discussed.\n",
                      "The Town Clerk reported that the roof of the bandstand had been surveyed twice and "
                      "that neither survey had found rot in it, although both of the surveyors had advised "
                      "that the lead on its northern side should be replaced before another winter, which "
                      "the Committee thought wise, and for which there is money in the budget of the year.",
                      "The summer fair was discussed.");
}

static void in_spaced_text_the_lines_near_by_tell_how_wide_a_column_is(void **state)
{
    (void)state;
    assert_paragraphs(
        "The railings of the upper park and of the lower park will be painted green in the autumn by the\n\n"
        "volunteers of the village, who have asked for brushes, and for somebody to show them how it is\n\n"
        "done properly.\n\n"
        "A coach will fetch them from the\n\n"
        "village, since the road over the\n\n"
        "bridge and through the Upper\n\n"
        "Meadow is under water, as it is in\n\n"
        "most winters (see the map of the\n\n"
        "Environment and Rivers Trust of\n\n"
        "Marlford).\n",
        "The railings of the upper park and of the lower park will be painted green in the autumn by the "
        "volunteers of the village, who have asked for brushes, and for somebody to show them how it is "
        "done properly.",
        "A coach will fetch them from the village, since the road over the bridge and through the Upper "
        "Meadow is under water, as it is in most winters (see the map of the Environment and Rivers Trust of "
        "Marlford).");
}

static void a_bracket_goes_on_with_what_is_no_sentence_yet(void **state)
{
    (void)state;
    assert_paragraphs("The railings are looked after by the Friends of the Park and of the Mill Pond of Harle Vale\n"
                      "Market Street Surgery\n"
                      "(MSS)\n",
                      "The railings are looked after by the Friends of the Park and of the Mill Pond of Harle Vale "
                      "Market Street Surgery (MSS)");
}

static void a_dash_between_words_may_begin_a_line(void **state)
{
    (void)state;
    assert_paragraphs("Ann Lee - The lamps of the Lower Park, and those beside the road\n- Lighting\n",
                      "Ann Lee - The lamps of the Lower Park, and those beside the road - Lighting");
}

static void in_markdown_a_line_of_one_space_under_an_item_goes_on_with_it(void **state)
{
    (void)state;
    mb_list blocks =
        blocks_of("The Committee asked the Town Clerk to write to all who had lent a hand with the fair, and "
                  "to send each of them a **ticket** for the next one, which will be in June.\n\n"
                  "- The railings were painted.\n That took a day.\n- The lamps were mended.\n");
    const mb_block *list = block_at(blocks, 1);
    assert_int_equal(list->items.count, 2);
    assert_slice(item_at(list->items, 0)->text, "The railings were painted. That took a day.");
}

static void a_quotation_behind_another_is_a_paragraph_of_its_own(void **state)
{
    (void)state;
    assert_paragraphs("“The railings are now as green as they were when the park was opened by my mother in June.”\n"
                      "“I like the lamps.”\n",
                      "“The railings are now as green as they were when the park was opened by my mother in June.”",
                      "“I like the lamps.”");
}

static void in_markdown_every_line_is_a_paragraph(void **state)
{
    (void)state;
    assert_paragraphs("**Bandstand**\nThe roof was surveyed twice\nNeither survey found rot\n", "Bandstand",
                      "The roof was surveyed twice", "Neither survey found rot");
}

static void in_markdown_too_a_page_s_end_cuts_no_sentence(void **state)
{
    (void)state;
    assert_paragraphs("**Bandstand**\n\nThe roof was surveyed twice since Easter, and the\n\n\n"
                      "surveyors found no rot.\n",
                      "Bandstand", "The roof was surveyed twice since Easter, and the surveyors found no rot.");
}

static void a_wide_letter_is_wider_than_a_narrow_one(void **state)
{
    (void)state;
    assert_true(mb_width(MB_TEXT("WWWW")) > 3 * mb_width(MB_TEXT("illi")));
    assert_int_equal(mb_width(MB_TEXT("a b")), mb_width(MB_TEXT("a")) + mb_width(MB_TEXT("b")) + MB_SPACE_WIDTH);
    assert_int_equal(mb_width(MB_TEXT("é")), mb_width(MB_TEXT("e")));
    assert_slice(mb_first_word(MB_TEXT("bandstand roof")), "bandstand");
}

static void a_line_is_full_when_the_next_word_would_not_have_fitted(void **state)
{
    (void)state;
    mb_text text = text_of("The roof of the bandstand had been surveyed twice since the fair at Easter\n"
                           "because of the rain that came in, and then again\n"
                           "I agreed\n");
    assert_true(mb_is_full(&text, 0, 1));
    assert_false(mb_is_full(&text, 1, 2));
}

static void a_sentence_that_points_back_goes_on_with_a_line_that_is_nearly_full(void **state)
{
    (void)state;
    assert_paragraphs("The working party walked both cemeteries in March with the tree officer, who found\n"
                      "eleven limes in poor health, and it recommends that four of them come down soon.\n"
                      "This is what the working party would spend on them before the winter begins. The rest\n"
                      "are to be watched.\n",
                      "The working party walked both cemeteries in March with the tree officer, who found eleven limes "
                      "in poor health, and it recommends that four of them come down soon. This is what the working "
                      "party would spend on them before the winter begins. The rest are to be watched.");
}

static void an_abbreviation_alone_on_the_last_line_is_no_heading(void **state)
{
    (void)state;
    assert_paragraphs("The Committee thanked the volunteers who had painted the railings for the people of\n"
                      "HVDC.\n"
                      "The Town Clerk will write to each of them, and to those who held the ladder (on the\n"
                      "A12)\n",
                      "The Committee thanked the volunteers who had painted the railings for the people of HVDC.",
                      "The Town Clerk will write to each of them, and to those who held the ladder (on the A12)");
    assert_paragraphs("The Committee thanked the volunteers who had painted the railings for the people\n"
                      "RAILINGS\n",
                      "The Committee thanked the volunteers who had painted the railings for the people", "RAILINGS");
}

static void a_roman_number_of_a_sentence_is_no_item_where_the_one_before_it_begins_none(void **state)
{
    (void)state;
    assert_paragraphs("The survey of the bandstand has as many pages\nas its foreword said, and ends on page\n"
                      "xi. of the appendix.\n",
                      "The survey of the bandstand has as many pages as its foreword said, and ends on page "
                      "xi. of the appendix.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_as_wide_as_the_page_goes_on),
        cmocka_unit_test(a_line_that_the_author_ended_early_ends_its_paragraph),
        cmocka_unit_test(a_blank_line_ends_a_paragraph),
        cmocka_unit_test(a_sentence_goes_on_over_the_end_of_a_page),
        cmocka_unit_test(a_sentence_that_ended_on_its_page_does_not),
        cmocka_unit_test(a_hyphen_at_the_end_of_a_line_joins_its_word),
        cmocka_unit_test(a_line_that_extraction_made_of_two_does_not_tell_how_wide_the_page_is),
        cmocka_unit_test(a_dash_between_words_keeps_its_spaces),
        cmocka_unit_test(a_heading_in_capitals_belongs_to_no_paragraph),
        cmocka_unit_test(a_number_wrapped_in_mid_sentence_is_no_item),
        cmocka_unit_test(a_number_behind_a_full_stop_is_an_item),
        cmocka_unit_test(a_bullet_is_an_item_whatever_the_line_before_it),
        cmocka_unit_test(in_spaced_text_one_blank_line_ends_nothing),
        cmocka_unit_test(in_spaced_text_the_lines_near_by_tell_how_wide_a_column_is),
        cmocka_unit_test(a_bracket_goes_on_with_what_is_no_sentence_yet),
        cmocka_unit_test(a_dash_between_words_may_begin_a_line),
        cmocka_unit_test(in_markdown_a_line_of_one_space_under_an_item_goes_on_with_it),
        cmocka_unit_test(a_quotation_behind_another_is_a_paragraph_of_its_own),
        cmocka_unit_test(in_markdown_every_line_is_a_paragraph),
        cmocka_unit_test(in_markdown_too_a_page_s_end_cuts_no_sentence),
        cmocka_unit_test(a_wide_letter_is_wider_than_a_narrow_one),
        cmocka_unit_test(a_line_is_full_when_the_next_word_would_not_have_fitted),
        cmocka_unit_test(a_sentence_that_points_back_goes_on_with_a_line_that_is_nearly_full),
        cmocka_unit_test(an_abbreviation_alone_on_the_last_line_is_no_heading),
        cmocka_unit_test(a_roman_number_of_a_sentence_is_no_item_where_the_one_before_it_begins_none),
    };
    return run_text_tests(tests);
}
