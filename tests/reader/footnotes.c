/* footnotes.c: notes at the foot of a page, and what only looks like one. */
#include "reading_of.h"

/* The section of a report whose first page ends with these lines, with a second page behind them. */
static const mb_section *section_with(const char *page, const char *next_page)
{
    const mb_pack *pack =
        pack_of(mb_arena_printf(kept,
                                "Report to: Grounds Committee\nDate: 3 June 2025\nTitle: Trees in the cemeteries\n\n"
                                "%s\n\f%s\n",
                                page, next_page)
                    .data);
    return at(section, at(report, pack->reports, 0)->sections, 0);
}

static uint32_t count_notes(const mb_section *section)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < section->blocks.count; i++)
        count += at(block, section->blocks, i)->type == mb_block_type_note;
    return count;
}

static void a_marked_line_at_the_foot_of_a_page_is_a_note(void **state)
{
    (void)state;
    const mb_section *section =
        section_with("There are 212 limes in the two cemeteries of the town.1 Forty are in poor health.\n"
                     "1 The count was made in the spring, before the storm, by the county's tree\nofficer.",
                     "The rest are sound.");
    assert_int_equal(count_notes(section), 1);
    const mb_block *note = at(block, section->blocks, 1);
    assert_int_equal(note->type, mb_block_type_note);
    assert_slice(note->mark, "1");
    assert_slice(note->text, "The count was made in the spring, before the storm, by the county's tree officer.");
    assert_slice(text_at(section->blocks, 2), "The rest are sound.");
}

static void a_paragraph_goes_on_over_the_notes_of_its_page(void **state)
{
    (void)state;
    const mb_section *section =
        section_with("There are 212 limes in the two cemeteries,1 and forty of them are in such poor health that\n"
                     "1 The count was made in the spring.",
                     "they have to be felled this year.");
    assert_int_equal(count_notes(section), 1);
    assert_slice(
        at(block, section->blocks, 0)->text,
        "There are 212 limes in the two cemeteries,1 and forty of them are in such poor health that they have to "
        "be felled this year.");
}

static void a_line_whose_mark_stands_behind_no_word_is_text(void **state)
{
    (void)state;
    assert_int_equal(count_notes(section_with("There are 212 limes in the two cemeteries of the town.\n\n"
                                              "1 The count was made in the spring.",
                                              "The rest are sound.")),
                     0);
}

static void a_marked_line_above_other_text_is_no_note(void **state)
{
    (void)state;
    assert_int_equal(count_notes(section_with("There are 212 limes in the cemeteries of the town.1 Some are ill.\n\n"
                                              "1 The count was made in the spring.\n\nForty are in poor health.",
                                              "The rest are sound.")),
                     0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_marked_line_at_the_foot_of_a_page_is_a_note),
        cmocka_unit_test(a_paragraph_goes_on_over_the_notes_of_its_page),
        cmocka_unit_test(a_line_whose_mark_stands_behind_no_word_is_text),
        cmocka_unit_test(a_marked_line_above_other_text_is_no_note),
    };
    return run_reader_tests(tests);
}
