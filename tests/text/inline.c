/* inline.c: the words of a paragraph, and which of them are set in another style. */
#include "text_of.h"

static const char *const style_marks[] = {"", "S:", "E:"};

/* Shows the text with each styled run as <S:words> or <E:words>. */
static mb_slice shown_pieces(mb_pieces pieces)
{
    mb_slice text = MB_NOTHING, shown = MB_TEXT(""), runs_text = MB_TEXT("");
    mb_list runs = {0};
    mb_read_inline(text_arena, pieces, &text, &runs);
    for (uint32_t i = 0; i < runs.count; i++) {
        const mb_run *run = runs.items[i];
        const char *open = run->style ? "<" : "", *close = run->style ? ">" : "";
        shown = mb_arena_printf(text_arena, "%.*s%s%s%.*s%s", MB_ARG(shown), open, style_marks[run->style],
                                MB_ARG(run->text), close);
        runs_text = mb_arena_printf(text_arena, "%.*s%.*s", MB_ARG(runs_text), MB_ARG(run->text));
    }
    if (runs.count == 0)
        return text;
    assert_slice(mb_slice_trim_end(runs_text), text.data);
    return shown;
}

static mb_slice shown(const char *printed)
{
    mb_slice piece = mb_slice_of(printed);
    return shown_pieces((mb_pieces){&piece, 1});
}

static void plain_words_are_left_where_they_are(void **state)
{
    (void)state;
    mb_slice piece = MB_TEXT("The Panel agreed."), text;
    mb_list runs = {0};
    mb_read_inline(text_arena, (mb_pieces){&piece, 1}, &text, &runs);
    assert_ptr_equal(text.data, piece.data);
    assert_int_equal(runs.count, 0);
}

static void white_space_is_folded_within_and_between_lines(void **state)
{
    (void)state;
    mb_slice lines[] = {MB_TEXT("The  Panel\tagreed"), MB_TEXT("to meet again")};
    assert_slice(shown_pieces((mb_pieces){lines, 2}), "The Panel agreed to meet again");
}

static void bold_words_are_a_strong_run(void **state)
{
    (void)state;
    assert_slice(shown("It was **RESOLVED** that the fair be held."), "It was <S:RESOLVED> that the fair be held.");
    assert_slice(shown("**Summer fair**"), "<S:Summer fair>");
}

static void words_between_asterisks_are_an_emphasised_run(void **state)
{
    (void)state;
    assert_slice(shown("It is *not* held in winter."), "It is <E:not> held in winter.");
    assert_slice(shown("(*The Mayor left the room.*)"), "(<E:The Mayor left the room.>)");
}

static void three_asterisks_are_strong(void **state)
{
    (void)state;
    assert_slice(shown("***Summer fair*** in June"), "<S:Summer fair> in June");
}

static void emphasis_goes_on_over_a_wrap(void **state)
{
    (void)state;
    mb_slice lines[] = {MB_TEXT("It was **RESOLVED"), MB_TEXT("unanimously** to do so")};
    assert_slice(shown_pieces((mb_pieces){lines, 2}), "It was <S:RESOLVED unanimously> to do so");
}

static void an_underscore_is_a_letter_of_an_address(void **state)
{
    (void)state;
    assert_slice(shown("Write to parks_and_fairs@harle.example or _anybody_."),
                 "Write to parks_and_fairs@harle.example or _anybody_.");
}

static void a_stray_asterisk_stands_for_itself(void **state)
{
    (void)state;
    assert_slice(shown("Rooms at 5 * 3 metres, **booked**"), "Rooms at 5 * 3 metres, <S:booked>");
    assert_slice(shown("The rent* of a stall, and the tea*"), "The rent* of a stall, and the tea*");
    assert_slice(shown("*Subject to the Committee's consent"), "*Subject to the Committee's consent");
    assert_slice(shown("The fair ** is in June"), "The fair ** is in June");
}

static void a_long_line_of_stray_asterisks_takes_no_longer_than_its_size(void **state)
{
    (void)state;
    const size_t words = 400000; /* each sought to the end, they would take minutes */
    char *line = mb_arena_alloc(text_arena, words * 4 + 1);
    for (size_t i = 0; i < words; i++)
        memcpy(line + i * 4, i % 2 ? "**b " : " *a ", 4);
    mb_slice text = shown(line);
    assert_int_equal(text.size, words / 2 * 7 - 1);
}

static void underlining_is_taken_out_and_its_words_are_kept(void **state)
{
    (void)state;
    assert_slice(shown("a personal interest <u>or</u> a prejudicial one"), "a personal interest or a prejudicial one");
}

static void any_other_angle_bracket_is_text(void **state)
{
    (void)state;
    assert_slice(shown("fairs with <50 stalls and <b>no</b> tea"), "fairs with <50 stalls and <b>no</b> tea");
}

static void an_escaped_ampersand_is_an_ampersand(void **state)
{
    (void)state;
    assert_slice(shown("Parks &amp; Fairs & more &lt;"), "Parks & Fairs & more &lt;");
}

static void a_sentence_is_finished_also_inside_quotation_marks_and_brackets(void **state)
{
    (void)state;
    static const char *const finished[] = {"He agreed.",     "Who pays?",    "These are:", "(as before.)",
                                           "“Never again!”", "**The end.**", "tea;"};
    static const char *const unfinished[] = {"He agreed", "tea,", "(as before)", "", "”"};
    for (size_t i = 0; i < COUNT_OF(finished); i++)
        assert_true(mb_is_finished(mb_slice_of(finished[i])));
    for (size_t i = 0; i < COUNT_OF(unfinished); i++)
        assert_false(mb_is_finished(mb_slice_of(unfinished[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_words_are_left_where_they_are),
        cmocka_unit_test(white_space_is_folded_within_and_between_lines),
        cmocka_unit_test(bold_words_are_a_strong_run),
        cmocka_unit_test(words_between_asterisks_are_an_emphasised_run),
        cmocka_unit_test(three_asterisks_are_strong),
        cmocka_unit_test(emphasis_goes_on_over_a_wrap),
        cmocka_unit_test(an_underscore_is_a_letter_of_an_address),
        cmocka_unit_test(a_stray_asterisk_stands_for_itself),
        cmocka_unit_test(a_long_line_of_stray_asterisks_takes_no_longer_than_its_size),
        cmocka_unit_test(underlining_is_taken_out_and_its_words_are_kept),
        cmocka_unit_test(any_other_angle_bracket_is_text),
        cmocka_unit_test(an_escaped_ampersand_is_an_ampersand),
        cmocka_unit_test(a_sentence_is_finished_also_inside_quotation_marks_and_brackets),
    };
    return run_text_tests(tests);
}
